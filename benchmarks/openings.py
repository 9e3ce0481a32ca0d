"""Count the openings of adopted paragraphs, and write assistant/checks/editor/openings.toml.

    python benchmarks/openings.py

An opening is the run of italic words that a paragraph begins with, without "also", "further" and a preposition at its
end.
"""

from __future__ import annotations

import sys
from collections import Counter

from editor import texts
from reference_texts import ROOT

from assistant.checks.editor.openings import PREPOSITIONS, without_adverbs
from precedent.resolution import Kind

TARGET = ROOT / "assistant" / "checks" / "editor" / "openings.toml"
COUNTED = (
    *(f"ga-{n}" for n in range(74, 79)),
    *(f"ecosoc-{n}" for n in range(2021, 2024)),
    *(f"hrc-{n}" for n in (54, 55)),
)
LEAST = 2
"""What was adopted once may be a slip."""
LONGEST = 6
"""Words of an opening; longer ones are sentences in italics."""

_HEAD = """\
# How often paragraphs open with these words in adopted texts: as preambular, as operative paragraphs. Without "also",
# "further" and a preposition at the end. Written by benchmarks/openings.py from
"""


def main() -> None:
    """Count and write."""
    counts: dict[Kind, Counter[str]] = {Kind.PREAMBULAR: Counter(), Kind.OPERATIVE: Counter()}
    paragraphs = 0
    for name in COUNTED:
        for text in texts(name):
            for paragraph in text.paragraphs:
                if paragraph.kind not in counts or paragraph.level or paragraph.section.startswith("Annex"):
                    continue
                words = without_adverbs(paragraph.opening.rstrip(" ,:;").split())
                while words and words[-1].lower() in PREPOSITIONS:
                    words.pop()
                paragraphs += 1
                if words and len(words) <= LONGEST and all(w.replace("-", "").isalpha() for w in words):
                    opening = " ".join(words)
                    counts[paragraph.kind][opening[0].upper() + opening[1:]] += 1
    preamble, operative = counts.values()
    known = sorted({*preamble, *operative}, key=lambda o: (-preamble[o] - operative[o], o))
    lines = [_HEAD + f"# {paragraphs:,} paragraphs of {', '.join(COUNTED)}.\n"]
    lines += [
        f'"{o}" = [{preamble[o]}, {operative[o]}]' for o in known if preamble[o] + operative[o] >= LEAST
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
