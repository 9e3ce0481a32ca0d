"""How each slot of a paragraph changed: a date, a session, a symbol, a figure, followed back to where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from precedent.lineage.lines import Line, Stage
from precedent.series import Edition, Fate, History, references_in
from precedent.wording import fold


@dataclass(frozen=True, slots=True)
class SlotLine:
    """What stood at one slot of a paragraph in each edition, the latest first."""

    kind: str
    """ "date", "session", "resolution", "figure" …"""
    words: tuple[tuple[int, str], ...]
    """(place of the edition, words); empty words where nothing stood there yet."""

    @property
    def changed(self) -> bool:
        """Whether it was not the same in all editions."""
        return len({fold(words) for _, words in self.words}) > 1

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """Each wording once, with the first edition that had it, the oldest first."""
        ordered = list(reversed(self.words))
        starts = [ordered[0], *(new for old, new in pairwise(ordered) if fold(old[1]) != fold(new[1]))]
        return tuple(starts)


_KINDS = {
    "ResolutionCitation": "resolution",
    "DecisionCitation": "decision",
    "OtherCitation": "citation",
    "DocumentReference": "document",
    "DateReference": "date",
    "DayRange": "days",
    "DayMonth": "day",
    "MonthReference": "month",
    "YearReference": "year",
    "PeriodReference": "period",
    "SessionReference": "session",
    "Figure": "figure",
    "ParagraphReference": "paragraph",
}


def slot_lines(line: Line, of: Sequence[Stage]) -> tuple[SlotLine, ...]:
    """Every date, session, symbol and figure of a paragraph as it stands last, followed back to where it begins."""
    stops = line.stops[::-1]
    versions = [Edition(str(stop.stage), of[stop.stage].organ, {stop.label: stop.text}) for stop in stops]
    links = [{later.label: earlier.label} for later, earlier in pairwise(stops)]
    history = History(versions[0], tuple(versions[1:]), tuple(links))
    found = []
    for reference in references_in(stops[0].text, versions[0].organ):
        told = [(stops[0].stage, reference.text(stops[0].text))]
        told += [
            (int(step.edition), step.words if step.fate is not Fate.ADDED else "")
            for step in history.of_slot(stops[0].label, reference)
        ]
        found.append(SlotLine(_KINDS[type(reference).__name__], tuple(told)))
    return tuple(found)
