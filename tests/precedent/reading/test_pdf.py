"""PDFs made here, laid out as the United Nations does, and ones that no reader can take."""

import datetime as dt
import re
import zlib

import pytest

from precedent.errors import UnreadableFileError
from precedent.reading import Format, choose, read_bytes
from precedent.resolution import DocumentKind, Kind, NoteCall, Resolution
from precedent.session import Organ
from tests.pdf_samples import (
    DRAFT,
    FIRST,
    FIRST_PAGE,
    LEFT,
    MASTHEAD,
    SECOND_PAGE,
    TEXT,
    Piece,
    document,
    drawn,
    link,
    pages,
    printed,
    web,
)


@pytest.fixture(scope="module")
def draft() -> Resolution:
    return read_bytes(DRAFT, "lamps.pdf")


def test_a_pdf_is_known_by_its_content() -> None:
    assert choose(DRAFT, "lamps.txt") is Format.PDF
    assert choose(b"\n\n" + DRAFT, "lamps") is Format.PDF


def test_masthead(draft: Resolution) -> None:
    found = draft.masthead
    assert found.kind is DocumentKind.DRAFT
    assert str(found.symbol) == "A/C.2/81/L.7"
    assert (found.distribution, found.date, found.original_language) == (
        "Limited",
        dt.date(2026, 10, 14),
        "English",
    )
    assert (found.session, found.committee) == ("Eighty-first session", "Second Committee")
    assert (found.agenda_item, found.agenda_title) == ("18 (b)", "Lamps and lanterns: lamps of the sea")
    assert draft.title == "Lamps of the sea"


def test_sponsors_and_their_note(draft: Resolution) -> None:
    found = draft.masthead
    assert found.sponsors == ("Gabon", "Malta")
    assert found.sponsor_line == "Gabon and Malta: draft resolution"
    assert found.sponsor_notes == (NoteCall(16, "*"),)
    note = draft.footnote("FN*")
    assert note is not None
    assert note.text == "On behalf of those who love lamps."


def test_paragraphs(draft: Resolution) -> None:
    assert draft.enacting == "The General Assembly,"
    assert [(p.label, p.kind, p.text) for p in draft.paragraphs] == [
        (
            "PP1",
            Kind.PREAMBULAR,
            "Noting with joy the many lamps that shine along the coast and the follow-up given to them,",
        ),
        (
            "OP1",
            Kind.OPERATIVE,
            "Decides to keep every lamp alight until the morning comes, and to count the lamps:",
        ),
        ("OP1 (a)", Kind.OPERATIVE, "On the land;"),
        ("OP1 (b)", Kind.OPERATIVE, "On the sea, namely:"),
        (
            "OP1 (b) (i)",
            Kind.OPERATIVE,
            "Red ones, which shine far and which sailors look for at each turn of a long night;",
        ),
        ("OP1 (b) (ii)", Kind.OPERATIVE, "Green ones;"),
        ("H1", Kind.HEADING, "Reports"),
        ("OP2", Kind.OPERATIVE, "Requests a report on lamps."),
        ("Annex H1", Kind.HEADING, "How to light a lamp"),
        ("Annex OP1", Kind.ANNEX, "Take a match."),
        ("Annex T1", Kind.TABLE, "Lamp | Price"),
        ("Annex T2", Kind.TABLE, "Red | 12 000"),
    ]


def test_openings_and_calls(draft: Resolution) -> None:
    first = draft.paragraphs[0]
    assert first.opening == "Noting with joy"
    assert first.notes == (NoteCall(len(first.text), "1"),)
    note = draft.footnote("FN1")
    assert note is not None
    assert note.text == "See the Book of Lamps, page 3."
    assert [span.of(note.text) for span in note.italics] == ["Book of Lamps"]


def test_what_is_printed_on_every_page_is_told(draft: Resolution) -> None:
    assert [remark.text for remark in draft.remarks] == [
        "Left out as printed on the pages: 26-16621 (E) · 26-16621"
    ]


