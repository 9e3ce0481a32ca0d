"""Agreed language in the side panel: searched as one types, with filters, and what stands behind a passage."""

from __future__ import annotations

import threading
import time

import pytest
from textual.widgets import OptionList

from assistant.tui.drafting.language import LanguagePane
from precedent.errors import SearchCancelledError
from precedent.index import Match, Query
from tests.tui.conftest import Begin
from tests.tui.waiting import until


async def test_each_key_press_cancels_the_search_before_and_none_waits(
    drafting: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(LanguagePane)
        await until(pilot, lambda: pane.matches)
        index = screen.bench.index
        plain, asked, entered = index.search, list[str](), threading.Event()

        def slow(query: Query) -> list[Match]:
            asked.append(query.text)
            entered.set()
            if len(asked) == 1:  # the first goes on until it is cancelled
                assert cancelled.wait(10)
                raise SearchCancelledError
            return plain(query)

        cancelled = threading.Event()
        monkeypatch.setattr(index, "search", slow)
        monkeypatch.setattr(index, "interrupt", cancelled.set)
        await pilot.press("ctrl+f", *"lamp")
        await until(pilot, entered.is_set)
        began = time.monotonic()
        await pilot.press("s")
        assert time.monotonic() - began < 5
        assert cancelled.is_set()
        await until(pilot, lambda: not pane.searching and pane.matches_typed())
        assert asked[-1] == "lamps"
        assert pane.matches


async def test_filters_in_the_line_and_what_stands_behind_a_passage(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(LanguagePane)
        await pilot.press("ctrl+f", *"lamp part:pp")
        await until(pilot, lambda: pane.matches_typed() and pane.matches and not pane.searching)
        assert all(match.label.startswith("PP") for match in pane.matches)
        passages = pane.query_one("#language-list", OptionList)
        assert "organ General Assembly" in str(passages.get_option_at_index(0).prompt)
