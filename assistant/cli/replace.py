"""`penholder replace`: words found over a whole draft, and replaced in one step."""

import argparse
from collections.abc import Collection
from dataclasses import asdict

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.cli.drafts import declare_draft, note_agreed
from assistant.cli.unsaved import do_and_save
from assistant.draft import Draft
from assistant.errors import EditingError
from assistant.labels import label_of, named, squeezed
from assistant.replacing import Place, places, replaced, texts, told
from assistant.workbench import Workbench


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    declare_draft(parser)
    parser.add_argument(
        "sought", metavar="WORDS", help="what is sought, in paragraphs, footnotes and the title"
    )
    parser.add_argument("words", metavar="INSTEAD", help='what comes in its place; "" takes it out')
    parser.add_argument(
        "--in",
        action="append",
        default=[],
        dest="within",
        metavar="LABEL",
        help="only there: OP7, PP1-PP5, preamble, FN3, title; may be repeated",
    )
    parser.add_argument(
        "--place",
        type=int,
        action="append",
        default=[],
        dest="numbers",
        metavar="NUMBER",
        help="only this place, by its number in what --dry-run lists; may be repeated",
    )
    parser.add_argument("--case", action="store_true", help="capitals matter")
    parser.add_argument(
        "--inside", action="store_true", help='also inside a longer unit, as "79/1" in "resolution 79/194"'
    )


def run(arguments: argparse.Namespace) -> int:
    """List every place; replace the chosen ones as one step that can be undone on the screen."""
    bench, path = Workbench(arguments.home), arguments.draft
    try:
        with bench.open(path, read_only=arguments.dry_run) as desk:
            before = desk.draft
            found = _places(before, arguments)
            missing = [number for number in arguments.numbers if not 1 <= number <= len(found)]
            if missing:
                problem(f"{path}: there is no place {missing[0]}; the words stand in {len(found)} places")
                return ExitStatus.USAGE
            chosen = _chosen(found, arguments)
            if chosen and not arguments.dry_run:
                did = told(chosen, arguments.sought, arguments.words)
                do_and_save(desk, replaced(before, chosen), did)
                note_agreed(path, before, desk.draft)
    except EditingError as error:
        problem(f"{path}: {error}")
        return ExitStatus.USAGE
    _tell(arguments, before, found, chosen)
    return ExitStatus.DONE


def _places(draft: Draft, arguments: argparse.Namespace) -> tuple[Place, ...]:
    found = places(draft, arguments.sought, arguments.words, match_case=arguments.case)
    if not arguments.within:
        return found
    within = {label for words in arguments.within for label in _labels(draft, words)}
    return tuple(place for place in found if place.label in within)


def _labels(draft: Draft, typed: str) -> Collection[str]:
    """Labels of the paragraphs, the note or the title that a word means."""
    wanted = squeezed(label_of(typed))
    exact = [label for label, _ in texts(draft) if squeezed(label) == wanted]
    return exact or [draft.labels[identity] for identity in named(draft, [typed])]


def _chosen(found: tuple[Place, ...], arguments: argparse.Namespace) -> tuple[Place, ...]:
    if arguments.numbers:
        return tuple(place for number, place in enumerate(found, 1) if number in arguments.numbers)
    return tuple(place for place in found if place.whole or arguments.inside)


def _tell(
    arguments: argparse.Namespace, draft: Draft, found: tuple[Place, ...], chosen: tuple[Place, ...]
) -> None:
    if arguments.format == "json":
        output.json_text(
            [
                {"number": number} | asdict(place) | {"replaced": place in chosen and not arguments.dry_run}
                for number, place in enumerate(found, 1)
            ]
        )
    else:
        known = dict(texts(draft))
        for number, place in enumerate(found, 1):
            taken = place in chosen
            if not taken and not arguments.dry_run:
                continue
            before, after = place.around(known[place.label])
            words = f"[{place.found} → {place.words}]" if taken else f"[{place.found}]"
            why = "" if taken or place.whole else "  (inside a unit)"
            output.line(f"{number:>3}  {place.label:<10} {before}{words}{after}{why}")
    would = "would be replaced" if arguments.dry_run else "replaced"
    inside = sum(not place.whole and place not in chosen for place in found)
    left = f"; {inside} inside a longer unit left as they are (--inside takes them too)" if inside else ""
    note(f"{arguments.draft}: {len(chosen)} of {len(found)} places {would}{left}")
