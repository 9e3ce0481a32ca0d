"""Groups of States that a State may speak for, and the note that says so.

Names and notes are those of drafts of the 79th and 80th sessions of the General Assembly and of its records of who
submitted them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from precedent.names import letters
from precedent.session import Organ, Session


@dataclass(frozen=True, slots=True)
class Group:
    """One group, by its name in a note."""

    name: str
    also: tuple[str, ...] = ()
    """How drafters call it."""
    palestine: bool = False
    """Whether its note takes into account that the State of Palestine is one of its members."""


GROUPS = (
    Group(
        "Group of 77 and China",
        ("Group of 77", "G77", "G-77", "G77 and China", "G-77 and China"),
        palestine=True,
    ),
    Group(
        "Movement of Non-Aligned Countries",
        ("Non-Aligned Movement", "Non-Aligned Countries", "NAM"),
        palestine=True,
    ),
    Group("Organization of Islamic Cooperation", ("OIC",), palestine=True),
    Group("European Union", ("EU",)),
    Group("Group of African States", ("African Group", "African States")),
    Group("League of Arab States", ("Arab League",)),
    Group("Group of Arab States", ("Arab Group", "Arab States")),
    Group("Group of Latin American and Caribbean States", ("GRULAC", "Latin American and Caribbean States")),
    Group("Economic Community of Central African States", ("ECCAS",)),
    Group("Economic Community of West African States", ("ECOWAS",)),
    Group("Association of Southeast Asian Nations", ("ASEAN",)),
    Group("Caribbean Community", ("CARICOM",)),
)
"""The groups that are known; any other is named as the drafter writes it."""

_KNOWN = {letters(word) + re.sub(r"\D", "", word): g for g in GROUPS for word in (g.name, *g.also)}
_LONG = re.compile(
    r"(?:(?:the )?(?:States )?(?:Members of the United Nations )?(?:that are )?members of )?(?:the )?(?P<name>.+?)"
    r"(?:,? taking into account .*)?\.?",
    re.IGNORECASE,
)
_PALESTINE_SINCE = 80
"""Session of the General Assembly from which notes refer to its resolution ES-10/23."""


def group_named(words: str) -> str:
    """The name of the group that words on whose behalf a State acts mean, in full where it is known."""
    found = _LONG.fullmatch(" ".join(words.split()).strip(" .,;"))
    name = found["name"].strip() if found else words.strip()
    known = known_group(name)
    return known.name if known else name


def known_group(name: str) -> Group | None:
    """The group that goes by a name or a short one."""
    return _KNOWN.get(letters(name) + re.sub(r"\D", "", name))


def group_note(name: str, session: Session | None) -> str:
    """The note of a sponsor that speaks for a group, in a draft of that session."""
    known = known_group(name)
    earlier = (
        session is not None
        and session.organ is Organ.GENERAL_ASSEMBLY
        and not session.kind
        and session.number < _PALESTINE_SINCE
    )
    if known and known.palestine and not earlier:
        return (
            f"On behalf of the States that are members of the {name}, taking into account also the provisions of "
            "General Assembly resolution ES-10/23 of 10 May 2024."
        )
    return f"On behalf of the States Members of the United Nations that are members of the {name}."


_NOTE = re.compile(r"On behalf of .*", re.IGNORECASE | re.DOTALL)


def group_of_note(text: str) -> str:
    """The group that a note names; empty for a note of another kind."""
    if not _NOTE.match(text.strip()):
        return ""
    return group_named(re.sub(r"^On behalf of ", "", " ".join(text.split()), flags=re.IGNORECASE))
