"""Words are folded, cut into units and compared."""

import pytest

from precedent.wording import differences, fold, fold_title, likeness, plain, units, words


def test_plain_text_has_ordinary_spaces_and_hyphens_and_keeps_quotation_marks_and_dashes() -> None:
    assert plain(" eighty\u2011first\u00a0 ses\u00adsion\n“A”–‘B’ ") == "eighty-first session “A”–‘B’"


def test_fold_unites_what_looks_alike() -> None:
    assert fold("The\u00a0“Eighty‑First” Secretary‐General’s  re\u00adport – 2024−2025") == (
        'the "eighty-first" secretary-general\'s report - 2024-2025'
    )


def test_titles_of_one_series_fold_alike() -> None:
    assert fold_title("Widgets, and the (new) gadgets ") == fold_title("WIDGETS and the new gadgets")


def test_words_keep_symbols_and_hyphenated_words_whole() -> None:
    assert words("Recalling A/RES/81/7, the twenty-first “one’s own”; 2.6 times") == [
        "recalling", "a/res/81/7", "the", "twenty-first", "one's", "own", "2.6", "times",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unit",
    [
        "A/RES/81/7", "A/C.2/81/L.17/Rev.1", "81/7", "81/7 A", "ES-10/2", "217 A (III)", "9991 (2039)",
        "2 December 2026", "7 to 11 April 2025", "28 March to 1 April 2022", "16 and 17 December 2025",
        "30 June–3 July 2025", "2018–2027", "57 per cent", "2.6 billion people", "11,000",
        "4 trillion United States dollars", "eighty-first", "Secretary-General’s", "high-level",
    ],
)  # fmt: skip
def test_what_diplomats_read_as_one_is_one_unit(unit: str) -> None:
    text = f"recalls ({unit}), and"
    assert [u.text for u in units(text)] == ["recalls", "(", unit, ")", ",", "and"]
    assert [u.span.of(text) for u in units(text)] == [u.text for u in units(text)]


def changes(before: str, after: str) -> list[tuple[str, str, str]]:
    found = differences(before, after)
    return [(d.kind, d.before.of(before), d.after.of(after)) for d in found if d.kind != "equal"]


def test_a_change_never_cuts_a_number_a_date_or_an_ordinal() -> None:
    before = (
        "resolution 2024/13 of 23 July 2024, the twenty-seventh session, from 7 to 11 April 2025, 57 per cent"
    )
    after = (
        "resolution 2025/18 of 29 July 2025, the twenty-eighth session, from 20 to 24 April 2026, 61 per cent"
    )
    assert changes(before, after) == [
        ("replace", "2024/13", "2025/18"),
        ("replace", "23 July 2024", "29 July 2025"),
        ("replace", "twenty-seventh", "twenty-eighth"),
        ("replace", "7 to 11 April 2025", "20 to 24 April 2026"),
        ("replace", "57 per cent", "61 per cent"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a c", "a b c", [("insert", "", "b ")]),
        ("a b c", "a c", [("delete", "b ", "")]),
        ("a", "a b", [("insert", "", " b")]),
        ("a b", "a", [("delete", " b", "")]),
        ("a, c", "a b, c", [("insert", "", " b")]),
        ("a c", "a, b c", [("insert", "", ", b")]),
        ("eighty‑first  session", "eighty-first session", []),
        ("", "", []),
        ("", "a", [("insert", "", "a")]),
    ],
)
def test_white_space_goes_with_the_words_that_bring_it(
    before: str, after: str, expected: list[tuple[str, str, str]]
) -> None:
    assert changes(before, after) == expected


def test_likeness_knows_no_typography() -> None:
    assert likeness("The Secretary‑General’s report", "the secretary-general's  report") == 1
    assert likeness("widgets", "widgets and more") < 1
    assert likeness("abc", "xyz") == 0
