"""Every rule by its cases, which lie in tests/cases/rules/RULE.toml.

A file declares its own small editions, in made-up words. A case names the edition that is checked as if it were tabled
again (`again`), or gives a draft (`draft`), with the day and session, and says what the rule finds in it:

- `[[flagged]]`: `findings`, each with the keys that it vouches for, `at` standing for the label;
- `[[clean]]`: nothing;
- `[[mended]]`: something, and nothing more once the words are those of `becomes` (label → text): by the rule's own
  suggestions, or with `by_hand = true` by the drafter, where no rule can know the words. A flagged case that says what
  it `becomes` is one of these too.

`pasted` is a text as it is pasted, whose printed numbers stay. In the place of `draft` a case may give one `paragraph`
(OP1), one of the `preamble` (PP1) or one `note` (FN1).
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.checks import RULES, Context, Finding, Severity, check
from assistant.checks.editor import shipped_rules
from assistant.checks.rules import WITH_CODE
from assistant.draft import Draft, draft_of
from assistant.editing import replace_words
from assistant.mending import take_all
from precedent.reading import markdown, plain
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.session import Organ, Session
from tests.shelf import Shelf, adopted_text

CASES = Path(__file__).resolve().parents[2] / "cases" / "rules"
KINDS = ("flagged", "clean", "mended")
SESSION = 114
DAY = dt.date(2059, 10, 1)
"""Of a case that does not say when it is checked."""
AROUND = {
    "paragraph": ("OP1", "*Noting* the tides,\n\n1. {}\n\n2. *Decides* to go on crossing."),
    "preamble": ("PP1", "{}\n\n1. *Requests* a report;\n\n2. *Decides* to go on crossing."),
    "note": ("FN1", "*Noting* the tides,[^1]\n\n*Decides* to go on crossing.\n\n[^1]: {}"),
}
"""A draft round the one thing that a case is about, and where that stands in it."""


@dataclass(frozen=True, slots=True)
class Case:
    rule: str
    kind: str
    number: int
    given: dict[str, Any]
    editions: dict[str, dict[str, Any]]

    def __str__(self) -> str:
        return f"{self.rule} {self.kind} {self.number}: {self.given.get('name', 'nameless')}"


@cache
def cases() -> tuple[Case, ...]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        page = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind in KINDS:
            for number, given in enumerate(page.get(kind, ()), 1):
                found.append(Case(path.stem, kind, number, given, page.get("editions", {})))
    return tuple(found)


def of_kind(kind: str) -> list[Case]:
    return [case for case in cases() if case.kind == kind or (kind == "mended" and "becomes" in case.given)]


def drafted(given: dict[str, Any]) -> str:
    """The draft of a case."""
    for key, (_, around) in AROUND.items():
        if key in given:
            return around.format(given[key])
    return str(given["draft"])


def place_in(given: dict[str, Any]) -> str | None:
    """The label of the one thing that a case is about."""
    return next((label for key, (label, _) in AROUND.items() if key in given), None)


def text_of(title: str, body: str) -> Resolution:
    return replace(markdown.read(body.strip().encode() + b"\n", "case"), title=title)


def shelf_of(case: Case) -> Shelf:
    return Shelf(
        *(
            adopted_text(symbol, edition["adopted"], text_of(edition["title"], edition["text"]))
            for symbol, edition in case.editions.items()
        )
    )


def subject_of(case: Case, shelf: Shelf) -> Resolution:
    """The text that is checked."""
    if "again" in case.given:
        found = shelf.document(case.given["again"])
        assert found is not None, case
        return found
    given = case.given
    organ = Organ(given.get("organ", "General Assembly"))
    head = Masthead(
        kind=DocumentKind.DRAFT,
        organ=organ,
        session=Session(organ, given.get("session", SESSION)).masthead,
        agenda_item=given.get("agenda_item"),
        sponsors=tuple(given.get("sponsors", ())),
        sponsor_line=given.get("sponsor_line"),
    )
    if "pasted" in given:
        words = plain.read(given["pasted"].strip().encode())
        return replace(words, masthead=head, title=given.get("title", "Ferries"), enacting=organ.enacting)
    return replace(
        text_of(given.get("title", "Ferries"), drafted(given)),
        masthead=head,
        enacting=given.get("enacting", organ.enacting),
    )


def found_by(case: Case, text: Resolution, shelf: Shelf) -> tuple[Finding, ...]:
    return tuple(finding for finding in check(text, context_of(case, shelf)) if finding.rule == case.rule)


def context_of(case: Case, shelf: Shelf) -> Context:
    day, session = case.given.get("as_of", DAY), case.given.get("session", SESSION)
    return Context(shelf, day, session, asked=frozenset({case.rule}))


def tells(finding: Finding, expected: dict[str, Any]) -> bool:
    known = {"at": finding.label, "severity": str(finding.severity), "found": finding.found}
    suggestion = {"suggestion": finding.suggestion or "", "evidence": list(finding.evidence)}
    return all((known | suggestion)[key] == value for key, value in expected.items())


@pytest.mark.parametrize("case", of_kind("flagged"), ids=str)
def test_flags(case: Case) -> None:
    shelf = shelf_of(case)
    text = subject_of(case, shelf)
    found = found_by(case, text, shelf)
    at = place_in(case.given)
    expected = [{"at": at} | each if at else each for each in case.given["findings"]]
    assert expected
    assert len(found) == len(expected), found
    assert [f for f, e in zip(found, expected, strict=True) if not tells(f, e)] == []
    for finding in found:
        words = text.title if finding.label == "title" else text.text_at(finding.label)
        assert words is None or words[finding.start : finding.end] == finding.found
        assert finding.authority
        assert finding.message


@pytest.mark.parametrize("case", of_kind("clean"), ids=str)
def test_leaves_alone(case: Case) -> None:
    shelf = shelf_of(case)
    assert found_by(case, subject_of(case, shelf), shelf) == ()


@pytest.mark.parametrize("case", of_kind("mended"), ids=str)
def test_is_silent_when_mended(case: Case) -> None:
    shelf = shelf_of(case)
    text = subject_of(case, shelf)
    found = found_by(case, text, shelf)
    assert found
    becomes = case.given.get("becomes", {})
    if isinstance(becomes, str):
        becomes = {place_in(case.given): becomes}
    if case.given.get("by_hand"):
        assert all(finding.suggestion is None for finding in found)
        mended = written(draft_of(text), becomes)
    else:
        mended = take_all(draft_of(text), found)
    mended = replace(mended, masthead=replace(text.masthead, **tupled(case.given.get("masthead", {}))))
    after = mended.resolution
    words = {label: after.text_at(label) for label in becomes} | (
        {"title": after.title} if "title" in becomes else {}
    )
    assert words == becomes
    assert found_by(case, as_draft(after), shelf) == ()


def written(draft: Draft, words: dict[str, str]) -> Draft:
    for label, text in words.items():
        before = draft.resolution.text_at(label)
        assert before is not None
        draft = replace_words(draft, label, 0, len(before), text)
    return draft


def tupled(head: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in head.items()}


def as_draft(text: Resolution) -> Resolution:
    """What was checked as if tabled again is now a draft."""
    head = replace(text.masthead, symbol=None, adopted=None, kind=DocumentKind.DRAFT, session=None)
    return text if text.masthead.adopted is None else replace(text, masthead=head)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("kind", ["flagged", "clean"])
def test_every_rule_has_cases_of_each_kind(rule: str, kind: str) -> None:
    assert [case for case in cases() if (case.rule, case.kind) == (rule, kind)]


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.values() if rule.safe or rule.id in WITH_CODE])
def test_every_rule_that_mends_is_seen_to(rule: str) -> None:
    assert [case for case in of_kind("mended") if case.rule == rule]


def test_every_case_is_a_rule_s_and_has_a_name() -> None:
    assert {case.rule for case in cases()} == set(RULES)
    names = [(case.rule, case.given.get("name")) for case in cases()]
    assert all(name for _, name in names)
    assert len(set(names)) == len(names)
    for path in CASES.glob("*.toml"):
        assert set(tomllib.loads(path.read_text(encoding="utf-8"))) <= {*KINDS, "editions"}


def test_what_is_mended_with_all_others_is_no_mere_hint() -> None:
    assert [rule.id for rule in RULES.values() if rule.safe and rule.severity is Severity.INFO] == []


def test_no_two_rules_share_an_id() -> None:
    from assistant.checks.rules import FAMILIES

    declared = [rule.id for family in FAMILIES for rule in family.RULES]
    declared += shipped_rules().rules
    assert sorted(declared) == sorted(RULES)
    assert len(set(declared)) == len(declared)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_documents_itself(rule: Any) -> None:
    assert RULES[rule.id] is rule
    assert re.fullmatch(r"[A-Z]{2}\d\d|[a-z]+(?:-[a-z]+)*", rule.id)
    assert all(words.strip() for words in (rule.title, rule.explanation, rule.authority))
    assert rule.flagged.strip() != rule.preferred.strip() != ""
    assert not rule.title.endswith(".")
    assert rule.explanation.endswith(".")


def test_what_is_found_is_declared() -> None:
    """Over all cases: every finding is of a declared rule and has the rule's authority."""
    for case in cases():
        shelf = shelf_of(case)
        for finding in check(subject_of(case, shelf), context_of(case, shelf)):
            assert finding.authority == RULES[finding.rule].authority
            assert finding.severity in Severity
            assert 0 <= finding.start <= finding.end


def test_the_order_is_that_of_reading() -> None:
    for case in cases():
        shelf = shelf_of(case)
        text = subject_of(case, shelf)
        found = check(text, Context(shelf, dt.date(2058, 10, 1), case.given.get("session")))
        labels = ("title", "enacting words", *(label for label, _ in text.places()))
        order = {label: place for place, label in enumerate(labels)}
        places = [(order.get(f.label, len(order)), f.start) for f in found]
        assert places == sorted(places)
