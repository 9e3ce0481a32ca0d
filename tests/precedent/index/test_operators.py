"""Filters that stand in a query's text are taken out of it; what is none of them stays words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.index import Query, Vote
from precedent.index.operators import each_filter, understood
from precedent.resolution import Kind
from precedent.session import Organ


def test_every_filter_is_understood() -> None:
    text = (
        'lamps organ:GA committee:2 session:75-78 part:op opening:"Recalling also" vote:no series:"Of lamps"'
        ' symbol:A/RES/79/1 sponsor:Fiji against:"Viet Nam" abstaining:Togo year:2020-2022 "burn oil" -wax'
    )
    assert understood(Query(text)) == Query(
        'lamps "burn oil" -wax',
        organs=(Organ.GENERAL_ASSEMBLY,),
        committee="2",
        sessions=(("75", "78"),),
        part=Kind.OPERATIVE,
        opening="Recalling also",
        vote=Vote.WITHOUT,
        series="Of lamps",
        symbol="A/RES/79/1",
        sponsor="Fiji",
        against="Viet Nam",
        abstaining="Togo",
        since=dt.date(2020, 1, 1),
        until=dt.date(2022, 12, 31),
    )


@pytest.mark.parametrize(
    "text", ["note: lamps", "organ:Parliament", "part:heading", "vote:maybe", "year:20", "a:b", ":", "organ:"]
)
def test_what_means_nothing_stays_words(text: str) -> None:
    assert understood(Query(text)) == Query(text)


def test_plain_text_has_no_filters() -> None:
    assert understood(Query("organ:GA", plain=True)) == Query("organ:GA", plain=True)


@given(st.text())
def test_any_text_is_understood(text: str) -> None:
    understood(Query(text))


def test_a_range_that_runs_backwards_is_turned_round() -> None:
    assert understood(Query("session:78-75 year:2022-2020")) == understood(
        Query("session:75-78 year:2020-2022")
    )


def test_each_filter_alone_is_read_back_from_its_own_words() -> None:
    whole = understood(
        Query(
            'organ:GA organ:HRC session:75-78 session:S-10 committee:2 opening:"Recalling also" series:lamps'
            ' symbol:A/RES/79/1 sponsor:Fiji against:"Viet Nam" abstaining:Togo part:operative vote:no'
        )
    )
    alone = dict(each_filter(whole))
    assert len(alone) == 13
    assert all(understood(Query(words)) == query for words, query in alone.items())
    assert understood(Query(" ".join(alone))) == whole
