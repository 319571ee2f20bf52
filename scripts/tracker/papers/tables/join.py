"""One table that runs over several pages becomes one block on its first page, its repeated header once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.tables.broken_rows import put_together
from tracker.records import Block, Cell, Page

SAME_EDGE = 12.0
"""The pieces of one table begin and end within this many points of one another."""
COLUMN_EDGE = 4.0
"""Entries of one column begin, end or stand in the middle within this many points on both pages."""
TURN = 0.4
"""A table that goes on ends in this lowest share of its page and begins again in the highest of the next."""
PASSED_OVER = ("furniture", "footnote")
"""Blocks that stand between the pieces without parting them: running heads and feet, notes at a page's foot."""

Rows = tuple[tuple[Cell | None, ...], ...]


def join_tables(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with each table that runs over several pages as one block on its first page.

    The block has a part for each page, its cells keep their pages; a page that loses its piece keeps its other blocks
    and their ids.
    """
    out = [list(page.blocks) for page in pages]
    home: tuple[int, int] | None = None
    home_page = 0
    for number, page in enumerate(pages):
        start = _first(out[number])
        if home is not None and start is not None and number > 0 and home_page == page.number - 1:
            i, k = home
            whole, piece = _as_wide(out[i][k], out[number][start])
            if _goes_on(whole, piece, pages[i], page):
                out[i][k] = _joined(whole, piece)
                del out[number][start]
                if all(b.kind in PASSED_OVER for b in out[number]):
                    # The whole page was a piece of the table, which may go on again.
                    home_page = page.number
                    continue
        last = _last(out[number])
        home, home_page = ((number, last) if last is not None else None), page.number
    return tuple(page.model_copy(update={"blocks": tuple(blocks)}) for page, blocks in zip(pages, out, strict=True))


def _first(blocks: Sequence[Block]) -> int | None:
    """The place of the table that opens a page's text."""
    for i, block in enumerate(blocks):
        if block.kind not in PASSED_OVER:
            return i if block.kind == "table" else None
    return None


def _last(blocks: Sequence[Block]) -> int | None:
    """The place of the table that closes a page's text."""
    body = [i for i, b in enumerate(blocks) if b.kind not in PASSED_OVER]
    return body[-1] if body and blocks[body[-1]].kind == "table" else None


def _texts(row: Sequence[Cell | None]) -> list[str]:
    return [re.sub(r"\W+", "", c.text).lower() if c else "" for c in row]


def repeated_head(whole: Block, piece: Block) -> int:
    """How many rows at the top of ``piece`` repeat the head of ``whole``; "(continued)" may be added."""
    count = 0
    for a, b in zip(whole.rows[: max(1, whole.header_rows)], piece.rows, strict=False):
        left, right = _texts(a), [t.replace("continued", "").replace("contd", "") for t in _texts(b)]
        if left != right or not any(left):
            break
        count += 1
    return count


def _goes_on(whole: Block, piece: Block, first: Page, second: Page) -> bool:
    if not whole.rows or not piece.rows or len(whole.rows[0]) != len(piece.rows[0]):
        return False
    if abs(first.width - second.width) > 2 or abs(first.height - second.height) > 2:
        return False
    if piece.caption and not re.search(r"cont(inue|d|\.)", piece.caption, re.IGNORECASE):
        return False
    above, below = whole.parts[-1].bbox, piece.parts[0].bbox
    # Left and right pages may have other margins: the width counts as much as the place.
    same_place = abs(above[0] - below[0]) <= SAME_EDGE and abs(above[2] - below[2]) <= SAME_EDGE
    same_width = abs((above[2] - above[0]) - (below[2] - below[0])) <= 4
    if above[3] < (1 - TURN) * first.height or below[1] > TURN * second.height:
        return False
    if repeated_head(whole, piece):
        return True
    if piece.header_rows and not _opens_a_group(piece):
        return False
    return same_place or same_width or _same_columns(whole, piece)


def _opens_a_group(piece: Block) -> bool:
    """Whether what looks like a head are rows with a label alone: a group of rows begins with the page."""
    return all(not any(c is not None and c.text for c in row[1:]) for row in piece.rows[: piece.header_rows])


Edges = dict[int, list[tuple[float, float]]]


def _edges(block: Block) -> Edges:
    """For each column the left and right ends of its cells' words on the block's last page (first, for a piece)."""
    page = block.parts[-1].page
    out: Edges = {}
    for row in block.rows:
        for c, cell in enumerate(row):
            if cell is not None and cell.part is not None and cell.part.page == page and cell.colspan == 1:
                out.setdefault(c, []).append((cell.part.bbox[0], cell.part.bbox[2]))
    return out


def _in_line(above: Sequence[tuple[float, float]], below: Sequence[tuple[float, float]]) -> bool:
    """Whether the cells of two columns begin or end at one x, or stand round one middle."""
    ends = [
        (min(a for a, _ in held), max(b for _, b in held), sum(a + b for a, b in held) / len(held) / 2)
        for held in (above, below)
    ]
    return any(abs(x - y) <= COLUMN_EDGE for x, y in zip(*ends, strict=True))


def _same_columns(whole: Block, piece: Block) -> bool:
    """Whether the columns of both pieces stand one below the other; sides of tables without rules are ragged."""
    above, below = _edges(whole), _edges(piece)
    shared = above.keys() & below.keys()
    return len(shared) >= 2 and all(_in_line(above[c], below[c]) for c in shared)


def _as_wide(whole: Block, piece: Block) -> tuple[Block, Block]:
    """Both pieces with as many columns: one that leaves columns empty on its page was read without them."""
    if not whole.rows or not piece.rows or len(whole.rows[0]) == len(piece.rows[0]):
        return whole, piece
    narrow, wide = (piece, whole) if len(piece.rows[0]) < len(whole.rows[0]) else (whole, piece)
    few, many = _edges(narrow), _edges(wide)
    places: list[int] = []
    for c in range(len(narrow.rows[0])):
        first = places[-1] + 1 if places else 0
        place = next(
            (k for k in range(first, len(wide.rows[0])) if c in few and k in many and _in_line(many[k], few[c])), None
        )
        if place is None:
            return whole, piece
        places.append(place)
    if len(places) < 2:
        return whole, piece
    width = len(wide.rows[0])
    rows = []
    for row in narrow.rows:
        if any(c is None or c.colspan > 1 or c.rowspan > 1 for c in row):
            return whole, piece
        laid: list[Cell | None] = [Cell(text="")] * width
        for place, cell in zip(places, row, strict=True):
            laid[place] = cell
        rows.append(tuple(laid))
    mended = narrow.model_copy(update={"rows": tuple(rows)})
    return (whole, mended) if narrow is piece else (mended, piece)


def _joined(whole: Block, piece: Block) -> Block:
    return whole.model_copy(
        update={
            "rows": put_together(whole.rows, piece.rows[repeated_head(whole, piece) :], whole.header_rows),
            "parts": whole.parts + piece.parts,
            "doubts": tuple(dict.fromkeys(whole.doubts + piece.doubts)),
        }
    )
