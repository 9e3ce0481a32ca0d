"""Which of the six official languages a text is in, told by its script and its small words. Pure.

Files say so themselves, but not reliably: among the General Assembly's own of one session a French text lies
with the English ones.
"""

from __future__ import annotations

import re
from collections import Counter

from precedent.resolution import Resolution

ENGLISH = "en"

_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_SMALL_WORDS = {
    "en": "the of and to in its on for by with that as at from which",
    "fr": "le la les des du et dans sur par une est aux que pour au",
    "es": "el la los las de del y en que para por una con se al",
}
_ENOUGH = 4000
"""Characters that tell."""


def spoken(resolution: Resolution) -> str:
    """The language of a text: what its masthead says, else what its words tell."""
    words = (p.text for p in resolution.paragraphs[:20])
    return resolution.masthead.language or language(" ".join([resolution.title, resolution.enacting, *words]))


def language(text: str) -> str:
    """One of ar, en, es, fr, ru, zh; English where nothing tells."""
    sample = text[:_ENOUGH]
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if 3 * len(script.findall(sample)) > letters > 0:
            return code
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    count = {code: sum(words[word] for word in small.split()) for code, small in _SMALL_WORDS.items()}
    return max(count, key=lambda code: (count[code], code == ENGLISH))
