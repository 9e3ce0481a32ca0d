"""The page of the rules is that of the rules as they are."""

from pathlib import Path

from assistant.checks.page import rules_page

PAGE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "run: make docs"
