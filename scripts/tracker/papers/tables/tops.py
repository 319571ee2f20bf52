"""The head of a table without a drawn grid: which lines are headers, which of them stand over several columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.tables.columns import Columns
from tracker.papers.tables.entries import YEAR, entries
from tracker.papers.tables.rules import Rule
from tracker.papers.tables.words import Line, Phrase, is_number

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
    numeric = any(f >= 0.5 for f in figures) if columns is not None else _mostly_figures(lines, first_figures)
    if ruled and _stands_out(lines[: ruled[0]], lines[ruled[0] :]):
        # Each line of a head may have its rule; lines of figures below are no head, however they are dressed.
        whole = [n for n in ruled if first_figures is not None and n <= first_figures]
        return max([ruled[0], *(n for n in whole if _stands_out(lines[:n], lines[n:]))])
    if ruled:
        inside = [n for n in ruled if first_figures is None or n <= first_figures]
        if inside and len(dividers) <= 5:
            return inside[-1] if first_figures is not None and inside[-1] <= first_figures else inside[0]
        if inside and first_figures is not None:
            return inside[0]
        if first_figures is not None and ruled[0] == first_figures + 1 and _only_years(lines[first_figures]):
            return ruled[0]
    bold = _bold_lines(lines)
    if bold and bold < len(lines) and sum(line.bold for line in lines[bold:]) <= 0.2 * len(lines):
        return bold
    if numeric and first_figures:
        return _without_stub(lines, min(first_figures, MOST_HEAD_LINES), columns)
    return bold if bold < len(lines) else 0


def _mostly_figures(lines: Sequence[Line], first: int | None) -> bool:
    """Whether, before columns are known, the lines from ``first`` on look like rows of figures."""
    if first is None:
        return False
    rows = [line for line in lines[first:] if len(line.phrases) > 1]
    figures = [sum(is_number(p.text) for p in line.phrases[1:]) >= 0.5 * (len(line.phrases) - 1) for line in rows]
    return len(rows) >= 2 and sum(figures) >= 0.8 * len(rows)


def _bold_lines(lines: Sequence[Line]) -> int:
    """How many lines at the top are bold throughout."""
    count = 0
    for line in lines[:MOST_HEAD_LINES]:
        if not line.bold:
            break
        count += 1
    return count


def _without_stub(lines: Sequence[Line], count: int, columns: Columns | None) -> int:
    """The head without lines at its foot that begin the label of the first row (labels set round their figures)."""
    if columns is None:
        return count
    while count > 1:
        line, above = lines[count - 1], lines[count - 2]
        held = {c for c, _ in entries(columns, line)}
        nearer = lines[count].box[3] - line.box[3] < 0.95 * (line.box[3] - above.box[3])
        plainer = above.bold and not any(i.word.bold for i in line.inks)
        if held != {0} or not (nearer or plainer):
            break
        count -= 1
    return count


def _has_figures(line: Line, columns: Columns | None, figures: Sequence[float]) -> bool:
    """Whether a line brings data: figures, other than years, in columns of figures."""
    phrases = [(0, p) for p in line.phrases[1:]] if columns is None else entries(columns, line)
    found = [
        p for c, p in phrases if is_number(p.text) and not YEAR.match(p.text) and (columns is None or figures[c] >= 0.4)
    ]
    if not found:
        return False
    tall = sum(f >= 0.4 for f in figures)
    if columns is not None:
        named = [p for c, p in phrases if c > 0 and figures[c] >= 0.4 and any(ch.isalpha() for ch in p.text)]
        if sum(not is_number(p.text) for p in named) > len(found):
            # "($1,000)" beside "(acres)": more names of columns than figures.
            return False
    if columns is not None and all(c > 0 for c, _ in phrases) and len(found) < 0.5 * tall:
        # "1,000" of "Rate per 1,000 people": a figure in a line without a label, most columns empty.
        return False
    if line.phrases and line.bold and len(found) <= 1 and len(phrases) > 2:
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


def column_of(phrase: Phrase, columns: Columns) -> int | None:
    """The one column that a phrase of the head is aligned with: by its middle, its right or its left edge.

    None where it is aligned with none, or lies over most of another column too.
    """
    x0, _, x1, _ = phrase.box
    size = phrase.inks[0].word.size
    best: tuple[float, int] | None = None
    for c, (a, b) in enumerate(columns.extents):
        if min(b, x1) <= max(a, x0) and not (a - size < (x0 + x1) / 2 < b + size):
            continue
        off = min(abs((a + b) / 2 - (x0 + x1) / 2), 1.5 * abs(b - x1), 1.5 * abs(a - x0))
        if off < 0.7 * size and (best is None or off < best[0]):
            best = (off, c)
    if best is None:
        return None
    column = best[1]
    beyond = [c for c, (a, b) in enumerate(columns.extents) if c != column and min(b, x1) - max(a, x0) > 0.6 * (b - a)]
    return None if beyond else column


def one_each(phrases: Sequence[Phrase], columns: Columns) -> list[int]:
    """The column of each phrase of a line (left to right), no two in one while there are columns enough.

    Of all such ways the one in which middles, left or right edges agree best.
    """
    n, m = len(phrases), len(columns)
    if n > m:
        return [columns.of((p.box[0] + p.box[2]) / 2) for p in phrases]

    def off(phrase: Phrase, column: int) -> float:
        (x0, _, x1, _), (a, b) = phrase.box, columns.extents[column]
        return min(abs(x0 + x1 - a - b) / 2, abs(x0 - a), abs(x1 - b))

    least = [[0.0] * (m + 1)] + [[float("inf")] * (m + 1) for _ in range(n)]
    for i in range(1, n + 1):
        for k in range(i, m + 1):
            least[i][k] = min(least[i][k - 1], least[i - 1][k - 1] + off(phrases[i - 1], k - 1))
    out, k = [0] * n, m
    for i in range(n, 0, -1):
        while least[i][k - 1] <= least[i][k]:
            k -= 1
        out[i - 1] = k - 1
        k -= 1
    return out


def span_of(phrase: Phrase, columns: Columns, others: Sequence[Phrase], partials: Sequence[Rule]) -> tuple[int, int]:
    """The first and last column that a phrase of the head stands over.

    A rule just below it and no other says so; else the columns that it overlaps, widened while that centres it better
    and no other phrase of its line is in the way.
    """
    x0, _y0, x1, y1 = phrase.box
    size = phrase.inks[0].word.size
    for rule in partials:
        shared = any(rule.start < o.box[0] and o.box[2] < rule.end for o in others)
        near = y1 - 0.4 * size <= rule.at <= y1 + 1.3 * size
        if near and not shared and rule.start - 3 <= x0 and x1 <= rule.end + 3:
            under = [
                c for c, (a, b) in enumerate(columns.extents) if min(b, rule.end) - max(a, rule.start) > 0.5 * (b - a)
            ]
            if under:
                return under[0], under[-1]
    single = column_of(phrase, columns)
    if single is not None:
        return single, single
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
    if over[0] == over[-1] == 0:
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
