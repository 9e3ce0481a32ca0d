"""What a check remembers changes nothing: after any edits it says what a check that knows nothing says."""

from __future__ import annotations

import functools
import gc
import random
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.checks import Context, report
from assistant.checks.agreed import as_agreed, origins
from assistant.draft import Draft
from assistant.resources import sample_folder
from assistant.workbench import Workbench
from precedent.index.remembering import Remembering
from tests.assistant.editions import AS_OF, edition, rolled, shelf
from tests.properties.drafts import edited
from tests.sample_facts import THIRD


def forget() -> None:
    """Everything that is remembered of texts, and of nothing else."""
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper):
            module = getattr(kept, "__module__", "") or ""
            if module == "precedent.series" or module.startswith("assistant.checks"):
                kept.cache_clear()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    bench = Workbench(tmp_path_factory.mktemp("home"), today=lambda: AS_OF)
    bench.add([sample_folder()])
    return bench


def whole(bench: Workbench, draft: Draft) -> object:
    forget()
    now = draft.resolution
    context = Context(
        bench.index, AS_OF, None, bench.facts, bench.rules, profile=bench.profile, origins=origins(draft, now)
    )
    told = report(now, context)
    return replace(told, findings=as_agreed(draft, told.findings, bench.known_rules, bench.index))


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edit_it_is_the_same(seed: int, bench: Workbench) -> None:
    choose = random.Random(seed)
    draft = rolled()
    for _ in range(5):
        for _ in range(choose.randint(1, 4)):
            draft, _ = edited(draft, choose)
            bench.report(draft, as_of=AS_OF)
        warm = bench.report(draft, as_of=AS_OF)
        assert warm == whole(bench, draft)


def test_a_text_that_is_added_is_known_at_once(tmp_path: Path) -> None:
    bench = Workbench(tmp_path, today=lambda: AS_OF)
    last = sample_folder() / "A_RES_114_35.md"
    bench.add([path for path in sample_folder().iterdir() if path != last])
    draft = rolled()
    before = bench.report(draft, as_of=AS_OF)
    bench.add([last])
    after = bench.report(draft, as_of=AS_OF)
    assert before != after
    assert after == whole(bench, draft)


def test_an_index_remembered_answers_as_the_index_does() -> None:
    index = shelf()
    remembered = Remembering(index)
    assert remembered == index
    assert len({remembered, index}) == 1
    for symbol in (*index.texts, "A/RES/1/1"):
        for _ in range(2):
            assert remembered.document(symbol) == index.document(symbol)
            assert remembered.card(symbol) == index.card(symbol)
            assert remembered.citing(symbol) == index.citing(symbol)
    title = edition(THIRD).title
    assert remembered.cards(title=title) == index.cards(title=title)
    assert remembered.is_current
