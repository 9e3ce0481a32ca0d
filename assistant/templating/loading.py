"""The template files found: those that come with the program and those of the house."""

from __future__ import annotations

from pathlib import Path

from assistant.resources import templates_folder
from assistant.templating.filling import check
from assistant.templating.front import parse_template
from assistant.templating.template import SUFFIX, Template, TemplateError, TemplateProblem, Templates


def load_templates(house: Path | None = None) -> Templates:
    """Every template that can be used, in the order of a whole text; each of the others is a problem.

    A template in the folder `house` takes the place of the one that has its name. A folder that is not there
    holds no templates.
    """
    found: dict[str, Template] = {}
    problems: list[TemplateProblem] = []
    for folder, own in ((templates_folder(), False), (house, True)):
        for path in sorted(folder.rglob(f"*{SUFFIX}")) if folder else ():
            try:
                template = _load(path, own)
            except TemplateError as error:
                problems.append(error.problem)
            else:
                found[template.name] = template
    ordered = sorted(found.values(), key=lambda t: (t.part.value != "preambular", t.order, t.name))
    return Templates(tuple(ordered), tuple(problems))


def _load(path: Path, house: bool) -> Template:  # noqa: FBT001 - private
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise TemplateError(path, 1, f"it cannot be read: {reason}") from error
    template = parse_template(text, path, house=house)
    check(template)
    return template
