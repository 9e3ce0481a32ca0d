"""Two texts laid beside each other: nothing is lost, what moved is found, each change has its kind."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.collating import Collation, Fate, collated, collation_record, fold_words, folded, is_fold
from assistant.comparing import Nature
from assistant.export.collation import collation_page, write_collation
from assistant.export.errors import ExportError
from assistant.resources import sample_folder
from assistant.workbench import NoBaseError, Workbench
from precedent.reading import read
from precedent.resolution import Kind, Paragraph, Resolution, labelled

EARLIER, LATER = (sample_folder() / name for name in ("A_RES_113_28.md", "A_RES_114_35.md"))
LAMPS = (
    "Recalling the lamps of all harbours, great and small,",
    "Noting that a buoy without a bell is heard by nobody at night,",
    "Decides to count the lighthouses of the northern coast in 2058;",
    "Requests the keepers to write down what they see each evening;",
    "Invites every harbour to lend its oldest lamp to the museum;",
)
WORDS = st.lists(
    st.sampled_from(["lamp", "buoy", "bell", "harbour", "light", "boat", "night", "coast", "keeper", "2058"]),
    max_size=9,
)


def text(*paragraphs: str, title: str = "Lamps") -> Resolution:
    made = (Paragraph(kind=Kind.OPERATIVE, text=words) for words in paragraphs)
    return Resolution(title=title, paragraphs=labelled(made))


def fates(told: Collation) -> list[tuple[str, Fate]]:
    return [(pair.label, pair.fate) for pair in told.pairs if pair.fate is not Fate.SAME]


def test_equal_texts_have_no_change() -> None:
    told = collated(text(*LAMPS), text(*LAMPS))
    assert not told.changed
    assert told.summary == "the two texts are the same"


def test_a_paragraph_that_moved_stands_beside_the_words_it_had() -> None:
    moved = [*LAMPS[1:], LAMPS[0].replace("great and small", "small and great")]
    told = collated(text(*LAMPS), text(*moved))
    (change,) = told.changed
    assert change.before
    assert change.after
    assert (change.before.label, change.after.label) == ("OP1", "OP5")
    assert change.moved
    assert change.fate is Fate.REWORDED
    assert [pair.label for pair in told.pairs if pair.fate is Fate.LEFT] == ["OP5"]
    assert "moved from OP1" in change.told


def test_a_move_alone_is_a_change() -> None:
    told = collated(text(*LAMPS), text(*LAMPS[1:], LAMPS[0]))
    assert [(pair.fate, pair.nature) for pair in told.changed] == [(Fate.MOVED, Nature.SUBSTANTIVE)]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("in 2058", "in 2059", Nature.TECHNICAL),
        ("to count the lighthouses", "to count the light-houses", Nature.EDITORIAL),
        ("northern coast", "southern coast", Nature.SUBSTANTIVE),
    ],
)
def test_each_change_has_its_kind(before: str, after: str, kind: Nature) -> None:
    assert before in LAMPS[2]
    told = collated(text(*LAMPS), text(*LAMPS[:2], LAMPS[2].replace(before, after), *LAMPS[3:]))
    assert [pair.nature for pair in told.changed] == [kind]
    assert told.count(kind) == 1


def test_the_masthead_and_the_notes_are_compared_too() -> None:
    before, after = (read(path) for path in (EARLIER, LATER))
    told = collated(before, after)
    labels = {pair.label for pair in told.changed}
    assert "session" in labels
    assert any(label.startswith("FN") for label in labels)
    titled = collated(before, replace(before, title="Other lamps"))
    assert [pair.label for pair in titled.changed] == ["title"]


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
def test_every_line_of_both_texts_is_there_once(before: list[list[str]], after: list[list[str]]) -> None:
    one, other = (text(*(" ".join(words) for words in lines)) for lines in (before, after))
    told = collated(one, other)
    pairs = [pair for pair in told.pairs if pair.fate is not Fate.LEFT]
    for side, whole in (("before", one), ("after", other)):
        sides = [found for pair in pairs if (found := getattr(pair, side))]
        labels = [found.label for found in sides if found.label != "title"]
        assert sorted(labels) == sorted(p.label for p in whole.paragraphs)
        assert all(found.text == whole.text_at(found.label) for found in sides if found.label != "title")
    order = [pair.after.label for pair in pairs if pair.after]
    assert order == ["title", *(p.label for p in other.paragraphs)]
    for pair in pairs:
        runs = pair.runs
        assert "".join(r.text for r in runs if r.kind != "insert").split() == (
            pair.before.text.split() if pair.before else []
        )
    for only in (None, *Nature):
        groups = list(folded(told.pairs, only))
        assert [pair for group in groups for pair in group] == list(told.pairs)
        shown = [group[0] for group in groups if not is_fold(group, only)]
        assert shown == [pair for pair in told.changed if only in (None, pair.nature)]
        assert all(fold_words(group) for group in groups)


def test_the_page_holds_every_word_and_opens_alone(tmp_path: Path) -> None:
    before, after = (read(path) for path in (EARLIER, LATER))
    told = collated(before, after)
    page = collation_page(told)
    assert "<script" not in page
    assert "http" not in page
    words = set(unescape(re.sub(r"<[^>]+>", " ", page)).split())
    for paragraph in (*before.paragraphs, *after.paragraphs):
        left_out = set(paragraph.text.split()) - words
        assert all(set(re.findall(r"\w+", word)) <= set(re.findall(r"\w+", page)) for word in left_out)
    assert write_collation(told, tmp_path / "c.html").read_text(encoding="utf-8") == page
    with pytest.raises(ExportError, match=r"name it c\.html"):
        write_collation(told, tmp_path / "c.docx")


def test_the_command_compares_files_symbols_and_a_draft_with_its_base(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--home", str(tmp_path / "home")]
    assert main(["add", str(sample_folder()), *home]) == ExitStatus.DONE
    draft = str(tmp_path / "draft.md")
    rolled = ["roll", "A/RES/114/35", "--session", "115", "--as-of", "2060-10-01", "--to", draft]
    assert main([*rolled, *home]) == ExitStatus.FINDINGS
    capsys.readouterr()
    assert main(["compare", "A/RES/113/28", str(LATER), *home]) == ExitStatus.DONE
    told = capsys.readouterr().out
    assert told.startswith("A/RES/113/28 → A_RES_114_35.md: ")
    assert "[-" in told
    assert main(["compare", draft, *home]) == ExitStatus.DONE
    told = capsys.readouterr().out
    assert "technical" in told
    assert "substantive" not in told
    assert main(["compare", draft, "--only", "editorial", *home]) == ExitStatus.DONE
    assert "[-" not in capsys.readouterr().out
    assert main(["compare", draft, "--format", "html", *home]) == ExitStatus.DONE
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")
    assert main(["compare", str(EARLIER), *home]) == ExitStatus.UNREADABLE
    assert "name two texts" in capsys.readouterr().err


def test_a_record_is_plain_data() -> None:
    record = collation_record(collated(text(*LAMPS), text(*LAMPS[1:], "Thanks the keepers;")))
    assert record["counts"]["added"] == 1
    assert {pair["fate"] for pair in record["pairs"]} <= {
        "unchanged",
        "reworded",
        "added",
        "removed",
        "moved",
    }


def test_one_text_without_a_base_is_not_compared(tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    with pytest.raises(NoBaseError):
        bench.collation(EARLIER)
