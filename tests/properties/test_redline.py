"""Accepting every mark of a redline gives the new text, rejecting every mark gives the base."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.draft import Draft
from assistant.export.blocks import Mark
from assistant.export.layout import lay_out
from assistant.export.redline import redline
from assistant.export.word import word_file
from precedent.reading import word
from precedent.resolution import Resolution
from precedent.wording import units
from tests.assistant.export.made_up import W, part
from tests.properties.drafts import edited, some_draft
from tests.properties.test_draft_file import resolutions

WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
MARKS = ("ins", "del", "moveFrom", "moveTo")


def seen(resolution: Resolution) -> object:
    """All that a reader of the page sees."""
    return (
        resolution.title,
        resolution.enacting,
        [(p.kind, p.number, p.level, p.text, p.notes, p.italics, p.section) for p in resolution.paragraphs],
        [(n.marker, n.text, n.italics) for n in resolution.footnotes],
    )


def both(base: Resolution | Draft, new: Resolution | Draft) -> bytes:
    return word_file(redline(lay_out(base), lay_out(new)), created=WHEN, author="Ruritania")


def proved(base: Resolution | Draft, new: Resolution | Draft) -> bytes:
    marked = both(base, new)
    for version, text in (("accepted", new), ("original", base)):
        found = word.read(marked, "redline.docx", version)  # type: ignore[arg-type]
        assert seen(found) == seen(word.read(word_file(lay_out(text)), "clean.docx")), version
    return marked


@given(st.randoms(use_true_random=False), st.integers(0, 9), st.integers(1, 15))
@settings(max_examples=40)
def test_after_any_commands_both_texts_are_in_the_redline(random: Random, size: int, commands: int) -> None:
    base = new = some_draft(random, size)
    for _ in range(commands):
        new, _ = edited(new, random)
    proved(base, new)


@given(resolutions, resolutions)
@settings(max_examples=40)
def test_two_texts_that_have_nothing_in_common(base: Resolution, new: Resolution) -> None:
    proved(base, new)


@given(st.randoms(use_true_random=False), st.integers(1, 9))
@settings(max_examples=40)
def test_a_text_against_itself_has_no_mark(random: Random, size: int) -> None:
    draft = some_draft(random, size)
    marked = part(both(draft, draft), "word/document.xml")
    assert not [e.tag for name in MARKS for e in marked.iter(f"{W}{name}")]


@given(st.randoms(use_true_random=False), st.integers(1, 9), st.integers(1, 9))
@settings(max_examples=25)
def test_no_mark_begins_or_ends_within_a_unit(random: Random, size: int, commands: int) -> None:
    base = new = some_draft(random, size)
    for _ in range(commands):
        new, _ = edited(new, random)
    gone = {Mark.DELETED, Mark.MOVED_AWAY}
    for block in redline(lay_out(base), lay_out(new)).blocks:
        kept = [replace(r, text=r.text or "|") for r in block.runs if r.mark not in gone]
        text = "".join(run.text for run in kept)
        edges, at = set[int](), 0
        for one, other in pairwise(kept):
            at += len(one.text)
            if one.mark is not other.mark:
                edges.add(at)
        within = {e for u in units(text) for e in range(u.span.start + 1, u.span.end)}
        assert not edges & within, (text, edges & within)
