"""Real texts: letters of headings, and paragraphs without a number, through a draft, Word, XML and back."""

from pathlib import Path

import pytest

from assistant.draft import draft_of
from assistant.export import exported
from assistant.storage import draft_text, parse_draft
from precedent.reading import akn, read, word
from precedent.resolution import Kind, Resolution

pytestmark = pytest.mark.timeout(300)

Seen = list[tuple[str, str | None, str]]


def heads(text: Resolution) -> Seen:
    return [(p.section, p.number, p.text) for p in text.paragraphs if p.kind is Kind.HEADING]


def bare(text: Resolution) -> Seen:
    """Operative paragraphs that lead to numbered ones; where one opens a part, the file alone does not tell."""
    return [
        (p.section, p.number, p.text)
        for p in text.operative
        if not (p.number or p.level or p.closing) and p.text.endswith(":")
    ]


@pytest.fixture(scope="module")
def drafts(shared: Path) -> list[Resolution]:
    return [read(path) for path in sorted((shared / "corpus/pdf/drafts").glob("*.pdf"))]


def test_headings_and_bare_paragraphs_go_there_and_back(drafts: list[Resolution]) -> None:
    numbered = lettered = 0
    for text in drafts:
        draft = draft_of(text)
        printed = draft.resolution
        numbered += len(bare(text))
        lettered += sum(number is not None for _, number, _ in heads(text))
        name = str(text.masthead.symbol)
        assert parse_draft(draft_text(draft)) == draft, name
        assert heads(printed) == heads(text), name
        assert bare(printed) == bare(text), name
        for found in (
            word.read(exported(draft, ".docx")[0], name),
            akn.read(exported(draft, ".xml")[0], name),
        ):
            assert heads(found) == heads(text), name
            assert bare(found) == bare(text), name
    assert numbered >= 3
    assert lettered >= 9
