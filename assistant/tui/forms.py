"""A form on the screen: named lines to fill in, checked as they are typed, with a preview where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Footer, Input, Label, Select, Static

from assistant.errors import AssistantError
from assistant.tui.background import Foreseen, in_background, said

Values = Mapping[str, str]


class FormError(AssistantError):
    """A value of a form that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form."""

    name: str
    label: str
    help: str = ""
    value: str = ""
    example: str = ""
    """Shown while nothing is typed."""
    choices: tuple[tuple[str, str], ...] = ()
    """(what is shown, value); a list to choose from instead of a line."""
    first: bool = False
    """Whether the form begins here, and not at the first empty line."""


class Form(ModalScreen[dict[str, str] | None]):
    """Asks for some values; gives None where the drafter left it.

    `preview` makes what is shown below from the values; a foreseen error that it raises is shown in its place.
    `refusal` says why values cannot be taken, or nothing.
    """

    CSS_PATH = "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+s,f10", "accept", "Done", key_display="^s"),
        # First of all, so that what is typed after it goes to the next line however fast it comes.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("f1", "app.help", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        accept: str = "Done",
        about: str = "",
        preview: Callable[[Values], Content] | None = None,
        refusal: Callable[[Values], str] | None = None,
    ) -> None:
        super().__init__()
        self._heading, self._fields, self._accept, self._about = title, tuple(fields), accept, about
        self._preview, self._refusal = preview, refusal

    def compose(self) -> ComposeResult:
        """A title, a line for each field, the preview, two buttons."""
        with Vertical(id="form"):
            yield Label(self._heading, id="form-title", markup=False)
            with VerticalScroll(id="form-fields", can_focus=False):
                if self._about:
                    yield Static(self._about, id="form-about", markup=False)
                for field in self._fields:
                    yield from self._line(field)
            if self._preview:
                with VerticalScroll(id="form-preview-box", can_focus=False):
                    yield Static(id="form-preview")
            yield Static(id="form-said", markup=False)
            with Horizontal(id="form-buttons"):
                yield Button(f"{self._accept}  (^s)", variant="primary", id="accept")
                yield Button("Leave  (esc)", id="leave")
        yield Footer()

    def _line(self, field: Field) -> ComposeResult:
        yield Label(field.label, classes="form-label", markup=False)
        if field.choices:
            known = {value for _, value in field.choices}
            yield Select(
                field.choices,
                value=field.value if field.value in known else field.choices[0][1],
                allow_blank=False,
                compact=True,
                id=f"field-{field.name}",
            )
        else:
            yield Input(field.value, placeholder=field.example, compact=True, id=f"field-{field.name}")
        if field.help:
            yield Static(field.help, classes="form-help", markup=False)

    def on_mount(self) -> None:
        """Show the preview of what is there already; begin at the first empty line, or where it was asked for."""
        lines = sorted(self._fields, key=lambda f: (not f.first, bool(f.choices or f.value)))
        self.query_one(f"#field-{lines[0].name}").focus()
        self._show()

    @property
    def values(self) -> dict[str, str]:
        """What stands in the form now."""
        found = {}
        for field in self._fields:
            widget = self.query_one(f"#field-{field.name}")
            found[field.name] = str(widget.value) if isinstance(widget, Input | Select) else ""
        return found

    def on_input_changed(self) -> None:
        """Follow the typing."""
        self._show()

    def on_select_changed(self) -> None:
        """Follow the choice."""
        self._show()

    def _show(self) -> None:
        if not self._preview:
            return
        try:
            shown = self._preview(self.values)
        except Foreseen as error:
            shown = Content.styled(said(error), "$text-warning")
        self.query_one("#form-preview", Static).update(shown)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next line, and on the last one ends the form."""
        event.stop()
        names = [f"field-{field.name}" for field in self._fields]
        if event.input.id == names[-1]:
            self.action_accept()
        else:
            self.focus_next("Input, Select")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The two buttons."""
        event.stop()
        if event.button.id == "accept":
            self.action_accept()
        else:
            self.action_leave()

    def action_accept(self) -> None:
        """Give the values, or say what is missing."""
        values = self.values
        try:
            if self._preview:
                self._preview(values)
            self._judge(values)
        except Foreseen as error:
            self._answer(values, said(error))

    def _judge(self, values: dict[str, str]) -> None:
        self._answer(values, self._refused(values))

    def _refused(self, values: Values) -> str:
        return self._refusal(values) if self._refusal else ""

    def _answer(self, values: dict[str, str], refused: str) -> None:
        if refused:
            self.query_one("#form-said", Static).update(Content.styled(refused, "$text-error"))
        else:
            self.dismiss(values)

    def action_leave(self) -> None:
        """Leave without doing anything."""
        self.dismiss(None)


class ReadingForm(Form):
    """A form whose refusal has to read a file: that is done in the background, and left with the form."""

    def _judge(self, values: dict[str, str]) -> None:
        self.query_one("#form-said", Static).update("Reading the text …  esc: leave")
        in_background(
            self,
            lambda: self._refused(values),
            lambda refused: self._answer(values, refused),
            group="judge",
            failed=lambda error: self._answer(values, said(error)),
        )
