"""What stands behind a text, in words: how it was adopted, who was against, who tabled it, where one stood. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.settings import Settings
from precedent.index.protocol import Card
from precedent.resolution import Ballot
from precedent.wording import fold


def positions(card: Card, settings: Settings) -> list[str]:
    """Where the own delegation and those that are watched stood: "your delegation voted against"."""
    told: list[str] = []
    if settings.delegation:
        told += _position(card, settings.delegation, "your delegation")
    for name in settings.watch:
        told += _position(card, name, name)
    return told


def _position(card: Card, name: str, called: str) -> Iterator[str]:
    if card.ballot and named(name, card.ballot.against):
        yield f"{called} voted against"
    if card.ballot and named(name, card.ballot.abstaining):
        yield f"{called} abstained"
    if named(name, card.sponsors):
        yield f"sponsored by {called}"


def named(name: str, states: Iterable[str]) -> bool:
    """Whether a State is among those named; its short name will do ("Iran" for "Iran (Islamic Republic of)")."""
    wanted = fold(name)
    return any(wanted == said or said.startswith(f"{wanted} (") for said in map(fold, states))


def behind(card: Card) -> list[tuple[str, str]]:
    """Everything that is known of a text's adoption: what it is, and the words."""
    ballot = card.ballot or Ballot()
    told = [
        ("organ", card.organ.value if card.organ else ""),
        ("committee", card.committee or ""),
        ("agenda item", card.agenda_item or ""),
        ("draft", card.draft_symbol or ""),
        ("report", (card.report or "").removeprefix("on the report of the ")),
        ("adopted", card.vote or ""),
        ("against", counted(ballot.against)),
        ("abstaining", counted(ballot.abstaining)),
        ("sponsors", counted(card.sponsors)),
        ("subjects", ", ".join(card.subjects)),
    ]
    return [(what, words) for what, words in told if words]


def counted(names: Sequence[str]) -> str:
    """Names, and how many where there are many."""
    words = ", ".join(names)
    return f"{len(names)}: {words}" if len(names) > 3 else words
