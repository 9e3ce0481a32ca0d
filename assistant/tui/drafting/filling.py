"""The forms that fill a template, and that make one of a paragraph."""

from __future__ import annotations

from textual.content import Content

from assistant.templating import Setting, SlotError, Template, defaults, fill
from assistant.templating.saving import NAME
from assistant.tui.drafting.prose import Piece, note_words, paragraph_words
from assistant.tui.forms import Field, Form, FormError, Values


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
