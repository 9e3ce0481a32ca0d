"""Measure the search on a million passages beside the engines it is made of, all in one run.

    python benchmarks/scale.py [--passages 1000000] [--home DIR]

The real sessions of the General Assembly are grown to that size (`growing.py`); the index is kept in DIR, by default
`build/scale`, until the package that fills it changes. Beside the search stand FTS5 alone, tantivy alone and rapidfuzz
alone on the same passages. Each engine runs in a process of its own, so that its memory can be told. Queries are whole
paragraphs with an eighth of their words dropped or replaced, and two to five running words. Prints Markdown tables;
`docs/performance.md` has those of one run.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import TypeVar

from growing import grow, reworked

from precedent.index import Query, open_index, schema
from precedent.reading import markdown

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PENHOLDER_SHARED") or ROOT.parent / "shared").resolve()
SEED = 1945
WHOLE = SHORT = 200
SLOW = 10
"""Queries for an engine that takes seconds for one."""
ADDED = 20
T = TypeVar("T")
SMALL_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "for",
        "on",
        "by",
        "with",
        "that",
        "at",
        "as",
        "a",
        "an",
        "its",
        "from",
        "or",
        "be",
        "is",
        "are",
        "which",
    ]
)


@dataclass(slots=True)
class Queries:
    """What every engine is asked."""

    whole: list[tuple[str, str]] = field(default_factory=list)
    """A reworked paragraph and the paragraph it was made from."""
    short: list[str] = field(default_factory=list)


Times = list[tuple[float, float]]
"""Milliseconds of the processor and of the clock."""


@dataclass(slots=True)
class Row:
    """What one engine did."""

    engine: str
    cold: float = 0
    short: Times = field(default_factory=list)
    whole: Times = field(default_factory=list)
    first: int = 0
    in_ten: int = 0
    size: int = 0
    memory: int = 0
    built: float = 0
    added: Times = field(default_factory=list)


def main() -> None:
    """Grow, measure each engine in turn, print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--passages", type=int, default=1_000_000)
    arguments.add_argument("--home", type=Path, default=ROOT / "build" / "scale")
    options = arguments.parse_args()
    archives = sorted((SHARED / "corpus").glob("ga-7[4-9].tar.xz"))
    if not archives:
        sys.exit(f"the reference texts are not at {SHARED} (PENHOLDER_SHARED may point to them)")
    home = options.home / f"{options.passages}-{digest()}"
    if not (home / "whole").exists():
        shutil.rmtree(options.home, ignore_errors=True)
        seconds = timed(lambda: grow(home, archives, options.passages, random.Random(SEED)))  # noqa: S311 - chance that can be repeated
        (home / "whole").write_text(f"{seconds:.0f}")
    queries = asked_of(home, random.Random(SEED))  # noqa: S311
    with open_index(home) as index:
        count = index.count()
    tell(f"{count.passages:,} passages of {count.documents:,} texts, Python {sys.version.split()[0]}")
    rows = [
        apart(engine, home, queries) for engine in (penholder, tantivy_alone, fts5_alone, rapidfuzz_alone)
    ]
    rows[0].built = float((home / "whole").read_text())
    print(table(rows, count.passages))


def table(rows: Sequence[Row], passages: int) -> str:
    """The rows as Markdown."""
    heads = (
        "engine",
        "2–5 words p50 / p95 ms (clock)",
        "whole paragraph p50 / p95 ms (clock)",
        "right first / in ten",
        "cold first answer ms",
        "one text added p50 / p95 ms (clock)",
        "bytes a passage",
        "memory MB",
    )
    told = [
        (
            row.engine,
            spread(row.short),
            spread(row.whole),
            f"{row.first / len(row.whole):.3f} / {row.in_ten / len(row.whole):.3f}",
            f"{row.cold:.0f}",
            spread(row.added) if row.added else "–",
            f"{row.size / passages:.0f}",
            f"{row.memory / 1e6:.0f}",
        )
        for row in rows
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * len(heads), *told))


