"""Contrast as WCAG 2 defines it, and the theme's colours by the variable that carries them."""

import tomllib
from functools import cache
from pathlib import Path

CONFIG = Path(__file__).parents[3] / ".streamlit" / "config.toml"
THEMES = ("light", "dark")
Colour = tuple[float, float, float]


def colour(text: str) -> Colour:
    """#RRGGBB as three numbers from 0 to 1."""
    assert len(text) == 7 and text.startswith("#"), text
    red, green, blue = (int(text[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return (red, green, blue)


def mixed(top: Colour, share: float, ground: Colour) -> Colour:
    """`top` laid over `ground` with an opacity of `share`."""
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(top, ground, strict=True))
    return (red, green, blue)


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(value: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in value)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def theme(name: str) -> dict[str, Colour]:
    """Colours of one theme by the name of their CSS variable, such as `--st-blue-color`."""
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][name]
    return {
        f"--st-{''.join('-' + c.lower() if c.isupper() else c for c in key)}": colour(value)
        for key, value in settings.items()
        if isinstance(value, str) and value.startswith("#")
    }
