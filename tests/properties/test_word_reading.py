"""What our own export writes is read again word for word, and no damage to a file makes the reader fail."""

import io
import random
import tarfile
import time
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.export import exported
from precedent.errors import UnreadableFileError
from precedent.numbering import numbered
from precedent.reading import akn, read_bytes, word
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    Span,
)
from precedent.session import Organ
from tests.assistant.export.made_up import DRAFT
from tests.word_samples import with_part

WORDS = (
    "lamps",
    "harbours,",
    "76/189",
    "“ferries”",
    "é",
    "co-operation",
    "2025",
    "A/80/15",
    "<b>",
    "x*y",
    "tides",
)
OPENINGS = {
    Kind.PREAMBULAR: ("Noting", "Recalling also", "Deeply concerned"),
    Kind.OPERATIVE: ("Notes", "Calls upon", "Takes note with appreciation"),
}


class Writer:
    """Makes an ordinary draft; notes are called in the order of their numbers, as editing leaves them."""

    def __init__(self, by: Random) -> None:
        self.by = by
        self.notes: list[Footnote] = []

    def words(self, most: int = 8) -> str:
        return " ".join(self.by.choice(WORDS) for _ in range(self.by.randint(1, most)))

    def said(
        self, kind: Kind, end: str, *, level: int = 0, closing: bool = False, section: str = ""
    ) -> Paragraph:
        opens = kind in OPENINGS and not level and not closing
        opening = self.by.choice(OPENINGS[kind]) if opens else ""
        start = "the" if closing else "More"
        text = f"{opening or start} {self.words()}".rstrip(",") + end
        calls = []
        if self.by.random() < 0.3:
            at = self.by.randint(len(opening), len(text.rstrip()))
            calls = [NoteCall(at, self.note()) for _ in range(self.by.randint(1, 2))]
            calls = [replace(call, offset=len(text[:at].rstrip())) for call in calls]
            calls.sort(key=lambda call: int(call.marker))
        italics = (Span(0, len(opening)),) if opening else ()
        notes = tuple(calls)
        return Paragraph(
            kind=kind, text=text, level=level, closing=closing, section=section, italics=italics, notes=notes
        )

    def note(self) -> str:
        numbers = [n for n in self.notes if n.marker != "*"]
        if numbers and self.by.random() < 0.3:
            return self.by.choice(numbers).marker
        text = f"{self.words()}."
        italics = (Span(0, len(text.split(maxsplit=1)[0])),) if self.by.random() < 0.3 else ()
        self.notes.append(Footnote(marker=str(len(numbers) + 1), text=text, italics=italics))
        return self.notes[-1].marker

    def operative(self, end: str) -> list[Paragraph]:
        kind = Kind.OPERATIVE
        if self.by.random() < 0.6:
            return [self.said(kind, end)]
        found = [self.said(kind, ":")]
        for _ in range(self.by.randint(1, 3)):
            found.append(self.said(kind, ";", level=1))
            if self.by.random() < 0.3:
                found += [self.said(kind, ";", level=2) for _ in range(self.by.randint(1, 2))]
        return [*found, self.said(kind, end, closing=True)] if self.by.random() < 0.3 else found

    def draft(self) -> Resolution:
        starred = self.by.random() < 0.5
        if starred:
            self.notes.append(Footnote(marker="*", text=f"On behalf of {self.words()}."))
        paragraphs = [self.said(Kind.PREAMBULAR, ",") for _ in range(self.by.randint(0, 4))]
        for _ in range(self.by.randint(1, 4)):
            if self.by.random() < 0.3:
                heading = f"On {self.words(3)}".rstrip(",")
                level, mark = self.by.choice((0, 0, 1, 2)), self.by.choice((None, "A.", "IV.", "II"))
                paragraphs.append(Paragraph(kind=Kind.HEADING, text=heading, number=mark, level=level))
            paragraphs += self.operative(";")
        if self.by.random() < 0.3:
            paragraphs.append(Paragraph(kind=Kind.HEADING, text="Rules of the lamp", section="Annex"))
            for _ in range(self.by.randint(1, 3)):
                paragraphs.append(replace(self.said(Kind.ANNEX, ".", section="Annex"), number="1."))
        masthead = Masthead(
            kind=DocumentKind.DRAFT,
            organ=Organ.GENERAL_ASSEMBLY,
            session="Eighty-first session",
            sponsor_line="Iraq and Ruritania: draft resolution",
            sponsor_notes=(NoteCall(18, "*"),) if starred else (),
        )
        return Resolution(
            masthead=masthead,
            title=f"Lanterns and {self.words(4)}".rstrip(","),
            enacting="The General Assembly,",
            paragraphs=numbered(paragraphs),
            footnotes=tuple(self.notes),
        )


