"""Every resolution at hand in the UN's XML: no word lost, and what an independent reader finds is found.

`evaluate/official.py` of the reference texts is that reader. It knows no parts, no headings within a preamble or
a list, and no sub-paragraphs that a file sets beside their parent; where ours differs for such a reason is told
apart and counted, the rest must agree.
"""

import importlib.util
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from precedent.names import STATES, spelled
from precedent.reading import akn
from precedent.resolution import Kind, Resolution
from precedent.session import Organ
from precedent.writing.akn import write

pytestmark = pytest.mark.timeout(300)

ARCHIVES = (
    *(f"ga-{n}" for n in range(74, 80)),
    *(f"ga-79-{language}" for language in ("ar", "ch", "fr", "ru", "sp")),
    *(f"ecosoc-{year}" for year in range(2021, 2025)),
    *(f"sc-{year}" for year in range(2020, 2025)),
    *(f"hrc-{n}" for n in (54, 55, 56)),
)
ENGLISH = re.compile(r"(?:ga-\d\d|ecosoc-.*|sc-.*|hrc-.*)")


@dataclass(frozen=True)
class Real:
    """One file and what was read in it."""

    name: str
    data: bytes
    found: Resolution


@dataclass(frozen=True)
class Session:
    """The files of one archive."""

    name: str
    files: tuple[Real, ...]


@pytest.fixture(scope="module", params=ARCHIVES)
def session(request: pytest.FixtureRequest, shared: Path) -> Session:
    with tarfile.open(shared / "corpus" / f"{request.param}.tar.xz") as archive:
        members = ((m.name, archive.extractfile(m)) for m in archive if m.name.endswith(".xml"))
        files = [(Path(name).name, file.read()) for name, file in members if file is not None]
    return Session(request.param, tuple(Real(name, data, akn.read(data, name)) for name, data in files))


