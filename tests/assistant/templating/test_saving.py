"""A paragraph saved as a template gives the same paragraph back, and its blanks take other values."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.cli import main
from assistant.draft import Draft, draft_of
from assistant.editing.pieces import Piece
from assistant.storage import draft_text, parse_draft
from assistant.templating import SavingError, Setting, defaults, fill, load_templates, template_text
from assistant.templating.filling import check
from assistant.templating.front import parse_template
from precedent.reading import read
from precedent.resolution import Kind
from precedent.session import Organ, Session
from tests.properties.test_draft_file import resolutions

DRAFT = """\
---
kind: draft resolution
organ: General Assembly
session: Eighty-first session
title: Ferries
---

*The General Assembly*,

*Recalling* its resolution 80/901 of 15 December 2025 and the earlier ones on ferries,[^1]

1. *Takes note* of the report on the meeting held from 7 to 11 July 2026 in {Ruritania};[^2]

2. *Calls upon* Member States:

    (a) To report by 31 March 2027;

    (b) To cross;

3. *Requests* the Secretary-General to report to it at its eighty-second session on ferries.

[^1]: Resolutions 77/903, 78/902 and 79/904.

[^2]: A/81/901.
"""


def saved(draft: Draft, label: str, name: str = "own") -> tuple[str, dict[str, str]]:
    text = template_text(draft, label, name)
    template = parse_template(text, Path(f"{name}.md.j2"))
    check(template)
    return text, template.examples(template.organs[0])


def test_dates_symbols_and_sessions_become_blanks() -> None:
    draft = parse_draft(DRAFT)
    assert saved(draft, "PP1")[1] == {
        "resolution": "A/RES/80/901",
        "adopted": "2025-12-15",
        "resolutions": "A/RES/77/903; A/RES/78/902; A/RES/79/904",
    }
    assert saved(draft, "OP1")[1] == {"days": "7 to 11 July 2026", "document": "A/81/901"}
    assert saved(draft, "OP2")[1] == {"day": "2027-03-31"}
    text, values = saved(draft, "OP3")
    assert values == {"session": "eighty-second"}
    assert text.endswith(
        "*Requests* the Secretary-General to report to it at its {{ session }} session on ferries.\n"
    )


def test_what_the_draft_knows_is_filled_from_it_beforehand() -> None:
    template = parse_template(template_text(parse_draft(DRAFT), "OP3", "own"), Path("own.md.j2"))
    later = Setting(organ=Organ.GENERAL_ASSEMBLY, session=Session(Organ.GENERAL_ASSEMBLY, 85))
    filled = fill(template, defaults(template, later), later)
    assert "at its eighty-sixth session" in filled.paragraph.text


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("OP9", "no paragraph OP9"),
        ("FN1", "no paragraph FN1"),
        ("OP2 (a)", "no whole preambular or operative paragraph"),
        ("OP4", "no opening in italics"),
    ],
)
def test_what_cannot_be_a_template_is_told(label: str, why: str) -> None:
    draft = parse_draft(DRAFT.replace("on ferries.", "on ferries;\n\n4. Thanks everybody."))
    with pytest.raises(SavingError, match=why):
        template_text(draft, label, "own")


@pytest.mark.parametrize("name", ["", "Own", "own thanks", "../own", "own.md", "-own"])
def test_a_name_is_a_files(name: str) -> None:
    with pytest.raises(SavingError, match="cannot be a template's name"):
        template_text(parse_draft(DRAFT), "OP1", name)


def expected(draft: Draft, label: str) -> list[str]:
    """The Markdown of a paragraph and its notes, as a template of it must give it."""
    texts = draft.resolution
    own = [p for p in texts.paragraphs if p.label == label or p.label.startswith(f"{label} (")]
    return [p.text for p in own]


@settings(max_examples=150)
@given(resolution=resolutions, title=st.text(max_size=12))
def test_any_paragraph_comes_back_or_is_refused(resolution: object, title: str) -> None:
    draft = draft_of(resolution)  # type: ignore[arg-type]
    organ = draft.masthead.organ or Organ.GENERAL_ASSEMBLY
    for paragraph in draft.resolution.paragraphs:
        try:
            text = template_text(draft, paragraph.label, "own", title=title, say=title)
        except SavingError:
            continue
        template = parse_template(text, Path("own.md.j2"))
        filled = fill(template, template.examples(organ), Setting.of(draft))
        assert [p.text for p in filled.paragraphs] == expected(draft, paragraph.label)
        settled = Piece.of(paragraph).settled()  # runs of italics that touch are one run
        assert filled.paragraph.italics == settled.italics


words = st.lists(
    st.sampled_from(
        ["its resolution 80/901 of 15 December 2025", "{{ organ }}", "{% if x %}", "#}", "{#", "a*b", "[^1]", "2027",
         "at its eighty-second session", "from 7 to 11 July 2026", "A/81/901", "eighty-second",
         "resolutions 78/902 and 79/904", "“its tenth session”", "\\", "<b>", "&amp;", "(a)", "}}", "ferries",
         "16 and 17 July 2026"]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)  # fmt: skip


@settings(max_examples=200)
@given(text=words)
def test_words_that_look_like_a_template_stay_words(text: str) -> None:
    draft = parse_draft(DRAFT)
    entry = draft.entries[-1]
    content = replace(entry.content, text=f"Requests {text}.")
    changed = draft.with_entry(replace(entry, content=content))
    template = parse_template(template_text(changed, "OP3", "own"), Path("own.md.j2"))
    filled = fill(template, template.examples(Organ.GENERAL_ASSEMBLY), Setting.of(changed))
    assert filled.paragraph.text == content.text
    assert filled.paragraph.italics == content.italics


def test_every_paragraph_of_a_real_draft(shared: Path) -> None:
    draft = draft_of(read(shared / "corpus" / "pdf" / "drafts" / "A_C.2_80_L.17.pdf"))
    whole = [
        p.label
        for p in draft.resolution.paragraphs
        if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not p.level and p.opening
    ]
    assert len(whole) > 100
    blanks = sum(len(saved(draft, label)[1]) for label in whole)
    assert blanks > 40


def test_the_command_saves_it_where_the_house_keeps_its_own(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(draft_text(parse_draft(DRAFT)), encoding="utf-8")
    call = ["templates", "--save", str(file), "OP3", "--name", "own-report", "--title", "Ask for a report"]
    assert main(call) == 0
    assert "blanks: session" in capsys.readouterr().err
    own = load_templates(home / "templates").named("own-report")
    assert own.house
    assert own.title == "Ask for a report"
    assert main(call) == 3
    assert "choose another name" in capsys.readouterr().err
    assert main([*call, "--force"]) == 0
    assert main(["templates", "--save", str(file), "OP3"]) == 2
