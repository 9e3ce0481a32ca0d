"""Who submits a draft: any spelling in, the line of the United Nations out, and read back the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import Draft
from assistant.export import export
from assistant.sponsors import Sponsor, in_order, read_line, submitters, with_submitters, written
from assistant.sponsors.groups import GROUPS
from precedent.names import STATES
from precedent.reading import read
from precedent.resolution import DocumentKind, Footnote, Masthead
from precedent.session import Organ

G77 = (
    "On behalf of the States that are members of the Group of 77 and China, taking into account also the provisions "
    "of General Assembly resolution ES-10/23 of 10 May 2024."
)
CHANGES = "Any changes to the list of sponsors will be reflected in the official record of the meeting."


def head(
    *sponsors: str,
    organ: Organ = Organ.GENERAL_ASSEMBLY,
    committee: str | None = "Second Committee",
    session: str = "Eighty-first session",
    agenda_item: str | None = None,
) -> Masthead:
    return Masthead(
        kind=DocumentKind.DRAFT,
        organ=organ,
        committee=committee,
        session=session,
        sponsors=sponsors,
        agenda_item=agenda_item,
    )


LINES = {
    "Gabon: draft resolution": ["Gabon"],
    "Italy and Kyrgyzstan: draft resolution": ["Kyrgyzstan", "ITALY"],
    "Chile and Türkiye: draft resolution": ["Türkiye; Chile"],
    "France and United Kingdom of Great Britain and Northern Ireland: draft resolution": [
        "the UK and France"
    ],
    "Bolivia (Plurinational State of), Iran (Islamic Republic of) and Türkiye: draft resolution": [
        "Turkey",
        "Bolivia, Plurinational State of",
        "Iran",
    ],
    "Algeria, Zimbabwe and State of Palestine: draft resolution": [
        "State of Palestine",
        "Zimbabwe",
        "Algeria",
    ],
    "Bosnia and Herzegovina and Trinidad and Tobago: draft resolution": [
        "Trinidad and Tobago",
        "Bosnia and Herzegovina",
    ],
    "Costa Rica, Côte d’Ivoire and Croatia: draft resolution": [
        "Côte d'Ivoire",
        "Croatia, Costa Rica",
        "Croatia",
    ],
    "Iraq:* draft resolution": ["Iraq (on behalf of the G77)"],
    "Egypt,* Norway and Viet Nam: draft resolution": [
        "Norway",
        "Egypt on behalf of the African Group",
        "Viet Nam",
    ],
    "Uganda* and Uzbekistan: draft resolution": ["Uzbekistan", "Uganda (on behalf of the Group of 77)"],
    "Draft resolution submitted by the Chair of the Committee": ["Chair of the Committee"],
    "Draft resolution submitted by the President of the General Assembly": [
        "the President of the General Assembly"
    ],
}


@pytest.mark.parametrize(("line", "sponsors"), LINES.items())
def test_the_line_of_a_committee(line: str, sponsors: list[str]) -> None:
    assert submitters(head(*sponsors)).marked == line


def test_a_group_has_its_note_in_the_wording_of_its_time() -> None:
    chair = "Iraq (on behalf of the States Members of the United Nations that are members of the Group of 77 and China)"
    (now,) = submitters(head(chair)).notes
    (before,) = submitters(head(chair, session="Seventy-ninth session")).notes
    assert (now.marker, now.text) == ("*", G77)
    assert before.text == (
        "On behalf of the States Members of the United Nations that are members of the Group of 77 and China."
    )


def test_the_plenary_tells_that_the_list_may_change() -> None:
    made = submitters(head("Iraq (on behalf of the G77)", committee=None))
    assert made.marked == "Iraq:* , ** draft resolution"
    assert [note.text for note in made.notes] == [G77, CHANGES]
    assert submitters(head("Senegal", "State of Palestine", committee=None)).marked == (
        "Senegal and State of Palestine:* draft resolution"
    )


def test_the_human_rights_council_marks_those_that_are_no_members() -> None:
    made = submitters(head("Ukraine*", "Albania*", "Chile", organ=Organ.HUMAN_RIGHTS_COUNCIL, committee=None))
    assert made.marked == "Albania,* Chile and Ukraine*: draft resolution"
    assert [note.marker for note in made.notes] == ["*"]


def test_a_note_of_the_agenda_comes_first() -> None:
    made = with_submitters(
        Draft(
            masthead=head("Iraq (on behalf of the G77)", agenda_item="15 of the provisional agenda*")
        ).resolution
    )
    assert [call.marker for call in made.masthead.sponsor_notes] == ["**"]
    assert made.footnotes[0].marker == "**"


def test_states_stand_as_their_list_has_them() -> None:
    everybody = [Sponsor(name) for name in reversed(STATES)]
    assert [sponsor.name for sponsor in in_order(everybody)][:193] == list(STATES[:193])


names = st.lists(st.sampled_from(STATES), min_size=1, max_size=12, unique=True)
groups = st.sampled_from(["", "", "", *(group.name for group in GROUPS), "Friends of the River"])


@given(states=names, group=groups, outside=st.booleans(), organ=st.sampled_from(Organ), data=st.data())
def test_what_was_printed_reads_as_what_was_written(
    states: list[str],
    group: str,
    outside: bool,
    organ: Organ,
    data: st.DataObject,
) -> None:
    chair = data.draw(st.sampled_from(states))
    sponsors = tuple(
        Sponsor(name, group if name == chair else "", outside and name != chair) for name in states
    )
    assert written(sponsor.as_written for sponsor in sponsors) == sponsors
    made = submitters(head(*(sponsor.as_written for sponsor in sponsors), organ=organ))
    assert read_line(made.text, made.calls, made.notes) == in_order(sponsors)


LIST = ("Turkey", "Iraq (on behalf of the G77)", "Bosnia and Herzegovina", "State of Palestine")


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md"])
def test_an_exported_draft_reads_with_the_same_sponsors(tmp_path: Path, suffix: str) -> None:
    draft = Draft(masthead=head(*LIST), title="Rivers", enacting="The General Assembly,")
    export(draft, tmp_path / f"draft{suffix}")
    if suffix == ".html":
        page = (tmp_path / "draft.html").read_text(encoding="utf-8")
        assert "Bosnia and Herzegovina, Iraq," in page.replace("\u00a0", " ")
        return
    back = read(tmp_path / f"draft{suffix}")
    line = back.masthead.sponsor_line or ""
    assert read_line(line, back.masthead.sponsor_notes, back.footnotes) == in_order(written(LIST))
    listed = [sponsor.name for sponsor in in_order(written(back.masthead.sponsors))]
    assert listed == ["Bosnia and Herzegovina", "Iraq", "Türkiye", "State of Palestine"]


@pytest.mark.parametrize("pdf", ["A_80_L.29", "A_C.1_80_L.2", "A_C.1_80_L.40", "A_C.2_80_L.17", "A_C.4_80_L.19",
                                 "A_C.4_80_L.7", "A_C.3_80_L.47"])  # fmt: skip
def test_the_line_of_a_real_draft_is_made_from_its_sponsors(shared: Path, pdf: str) -> None:
    text = read(shared / "corpus" / "pdf" / "drafts" / f"{pdf}.pdf")
    printed = text.masthead
    assert printed.sponsor_line is not None
    sponsors = read_line(printed.sponsor_line, printed.sponsor_notes, text.footnotes)
    made = submitters(
        Masthead(
            kind=printed.kind,
            organ=printed.organ,
            committee=printed.committee,
            session=printed.session,
            sponsors=tuple(sponsor.as_written for sponsor in reversed(sponsors)),
        )
    )
    states = printed.sponsor_line.partition(":")[0]
    assert made.text.partition(":")[0] == states
    assert made.calls == printed.sponsor_notes
    assert list(made.notes) == [
        Footnote(marker=note.marker, text=" ".join(note.text.split()))
        for note in text.footnotes
        if note.marker in {call.marker for call in printed.sponsor_notes}
    ]
