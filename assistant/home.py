"""The folder that holds the precedent index and the settings of one drafter."""

import os
from pathlib import Path

VARIABLE = "PENHOLDER_HOME"


def home_folder(given: str | None = None) -> Path:
    """The folder `given`, else the one that PENHOLDER_HOME names, else the platform's data directory.

    It need not exist yet: who writes into it makes it.
    """
    chosen = given or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("penholder", appauthor=False))
