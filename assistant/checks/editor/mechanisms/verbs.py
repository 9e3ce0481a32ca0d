"""Several decisions in one paragraph: each opened by its own verb, set apart by commas, "and" before the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.editor.openings import lexicon
from assistant.checks.editor.place import Hit, Place, guarded
from assistant.checks.rule import Part

_AFTER = r"(?= (?:that|the|its|all|upon|on|with|States|Member|Governments|to|in|for|of|once)\b)"
_NOUNS = frozenset({"calls", "demands", "supports", "appeals", "measures", "honours", "promises", "commits"})
_LEAST = 20
"""Paragraphs that a verb opened, from which it is one of the verbs of decisions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbList:
    """A list of decisions whose last verb has no "and" before it."""

    def meets(self, place: Place) -> Iterator[Hit]:
        """The last verb of the list."""
        matches = verbs_within(place)
        if matches and not matches[-1]["and"]:
            last = matches[-1]
            start, end = last.start("verb"), last.end("verb")
            message = f"“and” goes before the last of several decisions: “, and {last['verb']}”"
            yield Hit(start, end, f"and {last['verb']}", message)


def verbs_within(place: Place) -> list[re.Match[str]]:
    """The verbs of decisions after the opening, outside quotation marks: groups `and`, `adverb` and `verb`."""
    return [
        match
        for match in _verbs(place.part).finditer(place.text)
        if not any(span.start <= match.start() < span.end for span in guarded(place))
    ]


@lru_cache(maxsize=4)
def _verbs(part: Part) -> re.Pattern[str]:
    at = 0 if part is Part.PREAMBULAR else 1
    verbs: dict[str, int] = {}
    for phrase, counts in lexicon().items():
        first = phrase.split()[0].lower()
        verbs[first] = verbs.get(first, 0) + counts[at]
    ends = "ing" if part is Part.PREAMBULAR else "s"
    chosen = sorted(v for v, n in verbs.items() if n >= _LEAST and v.endswith(ends) and v not in _NOUNS)
    adverbs = "(?P<adverb>(?:also|further|strongly|in this regard,?|in that regard,?) )?"
    return re.compile(rf", (?P<and>and )?{adverbs}(?P<verb>{'|'.join(chosen)})\b{_AFTER}")
