"""Each template file, by what it gives: the form that the genre asks for."""

import datetime as dt
import re
from pathlib import Path

import pytest

from assistant.checks import Context, Severity, check
from assistant.draft import Draft
from assistant.editing import insert, move
from assistant.placing import insert_filled
from assistant.resources import templates_folder
from assistant.templating import Filled, Template, example, example_setting, fill, load_templates
from assistant.templating.slots import printed
from precedent.references import ResolutionCitation, find_references
from precedent.resolution import DocumentKind, Kind, Masthead, Paragraph, Span
from precedent.session import Organ
from tests.shelf import Shelf

FILES = sorted(templates_folder().rglob("*.md.j2"))
LOADED = load_templates()
CASES = [(template, organ) for template in LOADED.templates for organ in template.organs]

PARTICIPLE = re.compile(r"(?:\w+ing|Mindful|Guided|Aware|Convinced|Concerned|Conscious|Determined)\b")
"""How a preambular paragraph begins."""
VERB = re.compile(r"[A-Z]\w+s\b")
"""How an operative paragraph begins."""
WRONG = {
    r"[{}%#\\_`<>]": "marks of a template or of Markdown",
    r"  |^ | $| [,.;:]|,,|;;|,;": "spaces and marks (PU14)",
    r"[\"']": "straight quotation marks (PU08)",
    r"\b(?:UN|GA|ECOSOC|SDGs?|LDCs?|SIDS|NGOs?|ICTs?)\b": "abbreviations (WD10)",
    r"\bthis resolution\b": "the present resolution (RF08)",
    r"\b(?:our|we|us)\b": "one organ speaks (WD15)",
    r"\bmember [Ss]tates\b|\bMember states\b": "Member States (WD05)",
    r"\b(?:percent|toward|titled|calls on)\b": "fixed forms",
    r"\b\w+(?:nis|lis|ris|gnis|phasis|tilis|bilis)(?:e|es|ed|ing|ation)\b": "Oxford spelling (WD01)",
    r"\b(?:etc|e\.g|i\.e)\b": "no etc. (WD14)",
    r"\b\d{2}(?:st|nd|rd|th)\b": "ordinals in words",
    r"\b(?:last|next) (?:year|month)\b|\brecently\b": "no relative dates (DT02)",
    r"\d{4}-\d{4}": "a dash between years (PU09)",
    r"\(A/|\(E/": "symbols stand in footnotes (RF13)",
    r"; and$": "no “and” before the last sub-paragraph (PU03)",
}  # fmt: skip


def identity(value: object) -> str:
    return value.name if isinstance(value, Template | Organ) else str(value)


def everything(filled: Filled) -> str:
    return " ".join([p.text for p in filled.paragraphs] + [note.text for note in filled.footnotes])


def test_there_are_enough_and_all_load() -> None:
    assert [str(problem) for problem in LOADED.problems] == []
    assert len(LOADED.templates) == len(FILES) >= 110


@pytest.mark.parametrize(
    ("organ", "fewest", "own"),
    [
        (Organ.GENERAL_ASSEMBLY, 60, 10),
        (Organ.ECONOMIC_AND_SOCIAL_COUNCIL, 20, 10),
        (Organ.HUMAN_RIGHTS_COUNCIL, 20, 15),
        (Organ.SECURITY_COUNCIL, 6, 6),
    ],
)
def test_every_organ_has_its_own(organ: Organ, fewest: int, own: int) -> None:
    found = LOADED.of(organ=organ)
    assert len(found) >= fewest
    assert len([template for template in found if template.organs == (organ,)]) >= own


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_stands_in_the_folder_of_its_part(path: Path) -> None:
    template = LOADED.named(path.name.removesuffix(".md.j2"))
    assert template.source == path
    assert template.part.value == path.parent.name


@pytest.mark.parametrize("template", LOADED.templates, ids=identity)
def test_says_what_it_is_for(template: Template) -> None:
    assert template.title[0].isupper()
    assert not template.title.endswith(".")
    assert template.say.endswith(".")
    assert len(template.guidance.split()) >= 8
    assert template.guidance.endswith(".")
    assert all(slot.help and not slot.help.endswith(".") for slot in template.slots)


@pytest.mark.parametrize(("template", "organ"), CASES, ids=identity)
def test_gives_a_paragraph_in_the_form_of_its_part(template: Template, organ: Organ) -> None:
    filled = example(template, organ)
    first, *parts = filled.paragraphs
    begin, marks = (PARTICIPLE, ",") if template.part is Kind.PREAMBULAR else (VERB, ":" if parts else ";")
    assert begin.match(first.opening)
    assert not re.search(r" (?:of|that|to|the)$", first.opening)
    assert first.italics[0].start == 0
    assert first.text.endswith(tuple(marks))
    assert all(part.text.endswith(";") and part.text[0].isupper() and not part.italics for part in parts)
    assert all(note.text.endswith(".") for note in filled.footnotes)


