"""The draft file's text: Markdown with front matter, and a quiet comment before each paragraph.

The form itself is `precedent.reading.markdown`'s; this module adds what makes a draft of a resolution:
permanent ids, origins, templates, dismissals and changes in the comments, base and expected adoption in the
front matter.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant import editing
from assistant.draft import Dismissal, Draft, Entry, bare, fresh_id
from assistant.record import ABOUT, about_from, about_record, dismissal_record, dismissals_from
from precedent.numbering import UNNUMBERED
from precedent.reading import markdown
from precedent.reading.bounded import bounded
from precedent.reading.decoding import decode
from precedent.record import Record
from precedent.resolution import Paragraph, Remark

_ID = "id"
_BASE, _ADOPTION, _DISMISSALS = "base", "expected_adoption", "dismissals"


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft as it was read, and what its reader was unsure of."""

    draft: Draft
    remarks: tuple[Remark, ...] = ()
    as_written: bool = True
    """Whether `draft_text` gives the same text back: no hand has been at it."""


def draft_text(draft: Draft) -> str:
    """The text of the draft file; `parse_draft` reads the same draft back."""
    front = {
        _BASE: draft.base,
        _ADOPTION: draft.expected_adoption and draft.expected_adoption.isoformat(),
        _DISMISSALS: [_json(dismissal_record(dismissal)) for dismissal in draft.dismissals],
    }
    return markdown.write(
        replace(draft.resolution, paragraphs=_apart(draft)),
        extra_front={key: value for key, value in front.items() if value},
        comments=[_comment(entry) for entry in draft.entries],
    )


def _apart(draft: Draft) -> tuple[Paragraph, ...]:
    """The paragraphs with their numbers; one that stands without says so, even where none has a number."""
    return tuple(
        replace(printed, number=UNNUMBERED) if entry.content.number == UNNUMBERED else printed
        for entry, printed in zip(draft.entries, draft.resolution.paragraphs, strict=True)
    )


def draft_bytes(draft: Draft) -> bytes:
    """The bytes of the draft file; half a surrogate pair, pasted from elsewhere, has no place in it."""
    return draft_text(draft).encode(errors="replace")


def parse_draft(text: str) -> Draft:
    """The draft that a text holds; any text is read."""
    return read_draft(text).draft


def read_draft_file(data: bytes, name: str) -> Opened:
    """The draft in the bytes of a file, as `read_draft`; what is too large for a draft is read where it can be ended.

    Raises:
        UnreadableFileError: reading takes longer, or more memory, than any draft needs; the message says `name`.
    """
    return bounded(_decoded, data, name)


def _decoded(data: bytes, _: str) -> Opened:
    text, doubts = decode(data)
    opened = read_draft(text)
    return replace(opened, remarks=(*doubts, *opened.remarks))


def read_draft(text: str) -> Opened:
    """The draft that a text holds, with remarks on what was doubtful.

    What `draft_text` wrote comes back exactly. In what a hand wrote, paragraphs without an id get one and the
    footnotes are put in order.
    """
    parsed = markdown.parse(text)
    reader = _Reader({name for block in parsed.blocks if (name := _id_in(block.comment))})
    entries = tuple(reader.entry(block) for block in parsed.blocks)
    draft = Draft(
        masthead=parsed.masthead,
        title=parsed.title,
        title_notes=parsed.title_notes,
        enacting=parsed.enacting,
        entries=entries,
        footnotes=parsed.footnotes,
        base=reader.string(parsed.extra, _BASE),
        expected_adoption=reader.day(parsed.extra, _ADOPTION),
        dismissals=tuple(reader.dismissals(parsed.extra)),
    )
    reader.unknown_front(parsed.extra.keys() - {_BASE, _ADOPTION, _DISMISSALS})
    as_written = draft_text(draft) == text
    return Opened(
        draft if as_written else editing.tidy(draft),
        (*parsed.remarks, *reader.remarks),
        as_written=as_written,
    )


def _comment(entry: Entry) -> str:
    return _json({_ID: entry.id} | about_record(entry))


def _json(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _id_in(comment: str | None) -> str:
    found = _loaded(comment)
    name = found.get(_ID) if found else None
    return name if isinstance(name, str) else ""


def _loaded(comment: str | None) -> dict[str, Any] | None:
    try:
        found = json.loads(comment or "")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _with(entry: Entry, key: str, value: object) -> Entry | None:
    """The entry with one thing more from its comment; None where that is not understood."""
    try:
        return about_from(entry, about_record(entry) | {key: value}) if key in ABOUT else None
    except (KeyError, TypeError, ValueError):
        return None


class _Reader:
    """Reads what stands in comments and in the front matter's further keys, and collects remarks."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self.used: set[str] = set()
        self.remarks: list[Remark] = []

    def entry(self, block: markdown.Block) -> Entry:
        label = block.paragraph.label
        content = bare(block.paragraph)
        known = _loaded(block.comment)
        if block.comment is not None and known is None:
            self._remark(label, f"what stood about this paragraph is damaged and not kept: {block.comment}")
        entry = Entry(id=self._id(block.comment, label, content.text), content=content)
        for key, value in (known or {}).items():
            if key == _ID and isinstance(value, str) and value:
                continue
            read = _with(entry, key, value)
            if read is None:
                self._remark(
                    label, f"its {key} is damaged and not kept: {json.dumps(value, ensure_ascii=False)}"
                )
            entry = read or entry
        return entry

    def _id(self, comment: str | None, label: str, text: str) -> str:
        name = _id_in(comment)
        if name and name not in self.used:
            self.used.add(name)
            return name
        if name:
            self._remark(label, f"another paragraph already has its id {name}; it was given a new one")
        new = fresh_id(self.taken, text)
        self.taken.add(new)
        return new

    def string(self, front: Mapping[str, Any], key: str) -> str | None:
        value = front.get(key)
        if value is not None and not isinstance(value, str):
            self._remark("", f"The front matter's {key} was not understood: {value}")
            return None
        return value or None

    def day(self, front: Mapping[str, Any], key: str) -> dt.date | None:
        value = self.string(front, key)
        try:
            return dt.date.fromisoformat(value) if value else None
        except ValueError:
            self._remark("", f"The front matter's {key} is not a date like 2026-12-15: {value}")
            return None

    def dismissals(self, front: Mapping[str, Any]) -> Iterator[Dismissal]:
        written = front.get(_DISMISSALS) or []
        for one in written if isinstance(written, list) else [written]:
            try:
                yield from dismissals_from([json.loads(one)])
            except (TypeError, ValueError, RecursionError):
                self._remark("", f"One of the front matter's dismissals is damaged and not kept: {one}")

    def unknown_front(self, keys: Iterable[str]) -> None:
        for key in sorted(keys):
            self._remark(
                "", f"The front matter's {key!r} means nothing to a draft and is left out when it is saved"
            )

    def _remark(self, label: str, text: str) -> None:
        self.remarks.append(Remark(label, text))
