"""Promises kept in tables: action logs of minutes, action and delivery plans.

In: a table. Out: for each action its words, who is to do it, by when as printed, and the cell it stands in. A table is
one of actions when its heads name what is to be done and who does it or by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.facts.board.recommendations import cell_items
from tracker.facts.promises.action_columns import carried_on, cell_at, columns_of, one_line
from tracker.facts.promises.promise_words import IMPERATIVE
from tracker.facts.promises.recommendation_answers import AGREED, answers_of, is_refused
from tracker.records import Block, Cell

_NAMED = re.compile(
    r"^(?:Action:\s*)?(?P<who>(?:[A-Z][\w'’.-]*(?:\s*[/&,]\s*|\s+(?:and\s+)?)){1,6}?)(?:[:–-]\s*)?(?:to"
    r"|will)\s+[a-z]{3,}\b"
)
# An action says what is to be done; a cell of one or two words names a theme or a status.
_LEAST_WORDS = 3


@dataclass(frozen=True)
class TabledAction:
    """An action in a table; ``row`` and ``column`` are those of the cell that has its words."""

    text: str
    who: str
    by_when: str
    row: int
    column: int
    standing: tuple[tuple[str, str, int], ...] = ()
    """What the row prints on how the action stands: the head, the words, the column."""


def holds_actions(block: Block) -> bool:
    """Whether a table is a log of actions with who does them or by when, and of nothing else."""
    found = columns_of(block)
    return found is not None and found.sure


def actions_in(block: Block, before: Block | None = None) -> Iterator[TabledAction]:
    """The actions of a table, none for a table of other things. ``before``: the table right before it, whose columns
    are those of one that goes on with as many and without heads."""
    answered = answers_of(block)
    found = answered.columns if answered else columns_of(block) or (carried_on(block, before) if before else None)
    if not found:
        return
    who, when = _Inherited(found.who), _Inherited(found.when)
    for r in range(found.first, len(block.rows)):
        row = block.rows[r]
        owner, due = (re.sub(r"^\W+$", "", of.of(row)) for of in (who, when))
        # A row that names neither who nor when tells why nothing is done, or goes on from the row above.
        nobody = not found.sure or (found.who is not None and found.when is not None and not owner and not due)
        cell = cell_at(row, found.action)
        if answered and is_refused(row, answered):
            continue
        if cell is None or (found.first and _is_head_again(cell, block.rows[found.first - 1])):
            continue
        standing = tuple(
            (head, one_line(held.text), column)
            for head, column in found.standing
            if (held := cell_at(row, column)) and held.text.strip()
        )
        for item in cell_items(cell):
            text = one_line(item)
            text = text[said.end() :] if answered and (said := AGREED.match(text)) else text
            named = None if IMPERATIVE.match(text) else _NAMED.match(text)
            if not found.sure and named:
                # A column of actions beside what was said: "PN to publish the figures".
                yield TabledAction(text, named["who"].strip(" ,:-–"), text, r, found.action, standing)
            elif len(text.split()) >= _LEAST_WORDS and (not nobody or IMPERATIVE.match(text)):
                yield TabledAction(text, owner, due, r, found.action, standing)


class _Inherited:
    """The cell of one column for row after row: a cell that spans rows holds for each of them."""

    def __init__(self, column: int | None) -> None:
        self._column, self._text, self._left = column, "", 0

    def of(self, row: Sequence[Cell | None]) -> str:
        cell = cell_at(row, self._column)
        if cell is not None:
            self._text, self._left = one_line(cell.text), cell.rowspan
        elif self._left <= 1:
            self._text = ""
        else:
            self._left -= 1
        return self._text


def _is_head_again(cell: Cell, head: Sequence[Cell | None]) -> bool:
    return any(c and one_line(c.text) == one_line(cell.text) for c in head)