def spread(times: Times) -> str:
    """Median and ninety-fifth percentile."""
    told = [
        (in_order[len(in_order) // 2], in_order[min(len(in_order) - 1, int(len(in_order) * 0.95))])
        for in_order in (sorted(of) for of in zip(*times, strict=True))
    ]
    return "{:.1f} / {:.1f}".format(*told[0]) + " ({:.0f} / {:.0f})".format(*told[1])


def asked_of(home: Path, choose: random.Random) -> Queries:
    """Queries made of the passages themselves."""
    connection = schema.open_to_read(home / schema.FILE)
    (last,) = connection.execute("SELECT max(id) FROM wording").fetchone()
    queries = Queries()
    texts: list[str] = []
    while len(texts) < 3 * WHOLE:
        row = connection.execute(
            "SELECT text FROM wording WHERE id = ?", (choose.randint(1, last),)
        ).fetchone()
        if row and 20 < len(row[0].split()) < 200:
            texts.append(row[0])
    words = [word for text in texts for word in text.split()]
    queries.whole = [(reworked(text, words, choose), text) for text in texts[:WHOLE]]
    for text in texts[WHOLE:]:
        telling = [word.strip(".,;:()“”") for word in text.split() if word.lower() not in SMALL_WORDS]
        start, count = choose.randrange(max(1, len(telling) - 5)), choose.randint(2, 5)
        if len(queries.short) < SHORT and all(word.isalpha() for word in telling[start : start + count]):
            queries.short.append(" ".join(telling[start : start + count]))
    connection.close()
    return queries


def apart(measure: Callable[[Path, Queries], Row], home: Path, queries: Queries) -> Row:
    """Measure in a process of its own."""
    tell(f"measuring {measure.__name__}")
    forget(home)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(measure, home, queries).result()


def penholder(home: Path, queries: Queries) -> Row:
    """The search of this project."""
    row = Row("Penholder (SQLite, tantivy, rapidfuzz)")
    began = time.perf_counter()
    index = open_index(home)
    index.search(Query(queries.short[0], plain=True))
    row.cold = 1000 * (time.perf_counter() - began)
    row.short = [clocked(lambda q=q: index.search(Query(q, plain=True)))[0] for q in queries.short]
    for asked, right in queries.whole:
        times, found = clocked(lambda q=asked: index.search(Query(q, plain=True)))
        row.whole.append(times)
        judge(row, [match.text for match in found], right)
    row.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    row.size = size(home)
    row.added = adding(home, queries)
    return row


def adding(home: Path, queries: Queries) -> Times:
    """Times to add one resolution, while another process searches without pause; on a copy that is thrown away."""
    with tempfile.TemporaryDirectory(dir=home.parent) as scratch:
        copy = Path(scratch) / "home"
        shutil.copytree(home, copy)
        with open_index(copy, writable=True) as index:
            cards = index.cards()
            paths = []
            for number, card in enumerate(random.Random(SEED).sample(cards, ADDED)):  # noqa: S311
                text = index.document(card.symbol)
                if text is not None:
                    path = Path(scratch) / f"{number}.md"
                    written = markdown.write(text).replace(card.symbol, f"A/RES/9{number}/1")
                    path.write_text(written, encoding="utf-8")
                    paths.append(path)
            context = get_context("spawn")
            stop = context.Event()
            searching = context.Process(target=search_on, args=(copy, queries, stop))
            searching.start()
            times = [clocked(lambda path=path: index.add([path]))[0] for path in paths]
            stop.set()
            searching.join()
    return times


def search_on(home: Path, queries: Queries, stop: Event) -> None:
    """Search until told to stop."""
    with open_index(home) as index:
        while not stop.is_set():
            for asked in queries.short:
                index.search(Query(asked, plain=True))
                if stop.is_set():
                    return


def tantivy_alone(home: Path, queries: Queries) -> Row:
    """Every passage in tantivy, ranked by it."""
    import tantivy

    row = Row("tantivy alone")
    fields = tantivy.SchemaBuilder().add_text_field("text", stored=True, tokenizer_name="en_stem").build()
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        began = time.perf_counter()
        writer = tantivy.Index(fields, path=folder).writer(heap_size=128_000_000, num_threads=1)
        for text in passages(home):
            writer.add_document(tantivy.Document.from_dict({"text": text}, fields))
        writer.commit()
        writer.wait_merging_threads()
        row.built, row.size = time.perf_counter() - began, size(Path(folder))
        forget(Path(folder))
        began = time.perf_counter()
        index = tantivy.Index.open(folder)
        searcher = index.searcher()

        def search(words: str) -> list[str]:
            query, _ = index.parse_query_lenient(words, ["text"])
            return [searcher.doc(at)["text"][0] for _, at in searcher.search(query, 10, count=False).hits]

        measured(row, queries, lambda q: search(every(q)), lambda q: search(bare(q)), began)
    return row


def fts5_alone(home: Path, queries: Queries) -> Row:
    """Every passage in SQLite's full-text engine, ranked by it."""
    row = Row("FTS5 alone")
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        path = Path(folder) / "fts.db"
        connection = sqlite3.connect(path)
        began = time.perf_counter()
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61')")
        connection.executemany("INSERT INTO words VALUES (?)", ((text,) for text in passages(home)))
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.commit()
        connection.close()
        row.built, row.size = time.perf_counter() - began, size(Path(folder))
        forget(Path(folder))
        began = time.perf_counter()
        connection = sqlite3.connect(path)

        def search(match: str) -> list[str]:
            statement = "SELECT text FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10"
            return [text for (text,) in connection.execute(statement, (match,))]

        slow = Queries(queries.whole[:SLOW], queries.short)
        measured(row, slow, lambda q: search(every(q)), lambda q: search(some(q)), began)
    return row


def rapidfuzz_alone(home: Path, queries: Queries) -> Row:
    """Every passage in memory, compared one by one."""
    from rapidfuzz import fuzz, process

    row = Row("rapidfuzz alone")
    began = time.perf_counter()
    texts = list(passages(home))
    row.size = sum(map(len, texts))
    slow = Queries(queries.whole[:SLOW], queries.short[:SLOW])

    def search(words: str, scorer: Callable[..., float]) -> list[str]:
        return [text for text, _, _ in process.extract(words, texts, scorer=scorer, limit=10)]

    measured(row, slow, lambda q: search(q, fuzz.partial_ratio), lambda q: search(q, fuzz.ratio), began)
    return row


def measured(
    row: Row,
    queries: Queries,
    short: Callable[[str], list[str]],
    whole: Callable[[str], list[str]],
    began: float,
) -> None:
    """Fill in the times of an engine."""
    short(queries.short[0])
    row.cold = 1000 * (time.perf_counter() - began)
    row.short = [clocked(lambda q=q: short(q))[0] for q in queries.short]
    for asked, right in queries.whole:
        times, found = clocked(lambda q=asked: whole(q))
        row.whole.append(times)
        judge(row, found, right)
    row.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def judge(row: Row, found: Sequence[str], right: str) -> None:
    """Count whether the paragraph that was reworked came back."""
    row.first += found[:1] == [right]
    row.in_ten += right in found[:10]


def passages(home: Path) -> sqlite3.Cursor:
    """Every passage, identical ones as often as they stand."""
    connection = schema.open_to_read(home / schema.FILE)
    cursor = connection.cursor()
    cursor.row_factory = lambda _, row: row[0]
    return cursor.execute("SELECT w.text FROM passage p JOIN wording w ON w.id = p.wording")


def bare(text: str) -> str:
    """Words without punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def every(text: str) -> str:
    """All the words have to be there."""
    return " AND ".join(f'"{word}"' for word in bare(text).split())


def some(text: str) -> str:
    """Any of the words."""
    return " OR ".join(f'"{word}"' for word in bare(text).split())


def size(folder: Path) -> int:
    """Bytes on the disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def forget(folder: Path) -> None:
    """Have the system read the files anew, as after a start of the machine."""
    for path in folder.rglob("*"):
        if path.is_file() and hasattr(os, "posix_fadvise"):
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def digest() -> str:
    """Stands for the package that fills the index and for how it is grown."""
    found = hashlib.sha256(Path(__file__).with_name("growing.py").read_bytes())
    for name in ("schema", "keeping", "concordance", "spelling", "passages", "variants"):
        found.update((ROOT / "precedent" / "index" / f"{name}.py").read_bytes())
    return found.hexdigest()[:12]


def clocked(act: Callable[[], T]) -> tuple[tuple[float, float], T]:
    """Milliseconds of the processor and of the clock that an act takes, and what it gives."""
    busy, began = time.process_time(), time.perf_counter()
    result = act()
    return (1000 * (time.process_time() - busy), 1000 * (time.perf_counter() - began)), result


def timed(act: Callable[[], object]) -> float:
    """Seconds that an act takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def tell(line: str) -> None:
    """Narration."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
