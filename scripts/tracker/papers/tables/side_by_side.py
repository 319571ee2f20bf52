"""Two tables side by side that were seen as one region."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.tables.columns import columns_by_air
from tracker.papers.tables.region_rules import Region
from tracker.papers.tables.rules import Rule
from tracker.papers.tables.words import lines_of
from tracker.records import Box

FEWEST = 3
"""Each of two tables without rules has at least this many lines of its own."""
MOSTLY = 0.6
"""… of which so many hold two entries and more."""
MUCH_AIR = 2.5
"""So many type sizes between two rules of one height are more than the gap between two heads of one table."""
LEVEL_BY_CHANCE = 0.3
"""At most this share of the lines of the shorter one stand level with lines of the other."""


def split_at(region: Region) -> float | None:
    """Where two tables stand side by side: an x that no rule and no word crosses, with rules of both sides level.

    One rule on each side is enough where much air lies between them: the head of each is filled, or underlined.
    """
    rules = sorted((r for r in region.level if r.length > 20), key=lambda r: r.start)
    words = [i.box for i in region.inks]
    reach = float("-inf")
    for rule in rules:
        gap, x = rule.start - reach, (rule.start + reach) / 2
        if gap >= 8 and reach > float("-inf") and not any(b[0] < x < b[2] for b in words):
            sides = [
                ([b for b in words if b[2] < x], [r for r in rules if r.end <= x]),
                ([b for b in words if b[0] > x], [r for r in rules if r.start >= x]),
            ]
            air = gap >= MUCH_AIR * max(i.word.size for i in region.inks)
            few = min(len(own) for _, own in sides)
            if few >= (1 if air else 2) and all(_lies_under(own, boxes, whole=few == 1) for boxes, own in sides):
                return x
        reach = max(reach, rule.end)
    return None


def _lies_under(rules: Sequence[Rule], boxes: Sequence[Box], whole: bool) -> bool:
    """Whether words of one side begin where its rules begin, and end where they end if the ``whole`` is asked for."""
    if not boxes:
        return False
    begins = min(b[0] for b in boxes) >= min(r.start for r in rules) - 6
    return begins and (not whole or max(b[2] for b in boxes) <= max(r.end for r in rules) + 6)


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
