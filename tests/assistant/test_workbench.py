"""The use cases, as both faces call them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import editing
from assistant.checks import put_aside
from assistant.draft import Draft
from assistant.errors import DraftExistsError
from assistant.mending import take
from assistant.resources import sample_folder
from assistant.workbench import OpenFindingsError, Workbench
from precedent.errors import UnknownDocumentError, UnreadableFileError
from precedent.index import Query
from precedent.resolution import Resolution
from precedent.session import Organ, Session
from tests.assistant.editions import AS_OF, SESSION, edition, rolled
from tests.sample_facts import FIRST, SECOND, THIRD


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose index holds the sample."""
    home = tmp_path_factory.mktemp("filled")
    bench = Workbench(home)
    assert bench.add([sample_folder()]).added == 5
    bench.close()
    return home


@pytest.fixture
def bench(filled: Path) -> Iterator[Workbench]:
    bench = Workbench(filled, today=lambda: AS_OF, owner="a test")
    yield bench
    bench.close()


def sample_file(symbol: str) -> Path:
    return sample_folder() / f"{symbol.replace('/', '_')}.md"


def test_a_text_is_a_file_or_a_symbol(bench: Workbench) -> None:
    assert bench.text(sample_file(THIRD)) == bench.text(str(sample_file(THIRD))) == edition(THIRD)
    assert bench.text(THIRD) == edition(THIRD)


@pytest.mark.parametrize("name", ["A/RES/1/1", "missing.md", ""])
def test_what_is_neither_says_what_to_do(bench: Workbench, name: str) -> None:
    with pytest.raises((UnknownDocumentError, UnreadableFileError)):
        bench.text(name)


def test_rolls_as_the_pure_function_does(bench: Workbench) -> None:
    assert bench.roll(THIRD, session=SESSION, as_of=AS_OF) == rolled()
    assert bench.roll(sample_file(THIRD)) == rolled()


def test_finds_agreed_language(bench: Workbench) -> None:
    text = edition(THIRD).text_at("OP12") or ""
    best = bench.find(Query(text))[0]
    assert (best.symbol, best.label, best.text) == (THIRD, "OP12", text)


def test_names_the_editions_of_a_draft_and_of_a_text(bench: Workbench) -> None:
    expected = [FIRST, SECOND, THIRD]
    assert [card.symbol for card in bench.editions(rolled())] == expected
    assert [card.symbol for card in bench.editions(edition(FIRST))] == expected


def test_checks_a_draft_on_the_day_that_it_expects(bench: Workbench) -> None:
    today = Workbench(bench.home, today=lambda: dt.date(2060, 1, 1))
    assert today.check(rolled()) == bench.check(rolled())
    early = [f for f in today.check(rolled(), as_of=dt.date(2060, 1, 1)) if f.rule == "stale-tense"]
    assert [f.label for f in early if "still ahead" in f.message] == [
        "OP3"
    ]  # rolled for October: it was held in May
    assert [f.label for f in early if "will be past" in f.message] == []
    late = [f for f in bench.check(rolled()) if f.rule == "stale-tense"]
    assert [f.label for f in late if "will be past" in f.message] == ["OP3"]
    today.close()


def test_leaves_out_what_the_drafter_put_aside(bench: Workbench) -> None:
    finding = next(f for f in bench.check(rolled()) if f.label == "OP4")
    aside = put_aside(rolled(), finding, "agreed")
    assert len(bench.check(aside)) == len(bench.check(rolled())) - 1
    assert len(bench.check(aside.resolution)) == len(bench.check(rolled().resolution))


def test_the_gate_tells_what_is_put_aside_as_the_list_of_it_does(bench: Workbench) -> None:
    aside = put_aside(rolled(), bench.check(rolled())[0], "agreed in informals")
    point = bench.gate(aside).point("dismissals")
    assert [item.about.endswith(": agreed in informals") for item in point.items] == [True]
    assert [a.dismissal.reason for a in bench.dismissals(aside)] == ["agreed in informals"]


