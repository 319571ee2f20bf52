"""The lines of a head in levels: what stands over several columns ends one, as do units, years and steps of rows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tracker.papers.tables.columns import SOLID_HEAD, Columns
from tracker.papers.tables.entries import YEAR, split_phrases
from tracker.papers.tables.repeated_labels import says_again
from tracker.papers.tables.rules import Rule
from tracker.papers.tables.tops import span_of
from tracker.papers.tables.words import Line, Phrase

UNIT = re.compile(
    r"^(%|£|£?'?000s?|£?(k|m|bn)|number|no\.?|n|thousands|millions|£ ?(million|thousand)s?)$", re.IGNORECASE
)
ROWS_APART = 1.38
"""Rows whose baselines stand this many type sizes apart are farther apart than lines of one cell (1.1 to 1.3)."""
LESS_THAN_A_LINE = 0.8
"""Lines whose baselines are nearer than this (type sizes) do not stand one below the other."""


def levels(
    lines: Sequence[Line], columns: Columns, partials: Sequence[Rule], body: Sequence[Line] = ()
) -> list[list[Line]]:
    """The head's lines in levels: a phrase over several columns, or a rule below part of a line, ends a level.

    So does a step as wide as from row to row of ``body``, where rows stand apart, and a line of nothing but units, or
    of the columns' numbers.
    """
    pitch = _row_pitch(body)
    out: list[list[Line]] = []
    for i, line in enumerate(lines):
        if not out:
            out.append([line])
            continue
        units = (_names_units(line) and not _names_unit_inline(out[-1][-1], line)) or _counts_columns(line)
        units = units and len(line.phrases) >= 0.6 * (len(columns) - 1)
        as_rows = pitch and line.box[3] - out[-1][-1].box[3] >= pitch - 0.06 * line.size
        if (
            units
            or as_rows
            or _counts_years(out[-1], line, columns)
            or _months_under_years(out[-1], line)
            or says_again(out[-1], line)
            or _parted(out[-1], lines[i:], columns, partials)
        ):
            out.append([line])
        else:
            out[-1].append(line)
    return out


def _row_pitch(body: Sequence[Line]) -> float:
    """The step from row to row where it is wider than from line to line of one cell; 0 where it is not, or varies."""
    steps = sorted(b.box[3] - a.box[3] for a, b in itertools.pairwise(body))
    if len(steps) < 2 or steps[0] < ROWS_APART * body[0].size or steps[len(steps) // 2] > 1.1 * steps[0]:
        return 0.0
    return steps[0]


def _names_units(line: Line) -> bool:
    """Whether a line holds only units without brackets ("%", "£000"): such a line is a level of its own."""
    return len(line.phrases) >= 2 and all(UNIT.match(p.text) for p in line.phrases)


def _names_unit_inline(above: Line, line: Line) -> bool:
    """Whether a label above ends with one of the line's units: then the line only goes on with wrapped labels."""
    units = {p.text for p in line.phrases}
    return any(len(p.inks) > 1 and p.inks[-1].word.text in units for p in above.phrases)


def _counts_years(upper: Sequence[Line], line: Line, columns: Columns) -> bool:
    """Whether a line of nothing but years names more columns than the labels above it: they stand over several."""
    years = [p for p in split_phrases(columns, line, SOLID_HEAD) if columns.of((p.box[0] + p.box[2]) / 2) > 0]
    if len(years) < 3 or not all(YEAR.match(p.text) for p in years):
        return False
    above = {columns.of((p.box[0] + p.box[2]) / 2) for over in upper for p in split_phrases(columns, over, SOLID_HEAD)}
    return 1 <= len(above - {0}) < len(years)


def _months_under_years(upper: Sequence[Line], line: Line) -> bool:
    """Whether a line of nothing but months or quarters stands below fewer years: each year is over several of them."""
    years = sum(bool(YEAR.match(p.text)) for over in upper for p in over.phrases)
    parts = [p.text for p in line.phrases]
    return 0 < years < len(parts) and all(_PART_OF_YEAR.fullmatch(text) for text in parts)


_PART_OF_YEAR = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|Q(?:tr|uarter)?\s?[1-4]", re.IGNORECASE
)


