"""What `penholder edit` can do: each with its arguments and what it makes of a draft.

The steps are called as the screen calls them, so a history of both reads like one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from assistant import arranging, editing
from assistant.cli.drafts import Made
from assistant.cli.written import made_by_filling, made_by_quoting, made_by_rewriting, made_by_writing
from assistant.draft import Draft
from assistant.editing.places import family, place_of
from assistant.errors import EditingError
from assistant.labels import listed, named, one_named
from assistant.masthead import masthead_values, with_masthead
from assistant.workbench import Workbench
from precedent.headings import readings
from precedent.resolution import Kind
from precedent.session import Organ

ONE = "OP7, op7.a, or the paragraph's id"
MANY = "OP7, op7.a, PP1-PP5, preamble, operative, all, or ids"


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can be done to a draft."""

    summary: str
    examples: tuple[str, ...]
    declare: Callable[[argparse.ArgumentParser], None]
    make: Callable[[Workbench, Draft, argparse.Namespace], Made]


def _told(draft: Draft, ids: tuple[str, ...]) -> str:
    return listed(label for identity, label in draft.labels.items() if identity in ids)


def _declare_many(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("labels", nargs="+", metavar="LABEL", help=MANY)


def _declare_one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("label", metavar="LABEL", help=ONE)


def _declare_move(parser: argparse.ArgumentParser) -> None:
    _declare_many(parser)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--after", metavar="LABEL", help="behind this paragraph and what belongs to it")
    where.add_argument("--before", metavar="LABEL", help="in front of this paragraph")


def _move(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    ids = named(draft, arguments.labels)
    onto = one_named(draft, arguments.after or arguments.before)
    told = f"Move {_told(draft, ids)} {'after' if arguments.after else 'before'} {draft.labels[onto]}"
    made = (
        arranging.moved(draft, ids, after=onto)
        if arguments.after
        else arranging.moved_before(draft, ids, onto)
    )
    return Made(made, told, ids)


def _delete(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    ids = named(draft, arguments.labels)
    return Made(arranging.deleted(draft, ids), f"Delete {_told(draft, ids)}")


def _declare_split(parser: argparse.ArgumentParser) -> None:
    _declare_one(parser)
    parser.add_argument("--at", required=True, metavar="WORDS", help="with which the second paragraph begins")


def _split(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    identity = one_named(draft, arguments.label)
    text, words = draft.entry(identity).content.text, " ".join(arguments.at.split())
    count = text.count(words) if words else 0
    if count != 1:
        how = "do not stand in" if not count else f"stand {count} times in"
        raise EditingError(
            f"the words “{words}” {how} {draft.labels[identity]}; name words that stand there once"
        )
    made, second = editing.split(draft, identity, text.index(words))
    return Made(made, f"Split {draft.labels[identity]}", (identity, second))


def _merge(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    identity = one_named(draft, arguments.label)
    return Made(editing.merge(draft, identity), f"Merge {draft.labels[identity]} with the next", (identity,))


def _level(by: int, told: str) -> Callable[[Workbench, Draft, argparse.Namespace], Made]:
    def make(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
        ids = named(draft, arguments.labels)
        made, settled = draft, set[int]()
        for identity in ids:
            own = family(draft.entries, place_of(draft, identity))
            level = draft.entry(identity).content.level + by
            if level < 0:
                raise EditingError(f"{draft.labels[identity]} is no sub-paragraph")
            if own.start not in settled:  # what belongs to a paragraph goes along with it
                made = editing.set_level(made, identity, level)
            settled.update(own)
        return Made(made, f"Make {_told(draft, ids)} {told}", ids)

    return make


def _part(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    identity = one_named(draft, arguments.label)
    made = editing.change_part(draft, identity)
    part = made.entry(identity).content.kind
    return Made(made, f"Make {draft.labels[identity]} {part.value}", (identity,))


def _declare_number(parser: argparse.ArgumentParser) -> None:
    _declare_one(parser)
    parser.add_argument(
        "mark",
        metavar="MARK",
        help="none; counted, for the number that its place gives it; for a heading its letter or numeral: B. or IV",
    )


def _number(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    identity, mark = one_named(draft, arguments.label), arguments.mark.strip()
    label = draft.labels[identity]
    if draft.entry(identity).content.kind is Kind.HEADING and mark.lower() != "counted":
        wanted = None if mark.lower() == "none" else mark
        if wanted and not readings(wanted):
            raise EditingError(
                f"“{wanted}” is no letter or numeral of a heading; write A., II. or 3., or none"
            )
        told = f"Print {label} {f'as {wanted}' if wanted else 'without a letter'}"
        return Made(editing.set_mark(draft, identity, wanted), told, (identity,))
    if mark.lower() not in ("none", "counted"):
        raise EditingError(
            f"numbers of paragraphs follow from their order; {label} can have none, or be counted"
        )
    counted = mark.lower() == "counted"
    told = f"Print {label} {'with' if counted else 'without'} a number"
    return Made(editing.set_counted(draft, identity, counted=counted), told, (identity,))


def _declare_written(parser: argparse.ArgumentParser) -> None:
    _declare_one(parser)
    _declare_text(parser)


def _declare_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text",
        nargs="?",
        default="-",
        metavar="TEXT",
        help="as in the draft file: the opening in *italics*, notes as [^1] and below as “[^1]: …”, an empty line "
        "between paragraphs; - or nothing for standard input",
    )


def _declare_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--after",
        metavar="LABEL",
        help=f"behind this paragraph ({ONE}); behind the last of its part if left out",
    )


def _declare_write(parser: argparse.ArgumentParser) -> None:
    _declare_text(parser)
    _declare_place(parser)
    parser.add_argument(
        "--part",
        choices=("preambular", "operative", "heading", "table"),
        help="what it is; like the one named by --after if left out, else operative; each line of a table is a row, "
        "its cells parted by | or tabs",
    )


def _declare_fill(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the template; penholder templates lists them")
    parser.add_argument(
        "slots", nargs="*", metavar="SLOT=VALUE", help="what the draft does not know by itself: session=82"
    )
    _declare_place(parser)


def _declare_quote(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("symbol", metavar="SYMBOL", help="of a text that the precedent index holds")
    parser.add_argument("passage", metavar="PASSAGE", help="the label of its paragraph: OP17, op17.a")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--after", metavar="LABEL", help=f"behind this paragraph of the draft ({ONE})")
    where.add_argument("--instead", metavar="LABEL", help="in place of this paragraph of the draft")


def _declare_masthead(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "values",
        nargs="+",
        metavar="NAME=VALUE",
        help="title, symbol, organ, session, committee, agenda_item, agenda_title, sponsors (between semicolons), "
        "as_of (the expected adoption); nothing behind the = takes one out",
    )


def _masthead(_: Workbench, draft: Draft, arguments: argparse.Namespace) -> Made:
    values = masthead_values(draft)
    for word in arguments.values:
        name, equals, value = word.partition("=")
        if not equals or name not in values:
            raise EditingError(f"“{word}” sets nothing; write NAME=VALUE, with one of {', '.join(values)}")
        values[name] = value
    if not values["title"].strip() and values["organ"] != Organ.SECURITY_COUNCIL.value:
        raise EditingError("a draft needs a title")
    return Made(with_masthead(draft, values), "Edit the masthead")


_AT = "penholder edit"
VERBS = {
    "move": Verb(
        "move paragraphs, with what belongs to them; also and further follow",
        (f"{_AT} move draft.md OP7 --after OP9", f"{_AT} move draft.md PP3-PP5 op2.a --before PP1"),
        _declare_move,
        _move,
    ),
    "delete": Verb(
        "delete paragraphs, with their sub-paragraphs and notes; also and further follow",
        (f"{_AT} delete draft.md OP7 PP3-PP5",),
        _declare_many,
        _delete,
    ),
    "write": Verb(
        "write a new paragraph, or several",
        (f'{_AT} write draft.md "*Requests* the Secretary-General to report;" --after OP9',
         f"{_AT} write draft.md --part preambular < paragraphs.md"),
        _declare_write,
        made_by_writing,
    ),
    "rewrite": Verb(
        "put other words in place of a paragraph",
        (f'{_AT} rewrite draft.md OP7 "*Requests* the Secretary-General to report;"',
         f"{_AT} rewrite draft.md op7.a < words.md"),
        _declare_written,
        made_by_rewriting,
    ),
    "fill": Verb(
        "insert a paragraph from a template",
        (f"{_AT} fill draft.md requests-report session=82 --after OP9",),
        _declare_fill,
        made_by_filling,
    ),
    "quote": Verb(
        "insert a passage of an earlier text, with its notes and where it came from",
        (f"{_AT} quote draft.md A/RES/79/194 OP17 --after OP9",
         f"{_AT} quote draft.md A/RES/79/194 op17.a --instead op7.b"),
        _declare_quote,
        made_by_quoting,
    ),
    "split": Verb(
        "make two paragraphs of one",
        (f'{_AT} split draft.md OP7 --at "and requests the Secretary-General"',),
        _declare_split,
        _split,
    ),
    "merge": Verb(
        "make one paragraph of this one and the next",
        (f"{_AT} merge draft.md OP7",),
        _declare_one,
        _merge,
    ),
    "indent": Verb(
        "make paragraphs sub-paragraphs, (a) and then (i)",
        (f"{_AT} indent draft.md OP8-OP10",),
        _declare_many,
        _level(1, "a sub-paragraph"),
    ),
    "outdent": Verb(
        "make sub-paragraphs paragraphs again, one level up",
        (f"{_AT} outdent draft.md op7.a op7.b",),
        _declare_many,
        _level(-1, "a paragraph one level up"),
    ),
    "part": Verb(
        "make a preambular paragraph operative, or the other way round; its opening follows",
        (f"{_AT} part draft.md PP4",),
        _declare_one,
        _part,
    ),
    "number": Verb(
        "print a paragraph without a number or with it again; another letter or numeral before a heading",
        (f"{_AT} number draft.md OP3 none", f"{_AT} number draft.md OP- counted", f"{_AT} number draft.md H2 B."),
        _declare_number,
        _number,
    ),
    "masthead": Verb(
        "set what stands above the text: title, session, committee, item, sponsors, expected adoption",
        (f'{_AT} masthead draft.md session=82 as_of=2027-12-15 sponsors="Fiji; Tonga"',),
        _declare_masthead,
        _masthead,
    ),
}  # fmt: skip
