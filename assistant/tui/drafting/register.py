"""What can be done on the drafting screen, and what its places are for."""

from __future__ import annotations

from assistant.tui.actions import Action

_TEXT, _FINDINGS, _PANEL, _FILE = "The text", "Findings", "The side panel", "The draft"

ACTIONS = (
    Action(
        "edit",
        "enter,e",
        "Edit the paragraph",
        "in place; esc when done; an empty line makes two paragraphs",
        "Edit",
        _TEXT,
        "⏎",
    ),
    Action("write", "a", "Write a new paragraph", "after the one in hand", "New", _TEXT),
    Action("heading", "", "Write a heading", "after the paragraph in hand", "", _TEXT),
    Action("move_up", "shift+up", "Move the paragraph up", "with its sub-paragraphs", "", _TEXT),
    Action("move_down", "shift+down", "Move the paragraph down", "with its sub-paragraphs", "", _TEXT),
    Action("deeper", "greater_than_sign", "Make it a sub-paragraph", "(a), then (i)", "", _TEXT),
    Action("shallower", "less_than_sign", "Make it a paragraph again", "one level up", "", _TEXT),
    Action("other_part", "c", "Change its part", "preambular or operative", "", _TEXT),
    Action("merge", "m", "Merge with the next paragraph", "", "", _TEXT),
    Action(
        "delete", "delete,d", "Delete the paragraph", "with its sub-paragraphs and their notes", "", _TEXT
    ),
    Action("undo", "ctrl+z,u", "Undo", "also what was done before the last save", "Undo", _TEXT, "^z"),
    Action("redo", "ctrl+y", "Redo", "", "", _TEXT),
    Action("next_finding", "n", "Next finding", "", "Next", _FINDINGS),
    Action("last_finding", "p", "Previous finding", "", "", _FINDINGS),
    Action(
        "take",
        "t",
        "Take the suggestion",
        "of the finding in hand; it is recorded with its reason",
        "Take",
        _FINDINGS,
    ),
    Action(
        "dismiss_finding",
        "x",
        "Put the finding aside",
        "with a reason; it returns when its words change",
        "Dismiss",
        _FINDINGS,
    ),
    Action(
        "take_certain",
        "",
        "Take all certain suggestions",
        "those of findings that are certain",
        "",
        _FINDINGS,
    ),
    Action(
        "find",
        "ctrl+f,slash",
        "Search agreed language",
        "as you type; empty: what is nearest to the paragraph",
        "Find",
        _PANEL,
        "^f",
    ),
    Action(
        "insert",
        "i",
        "Insert the passage",
        "the highlighted one, after the paragraph in hand, with its notes",
        "",
        _PANEL,
    ),
    Action(
        "templates", "ctrl+t", "Insert from a template", "chosen by what you want to say", "Template", _PANEL
    ),
    Action(
        "history",
        "ctrl+l,l",
        "History of the paragraph",
        "its editions and what changed in each; ⏎ on one compares the others with it",
        "History",
        _PANEL,
        "l",
    ),
    Action(
        "new_words",
        "w",
        "Show the words that are new",
        "against the agreed wording that the paragraph departs from; again shows it as it prints",
        "Words",
        _PANEL,
    ),
    Action("findings", "ctrl+g", "List the findings", "", "", _PANEL),
    Action("panel", "b", "Show or hide the side panel", "", "", _PANEL),
    Action(
        "masthead",
        "h",
        "Edit the masthead",
        "title, session, committee, item, sponsors, expected adoption",
        "",
        _FILE,
    ),
    Action("save", "ctrl+s", "Save", "", "Save", _FILE),
    Action(
        "export",
        "ctrl+e",
        "Export",
        "Word, PDF, HTML, Markdown or XML, by the ending of the file",
        "Export",
        _FILE,
    ),
    Action(
        "write_sources",
        "",
        "Write the table of sources",
        "paragraph, source, date, vote, difference: Word, HTML or CSV",
        "",
        _FILE,
    ),
    Action(
        "write_history",
        "",
        "Write the history of the paragraph",
        "a page (HTML) or a picture (SVG)",
        "",
        _FILE,
    ),
    Action("compare", "equals_sign", "Compare", "with its base, an edition or another draft", "", _FILE),
    Action("close", "ctrl+w", "Close the draft", "back to the opening screen", "", _FILE),
)

PLACES = (
    (
        "Outline (left)",
        (
            "Every paragraph with its label and opening. ● an open finding; ≡ in agreed words, ~ lightly edited, "
            "≠ rewritten, + new. The highlighted paragraph is in hand. Tab goes from place to place."
        ),
    ),
    (
        "The paragraph in hand (middle)",
        (
            "As it will print, its notes below; words of findings are underlined. Enter edits it: *words* are italic, "
            "[^1] calls a note, “[^1]: …” below is the note itself. Leaving keeps what was written; ctrl+z takes it "
            "back."
        ),
    ),
    (
        "Language (side panel)",
        (
            "Passages of earlier texts nearest to the paragraph, or to what you type. Words that it has more are set "
            "off, words that it lacks struck out. Enter inserts a passage after the paragraph in hand."
        ),
    ),
    (
        "History (side panel)",
        (
            "The editions of the paragraph, the newest first: + new, = unchanged, ~ edited, × dropped, ↺ restored. "
            "Enter on one compares the others with it, esc lets it go. Where it comes from another series is said."
        ),
    ),
    (
        "Findings (side panel)",
        "What has gone stale or may have: in this paragraph first, then elsewhere, each with what it rests on.",
    ),
    ("Templates (side panel)", "Paragraphs with blanks, by what you want to say. Enter asks for the blanks."),
)
