"""How often each rule speaks on adopted texts, as counted by `benchmarks/count_findings.py`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Again:
    """The counts of a rule about updates over the texts of one session."""

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


@dataclass(frozen=True, slots=True)
class Adopted:
    """The counts of an editor's rule over adopted texts, each under the profile of its organ.

    A rule of drafts alone is counted over adopted texts that are taken as drafts.
    """

    sets: tuple[str, ...]
    """ "ga-79", "hrc-56"; "ga-79, taken as drafts"."""
    texts: tuple[int, ...]
    paragraphs: tuple[int, ...]
    found: tuple[int, ...]
    """Findings in each set."""

    @property
    def share(self) -> float:
        """Findings a paragraph, over all sets."""
        return sum(self.found) / max(1, sum(self.paragraphs))

    def __str__(self) -> str:
        each = ", ".join(
            f"{found} in {texts} texts of {name}"
            for name, texts, found in zip(self.sets, self.texts, self.found, strict=True)
        )
        return f"{each}: {self.share:.2%} of paragraphs"


@lru_cache(maxsize=1)
def firing() -> dict[str, Again | Adopted]:
    """The counts by rule."""
    page = tomllib.loads(files("assistant.checks").joinpath("firing.toml").read_text(encoding="utf-8"))
    updates, adopted = page["updates"], page["adopted"]
    counts: dict[str, Again | Adopted] = {
        rule: Again(updates["session"], updates["texts"], again, on_the_day)
        for rule, (again, on_the_day) in updates["rules"].items()
    }
    for table in (adopted, page["drafts"]):
        names = tuple(table["sets"])
        texts, paragraphs = tuple(table["texts"]), tuple(table["paragraphs"])
        for rule, found in table["rules"].items():
            counts[rule] = Adopted(names, texts, paragraphs, tuple(found))
    return counts
