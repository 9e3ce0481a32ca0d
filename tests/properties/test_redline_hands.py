"""Several delegations, one after the other: each reads the file of the one before, edits, and sends its own redline."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.draft import Draft, draft_of
from assistant.export import Extras, exported
from assistant.export.earlier import Reviewed
from assistant.export.layout import lay_out
from assistant.export.word import word_file
from precedent.reading import word
from tests.assistant.export.made_up import W, part
from tests.ooxml import faults
from tests.properties.drafts import edited, some_draft

WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
DELEGATIONS = ("Samavia", "Ruritania", "Syldavia")
_PUT_IN = (f"{W}ins", f"{W}moveTo")
_TAKEN_OUT = (f"{W}del", f"{W}moveFrom")


def told(data: bytes) -> dict[tuple[str, str, bool], Counter[str]]:
    """Author, date and whether it was put in → the letters under these marks; printed numbers of notes follow."""
    found: dict[tuple[str, str, bool], Counter[str]] = {}
    for mark in part(data, "word/document.xml").iter(*_PUT_IN, *_TAKEN_OUT):
        key = (mark.get(f"{W}author", ""), mark.get(f"{W}date", ""), mark.tag in _PUT_IN)
        words = "".join(text.text or "" for text in mark.iter(f"{W}t", f"{W}delText"))
        found.setdefault(key, Counter()).update(filter(str.isalpha, words))
    return {key: letters for key, letters in found.items() if letters}


def some_edits(draft: Draft, random: Random) -> Draft:
    """The lines above the title are told as those of the last hand, so they stay as they are."""
    for _ in range(random.randint(1, 4)):
        new, command = edited(draft, random)
        if command != "set_masthead" and new.entries:
            draft = new
    return draft


@given(st.randoms(use_true_random=False), st.integers(2, 7))
@settings(max_examples=8)
def test_nobodys_marks_are_lost_or_taken_for_those_of_somebody_else(random: Random, size: int) -> None:
    head = {"agenda_item": "15", "agenda_title": "Lanterns", "session": "Eightieth session"}
    made_up = some_draft(random, size).resolution
    data = word_file(lay_out(replace(made_up, masthead=replace(made_up.masthead, **head))))  # type: ignore[arg-type]
    for day, author in enumerate(DELEGATIONS):
        before = Reviewed(word.read(data, "theirs", "original"), word.read(data, "theirs"))
        extras = Extras(base=before.original, reviewed=(before,), author=author)
        new = some_edits(draft_of(before.accepted), random)
        after, proof = exported(new, ".docx", created=WHEN + dt.timedelta(days=day), extras=extras)
        assert proof is not None
        assert faults(after) == []
        kept = told(after)
        assert {key: kept.get(key) for key in told(data)} == told(data)
        data = after
