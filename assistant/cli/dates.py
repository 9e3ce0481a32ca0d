"""Dates on the command line."""

import argparse
import datetime as dt


def day(text: str) -> dt.date:
    """A day as 2026-12-15.

    Raises:
        ArgumentTypeError: where the text is none; argparse shows the message.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no date; write it as 2026-12-15"
        raise argparse.ArgumentTypeError(message) from error
