"""A year, a session or a day on the command line, as the first or last day that it covers."""

import datetime as dt

from assistant.errors import AssistantError
from precedent.session import Organ, Session


def first_day(text: str, organ: Organ | None) -> dt.date:
    """The day on which "2020", "75" (a session of the organ, by default the General Assembly's) or a date begins.

    Raises:
        AssistantError: where the text is none of them.
    """
    return _days(text, organ)[0]


def last_day(text: str, organ: Organ | None) -> dt.date:
    """The day on which it ends.

    Raises:
        AssistantError: where the text is none of them.
    """
    return _days(text, organ)[1]


def _days(text: str, organ: Organ | None) -> tuple[dt.date, dt.date]:
    words = text.strip()
    try:
        if not words.isdecimal():
            day = dt.date.fromisoformat(words)
            return day, day
        number = int(words)
        if len(words) == 4:
            return dt.date(number, 1, 1), dt.date(number, 12, 31)
        session = Session(organ or Organ.GENERAL_ASSEMBLY, number)
        if number > 0 and not session.by_year:
            return session.days
    except ValueError:
        pass
    raise AssistantError(f"{text!r} is no year, session or day; write 2020, 75 or 2020-12-31")
