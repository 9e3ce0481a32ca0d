"""Whatever a text holds, references are in order, in range, and say what the words say."""

import datetime as dt
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from precedent.references import (
    DateReference,
    DocumentReference,
    Reference,
    ResolutionCitation,
    find_named,
    find_references,
    quoted_spans,
)
from precedent.resolution import Span
from precedent.session import Organ, ordinal_words
from precedent.symbol import Symbol

PIECES = st.sampled_from([
    "its resolution", "resolutions", "decision", "General Assembly", "Council", "of", "and", "to",
    "from", ",", "–", "-", "81/7", "81/9 A", "2031/4", "1325 (2000)", "217 A (III)", "ES-10/2", "XIII/5",
    "S/2043/18", "A/81/62-E/2026/9", "2 December 2026", "7", "11 April", "May 2025", "2025", "2018–2027",
    "2024/25", "0", "99", "per cent", "million", "1,000", "2.6", "billion people", "ninety-first",
    "session", "of the", "Fourth", "World Widget", "Conference", "“", "”", "paragraph", "paragraphs",
    "(a)", "above", "two", "thirds", "\u00a0", "\u2011", "½", "²", "٣",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
)
DATES = st.dates(dt.date(1946, 1, 1), dt.date(2099, 12, 31))


def written(date: dt.date) -> str:
    return f"{date.day} {date:%B} {date.year}"


@given(TEXTS, st.sampled_from([None, *Organ]))
def test_references_are_in_order_and_in_range(text: str, organ: Organ | None) -> None:
    end = 0
    for reference in find_references(text, organ):
        assert end <= reference.span.start < reference.span.end <= len(text)
        assert reference.text(text) == text[reference.span.start : reference.span.end]
        end = reference.span.end


@given(TEXTS, st.sampled_from([None, *Organ]))
def test_those_that_name_a_document_are_found_alone_as_among_all(text: str, organ: Organ | None) -> None:
    def spans(found: Iterable[Reference]) -> list[Span]:
        return [one.span for one in found if isinstance(one, (ResolutionCitation, DocumentReference))]

    assert spans(find_named(text, organ)) == spans(find_references(text, organ))


@given(TEXTS)
def test_quotations_are_in_range(text: str) -> None:
    for span in quoted_spans(text):
        assert 0 < span.start <= span.end < len(text)


@given(TEXTS, st.sampled_from([None, *Organ]))
def test_every_symbol_found_reads_back(text: str, organ: Organ | None) -> None:
    for reference in find_references(text, organ):
        symbol = getattr(reference, "symbol", None)
        if symbol is not None:
            assert Symbol.parse(str(symbol)) == symbol


@given(st.integers(31, 199), st.integers(1, 299), DATES)
def test_a_cited_resolution_is_found_whatever_its_number_and_date(
    session: int, number: int, date: dt.date
) -> None:
    text = f"Recalling its resolution {session}/{number} of {written(date)}, on widgets,"
    (found,) = find_references(text, Organ.GENERAL_ASSEMBLY)
    assert isinstance(found, ResolutionCitation)
    assert (str(found.symbol), found.date) == (f"A/RES/{session}/{number}", date)
    assert found.text(text) == f"{session}/{number} of {written(date)}"


@given(DATES)
def test_every_day_is_read(date: dt.date) -> None:
    (found,) = find_references(f"held on {written(date)}, in a city,")
    assert isinstance(found, DateReference)
    assert found.date == date


@given(st.integers(1, 199))
def test_every_session_is_counted(number: int) -> None:
    (found,) = find_references(f"at its {ordinal_words(number)} session, on widgets")
    assert getattr(found, "number", None) == number
