"""What stands behind a passage, and how its variants differ, as styled text for the side panel."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from assistant.settings import Settings
from assistant.standing import behind, positions
from assistant.varying import changed
from precedent.index import Card, Match

VARIANTS = 5
"""Variants told of the passage that the highlight is on."""
LONGEST = 160
"""Characters of one fact: sixty sponsors would hide the words."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage and what is known of its text."""

    match: Match
    card: Card | None


def position_words(found: Found, settings: Settings) -> list[str]:
    """Where the own delegation and those watched stood, for the line of facts."""
    told = positions(found.card, settings) if found.card else []
    count = len(found.match.variants)
    return [*told, f"{count} variant{'s' if count > 1 else ''}"] if count else told


def behind_words(found: Found) -> Content:
    """Below the words of the passage that the highlight is on: its variants, and all that stands behind it."""
    match = found.match
    lines = [
        (f"≈ {variant.symbol} {variant.label}: ", changed(match.text, variant.text))
        for variant in match.variants[:VARIANTS]
    ]
    if len(match.variants) > VARIANTS:
        lines.append((f"≈ {len(match.variants) - VARIANTS} more", ""))
    if len(match.also) > 1:
        lines.append(("also ", ", ".join(f"{place.symbol} {place.label}" for place in match.also)))
    if found.card:
        lines += [(f"{what} ", words) for what, words in behind(found.card) if what != "adopted"]
    return Content.assemble(*((f"{what}{_cut(words)}\n", "$quiet") for what, words in lines))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip(' ,')} …"
