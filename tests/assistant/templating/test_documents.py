"""docs/templates.md says what is so."""

import re
from pathlib import Path

import pytest

from assistant.templating import DRAWN, PROVIDED, TYPES, example, load_templates
from assistant.templating.jinja import FILTERS
from assistant.templating.slots import printed
from precedent.session import Organ

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "templates.md").read_text(encoding="utf-8")
TYPED = re.compile(r"^\| `(\w+)` \| (`[^|]+) \| ([^|]+) \|$", re.MULTILINE)
ROWS = {row[1]: (row[2], row[3]) for row in TYPED.finditer(PAGE)}


@pytest.mark.parametrize("name", [*TYPES, *FILTERS, *PROVIDED, *DRAWN])
def test_names_everything_that_a_template_can_use(name: str) -> None:
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize("kind", TYPES)
def test_what_is_typed_prints_as_it_says(kind: str) -> None:
    typed, expected = ROWS[kind]
    for value in re.findall(r"`([^`]+)`", typed):
        assert printed(TYPES[kind].read(value, Organ.GENERAL_ASSEMBLY)) in expected


def test_the_worked_example_is_a_template(tmp_path: Path) -> None:
    (text,) = (
        block for block in re.findall(r"```jinja\n(.*?)```", PAGE, re.DOTALL) if block.startswith("{#")
    )
    (tmp_path / "welcomes-bridge.md.j2").write_text(text, encoding="utf-8")
    loaded = load_templates(tmp_path)
    assert loaded.problems == ()
    filled = example(loaded.named("welcomes-bridge"), Organ.GENERAL_ASSEMBLY)
    shown = " ".join(PAGE.replace("\n> ", " ").split())
    assert filled.paragraph.text.removeprefix("Welcomes ") in shown
    assert filled.footnotes[0].text in shown
