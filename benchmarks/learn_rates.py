"""Count how often slots of each kind were updated in the next edition, and write assistant/checks/rates.toml.

    python benchmarks/learn_rates.py HOME FIRST LAST

HOME is a home folder whose index holds the General Assembly's sessions FIRST to LAST (`penholder --home HOME add …`).
Every text of a session is judged as if it were tabled again a session later; a slot counts as updated where the
paragraph that came of it in the next edition has not its words any more. Paragraphs that were dropped do not count.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from pathlib import Path

from assistant.checks.rates import ENOUGH, descriptions
from assistant.checks.subject import Context, Subject
from assistant.checks.traits import fates_of, kind_of, relation_of
from precedent.index import PrecedentIndex, open_index
from precedent.resolution import Resolution
from precedent.series import align
from precedent.session import Organ
from precedent.wording import fold, fold_title

TARGET = Path(__file__).parent.parent / "assistant" / "checks" / "rates.toml"


def main() -> None:
    """Count over all pairs of successive editions and write the table."""
    home, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    counted: Counter[tuple[str, str]] = Counter()
    updated: Counter[tuple[str, str]] = Counter()
    with open_index(home) as index:
        cards = [c for c in index.cards(Organ.GENERAL_ASSEMBLY) if c.session.isdigit()]
        titles = {(int(c.session), fold_title(c.title)): c.symbol for c in cards}
        for session in range(first, last):
            for (own, title), symbol in titles.items():
                later = titles.get((session + 1, title)) if own == session and title else None
                if later is not None:
                    count(index, symbol, later, session + 1, counted, updated)
            print(session, sum(counted.values()), file=sys.stderr)
    write(counted, updated, f"{ordinal(first)} to {ordinal(last)}")


def count(
    index: PrecedentIndex, symbol: str, later: str, session: int,
    counted: Counter[tuple[str, str]], updated: Counter[tuple[str, str]],
) -> None:  # fmt: skip
    """Count the slots of one text against its successor."""
    base, successor = index.document(symbol), index.document(later)
    if base is None or successor is None:
        return
    subject = Subject(base, Context(index, dt.date(session + 1945, 10, 1), session))
    came_of = descendants(base, successor)
    for slot in subject.slots():
        if slot.reference.quoted or slot.label not in came_of:
            continue
        changed = fold(slot.words) not in came_of[slot.label]
        for description in descriptions(relation_of(slot, subject), fates_of(slot, subject)):
            key = (kind_of(slot), description)
            counted[key] += 1
            updated[key] += changed


def descendants(base: Resolution, successor: Resolution) -> dict[str, str]:
    """Label in the base → folded words of the paragraph that came of it."""
    texts = dict(successor.places())
    links = align(dict(base.places()), texts)
    return {label: fold(texts[other]) for label, other in links.items()}


def write(counted: Counter[tuple[str, str]], updated: Counter[tuple[str, str]], sessions: str) -> None:
    """Write the rates that were counted often enough."""
    lines = [
        "# How often a slot was updated in the next edition: [updated, counted], by what is known of it: how",
        "# it stands to the session or the adoption, and what happened to it in the last two editions.",
        "# Written by benchmarks/learn_rates.py.",
        "",
        f'sessions = "{sessions}"',
    ]
    for kind in sorted({kind for kind, _ in counted}):
        lines += ["", f'[rates."{kind}"]']
        rows = sorted(d for k, d in counted if k == kind and counted[kind, d] >= ENOUGH)
        lines += [f'"{d}" = [{updated[kind, d]}, {counted[kind, d]}]' for d in rows]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def ordinal(number: int) -> str:
    """74 → "74th"; sessions in question end in 4 to 9 or 0."""
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


if __name__ == "__main__":
    main()
