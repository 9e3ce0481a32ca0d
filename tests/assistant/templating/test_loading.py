"""Template files found: a bad one names its file and line, and the others are there."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.resources import templates_folder
from assistant.templating import TemplateError, Templates, UnknownTemplateError, load_templates, loading
from assistant.templating.filling import check
from assistant.templating.front import parse_template
from precedent.resolution import Kind
from precedent.session import Organ

GOOD = """{#
title = "A bridge"
say = "There is a bridge."
part = "operative"
organs = ["General Assembly"]

[slots.bridge]
type = "text"
help = "The bridge"
example = "the old bridge"
#}
*Notes* {{ bridge }};
"""


@pytest.fixture
def alone(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one template comes with the program, which makes loading quick."""
    folder = tmp_path_factory.mktemp("templates")
    (folder / "ferry.md.j2").write_text(GOOD.replace("bridge", "ferry"), encoding="utf-8")
    monkeypatch.setattr(loading, "templates_folder", lambda: folder)


def loaded(folder: Path, text: str | bytes, name: str = "bridge") -> Templates:
    data = text.encode() if isinstance(text, str) else text
    (folder / f"{name}.md.j2").write_bytes(data)
    return load_templates(folder)


def test_the_house_has_templates_of_its_own(tmp_path: Path) -> None:
    templates = loaded(tmp_path, GOOD)
    template = templates.named("bridge")
    assert templates.problems == ()
    assert template.house
    assert template.part is Kind.OPERATIVE
    assert not templates.named("requests-report").house


def test_the_house_has_the_last_word(tmp_path: Path) -> None:
    (tmp_path / "operative").mkdir()
    templates = loaded(tmp_path / "operative", GOOD, "requests-report")
    assert templates.named("requests-report").title == "A bridge"
    assert len(templates.templates) == len(load_templates().templates)


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert load_templates(tmp_path / "nowhere") == load_templates()


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("{#", "{% comment %}", 1, "does not begin with"),
        ("#}\n", "\n", 1, "does not begin with"),
        ('say = "There', "say = There", 3, "no TOML"),
        ('title = "A bridge"\n', "", 1, "title is missing"),
        ('title = "A bridge"', "title = 7", 2, "title is of the wrong type"),
        ('say = "There is a bridge."', 'say = ""', 3, "say is missing"),
        ("organs =", "organ =", 5, "has a key organ that means nothing"),
        ('["General Assembly"]', '["Parliament"]', 5, "'Parliament' is no organ"),
        ('"operative"', '"annex"', 4, "part is 'annex'"),
        ("[slots.bridge]", "[slots.Bridge]", 7, "small_letters"),
        ("[slots.bridge]", "[slots.organ]", 7, "always provided"),
        ('type = "text"', 'type = "word"', 8, "of type 'word'"),
        ('type = "text"\n', "", 7, "type of slot bridge is missing"),
        ('type = "text"', 'type = "text"\ncolour = "red"', 9, "key colour of slot bridge"),
        ('type = "text"', 'type = "text"\ndraft = "colour"', 9, "takes 'colour' from the draft"),
        ('type = "text"', 'type = "date"', 7, "“the old bridge” is not a date; write 2025-12-15"),
        ('type = "text"', 'type = "text"\ndefault = "."', 7, "example or default of slot bridge"),
        ('example = "the old bridge"\n', "", 7, "example of slot bridge is missing"),
        ('example = "the old bridge"', 'example = { "Security Council" = "x" }', 10, "no example for"),
        ("{{ bridge }}", "{{ bridge }", 12, "Jinja does not understand it"),
        ("{{ bridge }}", "{{ bridge | arch }}", 12, "No filter named 'arch'"),
        ("{{ bridge }}", "{{ bridge }} over\n{{ river }}", 13, "river is used but is no slot"),
        ("{{ bridge }}", "a bridge", 7, "slot bridge is declared but nowhere used"),
        ("{{ bridge }}", "{{ bridge.arch }}", 12, "it cannot be filled"),
        ("{{ bridge }}", "{% include 'x' %}{{ bridge }}", 12, "it cannot be filled"),
        ("*Notes*", "Notes", 12, "no opening in"),
        ("}};", "}},", 12, "must end with “;” or “.”"),
        ("}};", "}};[^1]", 12, "note 1"),
    ],
)  # fmt: skip
def test_a_bad_template_names_its_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in GOOD
    templates = loaded(tmp_path, GOOD.replace(old, new, 1))
    assert [template.name for template in templates.templates] == ["ferry"]
    (problem,) = templates.problems
    assert problem.path == tmp_path / "bridge.md.j2"
    assert words in problem.text
    assert problem.line == line
    assert str(problem).startswith(f"{problem.path}:{line}: ")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\x00" * 100, GOOD.encode("utf-16"), b"{#" * 1000])
def test_a_file_that_is_no_template_is_one_problem(tmp_path: Path, data: bytes) -> None:
    templates = loaded(tmp_path, data)
    assert len(templates.problems) == 1
    assert [template.name for template in templates.templates] == ["ferry"]


FILES = [path.read_text(encoding="utf-8") for path in sorted(templates_folder().rglob("*.md.j2"))]
SCRAPS = ("{{", "}}", "{%", "%}", "{#", "#}", "\n", "*", "[^1]", '"', "=", "[slots.x]", "(" * 3000)
FAILING = ("{{ self }}", "{{ cycler() }}", "{{ [] | noted }}", "{{ 'x' | cited }}", "{{ range(10 ** 9) }}")


@settings(max_examples=300)
@given(
    text=st.sampled_from(FILES),
    place=st.floats(0, 1),
    gone=st.integers(0, 12),
    scrap=st.sampled_from(SCRAPS + FAILING),
)
def test_a_mutated_template_is_good_or_names_its_line(text: str, place: float, gone: int, scrap: str) -> None:
    at = int(place * len(text))
    mutated = text[:at] + scrap + text[at + gone :]
    line = 1
    try:
        check(parse_template(mutated, Path("mutated.md.j2")))
    except TemplateError as error:
        line = error.problem.line
    assert 1 <= line <= mutated.count("\n") + 2


def test_a_broken_house_template_leaves_the_one_that_it_would_replace(tmp_path: Path) -> None:
    templates = loaded(tmp_path, GOOD.replace("#}", ""), "requests-report")
    assert not templates.named("requests-report").house
    assert len(templates.problems) == 1


def test_a_name_that_is_not_there_suggests_near_ones() -> None:
    with pytest.raises(UnknownTemplateError, match="requests-report"):
        load_templates().named("request-report")
    with pytest.raises(UnknownTemplateError, match="penholder templates lists them"):
        load_templates().named("xyzzy")


def test_they_are_chosen_by_organ_and_part() -> None:
    templates = load_templates()
    council = templates.of(organ=Organ.ECONOMIC_AND_SOCIAL_COUNCIL, part=Kind.OPERATIVE)
    assert "decides-theme" in {template.name for template in council}
    assert "decides-agenda-item" not in {template.name for template in council}
    assert {template.part for template in council} == {Kind.OPERATIVE}


def test_they_stand_in_the_order_of_a_text() -> None:
    templates = load_templates().templates
    places = [(template.part is Kind.OPERATIVE, template.order) for template in templates]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert all(template.source.is_relative_to(templates_folder()) for template in templates)
