"""What an e-mail puts round a text: marks of quoting, heads of forwarded messages, greetings, signatures.

Pure and cautious: only what has the form of such a thing is taken out, and every word of it is handed back to be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_QUOTED = re.compile(r"(?:> ?)+")
_HEAD = re.compile(
    r"(?:From|Date|Sent|Subject|To|Cc|Bcc|Reply-To|Importance|Attachments?) ?: .*", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"[-_\s]*(?:Forwarded message|Original Message|Begin forwarded message|Original Appointment)[-_:\s]*",
    re.IGNORECASE,
)
_WROTE = re.compile(r"(?:On|Le|El) .{6,200}(?:wrote|écrit|escribió) ?:", re.IGNORECASE)
_REGARDS = re.compile(
    r"(?:(?:With )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|Regards|Best|Sincerely(?: yours)?"
    r"|Yours (?:sincerely|faithfully)|Many thanks|Thanks(?: again)?|Thank you|Cheers|Sent from my \w+)[\s,.!]*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:Dear|Hi|Hello|Good (?:morning|afternoon|evening))\b[^:;]{0,60}[,!:]?", re.IGNORECASE
)
_SOFT = re.compile(r"=(?:20)?[ \t]*\n")
_ENCODED = re.compile(r"(?:=[0-9A-F]{2})+")
_LONGEST_SIGNATURE = 12
"""Lines."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A text without its letter."""

    lines: list[str]
    left: tuple[str, ...]
    """Lines of the letter, in order."""


def decoded(text: str) -> tuple[str, bool]:
    """The text without what is left of a mail's transfer encoding (=20, =E2=80=99), and whether there was any.

    Only where lines end in such marks: an equals sign in an address stays.
    """
    breaks = _SOFT.findall(text)
    if not breaks or (len(breaks) < 3 and not re.search(r"=(?:20|E2=80)", text)):
        return text, False
    text = re.sub(r"=20(?=[ \t]*\n|\Z)", "", text)
    text = re.sub(r"=[ \t]*\n", "", text)
    return _ENCODED.sub(_characters, text), True


def _characters(found: re.Match[str]) -> str:
    data = bytes.fromhex(found[0].replace("=", ""))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="ignore") or found[0] if data[:1] >= b"\x80" else found[0]


def opened(lines: Sequence[str]) -> Opened:
    """The text in a letter, and what else stood in it."""
    quoted = [line.startswith(">") for line in lines]
    left: list[str] = []
    found = list(lines)
    if sum(quoted) * 2 > sum(map(bool, lines)):
        first, last = quoted.index(True), len(quoted) - 1 - quoted[::-1].index(True)
        if last + 1 < len(found) and found[last + 1]:  # the end of a line that was broken once more
            last = next((n for n in range(last + 1, len(found)) if not found[n]), len(found)) - 1
        left = [*found[:first], *found[last + 1 :]]
        found = [
            _QUOTED.sub("", line, count=1) if line.startswith(">") else line
            for line in found[first : last + 1]
        ]
    start = _after_head(found)
    left, found = [*found[:start], *left], found[start:]
    end = _before_signature(found)
    return Opened(found[:end], tuple(filter(None, [*left, *found[end:]])))


def _after_head(lines: Sequence[str]) -> int:
    """Where the text begins, below the heads of the messages that it came in."""
    start = 0
    for number, line in enumerate(lines[:60]):
        heads = sum(bool(_HEAD.fullmatch(other)) for other in lines[max(0, number - 3) : number + 4])
        if _FORWARDED.fullmatch(line) or _WROTE.fullmatch(line) or (_HEAD.fullmatch(line) and heads >= 2):
            start = number + 1
    filled = [number for number in range(start, len(lines)) if lines[number]][:1]
    if filled and _GREETING.fullmatch(lines[filled[0]]):
        return filled[0] + 1
    return start


def _before_signature(lines: Sequence[str]) -> int:
    """Where the text ends, above who signed the letter."""
    for number in range(max(1, len(lines) - _LONGEST_SIGNATURE - 6), len(lines)):
        if lines[number] == "--" or _REGARDS.fullmatch(lines[number]):
            after = [line for line in lines[number + 1 :] if line]
            if len(after) <= _LONGEST_SIGNATURE and all(len(line) < 80 for line in after):
                return number
    return len(lines)
