"""Who sponsored a text, from the sentence in which the UN's metadata says it."""

from __future__ import annotations

import re
from typing import Final

_JOINED: Final = re.compile(
    r"Antigua and Barbuda|Bosnia and Herzegovina|Saint Kitts and Nevis|Saint Vincent and the Grenadines|"
    r"Sao Tome and Principe|Trinidad and Tobago|United Kingdom of Great Britain and Northern Ireland"
)
"""States whose names hold the word that joins the last two of a list."""

_BEHALF: Final = re.compile(r" ?\((?:on behalf of|also on behalf of)[^()]*(?:\([^()]*\)[^()]*)*\)| ?\( \)")
_BREAK: Final = re.compile(r", (?:and )?| and (?=(?:the )?[A-ZÀ-Þ])")
_NO_NAME: Final = re.compile(
    r"(?:was |were )?(?:submitted|introduced|on the basis|recommended|Submitted|Draft )"
)


def sponsors(*sentences: str) -> tuple[str, ...]:
    """The States named, each once, in the order given; none where an officer or a committee put the text forward."""
    found: dict[str, None] = {}
    for sentence in sentences:
        plain = _BEHALF.sub("", " ".join(sentence.split())).strip(" .;,")
        if not plain or _NO_NAME.match(plain):
            continue
        kept = _JOINED.sub(lambda m: m[0].replace(" and ", " & "), plain)
        for part in _BREAK.split(kept):
            name = part.replace(" & ", " and ").strip(" *.;,").removeprefix("the ")
            if name[:1].isupper():
                found[name] = None
    return tuple(found)
