"""Where the files lie that come with the program: the paragraph templates and the sample."""

from pathlib import Path

from assistant.errors import MissingResourceError

PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """The paragraph and Word templates.

    A wheel carries them inside the package. A checkout holds them beside it, as does an editable
    install, which does not see what the build puts elsewhere.
    """
    return _first_folder("templates", PACKAGE / "_templates", PACKAGE.parent / "templates")


def sample_folder() -> Path:
    """The made-up editions that the program is shown with; no agreed language. Nothing else lies in it."""
    return _first_folder("sample", PACKAGE / "sample" / "editions")


def _first_folder(name: str, *places: Path) -> Path:
    for place in places:
        if place.is_dir():
            return place
    raise MissingResourceError(f"the folder of the {name} is missing from {PACKAGE}; install Penholder again")
