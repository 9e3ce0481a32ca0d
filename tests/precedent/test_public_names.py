"""The public names of the package are a list, and the list is true."""

import precedent


def test_every_public_name_is_there_and_sorted() -> None:
    assert all(hasattr(precedent, name) for name in precedent.__all__)
    assert list(precedent.__all__) == sorted(precedent.__all__)