def test_a_draft_file_is_a_draft_and_an_adopted_text_is_not(bench: Workbench, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    bench.create(file, rolled()).close()
    assert bench.draft_or_text(file) == bench.draft(file) == rolled()
    assert isinstance(bench.draft_or_text(file), Draft)
    adopted = bench.draft_or_text(sample_file(THIRD))
    assert isinstance(adopted, Resolution)
    assert adopted.masthead.adopted == edition(THIRD).masthead.adopted


def test_a_draft_is_made_once(bench: Workbench, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    bench.create(file, rolled()).close()
    written = file.read_bytes()
    with pytest.raises(DraftExistsError, match=r"draft\.md"):
        bench.create(file, rolled())
    assert file.read_bytes() == written
    bench.create(file, rolled(), overwrite=True).close()


def test_a_suggestion_taken_at_the_desk_is_undone_there(bench: Workbench, tmp_path: Path) -> None:
    with bench.create(tmp_path / "draft.md", rolled()) as desk:
        finding = next(f for f in bench.check(desk.draft) if f.label == "PP2")
        desk.do(take(desk.draft, finding), "Take a suggestion")
        assert "2060/9 of 23 July 2060" in (desk.draft.resolution.text_at("PP2") or "")
        desk.undo()
        assert desk.draft == rolled()
        desk.redo()
        desk.save()
    again = bench.open(tmp_path / "draft.md", read_only=True)
    assert "2060/9 of 23 July 2060" in (again.draft.resolution.text_at("PP2") or "")
    again.close()


def test_recent_drafts_come_last_opened_first_while_they_exist(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "home")
    assert bench.recent() == ()
    files = [tmp_path / f"{name}.md" for name in ("one", "two", "three")]
    for file in files:
        bench.create(file, rolled()).close()
    bench.open(files[0]).close()
    assert bench.recent() == (files[0], files[2], files[1])
    files[2].unlink()
    assert bench.recent() == (files[0], files[1])
    (bench.home / "recent.json").write_text("{ not JSON", encoding="utf-8")
    assert bench.recent() == ()


def test_only_the_last_dozen_are_kept(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "home")
    for number in range(15):
        bench.create(tmp_path / f"{number}.md", rolled()).close()
    assert [path.stem for path in bench.recent()] == [str(n) for n in range(14, 2, -1)]


def stale(draft: Draft) -> Draft:
    """The draft with a session named that is past."""
    text = draft.resolution.text_at("OP21") or ""
    words = "one hundred and sixteenth session"
    start = text.index(words)
    return editing.replace_words(draft, "OP21", start, start + len(words), "one hundred and tenth session")


def test_export_refuses_while_something_certain_is_open(bench: Workbench, tmp_path: Path) -> None:
    target = tmp_path / "draft.html"
    with pytest.raises(OpenFindingsError, match="OP21") as refusal:
        bench.export(stale(rolled()), target)
    assert [f.label for f in refusal.value.findings] == ["OP21"]
    assert not target.exists()
    assert bench.export(stale(rolled()), target, force=True).path == target
    assert "one hundred and tenth session" in target.read_text(encoding="utf-8")


def test_export_does_not_refuse_for_what_was_put_aside(bench: Workbench, tmp_path: Path) -> None:
    draft = stale(rolled())
    (finding,) = (f for f in bench.check(draft) if f.label == "OP21")
    aside = put_aside(draft, finding, "as instructed")
    assert bench.export(aside, tmp_path / "draft.md").path.exists()


def test_a_draft_is_never_exported_over(bench: Workbench, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    bench.create(file, rolled()).close()
    written = file.read_bytes()
    with pytest.raises(DraftExistsError, match="choose another name"):
        bench.export(rolled(), file, force=True)
    assert file.read_bytes() == written
    exported = bench.export(rolled(), tmp_path / "out.md", force=True).path
    assert bench.export(rolled(), exported, force=True).path == exported


def test_an_empty_draft_can_be_checked_and_exported(bench: Workbench, tmp_path: Path) -> None:
    organ = Organ.GENERAL_ASSEMBLY
    draft = bench.empty_draft(organ, Session(organ, 115), "Ferries")
    assert [f.rule for f in bench.check(draft)] == ["masthead-open"]
    assert bench.export(draft, tmp_path / "empty.docx").path.stat().st_size > 1000


def test_a_home_that_nothing_was_added_to_answers(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "nothing")
    assert bench.find(Query("lamps")) == []
    assert bench.editions(rolled()) == ()
    assert isinstance(bench.check(rolled()), tuple)
    assert not (tmp_path / "nothing").exists()
    bench.close()
