"""Templates: chosen by what one wants to say, filled by a form."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.draft import Draft
from assistant.templating import Setting, SlotError, Template, Templates, defaults, fill
from assistant.templating.saving import NAME
from assistant.tui.background import in_background
from assistant.tui.drafting.prose import Piece, note_words, paragraph_words
from assistant.tui.forms import Field, Form, FormError, Values
from assistant.workbench import Workbench
from precedent.session import Organ


class TemplatesPane(Widget):
    """Lists the templates for the draft's organ."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "clear", "Back")]

    class Chosen(Message):
        """A template is to be filled."""

        def __init__(self, template: Template) -> None:
            super().__init__()
            self.template = template

    class Left(Message):
        """The drafter goes back to the outline."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._all: Templates = Templates(())
        self._organ: Organ | None = None
        self._listed: list[Template | None] = []

    def compose(self) -> ComposeResult:
        """A line to narrow the list with, and the list."""
        yield Input(placeholder="what do you want to say?", compact=True, id="templates-input")
        yield Static("", id="templates-said", markup=False)
        yield OptionList(id="templates-list", compact=True)

    def on_mount(self) -> None:
        """Read the templates."""
        self.read()

    def read(self) -> None:
        """Read the templates, once more where one was added; there are dozens of files."""
        in_background(self, self._bench.templates, self._read, group="templates")

    def _read(self, templates: Templates) -> None:
        self._all = templates
        if templates.problems:
            first = templates.problems[0]
            more = f" (and {len(templates.problems) - 1} more)" if templates.problems[1:] else ""
            self.app.notify(
                f"{first}{more}", title="A template cannot be used", severity="warning", timeout=12
            )
        self._show()

    @property
    def ready(self) -> bool:
        """Whether the templates were read."""
        return bool(self._all.templates)

    @property
    def listed(self) -> tuple[Template, ...]:
        """The templates that are listed."""
        return tuple(template for template in self._listed if template)

    def follow(self, draft: Draft) -> None:
        """List what fits the draft."""
        if draft.masthead.organ is not self._organ:
            self._organ = draft.masthead.organ
            self._show()

    def begin(self) -> None:
        """Let the drafter type."""
        self.screen.set_focus(self.query_one("#templates-input"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes down to the list."""
        event.stop()
        self.query_one("#templates-list").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A template was chosen."""
        event.stop()
        template = self._listed[event.option_index]
        if template:
            self.post_message(self.Chosen(template))

    def action_clear(self) -> None:
        """Empty the line; from an empty line back to the outline."""
        field = self.query_one("#templates-input", Input)
        if field.value:
            field.value = ""
        else:
            self.post_message(self.Left())

    def _show(self) -> None:
        wanted = self.query_one("#templates-input", Input).value.lower().split()
        options: list[Option] = []
        self._listed = []
        part = None
        for template in self._all.of(organ=self._organ):
            about = f"{template.name} {template.title} {template.say}".lower()
            if not all(word in about for word in wanted):
                continue
            if template.part is not part:
                part = template.part
                options.append(Option(Content.styled(part.value.capitalize(), "bold $quiet"), disabled=True))
                self._listed.append(None)
            options.append(
                Option(Content.assemble((template.title, "bold"), (f"\n{template.say}", "$quiet")))
            )
            self._listed.append(template)
        listing = self.query_one("#templates-list", OptionList)
        listing.set_options(options)
        first = next((i for i, template in enumerate(self._listed) if template), None)
        listing.highlighted = first
        listing.scroll_home(animate=False)
        count = sum(template is not None for template in self._listed)
        said = (
            f"{count} templates · ⏎ fills one" if count else ("no template has these words" if wanted else "")
        )
        self.query_one("#templates-said", Static).update(Content.styled(said, "$quiet"), layout=False)


def template_form(template: Template, setting: Setting) -> Form:
    """The form that fills a template, with the paragraph as it will be below it."""
    known = defaults(template, setting)
    fields = [
        Field(
            slot.name,
            slot.name.replace("_", " ").capitalize() + (" (may be left empty)" if slot.optional else ""),
            f"{slot.help} · {slot.type.form}",
            known[slot.name],
            example=slot.example(setting.organ),
        )
        for slot in template.slots
    ]

    def preview(values: Values) -> Content:
        try:
            filled = fill(template, values, setting)
        except SlotError as error:
            name = error.slot.replace("_", " ").capitalize()
            raise FormError(f"{name}: {error.text}") from error
        pieces: list[Piece] = []
        for paragraph in filled.paragraphs:
            pieces += [*paragraph_words(paragraph), ("\n", "")]
        for note in filled.footnotes:
            pieces += [*note_words(note), ("\n", "")]
        return Content.assemble(*pieces)

    return Form(template.title, fields, accept="Insert", about=template.guidance, preview=preview)


def saving_form(label: str) -> Form:
    """The form that asks how a paragraph is called as a template."""
    fields = (
        Field("name", "Name", "small letters and hyphens", example="thanks-the-hosts"),
        Field("title", "Title", "what the list shows; may be left empty", example="Thank the hosts"),
        Field(
            "say",
            "What one says with it",
            "one sentence; may be left empty",
            example="Somebody hosted a meeting.",
        ),
    )

    def refusal(values: Values) -> str:
        name = values["name"].strip()
        return "" if NAME.fullmatch(name) else "a template's name is written like thanks-the-hosts"

    about = f"{label} becomes a paragraph with blanks: its sessions, dates and symbols."
    return Form("Save as a template", fields, accept="Save", about=about, refusal=refusal)
