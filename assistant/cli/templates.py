"""`penholder templates`: list the paragraph templates, show one with its example, or save a paragraph as one."""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.organs import organ
from precedent.index import operators

if TYPE_CHECKING:
    from assistant.templating import Slot, Template
    from precedent.session import Organ

WIDTH = 100
PARTS = ("preambular", "operative")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare which templates, and how they are shown."""
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="show this template, with its slots and its example"
    )
    parser.add_argument("--organ", type=organ, help="only those for texts of this organ: GA, ECOSOC, HRC, SC")
    parser.add_argument("--part", choices=PARTS, help="only those for this part of a text")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how they are printed")
    saving = parser.add_argument_group("to save a paragraph as a template of the house")
    saving.add_argument("--save", nargs=2, metavar=("DRAFT", "LABEL"), help="the paragraph: draft.md OP17")
    saving.add_argument("--name", dest="saved_as", metavar="NAME", help="what it is called: thanks-the-hosts")
    saving.add_argument("--title", default="", help="what a list shows")
    saving.add_argument("--say", default="", help="what one wants to say with it, in one sentence")
    saving.add_argument("--force", action="store_true", help="in place of one of that name")


def run(arguments: argparse.Namespace) -> int:
    """Print them; templates that cannot be used are told on standard error, with file and line."""
    from assistant.templating import UnknownTemplateError
    from assistant.workbench import Workbench
    from precedent.resolution import Kind

    if arguments.save:
        return _save(arguments)
    loaded = Workbench(arguments.home).templates()
    for problem in loaded.problems:
        diagnostics.problem(str(problem))
    part = Kind(arguments.part) if arguments.part else None
    if arguments.name:
        try:
            template = loaded.named(arguments.name)
        except UnknownTemplateError as error:
            diagnostics.problem(str(error))
            return ExitStatus.USAGE
        if arguments.format == "json":
            output.json_text(_record(template, arguments.organ))
        else:
            output.write(_page(template, arguments.organ))
    else:
        chosen = loaded.of(organ=arguments.organ, part=part)
        if arguments.format == "json":
            output.json_text([_record(template, arguments.organ) for template in chosen])
        else:
            output.write(_list(chosen))
    return ExitStatus.UNREADABLE if loaded.problems else ExitStatus.DONE


def _save(arguments: argparse.Namespace) -> int:
    """Keep a paragraph as a template, and say what its blanks are."""
    from assistant.workbench import Workbench

    if not arguments.saved_as:
        diagnostics.problem("a template needs a name: --name thanks-the-hosts")
        return ExitStatus.USAGE
    bench = Workbench(arguments.home)
    file, label = arguments.save
    path = bench.save_template(
        bench.draft(Path(file)),
        label,
        arguments.saved_as,
        title=arguments.title,
        say=arguments.say,
        overwrite=arguments.force,
    )
    template = bench.templates().named(arguments.saved_as)
    blanks = ", ".join(slot.name for slot in template.slots) or "none"
    diagnostics.note(f"saved: {path} (blanks: {blanks})")
    return ExitStatus.DONE


def _list(templates: tuple[Template, ...]) -> str:
    """The templates by part, a line each."""
    lines = []
    width = max((len(template.name) for template in templates), default=0)
    for part in PARTS:
        chosen = [template for template in templates if template.part.value == part]
        lines += [f"{part.capitalize()} paragraphs ({len(chosen)})"] if chosen else []
        for template in chosen:
            organs = ", ".join(short for short, one in operators.SHORT.items() if one in template.organs)
            house = " [house]" if template.house else ""
            lines.append(f"  {template.name:<{width}}  {template.title} ({organs}){house}")
    return "".join(f"{line}\n" for line in lines)


def _page(template: Template, organ: Organ | None) -> str:
    """One template, as one reads up on it before using it."""
    house = ", house" if template.house else ""
    parts = [
        f"{template.name} ({template.part}{house}): {template.title}",
        textwrap.fill(template.say, WIDTH),
        textwrap.fill(f"For texts of the {'; the '.join(one.value for one in template.organs)}.", WIDTH),
        textwrap.fill(template.guidance, WIDTH),
        "Slots\n" + "\n".join(map(_slot_lines, template.slots)) if template.slots else "It has no slots.",
        "Example\n" + _indented(_example(template, organ)),
        f"File: {template.source}",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _slot_lines(slot: Slot) -> str:
    facts = [f"{slot.type.name}: {slot.type.form}"]
    if slot.draft:
        facts.append(f"taken from the draft ({slot.draft})")
    if slot.default:
        facts.append(f"by default “{slot.default}”")
    if slot.optional:
        facts.append("may be left empty")
    return f"  {slot.name}: {slot.help}\n" + textwrap.fill(
        "; ".join(facts), WIDTH, initial_indent="      ", subsequent_indent="      "
    )


def _indented(text: str) -> str:
    return "\n".join(
        textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  ") for line in text.splitlines()
    )


def _example(template: Template, organ: Organ | None) -> str:
    """The example as Markdown: in a text of that organ if it stands in such texts, else of its first one."""
    from assistant.templating import example
    from precedent.numbering import numbered
    from precedent.reading.markdown.inline import write_inline

    filled = example(template, organ if organ in template.organs else None)
    lines = [
        (f"{paragraph.number} " if paragraph.level else "")
        + write_inline(paragraph.text, paragraph.italics, paragraph.notes)
        for paragraph in numbered(filled.paragraphs)
    ]
    lines += [f"[^{note.marker}]: {write_inline(note.text, note.italics)}" for note in filled.footnotes]
    return "\n".join(lines)


def _record(template: Template, organ: Organ | None) -> dict[str, Any]:
    return {
        "name": template.name,
        "title": template.title,
        "say": template.say,
        "part": template.part.value,
        "organs": [one.value for one in template.organs],
        "guidance": template.guidance,
        "house": template.house,
        "file": str(template.source),
        "slots": [
            {
                "name": slot.name,
                "type": slot.type.name,
                "help": slot.help,
                "default": slot.default,
                "draft": slot.draft,
                "optional": slot.optional,
                "examples": {one.value: text for one, text in slot.examples},
            }
            for slot in template.slots
        ],
        "example": _example(template, organ),
    }
