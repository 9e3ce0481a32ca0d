"""The published metadata in all its spellings."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.index.metadata import adoptions, is_metadata

ENTRY = {"symbol": "A/RES/81/7", "adoption_date": "2026-12-01 00:00:00", "sponsors": []}


@pytest.mark.parametrize(
    "text",
    [
        "{0}\n{0}",
        "{0}\r\n{0}\r\n\r\n",
        "[{0}, {0}]",
        "[\n  {0},\n  {0}\n]",
        '{0}"\n"{0}"\n',
        '"{0}"\n"{0}"',
        "\ufeff{0}\n{0}\n",
    ],
)
def test_every_form_is_recognised_and_read(text: str) -> None:
    data = text.replace("{0}", json.dumps(ENTRY)).encode()
    assert is_metadata(data)
    found, doubts = adoptions(data)
    assert ([adoption.symbol for adoption in found], doubts) == (["A/RES/81/7"] * 2, [])


def test_a_line_that_is_no_json_costs_itself() -> None:
    found, doubts = adoptions(f"{json.dumps(ENTRY)}\nnonsense\n{{}}\n{json.dumps(ENTRY)}".encode())
    assert (len(found), len(doubts)) == (2, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<akomaNtoso>",
        b"---\nsymbol: A/RES/81/7\n---\n",
        b'{"symbol": 1}',
        b'{"paragraphs": []}',
        b"\x00\xff",
    ],
)
def test_other_files_are_not_taken_for_metadata(data: bytes) -> None:
    assert not is_metadata(data)


@pytest.mark.parametrize(
    ("said", "vote"),
    [
        ({"adoption_type": "Without a vote", "MS_in_favour_count": "N.A."}, "without a vote"),
        ({"adoption_type": "Without a vote", "MS_in_favour_count": "0"}, "without a vote"),
        ({"adoption_type": "Adopted by acclamation", "MS_in_favour_count": "15"}, "without a vote"),
        ({"adoption_type": "", "voting_type": "adoptedWithoutVote"}, "without a vote"),
        ({"adoption_type": "Adopted 12-0-3; voting by mail", "MS_in_favour_count": "15"}, "12-0-3"),
        (
            {
                "adoption_type": "Adopted",
                "MS_in_favour_count": "014",
                "MS_against_count": "0",
                "MS_abstaining_count": "001",
            },
            "14-0-1",
        ),
        (
            {
                "adoption_type": "By a recorded vote",
                "MS_in_favour_count": "137",
                "MS_against_count": "N.A.",
                "MS_abstaining": ["X"],
            },
            "137-0-1",
        ),
        ({"adoption_type": "", "MS_in_favour_count": "0"}, None),
        ({}, None),
    ],
)
def test_votes(said: dict[str, object], vote: str | None) -> None:
    (found,), _ = adoptions(json.dumps({**ENTRY, **said}).encode())
    assert found.vote == vote


@pytest.mark.parametrize(
    ("title", "about"),
    [
        (
            "Security Council resolution 2900 (2031) [on mandate of the Pilots (PIMI) until 31 July 2032]",
            "Mandate of the Pilots (PIMI) until 31 July 2032",
        ),
        ("Security Council resolution 2901 (2031) [on pilots].", "Pilots"),
        ("Security Council resolution 2902 (2031)", None),
        ("Safety of pilots : resolution / adopted by the General Assembly", None),
    ],
)
def test_what_a_text_without_a_title_is_called(title: str, about: str | None) -> None:
    (found,), _ = adoptions(json.dumps({**ENTRY, "resolution_title": title}).encode())
    assert found.about == about


@pytest.mark.parametrize(
    ("capitals", "spelled"),
    [
        ("CÔTE D'IVOIRE", "Côte d’Ivoire"),
        ("TURKEY", "Türkiye"),
        ("LAO PEOPLE’S DEMOCRATIC REPUBLIC", "Lao People’s Democratic Republic"),
        ("TÜRKI\u0307YE", "Türkiye"),
        ("TRINIDAD AND TOBAGO", "Trinidad and Tobago"),
        ("IRAN (ISLAMIC REPUBLIC OF)", "Iran (Islamic Republic of)"),
        ("TIMOR-LESTE", "Timor-Leste"),
        ("ATLANTIS", "Atlantis"),
    ],
)
def test_names(capitals: str, spelled: str) -> None:
    (found,), _ = adoptions(json.dumps({**ENTRY, "sponsors": [capitals, "submitted by the Bureau"]}).encode())
    assert found.sponsors == (spelled,)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "symbol",
                "adoption_type",
                "voting_type",
                "MS_in_favour_count",
                "sponsors",
                "MS_against",
                "subjects",
                "agenda_item",
            ]
        ),
        json_values,
    )
)
def test_no_value_breaks_it(entry: dict[str, object]) -> None:
    adoptions(json.dumps(entry).encode())


@given(st.binary() | st.text().map(str.encode))
def test_no_file_breaks_it(data: bytes) -> None:
    is_metadata(data)
    adoptions(data)
