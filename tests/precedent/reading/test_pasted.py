"""Texts as they are pasted: from an e-mail, a page, a PDF; every word once and in order, or a remark that has it."""

from __future__ import annotations

import quopri
import textwrap
from itertools import pairwise

import pytest

from precedent.reading.plain import read_text
from precedent.reading.plain.letters import decoded
from precedent.reading.plain.lines import Layout
from precedent.reading.plain.pages import furniture
from precedent.reading.plain.raising import numbered, raised
from precedent.resolution import NoteCall, Resolution

BODY = [
    "The General Assembly,",
    "Recalling its earlier resolutions on the lamp posts of the great cities and of the small towns of the plain,",
    "Noting that oil is dear,",
    "1. Requests all States to send oil, wicks and glass before the end of the year and to report thereon;",
    "2. Decides to remain seized of the matter.",
]
LABELS = ["PP1", "PP2", "OP1", "OP2"]


def labels(found: Resolution) -> list[str]:
    return [p.label for p in found.paragraphs]


def texts(found: Resolution) -> list[str]:
    return [f"{p.number} {p.text}" if p.number else p.text for p in found.paragraphs]


def remarks(found: Resolution) -> str:
    return "\n".join(remark.text for remark in found.remarks)


def wrapped(width: int = 60) -> str:
    return "\n\n".join(textwrap.fill(part, width) for part in BODY)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("From: Oz <oz@x.example>\nSent: Monday\nTo: Jane\nSubject: FW: lamps\n\n", ""),
        ("---------- Forwarded message ---------\nFrom: Oz\nDate: Monday\nTo: Jane\n\nDear Jane,\n\n", ""),
        ("", "\n\n-- \nJane Roe\nSecond Secretary\n"),
        ("", "\n\nBest regards,\nJane Roe\n"),
        ("Hello,\n\n", "\n\nSent from my phone"),
    ],
)
def test_a_letter_round_the_text_is_told_and_left_out(before: str, after: str) -> None:
    found = read_text(f"{before}{wrapped()}{after}")
    assert texts(found) == BODY[1:]
    assert [r.text for r in found.remarks] == [
        "Left out as the letter round the text: "
        + " · ".join(" ".join(line.split()) for line in f"{before}{after}".split("\n") if line.strip())
    ]


def test_what_was_quoted_is_the_text_and_what_was_not_the_letter() -> None:
    quoted = "\n".join(f"> {line}" if line else ">" for line in wrapped().split("\n"))
    found = read_text(f"Please comment.\n\nOn 3 March 2031 Oz wrote:\n{quoted}\n\nJane")
    assert texts(found) == BODY[1:]
    assert remarks(found).endswith("Please comment. · On 3 March 2031 Oz wrote: · Jane")


def test_a_quoted_line_that_was_broken_once_more_is_whole() -> None:
    found = read_text(
        "> The General Assembly,\n> Recalling its earlier resolutions on the lamp\nposts,\n> 1. Decides so."
    )
    assert texts(found) == ["Recalling its earlier resolutions on the lamp posts,", "1. Decides so."]


def test_marks_of_a_mails_encoding_are_read() -> None:
    text = "\n\n".join(
        [*BODY[:2], "Noting “the café’s” lamps in a very long sentence that has to be broken,", *BODY[3:]]
    )
    coded = quopri.encodestring(text.replace("\n", " \n").encode()).decode()
    assert "=20" in coded
    assert "=E2=80=99" in coded
    found = read_text(coded)
    assert texts(found)[1] == "Noting “the café’s” lamps in a very long sentence that has to be broken,"
    assert labels(found) == LABELS
    assert "encoding" in remarks(found)


@pytest.mark.parametrize("text", ["See https://x.example/?id=20&n=3D\n", "a = b\n", "a=\n"])
def test_an_equals_sign_alone_is_no_encoding(text: str) -> None:
    assert decoded(text) == (text, False)


GLUED = """The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,1 the Lamp Report2 and
COVID-19 of 9 May 20213 in the towns,

1. Decides so.

1 Resolution 84/6.
2 See A/C.2/85/L.17.
3 Ibid., vol. 1.
"""


