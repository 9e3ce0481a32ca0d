"""The sequence of also and further: mended in one step whatever is done to the order, and a slow oracle beside it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.editor import read_through, shipped_rules
from assistant.draft import Draft, draft_of
from assistant.editing import delete, move
from assistant.mending import take_all
from precedent.reading import markdown
from precedent.resolution import Kind
from precedent.session import Organ

PHRASES = st.sampled_from(
    ("Notes", "Notes with concern", "Welcomes", "Requests the Board", "Requests the pilots")
)
ADVERBS = st.sampled_from(("", "", "also", "further"))
PARAGRAPHS = st.lists(st.tuples(PHRASES, ADVERBS), min_size=1, max_size=9)
SEQUENCE = ("SQ02", "SQ03", "SQ04", "SQ05")


def drafted(paragraphs: list[tuple[str, str]]) -> Draft:
    lines = []
    for number, (phrase, adverb) in enumerate(paragraphs, 1):
        opening, _, rest = phrase.partition(" the ")
        words = f"{adverb.capitalize()} {opening[0].lower()}{opening[1:]}" if adverb else opening
        lines.append(f"{number}. *{words}*{' the ' + rest if rest else ''} to row by number {number};")
    text = markdown.read("\n\n".join(lines).encode(), "draft")
    draft = draft_of(text)
    return replace(draft, masthead=replace(draft.masthead, organ=Organ.GENERAL_ASSEMBLY))


def mended(draft: Draft) -> Draft:
    found = read_through(draft.resolution, shipped_rules())
    return take_all(draft, [f for f in found if f.rule in SEQUENCE and f.mendable])


def openings(draft: Draft) -> list[str]:
    return [p.text.split(" to row")[0] for p in draft.resolution.paragraphs if p.kind is Kind.OPERATIVE]


def by_hand(paragraphs: list[str]) -> list[str]:
    """The sequence written out: bare, also, further, bare again, anew with another phrase or addressee."""
    found: list[str] = []
    run = 0
    for place, phrase in enumerate(paragraphs):
        run = run + 1 if place and paragraphs[place - 1] == phrase else 0
        adverb = ("", "Also ", "Further ")[run % 3]
        found.append(adverb + (phrase[0].lower() + phrase[1:] if adverb else phrase))
    return found


@given(PARAGRAPHS)
def test_one_step_makes_it_what_one_would_write(paragraphs: list[tuple[str, str]]) -> None:
    after = mended(drafted([(phrase, "") for phrase, _ in paragraphs]))
    assert openings(after) == by_hand([phrase for phrase, _ in paragraphs])


@given(PARAGRAPHS)
def test_mended_once_is_mended(paragraphs: list[tuple[str, str]]) -> None:
    after = mended(drafted(paragraphs))
    assert mended(after) == after


@given(PARAGRAPHS, st.integers(0, 8), st.integers(0, 8))
def test_after_a_move_or_a_deletion_it_is_put_right_again(
    paragraphs: list[tuple[str, str]], first: int, second: int
) -> None:
    draft = mended(drafted([(phrase, "") for phrase, _ in paragraphs]))
    ids = [entry.id for entry in draft.entries]
    moving, after = ids[first % len(ids)], ids[second % len(ids)]
    moved = move(draft, [moving], after=after if after != moving else None)
    for changed in (moved, delete(draft, [moving]) if len(ids) > 1 else moved):
        phrases = [bare(words) for words in openings(changed)]
        assert openings(mended(changed)) == by_hand(phrases)


def bare(words: str) -> str:
    for adverb in ("Also ", "Further "):
        if words.startswith(adverb):
            rest = words.removeprefix(adverb)
            return rest[0].upper() + rest[1:]
    return words
