"""The head of a table without a drawn grid: which lines are headers, which of them stand over several columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.table_columns import SOLID_HEAD, Columns, entries, split_phrases
from tracker.papers.table_rules import Rule
from tracker.papers.table_words import Line, Phrase, is_number

YEAR = re.compile(r"^((19|20)\d\d([/\-–]\d{2,4})?|\d\d/\d\d)$")
MOST_HEAD_LINES = 9
"""Heads of more lines than this are not heads."""


def head_lines(
    lines: Sequence[Line], columns: Columns | None, dividers: Sequence[float], figures: Sequence[float]
) -> int:
    """How many of ``lines`` at the top belong to the head.

    Evidence in order: a divider below lines that hold no figures; the first line with figures; bold type.
    """
    if len(lines) < 2:
        return 0
    middles = [(line.box[1] + line.box[3]) / 2 for line in lines]
    first_figures = next((i for i, line in enumerate(lines) if _has_figures(line, columns, figures)), None)
    ruled = [sum(m < d for m in middles) for d in dividers if middles[0] < d < middles[-1]]
    ruled = sorted({n for n in ruled if 0 < n <= MOST_HEAD_LINES})
    numeric = any(f >= 0.5 for f in figures)
    if ruled and _stands_out(lines[: ruled[0]], lines[ruled[0] :]):
        return ruled[0]
    if ruled:
        inside = [n for n in ruled if first_figures is None or n <= first_figures]
        if inside and len(dividers) <= 5:
            return inside[-1] if first_figures is not None and inside[-1] <= first_figures else inside[0]
        if inside and first_figures is not None:
            return inside[0]
        if first_figures is not None and ruled[0] == first_figures + 1 and _only_years(lines[first_figures]):
            return ruled[0]
    if numeric and first_figures:
        return min(first_figures, MOST_HEAD_LINES)
    bold = 0
    for line in lines[:MOST_HEAD_LINES]:
        if all(i.word.bold for i in line.inks):
            bold += 1
        else:
            break
    return bold if 0 < bold < len(lines) else 0


def _has_figures(line: Line, columns: Columns | None, figures: Sequence[float]) -> bool:
    """Whether a line brings data: figures, other than years, in columns of figures."""
    phrases = [(0, p) for p in line.phrases[1:]] if columns is None else entries(columns, line)
    found = [
        p for c, p in phrases if is_number(p.text) and not YEAR.match(p.text) and (columns is None or figures[c] >= 0.4)
    ]
    if not found:
        return False
    if line.phrases and all(i.word.bold for i in line.inks) and len(found) <= 1 and len(phrases) > 2:
        return False
    return not all(re.fullmatch(r"\(?\d\)?", p.text) for p in found) or len(found) == 1


def _stands_out(head: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether the words above a divider are all bold or in another colour than those below it."""
    above = [i.word for line in head for i in line.inks]
    below = [i.word for line in body for i in line.inks]
    if all(w.bold for w in above) and sum(w.bold for w in below) < 0.5 * len(below):
        return True
    colours = {w.colour for w in above}
    return len(colours) == 1 and sum(w.colour in colours for w in below) < 0.2 * len(below)


def _only_years(line: Line) -> bool:
    texts = [p.text for p in line.phrases]
    return sum(bool(YEAR.match(t)) for t in texts) >= max(1, len(texts) - 1)


def levels(lines: Sequence[Line], columns: Columns, partials: Sequence[Rule]) -> list[list[Line]]:
    """The head's lines in levels: a phrase over several columns, or a rule below part of a line, ends a level."""
    out: list[list[Line]] = []
    for line in lines:
        if out and not _parted(out[-1], line, columns, partials):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _parted(upper: Sequence[Line], line: Line, columns: Columns, partials: Sequence[Rule]) -> bool:
    last = upper[-1]
    for rule in partials:
        if last.box[3] - 0.35 * last.size <= rule.at <= line.box[1] + 0.35 * line.size:
            return True
    if line.box[1] - last.box[3] > 0.9 * line.size:
        return True
    below = list(split_phrases(columns, line, SOLID_HEAD))
    for phrase in (p for u in upper for p in split_phrases(columns, u, SOLID_HEAD)):
        under = [p for p in below if p.box[0] < phrase.box[2] and p.box[2] > phrase.box[0]]
        if len({columns.of((p.box[0] + p.box[2]) / 2) for p in under}) >= 2:
            return True
        first, last_column = span_of(phrase, columns, [], partials)
        if last_column > first:
            inside = [p for p in below if first <= columns.of((p.box[0] + p.box[2]) / 2) <= last_column]
            if len({columns.of((p.box[0] + p.box[2]) / 2) for p in inside}) >= 2:
                return True
    return False


def span_of(phrase: Phrase, columns: Columns, others: Sequence[Phrase], partials: Sequence[Rule]) -> tuple[int, int]:
    """The first and last column that a phrase of the head stands over.

    A rule just below it says so; else the columns that it overlaps, widened while that centres it better and no other
    phrase of its line is in the way.
    """
    x0, _y0, x1, y1 = phrase.box
    size = phrase.inks[0].word.size
    for rule in partials:
        if y1 - 0.4 * size <= rule.at <= y1 + 1.3 * size and rule.start - 3 <= x0 and x1 <= rule.end + 3:
            under = [
                c for c, (a, b) in enumerate(columns.extents) if min(b, rule.end) - max(a, rule.start) > 0.5 * (b - a)
            ]
            if under:
                return under[0], under[-1]
    over = [c for c, (a, b) in enumerate(columns.extents) if min(b, x1) - max(a, x0) > 0.15 * min(b - a, x1 - x0)]
    middle = (x0 + x1) / 2
    if not over:
        nearest = min(range(len(columns)), key=lambda c: abs(sum(columns.extents[c]) / 2 - middle))
        over = [nearest]
        for c, cut in enumerate(columns.cuts):
            if x0 < cut < x1:
                over = [c, c + 1]
                break
    taken = {c for o in others for c, (a, b) in enumerate(columns.extents) if min(b, o.box[2]) > max(a, o.box[0])}
    best = (over[0], over[-1])
    if over[0] == over[-1]:
        a, b = columns.extents[over[0]]
        cell_left = columns.cuts[over[0] - 1] if over[0] else a
        cell_right = columns.cuts[over[0]] if over[0] < len(columns.cuts) else b
        inside = x0 >= cell_left - 1 and x1 <= cell_right + 1
        aligned = abs(x0 - a) < 0.5 * size or abs(x1 - b) < 0.5 * size or abs((a + b) / 2 - middle) < 0.7 * size
        if inside and aligned:
            return best
        if over[0] == 0:
            return best

    def off(first: int, last: int) -> float:
        return abs((columns.extents[first][0] + columns.extents[last][1]) / 2 - middle)

    score = off(*best)
    lowest = 0 if over[0] == 0 else 1
    for first in range(lowest, over[0] + 1):
        for last in range(over[-1], len(columns)):
            if any(c in taken for c in range(first, last + 1) if c not in over):
                continue
            if off(first, last) + 0.35 * size < score:
                best, score = (first, last), off(first, last)
    return best
