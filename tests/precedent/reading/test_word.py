"""Word files: as our own export writes them, as a delegation returns them, as the United Nations issues them."""

import re
import struct
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.export import exported
from precedent.errors import UnreadableFileError
from precedent.reading import Format, choose, read_bytes, word
from precedent.resolution import DocumentKind, Kind, NoteCall, Resolution, Span
from precedent.session import Organ
from precedent.wording import plain
from tests import word_samples as made
from tests.assistant.export.made_up import ADOPTED, DRAFT
from tests.word_samples import BY, NUMBERING, listed, paragraph, run

ENACTING = paragraph(run("The General Assembly", "<w:i/>"), ",")
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r>' + run("First.") + "</w:p>"
    '</w:footnote><w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>'
    + run(" ")
    + run("Second", "<w:i/>")
    + run(".")
    + "</w:p></w:footnote>"
)


def texts(resolution: Resolution) -> list[str]:
    return [p.text for p in resolution.paragraphs]


def remarks(resolution: Resolution) -> str:
    return "\n".join(remark.text for remark in resolution.remarks)


def numbers(data: bytes) -> list[str | None]:
    return [p.number for p in word.read(data).paragraphs]


# What our own export writes


@pytest.mark.parametrize("given", [DRAFT, ADOPTED])
def test_our_own_export_read_again_is_the_text(given: Resolution) -> None:
    found = word.read(exported(given, ".docx")[0])
    # Non-breaking hyphens are ordinary ones in what is read, and references are linked by the export.
    assert [replace(p, links=()) for p in found.paragraphs] == [
        replace(p, text=plain(p.text)) for p in given.paragraphs
    ]
    assert [replace(note, links=()) for note in found.footnotes] == list(given.footnotes)
    assert (found.title, found.enacting) == (given.title, given.enacting)
    assert found.remarks == ()


@pytest.mark.parametrize("given", [DRAFT, ADOPTED])
def test_our_own_masthead_read_again(given: Resolution) -> None:
    found, wanted = word.read(exported(given, ".docx")[0]).masthead, given.masthead
    for name in ("kind", "symbol", "organ", "committee", "session", "agenda_item", "agenda_title", "date"):
        assert getattr(found, name) == getattr(wanted, name), name
    for name in ("sponsor_line", "sponsor_notes", "adopted", "meeting", "report"):
        assert getattr(found, name) == getattr(wanted, name), name
    assert found.sponsors == (("Ruritania",) if wanted.sponsor_line else ())


def test_a_word_file_is_known_by_its_content() -> None:
    data = made.word(ENACTING)
    assert choose(data, "draft.txt") is Format.WORD
    assert read_bytes(data, "draft.txt").enacting == "The General Assembly,"


# Words, wherever they stand

BOX = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
BOTH = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>'
    f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + run("shown")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (f'<w:hyperlink r:id="x">{run("linked")}</w:hyperlink>', "a linked b"),
        (
            f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('filled')}</w:sdtContent></w:sdt>",
            "a filled b",
        ),
        (f"<w:smartTag><w:smartTagPr/>{run('smart')}</w:smartTag>", "a smart b"),
        (f"<w:customXml>{run('custom')}</w:customXml>", "a custom b"),
        (f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>', "a 7 b"),
        (FIELD, "a shown b"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "a co-op b"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>", "a coop b"),
        ("<w:r><w:t>x</w:t><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r>", "a x y z b"),
        ('<w:r><w:sym w:font="Symbol" w:char="F02A"/></w:r>', "a * b"),
        ('<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>', "a é b"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "a x+1 b"),
        ("<w:r><w:t>10 km</w:t></w:r>" + run("2", '<w:vertAlign w:val="superscript"/>'), "a 10 km2 b"),
    ],
)
def test_words_are_kept_wherever_they_stand(inside: str, wanted: str) -> None:
    assert texts(word.read(made.word(ENACTING, paragraph("a ", inside, " b")))) == [wanted]


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    found = word.read(made.word(ENACTING, paragraph("Noting it,", BOTH), paragraph("Noting more,")))
    assert texts(found) == ["Noting it,", "boxed", "Noting more,"]
    assert "text box" in remarks(found)


def test_blocks_in_content_controls_and_tables() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    rows = f"<w:tr>{cell.format(run('a'))}{cell.format('')}{cell.format(run('b'))}</w:tr><w:tr>{cell.format('')}</w:tr>"
    inside = f"<w:sdt><w:sdtContent>{paragraph('Noting it,')}<w:tbl>{rows}</w:tbl></w:sdtContent></w:sdt>"
    found = word.read(made.word(ENACTING, inside))
    assert [(p.kind, p.text) for p in found.paragraphs] == [
        (Kind.PREAMBULAR, "Noting it,"),
        (Kind.TABLE, "a | | b"),
    ]


