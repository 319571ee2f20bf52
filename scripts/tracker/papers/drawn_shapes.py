"""The rectangles and rules that a page draws, and apart from them its curves and slanting strokes."""

from __future__ import annotations

from typing import Any

import pymupdf

from tracker.papers.content import Picture, Shape
from tracker.papers.page_boxes import displayed_box

MOST_DRAWINGS = 20_000
"""Pages with more strokes than this are drawings; reading each stroke would cost seconds and tell nothing."""
MOST_CORNERS = 400
"""Drawings with more corners are maps and ornaments, not the slices of a pie."""
STRAIGHT = 0.7
"""A line that strays less than this (points) from level or upright is a rule."""


def _colour(value: Any) -> int | None:
    if value is None:
        return None
    parts = [max(0, min(255, round(255 * float(v)))) for v in value]
    if len(parts) == 1:
        parts = parts * 3
    if len(parts) != 3:
        return 0
    return (parts[0] << 16) | (parts[1] << 8) | parts[2]


def shapes_of_page(
    page: pymupdf.Page, turn: pymupdf.Matrix | None, drawings: list[dict[str, Any]]
) -> tuple[list[Shape], list[Picture]]:
    """Rectangles and rules, and apart from them the boxes of curves and slanting strokes.

    ``drawings`` are the paths that the PDF library tells; ``turn`` is the page's rotation.
    """
    shapes: list[Shape] = []
    curved: list[Picture] = []
    if len(drawings) > MOST_DRAWINGS:
        return [], [Picture(displayed_box(page.rect, None))]
    for path in drawings:
        fill = _colour(path.get("fill")) if path.get("fill_opacity", 1) else None
        stroke = _colour(path.get("color")) if path.get("stroke_opacity", 1) else None
        if fill is None and stroke is None:
            continue
        bent = False
        for item in path["items"]:
            if item[0] == "re":
                shapes.append(Shape(displayed_box(item[1], turn), fill, stroke))
            elif item[0] == "l":
                (x0, y0), (x1, y1) = item[1], item[2]
                if abs(x0 - x1) <= STRAIGHT or abs(y0 - y1) <= STRAIGHT:
                    if stroke is not None:
                        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                        shapes.append(Shape(displayed_box(box, turn), None, stroke))
                else:
                    bent = True
            elif item[0] == "qu":
                quad = pymupdf.Quad(item[1])
                if quad.is_rectangular and abs(quad.ul.y - quad.ur.y) <= STRAIGHT:
                    shapes.append(Shape(displayed_box(quad.rect, turn), fill, stroke))
                else:
                    bent = True
            else:
                bent = True
        if bent and _is_rounded_box(path):
            shapes.append(Shape(displayed_box(path["rect"], turn), fill, stroke))
        elif bent:
            corners = _corners(path, turn)
            curved.append(Picture(displayed_box(path["rect"], turn), fill, drawn=True, outline=corners, pen=stroke))
        elif fill is not None and all(item[0] == "l" for item in path["items"]):
            shapes.append(Shape(displayed_box(path["rect"], turn), fill, stroke))
    return shapes, curved


def _corners(path: dict[str, Any], turn: pymupdf.Matrix | None) -> tuple[tuple[float, float], ...]:
    """The corners of a drawing in order, on curves with the point in their middle; () where they are too many."""
    if not 2 <= len(path["items"]) <= MOST_CORNERS:
        return ()
    points: list[tuple[float, float]] = []
    for item in path["items"]:
        corners = [(float(x), float(y)) for x, y in item[1:]] if item[0] in ("c", "l") else []
        if len(corners) == 4:
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
            middle = ((x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8)
            corners = [corners[0], middle, corners[3]]
        points += corners
    placed = points if turn is None else [tuple(pymupdf.Point(p) * turn) for p in points]
    return tuple((round(x, 2), round(y, 2)) for x, y in placed)


def _is_rounded_box(path: dict[str, Any]) -> bool:
    """Whether a path is a rectangle with soft corners: level and upright strokes make up most of its outline."""
    x0, y0, x1, y1 = path["rect"]
    straight = sum(
        abs(item[1][0] - item[2][0]) + abs(item[1][1] - item[2][1])
        for item in path["items"]
        if item[0] == "l" and (abs(item[1][0] - item[2][0]) <= STRAIGHT or abs(item[1][1] - item[2][1]) <= STRAIGHT)
    )
    return bool(straight >= 0.6 * 2 * ((x1 - x0) + (y1 - y0)) and x1 - x0 > 4 * STRAIGHT and y1 - y0 > 4 * STRAIGHT)
