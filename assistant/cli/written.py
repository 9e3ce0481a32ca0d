"""Paragraphs that `penholder edit` brings into a draft: typed, filled from a template, quoted from an earlier text."""

from __future__ import annotations

import argparse

from assistant.cli.drafts import Made
from assistant.cli.piped import piped
from assistant.draft import Draft
from assistant.errors import EditingError
from assistant.handwriting import add_written, rewritten
from assistant.labels import label_of, one_named
from assistant.placing import insert_filled, place_for
from assistant.workbench import Workbench
from precedent.headings import lead, led
from precedent.reading.decoding import decode
from precedent.resolution import Kind


def made_by_writing(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    """New paragraphs in the words that were given.

    Raises:
        EditingError: nothing was written, or there is no such place.
    """
    behind = one_named(draft, arguments.after) if arguments.after else None
    beside = draft.entry(behind).content if behind else None
    kind = Kind(arguments.part) if arguments.part else beside.kind if beside else Kind.OPERATIVE
    level = beside.level if beside and beside.kind is kind else 0
    place = behind or place_for(draft, kind, None)
    made, first = add_written(draft, _words(arguments), kind=kind, level=level, after=place)
    if first is None:
        raise EditingError("nothing was written, so nothing was changed")
    known = {entry.id for entry in draft.entries}
    return Made(made, "Write a paragraph", tuple(e.id for e in made.entries if e.id not in known))


def made_by_rewriting(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    """A paragraph in the words that were given.

    Raises:
        EditingError: nothing was written, or there is no such paragraph.
    """
    identity = one_named(draft, arguments.label)
    words = _words(arguments)
    if not words.strip():
        raise EditingError(
            f"nothing was written in place of {draft.labels[identity]}; penholder edit delete takes it out"
        )
    content = draft.entry(identity).content
    if content.kind is Kind.HEADING and lead(words.strip())[0] is None:  # what is not named stays as it is
        words = led(content.number, words.strip()) or words
    known = {entry.id for entry in draft.entries}
    made = rewritten(draft, identity, words)
    shown = (identity, *(e.id for e in made.entries if e.id not in known))
    return Made(made, f"Edit {draft.labels[identity]}", shown)


def made_by_filling(bench: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    """A template's paragraphs; what the draft knows is filled in, what is given goes before it.

    Raises:
        EditingError: a word names no slot of the template, or there is no such place.
        UnknownTemplateError, SlotError: there is no such template, or a slot cannot be filled.
    """
    from assistant.templating import defaults

    template = bench.templates().named(arguments.name)
    names = [slot.name for slot in template.slots]
    values = dict(defaults(template, bench.setting(draft)))
    for word in arguments.slots:
        name, equals, value = word.partition("=")
        if not equals or name not in names:
            there = f"its slots are {', '.join(names)}" if names else "it has no slots"
            raise EditingError(f"“{word}” fills no slot of {template.name}; {there}: write SLOT=VALUE")
        values[name] = value
    filled = bench.fill(template, values, draft)
    after = one_named(draft, arguments.after) if arguments.after else None
    made, identity = insert_filled(draft, filled, after=after)
    return Made(made, f"Insert {template.title}", (identity,))


def made_by_quoting(bench: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    """A passage of an earlier text after a paragraph of the draft, or in place of one.

    Raises:
        EditingError: the text has no such passage, or the draft no such paragraph.
        UnknownDocumentError: the index does not hold the text.
    """
    symbol = str(bench.text(arguments.symbol).masthead.symbol or arguments.symbol)
    label = label_of(arguments.passage)
    if arguments.instead:
        identity = one_named(draft, arguments.instead)
        made = bench.replace_by(draft, symbol, label, identity)
        return Made(made, f"Replace {draft.labels[identity]} by {symbol} {label}", (identity,))
    after = one_named(draft, arguments.after) if arguments.after else None
    made, identity = bench.quote(draft, symbol, label, after=after)
    return Made(made, f"Insert {symbol} {label}", (identity,))


def _words(arguments: argparse.Namespace) -> str:
    """What was given, on the command line or on standard input."""
    if arguments.text != "-":
        return str(arguments.text)
    return decode(piped())[0]
