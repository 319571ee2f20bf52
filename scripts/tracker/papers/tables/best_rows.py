"""Rows where gaps do not tell them: of all ways to gather lines into rows, the one that fits best.

Cells of a row stand level by their first lines, their last or their middles, all rows of a table in the same way; text
that runs on belongs together, figures of one column do not.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.tables.columns import Columns
from tracker.papers.tables.entries import entries
from tracker.papers.tables.words import Line, Phrase, is_number
from tracker.records import Box

RUNS_ON = ("and", "or", "of", "the", "for", "to", "in", "with", "by", "on", "a", "an", "at", "from", "per", "&", "/")
"""A line that ends in one of these is not finished."""

MOST_LINES = 48
"""No row of a table without rules has more lines."""
TIGHT = 1.5
"""Lines of one cell stand at most this many type sizes apart."""
LEVEL = 0.25
"""Cells count as level within this share of the type size."""

NEARLY = 0.85
"""Lines of running text end within this share of the widest."""
AIR = 1.5
"""Between a full line and the next column lie at most this many type sizes."""
MUCH_AIR = 5.0
"""… and where several lines end alike by chance, labels of one length for instance, at most this many."""

COST_UNEVEN = 2.0
COST_NOT_RUNNING = 0.7
COST_TWO_FIGURES = 5.0
COST_LACKING = 0.6
COST_BROKEN = 0.9
COST_FULL = 0.6
"""What speaks against a row, found by trying on made tables: cells out of level (for each type size), two lines in a
cell of which the first is finished, two figures in a cell, columns without an entry that most rows have, text broken
off that plainly runs on (for the share of a line's cells), lines beyond the first with an entry in every column."""

Entries = dict[int, Phrase]


def cells_of(columns: Columns, line: Line) -> Entries:
    """The entries of a line by column."""
    return dict(entries(columns, line))


def best_rows(band: Sequence[Line], columns: Columns, table: Sequence[Line]) -> list[list[Line]]:
    """The lines of ``band`` gathered into rows; ``table`` are all body lines, for what is usual in it."""
    if len(band) < 2:
        return [list(band)] if band else []
    held = [cells_of(columns, line) for line in table if len(line.phrases) >= 2]
    need = frozenset(c for c in range(len(columns)) if sum(c in h for h in held) >= 0.6 * max(1, len(held)))
    table_rows = _Fit(
        [cells_of(columns, line) for line in band], [line.size for line in band], _rooms(table, columns), need
    )
    ways = [table_rows.best(mode) for mode in ("top", "bottom", "middle")]
    _, cuts = min(ways, key=lambda way: way[0])
    return [list(band[a:b]) for a, b in zip([0, *cuts], [*cuts, len(band)], strict=True)]


@dataclass(frozen=True)
class Room:
    """How wide the entries of a column are, and how far they might have gone."""

    width: float
    """The widest entry."""
    filled: int
    """Entries nearly as wide: where several are, text breaks there."""
    right: float
    """Where the entry that reaches farthest ends."""
    end: float
    """Where the next column's entries begin."""
    begins: tuple[float, ...] = ()
    """For labels: where the first lines of rows begin, those with entries of their own and none but such above them."""
    opening: frozenset[Box] = frozenset()
    """For labels: the places of those alone on their line that seem to head the rows below them."""


class _Fit:
    """The cheapest way to cut a run of lines into rows, found line by line from the top."""

    def __init__(
        self, lines: Sequence[Entries], sizes: Sequence[float], rooms: Sequence[Room], need: frozenset[int]
    ) -> None:
        self.lines, self.sizes, self.rooms, self.need = lines, sizes, rooms, need

    def best(self, mode: str) -> tuple[float, list[int]]:
        """The cost of the cheapest cutting when rows are level by ``mode``, and where it cuts."""
        n = len(self.lines)
        cost = [0.0] + [float("inf")] * n
        before = [0] * (n + 1)
        for end in range(1, n + 1):
            for start in range(max(0, end - MOST_LINES), end):
                price = cost[start] + self._row(start, end, mode) + (self._broken(start) if start else 0.0)
                if price < cost[end] - 1e-9:
                    cost[end], before[end] = price, start
        cuts, at = [], n
        while before[at] > 0:
            at = before[at]
            cuts.append(at)
        return cost[n], cuts[::-1]

    def _row(self, start: int, end: int, mode: str) -> float:
        stacks: dict[int, list[Phrase]] = {}
        for line in self.lines[start:end]:
            for c, phrase in line.items():
                stacks.setdefault(c, []).append(phrase)
        size = max(self.sizes[start:end])
        price = COST_LACKING if self.need - stacks.keys() else 0.0
        full = sum(len(line) > 1 and self.need <= line.keys() for line in self.lines[start:end])
        price += COST_FULL * max(0, full - 1)
        for c, stack in stacks.items():
            for a, b in itertools.pairwise(stack):
                if b.box[3] - a.box[3] > TIGHT * size or a.inks[-1].led:
                    return float("inf")
                if is_number(a.text) and is_number(b.text) and len(a.text) + len(b.text) > 2:
                    price += COST_TWO_FIGURES
                elif not unfinished(a, b, self.rooms[c], size):
                    price += COST_NOT_RUNNING
        feet = [(stack[0].box[3], stack[-1].box[3]) for stack in stacks.values()]
        spots = {"top": [a for a, _ in feet], "bottom": [b for _, b in feet], "middle": [(a + b) / 2 for a, b in feet]}
        off = (max(spots[mode]) - min(spots[mode])) / size
        return price + (COST_UNEVEN * off if off > LEVEL else 0.0)

    def _broken(self, at: int) -> float:
        """What it costs to cut before line ``at`` although text of the line above plainly runs on."""
        line, above = self.lines[at], self.lines[at - 1]
        running = sum(c in above and runs_on(above[c].text, phrase.text) for c, phrase in line.items())
        return COST_BROKEN * running / max(1, len(line))


def runs_on(text: str, following: str) -> bool:
    """Whether the words themselves say that a text goes on in the next line."""
    if text.endswith(("-", "–", ",", "/", "&", "(")) or text.split()[-1].lower() in RUNS_ON:
        return True
    return following[:1].islower() or following[:1] in "(&/"


def _rooms(lines: Sequence[Line], columns: Columns) -> list[Room]:
    held: list[list[float]] = [[] for _ in columns.extents]
    rights = [a for a, _ in columns.extents]
    for line in lines:
        for c, phrase in cells_of(columns, line).items():
            if phrase.box[2] <= columns.extents[c][1] + 1:
                held[c].append(phrase.box[2] - phrase.box[0])
                rights[c] = max(rights[c], phrase.box[2])
    rooms = []
    for c, widths in enumerate(held):
        widest = max(widths, default=0.0)
        end = columns.extents[c + 1][0] if c + 1 < len(columns) else columns.extents[c][1]
        begins = _beginnings(lines, columns) if c == 0 else ()
        opening = _opening(lines, columns, begins) if c == 0 else frozenset()
        rooms.append(Room(widest, sum(w >= NEARLY * widest for w in widths), rights[c], end, begins, opening))
    return rooms


def _beginnings(lines: Sequence[Line], columns: Columns) -> tuple[float, ...]:
    held = [cells_of(columns, line) for line in lines]
    return tuple(
        row[0].box[0]
        for k, row in enumerate(held)
        if 0 in row and len(row) > 1 and (k == 0 or held[k - 1].keys() != {0})
    )


def _opening(lines: Sequence[Line], columns: Columns, begins: Sequence[float]) -> frozenset[Box]:
    held = [cells_of(columns, line) for line in lines]
    wrapped = any(0 in a and 0 in b and runs_on(a[0].text, b[0].text) for a, b in itertools.pairwise(held))
    # Where the table itself begins with a label alone and no label is seen to wrap, others alone are of its kind.
    headed = bool(held) and held[0].keys() == {0} and not wrapped
    out = set()
    for line, alone, below in zip(lines, held, held[1:], strict=False):
        if alone.keys() == {0} and 0 in below and len(below) > 1:
            inner = below[0].box[0]
            near = LEVEL * line.size
            farther_in = inner - alone[0].box[0] > near and sum(abs(x - inner) < near for x in begins) >= 2
            if farther_in or (headed and abs(inner - alone[0].box[0]) <= near):
                out.add(alone[0].box)
    return frozenset(out)


def unfinished(before: Phrase, after: Phrase, room: Room, size: float) -> bool:
    """Whether text runs on: the next word would not have fitted, or the words themselves say so."""
    if before.inks[-1].led or (is_number(after.text) and not is_number(before.text) and not runs_on(before.text, "")):
        return False
    if runs_on(before.text, after.text):
        return True
    step = after.box[0] - before.box[0]
    as_rows = sum(abs(x - after.box[0]) < LEVEL * size for x in room.begins)
    if (step > LEVEL * size and as_rows >= 3) or (step < -LEVEL * size and as_rows):
        # Indented as the rows of a group are below its label, or set out again as the next label is.
        return False
    first = after.inks[0]
    more = 0.28 * size + (first.box[2] - first.box[0])
    by_chance = room.filled < 2 or after.box in room.opening or before.box in room.opening
    if before.box[2] + more < room.end - (AIR if by_chance else MUCH_AIR) * size:
        # No other entry ends there: nothing but this entry's own length says that the column is so narrow.
        return False
    if before.box[2] + more < room.right:
        return False
    indent = max(0.0, before.box[0] - after.box[0])
    wide = before.box[2] - before.box[0]
    return wide + more > room.width + indent + 0.5 and wide > 0.5 * room.width and room.width > 5 * size
