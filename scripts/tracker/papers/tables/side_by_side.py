"""Two tables side by side that were seen as one region."""

from __future__ import annotations

from tracker.papers.tables.bands import Region
from tracker.papers.tables.columns import columns_by_air
from tracker.papers.tables.words import lines_of

FEWEST = 3
"""Each of two tables without rules has at least this many lines of its own."""
MOSTLY = 0.6
"""… of which so many hold two entries and more."""
LEVEL_BY_CHANCE = 0.3
"""At most this share of the lines of the shorter one stand level with lines of the other."""


def split_at(region: Region) -> float | None:
    """Where two tables stand side by side: an x that no rule and no word crosses, with rules of both sides level."""
    rules = sorted((r for r in region.level if r.length > 20), key=lambda r: r.start)
    reach = float("-inf")
    for rule in rules:
        gap = rule.start - reach
        if gap >= 8 and reach > float("-inf"):
            x = (rule.start + reach) / 2
            left = [r.at for r in rules if r.end <= x]
            right = [r.at for r in rules if r.start >= x]
            clear = not any(i.box[0] < x < i.box[2] for i in region.inks)
            beside = any(i.box[2] < x for i in region.inks) and any(i.box[0] > x for i in region.inks)
            if clear and beside and min(len(left), len(right)) >= 2:
                words = [i.box for i in region.inks]
                sides = [[b for b in words if b[2] < x], [b for b in words if b[0] > x]]
                if all(
                    min(b[0] for b in side) >= min(r.start for r in rs) - 6
                    for side, rs in zip(
                        sides, ([r for r in rules if r.end <= x], [r for r in rules if r.start >= x]), strict=True
                    )
                ):
                    return x
        reach = max(reach, rule.end)
    return None


def split_off_lines(region: Region) -> float | None:
    """Where two tables without rules stand side by side: their lines are not level with one another's.

    Each has two columns and more; cells of several lines beside cells of one do not, they stand alone in their column.
    """
    lines = lines_of([i for i in region.inks if not i.word.angle])
    airy = columns_by_air(lines)
    for cut in airy.cuts if airy is not None else ():
        counts = [
            (sum(p.box[2] < cut for p in line.phrases), sum(p.box[0] > cut for p in line.phrases)) for line in lines
        ]
        sides = [[n for n in side if n] for side in zip(*counts, strict=True)]
        few = min(map(len, sides))
        level = sum(bool(a and b) for a, b in counts)
        full = all(sum(n >= 2 for n in side) >= MOSTLY * len(side) for side in sides)
        if few >= FEWEST and level <= LEVEL_BY_CHANCE * few and full:
            return cut
    return None
