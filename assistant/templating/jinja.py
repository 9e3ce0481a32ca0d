"""Jinja, and nothing else: the names that a template uses, and its text with the blanks filled.

Sandboxed, and an unknown name is an error. A value cannot become markup of either language: Jinja never reads
values, and every expression is escaped on its way out, so that the Markdown reader takes it as words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import meta, nodes
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from assistant.templating.blocks import escaped
from assistant.templating.slots import Value, capital, cited, noted, printed
from precedent.session import Organ


class JinjaError(Exception):
    """What Jinja refused, with the line of the text."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


def used_names(text: str) -> dict[str, int]:
    """The names that a template takes from outside, each with the first line it stands on.

    Raises:
        JinjaError: where the text is not Jinja's language.
    """
    try:
        tree = _environment().parse(text)
        names = sorted(meta.find_undeclared_variables(tree))
    except jinja2.TemplateSyntaxError as error:
        raise _misread(error) from error
    except RecursionError as error:
        raise JinjaError(1, "its expressions are nested too deep") from error
    lines: dict[str, int] = {}
    for node in tree.find_all(nodes.Name):
        lines[node.name] = min(node.lineno, lines.get(node.name, node.lineno))
    return {name: lines.get(name, 1) for name in names}


def render(text: str, variables: Mapping[str, Value]) -> str:
    """The text with its blanks filled.

    Raises:
        JinjaError: where it cannot be read or filled.
    """
    try:
        return _compiled(text).render(variables)
    except jinja2.TemplateSyntaxError as error:
        raise _misread(error) from error
    except (
        jinja2.TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        raise JinjaError(_line(error.__traceback__), f"it cannot be filled: {error}") from error


def _in_text_of_organ(form: Callable[[Any, Organ], str]) -> Callable[[Context, Any], str]:
    """A filter that is told in whose text it stands."""

    @jinja2.pass_context
    def names(context: Context, resolutions: Any) -> str:  # noqa: ANN401 - whatever a template gives it
        return form(resolutions, Organ(context["organ"]))

    return names


FILTERS: dict[str, Callable[..., str]] = {
    "cited": _in_text_of_organ(cited),
    "noted": _in_text_of_organ(noted),
    "capital": capital,
}
"""What a template may write after "|", beside the filters of Jinja."""


@cache
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        # What is written is Markdown: `finalize` escapes for that, where autoescape would for HTML.
        autoescape=False,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: escaped(str(printed(value))),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment


@cache
def _compiled(text: str) -> jinja2.Template:
    return _environment().from_string(text)


def _misread(error: jinja2.TemplateSyntaxError) -> JinjaError:
    return JinjaError(error.lineno, f"Jinja does not understand it: {error.message}")


def _line(trace: TracebackType | None) -> int:
    """The line where it failed: Jinja puts frames of the template's own into the traceback."""
    line = 1
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
