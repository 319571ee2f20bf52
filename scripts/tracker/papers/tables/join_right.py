"""Sheets too wide for a page: columns printed on the pages that follow are put beside those that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.tables.entries import YEAR
from tracker.papers.tables.join import PASSED_OVER, Rows, repeated_head
from tracker.papers.tables.words import is_number
from tracker.records import Block, Cell, Page

SAME_HEIGHT = 1.5
"""Rows of one sheet stand within this many points at the same height on both pages."""
FIGURES = 0.6
"""A strip that goes on with a sheet begins with a column of which so many entries are figures: it has no labels."""
FEWEST_ROWS = 3


def join_strips(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with the strips of a sheet that goes on to the right as one table on its first page.

    Strips stand alone on their pages; each has as many rows at the same heights as the table before it that it goes on
    with and other heads, and begins with figures, or with the labels of that table once more: they are given once. The
    sheet's titles and its notes may stand on the first page, over and under the tables there.
    """
    out = [list(page.blocks) for page in pages]
    at = {page.number: i for i, page in enumerate(pages)}
    home: int | None = None
    for i, page in enumerate(pages):
        strips = _alone(out[i])
        if not strips:
            body = any(b.kind not in PASSED_OVER for b in out[i])
            home = (i if _tables(out[i]) else None) if body else home
            continue
        if home is not None and abs(page.width - pages[home].width) < 2 and abs(page.height - pages[home].height) < 2:
            joins = _joins(out[home], [out[i][s] for s in strips], at[page.number] - home)
            if joins:
                for k, s in zip(joins, strips, strict=True):
                    out[home][k] = _beside(out[home][k], out[i][s])
                for s in reversed(strips):
                    del out[i][s]
                continue
        home = i
    return tuple(page.model_copy(update={"blocks": tuple(blocks)}) for page, blocks in zip(pages, out, strict=True))


def _tables(blocks: Sequence[Block]) -> list[int]:
    """The places of the tables of a page that may hold titles and notes beside them."""
    return [i for i, b in enumerate(blocks) if b.kind == "table"]


def _alone(blocks: Sequence[Block]) -> list[int]:
    """The places of the tables of a page that holds nothing else."""
    body = [i for i, b in enumerate(blocks) if b.kind not in PASSED_OVER]
    return body if all(blocks[i].kind == "table" for i in body) else []


def _joins(home: Sequence[Block], strips: Sequence[Block], pages_on: int) -> list[int]:
    """For each strip the place of the table that it goes on with; none where one goes on with none, or two with one."""
    found = [[k for k in _tables(home) if _goes_on_right(home[k], strip, pages_on)] for strip in strips]
    places = [ks[0] for ks in found if len(ks) == 1]
    return places if len(set(places)) == len(strips) else []


def _goes_on_right(whole: Block, piece: Block, pages_on: int) -> bool:
    piece = _filled(whole, piece)
    if len(whole.rows) != len(piece.rows) or len(whole.rows) < FEWEST_ROWS or piece.caption:
        return False
    if pages_on != len({p.page for p in whole.parts}) or repeated_head(whole, piece) == len(whole.rows):
        return False
    heads = {c.text for row in whole.rows[: max(1, whole.header_rows)] for c in row[1:] if c and c.text}
    own = [c.text for c in piece.rows[0][1:] if c and c.text]
    if not own or any(is_number(t) and not YEAR.match(t) for t in own) or all(t in heads for t in own):
        return False
    level = [
        abs(a - b) <= SAME_HEIGHT
        for one, other in zip(whole.rows, piece.rows, strict=True)
        if (a := _top(one)) is not None and (b := _top(other)) is not None
    ]
    return len(level) >= FEWEST_ROWS and all(level) and (_labels_again(whole.rows, piece.rows) or _begins_bare(piece))


def _filled(whole: Block, piece: Block) -> Block:
    """A strip with an empty row for each row of the sheet that has only a label: the name of a group of rows."""
    if len(piece.rows) >= len(whole.rows) or not piece.rows:
        return piece
    width = len(piece.rows[0])
    rows: list[tuple[Cell | None, ...]] = []
    left = list(piece.rows)
    for row in whole.rows:
        filled = sum(cell is not None and bool(cell.text) for cell in row)
        tops = _top(row), _top(left[0]) if left else None
        level = tops[0] is not None and tops[1] is not None and abs(tops[0] - tops[1]) <= SAME_HEIGHT
        if filled == 1 and not level:
            rows.append(tuple(Cell(text="") for _ in range(width)))
        elif left:
            rows.append(left.pop(0))
        else:
            return piece
    return piece if left else piece.model_copy(update={"rows": tuple(rows)})


def _top(row: Sequence[Cell | None]) -> float | None:
    """The height at which the words of a row's plain cells begin; None for a row without."""
    tops = [c.part.bbox[1] for c in row if c is not None and c.part is not None and c.rowspan == 1]
    return min(tops) if tops else None


def _labels_again(whole: Rows, piece: Rows) -> bool:
    """Whether the first column of a strip says what the first column of the sheet says."""
    pairs = [(a[0], b[0]) for a, b in zip(whole, piece, strict=True)]
    return all(a is not None and b is not None and a.text == b.text and b.colspan == 1 for a, b in pairs)


def _begins_bare(piece: Block) -> bool:
    entries = [row[0].text for row in piece.rows[max(1, piece.header_rows) :] if row[0] and row[0].text]
    return bool(entries) and sum(map(is_number, entries)) >= FIGURES * len(entries)


def _beside(whole: Block, piece: Block) -> Block:
    piece = _filled(whole, piece)
    first = 1 if _labels_again(whole.rows, piece.rows) else 0
    rows = tuple((*a, *b[first:]) for a, b in zip(whole.rows, piece.rows, strict=True))
    heads = max(whole.header_rows, piece.header_rows)
    doubts = tuple(dict.fromkeys(whole.doubts + piece.doubts))
    more = {"rows": rows, "parts": whole.parts + piece.parts, "header_rows": heads, "doubts": doubts}
    return whole.model_copy(update=more)
