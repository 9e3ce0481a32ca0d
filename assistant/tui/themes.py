"""Two themes of our own: paper by day, ink by night. Colour marks what needs the eye, and little else."""

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
