"""The front matter of a draft file: YAML between two lines `---`, every scalar a string.

`no`, `1:20` and `2025` hold no surprises that way: the field decides what a value means, not YAML.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Mapping
from enum import Enum
from typing import Any, TypeVar

import yaml

from precedent.reading.markdown.inline import MARKER, read_marker, write_marker
from precedent.resolution import DocumentKind, Masthead, NoteCall, Remark, Resolution
from precedent.session import Organ
from precedent.symbol import Symbol

Front = dict[str, Any]
"""Strings, lists of strings, and whatever else a hand wrote there."""
_Named = TypeVar("_Named", bound=Enum)

_PLAIN = (
    "committee", "session", "agenda_item", "agenda_title", "distribution", "language", "original_language",
    "meeting", "report", "vote", "draft_symbol",
)  # fmt: skip
KEYS = frozenset(
    (*_PLAIN, "kind", "symbol", "organ", "date", "sponsors", "sponsor_line", "adopted", "title", "enacting")
)
"""Keys that say something of a resolution; every other one is the caller's."""
_CALL = re.compile(rf"\\(.)|\[\^({MARKER})\]", re.DOTALL)


class _Strings(yaml.BaseLoader):
    """Plain YAML: no aliases, which a front matter has no use for and which can be made to explode."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """As any node, but an alias is an error."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(problem="an alias")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - as in PyYAML
        """As any mapping, but a key that stands twice is an error: the first value would be lost."""
        found = super().construct_mapping(node, deep=deep)
        if len(found) < len(node.value):
            raise yaml.constructor.ConstructorError(problem="a key stands twice")
        return found


class _Lines(yaml.SafeDumper):
    """One line a string: a break within one is written as an escape, where YAML would fold it."""

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """A plain scalar where YAML allows it, else in quotes."""
        style = '"' if any(not c.isprintable() for c in data) else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Lines.add_representer(str, _Lines.represent_str)


def split_front(text: str) -> tuple[str | None, str]:
    """(front matter without its lines `---`, the rest); None where a text has no front matter."""
    if not re.match(r"---[ \t]*(?:\n|$)", text):
        return None, text
    end = re.compile(r"^---[ \t]*$", re.MULTILINE).search(text, 3)
    if end is None:
        return None, text
    return text[text.find("\n") + 1 : end.start()], text[end.end() :].removeprefix("\n")


def read_front(source: str) -> tuple[Front, tuple[Remark, ...]]:
    """Front matter as strings and lists; what is not valid YAML is read line by line, with a remark."""
    try:
        found = yaml.load(source, Loader=_Strings)  # noqa: S506 - a loader of strings only
    except (yaml.YAMLError, RecursionError, ValueError):
        return _by_line(source)
    if found is None or found == "":
        return {}, ()
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found):
        return _by_line(source)
    return found, ()


def write_front(front: Mapping[str, Any]) -> str:
    """Front matter between its lines `---`, keys in the order given."""
    body = yaml.dump(
        dict(front), Dumper=_Lines, sort_keys=False, allow_unicode=True, width=2**31, default_flow_style=False
    )
    return f"---\n{body}---\n" if front else "---\n---\n"


def masthead_of(front: Mapping[str, Any]) -> tuple[Masthead, tuple[Remark, ...]]:
    """The masthead that front matter describes; a value that is not understood becomes a remark."""
    remarks: list[Remark] = []

    def text(key: str) -> str | None:
        value = front.get(key)
        if value is not None and not isinstance(value, str):
            remarks.append(_doubt(key, value))
            return None
        return value or None

    def day(key: str) -> dt.date | None:
        value = text(key)
        found = _date(value) if value else None
        if value and not found:
            remarks.append(_doubt(key, value))
        return found

    def named(kind: type[_Named], key: str) -> _Named | None:
        value = text(key)
        try:
            return kind(value) if value else None
        except ValueError:
            remarks.append(_doubt(key, value))
            return None

    line, calls = read_line(text("sponsor_line"))
    symbol: Symbol | None = None
    if words := text("symbol"):
        try:
            symbol = Symbol.parse(words)
        except ValueError:
            remarks.append(_doubt("symbol", words))
    sponsors = front.get("sponsors") or []
    sponsors = [sponsors] if isinstance(sponsors, str) else sponsors
    if not isinstance(sponsors, list) or not all(isinstance(s, str) for s in sponsors):
        remarks.append(_doubt("sponsors", sponsors))
        sponsors = []
    plain: dict[str, Any] = {key: text(key) for key in _PLAIN}
    masthead = Masthead(
        kind=named(DocumentKind, "kind") or DocumentKind.DRAFT,
        symbol=symbol,
        organ=named(Organ, "organ"),
        date=day("date"),
        sponsors=tuple(sponsors),
        sponsor_line=line,
        sponsor_notes=calls,
        adopted=day("adopted"),
        **plain,
    )
    return masthead, tuple(remarks)


