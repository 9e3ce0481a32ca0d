"""The opening screen: every way to begin, and what goes wrong said so that one can act."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from assistant.editing import set_title
from assistant.resources import sample_folder
from assistant.storage import Unfinished
from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.tui.forms import Form, FormError
from assistant.tui.opening import Opening
from assistant.tui.opening.adding import Adding
from assistant.tui.opening.choosing import Choosing
from assistant.tui.opening.guided import sources_of
from assistant.tui.questions import Question
from assistant.workbench import Workbench
from precedent.index import Progress
from precedent.resolution import Kind
from tests.loopback import serving
from tests.pdf_samples import DRAFT
from tests.tui.waiting import until

Make = Callable[..., Interface]


def shown(app: Interface, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).visual)


def told(app: Interface) -> str:
    return "\n".join(note.message for note in app._notifications)


async def fill(pilot: Pilot[None], app: Interface, **values: str) -> None:
    await until(pilot, lambda: isinstance(app.screen, Form))
    for name, value in values.items():
        app.screen.query_one(f"#field-{name}", Input).value = value
    await pilot.press("ctrl+s")


def drafting(app: Interface) -> Drafting:
    assert isinstance(app.screen, Drafting)
    return app.screen


async def test_says_how_much_the_index_holds(interface: Make) -> None:
    app = interface()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "5 earlier texts" in shown(app, "#opening-index"))


async def test_an_empty_index_says_what_to_do(interface: Make, tmp_path: Path) -> None:
    app = interface(home=tmp_path / "nothing")
    async with app.run_test() as pilot:
        await until(pilot, lambda: "add some with a" in shown(app, "#opening-index"))
        assert app.screen.query_one("#recent", OptionList).option_count == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [("missing.md", "missing.md"), ("binary.md", "binary.md"), ("empty.md", "empty.md")],
)
async def test_a_file_that_cannot_be_opened_is_said(
    interface: Make, tmp_path: Path, path: str, words: str
) -> None:
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "empty.md").write_bytes(b"")
    app = interface(tmp_path / path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: words in told(app))
        assert isinstance(app.screen, Opening)


async def test_a_draft_in_use_is_offered_for_reading(
    interface: Make, draft_file: Path, stocked: Path
) -> None:
    with Workbench(stocked, owner="somebody else").open(draft_file):
        app = interface(draft_file)
        async with app.run_test() as pilot:
            await until(pilot, lambda: isinstance(app.screen, Question))
            await pilot.press("r")
            await until(pilot, lambda: isinstance(app.screen, Drafting))
            desk = drafting(app).sitting.desk
            await pilot.press("d")
            await until(pilot, lambda: "reading only" in told(app))
            assert desk.read_only
            assert not desk.history.past
            await pilot.press("enter")
            assert not drafting(app).editing


async def test_any_text_becomes_a_draft_beside_it(interface: Make, tmp_path: Path) -> None:
    text = tmp_path / "old.txt"
    text.write_text(
        "The General Assembly,\n\nRecalling the lamp,\n\n1. Decides to light it.\n", encoding="utf-8"
    )
    app = interface(text)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        assert drafting(app).sitting.desk.path == (tmp_path / "old.md").resolve()
    assert text.read_text(encoding="utf-8").startswith("The General Assembly")


async def test_rolls_an_earlier_text_forward(interface: Make, tmp_path: Path) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("r")
        file = tmp_path / "rolled.md"
        await fill(pilot, app, source="A/RES/114/35", session="115", as_of="2060-10-01", file=str(file))
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        draft = drafting(app).sitting.draft
        assert draft.base == "A/RES/114/35"
        assert any(entry.changes for entry in draft.entries)
        assert file.exists()


def refused(app: Interface) -> str:
    """Why a form cannot be taken."""
    return str(app.screen.query_one("#form-said", Static).render())


async def test_a_symbol_that_the_index_does_not_hold_is_said(interface: Make, tmp_path: Path) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("r")
        await fill(pilot, app, source="A/RES/99/1", file=str(tmp_path / "x.md"))
        await until(pilot, lambda: "A/RES/99/1" in refused(app))
        assert isinstance(app.screen, Form)
        assert not (tmp_path / "x.md").exists()


async def test_a_session_that_has_adopted_the_text_keeps_the_form_open(
    interface: Make, tmp_path: Path
) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("r")
        values = {"source": "A/RES/114/35", "session": "114", "as_of": "2060-10-01"}
        await fill(pilot, app, **values, file=str(tmp_path / "x.md"))
        await until(pilot, lambda: "adopted this text already" in refused(app))
        assert isinstance(app.screen, Form)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": ""}, "needs a title"),
        ({"session": "many"}, "no session"),
        ({"as_of": "soon"}, "no day"),
        ({"file": ""}, "name a file"),
    ],
)
async def test_a_form_says_what_it_cannot_take(interface: Make, values: dict[str, str], words: str) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("n", "2", "e")
        await fill(pilot, app, **({"title": "Lamps", "file": "new.md"} | values))
        await until(pilot, lambda: words in shown(app, "#form-said"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Opening))


async def test_begins_an_empty_draft(interface: Make, tmp_path: Path) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("n", "2", "e")
        values = {"title": "Lamps", "session": "115", "agenda_item": "18 (b)", "as_of": "2060-12-15"}
        values |= {"sponsors": "Ruritania; Atlantis"}
        await fill(pilot, app, **values, file=str(tmp_path / "new"))
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        screen = drafting(app)
        draft = screen.sitting.draft
        assert (draft.title, draft.masthead.agenda_item) == ("Lamps", "18 (b)")
        assert draft.masthead.session == "One hundred and fifteenth session"
        assert draft.masthead.committee == "Second Committee"
        assert set(draft.masthead.sponsors) == {"Ruritania", "Atlantis"}
        assert screen.side.active == "tab-templates"
        assert (tmp_path / "new.md").exists()


async def test_a_council_is_counted_by_its_years(interface: Make) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("n", "e", "e")
        await until(pilot, lambda: isinstance(app.screen, Form))
        assert isinstance(app.screen, Form)
        assert app.screen.values["session"] == "2061"  # the one of 2060 ended in July


async def test_a_draft_begins_from_the_last_edition_of_a_committee(interface: Make, tmp_path: Path) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("n", "2", "r")
        await until(pilot, lambda: isinstance(app.screen, Choosing) and app.screen.known)
        assert isinstance(app.screen, Choosing)
        assert [card.symbol for card in app.screen.known] == ["A/RES/114/35"]
        await pilot.press(*"boats", "enter")
        await until(pilot, lambda: isinstance(app.screen, Form))
        await fill(pilot, app, session="115", as_of="2060-10-01", file=str(tmp_path / "rolled.md"))
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        assert drafting(app).sitting.draft.base == "A/RES/114/35"


async def test_what_was_cut_off_is_offered_with_what_would_come_back(
    interface: Make, draft_file: Path, tmp_path: Path
) -> None:
    home, file = tmp_path / "home", tmp_path / "cut" / "draft.md"
    file.parent.mkdir()
    with Workbench(home).open(draft_file) as desk:
        desk.do(set_title(desk.draft, "Lamps and buoys"), "Change the title")
        desk.keep_unfinished(Unfinished("Recalling a lamp that was left on", None, Kind.PREAMBULAR))
        shutil.copytree(
            tmp_path, file.parent, dirs_exist_ok=True, ignore=shutil.ignore_patterns("cut", "home")
        )
        (home / "recent.json").write_text(json.dumps([str(file), str(draft_file)]), encoding="utf-8")
        app = interface(home=home)
        async with app.run_test() as pilot:
            await until(pilot, lambda: isinstance(app.screen, Question))
            said = str(app.screen.query_one("#question-detail Static", Static).visual)
            assert str(file) in said
            assert "Change the title" in said
            assert "a lamp that was left on" in said
            assert said.count("draft.md") == 1, "the other draft is open elsewhere, not cut off"
            await pilot.press("1")
            await until(pilot, lambda: isinstance(app.screen, Drafting))
            assert drafting(app).sitting.draft.title == "Lamps and buoys"


async def test_what_was_left_on_purpose_is_marked_and_not_asked_about(
    interface: Make, draft_file: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with Workbench(home).open(draft_file) as desk:
        desk.do(set_title(desk.draft, "Lamps and buoys"), "Change the title")
    app = interface(home=home)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.screen.query("#recent"))
        recent = app.screen.query_one("#recent", OptionList)
        await until(pilot, lambda: "not saved: 1 change" in str(recent.get_option_at_index(0).prompt))
        assert isinstance(app.screen, Opening)


async def test_adds_precedents_and_counts_them(interface: Make, tmp_path: Path) -> None:
    app = interface(home=tmp_path / "home")
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("a")
        await fill(pilot, app, paths=str(sample_folder()))
        await until(pilot, lambda: isinstance(app.screen, Adding) and app.screen.over)
        assert "5 texts added" in shown(app, "#adding-said")
        await pilot.press("escape")
        await until(
            pilot, lambda: isinstance(app.screen, Opening) and "5 earlier" in shown(app, "#opening-index")
        )


async def test_adding_can_be_stopped(
    interface: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_: Workbench, __: object, progress: Callable[[Progress], None], ___: object) -> None:
        for number in range(1_000_000):
            progress(Progress(number, "lamps.xml"))

    monkeypatch.setattr(Workbench, "add", endless)
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        adding = Adding(app.bench, [tmp_path])
        app.push_screen(adding)
        await until(pilot, lambda: adding.is_mounted and "lamps.xml" in shown(app, "#adding-said"))
        await pilot.press("escape")
        await until(pilot, lambda: adding.over)
        assert "Stopped" in shown(app, "#adding-said")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Opening))


async def test_a_symbol_is_fetched_and_waiting_for_it_can_be_stopped(
    interface: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as server:
        monkeypatch.setenv("PENHOLDER_SERVICE", server.service)
        server.documents["A/C.2/81/L.7", "pdf"] = DRAFT
        server.before = lambda exchange: "A/81/1" in exchange.path and exchange.say(429, Retry_After="500")
        app = interface()
        async with app.run_test() as pilot:
            await until(pilot, lambda: isinstance(app.screen, Opening))
            await pilot.press("a")
            await fill(pilot, app, paths="a/c.2/81/l.7")
            await until(pilot, lambda: isinstance(app.screen, Adding) and app.screen.over)
            assert "1 texts added" in shown(app, "#adding-said")
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Opening))
            await pilot.press("a")
            await fill(pilot, app, paths="A/81/1")
            await until(
                pilot, lambda: isinstance(app.screen, Adding) and "Waiting" in shown(app, "#adding-said")
            )
            assert "status 429" in shown(app, "#adding-said")
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Adding) and app.screen.over)
            assert "Stopped" in shown(app, "#adding-said")


def test_what_is_typed_to_be_added(tmp_path: Path) -> None:
    spaced = tmp_path / "two words.xml"
    spaced.write_bytes(b"<a/>")
    typed = f"S/RES/2250 (2015), 80/118; '{spaced}' https://texts.example/a.zip"
    assert sources_of(typed) == (
        "S/RES/2250 (2015)",
        "80/118",
        spaced,
        "https://texts.example/a.zip",
    )
    assert sources_of(str(spaced)) == (spaced,)
    for wrong in ("", "'open", "file:///etc/passwd", "no/such/file.xml", "80/118 no/such/file.xml"):
        with pytest.raises(FormError):
            sources_of(wrong)


async def test_a_path_that_is_not_there_is_said_before_anything_is_added(interface: Make) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("a")
        await fill(pilot, app, paths="/nowhere/at/all")
        await until(pilot, lambda: "/nowhere/at/all" in shown(app, "#form-said"))


async def test_the_sample_is_one_key_away_and_has_a_home_of_its_own(interface: Make, tmp_path: Path) -> None:
    home = tmp_path / "home"
    app = interface(home=home)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        assert drafting(app).sitting.draft.base == "A/RES/114/35"
    assert (home / "sample" / "precedents.db").exists()
    assert not (home / "precedents.db").exists()


async def test_lists_recent_drafts_and_opens_one(interface: Make, draft_file: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "recent.json").write_text(json.dumps([str(draft_file)]), encoding="utf-8")
    app = interface(home=home)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.screen.query("#recent"))
        app.screen.query_one("#recent").focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Drafting))
        assert drafting(app).sitting.desk.path.samefile(draft_file)


async def test_every_action_is_in_the_palette_and_in_help(interface: Make) -> None:
    app = interface()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening))
        for action in Opening.actions:
            assert hasattr(Opening, f"action_{action.name}")
        await pilot.press("f1")
        await until(pilot, lambda: type(app.screen).__name__ == "Help")
        await pilot.press("escape")
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))


async def test_a_damaged_index_says_what_to_do_and_that_does_it(interface: Make, tmp_path: Path) -> None:
    home = tmp_path / "home"
    bench = Workbench(home)
    bench.add([sample_folder()])
    bench.close()
    app = interface(home=home)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "5 earlier texts" in shown(app, "#opening-index"))
        await app.screen.run_action("rebuild")
        await until(pilot, lambda: "Every text is in it" in told(app))
        await until(pilot, lambda: "5 earlier texts" in shown(app, "#opening-index"))
        await app.screen.run_action("set_aside")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press("a")
        await until(pilot, lambda: "no texts yet" in shown(app, "#opening-index"))
        assert len(list(home.glob("precedents-set-aside-*.db"))) == 1
