"""The sample's editions on a shelf, and the draft that session 115 begins with."""

import datetime as dt
from functools import cache

from assistant.draft import Draft
from assistant.resources import sample_folder
from assistant.rolling import roll
from precedent.reading import markdown
from precedent.resolution import Resolution
from tests.sample_facts import THIRD
from tests.shelf import Shelf

AS_OF = dt.date(2060, 10, 1)
SESSION = 115


@cache
def shelf() -> Shelf:
    return Shelf(*(markdown.read(path.read_bytes(), path.name) for path in sorted(sample_folder().iterdir())))


def edition(symbol: str) -> Resolution:
    found = shelf().document(symbol)
    assert found is not None
    return found


@cache
def rolled() -> Draft:
    return roll(edition(THIRD), index=shelf(), session=SESSION, as_of=AS_OF)
