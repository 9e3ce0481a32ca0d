from dataclasses import replace

import pytest

from assistant.draft import draft_of
from assistant.export.binding import bound, headed
from assistant.export.blocks import Layout, Role, Run
from assistant.export.layout import lay_out
from assistant.export.numbers import Counting
from assistant.export.word import word_file
from precedent.numbering import numbered
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
)
from precedent.session import Organ
from precedent.symbol import Symbol
from tests.assistant.export.made_up import ADOPTED, DRAFT, MASTHEAD, W, part, said

NB, HYPHEN = "\u00a0", "\u2011"


def roles(layout: Layout) -> list[str]:
    return [block.role.value for block in layout.blocks]


def texts(layout: Layout, role: Role) -> list[str]:
    return [block.text.replace(NB, " ") for block in layout.blocks if block.role is role]


def test_a_draft_stands_in_the_order_of_the_printed_page() -> None:
    assert list(dict.fromkeys(roles(lay_out(DRAFT)))) == [
        "session",
        "committee",
        "agenda item",
        "agenda title",
        "sponsors",
        "title",
        "enacting words",
        "preambular",
        "heading",
        "operative",
        "sub-paragraph",
        "closing",
        "section",
        "annex",
        "rule",
    ]


def test_an_adopted_text_says_how_it_was_adopted_and_closes_before_its_annex() -> None:
    layout = lay_out(ADOPTED)
    assert texts(layout, Role.ORIGIN) == ["Resolution adopted by the General Assembly on 14 December 2026"]
    assert texts(layout, Role.BRACKET) == ["[on the report of the Second Committee (A/81/440, para. 12)]"]
    assert texts(layout, Role.ADOPTION) == ["60th plenary meeting", "14 December 2026"]
    title = next(block for block in layout.blocks if block.role is Role.TITLE)
    assert title.number == "81/7."
    order = roles(layout)
    assert order.index("adoption") < order.index("section")
    assert "rule" not in order
    assert layout.running_title


def test_a_draft_says_the_same_whether_open_or_read() -> None:
    assert lay_out(draft_of(DRAFT)) == lay_out(DRAFT)


def test_distribution_of_a_draft_and_of_an_adopted_text() -> None:
    assert lay_out(DRAFT).head.distribution == ("Distr.: Limited", "14 October 2026", "", "Original: English")
    assert lay_out(ADOPTED).head.distribution == ("Distr.: General", "14 October 2026")


@pytest.mark.parametrize(
    ("organ", "committee", "session", "symbol"),
    [
        (Organ.GENERAL_ASSEMBLY, "Second Committee", "Eighty-first session", "A/C.2/81/L.__"),
        (
            Organ.GENERAL_ASSEMBLY,
            "Special Political and Decolonization Committee (Fourth Committee)",
            "Eighty-first session",
            "A/C.4/81/L.__",
        ),
        (Organ.GENERAL_ASSEMBLY, None, "Eighty-first session", "A/81/L.__"),
        (Organ.GENERAL_ASSEMBLY, None, "Tenth emergency special session", "A/ES-10/L.__"),
        (Organ.GENERAL_ASSEMBLY, None, None, "A/__/L.__"),
        (Organ.ECONOMIC_AND_SOCIAL_COUNCIL, None, "2027 session", "E/2027/L.__"),
        (Organ.HUMAN_RIGHTS_COUNCIL, None, "Sixty-third session", "A/HRC/63/L.__"),
        (Organ.SECURITY_COUNCIL, None, "2027 session", "S/2027/__"),
        (None, None, None, ""),
    ],
)
def test_a_symbol_that_is_not_known_yet_has_a_blank(
    organ: Organ | None, committee: str | None, session: str | None, symbol: str
) -> None:
    masthead = Masthead(kind=DocumentKind.DRAFT, organ=organ, committee=committee, session=session)
    assert lay_out(Resolution(masthead=masthead)).head.symbol == symbol


@pytest.mark.parametrize(
    ("organ", "session", "lines"),
    [
        (Organ.HUMAN_RIGHTS_COUNCIL, "Sixty-third session", ["Human Rights Council", "Sixty-third session"]),
        (Organ.SECURITY_COUNCIL, "2027 session", []),
        (Organ.ECONOMIC_AND_SOCIAL_COUNCIL, "2027 session", ["2027 session"]),
    ],
)
def test_the_session_stands_where_the_organ_has_it(organ: Organ, session: str, lines: list[str]) -> None:
    masthead = Masthead(kind=DocumentKind.DRAFT, organ=organ, session=session)
    blocks = lay_out(Resolution(masthead=masthead)).blocks
    found = [b.text for b in blocks if b.role in (Role.SESSION, Role.COMMITTEE)]
    assert [t.replace(NB, " ").replace(HYPHEN, "-") for t in found] == lines


