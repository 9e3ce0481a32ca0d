"""A paragraph template, its slots, and what can be wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import AssistantError
from assistant.templating.slots import SlotType, Value
from precedent.resolution import Kind
from precedent.session import Organ

SUFFIX = ".md.j2"
COMMENT = re.compile(r"\s*\{#-?(.*?)-?#\}", re.DOTALL)
"""The leading Jinja comment of a file, which holds its front matter."""


class TemplateError(AssistantError):
    """A template that cannot be used; its text names the file and the line."""

    def __init__(self, path: Path, line: int, text: str) -> None:
        super().__init__(f"{path}:{line}: {text}")
        self.problem = TemplateProblem(path, line, text)


class SlotError(AssistantError):
    """A value that a slot does not take, or one that is missing."""

    def __init__(self, template: str, slot: str, text: str) -> None:
        super().__init__(f"template {template}, slot {slot}: {text}")
        self.template = template
        self.slot = slot
        self.text = text
        """What is wrong and what to write, without the names."""


class UnknownTemplateError(AssistantError):
    """A name that no template has."""


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """What is wrong with a template's file; the others are not touched by it."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One blank of a template."""

    name: str
    type: SlotType
    help: str
    examples: tuple[tuple[Organ, str], ...]
    """One for each organ of the template."""
    default: str = ""
    draft: str = ""
    """What of the draft fills it beforehand, one of `DRAWN`."""
    optional: bool = False
    line: int = 1

    def example(self, organ: Organ) -> str:
        """The example for texts of an organ, or the first there is."""
        return dict(self.examples).get(organ, self.examples[0][1])

    def read(self, text: str, organ: Organ) -> Value:
        """The value that the paragraph prints; "" where an optional slot is left empty.

        Raises:
            ValueError: what is wrong with the text, and how to write it.
        """
        if not text.strip():
            if self.optional:
                return ""
            raise ValueError(f"it is empty; write {self.type.form}")
        try:
            return self.type.read(text, organ)
        except ValueError as error:
            raise ValueError(f"{error}; write {self.type.form}") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One paragraph with blanks (with its sub-paragraphs, where it has them)."""

    name: str
    title: str
    say: str
    """What one wants to say with it."""
    part: Kind
    organs: tuple[Organ, ...]
    """Organs in whose texts it stands."""
    order: int
    """Place in a whole text; templates of a part are listed by it."""
    guidance: str
    slots: tuple[Slot, ...]
    source: Path
    house: bool = False
    """Whether it is one of the user's own."""
    text: str = field(repr=False)
    """The whole file, so that a line of an error is a line of the file."""

    @property
    def body_line(self) -> int:
        """The line after the front matter, where the paragraph begins."""
        comment = COMMENT.match(self.text)
        return self.text.count("\n", 0, comment.end()) + 2 if comment else 1

    def slot(self, name: str) -> Slot:
        """The slot of that name.

        Raises:
            SlotError: where the template has none.
        """
        found = next((slot for slot in self.slots if slot.name == name), None)
        if found is None:
            known = ", ".join(slot.name for slot in self.slots) or "none"
            raise SlotError(self.name, name, f"the template has no such slot; it has {known}")
        return found

    def examples(self, organ: Organ) -> dict[str, str]:
        """The example values of all slots."""
        return {slot.name: slot.example(organ) for slot in self.slots}


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates that could be read, in the order of a whole text, and what was wrong with the others."""

    templates: tuple[Template, ...]
    problems: tuple[TemplateProblem, ...] = ()

    def named(self, name: str) -> Template:
        """The template of that name.

        Raises:
            UnknownTemplateError: where there is none; says which names are near.
        """
        found = next((template for template in self.templates if template.name == name), None)
        if found is None:
            import difflib

            near = difflib.get_close_matches(
                name, [template.name for template in self.templates], n=3, cutoff=0.5
            )
            hint = f"; did you mean {' or '.join(near)}?" if near else "; penholder templates lists them"
            raise UnknownTemplateError(f"there is no template {name!r}{hint}")
        return found

    def of(self, *, organ: Organ | None = None, part: Kind | None = None) -> tuple[Template, ...]:
        """Templates for the texts of an organ, and of one part."""
        return tuple(
            template
            for template in self.templates
            if (organ is None or organ in template.organs) and (part is None or part is template.part)
        )
