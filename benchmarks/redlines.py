"""Prove the redline of every series of two sessions: the later text as the new draft, the earlier one as its base.

    python benchmarks/redlines.py [EARLIER LATER]

The texts lie in `../shared/corpus` or where PENHOLDER_SHARED points; by default sessions 78 and 79. Leaves with 1 where
a redline is not both texts, or nothing could be measured.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tarfile
import time
from collections import defaultdict
from pathlib import Path

from assistant.export import ExportError, Extras, exported
from precedent.reading import read_bytes
from precedent.resolution import Resolution
from precedent.wording import fold_title

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("PENHOLDER_SHARED") or ROOT.parent / "shared").resolve() / "corpus"
WHEN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def main() -> int:
    """Make and prove each redline; print a line for each that fails and one for all."""
    earlier, later = sys.argv[1:3] if len(sys.argv) > 2 else ("ga-78", "ga-79")
    if not CORPUS.is_dir():
        print(f"the reference texts are not at {CORPUS.parent}: nothing measured", file=sys.stderr)
        return 1
    bases, texts = titled(earlier), titled(later)
    pairs = [(bases[title][0], texts[title][0]) for title in bases.keys() & texts.keys() if title]
    pairs = [
        (b, n) for b, n in pairs if len(bases[fold_title(b.title)]) == len(texts[fold_title(n.title)]) == 1
    ]
    failed, slowest, began = 0, 0.0, time.perf_counter()
    for base, new in sorted(pairs, key=lambda pair: str(pair[1].masthead.symbol)):
        started = time.perf_counter()
        try:
            exported(new, ".docx", created=WHEN, extras=Extras(base=base, author="Penholder"))
        except ExportError as error:
            failed += 1
            print(f"{base.masthead.symbol} → {new.masthead.symbol}: {error}")
        slowest = max(slowest, time.perf_counter() - started)
    each = (time.perf_counter() - began) / max(1, len(pairs))
    held = len(pairs) - failed
    print(
        f"redlines {earlier} → {later}: {held} of {len(pairs)} proved, {each:.2f} s each, the longest {slowest:.2f} s"
    )
    return 1 if failed or not pairs else 0


def titled(archive: str) -> dict[str, list[Resolution]]:
    """The texts of an archive by their folded titles."""
    found: dict[str, list[Resolution]] = defaultdict(list)
    with tarfile.open(CORPUS / f"{archive}.tar.xz") as members:
        for member in members:
            if member.isfile() and member.name.endswith(".xml") and (content := members.extractfile(member)):
                text = read_bytes(content.read(), member.name)
                found[fold_title(text.title)].append(text)
    return found


if __name__ == "__main__":
    sys.exit(main())
