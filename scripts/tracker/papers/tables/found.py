"""What the table finder hands to the reader of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.records import Box, Cell, Part


@dataclass(frozen=True)
class FoundTable:
    """A table on one page, every cell read from the words whose centres lie in the cell's box.

    ``bbox`` is the box of rules and cells together; ``words`` are the positions in ``PageContent.words`` of everything
    that the table took, its caption included: the reader leaves exactly these out of the prose. ``found_by`` says which
    engine spoke: "rules", "bands", "alignment", "layout".
    """

    bbox: Box
    rows: tuple[tuple[Cell | None, ...], ...]
    header_rows: int = 0
    header_columns: int = 0
    caption: str = ""
    caption_part: Part | None = None
    words: frozenset[int] = field(default_factory=frozenset)
    doubts: tuple[str, ...] = ()
    found_by: str = "rules"
