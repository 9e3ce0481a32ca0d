"""Letters and numerals of headings follow an edit, where they counted before it."""

import pytest

from assistant.draft import Draft
from assistant.editing import delete, insert, merge, move, set_counted, set_kind, set_mark, split
from assistant.errors import EditingError
from assistant.handwriting import add_written, rewritten, written
from assistant.storage import draft_text, parse_draft
from precedent.resolution import Kind, Paragraph

TEXT = """---
title: Lamps
---

1. *Notes* the tides;

## A. Wicks

2. *Notes* the wicks;

## B. Oil

3. *Notes* the oil;

## C. Wax

4. *Notes* the wax.
"""
NESTED = TEXT.replace("## A.", "## I. Means\n\n## A.").replace(
    "## C. Wax", "## II. Ends\n\n## A. Light\n\n## B. Shade"
)


@pytest.fixture
def draft() -> Draft:
    return parse_draft(TEXT)


def outline(draft: Draft) -> list[str]:
    return [p.headline if p.kind is Kind.HEADING else p.label for p in draft.resolution.paragraphs]


def heads(draft: Draft) -> list[str]:
    return [p.headline for p in draft.resolution.paragraphs if p.kind is Kind.HEADING]


def identity(draft: Draft, headline: str) -> str:
    return next(
        e.id
        for e, p in zip(draft.entries, draft.resolution.paragraphs, strict=True)
        if p.headline == headline
    )


def test_one_that_goes_is_closed_up(draft: Draft) -> None:
    assert heads(delete(draft, [identity(draft, "A. Wicks")])) == ["A. Oil", "B. Wax"]


def test_one_that_comes_gets_its_letter(draft: Draft) -> None:
    glass = Paragraph(kind=Kind.HEADING, text="Glass")
    after, _ = insert(draft, glass, after=identity(draft, "A. Wicks"))
    assert heads(after) == ["A. Wicks", "B. Glass", "C. Oil", "D. Wax"]
    quoted, _ = insert(draft, Paragraph(kind=Kind.HEADING, text="Glass", number="F."), after=None)
    assert heads(quoted) == ["A. Glass", "B. Wicks", "C. Oil", "D. Wax"]


def test_one_that_moves_takes_the_letter_of_its_place(draft: Draft) -> None:
    after = move(draft, [identity(draft, "C. Wax")], after=draft.entries[0].id)
    assert outline(after) == ["OP1", "A. Wax", "B. Wicks", "OP2", "C. Oil", "OP3", "OP4"]


def test_a_paragraph_becomes_a_heading_and_a_heading_a_paragraph(draft: Draft) -> None:
    made = set_kind(draft, draft.entries[2].id, Kind.HEADING)
    assert heads(made) == ["A. Wicks", "B. Notes the wicks;", "C. Oil", "D. Wax"]
    assert heads(set_kind(draft, identity(draft, "B. Oil"), Kind.OPERATIVE)) == ["A. Wicks", "B. Wax"]


def test_split_and_merged(draft: Draft) -> None:
    after, _ = split(draft, identity(draft, "B. Oil"), 1)
    assert heads(after) == ["A. Wicks", "B. O", "C. il", "D. Wax"]
    assert heads(merge(after, identity(after, "B. O"))) == ["A. Wicks", "B. O il", "C. Wax"]


def test_letters_begin_again_below_each_numeral() -> None:
    draft = parse_draft(NESTED)
    assert heads(draft) == ["I. Means", "A. Wicks", "B. Oil", "II. Ends", "A. Light", "B. Shade"]
    assert heads(delete(draft, [identity(draft, "A. Wicks")]))[1:3] == ["A. Oil", "II. Ends"]
    after = move(draft, [identity(draft, "A. Light")], after=identity(draft, "A. Wicks"))
    assert heads(after) == ["I. Means", "A. Wicks", "B. Light", "C. Oil", "II. Ends", "A. Shade"]


@pytest.mark.parametrize("text", [TEXT.replace("B. Oil", "D. Oil"), TEXT.replace("B. Oil", "A. Oil")])
def test_what_does_not_count_stays_as_it_is(text: str) -> None:
    draft = parse_draft(text)
    before = heads(draft)
    assert heads(delete(draft, [identity(draft, "A. Wicks")])) == before[1:]
    assert heads(insert(draft, Paragraph(kind=Kind.HEADING, text="Glass"), after=None)[0]) == [
        "Glass",
        *before,
    ]


def test_headings_without_letters_get_none() -> None:
    draft = parse_draft(TEXT.replace("## A. ", "## ").replace("## B. ", "## ").replace("## C. ", "## "))
    after, _ = insert(draft, Paragraph(kind=Kind.HEADING, text="Glass"), after=None)
    assert heads(after) == ["Glass", "Wicks", "Oil", "Wax"]


def test_what_was_typed_stays_and_the_others_follow(draft: Draft) -> None:
    assert heads(set_mark(draft, identity(draft, "B. Oil"), None)) == ["A. Wicks", "Oil", "B. Wax"]
    assert heads(set_mark(draft, identity(draft, "B. Oil"), "C.")) == ["A. Wicks", "C. Oil", "D. Wax"]
    first = set_mark(draft, identity(draft, "A. Wicks"), "I.")
    second = set_mark(first, identity(first, "A. Oil"), "II.")
    assert heads(set_mark(second, identity(second, "A. Wax"), "III.")) == ["I. Wicks", "II. Oil", "III. Wax"]


def test_a_heading_is_written_with_its_letter(draft: Draft) -> None:
    oil = identity(draft, "B. Oil")
    assert written(draft, oil) == "B. Oil"
    assert rewritten(draft, oil, "B. Oil") is draft
    assert heads(rewritten(draft, oil, "B. Oil and fat")) == ["A. Wicks", "B. Oil and fat", "C. Wax"]
    assert heads(rewritten(draft, oil, "Oil and fat")) == ["A. Wicks", "Oil and fat", "B. Wax"]
    after, _ = add_written(draft, "Z. Glass", kind=Kind.HEADING, after=oil)
    assert heads(after) == ["A. Wicks", "B. Oil", "C. Glass", "D. Wax"]


def test_a_paragraph_stands_without_its_number_and_with_it_again(draft: Draft) -> None:
    oil = draft.entries[2].id
    without = set_counted(draft, oil, counted=False)
    assert outline(without) == ["OP1", "A. Wicks", "OP –", "B. Oil", "OP2", "C. Wax", "OP3"]
    assert parse_draft(draft_text(without)) == without
    assert set_counted(without, oil, counted=True) == draft
    with pytest.raises(EditingError):
        set_counted(draft, identity(draft, "B. Oil"), counted=False)


def test_even_where_none_has_a_number_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    bare = draft
    for entry in draft.entries:
        if entry.content.kind is Kind.OPERATIVE:
            bare = set_counted(bare, entry.id, counted=False)
    assert not any(p.number for p in bare.resolution.operative)
    assert parse_draft(draft_text(bare)) == bare


def test_what_leads_to_numbered_paragraphs_needs_no_number_in_a_file() -> None:
    text = TEXT.replace("2. *Notes* the wicks;", "*Resolves* that:\n\n2. A lamp is lit;\n\n3. It burns;")
    draft = parse_draft(text)
    assert outline(draft)[1:5] == ["A. Wicks", "OP –", "OP2", "OP3"]
    assert parse_draft(draft_text(draft)) == draft
