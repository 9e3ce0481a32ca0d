"""Every text of the index sorted into its series: one text adopted again and again, under one title or several.

Texts of one title are of one series, and so are texts whose titles differ only by a number ("… for 2024"). Two titles
are of one series where the later text took the earlier one's place: they were never adopted in the same session, and it
recalls the earlier one and has kept enough of its paragraphs, or has kept most of them. Texts of the Security Council
have no title in their files; those of one subject in the catalogues, but for how long it is extended, are of one
series, else the paragraphs alone decide, and the day takes the place of the session.

The shares were settled on the General Assembly's sessions 74 to 79 and the Security Council's years 2020 to 2024, by
reading what they join and what they leave apart.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import NamedTuple

from precedent.catalogue.series import Series, Tie
from precedent.index.passages import passages
from precedent.index.protocol import Card, Outline
from precedent.references import ResolutionCitation, find_references
from precedent.resolution import Kind, Resolution
from precedent.session import ORDINAL
from precedent.wording import fold_title

KEPT = 0.5
"""Share of paragraphs (of both texts together) that two texts have in common, word for word, to be of one series."""
KEPT_AND_RECALLED = 0.25
"""The same where the later text recalls the earlier one."""
KEPT_AND_NAMED = 0.1
"""The same where it recalls it and the titles are alike."""
FEWEST = 3
"""Paragraphs in common below which nothing is said."""
SEVERAL = 7
"""The same of texts that have titles, unless half of a short one is fewer."""
MANY = 20
"""Paragraphs in common that speak for themselves where the later text recalls the earlier one."""
KEPT_AND_MANY = 0.15
ALIKE = 0.6
"""Likeness (0 to 1) of two titles from which one may be the other renamed."""
AGE = 0.1
"""What a year between two texts takes from their likeness, of two."""
RARE = 6
"""A wording that stands under more titles than this is anybody's and leads from none to another."""

_TERM = re.compile(
    r"""\b(?:until\ \d+\ \w+\.?\ \d{4}
        | for\ (?:an?\ )?(?:(?:further|final|initial|additional|another)\ )*(?:period\ of\ )?
          (?:\d+|one|two|three|six|nine|twelve)\ (?:month|year|week|day)s?
        | (?:renewal|extension)\ of\ (?:the\ )?)""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(rf"\b(?:{ORDINAL}|\d+)\b", re.IGNORECASE)


class Join(NamedTuple):
    """Two titles that one series may have had."""

    strength: float
    earlier: str
    later: str
    tie: Tie


@dataclass(slots=True)
class _Group:
    """Texts of one title or subject, or one text without."""

    cards: list[Card] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.cards[0].title

    @property
    def times(self) -> set[str]:
        """When it was adopted: no two titles of one series were at one time."""
        return {_time(card) for card in self.cards}


def sorted_into_series(cards: Sequence[Card], outlines: Mapping[str, Outline]) -> list[Series]:
    """The series of one organ's texts, which are given oldest first."""
    groups: dict[str, _Group] = defaultdict(_Group)
    for card in cards:
        groups[sorted_under(card)].cards.append(card)
    joins = sorted(_joins(groups, outlines), key=lambda join: -join.strength)
    family = {name: name for name in groups}
    times = {name: group.times for name, group in groups.items()}
    ties: dict[str, Tie] = {}
    leading: dict[str, Tie] = {}
    for join in joins:
        one, other = family[join.earlier], family[join.later]
        untitled = not groups[join.earlier].title
        if one == other or times[one] & times[other]:
            continue
        if untitled and (join.earlier in leading or join.later in ties):
            continue  # one text follows one other, else mandates that quote each other would become one
        leading.setdefault(join.earlier, join.tie)
        ties.setdefault(join.later, join.tie)
        times[one] |= times[other]
        family = {name: one if first == other else first for name, first in family.items()}
    members: dict[str, list[tuple[Card, Tie]]] = defaultdict(list)
    for name, group in groups.items():
        tie = ties.get(name) or leading.get(name, Tie.TITLE)
        members[family[name]] += [(card, tie) for card in group.cards]
    return [_series(found) for found in members.values()]


def _series(members: list[tuple[Card, Tie]]) -> Series:
    """Put in order; what joined two titles is said at the first edition of the later one."""
    members.sort(key=lambda member: (member[0].adopted or dt.date.min, _order(member[0])))
    seen: set[str] = set()
    ties = []
    for card, tie in members:
        known = sorted_under(card) in seen or not seen
        ties.append((Tie.TITLE if card.title else Tie.SUBJECT if card.about else tie) if known else tie)
        seen.add(sorted_under(card))
    return Series(tuple(card for card, _ in members), tuple(ties))


def _joins(groups: Mapping[str, _Group], outlines: Mapping[str, Outline]) -> Iterator[Join]:
    """Every pair of titles that evidence speaks for, whatever else speaks against it."""
    name_of = {card.symbol: name for name, group in groups.items() for card in group.cards}
    for numbered in _same_but_for_a_number(groups).values():
        for one, other in combinations(numbered, 2):
            earlier, later = sorted(
                (one, other), key=lambda name: groups[name].cards[0].adopted or dt.date.min
            )
            yield Join(2.0 - _distance(groups[earlier], groups[later]), earlier, later, Tie.NUMBERED)
    cards = {card.symbol: card for group in groups.values() for card in group.cards}
    best: dict[tuple[str, str], Join] = {}
    for earlier, later in _candidates(name_of, cards, outlines):
        join = judged(cards[earlier], cards[later], outlines, name_of)
        if join is not None:
            pair = (join.earlier, join.later)
            best[pair] = max(join, best.get(pair, join))
    yield from best.values()


def _same_but_for_a_number(groups: Mapping[str, _Group]) -> dict[str, list[str]]:
    """Names of groups by their title without its numbers, ordinals and years."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, group in groups.items():
        if bare := without_numbers(group.title):
            found[bare].append(name)
    return found


def without_numbers(title: str) -> str:
    """A title with a mark in place of its numbers, ordinals and years; empty where it has none."""
    bare, count = _NUMBER.subn("#", fold_title(title))
    return bare.replace(" ", "") if count else ""


def _distance(one: _Group, other: _Group) -> float:
    """Years between two groups, as a small number: of titles with a number the nearest are joined first."""
    days = [card.adopted for card in (one.cards[-1], other.cards[0]) if card.adopted]
    return abs((days[-1] - days[0]).days) / 365_000 if len(days) == 2 else 0.0


def _candidates(
    name_of: Mapping[str, str], cards: Mapping[str, Card], outlines: Mapping[str, Outline]
) -> set[tuple[str, str]]:
    """(earlier, later) symbols under different titles: where one recalls the other, or they share rare wordings."""
    found = {
        (earlier, later)
        for later in name_of
        for earlier in _outline(outlines, later).recalls
        if earlier in name_of and name_of[earlier] != name_of[later]
    }
    having: dict[int, list[str]] = defaultdict(list)
    for symbol in name_of:
        for wording in _outline(outlines, symbol).wordings:
            having[wording].append(symbol)
    shared: Counter[tuple[str, str]] = Counter()
    for symbols in having.values():
        if len(symbols) > 1:
            shared.update(_neighbours(symbols, name_of))
    found |= {pair for pair, count in shared.items() if count >= FEWEST}
    return {pair for pair in found if before(cards[pair[0]], cards[pair[1]])}


def _neighbours(symbols: Sequence[str], name_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Of the texts with one wording those that may follow each other: few pairs, however many texts there are."""
    named: dict[str, list[str]] = defaultdict(list)
    untitled = []
    for symbol in symbols:
        if name_of[symbol] == symbol:
            untitled.append(symbol)
        named[name_of[symbol]].append(symbol)
    yield from pairwise(untitled)
    yield from zip(untitled, untitled[2:], strict=False)
    if 1 < len(named) - len(untitled) <= RARE:
        for one, other in combinations((name for name in named if [name] != named[name]), 2):
            yield named[one][-1], named[other][0]
            yield named[one][0], named[other][0]


def outline_of(resolution: Resolution) -> Outline:
    """The outline of a text that the index need not hold; it recalls texts whether or not they are there."""
    kept = (p for p in passages(resolution) if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE))
    recalled = (
        reference.symbol.text
        for paragraph in resolution.preamble
        for reference in find_references(paragraph.text, resolution.masthead.organ)
        if isinstance(reference, ResolutionCitation)
    )
    symbol = str(resolution.masthead.symbol or "")
    return Outline(symbol, frozenset(p.wording for p in kept), frozenset(recalled))


