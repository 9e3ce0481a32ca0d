"""The letters and numerals before headings, taken off a line and put back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.headings import Style, lead, led, readings


@pytest.mark.parametrize(
    ("line", "mark", "words"),
    [
        ("A. Lamps", "A.", "Lamps"),
        ("II Lamps", "II", "Lamps"),
        ("I Lamps", "I", "Lamps"),
        ("XXIV. Lamps", "XXIV.", "Lamps"),
        ("3. Lamps", "3.", "Lamps"),
        ("A lamp for all", None, "A lamp for all"),
        ("CIVIL lamps", None, "CIVIL lamps"),
        ("IIII. Lamps", None, "IIII. Lamps"),
        ("2030 lamps", None, "2030 lamps"),
        ("A.", None, "A."),
        ("", None, ""),
    ],
)
def test_a_mark_is_told_from_a_word(line: str, mark: str | None, words: str) -> None:
    found, start = lead(line)
    assert (found, line[start:]) == (mark, words)


def test_what_a_line_cannot_say_is_not_said() -> None:
    assert led("A.", "Lamps") == "A. Lamps"
    assert led("A", "lamp for all") is None
    assert led(None, "A. Lamps") is None
    assert led("A.", "") is None


@given(st.sampled_from([None, "A.", "A", "IV", "V.", "12.", "(a)"]), st.text(max_size=12))
def test_what_is_put_together_comes_apart_again(mark: str | None, words: str) -> None:
    line = led(mark, words)
    if line is not None:
        found, start = lead(line)
        assert (found, line[start:]) == (mark, words)


def test_a_sign_may_be_a_letter_or_a_numeral() -> None:
    assert readings("V.") == {Style("I", "."): 5, Style("A", "."): 22}
    assert list(readings("C.")) == [Style("A", ".")]
    assert readings("IIX.") == readings("one") == {}


@given(st.sampled_from("AI1"), st.sampled_from([".", ""]), st.integers(1, 26))
def test_marks_are_read_as_they_are_made(first: str, end: str, value: int) -> None:
    style = Style(first, end)
    assert readings(style.mark(value))[style] == value
