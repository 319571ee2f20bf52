"""One table that runs over several pages becomes one block on its first page, its repeated header once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.records import Block, Cell, Page

SAME_EDGE = 12.0
"""The pieces of one table begin and end within this many points of one another."""
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
            whole, piece = out[i][k], out[number][start]
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
    return piece.header_rows == 0 and (same_place or same_width)


def _joined(whole: Block, piece: Block) -> Block:
    rows: list[tuple[Cell | None, ...]] = list(whole.rows)
    more = list(piece.rows[repeated_head(whole, piece) :])
    if more and _finishes(rows[-1], more[0]):
        rows[-1] = _merged(rows[-1], more.pop(0))
    return whole.model_copy(
        update={
            "rows": tuple(rows + more),
            "parts": whole.parts + piece.parts,
            "doubts": tuple(dict.fromkeys(whole.doubts + piece.doubts)),
        }
    )


def _finishes(above: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """Whether a page's first row is the rest of the row that the page before broke off."""
    if below[0] is None or below[0].text or above[0] is None or any(c is None for c in (*above, *below)):
        return False
    rest = [(a, b) for a, b in zip(above, below, strict=True) if b and b.text]
    return bool(rest) and all(a is not None and a.text and b is not None and b.text[:1].islower() for a, b in rest)


def _merged(above: Sequence[Cell | None], below: Sequence[Cell | None]) -> tuple[Cell | None, ...]:
    out = []
    for a, b in zip(above, below, strict=True):
        if a is not None and b is not None and b.text:
            a = a.model_copy(update={"text": f"{a.text} {b.text}"})
        out.append(a)
    return tuple(out)
