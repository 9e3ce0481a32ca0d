"""What others wrote on a Word file, with its author; and links, bold words, calls in the title, odd forms."""

import datetime as dt
import io
import zipfile

import pytest

from precedent.reading import read_bytes, word
from precedent.record import as_record, from_record
from precedent.resolution import Link, NoteCall, Resolution, Span
from precedent.review import ChangeKind, Comment, TrackedChange, Version
from tests import word_samples as made
from tests.word_returned import (
    ADA,
    BO,
    CELL,
    ENACTING,
    called,
    closes,
    comment,
    deleted,
    extended,
    field,
    inserted,
    note,
    opens,
    returned,
)
from tests.word_samples import paragraph, run, with_part

NINE = dt.datetime(2026, 11, 1, 9, 30)  # noqa: DTZ001 - Word notes the writer's clock without a zone
TEN = dt.datetime(2026, 11, 2, 10, 0)  # noqa: DTZ001 - as above


def read(*body: str, version: Version = "accepted", **parts: str) -> Resolution:
    return word.read(made.word(ENACTING, *body, **parts), "x.docx", version)


def words_at(text: Resolution, place: Comment | TrackedChange) -> str:
    whole = text.title if place.label == "title" else text.text_at(place.label) or ""
    return whole[place.start : place.end]


# Comments


def test_a_comment_has_its_words_its_author_and_its_answers() -> None:
    found = word.read(returned())
    first, answer, on_title = found.comments
    assert (first.label, words_at(found, first)) == ("PP1", "new lamps")
    assert (first.author, first.date, first.text, first.resolved) == ("Ada", NINE, "Why new?", True)
    assert (answer.author, answer.text, answer.answers) == ("Bo", "Since they are.", 0)
    assert (answer.label, answer.start, answer.end) == (first.label, first.start, first.end)
    assert (on_title.label, on_title.resolved, on_title.answers) == ("title", False, None)
    assert "comment" not in " ".join(remark.text for remark in found.remarks)


def test_a_comment_on_a_deleted_word_stays_in_either_version() -> None:
    inside = deleted("old").replace("<w:r>", opens(1) + "<w:r>") + closes(1)
    versions: tuple[tuple[Version, str], ...] = (("accepted", ""), ("original", "old"))
    for version, about in versions:
        found = read(
            paragraph("Noting the ", inside, " lamps,"), version=version, comments=comment(1, "Keep.")
        )
        (only,) = found.comments
        assert (only.label, only.start, words_at(found, only)) == ("PP1", 11, about)


@pytest.mark.parametrize(
    ("body", "label", "about"),
    [
        (paragraph("Noting a", closes(1), ","), "PP1", ""),  # only the place is known
        (opens(1) + paragraph("Noting a,", closes(1)), "PP1", "Noting a,"),
        (paragraph("Noting ", opens(1), "a,") + paragraph("Noting b", closes(1), ","), "PP1", "a,"),
        (paragraph("Noting a,") + paragraph(opens(1), closes(1)), "PP1", ""),
        (
            f"<w:tbl><w:tr>{CELL.format(paragraph(opens(1), 'cell', closes(1)))}</w:tr></w:tbl>",
            "T1",
            "cell",
        ),
        (paragraph("Noting a,"), "", ""),  # nothing anchors it
        (paragraph("1.\tNotes ", opens(1), "a", closes(1), ";"), "OP1", "a"),
    ],
)
def test_where_a_comment_stands(body: str, label: str, about: str) -> None:
    found = read(body, comments=comment(1, "Hm."))
    (only,) = found.comments
    assert (only.label, words_at(found, only), only.text) == (label, about, "Hm.")


def test_a_comment_in_a_note() -> None:
    notes = note(1, "See ", opens(1), "there", closes(1), ".")
    found = read(paragraph("Noting a", called(1), ","), footnotes=notes, comments=comment(1, "Where?"))
    assert [(c.label, words_at(found, c)) for c in found.comments] == [("FN1", "there")]


def test_answers_never_go_in_a_circle() -> None:
    threads = extended((1, 2, False), (2, 1, False), (3, 3, False))
    said = "".join(comment(number, "x") for number in (1, 2, 3))
    assert [c.answers for c in read(paragraph("x"), comments=said, commentsExtended=threads).comments] == [
        None,
        0,
        None,
    ]


