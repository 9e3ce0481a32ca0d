"""The drafting screen: the whole job, asserted on the draft and never on the picture."""

from collections.abc import Callable
from pathlib import Path

from textual.command import CommandPalette
from textual.widgets import Input, OptionList, Static, TextArea

from assistant.tui.app import Interface
from assistant.tui.drafting import Drafting
from assistant.tui.drafting.asides import Asides
from assistant.tui.drafting.findings import FindingsPane
from assistant.tui.drafting.language import LanguagePane
from assistant.tui.drafting.templates import TemplatesPane
from assistant.tui.forms import Form
from precedent.resolution import Kind
from tests.tui.conftest import Begin
from tests.tui.driving import choose, fill, past, texts, told
from tests.tui.waiting import until

# Reading


async def test_the_paragraph_in_hand_follows_the_outline(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("down", "down")
        await until(pilot, lambda: screen.sitting.label == "PP3")
        assert screen.pane.border_title == "PP3"
        shown = str(screen.query_one("#reading", Static).visual)
        assert texts(screen)[2] in shown


async def test_notes_stand_below_the_paragraph_that_calls_them(drafting: Begin) -> None:
    async with drafting() as (_, screen):
        shown = str(screen.query_one("#reading", Static).visual)
        assert "¹" in shown
        assert screen.sitting.draft.footnotes[0].text in shown


# Editing


async def test_a_paragraph_is_edited_in_place_and_undone(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await choose(pilot, screen, "PP3")
        before = texts(screen)[2]
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing and isinstance(screen.focused, TextArea))
        await pilot.press("backspace", *" too,", "escape")
        await until(pilot, lambda: not screen.editing)
        assert texts(screen)[2] == f"{before[:-1]} too,"
        assert past(screen) == ["Edit PP3"]
        assert screen.focused is screen.outline
        await pilot.press("ctrl+z")
        await until(pilot, lambda: texts(screen)[2] == before)
        await pilot.press("ctrl+y")
        await until(pilot, lambda: texts(screen)[2] != before)


async def test_leaving_a_paragraph_by_another_keeps_what_was_written(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("e")
        await until(pilot, lambda: screen.editing)
        screen.pane.editor.insert("Solemnly ", (0, 0))
        screen.outline.highlighted = 5
        await until(pilot, lambda: not screen.editing)
        assert texts(screen)[0].startswith("Solemnly ")
        assert screen.sitting.label == "PP6"


async def test_keys_pressed_in_a_burst_reach_the_editor(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        from textual.events import Key

        for key, character in [("down", None), ("enter", "\r"), *((c, c) for c in "dad")]:
            pilot.app.post_message(Key(key, character))
        await until(pilot, lambda: "dad" in screen.pane.editor.text)
        assert screen.sitting.label == "PP2"
        assert not past(screen)


async def test_48_lines_pasted_are_undone_in_a_small_window(drafting: Begin) -> None:
    async with drafting(size=(40, 8)) as (pilot, screen):
        before = texts(screen)
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        whole = screen.pane.editor.text
        pilot.app.copy_to_clipboard("\n".join(f"line {n}" for n in range(48)))
        await pilot.press("ctrl+v")
        await until(pilot, lambda: screen.pane.editor.document.line_count > 48)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.pane.editor.text == whole)
        await pilot.press("escape")
        await until(pilot, lambda: not screen.editing)
        assert texts(screen) == before


async def test_a_new_paragraph_is_written_after_the_one_in_hand(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await choose(pilot, screen, "OP2")
        await pilot.press("a")
        await until(pilot, lambda: screen.editing)
        screen.pane.editor.text = "*Asks* for more oil;"
        await pilot.press("escape")
        await until(pilot, lambda: screen.sitting.label == "OP3")
        found = screen.sitting.in_hand
        assert found
        assert (found[1].text, found[1].opening, found[1].kind) == (
            "Asks for more oil;",
            "Asks",
            Kind.OPERATIVE,
        )


async def test_a_paragraph_written_and_left_empty_is_none(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("a")
        await until(pilot, lambda: screen.editing)
        await pilot.press("escape")
        await until(pilot, lambda: not screen.editing)
        assert past(screen) == []


async def test_paragraphs_move_with_what_belongs_to_them(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await choose(pilot, screen, "OP7")
        moved, part = texts(screen)[27], texts(screen)[28]
        await pilot.press("alt+up")
        await until(pilot, lambda: screen.sitting.label == "OP6")
        assert texts(screen)[26:28] == [moved, part]
        await pilot.press("alt+down")
        await until(pilot, lambda: screen.sitting.label == "OP7")
        assert past(screen) == ["Move OP7 before OP6", "Move OP6 after OP7"]


async def test_a_paragraph_is_deleted_with_its_parts_and_comes_back(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        before = texts(screen)
        await choose(pilot, screen, "OP7")
        await pilot.press("d")
        await until(pilot, lambda: len(texts(screen)) == len(before) - 4)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: texts(screen) == before)
        assert screen.sitting.label.startswith("OP7")


async def test_level_part_and_merge(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await choose(pilot, screen, "OP9")
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: screen.sitting.label == "OP8 (a)")
        await pilot.press("less_than_sign")
        await until(pilot, lambda: screen.sitting.label == "OP9")
        await choose(pilot, screen, "PP20")
        await pilot.press("c")
        await until(pilot, lambda: screen.sitting.label == "OP1")
        await choose(pilot, screen, "OP3")
        await pilot.app.run_action("screen.with_number")
        await until(pilot, lambda: screen.sitting.label == "OP –")
        await pilot.app.run_action("screen.with_number")
        await until(pilot, lambda: screen.sitting.label == "OP3")
        await choose(pilot, screen, "OP1")
        one, other = texts(screen)[19:21]
        await pilot.press("m")
        await until(pilot, lambda: texts(screen)[19] == f"{one} {other}")


# Agreed language


async def test_agreed_language_follows_the_paragraph_and_the_typing(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(LanguagePane)
        await until(pilot, lambda: pane.matches)
        assert pane.matches[0].label == "PP1"
        await pilot.press("ctrl+f", *"spare lamp in store")
        await until(pilot, lambda: pane.matches and "lamp" in pane.matches[0].text)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.focused is screen.outline)
        await until(pilot, lambda: pane.matches and pane.matches[0].label == "PP1")


async def test_the_highlight_moves_and_a_passage_goes_in_without_leaving_the_line(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(LanguagePane)
        await pilot.press("ctrl+f", *"lights harbour")
        await until(pilot, lambda: not pane.searching and len(pane.matches) > 1 and pane.matches_typed())
        await pilot.press("down")
        second = pane.matches[1]
        await until(pilot, lambda: pane.highlighted() is second)
        count = len(texts(screen))
        await pilot.press("enter")
        await until(pilot, lambda: len(texts(screen)) == count + 1)
        found = screen.sitting.in_hand
        assert found
        assert found[0].origin
        assert (found[0].origin.symbol, found[0].origin.label) == (second.symbol, second.label)


async def test_a_passage_is_inserted_with_its_origin_and_notes(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(LanguagePane)
        await choose(pilot, screen, "PP4")
        await until(pilot, lambda: pane.matches and pane.matches[0].label == "PP4")
        match = pane.matches[0]
        count, notes = len(texts(screen)), len(screen.sitting.draft.footnotes)
        await pilot.press("i")
        await until(pilot, lambda: len(texts(screen)) == count + 1)
        found = screen.sitting.in_hand
        assert found
        assert screen.sitting.label == "PP5"
        assert found[0].origin
        assert (found[0].origin.symbol, found[0].origin.label) == (match.symbol, match.label)
        # The note is the one that the draft has already: it stays one note with two calls.
        assert len(screen.sitting.draft.footnotes) == notes
        assert found[1].notes


async def test_a_passage_of_the_other_part_stands_in_its_part(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(LanguagePane)
        await choose(pilot, screen, "OP1")
        await pilot.press("ctrl+f", *"patience of volunteer keepers")
        await until(pilot, lambda: pane.matches and pane.matches[0].label.startswith("PP"))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: screen.sitting.label == "PP21")


# Findings


async def test_findings_are_walked_and_a_suggestion_taken(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("n")
        await until(pilot, lambda: screen.sitting.finding is not None)
        assert screen.side.active == "tab-findings"
        marked = screen.sitting.finding
        assert marked
        words = marked.finding.suggestion or "none"
        await pilot.press("t")
        await until(pilot, lambda: words in (screen.sitting.resolution.text_at(marked.finding.label) or ""))
        entry = screen.sitting.draft.entry(marked.entry or "")
        assert entry.changes[-1].rule == marked.finding.rule
        await until(pilot, lambda: screen.sitting.up_to_date)
        assert marked not in screen.sitting.findings


def with_dark_piers(draft_file: Path, home: Path) -> Path:
    """A draft with one figure in two paragraphs, and a home with a register that has a newer value."""
    (home / "facts").mkdir(parents=True)
    values = "".join(
        f'{{ value = {value}, source = "a letter {value}", known = {day} }}, '
        for value, day in ((44, "2059-01-01"), (38, "2060-01-01"))
    )
    (home / "facts" / "lights.toml").write_text(
        '[[statistic]]\nmeasures = "dark piers"\nunit = "per cent"\nwordings = ["{} of piers"]\n'
        f"values = [{values}]\n",
        encoding="utf-8",
    )
    draft_file.write_text(
        "*Noting* that 44 per cent of piers are dark,\n\n*Noting also* the tides,\n\n"
        "1. *Regrets* that 44 per cent of piers are dark.\n",
        encoding="utf-8",
    )
    return home


async def test_one_figure_is_taken_in_every_paragraph_in_one_step(
    interface: Callable[..., Interface], draft_file: Path, tmp_path: Path
) -> None:
    home = with_dark_piers(draft_file, tmp_path / "home")
    app = interface(draft_file, home=home)
    async with app.run_test(size=(140, 45)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Drafting) and app.screen.sitting.up_to_date)
        screen = app.screen
        assert isinstance(screen, Drafting)
        before = screen.sitting.draft
        figures = [m for m in screen.sitting.findings if m.finding.rule == "stale-statistic"]
        assert [m.finding.label for m in figures] == ["PP1", "OP1"]
        await pilot.press("n", "E")
        await until(pilot, lambda: screen.sitting.draft != before)
        texts = dict(screen.sitting.resolution.places())
        assert texts["PP1"] == "Noting that 38 per cent of piers are dark,"
        assert texts["OP1"] == "Regrets that 38 per cent of piers are dark."
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.sitting.draft == before)


async def test_a_finding_is_put_aside_with_a_reason(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("n")
        await until(pilot, lambda: screen.sitting.finding is not None)
        marked = screen.sitting.finding
        assert marked
        count = len(screen.sitting.findings)
        await pilot.press("x")
        await fill(pilot, reason="agreed in informals")
        await until(pilot, lambda: screen.sitting.up_to_date and len(screen.sitting.findings) < count)
        (dismissal,) = screen.sitting.draft.entry(marked.entry or "").dismissals
        assert (dismissal.rule, dismissal.reason) == (marked.finding.rule, "agreed in informals")


async def test_what_was_put_aside_is_listed_and_brought_back(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        before = screen.sitting.findings
        await pilot.press("A")
        await until(pilot, lambda: isinstance(pilot.app.screen, Asides))
        shown = pilot.app.screen.query_one("#asides-said", Static)
        await until(pilot, lambda: "x on a finding" in str(shown.visual))
        await pilot.press("escape", "n")
        await until(pilot, lambda: screen.sitting.finding is not None)
        await pilot.press("x")
        await fill(pilot, reason="agreed in informals")
        await until(pilot, lambda: screen.sitting.up_to_date and len(screen.sitting.findings) < len(before))
        await pilot.press("A")
        await until(pilot, lambda: isinstance(pilot.app.screen, Asides))
        asides = pilot.app.screen
        assert isinstance(asides, Asides)
        await until(pilot, lambda: bool(asides.found))
        assert "agreed in informals" in str(asides.query_one(OptionList).options[0].prompt)
        await pilot.press("p")
        assert "each of them is needed" in str(asides.query_one("#asides-said", Static).visual)
        await pilot.press("enter")
        await until(pilot, lambda: screen.sitting.up_to_date and screen.sitting.findings == before)
        assert past(screen)[-1] == "Take 1 dismissal back"


async def test_a_finding_without_words_says_so(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        wanted = next(m for m in screen.sitting.findings if m.entry and m.finding.suggestion is None)
        screen.post_message(FindingsPane.Chosen(wanted))
        await until(pilot, lambda: screen.sitting.finding == wanted)
        await pilot.press("t")
        await until(pilot, lambda: "no words are known" in told(screen))
        assert past(screen) == []


async def test_an_edit_is_checked_again_and_marks_follow(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await choose(pilot, screen, "PP3")
        entry = screen.sitting.chosen
        assert not screen.sitting.within(entry)
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing)
        screen.pane.editor.text = (
            "*Taking note* of it at its one hundred and third session in 2049 of 3 May 2049,"
        )
        await pilot.press("escape")
        await until(pilot, lambda: screen.sitting.up_to_date and "Edit PP3" in past(screen))
        option = screen.outline.get_option(entry or "")
        assert str(option.prompt).startswith("●") == bool(screen.sitting.within(entry))


# Templates and masthead


async def test_a_template_is_filled_with_a_preview_and_inserted(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(TemplatesPane)
        await until(pilot, lambda: pane.ready)
        await pilot.press("ctrl+t", *"provisional agenda", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Form))
        form = pilot.app.screen
        assert isinstance(form, Form)
        await until(
            pilot, lambda: "provisional agenda" in str(form.query_one("#form-preview", Static).visual)
        )
        count = len(texts(screen))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(texts(screen)) == count + 1)
        found = screen.sitting.in_hand
        assert found
        assert found[0].filling
        assert "provisional agenda" in found[1].text


async def test_a_template_shows_what_a_slot_does_not_take(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(TemplatesPane)
        await until(pilot, lambda: pane.ready)
        await pilot.press("ctrl+t", *"recall the previous", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Form))
        form = pilot.app.screen
        first = form.query(Input).first()
        first.value = ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "empty" in str(form.query_one("#form-said", Static).visual))
        assert pilot.app.screen is form


async def test_the_paragraph_in_hand_is_saved_as_a_template(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        pane = screen.query_one(TemplatesPane)
        await until(pilot, lambda: pane.ready)
        await choose(pilot, screen, "PP1")
        await screen.run_action("save_template")
        await fill(pilot, name="our-opening", title="Our opening")
        await until(pilot, lambda: "Saved as our-opening.md.j2" in told(screen))
        await until(pilot, lambda: "our-opening" in [t.name for t in pane.listed])
        await screen.run_action("save_template")
        await fill(pilot, name="our-opening")
        await until(pilot, lambda: "choose another name" in told(screen))


async def test_the_masthead_is_edited_by_a_form(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("h")
        await fill(
            pilot, agenda_item="18 (b)", sponsors="Atlantis; Utopia", as_of="2060-11-30", session="116"
        )
        await until(pilot, lambda: past(screen) == ["Edit the masthead"])
        draft = screen.sitting.draft
        assert draft.masthead.agenda_item == "18 (b)"
        assert draft.masthead.sponsors == ("Atlantis", "Utopia")
        assert str(draft.expected_adoption) == "2060-11-30"
        assert draft.masthead.session == "One hundred and sixteenth session"


# The panel, help, the palette


async def test_every_action_has_a_method_and_keys_are_given_once(drafting: Begin) -> None:
    async with drafting() as (_, screen):
        keys = [key for action in screen.actions for key in action.keys.split(",") if key]
        assert len(keys) == len(set(keys))
        assert all(hasattr(screen, f"action_{action.name}") for action in screen.actions)


async def test_the_panel_is_hidden_and_shown(drafting: Begin) -> None:
    async with drafting(size=(80, 24)) as (pilot, screen):
        await pilot.press("b")
        await until(pilot, lambda: not screen.side.display)
        await pilot.press("ctrl+f")
        await until(pilot, lambda: screen.side.display and isinstance(screen.focused, Input))


async def test_the_palette_runs_an_action(drafting: Begin) -> None:
    async with drafting() as (pilot, screen):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"Write a heading")
        palette = pilot.app.screen
        await until(pilot, lambda: palette.query_one(OptionList).option_count)
        await pilot.press("enter")
        await until(pilot, lambda: screen.editing and screen.writing.kind is Kind.HEADING)


async def test_the_words_of_a_finding_are_scrolled_into_view(drafting: Begin) -> None:
    async with drafting(size=(80, 20)) as (pilot, screen):
        await choose(pilot, screen, "PP2")
        marked = next(m for m in screen.sitting.findings if m.finding.label == "FN2")
        screen.post_message(FindingsPane.Chosen(marked))
        box = screen.query_one("#reading-box")
        await until(pilot, lambda: box.scroll_y > 0)
        await pilot.press("home")
        await until(pilot, lambda: box.scroll_y == 0)
