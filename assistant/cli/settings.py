"""`penholder settings`: the own delegation, those to watch, the screen, and which rules speak."""

import argparse
import importlib
from dataclasses import replace

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, problem
from assistant.keys import Keymap, KeySetting
from assistant.settings import CHOICES, FILE, RuleSetting, Settings, load
from assistant.workbench import Workbench

_AS_IT_COMES = ("", "default")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--delegation", metavar="STATE", help='the State you speak for, "" for none: Fiji')
    parser.add_argument(
        "--watch",
        metavar="STATE",
        action="append",
        help='a State whose votes and sponsorship are told as well; may be repeated; "" for none',
    )
    parser.add_argument("--theme", choices=CHOICES["theme"], help="how the screen looks")
    parser.add_argument(
        "--gate",
        choices=CHOICES["gate"],
        help="whether an export on the screen first shows what is open: where something is, always or never",
    )
    parser.add_argument(
        "--log",
        choices=CHOICES["log"],
        help="full keeps the messages of unforeseen errors too, in which words of a draft may stand",
    )
    parser.add_argument(
        "--key",
        metavar="ACTION=KEY",
        action="append",
        type=_key,
        default=[],
        dest="keys",
        help="a key for what is done on the screen: find=ctrl+k, undo=u,f9; default takes it back; may be repeated",
    )
    parser.add_argument(
        "--rule",
        metavar="[ORGAN:]RULE=LEVEL",
        action="append",
        type=_rule,
        default=[],
        help="set a rule off, on, info, warning or error, for all texts or those of GA, ECOSOC, HRC or SC: "
        "stale-figure=off, SC:stale-session=info; default takes it back; may be repeated",
    )


def run(arguments: argparse.Namespace) -> int:
    """Set what is given, and print what is set."""
    bench = Workbench(arguments.home)
    now = load(arguments.home)
    wrong = bench.misread(s for s in arguments.rule if s.level not in _AS_IT_COMES)
    if wrong:
        for line in wrong:
            problem(line)
        return ExitStatus.USAGE
    wanted = _changed(now, arguments)
    if wanted.keys != now.keys:
        given = {setting.action for setting in arguments.keys}
        wrong = tuple(
            line for line in _key_problems(arguments, wanted) if any(f"[keys] {a}:" in line for a in given)
        )
        if wrong:
            for line in wrong:
                problem(line)
            return ExitStatus.USAGE
    if wanted != now:
        bench.set_up(wanted)
    for line in (*bench.profile.problems, *_key_problems(arguments, wanted)):
        problem(line)
    output.line(f"{arguments.home / FILE}")
    output.line(f"delegation: {wanted.delegation or 'none'}")
    output.line(f"watch: {', '.join(wanted.watch) or 'none'}")
    for key in CHOICES:
        output.line(f"{key}: {getattr(wanted, key)}")
    output.line(f"keys: {', '.join(f'{s.action}={s.keys}' for s in wanted.keys) or 'as they come'}")
    told = (f"{f'{s.organ}:' if s.organ else ''}{s.rule}={s.level}" for s in wanted.rules)
    output.line(f"rules: {', '.join(told) or 'as they come'}")
    return ExitStatus.DONE


def _changed(now: Settings, arguments: argparse.Namespace) -> Settings:
    if arguments.delegation is not None:
        now = replace(now, delegation=" ".join(arguments.delegation.split()))
    if arguments.watch is not None:
        now = replace(now, watch=tuple(dict.fromkeys(n.strip() for n in arguments.watch if n.strip())))
    chosen = {key: getattr(arguments, key) for key in CHOICES if getattr(arguments, key) is not None}
    now = replace(now, **chosen)
    keys = {setting.action: setting for setting in now.keys}
    for setting in arguments.keys:
        keys.pop(setting.action, None)
        if setting.keys not in _AS_IT_COMES:
            keys[setting.action] = setting
    now = replace(now, keys=tuple(keys.values()))
    rules = {_place(setting): setting for setting in now.rules}
    for setting in arguments.rule:
        rules.pop(_place(setting), None)
        if setting.level not in _AS_IT_COMES:
            rules[_place(setting)] = setting
    return replace(now, rules=tuple(rules.values()))


def _key_problems(arguments: argparse.Namespace, wanted: Settings) -> tuple[str, ...]:
    """What cannot be meant of the keys; what there is to have one the screen knows, which is found by name."""
    if not wanted.keys:
        return ()
    held: Keymap = importlib.import_module("assistant.tui.keymap").meant(arguments.home, wanted.keys)
    return held.problems


def _key(text: str) -> KeySetting:
    action, equals, key = text.partition("=")
    if not equals or not action.strip() or not key.strip():
        raise argparse.ArgumentTypeError(f"{text!r} sets no key; write find=ctrl+k")
    return KeySetting(action.strip(), key.strip())


def _place(setting: RuleSetting) -> tuple[str, str]:
    return setting.organ.casefold(), setting.rule.casefold()


def _rule(text: str) -> RuleSetting:
    place, equals, level = text.partition("=")
    organ, _, rule = place.strip().rpartition(":")
    if not equals or not rule:
        raise argparse.ArgumentTypeError(
            f"{text!r} sets no rule; write stale-figure=off or SC:stale-figure=off"
        )
    return RuleSetting(rule.strip(), level.strip().lower(), organ.strip())
