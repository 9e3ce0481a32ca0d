"""Which words of a paragraph become the blanks of a template: its sessions, dates and symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from assistant.editing.pieces import Piece
from assistant.templating.setting import PROVIDED, Setting
from assistant.templating.slots import TYPES, printed
from precedent.reading.markdown.inline import write_inline
from precedent.references import (
    DateReference,
    DayRange,
    DecisionCitation,
    DocumentReference,
    ResolutionCitation,
    SessionReference,
    find_references,
)
from precedent.resolution import Span
from precedent.session import Organ

_BLANK, _BRACE = 0xF0000, "\U000f8000"
"""Private characters that stand for blanks, and for a brace, while Markdown is written."""
_NAMES = {"date": "day", "dates": "days", "symbol": "document"}
"""Names of blanks, where not that of the type."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Words of a text that become a blank."""

    span: Span
    type: str
    value: str
    """As a drafter types it."""
    name: str


@dataclass(slots=True)
class Blanks:
    """The blanks of one template; the same words are the same blank."""

    setting: Setting
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    """(type, value) → name."""

    def of(self, found: Blank) -> str:
        """The name of a blank."""
        key = (found.type, found.value)
        if key not in self.names:
            taken, number = set(self.names.values()) | set(PROVIDED), 1
            name = found.name
            while name in taken:
                number += 1
                name = f"{found.name}_{number}"
            self.names[key] = name
        return self.names[key]

    def piece(self, piece: Piece, organ: Organ) -> str:
        """The words in Markdown, with a blank for each that was found."""
        blanks = [(found.span, self.of(found)) for found in _found(piece.text, organ)]
        for place, (span, _) in reversed(list(enumerate(blanks))):
            piece = piece.reworded(span.start, span.end, chr(_BLANK + place))
        braced = replace(piece, text=piece.text.replace("{", _BRACE))
        line = write_inline(braced.text, braced.italics, braced.notes)
        line = re.sub(r"(?<= ) |[^\S ]", lambda space: f"&#{ord(space[0])};", line).replace(
            _BRACE, "{{ '{' }}"
        )
        for place, (_, name) in enumerate(blanks):
            line = line.replace(chr(_BLANK + place), f"{{{{ {name} }}}}")
        return line


def _found(text: str, organ: Organ) -> Iterator[Blank]:
    """Words that print the same when they are typed as a value, in order and apart from each other."""
    end = 0
    for found in sorted(_candidates(text, organ), key=lambda found: (found.span.start, -found.span.end)):
        if found.span.start < end:
            continue
        try:
            shown = printed(TYPES[found.type].read(found.value, organ))
        except ValueError:
            continue
        if shown == found.span.of(text):
            end = found.span.end
            yield found


def _candidates(text: str, organ: Organ) -> Iterator[Blank]:
    references = list(find_references(text, organ))
    yield from _lists([r for r in references if isinstance(r, ResolutionCitation)], text)
    for reference in references:
        span, words = reference.span, reference.text(text)
        if reference.quoted:
            continue
        match reference:
            case SessionReference(unit="session"):
                own = Span(span.start, span.start + len(reference.words))
                yield _named(own, "session", own.of(text))
            case DateReference():
                yield _named(span, "date", reference.date.isoformat())
            case DayRange():
                lead = re.search(r"(?:from|on) $", text[: span.start])
                start = lead.start() if lead else span.start
                yield _named(Span(start, span.end), "dates", words)
            case ResolutionCitation() | DecisionCitation():
                if isinstance(reference, ResolutionCitation):
                    yield _named(reference.number_span, "resolution", str(reference.symbol))
                if reference.date_span and reference.date:
                    yield Blank(reference.date_span, "date", reference.date.isoformat(), "adopted")
            case DocumentReference():
                yield _named(span, "symbol", words)
            case _:
                pass


def _lists(citations: list[ResolutionCitation], text: str) -> Iterator[Blank]:
    """Numbers of resolutions that follow each other without dates: "76/189, 77/150 and 78/132"."""
    run: list[ResolutionCitation] = []
    for citation in [*citations, None]:
        between = text[run[-1].number_span.end : citation.number_span.start] if run and citation else ""
        if citation is None or between not in (", ", " and ") or citation.date_span:
            if len(run) > 1:
                span = Span(run[0].number_span.start, run[-1].number_span.end)
                yield Blank(span, "resolutions", "; ".join(str(r.symbol) for r in run), "resolutions")
            run = []
        if citation is not None and not citation.date_span:
            run.append(citation)


def _named(span: Span, kind: str, value: str) -> Blank:
    return Blank(span, kind, value, _NAMES.get(kind, kind))
