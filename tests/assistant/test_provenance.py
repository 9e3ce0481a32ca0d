"""What stands behind words, on the sample in a real index: series, lineage, departure, ledger, citations; as files."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

from assistant.chronicle import Chronicle, Run, changes, chart, chronicle, plain_runs, shortened, spaced
from assistant.departing import Degree, Surroundings, degree_of, depart
from assistant.draft import Draft, Entry, Origin, draft_of
from assistant.editing import replace_words
from assistant.export.errors import ExportError
from assistant.export.history import history_file
from assistant.export.ledger import ledger_file
from assistant.provenance import NoSuchParagraphError, NoSuchSeriesError
from assistant.resources import sample_folder
from assistant.workbench import SAMPLE_DAY, SAMPLE_EDITION, SAMPLE_SESSION, Workbench
from precedent import office
from precedent.lineage import Event
from precedent.reading import markdown
from precedent.resolution import Kind, Paragraph
from tests.ooxml import faults
from tests.sample_facts import FIRST, SECOND, THIRD

needs_libreoffice = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed here")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    made = Workbench(tmp_path_factory.mktemp("provenance"))
    made.add([sample_folder()])
    yield made
    made.close()


@pytest.fixture(scope="module")
def draft(bench: Workbench) -> Draft:
    return bench.roll(SAMPLE_EDITION, session=SAMPLE_SESSION, as_of=SAMPLE_DAY)


def written(text: str, kind: Kind = Kind.OPERATIVE, origin: Origin | None = None) -> Entry:
    return Entry(id="p1", content=Paragraph(kind=kind, text=text), origin=origin)


# Series and lineage


def test_a_series_is_found_by_symbol_and_by_words(bench: Workbench) -> None:
    (by_symbol,) = bench.provenance.series("114/35")
    (by_words,) = bench.provenance.series("lighthouses harbour")
    assert by_symbol is by_words
    assert [card.symbol for card in by_symbol.editions] == [FIRST, SECOND, THIRD]
    with pytest.raises(NoSuchSeriesError, match="no text of that symbol"):
        bench.provenance.series("nowhere at all")


def test_what_was_worked_out_is_kept_until_texts_are_added(bench: Workbench, tmp_path: Path) -> None:
    other = Workbench(tmp_path)
    other.add([sample_folder() / "A_RES_112_31.md"])
    first = other.provenance.catalogue
    assert other.provenance.catalogue is first
    other.add([sample_folder() / "A_RES_113_28.md"])
    assert len(other.provenance.series("113/28")[0].editions) == 2
    other.close()


def test_a_draft_is_the_last_edition(bench: Workbench, draft: Draft) -> None:
    lineage = bench.provenance.lineage(draft)
    assert [stage.name for stage in lineage.stages] == ["112/31", "113/28", "114/35", "draft"]
    told = chronicle(lineage, bench.provenance.line(lineage, "", "PP1"))
    assert [entry.event for entry in told.entries] == [Event.FIRST, *[Event.EDITED] * 3]
    assert told.summary.startswith(
        "stands in 112/31, the first edition in the index; edited in 113/28, 114/35 and"
    )
    assert "".join(run.text for run in told.entries[-1].runs if run.kind != "delete") == told.entries[-1].text


def test_a_label_that_a_text_does_not_have_is_named(bench: Workbench, draft: Draft) -> None:
    with pytest.raises(NoSuchParagraphError, match="no paragraph 'OP99'"):
        bench.provenance.line(bench.provenance.lineage(draft), "", "OP99")


def test_a_first_edition_has_a_history_of_one(bench: Workbench) -> None:
    text = markdown.read(b"---\ntitle: Rafts\n---\n\n1. *Decides* to float.\n", "draft.md")
    lineage = bench.provenance.lineage(draft_of(replace(text, title="Rafts")))
    assert [stage.name for stage in lineage.stages] == ["draft"]


# Departure


def test_a_draft_departs_where_it_was_updated(bench: Workbench, draft: Draft) -> None:
    found = bench.provenance.departures(draft)
    labels = draft.labels
    degrees = {labels[identity]: departure.degree for identity, departure in found.items()}
    assert degrees["PP1"] is Degree.LIGHTLY
    assert set(degrees.values()) == {Degree.IDENTICAL, Degree.LIGHTLY}
    assert all(departure.source and departure.source.symbol == THIRD for departure in found.values())


def test_agreed_words_are_found_wherever_they_stand(bench: Workbench, draft: Draft) -> None:
    around = bench.provenance.surroundings(draft)
    council = bench.index.document("E/RES/2060/9")
    assert council is not None
    taken = council.operative[1]
    found = depart(written(taken.text), around)
    assert (found.degree, found.source and found.source.name) == (
        Degree.IDENTICAL,
        f"E/RES/2060/9 {taken.label}",
    )


def test_new_words_are_new_and_empty_ones_depart_from_nothing(bench: Workbench, draft: Draft) -> None:
    around = bench.provenance.surroundings(draft)
    assert depart(written("Zebras quietly hum;"), around).degree is Degree.NEW
    assert depart(written(""), around).source is None


def test_a_text_does_not_depart_from_itself_nor_from_a_later_one(bench: Workbench) -> None:
    text = bench.index.document(SECOND)
    assert text is not None
    found = bench.provenance.departures(draft_of(text))
    assert {d.source.symbol for d in found.values() if d.source and d.source.symbol[0] == "A"} <= {FIRST}


def test_of_sources_as_near_the_origin_is_named(bench: Workbench) -> None:
    text = bench.index.document(FIRST)
    assert text is not None
    words = text.operative[0]
    around = Surroundings(bench.index, bench.index.document)
    found = depart(written(words.text, origin=Origin.of(FIRST, words.label, words.text)), around)
    assert (found.degree, found.source and found.source.symbol) == (Degree.IDENTICAL, FIRST)


@pytest.mark.parametrize(
    ("likeness", "degree"), [(0.99, Degree.LIGHTLY), (0.7, Degree.REWRITTEN), (0.2, Degree.NEW)]
)
def test_degrees(likeness: float, degree: Degree) -> None:
    assert degree_of(likeness) is degree


# The ledger


class _Outside(HTMLParser):
    """Whatever a page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "link", "img", "iframe")
        self.fetched += [
            value or ""
            for name, value in attrs
            if name in ("src", "href") and not (value or "").startswith("#")
        ]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def sound_page(data: bytes) -> str:
    page, reader = data.decode(), _Outside()
    reader.feed(page)
    assert (reader.fetched, reader.open) == ([], [])
    assert '<html lang="en-GB">' in page
    assert "url(" not in page
    return page


