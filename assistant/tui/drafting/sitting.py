"""One sitting at a draft: the open desk, which paragraph is in hand, and the findings that were last made.

The draft is the desk's; everything that the screen shows is derived from this, and nothing here knows a screen.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from assistant.checks.finding import Finding, Severity
from assistant.departing import Departure, by_origin
from assistant.draft import Draft, Entry
from assistant.history import Step
from assistant.labels import listed
from assistant.storage import Desk
from assistant.tui.drafting.folding import below, visible
from assistant.workbench import Workbench
from precedent.resolution import Paragraph, Resolution


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding and the paragraph that it is in, which keeps its id when labels change."""

    finding: Finding
    entry: str | None
    """None for what belongs to no paragraph: the title, the masthead."""

    @property
    def certain(self) -> bool:
        """Whether the words are certainly wrong."""
        return self.finding.severity is Severity.ERROR


class Sitting:
    """What the drafter has before them."""

    def __init__(self, bench: Workbench, desk: Desk) -> None:
        self.bench = bench
        self.desk = desk
        self.findings: tuple[Marked, ...] = ()
        self.checked: Draft | None = None
        """The draft that the findings were made of; another one than the desk's while checking goes on."""
        self.unheard = ""
        """The evidence that the findings were made without, in a line."""
        self.finding: Marked | None = None
        """The finding in hand."""
        self.chosen: str | None = self.draft.entries[0].id if self.draft.entries else None
        """Id of the paragraph in hand."""
        self._printed: tuple[Draft, Resolution] | None = None
        self.departures: dict[Hashable, Departure] = {}
        """What was measured, by `measured_by`."""
        self.typed: Entry | None = None
        """The paragraph in hand in the words that are being typed."""
        self.shows_departure = False
        """Whether the words of the paragraph in hand that are new are marked."""
        self.selected: frozenset[str] = frozenset()
        """Ids of the paragraphs that were picked out, to do something to all of them."""
        self.folded: frozenset[str] = frozenset()
        """Ids of headings and paragraphs whose parts the outline does not show."""

    # The text

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.desk.draft

    @property
    def resolution(self) -> Resolution:
        """The draft with its paragraphs numbered and labelled."""
        if self._printed is None or self._printed[0] is not self.draft:
            self._printed = (self.draft, self.draft.resolution)
        return self._printed[1]

    @property
    def labels(self) -> dict[str, str]:
        """Label by id, as `Draft.labels`; made with the numbered paragraphs, once for a draft."""
        return {e.id: p.label for e, p in zip(self.draft.entries, self.resolution.paragraphs, strict=True)}

    @property
    def paragraphs(self) -> list[tuple[Entry, Paragraph]]:
        """Every paragraph with what the draft knows of it."""
        return list(zip(self.draft.entries, self.resolution.paragraphs, strict=True))

    @property
    def place(self) -> int | None:
        """Index of the paragraph in hand."""
        return next((i for i, e in enumerate(self.draft.entries) if e.id == self.chosen), None)

    @property
    def in_hand(self) -> tuple[Entry, Paragraph] | None:
        """The paragraph in hand."""
        place = self.place
        return None if place is None else (self.draft.entries[place], self.resolution.paragraphs[place])

    @property
    def label(self) -> str:
        """The label of the paragraph in hand; empty where there is none."""
        found = self.in_hand
        return found[1].label if found else ""

    @property
    def scope(self) -> tuple[str, ...]:
        """Ids of what is worked on: the paragraphs picked out, in order, else the one in hand."""
        if not self.selected:
            return (self.chosen,) if self.chosen else ()
        return tuple(e.id for e in self.draft.entries if e.id in self.selected)

    @property
    def scope_label(self) -> str:
        """Their labels, as one says them."""
        labels = self.labels
        return listed(labels[identity] for identity in self.scope)

    @property
    def shown(self) -> list[int]:
        """Indexes of the paragraphs that are not folded away."""
        return visible(self.draft.entries, self.folded)

    def fold(self, identity: str, *, away: bool) -> None:
        """Fold away what is below a heading or a paragraph, or show it again."""
        self.folded = self.folded | {identity} if away else self.folded - {identity}
        if self.place is not None and self.place not in self.shown:
            self.chosen = identity

    def choose(self, identity: str | None) -> None:
        """Take another paragraph in hand; it is shown, whatever was folded."""
        self.chosen = identity
        place, entries = self.place, self.draft.entries
        if place is not None and self.folded:
            over = {e.id for i, e in enumerate(entries) if e.id in self.folded and place in below(entries, i)}
            self.folded -= over
        if self.finding and self.finding.entry != identity:
            self.finding = None

    # What is done

    def do(self, draft: Draft, description: str, *, choose: str | None = None) -> Step | None:
        """Make that the draft; the paragraph in hand, or else the one that stands in its place, stays in hand.

        Raises:
            DraftUnwritableError, DraftReadOnlyError: as the desk says; the draft is then as it was.
        """
        place = self.place or 0
        step = self.desk.do(draft, description)
        self._settle(place, [choose] if choose else [])
        return step

    def undo(self) -> Step | None:
        """Take the last step back; what it changed is then in hand."""
        place = self.place or 0
        step = self.desk.undo()
        self._settle(place, [*step.before.entries, *step.after.entries] if step else [])
        return step

    def redo(self) -> Step | None:
        """Do the last undone step again; what it changed is then in hand."""
        place = self.place or 0
        step = self.desk.redo()
        self._settle(place, [*step.after.entries, *step.before.entries] if step else [])
        return step

    def move_to(self, steps: int) -> None:
        """Go to the draft as it was after so many steps; what the last of them changed is then in hand."""
        place, before = self.place or 0, self.desk.history
        self.desk.move_to(steps)
        past = self.desk.history.past
        near = (
            past[-1]
            if len(past) > len(before.past)
            else before.past[len(past)]
            if before.past[len(past) :]
            else None
        )
        self._settle(place, [*near.after.entries, *near.before.entries] if near else [])

    def _settle(self, place: int, wished: Sequence[str]) -> None:
        there = [entry.id for entry in self.draft.entries]
        chosen = next((identity for identity in wished if identity in there), self.chosen)
        if chosen not in there:
            chosen = there[min(place, len(there) - 1)] if there else None
        self.choose(chosen)
        self.selected &= frozenset(there)
        self.findings = tuple(m for m in self.findings if m.entry is None or m.entry in there)

    # Departure

    def departure(self, entry: Entry) -> Departure:
        """How far a paragraph departs from agreed wording; until that is measured, what its origin tells."""
        if self.typed is not None and self.typed.id == entry.id:
            entry = self.typed
        return self.departures.get(measured_by(entry)) or by_origin(entry)

    def is_measured(self, entry: Entry) -> bool:
        """Whether its words were measured."""
        return measured_by(entry) in self.departures

    # Findings

    def take_findings(self, draft: Draft, findings: Sequence[Finding], unheard: str = "") -> None:
        """Keep what a check of a draft found, without what was put aside, and which evidence was missing."""
        from assistant.checks import standing

        self.unheard = unheard
        entries = {finding.label: draft.at(finding.label) for finding in findings}
        self.findings = tuple(
            Marked(finding, entry.id if (entry := entries[finding.label]) else None)
            for finding in standing(draft, tuple(findings))
        )
        self.checked = draft
        if self.finding:
            self.finding = next((m for m in self.findings if same(m, self.finding)), None)

    @property
    def up_to_date(self) -> bool:
        """Whether the findings are those of the draft as it is now."""
        return self.checked is self.draft

    def within(self, identity: str | None) -> tuple[Marked, ...]:
        """Findings in a paragraph and in the notes that it is the first to call."""
        return tuple(m for m in self.findings if m.entry == identity)

    def walk(self, direction: int) -> Marked | None:
        """Take the next (1) or the last (-1) finding in hand, round the end of the text; its paragraph with it."""
        order = {entry.id: place for place, entry in enumerate(self.draft.entries)}
        ordered = sorted(
            (m for m in self.findings if m.entry in order),
            key=lambda m: (order[m.entry or ""], m.finding.label.startswith("FN"), m.finding.start),
        )
        if not ordered:
            return None
        if self.finding in ordered:
            chosen = ordered[(ordered.index(self.finding) + direction) % len(ordered)]
        else:
            here = self.place if self.place is not None else -1
            if direction > 0:
                chosen = next((m for m in ordered if order[m.entry or ""] >= here), ordered[0])
            else:
                chosen = next((m for m in reversed(ordered) if order[m.entry or ""] <= here), ordered[-1])
        self.choose(chosen.entry)
        self.finding = chosen
        return chosen

    def finding_in_hand(self) -> Marked | None:
        """The finding in hand, else the first one of the paragraph."""
        return self.finding or next(iter(self.within(self.chosen)), None)


def same(one: Marked, other: Marked) -> bool:
    """Whether two checks found the same thing at the same words."""
    ours, theirs = one.finding, other.finding
    return (one.entry, ours.rule, ours.start, ours.found) == (
        other.entry,
        theirs.rule,
        theirs.start,
        theirs.found,
    )


def measured_by(entry: Entry) -> Hashable:
    """What a departure depends on: the words, their part, and where they are said to come from."""
    return (entry.content.kind, entry.content.text, entry.origin)
