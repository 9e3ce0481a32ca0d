"""Which Penholder this is, found out without the cost of `importlib.metadata`."""

import os

_DISTRIBUTION = "penholder"


def version() -> str:
    """The version of the installed distribution, or of the checkout that the code runs from."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return _installed(root) or _checked_out(root) or _registered()


def _installed(root: str) -> str | None:
    """A wheel leaves a folder `penholder-VERSION.dist-info` beside its packages."""
    prefix, suffix = f"{_DISTRIBUTION}-", ".dist-info"
    for name in os.listdir(root):
        if name.startswith(prefix) and name.endswith(suffix):
            return name[len(prefix) : -len(suffix)]
    return None


def _checked_out(root: str) -> str | None:
    """The line `version = "…"` of the project table, the first such line of the file."""
    try:
        with open(os.path.join(root, "pyproject.toml"), encoding="utf-8") as project:
            for line in project:
                key, equals, value = line.partition("=")
                if equals and key.strip() == "version":
                    return value.strip().strip('"')
    except OSError:
        return None
    return None


def _registered() -> str:
    from importlib import metadata

    try:
        return metadata.version(_DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "unknown"
