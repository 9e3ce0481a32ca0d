"""Ways of looking at words: joined, introduced, named as of a day, dated."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.editor.mechanisms.calendar import Calendar, Digits, written
from assistant.checks.editor.mechanisms.formerly import Formerly
from assistant.checks.editor.mechanisms.introduced import Abbreviations
from assistant.checks.editor.mechanisms.joined import Joined
from assistant.checks.editor.place import Place, text_of
from assistant.checks.rule import Part
from precedent.reading import markdown
from precedent.resolution import Masthead, Resolution
from precedent.session import Organ

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def place(words: str) -> Place:
    return Place(Part.OPERATIVE, words, Organ.GENERAL_ASSEMBLY)


def text(body: str, head: Masthead | None = None) -> Resolution:
    return replace(markdown.read(body.encode(), "case"), masthead=head or Masthead())


@given(st.dates(dt.date(1946, 1, 1), dt.date(2099, 12, 31)))
def test_a_date_in_digits_is_offered_in_words_where_it_can_be_one_day_only(day: dt.date) -> None:
    for digits in (day.strftime("%d/%m/%Y"), f"{day.day}.{day.month}.{day.year}"):
        (hit,) = Digits().meets(place(f"Decides to meet on {digits};"))
        known = day.day > 12 or day.day == day.month
        assert hit.suggestion == (written(day) if known else None)
        assert known or written(day) in hit.message
    (hit,) = Digits().meets(place(f"Decides to meet on {day.isoformat()};"))
    assert hit.suggestion == written(day)


@given(st.dates(dt.date(1946, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(DAYS))
def test_only_another_weekday_is_met(day: dt.date, weekday: str) -> None:
    met = [*Calendar().meets(place(f"Decides to meet on {weekday}, {written(day)};"))]
    assert bool(met) is (DAYS[day.weekday()] != weekday)
    assert all(DAYS[day.weekday()] in hit.message for hit in met)


@pytest.mark.parametrize(
    ("right", "slips"),
    [
        ("harbour-master", ("harbour master", "harbourmaster")),
        ("light|house", ("light-house", "light house")),
        ("buoy tender", ("buoy-tender", "buoytender")),
    ],
)
def test_a_compound_is_written_in_one_way(right: str, slips: tuple[str, str]) -> None:
    joined, plain = Joined(right=(right,)), right.replace("|", "")
    assert [*joined.meets(place(f"Thanks the {plain};"))] == []
    for slip in slips:
        assert [hit.suggestion for hit in joined.meets(place(f"Thanks the {slip};"))] == [plain]


def test_a_compound_has_a_seam() -> None:
    with pytest.raises(ValueError, match="no seam"):
        Joined(right=("harbour",))


def test_a_former_name_is_judged_as_of_the_day_of_the_text() -> None:
    names = Formerly(instead={"Ruritania": "Ruria"}, since={"Ruritania": "2050-06-01"})
    organ = Organ.GENERAL_ASSEMBLY

    def met(head: Masthead) -> int:
        return len([*names.meets_in(text_of(text("1. *Thanks* Ruritania.", head)))])

    assert met(Masthead(organ=organ, adopted=dt.date(2050, 5, 31))) == 0
    assert met(Masthead(organ=organ, adopted=dt.date(2050, 6, 1))) == 1
    assert met(Masthead(organ=organ, session="One hundred and third session")) == 0
    assert met(Masthead(organ=organ, session="One hundred and fifth session")) == 1
    assert met(Masthead(organ=organ)) == 1


def test_since_names_words_that_are_met() -> None:
    with pytest.raises(ValueError, match="none of the words"):
        Formerly(instead={"Ruritania": "Ruria"}, since={"Ruria": "2050-06-01"})


def test_an_abbreviation_is_met_once_and_not_after_its_introduction() -> None:
    body = "*Noting* the ITFF,\n\n1. *Thanks* the Tide Fund (TF) and the ITFF;\n\n2. *Asks* the TF to go on."
    met = [(label, hit.start) for label, hit in Abbreviations().meets_in(text_of(text(body)))]
    assert met == [("PP1", 11)]
