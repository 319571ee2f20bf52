"""A part of a page that may be a table, with its words and rules, and what its rules divide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.boxes import union
from tracker.papers.tables.ruled import drawn
from tracker.papers.tables.rules import Rule, Rules, cluster
from tracker.papers.tables.words import Ink
from tracker.records import Box

FEWEST_JOINTS = 3
"""Lines of a table change pieces at one x at least so often where a column ends."""
WHOLE = 0.75
"""A divider of rows covers at least this share of the table's width; a shorter one belongs to a heading."""


@dataclass(frozen=True)
class Region:
    """A part of a page that may be a table: its box, its words and the rules in it."""

    box: Box
    inks: tuple[Ink, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    joints: tuple[tuple[float, float], ...] = ()


def region_of(box: Box, inks: Sequence[Ink], rules: Rules) -> Region:
    """The words whose centres lie in ``box`` and the rules that touch it."""
    x0, y0, x1, y1 = box
    held = tuple(i for i in inks if x0 <= i.middle[0] <= x1 and y0 <= i.middle[1] <= y1)
    level = tuple(r for r in rules.level if y0 - 4 <= r.at <= y1 + 4 and r.start < x1 and r.end > x0)
    upright = tuple(r for r in rules.upright if x0 - 4 <= r.at <= x1 + 4 and r.start < y1 and r.end > y0)
    joints = tuple((x, y) for x, y in rules.joints if x0 - 4 <= x <= x1 + 4 and y0 - 4 <= y <= y1 + 4)
    return Region(box, held, level, upright, joints)


def dividers_of(region: Region) -> list[float]:
    """Heights at which rules or edges of fills run across (nearly) the whole region."""
    x0, _, x1, _ = union(i.box for i in region.inks)
    heights = cluster([r.at for r in region.level], 2.5)
    return [y for y in heights if drawn(region.level, y, x0 + 2, x1 - 2) >= WHOLE]


def outline_of(region: Region) -> Box:
    """The box round the words, with the long rules beside, above and below them."""
    box = union(i.box for i in region.inks)
    near = [r for r in region.level if r.start >= box[0] - 30 and r.end <= box[2] + 30]
    if near:
        box = union([box, *((r.start, r.at, r.end, r.at) for r in near if r.length > 0.4 * (box[2] - box[0]))])
    return box


def sides_of(region: Region, dividers: Sequence[float]) -> list[tuple[float, float]]:
    """The ends of the rules that run across the whole region."""
    across = [r for r in region.level if any(abs(r.at - y) <= 2.5 for y in dividers)]
    x0, _, x1, _ = union(i.box for i in region.inks)
    return sorted({(r.start, r.end) for r in across if r.start <= x0 + 2 and r.end >= x1 - 2})[:3]


def drawn_cuts(region: Region) -> list[float]:
    """Positions of upright dividers, drawn or edges of fills, that run along a good part of the region."""
    if not region.upright and not region.joints:
        return []
    _, y0, _, y1 = union(i.box for i in region.inks)
    spots = cluster([r.at for r in region.upright], 3.0)
    kept = []
    for x in spots:
        share = drawn(region.upright, x, y0, y1)
        crossed = sum(i.box[0] + 2 < x < i.box[2] - 2 for i in region.inks)
        if share >= 0.3 and crossed <= 0.02 * len(region.inks):
            kept.append(x)
    left = min(i.box[0] for i in region.inks)
    right = max(i.box[2] for i in region.inks)
    kept += [x for x in _jointed(region) if all(abs(x - other) > 3.0 for other in kept)]
    return [x for x in sorted(kept) if left + 2 < x < right - 2]


def _jointed(region: Region) -> list[float]:
    """Where the lines under the rows, drawn cell by cell, change pieces again and again, and no word lies across."""
    out = []
    for x in cluster([x for x, _ in region.joints], 1.0):
        heights = cluster([y for at, y in region.joints if abs(at - x) <= 2.0], 2.5)
        crossed = any(i.box[0] + 2 < x < i.box[2] - 2 for i in region.inks if i.box[1] > heights[0])
        if len(heights) >= FEWEST_JOINTS and not crossed:
            out.append(x)
    return out


def partial_rules(region: Region, dividers: Sequence[float]) -> list[Rule]:
    """The drawn level rules that do not run across the whole region (``dividers`` are the heights of those that do)."""
    return [r for r in region.level if not r.soft and all(abs(r.at - y) > 2.5 for y in dividers)]
