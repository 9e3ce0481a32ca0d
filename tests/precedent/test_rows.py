"""Rows of tables: the words between the bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.resolution import NoteCall
from precedent.rows import bars, cells, in_cells

TEXTS = st.text("ab |\t", max_size=20)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oil | 12 casks", ["Oil", "12 casks"]),
        ("Oil", ["Oil"]),
        ("", [""]),
        ("| Casks |", ["", "Casks", ""]),
        ("Oil | | 12", ["Oil", "", "12"]),
        ("a|b | c", ["a|b", "c"]),
    ],
)
def test_cells_are_what_stands_between_bars(text: str, found: list[str]) -> None:
    assert [cell.of(text) for cell in cells(text)] == found


@given(TEXTS)
def test_cells_and_bars_are_the_whole_row(text: str) -> None:
    parts = sorted([*cells(text), *bars(text)])
    assert "".join(part.of(text) for part in parts) == text
    assert len(cells(text)) == len(bars(text)) + 1


@given(TEXTS, st.integers(0, 20))
def test_every_call_of_a_note_stands_in_a_cell(text: str, offset: int) -> None:
    (call,) = in_cells([NoteCall(min(offset, len(text)), "1")], text)
    assert sum(cell.start <= call.offset <= cell.end for cell in cells(text)) == 1