def test_the_ledger_has_a_row_for_each_paragraph(bench: Workbench, draft: Draft) -> None:
    table = bench.provenance.ledger(draft)
    paragraphs = [e for e in draft.entries if e.content.kind is not Kind.HEADING]
    assert [row.label for row in table.rows] == [draft.labels[e.id] for e in paragraphs]
    for row, entry in zip(table.rows, paragraphs, strict=True):
        assert "".join(run.text for run in row.runs if run.kind != "delete") == entry.content.text


def test_the_ledger_as_csv_is_a_table_and_computes_nothing(bench: Workbench, draft: Draft) -> None:
    first = draft.entries[0].content.text
    changed = replace_words(draft, "PP1", 0, len(first), "=SUM(1)")
    data = ledger_file(bench.provenance.ledger(changed), ".csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0] == ["Paragraph", "Source", "Adopted", "Vote", "Difference", "Words"]
    assert {len(row) for row in rows} == {6}
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_the_ledger_as_html_stands_alone(bench: Workbench, draft: Draft) -> None:
    page = sound_page(ledger_file(bench.provenance.ledger(draft), ".html"))
    assert page.count('<th scope="row">') == len(bench.provenance.ledger(draft).rows)
    assert "<ins>" in page
    assert "<del>" in page


def test_the_ledger_as_word_is_one_table_with_its_head_on_every_page(bench: Workbench, draft: Draft) -> None:
    table = bench.provenance.ledger(draft)
    data = ledger_file(table, ".docx")
    assert data == ledger_file(table, ".docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    w = f"{{{root.nsmap['w']}}}"
    assert len(root.findall(f".//{w}tr")) == len(table.rows) + 1
    assert len(root.findall(f".//{w}tblHeader")) == 1
    assert root.findall(f".//{w}strike")
    size = root.find(f".//{w}pgSz")
    assert size is not None
    assert size.get(f"{w}orient") == "landscape"


def test_a_form_that_there_is_not_is_refused(bench: Workbench, draft: Draft) -> None:
    with pytest.raises(ExportError, match=r"use one of \.docx, \.pdf, \.html, \.csv"):
        ledger_file(bench.provenance.ledger(draft), ".xlsx")
    with pytest.raises(ExportError, match=r"use one of \.html, \.svg, \.docx, \.pdf"):
        history_file(chart(bench.provenance.lineage(draft)), ".png")


# The history as a page and as a picture


@pytest.fixture(scope="module")
def told(bench: Workbench, draft: Draft) -> Chronicle:
    lineage = bench.provenance.lineage(draft)
    return chronicle(lineage, bench.provenance.line(lineage, "", "PP1"))


def test_the_history_of_a_paragraph_is_a_page_of_its_own(told: Chronicle) -> None:
    page = sound_page(history_file(told, ".html"))
    words = re.sub(r"<[^>]+>", "", page)
    assert all(entry.stage.symbol in words for entry in told.entries)
    assert page.count("<li ") == len(told.entries)


def test_the_history_of_a_text_is_a_page_with_every_paragraph(
    bench: Workbench, draft: Draft, told: Chronicle
) -> None:
    lineage = bench.provenance.lineage(draft)
    page = sound_page(history_file(chart(lineage), ".html", details=[told]))
    assert page.count("<tr") >= len(lineage.lines)
    assert 'href="#p1"' in page


@pytest.mark.parametrize("whole", [False, True])
def test_the_history_as_word_is_valid_and_tells_every_edition(
    bench: Workbench, draft: Draft, told: Chronicle, whole: bool
) -> None:
    source = chart(bench.provenance.lineage(draft)) if whole else told
    data = history_file(source, ".docx", details=[told] if whole else ())
    assert data == history_file(source, ".docx", details=[told] if whole else ())
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        words = "".join(etree.fromstring(archive.read("word/document.xml")).itertext())
    assert all(entry.stage.name in words for entry in told.entries)
    if whole:
        assert all(row.label in words for row in chart(bench.provenance.lineage(draft)).rows)


@needs_libreoffice
def test_both_are_printed_through_libreoffice(bench: Workbench, draft: Draft, told: Chronicle) -> None:
    assert history_file(told, ".pdf").startswith(b"%PDF")
    assert ledger_file(bench.provenance.ledger(draft), ".pdf").startswith(b"%PDF")


@pytest.mark.parametrize("whole", [False, True])
def test_the_picture_is_sound_and_describes_itself(
    bench: Workbench, draft: Draft, told: Chronicle, whole: bool
) -> None:
    data = history_file(chart(bench.provenance.lineage(draft)) if whole else told, ".svg")
    root = etree.fromstring(data)
    names = [etree.QName(one).localname for one in (root, *root[:2])]
    assert names == ["svg", "title", "desc"]
    assert b"http" not in data.replace(b"http://www.w3.org/2000/svg", b"")
    words = "".join(root.itertext())
    assert "114/35" in words


def test_words_are_conserved_in_runs() -> None:
    before, after = "Urges all harbours to light lamps in 2058;", "Urges harbours to light all lamps in 2059;"
    runs = changes(before, after)
    assert "".join(run.text for run in runs if run.kind != "insert") == before
    assert "".join(run.text for run in runs if run.kind != "delete") == after
    assert plain_runs(runs) == "Urges [-all-] harbours to light {+all+} lamps in [-2058-] {+2059+};"
    assert [run.text for run in spaced([Run("delete", "a"), Run("insert", "b")])] == ["a", " ", "b"]


def test_long_stretches_that_stand_are_shortened() -> None:
    words = " ".join(f"w{n}" for n in range(30))
    runs = shortened((Run("equal", words), Run("insert", " new"), Run("equal", f" {words}")), 3)
    assert [run.text for run in runs] == ["… w27 w28 w29", " new", " w0 w1 w2 …"]


# Citations


def test_who_cites_and_what_is_cited(bench: Workbench) -> None:
    text = bench.index.document(THIRD)
    assert text is not None
    cites = {one.symbol: one for one in bench.provenance.cites(text)}
    assert cites[SECOND].card is not None
    assert not cites[SECOND].slips
    assert (THIRD, "PP1") in {(card.symbol, cited.label) for card, cited in bench.provenance.cited_by(SECOND)}
