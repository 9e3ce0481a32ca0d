"""How often each rule speaks on adopted texts, as counted by `benchmarks/count_findings.py`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Firing:
    """The counts of one rule over the texts of one session."""

    session: str
    texts: int
    again: int
    """Findings when each text is tabled again a session later."""
    on_the_day: int
    """Findings as of the day of its own adoption."""

    def __str__(self) -> str:
        return (
            f"{self.again} findings in {self.texts} texts of the {self.session} tabled again a session later, "
            f"{self.on_the_day} on the day of their adoption"
        )


@lru_cache(maxsize=1)
def firing() -> dict[str, Firing]:
    """The counts by rule."""
    page = tomllib.loads(files("assistant.checks").joinpath("firing.toml").read_text(encoding="utf-8"))
    return {
        rule: Firing(page["session"], page["texts"], again, on_the_day)
        for rule, (again, on_the_day) in page["rules"].items()
    }
