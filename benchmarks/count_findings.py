"""Count how often each rule speaks on adopted texts, and write assistant/checks/firing.toml.

    python benchmarks/count_findings.py

Every text of one session is checked twice: as if it were tabled again a session later, and as of the day of its own
adoption, when there should be next to nothing to find. `penholder explain` quotes the counts.
"""

from __future__ import annotations

import sys
from collections import Counter

from reference_texts import ROOT, Pair, digest

from assistant.checks import RULES, Context, check
from precedent.index import open_index
from precedent.session import Organ

TARGET = ROOT / "assistant" / "checks" / "firing.toml"
COUNTED = Pair("ga", 74, 77)


def main() -> None:
    """Check every text both ways and write the table."""
    again: Counter[str] = Counter()
    on_the_day: Counter[str] = Counter()
    texts = 0
    with open_index(COUNTED.home(digest())) as index:
        for card in index.cards(Organ.GENERAL_ASSEMBLY):
            text = index.document(card.symbol) if card.session == str(COUNTED.base) else None
            if text is None or card.adopted is None:
                continue
            texts += 1
            later = Context(index, COUNTED.as_of, COUNTED.successor)
            again.update(finding.rule for finding in check(text, later))
            own_day = Context(index, card.adopted, COUNTED.base)
            on_the_day.update(finding.rule for finding in check(text, own_day))
    lines = [
        "# How often each rule speaks on adopted texts: findings as if tabled again a session later, and as of the",
        "# day of adoption. Rules about the form of drafts are silent on adopted texts. Written by",
        "# benchmarks/count_findings.py.",
        "",
        f'session = "{COUNTED.base}th session of the General Assembly"',
        f"texts = {texts}",
        "",
        "[rules]",
    ]
    lines += [f'"{rule}" = [{again[rule]}, {on_the_day[rule]}]' for rule in RULES]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
