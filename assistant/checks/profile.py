"""What a drafter's settings say of the rules: which speak, how loudly, in whose texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum

from assistant.checks.finding import Finding, Severity
from assistant.settings import RuleSetting
from precedent.index import operators
from precedent.session import Organ


class Level(StrEnum):
    """What can be set of a rule: silence, its own severity, or another one."""

    OFF = "off"
    ON = "on"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is set of each rule; what is set for an organ goes before what is set for all."""

    levels: Mapping[tuple[Organ | None, str], Level] = field(default_factory=dict)
    """By organ (None: in everybody's texts) and id of the rule."""
    problems: tuple[str, ...] = ()
    """What was set of no rule there is, or in words that mean nothing, in a line each."""

    @classmethod
    def of(cls, told: Iterable[RuleSetting], known: Iterable[str], source: str = "the settings") -> Profile:
        """The profile that settings make; what cannot be meant is left out and told.

        Args:
            told: the settings, as they are written.
            known: the id of every rule there is.
            source: how a problem names the place where they are written.
        """
        ids = {rule.casefold(): rule for rule in known}
        levels: dict[tuple[Organ | None, str], Level] = {}
        problems = []
        for setting in told:
            wrong = misread(setting, ids.values())
            if wrong:
                problems.append(f"{source}: {wrong}")
                continue
            organ = operators.organ(setting.organ) if setting.organ else None
            levels[organ, ids[setting.rule.casefold()]] = Level(setting.level.lower())
        return cls(levels, tuple(problems))

    def level(self, rule: str, organ: Organ) -> Level | None:
        """What is set of a rule for an organ's texts; None where nothing is."""
        return self.levels.get((organ, rule)) or self.levels.get((None, rule))

    def asked(self, organ: Organ) -> frozenset[str]:
        """Rules that are to speak in an organ's texts, even where they speak only when asked."""
        rules = {rule for _, rule in self.levels}
        return frozenset(r for r in rules if self.level(r, organ) not in (None, Level.OFF))

    def silent(self, organ: Organ) -> frozenset[str]:
        """Rules that are switched off in an organ's texts."""
        return frozenset(r for _, r in self.levels if self.level(r, organ) is Level.OFF)

    def told(self, rule: str) -> str:
        """What is set of a rule, for a reader: "off; warning in texts of the Security Council"; empty for nothing."""
        own = {organ: level for (organ, name), level in self.levels.items() if name == rule}
        overall = own.pop(None, None)
        parts = [f"{level} in texts of the {organ.value}" for organ, level in own.items() if organ]
        return "; ".join([*([str(overall)] if overall else []), *parts])

    def applied(self, finding: Finding, organ: Organ) -> Finding | None:
        """A finding as the drafter wants it: with the severity that is set, or not at all."""
        level = self.level(finding.rule, organ)
        if level is Level.OFF:
            return None
        if level is None or level is Level.ON:
            return finding
        return replace(finding, severity=Severity(level))

    @property
    def switches(self) -> Profile:
        """Which rules speak and nothing else: what is certain does not become so by being called an error."""
        levels = {at: level if level is Level.OFF else Level.ON for at, level in self.levels.items()}
        return Profile(levels, self.problems)


def misread(setting: RuleSetting, known: Iterable[str]) -> str:
    """What cannot be meant by a setting, with the nearest words that can; empty where it is plain."""
    ids = {rule.casefold(): rule for rule in known}
    if setting.rule.casefold() not in ids:
        near = get_close_matches(setting.rule.casefold(), ids, n=1, cutoff=0.5)
        hint = f"did you mean {ids[near[0]]}?" if near else "penholder explain lists them"
        return f"there is no rule {setting.rule}; {hint}"
    if setting.organ and operators.organ(setting.organ) is None:
        return f"{setting.organ} is no organ; write {', '.join(operators.SHORT)} or a name in full"
    if setting.level.lower() not in list(Level):
        return f"{setting.rule} is set to {setting.level}; a rule is {', '.join(Level)}"
    return ""
