"""Plant slips in adopted texts, and count how many the editor's rules find and mend.

    python benchmarks/slips.py [--count 3000] [--seed N] [--kind WORDS] [--misses N] [ARCHIVE...]

Each slip is planted alone in a whole text, which is then checked under the profile of its organ on the day of its
adoption, without an index: first with the declared rules, and where those say nothing with all. It is found where a
rule says something new at its place; it is mended where taking what is offered there gives the original words back.
Texts are those of sessions that no rule was tuned on.
Rules that speak only when asked are not asked. Leaves with 1 where a figure is missed or nothing could be measured.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from reference_texts import CORPUS, SHARED, archive, tell
from slip_kinds import KINDS, Slip, SlipKind, planted, words_at

from assistant.checks import RULES, Context, Finding, check
from assistant.checks.editor import read_through, shipped_rules
from assistant.checks.rule import Family
from assistant.draft import draft_of
from assistant.errors import EditingError
from assistant.mending import take_all
from precedent.index import PrecedentIndex, open_index
from precedent.reading import read_bytes
from precedent.resolution import Resolution

HELD_BACK = (archive("ga", 79), archive("hrc", 56), archive("ecosoc", 2024))
Reading = Callable[[Resolution], Iterable[Finding]]
FOUND_ASKED, MENDED_ASKED = 0.95, 0.95


@dataclass(frozen=True, slots=True)
class Planted:
    """One slip in one text."""

    kind: SlipKind
    text: int
    slip: Slip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a slip."""

    found: tuple[Finding, ...]
    """What is said at its place and was not said before."""
    mended: bool | None
    """Whether what is offered gives the original back; None where nothing is offered."""


def main() -> int:
    """Plant, read, count, print the table and the verdict."""
    options = _options()
    if not CORPUS.is_dir():
        tell(
            f"the reference texts are not at {SHARED} (PENHOLDER_SHARED may point to them): nothing measured"
        )
        return 1
    texts = [text for path in options.archives or HELD_BACK for text in read_archive(path)]
    kinds = [kind for kind in KINDS if options.kind in kind.name]
    chance = random.Random(options.seed)  # noqa: S311 - chance that can be repeated
    chosen = chosen_slips(texts, kinds, options.count, chance)
    table: dict[str, list[Outcome]] = defaultdict(list)
    missed: Counter[str] = Counter()
    with TemporaryDirectory() as empty, open_index(Path(empty)) as index:
        reader = Reader(texts, index)
        outcomes = [(each, reader.outcome(each)) for each in chosen]
    for each, outcome in outcomes:
        table[each.kind.name].append(outcome)
        if (not outcome.found or outcome.mended is False) and missed[each.kind.name] < options.misses:
            missed[each.kind.name] += 1
            print(_told(texts[each.text], each, outcome))
    return _verdict(table)


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("archives", nargs="*", type=Path, help="other texts to plant slips in")
    arguments.add_argument("--count", type=int, default=3000, help="how many slips")
    arguments.add_argument("--seed", type=int, default=1, help="of the chance that chooses them")
    arguments.add_argument("--kind", default="", help="only kinds whose names hold these words")
    arguments.add_argument(
        "--misses", type=int, default=0, help="how many of each kind to show that go wrong"
    )
    return arguments.parse_args()


def read_archive(path: Path) -> Iterator[Resolution]:
    """Every text of an archive of the United Nations' XML."""
    with tarfile.open(path) as members:
        for member in members:
            data = members.extractfile(member)
            if data is not None and member.name.endswith(".xml"):
                yield read_bytes(data.read(), member.name)


def chosen_slips(
    texts: Sequence[Resolution], kinds: Sequence[SlipKind], count: int, chance: random.Random
) -> list[Planted]:
    """As many slips of each kind; what a rare kind has too few places for is shared among the others."""
    places = {
        kind.name: [Planted(kind, n, slip) for n, text in enumerate(texts) for slip in kind.find(text)]
        for kind in kinds
    }
    chosen: list[Planted] = []
    by_rarity = sorted(places.values(), key=len)
    for left, candidates in zip(range(len(by_rarity), 0, -1), by_rarity, strict=True):
        share = (count - len(chosen)) // left
        chosen += chance.sample(candidates, min(share, len(candidates)))
    return sorted(chosen, key=lambda each: each.text)


