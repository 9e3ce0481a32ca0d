"""The commands on where words come from: series, history, sources, citations."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.labels import label_of
from assistant.resources import sample_folder
from assistant.workbench import Workbench

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("stocked")
    bench = Workbench(home)
    bench.add([sample_folder()])
    bench.close()
    return home


@pytest.fixture
def call(stocked: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*words: str) -> tuple[int, str, str]:
        status = main([words[0], "--home", str(stocked), *words[1:]])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_series_lists_editions_rhythm_and_what_is_due(call: Call) -> None:
    status, out, _ = call("series", "114/35")
    assert status == 0
    assert "every session, next due at the one hundred and fifteenth session" in out
    assert [line.split()[0] for line in out.splitlines()[2:]] == [
        "A/RES/112/31",
        "A/RES/113/28",
        "A/RES/114/35",
    ]
    status, out, _ = call("series", "--format", "json")
    listed = json.loads(out)
    assert {one["organ"] for one in listed} == {"General Assembly", "Economic and Social Council"}
    assert all(one["rhythm"] == 1 for one in listed)
    assert call("series", "nothing", "like", "it")[0] == 3


def test_history_of_a_paragraph_and_of_a_text(call: Call, tmp_path: Path) -> None:
    status, out, _ = call("history", "A/RES/114/35", "pp1")
    assert status == 0
    assert "[-112/31-] {+113/28+}" in out
    status, out, _ = call("history", "A/RES/114/35", "--format", "json")
    told = json.loads(out)
    assert [one["symbol"] for one in told["editions"]] == ["A/RES/112/31", "A/RES/113/28", "A/RES/114/35"]
    assert call("history", "A/RES/114/35", "--to", str(tmp_path / "h.svg"))[0] == 0
    assert (tmp_path / "h.svg").read_bytes().startswith(b"<svg")
    assert call("history", "A/RES/114/35", "OP77")[0] == 3
    assert call("history", "A/RES/114/35", "--to", str(tmp_path / "h.gif"))[0] == 3


def test_any_two_editions_are_compared(call: Call) -> None:
    status, out, _ = call("history", "A/RES/114/35", "PP1", "--between", "112/31", "A/RES/114/35")
    assert status == 0
    assert "{+113/28+}" in out
    status, _, err = call("history", "A/RES/114/35", "PP1", "--between", "112/31", "99/1")
    assert (status, "does not stand in 99/1" in err) == (2, True)


def test_sources_are_printed_and_written(call: Call, tmp_path: Path) -> None:
    status, out, _ = call("sources", "A/RES/114/35")
    assert status == 0
    assert "A/RES/113/28 PP1" in out
    assert json.loads(call("sources", "A/RES/114/35", "--format", "json")[1])["paragraphs"]
    for ending in (".docx", ".html", ".csv"):
        assert call("sources", "A/RES/114/35", "--to", str(tmp_path / f"s{ending}"))[0] == 0
        assert (tmp_path / f"s{ending}").stat().st_size > 500


def test_citations_in_both_directions(call: Call) -> None:
    status, out, _ = call("citations", "113/28")
    assert status == 0
    assert "A/RES/113/28 is cited by" in out
    told = json.loads(call("citations", "113/28", "--format", "json")[1])
    assert {"symbol", "cites", "cited_by"} == set(told)
    assert call("citations", "A/RES/9/9", "--only", "cited-by")[0] == 0
    status, out, said = call("citations", "A/RES/9/9")
    assert (status, out) == (0, "A/RES/9/9 is cited by 0 texts in the index\n")
    assert "does not hold A/RES/9/9" in said
    assert call("citations", "no symbol at all")[0] == 3


def test_a_symbol_that_the_index_lacks_is_no_title(call: Call) -> None:
    status, out, said = call("series", "A/RES/114/999")
    assert (status, out) == (3, "")
    assert "A/RES/114/999" in said


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        (["pp2"], "PP2"), (["OP17", "(a)"], "OP17 (a)"), (["op17(a)", "(ii)"], "OP17 (a) (ii)"),
        (["op", "5"], "OP5"), (["fn3"], "FN3"), (["Annex", "op3"], "Annex OP3"), (["A", "OP1"], "A OP1"),
    ],
)  # fmt: skip
def test_a_label_is_understood_however_it_is_typed(typed: list[str], label: str) -> None:
    assert label_of(" ".join(typed)) == label
