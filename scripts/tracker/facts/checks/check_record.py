"""What a check of the papers' arithmetic says, before it becomes a published finding.

``Spot`` is a place in a paper: characters of a block, or a cell of a table. ``Check`` is the result of comparing what
is printed with what the printed figures give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.facts.checks.change_words import Valued
from tracker.records import Block

Verdict = Literal["agrees", "differs", "cannot tell"]


@dataclass(frozen=True)
class Spot:
    """Characters ``start`` to ``end`` of the block's text, or (``row`` and ``column`` from 0) a cell of its rows."""

    block: Block
    start: int = 0
    end: int = 0
    row: int = -1
    column: int = -1

    @property
    def in_table(self) -> bool:
        return self.row >= 0


@dataclass(frozen=True)
class Check:
    """One result; ``stated`` and ``worked_out`` are shown side by side, ``at`` begins with the statement's place."""

    kind: str
    verdict: Verdict
    stated: str
    worked_out: str
    explanation: str
    at: tuple[Spot, ...]


def spot_of(value: Valued) -> Spot:
    return Spot(value.passage.block, value.amount.start, value.amount.end)
