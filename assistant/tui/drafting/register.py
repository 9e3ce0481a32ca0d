"""What can be done on the drafting screen, and what its places are for."""

from __future__ import annotations

from assistant.tui.actions import Action

_OUTLINE, _TEXT, _FINDINGS, _PANEL, _FILE = (
    "The outline",
    "The text",
    "Findings",
    "The side panel",
    "The draft",
)

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
    Action("row", "", "Write rows of a table", "a line a row, cells parted by | or by tabs", "", _TEXT),
    Action("move_up", "alt+up,K", "Move up", "what is picked out, else the paragraph in hand", "", _TEXT),
    Action("move_down", "alt+down,J", "Move down", "with the sub-paragraphs; or drag it", "", _TEXT),
    Action("deeper", "greater_than_sign", "Make it a sub-paragraph", "(a), then (i)", "", _TEXT),
    Action("shallower", "less_than_sign", "Make it a paragraph again", "one level up", "", _TEXT),
    Action(
        "other_part", "c", "Change its part", "preambular or operative: Recalling becomes Recalls", "", _TEXT
    ),
    Action(
        "with_number",
        "",
        "Print it without a number",
        "an operative paragraph that leads to numbered ones (“Decides:”); again: with its number",
        "",
        _TEXT,
    ),
    Action("merge", "m", "Merge with the next paragraph", "", "", _TEXT),
    Action(
        "delete",
        "delete,d",
        "Delete",
        "what is picked out, else the paragraph in hand, with sub-paragraphs and notes",
        "",
        _TEXT,
    ),
    Action(
        "replace",
        "ctrl+r",
        "Find and replace",
        "over the whole text, place by place, in one step",
        "",
        _TEXT,
    ),
    Action("undo", "ctrl+z,u", "Undo", "also what was done before the last save", "Undo", _TEXT, "^z"),
    Action("redo", "ctrl+y", "Redo", "", "", _TEXT),
    Action(
        "steps",
        "z",
        "What was done",
        "every step, also from before the last save; ⏎ goes back to one",
        "",
        _TEXT,
    ),
    Action("jump", "g", "Go to a paragraph", "by its label (OP7, PP12, 7) or by words of it", "", _OUTLINE),
    Action("pick", "space", "Pick the paragraph out", "or let it go again", "", _OUTLINE),
    Action("pick_up", "shift+up", "Pick out upwards", "", "", _OUTLINE),
    Action("pick_down", "shift+down", "Pick out downwards", "", "", _OUTLINE),
    Action(
        "pick_all",
        "ctrl+a",
        "Pick out all of its part",
        "the preamble, or all that is operative",
        "",
        _OUTLINE,
    ),
    Action("let_go", "", "Let go of what is picked out", "esc in the outline", "", _OUTLINE),
    Action("fold", "left", "Fold away", "what is below a heading, or belongs to the paragraph", "", _OUTLINE),
    Action("unfold", "right", "Unfold", "", "", _OUTLINE),
    Action("fold_all", "o", "Fold all headings", "again: unfold them", "", _OUTLINE),
    Action(
        "status",
        "s",
        "Status",
        "open, agreed ad ref (½), agreed (✓), open again; of all that is picked out",
        "",
        _OUTLINE,
    ),
    Action("status_open", "", "Status: open", "", "", _OUTLINE),
    Action("status_ad_ref", "", "Status: agreed ad ref", "", "", _OUTLINE),
    Action("status_agreed", "", "Status: agreed", "", "", _OUTLINE),
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
        "with a reason; of paragraphs picked out all of theirs; it returns when its words change",
        "Dismiss",
        _FINDINGS,
    ),
    Action(
        "take_everywhere",
        "E",
        "Take the same fact everywhere",
        "the suggestion in hand, and the same figure, report or name wherever else the draft has it",
        "",
        _FINDINGS,
    ),
    Action("take_alike", "T", "Take all of this kind", "every suggestion of the same rule", "", _FINDINGS),
    Action("dismiss_alike", "X", "Put all of this kind aside", "with one reason", "", _FINDINGS),
    Action(
        "asides",
        "A",
        "What was put aside",
        "every dismissal with its reason; ⏎ brings one back as a finding",
        "",
        _FINDINGS,
    ),
    Action(
        "updates",
        "r",
        "Review the updates",
        "recorded when the draft was rolled forward or suggestions taken: a lets one stand, u takes it back",
        "",
        _FINDINGS,
    ),
    Action(
        "mend",
        "M",
        "Mend all that is safe",
        "every suggestion that needs no look, as one step; agreed wording stays",
        "",
        _FINDINGS,
    ),
    Action(
        "mend_sequence", "S", "Mend the sequence", "also and further, anew after every move", "", _FINDINGS
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
        "replace_by_passage",
        "R",
        "Replace by the passage",
        "the paragraph in hand by the highlighted one, with its notes",
        "",
        _PANEL,
    ),
    Action("add_precedents", "", "Add precedents", "files, folders, archives, symbols", "", _PANEL),
    Action("copy", "y", "Copy", "the paragraph, or in the panel the passage with its reference", "", _PANEL),
    Action("copy_passage", "Y", "Copy the passage", "the highlighted one, with its reference", "", _PANEL),
    Action(
        "templates", "ctrl+t", "Insert from a template", "chosen by what you want to say", "Template", _PANEL
    ),
    Action(
        "save_template",
        "",
        "Save the paragraph as a template",
        "its sessions, dates and symbols become blanks",
        "",
        _PANEL,
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
    Action(
        "pages",
        "v",
        "Show the pages",
        "about as they print, while you write; again shows the panel",
        "",
        _PANEL,
    ),
    Action(
        "large", "f5", "Large, for the wall", "the paragraph, or in the panel the passages found", "", _PANEL
    ),
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
    Action(
        "gate", "G", "Before it is tabled", "what is open: findings, brackets, sponsors, deadline", "", _FILE
    ),
    Action("write_gate", "", "Write what is open as a page", "HTML, JSON or text", "", _FILE),
    Action("compare", "equals_sign", "Compare", "with its base, an edition or another draft", "", _FILE),
    Action("close", "ctrl+w", "Close the draft", "back to the opening screen", "", _FILE),
)

PLACES = (
    (
        "Outline (left)",
        (
            "Every paragraph with its label and opening. ● an open finding; ≡ in agreed words, ~ lightly edited, "
            "≠ rewritten, + new; ½ agreed ad ref, ✓ agreed; * picked out; ▸3 folded away. The highlighted paragraph "
            "is in hand. Type a number to go there; drag a paragraph to move it. Tab goes from place to place."
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
    (
        "Updates (side panel)",
        (
            "What was put in place unasked or by taking a suggestion, with its reason: a lets it stand, u takes its "
            "words back."
        ),
    ),
    ("Templates (side panel)", "Paragraphs with blanks, by what you want to say. Enter asks for the blanks."),
)
