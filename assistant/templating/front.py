"""The front matter of a template's file: TOML inside the Jinja comment that the file begins with.

The comment is cut off, read and checked without Jinja, and every problem names its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.templating.setting import DRAWN, PROVIDED
from assistant.templating.slots import TYPES
from assistant.templating.template import COMMENT, SUFFIX, Slot, Template, TemplateError
from precedent.resolution import Kind
from precedent.session import Organ

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KEYS = {"title": str, "say": str, "part": str, "organs": list, "order": int, "guidance": str, "slots": dict}
_SLOT_KEYS = {
    "type": str, "help": str, "example": (str, dict), "default": str, "draft": str, "optional": bool,
}  # fmt: skip
_PARTS = {kind.value: kind for kind in (Kind.PREAMBULAR, Kind.OPERATIVE)}


def parse_template(text: str, source: Path, *, house: bool = False) -> Template:
    """The template that a file's text holds.

    Raises:
        TemplateError: at the first thing that is wrong with its front matter.
    """
    comment = COMMENT.match(text)
    if comment is None:
        raise TemplateError(
            source, 1, "it does not begin with {# … #}, the comment that holds its front matter"
        )
    front = _Front(source, text, comment.start(1))
    table = front.load(comment[1])
    front.check(table, _KEYS, "", needed=("title", "say", "part", "organs"))
    organs = front.organs(table["organs"])
    if table["part"] not in _PARTS:
        raise front.error("part", f"part is {table['part']!r}; write preambular or operative")
    return Template(
        name=source.name.removesuffix(SUFFIX),
        title=table["title"],
        say=table["say"],
        part=_PARTS[table["part"]],
        organs=organs,
        order=table.get("order", 500),
        guidance=" ".join(table.get("guidance", "").split()),
        slots=tuple(front.slot(name, entry, organs) for name, entry in table.get("slots", {}).items()),
        source=source,
        house=house,
        text=text,
    )


@dataclass(frozen=True, slots=True)
class _Front:
    """The front matter of one file, with the lines that its entries stand on."""

    source: Path
    text: str
    start: int

    def load(self, comment: str) -> dict[str, Any]:
        try:
            return tomllib.loads(comment)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"\(at line (\d+)", str(error))
            offset = self.text.count("\n", 0, self.start)
            line = int(place[1]) if place else comment.count("\n") + 1
            message = re.sub(r" \(at .*\)$", "", str(error))
            raise TemplateError(
                self.source, offset + line, f"its front matter is no TOML: {message}"
            ) from error

    def line(self, *patterns: str) -> int:
        """The line on which the last of the patterns is found, each looked for after the one before."""
        at = self.start
        for pattern in patterns:
            found = re.compile(pattern, re.MULTILINE).search(self.text, at)
            at = found.start() if found else at
        return self.text.count("\n", 0, at) + 1

    def error(self, key: str, message: str, slot: str = "") -> TemplateError:
        where = [rf"^[ \t]*\[slots\.{re.escape(slot)}\]"] if slot else []
        return TemplateError(self.source, self.line(*where, rf"^[ \t]*{re.escape(key)}\s*="), message)

    def check(
        self, table: Mapping[str, Any], keys: Mapping[str, Any], slot: str, needed: Iterable[str]
    ) -> None:
        of = f" of slot {slot}" if slot else ""
        for key, value in table.items():
            if key not in keys:
                raise self.error(
                    key, f"it has a key {key}{of} that means nothing; known are {', '.join(keys)}", slot
                )
            if not isinstance(value, keys[key]) or (keys[key] is int and isinstance(value, bool)):
                raise self.error(key, f"{key}{of} is of the wrong type", slot)
        for key in needed:
            if key not in table or table[key] in ("", [], {}):
                raise self.error(key, f"{key}{of} is missing", slot)

    def organs(self, names: list[Any]) -> tuple[Organ, ...]:
        known = {organ.value: organ for organ in Organ}
        for name in names:
            if name not in known:
                raise self.error("organs", f"{name!r} is no organ; known are {', '.join(known)}")
        return tuple(known[name] for name in names)

    def slot(self, name: str, entry: Any, organs: tuple[Organ, ...]) -> Slot:  # noqa: ANN401 - from a file
        line = self.line(rf"^[ \t]*\[slots\.{re.escape(name)}\]")
        if not isinstance(entry, dict) or not _NAME.fullmatch(name):
            raise TemplateError(
                self.source, line, f"slot {name!r} is not a table [slots.name_in_small_letters]"
            )
        if name in PROVIDED:
            raise TemplateError(self.source, line, f"{name} is always provided; a slot needs another name")
        self.check(entry, _SLOT_KEYS, name, needed=("type", "help", "example"))
        if entry["type"] not in TYPES:
            raise self.error(
                "type", f"slot {name} is of type {entry['type']!r}; known are {', '.join(TYPES)}", name
            )
        if (drawn := entry.get("draft", "")) and drawn not in DRAWN:
            raise self.error(
                "draft", f"slot {name} takes {drawn!r} from the draft; known are {', '.join(DRAWN)}", name
            )
        return Slot(
            name=name,
            type=TYPES[entry["type"]],
            help=entry["help"],
            examples=tuple((organ, self.example(name, entry["example"], organ)) for organ in organs),
            default=entry.get("default", ""),
            draft=drawn,
            optional=entry.get("optional", False),
            line=line,
        )

    def example(self, slot: str, given: str | Mapping[str, Any], organ: Organ) -> str:
        found = given if isinstance(given, str) else given.get(organ.value)
        if not isinstance(found, str):
            raise self.error("example", f"slot {slot} has no example for {organ.value}", slot)
        return found