def test_a_symbol_that_is_known_is_printed() -> None:
    masthead = replace(MASTHEAD, symbol=Symbol.parse("A/C.2/81/L.5/Rev.1"))
    assert lay_out(Resolution(masthead=masthead)).head.symbol == "A/C.2/81/L.5/Rev.1"


def test_the_councils_have_their_own_mastheads() -> None:
    economic = Masthead(
        kind=DocumentKind.DRAFT, organ=Organ.ECONOMIC_AND_SOCIAL_COUNCIL, session="2027 session"
    )
    assert lay_out(Resolution(masthead=economic)).head.organ == "Economic and Social Council"
    rights = Masthead(kind=DocumentKind.DRAFT, organ=Organ.HUMAN_RIGHTS_COUNCIL)
    layout = lay_out(Resolution(masthead=rights))
    assert (layout.head.organ, texts(layout, Role.COMMITTEE)) == (
        "General Assembly",
        ["Human Rights Council"],
    )
    security = Masthead(
        kind=DocumentKind.RESOLUTION,
        organ=Organ.SECURITY_COUNCIL,
        symbol=Symbol.parse("S/RES/9000 (2027)"),
        meeting="9,000th meeting",
    )
    layout = lay_out(Resolution(masthead=security))
    assert texts(layout, Role.ORIGIN) == ["Resolution 9000 (2027)"]
    assert texts(layout, Role.TITLE) == ["Adopted by the Security Council at its 9,000th meeting"]


@pytest.mark.parametrize(
    ("line", "calls", "shown"),
    [
        ("Ruritania: draft resolution", ((10, "*"),), "Ruritania:|*| draft resolution"),
        ("Ruritania:* draft resolution", (), "Ruritania:|*| draft resolution"),
        ("Ruritania:* , ** draft resolution", (), "Ruritania:|*| , |**| draft resolution"),
        ("Draft resolution", (), "Draft resolution"),
    ],
)
def test_asterisks_of_sponsors_are_calls(line: str, calls: tuple[tuple[int, str], ...], shown: str) -> None:
    masthead = replace(MASTHEAD, sponsor_line=line, sponsor_notes=tuple(NoteCall(*call) for call in calls))
    block = next(b for b in lay_out(Resolution(masthead=masthead)).blocks if b.role is Role.SPONSORS)
    assert "|".join(r.call.mark if r.call else r.text for r in block.runs).replace(NB, " ") == shown


def test_sponsors_without_a_line_make_one() -> None:
    masthead = replace(
        MASTHEAD, sponsor_line=None, sponsor_notes=(), sponsors=("Ruritania", "Samavia", "Sylvania")
    )
    assert texts(lay_out(Resolution(masthead=masthead)), Role.SPONSORS) == [
        "Ruritania, Samavia and Sylvania: draft resolution"
    ]


def test_symbols_are_linked_and_nothing_else_is() -> None:
    layout = lay_out(DRAFT)
    runs = [run for block in layout.blocks for run in block.runs]
    linked = [run for run in (*runs, *(run for note in layout.notes for run in note.runs)) if run.link]
    assert [run.text for run in linked] == ["80/41", "75/10", "A/80/15", "A/80/62-E/2025/12"]
    assert linked[0].link.endswith("/A/RES/80/41")


def test_notes_are_taken_up_in_the_order_of_their_calls() -> None:
    layout = lay_out(DRAFT)
    assert [(note.mark, note.counted) for note in layout.notes] == [
        ("*", False),
        ("1", True),
        ("2", True),
        ("3", True),
    ]
    calls = [run.call for block in layout.blocks for run in block.runs if run.call]
    assert [(call.note, call.repeated) for call in calls] == [
        (0, False),
        (1, False),
        (2, False),
        (3, False),
        (1, True),
    ]


def test_a_missing_note_is_called_and_an_uncalled_one_is_printed() -> None:
    paragraph = Paragraph(kind=Kind.PREAMBULAR, text="Noting,", notes=(NoteCall(7, "1"),))
    lost = (Footnote(marker="2", text="Lost."), Footnote(marker="2", text="Lost again."))
    layout = lay_out(Resolution(paragraphs=(paragraph,), footnotes=lost))
    assert [note.runs for note in layout.notes] == [()]
    assert texts(layout, Role.NOTE) == ["Lost.", "Lost again."]


