from itertools import pairwise
from pathlib import Path

import pytest

from assistant.resources import sample_folder
from precedent.reading import markdown, read
from precedent.resolution import DocumentKind, Kind, Resolution
from precedent.session import Organ, Session
from precedent.symbol import Symbol
from tests.sample_facts import (
    CHANGES,
    COUNCIL_FIRST,
    COUNCIL_SECOND,
    COUNCIL_TITLE,
    DUE,
    FIRST,
    SECOND,
    SIZES,
    STANDS,
    THIRD,
    TITLE,
    Change,
    Size,
)

EDITIONS = (FIRST, SECOND, THIRD)
SYMBOLS = (*EDITIONS, COUNCIL_FIRST, COUNCIL_SECOND)


def path(symbol: str) -> Path:
    return sample_folder() / f"{symbol.replace('/', '_')}.md"


def edition(symbol: str) -> Resolution:
    return read(path(symbol))


def test_the_folder_holds_the_editions_and_nothing_else() -> None:
    assert {file.stem.replace("_", "/") for file in sample_folder().iterdir()} == set(SYMBOLS)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_edition_is_read_whole_and_without_remarks(symbol: str) -> None:
    found = edition(symbol)
    assert found.remarks == ()
    assert (
        Size(
            preambular=len(found.preamble),
            operative=sum(p.level == 0 for p in found.operative),
            below=sum(p.level == 1 for p in found.operative),
            headings=sum(p.kind is Kind.HEADING for p in found.paragraphs),
            footnotes=len(found.footnotes),
        )
        == SIZES[symbol]
    )
    assert all(p.opening for p in found.paragraphs if p.level == 0 and p.kind is not Kind.HEADING)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_writing_what_was_read_gives_the_same_bytes(symbol: str) -> None:
    assert markdown.write(edition(symbol)).encode() == path(symbol).read_bytes()


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_masthead_is_that_of_an_adopted_text(symbol: str) -> None:
    masthead = edition(symbol).masthead
    assert masthead.kind is DocumentKind.RESOLUTION
    assert str(masthead.symbol) == symbol
    assert masthead.session_value is not None
    assert masthead.adopted is not None
    assert masthead.date is not None
    assert masthead.adopted < masthead.date
    assert Session.on(masthead.adopted, masthead.organ or Organ.SECURITY_COUNCIL) == masthead.session_value
    assert str(masthead.session_value.number) == Symbol.parse(symbol).session


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_nobody_can_take_it_for_agreed_language(symbol: str) -> None:
    found = edition(symbol)
    assert found.title.endswith("(sample)")
    assert (found.masthead.report or "").endswith("a sample made up for Penholder, no agreed language")
    assert found.masthead.session_value is not None
    assert found.masthead.session_value.opens_in > 2050


def test_the_editions_are_one_series() -> None:
    assert {edition(symbol).title for symbol in EDITIONS} == {TITLE}
    assert {edition(symbol).title for symbol in (COUNCIL_FIRST, COUNCIL_SECOND)} == {COUNCIL_TITLE}
    for earlier, later in (*pairwise(EDITIONS), (COUNCIL_FIRST, COUNCIL_SECOND)):
        adopted = edition(earlier).masthead.adopted
        assert adopted is not None
        assert (
            f"{Symbol.parse(earlier).citation} of {adopted.day} {adopted:%B %Y}"
            in edition(later).paragraphs[0].text
        )


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_note_is_called_and_first_in_order(symbol: str) -> None:
    found = edition(symbol)
    called = [call.marker for paragraph in found.paragraphs for call in paragraph.notes]
    assert list(dict.fromkeys(called)) == [note.marker for note in found.footnotes]
    assert [note.marker for note in found.footnotes] == [str(n + 1) for n in range(len(found.footnotes))]
    assert all(note.text.endswith(".") for note in found.footnotes)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_punctuation_is_that_of_the_genre(symbol: str) -> None:
    found = edition(symbol)
    assert all(p.text.endswith(",") for p in found.preamble)
    assert all(p.text.endswith((";", ":")) for p in found.operative[:-1])
    assert found.operative[-1].text.endswith(".")


@pytest.mark.parametrize("pair", CHANGES, ids=" ".join)
def test_the_facts_tell_every_difference(pair: tuple[str, str]) -> None:
    """Paragraph by paragraph: the earlier words with the listed changes made are the later ones."""
    earlier, later = map(edition, pair)
    changes = CHANGES[pair]
    dropped = {c.before for c in changes if c.kind == "dropped"}
    new = {c.after for c in changes if c.kind == "added"}
    before = [place for place in earlier.places() if place[0] not in dropped]
    after = [place for place in later.places() if place[0] not in new]
    for (label, text), (later_label, later_text) in zip(before, after, strict=True):
        here = [c for c in changes if c.before == label]
        assert {c.after for c in here} <= {later_label}
        assert made(text, here) == later_text


@pytest.mark.parametrize(("label", "words"), [(d.label, d.words) for d in DUE] + list(STANDS))
def test_what_is_due_and_what_stands_is_in_the_last_edition_once(label: str, words: str) -> None:
    assert (edition(THIRD).text_at(label) or "").count(words) == 1


def test_the_stale_figure_is_newer_in_the_text_of_the_council() -> None:
    words = {edition(symbol).text_at("PP13") for symbol in EDITIONS}
    assert len(words) == 1
    assert "57 per cent of fishing boats" in str(words)
    assert "52 per cent of fishing boats" in (edition(COUNCIL_SECOND).text_at("PP4") or "")


def made(text: str, changes: list[Change]) -> str:
    """A text with changes made, which stand in the order of their places."""
    done, parts = 0, []
    for change in changes:
        place = text.index(change.old, done)
        parts += [text[done:place], change.new]
        done = place + len(change.old)
    return "".join([*parts, text[done:]])
