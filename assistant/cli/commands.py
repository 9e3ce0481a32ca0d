"""The commands, as data: what each is for and how it is called.

`penholder --help` reads this table and nothing else. The module of a command is imported when it is
called: `assistant.cli.NAME`, with `configure(parser)`, which declares its arguments, and
`run(arguments)`, which does the work and returns the exit status. `arguments.home` is a `Path`.
"""


class Command:
    """One command of the command line."""

    __slots__ = ("examples", "summary")

    summary: str
    """What it does, in one line."""

    examples: tuple[str, ...]
    """Calls that a user may copy."""

    def __init__(self, summary: str, *examples: str) -> None:
        self.summary = summary
        self.examples = examples


COMMANDS: dict[str, Command] = {
    "read": Command(
        "print a text as the assistant understands it",
        "penholder read resolution.xml",
        "penholder read --format jsonl texts/*.xml",
        "penholder read --version original returned.docx",
        "penholder read - < pasted.txt",
    ),
    "add": Command(
        "add earlier texts to the precedent index",
        "penholder add texts/ session-79.zip",
        "penholder add --format json session-79.tar.xz votes.json",
        "penholder add A/RES/80/118 A/C.2/80/L.17",
        "penholder add - --symbol A/RES/80/7 --adopted 2025-12-01 < pasted.txt",
    ),
    "index": Command(
        "say what the precedent index holds, or make it anew",
        "penholder index",
        "penholder index --rebuild",
    ),
    "find": Command(
        "find agreed language near to a text",
        'penholder find "progress on sustainable development"',
        "penholder find --organ GA --since 2020 --part operative --limit 5 report to the Assembly",
        "penholder find --full --why '\"capacity-building\" -trade committee:2 session:75-78 vote:no'",
    ),
    "settings": Command(
        "set your delegation, those whose votes you watch, the screen and which rules speak",
        "penholder settings --delegation Fiji --watch Brazil --watch Norway",
        "penholder settings --rule stale-figure=off --rule SC:stale-session=info",
        "penholder settings --theme contrast --gate always --key find=ctrl+k",
    ),
    "series": Command(
        "list texts that are adopted again and again, with their editions",
        "penholder series",
        "penholder series A/RES/79/194",
        "penholder series --organ ECOSOC science and technology",
    ),
    "history": Command(
        "show where a paragraph, or a whole text, came from and what became of it",
        "penholder history A/RES/79/194 OP17",
        "penholder history draft.md PP2 --to history.html",
        "penholder history A/RES/79/194 --to history.svg",
    ),
    "compare": Command(
        "lay two texts beside each other, with the kind of each change",
        "penholder compare A/RES/78/161 A/RES/79/194",
        "penholder compare draft.md",
        "penholder compare --only substantive draft.md returned.docx",
        "penholder compare A/RES/79/194 draft.md --to changes.html",
    ),
    "outline": Command(
        "list the paragraphs of a draft with their status: open, agreed ad ref, agreed",
        "penholder outline draft.md",
        "penholder outline draft.md --open --format jsonl",
    ),
    "status": Command(
        "tell and set how far paragraphs have come: open, agreed ad ref, agreed",
        "penholder status draft.md",
        "penholder status draft.md PP1-PP5 OP7 --set agreed",
    ),
    "edit": Command(
        "change a draft: move, delete, write, split, merge, quote, fill a template, set the masthead",
        "penholder edit move draft.md OP7 --after OP9",
        "penholder edit fill draft.md requests-report session=82 --after OP9",
        'penholder edit split draft.md OP7 --at "and requests"',
    ),
    "replace": Command(
        "find and replace words over a whole draft, as one step",
        'penholder replace draft.md "Steering Group" "steering group" --dry-run',
        'penholder replace draft.md --in preamble --case "the Board" "the Steering Board"',
    ),
    "steps": Command(
        "list what was done to a draft, and take it back or do it again",
        "penholder steps draft.md",
        "penholder steps draft.md --undo",
        "penholder steps draft.md --to 12",
    ),
    "sources": Command(
        "write the table of a draft's sources: paragraph, source, date, vote, difference",
        "penholder sources draft.md",
        "penholder sources draft.md --to sources.docx",
    ),
    "citations": Command(
        "list who cites a text and what it cites, with wrong dates and titles",
        "penholder citations A/RES/70/1",
        "penholder citations draft.md --wrong",
    ),
    "check": Command(
        "list what is out of date or out of form in a draft",
        "penholder check draft.md",
        "penholder check resolution.xml --session 81 --as-of 2026-10-01 --format jsonl",
    ),
    "dismiss": Command(
        "put a finding aside for good, with the reason",
        "penholder dismiss draft.md OP17 stale-year --reason 'the year of the study'",
        "penholder dismiss draft.md PP2 stale-citation --words 76/189 --reason 'the act itself is meant'",
    ),
    "dismissals": Command(
        "list what was put aside in a draft, and what of it no finding needs any more",
        "penholder dismissals draft.md",
        "penholder dismissals draft.md --prune",
    ),
    "take": Command(
        "put the words that a finding suggests in place, recorded with the reason",
        "penholder take draft.md OP14 stale-figure",
        "penholder take draft.md OP14 --everywhere",
    ),
    "updates": Command(
        "list the recorded updates of a draft, let them stand or take them back",
        "penholder updates draft.md",
        "penholder updates draft.md --stand 1 --stand 2 --take-back 4",
    ),
    "mend": Command(
        "mend in a draft everything that is safe, as one step that can be undone",
        "penholder mend draft.md --dry-run",
        "penholder mend draft.md --rule sequence",
    ),
    "explain": Command(
        "tell what a rule looks for, on whose authority, and how often it speaks",
        "penholder explain",
        "penholder explain PU08",
    ),
    "facts": Command(
        "list, add and check facts: adoptions, meetings, reports, statistics, names",
        "penholder facts State of Broadband",
        "penholder facts list --kind statistic --due",
        'penholder facts add meeting name="Board of Pilots" unit=session ordinal=11 year=2058 first=2058-05-03 '
        'last=2058-05-06 source="A/RES/113/28 PP4"',
        'penholder facts add statistic measures="women who use the Internet, world" value=72 year=2026 '
        'edition="Facts and Figures 2026" source="press release" known=2026-11-20',
        "penholder facts check --format json",
    ),
    "new": Command(
        "begin an empty draft",
        'penholder new draft.md --organ GA --committee "Second Committee" --session 81 --title "Oceans"',
    ),
    "roll": Command(
        "roll an earlier text forward into a new draft",
        "penholder roll A/RES/80/118 --session 81 --to draft.md",
    ),
    "export": Command(
        "write a draft as Word, PDF, HTML, Markdown or XML",
        "penholder export draft.md --to draft.docx",
        "penholder export draft.md --to draft.pdf --force",
    ),
    "gate": Command(
        "say on one page what must be true of a draft before it is tabled",
        "penholder gate draft.md",
        "penholder gate draft.md --meeting 2026-11-19 --to gate.html",
    ),
    "templates": Command(
        "list the paragraph templates, or save a paragraph as one",
        "penholder templates",
        "penholder templates --organ ECOSOC --part operative",
        "penholder templates requests-report",
        "penholder templates --save draft.md OP17 --name thanks-the-hosts",
    ),
    "serve": Command(
        "open the screen in a browser of this machine",
        "penholder serve draft.md",
        "penholder serve --sample --port 0",
    ),
    "log": Command(
        "say where the log lies that can be sent when something went wrong",
        "penholder log",
        "penholder log --last 40",
    ),
    "completion": Command(
        "print what a shell needs to complete commands, options and files",
        "penholder completion bash > ~/.local/share/bash-completion/completions/penholder",
        "penholder completion zsh > ~/.zfunc/_penholder",
        "penholder completion fish > ~/.config/fish/completions/penholder.fish",
    ),
}

INTERFACE = Command(
    "draft on the screen",
    "penholder",
    "penholder draft.md",
    "penholder --sample",
)

_HEAD = """\
usage: penholder [--home DIR] [--sample | DRAFT]
       penholder COMMAND [--home DIR] ...

A drafting assistant for United Nations resolutions. Without a command it opens on the screen, on DRAFT
if one is named.

options:
  --home DIR    folder of the precedent index and the settings (or PENHOLDER_HOME)
  --sample      open the sample, made-up texts to try everything on
  --version     print the version and leave
  -h, --help    print this help and leave
"""


def overview() -> str:
    """What `penholder --help` prints."""
    width = max(map(len, COMMANDS))
    commands = "".join(f"  {name:<{width}}    {command.summary}\n" for name, command in COMMANDS.items())
    return (
        f"{_HEAD}\n"
        f"commands (penholder COMMAND --help says more):\n{commands}\n"
        f"{example_lines(INTERFACE.examples + COMMANDS['roll'].examples)}"
    )


def example_lines(examples: tuple[str, ...]) -> str:
    """The closing part of a help text."""
    return "examples:\n" + "".join(f"  {example}\n" for example in examples)