class Reader:
    """Reads one text after another, with and without slips, and knows what is new."""

    def __init__(self, texts: Sequence[Resolution], index: PrecedentIndex) -> None:
        self.texts, self.index = texts, index
        self._known: dict[tuple[int, Reading], Counter[tuple[str, str, str]]] = {}

    def outcome(self, each: Planted) -> Outcome:
        """What becomes of a slip."""
        slipped = planted(self.texts[each.text], each.slip)
        for reading in (self.declared, self.checked):
            said = tuple(self._new(each, slipped, reading))
            if said:
                break
        else:
            return Outcome((), None)
        offers = [finding for finding in said if finding.suggestion is not None]
        return Outcome(said, self._mends(each, slipped, offers) if offers else None)

    def declared(self, text: Resolution) -> Iterable[Finding]:
        """What the declared rules find."""
        return read_through(text, shipped_rules())

    def checked(self, text: Resolution) -> Iterable[Finding]:
        """What all rules find, but those about updates."""
        day = text.masthead.adopted or text.masthead.date or dt.date(2025, 1, 1)
        found = check(text, Context(self.index, day))
        return (finding for finding in found if RULES[finding.rule].family is not Family.UPDATES)

    def _new(self, each: Planted, slipped: Resolution, reading: Reading) -> Iterator[Finding]:
        if (each.text, reading) not in self._known:
            self._known[each.text, reading] = Counter(map(_key, reading(self.texts[each.text])))
        known = self._known[each.text, reading].copy()
        for finding in reading(slipped):
            known[_key(finding)] -= 1
            if known[_key(finding)] < 0 and _is_at(finding, each.slip):
                yield finding

    def _mends(self, each: Planted, slipped: Resolution, offers: list[Finding]) -> bool:
        text, label = self.texts[each.text], each.slip.label
        try:
            mended = take_all(draft_of(slipped), offers).resolution
        except EditingError:
            return False
        same = words_at(mended, label) == words_at(text, label)
        return same and _calls_at(mended, label) == _calls_at(text, label)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.label, finding.found


def _is_at(finding: Finding, slip: Slip) -> bool:
    if finding.label in slip.beside or (finding.label == slip.label and slip.number is not None):
        return True
    near = finding.start <= slip.start + len(slip.words) + 1 and slip.start - 1 <= finding.end
    return finding.label == slip.label and near


def _calls_at(text: Resolution, label: str) -> list[int]:
    paragraph = text.paragraph(label)
    return [call.offset for call in paragraph.notes] if paragraph else []


def _told(text: Resolution, each: Planted, outcome: Outcome) -> str:
    slip = each.slip
    words = words_at(planted(text, slip), slip.label)
    around = words[max(0, slip.start - 60) : slip.start] + "⟦" + slip.words + "⟧"
    around += words[slip.start + len(slip.words) :][:50]
    offered = " | ".join(f"{f.rule} {f.found!r} → {f.suggestion!r}" for f in outcome.found) or "nothing"
    return f"{each.kind.name}: {text.masthead.symbol} {slip.label} …{around}…\n    {offered}"


def _verdict(table: dict[str, list[Outcome]]) -> int:
    print(f"{'kind':<58} {'slips':>5} {'found':>6} {'mended':>6}  rules")
    for kind in KINDS:
        if kind.name in table:
            print(_line(kind.name, table[kind.name]))
    everything = [outcome for outcomes in table.values() for outcome in outcomes]
    print(_line("all", everything))
    found, mended = _found(everything), _mended(everything)
    met = found >= FOUND_ASKED and (mended or 0) >= MENDED_ASKED
    print(
        f"{'met' if met else 'MISSED'}: at least {FOUND_ASKED} found and {MENDED_ASKED} of the offers right are asked"
    )
    return 0 if met else 1


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    rules = Counter(finding.rule for outcome in outcomes for finding in outcome.found)
    told = " ".join(rule for rule, _ in rules.most_common(3)) if len(rules) < 20 else ""
    mended = _mended(outcomes)
    right = "-" if mended is None else f"{mended:.3f}"
    return f"{name:<58} {len(outcomes):>5} {_found(outcomes):>6.3f} {right:>6}  {told}"


def _found(outcomes: Sequence[Outcome]) -> float:
    return sum(bool(outcome.found) for outcome in outcomes) / max(1, len(outcomes))


def _mended(outcomes: Sequence[Outcome]) -> float | None:
    offered = [outcome.mended for outcome in outcomes if outcome.mended is not None]
    return sum(offered) / len(offered) if offered else None


if __name__ == "__main__":
    sys.exit(main())
