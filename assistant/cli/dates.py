"""Days and sessions on the command line."""

import argparse
import datetime as dt

from precedent.session import LAST_ORDINAL

FIRST_YEAR = 1946
"""Of the organs whose sessions are years."""
_FROM_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}


def day(text: str) -> dt.date:
    """A day as 2026-12-15, or today, tomorrow, yesterday.

    Raises:
        ArgumentTypeError: where the text is none; argparse shows the message.
    """
    ahead = _FROM_TODAY.get(text.strip().lower())
    if ahead is not None:
        return dt.datetime.now().astimezone().date() + dt.timedelta(days=ahead)
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no date; write it as 2026-12-15, or today"
        raise argparse.ArgumentTypeError(message) from error


def session(text: str) -> int:
    """The number of a session, 81, or the year of a Council's, 2026.

    Raises:
        ArgumentTypeError: where no organ can have it; argparse shows the message.
    """
    number = int(text) if text.strip().isdecimal() else 0
    if not (1 <= number <= LAST_ORDINAL or FIRST_YEAR <= number <= dt.MAXYEAR):
        raise argparse.ArgumentTypeError(f"{text!r} is no session; write its number, 81, or its year, 2026")
    return number
