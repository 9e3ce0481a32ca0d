"""Count names of bodies and instruments in adopted texts, and write assistant/checks/editor/registers/names.txt.

    python benchmarks/count_names.py

A name is a run of capitals and the small words between them. It is kept where enough texts have it, together with the
ways in which the same name is written elsewhere; what is only two names side by side is left out. Sessions that
figures are counted on are not read.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from reference_texts import CORPUS, ROOT, archive

from assistant.checks.editor.mechanisms.names import Names, skeleton
from assistant.checks.editor.place import Place, guarded, text_of
from assistant.checks.rule import Part
from precedent.reading import read_bytes
from precedent.resolution import Resolution

TARGET: Final = ROOT / "assistant" / "checks" / "editor" / "registers" / "names.txt"
READ: Final = (
    *(archive("ga", session) for session in range(74, 79)),
    *(archive("ecosoc", year) for year in range(2021, 2024)),
    *(archive("hrc", session) for session in (54, 55)),
)
ENOUGH: Final = 8
"""Texts that have a name of the register."""
AS_WELL: Final = 2
OF_THE_MOST: Final = 0.04
"""Texts that have another way of writing it which is left alone, and their share of those that have the usual."""
NEARLY_ALL: Final = 0.9
SEGMENTS: Final = 4
_SMALL: Final = "of|the|and|for|on|in|to|against|with|by|at|its|from|as|or|de|la"
_CAPITAL: Final = r"(?:[A-ZÀ-Þ][\w’/-]*\w|[A-Z]\b)"
_NAME: Final = re.compile(rf"\b{_CAPITAL}(?:,? (?:(?:{_SMALL}) ){{0,3}}{_CAPITAL})*")
_STRAY: Final = re.compile(r"(?<=[a-z])\d+$")
"""The number of a note that some files have as a letter of the word before it."""
_SEAM: Final = re.compile(r", (?:the )?|,? (?:and|or|with|to|at|in|by)(?: (?:the|its|with|to|in))* ")
_WHERE: Final = (Part.PREAMBULAR, Part.OPERATIVE, Part.SUB)


def main() -> None:
    """Read, count, write."""
    read = [text for path in READ for text in read_archive(path)]
    runs: Counter[str] = Counter()
    for text in read:
        runs.update({name for place in places_of(text) for run in runs_of(place) for name in parts_of(run)})
    names = {name for name, count in runs.items() if count >= ENOUGH and len(skeleton(name)) > 1}
    names -= {name for name in names if is_two(name, runs)}
    names -= set(fragments(names, runs))
    counts = counted(read, names)
    kept = [
        (words, name, count)
        for words, forms in counts.items()
        for name, count in forms.items()
        if count >= AS_WELL and count >= OF_THE_MOST * max(forms.values())
    ]
    lines = [
        "# Names of bodies and instruments, each with how many adopted texts have it so: General Assembly, 74th to",
        "# 78th session; Economic and Social Council, 2021 to 2023; Human Rights Council, 54th and 55th session.",
        "# Written by benchmarks/count_names.py.",
    ]
    lines += [f"{count}\t{name}" for _, name, count in sorted(kept)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(names)} names, {len(kept)} ways of writing them")


def counted(read: list[Resolution], names: Iterable[str]) -> dict[tuple[str, ...], Counter[str]]:
    """How many texts have each name, however it is written there."""
    found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    looked_for = Names(names=tuple(sorted(names)), register=False)  # each as good as the other
    for text in read:
        own = {
            place.text[run[0].start : run[-1].end]
            for place in places_of(text)
            for run, _ in looked_for.written(place.text)
        }
        for name in own:
            found[skeleton(name)][name] += 1
    return found


def read_archive(path: Path) -> Iterator[Resolution]:
    """Every text of an archive."""
    with tarfile.open(path) as members:
        for member in members:
            data = members.extractfile(member)
            if data is not None and member.name.endswith(".xml"):
                yield read_bytes(data.read(), member.name)


def places_of(text: Resolution) -> Iterator[Place]:
    """The paragraphs of a text."""
    return (place for _, place in text_of(text).places if place.part in _WHERE)


def runs_of(place: Place) -> Iterator[str]:
    """Every run of capitals in a paragraph, without the words that open a sentence."""
    meant = guarded(place)
    for match in _NAME.finditer(place.text, _begin(place)):
        if not any(span.start <= match.start() < span.end for span in meant):
            yield _STRAY.sub("", match[0])


def _begin(place: Place) -> int:
    first = re.match(r"\w+", place.text)
    return max(place.opening, first.end() if first else 0)


def parts_of(run: str) -> Iterator[str]:
    """A run, and each part of it that may be a name of its own."""
    seams = [(0, 0), *(seam.span() for seam in _SEAM.finditer(run)), (len(run), len(run))]
    for first, (_, start) in enumerate(seams[:-1]):
        for end, _ in seams[first + 1 : first + 1 + SEGMENTS]:
            yield run[start:end]


def is_two(name: str, runs: Counter[str]) -> bool:
    """Whether it is two names side by side, each of which stands elsewhere without the other."""
    return any(
        all(runs[part] - runs[name] >= runs[name] / 4 for part in (name[: seam.start()], name[seam.end() :]))
        for seam in _SEAM.finditer(name)
    )


def fragments(names: set[str], runs: Counter[str]) -> Iterator[str]:
    """Names that hardly ever stand but within a longer one."""
    for name in names:
        for part in parts_of(name):
            if part != name and runs[name] >= NEARLY_ALL * runs[part]:
                yield part


if __name__ == "__main__":
    if not CORPUS.is_dir():
        sys.exit("the reference texts are not at hand")
    main()
