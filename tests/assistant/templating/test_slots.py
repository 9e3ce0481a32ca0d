"""What a drafter types into a slot, and what the paragraph prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.templating.slots import TYPES, capital, cited, joined, noted, printed
from precedent.session import Organ
from precedent.symbol import Symbol

ASSEMBLY, COUNCIL = Organ.GENERAL_ASSEMBLY, Organ.ECONOMIC_AND_SOCIAL_COUNCIL


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("text", "  a  bridge;", "a bridge"),
        ("text", 'l\'eau "vive"', "l’eau “vive”"),
        ("text", "two\nlines\x1b", "two lines"),
        ("title", '"Bridges for all"', "Bridges for all"),
        ("title", "The “long” bridge.", "The ‘long’ bridge"),
        ("title", 'A "bridge"', "A ‘bridge’"),
        ("date", "2025-12-15", "15 December 2025"),
        ("date", "15 december 2025", "15 December 2025"),
        ("dates", "2025-07-07 to 2025-07-11", "from 7 to 11 July 2025"),
        ("dates", "7–11 July 2025", "from 7 to 11 July 2025"),
        ("dates", "from 30 June to 3 July 2025", "from 30 June to 3 July 2025"),
        ("dates", "28 December 2025 to 3 January 2026", "from 28 December 2025 to 3 January 2026"),
        ("dates", "16 to 17 December 2025", "on 16 and 17 December 2025"),
        ("dates", "30 November and 1 December 2023", "on 30 November and 1 December 2023"),
        ("dates", "on 5 May 2025", "on 5 May 2025"),
        ("symbol", " A/80/62-E/2025/12. ", "A/80/62-E/2025/12"),
        ("resolution", "70/1", "70/1"),
        ("resolution", "General Assembly resolution 217 A (III)", "217 A (III)"),
        ("resolution", "S/RES/1325 (2000)", "1325 (2000)"),
        ("resolutions", "76/901; 9/901 and 75/902, 76/901", "9/901, 75/902 and 76/901"),
        ("number", "3", "three"),
        ("number", "11000", "11,000"),
        ("figure", "68%", "68 per cent"),
        ("figure", "68 percent of bridges", "68 per cent of bridges"),
        ("figure", "US$4.5 trillion a year", "4.5 trillion United States dollars a year"),
        ("figure", "two thirds", "two thirds"),
        ("ordinal", "12th", "twelfth"),
        ("session", "81", "eighty-first"),
        ("session", "Eighty-first session", "eighty-first"),
        ("session", "2027 session", "2027"),
        ("year", "2027", "2027"),
        ("year", "2027-2036", "2027–2036"),
        ("body", "the Commission on Bridges", "Commission on Bridges"),
        ("place", "Mostar, Bosnia and Herzegovina,", "Mostar, Bosnia and Herzegovina"),
        ("list", "bridges; ferries;; tunnels;", "bridges, ferries and tunnels"),
        ("list", "bridges", "bridges"),
    ],
)
def test_prints_the_form_of_the_house(kind: str, typed: str, expected: str) -> None:
    assert printed(TYPES[kind].read(typed, ASSEMBLY)) == expected


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("text", " .;"),
        ("date", "14 Decembre 2025"),
        ("date", "2025-02-30"),
        ("date", "7 and 8 May 2025"),
        ("dates", "11 to 7 July 2025"),
        ("dates", "July 2025"),
        ("symbol", "the report"),
        ("resolution", "70-1"),
        ("resolution", "A/80/415"),
        ("resolutions", "70/1; 2025/18"),
        ("resolutions", ";"),
        ("number", "-3"),
        ("number", "many"),
        ("figure", "many people"),
        ("session", "next"),
        ("session", "201"),
        ("year", "26"),
        ("year", "2036-2027"),
        ("list", ";;"),
    ],
)
def test_refuses_what_cannot_be_meant(kind: str, typed: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        TYPES[kind].read(typed, ASSEMBLY)


@pytest.mark.parametrize("kind", TYPES)
@given(text=st.text(max_size=60), organ=st.sampled_from(Organ))
def test_any_text_is_read_or_refused(kind: str, text: str, organ: Organ) -> None:
    try:
        words = printed(TYPES[kind].read(text, organ))
    except ValueError:
        return
    assert words.strip() == words
    assert words.isprintable()


@pytest.mark.parametrize("kind", TYPES)
@given(text=st.text(max_size=40))
def test_what_is_printed_is_read_again_as_the_same(kind: str, text: str) -> None:
    try:
        words = printed(TYPES[kind].read(text, ASSEMBLY))
    except ValueError:
        return
    if kind not in ("list", "title"):
        assert printed(TYPES[kind].read(words, ASSEMBLY)) == words


def test_the_organ_decides_how_a_resolution_is_named() -> None:
    assembly, council = Symbol.parse("A/RES/79/901"), Symbol.parse("E/RES/2025/91")
    assert cited(assembly, ASSEMBLY) == "its resolution 79/901"
    assert cited(assembly, COUNCIL) == "General Assembly resolution 79/901"
    assert cited(council, ASSEMBLY) == "Economic and Social Council resolution 2025/91"
    assert noted(assembly, ASSEMBLY) == "Resolution 79/901"
    assert noted((assembly, Symbol.parse("A/RES/80/902")), COUNCIL) == (
        "General Assembly resolutions 79/901 and 80/902"
    )
    assert noted(council, COUNCIL) == "Economic and Social Council resolution 2025/91"
    assert noted((), ASSEMBLY) == ""


def test_a_plain_number_belongs_to_the_organ_that_counts_so() -> None:
    rights = Organ.HUMAN_RIGHTS_COUNCIL
    found = {
        (number, organ): TYPES["resolution"].read(number, organ)
        for number in ("58/91", "2025/91", "1325 (2000)")
        for organ in (ASSEMBLY, rights)
    }
    organs = {key: symbol.organ for key, symbol in found.items() if isinstance(symbol, Symbol)}
    assert organs["58/91", ASSEMBLY] is ASSEMBLY
    assert organs["58/91", rights] is rights
    assert organs["2025/91", ASSEMBLY] is COUNCIL
    assert organs["1325 (2000)", rights] is Organ.SECURITY_COUNCIL


def test_words_are_joined_without_a_comma_before_and() -> None:
    assert [joined("abc"[:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert capital("train librarians") == "Train librarians"