def drafted(by: Random) -> Resolution:
    return Writer(by).draft()


def unlinked(resolution: Resolution) -> tuple[list[Paragraph], list[Footnote]]:
    """Paragraphs and notes without their links: the export puts them in."""
    return (
        [replace(p, links=()) for p in resolution.paragraphs],
        [replace(note, links=()) for note in resolution.footnotes],
    )


def levelled(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Headings of one level stand at the first, which is all that a page shows of them."""
    deep = sorted({p.level for p in paragraphs if p.kind is Kind.HEADING})
    return [replace(p, level=deep.index(p.level)) if p.kind is Kind.HEADING else p for p in paragraphs]


@given(st.builds(drafted, st.randoms(use_true_random=False)))
@settings(max_examples=60)
def test_a_draft_is_read_again_word_for_word(draft: Resolution) -> None:
    found = word.read(exported(draft, ".docx")[0])
    assert unlinked(found) == (levelled(draft.paragraphs), list(draft.footnotes))
    assert (found.title, found.enacting) == (draft.title, draft.enacting)
    assert found.masthead.sponsor_line == draft.masthead.sponsor_line
    assert found.masthead.sponsor_notes == draft.masthead.sponsor_notes
    assert found.masthead.sponsors == ("Iraq", "Ruritania")
    assert found.remarks == ()


def test_adopted_texts_are_read_again_word_for_word(shared: Path) -> None:
    with tarfile.open(shared / "corpus" / "ga-79.tar.xz") as archive:
        files = {m.name: archive.extractfile(m) for m in archive if m.name.endswith(".xml")}
        chosen = random.Random(7).sample(sorted(files), 60)
        texts = [file.read() for name in chosen if (file := files[name])]
    seen: Counter[str] = Counter()
    for data in texts:
        wanted = akn.read(data, "text.xml")
        found = word.read(exported(wanted, ".docx")[0])
        assert (found.title, found.masthead.symbol) == (wanted.title, wanted.masthead.symbol)
        seen["texts"] += 1
        (paragraphs, notes), (as_given, notes_given) = unlinked(found), unlinked(wanted)
        seen["exact"] += paragraphs == as_given and Counter(notes) == Counter(notes_given)
        seen["words"] += [p.text for p in found.paragraphs] == [p.text for p in wanted.paragraphs]
    assert seen["words"] >= seen["texts"] - 1  # lists typed with a point in front
    assert seen["exact"] >= seen["texts"] - 3


def damaged(data: bytes, by: Random) -> bytes:
    """The file with its zip or one of its parts damaged."""
    if by.random() < 0.4:
        return _bitten(data, by)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = by.choice([n for n in archive.namelist() if n.startswith(("word/", "_rels"))])
        part = archive.read(name)
    return with_part(data, name, _bitten(part, by))


def _bitten(data: bytes, by: Random) -> bytes:
    found = bytearray(data)
    for _ in range(by.randint(1, 6)):
        at, length = by.randrange(len(found)), by.randint(1, 200)
        kind = by.randrange(4)
        if kind == 0:
            found[at] = by.randrange(256)
        elif kind == 1:
            del found[at : at + length]
        elif kind == 2:
            found[at:at] = found[by.randrange(len(found)) :][:length]
        else:
            del found[max(at, 1) :]
        if not found:
            return b"PK"
    return bytes(found)


def tried(data: bytes) -> str:
    """The line with which a file is refused; empty where it is read."""
    try:
        read_bytes(data, "draft.docx")
    except UnreadableFileError as refused:
        return str(refused)
    return ""


def test_no_damage_makes_the_reader_fail() -> None:
    data = exported(DRAFT, ".docx")[0]
    by, read, slowest = Random(81), 0, 0.0
    for _ in range(300):
        case = damaged(data, by)
        started = time.process_time()
        refusal = tried(case)
        read += not refusal
        assert "\n" not in refusal
        slowest = max(slowest, time.process_time() - started)
    assert read > 100
    assert slowest < 5