def words(data: bytes) -> list[str]:
    """Every word that a reading kept, wherever."""
    found = read_bytes(data, "x.pdf")
    head = found.masthead
    said = [found.title, found.enacting, str(head.symbol), head.sponsor_line or "", head.agenda_title or ""]
    said += [
        head.session or "",
        head.committee or "",
        head.agenda_item or "",
        head.meeting or "",
        head.report or "",
    ]
    said += [f"{p.section} {p.number or ''} {p.text}" for p in found.paragraphs]
    said += [f"{note.marker} {note.text}" for note in found.footnotes] + [r.text for r in found.remarks]
    return re.findall(r"\w+", " ".join(said))


@pytest.mark.parametrize(
    "pieces",
    [
        [p for p in FIRST_PAGE if p not in MASTHEAD],
        SECOND_PAGE[1:-2],
        [Piece(x, y, size, style, text) for (_, y, size, _, text), x, style in zip(
            FIRST_PAGE[16:], [300.0, LEFT, 80.0, TEXT] * 9, ["b", "", "i"] * 9, strict=False)],
        [Piece(LEFT, 700, 30, "b", "Annex"), Piece(LEFT, 660, 10, "b", "II")],
        [Piece(FIRST, 700, 10, "i", "9th plenary meeting"), Piece(FIRST, 688, 10, "i", "31 Lamptember 2026")],
        [*MASTHEAD, Piece(60, 508, 10, "", "Agenda item 9"), Piece(60, 496, 9, "", "Something else")],
    ],
)  # fmt: skip
def test_no_word_is_lost_wherever_it_stands(pieces: list[Piece]) -> None:
    kept = words(printed(pieces))
    for piece in pieces:
        for word in re.findall(r"[^\W_]{2,}", piece.text):
            assert (
                word in kept
                or word in ("Distr", "Limited", "Original", "English", "Agenda", "item")
                or (piece in MASTHEAD)
            ), word


def test_a_dash_or_a_hyphen_at_the_end_of_a_line_joins() -> None:
    lines = [
        Piece(FIRST, 700, 10, "", "The lamps of 2018–"),
        Piece(LEFT, 688, 10, "", "2027 and the well-"),
        Piece(LEFT, 676, 10, "", "lit coast"),
    ]
    assert (
        read_bytes(printed(lines), "x").paragraphs[0].text == "The lamps of 2018–2027 and the well-lit coast"
    )


def test_letters_of_one_word_that_stand_apart_are_one_word() -> None:
    # As many documents are made: a word in two pieces, a little apart.
    page = [Piece(FIRST, 700, 10, "", "Lam"), Piece(167.0, 700, 10, "", "ps shine")]
    assert read_bytes(printed(page), "x").paragraphs[0].text == "Lamps shine"


