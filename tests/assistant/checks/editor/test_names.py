"""Names held against the register: what is so there is left alone, what is nearly so is told with the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.editor.mechanisms.names import Names, registered, skeleton
from assistant.checks.editor.place import Hit, Place
from assistant.checks.rule import Part
from precedent.session import Organ

REGISTER = Names()
NAMES = sorted(name for name, _ in registered())
HARBOURS = Names(
    names=("Convention on Harbour Lights, Buoys and Tides", "Office of the Pilot of the Port"), register=False
)


def met(names: Names, words: str) -> list[tuple[str, str | None]]:
    place = Place(Part.OPERATIVE, words, Organ.GENERAL_ASSEMBLY)
    return [(words[hit.start : hit.end], hit.suggestion) for hit in hits(names, place)]


def hits(names: Names, place: Place) -> list[Hit]:
    return list(names.meets(place))


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4))
def test_a_name_of_the_register_is_left_alone(chosen: list[str]) -> None:
    assert met(REGISTER, f"Recalls {'; '.join(f'the {name}' for name in chosen)};") == []


@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_what_is_offered_is_a_name_with_the_same_words(name: str, chance: object) -> None:
    parts = name.split(" ")
    at = chance.randrange(len(parts))  # type: ignore[attr-defined]
    slipped = " ".join(parts[:at] + parts[at + 1 :])
    for found, instead in met(REGISTER, f"Recalls the {slipped};"):
        assert instead in NAMES
        assert instead is not None
        assert len(skeleton(found)) == len(skeleton(instead))


@pytest.mark.parametrize(
    "slip",
    [
        "Convention on Harbour Lights Buoys and Tides",
        "Convention of Harbour Lights, Buoys and Tides",
        "Convention on Harbor Lights, Buoys and Tides",
        "Convention on Harbour Light, Buoys and Tides",
        "Convention on the Harbour Lights, Buoys and Tides",
        "Convention on harbour Lights, Buoys and Tides",
    ],
)
def test_a_slip_in_a_name_is_told(slip: str) -> None:
    assert met(HARBOURS, f"Recalls the {slip} of old;") == [
        (slip, "Convention on Harbour Lights, Buoys and Tides")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Conventions on Harbour Lights, Buoys and Tides",
        "Convention, and Harbour Lights, Buoys and Tides",
        "Convention on Harbour Lights; Buoys and Tides",
        "Convention on Harbour Lights (Buoys and Tides)",
        "convention on harbour lights, buoys and tides",
        "“Convention of Harbour Lights, Buoys and Tides”",
        "Office of the Pilot and of the Port",
    ],
)
def test_another_phrase_is_left_alone(other: str) -> None:
    assert met(HARBOURS, f"Recalls the {other};") == []
