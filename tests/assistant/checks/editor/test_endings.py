"""The mark that a place asks for, where lists are not as plain as an outline."""

from __future__ import annotations

import pytest

from assistant.checks.editor import read_through, shipped_rules
from precedent.resolution import DocumentKind, Kind, Masthead, Paragraph, Resolution, labelled
from precedent.session import Organ

BY_PLACE = ("PU01", "PU02", "PU03", "ST06")


def item(number: str, text: str, level: int = 1) -> Paragraph:
    return Paragraph(kind=Kind.OPERATIVE, number=number, text=text, level=level)


def other(kind: Kind, text: str) -> Paragraph:
    return Paragraph(kind=kind, text=text)


def found_in(*paragraphs: Paragraph) -> list[tuple[str, str]]:
    head = Masthead(kind=DocumentKind.DRAFT, organ=Organ.GENERAL_ASSEMBLY)
    whole = labelled((*paragraphs, item("9.", "Decides to go on crossing.", 0)))
    text = Resolution(masthead=head, title="Ferries", enacting="The General Assembly,", paragraphs=whole)
    return [(f.rule, f.found) for f in read_through(text, shipped_rules()) if f.rule in BY_PLACE]


@pytest.mark.parametrize("kind", [Kind.TABLE, Kind.OTHER])
def test_what_has_no_number_may_follow_a_colon(kind: Kind) -> None:
    assert found_in(item("1.", "Decides on this theme:", 0), other(kind, "Lights | for all")) == []
    assert found_in(item("1.", "Decides on this theme:", 0)) == [("ST06", ":")]


def test_a_list_that_goes_on_at_another_level_needs_no_colon() -> None:
    started = item("1.", "Requests:", 0)
    assert found_in(started, item("(iv)", "Oars;"), item("(f)", "Sails;", 2)) == []
    assert found_in(started, item("(h)", "Oars;"), item("(i)", "Sails;", 2)) == []
    assert found_in(started, item("(a)", "Oars;"), item("(i)", "Sails;", 2)) == [("ST06", ";")]


def prose(*marks: str) -> list[tuple[str, str]]:
    """What is found in an outcome document whose one list ends its items with these marks."""
    sentences = [item(f"{n}.", f"We crossed river {n}.", 0) for n in range(1, 5)]
    items = [item(f"({'abcdefgh'[n]})", f"Raft {n}{mark}") for n, mark in enumerate(marks)]
    return found_in(*sentences, item("5.", "We shall build:", 0), *items, item("6.", "We row.", 0))


def test_lists_in_prose_end_in_the_way_of_the_text() -> None:
    assert prose(";", ";", ";", ";", ";", ";", ".") == []
    assert prose(",", ",", ",", ",", ",", ",", ".") == []
    assert prose(";", ";", ",", ";", ";", ";", ";", ".") == [("PU03", ",")]
    assert prose(";", ",", ";", ",", ".") == []
