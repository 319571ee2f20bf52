"""What boxes on a page have to do with each other: pure geometry, in points from the page's top left."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.records import Box


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box round all boxes (at least one)."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def area(box: Box) -> float:
    """In square points; 0 for a box that is turned inside out."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def common(a: Box, b: Box) -> Box:
    """The box that two boxes share, turned inside out where they do not meet."""
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))


def shared(a: Box, b: Box) -> float:
    """The area that two boxes share, in square points."""
    return area(common(a, b))


def inside(small: Box, large: Box) -> float:
    """The share of ``small`` that lies in ``large``."""
    return shared(small, large) / max(area(small), 1e-6)


def gap(a: Box, b: Box) -> float:
    """How far two boxes stand apart, along the axis on which they stand further apart; 0 where they meet."""
    return max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3], 0.0)


def centre_in(box: Box, outer: Box, slack: float = 0.0) -> bool:
    """Whether the middle of a box lies in another, or at most ``slack`` points outside it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] - slack <= x <= outer[2] + slack and outer[1] - slack <= y <= outer[3] + slack