def test_a_date_that_is_none() -> None:
    odd = comment(1, "x").replace("2026-11-01T09:30:00Z", "yesterday")
    assert read(paragraph("x"), comments=odd).comments[0].date is None


# Tracked changes


def told(text: Resolution) -> list[tuple[str, ChangeKind, str, str]]:
    return [(c.label, c.kind, c.text, c.author) for c in text.changes]


def test_who_put_in_and_took_out_what_in_either_version() -> None:
    wanted = [
        ("PP1", ChangeKind.DELETED, "old", "Ada"),
        ("PP1", ChangeKind.INSERTED, "new", "Ada"),
        ("PP3", ChangeKind.INSERTED, "Noting a wholly new lamp,", "Bo"),
        ("OP1", ChangeKind.DELETED, "Noting an old lamp,", "Bo"),
        ("X2", ChangeKind.MOVED_AWAY, "early", "Bo"),
        ("X2", ChangeKind.MOVED_HERE, "late", "Bo"),
        ("T1", ChangeKind.DELETED, "gone row", "Bo"),
    ]
    accepted, original = word.read(returned()), word.read(returned(), version="original")
    assert told(accepted) == wanted
    assert [(kind, text, by) for _, kind, text, by in told(original)] == [
        (kind, text, by) for _, kind, text, by in wanted
    ]
    gains = (ChangeKind.INSERTED, ChangeKind.MOVED_HERE)
    for found, standing in ((accepted, True), (original, False)):
        for change in found.changes:
            stands = (change.kind in gains) is standing
            assert words_at(found, change) == (change.text if stands else "")
    assert {c.date for c in accepted.changes} == {NINE, TEN}


def test_one_change_in_several_stretches_is_one() -> None:
    pieces = inserted(run("new ") + run("bright", "<w:i/>")) + inserted(run(" lamps"))
    assert told(read(paragraph("Noting ", pieces, ","))) == [
        ("PP1", ChangeKind.INSERTED, "new bright lamps", "Ada")
    ]


def test_what_one_put_in_and_another_took_out() -> None:
    both = f'<w:ins w:id="1" {ADA}>{run("kept ")}{deleted("dropped", BO)}</w:ins>'
    text = paragraph("Noting ", both, " lamps,")
    assert told(read(text)) == [
        ("PP1", ChangeKind.INSERTED, "kept", "Ada"),
        ("PP1", ChangeKind.DELETED, "dropped", "Bo"),
    ]
    assert told(read(text, version="original")) == [("PP1", ChangeKind.INSERTED, "kept", "Ada")]


def test_changes_of_the_last_paragraph_and_in_a_note() -> None:
    gone = paragraph(deleted("all of it"), properties=f'<w:rPr><w:del w:id="3" {ADA}/></w:rPr>')
    notes = note(1, "See ", deleted("here"), inserted(run("there")), ".")
    found = read(paragraph("Noting a", called(1), ","), gone, footnotes=notes)
    assert told(found) == [
        ("PP1", ChangeKind.DELETED, "all of it", "Ada"),
        ("FN1", ChangeKind.DELETED, "here", "Ada"),
        ("FN1", ChangeKind.INSERTED, "there", "Ada"),
    ]


def test_accepting_by_hand_gives_the_other_version() -> None:
    """The original with its changes carried out is the accepted text, word for word."""
    original = word.read(returned(), version="original")
    accepted = word.read(returned())
    text = "".join(p.text for p in original.paragraphs)
    for change in original.changes:
        if change.kind in (ChangeKind.DELETED, ChangeKind.MOVED_AWAY):
            text = text.replace(change.text, "", 1)
    gained = "".join(
        c.text for c in accepted.changes if c.kind in (ChangeKind.INSERTED, ChangeKind.MOVED_HERE)
    )
    assert sorted((text + gained).replace(" ", "")) == sorted(
        "".join(p.text for p in accepted.paragraphs).replace(" ", "")
    )


def test_the_record_keeps_comments_and_changes() -> None:
    found = word.read(returned())
    assert from_record(as_record(found)) == found
    record = as_record(found)
    assert record["comments"][0] == {
        "label": "PP1", "start": 11, "end": 20, "author": "Ada", "date": "2026-11-01T09:30:00",
        "text": "Why new?", "resolved": True, "answers": None,
    }  # fmt: skip
    assert record["changes"][0] == {
        "kind": "deleted", "label": "PP1", "start": 11, "end": 11, "text": "old", "author": "Ada",
        "date": "2026-11-01T09:30:00", "spaced": [False, False], "put_in_by": None, "whole": False,
    }  # fmt: skip


