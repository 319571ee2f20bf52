"""Blocks while they are being made: lines that belong together, before text is joined and levels are given."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.papers.boxes import union
from tracker.papers.figures import FoundFigure
from tracker.papers.lines import Line
from tracker.papers.tables.found import FoundTable
from tracker.records import BlockKind, BlockRole, Box


@dataclass
class Draft:
    """A block in the making. ``marker_words`` of the first line are the bullet or number, kept out of the text."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    role: BlockRole = ""
    level: int = 0
    number: str = ""
    depth: int = 0
    marker: str = ""
    marker_words: int = 0
    indent: float = 0.0
    column: Box = (0.0, 0.0, 0.0, 0.0)
    column_number: int = 0
    boxed: bool = False
    tile: bool = False
    """A figure in large print with the words that it is read with: never a heading."""
    space_above: float = 99.0
    note: str = ""
    table: FoundTable | None = None
    figure: FoundFigure | None = None
    dress: str = ""
    page: int = 0

    @property
    def text(self) -> str:
        """All lines with single spaces; for weighing evidence, not for print."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """Size of its letters, in points."""
        return max(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether the whole of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def bbox(self) -> Box:
        """The box round all its lines, in points."""
        if self.table is not None:
            return self.table.bbox
        if self.figure is not None:
            return self.figure.bbox
        return union(line.bbox for line in self.lines)
