"""Templates: chosen by what one wants to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.draft import Draft
from assistant.tui.background import in_background
from assistant.workbench import Workbench
from precedent.session import Organ

if TYPE_CHECKING:
    from assistant.templating import Template, Templates


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
        self._all: Templates | None = None
        self._organ: Organ | None = None
        self._listed: list[Template | None] = []

    def compose(self) -> ComposeResult:
        """A line to narrow the list with, and the list."""
        yield Input(placeholder="what do you want to say?", compact=True, id="templates-input")
        yield Static("", id="templates-said", markup=False)
        yield OptionList(id="templates-list", compact=True)

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
        return self._all is not None and bool(self._all.templates)

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
        for template in self._all.of(organ=self._organ) if self._all else ():
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
