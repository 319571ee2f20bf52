"""Tables of a page, and tables that run over several pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.papers.content import PageContent
from tracker.papers.table_found import FoundTable
from tracker.papers.table_grid import Grid, tidy
from tracker.papers.table_heads import found_table
from tracker.papers.table_rules import rules_of
from tracker.papers.table_ruled import frames_of, grid_of_frame, is_drawn_grid
from tracker.papers.table_words import inks_of
from tracker.records import Page

__all__ = ["FoundTable", "find_tables", "join_tables"]


def find_tables(page: Any, content: PageContent) -> tuple[FoundTable, ...]:
    """Tables of one page, top to bottom; ``page`` is the open page that ``content`` was read from."""
    inks = inks_of(content)
    if len(inks) < 4:
        return ()
    rules = rules_of(content)
    grids: list[Grid] = []
    for frame in frames_of(rules):
        if is_drawn_grid(frame):
            grid = grid_of_frame(frame, inks)
            if grid is not None:
                grid = tidy(grid)
                if grid.rows >= 2 and grid.columns >= 2:
                    grids.append(grid)
    return tuple(found_table(grid, content) for grid in grids)


def join_tables(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with each table that runs over several pages as one block on its first page."""
    return tuple(pages)