def judged(
    earlier: Card,
    later: Card,
    outlines: Mapping[str, Outline],
    name_of: Mapping[str, str],
    *,
    aged: bool = True,
) -> Join | None:
    """What the paragraphs of two texts say, and the recital of the later one."""
    from rapidfuzz.fuzz import ratio

    one, other = _outline(outlines, earlier.symbol), _outline(outlines, later.symbol)
    count = len(one.wordings & other.wordings)
    kept = 2 * count / max(1, len(one.wordings) + len(other.wordings))
    recalled = earlier.symbol in other.recalls
    titled = bool(earlier.title and later.title)
    named = titled and ratio(fold_title(earlier.title), fold_title(later.title)) / 100 >= ALIKE
    few = 2 if recalled else FEWEST
    half = (min(len(one.wordings), len(other.wordings)) + 1) // 2
    if count < (max(few, min(SEVERAL, half)) if titled else FEWEST):
        return None
    least = KEPT_AND_NAMED if named else KEPT_AND_MANY if count >= MANY else KEPT_AND_RECALLED
    if kept < (least if recalled else KEPT):
        return None
    years = (
        (later.adopted - earlier.adopted).days / 365 if aged and later.adopted and earlier.adopted else 0.0
    )
    # Of several that could be the one before, the last.
    strength = kept + (0.2 if recalled else 0) + (0.1 if named else 0) - AGE * years
    tie = Tie.RECALLED if recalled else Tie.TEXT
    return Join(strength, name_of[earlier.symbol], name_of[later.symbol], tie)


def _outline(outlines: Mapping[str, Outline], symbol: str) -> Outline:
    return outlines.get(symbol) or Outline(symbol, frozenset(), frozenset())


def before(one: Card, other: Card) -> bool:
    """Whether one text is known to have been adopted before another."""
    return one.adopted is not None and other.adopted is not None and one.adopted < other.adopted


def folded(title: str) -> str:
    """Letters and digits only, and no spaces: "confidence-building" is printed in one word as well."""
    return fold_title(title).replace(" ", "")


def sorted_under(card: Card) -> str:
    """Under what a text is sorted: its title, else its subject, else its symbol."""
    return folded(card.title) or folded(_TERM.sub(" ", card.about)) or card.symbol


def _time(card: Card) -> str:
    """The session; where a text has no title, the day."""
    return card.session if card.title else str(card.adopted or card.symbol)


def _order(card: Card) -> tuple[int, str]:
    return (int(card.number) if card.number.isdigit() else 0, card.symbol)
