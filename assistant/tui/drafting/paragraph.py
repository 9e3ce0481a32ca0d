"""The paragraph in hand: read as it will print, edited in place."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from assistant.departing import Degree
from assistant.draft import Entry
from assistant.editing.places import family
from assistant.tui.actions import printed_key
from assistant.tui.drafting.editor import Editor
from assistant.tui.drafting.prose import IN_HAND, Piece, note_words, number_of, paragraph_words, run_words
from assistant.tui.drafting.sitting import Sitting
from precedent.resolution import Kind, Paragraph
from precedent.wording import day_words

TAIL = 240
"""Characters that are shown of the paragraph above."""


class ParagraphPane(Widget):
    """Shows the paragraph in hand, or its Markdown form while it is edited."""

    def __init__(self, key: Callable[[str], str]) -> None:
        """Take what tells the key of an action, for the hints."""
        super().__init__(id="paragraph")
        self._key = key
        self.editing = False
        """Whether the paragraph is being edited. Not read off the editor, which counts as shown while it comes up."""

    def compose(self) -> ComposeResult:
        """The reading view and the editor, of which one is shown."""
        with VerticalScroll(id="reading-box"):
            yield Static(id="reading")
        editor = Editor(
            id="editor",
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
        )
        editor.display = False
        yield editor

    @property
    def editor(self) -> Editor:
        """The editor, shown or not."""
        return self.query_one("#editor", Editor)

    def show(self, sitting: Sitting) -> None:
        """Show the paragraph in hand."""
        found = sitting.in_hand
        if found is None:
            if not self.editing:
                self.border_title = "No paragraph yet"
            self.query_one("#reading", Static).update(_empty(self._key))
            return
        entry, paragraph = found
        if not self.editing and self.border_title != paragraph.label:
            self.border_title = paragraph.label
        self.tell_departure(sitting)
        reading = _reading(sitting, entry, paragraph, self._room, self._key("take"))
        self.query_one("#reading", Static).update(reading)
        self._scroll_to_finding(reading)

    def tell_departure(self, sitting: Sitting) -> None:
        """Say below the paragraph how far it departs from agreed wording."""
        found = sitting.in_hand
        if found is not None and found[1].kind is not Kind.HEADING:
            departure = sitting.departure(found[0])
            told = departure.source is not None and departure.degree is not Degree.IDENTICAL
            words = departure.words + (" · w: words" if told else "")
            if self.border_subtitle != words:
                self.border_subtitle = words

    def _scroll_to_finding(self, reading: Content) -> None:
        """Show the words of the finding in hand, also where the window is low."""
        box = self.query_one("#reading-box", VerticalScroll)
        start = next((span.start for span in reading.spans if IN_HAND in str(span.style)), 0)
        lines = len(reading[:start].wrap(max(box.scrollable_content_region.width, 10)))
        above = box.size.height // 2
        box.scroll_to(y=max(0, lines - above) if start else 0, animate=False)

    @property
    def _room(self) -> int:
        """How many neighbours are shown after the paragraph in hand: as many as a window of that height bears."""
        return max(0, self.size.height - 30) // 8

    def edit(self, title: str, text: str, found: tuple[tuple[str, bool], ...] = ()) -> None:
        """Begin to edit; the cursor stands at the end of the paragraph's words, those of findings are set off."""
        self.editing = True
        self.border_title = title
        self.query_one("#reading-box").display = False
        editor = self.editor
        editor.display = True
        editor.found = found
        editor.load_text(text)
        first = text.split("\n", 1)[0]
        editor.move_cursor((0, len(first)))
        self.screen.set_focus(editor)  # at once: the next key press is meant for it

    def read(self) -> None:
        """Show the reading view again."""
        self.editing = False
        self.editor.display = False
        self.query_one("#reading-box").display = True