def test_notes_are_counted_in_the_order_of_their_calls() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    again = run("1", '<w:vertAlign w:val="superscript"/>')
    text = paragraph("Noting", call.format(3), " it", call.format(7), " twice", again, ",")
    found = word.read(made.word(ENACTING, text, footnotes=NOTES))
    assert [(n.marker, n.text, n.italics) for n in found.footnotes] == [
        ("1", "Second.", (Span(0, 6),)),
        ("2", "First.", ()),
    ]
    assert found.paragraphs[0].notes == (NoteCall(6, "1"), NoteCall(9, "2"), NoteCall(15, "1"))
    assert found.paragraphs[0].text == "Noting it twice,"


def test_italics_come_from_runs_and_from_styles() -> None:
    style = (
        '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    text = paragraph(
        run("Noting", '<w:rStyle w:val="E"/>'), run(" also", "<w:i/>"), run(" it", '<w:i w:val="0"/>'), ","
    )
    found = word.read(made.word(ENACTING, text, styles=style))
    assert found.paragraphs[0].opening == "Noting also"


def test_hidden_words_are_left_out_and_told() -> None:
    text = paragraph("Noting it", run(" quietly", "<w:vanish/>"), ",")
    found = word.read(made.word(ENACTING, text))
    assert texts(found) == ["Noting it,"]
    assert "Hidden words are left out: quietly" in remarks(found)


# Numbers


def test_numbers_are_counted_as_word_counts_them() -> None:
    body = [
        listed("Notes a;"),
        listed("x;", level=1),
        listed("y;", level=1),
        listed("z;", level=2),
        listed("Notes b;"),
    ]
    assert numbers(made.word(ENACTING, *body, listed("w.", level=1), numbering=NUMBERING)) == [
        "1.",
        "(a)",
        "(b)",
        "(i)",
        "2.",
        "(a)",
    ]


def test_a_second_list_goes_on_or_starts_anew() -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = [listed("Notes a;"), listed("Notes b;", 2), listed("Notes c;", 3), listed("Notes d.", 3)]
    assert numbers(made.word(ENACTING, *body, numbering=NUMBERING + more + anew)) == ["1.", "2.", "5.", "6."]


def test_numbers_by_style_and_numbers_taken_off() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    of = '<w:pStyle w:val="L"/>'
    off = of + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = [
        paragraph("Notes a;", properties=of),
        paragraph("goes on;", properties=off),
        paragraph("Notes b.", properties=of),
    ]
    assert numbers(made.word(ENACTING, *body, numbering=NUMBERING, styles=style)) == ["1.", None, "2."]


def test_a_style_that_a_list_names_stands_at_its_level() -> None:
    """Headings by styles alone: 1., 1.1, 1.2; the style says the list and the list says the level."""
    lists = made.levels(("decimal", "%1."), ("decimal", "%1.%2"))
    for at, name in ((0, "A"), (1, "B")):
        lists = lists.replace(f'w:ilvl="{at}">', f'w:ilvl="{at}"><w:pStyle w:val="{name}"/>')
    styles = (
        "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
            "</w:style>"
            for name in "AB"
        )
        + '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{lists}</w:abstractNum>' + NUMBERING[-66:]
    body = [paragraph("Notes it;", properties=f'<w:pStyle w:val="{name}"/>') for name in "ABCAB"]
    assert numbers(made.word(ENACTING, *body, numbering=numbering, styles=styles)) == [
        "1.",
        "1.1",
        "1.2",
        "2.",
        "2.1",
    ]


