"""What is added is there once, in its newest issue, and can be interrupted at any moment."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tarfile
import zipfile
from pathlib import Path
from typing import Literal

import pytest

from precedent.index import Counts, Place, Progress, Query, adding, concordance, keeping, open_index
from precedent.index.embedded import EmbeddedIndex
from precedent.resolution import Ballot
from precedent.writing import akn
from tests.precedent.index.lighthouses import Write, made

LAMPS = "Recalling that lamps burn oil,"
URGES = "Urges keepers to trim every wick at dusk;"


def words_agree(home: Path) -> bool:
    """Whether every wording is found as quickly as by comparing all of them, and nothing else is."""
    with open_index(home) as quick:
        assert quick.state().behind == 0
        with quick._reading() as reader:
            texts = [
                text
                for (text,) in reader.connection.execute(
                    "SELECT DISTINCT w.text FROM wording w JOIN passage p ON p.wording = w.id"
                )
            ]
        found = [quick.search(Query(text, limit=1)) for text in texts]
    shutil.rmtree(home / concordance.FOLDER)
    with open_index(home) as slow:
        agreed = found == [slow.search(Query(text, limit=1)) for text in texts]
    with open_index(home, writable=True) as index:
        index.add([])
    return agreed


def test_the_same_file_again_changes_nothing(index: EmbeddedIndex, write: Write) -> None:
    path = write("one.md", "A/RES/81/7", "2026-12-01", LAMPS, URGES)
    first, second = index.add([path]), index.add([path])
    assert (first.added, first.paragraphs, first.failed) == (1, 2, ())
    assert (second.added, second.replaced, second.unchanged, second.paragraphs) == (0, 0, 1, 0)
    assert index.count() == Counts(1, 2)


def test_a_newer_issue_replaces_whatever_comes_first(index: EmbeddedIndex, write: Write, home: Path) -> None:
    old = write("old.md", "A/RES/81/7", "2026-12-01", LAMPS, URGES, issued="2026-12-05")
    new = write("new.md", "A/RES/81/7", "2026-12-01", "Recalling that lamps burn gas,", issued="2026-12-09")
    assert index.add([old]).added == 1
    assert index.add([new]).replaced == 1
    assert [match.text for match in index.search(Query("lamps burn"))] == ["Recalling that lamps burn gas,"]
    assert index.count() == Counts(1, 1)
    other = write("other.md", "A/RES/81/7", "2026-12-01", "Recalling oil,", issued="2026-12-02")
    assert index.add([other]).unchanged == 1
    assert index.count() == Counts(1, 1)
    assert words_agree(home)


def test_of_two_issues_of_one_day_the_xml_stays(index: EmbeddedIndex, write: Write, tmp_path: Path) -> None:
    printed = write("printed.md", "A/RES/81/7", "2026-12-01", LAMPS, issued="2026-12-05")
    given = made("A/RES/81/7", "2026-12-01", "Recalling that lamps burn gas,", issued="2026-12-05")
    (tmp_path / "given.xml").write_bytes(akn.write(given).encode())
    assert index.add([printed]).added == 1
    assert index.add([tmp_path / "given.xml"]).replaced == 1
    again = write("again.md", "A/RES/81/7", "2026-12-01", LAMPS, URGES, issued="2026-12-05")
    assert index.add([again]).unchanged == 1
    assert [match.text for match in index.search(Query("lamps burn"))] == ["Recalling that lamps burn gas,"]


def test_xml_that_was_cut_off_never_replaces_the_whole(index: EmbeddedIndex, tmp_path: Path) -> None:
    whole, cut = tmp_path / "A_RES_81_7.xml", tmp_path / "cut" / "A_RES_81_7.xml"
    cut.parent.mkdir()
    whole.write_text(akn.write(made("A/RES/81/7", "2026-12-01", LAMPS, URGES)))
    cut.write_bytes(whole.read_bytes()[: whole.read_bytes().index(b"trim")])
    assert index.add([whole]).added == 1
    (failure,) = index.add([cut]).failed
    assert "damaged" in failure.reason
    assert index.count() == Counts(1, 2)
    assert index.add([whole]).unchanged == 1


def test_xml_that_is_faulty_and_whole_is_taken_as_far_as_it_was_read(
    index: EmbeddedIndex, tmp_path: Path
) -> None:
    faulty = tmp_path / "A_RES_81_7.xml"
    written = akn.write(made("A/RES/81/7", "2026-12-01", LAMPS, URGES))
    faulty.write_text(written.replace("lamps burn oil", "lamps burn <b>oil"), encoding="utf-8")
    assert index.add([faulty]).added == 1
    assert index.count().passages == 2


def test_of_two_issues_of_one_day_the_later_added_stays(
    index: EmbeddedIndex, write: Write, home: Path
) -> None:
    folder = write("a.md", "A/RES/81/7", "2026-12-01", LAMPS, URGES).parent
    write("b.md", "A/RES/81/7", "2026-12-01", LAMPS, "Urges keepers to sleep by day;")
    done = index.add([folder])
    assert (done.added, done.replaced) == (1, 1)
    assert [match.text for match in index.search(Query("Urges keepers", limit=1))] == [
        "Urges keepers to sleep by day;"
    ]
    assert words_agree(home)


def test_another_language_is_kept_but_not_searched(index: EmbeddedIndex, write: Write) -> None:
    english = write("en.md", "A/RES/81/7", "2026-12-01", LAMPS, URGES)
    french = write(
        "fr.md",
        "A/RES/81/7",
        "2026-12-01",
        "Rappelant que les lampes sur la côte sont dans le noir et que,",
        issued="2027-01-01",
    )
    index.add([english])
    done = index.add([french])
    assert (done.added, done.replaced, done.other_languages, done.paragraphs) == (0, 0, 1, 0)
    found = index.document("A/RES/81/7")
    assert found is not None
    assert found.paragraphs[0].text == LAMPS
    assert index.count() == Counts(1, 2)
    assert index.add([french]).unchanged == 1


def test_what_fails_is_told_and_the_rest_is_added(index: EmbeddedIndex, write: Write) -> None:
    folder = write("good.md", "A/RES/81/7", "2026-12-01", LAMPS).parent
    (folder / "bad.bin").write_bytes(bytes(range(256)))
    (folder / "nameless.txt").write_text("Urges nobody to do anything;", encoding="utf-8")
    done = index.add([folder / "missing.xml", folder])
    assert done.added == 1
    assert {Path(failure.path).name for failure in done.failed} == {"missing.xml", "bad.bin", "nameless.txt"}
    assert all("\n" not in failure.reason for failure in done.failed)


def test_a_reader_that_breaks_costs_one_file(
    index: EmbeddedIndex, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = write("good.md", "A/RES/81/7", "2026-12-01", LAMPS)
    bad = write("bad.md", "A/RES/81/8", "2026-12-01", LAMPS)
    from precedent import reading

    plain = reading.read_bytes

    def breaking(data: bytes, name: str) -> object:
        if name == "bad.md":
            raise ZeroDivisionError
        return plain(data, name)

    monkeypatch.setattr(reading, "read_bytes", breaking)
    done = index.add([bad, good])
    assert (done.added, [failure.path for failure in done.failed]) == (1, [str(bad)])


@pytest.mark.parametrize("suffix", [".zip", ".tar.xz", ".tar.gz", ".tar"])
def test_archives_are_read_without_unpacking(
    index: EmbeddedIndex, write: Write, tmp_path: Path, suffix: str
) -> None:
    path = write("one.md", "A/RES/81/7", "2026-12-01", LAMPS)
    archive = tmp_path / f"texts{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(archive, "w") as zipped:
            zipped.write(path, "English/one.md")
    else:
        packing: dict[str, Literal["w", "w:xz", "w:gz"]] = {".tar": "w", ".tar.xz": "w:xz", ".tar.gz": "w:gz"}
        with tarfile.open(archive, packing[suffix]) as tarred:
            tarred.add(path, "English/one.md")
    assert index.add([archive]).added == 1
    assert index.add([path]).unchanged == 1


@pytest.mark.parametrize("first", ["text", "metadata"])
def test_metadata_joins_its_text_in_either_order(
    index: EmbeddedIndex, write: Write, tmp_path: Path, first: str
) -> None:
    text = write("one.md", "A/RES/81/7", "2026-12-01", LAMPS)
    metadata = tmp_path / "anything.dat"
    metadata.write_text(
        json.dumps(
            {
                "symbol": "A/RES/81/7",
                "adoption_date": "1 December 2026",
                "adoption_type": "By a recorded vote",
                "MS_in_favour_count": "150",
                "MS_against_count": "3",
                "MS_abstaining_count": "20",
                "MS_against": ["ATLANTIS"],
                "MS_abstaining": [],
                "MS_in_favour": ["TURKEY", "COTE D'IVOIRE"],
                "adoption_meeting": "61st plenary meeting",
                "originating_document": "A/81/L.2",
                "agenda_item": "Agenda item 15 (b)",
                "resolution_title": "Resolution 81/7 [on lamps that burn oil]",
                "sponsors": ["CÔTE D'IVOIRE"],
                "additional_sponsors": ["ISLES OF THE BLESSED"],
                "subjects": [["LIGHTHOUSES", "UNBIS Thesaurus"], ["15", "A/81/251"]],
            }
        ),
        encoding="utf-8",
    )
    done = index.add([text, metadata] if first == "text" else [metadata, text])
    assert (done.added, done.records) == (1, 1)
    assert index.search(Query("lamps burn oil"))[0].vote == "150-3-20"
    card = index.card("A/RES/81/7")
    assert card is not None
    assert (card.session, card.number, card.vote, card.draft_symbol) == ("81", "7", "150-3-20", "A/81/L.2")
    assert (card.agenda_item, card.about) == ("15 (b)", "Lamps that burn oil")
    assert card.sponsors == ("Côte d’Ivoire", "Isles of the Blessed")
    assert card.ballot == Ballot(in_favour=("Türkiye", "Côte d’Ivoire"), against=("Atlantis",))
    assert (card.subjects, card.meeting) == (("Lighthouses",), "61st plenary meeting")
    found = index.document("A/RES/81/7")
    assert found is not None
    assert (found.masthead.vote, found.masthead.sponsors) == ("150-3-20", card.sponsors)
    assert (found.masthead.ballot, found.masthead.subjects) == (card.ballot, card.subjects)
    assert found.masthead.meeting == card.meeting


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, RuntimeError])
def test_an_interruption_keeps_what_is_done(
    index: EmbeddedIndex,
    write: Write,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    interruption: type[BaseException],
) -> None:
    monkeypatch.setattr(adding, "BATCH", 2)
    paths = [write(f"{n}.md", f"A/RES/81/{n}", "2026-12-01", f"Recalling lamp {n},") for n in range(1, 8)]
    seen: list[Progress] = []

    def progress(state: Progress) -> None:
        seen.append(state)
        if state.done == 5:
            raise interruption

    with pytest.raises(interruption):
        index.add(paths, progress)
    assert index.count() == Counts(4, 4) == Counts(seen[-1].so_far.added, seen[-1].so_far.paragraphs)
    assert len(index.search(Query("lamp", limit=100))) == 4
    again = index.add(paths)
    assert (again.added, again.unchanged) == (3, 4)
    assert words_agree(home)


def test_a_batch_that_fails_half_way_leaves_nothing_of_itself(
    index: EmbeddedIndex, write: Write, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("one.md", "A/RES/81/7", "2026-12-01", LAMPS, URGES)

    def broken(connection: sqlite3.Connection, title: str) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(keeping, "_supersede", broken)
    with pytest.raises(Exception, match=r"precedents\.db"):
        index.add([path])
    monkeypatch.undo()
    assert index.count() == Counts(0, 0)
    assert index.add([path]).added == 1
    assert words_agree(home)


def test_citations_are_known_from_both_sides(index: EmbeddedIndex, write: Write) -> None:
    cites = "Recalling its resolution 80/7 of 2 December 2025,"
    folder = write("a.md", "A/RES/81/7", "2026-12-01", cites, URGES, note="Resolutions 78/7 and 79/7.").parent
    write("b.md", "A/RES/82/7", "2027-12-01", "Recalling its resolutions 80/7 and 81/7,", URGES)
    index.add([folder])
    assert index.citing("A/RES/80/7") == [Place("A/RES/82/7", "PP1"), Place("A/RES/81/7", "PP1")]
    assert index.citing("A/RES/79/7") == [Place("A/RES/81/7", "FN1")]
    assert index.citing("A/RES/82/7") == []


def test_a_name_gives_the_symbol_where_the_text_has_none(index: EmbeddedIndex, tmp_path: Path) -> None:
    path = tmp_path / "A_RES_81_7-2616433E.md"
    path.write_text("---\ntitle: Lamps\n---\n\n*Recalling* that lamps burn,\n", encoding="utf-8")
    assert index.add([path]).added == 1
    assert index.document("A/RES/81/7") is not None