def front_of(resolution: Resolution) -> Front:
    """Front matter of a resolution; keys without a value are left out, save title and enacting words."""
    masthead = resolution.masthead
    line, title = masthead.sponsor_line, resolution.title
    found: dict[str, Any] = {
        "kind": str(masthead.kind),
        "symbol": str(masthead.symbol) if masthead.symbol else None,
        "organ": masthead.organ.value if masthead.organ else None,
        "committee": masthead.committee,
        "session": masthead.session,
        "agenda_item": masthead.agenda_item,
        "agenda_title": masthead.agenda_title,
        "distribution": masthead.distribution,
        "date": masthead.date.isoformat() if masthead.date else None,
        "language": masthead.language,
        "original_language": masthead.original_language,
        "sponsors": list(masthead.sponsors),
        "sponsor_line": _line(line, masthead.sponsor_notes) if line else None,
        "adopted": masthead.adopted.isoformat() if masthead.adopted else None,
        "meeting": masthead.meeting,
        "report": masthead.report,
        "vote": masthead.vote,
        "draft_symbol": masthead.draft_symbol,
    }
    return {key: value for key, value in found.items() if value} | {
        "title": _line(title, resolution.title_notes),
        "enacting": resolution.enacting,
    }


def _by_line(source: str) -> tuple[Front, tuple[Remark, ...]]:
    """What a hand broke: `key: value` lines as they stand, anything else into remarks."""
    front: Front = {}
    remarks = [Remark("", "The front matter is not valid YAML; it was read line by line.")]
    for line in source.splitlines():
        key, colon, value = line.partition(":")
        if colon and re.fullmatch(r"\w+", key) and key not in front:
            front[key] = value.strip().strip("\"'")
        elif line.strip():
            remarks.append(Remark("", f"A line of the front matter was not understood: {line.strip()}"))
    return front, tuple(remarks)


def _doubt(key: str, value: object) -> Remark:
    return Remark("", f"The front matter's {key} was not understood: {value}")


def _date(text: str) -> dt.date | None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%d %b %Y"):
        try:
            return dt.datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None


def read_line(source: str | None) -> tuple[str | None, tuple[NoteCall, ...]]:
    """A title or a sponsor line and its calls, which stand as `[^1]`; only those and the backslash are special."""
    if source is None:
        return None, ()
    parts: list[str] = []
    calls: list[NoteCall] = []
    length = done = 0
    for found in _CALL.finditer(source):
        parts += [source[done : found.start()], found[1] or ""]
        length += len(parts[-1]) + len(parts[-2])
        done = found.end()
        if found[2] is not None:
            calls.append(NoteCall(length, read_marker(found[2])))
    return "".join([*parts, source[done:]]), tuple(calls)


def _line(line: str, calls: tuple[NoteCall, ...]) -> str:
    parts, done = [], 0
    for call in sorted(calls):
        place = min(max(call.offset, done), len(line))
        parts += [_bare(line[done:place]), f"[^{write_marker(call.marker)}]"]
        done = place
    return "".join([*parts, _bare(line[done:])])


def _bare(text: str) -> str:
    return re.sub(r"\\|\[(?=\^)", r"\\\g<0>", text)
