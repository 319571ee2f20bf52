"""Charts as static SVG: few numbers, each labelled with its value, readable in light, dark and print.

A chart is a ``<figure>`` whose title is its message; measure and place stand below it. Colours come from the style
sheet by class, never from the drawing, and never carry meaning alone. Every drawing has ``role="img"``, a title and a
description that says all its values, and the table beside it says them again. Lengths are units of the drawing,
which the page scales to its width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.site.text import html

BARS_WIDTH = 320
"""As wide as a narrow phone's column, so that 15-unit letters stay near 15 pixels there."""
BAR_HEIGHT = 24
LABEL_LINE = 18
LABEL_ROOM = 44
"""Letters of a label that fit into the width of a bar chart at 15 units."""
VALUE_ROOM = 74
"""Room to the right of the longest bar for its value."""
COLUMNS_WIDTH = 400
COLUMN_HEIGHT = 143
MANY = 12
"""More bars than this stand close together, if their labels are short."""
LABEL_LETTERS = 24
SLIM_LEFT = 176
SLIM_PITCH = 22
SLIM_VALUE_ROOM = 44
MOST_COLUMNS = 13
MOST_BARS = 30


@dataclass(frozen=True)
class Bar:
    """One value. ``shown`` is what is written beside the bar; ``value`` is None where there is no number to draw."""

    label: str
    value: Decimal | None
    shown: str
    now: bool = True
    """True for what the chart is about, False for what it is compared with (drawn in the second colour)."""


@dataclass(frozen=True)
class Panel:
    """Bars or columns under one heading; all panels of a chart share one scale."""

    title: str
    bars: tuple[Bar, ...]


def chart(key: str, title: str, subtitle: str, panels: Sequence[Panel], *, note: str = "") -> str:
    """The figure with all panels drawn as bars from zero, on one scale; "" when there is nothing to draw.

    ``key`` makes the ids of the figure unique on its page; the texts are plain text.
    """
    drawn = [panel for panel in panels if any(bar.value is not None for bar in panel.bars)]
    if not drawn:
        return ""
    scale = max((bar.value for panel in drawn for bar in panel.bars if bar.value is not None), default=Decimal(0))
    parts = []
    for ordinal, panel in enumerate(drawn, start=1):
        heading = f'<p class="st-chart__part">{html(panel.title)}</p>' if len(drawn) > 1 else ""
        parts.append(f"<div>{heading}{bars_svg(f'{key}-{ordinal}', panel, scale)}</div>")
    return _figure(key, title, subtitle, f'<div class="st-chart__panels">{"".join(parts)}</div>', note)


def columns_chart(key: str, title: str, subtitle: str, panel: Panel, *, note: str = "") -> str:
    """The figure with columns in the order of time; periods without a value keep their place, marked with a dash."""
    if not any(bar.value is not None for bar in panel.bars):
        return ""
    return _figure(key, title, subtitle, f'<div class="st-chart__one">{columns_svg(key, panel)}</div>', note)


def bars_svg(key: str, panel: Panel, scale: Decimal) -> str:
    """Horizontal bars, each under its label, with its value at its end; ``scale`` is the value of the longest bar."""
    if len(panel.bars) > MANY and all(len(bar.label) <= LABEL_LETTERS for bar in panel.bars):
        return _slim_bars_svg(key, panel, scale)
    pieces, top = [], 0
    for bar in panel.bars:
        colour = "c1" if bar.now else "c2"
        for line in _lines(bar.label, LABEL_ROOM):
            pieces.append(f'<text class="{colour}" x="0" y="{top + 14}">{html(line)}</text>')
            top += LABEL_LINE
        top += 2
        length = _length(bar.value, scale, BARS_WIDTH - VALUE_ROOM)
        if length:
            pieces.append(
                f'<rect class="{"b" if bar.now else "b2"}" x="0" y="{top}" width="{length}" height="{BAR_HEIGHT}"/>'
            )
        pieces.append(f'<text class="cv" x="{length + 8:g}" y="{top + 18}">{html(bar.shown)}</text>')
        pieces.append(f'<line x1=".5" x2=".5" y1="{top - 2}" y2="{top + BAR_HEIGHT + 2}"/>')
        top += BAR_HEIGHT + 12
    return _svg(key, BARS_WIDTH, top, panel, "".join(pieces))


