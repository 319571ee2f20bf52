"""The words and printed values of a chart as they stand on it, and the places of their middles."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.facts.wording.numbers import Number
from tracker.records import Box, Part


@dataclass(frozen=True)
class Value:
    """A printed value: the number, the label that prints it, and the part of the label that is the number's."""

    number: Number
    index: int
    part: Part
    printed: str
    series: str = ""
    """The entry of the legend that a bar of a group belongs to."""


@dataclass(frozen=True)
class Category:
    """Words on a chart that may name a value, with the labels that they are made of."""

    text: str
    box: Box
    indexes: tuple[int, ...]


Pairs = list[tuple[Category, Value]]


# Words and numbers stand on one line to within this many points; found on charts of office suites: below 1.
ALIGNED = 2.0


def middle(box: Box, axis: int) -> float:
    """The middle of a box across (axis 0) or down (axis 1), in points."""
    return (box[axis] + box[axis + 2]) / 2
