"""What a drafter sets of the rules: applied last, for one organ or all; what cannot be meant is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks import RULES, Context, Finding, Level, Profile, Severity, check
from assistant.rolling import roll
from assistant.settings import RuleSetting
from precedent.session import Organ
from tests.assistant.editions import AS_OF, SESSION, edition, rolled, shelf
from tests.sample_facts import THIRD

GA, SC = Organ.GENERAL_ASSEMBLY, Organ.SECURITY_COUNCIL
FINDING = Finding(
    rule="stale-year", severity=Severity.WARNING, label="OP1", start=0, end=4, found="2058", message="made up"
)


def profile(*told: tuple[str, str] | tuple[str, str, str]) -> Profile:
    return Profile.of((RuleSetting(*each) for each in told), RULES)


def findings(of: Profile) -> tuple[Finding, ...]:
    return check(edition(THIRD), Context(shelf(), AS_OF, SESSION, profile=of))


def test_what_is_off_is_silent_and_nothing_else_changes() -> None:
    whole, less = findings(Profile()), findings(profile(("stale-session", "off")))
    assert "stale-session" in {f.rule for f in whole}
    assert less == tuple(f for f in whole if f.rule != "stale-session")


def test_what_is_off_elsewhere_speaks_here() -> None:
    assert findings(profile(("stale-session", "off", "SC"))) == findings(Profile())
    assert findings(profile(("stale-session", "off"), ("stale-session", "on", "GA"))) == findings(Profile())


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_set(severity: Severity) -> None:
    found = findings(profile(("STALE-SESSION", str(severity))))
    assert {f.severity for f in found if f.rule == "stale-session"} == {severity}
    assert [replace(f, severity=Severity.INFO) for f in found] == [
        replace(f, severity=Severity.INFO) for f in findings(Profile())
    ]


LEVELS = st.none() | st.sampled_from(Level)


@given(LEVELS, LEVELS)
def test_the_organ_goes_before_all(overall: Level | None, own: Level | None) -> None:
    told = [("stale-year", str(overall))] * bool(overall) + [("stale-year", str(own), "SC")] * bool(own)
    made = profile(*told)
    assert made.level("stale-year", GA) == overall
    assert made.level("stale-year", SC) == (own or overall)
    for organ in (GA, SC):
        level, kept = made.level("stale-year", organ), made.applied(FINDING, organ)
        assert (kept is None) == (level is Level.OFF)
        assert ("stale-year" in made.asked(organ)) == (level not in (None, Level.OFF))
        assert ("stale-year" in made.silent(organ)) == (level is Level.OFF)


def test_what_cannot_be_meant_is_told_and_the_rest_holds() -> None:
    made = profile(
        ("stale-yaer", "off"), ("stale-year", "of"), ("stale-year", "off", "ABC"), ("stale-date", "off")
    )
    assert [line.split(": ", 1)[1] for line in made.problems] == [
        "there is no rule stale-yaer; did you mean stale-year?",
        "stale-year is set to of; a rule is off, on, info, warning, error",
        "ABC is no organ; write GA, ECOSOC, HRC, SC or a name in full",
    ]
    assert made.level("stale-date", GA) is Level.OFF
    assert made.level("stale-year", GA) is None


def test_a_roll_makes_what_is_certain_whatever_it_is_called() -> None:
    def rolled(of: Profile) -> list[str]:
        draft = roll(edition(THIRD), index=shelf(), session=SESSION, as_of=AS_OF, profile=of)
        return [change.rule for entry in draft.entries for change in entry.changes]

    plain = rolled(Profile())
    assert "stale-session" in plain
    assert rolled(profile(*((rule, "info") for rule in RULES))) == plain
    assert rolled(profile(*((rule, "error") for rule in RULES))) == plain
    assert "stale-session" not in rolled(profile(("stale-session", "off")))


def test_a_rule_that_speaks_only_when_asked_is_asked_by_being_set() -> None:
    unasked = [rule.id for rule in RULES.values() if not rule.on]
    assert unasked

    def said(made: Profile) -> set[str]:
        found = check(rolled().resolution, Context(shelf(), AS_OF, SESSION, profile=made))
        return {f.rule for f in found} & set(unasked)

    assert said(Profile()) == said(profile(*((rule, "on", "SC") for rule in unasked))) == set()
    assert said(profile(*((rule, "on") for rule in unasked))) == {"PR01"}
    assert said(profile(*((rule, "on", "GA") for rule in unasked))) == {"PR01"}
