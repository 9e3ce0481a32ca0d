"""Paragraphs that open with the same words keep their sequence where one is put in: bare, also, further, bare again.

What the sequence asks for is known to `assistant.checks.editor`, which also finds where a text breaks it; here openings
are put right as a paragraph comes in, its own and those behind it that it pushed out of their place. What was out of
place before stays a finding.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from assistant.checks.editor.mechanisms.chains import Link, Verdict, links
from assistant.checks.editor.place import text_of
from assistant.draft import Draft
from assistant.editing import replace_words
from precedent.session import Organ

_ROUNDS = 3
"""An opening that is put right may break the next one's; a sequence has three places."""


def chained(before: Draft, after: Draft) -> Draft:
    """The draft after an edit, its openings in their sequences again.

    Openings change in paragraphs that the edit brought, and in those that stood right before it. The Security Council
    keeps no such sequence, so its texts stay as they are.
    """
    if after.masthead.organ is Organ.SECURITY_COUNCIL:
        return after
    stood = {i: link.verdict is Verdict.KEPT for i, link in _by_id(before)}
    free = {entry.id for entry in after.entries if stood.get(entry.id, True)}
    for _ in range(_ROUNDS):
        settled = _settled(after, free)
        if settled == after:
            break
        after = settled
    return after


def _settled(draft: Draft, free: Container[str]) -> Draft:
    for identity, link in _by_id(draft):
        if identity in free and link.verdict is not Verdict.KEPT and not link.akin:
            adverb = "" if link.verdict is Verdict.ANOTHER_ADDRESSEE else link.wanted
            words = link.opening.words(adverb, link.place.part)
            draft = replace_words(draft, link.label, 0, link.opening.end, words)
    return draft


def _by_id(draft: Draft) -> Iterator[tuple[str, Link]]:
    """Every paragraph in its sequence, by its id."""
    ids = {label: identity for identity, label in draft.labels.items()}
    yield from ((ids[link.label], link) for link in links(text_of(draft.resolution)) if link.label in ids)
