"""What the catalogue, lineages and citations come to on real texts: `python benchmarks/provenance.py HOME`.

HOME is a home folder whose index holds the General Assembly's sessions 74 to 79 (`penholder add`). Prints how many
resolutions adopted in all of sessions 75 to 79 are one series each, and which of those had to be judged by more than
their title; how long a lineage takes; how many cited dates and quoted titles could be checked and which are wrong.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from assistant.chronicle import chart
from assistant.draft import draft_of
from assistant.workbench import Workbench
from precedent.catalogue import Series, Tie, catalogue
from precedent.citations import Slip, cited_in, slips
from precedent.session import Organ

SESSIONS = frozenset(range(75, 80))
LONG = "A/RES/79/194"
"""A text of some 130 paragraphs with an edition in every session."""


def main(home: Path) -> int:
    """Print the figures."""
    bench = Workbench(home)
    began = time.process_time()
    found = catalogue(bench.index)
    print(
        f"catalogue of {bench.index.count().documents:,} texts: {time.process_time() - began:.2f} s of processor time"
    )
    every = [s for s in found.series if s.organ is Organ.GENERAL_ASSEMBLY and set(s.sessions) >= SESSIONS]
    judged = [s for s in every if not by_title(s)]
    print(
        f"in all of sessions 75 to 79: {len(every)} series; {len(every) - len(judged)} by their title alone"
    )
    for series in judged:
        ties = {tie for card, tie in zip(series.editions, series.ties, strict=True) if card.session != "74"}
        print(f"  {', '.join(sorted(tie.value for tie in ties - {Tie.TITLE}))}: {series.title}")
    lineage(bench)
    citations(bench)
    bench.close()
    return 0


def by_title(series: Series) -> bool:
    """Whether the editions of these sessions have one title."""
    own = [
        tie
        for card, tie in zip(series.editions, series.ties, strict=True)
        if card.session in map(str, SESSIONS)
    ]
    return all(tie is Tie.TITLE for tie in own[1:]) and own[0] is not Tie.NUMBERED


def lineage(bench: Workbench) -> None:
    """How long the lineage of a long text takes, and of a draft of it again."""
    text = bench.index.document(LONG)
    if text is None:
        return
    draft = draft_of(text)
    times = []
    for _ in range(2):
        began = time.process_time()
        rows = len(chart(bench.provenance.lineage(draft)).rows)
        times.append(time.process_time() - began)
    print(
        f"lineage of {LONG}, {len(draft.entries)} paragraphs, {rows} lines: {times[0]:.2f} s, again {times[1]:.3f} s"
    )


def citations(bench: Workbench) -> None:
    """How many dates and titles could be checked, and what is wrong."""
    dates = titles = 0
    wrong: list[tuple[str, Slip]] = []
    for symbol in texts(bench):
        text = bench.index.document(symbol)
        for cited in cited_in(text) if text else ():
            card = bench.index.card(cited.symbol)
            if card is None:
                continue
            dates += cited.date is not None and card.adopted is not None
            titles += cited.title is not None and bool(card.title)
            wrong += [(symbol, slip) for slip in slips(bench.index, cited)]
    for what, count in (("date", dates), ("title", titles)):
        print(f"{what}s checked: {count:,}, wrong: {sum(slip.what == what for _, slip in wrong)}")
    for symbol, slip in wrong:
        print(
            f"  {symbol} {slip.cited.label}: {slip.cited.symbol} {slip.what} {slip.said}, right: {slip.right}"
        )


def texts(bench: Workbench) -> Iterator[str]:
    """Symbols of the General Assembly's texts of these sessions."""
    for card in bench.index.cards(Organ.GENERAL_ASSEMBLY):
        if card.session.isdigit() and int(card.session) in SESSIONS:
            yield card.symbol


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
