"""Promises kept in tables: action logs of minutes, action and delivery plans.

In: a table. Out: for each action its words, who is to do it, by when as printed, and the cell it stands in. A table is
one of actions when its heads name what is to be done and who does it or by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.facts.board.recommendations import cell_items
from tracker.records import Block, Cell

_WHO = re.compile(
    r"\b(?:owners?|leads?|led by|who|responsib\w+|assigned(?: to)?|accountable|action(?:ed)? by|by whom|officers?"
    r"|agency|agencies|partners?)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:by when|deadlines?|due|time ?scales?|time ?frames?|target date|completion date|complete by|to be completed"
    r"|when|end date)\b|^date$",
    re.IGNORECASE,
)
_NOT_WHEN = re.compile(r"\b(?:raised|meeting|updated?|opened|start|agreed)\b", re.IGNORECASE)
_ACTION = re.compile(
    r"^(?:agreed |key |planned |specific |the )*(?:actions?|commitments?|activit(?:y|ies)|tasks?|deliverables?"
    r"|milestones?|next steps?)\b(?! (?:status|update|progress|no\b|number|ref|log|plan))"
    r"|\bwhat (?:we|will|are we|do we|needs?|is to)\b|\bwe will\b|\bhow (?:we|will we)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:Action:\s*)?(?P<who>(?:[A-Z][\w'’.-]*(?:\s*[/&,]\s*|\s+(?:and\s+)?)){1,6}?)(?:[:–-]\s*)?(?:to|will)\s+[a-z]{3,}\b"
)
_LONGEST_HEAD = 12
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


def holds_actions(block: Block) -> bool:
    """Whether a table is a log of actions with who does them or by when, and of nothing else."""
    found = _columns(block)
    return found is not None and len(found[0]) >= 2


def actions_in(block: Block) -> Iterator[TabledAction]:
    """The actions of a table, none for a table of other things."""
    found = _columns(block)
    if not found:
        return
    columns, header = found
    inherited: dict[str, str] = {}
    left: dict[str, int] = {}
    for r in range(header, len(block.rows)):
        row = block.rows[r]
        for name in ("who", "when"):
            cell = _at(row, columns.get(name))
            if cell is not None:
                inherited[name], left[name] = _line(cell.text), cell.rowspan
            elif left.get(name, 0) <= 1:
                inherited[name] = ""
            else:
                left[name] -= 1
        cell = _at(row, columns["action"])
        if cell is None or _is_head_again(cell, block.rows[header - 1]):
            continue
        for item in cell_items(cell.text.strip()):
            text = _line(item)
            if len(columns) == 1:
                # A column of actions beside what was said: "PN to publish the figures".
                if named := _NAMED.match(text):
                    yield TabledAction(text, named["who"].strip(" ,:-–"), text, r, columns["action"])
            elif len(text.split()) >= _LEAST_WORDS:
                yield TabledAction(text, inherited.get("who", ""), inherited.get("when", ""), r, columns["action"])


def _columns(block: Block) -> tuple[dict[str, int], int] | None:
    """Which columns hold the action, who and when, and the first row below the heads."""
    for r, row in enumerate(block.rows[:3]):
        names: dict[str, int] = {}
        for c, cell in enumerate(row):
            text = _line(cell.text).strip(" :*") if cell else ""
            if not text or len(text.split()) > _LONGEST_HEAD:
                continue
            if _ACTION.search(text) and not re.search(r"\bby\b|\bowner\b|\blead\b", text, re.IGNORECASE):
                names.setdefault("action", c)
            elif _WHEN.search(text) and not _NOT_WHEN.search(text):
                names.setdefault("when", c)
            elif _WHO.search(text):
                names.setdefault("who", c)
        if "action" in names and (len(names) >= 2 or len(row) >= 3):
            return names, max(r + 1, block.header_rows)
    return None


def _at(row: Sequence[Cell | None], column: int | None) -> Cell | None:
    return row[column] if column is not None and column < len(row) else None


def _is_head_again(cell: Cell, head: Sequence[Cell | None]) -> bool:
    return any(c and _line(c.text) == _line(cell.text) for c in head)


def _line(text: str) -> str:
    return " ".join(text.split())
