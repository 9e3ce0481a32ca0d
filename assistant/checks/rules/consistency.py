"""Compounds that a draft writes otherwise than the last edition does in the same words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Family, Part, Rule
from assistant.checks.subject import Subject

RULES = (
    Rule(
        id="WD18",
        family=Family.WORDING,
        severity=Severity.INFO,
        drafts=True,
        parts=(Part.PREAMBULAR, Part.OPERATIVE, Part.SUB),
        title="A compound is joined otherwise than in the last edition",
        explanation=(
            "The same words for the same thing: where the last edition has “capacity development policies”, a new "
            "paragraph with “capacity-development policies” is out of step. Words are compared together with the one "
            "after them, since a compound may be joined before a noun only."
        ),
        authority="consistency with the earlier text of the series; United Nations Editorial Manual, spelling",
        flagged="Encourages harbour-lighting policies; (the last edition has “harbour lighting policies”)",
        preferred="Encourages harbour lighting policies;",
        wording=True,
    ),
)
_RULE = RULES[0]
_TOKEN = re.compile(r"\b[a-z]+(?:-[a-z]+)*\b")
_SHORT, _LONG = 3, 8
"""Letters of a part, and of a word that may be made of two."""
_ANEW = ("healthcare",)
"""Written so by the United Nations since the 79th session of the General Assembly, and otherwise before."""
_SMALL = frozenset(
    ("and", "the", "for", "with", "from", "that", "this", "their", "its", "are", "all", "into", "has")
)


class _Compound(NamedTuple):
    """Two words as they are joined, and where."""

    key: tuple[str, str]
    """Their letters, and the word after them."""
    written: str
    start: int


def judge(subject: Subject) -> Iterator[Finding]:
    """A finding for each compound that the base has otherwise, and never so; nothing where there is no base."""
    texts = subject.texts_before.get(subject.base_symbol) if subject.is_draft and subject.base else None
    if texts is None:
        return
    known = _written(tuple(texts.values()))
    stood = frozenset(texts.values())
    for paragraph in subject.resolution.paragraphs:
        for compound in _compounds(paragraph.text) if paragraph.text not in stood else ():
            forms = known.get(compound.key)
            if forms is None or compound.written in (*forms, *_ANEW):
                continue
            usual = forms[0]
            yield Finding(
                rule=_RULE.id,
                severity=_RULE.severity,
                label=paragraph.label,
                start=compound.start,
                end=compound.start + len(compound.written),
                found=compound.written,
                message=f"{subject.base_symbol} has “{usual} {compound.key[1]}”",
                suggestion=usual,
                words_certain=False,
                evidence=(subject.base_symbol,),
                authority=_RULE.authority,
            )


@lru_cache(maxsize=16)
def _written(texts: tuple[str, ...]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """How compounds are written in a text, the commonest first."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text in texts:
        for compound in _compounds(text):
            counts[compound.key][compound.written] += 1
    return {key: tuple(form for form, _ in forms.most_common()) for key, forms in counts.items()}


@lru_cache(maxsize=8192)
def _compounds(text: str) -> tuple[_Compound, ...]:
    """Every two words with one after them; remembered, as most of a draft stays as it is."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Compound]:
    tokens = list(_TOKEN.finditer(text))
    for place, token in enumerate(tokens[:-1]):
        word = token[0]
        after = tokens[place + 1]
        if _spaced(text, token, after) and after[0].isalpha():
            if word.count("-") == 1 or (word.isalpha() and len(word) >= _LONG):
                yield _Compound((word.replace("-", ""), after[0]), word, token.start())
            beyond = tokens[place + 2] if place + 2 < len(tokens) else None
            plain = word.isalpha() and min(len(word), len(after[0])) >= _SHORT and word not in _SMALL
            if plain and after[0] not in _SMALL and beyond is not None and _spaced(text, after, beyond):
                key = (word + after[0], beyond[0])
                yield _Compound(key, f"{word} {after[0]}", token.start())


def _spaced(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] == " "