def test_marks_out_of_order_are_printed_as_they_stand() -> None:
    text = Paragraph(kind=Kind.PREAMBULAR, text="Noting,", notes=(NoteCall(7, "4"), NoteCall(7, "1")))
    notes = tuple(Footnote(marker=mark, text=mark) for mark in ("1", "4"))
    layout = lay_out(Resolution(paragraphs=(text,), footnotes=notes))
    paragraph = next(block for block in layout.blocks if block.role is Role.PREAMBULAR)
    assert Run(text=",", raised=True, roman=True) in paragraph.runs
    assert sorted((note.mark, note.counted) for note in layout.notes) == [("1", True), ("4", False)]


def test_one_operative_paragraph_has_no_number_and_two_have() -> None:
    one = numbered([said(Kind.OPERATIVE, "Decides.", "Decides")])
    two = numbered([said(Kind.OPERATIVE, "Decides;", "Decides"), said(Kind.OPERATIVE, "Asks.", "Asks")])
    assert [b.item for b in lay_out(Resolution(paragraphs=one)).blocks if b.role is Role.OPERATIVE] == [None]
    assert [b.number for b in lay_out(Resolution(paragraphs=two)).blocks if b.role is Role.OPERATIVE] == [
        "1.",
        "2.",
    ]


@pytest.mark.parametrize(
    ("numbers", "lists"),
    [
        ("1. 2. 3.", 1),
        ("1. (a) (b) 2. (a) (i) (ii) (b) 3.", 1),
        ("(a) (b) (a) (b)", 2),
        ("1. 2. 5. 6.", 2),
        ("1. (a) (b) (a) 2.", 2),
        ("1. (c) (d)", 2),
    ],
)
def test_a_list_goes_on_as_long_as_it_comes_to_the_right_number(numbers: str, lists: int) -> None:
    counting = Counting()
    for number in numbers.split():
        level = 0 if number.endswith(".") else 2 if number in ("(i)", "(ii)") else 1
        item = counting.item(number, level, section="", of=Role.OPERATIVE)
        assert item is not None
    assert len(counting.lists) == lists


def test_a_mark_that_word_would_not_count_is_left_as_it_stands() -> None:
    assert Counting().item("5 bis.", 0, section="", of=Role.OPERATIVE) is None


def test_a_part_starts_its_own_list() -> None:
    lists = [(made.role, made.starts[0]) for made in lay_out(DRAFT).lists]
    assert lists == [(Role.OPERATIVE, 1), (Role.ANNEX, 1)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("of 9 December 2025", f"of 9{NB}December 2025"),
        ("resolution 217 A (III)", f"resolution 217{NB}A{NB}(III)"),
        ("resolution 56/183 A of", f"resolution 56/183{NB}A of"),
        ("vol. 2, No. 3, chap. IV", f"vol.{NB}2, No.{NB}3, chap.{NB}IV"),
        ("2 million lamps – at night", f"2{NB}million lamps{NB}– at night"),
        ("(paragraph 2 above)", f"(paragraph{NB}2 above)"),
        ("non-governmental follow-up", f"non{HYPHEN}governmental follow{HYPHEN}up"),
        ("well-being, 30 lamps, item entitled", "well-being, 30 lamps, item entitled"),
    ],
)
def test_what_is_never_parted_stays_together(text: str, kept: str) -> None:
    assert bound(text) == kept
    assert len(kept) == len(text)


def test_a_heading_never_ends_with_one_word_alone() -> None:
    assert headed("Lamps and harbours") == f"Lamps and{NB}harbours"
    assert (headed("Lamps"), headed("")) == ("Lamps", "")


@pytest.mark.parametrize(
    ("item", "printed", "marks"),
    [
        ("15 (a)", "Agenda item 15 (a)", []),
        ("15 and 16", "Agenda items 15 and 16", []),
        ("18 (b) and (c)", "Agenda items 18 (b) and (c)", []),
        ("35 of the provisional agenda*", "Item 35 of the provisional agenda", ["*"]),
        ("Item 35 of the provisional agenda**", "Item 35 of the provisional agenda", ["**"]),
    ],
)
def test_the_item_of_the_agenda(item: str, printed: str, marks: list[str]) -> None:
    layout = lay_out(replace(DRAFT, masthead=replace(MASTHEAD, agenda_item=item)))
    (block,) = [b for b in layout.blocks if b.role is Role.AGENDA_ITEM]
    assert block.text.replace("\xa0", " ") == printed
    assert [run.call.mark for run in block.runs if run.call] == marks


def test_geneva_prints_on_its_own_paper() -> None:
    council = replace(DRAFT, masthead=replace(MASTHEAD, organ=Organ.HUMAN_RIGHTS_COUNCIL))
    assert (lay_out(DRAFT).paper, lay_out(council).paper) == ("Letter", "A4")
    (size,) = part(word_file(lay_out(council)), "word/document.xml").iter(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
