"""Text cut into runs: italics, linked symbols and calls of footnotes, none of them losing a character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.export.binding import bound
from assistant.export.blocks import Call, Note, Run
from precedent.references import DocumentReference, ResolutionCitation, find_named
from precedent.resolution import Footnote, NoteCall, Paragraph, Span
from precedent.rows import bars, cells, in_cells
from precedent.session import Organ

ASTERISK = "*"


class Notes:
    """The footnotes of one document, taken up as they are called."""

    def __init__(self, footnotes: Sequence[Footnote], organ: Organ | None) -> None:
        self._footnotes = tuple(footnotes)
        self._named = {(f.section, f.marker): f for f in reversed(footnotes)}
        self._places: dict[tuple[str, str], int] = {}
        self._counted = 0
        self._organ = organ
        self.taken: list[Note] = []

    def call(self, marker: str, section: str = "") -> Call:
        """A call of the note with that marker; a note that is missing is called all the same, and is empty."""
        key = (section, marker) if (section, marker) in self._named else ("", marker)
        if key in self._places:
            return Call(note=self._places[key], mark=marker, repeated=True)
        self._places[key] = len(self.taken)
        footnote = self._named.get(key)
        counted = marker == str(self._counted + 1)
        self._counted += counted
        runs = tuple(cut(footnote.text, italics=footnote.italics, organ=self._organ)) if footnote else ()
        label = footnote.label if footnote else f"FN{marker}"
        self.taken.append(Note(mark=marker, counted=counted, runs=runs, label=label))
        return Call(note=len(self.taken) - 1, mark=marker)

    def uncalled(self) -> tuple[Footnote, ...]:
        """Notes that nothing has called."""
        called = [self._named[key] for key in self._places if key in self._named]
        return tuple(f for f in self._footnotes if not any(f is other for other in called))


def cut(
    text: str,
    *,
    italics: Iterable[Span] = (),
    calls: Sequence[NoteCall] = (),
    notes: Notes | None = None,
    section: str = "",
    organ: Organ | None = None,
) -> Iterator[Run]:
    """Runs of a text, in order; together they have its characters, save commas between two marks.

    Two marks at one place are parted by a comma (Editorial Manual, footnotes).
    """
    shown = bound(text)
    slanted, links = list(italics), list(_links(text, organ))
    edges = {0, len(text), *(c.offset for c in calls)}
    for span in (*slanted, *(span for span, _ in links)):
        edges |= {span.start, span.end}
    places = sorted(edge for edge in edges if 0 <= edge <= len(text))
    waiting = sorted(calls, key=lambda call: call.offset)
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        here = [call for call in waiting if call.offset <= start or start == len(text)]
        waiting = waiting[len(here) :]
        yield from _marks(here, notes, section)
        if start < end:
            italic = any(span.start <= start < span.end for span in slanted)
            link = next((url for span, url in links if span.start <= start < span.end), "")
            yield Run(text=shown[start:end], italic=italic, link=link)


def cut_row(row: Paragraph, notes: Notes, organ: Organ | None) -> Iterator[Run]:
    """Runs of a row of a table: those of its cells, and a run for each bar between them."""
    between, calls = bars(row.text), in_cells(row.notes, row.text)
    for place, cell in enumerate(cells(row.text)):
        if place:
            yield Run(text=between[place - 1].of(row.text), bar=True)
        here = (call for call in calls if sum(bar.start < call.offset for bar in between) == place)
        yield from cut(
            cell.of(row.text),
            italics=[Span(span.start - cell.start, span.end - cell.start) for span in row.italics],
            calls=[replace(call, offset=call.offset - cell.start) for call in here],
            notes=notes,
            section=row.section,
            organ=organ,
        )


def _marks(calls: Sequence[NoteCall], notes: Notes | None, section: str) -> Iterator[Run]:
    for place, call in enumerate(calls):
        if place:
            plain = call.marker.startswith(ASTERISK)
            yield Run(text=" , " if plain else ",", raised=not plain, roman=True)
        if notes is not None:
            yield Run(call=notes.call(call.marker, section), roman=True)


def _links(text: str, organ: Organ | None) -> Iterator[tuple[Span, str]]:
    """Where a document is named, and its address. Decisions have none of their own."""
    for reference in find_named(text, organ):
        if isinstance(reference, ResolutionCitation):
            yield reference.number_span, reference.symbol.link
        elif isinstance(reference, DocumentReference):
            yield reference.span, reference.symbol.link
