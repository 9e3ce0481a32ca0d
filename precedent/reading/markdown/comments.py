"""The quiet comments before a paragraph: the caller's own, and the few things that Markdown cannot say.

A comment may hold neither two hyphens in a row nor a line break. Both are written as %2D, %0A and so on, and
the per cent sign as %25, so that what the caller gave comes back byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_CODED = {"%": "%25", "\n": "%0A", "\r": "%0D", " ": "%20", ";": "%3B", "-": "%2D"}
_PLAIN = {code: character for character, code in _CODED.items()}
_OURS = re.compile(r"(?:kind|level|number|closing|text|section): ?[^;]*")
_LINE, _FIELD = "%\n\r", "%;\n\r"
OWNER = "penholder:"
"""How a comment begins that belongs to the caller."""


def write_opaque(comment: str) -> str:
    """The line that carries a caller's comment."""
    return f"<!-- {OWNER} {_coded(comment, _LINE)} -->"


def read_opaque(content: str) -> str | None:
    """What the caller gave; None for any other comment. `content` is what stands between the marks."""
    content = content.strip(" \n")
    return _decoded(content.removeprefix(OWNER).strip(" ")) if content.startswith(OWNER) else None


def write_fields(fields: Mapping[str, str]) -> str:
    """The line that says what the syntax cannot: `<!-- kind: table -->`."""
    return f"<!-- {'; '.join(f'{key}: {_coded(value, _FIELD)}' for key, value in fields.items())} -->"


def read_fields(content: str) -> dict[str, str] | None:
    """What `write_fields` wrote; None for any other comment."""
    parts = [part.strip(" \n") for part in content.split(";")]
    if not all(_OURS.fullmatch(part) for part in parts):
        return None
    pairs = (part.partition(":") for part in parts)
    return {key: _decoded(value.strip(" ")) for key, _, value in pairs}


def _coded(text: str, characters: str) -> str:
    coded = "".join(_CODED[c] if c in characters else c for c in text)
    coded = re.sub(r"(?<=-)-", "%2D", coded)
    # White space at either end is not the caller's but the comment's own.
    return re.sub(r"^ | $", "%20", coded)


def _decoded(text: str) -> str:
    return re.sub("|".join(_PLAIN), lambda found: _PLAIN[found.group()], text)
