"""Measure speed as ratios within one run, so that the figures of two machines can be compared.

    python benchmarks/speed.py

Each thing is set against a yardstick that does the least that could be done: a bare interpreter, a bare parse of the
same XML, one look for references in the same text, a scan of every passage by likeness. On the texts of a session
of the General Assembly where the reference texts are at hand, else on the sample.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import random
import statistics
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import docx
import pypdfium2
from lxml import etree
from rapidfuzz import fuzz, process

from assistant.checks import Context, check
from assistant.export import Extras, exported
from assistant.resources import sample_folder
from precedent.index import Query, ahead, open_index
from precedent.index.embedded import EmbeddedIndex
from precedent.numbering import numbered
from precedent.reading import pdf, read, read_bytes
from precedent.references import find_references
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    Span,
)
from precedent.session import Organ
from precedent.wording import fold
from precedent.writing import akn

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PENHOLDER_SHARED") or ROOT.parent / "shared").resolve()
PRINTED = SHARED / "corpus" / "pdf"
SESSION = SHARED / "corpus" / "ga-78.tar.xz"
PENHOLDER = Path(sysconfig.get_path("scripts")) / "penholder"
SEED = 1945
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Texts:
    """What is measured on."""

    name: str
    sources: Sequence[Path]
    files: Sequence[bytes]
    """The same texts as XML."""
    as_of: dt.date


def main() -> None:
    """Print one line a measurement."""
    choose = random.Random(SEED)  # noqa: S311 - chance that can be repeated
    texts = of_session() if SESSION.exists() else of_sample()
    print(f"on {texts.name}, {len(texts.files)} texts, Python {sys.version.split()[0]}")
    start_up()
    reading(choose.sample(texts.files, min(60, len(texts.files))))
    if PRINTED.exists():
        printed([path.read_bytes() for path in sorted(PRINTED.rglob("*.pdf"))])
    exporting()
    with tempfile.TemporaryDirectory() as home:
        with open_index(Path(home), writable=True) as index:
            seconds = timed(lambda: index.add(texts.sources))
        bare = timed(lambda: [etree.fromstring(data) for data in texts.files])
        told("adding all of them to a new index", seconds, "bare parses of the XML", bare)
        told("adding them with every core", seconds, "times with one process", in_one_process(texts.sources))
        with open_index(Path(home)) as index:
            checking(index, texts, choose)
            searching(index, choose)


def in_one_process(sources: Sequence[Path]) -> float:
    """Seconds that adding takes where no other process reads."""
    few, ahead.FEW = ahead.FEW, 1_000_000
    small, ahead.SMALL = ahead.SMALL, 1_000_000_000
    try:
        with tempfile.TemporaryDirectory() as home, open_index(Path(home), writable=True) as index:
            return timed(lambda: index.add(sources))
    finally:
        ahead.FEW, ahead.SMALL = few, small


def of_session() -> Texts:
    """The texts of one session, as the United Nations publishes them."""
    with tarfile.open(SESSION) as archive:
        members = [m for m in archive if m.name.endswith(".xml")]
        files = [file.read() for m in members if (file := archive.extractfile(m)) is not None]
    return Texts("the 78th session of the General Assembly", [SESSION], files, dt.date(2024, 10, 1))


def of_sample() -> Texts:
    """The made-up texts that come with the program."""
    files = [akn.write(read(path)).encode() for path in sorted(sample_folder().iterdir())]
    return Texts("the sample", [sample_folder()], files, dt.date(2060, 10, 1))


def start_up() -> None:
    """The best of many starts in turn: other work on the machine can only make one slower."""
    commands = {
        "empty": [sys.executable, "-S", "-c", "pass"],
        "--version": [str(PENHOLDER), "--version"],
        "--help": [str(PENHOLDER), "--help"],
        "check": [str(PENHOLDER), "check", str(sample_folder() / "A_RES_114_35.md")],
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(15):
        for name, command in commands.items():
            best[name] = min(best[name], timed(partial(started, command)))
    for name in ("--version", "--help", "check"):
        told(f"penholder {name}", best[name], "starts of an empty interpreter", best["empty"])


def started(command: list[str]) -> None:
    """Run a program and let its output go."""
    subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)


def reading(files: Sequence[bytes]) -> None:
    """The UN's XML to a resolution, file by file."""
    ours, bare = [], []
    for number, data in enumerate(files):
        bare.append(best_of(3, partial(etree.fromstring, data)))
        ours.append(best_of(3, partial(read_bytes, data, f"{number}.xml")))
    told(f"reading {len(files)} XML files", sum(ours), "bare parses of them", sum(bare))


def printed(files: Sequence[bytes]) -> None:
    """PDFs to resolutions, against no more than their text; in seconds of the processor, a page.

    Both in this process: the one of its own that a PDF is read in otherwise takes some 70 ms to start.
    """
    pages = sum(map(extracted, files))
    ours = bare = float("inf")
    for _ in range(3):
        began = time.process_time()
        for data in files:
            extracted(data)
        between = time.process_time()
        for number, data in enumerate(files):
            pdf.read(data, f"{number}.pdf")
        bare, ours = min(bare, between - began), min(ours, time.process_time() - between)
    told(f"reading one of {pages} PDF pages", ours / pages, "bare extractions of its text", bare / pages)


