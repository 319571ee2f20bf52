"""What the layout model sees on a page: where a table, a picture, a list may stand. Advice, never the judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tracker.records import Box


@dataclass(frozen=True)
class Seen:
    """A region with the model's word for it: table, picture, text, list-item, section-header, caption, …"""

    box: Box
    kind: str


def layout_of(page: Any) -> tuple[Seen, ...]:
    """The regions of an open page in the model's order, boxes rounded so that runs agree."""
    page.get_layout()
    turn = page.rotation_matrix if page.rotation else None
    seen = []
    for x0, y0, x1, y1, kind in page.layout_information or ():
        box = (float(x0), float(y0), float(x1), float(y1))
        if turn is not None:
            box = _turned(box, turn)
        seen.append(Seen((round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)), str(kind)))
    return tuple(seen)


def _turned(box: Box, turn: Any) -> Box:
    xs, ys = [], []
    for x in (box[0], box[2]):
        for y in (box[1], box[3]):
            xs.append(x * turn.a + y * turn.c + turn.e)
            ys.append(x * turn.b + y * turn.d + turn.f)
    return (min(xs), min(ys), max(xs), max(ys))


def area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def shared(a: Box, b: Box) -> float:
    """The area that two boxes share, in square points."""
    return area((max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])))


def inside(small: Box, large: Box) -> float:
    """The share of ``small`` that lies in ``large``."""
    return shared(small, large) / max(area(small), 1e-6)
