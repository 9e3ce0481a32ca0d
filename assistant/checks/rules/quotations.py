"""Language quoted from an earlier text, held against that text where the index has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Family, Part, Rule
from assistant.checks.subject import Subject
from precedent.references import ResolutionCitation, quoted_spans
from precedent.resolution import Resolution, Span
from precedent.wording import differences, fold

RULES = (
    Rule(
        id="RF15",
        family=Family.REFERENCES,
        severity=Severity.WARNING,
        parts=(Part.PREAMBULAR, Part.OPERATIVE, Part.SUB),
        title="Language that is quoted from an earlier text differs from it",
        explanation=(
            "What stands in quotation marks beside the citation of a resolution is compared with that resolution, "
            "where the index holds it; words that are nearly but not quite its own are shown with those that are."
        ),
        authority="United Nations Editorial Manual, quotations: a quotation is exactly as its source",
        flagged="its resolution 113/28, by which it decided that “every ferries shall have a bell and a lantern”",
        preferred="its resolution 113/28, by which it decided that “every ferry shall have a bell and a lantern”",
    ),
)
_RULE = RULES[0]
_WORDS = 7
"""From so many words on a quotation is language; fewer are a title or a term."""
_NEAR = 88.0
"""Likeness (0 to 100) from which words were meant to be those of the source."""
_TOKEN = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
_ROUND = 40
"""Characters on both sides of the likest stretch within which its ends are looked for."""
_NAMES = re.compile(r"\b(?:entitled|titled|theme|themes|item|sub-item|topic|title|motto)\b[^“”]{0,30}“?\Z")
"""Before a quotation that is the name of something, and no language of the resolution that is cited."""


class _Source(NamedTuple):
    """The words of a source that a quotation is nearest to."""

    label: str
    words: str


def judge(subject: Subject) -> Iterator[Finding]:
    """A finding for each quotation that nearly is, and is not, in the words of a resolution cited beside it."""
    for paragraph in subject.resolution.paragraphs:
        text = paragraph.text
        if "“" not in text:
            continue
        quotes = [q for q in quoted_spans(text) if _is_language(q, text)]
        cited = _cited(paragraph.label, subject) if quotes else []
        for quote in quotes:
            found = _nearest(quote.of(text), cited)
            if found is not None:
                symbol, source = found
                yield _differs(paragraph.label, text, _inner(quote, text), symbol, source)


def _is_language(quote: Span, text: str) -> bool:
    words = quote.of(text).strip("“”").split()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _WORDS and capitals * 2 < len(words) and not _NAMES.search(text, 0, quote.start)


def _inner(quote: Span, text: str) -> Span:
    """The quotation without its marks."""
    words = quote.of(text)
    return Span(quote.start + words.startswith("“"), quote.end - words.endswith("”"))


def _cited(label: str, subject: Subject) -> list[Resolution]:
    """The resolutions that a paragraph and its notes cite, as far as the index holds them."""
    symbols = dict.fromkeys(
        str(reference.symbol)
        for place in (label, *subject.notes_of(label))
        for reference in subject.references(place)
        if isinstance(reference, ResolutionCitation)
    )
    texts = (subject.context.index.document(symbol) for symbol in symbols)
    return [text for text in texts if text is not None]


def _nearest(quote: str, cited: list[Resolution]) -> tuple[str, _Source] | None:
    """The words of a cited text that a quotation was meant to be; None where it is right, or of none of them."""
    words = fold(quote.strip("“”")).rstrip(",;.")
    found = [(str(text.masthead.symbol), _in_text(words, tuple(text.places()))) for text in cited]
    if any(source is not None and source.words == "" for _, source in found):
        return None
    return next(((symbol, source) for symbol, source in found if source is not None), None)


@lru_cache(maxsize=512)
def _in_text(words: str, places: tuple[tuple[str, str], ...]) -> _Source | None:
    """Where a text has nearly these words; with no words where it has them exactly. Remembered: texts stay."""
    from rapidfuzz import fuzz

    best: _Source | None = None
    least = _NEAR
    for label, text in places:
        if words in (even := fold(text)):
            return _Source(label, "")
        if len(even) < len(words) or len(even) != len(text):
            continue  # folding that changes the length would shift the words
        near = fuzz.partial_ratio_alignment(words, even, score_cutoff=least)
        if near is not None and near.score >= least:
            best, least = (
                _Source(label, _same_stretch(words, text, near.dest_start, near.dest_end)),
                near.score,
            )
    return best


def _same_stretch(words: str, text: str, start: int, end: int) -> str:
    """The words of a source that stand for all of a quotation: as many before and after what both have as it has."""
    own = [token[0] for token in _TOKEN.finditer(words)]
    theirs = list(_TOKEN.finditer(text, max(0, start - _ROUND), min(len(text), end + _ROUND)))
    matcher = SequenceMatcher(None, own, [fold(token[0]) for token in theirs], autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    if not same:
        return text[start:end]
    first = max(0, same[0].b - same[0].a)
    last = min(len(theirs), same[-1].b + len(own) - same[-1].a)
    return text[theirs[first].start() : theirs[last - 1].end()]


def _differs(label: str, text: str, quote: Span, symbol: str, source: _Source) -> Finding:
    said = quote.of(text)
    changes = [
        (c.before.of(said).strip(), c.after.of(source.words).strip())
        for c in differences(said, source.words)
        if c.kind != "equal"
    ]
    told = "; ".join(
        f"“{there}” for “{here}”" if here else f"“{there}” too" for here, there in changes if there
    )
    return Finding(
        rule=_RULE.id,
        severity=_RULE.severity,
        label=label,
        start=quote.start,
        end=quote.end,
        found=said,
        message=f"{symbol} {source.label} has other words{f': {told}' if told else ''}",
        suggestion=source.words,
        words_certain=False,
        evidence=(f"{symbol} {source.label}",),
        authority=_RULE.authority,
    )
