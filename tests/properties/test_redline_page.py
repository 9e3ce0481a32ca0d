"""The page of a redline holds both texts: the base without what was put in, the new one without what was taken out."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.export.blocks import Layout, Signature
from assistant.export.html import page
from assistant.export.layout import lay_out
from assistant.export.redline import redline
from tests.properties.drafts import edited, some_draft

BY = Signature("Ruritania", dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC))


def left(html: str, gone: str) -> list[str]:
    """The paragraphs and the notes as they stand without one kind of mark, in order; the empty ones are left out."""
    body = html.partition("<main>")[2].partition("</body>")[0]
    body = re.sub(r'<p class="legend">.*?</p>', "", body)
    body = re.sub(
        r'<a class="move".*?</a>|<a [^>]*role="doc-noteref".*?</a>', "", body
    )  # notes are counted anew
    body = re.sub(r'<span class="number">.*?</span>|<a class="number".*?</a>', "", body)
    body = re.sub(rf"<{gone}[ >].*?</{gone}>", "", body, flags=re.DOTALL)
    found = re.split(r"</(?:p|h[1-4]|tr)>", body)
    texts = ("".join(unescape(re.sub(r"<[^>]*>", "", text)).split()) for text in found)
    return [text for text in texts if text]


def words(layout: Layout) -> list[str]:
    """The same of a text without changes."""
    return left(page(redline(layout, layout)), "none")


@given(st.randoms(use_true_random=False), st.integers(0, 8), st.integers(1, 12))
@settings(max_examples=30)
def test_both_texts_are_on_the_page(random: Random, size: int, commands: int) -> None:
    base = new = some_draft(random, size)
    for _ in range(commands):
        new, _ = edited(new, random)
    shown = page(redline(lay_out(base), lay_out(new)), BY)
    for gone, text in (("del", new), ("ins", base)):
        notes = len(lay_out(text).notes)
        found, wanted = left(shown, gone), words(lay_out(text))
        paragraphs = len(wanted) - notes
        assert found[:paragraphs] == wanted[:paragraphs]
        assert sorted(found[paragraphs:]) == sorted(wanted[paragraphs:])