def test_a_report_with_its_draft() -> None:
    lines = [
        *MASTHEAD[:1],
        Piece(482, 735.5, 10, "", "A/81/440"),
        *MASTHEAD[3:5],
        *(p for p in MASTHEAD[7:12] if "Committee" not in p.text),
        Piece(LEFT, 505, 14, "b", "Report of the Second Committee"),
        Piece(LEFT, 470, 10, "", "Rapporteur: Someone"),
        Piece(LEFT, 446, 12, "b", "I. Introduction"),
        Piece(LEFT, 422, 10, "", "1."),
        Piece(FIRST, 422, 10, "", "The lamps were considered."),
        Piece(LEFT, 398, 12, "b", "Lamps of the sea"),
        Piece(FIRST, 374, 10, "i", "The General Assembly"),
        Piece(238, 374, 10, "", ","),
        Piece(FIRST, 356, 10, "i", "Decides "),
        Piece(182, 356, 10, "", "to light them."),
    ]
    found = read_bytes(printed(lines), "x")
    assert found.masthead.kind is DocumentKind.REPORT
    assert found.masthead.committee == "Second Committee"
    assert found.title == "Lamps of the sea"
    assert [p.label for p in found.paragraphs] == ["RX1", "RH1", "R1", "OP1"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "damaged"),
        (DRAFT[:300], "damaged"),
        (pages([b"0 0 m 9 9 l S"]), "without text"),
        (pages([b""] * 601), "601 pages"),
        (pages([b"S " * 4_000_000]), "unpacks to more"),
        (document([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "damaged"),
        (
            pages([b"BT /F 10 Tf 9 TL 50 700 Td " + b"(w) Tj 9 0 Td " * 30_000 + b"ET"]),
            "more print than a single resolution",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableFileError, match=what) as refused:
        read_bytes(data, "lamps.pdf")
    assert str(refused.value).startswith("lamps.pdf: ")
    assert "\n" not in str(refused.value)


def test_a_stream_packed_twice_is_refused() -> None:
    twice = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 612 792]>>"
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%b\nendstream" % (len(twice), twice)
    data = document([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream])
    with pytest.raises(UnreadableFileError, match="unpacks to more"):
        read_bytes(data, "x")


def test_links_lie_over_their_words() -> None:
    # The first covers a piece of print as a whole, the others parts of one; a link over no words is none.
    page = drawn(
        [
            Piece(FIRST, 700, 10, "i", "Recalling "),
            Piece(190.0, 700, 10, "", "resolution 70/1"),
            Piece(LEFT, 688, 10, "", "and resolutions 1/1 and 1/1 of lamps,"),
        ]
    )
    words = "and resolutions 1/1 and 1/1 of lamps,"
    data = pages(
        [page],
        annotations=[
            link((189.0, 698, 258, 710), web("https://example.org/a")),
            link((LEFT + 63, 686, LEFT + 76.3, 698), web("https://example.org/b")),
            link((LEFT + 95.3, 686, LEFT + 108.5, 698), web("https://example.org/c")),
            link((300.0, 600, 310, 610), web("https://example.org/d")),
        ],
    )
    (found,) = read_bytes(data, "x").paragraphs
    assert found.text == f"Recalling resolution 70/1 {words}"
    assert [(k.address[-1], found.text[k.start : k.end], k.start) for k in found.links] == [
        ("a", "resolution 70/1", 10),
        ("b", "1/1", 42),
        ("c", "1/1", 50),
    ]


def test_words_that_stand_out_are_bold_and_headings_are_not() -> None:
    page = [
        Piece(LEFT, 700, 10, "b", "Lamps"),
        Piece(FIRST, 676, 10, "", "See the "),
        Piece(180.0, 676, 10, "b", "red lamps"),
        Piece(222.5, 676, 10, "b", ", "),
        Piece(231.0, 676, 10, "", "then go."),
    ]
    heading, found = read_bytes(printed(page), "x").paragraphs
    assert heading.kind is Kind.HEADING
    assert heading.bold == ()
    assert [span.of(found.text) for span in found.bold] == ["red lamps,"]


def test_a_note_called_in_the_title_and_one_marked_by_a_letter() -> None:
    first = [*FIRST_PAGE[:15], Piece(218.0, 470.0, 7, "", "1"), *FIRST_PAGE[16:]]
    assert FIRST_PAGE[15].text == "Lamps of the sea"
    first.insert(15, FIRST_PAGE[15])
    second = [
        *SECOND_PAGE,
        Piece(400, 460, 8, "", "Sum"),
        Piece(414, 463, 5, "i", "a"),
        Piece(LEFT, 440, 5.5, "i", "a"),
        Piece(LEFT + 8, 437, 8.5, "", "Without oil."),
    ]
    found = read_bytes(printed(first, second), "x")
    assert found.title == "Lamps of the sea"
    assert found.title_notes == (NoteCall(16, "1"),)
    assert found.text_at("FNa") == "Without oil."
    assert [(p.text, p.notes) for p in found.paragraphs if p.notes and p.kind is Kind.TABLE] == [
        ("| Sum", (NoteCall(5, "a"),))
    ]


def test_the_security_council_gives_numbers_and_no_titles() -> None:
    page = [
        Piece(LEFT, 734.2, 14, "", "United Nations"),
        Piece(482, 735.5, 20, "", "S"),
        Piece(492, 735.5, 10, "", "/RES/9001 (2031)"),
        Piece(LEFT, 705.6, 20, "b", "Security Council"),
        Piece(397, 705.3, 10, "", "Distr.: General"),
        Piece(LEFT, 540, 14, "b", "Resolution 9001 (2031)"),
        Piece(LEFT, 510, 12, "b", "Adopted by the Security Council at its 9999th meeting, on 3 May 2031"),
        Piece(FIRST, 480, 10, "i", "The Security Council"),
        Piece(237, 480, 10, "", ","),
        Piece(FIRST, 462, 10, "", "1."),
        Piece(TEXT, 462, 10, "i", "Decides "),
        Piece(206, 462, 10, "", "to light the lamps."),
    ]
    found = read_bytes(printed(page), "x")
    head = found.masthead
    assert (str(head.symbol), head.organ, head.kind) == (
        "S/RES/9001 (2031)",
        Organ.SECURITY_COUNCIL,
        DocumentKind.RESOLUTION,
    )
    assert (head.meeting, head.adopted, found.title) == ("9999th meeting", dt.date(2031, 5, 3), "")
    assert [p.label for p in found.paragraphs] == ["OP1"]


def test_a_delegations_own_print_has_its_title_and_its_paragraphs() -> None:
    # No masthead, no space between paragraphs, and margins so narrow that the text begins where a running head stands.
    lines = [Piece(260, 750, 14, "b", "Lamps of the sea"), Piece(86, 730, 10, "i", "The General Assembly")]
    lines.append(Piece(172, 730, 10, "", ","))
    for n in range(9):
        y = 718 - 24 * n
        lines += [Piece(86, y, 10, "i", "Recalling "), Piece(130, y, 10, "", "the lamps that shine " * 4)]
        lines.append(Piece(50, y - 12, 10, "", f"and their keepers, in year {n},"))
    lines.append(Piece(86, 502, 10, "", "Decides " + "to light the lamps of the sea " * 3))
    later = [
        Piece(50, 765, 10, "", "and of the coast;"),
        Piece(86, 753, 10, "", "Requests a report on lamps."),
    ]
    found = read_bytes(printed(lines, later), "x")
    assert found.title == "Lamps of the sea"
    assert found.enacting == "The General Assembly,"
    assert [p.label for p in found.paragraphs] == [*(f"PP{n}" for n in range(1, 10)), "OP1", "OP2"]
    assert found.paragraphs[9].text.endswith("and of the coast;")


def test_a_draft_that_one_organ_recommends_to_another() -> None:
    page = [
        Piece(FIRST, 700, 10, "i", "The Economic and Social Council"),
        Piece(FIRST, 680, 10, "i", "Recommends "),
        Piece(203, 680, 10, "", "to the General Assembly the following draft resolution:"),
        Piece(FIRST, 660, 10, "", "“"),
        Piece(FIRST + 5, 660, 10, "i", "The General Assembly"),
        Piece(243, 660, 10, "", ","),
        Piece(FIRST, 640, 10, "i", "Noting "),
        Piece(180, 640, 10, "", "the lamps,"),
    ]
    assert [p.label for p in read_bytes(printed(page), "x").paragraphs] == ["OP1", "Draft X1", "Draft PP1"]


def test_cells_of_a_table_are_whole_whatever_their_lines() -> None:
    page = [
        Piece(LEFT, 500, 10, "", "Lamps that shine along the coast and"),
        Piece(430, 500, 10, "", "In May"),
        Piece(LEFT, 488, 10, "", "on the sea"),
        Piece(LEFT, 465, 10, "", "Others"),
        Piece(430, 465, 10, "", "Never"),
    ]
    assert [(p.kind, p.text) for p in read_bytes(printed(page), "x").paragraphs] == [
        (Kind.TABLE, "Lamps that shine along the coast and on the sea | In May"),
        (Kind.TABLE, "Others | Never"),
    ]
