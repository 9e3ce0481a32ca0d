"""Main Committees, however they are named."""

import pytest

from assistant.committees import MAIN_COMMITTEES, committee_named


@pytest.mark.parametrize(
    "written", ["3", "3rd", "C.3", "A/C.3", "third", "Third Committee", " the third  committee"]
)
def test_a_main_committee_has_one_name(written: str) -> None:
    assert committee_named(written) == "Third Committee"


@pytest.mark.parametrize(
    "written", ["4", "Fourth Committee", "Special Political and Decolonization Committee"]
)
def test_the_fourth_committee_is_named_in_full(written: str) -> None:
    assert committee_named(written) == MAIN_COMMITTEES[3]
    assert committee_named(MAIN_COMMITTEES[3]) == MAIN_COMMITTEES[3]


@pytest.mark.parametrize(
    "written", ["", "7", "Seventh Committee", "Commission on the Status of Women", "Council"]
)
def test_what_is_no_main_committee_stays(written: str) -> None:
    assert committee_named(written) == written
