"""Rules as data: what a house writes is read, and what is wrong in it is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.checks.editor import load_rules, parse_rules, shipped_rules
from assistant.checks.editor.declared import Declared, Local
from assistant.checks.editor.loading import met
from assistant.checks.editor.mechanisms import Pattern, Words
from assistant.checks.editor.mechanisms.calendar import Calendar, Digits
from assistant.checks.editor.mechanisms.figures import Figures
from assistant.checks.editor.mechanisms.firsts import First
from assistant.checks.editor.mechanisms.joined import Joined
from assistant.checks.editor.mechanisms.names import Names
from assistant.checks.editor.mechanisms.pairs import Pairs
from assistant.checks.finding import Severity
from assistant.checks.rule import Family, Part
from assistant.errors import RulesUnreadableError
from precedent.session import Organ

GOOD = """\
[HR01]
title = "Harbours are named"
message = "say which harbour"
severity = "info"
organs = ["General Assembly"]
parts = ["operative"]
flagged = "Lights the harbour;"
preferred = "Lights the harbour of Port Ellery;"

[HR01.pattern]
find = '\\bthe harbour\\b(?! of\\b)'
"""


def test_a_rule_of_the_house_is_read() -> None:
    (declared,) = parse_rules(GOOD, "house.toml")
    rule = declared.rule
    assert (rule.id, rule.family, rule.severity) == ("HR01", Family.HOUSE, Severity.INFO)
    assert (rule.organs, rule.parts) == ((Organ.GENERAL_ASSEMBLY,), (Part.OPERATIVE,))
    assert rule.authority
    assert rule.on
    assert not rule.safe


@pytest.mark.parametrize(
    ("before", "after", "line", "why"),
    [
        ('severity = "info"', 'severity = "fatal"', 4, '"error"'),
        ('["General Assembly"]', '["Assembly"]', 5, "General Assembly"),
        ('["operative"]', '["clause"]', 6, "sub-paragraph"),
        ('title = "Harbours are named"', "title = 3", 2, "no text"),
        ('message = "say which harbour"\n', "", 1, "message is missing"),
        ("find =", "seek =", 11, "find"),
        ("(?! of", "(?! of(", 11, "no pattern"),
        ("find = ", "replace = 'x'\nfound = ", 12, "no such key"),
        ("[HR01.pattern]\nfind", "[HR01.hunt]\nfind", 10, "pattern"),
        ("[HR01.pattern]\nfind", "[HR02]\nfind", 1, "how to look"),
        ('flagged = "Lights the harbour;"', 'flagged = "Lights a harbour;"', 7, "does not meet"),
        ("of Port Ellery;", "at Port Ellery;", 8, "is to stand instead"),
        ("find = '", "quoted = 1\nfind = '", 11, "true or false"),
    ],
)
def test_what_is_wrong_is_told_by_line(before: str, after: str, line: int, why: str) -> None:
    assert before in GOOD
    with pytest.raises(RulesUnreadableError) as told:
        parse_rules(GOOD.replace(before, after), "house.toml")
    assert f"house.toml, line {line}: HR01" in str(told.value), told.value
    assert why in str(told.value)


def test_no_toml_is_told_with_its_line() -> None:
    with pytest.raises(RulesUnreadableError, match=r"house\.toml: this is no TOML.*line 2"):
        parse_rules("[HR01]\ntitle\n", "house.toml")


def test_a_rule_that_is_wrong_costs_no_other(tmp_path: Path) -> None:
    bad = GOOD.replace("HR01", "HR02").replace('"info"', '"fatal"')
    (tmp_path / "a.toml").write_text(bad + "\n" + GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "c.toml").write_text(GOOD.replace("HR01", "PU08"), encoding="utf-8")
    book = load_rules(tmp_path)
    assert set(book.rules) - set(shipped_rules().rules) == {"HR01"}
    assert len(book.problems) == 3
    assert "a.toml, line 4" in book.problems[0]
    assert "b.toml" in book.problems[1]
    assert "there is such a rule already" in book.problems[2]


def test_a_house_without_a_folder_has_the_shipped_rules(tmp_path: Path) -> None:
    book = load_rules(tmp_path / "rules")
    assert book.problems == ()
    assert list(book.rules) == list(shipped_rules().rules)


ALONE = (Calendar, Digits, Figures, First, Joined, Names, Pairs, Pattern, Words)
"""Ways of looking to which one paragraph tells all."""
SHIPPED = [pytest.param(each, id=each.rule.id) for each in shipped_rules()]


@pytest.mark.parametrize("declared", SHIPPED)
def test_a_shipped_rule_says_all_that_there_is_to_say(declared: Declared) -> None:
    rule = declared.rule
    assert rule.family is not Family.HOUSE
    for words in (rule.title, rule.explanation, rule.authority, rule.flagged, rule.preferred, rule.message):
        assert words.strip()


@pytest.mark.parametrize("declared", SHIPPED)
def test_a_shipped_rule_meets_its_own_example(declared: Declared) -> None:
    """Of those that one paragraph alone tells; what the place tells is for the cases."""
    ways = [way for way in declared.ways if isinstance(way, ALONE)]
    if ways:
        assert met(ways, declared.rule, declared.rule.flagged)
        assert not met(ways, declared.rule, declared.rule.preferred)


WORDS = """\
[WX01]
title = "Words"
message = "“{instead}”, not “{found}”"
[WX01.words]
unless = ["\\\\bPort Center\\\\b"]
instead = { "center" = "centre", "data center" = "data centre hall", "etc" = "" }
"""


def test_a_list_meets_whole_words_and_the_longest() -> None:
    (declared,) = parse_rules(WORDS, "house.toml")
    ways = [way for way in declared.ways if isinstance(way, Local)]

    def hits(words: str) -> list[tuple[str, str | None]]:
        return [(words[h.start : h.end], h.suggestion) for h in met(ways, declared.rule, words)]

    assert hits("Center and epicenter, data center, data  center") == [
        ("Center", "Centre"),
        ("data center", "data centre hall"),
        ("center", "centre"),
    ]
    assert hits("the Port Center and “the center”, center-right, etc.") == [("etc", None)]
    assert hits("CENTER") == [("CENTER", "CENTRE")]