def _slim_bars_svg(key: str, panel: Panel, scale: Decimal) -> str:
    """Many bars with short labels: each label beside its bar."""
    pieces = []
    for ordinal, bar in enumerate(panel.bars):
        top = ordinal * SLIM_PITCH
        length = _length(bar.value, scale, COLUMNS_WIDTH - SLIM_LEFT - SLIM_VALUE_ROOM)
        colour = "c1" if bar.now else "c2"
        pieces.append(
            f'<text class="{colour}" x="{SLIM_LEFT - 8}" y="{top + 15}" text-anchor="end">{html(bar.label)}</text>'
        )
        if length:
            css = "b" if bar.now else "b2"
            pieces.append(
                f'<rect class="{css}" x="{SLIM_LEFT}" y="{top + 3}" width="{length}" height="{SLIM_PITCH - 7}"/>'
            )
        pieces.append(f'<text class="cv" x="{SLIM_LEFT + length + 6:g}" y="{top + 15}">{html(bar.shown)}</text>')
    height = len(panel.bars) * SLIM_PITCH
    pieces.append(f'<line x1="{SLIM_LEFT}.5" x2="{SLIM_LEFT}.5" y1="0" y2="{height}"/>')
    return _svg(key, COLUMNS_WIDTH, height, panel, "".join(pieces))


def columns_svg(key: str, panel: Panel) -> str:
    """Columns side by side. The label of a column may have two lines, parted by a line break ("Apr\\n2022")."""
    scale = max((bar.value for bar in panel.bars if bar.value is not None), default=Decimal(0))
    pitch = COLUMNS_WIDTH / max(len(panel.bars), 1)
    width = round(min(pitch * 0.75, 48), 1)
    foot = COLUMN_HEIGHT + 24
    pieces = []
    for ordinal, bar in enumerate(panel.bars):
        middle = round(pitch * (ordinal + 0.5), 1)
        height = _length(bar.value, scale, COLUMN_HEIGHT)
        colour = "c1" if bar.value is not None else "c2"
        if height:
            left = round(middle - width / 2, 1)
            pieces.append(
                f'<rect class="{"b" if bar.now else "b2"}" x="{left:g}" y="{foot - height:g}" '
                f'width="{width:g}" height="{height:g}"/>'
            )
        pieces.append(f'<text class="cv" x="{middle:g}" y="{foot - height - 6:g}">{html(bar.shown)}</text>')
        for line, words in enumerate(bar.label.split("\n")):
            pieces.append(
                f'<text class="{colour if line == 0 else "c2"}" x="{middle:g}" y="{foot + 20 + 21 * line}">'
                f"{html(words)}</text>"
            )
    drawing = (
        f'<g text-anchor="middle">{"".join(pieces)}</g><line x1="0" x2="{COLUMNS_WIDTH}" y1="{foot}.5" y2="{foot}.5"/>'
    )
    deep = any("\n" in bar.label for bar in panel.bars)
    return _svg(key, COLUMNS_WIDTH, foot + (48 if deep else 27), panel, drawing)


def pair(rows: Sequence[Bar]) -> str:
    """The two small bars of a figure card, the newer first, as a list of terms; "" where a value is missing."""
    values = [bar.value for bar in rows]
    if not rows or any(value is None or value < 0 for value in values):
        return ""
    scale = max(value for value in values if value is not None)
    items = []
    for bar in rows:
        length = _length(bar.value, scale, 100) or 0.6
        now = ' class="st-now"' if bar.now else ""
        items.append(
            f"<div{now}><dt>{html(bar.label)}</dt><dd>{html(bar.shown)}</dd>"
            '<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
            f'<rect width="{length:g}" height="8"/></svg></div>'
        )
    return f'<dl class="st-pair">{"".join(items)}</dl>'


def _figure(key: str, title: str, subtitle: str, drawing: str, note: str) -> str:
    below = f'<p class="st-legend">{html(note)}</p>' if note else ""
    return (
        f'<figure class="st-chart" aria-labelledby="{key}-title">'
        f'<p class="st-chart__title" id="{key}-title">{html(title)}</p>'
        f'<p class="st-chart__sub">{html(subtitle)}</p>{drawing}{below}</figure>'
    )


def _svg(key: str, width: int, height: float, panel: Panel, drawing: str) -> str:
    said = "; ".join(f"{' '.join(bar.label.split())}: {bar.shown}" for bar in panel.bars)
    return (
        f'<svg viewBox="0 0 {width} {height:g}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{html(panel.title)}</title><desc id="{key}-d">{html(said)}.</desc>{drawing}</svg>'
    )


def _length(value: Decimal | None, scale: Decimal, room: int) -> float:
    if value is None or value <= 0 or scale <= 0:
        return 0.0
    return max(round(float(value / scale) * room, 1), 0.6)


def _lines(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
