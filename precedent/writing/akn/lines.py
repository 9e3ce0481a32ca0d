"""Lines of text as AKN4UN: italic runs, cited documents and footnotes in their places."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from typing import Final

from lxml import etree

from precedent.references import DecisionCitation, DocumentReference, ResolutionCitation, find_references
from precedent.resolution import Footnote, NoteCall, Paragraph, Resolution, Span
from precedent.symbol import Symbol
from precedent.writing.akn.tree import legal, sub

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Lines:
    """Writes the texts of one resolution; a footnote goes where it is first called, later calls refer to it."""

    def __init__(self, resolution: Resolution) -> None:
        self._organ = resolution.masthead.organ
        self._waiting: defaultdict[str, deque[Footnote]] = defaultdict(deque)
        for note in resolution.footnotes:
            self._waiting[note.marker].append(note)
        self._ids: dict[str, str] = {}

    def uncalled(self, resolution: Resolution) -> tuple[NoteCall, ...]:
        """Calls, at the end of the title, of the notes that nothing calls."""
        calls = Counter(n.marker for p in resolution.paragraphs for n in p.notes)
        calls.update(n.marker for n in (*resolution.masthead.sponsor_notes, *resolution.title_notes))
        left = Counter(note.marker for note in resolution.footnotes) - calls
        return tuple(NoteCall(len(resolution.title), marker) for marker in left.elements())

    def paragraph(
        self, parent: etree._Element, paragraph: Paragraph, span: Span | None = None
    ) -> etree._Element:
        """A `p` with the words of a paragraph, or of a part of it."""
        line = sub(parent, "p")
        line.set(_SPACE, "preserve")
        self.fill(line, paragraph.text, paragraph.italics, paragraph.notes, span=span)
        return line

    def fill(
        self,
        parent: etree._Element,
        text: str,
        italics: Iterable[Span] = (),
        notes: Iterable[NoteCall] = (),
        *,
        span: Span | None = None,
    ) -> None:
        """Put words into an element."""
        whole = span or Span(0, len(text))
        slanted = [s for s in italics if s.start < whole.end and s.end > whole.start]
        cited = [c for c in self._citations(text) if whole.start <= c[0].start and c[0].end <= whole.end]
        calls = sorted(n for n in notes if whole.start <= min(n.offset, len(text)) <= whole.end)
        cuts = {whole.start, whole.end, *(max(whole.start, min(n.offset, whole.end)) for n in calls)}
        cuts |= {edge for s in (*slanted, *(c[0] for c in cited)) for edge in (s.start, s.end)}
        places = sorted(cut for cut in cuts if whole.start <= cut <= whole.end)
        holder, until = parent, whole.end
        for start, end in zip(places, [*places[1:], None], strict=True):
            if holder is not parent and start >= until:
                holder = parent
            while calls and calls[0].offset <= start:
                self._call(holder, calls.pop(0).marker)
            if end is None:
                break
            if found := next(((s, symbol) for s, symbol in cited if s.start == start), None):
                holder, until = sub(parent, "ref", href=found[1].link), found[0].end
            if any(s.start <= start and end <= s.end for s in slanted):
                sub(holder, "span", text[start:end], class_="italic")
            else:
                _append(holder, text[start:end])
        for call in calls:
            self._call(parent, call.marker)

    def _citations(self, text: str) -> list[tuple[Span, Symbol]]:
        found = []
        for reference in find_references(text, self._organ):
            if isinstance(reference, ResolutionCitation | DecisionCitation):
                found.append((reference.number_span, reference.symbol))
            elif isinstance(reference, DocumentReference):
                found.append((reference.span, reference.symbol))
        return found

    def _call(self, parent: etree._Element, marker: str) -> None:
        waiting = self._waiting[marker]
        if not waiting:
            target = self._ids.get(marker)
            sub(parent, "noteRef", marker=marker, **({"href": f"#{target}"} if target else {}))
            return
        note = waiting.popleft()
        identity = f"authorialNote_{len(self._ids) + 1}"
        self._ids.setdefault(marker, identity)
        element = sub(parent, "authorialNote", marker=marker, placement="bottom", eId=identity)
        line = sub(element, "p")
        line.set(_SPACE, "preserve")
        self.fill(line, note.text, note.italics)


def _append(parent: etree._Element, text: str) -> None:
    """Put words after what an element already holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + legal(text)
    else:
        parent.text = (parent.text or "") + legal(text)
