"""Findings put aside: which dismissal goes with which finding, and which goes with none any more.

A dismissal is keyed by rule, paragraph and words, and is good for one place: of two places with the same words in a
paragraph it goes with the one whose neighbouring words are its own.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.checks.beside import beside, likeness
from assistant.checks.finding import Finding
from assistant.draft import Dismissal, Draft, folded_words
from assistant.editing import dismiss
from precedent.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Aside:
    """One dismissal of a draft, and what it puts aside there."""

    dismissal: Dismissal
    entry: str | None
    """The paragraph that keeps it; None for the masthead, the title and the enacting words."""
    finding: Finding | None
    """None where nothing of the kind is found there."""
    unheard: str = ""
    """Why nothing is found though the words stand: its rule is switched off, evidence is missing."""

    @property
    def is_unused(self) -> bool:
        """Whether no finding needs it any more."""
        return self.finding is None and not self.unheard

    @property
    def told(self) -> str:
        """What it does, in a few words."""
        return "in use" if self.finding else self.unheard or "unused: nothing of the kind is found there"


def put_aside(draft: Draft, finding: Finding, reason: str, on: dt.date | None = None) -> Draft:
    """The draft with one of its findings put aside for good.

    Args:
        draft: the text in which it was found.
        finding: what was found.
        reason: why the words stand, in the drafter's own words.
        on: the day.
    """
    entry = draft.at(finding.label)
    before, after = _beside(draft.resolution, finding)
    dismissal = Dismissal(finding.rule, _words(finding), reason, before, after, on.isoformat() if on else "")
    return dismiss(draft, entry.id if entry else None, dismissal)


def standing(draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that the drafter has not put aside.

    A dismissal holds while other words change, and ends when its own do.
    """
    findings = tuple(findings)
    aside = {id(a.finding) for a in asides(draft, findings)}
    return tuple(f for f in findings if id(f) not in aside)


def asides(
    draft: Draft,
    findings: Iterable[Finding],
    *,
    silent: Collection[str] = (),
    unheard: str = "",
) -> tuple[Aside, ...]:
    """Every dismissal of a draft in reading order, each with the finding that it puts aside.

    Args:
        draft: the text.
        findings: all that was found in it.
        silent: rules that are switched off, whose findings nobody looked for.
        unheard: the evidence that was missing, without which less is found.
    """
    if not draft.dismissals and not any(entry.dismissals for entry in draft.entries):
        return ()
    found: defaultdict[tuple[str | None, str, str], list[Finding]] = defaultdict(list)
    now = draft.resolution
    owners = _owners(draft, now)
    for finding in findings:
        found[owners.get(finding.label), finding.rule, folded_words(_words(finding))].append(finding)
    kept = ((None, draft.dismissals), *((entry.id, entry.dismissals) for entry in draft.entries))
    paired = (aside for owner, dismissals in kept for aside in _paired(now, owner, dismissals, found))
    return tuple(_explained(draft, aside, silent, unheard) for aside in paired)


def _explained(draft: Draft, aside: Aside, silent: Collection[str], unheard: str) -> Aside:
    """A dismissal without a finding, with the reason where that is another one than that it is not needed."""
    if aside.finding is not None:
        return aside
    if aside.dismissal.rule in silent:
        return replace(aside, unheard="its rule is switched off")
    if unheard and aside.entry is not None and _stands(draft, aside.entry, aside.dismissal.words):
        return replace(aside, unheard=unheard)
    return aside


def _stands(draft: Draft, identity: str, words: str) -> bool:
    """Whether words stand in a paragraph or in one of the notes that it calls."""
    content = draft.entry(identity).content
    notes = (note.text for note in draft.footnotes if note.marker in {call.marker for call in content.notes})
    return any(folded_words(words) in folded_words(text) for text in (content.text, *notes))


def _owners(draft: Draft, now: Resolution) -> dict[str, str]:
    """Id of the paragraph by label; a note is the first paragraph's that calls it."""
    owners: dict[str, str] = {}
    for entry, paragraph in zip(draft.entries, now.paragraphs, strict=True):
        owners.setdefault(paragraph.label, entry.id)
        for call in entry.content.notes:
            owners.setdefault(f"FN{call.marker}", entry.id)
    return owners


def _paired(
    now: Resolution,
    owner: str | None,
    dismissals: tuple[Dismissal, ...],
    found: dict[tuple[str | None, str, str], list[Finding]],
) -> Iterator[Aside]:
    pairs = [
        (alike, place, finding)
        for place, dismissal in enumerate(dismissals)
        for finding in found.get((owner, dismissal.rule, folded_words(dismissal.words)), ())
        if (alike := likeness((dismissal.before, dismissal.after), _beside(now, finding))) is not None
    ]
    taken: dict[int, Finding] = {}
    for _, place, finding in sorted(pairs, key=lambda pair: -pair[0]):
        if place not in taken and not any(finding is other for other in taken.values()):
            taken[place] = finding
    for place, dismissal in enumerate(dismissals):
        yield Aside(dismissal, owner, taken.get(place))


def _words(finding: Finding) -> str:
    """What it quotes; of what is not there, what is said of it."""
    return " ".join((finding.found or finding.message).split())


def _beside(now: Resolution, finding: Finding) -> tuple[str, str]:
    text = now.text_at(finding.label) or (now.title if finding.label == "title" else "")
    return beside(text, finding.start, finding.end)
