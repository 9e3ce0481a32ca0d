"""The line of those who submit a draft, held against how it is printed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.editor.place import MASTHEAD, Hit, Text
from assistant.checks.finding import Severity
from assistant.sponsors import Sponsor, in_order, officer, read_line, written
from assistant.sponsors.groups import known_group
from precedent.names import STATES, letters
from precedent.resolution import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorLine:
    """Sponsors that are no States, stand twice or out of order, or are not named in list form."""

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Everything that is wrong with the line that was written out, and every sponsor that nobody knows."""
        head = text.resolution.masthead
        if head.kind not in (DocumentKind.DRAFT, DocumentKind.AMENDMENT):
            return
        if head.sponsor_line is None:
            yield from ((MASTHEAD, _unknown(s)) for s in written(head.sponsors) if not s.known)
            return
        if officer([head.sponsor_line]):
            return
        printed = read_line(head.sponsor_line, head.sponsor_notes, text.resolution.footnotes)
        states = head.sponsor_line.partition(":")[0].replace("*", "")
        yield from ((MASTHEAD, _unknown(s)) for s in printed if not s.known)
        if wrong := tuple(_misprinted(states, printed)):
            yield MASTHEAD, Hit(0, 0, message=f"in the line of sponsors {'; '.join(wrong)}")


def _misprinted(states: str, printed: Sequence[Sponsor]) -> Iterator[str]:
    names = [s.name for s in printed]
    wanted = [s.name for s in in_order(printed)]
    folded = " ".join(states.split()).replace("'", "’")
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f"{name} stands twice"
        elif name in STATES and name not in folded:
            yield f"{name} is not named in list form"
    if names != wanted:
        place = next(i for i, (own, other) in enumerate(zip(names, wanted, strict=True)) if own != other)
        yield f"{wanted[place]} is to stand before {names[place]}"


def _unknown(sponsor: Sponsor) -> Hit:
    if known_group(sponsor.name):
        message = (
            f"{sponsor.name} submits a draft through the State that speaks for it: write Egypt (on behalf of the "
            f"{sponsor.name}), with that State"
        )
        return Hit(0, 0, message=message)
    known = {letters(name): name for name in STATES}
    near = difflib.get_close_matches(letters(sponsor.name), known, n=1, cutoff=0.75)
    hint = f"; {known[near[0]]} is meant?" if near else ""
    return Hit(0, 0, message=f"no State is listed as “{sponsor.name}”{hint}", severity=Severity.WARNING)
