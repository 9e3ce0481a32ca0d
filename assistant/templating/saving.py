"""A paragraph of a draft as a template of the house: its sessions, dates and symbols become blanks.

What is written is filled again at once, with the words that stood there as examples; only a template that gives the
same paragraph, letter for letter, is kept.
"""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

from assistant.draft import Draft
from assistant.editing.pieces import Piece
from assistant.editing.places import family, place_of
from assistant.errors import AssistantError
from assistant.templating.blanking import Blanks
from assistant.templating.filling import check, fill
from assistant.templating.front import parse_template
from assistant.templating.setting import Setting
from assistant.templating.template import SUFFIX, TemplateError
from precedent.resolution import Footnote, Kind, NoteCall, Paragraph

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""How a template is named: small letters and figures, joined by hyphens."""
_WIDTH = 112
_HELP = {
    "session": "The session",
    "date": "The day",
    "dates": "The days",
    "resolution": "The resolution",
    "resolutions": "The resolutions",
    "symbol": "The document",
}


class SavingError(AssistantError):
    """A paragraph that cannot be kept as a template, and why."""


def template_text(
    draft: Draft, label: str, name: str, *, title: str = "", say: str = "", setting: Setting | None = None
) -> str:
    """The text of a template's file, made of a paragraph with its sub-paragraphs and notes.

    Args:
        draft: where the paragraph stands.
        label: of the paragraph: OP17.
        name: of the template.
        title: what a list shows; made of the name if empty.
        say: what one wants to say with it; the first words of the paragraph if empty.
        setting: what is known of the draft; blanks that it can fill are filled from it beforehand.

    Raises:
        SavingError: where the paragraph cannot be a template, or the name cannot be one's.
    """
    if not NAME.fullmatch(name):
        raise SavingError(f"{name!r} cannot be a template's name; write it like thanks-the-hosts")
    setting = setting or Setting.of(draft)
    paragraphs, notes = _taken(draft, label)
    blanks = Blanks(setting)
    blocks = [
        ("(a) " if paragraph.level else "") + blanks.piece(Piece.of(paragraph), setting.organ)
        for paragraph in paragraphs
    ]
    blocks += [
        f"[^{note.marker}]: {blanks.piece(Piece(note.text, note.italics), setting.organ)}" for note in notes
    ]
    words = " ".join(paragraphs[0].text.split()[:12]).rstrip(",;:.")
    front = _front(
        paragraphs[0].kind,
        blanks,
        title=title or name.replace("-", " ").capitalize(),
        say=say or f"{words} …",
        guidance=f"Saved from {label} of {draft.masthead.symbol or draft.title or 'a draft'}.",
    )
    for body in (map(_wrapped, blocks), blocks):
        text = f"{{#\n{front}#}}\n" + "\n\n".join(body) + "\n"
        if _gives(text, name, setting, paragraphs, notes):
            return text
    raise SavingError(f"{label} has something in its words that a template cannot hold; nothing was saved")


def _taken(draft: Draft, label: str) -> tuple[tuple[Paragraph, ...], tuple[Footnote, ...]]:
    """The paragraph with what belongs to it, and its notes, counted as a template counts them."""
    entry = draft.at(label)
    if entry is None or label.startswith("FN"):
        raise SavingError(f"the draft has no paragraph {label}; labels are like PP2 and OP17")
    own = [draft.entries[i].content for i in family(draft.entries, place_of(draft, entry.id))]
    first = own[0]
    if first.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE) or first.level or first.closing:
        raise SavingError(f"{label} is no whole preambular or operative paragraph, and templates are of such")
    if any(p.level > 1 or p.closing for p in own):
        raise SavingError(
            f"{label} has sub-paragraphs below (a), or words after its list; a template has neither"
        )
    if not first.opening:
        raise SavingError(f"{label} has no opening in italics; put its first words between *stars*")
    called = list(dict.fromkeys(call.marker for p in own for call in Piece.of(p).settled().notes))
    markers = {marker: str(number) for number, marker in enumerate(called, 1)}
    notes = {note.marker: note for note in reversed(draft.footnotes) if note.section in ("", first.section)}
    if missing := [marker for marker in called if marker not in notes]:
        raise SavingError(f"{label} calls note {missing[0]}, which the draft does not have")
    return (
        tuple(_clean(paragraph, markers) for paragraph in own),
        tuple(
            Footnote(
                marker=markers[m],
                text=notes[m].text,
                italics=Piece(notes[m].text, notes[m].italics).settled().italics,
            )
            for m in called
        ),
    )


def _clean(paragraph: Paragraph, markers: dict[str, str]) -> Paragraph:
    piece = Piece.of(paragraph).settled()
    calls = tuple(NoteCall(call.offset, markers[call.marker]) for call in piece.notes)
    return Paragraph(
        kind=paragraph.kind, text=piece.text, level=paragraph.level, italics=piece.italics, notes=calls
    )


def _wrapped(block: str) -> str:
    """A block in lines, no blank broken between two."""
    whole = re.sub(r"\{\{ (\S+) \}\}", "{{\0\\1\0}}", block)
    lines = textwrap.fill(whole, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return lines.replace("\0", " ")


def _front(part: Kind, blanks: Blanks, *, title: str, say: str, guidance: str) -> str:
    organ = blanks.setting.organ
    lines = [
        f"title = {_toml(title)}",
        f"say = {_toml(say)}",
        f"part = {_toml(part.value)}",
        f"organs = [{_toml(organ.value)}]",
        f"guidance = {_toml(guidance)}",
    ]
    drawn: dict[tuple[str, str], str] = {}
    for known, value in blanks.setting.drawn.items():
        for kind in ("session", "date", "resolution", "resolutions") if value else ():
            drawn.setdefault((kind, value), known)
    for (kind, value), name in blanks.names.items():
        lines += ["", f"[slots.{name}]", f"type = {_toml(kind)}", f"help = {_toml(_HELP[kind])}"]
        if (kind, value) in drawn:
            lines.append(f"draft = {_toml(drawn[kind, value])}")
        lines.append(f"example = {_toml(value)}")
    return "".join(f"{line}\n" for line in lines)


def _toml(words: str) -> str:
    """A string of TOML; within Jinja's comment nothing may look like its end."""
    line = json.dumps(" ".join(words.split()), ensure_ascii=False).replace("\x7f", "")
    return line.replace("#}", "\\u0023}")


def _gives(
    text: str, name: str, setting: Setting, paragraphs: tuple[Paragraph, ...], notes: tuple[Footnote, ...]
) -> bool:
    """Whether the template can be used and gives the same paragraph back.

    Raises:
        SavingError: where the paragraph has not the form that a template asks for.
    """
    template = parse_template(text, Path(f"{name}{SUFFIX}"), house=True)
    try:
        filled = fill(template, template.examples(setting.organ), setting)
        if (filled.paragraphs, filled.footnotes) != (paragraphs, notes):
            return False
        check(template)
    except TemplateError as error:
        raise SavingError(f"the paragraph cannot be a template: {error.problem.text}") from error
    return True
