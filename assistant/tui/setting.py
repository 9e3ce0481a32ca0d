"""What is set once, on the screen: a form for oneself and the screen, a list for the rules."""

from __future__ import annotations

from dataclasses import replace

from assistant.settings import Settings
from assistant.tui.forms import Field, Values

_THEMES = (
    ("dark", "dark"),
    ("light: for a bright room or the projector", "light"),
    ("high contrast: white and yellow on black", "contrast"),
)
_GATES = (
    ("where findings are open", "open"),
    ("before every export", "always"),
    ("never; certain findings still hold an export up", "never"),
)
_LOGS = (
    ("what the program did, no word of a draft", "short"),
    ("messages of errors as well, in which words of a draft may stand", "full"),
)


def settings_fields(now: Settings) -> tuple[Field, ...]:
    """What is asked of the drafter."""
    return (
        Field("theme", "How the screen looks", choices=_THEMES, value=now.theme, first=True),
        Field(
            "delegation",
            "Your delegation",
            "the State that you speak for: where it stood is told beside a vote",
            now.delegation,
            example="Fiji",
        ),
        Field(
            "watch",
            "Whose votes and sponsorship you watch",
            "States, separated by commas",
            ", ".join(now.watch),
            example="Brazil, Norway",
        ),
        Field("gate", "What is open is shown", choices=_GATES, value=now.gate),
        Field("log", "What the log holds", choices=_LOGS, value=now.log),
    )


def wanted_settings(now: Settings, values: Values) -> Settings:
    """The settings with the values of the form."""
    watch = (" ".join(name.split()) for name in values["watch"].split(","))
    return replace(
        now,
        theme=values["theme"],
        delegation=" ".join(values["delegation"].split()),
        watch=tuple(dict.fromkeys(filter(None, watch))),
        gate=values["gate"],
        log=values["log"],
    )
