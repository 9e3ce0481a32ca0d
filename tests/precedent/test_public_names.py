"""The public names of the package are a list, and the list is true."""

import precedent


def test_every_public_name_is_there_and_sorted() -> None:
    assert all(hasattr(precedent, name) for name in precedent.__all__)
    assert list(precedent.__all__) == sorted(precedent.__all__)


def test_nothing_else_is_public() -> None:
    modules = {
        "errors",
        "index",
        "reading",
        "record",
        "references",
        "resolution",
        "session",
        "symbol",
        "wording",
    }
    public = {name for name in vars(precedent) if not name.startswith("_")}
    assert {name for name in public - set(precedent.__all__) if name in modules or name.islower()} <= {
        *modules,
        "annotations",
        "series",
        "writing",
    }