def extracted(data: bytes) -> int:
    """Take the text of every page and return how many there are."""
    document = pypdfium2.PdfDocument(data)
    count = len(document)
    for place in range(count):
        page = document[place]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()
    return count


def exporting() -> None:
    """A long draft as Word, clean and as a proved redline, against its bare words from python-docx."""
    base, new = made_up(0), made_up(1)
    bare = least(5, partial(bare_words, new))
    paragraphs, notes = len(new.paragraphs), len(new.footnotes)
    long = f"{paragraphs} paragraphs and {notes} notes"
    exported(new, ".docx")  # libraries are loaded once
    clean = least(5, partial(exported, new, ".docx"))
    told(f"exporting {long} to Word", clean, "times the bare words in python-docx", bare)
    marked = least(
        5, partial(exported, new, ".docx", created=NOW, extras=Extras(base=base, author="Penholder"))
    )
    told(f"a redline of {long}, proved", marked, "clean exports", clean)
    many = replace(new, paragraphs=numbered(new.paragraphs * (10_000 // paragraphs)))
    told(
        "exporting ten thousand paragraphs",
        least(1, partial(exported, many, ".docx")),
        "clean exports of these",
        clean,
    )


def made_up(edition: int) -> Resolution:
    """A text of our own of which a third of the paragraphs change from edition to edition."""
    words = [
        f"Noting also the report of the Keeper on lamp {place} of the northern harbours, resolution 8{edition}/{place} "
        f"of {1 + place % 28} December 20{25 + edition if place % 3 else 25}, and the work that was done by the "
        "keepers of lighthouses, ferries and harbours, in particular in small States, to keep every lamp alight,"
        for place in range(1, 131)
    ]
    kinds = [Kind.PREAMBULAR] * 30 + [Kind.OPERATIVE] * 100
    paragraphs = (
        Paragraph(
            kind=kind,
            text=text,
            italics=(Span(0, 11),),
            notes=(NoteCall(50, str(place // 5 + 1)),) if place % 5 == 0 else (),
        )
        for place, (kind, text) in enumerate(zip(kinds, words, strict=True))
    )
    return Resolution(
        masthead=Masthead(
            kind=DocumentKind.DRAFT, organ=Organ.GENERAL_ASSEMBLY, session="Eighty-first session"
        ),
        title="Lamps",
        enacting="The General Assembly,",
        paragraphs=numbered(tuple(paragraphs)),
        footnotes=tuple(Footnote(marker=str(n), text=f"A/8{edition}/{n}, annex.") for n in range(1, 27)),
    )


def bare_words(text: Resolution) -> None:
    """The paragraphs of a text in python-docx's own template, nothing more."""
    document = docx.Document()
    for paragraph in text.paragraphs:
        document.add_paragraph().add_run(paragraph.text)
    document.save(io.BytesIO())


def checking(index: EmbeddedIndex, texts: Texts, choose: random.Random) -> None:
    """Each text as if it were tabled again, against one look for references in it."""
    context = Context(index, texts.as_of)
    cards = index.cards()
    chosen = [index.document(card.symbol) for card in choose.sample(cards, min(40, len(cards)))]
    ours, bare = [], []
    for text in filter(None, chosen):
        bare.append(best_of(2, partial(looked_through, text)))
        ours.append(timed(partial(check, text, context)))
    told(
        "checking one text (median)",
        statistics.median(ours),
        "looks for its references",
        statistics.median(bare),
    )


def looked_through(text: Resolution) -> None:
    """Find every reference once."""
    for _, words in text.places():
        find_references(words, text.masthead.organ)


def searching(index: EmbeddedIndex, choose: random.Random) -> None:
    """Whole paragraphs with some words left out, against a scan of every passage."""
    passages = [
        p.text
        for card in index.cards()
        if (text := index.document(card.symbol))
        for p in text.paragraphs
        if len(p.text.split()) > 12
    ]
    folded = [fold(text) for text in passages]
    queries = [
        " ".join(word for word in text.split() if choose.random() > 0.2)
        for text in choose.sample(passages, min(100, len(passages)))
    ]
    index.search(Query(queries[0], plain=True))
    times = sorted(timed(partial(index.search, Query(query, plain=True))) for query in queries)
    scan = statistics.median(
        timed(partial(process.extract, fold(query), folded, scorer=fuzz.ratio, limit=10))
        for query in queries[:10]
    )
    for share in (0.5, 0.95):
        place = min(len(times) - 1, int(len(times) * share))
        told(f"searching {len(passages):,} passages, p{share * 100:.0f}", times[place], "scans of all", scan)


def told(what: str, seconds: float, yardsticks: str, yardstick: float) -> None:
    """One line: the ratio first, then what it is made of."""
    print(
        f"{what}: {seconds / yardstick:.2f} {yardsticks} ({shown(seconds)} to {shown(yardstick)})", flush=True
    )


def shown(seconds: float) -> str:
    """A time as one reads it."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def best_of(runs: int, act: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    return min(timed(act) for _ in range(runs))


def least(runs: int, act: Callable[[], object]) -> float:
    """The least of the processor's time in some runs, in seconds."""
    found = []
    for _ in range(runs):
        began = time.process_time()
        act()
        found.append(time.process_time() - began)
    return min(found)


def timed(act: Callable[[], object]) -> float:
    """Seconds that an act takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
