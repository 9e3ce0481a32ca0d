"""Folding is stable, units keep every mark, and differences rebuild both texts."""

from hypothesis import given
from hypothesis import strategies as st

from precedent.wording import differences, fold, fold_title, likeness, plain, units, words

WORDS = st.sampled_from([
    "Recalling", "its", "resolution", "81/7", "of", "2 December 2026", ",", ";", "eighty-first", "A/81/5",
    "57 per cent", "“widgets”", "(a)", "Council’s",
])  # fmt: skip
PROSE = st.lists(WORDS, max_size=15).map(lambda found: " ".join(found).replace(" ,", ",").replace(" ;", ";"))
TEXTS = st.one_of(st.text(), PROSE)


def squeezed(text: str) -> str:
    return "".join(unit.text for unit in units(text))


@given(TEXTS)
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)
    assert fold_title(fold_title(text)) == fold_title(text)
    assert words(fold(text)) == words(text)


@given(TEXTS)
def test_units_leave_out_white_space_only(text: str) -> None:
    end = 0
    for unit in units(text):
        assert not text[end : unit.span.start].strip()
        assert unit.span.end > unit.span.start
        end = unit.span.end
    assert not text[end:].strip()


@given(TEXTS, TEXTS)
def test_differences_cover_both_texts(before: str, after: str) -> None:
    found = differences(before, after)
    assert "".join(d.before.of(before) for d in found) == before
    assert "".join(d.after.of(after) for d in found) == after
    for difference in found:
        if difference.kind == "equal":
            assert squeezed(difference.before.of(before)) == squeezed(difference.after.of(after))
        if difference.kind == "insert":
            assert difference.before.start == difference.before.end
        if difference.kind == "delete":
            assert difference.after.start == difference.after.end


@given(PROSE, PROSE)
def test_what_is_equal_in_prose_is_equal_to_the_letter(before: str, after: str) -> None:
    for difference in differences(before, after):
        if difference.kind == "equal":
            assert difference.before.of(before).strip() == difference.after.of(after).strip()


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_a_text_is_like_itself(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
