"""Three themes of our own: paper by day, ink by night, and one of high contrast.

Colour marks what needs the eye, and little else; nothing is told by colour alone.
"""

from textual.theme import Theme

DARK = Theme(
    name="penholder-dark",
    primary="#7fa7d1",
    secondary="#8f9aa8",
    accent="#d9b26f",
    warning="#d9b26f",
    error="#e0857b",
    success="#8fb996",
    foreground="#dcdfe4",
    background="#16191e",
    surface="#1b1f25",
    panel="#262c35",
    dark=True,
    variables={
        "block-cursor-background": "#2c4563",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#2a323d",
        "block-cursor-blurred-foreground": "#dcdfe4",
        "footer-key-foreground": "#d9b26f",
        "quiet": "#97a0ac",
        "border": "#7fa7d1",
        "border-blurred": "#343b46",
    },
)

LIGHT = Theme(
    name="penholder-light",
    primary="#1f5a96",
    secondary="#5c6672",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#b3261e",
    success="#2e6b3a",
    foreground="#1d2126",
    background="#f7f5f0",
    surface="#fdfcf9",
    panel="#e8e4da",
    dark=False,
    variables={
        "block-cursor-background": "#c9dcf0",
        "block-cursor-foreground": "#10151b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e3e8ee",
        "block-cursor-blurred-foreground": "#1d2126",
        "footer-key-foreground": "#8a5a00",
        "quiet": "#5f656c",
        "border": "#1f5a96",
        "border-blurred": "#cfc9bb",
    },
)

CONTRAST = Theme(
    name="penholder-contrast",
    primary="#9fd0ff",
    secondary="#ffffff",
    accent="#ffe14d",
    warning="#ffe14d",
    error="#ff8f8f",
    success="#8cff9f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1f1f1f",
    dark=True,
    variables={
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#4a4a4a",
        "block-cursor-blurred-foreground": "#ffffff",
        "footer-key-foreground": "#ffe14d",
        "quiet": "#e0e0e0",
        "border": "#ffffff",
        "border-blurred": "#8c8c8c",
    },
)
"""For the back of the room, a bad projector, tired eyes; every word at 12:1 or more against its ground."""

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""As the settings name them, in the order in which a key goes through them."""
