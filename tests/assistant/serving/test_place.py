"""Where the screens may be served, and to whom."""

import pytest

from assistant.serving.address import Place, ServingError, is_loopback, place

LONG = "eleven dozen lamps"


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_this_machine_needs_no_password(address: str) -> None:
    assert place(address, 8000, "").private


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.4", "10.0.0.1", "mission.example"])  # noqa: S104
def test_another_address_is_refused_without_one(address: str) -> None:
    assert not is_loopback(address)
    with pytest.raises(ServingError, match=r"(?s)password.*tunnel"):
        place(address, 8000, "")
    assert not place(address, 8000, LONG).private


def test_a_short_password_is_none() -> None:
    with pytest.raises(ServingError, match="at least 10"):
        place("0.0.0.0", 8000, "lamp")  # noqa: S104


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:9000", True),
        ("localhost", True),
        ("[::1]:8000", True),
        ("lamps.example:8000", False),
        ("127.0.0.1.lamps.example:8000", False),
        ("", False),
    ],
)
def test_a_page_with_another_name_for_this_machine_is_not_let_in(host: str, *, known: bool) -> None:
    assert Place().knows(host) is known


def test_a_link_is_one_that_a_browser_takes() -> None:
    assert Place().link(8123) == "http://127.0.0.1:8123/"
    assert Place(address="::1").link(1) == "http://[::1]:1/"


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])  # noqa: S104
def test_an_address_that_means_all_is_told_as_the_name_of_the_machine(address: str) -> None:
    assert place(address, 8123, LONG).link(8123, "lamp-house") == "http://lamp-house:8123/"
    assert Place().link(8123, "lamp-house") == "http://127.0.0.1:8123/"


def test_an_address_may_be_given_as_a_link_has_it() -> None:
    found = place("[::1]", 8123, "")
    assert (found.private, found.address, found.link(8123)) == (True, "::1", "http://[::1]:8123/")
