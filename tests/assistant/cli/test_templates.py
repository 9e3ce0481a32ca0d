"""`penholder templates`, as it is called."""

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.diagnostics import ExitStatus
from assistant.templating import load_templates

HOUSE = """{#
title = "Thank the bridge-builders"
say = "They built it."
part = "operative"
organs = ["General Assembly"]
#}
*Commends* those who built the bridge;
"""


def test_lists_every_template_by_its_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates"]) == ExitStatus.DONE
    lines = capsys.readouterr().out.splitlines()
    heads = [place for place, line in enumerate(lines) if not line.startswith("  ")]
    assert [lines[place].split()[0] for place in heads] == ["Preambular", "Operative"]
    assert len(lines) - len(heads) == len(load_templates().templates)


def test_lists_what_an_organ_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["templates", "--organ", "ecosoc", "--part", "operative", "--format", "json"]) == ExitStatus.DONE
    )
    found = json.loads(capsys.readouterr().out)
    assert {template["part"] for template in found} == {"operative"}
    assert all("Economic and Social Council" in template["organs"] for template in found)
    (report,) = [template for template in found if template["name"] == "requests-report"]
    assert "at its 2027 session" in report["example"]
    assert report["slots"][0]["draft"] == "next_session"


def test_shows_one_with_slots_and_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "calls-for-actions"]) == ExitStatus.DONE
    page = capsys.readouterr().out
    assert page.startswith("calls-for-actions (operative): ")
    assert "actions: " in page
    assert "\n  (b) Train librarians" in page


def test_shows_one_without_slots_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "remains-seized", "--format", "json"]) == ExitStatus.DONE
    found = json.loads(capsys.readouterr().out)
    assert found["example"] == "*Decides* to remain seized of the matter;"
    assert found["slots"] == []


def test_lists_those_of_the_house(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "templates").mkdir()
    (home / "templates" / "thanks.md.j2").write_text(HOUSE, encoding="utf-8")
    assert main(["templates"]) == ExitStatus.DONE
    assert "Thank the bridge-builders (GA) [house]" in capsys.readouterr().out


def test_tells_of_a_bad_one_and_lists_the_others(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "templates").mkdir()
    bad = home / "templates" / "thanks.md.j2"
    bad.write_text(HOUSE.replace("the bridge;", "{{ bridge }};"), encoding="utf-8")
    assert main(["templates"]) == ExitStatus.UNREADABLE
    captured = capsys.readouterr()
    assert captured.err == f"penholder: {bad}:7: bridge is used but is no slot; declare [slots.bridge]\n"
    assert "requests-report" in captured.out


@pytest.mark.parametrize("words", [["requests-reprt"], ["--organ", "UNO"], ["--part", "annex"]])
def test_refuses_what_is_not_there(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", *words]) == ExitStatus.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "penholder" in captured.err