@pytest.fixture(scope="module")
def official(shared: Path) -> ModuleType:
    place = shared / "evaluate" / "official.py"
    spec = importlib.util.spec_from_file_location("official", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["official"] = module  # its dataclasses ask for it
    spec.loader.exec_module(module)
    return module


UNSEEN = str.maketrans(
    dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | {"\u2010": "-", "\u2011": "-"}
)


def letters(text: str) -> str:
    """Everything but white space, as the contract prints it."""
    return re.sub(r"\s", "", text.translate(UNSEEN))


def printed(element: etree._Element, notes: list[str]) -> Iterator[str]:
    """The letters of a text in order, without its masthead; those of its notes apart."""
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if name == "authorialNote":
        notes.append("".join(map(str, element.itertext())))
    elif name not in ("", "meta", "coverPage", "conclusions", "docNumber", "documentRef"):
        yield element.text or ""
        for child in element:
            yield from printed(child, notes)
            yield child.tail or ""


def unread(found: Resolution, source: str) -> str:
    """Where what was read departs from the letters of the source; empty where it never does."""
    place = len(letters(found.title))
    section, enacted = "", False
    for paragraph in found.paragraphs:
        enacting = letters(found.enacting)
        if not enacted and enacting and source.startswith(enacting, place):
            place, enacted = place + len(enacting), True
        words = letters(f"{paragraph.number or ''}{paragraph.text}")
        if paragraph.kind is Kind.TABLE:
            words = words.replace("|", "")
        if paragraph.section != section:
            section = paragraph.section
            names = section.removesuffix(" bis").split(" ")
            marks = (letters(" ".join(names[at:])) for at in range(len(names)))
            mark = next((m for m in marks if m and source.startswith(m, place)), "")
            after = place + len(mark)
            after += bool(re.match(r"[.–]", source[after : after + 1]))
            place = (
                place if source.startswith(words, place) and not source.startswith(words, after) else after
            )
        if not source.startswith(words, place):
            twice = re.match(r"[IVXLC]+\.|[A-Z]\.|\([a-z]\)", source[place : place + 8])
            if twice is None or not source.startswith(words, place + len(twice[0])):
                return f"{paragraph.label}: {paragraph.text[:60]!r} where the file has {source[place : place + 60]!r}"
            place += len(twice[0])
        place += len(words)
    place += 0 if enacted else len(letters(found.enacting))
    return source[place : place + 60]


def test_no_word_is_lost(session: Session) -> None:
    lost = {}
    for file in session.files:
        notes: list[str] = []
        root = etree.fromstring(file.data, etree.XMLParser(recover=True, huge_tree=True))
        source = letters("".join(printed(root, notes)))
        assert letters("".join(n.text for n in file.found.footnotes)) == letters("".join(notes)), file.name
        if (departs := unread(file.found, source)) and "Beside the title" not in str(file.found.remarks):
            lost[file.name] = departs
    assert not lost


def test_every_paragraph_has_a_label_of_its_own(session: Session) -> None:
    for file in session.files:
        doubled = [label for label, n in Counter(p.label for p in file.found.paragraphs).items() if n > 1]
        assert not doubled, file.name


def test_masthead(session: Session) -> None:
    for file in session.files:
        head = file.found.masthead
        assert head.symbol is not None, file.name
        assert head.organ is not None, file.name
        assert head.adopted is not None, file.name
        assert head.date is not None, file.name
        english = ENGLISH.fullmatch(session.name) and not file.name.endswith("_F.xml")
        assert head.session_value or not english or head.organ is Organ.SECURITY_COUNCIL, file.name


LANGUAGES = {"ar": "ar", "ch": "zh", "fr": "fr", "ru": "ru", "sp": "es"}


def test_the_language(session: Session) -> None:
    expected = LANGUAGES.get(session.name.removeprefix("ga-79-"), "en")
    told = {f.name: f.found.masthead.language for f in session.files if not f.name.endswith("_F.xml")}
    assert {name: language for name, language in told.items() if language != expected} == {}


def test_every_vote_is_counted_out(session: Session) -> None:
    """The States of each side are as many as the file's own count says, told by another reading of the file."""
    differing = []
    for file in session.files:
        root = etree.fromstring(file.data, etree.XMLParser(recover=True, huge_tree=True))
        voting = next((v for v in root.iter("{*}voting") if v.findall(".//{*}organization")), None)
        if voting is None:
            assert file.found.masthead.ballot is None, file.name
            continue
        ballot = file.found.masthead.ballot
        assert ballot is not None, file.name
        told = {c.get("refersTo") or "": int(c.get("value") or 0) for c in voting.iterchildren("{*}count")}
        counted = {"inFavour": ballot.in_favour, "against": ballot.against, "abstaining": ballot.abstaining}
        differing += [file.name for side, n in told.items() if n != len(counted[side])]
        assert all(spelled(state) in STATES for side in counted.values() for state in side), file.name
    assert len(differing) <= max(2, 0.05 * len(session.files)), differing


def test_the_structure_is_that_of_the_english_text(session: Session, shared: Path) -> None:
    """Kinds and levels of paragraphs, and how many notes: what a translation keeps."""
    if not session.name.startswith("ga-79-"):
        pytest.skip("English itself")
    with tarfile.open(shared / "corpus" / "ga-79.tar.xz") as archive:
        members = ((m.name, archive.extractfile(m)) for m in archive if m.name.endswith(".xml"))
        read = [akn.read(file.read(), name) for name, file in members if file is not None]
    english = {found.masthead.symbol: found for found in read}
    pairs = [(english.get(f.found.masthead.symbol), f.found) for f in session.files]
    counts = Counter[str]()
    for original, found in pairs:
        if original is not None:
            counts["texts"] += 1
            counts["same shape"] += shape(original) == shape(found)
            counts["same notes"] += len(original.footnotes) == len(found.footnotes)
    assert counts["same shape"] >= 0.91 * counts["texts"], counts
    assert counts["same notes"] >= 0.99 * counts["texts"], counts


def shape(found: Resolution) -> list[tuple[Kind, int, bool]]:
    return [(p.kind, p.level, p.number is not None) for p in found.paragraphs]


def test_what_is_written_reads_the_same(session: Session) -> None:
    same, some = 0, session.files[::3]
    for file in some:
        found = replace(file.found, remarks=())
        same += replace(akn.read(write(found).encode(), file.name), remarks=()) == found
    assert same >= 0.99 * len(some) - 1


def test_agreement_with_an_independent_reader(session: Session, official: ModuleType) -> None:
    if not ENGLISH.fullmatch(session.name):
        pytest.skip("the independent reader is for English")
    counts: Counter[str] = Counter()
    apart: list[str] = []
    for file in session.files:
        truth = official.parse(file.data, file.name)
        if truth.regular:
            _compare(file.found, truth, official, counts, apart)
    share = {what: counts[what] / max(1, counts["paragraphs"]) for what in ("exact", "opening", "calls")}
    print(session.name, dict(counts), {k: round(v, 5) for k, v in share.items()}, *apart, sep="\n  ")  # noqa: T201
    assert counts["title"] == counts["symbol"] == counts["adopted"] == counts["texts"]
    assert counts["notes exact"] == counts["notes"]
    assert counts["unexplained"] == 0, apart
    assert min(share.values()) >= 0.98


def _compare(
    found: Resolution, truth: object, official: ModuleType, counts: Counter[str], apart: list[str]
) -> None:
    counts["texts"] += 1
    counts["title"] += official.fold(found.title) == official.fold(truth.title)  # type: ignore[attr-defined]
    counts["symbol"] += str(found.masthead.symbol) == truth.symbol  # type: ignore[attr-defined]
    counts["adopted"] += str(found.masthead.adopted) == truth.adopted  # type: ignore[attr-defined]
    notes = {n.marker: n.text for n in found.footnotes}
    for marker, text in truth.footnotes.items():  # type: ignore[attr-defined]
        counts["notes"] += 1
        counts["notes exact"] += notes.get(marker) == text
    for label, raw in truth.paragraphs.items():  # type: ignore[attr-defined]
        text = raw.translate(UNSEEN)
        own = [p for p in found.paragraphs if re.match(rf"{label}(?!\d)", p.label)]
        called = [n.marker for p in own for n in p.notes]
        exact = official.squeeze(" ".join(p.text for p in own)) == text
        opening = bool(own) and own[0].opening == truth.openings[label]  # type: ignore[attr-defined]
        counts["paragraphs"] += 1
        counts["exact"] += exact
        counts["opening"] += opening
        counts["calls"] += called == truth.called_in[label]  # type: ignore[attr-defined]
        if not exact:
            reason = _reason(found, own, label, text, official)
            counts[reason] += 1
            apart.append(f"{truth.symbol} {label}: {reason}")  # type: ignore[attr-defined]


def _reason(found: Resolution, own: list, label: str, text: str, official: ModuleType) -> str:  # type: ignore[type-arg]
    """Why an independent reader finds other words under a label."""
    pieces = [official.squeeze(" ".join(p.text for p in own[:count])) for count in range(1, len(own) + 1)]
    if text in pieces:
        return "sub-paragraphs beside their parent"
    if any(p.section and not p.section.startswith("Annex") and text in p.text for p in found.paragraphs):
        return "numbered in a part"
    kinds = [p.kind for p in found.paragraphs if p.kind in (Kind.HEADING, Kind.PREAMBULAR, Kind.OPERATIVE)]
    first = kinds.index(Kind.OPERATIVE) if Kind.OPERATIVE in kinds else len(kinds)
    if label.startswith("PP") and Kind.HEADING in kinds[:first]:
        return "after a heading within the preamble"
    heads = [p.text for p in found.paragraphs if p.kind is Kind.HEADING]
    if own and any(official.squeeze(head) in text for head in heads):
        return "a heading within a list"
    if any(p.section and text.startswith(p.text) and p.text for p in found.paragraphs):
        return "numbered in a part"
    return "unexplained"
