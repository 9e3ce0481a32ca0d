"""A template filled, with a drafter's values or with its own examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.draft import Filling
from assistant.templating.setting import PROVIDED, Setting
from assistant.templating.slots import Value
from assistant.templating.template import SlotError, Template, TemplateError
from precedent.resolution import Footnote, Kind, Paragraph
from precedent.session import Organ, Session


@dataclass(frozen=True, slots=True)
class Filled:
    """What a template gives: its paragraph, sub-paragraphs after it, and the notes that they call."""

    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    """Markers run 1, 2, 3 in the order of the calls."""
    filling: Filling

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph itself, without its sub-paragraphs."""
        return self.paragraphs[0]


def fill(template: Template, values: Mapping[str, str], setting: Setting | None = None) -> Filled:
    """The paragraph with its blanks filled, for the text that `setting` describes.

    A slot that `values` leaves out takes its default.

    Raises:
        SlotError: a value is missing, cannot be meant, or is for no slot of the template.
        TemplateError: the template itself fails.
    """
    from assistant.templating import blocks, jinja

    setting = setting or Setting()
    given = {template.slot(name).name: text for name, text in values.items()}
    read: dict[str, Value] = {}
    for slot in template.slots:
        text = given.setdefault(slot.name, slot.default)
        try:
            read[slot.name] = slot.read(text, setting.organ)
        except ValueError as error:
            raise SlotError(template.name, slot.name, str(error)) from error
    try:
        markdown = jinja.render(template.text, {**setting.provided, **read})
        paragraphs, footnotes = blocks.paragraphs_and_notes(markdown, template.part)
    except jinja.JinjaError as error:
        raise TemplateError(template.source, error.line, str(error)) from error
    except ValueError as error:
        raise TemplateError(template.source, template.body_line, str(error)) from error
    kept = tuple((slot.name, given[slot.name]) for slot in template.slots)
    return Filled(paragraphs, footnotes, Filling(template.name, kept))


def defaults(template: Template, setting: Setting) -> dict[str, str]:
    """What a form shows beforehand: from the draft where it knows, else the slot's own default."""
    drawn = setting.drawn
    return {slot.name: drawn.get(slot.draft, "") or slot.default for slot in template.slots}


def example(template: Template, organ: Organ | None = None) -> Filled:
    """The template filled with its own examples, in a text of that organ or of its first one."""
    organ = organ or template.organs[0]
    return fill(template, template.examples(organ), example_setting(organ))


def example_setting(organ: Organ) -> Setting:
    """The made-up text that examples stand in."""
    number = {Organ.GENERAL_ASSEMBLY: 81, Organ.HUMAN_RIGHTS_COUNCIL: 62}.get(organ, 2026)
    return Setting(organ=organ, session=Session(organ, number))


def check(template: Template) -> None:
    """Prove that a template can be used: slots declared and used are the same, and its examples render.

    Raises:
        TemplateError: at the first thing that is wrong, with its line.
    """
    _check_names(template)
    for organ in template.organs:
        examples = template.examples(organ)
        spare = examples | {slot.name: "" for slot in template.slots if slot.optional}
        usual = examples | {slot.name: slot.default for slot in template.slots if slot.default}
        for values in {tuple(values.items()) for values in (examples, spare, usual)}:
            try:
                filled = fill(template, dict(values), example_setting(organ))
            except SlotError as error:
                message = f"the example or default of slot {error.slot} does not do: {error.text}"
                raise TemplateError(template.source, template.slot(error.slot).line, message) from error
            if wrong := _wrong_form(template.part, filled):
                raise TemplateError(template.source, template.body_line, wrong)


def _check_names(template: Template) -> None:
    from assistant.templating import jinja

    try:
        used = jinja.used_names(template.text)
    except jinja.JinjaError as error:
        raise TemplateError(template.source, error.line, str(error)) from error
    declared = {slot.name: slot.line for slot in template.slots}
    for name, line in used.items():
        if name not in declared and name not in PROVIDED:
            raise TemplateError(
                template.source, line, f"{name} is used but is no slot; declare [slots.{name}]"
            )
    for name, line in declared.items():
        if name not in used:
            raise TemplateError(template.source, line, f"slot {name} is declared but nowhere used")


def _wrong_form(part: Kind, filled: Filled) -> str:
    """What is wrong with a paragraph's form, or nothing."""
    if not filled.paragraph.opening:
        return "the paragraph has no opening in *italics*"
    marks = "," if part is Kind.PREAMBULAR else ":" if len(filled.paragraphs) > 1 else ";."
    if not filled.paragraph.text.endswith(tuple(marks)):
        return f"the paragraph must end with {' or '.join(f'“{mark}”' for mark in marks)}"
    return ""
