"""What stands above a text, as it is typed and as it is printed by rule."""

from dataclasses import replace

import pytest

from assistant.agenda import as_printed
from assistant.draft import draft_of
from assistant.export import exported
from assistant.export.layout import lay_out
from assistant.export.opening import printed_symbol
from assistant.masthead import masthead_values, with_masthead
from assistant.typed import MistypedError
from precedent.reading import word
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    labelled,
)
from precedent.session import Organ
from precedent.symbol import Symbol

HEAD = Masthead(
    kind=DocumentKind.DRAFT,
    organ=Organ.GENERAL_ASSEMBLY,
    session="Eighty-first session",
    agenda_item="35 of the provisional agenda",
    agenda_title="Lamps",
)


def text(**fields: object) -> Resolution:
    head = replace(HEAD, **fields)  # type: ignore[arg-type]
    return Resolution(masthead=head, title="Lamps", enacting="The General Assembly,")


def test_an_item_of_a_provisional_agenda_gets_its_note() -> None:
    printed = as_printed(text(sponsors=("Gabon",)))
    assert printed.masthead.agenda_item == "35 of the provisional agenda*"
    assert printed.footnotes[0].marker == "**"
    assert printed.footnotes[-1] == Footnote(marker="*", text="A/81/150.")
    lines = [block.text.replace("\u00a0", " ") for block in lay_out(text()).blocks]
    assert "Item 35 of the provisional agenda" in lines


@pytest.mark.parametrize(
    "fields",
    [
        {"agenda_item": "35"},
        {"agenda_item": "35 of the provisional agenda*"},
        {"organ": Organ.ECONOMIC_AND_SOCIAL_COUNCIL, "session": "2026 session"},
        {"session": "Tenth special session"},
        {"session": None},
        {"sponsor_line": "Iraq: draft resolution", "sponsor_notes": (NoteCall(5, "*"),)},
    ],
)
def test_no_note_is_made_where_it_is_not_known_or_there_is_one(fields: dict[str, object]) -> None:
    assert all(note.text != "A/81/150." for note in as_printed(text(**fields)).footnotes)


def test_an_item_of_a_provisional_agenda_comes_back_with_its_note() -> None:
    for item in ("35 of the provisional agenda", "35 of the provisional agenda*"):
        draft = replace(
            text(agenda_item=item), footnotes=(Footnote(marker="*", text="A/81/150."),) if "*" in item else ()
        )
        found = word.read(exported(draft, ".docx")[0], "it")
        assert found.masthead.agenda_item == "35 of the provisional agenda*"
        assert [(n.marker, n.text) for n in found.footnotes] == [("*", "A/81/150.")]
        assert not found.remarks


@pytest.mark.parametrize("item", ["99 and 100", "71 (a) and (b)", "138, 139 and 140"])
def test_several_items_come_back(item: str) -> None:
    assert word.read(exported(text(agenda_item=item), ".docx")[0], "it").masthead.agenda_item == item


def test_a_symbol_of_a_revision_says_that_the_draft_is_revised() -> None:
    first = text(
        symbol=Symbol.parse("A/C.2/81/L.17"),
        sponsor_line="Iraq: draft resolution",
        sponsor_notes=(NoteCall(5, "*"),),
    )
    draft = draft_of(replace(first, footnotes=(Footnote(marker="*", text="On behalf of Iraq."),)))
    head = with_masthead(draft, masthead_values(draft) | {"symbol": "A/C.2/81/L.17/Rev.1"}).masthead
    assert (str(head.symbol), head.sponsor_line) == ("A/C.2/81/L.17/Rev.1", "Iraq: revised draft resolution")
    assert head.sponsor_notes == (NoteCall(5, "*"),)
    made = as_printed(text(symbol=head.symbol, sponsors=("Chair",), committee="Second Committee"))
    assert made.masthead.sponsor_line == "Revised draft resolution submitted by the Chair of the Committee"
    with pytest.raises(MistypedError, match="is no symbol"):
        with_masthead(draft, masthead_values(draft) | {"symbol": "what?"})


def test_groups_in_parentheses_are_known() -> None:
    made = as_printed(
        text(
            agenda_item="35",
            committee="Third Committee",
            sponsors=("Egypt (OIC)", "Bolivia (Plurinational State of)"),
        )
    )
    assert made.masthead.sponsor_line == "Bolivia (Plurinational State of) and Egypt: draft resolution"
    assert "Organization of Islamic Cooperation" in made.footnotes[0].text


def test_other_sponsors_take_the_notes_of_the_printed_line_along() -> None:
    line = text(agenda_item="35", sponsor_line="Iraq: draft resolution", sponsor_notes=(NoteCall(5, "*"),))
    draft = draft_of(replace(line, footnotes=(Footnote(marker="*", text="On behalf of the Group of 77."),)))
    other = with_masthead(draft, masthead_values(draft) | {"sponsors": "Iraq (EU); Norway"}).resolution
    printed = as_printed(other)
    assert printed.masthead.sponsor_line == "Iraq and Norway: draft resolution"
    assert [note.text for note in printed.footnotes] == [
        "On behalf of the States Members of the United Nations that are members of the European Union.",
        "Any changes to the list of sponsors will be reflected in the official record of the meeting.",
    ]


def test_the_only_paragraph_of_a_draft_decision_comes_back() -> None:
    words = (
        "The General Assembly, taking note of the report of the keepers, decides to meet again in Valletta."
    )
    decision = Resolution(
        masthead=replace(HEAD, agenda_item="35", sponsor_line="Gabon: draft decision"),
        title="Lamps",
        paragraphs=labelled([Paragraph(kind=Kind.OPERATIVE, text=words)]),
    )
    found = word.read(exported(decision, ".docx")[0], "it")
    assert [(p.label, p.text) for p in found.paragraphs] == [("OP1", words)]


def test_a_draft_of_a_commission_has_a_blank_for_its_number() -> None:
    head = Masthead(
        kind=DocumentKind.DRAFT,
        organ=Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
        committee="Commission on Lamps",
        session="2026 session",
    )
    assert printed_symbol(head) == "E/CN.__/2026/L.__"
    assert printed_symbol(replace(head, committee=None)) == "E/2026/L.__"


def test_a_draft_of_the_security_council_keeps_its_year() -> None:
    head = Masthead(kind=DocumentKind.DRAFT, organ=Organ.SECURITY_COUNCIL, session="2026 session")
    paragraph = Paragraph(kind=Kind.OPERATIVE, text="Decides to remain seized of the matter.")
    draft = Resolution(masthead=head, enacting="The Security Council,", paragraphs=labelled([paragraph]))
    found = word.read(exported(draft, ".docx")[0], "it")
    assert (found.masthead.session, found.title) == ("2026 session", "")
    assert found.masthead.distribution == "General"
