"""A click-through in the Chromium of the machine: the sample opened, a paragraph chosen, edited, taken back."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from assistant.storage import read_draft
from tests.assistant.serving.conftest import Serve

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
WAIT = 40_000
"""Milliseconds that a state of the page is waited for."""


@pytest.fixture
def page() -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        page.set_default_timeout(WAIT)
        yield page
        browser.close()


def words_of(home: Path) -> str:
    """The first paragraph of the sample's draft, as it was last saved."""
    file = home / "sample" / "draft.md"
    return read_draft(file.read_text(encoding="utf-8")).draft.entries[0].content.text if file.exists() else ""


def until(page: Page, state: Callable[[], object]) -> None:
    """Let the page work until a state is reached."""
    end = time.monotonic() + WAIT / 1000
    while not state():
        assert time.monotonic() < end, "the page did not reach the state"
        page.wait_for_timeout(100)


def still(page: Page) -> bytes:
    """The page when nothing moves on it any more."""
    pictures = [page.screenshot()]

    def same() -> bool:
        page.wait_for_timeout(400)
        pictures.append(page.screenshot())
        return pictures[-1] == pictures[-2]

    until(page, same)
    return pictures[-1]


def test_a_delegate_drafts_in_the_browser(serving: Serve, page: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serving("--sample") as link:
        page.goto(link)
        page.wait_for_selector("body.-first-byte", state="attached")
        until(page, lambda: words_of(tmp_path))
        before = still(page)
        page.mouse.click(160, 82)  # the second line of the outline, then the first
        until(page, lambda: page.screenshot() != before)
        second = still(page)
        page.mouse.click(160, 60)
        until(page, lambda: page.screenshot() != second)
        first = still(page)
        page.keyboard.press("Enter")
        until(page, lambda: page.screenshot() != first)
        page.wait_for_timeout(1000)
        page.keyboard.type(" Lamps")
        page.keyboard.press("Escape")
        page.keyboard.press("Control+s")
        until(page, lambda: words_of(tmp_path).endswith("Lamps"))
        assert page.screenshot() != before
        page.keyboard.press("Control+q")
        page.wait_for_selector("body.-closed", state="attached")
        assert "Nothing is lost" in page.inner_text(".over")
    assert {url.split("/")[2] for url in asked} == {link.split("/")[2]}
