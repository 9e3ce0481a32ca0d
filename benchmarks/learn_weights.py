"""Learn what each piece of evidence weighs, and write assistant/checks/weights.toml.

    python benchmarks/learn_weights.py

Every text of a session is judged as if it were tabled again a session later, with an index that ends at its own
session; a slot counts as updated where the paragraph that came of it has not its words any more. Paragraphs that
were dropped do not count. The likelihood from which words count as certainly out of date is set on pairs that were
left out of the learning one after the other. The pairs of sessions are `LEARNED` in `reference_texts.py`; the
figures of the README are counted on others.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from logistic import fit, likelihood
from rapidfuzz import fuzz, process
from reference_texts import LEARNED, ROOT, Pair, digest, tell

from assistant.checks.evidence import Piece, gather
from assistant.checks.subject import Context, Slot, Subject
from precedent.index import PrecedentIndex, open_index
from precedent.references import DecisionCitation, OtherCitation, ParagraphReference, ResolutionCitation
from precedent.resolution import Resolution
from precedent.series import SAME_PARAGRAPH
from precedent.session import Organ
from precedent.wording import fold, fold_title

TARGET = ROOT / "assistant" / "checks" / "weights.toml"
PRICE, PULL, ENOUGH = 0.4, 6.0, 8
CERTAIN = 0.985
"""Share of the certain findings that must be right on pairs left out: more than is asked, for practice drifts."""
LOOK = 0.275
"""Likelihood from which a slot is shown; settled with the pairs of `make evaluate` in view, not learned."""
ORGANS = {"ga": Organ.GENERAL_ASSEMBLY, "ecosoc": Organ.ECONOMIC_AND_SOCIAL_COUNCIL}
_MAIN = re.compile(r"(.*?(?:PP|OP|FN)[\w*]+)")


class Row(NamedTuple):
    """One slot of one text."""

    pieces: tuple[Piece, ...]
    updated: bool


def main() -> None:
    """Learn on all pairs, set the two bounds on pairs left out, and write the table."""
    stamp = digest()
    learned = []
    for pair in LEARNED:
        learned.append(list(rows(pair, pair.home(stamp))))
        tell(f"{pair.organ} {pair.base} to {pair.successor}: {len(learned[-1])} slots")
    sure = sure_from(learned)
    everything = [row for part in learned for row in part]
    base, weights = fit_rows(everything)
    write(base, weights, sure, len(everything))
    tell(f"{len(weights)} weights; certain from {sure:.2f}")


def rows(pair: Pair, home: Path) -> Iterator[Row]:
    """Every slot of the texts of the base session that were adopted again under the same title."""
    later = _by_title(Pair(pair.organ, pair.first, pair.successor), digest())
    with open_index(home) as index:
        for title, base in titles(index, ORGANS[pair.organ], pair.base).items():
            if title in later:
                yield from of_text(base, later[title], index, pair)


def _by_title(pair: Pair, stamp: str) -> dict[str, Resolution]:
    with open_index(pair.home(stamp)) as index:
        return titles(index, ORGANS[pair.organ], pair.base)


def titles(index: PrecedentIndex, organ: Organ, session: int) -> dict[str, Resolution]:
    """The texts of a session by folded title, where the title stands for one only."""
    found: dict[str, list[str]] = {}
    for card in index.cards(organ):
        if card.session == str(session) and card.title:
            found.setdefault(fold_title(card.title), []).append(card.symbol)
    texts = {title: index.document(symbols[0]) for title, symbols in found.items() if len(symbols) == 1}
    return {title: text for title, text in texts.items() if text is not None}


def of_text(base: Resolution, successor: Resolution, index: PrecedentIndex, pair: Pair) -> Iterator[Row]:
    """The slots of one text against its successor."""
    subject = Subject(base, Context(index, pair.as_of, pair.successor))
    came_of = descendants(base, successor)
    for slot in subject.slots:
        now = came_of.get(main_label(slot.label))
        if now is not None and not isinstance(slot.reference, ParagraphReference):
            yield Row(tuple(gather(slot, subject)), fold(_telling(slot)) not in now)


def _telling(slot: Slot) -> str:
    """The words that tell whether a slot was updated; of a citation its number."""
    reference = slot.reference
    if isinstance(reference, ResolutionCitation | DecisionCitation | OtherCitation):
        return reference.number_span.of(slot.text)
    return slot.words


def descendants(base: Resolution, successor: Resolution) -> dict[str, str]:
    """Main label in the base → folded words of the paragraph that came of it, sub-paragraphs included."""
    now, later = whole(base), whole(successor)
    found = {}
    for note in (True, False):
        others = [words for label, words in later.items() if ("FN" in label) is note]
        for label, words in now.items():
            if ("FN" in label) is note:
                match = process.extractOne(words, others, scorer=fuzz.ratio, score_cutoff=SAME_PARAGRAPH)
                if match is not None:
                    found[label] = match[0]
    return found


def whole(text: Resolution) -> dict[str, str]:
    """Main label → folded words of the paragraph with its sub-paragraphs."""
    found: dict[str, str] = {}
    for label, words in text.places():
        main = main_label(label)
        found[main] = f"{found[main]} {fold(words)}" if main in found else fold(words)
    return found


def main_label(label: str) -> str:
    """The label without its sub-paragraph: OP12 for OP12 (a)."""
    match = _MAIN.match(label)
    return match[1] if match else label


def fit_rows(chosen: Sequence[Row]) -> tuple[float, dict[Piece, float]]:
    """The weights by these rows."""
    return fit(
        [row.pieces for row in chosen], [row.updated for row in chosen], price=PRICE, pull=PULL, enough=ENOUGH
    )


def sure_from(parts: Sequence[Sequence[Row]]) -> float:
    """The likelihood from which enough findings are right, on pairs left out one after the other."""
    judged: list[tuple[float, bool]] = []
    for left_out, part in enumerate(parts):
        base, weights = fit_rows([row for n, p in enumerate(parts) if n != left_out for row in p])
        judged += [(likelihood(row.pieces, base, weights), row.updated) for row in part]
    judged.sort(reverse=True)
    sure, right = 1.0, 0
    for number, (at, updated) in enumerate(judged, 1):
        right += updated
        if right / number >= CERTAIN:
            sure = at
    return sure


def write(base: float, weights: dict[Piece, float], sure: float, counted: int) -> None:
    """Write the table, aspect by aspect, the heaviest first."""
    sessions = ", ".join(f"{pair.organ.upper()} {pair.base} to {pair.successor}" for pair in LEARNED)
    lines = [
        "# What each piece of evidence about a slot weighs, in log-odds: above 0 it speaks for an update in the next",
        "# edition, below 0 against it. Weights are added. Written by benchmarks/learn_weights.py.",
        "",
        f'learned_on = "{sessions}"',
        f"counted = {counted}",
        f"base = {base:.2f}",
        f"look = {LOOK:.3f}",
        f"sure = {sure:.2f}",
    ]
    for aspect in dict.fromkeys(sorted(piece.aspect for piece in weights)):
        of_aspect = sorted(
            (-weight, piece.value) for piece, weight in weights.items() if piece.aspect == aspect
        )
        kept = [(value, -weight) for weight, value in of_aspect if abs(weight) >= 0.05]
        if kept:
            lines += [
                "",
                f'[weights."{aspect}"]',
                *(f"{quoted(value)} = {weight:.2f}" for value, weight in kept),
            ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def quoted(value: str) -> str:
    """A TOML key."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    sys.exit(main())
