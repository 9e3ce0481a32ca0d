"""Count what the editor's rules find in adopted texts, each under the profile of its own organ.

    python benchmarks/editor.py                            # ga-79, ecosoc-2024, hrc-56
    python benchmarks/editor.py ga-78 hrc-55 --show PU02   # every finding of a rule, to be looked at
    python benchmarks/editor.py ga-78 --all                # rules that speak only when asked, too

Adopted texts obey an editor, so that what is found in them is, as a rule, a false alarm. Rules about updates are left
out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from reference_texts import CORPUS, tell

from assistant.checks import RULES, Context, Finding, Severity, check
from assistant.checks.rule import Family
from precedent.errors import PrecedentError
from precedent.index import PrecedentIndex, open_index
from precedent.reading import read_bytes
from precedent.resolution import DocumentKind, Resolution

HELD_OUT = ("ga-79", "ecosoc-2024", "hrc-56")
"""Nothing was settled with these in view."""
MOST_ERRORS, MOST_WARNINGS = 0.7, 3.0
"""A text."""
MOST_OF_PARAGRAPHS = 0.02
"""What speaks more often than this is off unless asked."""


@dataclass
class Count:
    """What was found in the texts of one session."""

    texts: int = 0
    paragraphs: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)

    @property
    def is_too_much(self) -> bool:
        """Whether a drafter would stop looking."""
        most = ((Severity.ERROR, MOST_ERRORS), (Severity.WARNING, MOST_WARNINGS))
        return any(self.severities[severity] > share * self.texts for severity, share in most)

    def add(self, text: Resolution, findings: list[Finding]) -> None:
        """One text more."""
        self.texts += 1
        self.paragraphs += len(text.paragraphs)
        self.rules.update(finding.rule for finding in findings)
        self.severities.update(finding.severity for finding in findings)


def main() -> int:
    """Print the counts; 1 where they are above what a drafter bears."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sets", nargs="*", default=HELD_OUT, help="ga-79, ecosoc-2024 …")
    parser.add_argument("--show", action="append", default=[], metavar="RULE", help="print its findings")
    parser.add_argument("--all", action="store_true", help="rules that are off by default, too")
    parser.add_argument("--index", type=Path, metavar="HOME", help="hold citations against its index")
    arguments = parser.parse_args()
    asked = frozenset(RULES) if arguments.all else frozenset(arguments.show)
    worst = False
    with TemporaryDirectory() as empty, open_index(arguments.index or Path(empty)) as index:
        for name in arguments.sets:
            count = Count()
            for text in texts(name):
                findings = found(text, index, asked)
                count.add(text, findings)
                for finding in findings:
                    if finding.rule in arguments.show:
                        show(text, finding)
            report(name, count)
            worst = worst or count.is_too_much
    return int(worst)


def found(text: Resolution, index: PrecedentIndex, asked: frozenset[str]) -> list[Finding]:
    """What is found in a text on the day of its own adoption, but for updates."""
    day = text.masthead.adopted or text.masthead.date or dt.date(2025, 1, 1)
    findings = check(text, Context(index, day, asked=asked))
    return [finding for finding in findings if RULES[finding.rule].family is not Family.UPDATES]


def texts(name: str) -> Iterator[Resolution]:
    """The adopted resolutions of an archive."""
    with tarfile.open(CORPUS / f"{name}.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is None or not member.name.endswith(".xml"):
                continue
            try:
                text = read_bytes(file.read(), member.name)
            except PrecedentError as error:
                tell(str(error))
                continue
            if text.masthead.kind is DocumentKind.RESOLUTION:
                yield text


def show(text: Resolution, finding: Finding) -> None:
    """One finding with the words round it."""
    words = text.title if finding.label == "title" else text.text_at(finding.label) or ""
    before, after = words[max(0, finding.start - 50) : finding.start], words[finding.end : finding.end + 50]
    print(
        f"{text.masthead.symbol} {finding.label} {finding.rule} {finding.severity}: …{before}⟦{finding.found}⟧{after}…"
    )
    print(f"    {finding.message} → {finding.suggestion}")


def report(name: str, count: Count) -> None:
    """The figures of one session."""
    each = {severity: count.severities[severity] / max(1, count.texts) for severity in Severity}
    print(f"{name}: {count.texts} texts, {count.paragraphs} paragraphs")
    print("  a text: " + ", ".join(f"{value:.2f} {severity}" for severity, value in each.items()))
    for rule, found in count.rules.most_common():
        share = found / max(1, count.paragraphs)
        mark = " above 2 per cent" if share > MOST_OF_PARAGRAPHS else ""
        print(f"  {rule:<6} {found:>5}  {share:.2%} of paragraphs{mark}")


if __name__ == "__main__":
    sys.exit(main())
