"""Where a delegation stood, however its name is shortened; how a variant differs, in diplomats' units."""

from __future__ import annotations

import pytest

from assistant.settings import Settings
from assistant.standing import behind, named, positions
from assistant.varying import changed, marked
from precedent.index import Card
from precedent.resolution import Ballot
from precedent.session import Organ

CARD = Card(
    symbol="A/RES/81/7",
    organ=Organ.GENERAL_ASSEMBLY,
    session="81",
    number="7",
    title="Lighthouses",
    adopted=None,
    vote="3-2-1",
    draft_symbol="A/C.2/81/L.7",
    agenda_item="15",
    committee="Second Committee",
    sponsors=("Côte d’Ivoire",),
    ballot=Ballot(against=("Atlantis (Isles of)", "Utopia"), abstaining=("Ruritania",)),
)


def test_positions_of_the_own_delegation_and_of_those_watched() -> None:
    assert positions(CARD, Settings("Atlantis", ("Ruritania", "Cote d'Ivoire", "Utopia", "Lilliput"))) == [
        "your delegation voted against",
        "Ruritania abstained",
        "Utopia voted against",
    ]
    assert positions(CARD, Settings("", ("Côte d'Ivoire",))) == ["sponsored by Côte d'Ivoire"]
    assert positions(CARD, Settings()) == []


@pytest.mark.parametrize(
    ("name", "there"), [("utopia", True), ("Atlantis", True), ("Atlant", False), ("", False)]
)
def test_names(name: str, there: bool) -> None:
    assert named(name, ("Atlantis (Isles of)", "Utopia")) is there


def test_all_that_stands_behind() -> None:
    told = dict(behind(CARD))
    assert told["draft"] == "A/C.2/81/L.7"
    assert told["against"] == "Atlantis (Isles of), Utopia"
    assert "subjects" not in told


def test_variants_differ_in_whole_units() -> None:
    one = "Decides to meet at its eighty-first session, on 3 May 2027, in resolution 80/1;"
    other = "Decides to meet at its eighty-second session, on 4 May 2028, in resolution 80/1;"
    assert changed(one, other) == "eighty-first → eighty-second; 3 May 2027 → 4 May 2028"
    assert "[-eighty-first-]{+eighty-second+} session, on [-3 May 2027-]{+4 May 2028+}," in marked(one, other)
    assert changed(one, one) == "the same words"
