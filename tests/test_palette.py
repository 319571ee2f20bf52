"""Contrast of the colours, worked out from the stylesheet's variables by WCAG's formula, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = (Path(__file__).parent.parent / "overrides/assets/stylesheets/tracker.css").read_text(encoding="utf-8")
TEXT, GRAPHICS = 4.5, 3.0
PAIRS = (
    ("ink", "bg", TEXT), ("ink", "bg-2", TEXT), ("ink-2", "bg", TEXT), ("ink-2", "bg-2", TEXT),
    ("link", "bg", TEXT), ("link", "bg-2", TEXT), ("link-visited", "bg", TEXT), ("link-visited", "bg-2", TEXT),
    ("on-brand", "brand", TEXT), ("on-brand-2", "brand", TEXT), ("on-brand", "button", TEXT), ("on-exit", "exit", TEXT),
    ("note", "note-bg", TEXT), ("ink", "note-bg", TEXT), ("link", "note-bg", TEXT), ("mark-ink", "mark", TEXT),
    ("ink", "add", TEXT), ("ink", "del", TEXT),
    ("bar", "bg", GRAPHICS), ("bar-2", "bg", GRAPHICS), ("note", "bg", GRAPHICS), ("line-2", "bg", GRAPHICS),
    ("add-line", "add", GRAPHICS), ("del-line", "del", GRAPHICS), ("mark-line", "bg", GRAPHICS),
)  # fmt: skip
"""Which colour stands on which ground, and the least ratio: text, or edges and shapes that one must see."""


def _variables(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b", css))


def _schemes() -> dict[str, dict[str, str]]:
    light = _variables(STYLES[STYLES.index(":root") : STYLES.index("@media (prefers-color-scheme: dark)")])
    system = STYLES[
        STYLES.index("@media (prefers-color-scheme: dark)") : STYLES.index('[data-md-color-scheme="slate"]')
    ]
    switched = STYLES[STYLES.index('[data-md-color-scheme="slate"]') :]
    return {
        "light": light,
        "dark by the system": {**light, **_variables(system)},
        "dark by the switch": {**light, **_variables(switched[: switched.index("}")])},
    }


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_ratios() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark by the system", "dark by the switch"])
def test_every_colour_can_be_read_on_its_ground(scheme: str) -> None:
    colours = _schemes()[scheme]
    poor = [
        f"--{front} on --{ground}: {ratio:.2f}, at least {least}"
        for front, ground, least in PAIRS
        if (ratio := contrast(colours[front], colours[ground])) < least
    ]
    assert poor == []


def test_both_dark_palettes_are_one() -> None:
    schemes = _schemes()
    assert schemes["dark by the system"] == schemes["dark by the switch"]
