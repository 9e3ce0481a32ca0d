"""The register grows: entries added to a drafter's own file, files looked through, and what the command prints."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.facts import Meeting, Register, Statistic, load_facts, shipped_facts
from assistant.facts.adding import FORMS, FactRefusedError, added, completed, missing
from assistant.facts.kinds import KINDS
from assistant.facts.loading import FactsFile, parse_facts, shipped_files
from assistant.facts.scrutiny import scrutinized
from assistant.storage.facts import add_fact

DAY = dt.date(2060, 1, 1)
FACTS = {
    "resolution": {"symbol": "A/RES/114/35", "adopted": "2059-12-01", "series": "lights", "source": "A/RES/114/35"},
    "meeting": {
        "name": "Board of Pilots", "unit": "session", "ordinal": "11", "year": "2058", "first": "2058-05-03",
        "last": "2058-05-06", "names": "Board of Pilots|Pilots’ Board", "source": "A/RES/113/28 PP4",
    },
    "report": {"name": "State of the Harbours", "year": "2058", "title": "First “Lamps”", "source": "A/RES/113/28 PP7"},
    "statistic": {
        "measures": "dark harbours", "unit": "per cent", "wordings": "{} of harbours|{} of all harbours",
        "value": "38.5", "about": "almost", "year": "2058", "source": "a letter", "known": "2058-11-17",
        "trust": "one page",
    },
    "programme": {"name": "Lights Programme", "first": "2051", "last": "2060", "source": "A/RES/106/2"},
    "renamed": {"old": "Harbour Week", "new": "Lights Week", "since": "2058-01-01", "source": "A/RES/113/28 OP4"},
    "mandate": {
        "name": "the Board's mandate", "by": "A/RES/113/40", "now": "it is permanent", "wordings": "existing mandate",
        "source": "A/RES/113/40",
    },
}  # fmt: skip


# Adding


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_added_is_read_back_and_the_rest_of_the_file_stays(kind: str) -> None:
    begun = "# mine\n\n" + added("renamed", FACTS["renamed"] | {"old": "Pier Day"}, "", "own.toml")[0]
    whole, fact = added(kind, FACTS[kind], begun, "own.toml")
    assert whole.startswith(begun)
    register = parse_facts(whole, "own.toml")
    assert register.problems == ()
    assert register.facts[fact.kind, fact.key] == fact
    assert len(register.facts) == 2
    assert fact.kind in KINDS
    for key, value in FACTS[kind].items():
        written = getattr(fact, {"name": "series", "about": "about_word"}.get(key, key), None)
        if isinstance(written, str):
            assert written == value


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_words_survive_the_file(words: str) -> None:
    given_words = FACTS["report"] | {"title": words, "name": words}
    _, fact = added("report", given_words, "", "own.toml")
    assert fact.about.startswith(words.strip())


@pytest.mark.parametrize(
    ("kind", "change", "told"),
    [
        ("renamed", {"since": "soon"}, "since: 'soon' is no date"),
        ("renamed", {"new": "harbour week"}, "new: the same as the old name"),
        ("renamed", {"colour": "red"}, "colour: a renamed has no such key"),
        ("statistic", {"value": "a third"}, "value: 'a third' is no number"),
        ("statistic", {"value": "nan"}, "value: 'nan' is no number"),
        ("statistic", {"wordings": "of harbours"}, "wordings: each has {} once"),
        ("statistic", {"unit": "lamps"}, "value: “38.5 lamps” is no figure"),
        ("statistic", {"known": ""}, "known: missing: the source is no resolution"),
        ("statistic", {"trust": "hearsay"}, "trust: 'hearsay' is none of"),
        ("meeting", {"year": "MMLVIII"}, "year: 'MMLVIII' is no whole number"),
        ("meeting", {"last": "2058-05-01"}, "last: before the first day"),
        ("mandate", {"by": "the Council"}, "by: no document symbol"),
        ("report", {"source": " "}, "a report needs source=…"),
        ("report", {"year": "", "name": ""}, "a report needs name=…, year=…"),
    ],
)
def test_what_is_wrong_is_refused_with_its_key(kind: str, change: dict[str, str], told: str) -> None:
    given_words = {key: value for key, value in (FACTS[kind] | change).items() if value}
    with pytest.raises(FactRefusedError) as error:
        added(kind, given_words, "", "own.toml")
    assert str(error.value).startswith(told)


def test_a_file_that_is_no_toml_is_not_added_to(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[[resolution]\n", encoding="utf-8")
    with pytest.raises(FactRefusedError, match="no TOML"):
        add_fact(tmp_path, "renamed", FACTS["renamed"])
    assert (tmp_path / "own.toml").read_text(encoding="utf-8") == "[[resolution]\n"


@pytest.mark.parametrize("name", ["../own.toml", "own.txt", ".own.toml", "a/own.toml"])
def test_only_a_file_of_the_folder_is_added_to(tmp_path: Path, name: str) -> None:
    with pytest.raises(FactRefusedError):
        add_fact(tmp_path / "facts", "renamed", FACTS["renamed"], name)


def test_what_the_register_knows_of_a_series_need_not_be_said() -> None:
    given_words = completed("statistic", {"measures": "women who use the Internet, world"}, shipped_facts())
    assert missing("statistic", given_words) == ("value", "source")
    assert given_words["beside"] == "Internet"
    given_words = completed("meeting", {"name": "Internet Governance Forum"}, shipped_facts())
    assert missing("meeting", given_words) == ("year", "source")
    assert missing("meeting", completed("meeting", {"name": "Board of Pilots"}, shipped_facts())) == (
        "unit", "year", "source",
    )  # fmt: skip


def _add(folder: Path, number: int) -> None:
    add_fact(folder, "renamed", FACTS["renamed"] | {"old": f"Week {number}"})


def test_two_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: _add(tmp_path, number), range(24)))
    assert len(load_facts(tmp_path).facts) == len(shipped_facts().facts) + 24


# Looking through


def test_the_shipped_files_contradict_nothing_and_have_no_errors() -> None:
    found = scrutinized(shipped_files(), dt.date(2020, 1, 1))
    assert found == ()


SERIES = '[[series]]\nname = "Board of Pilots"\nunit = "session"\n'


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            SERIES + "meetings = [{ ordinal = 1, year = 2050 }]\n",
            "error",
            "own.toml, line 4: series 1.meetings 1.source",
        ),
        (
            SERIES + 'counts = [{ less = 2049, first = 2050, last = 2060, source = "a letter" }]\n'
            'meetings = [\n{ ordinal = 1, year = 2050, source = "a letter" },\n'
            '{ ordinal = 3, year = 2051, source = "a letter" }]\n',
            "contradiction",
            "own.toml, line 7: Board of Pilots: session 3, 2051; by the count of the series that year had 2",
        ),
        (
            SERIES + 'meetings = [{ ordinal = 1, year = 2051, source = "x" },\n'
            '{ ordinal = 2, year = 2050, source = "x" }]\n',
            "contradiction",
            "own.toml, line 5: Board of Pilots: session 2, 2050; but",
        ),
        (
            '[[resolution]]\nsymbol = "A/RES/80/118"\nadopted = 2025-12-16\nsource = "a letter"\n',
            "contradiction",
            "own.toml, line 1: A/RES/80/118 of 16 December 2025; but resolutions.toml, line",
        ),
        (
            '[[resolution]]\nsymbol = "A/RES/114/35"\nadopted = 2058-12-16\nsource = "a letter"\n',
            "contradiction",
            "own.toml, line 1: A/RES/114/35 is dated 16 December 2058",
        ),
        (
            '[[programme]]\nname = "Lights"\nfollowed_by = "More Lights"\nsource = "A/RES/1/1"\n',
            "contradiction",
            "own.toml, line 1: Lights: no programme is called More Lights",
        ),
        (
            ('[[report]]\nname = "Tides"\nrefresh = 2059-01-01\neditions = [\n'
            '{ year = 2056, source = "A/RES/111/1" },\n{ year = 2057, source = "A/RES/112/1" },\n]\n'),
            "overdue",
            "own.toml, line 6: Tides 2057; to be refreshed by 1 January 2059",
        ),
    ],
)  # fmt: skip
def test_what_is_to_be_looked_at_is_told_with_its_line(text: str, kind: str, told: str) -> None:
    own = FactsFile("own.toml", parse_facts(text, "own.toml"), shipped=False)
    shipped = [f for f in shipped_files() if f.name == "resolutions.toml"]
    (trouble,) = scrutinized((*shipped, own), DAY)
    assert trouble.kind == kind
    assert str(trouble).startswith(told)


def test_the_newest_value_holds_whatever_the_order_of_the_files() -> None:
    values = ((2, "2059-01-01"), (1, "2058-01-01"))
    texts = [
        '[[statistic]]\nmeasures = "m"\nunit = "per cent"\nwordings = ["{} of piers"]\n'
        f'values = [{{ value = {value}, source = "a letter {value}", known = {day} }}]\n'
        for value, day in values
    ]
    for order in (texts, texts[::-1]):
        register = Register()
        for text in order:
            register = register.extended_by(parse_facts(text, "own.toml"))
        assert [v.value for v in register.statistics(DAY)["m"]] == [1, 2]
        assert [v.value for v in register.statistics(dt.date(2058, 6, 1))["m"]] == [1]


# The command


def test_facts_are_listed_by_words_kind_and_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "State", "of", "Broadband", "--as-of", "2023-01-01", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [fact["year"] for fact in listed] == [2016, 2019, 2020, 2021, 2022]
    assert {fact["kind"] for fact in listed} == {"report"}
    assert all(fact["source"] and fact["at"].startswith("reports.toml, line ") for fact in listed)
    assert main(["facts", "list", "--kind", "statistic", "--due", "--as-of", "2030-01-01"]) == 0
    due = capsys.readouterr().out
    assert "women who use the Internet, world: 71 per cent (2025)" in due
    assert "to be refreshed by 30 November 2026" in due
    assert "63 per cent" not in due


def test_a_fact_is_added_and_checked_with(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [f"{key}={value}" for key, value in FACTS["renamed"].items()]
    assert main(["facts", "add", "renamed", *words]) == ExitStatus.DONE
    assert capsys.readouterr().out.startswith(f"{home / 'facts' / 'own.toml'}: added renamed Harbour Week")
    draft = tmp_path / "draft.md"
    draft.write_text("*Noting* Harbour Week,\n", encoding="utf-8")
    main(["check", str(draft), "--as-of", "2060-01-01", "--format", "jsonl"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (told,) = [f for f in found if f["rule"] == "stale-name"]
    assert (told["found"], told["suggestion"]) == ("Harbour Week", "Lights Week")
    assert told["evidence"] == ["register of facts: A/RES/113/28 OP4"]


def test_an_entry_that_takes_another_s_place_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["symbol=A/RES/80/118", "adopted=2025-12-16", "source=a letter"]
    assert main(["facts", "add", "resolution", *words]) == ExitStatus.DONE
    assert "it holds in place of A/RES/80/118 of 15 December 2025" in capsys.readouterr().err
    main(["facts", "check", "--as-of", "2020-01-01"])
    assert "contradiction: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["add"], "say what to add"),
        (["add", "colour"], "say what to add"),
        (["add", "renamed", "old"], "is no KEY=VALUE"),
        (["add", "renamed", "old=Week"], "a renamed needs new=…, since=…, source=…"),
        (["check", "everything"], "check takes no words"),
    ],
)
def test_a_wrong_call_is_told_and_asks_nothing(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facts", *words]) == ExitStatus.USAGE
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


def test_check_tells_by_its_status(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "check", "--as-of", "2020-01-01"]) == ExitStatus.DONE
    assert "nothing to look at" in capsys.readouterr().out
    assert main(["facts", "check", "--as-of", "2030-01-01", "--format", "json"]) == ExitStatus.FINDINGS
    page = json.loads(capsys.readouterr().out)
    assert {trouble["kind"] for trouble in page["found"]} == {"overdue"}
    assert sum(file["facts"] for file in page["files"]) == len(shipped_facts().facts)
    (home / "facts").mkdir()
    (home / "facts" / "own.toml").write_text('[[renamed]]\nold = "a"\n', encoding="utf-8")
    assert main(["facts", "check", "--as-of", "2020-01-01"]) == ExitStatus.UNREADABLE
    assert f"{home / 'facts' / 'own.toml'}, line 1: renamed 1.new: missing" in capsys.readouterr().out


# What is shipped


@pytest.mark.parametrize("kind", [Meeting, Statistic])
def test_what_was_read_on_one_page_only_says_so(kind: type[Meeting | Statistic]) -> None:
    facts = [fact for fact in shipped_facts().of_kind(kind) if "/RES/" not in fact.source]
    assert facts
    assert all(fact.trust == "one page" for fact in facts)
