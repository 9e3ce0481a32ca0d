"""A draft as the document that is circulated: Word, PDF, HTML, Markdown, XML.

`export` chooses the form by the name of the file. The page itself is `layout.lay_out`, which every form is
written from. Nothing that leaves carries a comment, an attribution or a personal name, unless a redline or comments
were asked for (`Extras`).
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.agenda import as_printed
from assistant.draft import Draft
from assistant.export.blocks import Comment
from assistant.export.characters import writable
from assistant.export.errors import ExportError
from precedent.resolution import Resolution

if TYPE_CHECKING:
    from assistant.export.blocks import Layout
    from assistant.export.earlier import Reviewed
    from assistant.export.proof import Proof
    from assistant.export.word.house import House

__all__ = [
    "CLEAN",
    "SUFFIXES",
    "Comment",
    "ExportError",
    "Exported",
    "Extras",
    "export",
    "exported",
    "replace_file",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What a Word file, the PDF made of it or a page tells beside its text; a clean one tells nothing."""

    base: Resolution | None = None
    """The text that changes are shown against, as tracked changes."""
    reviewed: tuple[Reviewed, ...] = ()
    """Files that came back with other people's tracked changes; in a redline these keep their authors and dates."""
    comments: tuple[Comment, ...] = ()
    told: bool = False
    """Whether a comment tells of each changed paragraph what kind of change it is, and why it was made."""
    author: str = ""
    """Of the tracked changes and the comments."""
    house: Path | None = None
    """A Word file whose styles the document is set in."""

    @property
    def clean(self) -> bool:
        """Whether there are none."""
        return self.base is None and not self.comments


