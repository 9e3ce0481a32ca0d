"""The draft file: what is written comes back, and what a hand did to it is read or said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import Draft
from assistant.storage import draft_text, parse_draft, read_draft
from tests.properties.drafts import drafts, rough_drafts


@given(rough_drafts())
def test_any_draft_comes_back(draft: Draft) -> None:
    text = draft_text(draft)
    opened = read_draft(text)
    assert opened.draft == draft
    assert opened.as_written
    assert draft_text(opened.draft) == text


@given(drafts)
def test_a_draft_in_good_order_comes_back_without_remarks_on_its_comments(draft: Draft) -> None:
    opened = read_draft(draft_text(draft))
    assert opened.draft == draft
    assert all("nowhere" in remark.text for remark in opened.remarks)


@given(st.text(max_size=60))
def test_any_text_is_read_and_settles(text: str) -> None:
    again = draft_text(parse_draft(text))
    assert draft_text(parse_draft(again)) == again


@given(drafts, st.data())
def test_a_damaged_file_keeps_its_words(draft: Draft, data: st.DataObject) -> None:
    text = draft_text(draft)
    place = data.draw(st.integers(0, len(text)))
    broken = read_draft(text[:place] + data.draw(st.sampled_from(["{", '"', "}", "p", " "])) + text[place:])
    assert len({e.id for e in broken.draft.entries}) == len(broken.draft.entries)
    lost = {w for e in draft.entries for w in e.content.text.split() if w.isalpha() and len(w) > 4}
    said = [
        e.content.text for e in broken.draft.entries
    ]  # where a note is called within a word, the file parts it
    found = draft_text(broken.draft) + " ".join([*said, *(r.text for r in broken.remarks)])
    missing = [word for word in lost if word not in found]
    assert len(missing) <= 1
