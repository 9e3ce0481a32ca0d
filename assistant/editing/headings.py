"""Letters and numerals of headings, which follow an edit: one put in before B becomes B, and what was B becomes C.

Only headings that counted before the edit are counted after it. Where a text numbers them otherwise (a letter left
out, a number twice) each keeps what is printed before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from assistant.draft import Draft, Entry
from assistant.editing.places import place_of
from assistant.errors import EditingError
from precedent.headings import Style, readings
from precedent.resolution import Kind, Paragraph

_NO_STYLE = Style("", "")


@dataclass(frozen=True, slots=True)
class _Row:
    """The headings of a part that are counted together: at one depth, in one style; None for those without a mark."""

    depth: int
    style: Style | None


@dataclass(slots=True)
class _Part:
    """The headings of one part of a draft, as they stood before an edit."""

    rows: dict[str, _Row] = field(default_factory=dict)
    """By the id of the heading."""
    openers: dict[_Row, set[_Row]] = field(default_factory=dict)
    """For each row that counts, the rows whose headings let it begin again."""


def set_mark(draft: Draft, identity: str, mark: str | None) -> Draft:
    """Another letter or numeral before a heading, or none, as it was typed; those that count behind it follow.

    Raises:
        EditingError: where there is no such paragraph, or it is no heading.
    """
    entry = draft.entries[place_of(draft, identity)]
    if entry.content.kind is not Kind.HEADING:
        raise EditingError("only a heading has a letter or a numeral of its own")
    changed = draft.with_entry(replace(entry, content=replace(entry.content, number=mark or None)))
    return relettered(draft, changed, typed=identity)


def relettered(before: Draft, after: Draft, *, typed: str = "") -> Draft:
    """The draft after an edit, its headings counted where they counted before; a new one among them gets its mark.

    Args:
        before: the draft before the edit.
        after: the draft with its new order.
        typed: id of the heading whose mark was typed: it stays, and the count goes on from it.
    """
    if not any(entry.content.kind is Kind.HEADING and entry.content.number for entry in before.entries):
        return after
    parts = {section: _part(list(heads)) for section, heads in _by_section(before.entries)}
    counts: dict[str, Counter[_Row]] = defaultdict(Counter)
    entries = list(after.entries)
    for place, entry in enumerate(entries):
        content = entry.content
        part = parts.get(content.section)
        if content.kind is not Kind.HEADING or part is None:
            continue
        row = part.rows.get(entry.id)
        if entry.id == typed or (row and row.style and not content.number):
            row = _row(content)
        row = row or _joined(part, entries, place)
        mark = _counted(counts[content.section], part, row)
        if entry.id == typed:
            counts[content.section][row] = readings(content.number or "").get(row.style or _NO_STYLE, 0)
        elif mark is not None and mark != content.number:
            entries[place] = replace(entry, content=replace(content, number=mark))
    return after if tuple(entries) == after.entries else replace(after, entries=tuple(entries))


def _by_section(entries: Iterable[Entry]) -> Iterator[tuple[str, Iterable[Entry]]]:
    heads = sorted((e for e in entries if e.content.kind is Kind.HEADING), key=lambda e: e.content.section)
    return groupby(heads, key=lambda e: e.content.section)


def _counted(counts: Counter[_Row], part: _Part, row: _Row) -> str | None:
    """The mark that is due to the next heading of a row; None where the row is not counted."""
    for other, openers in part.openers.items():
        if row in openers:
            del counts[other]
    if row.style is None or row not in part.openers:
        return None
    counts[row] += 1
    return row.style.mark(counts[row])


def _part(heads: Sequence[Entry]) -> _Part:
    """The rows of a part, and which of them count."""
    part = _Part(rows=dict(zip((e.id for e in heads), _rows([e.content for e in heads]), strict=True)))
    order = list(dict.fromkeys(part.rows.values()))
    for row in order:
        crossed, restarted = _between(heads, part, row)
        part.openers[row] = {
            other
            for place, other in enumerate(order)
            if other != row and other not in crossed
            if other in restarted or other.depth < row.depth or (other.style and place < order.index(row))
        }
    counts: Counter[_Row] = Counter()
    wrong = {
        row
        for entry in heads
        for row in (part.rows[entry.id],)
        if _counted(counts, part, row) != entry.content.number or row.style is None
    }
    part.openers = {row: openers for row, openers in part.openers.items() if row not in wrong}
    return part


def _between(heads: Sequence[Entry], part: _Part, row: _Row) -> tuple[set[_Row], set[_Row]]:
    """The rows of the headings between two of a row: where it goes on, and where it begins again."""
    crossed: set[_Row] = set()
    restarted: set[_Row] = set()
    since: set[_Row] | None = None
    for entry in heads:
        own = part.rows[entry.id]
        if own != row:
            if since is not None:
                since.add(own)
            continue
        if since is not None and row.style:
            (restarted if entry.content.number == row.style.mark(1) else crossed).update(since)
        since = set()
    return crossed, restarted


def _rows(heads: Sequence[Paragraph]) -> Iterator[_Row]:
    """The row of each heading; a sign that may be a letter or a numeral is what goes on with a row, if one does."""
    last: dict[_Row, int] = {}
    for head in heads:
        meant = {_Row(head.level, style): value for style, value in readings(head.number or "").items()}
        row = next((row for row, value in meant.items() if last.get(row) == value - 1 > 0), None)
        row = row or _row(head)
        last[row] = meant.get(row, 0)
        yield row


def _row(head: Paragraph) -> _Row:
    """The row of a heading by itself."""
    return _Row(head.level, next(iter(readings(head.number or "")), None))


def _joined(part: _Part, entries: Sequence[Entry], place: int) -> _Row:
    """The row that a heading which is new in a part stands in: that of those at its depth, if all of them count."""
    content = entries[place].content
    own = [_Row(content.level, style) for style in readings(content.number or "")]
    if own:
        return next((row for row in own if row in part.openers), own[0])
    alike = {row for row in part.rows.values() if row.depth == content.level}
    if not alike or not alike <= part.openers.keys():
        return _Row(content.level, None)
    above = (part.rows.get(e.id) for e in reversed(entries[:place]))
    below = (part.rows.get(e.id) for e in entries[place + 1 :])
    return next((row for row in (*above, *below) if row in alike), _Row(content.level, None))
