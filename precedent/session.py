"""Organs and their sessions: numbers, words, years, and the arithmetic between them.

The General Assembly and the Human Rights Council number their sessions; in text the number is a spelled
ordinal ("its eighty-first session"), never digits. The Economic and Social Council names a session by its
year ("2026 session"). The Security Council has none. Source: adopted texts of the
74th to 80th sessions.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum


class Organ(Enum):
    """A body in whose name a text speaks; the value is its full English name."""

    GENERAL_ASSEMBLY = "General Assembly"
    ECONOMIC_AND_SOCIAL_COUNCIL = "Economic and Social Council"
    SECURITY_COUNCIL = "Security Council"
    HUMAN_RIGHTS_COUNCIL = "Human Rights Council"

    @property
    def enacting(self) -> str:
        """The words that open its resolutions."""
        return f"The {self.value},"

    @property
    def short(self) -> str:
        """How its own texts call it after the first mention."""
        return "Assembly" if self is Organ.GENERAL_ASSEMBLY else "Council"

    @property
    def sessions_a_year(self) -> int:
        """How many regular sessions it holds in a year: the Human Rights Council three, since 2007."""
        return 3 if self is Organ.HUMAN_RIGHTS_COUNCIL else 1

    @classmethod
    def named(cls, text: str) -> Organ | None:
        """The organ whose full name occurs first in a text; a longer name wins at the same place."""
        found = [(text.lower().find(organ.value.lower()), organ) for organ in cls]
        return min((f for f in found if f[0] >= 0), key=lambda f: f[0], default=(0, None))[1]


ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_UNITS = "|".join(ONES[:9])
_TENS = "|".join(TENS)
_ROUND = "|".join(f"{tens[:-1]}ieth" for tens in TENS)
_UP_TO_99 = rf"(?:(?:{_TENS})[-‑ ](?:{_UNITS})|{'|'.join(sorted(ONES, key=len, reverse=True))}|{_ROUND})"
ORDINAL = rf"(?:one hundred and {_UP_TO_99}|one hundred(?:th)|hundredth|{_UP_TO_99})"
"""Pattern of a spelled ordinal from first to one hundred and ninety-ninth; compile it without regard to case."""


LAST_ORDINAL = 199
"""The highest number that the tables spell."""


def ordinal_words(number: int) -> str:
    """81 → "eighty-first".

    Raises:
        ValueError: outside 1 to 199, which no organ has reached.
    """
    if not 1 <= number <= LAST_ORDINAL:
        message = f"no spelled ordinal for {number}"
        raise ValueError(message)
    if number >= 100:
        return f"one hundred and {ordinal_words(number - 100)}" if number > 100 else "one hundredth"
    if number < 20:
        return ONES[number - 1]
    tens, ones = divmod(number, 10)
    word = TENS[tens - 2]
    return f"{word}-{ONES[ones - 1]}" if ones else f"{word[:-1]}ieth"


_VALUES = {ordinal_words(n): n for n in range(1, 200)} | {"hundredth": 100}


def ordinal_value(words: str) -> int | None:
    """The number that a spelled ordinal stands for, 81 for "eighty-first"; None where the words are no ordinal."""
    return _VALUES.get(
        re.sub(r"[-‑\s]+", "-", words.strip().lower()).replace("one-hundred-and-", "one hundred and ")
    ) or (_VALUES.get(re.sub(r"\s+", " ", words.strip().lower())))


_JULY_TO_JULY = dt.date(2015, 8, 1)
"""From here on what the Economic and Social Council adopts after July is of the next year's session."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session of one organ; prints what it parsed: "seventy-seventh session", "2023 session"."""

    organ: Organ
    number: int
    """The ordinal, or the year for the Economic and Social Council (and the Security Council's calendar year)."""
    kind: str = ""
    """ "special" or "emergency special", else empty."""

    @property
    def by_year(self) -> bool:
        """Whether the session is named by its year."""
        return self.organ in (Organ.ECONOMIC_AND_SOCIAL_COUNCIL, Organ.SECURITY_COUNCIL)

    @property
    def words(self) -> str:
        """The number as text has it: "seventy-seventh" or "2023"."""
        return str(self.number) if self.by_year else ordinal_words(self.number)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.words, self.kind, "session")))

    @property
    def masthead(self) -> str:
        """The line of the masthead: "Seventy-seventh session"."""
        line = str(self)
        return line[0].upper() + line[1:]

    def plus(self, sessions: int) -> Session:
        """The session that many later (earlier, if negative)."""
        return Session(self.organ, self.number + sessions, self.kind)

    @property
    def opens_in(self) -> int:
        """The year in which a regular session opens (General Assembly: its September opening)."""
        if self.organ is Organ.GENERAL_ASSEMBLY:
            return self.number + 1945
        if self.organ is Organ.HUMAN_RIGHTS_COUNCIL:
            return 2006 + (self.number - 1) // 3
        return self.number

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """First and last day on which a text may be adopted that `on` counts to this regular session.

        Raises:
            ValueError: where the calendar does not reach that far.
        """
        year = self.opens_in
        if self.organ is Organ.GENERAL_ASSEMBLY:
            return dt.date(year, 9, 8), dt.date(year + 1, 9, 7)
        if self.organ is Organ.HUMAN_RIGHTS_COUNCIL:
            return ((dt.date(year, 1, 1), dt.date(year, 4, 30)), (dt.date(year, 5, 1), dt.date(year, 8, 31)),
                    (dt.date(year, 9, 1), dt.date(year, 12, 31)))[(self.number - 1) % 3]  # fmt: skip
        if self.organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL and year >= _JULY_TO_JULY.year:
            return max(dt.date(year - 1, 8, 1), _JULY_TO_JULY.replace(month=1, day=1)), dt.date(year, 7, 31)
        return dt.date(year, 1, 1), dt.date(year, 12, 31)

    @classmethod
    def parse(cls, text: str, organ: Organ) -> Session:
        """Read "Seventy-seventh session", "2023 session", "tenth special session".

        Raises:
            ValueError: where the text is no session line.
        """
        line = re.sub(r"\s+", " ", text).strip()
        if year := re.fullmatch(r"(\d{4}) session", line, re.IGNORECASE):
            return cls(organ, int(year[1]))
        spelled = re.fullmatch(
            rf"({ORDINAL}) (?:(emergency special|special|regular) )?session",
            line,
            re.IGNORECASE,
        )
        value = ordinal_value(spelled[1]) if spelled else None
        if spelled is None or value is None:
            message = f"not a session: {text!r}"
            raise ValueError(message)
        kind = (spelled[2] or "").lower()
        return cls(organ, value, "" if kind == "regular" else kind)

    @classmethod
    def on(cls, date: dt.date, organ: Organ) -> Session:
        """The regular session in which a text adopted on that date belongs.

        The General Assembly's session opens in the second week of September; the Economic and Social Council's
        runs from late July to July since 2015 (A/RES/68/1), yet its July texts belong to the year's own session: what
        it adopted in September 2020 and December 2022 is of its 2021 and 2023 sessions.
        """
        if organ is Organ.GENERAL_ASSEMBLY:
            opened = (date.month, date.day) >= (9, 8)
            return cls(organ, date.year - 1945 if opened else date.year - 1946)
        if organ is Organ.HUMAN_RIGHTS_COUNCIL:
            return cls(organ, (date.year - 2006) * 3 + (date.month > 4) + (date.month > 8) + 1)
        later = organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL and date >= _JULY_TO_JULY and date.month >= 8
        return cls(organ, date.year + later)
