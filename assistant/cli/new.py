"""`penholder new`: an empty draft with its masthead."""

import argparse
from pathlib import Path

from assistant.cli.dates import day, session
from assistant.cli.diagnostics import ExitStatus, note
from assistant.cli.organs import organ
from assistant.committees import committee_named
from assistant.editing import set_expected_adoption, set_masthead
from assistant.workbench import Workbench
from precedent.session import Organ, Session


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="the draft to write; must not exist yet")
    parser.add_argument(
        "--title", default="", help="what the text is about; drafts of the Security Council have none"
    )
    parser.add_argument(
        "--organ", type=organ, default=Organ.GENERAL_ASSEMBLY, help="GA (if left out), ECOSOC, HRC, SC"
    )
    parser.add_argument("--committee", metavar="NAME", help="in which it is tabled: Second Committee")
    parser.add_argument(
        "--session", type=session, metavar="N", help="its number, or for the Councils of a year the year"
    )
    parser.add_argument("--item", metavar="NUMBER", help="of the agenda: 18 (b)")
    parser.add_argument("--item-title", metavar="TITLE", help="of the agenda item")
    parser.add_argument(
        "--sponsor", action="append", default=[], metavar="STATE", help="who submits it; may be repeated"
    )
    parser.add_argument("--as-of", type=day, metavar="DATE", help="expected day of adoption, 2026-12-15")
    parser.add_argument(
        "--force", action="store_true", help="write over a draft that exists (a snapshot of it is kept)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the draft, and say how to go on."""
    bench = Workbench(arguments.home)
    which = arguments.organ
    if not arguments.title.strip() and which is not Organ.SECURITY_COUNCIL:
        note("a draft needs a title: --title")
        return ExitStatus.USAGE
    meeting = Session.on(arguments.as_of or bench.today(), which)
    wanted = Session(which, arguments.session) if arguments.session else meeting
    committee = arguments.committee or ""
    told = {
        "committee": committee_named(committee) if which is Organ.GENERAL_ASSEMBLY else committee,
        "agenda_item": arguments.item,
        "agenda_title": arguments.item_title,
    }
    head = {name: " ".join(words.split()) for name, words in told.items() if words}
    draft = bench.empty_draft(which, wanted, " ".join(arguments.title.split()), **head)
    if arguments.sponsor:
        draft = set_masthead(draft, sponsors=tuple(arguments.sponsor))
    draft = set_expected_adoption(draft, arguments.as_of)
    bench.create(arguments.draft, draft, overwrite=arguments.force).close()
    note(
        f"{arguments.draft}: an empty draft for the {wanted} of the {which.value}; next: penholder {arguments.draft}, "
        f"or penholder edit write {arguments.draft}"
    )
    return ExitStatus.DONE
