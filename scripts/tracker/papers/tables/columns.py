"""Columns of a table that draws none: upright gutters that (nearly) every line leaves free."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.tables.words import Ink, Line, is_number

SOLID = 0.45
"""Words of a line nearer than this share of their size close the gap between them: an ordinary space (0.25 to 0.35)
is no gutter, however often spaces stand above one another."""
SOLID_HEAD = 0.33
"""The same for lines of the head: its words crowd, and a gutter of the body already says that a gap may part them."""
SPACE = 1.1
"""… nor is a gap of one space in a font whose letters are all as wide as one another (0.6), with a little play."""
NAMES = 1.0
"""Points: edges as near to one another as rounding leaves them stand at one place."""
CROSSING = 0.08
"""A gutter may be crossed by this share of the lines: over-long entries, headings of groups."""

NARROWEST = 0.05
"""Type sizes: a gutter between figures that stand wide apart is at least so wide."""
FEWEST_MET = 3
MET = 0.6
"""Columns meet without air where so many lines, and this share of all, have their edges at one place."""


@dataclass(frozen=True)
class Columns:
    """Column extents from left to right, and the middles of the gutters between them."""

    extents: tuple[tuple[float, float], ...]
    cuts: tuple[float, ...]

    def __len__(self) -> int:
        return len(self.extents)

    def of(self, x: float) -> int:
        """The column in which ``x`` lies."""
        return sum(x > cut for cut in self.cuts)


def columns_by_air(lines: Sequence[Line]) -> Columns | None:
    """Columns parted by stretches of a type size and more that no word of any line touches."""
    spans = sorted((i.box[0], i.box[2]) for line in lines for i in line.inks)
    if not spans:
        return None
    size = max(line.size for line in lines)
    cuts, reach = [], spans[0][1]
    for a, b in spans:
        if a - reach >= size:
            cuts.append((a + reach) / 2)
        reach = max(reach, b)
    return columns_from_cuts(lines, cuts) if cuts else None


def solid_pieces(line: Line, solid: float = SOLID) -> list[tuple[float, float]]:
    """The stretches of a line that words cover, the spaces inside its phrases closed."""
    pieces: list[list[float]] = []
    first = {phrase.inks[0].index for phrase in line.phrases}
    for ink in sorted(line.inks, key=lambda i: i.box[0]):
        near = pieces and ink.box[0] - pieces[-1][1] <= max(solid * ink.word.size, SPACE * ink.space)
        if near and ink.index not in first:
            pieces[-1][1] = max(pieces[-1][1], ink.box[2])
        else:
            pieces.append([ink.box[0], ink.box[2]])
    return [(a, b) for a, b in pieces]


def find_columns(lines: Sequence[Line], fixed: Sequence[float] = (), head: Sequence[Line] = ()) -> Columns | None:
    """The columns that ``lines`` (body lines of one table) share; None for fewer than two.

    ``fixed`` are positions of drawn dividers: they are gutters whatever the words do. ``head`` are the lines above:
    they have no say in whether there is a gutter, but a cut is laid where they too leave room.
    """
    body = [line for line in lines if len(line.phrases) >= 2]
    if not body:
        return None
    size = sorted(line.size for line in body)[len(body) // 2]
    pieces = [solid_pieces(line) for line in body]
    gutters = _gutters(pieces, int(CROSSING * len(body)), size)
    fixed = [*fixed, *_where_edges_meet(body)]
    gutters += [g for g in _between_figures(body, size) if not any(g[0] < b and a < g[1] for a, b in gutters)]
    every = [solid_pieces(line, SOLID_HEAD) for line in head] + [solid_pieces(line) for line in lines]
    cuts = [_inside(_quietest(every, g), fixed) for g in gutters]
    cuts += [x for x in fixed if all(abs(x - c) > size for c in cuts)]
    return columns_from_cuts(lines, sorted(cuts))


def _between_figures(lines: Sequence[Line], size: float) -> list[tuple[float, float]]:
    """Gutters narrower than others that no word crosses, where figures of line after line stand wide apart.

    A sheet program leaves next to no air between numbers set to the right in one row and text set to the left in
    another, but two figures that a wide gap parts in one line are two cells.
    """
    pairs = [
        (a.box[2], b.box[0])
        for line in lines
        for a, b in itertools.pairwise(sorted(line.phrases, key=lambda p: p.box[0]))
        if is_number(a.text) and is_number(b.text)
    ]
    if len(pairs) < FEWEST_MET:
        return []
    steps = _steps([solid_pieces(line, 0.0) for line in lines])
    free = [(a, b) for a, b, n in steps if n == 0 and b - a > NARROWEST * size]
    parts = {
        (a, b): {n for n, (end, begin) in enumerate(pairs) if end <= a + 0.01 and b - 0.01 <= begin} for a, b in free
    }
    found: list[tuple[float, float]] = []
    left = set(range(len(pairs)))
    # one gutter parts two figures: the one that parts the most is looked for first
    while parts:
        best = max(parts, key=lambda g: (len(parts[g] & left), g[1] - g[0], -g[0]))
        parted = parts.pop(best) & left
        over = sum(pairs[n][0] < best[1] and best[0] < pairs[n][1] for n in left)
        if len(parted) < FEWEST_MET or len(parted) < MET * over:
            break
        found.append(best)
        left -= parted
    return found


def _where_edges_meet(lines: Sequence[Line]) -> list[float]:
    """Gutters too narrow for a space: figures that end at one place beside words or figures that begin at one.

    A sheet program sets numbers to the right and what was typed as text ("+3.1%", "Amber") to the left of their cells,
    and leaves two points between the two. Thousands set apart ("1 204") are all as wide as one another, as are the
    numbers before words in a text; these are not, and no word lies across the gutter.
    """
    pairs = [
        (a, b)
        for line in lines
        for a, b in itertools.pairwise(sorted(line.inks, key=lambda i: i.box[0]))
        if is_number(a.word.text) and 0 < b.box[0] - a.box[2] < SOLID * b.word.size
    ]
    found: list[float] = []
    for first, second in pairs:
        end, begin = first.box[2], second.box[0]
        at = (end + begin) / 2
        met = [(a, b) for a, b in pairs if abs(a.box[2] - end) <= NAMES and abs(b.box[0] - begin) <= NAMES]
        if len(met) < FEWEST_MET or any(abs(x - at) <= NAMES for x in found) or not _unlike([b for _, b in met]):
            continue
        figures = all(is_number(b.word.text) for _, b in met)
        crossed = any(i.box[0] < at < i.box[2] for line in lines for i in line.inks)
        if (len(met) >= MET * len(lines)) if figures else (not crossed and _unlike([a for a, _ in met])):
            found.append(at)
    return found


def _unlike(inks: Sequence[Ink]) -> bool:
    """Whether words differ in how wide they are."""
    widths = [i.box[2] - i.box[0] for i in inks]
    return max(widths) - min(widths) > NAMES


def columns_from_cuts(lines: Sequence[Line], cuts: Sequence[float]) -> Columns | None:
    """Columns between ``cuts``; cuts without words on both sides are dropped."""
    inks = [i for line in lines for i in line.inks]
    kept: list[float] = []
    extents: list[tuple[float, float]] = []
    left = float("-inf")
    for cut in [*cuts, float("inf")]:
        held = [i for i in inks if left < i.middle[0] <= cut]
        if not held:
            if kept and cut != float("inf"):
                continue
            if cut == float("inf") and kept:
                kept.pop()
            continue
        extents.append((min(i.box[0] for i in held), max(i.box[2] for i in held)))
        if cut != float("inf"):
            kept.append(cut)
        left = cut
    if len(extents) < 2:
        return None
    for k, ((_, right), (begins, _)) in enumerate(itertools.pairwise(extents)):
        if right < begins and not right <= kept[k] <= begins:
            # A cut through the end of a long entry is moved to where no entry is.
            kept[k] = (right + begins) / 2
    return Columns(tuple(extents), tuple(kept[: len(extents) - 1]))


def _inside(gutter: tuple[float, float], fixed: Sequence[float]) -> float:
    for x in fixed:
        if gutter[0] - 2 <= x <= gutter[1] + 2:
            return x
    return (gutter[0] + gutter[1]) / 2


Step = tuple[float, float, int]


def _steps(pieces: list[list[tuple[float, float]]]) -> list[Step]:
    """Stretches from left to right with the number of lines that cover each."""
    events: list[tuple[float, int]] = []
    for line in pieces:
        for a, b in line:
            events += [(a, 1), (b, -1)]
    events.sort()
    steps: list[Step] = []
    count = 0
    for (x, change), (after, _) in itertools.pairwise(events):
        count += change
        if after > x:
            steps.append((x, after, count))
    return steps


def _gutters(pieces: list[list[tuple[float, float]]], tolerance: int, size: float) -> list[tuple[float, float]]:
    """Stretches that at most ``tolerance`` lines cross, each narrowed to where the fewest do."""
    gutters: list[tuple[float, float]] = []
    group: list[Step] = []
    for step in [*_steps(pieces), (0.0, 0.0, tolerance + 1)]:
        if step[2] <= tolerance:
            group.append(step)
            continue
        if group:
            fewest = min(s[2] for s in group)
            best = _widest([s for s in group if s[2] == fewest])
            free = group[-1][1] - group[0][0]
            if best[1] - best[0] >= 0.12 * size and free >= 0.3 * size:
                gutters.append(best)
            group = []
    return [g for g in gutters if _both_sides(pieces, g)]


def _quietest(pieces: list[list[tuple[float, float]]], gutter: tuple[float, float]) -> tuple[float, float]:
    """The part of a gutter that the fewest lines of ``pieces`` cross; the widest of several."""
    steps = []
    for a, b, n in _steps(pieces):
        a, b = max(a, gutter[0]), min(b, gutter[1])
        if b - a > 0.01:
            steps.append((a, b, n))
    if not steps:
        return gutter
    fewest = min(n for _, _, n in steps)
    return _widest([s for s in steps if s[2] == fewest])


def _widest(steps: list[tuple[float, float, int]]) -> tuple[float, float]:
    runs: list[list[float]] = []
    for a, b, _ in steps:
        if runs and abs(runs[-1][1] - a) < 0.01:
            runs[-1][1] = b
        else:
            runs.append([a, b])
    best = max(runs, key=lambda r: r[1] - r[0])
    return best[0], best[1]


def _both_sides(pieces: list[list[tuple[float, float]]], gutter: tuple[float, float]) -> bool:
    """Whether some line has words left and right of a gutter."""
    middle = (gutter[0] + gutter[1]) / 2
    return any(any(b <= middle for _, b in line) and any(a >= middle for a, _ in line) for line in pieces)
