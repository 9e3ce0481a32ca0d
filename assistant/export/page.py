"""What every HTML page of ours is made with: no script, nothing from elsewhere, readable aloud, printable.

What is new is underlined and what is gone struck out, so that neither needs its colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.chronicle import Run, spaced
from assistant.export.characters import writable

CHANGES = """
ins { color: #1b5e20; text-decoration: underline; text-decoration-thickness: 2px; background: #e9f4ea; }
del { color: #8e1b16; background: #fbecea; }
"""
"""Style of words that are new and words that are gone."""


def document(name: str, style: str, body: Iterable[str]) -> str:
    """A whole page."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(name)}</title>",
        f"<style>{CHANGES}{style}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def marked(runs: Iterable[Run]) -> str:
    """Words that stand, that are new and that are gone."""
    tags = {"insert": "ins", "delete": "del"}
    return "".join(
        escaped(run.text)
        if run.kind == "equal"
        else f"<{tags[run.kind]}>{escaped(run.text)}</{tags[run.kind]}>"
        for run in spaced(runs)
    )


def escaped(text: str) -> str:
    """Text as it stands between tags."""
    return escape(writable(text), quote=False)


def sentence(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]
