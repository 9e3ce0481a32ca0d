"""What a draft meets on its way: the budget, and the list of those who submit it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container, Iterator, Sequence

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Family, Part, Rule
from assistant.sponsors import Sponsor, in_order, officer, read_line, written
from assistant.sponsors.groups import known_group
from precedent.names import STATES, letters
from precedent.resolution import DocumentKind, Kind, Paragraph, Resolution
from precedent.session import Organ

_CIVIL = (Organ.GENERAL_ASSEMBLY, Organ.ECONOMIC_AND_SOCIAL_COUNCIL, Organ.HUMAN_RIGHTS_COUNCIL)
"""Organs whose texts need a statement of what they cost."""

RULES = (
    Rule(
        id="PR01",
        family=Family.PROCESS,
        severity=Severity.INFO,
        on=False,  # meets 3 of 100 paragraphs: one in nearly every text; the gate asks for it
        organs=_CIVIL,
        parts=(Part.OPERATIVE, Part.SUB),
        title="What is asked for may have implications for the programme budget",
        explanation=(
            "No text that involves expenditure is adopted before the Secretary-General has stated what it costs. The "
            "secretariat needs to be asked in good time where a text convenes, establishes, extends or asks for "
            "reports."
        ),
        authority="rule 153 of the rules of procedure of the General Assembly; its decision 34/401",
        flagged="Decides to convene a conference of three days in 2060;",
        preferred="the same, once the secretariat was asked what it costs",
        message="ask the secretariat for its implications in good time",
    ),
    Rule(
        id="PR02",
        family=Family.PROCESS,
        severity=Severity.INFO,
        organs=_CIVIL,
        title="A substantive text speaks of existing resources",
        explanation=(
            "How what is asked for will be paid is for the Fifth Committee; it takes issue with texts of other "
            "committees that decide it with words like these."
        ),
        authority="practice of the General Assembly on budgetary questions; to be confirmed with the secretariat",
        flagged="Requests the Secretary-General to convene a workshop within existing resources;",
        preferred="Requests the Secretary-General to convene a workshop;",
        message="the Fifth Committee may take issue with these words",
    ),
    Rule(
        id="PR03",
        family=Family.PROCESS,
        severity=Severity.ERROR,
        title="The list of sponsors is not as it will be printed",
        explanation=(
            "Sponsors are listed by their names in list form, in the order of the English alphabet, each once, "
            "observer States after the Members; a group submits a draft through a State that speaks for it, and a note "
            "says so. Sponsors named in the masthead are printed so; a line that was written out is printed as it "
            "stands."
        ),
        authority="sponsors of drafts of the 80th session; short names of States in UNTERM",
        flagged="Zambia, Turkey and Angola: draft resolution",
        preferred="Angola, Türkiye and Zambia: draft resolution",
    ),
)
_BUDGET, _RESOURCES, _LIST = RULES

_ASKS = re.compile(
    r"\b[Dd]ecides (?:also |further )?(?:to (?:appoint|authorize|convene|create|establish|extend|hold|launch|organize"
    r"|renew|set up)|that\b.{0,80}\bshall (?:be convened|be held|convene|hold|meet|consist))"
    r"|\b[Rr]equests (?:also |further )?(?:that )?the (?:Secretary-General|Secretariat"
    r"|President of the (?:General Assembly|Economic and Social Council|Human Rights Council)"
    r"|(?:Office of the )?(?:United Nations )?High Commissioner)\b"
    r"|\b(?:[Aa]uthorizes|[Ee]ndorses|[Rr]enews|[Ee]xtends)\b",
)
_COSTS = re.compile(
    r"\b(?:conferences?|consultations?|documentation|events?|experts?|interpretation|mandates?|meetings?|missions?"
    r"|(?:expert |working )?groups?|offices?|panels?|posts?|reports?|secretariat|seminars?|sessions?|staff"
    r"|stud(?:y|ies)|summits?|trust funds?|webcast(?:s|ing)?|workshops?|translat\w+|rapporteurs?)\b",
)
_NEAR = 200
"""Characters within which what is asked for follows the verb."""
_EXISTING = re.compile(
    r"\b(?:from )?within (?:the )?(?:limits of )?(?:existing|available|its existing)(?: \w+)? resources\b"
)


def judge(resolution: Resolution, asked: Container[str] = ()) -> Iterator[Finding]:
    """Findings about what will happen to a draft; adopted texts have it behind them.

    Args:
        resolution: the text.
        asked: ids of rules that speak only when they are asked, and are.
    """
    if resolution.masthead.adopted is not None:
        return
    if _BUDGET.id in asked:
        yield from budget(resolution)
    yield from _existing_resources(resolution)
    yield from _sponsors(resolution)


def budget(resolution: Resolution) -> Iterator[Finding]:
    """The paragraphs that ask for what costs something."""
    above = ""
    for paragraph in resolution.operative if _BUDGET.speaks_in(_organ(resolution)) else ():
        above = above if paragraph.level else paragraph.text
        asks = _ASKS.search(above)
        after = asks.end() if asks and not paragraph.level else 0
        costs = _COSTS.search(paragraph.text, after, after + _NEAR)
        if asks and costs and not _EXISTING.search(paragraph.text):
            start = 0 if paragraph.level else asks.start()
            yield _at(paragraph, _BUDGET, start, costs.end())


def _existing_resources(resolution: Resolution) -> Iterator[Finding]:
    if resolution.masthead.committee == "Fifth Committee" or not _RESOURCES.speaks_in(_organ(resolution)):
        return
    for paragraph in resolution.paragraphs:
        if paragraph.kind is not Kind.REPORT and (found := _EXISTING.search(paragraph.text)):
            yield _at(paragraph, _RESOURCES, found.start(), found.end())


def _organ(resolution: Resolution) -> Organ:
    return resolution.masthead.organ or Organ.GENERAL_ASSEMBLY


def _at(paragraph: Paragraph, rule: Rule, start: int, end: int) -> Finding:
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        label=paragraph.label,
        start=start,
        end=end,
        found=paragraph.text[start:end],
        message=rule.message,
        authority=rule.authority,
    )


# The sponsors


def _sponsors(resolution: Resolution) -> Iterator[Finding]:
    head = resolution.masthead
    if head.kind not in (DocumentKind.DRAFT, DocumentKind.AMENDMENT):
        return
    if head.sponsor_line is None:
        sponsors = written(head.sponsors)
        yield from map(_unknown, [s for s in sponsors if not s.known])
        return
    if officer([head.sponsor_line]):
        return
    printed = read_line(head.sponsor_line, head.sponsor_notes, resolution.footnotes)
    states = head.sponsor_line.partition(":")[0].replace("*", "")
    yield from map(_unknown, [s for s in printed if not s.known])
    if wrong := tuple(_misprinted(states, printed)):
        yield _finding(Severity.ERROR, f"in the line of sponsors {'; '.join(wrong)}")


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


def _unknown(sponsor: Sponsor) -> Finding:
    if known_group(sponsor.name):
        return _finding(
            Severity.ERROR,
            f"{sponsor.name} submits a draft through the State that speaks for it: write Egypt (on behalf of the "
            f"{sponsor.name}), with that State",
        )
    known = {letters(name): name for name in STATES}
    near = difflib.get_close_matches(letters(sponsor.name), known, n=1, cutoff=0.75)
    hint = f"; {known[near[0]]} is meant?" if near else ""
    return _finding(Severity.WARNING, f"no State is listed as “{sponsor.name}”{hint}")


def _finding(severity: Severity, message: str) -> Finding:
    return Finding(
        rule=_LIST.id,
        severity=severity,
        label="masthead",
        start=0,
        end=0,
        found="",
        message=message,
        authority=_LIST.authority,
    )
