"""Runs of italics and note calls inside one paragraph ↔ Markdown.

Writing escapes whatever Markdown would take for a mark, so that any text comes back as it was. Reading is
CommonMark as markdown-it-py understands it, with `[^1]` as the call of a note.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from precedent.resolution import NoteCall, Span

MARKER = r"(?:\\.|[^\]\\\s])+"
"""Pattern of a note's marker as Markdown has it."""
_CALL = re.compile(rf"\[\^({MARKER})\]")
_OPEN, _CLOSE = ("<i>", "<em>"), ("</i>", "</em>")
_DEEPEST = 4
"""Brackets in brackets that may be a link; those of a text are written so that none is."""
_EDGE = " \t\n\r"
_SPECIAL = re.compile(r"[\\*_`\[]|<(?=[A-Za-z/!?])|&(?=[A-Za-z0-9#])")


@dataclass(frozen=True, slots=True)
class Inline:
    """The words of one paragraph or note, what is italic in them and where notes are called."""

    text: str
    italics: tuple[Span, ...] = ()
    notes: tuple[NoteCall, ...] = ()
    lost: tuple[str, ...] = ()
    """What the anatomy cannot hold, said in words: the address of a link, bold type."""


def read_inline(source: str) -> Inline:
    """Read one paragraph's Markdown; total on any text. Line breaks within it become spaces."""
    tokens = _parser().parseInline(source)[0].children or []
    paired = _paired(tokens)
    parts: list[str] = []
    italics: list[Span] = []
    notes: list[NoteCall] = []
    lost: list[str] = []
    length = depth = start = 0
    for place, token in enumerate(tokens):
        words, turn = "", 0
        if token.type in ("em_open", "em_close"):
            turn = 1 if token.type == "em_open" else -1
        elif token.type == "html_inline" and place in paired:
            turn = 1 if token.content in _OPEN else -1
        elif token.type == "note_call":
            notes.append(NoteCall(length, token.content))
        elif token.type in ("softbreak", "hardbreak"):
            words = " "
        elif token.type == "strong_open":
            lost.append("bold type is not kept")
        elif token.type in ("link_open", "image") and token.markup != "autolink":
            words = token.content
            lost.append(f"the address of a link is not kept: {token.attrGet('href') or token.attrGet('src')}")
        else:
            words = token.content
        parts.append(words)
        length += len(words)
        if turn > 0 and depth == 0:
            start = length
        elif turn < 0 and depth == 1 and length > start:
            italics.append(Span(start, length))
        depth += turn
    return Inline("".join(parts), tuple(italics), tuple(notes), tuple(lost))


def write_inline(text: str, italics: Iterable[Span] = (), notes: Iterable[NoteCall] = ()) -> str:
    """One line of Markdown that `read_inline` reads back to the same text, italics and notes.

    Italics are `*…*`; where its rules do not allow that (inside white space, next to another run) `<i>…</i>`.
    """
    runs = _runs(text, italics)
    marks: list[tuple[int, int, str]] = []
    for before, run in zip([Span(-1, -1), *runs], runs, strict=False):
        opened, closed = ("*", "*") if _starred(text, run) and before.end != run.start else ("<i>", "</i>")
        marks += [(run.start, 2, opened), (run.end, 0, closed)]
    marks += [(min(max(n.offset, 0), len(text)), 1, f"[^{write_marker(n.marker)}]") for n in notes]
    parts, done = [], 0
    for place, _, mark in sorted(marks, key=lambda m: m[:2]):
        parts += [escaped(text, done, place), mark]
        done = place
    return "".join([*parts, escaped(text, done, len(text))])


def write_marker(marker: str) -> str:
    """A note's marker as it stands between `[^` and `]`."""
    return re.sub(r"([\]\\\s])", r"\\\1", marker)


def read_marker(source: str) -> str:
    """The marker that `write_marker` wrote."""
    return re.sub(r"\\(.)", r"\1", source, flags=re.DOTALL)


def escaped(text: str, start: int, end: int) -> str:
    """Characters [start, end) of a paragraph's text with everything special to Markdown escaped."""
    parts, done = [], start
    for found in _SPECIAL.finditer(text, start, end):
        # A lookahead sees no further than `end`, where a mark follows: escape there too.
        parts += [text[done : found.start()], "\\", found.group()]
        done = found.end()
    tail = text[done:end]
    if tail[-1:] in ("<", "&", "!"):
        tail = f"{tail[:-1]}\\{tail[-1]}"
    plain = re.sub(r"[\t\n\r]", lambda m: f"&#{ord(m.group())};", "".join([*parts, tail]))
    if start == 0 and text[:1] == " ":
        plain = "&#32;" + plain[1:] if plain[:1] == " " else plain
    if end == len(text) and plain[-1:] == " ":
        plain = plain[:-1] + "&#32;"
    return plain


def _runs(text: str, italics: Iterable[Span]) -> list[Span]:
    """Runs in order, without empty or overlapping ones."""
    runs: list[Span] = []
    for span in sorted(italics):
        start, end = max(span.start, runs[-1].end if runs else 0), min(span.end, len(text))
        if start < end:
            runs.append(Span(start, end))
    return runs


def _starred(text: str, run: Span) -> bool:
    """Whether stars mark the run by the rules for delimiter runs, with a margin for doubt."""
    outside = (text[run.start - 1 : run.start], text[run.end : run.end + 1])
    inside = (text[run.start], text[run.end - 1])
    return all(_flanking(i, o) for i, o in zip(inside, outside, strict=True))


def _flanking(inner: str, outer: str) -> bool:
    if inner.isalnum():
        return True
    return unicodedata.category(inner).startswith("P") and (
        not outer or outer == " " or outer in string.punctuation
    )


def _paired(tokens: Sequence[Token]) -> set[int]:
    """Places of `<i>` and `</i>` that belong together; one without its other is text."""
    opened: list[int] = []
    paired: set[int] = set()
    for place, token in enumerate(tokens):
        if token.type == "html_inline" and token.content in _OPEN:
            opened.append(place)
        elif token.type == "html_inline" and token.content in _CLOSE and opened:
            paired |= {opened.pop(), place}
    return paired


def _note_call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the shape of a rule of markdown-it
    # Brackets that nothing closes are not looked through from each of them.
    last = state.env.setdefault("last bracket", state.src.rfind("]"))
    found = _CALL.match(state.src, state.pos, state.posMax) if state.pos < last else None
    if not found:
        return False
    if not silent:
        state.push("note_call", "", 0).content = read_marker(found[1])
    state.pos = found.end()
    return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).disable(["normalize"])
    parser.inline.ruler.before("link", "note_call", _note_call)
    return parser
