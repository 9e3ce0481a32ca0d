"""A comment stands at its words, whatever else stands there: other comments, changes, calls of notes."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.draft import Draft
from assistant.export import Comment, Extras, exported
from tests.assistant.export.made_up import W, part
from tests.ooxml import faults
from tests.properties.drafts import edited, some_draft

WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
_GONE = (f"{W}del", f"{W}moveFrom")


def held(root: etree._Element) -> dict[str, str]:
    """Of each comment the standing words between its two ends, by its number."""
    open_: set[str] = set()
    words: dict[str, str] = {}
    for element in root.iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_.add(number)
            words[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_.remove(number)
        elif (
            element.tag in (f"{W}t", f"{W}noBreakHyphen")
            and next(element.iterancestors(*_GONE), None) is None
        ):
            for each in open_:
                words[each] += element.text or "-"
    assert not open_
    return {number: text.replace("\u00a0", " ") for number, text in words.items()}


def letters(text: str) -> str:
    """Without the printed marks of notes, which are no words of the text."""
    return "".join(filter(str.isalpha, text))


def some_comments(draft: Draft, random: Random) -> list[tuple[Comment, str]]:
    """Comments on words of paragraphs and headings, one across the other, and what they are about."""
    found = []
    paragraphs = [p for p in draft.resolution.paragraphs if p.text]
    for number in range(random.randint(1, 8) if paragraphs else 0):
        paragraph = random.choice(paragraphs)
        start, end = sorted((random.randint(0, len(paragraph.text)), random.randint(0, len(paragraph.text))))
        found.append((Comment(paragraph.label, start, end, f"comment {number}."), paragraph.text[start:end]))
    return found


@given(st.randoms(use_true_random=False), st.integers(2, 7), st.integers(0, 8), st.booleans())
@settings(max_examples=12)
def test_every_comment_holds_its_words(random: Random, size: int, commands: int, redlined: bool) -> None:
    base = new = some_draft(random, size)
    for _ in range(commands):
        new, _ = edited(new, random)
    wanted = some_comments(new, random)
    notes = [Comment(note.label, 0, 1, f"on {note.label}.") for note in new.footnotes]
    extras = Extras(
        base=base.resolution if redlined else None,
        comments=(*(comment for comment, _ in wanted), *notes),
        author="Ruritania",
    )
    data, _ = exported(new, ".docx", created=WHEN, extras=extras)
    assert faults(data) == []
    if not extras.comments:
        return
    texts = {c.get(f"{W}id", ""): "".join(c.itertext()) for c in part(data, "word/comments.xml")}
    anchored = held(part(data, "word/document.xml"))
    assert texts.keys() == anchored.keys()
    found = {text: anchored[number] for number, text in texts.items()}
    assert {c.text: letters(found[c.text]) for c, _ in wanted} == {
        c.text: letters(words) for c, words in wanted
    }
    assert len(found) == len(wanted) + len(notes)
