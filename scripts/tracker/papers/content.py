"""What a page holds before anyone has thought about it: words in their dress, lines, boxes, pictures, links."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.records import Box

UNKNOWN = -1
"""In place of a number of unseen words: the page could not be painted, so nobody knows."""


@dataclass(frozen=True)
class PrintedWord:
    """A word with its dress. ``line`` numbers the PDF's own text line; ``rise`` is above 0 for superscripts.

    ``angle`` is the writing direction in degrees (0 = left to right as the reader sees the page).
    """

    text: str
    bbox: Box
    baseline: float
    font: str
    size: float
    bold: bool
    italic: bool
    colour: int
    line: int
    rise: float = 0.0
    angle: float = 0.0
    hidden: bool = False
    """Invisible or fully transparent text, as a scanner's text layer has it."""
    joined: bool = False
    """Follows the word before it without a space: "th" of a raised ordinal, a note mark after its word."""
    initial: bool = False
    """A large first letter that stands beside several lines; its box is its own, the rest as of its line."""


@dataclass(frozen=True)
class Shape:
    """A drawn rectangle or rule. A rule is a shape whose width or height is next to nothing."""

    bbox: Box
    fill: int | None
    stroke: int | None


@dataclass(frozen=True)
class Picture:
    """A bitmap or a drawing that is not text: a chart, a photograph, a logo. ``colour`` is a drawing's fill."""

    bbox: Box
    colour: int | None = None
    drawn: bool = False
    """Made of curves and slanting strokes, no bitmap."""
    outline: tuple[tuple[float, float], ...] = ()
    """The corners of a drawing, on curves points between them too; left out where they are too many."""
    pen: int | None = None
    """The colour of a drawing's strokes."""


@dataclass(frozen=True)
class Link:
    """A link on a page: its box and where it leads."""

    bbox: Box
    address: str


@dataclass(frozen=True)
class PageContent:
    """All of one page, in points from the top left as a reader sees it (after the page's turn)."""

    number: int
    width: float
    height: float
    label: str
    words: tuple[PrintedWord, ...]
    shapes: tuple[Shape, ...]
    pictures: tuple[Picture, ...]
    links: tuple[Link, ...]
    unseen: int = 0
    """Words of the file that no reader sees on the page and that are not among ``words``, or ``UNKNOWN``."""
    fault: str = ""
    """Why nothing of the page could be read, in the words of the PDF library."""
