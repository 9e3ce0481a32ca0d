"""The register of facts: what it holds, how a wrong file is told, and what the checks make of it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.checks import Context, Finding, check
from assistant.cli import main
from assistant.draft import draft_of
from assistant.facts import Adopted, Fact, Meeting, Register, Trust, load_facts, shipped_facts
from assistant.facts.loading import parse_facts
from assistant.mending import take_all
from assistant.rolling import roll
from assistant.workbench import Workbench
from precedent.reading import markdown, read
from precedent.references import DayRange, ResolutionCitation, find_references
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.session import Organ, Session
from precedent.symbol import Symbol
from tests.shelf import Shelf, adopted_text

EXPERTS = "Intergovernmental Group of Experts on E-commerce and the Digital Economy"
ADOPTED = tuple(shipped_facts().adopted.values())
MEETINGS = tuple(shipped_facts().meetings.values())

# What is shipped


@pytest.mark.parametrize("entry", ADOPTED, ids=lambda a: str(a.symbol))
def test_an_adoption_has_a_source_and_a_day_of_its_session(entry: Adopted) -> None:
    assert Symbol.parse(source_symbol(entry.source)).kind == "resolution"
    assert entry.symbol.kind == "resolution"
    organ = entry.symbol.organ
    assert organ is not None
    assert str(Session.on(entry.adopted, organ).number) == entry.symbol.session


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda m: f"{m.series} {m.ordinal or m.year}")
def test_a_meeting_has_a_source_and_days_in_order(meeting: Meeting) -> None:
    assert founded(meeting)
    assert meeting.names
    assert meeting.unit
    assert 2000 < meeting.year < 2040
    if meeting.first and meeting.last:
        assert dt.timedelta(0) <= meeting.last - meeting.first < dt.timedelta(days=30)
        assert meeting.first.year == meeting.year


def test_ordinals_and_years_of_a_series_rise_together() -> None:
    for series in {m.series for m in MEETINGS}:
        counted = [(m.ordinal, m.year) for m in MEETINGS if m.series == series and m.ordinal]
        assert counted == sorted(counted)
        assert len({year for _, year in counted}) == len(counted)


def test_editions_of_a_series_rise_in_number_and_day() -> None:
    for slug in {a.series for a in ADOPTED if a.series}:
        days = [a.adopted for a in sorted(ADOPTED, key=lambda a: a.symbol) if a.series == slug]
        assert days == sorted(days)
        assert len({a.symbol.organ for a in ADOPTED if a.series == slug}) == 1


@pytest.mark.parametrize("seed", ["A_RES_77_150", "A_RES_80_118", "E_RES_2017_21", "E_RES_2023_3"])
def test_what_names_a_text_at_hand_is_said_there(shared: Path, seed: str) -> None:
    text = read(shared / "seeds" / f"{seed}.txt")
    symbol = str(text.masthead.symbol)
    adoptions = [a for a in ADOPTED if source_symbol(a.source) == symbol]
    meetings = [m for m in MEETINGS if source_symbol(m.source) == symbol]
    assert adoptions
    assert meetings
    for entry in adoptions:
        if str(entry.symbol) == entry.source:
            assert entry.adopted == text.masthead.adopted
        else:
            assert (entry.symbol, entry.adopted) in cited_in(words_at(text, entry.source), text)
    for meeting in meetings:
        words = words_at(text, meeting.source)
        if meeting.place != "online" and "place" not in meeting.source:
            assert meeting.place.split(",")[0] in words
        if meeting.first:
            ranges = [r for r in find_references(words, text.masthead.organ) if isinstance(r, DayRange)]
            assert (meeting.first, meeting.last) in [(r.start, r.end) for r in ranges]


def founded(fact: Fact) -> bool:
    """Whether an entry rests on a resolution, or says that it was read on one page only."""
    if fact.trust is Trust.ONE_PAGE:
        return True
    return Symbol.parse(source_symbol(fact.source)).kind == "resolution"


def source_symbol(source: str) -> str:
    return source.split(" ", maxsplit=1)[0]


def words_at(text: Resolution, source: str) -> str:
    words = text.text_at(source.split(", ", maxsplit=1)[0].split(" ", maxsplit=1)[1])
    assert words
    return words


def cited_in(words: str, text: Resolution) -> list[tuple[Symbol, dt.date | None]]:
    found = find_references(words, text.masthead.organ)
    return [(r.symbol, r.date) for r in found if isinstance(r, ResolutionCitation)]


# What is known on which day


def test_nothing_is_told_before_its_day() -> None:
    facts = shipped_facts()
    second = Symbol.parse("E/RES/2023/3")
    assert facts.resolution(second, dt.date(2023, 6, 6)) is None
    assert facts.resolution(second, dt.date(2023, 6, 7)) is not None
    assert facts.editions(second, dt.date(2023, 6, 6)) == ()
    assert (
        str(facts.editions(Symbol.parse("E/RES/2022/15"), dt.date(2023, 6, 6))[-1].symbol) == "E/RES/2022/15"
    )


def test_a_meeting_ahead_is_known_once_its_source_is_adopted() -> None:
    def ordinals(as_of: dt.date) -> list[int | None]:
        known = shipped_facts().meetings_known("session", as_of)
        return [m.ordinal for m in known if m.series == EXPERTS]

    assert ordinals(dt.date(2024, 12, 18))[-1] == 7
    assert ordinals(dt.date(2024, 12, 19))[-1] == 8  # announced by A/RES/79/194 of that day


def test_a_drafter_may_say_since_when_a_meeting_is_known() -> None:
    early, late = dt.date(2057, 1, 31), dt.date(2057, 2, 1)
    pilots = register(meeting(known="known = 2057-02-01"))
    assert pilots.meetings_known("session", early) == ()
    assert len(pilots.meetings_known("session", late)) == 1
    unknown = register(meeting())
    assert unknown.meetings_known("session", late) == ()
    assert len(unknown.meetings_known("session", dt.date(2058, 5, 6))) == 1


# Files


def meeting(entry: str = "ordinal = 11, year = 2058", known: str = "") -> str:
    days = "first = 2058-05-03, last = 2058-05-06"
    items = ", ".join(filter(None, (entry, days, 'source = "a letter"', known)))
    return f'[[series]]\nname = "Board of Pilots"\nunit = "session"\nmeetings = [{{ {items} }}]\n'


def register(*texts: str) -> Register:
    made = Register.of()
    for text in texts:
        made = made.extended_by(parse_facts(text, "own.toml"))
    return made


RESOLUTION = '[[resolution]]\nsymbol = "E/RES/2059/7"\nadopted = 2059-07-24\nsource = "E/RES/2059/7"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("resolution = 3", "resolution: 3 is no list"),
        ("[[resolutions]]\n", "resolutions: no such key"),
        ("[[resolution]\n", "no TOML"),
        (RESOLUTION.replace("source", "sorce"), "resolution 1.sorce: no such key"),
        (RESOLUTION.replace('source = "E/RES/2059/7"', ""), "resolution 1.source: missing"),
        (RESOLUTION.replace('source = "E/RES/2059/7"', 'source = " "'), "resolution 1.source: missing"),
        (
            RESOLUTION + RESOLUTION.replace("2059-07-24", '"24 July"'),
            "resolution 2.adopted: '24 July' is no date",
        ),
        (RESOLUTION.replace("2059-07-24", "2059-07-24T10:00:00"), "resolution 1.adopted:"),
        (RESOLUTION.replace('"E/RES/2059/7"', '"2059/7"', 1), "resolution 1.symbol: no document symbol"),
        (RESOLUTION.replace('"E/RES/2059/7"', '"E/2059/7"', 1), "resolution 1.symbol: no resolution"),
        (meeting("ordinal = true, year = 2058"), "series 1.meetings 1.ordinal: True is no whole number"),
        (meeting("ordinal = 11"), "series 1.meetings 1.year: missing"),
        (meeting("year = 2031"), "series 1.meetings 1.last: not in that year"),
        (meeting().replace("2058-05-06", "2058-05-02"), "series 1.meetings 1.last: before the first day"),
        (meeting().replace("last = 2058-05-06, ", ""), "series 1.meetings 1.last: missing"),
        (meeting().replace('unit = "session"', ""), "series 1.unit: missing"),
        (meeting().replace("unit", 'names = [""]\nunit'), "series 1.names: not a list of words"),
        (
            '[[series]]\nname = "B"\nunit = "session"\nmeetings = [3]\n',
            "series 1.meetings: not a list of tables",
        ),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_key(text: str, told: str) -> None:
    (problem,) = parse_facts(text, "own.toml").problems
    assert problem.startswith("own.toml")
    assert told in problem


def test_a_drafter_s_own_files_are_read_and_a_bad_entry_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(RESOLUTION, encoding="utf-8")
    (tmp_path / "b.toml").write_text(
        RESOLUTION.replace("2059/7", "2059/8") + "colour = 3\n" + RESOLUTION.replace("2059/7", "2059/9"),
        encoding="utf-8",
    )
    (tmp_path / "c.toml").write_bytes(b"\xff")
    (tmp_path / "d.toml").mkdir()
    (tmp_path / "e.toml").write_text(meeting(), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no register", encoding="utf-8")
    facts = load_facts(tmp_path)
    assert "E/RES/2059/7" in facts.adopted
    assert "E/RES/2059/8" not in facts.adopted
    assert "E/RES/2059/9" in facts.adopted
    assert ("Board of Pilots", 11) in facts.meetings
    assert len(facts.problems) == 3
    assert [Path(re.split(r":|,", line)[0]).name for line in facts.problems] == ["b.toml", "c.toml", "d.toml"]
    assert "b.toml, line 5: resolution 1.colour" in facts.problems[0]
    assert set(shipped_facts().adopted) < set(facts.adopted)


def test_the_later_file_holds_where_two_tell_of_one_thing() -> None:
    facts = register(
        RESOLUTION, RESOLUTION.replace("07-24", "07-25"), meeting(), meeting().replace("05-06", "05-07")
    )
    assert facts.adopted["E/RES/2059/7"].adopted == dt.date(2059, 7, 25)
    assert facts.meetings["Board of Pilots", 11].last == dt.date(2058, 5, 7)


def test_without_a_folder_there_is_what_is_shipped(tmp_path: Path) -> None:
    assert load_facts(tmp_path / "none") == shipped_facts()


def test_the_workbench_checks_with_the_drafter_s_own_facts(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "pilots.toml").write_text(RESOLUTION, encoding="utf-8")
    text = draft("*Recalling* Economic and Social Council resolution 2059/7 of 25 July 2059,")
    bench = Workbench(tmp_path, today=lambda: dt.date(2060, 10, 1))
    found = bench.check(draft_of(text), as_of=dt.date(2060, 10, 1))
    assert [f.suggestion for f in found if f.rule == "RF03"] == ["24 July 2059"]
    bench.close()


def test_the_command_says_which_file_was_left_out(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "facts").mkdir()
    (home / "facts" / "own.toml").write_text("colour = 3\n", encoding="utf-8")
    file = tmp_path / "draft.md"
    file.write_text("*Noting* rafts,\n", encoding="utf-8")
    main(["check", str(file)])
    told = capsys.readouterr()
    assert f"{home / 'facts' / 'own.toml'}, line 1: colour: no such key" in told.err
    assert len([line for line in told.err.splitlines() if "own.toml" in line]) == 1


# What the checks make of it

SERIES = "".join(
    f'[[resolution]]\nsymbol = "E/RES/{symbol}"\nadopted = {day}\nseries = "rafts"\nsource = "a letter"\n'
    for symbol, day in (
        ("2050/2", "2050-07-20"),
        ("2057/7", "2057-07-24"),
        ("2058/9", "2058-07-23"),
        ("2059/4", "2059-07-22"),
    )
)


def draft(*paragraphs: str, notes: str = "") -> Resolution:
    body = "\n\n".join((*paragraphs, "1. *Decides* to go on punting.", *filter(None, [notes]))) + "\n"
    text = markdown.read(body.encode(), "made up")
    organ = Organ.GENERAL_ASSEMBLY
    head = Masthead(kind=DocumentKind.DRAFT, organ=organ, session=Session(organ, 115).masthead)
    return replace(text, masthead=head, title="Punts", enacting=organ.enacting)


def found_in(
    text: Resolution, as_of: dt.date, facts: Register, *rules: str, shelf: Shelf | None = None
) -> list[Finding]:
    context = Context(shelf or Shelf(), as_of, facts=facts)
    return [f for f in check(text, context) if f.rule in rules]


def told(found: list[Finding]) -> list[tuple[Any, ...]]:
    return [(f.label, str(f.severity), f.found, f.suggestion) for f in found]


CITING = (
    "*Recalling* Economic and Social Council resolution 2057/7 of 24 July 2057 on rafts and earlier ones,"
)


def test_a_wrong_date_of_what_the_index_does_not_hold() -> None:
    text = draft("*Recalling* Economic and Social Council resolution 2057/7 of 25 July 2057 on rafts,")
    (found,) = found_in(text, dt.date(2058, 1, 1), register(SERIES), "RF03")
    assert (found.found, found.suggestion) == ("25 July 2057", "24 July 2057")
    assert found.evidence == ("register of facts: a letter",)
    assert found_in(text, dt.date(2057, 7, 1), register(SERIES), "RF03") == []


def test_the_index_is_believed_where_it_holds_the_text() -> None:
    text = draft("*Recalling* Economic and Social Council resolution 2057/7 of 25 July 2057 on rafts,")
    shelf = Shelf(adopted_text("E/RES/2057/7", dt.date(2057, 7, 25), draft("*Noting* rafts,")))
    assert found_in(text, dt.date(2058, 1, 1), register(SERIES), "RF03", shelf=shelf) == []


def test_a_date_that_a_list_shares_is_not_held_against_the_register() -> None:
    text = draft("*Recalling* Economic and Social Council resolutions 2057/7, and 2057/8 of 25 July 2057,")
    assert found_in(text, dt.date(2058, 1, 1), register(SERIES), "RF03") == []


@pytest.mark.parametrize(
    ("as_of", "suggestion"),
    [
        ("2058-07-22", None),
        ("2058-07-23", "2058/9 of 23 July 2058"),
        ("2059-10-01", "2059/4 of 22 July 2059"),
    ],
)
def test_a_draft_is_told_of_the_last_edition_on_the_day(as_of: str, suggestion: str | None) -> None:
    found = found_in(draft(CITING), dt.date.fromisoformat(as_of), register(SERIES), "stale-citation")
    assert told(found) == ([("PP1", "warning", "2057/7 of 24 July 2057", suggestion)] if suggestion else [])
    assert all(f.evidence == ("register of facts: a letter",) for f in found)


def test_the_founding_edition_stands() -> None:
    text = draft("*Recalling* Economic and Social Council resolution 2050/2 of 20 July 2050 on rafts,")
    earlier = adopted_text("A/RES/112/31", dt.date(2057, 12, 3), text)
    for each in (text, earlier):
        assert found_in(each, dt.date(2059, 10, 1), register(SERIES), "stale-citation") == []


def test_an_older_edition_beside_the_newest_stands() -> None:
    text = draft(
        CITING, "*Recalling also* Economic and Social Council resolution 2059/4 of 22 July 2059 on rafts,"
    )
    assert found_in(text, dt.date(2059, 10, 1), register(SERIES), "stale-citation") == []


def test_an_earlier_text_moves_on_from_what_was_newest_then() -> None:
    first = adopted_text("A/RES/112/31", dt.date(2057, 12, 3), draft(CITING))
    found = found_in(first, dt.date(2058, 10, 1), register(SERIES), "stale-citation")
    assert told(found) == [("PP1", "warning", "2057/7 of 24 July 2057", "2058/9 of 23 July 2058")]
    late = adopted_text("A/RES/113/31", dt.date(2058, 12, 3), draft(CITING))  # it means that very act
    assert found_in(late, dt.date(2059, 10, 1), register(SERIES), "stale-citation") == []


def test_a_slot_that_moved_before_moves_with_certainty() -> None:
    before = CITING.replace("2057/7 of 24 July 2057", "2050/2 of 20 July 2050")
    first = adopted_text("A/RES/111/31", dt.date(2056, 12, 3), draft(before))
    second = adopted_text("A/RES/112/31", dt.date(2057, 12, 3), draft(CITING))
    found = found_in(
        second, dt.date(2058, 10, 1), register(SERIES), "stale-citation", shelf=Shelf(first, second)
    )
    assert told(found) == [("PP1", "error", "2057/7 of 24 July 2057", "2058/9 of 23 July 2058")]


LISTING = CITING.replace("2057/7 of 24 July 2057", "2058/9 of 23 July 2058") + "[^1]"
NOTE = "[^1]: Economic and Social Council resolutions 2050/2 and 2057/7."


def test_the_note_grows_with_the_citation() -> None:
    text = draft(LISTING, notes=NOTE)
    context = Context(Shelf(), dt.date(2059, 10, 1), facts=register(SERIES))
    found = [f for f in check(text, context) if f.suggestion]
    assert told(found) == [
        ("PP1", "error", "2058/9 of 23 July 2058", "2059/4 of 22 July 2059"),
        ("FN1", "error", " and 2057/7", ", 2057/7 and 2058/9"),
    ]
    mended = take_all(draft_of(text), found).resolution
    assert mended.text_at("FN1") == "Economic and Social Council resolutions 2050/2, 2057/7 and 2058/9."
    assert not [f for f in check(mended, context) if f.suggestion]


def test_a_note_that_lags_behind_its_paragraph_is_brought_up() -> None:
    text = draft(LISTING.replace("2058/9 of 23 July 2058", "2059/4 of 22 July 2059"), notes=NOTE)
    found = found_in(text, dt.date(2059, 10, 1), register(SERIES), "stale-series-note")
    assert told(found) == [("FN1", "error", " and 2057/7", ", 2057/7 and 2058/9")]


def test_where_the_register_may_lack_an_edition_the_drafter_looks() -> None:
    text = draft(LISTING, notes="[^1]: Economic and Social Council resolution 2050/2.")
    found = found_in(text, dt.date(2058, 10, 1), register(SERIES), "stale-series-note")
    assert told(found) == [("FN1", "warning", "resolution 2050/2", "resolutions 2050/2 and 2057/7")]


def test_the_council_s_own_series() -> None:
    """With what is shipped and nothing in the index."""
    text = draft("*Recalling* Economic and Social Council resolution 2022/15 of 21 July 2022 on punts,")
    facts = shipped_facts()
    on_the_day = found_in(text, dt.date(2023, 12, 1), facts, "stale-citation")
    assert told(on_the_day) == [("PP1", "warning", "2022/15 of 21 July 2022", "2023/3 of 7 June 2023")]
    assert on_the_day[0].evidence == ("register of facts: E/RES/2023/3",)
    assert found_in(text, dt.date(2023, 6, 6), facts, "stale-citation") == []
    earlier = adopted_text("A/RES/77/150", dt.date(2022, 12, 14), text)
    assert told(found_in(earlier, dt.date(2023, 12, 1), facts, "stale-citation")) == told(on_the_day)


def test_a_real_text_is_rolled_forward_without_any_index(shared: Path) -> None:
    text = read(shared / "seeds" / "A_RES_77_150.txt")
    rolled = roll(text, index=Shelf(), session=78, as_of=dt.date(2023, 12, 1)).resolution
    first, second = rolled.text_at("PP1") or "", rolled.text_at("PP2") or ""
    assert "77/150 of 14 December 2022" in first
    assert "2023/3 of 7 June 2023" in second
    assert (rolled.text_at("FN1") or "").endswith(" 75/202 and 76/189.")
    assert (rolled.text_at("FN2") or "").endswith(" 2021/28 and 2022/15.")


# Meetings

PILOTS = (
    '[[series]]\nname = "Board of Pilots"\nunit = "session"\nmeetings = [\n'
    '{ ordinal = 9, year = 2056, first = 2056-05-05, last = 2056-05-08, source = "a letter" },\n'
    '{ ordinal = 10, year = 2057, first = 2057-05-04, last = 2057-05-07, source = "a letter" },\n'
    '{ ordinal = 11, year = 2058, first = 2058-05-03, last = 2058-05-04, place = "Port Ellery",'
    ' source = "a letter" },\n]\n'
)
HELD = "*Noting* the {} session of the Board of Pilots, held in Port Ellery {},"


def edition(symbol: str, day: dt.date, ordinal: str, days: str) -> Resolution:
    return adopted_text(symbol, day, draft(HELD.format(ordinal, days)))


def test_the_days_move_on_with_their_session() -> None:
    ninth = edition("A/RES/111/31", dt.date(2056, 12, 3), "ninth", "from 5 to 8 May 2056")
    tenth = edition("A/RES/112/31", dt.date(2057, 12, 3), "tenth", "from 4 to 7 May 2057")
    shelf, rules = Shelf(ninth, tenth), ("stale-session", "stale-date")
    found = found_in(tenth, dt.date(2058, 10, 1), register(PILOTS), *rules, shelf=shelf)
    assert [(f.found, f.suggestion) for f in found] == [
        ("tenth session", "eleventh session"),
        ("from 4 to 7 May 2057", "on 3 and 4 May 2058"),
    ]
    assert found[0].severity is found[1].severity
    assert found[1].evidence[-1] == "register of facts: a letter"
    assert "Port Ellery" in found[1].message
    before = found_in(tenth, dt.date(2058, 5, 3), register(PILOTS), *rules, shelf=shelf)
    assert [f.suggestion for f in before] == ["eleventh session", None]  # the eleventh is not over yet


@pytest.mark.parametrize(
    ("ordinal", "days", "suggestion"),
    [
        ("tenth", "from 4 to 7 May 2057", ...),
        ("tenth", "on 5 May 2057", ...),
        ("tenth", "in May 2057", ...),
        ("tenth", "in 2057", ...),
        ("tenth", "from 4 to 8 May 2057", "4 to 7 May 2057"),
        ("eleventh", "from 3 to 6 May 2058", "on 3 and 4 May 2058"),
        ("tenth", "in June 2057", "May 2057"),
        ("tenth", "on 9 May 2057", None),
        ("tenth", "from 4 to 7 May 2058", None),
        ("tenth", "in 2030", None),
        ("twelfth", "in 2058", None),
        ("twelfth", "in 2059", ...),
    ],
)
def test_a_pair_is_held_against_the_register(ordinal: str, days: str, suggestion: Any) -> None:
    """An ellipsis: nothing is found."""
    found = found_in(
        draft(HELD.format(ordinal, days)), dt.date(2058, 10, 1), register(PILOTS), "meeting-date"
    )
    assert [f.suggestion for f in found] == ([] if suggestion is ... else [suggestion])
    assert all(str(f.severity) == "warning" for f in found)


@pytest.mark.parametrize(
    "words",
    [
        "the tenth session of the Board of Pilots; and the regatta held from 4 to 8 May 2058,",
        "the tenth session of the Board of Pilots and the regatta held from 4 to 8 May 2058,",
        "the report of the Board of Pilots on its tenth session, which was read in 2058,",
        "the ninth and tenth sessions of the Board of Pilots, held in 2058 and 2059,",
        "the committee for the tenth session of the Board of Pilots, which met in 2058,",
        "the tenth session of the Board of Ferries, held in 2058,",
        "the tenth meeting of the Board of Pilots, held in 2058,",
        "the tenth session of the Board of Pilots, on its Agenda 2058,",
    ],
)
def test_what_is_no_pair_is_left_alone(words: str) -> None:
    assert found_in(draft(f"*Noting* {words}"), dt.date(2058, 10, 1), register(PILOTS), "meeting-date") == []


def test_the_body_may_stand_before() -> None:
    text = draft("*Noting* what the Board of Pilots said at its tenth session, in 2058,")
    assert found_in(text, dt.date(2058, 10, 1), register(PILOTS), "meeting-date")


# The seeds' own slips


def of_seed(shared: Path, seed: str, as_of: str, session: int, rules: str) -> list[tuple[Any, ...]]:
    text = read(shared / "seeds" / f"{seed}.txt")
    context = Context(Shelf(), dt.date.fromisoformat(as_of), session)
    return [
        (f.label, str(f.severity), f.found, f.suggestion) for f in check(text, context) if f.rule == rules
    ]


def test_figures_that_were_overtaken_before_the_adoption(shared: Path) -> None:
    """The edition of 2025 came out four weeks before; what nobody had told by then is not told."""
    seed, rule = "A_RES_80_118", "stale-statistic"
    assert of_seed(shared, seed, "2025-12-15", 80, rule) == [
        ("OP26", "warning", "93 per cent", "94 per cent"),
        ("OP26", "warning", "27 per cent", "23 per cent"),
    ]
    assert of_seed(shared, seed, "2025-11-16", 80, rule) == []
    assert of_seed(shared, seed, "2025-12-18", 81, rule) == [
        ("PP58", "warning", "a third", None),
        ("OP26", "error", "93 per cent", "94 per cent"),
        ("OP26", "error", "27 per cent", "23 per cent"),
        ("OP32", "error", "70 per cent", "almost 77 per cent"),
        ("OP32", "error", "65 per cent", "71 per cent"),
    ]


def test_a_figure_that_stood_too_long(shared: Path) -> None:
    """The Council's text of June 2023 still says how many were not connected years before; known from July 2024 on."""
    found = of_seed(shared, "E_RES_2023_3", "2024-09-01", 2025, "stale-statistic")
    assert ("OP42", "error", "3.8 billion", "2.6 billion") in found
    assert ("OP26", "warning", "2022", "2023") in found
    assert ("OP26", "warning", "66 per cent", "67 per cent") in found


