"""Passages that were found, for a reader: where and how adopted, the words, where else they stand, how they vary."""

import shutil
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from assistant.cli import diagnostics, output
from assistant.settings import Settings
from assistant.standing import behind, positions
from assistant.varying import changed, marked
from precedent.index import Card, Match, Variant

_WIDEST = 100
_INDENT = " " * 6
_ALSO = 4
"""Other places named before the rest is counted."""
_VARIANTS = 3
"""Variants told before the rest is counted."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How much is told of each match."""

    settings: Settings
    card: Callable[[str], Card | None]
    full: bool = False
    why: bool = False


def show(heading: str, matches: list[Match], telling: Telling, *, first: bool) -> None:
    """Print the matches of one query."""
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    if heading:
        output.write("" if first else "\n")
        output.write(_wrapped(f"› {heading}", width, "") + "\n")
    if not matches:
        output.line("nothing found")
    for number, match in enumerate(matches):
        if number or heading:
            output.line()
        _show(match, telling, width)


def _show(match: Match, telling: Telling, width: int) -> None:
    card = telling.card(match.symbol)
    known = [match.day, match.vote or ""]
    known += positions(card, telling.settings) if card else []
    head = f"{match.score:.2f}  {match.symbol} {match.label}" + "".join(
        f" · {said}" for said in known if said
    )
    output.write(_wrapped(head, width, "", _bold))
    if telling.why:
        parts = " ".join(f"{part.points:+.1f} {part.name}" for part in match.parts)
        output.write(
            _wrapped(f"{sum(part.points for part in match.parts):.1f} = {parts}", width, _INDENT, _faint)
        )
    output.write(_wrapped(match.title, width, _INDENT, _faint))
    output.write(_wrapped(match.text, width, _INDENT))
    if match.also:
        output.write(_wrapped(_also(match, telling), width, _INDENT, _faint))
    shown = match.variants if telling.full else match.variants[:_VARIANTS]
    for variant in shown:
        output.write(_wrapped(_variant(match, variant, telling), width, _INDENT, _faint))
    if more := len(match.variants) - len(shown):
        output.write(_wrapped(f"and {more} more variant{'s' * (more > 1)}", width, _INDENT, _faint))
    if telling.full and card:
        for what, words in behind(card):
            output.write(_wrapped(f"{what}: {words}", width, _INDENT))


def _also(match: Match, telling: Telling) -> str:
    most = len(match.also) if telling.full else _ALSO
    named = ", ".join(f"{place.symbol} {place.label}" for place in match.also[:most])
    more = len(match.also) - most
    return f"also {named}" + (f" and {more} more" if more > 0 else "")


def _variant(match: Match, variant: Variant, telling: Telling) -> str:
    """Where it stands and how it differs: the changed units alone, or in full the words with the changes marked."""
    words = marked(match.text, variant.text) if telling.full else changed(match.text, variant.text)
    more = f" and {len(variant.also)} more" if variant.also else ""
    return f"≈ {variant.symbol} {variant.label}{more}: {words}"


def _wrapped(text: str, width: int, indent: str, style: Callable[[str], str] = str) -> str:
    lines = textwrap.wrap(
        diagnostics.printable(text),
        max(width, 40),
        initial_indent=indent,
        subsequent_indent=indent or _INDENT,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "".join(f"{style(line)}\n" for line in lines)


def _bold(text: str) -> str:
    return output.styled(text, "1")


def _faint(text: str) -> str:
    return output.styled(text, "2")
