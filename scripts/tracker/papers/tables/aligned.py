"""Runs of lines that keep to common columns, and regions that hold several tables one below the other."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tracker.papers.boxes import union
from tracker.papers.tables.columns import Columns, find_columns
from tracker.papers.tables.entries import entries, figures_in
from tracker.papers.tables.layout import Seen
from tracker.papers.tables.left_edges import SAME, cut_at, cut_at_edges
from tracker.papers.tables.places import BULLET, grown, holds
from tracker.papers.tables.regions import ENUMERATOR, is_wide
from tracker.papers.tables.words import Ink, Line, Phrase, is_number, lines_of
from tracker.records import Box

MOST_AIR = 1.7
"""Rows of one table stand at most this many type sizes apart (air between the boxes of their words)."""
FARTHER = 1.3
"""A heading between two tables stands so much farther from the row above it than rows do from one another."""
FEWEST_OF_WORDS = 4
"""Lines of words alone, without a head, are a table from so many on."""
MOST_WORDS = 6
"""… their entries have at most so many words."""
HEADING = 1.18
"""A line of one phrase set this much larger than the table's type is a heading between two tables."""


def aligned_boxes(inks: Sequence[Ink], seen: Sequence[Seen]) -> list[Box]:
    """Boxes round runs of lines that keep to common columns, whatever the model takes them for; pictures left out."""
    pictures = [s.box for s in seen if s.kind == "picture"]
    free = [i for i in inks if not i.word.angle and not any(holds(p, i) for p in pictures)]
    runs: list[list[Line]] = []
    run: list[Line] = []
    for line in lines_of(free):
        if run and not _keeps_to(run, line):
            runs.append(run)
            run = []
        if run or is_wide(line):
            run.append(line)
    runs.append(run)
    return [grown(union(line.box for line in run)) for run in runs if _is_sure(run)]


def _is_sure(run: Sequence[Line]) -> bool:
    """Whether a run of lines is a table beyond doubt: no bullets, and three columns, figures or a head in bold."""
    run = cut_at_edges(run)
    wide = [line for line in run if is_wide(line)]
    if len(wide) < 2 or any(BULLET.match(p.text) for line in run for p in line.phrases):
        return False
    columns = find_columns(run)
    if columns is None or columns.extents[-1][1] - columns.extents[0][0] < 8 * run[0].size:
        return False
    headed = run[0].bold and len(run[0].phrases) == len(columns)
    headed = headed and not any(line.bold for line in run[1:])
    figures = max(figures_in(columns, run)[1:])
    if len(columns) == 2:
        wordy = sum(len(p.inks) for line in wide for p in line.phrases[:1]) > 4 * len(wide)
        return len(wide) >= 4 and not wordy and (headed or figures >= 0.7)
    return len(wide) >= (2 if headed else 3) and (headed or figures >= 0.6 or _keeps_edges(run, columns))


def _keeps_edges(run: Sequence[Line], columns: Columns) -> bool:
    """Whether entries of words begin beneath one another in each column, in lines that all have several of them."""
    held = [entries(columns, line) for line in run]
    if len(run) < FEWEST_OF_WORDS or any(len(row) < 2 for row in held):
        return False
    for c in range(len(columns)):
        own = [p for row in held for k, p in row if k == c]
        if len(own) < 3 or any(ENUMERATOR.match(p.text) or len(p.inks) > MOST_WORDS for p in own):
            return False
        if max(p.box[0] for p in own) - min(p.box[0] for p in own) > SAME:
            return False
    return True


def _keeps_to(run: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the columns of the lines above it, and in their type."""
    last = run[-1]
    if line.box[1] - last.box[3] > MOST_AIR * last.size or not 0.8 < line.size / last.size < 1.25:
        return False
    if is_wide(line):
        return True
    widest = max(run, key=lambda r: len(r.phrases)).phrases
    return all(_keeps_under(phrase, widest) for phrase in cut_at(line, [p.box[0] for p in widest]).phrases)


def _keeps_under(phrase: Phrase, row: Sequence[Phrase]) -> bool:
    """Whether a phrase stands under one phrase of a row, or begins with it, and does not reach the next."""
    near = [p for p in row if p.box[2] > phrase.box[0] and p.box[0] < phrase.box[2]]
    beyond = next((p.box[0] for p in row if p.box[0] > phrase.box[0] + 1), float("inf"))
    return len(near) == 1 and phrase.box[2] < beyond and near[0].box[0] - phrase.box[0] < 6


def parted(box: Box, inks: Sequence[Ink]) -> list[Box]:
    """The box cut at headings between tables that follow one another, where the model sees one."""
    lines = lines_of([i for i in inks if holds(box, i) and not i.word.angle])
    if len(lines) < 5:
        return [box]
    usual = sorted(line.size for line in lines)[len(lines) // 2]
    first = lines[0].text
    heads = [
        k
        for k, line in enumerate(lines[:-2])
        if len(line.phrases) == 1
        and (
            line.size >= HEADING * usual
            or (lines[k + 1].text == first and len(lines[k + 1].phrases) > 1)
            or _heads_anew(lines, k)
        )
    ]
    if not any(k > 0 for k in heads):
        return [box]
    out, top = [], box[1]
    for k in heads:
        if k and lines[k].box[1] - top > usual:
            out.append((box[0], top, box[2], (lines[k - 1].box[3] + lines[k].box[1]) / 2))
        top = (lines[k].box[3] + lines[k + 1].box[1]) / 2
    return [*out, (box[0], top, box[2], box[3])]


def _heads_anew(lines: Sequence[Line], k: int) -> bool:
    """Whether a line in bold, farther off than rows are, stands over a head in bold as the first line is one."""
    if k == 0:
        return False
    steps = sorted(b.box[3] - a.box[3] for a, b in itertools.pairwise(lines))
    apart = lines[k].box[3] - lines[k - 1].box[3] > FARTHER * steps[len(steps) // 2]
    head = lines[k + 1]
    plain = len(head.phrases) > 1 and not any(is_number(p.text) for p in head.phrases)
    bold = [line.bold for line in (lines[0], lines[k - 1], lines[k], head, lines[k + 2])]
    return apart and plain and bold == [True, False, True, True, False]
