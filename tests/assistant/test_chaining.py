"""A paragraph that is put in opens as its place in the sequence asks, and so do those behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chaining import chained
from assistant.checks.editor.mechanisms.chains import Verdict, links
from assistant.checks.editor.place import text_of
from assistant.draft import Draft
from assistant.editing import insert
from assistant.placing import insert_filled, insert_passage
from assistant.storage import parse_draft
from assistant.templating import fill, load_templates
from precedent.resolution import Kind, Paragraph, Span

TEMPLATES = load_templates()
HEAD = "---\nkind: draft resolution\norgan: {organ}\n---\n\n*The {organ}*,\n\n"


def draft(*paragraphs: str, organ: str = "General Assembly") -> Draft:
    return parse_draft(HEAD.format(organ=organ) + "\n\n".join(paragraphs) + "\n")


def openings(found: Draft) -> list[str]:
    return [entry.content.opening for entry in found.entries]


def put(found: Draft, text: str, kind: Kind, after: int | None) -> Draft:
    """The draft with a paragraph after the one at that place, its first word slanted, and the sequence kept."""
    paragraph = Paragraph(kind=kind, text=text, italics=(Span(0, len(text.split(maxsplit=1)[0])),))
    place = None if after is None else found.entries[after].id
    return chained(found, insert(found, paragraph, after=place)[0])


TWO = ("1. *Requests* the Secretary-General to look;", "2. *Also requests* the Secretary-General to report;")


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("Requests the Secretary-General to listen;", 1, ["Requests", "Also requests", "Further requests"]),
        ("Requests the Secretary-General to listen;", 0, ["Requests", "Also requests", "Further requests"]),
        (
            "Requests the Secretary-General to listen;",
            None,
            ["Requests", "Also requests", "Further requests"],
        ),
        ("Requests the Secretariat to listen;", 1, ["Requests", "Also requests", "Requests"]),
        ("Notes the sea;", 1, ["Requests", "Also requests", "Notes"]),
        ("Notes the sea;", 0, ["Requests", "Notes", "Requests"]),
    ],
)
def test_what_is_put_in_goes_on_from_the_one_before(
    text: str, after: int | None, expected: list[str]
) -> None:
    assert openings(put(draft(*TWO), text, Kind.OPERATIVE, after)) == expected


def test_in_the_preamble_the_adverb_follows() -> None:
    found = put(
        draft("*Recalling* the sea,", "*Noting* the tide,"), "Recalling the lamp,", Kind.PREAMBULAR, 0
    )
    assert openings(found) == ["Recalling", "Recalling also", "Noting"]


def test_what_was_out_of_place_before_stays_a_finding() -> None:
    broken = draft("1. *Notes* the sea;", "2. *Notes* the tide;", "3. *Welcomes* the lamp;")
    found = put(broken, "Welcomes the bell;", Kind.OPERATIVE, 2)
    assert openings(found) == ["Notes", "Notes", "Welcomes", "Also welcomes"]


def test_the_security_council_keeps_no_sequence() -> None:
    found = put(
        draft(*TWO, organ="Security Council"), "Requests the Secretary-General to hear;", Kind.OPERATIVE, 1
    )
    assert openings(found)[-1] == "Requests"


def test_a_template_opens_as_its_place_asks() -> None:
    found = draft("1. *Requests* the Secretary-General to look.")
    template = TEMPLATES.named("requests-report")
    filled = fill(template, {"session": "82"})
    placed, identity = insert_filled(found, filled, after=found.entries[0].id)
    assert placed.entry(identity).content.opening == "Also requests"
    assert placed.entry(identity).filling == filled.filling


def test_a_passage_opens_as_its_place_asks() -> None:
    source = draft("*Recalling* one,", "*Recalling also* the other,").resolution
    found = draft("*Aware* of the sea,")
    placed, identity = insert_passage(found, source, "PP2", after=found.entries[0].id)
    assert placed.entry(identity).content.text == "Recalling the other,"


words = st.sampled_from(
    ["Notes the sea;", "Notes the tide;", "Welcomes the lamp;", "Requests the Secretary-General to look;",
     "Requests the Board to look;", "Encourages States to cross;"]
)  # fmt: skip


@given(puts=st.lists(st.tuples(words, st.integers(0, 9)), min_size=1, max_size=9))
def test_a_text_that_is_only_put_together_keeps_every_sequence(puts: list[tuple[str, int]]) -> None:
    found = draft()
    for text, place in puts:
        found = put(
            found,
            text,
            Kind.OPERATIVE,
            min(place, len(found.entries)) - 1 if found.entries and place else None,
        )
    assert {link.verdict for link in links(text_of(found.resolution))} == {Verdict.KEPT}
    bare = sorted(text for text, _ in puts)
    said = sorted(
        entry.content.text.replace("Also ", "").replace("Further ", "").capitalize()
        for entry in found.entries
    )
    assert said == [text.capitalize() for text in bare]
