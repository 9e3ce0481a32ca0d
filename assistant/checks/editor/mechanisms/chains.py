"""Paragraphs in a row that open with the same words: bare, also, further, and bare again.

Counted on 103,716 paragraphs of the General Assembly, the Economic and Social Council and the Human Rights Council: in
the preamble and for verbs without an addressee 97 to 99 in 100 pairs keep the sequence. A verb that addresses somebody
keeps it while it addresses the same one, and begins anew with another. A heading between begins it anew in 143 of 168.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache

from assistant.checks.editor.openings import ADVERBS, Opening, addressee, opening_of
from assistant.checks.editor.place import Hit, Place, Text
from assistant.checks.finding import Severity
from assistant.checks.rule import Part
from precedent.wording import likeness

_CHAIN = ("", *ADVERBS)
ADDRESSED = frozenset({
    "Requests", "Encourages", "Calls upon", "Urges", "Invites", "Calls on", "Strongly encourages", "Strongly urges",
    "Appeals", "Reminds", "Once again requests", "Once again urges", "Once again calls upon", "Authorizes", "Directs",
    "Instructs", "Reiterates its request", "Reiterates its call upon", "Reiterates its invitation", "Again requests",
    "Further encourages", "Requests again",
})  # fmt: skip
"""Openings of which the next words say who is addressed."""
SAME = 0.92
"""Likeness (0 to 1) from which two addressees are the same one in other words."""


class Verdict(StrEnum):
    """How a paragraph stands to the one before it."""

    KEPT = "kept"
    BROKEN = "broken"
    """The adverb is not the next of the sequence."""
    BROKEN_ADDRESSED = "broken, addressed"
    """As `BROKEN`, of a verb with the same addressee."""
    ANOTHER_ADDRESSEE = "another addressee"
    """It goes on though another one is addressed."""
    ORPHAN = "orphan"
    """It goes on from a paragraph that does not open so."""


class Sameness(Enum):
    """How two addressees stand to each other."""

    SAME = "same"
    NEARLY = "nearly the same"
    """One is named by the last words of the other."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """A paragraph in its sequence."""

    label: str
    place: Place
    opening: Opening
    wanted: str
    """The adverb that its place in the sequence asks for; the next one's place is told from it."""
    verdict: Verdict
    before: str
    """Label of the paragraph before it in its part; empty for the first."""
    akin: bool = False
    """Whether it is less sure: the one before may have the same phrase ("Reaffirming", "Reaffirming also its
    commitment"), or addresses nearly the same one ("action line facilitators", "Summit action line facilitators").
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Paragraphs that do not stand to the one before them as the sequence asks."""

    verdict: str
    part: str
    """ "preambular" or "operative"."""

    def __post_init__(self) -> None:
        Verdict(self.verdict)
        Part(self.part)

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Every such paragraph, with the opening that the sequence asks for."""
        for link in links(text):
            if link.verdict == self.verdict and link.place.part == self.part:
                found = link.place.text[: link.opening.end]
                words = link.opening.words(link.wanted, link.place.part)
                sure = Severity.INFO if link.akin else None
                yield link.label, Hit(0, len(found), words, _told(link), severity=sure)


def links(text: Text) -> tuple[Link, ...]:
    """Every preambular and operative paragraph in its sequence."""
    rows = tuple((label, place) for label, place in text.places if place.part in _READ)
    return _links(rows)


_READ = (Part.PREAMBULAR, Part.OPERATIVE, Part.HEADING)


@lru_cache(maxsize=64)
def _links(rows: tuple[tuple[str, Place], ...]) -> tuple[Link, ...]:
    found: list[Link] = []
    heading = False
    for label, place in rows:
        if place.part is Part.HEADING:
            heading = True
            continue
        opening = opening_of(place)
        before = found[-1] if found and _of_one_part(found[-1], label, place) else None
        if opening is not None:
            found.append(_link(label, place, opening, before, heading=heading))
        heading = False
    return tuple(found)


def _of_one_part(before: Link, label: str, place: Place) -> bool:
    return before.place.part is place.part and _section(before.label) == _section(label)


def _section(label: str) -> str:
    return label.rpartition(" ")[0]


def _link(label: str, place: Place, opening: Opening, before: Link | None, *, heading: bool) -> Link:
    wanted, verdict = "", Verdict.KEPT
    told = before.label if before else ""
    if before is None or before.opening.phrase != opening.phrase:
        if opening.adverb and opening.known:
            verdict = Verdict.ORPHAN
        akin = before is not None and _akin(before.opening.phrase, opening.phrase)
        return Link(label, place, opening, wanted, verdict, told, akin)
    after = _CHAIN[(_CHAIN.index(before.wanted) + 1) % len(_CHAIN)]
    addressed = opening.phrase in ADDRESSED
    if heading and opening.adverb in ("", after):
        wanted = opening.adverb
    elif heading:
        verdict = Verdict.BROKEN
    elif addressed and (sameness := _sameness(before, place, opening)) is not Sameness.SAME:
        if sameness is Sameness.NEARLY and not opening.adverb:
            return Link(label, place, opening, after, Verdict.BROKEN_ADDRESSED, told, akin=True)
        if sameness is Sameness.NEARLY:
            wanted = opening.adverb  # the sequence goes on from what stands there
        elif opening.adverb:
            verdict = Verdict.ANOTHER_ADDRESSEE
    else:
        wanted = after
        if opening.adverb != wanted:
            verdict = Verdict.BROKEN_ADDRESSED if addressed else Verdict.BROKEN
    return Link(label, place, opening, wanted, verdict, told)


def _akin(one: str, other: str) -> bool:
    """Whether two phrases may be one in longer italics: "Reaffirming", "Reaffirming its commitment"."""
    short, long = sorted((one, other), key=len)
    return long.startswith((f"{short} its ", f"{short} the "))


def _sameness(before: Link, place: Place, opening: Opening) -> Sameness:
    one, other = addressee(before.place, before.opening), addressee(place, opening)
    if one == other or likeness(one, other) >= SAME:
        return Sameness.SAME
    short, long = sorted((one, other), key=len)
    nearly = long.endswith(f" {short}") and len(short.split()) > 1
    return Sameness.NEARLY if nearly else Sameness.OTHER


def _told(link: Link) -> str:
    found, wanted = link.opening.adverb, link.wanted
    match link.verdict:
        case Verdict.ORPHAN:
            before = (
                f"{link.before} does not open with" if link.before else "no paragraph before it opens with"
            )
            return f"“{found}” goes on from nothing: {before} “{link.opening.phrase}”"
        case Verdict.ANOTHER_ADDRESSEE:
            return f"{link.before} addresses another one, so the sequence begins anew"
        case _:
            asked = f"“{wanted}” is next" if wanted else "the sequence begins anew"
            return f"{link.before} opens with the same words: {asked}"
