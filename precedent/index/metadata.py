"""The United Nations' own metadata of adopted texts: votes, sponsors, drafts. Pure.

One JSON object a line, one list, or objects a line with a stray quotation mark at either end, as the published
files have it. Counts are digits with or without leading zeros, or "N.A."; a day is written in two ways.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from precedent.index.asking import sound
from precedent.names import listed, subject

_COUNTED = re.compile(r"\b(\d+)-(\d+)-(\d+)\b")
_ABOUT = re.compile(r"\[(?:on )?(.+)\]\W*\Z")
_SIDES = ("in_favour", "against", "abstaining")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """How one text was adopted; every value that the record leaves open is None or empty."""

    symbol: str
    vote: str | None = None
    draft_symbol: str | None = None
    agenda_item: str | None = None
    meeting: str | None = None
    report: str | None = None
    """The document with the committee's report: "A/77/443/Add.1, para. 23"."""
    sponsors: tuple[str, ...] = ()
    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstaining: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    about: str | None = None
    """What a text that has no title of its own is called in catalogues; the Security Council's have none."""


def is_metadata(data: bytes) -> bool:
    """Whether a file is metadata, whatever its name is."""
    start = data[:65536].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start[:2] in (b'{"', b'"{', b"[{", b"{\n", b"[\n", b"{\r", b"[\r", b"{ ", b"[ ") and (
        b'"symbol"' in start
        and any(key in start for key in (b'"adoption_date"', b'"sponsors"', b'"adoption_type"'))
    )


def adoptions(data: bytes) -> tuple[list[Adoption], list[str]]:
    """What a metadata file says, and what of it could not be read (one line each)."""
    found: list[Adoption] = []
    doubts: list[str] = []
    for number, entry in _entries(data.decode("utf-8-sig", errors="replace")):
        if not isinstance(entry, dict):
            doubts.append(f"entry {number} is no JSON object")
        elif not (symbol := _said(entry, "symbol")):
            doubts.append(f"entry {number} has no symbol")
        else:
            found.append(_adoption(symbol, entry))
    return found, doubts


def _entries(text: str) -> Iterator[tuple[int, object]]:
    """Every object with its number; None in place of a line that is no JSON."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        pass
    else:
        yield from enumerate(whole if isinstance(whole, list) else [whole], 1)
        return
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip().rstrip(",")
        if not stripped.strip('"[]'):
            continue
        try:
            yield number, _object(stripped)
        except (ValueError, RecursionError):
            yield number, None


def _object(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return json.loads(line.removeprefix('"').removesuffix('"'))


def _adoption(symbol: str, entry: Mapping[str, Any]) -> Adoption:
    origin = _said(entry, "originating_document")
    draft = _said(entry, "draft_resolution")
    if origin and "/L." in origin:
        draft, origin = draft or origin, None
    return Adoption(
        symbol=symbol,
        vote=_vote(entry),
        draft_symbol=draft,
        agenda_item=re.sub(r"^Agenda items? ", "", _said(entry, "agenda_item") or "") or None,
        meeting=_said(entry, "adoption_meeting"),
        report=_report(origin, entry),
        sponsors=listed(*_names(entry, "sponsors"), *_names(entry, "additional_sponsors")),
        in_favour=listed(*_names(entry, "MS_in_favour")),
        against=listed(*_names(entry, "MS_against")),
        abstaining=listed(*_names(entry, "MS_abstaining")),
        subjects=_subjects(entry.get("subjects")),
        about=_about(entry),
    )


def _about(entry: Mapping[str, Any]) -> str | None:
    """The words in brackets behind the number: "Security Council resolution 2618 (2022) [on extension of …]"."""
    words = _ABOUT.search(_said(entry, "resolution_title") or "")
    return words[1][:1].upper() + words[1][1:] if words else None


def _report(origin: str | None, entry: Mapping[str, Any]) -> str | None:
    """The committee's report and its paragraph, as a bracket line has them: "A/74/483, para. 6"."""
    place = _said(entry, "report_paragraph")
    return f"{origin}, para. {place}" if origin and place and ", para." not in origin else origin


def _vote(entry: Mapping[str, Any]) -> str | None:
    kind = (_said(entry, "adoption_type") or _said(entry, "voting_type") or "").lower()
    if re.search(r"without (?:a )?vote|acclamation|withoutvote", kind):
        return "without a vote"
    if counted := _COUNTED.search(kind):
        return "-".join(str(int(count)) for count in counted.groups())
    counts = [_count(entry, side) for side in _SIDES]
    return "-".join(map(str, counts)) if counts[0] else None


def _count(entry: Mapping[str, Any], side: str) -> int:
    said = str(entry.get(f"MS_{side}_count") or "").strip()
    return int(said) if said.isascii() and said.isdigit() else len(_names(entry, f"MS_{side}"))


def _said(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    if not isinstance(value, str):
        return None
    value = re.sub(r"\s+", " ", sound(value)).strip()
    return None if value in ("", "N.A.", "N/A") else value


def _names(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key)
    return tuple(sound(name) for name in value if isinstance(name, str)) if isinstance(value, list) else ()


def _subjects(value: object) -> tuple[str, ...]:
    """Words of the UNBIS thesaurus; entries of agenda documents and of the library's own lists are left out."""
    entries = value if isinstance(value, list) else []
    words = (entry[0] for entry in entries if isinstance(entry, list) and entry[1:2] == ["UNBIS Thesaurus"])
    return tuple(dict.fromkeys(subject(sound(word)) for word in words if isinstance(word, str)))