def _counts_columns(line: Line) -> bool:
    """Whether a line numbers the columns: "(1) (2) (3)", "1 2 3", "a b c"."""
    texts = [p.text.strip("()[]. ").lower() for p in line.phrases]
    if len(texts) < 2 or not all(len(t) == 1 or t.isdigit() for t in texts):
        return False
    counts = [int(t) if t.isdigit() else ord(t) for t in texts]
    return all(b - a == 1 for a, b in itertools.pairwise(counts)) and counts[0] in (0, 1, 2, ord("a"), ord("b"))


def _parted(upper: Sequence[Line], lower: Sequence[Line], columns: Columns, partials: Sequence[Rule]) -> bool:
    """Whether a level ends between the lines of ``upper`` and the first line of ``lower`` (the rest of the head)."""
    last, line = upper[-1], lower[0]
    if line.box[3] - last.box[3] < LESS_THAN_A_LINE * line.size:
        # Heads of one level at several heights: those of one line stand beside the middle of those of two.
        return False
    for rule in partials:
        if last.box[3] - 0.35 * last.size <= rule.at <= line.box[1] + 0.35 * line.size:
            return True
    if line.box[1] - last.box[3] > 0.9 * line.size:
        return True
    below = split_phrases(columns, line, SOLID_HEAD)
    if _continues(upper, below, columns, partials):
        return False
    if _spans_named(upper, below, columns):
        return True
    named = {
        columns.of((p.box[0] + p.box[2]) / 2) for under in lower for p in split_phrases(columns, under, SOLID_HEAD)
    }
    for over in upper:
        phrases = split_phrases(columns, over, SOLID_HEAD)
        for phrase in phrases:
            under = [p for p in below if p.box[0] < phrase.box[2] and p.box[2] > phrase.box[0]]
            if len({columns.of((p.box[0] + p.box[2]) / 2) for p in under}) >= 2:
                return True
            if any(_stacked(phrase, p) for p in under):
                continue
            first, last_column = span_of(phrase, columns, [p for p in phrases if p is not phrase], partials)
            if sum(first <= c <= last_column for c in named) >= 2:
                return True
    return False


def _continues(upper: Sequence[Line], below: Sequence[Phrase], columns: Columns, partials: Sequence[Rule]) -> bool:
    """Whether all phrases of a line go on with phrases over several columns that stand just above them."""
    above = split_phrases(columns, upper[-1], SOLID_HEAD)
    for phrase in below:
        on = [p for p in above if p.box[0] < phrase.box[2] and p.box[2] > phrase.box[0]]
        if len(on) != 1 or not _stacked(on[0], phrase):
            return False
        first, last = span_of(on[0], columns, [p for p in above if p is not on[0]], partials)
        if first == last:
            return False
    return True


def _spans_named(upper: Sequence[Line], below: Sequence[Phrase], columns: Columns) -> bool:
    """Whether a lone phrase, a unit for instance, stands below several names of columns and over all of them."""
    if len(below) != 1 or len(columns) < 3:
        return False
    x0, _, x1, _ = below[0].box
    above = split_phrases(columns, upper[-1], SOLID_HEAD)
    named = sorted({columns.of((p.box[0] + p.box[2]) / 2) for p in above} - {0})
    crossed = [p for p in above if p.box[0] < x1 and p.box[2] > x0]
    if len(named) < 2 or any(_stacked(p, below[0]) and len(crossed) < 2 for p in above):
        return False
    names = [p.box for p in above if columns.of((p.box[0] + p.box[2]) / 2) in named]
    sides = [(columns.extents[named[0]][0], columns.extents[named[-1]][1]), (names[0][0], names[-1][2])]
    return any(abs(a + b - x0 - x1) / 2 < below[0].inks[0].word.size for a, b in sides)


def _stacked(upper: Phrase, lower: Phrase) -> bool:
    """Whether two phrases are lines of one cell: their middles or one pair of their edges agree."""
    size = upper.inks[0].word.size
    (a, _, b, _), (c, _, d, _) = upper.box, lower.box
    return abs(a + b - c - d) < size or abs(a - c) < 0.35 * size or abs(b - d) < 0.35 * size
