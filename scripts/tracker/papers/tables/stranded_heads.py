"""The head of a table that stands alone at the foot of a page, its rows on the next one.

Browsers and sheet programs break a page behind a head as readily as between two rows. In: the pages of a paper with
their blocks. Out: the same pages, each such line the head of the table overleaf, which begins on its head's page.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.boxes import union
from tracker.records import Block, Cell, Page, Part, Word

PASSED_OVER = ("furniture", "footnote")
"""Blocks at a page's edge that part nothing."""
LINE = 3.0
"""Points by which the words of one line differ in height."""
IN_LINE = 4.0
"""Points: a name begins, ends or has its middle so near to the entries of its column."""
LOW, HIGH = 0.6, 0.3
"""The head stands below this share of its page, the rows above that share of theirs."""
FEWEST = 3
"""Columns at least: two names may stand over two columns by chance."""


def with_stranded_heads(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with each stranded head joined to its table."""
    out = [list(page.blocks) for page in pages]
    for number in range(1, len(pages)):
        above = _last(out[number - 1])
        below = next((k for k, b in enumerate(out[number]) if b.kind not in PASSED_OVER), None)
        if above is None or below is None or pages[number].number != pages[number - 1].number + 1:
            continue
        line, table = out[number - 1][above], out[number][below]
        head = _head(line, table, pages[number - 1], pages[number])
        if head is not None:
            out[number - 1][above] = _headed(line, head, table)
            del out[number][below]
    return tuple(page.model_copy(update={"blocks": tuple(blocks)}) for page, blocks in zip(pages, out, strict=True))


def _last(blocks: Sequence[Block]) -> int | None:
    body = [k for k, block in enumerate(blocks) if block.kind not in PASSED_OVER]
    return body[-1] if body else None


def _head(line: Block, table: Block, first: Page, second: Page) -> tuple[Cell, ...] | None:
    """The cells of a head for the table, where the line is one that names all its columns."""
    if line.kind not in ("paragraph", "heading") or table.kind != "table" or table.header_rows or table.caption:
        return None
    width = len(table.rows[0]) if table.rows else 0
    words = line.words
    if width < FEWEST or len(words) < width or len(line.parts) != 1:
        return None
    heights = [word.bbox[3] for word in words]
    low = line.parts[0].bbox[1] > LOW * first.height and table.parts[0].bbox[1] < HIGH * second.height
    if max(heights) - min(heights) > LINE or not low:
        return None
    lanes = [_lane(table, c) for c in range(width)]
    if any(lane is None for lane in lanes):
        return None
    sides = [lane for lane in lanes if lane is not None]
    held = _parted(sorted(words, key=lambda w: w.bbox[0]), width)
    if not all(_names(own, lane) for own, lane in zip(held, sides, strict=True)):
        return None
    return tuple(
        Cell(text=" ".join(w.text for w in own), part=Part(page=first.number, bbox=union(w.bbox for w in own)))
        for own in held
    )


def _parted(words: Sequence[Word], pieces: int) -> list[list[Word]]:
    """Words of a line, from left to right, in so many pieces: parted where the gaps are widest."""
    gaps = sorted(range(1, len(words)), key=lambda k: words[k - 1].bbox[2] - words[k].bbox[0])[: pieces - 1]
    cuts = [0, *sorted(gaps), len(words)]
    return [list(words[a:b]) for a, b in itertools.pairwise(cuts)]


def _lane(table: Block, column: int) -> tuple[float, float] | None:
    """Where the entries of a column begin and end at the outermost."""
    boxes = [c.part.bbox for row in table.rows if (c := row[column]) is not None and c.part is not None]
    return (min(b[0] for b in boxes), max(b[2] for b in boxes)) if boxes else None


def _names(words: Sequence[Word], lane: tuple[float, float]) -> bool:
    left, right = words[0].bbox[0], words[-1].bbox[2]
    middles = abs((left + right) / 2 - (lane[0] + lane[1]) / 2)
    return min(abs(left - lane[0]), abs(right - lane[1]), middles) <= IN_LINE


def _headed(line: Block, head: tuple[Cell, ...], table: Block) -> Block:
    return table.model_copy(
        update={
            "id": line.id,
            "rows": (head, *table.rows),
            "header_rows": 1,
            "parts": (*line.parts, *table.parts),
        }
    )
