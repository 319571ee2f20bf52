"""Tables of a page, and tables that run over several pages.

Drawn grids are read first, from their rules alone. Only a page whose words stand in columns or whose rules pile up is
shown to the layout model, which says where to look; columns, rows and cells are ours, read from words and rules.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from tracker.papers.boxes import inside, shared
from tracker.papers.content import PageContent
from tracker.papers.tables.aligned import aligned_boxes, parted
from tracker.papers.tables.bands import grid_of_region
from tracker.papers.tables.found import FoundTable
from tracker.papers.tables.grid import Grid, tidy
from tracker.papers.tables.halves import completed
from tracker.papers.tables.join import join_tables
from tracker.papers.tables.join_right import join_strips
from tracker.papers.tables.layout import Seen, layout_of
from tracker.papers.tables.making import found_table
from tracker.papers.tables.places import (
    beside_pictures,
    extended,
    grown,
    holds,
    piled_boxes,
    text_boxes,
    trimmed,
    without_notes,
)
from tracker.papers.tables.region_rules import region_of
from tracker.papers.tables.regions import (
    is_chart,
    is_contents,
    is_paired,
    is_ruled,
    is_running_text,
    is_tabular,
    may_hold_table,
)
from tracker.papers.tables.ruled import frames_of, grid_of_frame, hangs_together, is_drawn_grid
from tracker.papers.tables.rules import Rules, rules_of
from tracker.papers.tables.set_in_columns import is_set_in_columns
from tracker.papers.tables.side_by_side import split_at, split_off_lines
from tracker.papers.tables.stacked import split_below
from tracker.papers.tables.turned import laid_back, laid_upright, quarter_turn
from tracker.papers.tables.words import Ink, inks_of, without_leaders
from tracker.records import Box

ProseColumns = Callable[[PageContent, Collection[int]], list[list[int]]]
"""Parts words of a page, told by their places in it, into its columns of prose; empty where it has none."""

__all__ = ["FoundTable", "find_tables", "join_strips", "join_tables"]


def find_tables(page: Any, content: PageContent, prose_columns: ProseColumns | None = None) -> tuple[FoundTable, ...]:
    """Tables of one page, top to bottom; ``page`` is the open page that ``content`` was read from.

    With ``prose_columns`` each column of prose is weighed by itself before the page is shown to the layout model.
    """
    turn = quarter_turn(content)
    if turn:
        found = _tables_of(page, laid_upright(content, turn), turn, prose_columns)
        return tuple(laid_back(table, content, turn) for table in found)
    return _tables_of(page, content, 0, prose_columns)


def _tables_of(
    page: Any, content: PageContent, turn: int, prose_columns: ProseColumns | None
) -> tuple[FoundTable, ...]:
    """The tables of a page that reads upright when the shown page is turned clockwise by ``turn`` degrees."""
    inks, leaders = without_leaders(inks_of(content))
    if len(inks) < 4:
        return ()
    rules = rules_of(content)
    grids = _drawn_grids(rules, inks)
    taken = {i.index for g in grids for c in g.cells for i in c.inks}
    rest = [i for i in inks if i.index not in taken]
    if may_hold_table(rest, rules) and _any_column_may(content, rest, rules, prose_columns):
        grids = _with_undrawn(grids, layout_of(page, turn), inks, rules)
    grids = sorted(grids, key=lambda g: (g.bbox[1], g.bbox[0]))
    held = {i.index for g in grids for c in g.cells for i in c.inks}
    free = [i for i in inks if i.index not in held]
    return tuple(found_table(grid, content, rules, free, [i for i in leaders if holds(grid.bbox, i)]) for grid in grids)


def _any_column_may(
    content: PageContent, rest: Sequence[Ink], rules: Rules, prose_columns: ProseColumns | None
) -> bool:
    """Whether a page whose lines stand apart does so for more than its columns of prose."""
    columns = prose_columns(content, [i.index for i in rest]) if prose_columns else []
    held = {i.index: i for i in rest}
    return not columns or any(may_hold_table([held[k] for k in column], rules) for column in columns)


def _drawn_grids(rules: Rules, inks: Sequence[Ink]) -> list[Grid]:
    grids = []
    for frame in frames_of(rules):
        if is_drawn_grid(frame):
            grid = grid_of_frame(frame, inks)
            if grid is not None and hangs_together(grid):
                grid = completed(tidy(grid))
                if grid.rows >= 2 and grid.columns >= 2 and len(grid.filled()) >= 3:
                    grids.append(grid)
    return grids


def _with_undrawn(grids: list[Grid], seen: Sequence[Seen], inks: Sequence[Ink], rules: Rules) -> list[Grid]:
    """The drawn grids and those that words make in the regions that the model, or rules in a pile, point to."""
    out = list(grids)
    regions = [part for s in seen if s.kind == "table" for part in parted(grown(s.box), inks)]
    for region in regions:
        box = trimmed(extended(region, inks), inks)
        if any(inside(g.bbox, box) > 0.7 or inside(box, g.bbox) > 0.5 for g in out):
            continue
        if not is_running_text([i for i in inks if holds(box, i)], box, rules):
            out += _grid_in(box, inks, rules, "layout")
    held_words = {i.index for g in out for c in g.cells for i in c.inks}
    aligned = aligned_boxes([i for i in inks if i.index not in held_words], seen)
    for box in [*aligned, *text_boxes(seen), *beside_pictures(seen, inks), *piled_boxes(rules)]:
        if any(shared(g.bbox, box) > 0 for g in out):
            continue
        held = [i for i in inks if holds(box, i)]
        if len(held) >= 4 and (is_tabular(held) or is_paired(held)) and not is_chart(box, inks, rules):
            out += _grid_in(box, inks, rules, "alignment")
    return out


def _grid_in(box: Box, inks: Sequence[Ink], rules: Rules, found_by: str) -> list[Grid]:
    region = region_of(box, inks, rules)
    apart = split_at(region) or split_off_lines(region)
    if apart is not None:
        left, right = (box[0], box[1], apart, box[3]), (apart, box[1], box[2], box[3])
        return _grid_in(left, inks, rules, found_by) + _grid_in(right, inks, rules, found_by)
    between = split_below(region)
    if between is not None:
        above, below = (box[0], box[1], box[2], between), (box[0], between, box[2], box[3])
        return _grid_in(above, inks, rules, found_by) + _grid_in(below, inks, rules, found_by)
    grid = grid_of_region(region, found_by)
    if grid is None:
        return []
    grid = tidy(without_notes(grid))
    if grid.rows < 2 or grid.columns < 2:
        return []
    leaders = sum(i.led or i.word.text.endswith("...") for i in inks if holds(box, i))
    at = grid.at()
    texts = [[at[r, c].text if (r, c) in at else "" for c in range(grid.columns)] for r in range(grid.rows)]
    if is_contents(texts, leaders) or (not is_ruled(region.box, rules) and is_set_in_columns(grid)):
        return []
    return [grid]
