"""A first look at a draft file tells nothing else than reading it does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import Draft
from assistant.glance import Seen, glance
from assistant.storage import draft_text, parse_draft
from precedent.resolution import Kind, Paragraph
from tests.properties.drafts import drafts, rough_drafts


def read(paragraph: Paragraph) -> tuple[str, str]:
    return ("", paragraph.headline) if paragraph.kind is Kind.HEADING else (paragraph.label, paragraph.text)


def seen(one: Seen) -> tuple[str, str]:
    return (one.label, f"{one.opening}{one.rest}")


@given(rough_drafts() | drafts)
def test_what_is_seen_is_what_is_read(draft: Draft) -> None:
    text = draft_text(draft)
    looked, paragraphs = glance(text), parse_draft(text).resolution.paragraphs
    assert looked is not None
    assert looked.count == len(paragraphs)
    told = [seen(one) for one in looked.paragraphs]
    assert told == [read(p) for p in paragraphs[: len(told)]]
    assert [one.opening for one in looked.paragraphs] == [p.opening for p in paragraphs[: len(told)]]


@given(st.text(max_size=80))
def test_any_text_can_be_looked_at(text: str) -> None:
    for file in (text, f"---\ntitle: a\n---\n\n{text}"):
        looked = glance(file)
        assert looked is None or len(looked.paragraphs) <= looked.count