@pytest.mark.parametrize(("template", "organ"), CASES, ids=identity)
def test_keeps_the_house_style(template: Template, organ: Organ) -> None:
    filled = example(template, organ)
    for pattern, what in WRONG.items():
        for paragraph in filled.paragraphs:
            quoted = re.sub(r"“[^”]*”", "“”", paragraph.text)
            assert not re.search(pattern, quoted), what
    assert not re.search(r"[{}%#\\_`<>]", everything(filled))


@pytest.mark.parametrize(("template", "organ"), CASES, ids=identity)
def test_dates_every_resolution_that_it_mentions(template: Template, organ: Organ) -> None:
    for paragraph in example(template, organ).paragraphs:
        found = [r for r in find_references(paragraph.text, organ) if isinstance(r, ResolutionCitation)]
        assert organ is Organ.SECURITY_COUNCIL or all(citation.dated for citation in found)
        assert all(citation.own == (citation.symbol.organ is organ) for citation in found)


@pytest.mark.parametrize(("template", "organ"), CASES, ids=identity)
def test_calls_a_note_behind_the_mark(template: Template, organ: Organ) -> None:
    for paragraph in example(template, organ).paragraphs:
        for note in paragraph.notes:
            assert not re.match(r"[,;:.\w]", paragraph.text[note.offset :])


@pytest.mark.parametrize(("template", "organ"), CASES, ids=identity)
def test_prints_every_value(template: Template, organ: Organ) -> None:
    words = everything(example(template, organ))
    for slot in template.slots:
        value = slot.read(slot.example(organ), organ)
        for part in value if isinstance(value, tuple) else (value,):
            assert printed(part) in words, slot.name


@pytest.mark.parametrize(("template", "organ"), CASES, ids=identity)
def test_reads_well_without_what_may_be_left_out(template: Template, organ: Organ) -> None:
    values = template.examples(organ) | {slot.name: "" for slot in template.slots if slot.optional}
    text = fill(template, values, example_setting(organ)).paragraph.text
    assert not re.search(r"  | [,.;:]|,,|,;", text)


@pytest.mark.parametrize("organ", [Organ.GENERAL_ASSEMBLY, Organ.ECONOMIC_AND_SOCIAL_COUNCIL])
def test_both_parts_are_served(organ: Organ) -> None:
    assert len(LOADED.of(organ=organ, part=Kind.PREAMBULAR)) >= 15
    assert len(LOADED.of(organ=organ, part=Kind.OPERATIVE)) >= 25


ADOPTED_ON = {
    Organ.GENERAL_ASSEMBLY: dt.date(2026, 12, 10),
    Organ.ECONOMIC_AND_SOCIAL_COUNCIL: dt.date(2026, 7, 22),
    Organ.HUMAN_RIGHTS_COUNCIL: dt.date(2026, 7, 7),
    Organ.SECURITY_COUNCIL: dt.date(2026, 11, 3),
}
"""The day on which the made-up text of each organ would be adopted."""


def draft_with(filled: Filled, organ: Organ) -> Draft:
    """A small draft, right in itself, with a filled template in its place."""
    preambular = filled.paragraph.kind is Kind.PREAMBULAR
    head = Masthead(
        kind=DocumentKind.DRAFT,
        organ=organ,
        session=str(example_setting(organ).session).capitalize(),
        agenda_item="15",
        agenda_title="Public libraries",
        sponsors=("Fiji",),
    )
    opening = Paragraph(kind=Kind.PREAMBULAR, text="Aware of the part of libraries,", italics=(Span(0, 5),))
    end = Paragraph(kind=Kind.OPERATIVE, text="Thanks all those who read.", italics=(Span(0, 6),))
    drafted = Draft(masthead=head, title="Public libraries", enacting=organ.enacting)
    for paragraph in (opening,) if preambular else (opening, end):
        drafted, _ = insert(drafted, paragraph, after=drafted.entries[-1].id if drafted.entries else None)
    drafted, _ = insert_filled(drafted, filled, after=drafted.entries[0].id if preambular else None)
    if preambular:
        return insert(drafted, end, after=drafted.entries[-1].id)[0]
    closing = next(entry.id for entry in drafted.entries if entry.content.text == end.text)
    return move(drafted, [closing], after=drafted.entries[-1].id)


@pytest.mark.parametrize(("template", "organ"), CASES, ids=identity)
def test_no_rule_finds_anything_in_its_example(template: Template, organ: Organ) -> None:
    text = draft_with(example(template, organ), organ).resolution
    found = check(text, Context(Shelf(), ADOPTED_ON[organ]))
    assert [f for f in found if f.severity is not Severity.INFO] == []
