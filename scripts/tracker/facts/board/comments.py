"""Comments beside figures: the column of a scorecard that says in sentences what stands behind a row's figures.

In: a table. Out: the pieces of its comments, each with its row and column; none for logs of actions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.facts.promises.action_tables import holds_actions
from tracker.facts.wording.numbers import parse_cell
from tracker.records import Block

_HEAD = re.compile(
    r"(?:[A-Za-z&/-]+\s){0,3}?(?:comment(?:s|ary)?|narrative|explanation|analysis|context|remarks?|notes?|updates?"
    r"|what (?:is|this is|this) (?:telling|tells) us)(?:\s(?:on|for|and|/)\s.*)?",
    re.IGNORECASE,
)
# A table of figures has at least so many cells that are nothing but a figure, to the left of what is said of them.
_FIGURES_MIN = 3


def comments_in(block: Block) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of each piece of a comment."""
    if block.kind != "table" or not block.rows or holds_actions(block):
        return
    first = max(block.header_rows, 1)
    for column, head in enumerate(block.rows[first - 1]):
        if not column or head is None or not _HEAD.fullmatch(head.text.strip(" :")):
            continue
        rows = [(r, row) for r, row in enumerate(block.rows) if r >= first and column < len(row)]
        figures = sum(1 for _, row in rows for cell in row[:column] if cell and parse_cell(cell.text) is not None)
        for r, row in rows if figures >= _FIGURES_MIN else ():
            cell = row[column]
            yield from ((r, column, piece) for piece in (cell.pieces if cell else ()) if piece)
