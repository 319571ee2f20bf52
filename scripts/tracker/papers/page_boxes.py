"""Boxes of a PDF's page as boxes of the page as displayed."""

from __future__ import annotations

from typing import Any

import pymupdf

from tracker.records import Box


def displayed_box(rect: Any, turn: pymupdf.Matrix | None) -> Box:
    """A rectangle of the PDF, turned with the page (``turn`` is its rotation), in points to two places."""
    if turn is not None:
        rect = tuple(pymupdf.Rect(rect) * turn)
    x0, y0, x1, y1 = rect
    return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