@pytest.mark.parametrize(
    "text",
    [
        GLUED,
        GLUED.replace("2015,1", "2015, 1").replace("Report2", "Report 2"),
        GLUED.replace("\n1 R", "\n____\n1\nR").replace("\n2 S", "\n2\nS").replace("\n3 I", "\n3\nI"),
        GLUED.replace("2015,1 the", "2015,1\nthe").replace("Report2 and", "Report2\nand"),
    ],
)
def test_numbers_of_notes_that_lost_their_height_are_calls(text: str) -> None:
    found = read_text(text)
    assert found.paragraphs[0].text == (
        "Recalling its resolution 70/1 of 25 September 2015, the Lamp Report and COVID-19 of 9 May 2021 in the towns,"
    )
    assert found.paragraphs[0].notes == (NoteCall(51, "1"), NoteCall(67, "2"), NoteCall(94, "3"))
    assert [n.text for n in found.footnotes] == ["Resolution 84/6.", "See A/C.2/85/L.17.", "Ibid., vol. 1."]
    assert found.remarks == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["Recalling article 1 and Agenda 21,", "1. Decides so."],
        ["Recalling COVID-19 and L.1,", "1 November 2030 was a day"],
        ["under 2 years of age, 8 million people,", "", "2 lamps"],
        ["Noting the lamps,1", "1. Decides so."],
    ],
)
def test_what_is_like_a_call_stays(lines: list[str]) -> None:
    assert raised(lines) == lines


def test_numbers_on_lines_of_their_own_go_to_their_words() -> None:
    assert numbered(["1.", "Decides", "(a)", "To light;", "85/7.", "", "Lamps", "12"]) == [
        "1. Decides",
        "(a) To light;",
        "85/7. Lamps",
        "12",
    ]


PAGES = """United Nations A/RES/85/7
General Assembly Distr.: General
3 March 2031
Eighty-fifth session
Agenda item 99
Lamp posts
Resolution adopted by the General Assembly on 1 March 2031
85/7. Lamp posts and lanterns of the
great cities
The General Assembly,
Recalling its resolution 84/6 of 2 March 2030 on the lamps of the great cities
and small towns, and noting that oil is dear in the towns of the north-
31-12345 (E) 030331
*3112345*
A/RES/85/7
Lamp posts and lanterns of the
great cities
31-12345
2/3
eastern plain,
Noting also that lamps go out,
Follow-up
1. Requests all States to send oil, wicks and glass for the years 2031–
2035, and burden-
and lamp-sharing;
31-12345 3/3
A/RES/85/7 Lamp posts and lanterns of the
great cities
2. Decides to go on.
12th plenary meeting
1 March 2031
"""


WHOLE = (
    "Recalling its resolution 84/6 of 2 March 2030 on the lamps of the great cities and small towns, "
    "and noting that oil is dear in the towns of the north-eastern plain,"
)


def test_heads_and_feet_of_pages_are_no_part_of_the_text() -> None:
    found = read_text(PAGES)
    assert found.title == "Lamp posts and lanterns of the great cities"
    assert str(found.masthead.symbol) == "A/RES/85/7"
    assert [(p.label, p.text) for p in found.paragraphs] == [
        ("PP1", WHOLE),
        ("PP2", "Noting also that lamps go out,"),
        ("H1", "Follow-up"),
        (
            "OP1",
            "Requests all States to send oil, wicks and glass for the years 2031–2035, and burden- and lamp-sharing;",
        ),
        ("OP2", "Decides to go on."),
    ]
    assert "2/3" in remarks(found)


def test_a_symbol_in_the_text_is_no_head_of_a_page() -> None:
    lines = [f"line {number}" for number in range(30)] + ["A/85/9 lamps"]
    assert furniture(lines) == set()


def test_a_line_that_was_ended_on_purpose_ends_a_paragraph() -> None:
    words = "Lamps " + "and wicks are lit at dusk by keepers who walk along the coast " * 9
    lines = [*textwrap.wrap(words, 60), "Light for all", *textwrap.wrap(words, 60)]
    layout = Layout.of(lines)
    assert layout.exact
    assert [layout.deliberate(a, b) for a, b in pairwise(lines)].count(True) == 2


def test_a_draft_that_is_recommended_is_a_part_of_its_own() -> None:
    found = read_text(
        "The Economic and Social Council,\n\nRecommends to the General Assembly the following draft resolution:\n\n"
        + "\n\n".join(BODY)
    )
    assert labels(found)[-5:] == ["Draft X1", "Draft PP1", "Draft PP2", "Draft OP1", "Draft OP2"]
