"""A template filled: values stay words, notes keep their calls, the draft fills what it knows."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.draft import Draft
from assistant.editing import insert
from assistant.templating import (
    DRAWN,
    Setting,
    SlotError,
    Template,
    TemplateError,
    defaults,
    example,
    fill,
    load_templates,
)
from assistant.templating.front import parse_template
from precedent.resolution import Kind, Masthead
from precedent.session import Organ

TEMPLATES = load_templates()

SMALL = """{#
title = "A bridge"
say = "There is a bridge."
part = "preambular"
organs = ["General Assembly"]

[slots.bridge]
type = "text"
help = "The bridge"
example = "the old bridge"
#}
*Recalling also* {{ bridge }} and *no* other,[^a] nor [^b]

[^b]: See *The Bridge* by {{ bridge }}.
[^a]: A/80/901.
"""


def small(body: str = "", front: str = "") -> Template:
    text = SMALL
    if body:
        text = text[: text.index("#}\n") + 3] + body
    return parse_template(text.replace("\n\n[slots", f"\n{front}\n[slots", 1), Path("small.md.j2"))


def test_italics_and_notes_are_found_in_the_words() -> None:
    filled = fill(small(), {"bridge": "a bridge"})
    assert filled.paragraph.text == "Recalling also a bridge and no other, nor "
    assert filled.paragraph.opening == "Recalling also"
    assert [span.of(filled.paragraph.text) for span in filled.paragraph.italics] == ["Recalling also", "no"]
    assert [note.marker for note in filled.paragraph.notes] == ["1", "2"]
    assert [note.text for note in filled.footnotes] == ["A/80/901.", "See The Bridge by a bridge."]
    assert filled.footnotes[1].italics[0].of(filled.footnotes[1].text) == "The Bridge"
    assert filled.filling.template == "small"
    assert filled.filling.values == (("bridge", "a bridge"),)


MARKUP = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from(
            ["*", "_", "[^1]", "[^a]: ", "{{ organ }}", "{% if x %}", "{#", "#}", "\\", "`", "<!-- x -->",
             "<b>", "&amp;", "![a](b)", "(a) ", "\n\n", "{++", "~~", "---", "# ", "1. ", "word", " "]
        ),
        max_size=8,
    ).map("".join),
)  # fmt: skip


@given(value=MARKUP)
def test_no_value_becomes_markup(value: str) -> None:
    try:
        filled = fill(small(), {"bridge": value})
    except SlotError:
        return
    plain = fill(small(), {"bridge": "X"})
    words = filled.paragraph.text.removeprefix("Recalling also ").removesuffix(" and no other, nor ")
    assert plain.paragraph.text.replace("X", words) == filled.paragraph.text
    assert len(filled.paragraphs) == 1
    assert len(filled.paragraph.italics) == len(plain.paragraph.italics)
    assert [note.marker for note in filled.paragraph.notes] == ["1", "2"]
    assert filled.footnotes[1].text == f"See The Bridge by {words}."
    assert len(filled.footnotes[1].italics) == 1


@pytest.mark.parametrize("name", [template.name for template in TEMPLATES.templates])
@settings(max_examples=20)
@given(word=st.from_regex(r"\A[*_\[\]{}%#\\`<>&!~^]{0,3}bridge[*_\[\]{}%#\\`<>&!~^]{0,3}\Z"))
def test_no_value_vanishes(name: str, word: str) -> None:
    template = TEMPLATES.named(name)
    values = template.examples(template.organs[0])
    free = [
        slot.name for slot in template.slots if slot.type.name in ("text", "title", "body", "place", "list")
    ]
    marked = values | dict.fromkeys(free, word)
    filled = fill(template, marked, Setting(organ=template.organs[0]))
    everything = " ".join([p.text for p in filled.paragraphs] + [note.text for note in filled.footnotes])
    assert everything.lower().count(word) >= len(free)


def test_a_wrong_value_names_template_slot_and_form() -> None:
    template = TEMPLATES.named("recalling-resolution")
    values = template.examples(Organ.GENERAL_ASSEMBLY) | {"adopted": "last year"}
    with pytest.raises(SlotError) as raised:
        fill(template, values)
    assert str(raised.value) == (
        "template recalling-resolution, slot adopted: “last year” is not a date; "
        "write 2025-12-15 or 15 December 2025"
    )
    assert (raised.value.template, raised.value.slot) == ("recalling-resolution", "adopted")


def test_a_missing_value_and_an_unknown_slot_are_refused() -> None:
    with pytest.raises(SlotError, match="slot bridge: it is empty"):
        fill(small(), {})
    with pytest.raises(SlotError, match="slot river: the template has no such slot; it has bridge"):
        fill(small(), {"bridge": "x", "river": "y"})


def test_an_optional_slot_takes_its_footnote_with_it() -> None:
    template = TEMPLATES.named("recalling-previous-edition")
    values = template.examples(Organ.GENERAL_ASSEMBLY)
    series = fill(template, values)
    first = fill(template, values | {"earlier": ""})
    assert [note.text for note in series.footnotes] == ["Resolutions 77/903, 78/902 and 79/904."]
    assert first.footnotes == ()
    assert first.paragraph.notes == ()
    assert first.paragraph.text.endswith("sustainable development,")


def test_sub_paragraphs_follow_their_paragraph() -> None:
    filled = example(TEMPLATES.named("calls-for-actions"))
    assert [paragraph.level for paragraph in filled.paragraphs] == [0, 1, 1, 1]
    assert filled.paragraph.text.endswith(":")
    assert {paragraph.kind for paragraph in filled.paragraphs} == {Kind.OPERATIVE}


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("*Recalling* {{ bridge.arch }},\n", 12, "arch"),
        ("*Recalling* {{ bridge }}\n{{ bridge.__class__ }},\n", 13, "unsafe"),
        ("*Recalling* {{ bridge }}\n\n{{ 1 / 0 }},\n", 14, "division"),
        ("*Recalling* {{ bridge }},[^1]\n", 12, r"note 1, which is not written"),
        ("*Recalling* {{ bridge }},\n\n[^1]: A/80/901.\n", 12, "note 1 is written but never called"),
        ("{% if not bridge %}*Recalling*,{% endif %}\n", 12, "no paragraph"),
    ],
)
def test_a_template_that_fails_names_its_line(body: str, line: int, words: str) -> None:
    with pytest.raises(TemplateError, match=words) as raised:
        fill(small(body), {"bridge": "x"})
    assert (raised.value.problem.path, raised.value.problem.line) == (Path("small.md.j2"), line)


@dataclass(frozen=True)
class Edition:
    symbol: str
    title: str
    adopted: dt.date | None


EDITIONS = [
    Edition("A/RES/78/901", "Bridges", dt.date(2023, 12, 19)),
    Edition("A/RES/79/902", "Bridges", dt.date(2024, 12, 19)),
    Edition("A/RES/80/903", "Bridges", dt.date(2025, 12, 15)),
]


def draft(organ: Organ = Organ.GENERAL_ASSEMBLY, session: str = "Eighty-first session") -> Draft:
    masthead = Masthead(organ=organ, session=session, agenda_title="Transport: bridges and ferries")
    return Draft(masthead=masthead, title="Bridges", base="A/RES/80/903")


def test_the_draft_fills_what_it_knows() -> None:
    setting = Setting.of(draft(), EDITIONS)
    recalling = defaults(TEMPLATES.named("recalling-previous-edition"), setting)
    assert recalling == {
        "previous": "A/RES/80/903",
        "adopted": "2025-12-15",
        "subject": "",
        "earlier": "A/RES/78/901; A/RES/79/902",
    }
    filled = fill(TEMPLATES.named("recalling-previous-edition"), recalling | {"subject": "bridges"}, setting)
    assert filled.paragraph.text == (
        "Recalling its resolution 80/903 of 15 December 2025 on bridges"
        " and its earlier resolutions on the question,"
    )
    assert [note.text for note in filled.footnotes] == ["Resolutions 78/901 and 79/902."]
    assert defaults(TEMPLATES.named("decides-agenda-sub-item"), setting) == {
        "session": "eighty-second",
        "item": "Transport",
        "sub_item": "Bridges and ferries",
    }


def test_a_draft_of_the_council_counts_in_years() -> None:
    setting = Setting.of(draft(Organ.ECONOMIC_AND_SOCIAL_COUNCIL, "2026 session"))
    assert defaults(TEMPLATES.named("requests-report"), setting)["session"] == "2027"
    assert setting.drawn["previous"] == "A/RES/80/903"
    assert setting.drawn["previous_date"] == ""


def test_an_empty_draft_fills_nothing_but_defaults() -> None:
    setting = Setting.of(Draft())
    assert not any(setting.drawn.values())
    assert set(setting.drawn) == set(DRAWN)
    assert defaults(TEMPLATES.named("having-considered-report"), setting)["author"] == "the Secretary-General"


@pytest.mark.parametrize("organ", [Organ.GENERAL_ASSEMBLY, Organ.ECONOMIC_AND_SOCIAL_COUNCIL])
def test_a_whole_text_can_be_made_of_them(organ: Organ) -> None:
    text, last = Draft(masthead=Masthead(organ=organ)), None
    for template in TEMPLATES.of(organ=organ):
        filled = example(template, organ)
        for paragraph in filled.paragraphs:
            text, last = insert(
                text, paragraph, after=last, footnotes=filled.footnotes, filling=filled.filling
            )
    whole = text.resolution
    assert len(whole.preamble) >= 20
    assert len({p.number for p in whole.operative if p.level == 0}) >= 25
    markers = [note.marker for p in whole.paragraphs for note in p.notes]
    assert list(dict.fromkeys(markers)) == [note.marker for note in whole.footnotes]
    series = whole.footnotes[0].text
    assert series.endswith("904." if organ is Organ.GENERAL_ASSEMBLY else "2024/94.")


def test_a_filled_paragraph_is_free_text() -> None:
    filled = example(TEMPLATES.named("remains-seized"))
    changed = replace(filled.paragraph, text="Decides to let go.", italics=())
    text, identity = insert(Draft(), changed, after=None, filling=filled.filling)
    assert text.entry(identity).filling == filled.filling