CLEAN = Extras()


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written, of a redline the proof that both texts are in it, and what a house style lacks."""

    path: Path
    proof: Proof | None = None
    lacks: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    """Styles of the house that leave lines at the edge of the page, so that these were placed by hand."""
    aside: Path | None = None
    """Where the file is now that was there before."""

    def __str__(self) -> str:
        lacks = f"not in the template, so taken from ours: {', '.join(self.lacks)}" if self.lacks else ""
        placed = (
            f"left to the hand by the template, so placed as ours: {', '.join(self.placed)}"
            if self.placed
            else ""
        )
        aside = f"the file that was there is now {self.aside.name}" if self.aside else ""
        return "\n".join(filter(None, (str(self.path), str(self.proof or ""), lacks, placed, aside)))


def export(
    source: Resolution | Draft,
    path: Path,
    *,
    created: dt.datetime | None = None,
    extras: Extras = CLEAN,
) -> Exported:
    """Write a text to a file in the form that its name ends with; an older file is replaced at once or not at all.

    Args:
        source: a draft, or an adopted text.
        path: where to; `.docx`, `.pdf`, `.html`, `.md` or `.xml`.
        created: the time that a Word file says it was made and its changes too; none is written without it.
        extras: tracked changes and comments, in Word files, PDFs and pages.

    Raises:
        ExportError: where the form is unknown, cannot be made here, or the file cannot be written.
    """
    data, proof = exported(source, path.suffix, created=created, extras=extras)
    return written(path, data, proof, extras)


def written(path: Path, data: bytes, proof: Proof | None, extras: Extras = CLEAN) -> Exported:
    """Write what was exported; an older file is replaced at once or not at all.

    Raises:
        ExportError: where the file cannot be written.
    """
    house = _house(extras.house) if extras.house else None
    try:
        replace_file(path, data)
    except OSError as error:
        raise ExportError(
            f"{path} could not be written ({error.strerror}); choose a folder that exists and may be written to"
        ) from error
    if house is None:
        return Exported(path, proof)
    return Exported(path, proof, house.lacks, house.placing.names)


def exported(
    source: Resolution | Draft,
    suffix: str,
    *,
    created: dt.datetime | None = None,
    extras: Extras = CLEAN,
) -> tuple[bytes, Proof | None]:
    """The bytes of the file that `export` writes, and of a redline the proof.

    Raises:
        ExportError: where the form is unknown or cannot be made here.
    """
    form = suffix.lower()
    if form in (".docx", ".pdf"):
        page, texts = _page(source, extras)
        data, proof = _word(page, texts, created, extras)
        if extras.clean:
            _check(data, extras.house)
        return (_pdf(page, data, created, extras) if form == ".pdf" else data), proof
    if form == ".html":
        return _html(source, created, extras)
    writer = _WRITERS.get(form)
    if writer is None:
        raise ExportError(
            f"no such form: {suffix or 'a name without an ending'}; use one of {', '.join(SUFFIXES)}"
        )
    if not extras.clean:
        raise ExportError(f"tracked changes and comments are written as .docx, .pdf or .html, not as {form}")
    return writer(source), None


def _word(
    page: Layout, texts: tuple[Layout, Layout] | None, created: dt.datetime | None, extras: Extras
) -> tuple[bytes, Proof | None]:
    from assistant.export.word import word_file

    data = word_file(page, created=created, author=extras.author)
    proof = _proof(data, texts, extras)
    if extras.house is None:
        return data, proof
    from assistant.export.word.house import dressed

    return dressed(data, _house(extras.house)), proof


def _page(source: Resolution | Draft, extras: Extras) -> tuple[Layout, tuple[Layout, Layout] | None]:
    """What is written; of a redline also the base and the new text that have to be in it."""
    from assistant.export.layout import lay_out

    new = lay_out(source)
    if extras.clean:
        return new, None
    from assistant.export.carrying import with_what_came, with_what_went
    from assistant.export.commenting import commented, told_changes
    from assistant.export.earlier import put_in, taken_out
    from assistant.export.handing import handed
    from assistant.export.redline import redline

    page, texts, comments = new, None, extras.comments
    if extras.base is not None:
        texts = base, _ = lay_out(extras.base), new
        before = [handed(lay_out(r.original), taken_out(r.original)) for r in extras.reviewed]
        theirs = [handed(lay_out(r.accepted), put_in(r.accepted)) for r in extras.reviewed]
        page = redline(with_what_went(base, before), with_what_came(new, theirs))
        if extras.told:
            comments += tuple(told_changes(page, source if isinstance(source, Draft) else None))
    return (commented(page, comments) if comments else page), texts


def _proof(data: bytes, texts: tuple[Layout, Layout] | None, extras: Extras) -> Proof | None:
    if texts is None:
        return None
    from assistant.export.proof import prove

    return prove(data, *texts, extras.author)


def _house(path: Path) -> House:
    from assistant.export.word.house import house_of
    from precedent.errors import UnreadableFileError
    from precedent.reading import content

    try:
        return house_of(content(path), str(path))
    except UnreadableFileError as problem:
        raise ExportError(str(problem)) from problem


def _check(data: bytes, house: Path | None) -> None:
    from assistant.export.word.residue import residue

    if found := residue(data):
        whose = f"It comes with the template {house}" if house else "This is a fault of Penholder"
        raise ExportError(f"the file was not written: it would carry {', '.join(found)}. {whose}")


def _pdf(page: Layout, word: bytes, created: dt.datetime | None, extras: Extras) -> bytes:
    """What is printed of a redline and of comments is not what a program shows of them (`printing`)."""
    from assistant.export.pdf import printed
    from assistant.export.printing import on_paper

    return printed(word if extras.clean else _word(on_paper(page), None, created, extras)[0])


def _html(
    source: Resolution | Draft, created: dt.datetime | None, extras: Extras
) -> tuple[bytes, Proof | None]:
    """A redline is proved by the Word file of the same changes."""
    from assistant.export.blocks import Signature
    from assistant.export.html import page
    from assistant.export.word import word_file

    shown, texts = _page(source, extras)
    proof = _proof(word_file(shown, created=created, author=extras.author), texts, extras) if texts else None
    return page(shown, Signature(extras.author, created)).encode(), proof


def _markdown(source: Resolution | Draft) -> bytes:
    from precedent.reading.markdown import write

    return writable(write(as_printed(source.resolution if isinstance(source, Draft) else source))).encode()


def _xml(source: Resolution | Draft) -> bytes:
    from precedent.writing.akn import write

    return writable(write(as_printed(source.resolution if isinstance(source, Draft) else source))).encode()


_WRITERS: dict[str, Callable[[Resolution | Draft], bytes]] = {
    ".md": _markdown,
    ".xml": _xml,
}
SUFFIXES = (".docx", ".pdf", ".html", *_WRITERS)
"""The endings of the forms that there are."""


def replace_file(path: Path, data: bytes) -> None:
    """Beside the file first, then in its place, so that a full disk leaves the older file whole.

    Raises:
        OSError: where the file cannot be written.
    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        try:
            beside.write(data)
            beside.flush()
            os.fsync(beside.fileno())
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    Path(beside.name).chmod(mode)
    Path(beside.name).replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