def test_a_mandate_that_was_decided_anew(shared: Path) -> None:
    words = "existing mandate of the Internet Governance Forum"
    assert of_seed(shared, "A_RES_80_118", "2025-12-16", 81, "stale-mandate") == []
    assert of_seed(shared, "A_RES_80_118", "2025-12-17", 81, "stale-mandate") == [
        ("OP36", "error", words, None)
    ]
    assert of_seed(shared, "A_RES_80_118", "2025-12-15", 80, "stale-tense") == []


def test_what_has_another_name(shared: Path) -> None:
    found = of_seed(shared, "A_RES_77_150", "2024-10-01", 79, "stale-name")
    assert [(label, words) for label, _, words, _ in found] == [("OP15", "E-commerce Week")]


def test_a_figure_and_the_note_that_it_is_from_go_together(shared: Path) -> None:
    """The note cites an edition that is read on one page only, so neither is put in place unasked."""
    text = read(shared / "seeds" / "A_RES_80_118.txt")
    rolled = roll(text, index=Shelf(), session=81, as_of=dt.date(2026, 10, 20))
    figures, women = rolled.resolution.text_at("OP26") or "", rolled.resolution.text_at("OP32") or ""
    assert "93 per cent" in figures
    assert "71 per cent" in women
    found = check(rolled.resolution, Context(Shelf(), dt.date(2026, 10, 20), 81))
    offered = [f for f in found if f.label in ("OP26", "FN20") and f.suggestion]
    mended = take_all(rolled, offered).resolution
    assert "94 per cent" in (mended.text_at("OP26") or "")
    assert "Facts and Figures 2025 (Geneva, 2025)" in (mended.text_at("FN20") or "")
