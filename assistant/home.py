"""The folder that holds the precedent index and the settings of one drafter, and what else the environment settles."""

import os
from pathlib import Path

VARIABLE = "PENHOLDER_HOME"
SERVICE_VARIABLE = "PENHOLDER_SERVICE"
"""Address of a document service to ask in place of that of the United Nations: a mission's mirror, or a new place."""


def home_folder(given: str | None = None) -> Path:
    """The folder `given`, else the one that PENHOLDER_HOME names, else the platform's data directory.

    It need not exist yet: who writes into it makes it.
    """
    chosen = given or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("penholder", appauthor=False))


def document_service() -> str | None:
    """The document service that PENHOLDER_SERVICE names; None for that of the United Nations."""
    return os.environ.get(SERVICE_VARIABLE) or None