# Links, bold words, calls in the title


def linked(target: str, inside: str) -> Resolution:
    link = (
        f'<Relationships><Relationship Id="x" TargetMode="External" Target="{target}" '
        f'Type="{made.R}/hyperlink"/></Relationships>'
    )
    data = made.word(ENACTING, paragraph("Noting ", inside, ","))
    return word.read(with_part(data, "word/_rels/document.xml.rels", link))


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("file:///C:/secret.docx", ""),
        ("javascript:alert(1)", ""),
        ("other.docx", ""),
    ],
)
def test_a_link_keeps_its_address_where_it_is_one(target: str, wanted: str) -> None:
    (only,) = linked(target, f'<w:hyperlink r:id="x">{run("76/1")}</w:hyperlink>').paragraphs
    assert only.text == "Noting 76/1,"
    assert only.links == ((Link(7, 11, wanted),) if wanted else ())


def test_links_by_fields() -> None:
    code = r'HYPERLINK "https://example.org/a" \l "part"'
    (only,) = read(paragraph("Noting ", field(code, "76/1", run(" B", "<w:i/>")), ",")).paragraphs
    assert only.links == (Link(7, 13, "https://example.org/a#part"),)
    simple = f'<w:fldSimple w:instr=" HYPERLINK https://example.org/b ">{run("76/1")}</w:fldSimple>'
    (only,) = read(paragraph("Noting ", simple, ",")).paragraphs
    assert only.links == (Link(7, 11, "https://example.org/b"),)
    inner = field("HYPERLINK \\l mark", field("REF x", "76/1"))
    (only,) = read(paragraph("Noting ", inner, ",")).paragraphs
    assert (only.text, only.links) == ("Noting 76/1,", ())


def test_bold_words_where_a_part_stands_out() -> None:
    strong = "<w:b/>"
    found = read(
        paragraph("Noting ", run("all", strong), run(" lamps", strong), ","),
        paragraph(run("1.\tNotes that all of it stands out.", strong)),
    )
    assert found.paragraphs[0].bold == (Span(7, 16),)
    assert found.paragraphs[1].bold == ()


def test_calls_in_a_title() -> None:
    found = word.read(returned())
    assert (found.title, found.title_notes) == ("Lamps of the harbour", (NoteCall(20, "1"),))
    assert "Note 1" not in " ".join(remark.text for remark in found.remarks)


# What is no text


def test_what_a_file_holds_beside_words_is_told() -> None:
    picture = '<w:r><w:drawing><a xmlns="urn:x"><pic/></a></w:drawing></w:r>'
    chart = '<w:r><w:drawing><c:chart xmlns:c="urn:c"/></w:drawing></w:r>'
    ruby = f"<w:r><w:ruby><w:rt>{run('read')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    sign = '<w:r><w:pict><v:textpath string="DRAFT"/></w:pict></w:r>'
    found = read(paragraph("Noting ", picture, picture, chart, ruby, sign, ","))
    assert found.paragraphs[0].text == "Noting base,"
    said = " ".join(remark.text for remark in found.remarks)
    assert "2 pictures, 1 chart" in said
    assert "Readings above characters are left out: read" in said
    assert "Words drawn in a picture are left out: DRAFT" in said


# Other forms of the format


def renamed(data: bytes, old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return made.packed(
            {name: archive.read(name).replace(old.encode(), new.encode()) for name in archive.namelist()}
        )


def test_the_strict_form_is_read_alike() -> None:
    strict = renamed(returned(), made.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    strict = renamed(strict, made.R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
    assert made.W.encode() not in strict
    assert word.read(strict) == word.read(returned())


@pytest.mark.parametrize("name", ["x.docm", "x.dotx", "x.dotm", "x.zip", "x"])
def test_templates_and_files_with_macros_are_read(name: str) -> None:
    data = with_part(returned(), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro")
    assert read_bytes(data, name) == word.read(returned())


def test_the_text_may_have_any_name() -> None:
    data = renamed(returned(), "word/document.xml", "text/main.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {
            name.replace("word/_rels/document", "text/_rels/main")
            .replace("word/document", "text/main")
            .replace("word/", "text/"): archive.read(name)
            for name in archive.namelist()
        }
    assert read_bytes(made.packed(files), "x.docx") == word.read(returned())