def _empty(key: Callable[[str], str]) -> Content:
    """What to do next in a draft without paragraphs."""
    ways = (
        ("templates", "choose a template by what you want to say"),
        ("find", "search agreed language and insert a passage"),
        ("write", "write a paragraph yourself"),
        ("masthead", "fill in the masthead"),
    )
    lines = [
        Content.assemble((f"{printed_key(key(name)):<4}", "$text-accent"), words) for name, words in ways
    ]
    return Content("\n").join([Content.styled("This draft has no paragraphs yet.\n", "bold"), *lines])


def _around(sitting: Sitting, room: int) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """The end of the paragraph above, the sub-paragraphs of the one in hand, and what comes after: all quietly."""
    place, paragraphs = sitting.place or 0, sitting.resolution.paragraphs
    own = family(sitting.draft.entries, place).stop
    above = paragraphs[max(0, place - 1) : place] if room else ()
    quiet = [_quiet(p) for p in paragraphs[place + 1 : own]]
    next_ones = [_quiet(p) for p in paragraphs[own : own + room]]
    if next_ones:
        next_ones.insert(0, ("\n\n· · ·", "$quiet"))
    before = [
        (f"… {words[-TAIL:].partition(' ')[2]}" if len(words) > TAIL else words, "$quiet")
        for words, _ in map(_quiet, above)
    ]
    return [(f"{words.strip()}\n\n", style) for words, style in before], quiet, next_ones


def _quiet(paragraph: Paragraph) -> Piece:
    return "\n\n" + "".join(words for words, _ in paragraph_words(paragraph)), "$quiet"


def _departed(sitting: Sitting, entry: Entry, paragraph: Paragraph) -> list[Piece]:
    """The paragraph as changes of the agreed wording that it departs from; nothing where that is not known yet."""
    from assistant.chronicle import changes

    source = sitting.departure(entry).source
    if source is None or not source.text:
        return []
    behind = " · ".join(
        filter(None, (day_words(source.adopted) if source.adopted else "", source.vote or ""))
    )
    head = f"against {source.name}" + (f" ({behind})" if behind else "")
    return [
        (f"{head}\n\n", "italic $quiet"),
        (number_of(paragraph), ""),
        *run_words(changes(source.text, paragraph.text)),
    ]


def _reading(sitting: Sitting, entry: Entry, paragraph: Paragraph, room: int, take: str) -> Content:
    findings = sitting.within(entry.id)
    before, own, after = _around(sitting, room)
    departed = _departed(sitting, entry, paragraph) if sitting.shows_departure else []
    pieces = [*before, *(departed or paragraph_words(paragraph, findings, sitting.finding)), *own]
    notes = {note.marker: note for note in sitting.draft.footnotes}
    called = [notes[m] for m in dict.fromkeys(c.marker for c in paragraph.notes) if m in notes]
    if called:
        pieces.append(("\n\n────────\n", "$quiet"))
    for note in called:
        pieces += [*note_words(note, findings, sitting.finding), ("\n", "")]
    if findings:
        pieces.append(("\n", ""))
    for marked in findings:
        colour = "$text-error" if marked.certain else "$text-warning"
        pieces += [("\n● ", colour), (marked.finding.message, "bold" if marked is sitting.finding else "")]
        if marked.finding.suggestion is not None:
            pieces += [
                (" → ", ""),
                (marked.finding.suggestion, "$text-success"),
                (f"  {take} takes it" if marked is sitting.finding_in_hand() else "", "$quiet"),
            ]
    if entry.changes:
        pieces.append(("\n\nUpdates made\n", "bold $quiet"))
    for change in entry.changes:
        pieces += [
            (change.before, "strike $quiet"), (" → ", ""), (change.after, ""),
            (f"  {change.reason}\n", "$quiet"),
        ]  # fmt: skip
    if entry.dismissals:
        pieces.append(("\nPut aside\n", "bold $quiet"))
    pieces += [(f"{d.rule}: {d.words} – {d.reason}\n", "$quiet") for d in entry.dismissals]
    return Content.assemble(*pieces, *after)