def test_legal_numbers_restarts_and_lists_that_never_start_again() -> None:
    roman = made.levels(("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    legal = roman.replace('w:val="%1.%2"/>', 'w:val="%1.%2"/><w:isLgl/>')
    never = legal.replace('w:val="(%3)"/>', 'w:val="(%3)"/><w:lvlRestart w:val="0"/>')
    numbering = f'<w:abstractNum w:abstractNumId="0">{never}</w:abstractNum>' + NUMBERING[-66:]
    body = [listed("Notes it;", level=level) for level in (0, 1, 2, 0, 1, 2)]
    assert numbers(made.word(ENACTING, *body, numbering=numbering)) == [
        "I.",
        "1.1",
        "(a)",
        "II.",
        "2.1",
        "(b)",
    ]


@pytest.mark.parametrize(
    ("form", "text", "wanted"),
    [
        ("upperRoman", "%1.", "II."),
        ("bullet", "\uf0b7", "•"),
        ("lowerLetter", "%1)", "b)"),
        ("decimalZero", "%1.", "02."),
    ],
)
def test_formats_of_numbers(form: str, text: str, wanted: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{made.levels((form, text))}</w:abstractNum>' + NUMBERING[-66:]
    )
    assert (
        numbers(made.word(ENACTING, listed("Notes a;"), listed("Notes b."), numbering=numbering))[-1]
        == wanted
    )


def test_typed_numbers() -> None:
    body = [
        paragraph("Noting it,"),
        paragraph("1.\tNotes it:"),
        paragraph("\t(a)\tthis;"),
        paragraph("(b) that;"),
    ]
    found = word.read(made.word(ENACTING, *body, paragraph("5 bis.\tNotes more.")))
    assert [(p.label, p.text) for p in found.paragraphs] == [
        ("PP1", "Noting it,"),
        ("OP1", "Notes it:"),
        ("OP1 (a)", "this;"),
        ("OP1 (b)", "that;"),
        ("OP5", "Notes more."),
    ]


# Tracked changes


def inserted(content: str, number: int = 1) -> str:
    return f'<w:ins w:id="{number}" {BY}>{content}</w:ins>'


def deleted(text: str, number: int = 2) -> str:
    return (
        f'<w:del w:id="{number}" {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def ended(kind: str) -> str:
    return f'<w:rPr><w:{kind} w:id="9" w:author="Bo"/></w:rPr>'


def both(*body: str, **parts: str) -> tuple[list[str], list[str]]:
    data = made.word(ENACTING, *body, **parts)
    return texts(word.read(data)), texts(word.read(data, version="original"))


def test_changes_are_read_in_both_versions_and_told() -> None:
    data = made.word(ENACTING, paragraph("Noting the ", deleted("old"), inserted(run("new")), " lamps,"))
    accepted, original = word.read(data), word.read(data, version="original")
    assert (texts(accepted), texts(original)) == (["Noting the new lamps,"], ["Noting the old lamps,"])
    assert "2 tracked changes by Ada" in remarks(accepted)
    assert "accepted" in remarks(accepted)
    assert "before" in remarks(original)


def test_moved_words() -> None:
    one = f'<w:moveFrom w:id="1" {BY}>{run("early ")}</w:moveFrom>'
    two = f'<w:moveTo w:id="2" {BY}>{run(" late")}</w:moveTo>'
    assert both(paragraph(one, "Noting", two, " it,")) == (["Noting late it,"], ["early Noting it,"])


def test_a_whole_paragraph_that_was_inserted() -> None:
    new = paragraph(inserted(run("Noting new lamps,")), properties=ended("ins"))
    assert both(paragraph("Noting a,"), new, paragraph("Noting b,")) == (
        ["Noting a,", "Noting new lamps,", "Noting b,"],
        ["Noting a,", "Noting b,"],
    )


def test_a_whole_paragraph_that_was_deleted_is_not_counted() -> None:
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    old = paragraph(deleted("Notes old lamps;"), properties=counted + ended("del"))
    data = made.word(ENACTING, listed("Notes a;"), old, listed("Notes b."), numbering=NUMBERING)
    assert [(p.number, p.text) for p in word.read(data).paragraphs] == [
        ("1.", "Notes a;"),
        ("2.", "Notes b."),
    ]
    assert [p.number for p in word.read(data, version="original").paragraphs] == ["1.", "2.", "3."]


def test_two_paragraphs_that_were_joined() -> None:
    assert both(paragraph("Noting a ", properties=ended("del")), paragraph("and b,")) == (
        ["Noting a and b,"],
        ["Noting a", "and b,"],
    )


def test_rows_notes_and_looks_that_changed() -> None:
    cell = f"<w:tc>{paragraph('x')}</w:tc>"
    gone = f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr>{cell}</w:tr></w:tbl>"
    assert both(paragraph("Noting it,"), gone) == (["Noting it,"], ["Noting it,", "x"])
    call = inserted('<w:r><w:footnoteReference w:id="7"/></w:r>')
    data = made.word(ENACTING, paragraph("Noting it", call, ","), footnotes=NOTES)
    assert len(word.read(data).footnotes) == 1
    assert word.read(data, version="original").footnotes == ()
    changed = run("Noting", "<w:i/><w:rPrChange><w:rPr/></w:rPrChange>")
    data = made.word(ENACTING, paragraph("x ", changed))
    assert word.read(data).paragraphs[0].italics == (Span(2, 8),)
    assert word.read(data, version="original").paragraphs[0].italics == ()


def test_a_draft_as_geneva_sets_it() -> None:
    """The masthead is a table in the text, the organ stands below it, the title begins with a number to come."""
    names = (("HCh", "_ H _Ch_G"), ("H1", "_ H_1_G"), ("Text", "_ Single Txt_G"))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
        for identity, name in names
    )

    def styled(style: str, *content: str) -> str:
        return paragraph(*content, properties=f'<w:pStyle w:val="{style}"/>')

    rows = [
        [paragraph("United Nations"), paragraph("A/HRC/62/L.7")],
        [
            paragraph(run("General Assembly", "<w:b/>")),
            paragraph("Distr.: Limited") + paragraph("3 July 2026") + paragraph("Original: English"),
        ],
    ]
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    found = word.read(
        made.word(
            f"<w:tbl>{table}</w:tbl>",
            *(paragraph(run(line, "<w:b/>")) for line in ("Human Rights Council", "Sixty-second session")),
            paragraph("15 June–10 July 2026"),
            paragraph("Agenda item 3"),
            paragraph(run("Keeping of lamps", "<w:b/>")),
            styled("H1", run("Iraq and Ruritania: draft resolution", "<w:b/>")),
            styled("HCh", "62/... Lamps of the harbour"),
            styled("Text", run("The Human Rights Council", "<w:i/>"), ","),
            styled("Text", run("Recalling", "<w:i/>"), " the lamps,"),
            styled("Text", "1.\t", run("Decides", "<w:i/>"), " to go on."),
            styles=styles,
        )
    )
    head = found.masthead
    assert (str(head.symbol), head.organ, head.session) == (
        "A/HRC/62/L.7",
        Organ.HUMAN_RIGHTS_COUNCIL,
        "Sixty-second session",
    )
    assert (head.distribution, head.agenda_item, head.agenda_title) == ("Limited", "3", "Keeping of lamps")
    assert (head.sponsors, found.title) == (("Iraq", "Ruritania"), "Lamps of the harbour")
    assert [p.label for p in found.paragraphs] == ["PP1", "OP1"]
    assert "15 June–10 July 2026" in remarks(found)


# Without any style of the United Nations


def test_a_draft_in_no_style_at_all() -> None:
    lines = ["Eighty-first session", "Second Committee", "Agenda item 15 (a)", "Lamps of the harbour"]
    body = ["Ruritania: draft resolution", "Keeping the lamps lit"]
    text = [paragraph("Noting it,"), paragraph("1. Notes it."), paragraph("Annex"), paragraph("A list")]
    found = word.read(made.word(*map(paragraph, lines + body), ENACTING, *text))
    masthead = found.masthead
    assert (masthead.session, masthead.committee, masthead.agenda_item) == tuple(
        each.removeprefix("Agenda item ") for each in lines[:3]
    )
    assert (masthead.agenda_title, found.title) == (lines[3], body[1])
    assert (masthead.kind, masthead.sponsors) == (DocumentKind.DRAFT, ("Ruritania",))
    assert [p.label for p in found.paragraphs] == ["PP1", "OP1", "Annex PP1"]


def test_an_operative_paragraph_alone_has_no_number() -> None:
    found = word.read(made.word(ENACTING, paragraph("Noting it,"), paragraph("Lights the lamps.")))
    assert [p.label for p in found.paragraphs] == ["PP1", "OP1"]


# Hostile files

BOMB = b" " * 60_000_000
ENTITY = (
    b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    + made.root("document", f"<w:body>{paragraph('Noting &e;&b; it,')}</w:body>").encode()
)


def locked() -> bytes:
    data = bytearray(made.word(ENACTING))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (made.with_part(made.word(), "word/document.xml", BOMB), "unpacks to far more"),
        (made.with_part(made.word(), "word/document.xml", b"<a/>" * 1_000_001), "unpacks to far more"),
        (made.word(ENACTING)[:-30], "cut off"),
        (made.word(ENACTING)[:400], "cut off"),
        (locked(), "locked with a password"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (made.packed({"word/styles.xml": "<x/>", "[Content_Types].xml": "<Types/>"}), "no text of Word"),
        (made.packed({"word/notes.txt": "x"}), "is an archive"),
        (made.word(), "without words"),
        (made.with_part(made.word(), "word/document.xml", b"no XML"), "without words"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, what: str) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableFileError, match=what) as refused:
        read_bytes(data, "draft.docx")
    assert str(refused.value).startswith("draft.docx: ")
    assert "\n" not in str(refused.value)
    assert time.process_time() - started < 5


def test_a_list_of_a_million_members_is_refused() -> None:
    data = bytearray(made.word(ENACTING))
    struct.pack_into("<I", data, data.rfind(b"PK\x05\x06") + 12, 50_000_000)
    with pytest.raises(UnreadableFileError, match="unpacks to far more"):
        read_bytes(bytes(data), "draft.docx")


def test_entities_are_never_resolved() -> None:
    found = word.read(made.with_part(made.word(), "word/document.xml", ENTITY))
    assert "&e;" in repr(found)
    assert "aaaa" not in repr(found)
    assert Path("/etc/hostname").read_text().strip() not in repr(found.paragraphs)


def test_links_to_files_and_macros_are_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(made.root("footnotes", NOTES.replace("First", "Secret")))
    link = (
        f'<Relationships><Relationship Id="x" TargetMode="External" Target="{secret.as_uri()}" '
        f'Type="{made.R}/footnotes"/>'
        f'<Relationship Id="y" Target="../../..{secret}" Type="{made.R}/styles"/></Relationships>'
    )
    call = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    data = made.word(ENACTING, paragraph("Noting it", call, ","), '<w:altChunk r:id="x"/>')
    data = made.with_part(data, "word/_rels/document.xml.rels", link)
    found = word.read(made.with_part(data, "word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro"))
    assert texts(found) == ["Noting it,"]
    assert "Secret" not in repr(found)
    assert "embedded" in remarks(found)


@pytest.mark.parametrize("name", ["w:sdt", "w:smartTag", "w:ins", "w:tbl", "w:r"])
@pytest.mark.parametrize("depth", [100, 240, 5000])
def test_deep_nesting_is_read_or_told(name: str, depth: int) -> None:
    deep = f"<{name}>" * depth + run("deep") + f"</{name}>" * depth
    found = word.read(made.word(ENACTING, paragraph("Noting it", deep, ",")))
    assert found.enacting
    assert depth < 5000 or "damaged" in remarks(found)


def test_parts_that_are_broken_or_missing_are_told() -> None:
    call = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    data = made.word(ENACTING, paragraph("Noting it", call, ","))
    assert word.read(data).footnotes[0].text == ""
    broken = made.root("document", f"<w:body>{ENACTING}{paragraph('Noting it,')}")[:-30]
    found = word.read(made.with_part(data, "word/document.xml", broken))
    assert found.enacting == "The General Assembly,"
    assert "damaged (word/document.xml)" in remarks(found)


@pytest.mark.parametrize(
    "text",
    ["(a) x:", "Notes it, 1. done;", "Noting it,", "• x", "Xylophones"],
)
def test_the_longest_file_is_read_in_time(text: str) -> None:
    data = made.word(ENACTING, *[paragraph(text)] * 25_000)
    started = time.process_time()
    word.read(data)
    assert time.process_time() - started < 5


# As issued


def issued(shared: Path) -> list[Path]:
    return sorted((shared / "corpus" / "docx").glob("*.docx"))


def test_issued_files_lose_no_word_and_no_note(shared: Path) -> None:
    for path in issued(shared):
        data = path.read_bytes()
        found = word.read(data, path.name)
        with zipfile.ZipFile(path) as archive:
            real = archive.read("word/document.xml").count(b"<w:footnoteReference ")
        digits = [call for p in found.paragraphs for call in p.notes if call.marker.isdigit()]
        assert sorted(int(call.marker) for call in digits) == list(range(1, real + 1)), path.name
        assert all(note.text for note in found.footnotes)
        assert {p.kind for p in found.paragraphs} <= {Kind.REPORT, Kind.HEADING, Kind.TABLE}
        assert found.masthead.kind is DocumentKind.REPORT
        symbol = re.sub(r"[ ()/]+", "_", str(found.masthead.symbol)).upper().removesuffix("_PART_A")
        assert symbol == path.stem.upper(), path.name
        kept = "".join(
            [f"{found.masthead.committee}{found.masthead.session}{found.masthead.agenda_item}"]
            + [f"{found.masthead.agenda_title}{found.title}"]
            + [f"{p.number or ''}{p.text}" for p in found.paragraphs]
            + [f"{note.marker}{note.text}" for note in found.footnotes]
        )
        kept = re.sub(r"[\s*|]", "", kept)
        place = 0
        for text in made.spoken(data):
            words = re.sub(r"[\s*]", "", plain(text))
            words = re.sub(r"^(?:Agendaitem|Items|Item|Reportofthe)(?=\w)", "", words)
            words = re.sub("ofthe(?:preliminary|provisional)(?:list|agenda)$", "", words)
            above = text.strip().startswith(("*", "Report of"))  # typed notes; who a report is of
            at = kept.find(words, 0 if above else place)
            assert at >= 0, (path.name, text)
            place = place if above else at
