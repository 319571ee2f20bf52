"""Where on a page a table without a drawn grid may stand, decided cheaply first and then with the layout model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.table_bands import is_leader
from tracker.papers.table_columns import Columns, entries, find_columns
from tracker.papers.table_rules import Rules
from tracker.papers.table_words import Ink, Line, is_number, lines_of

WIDE_GAP = 1.2
"""Phrases parted by this many type sizes are columns of something; justified prose never opens so far."""
ENUMERATOR = re.compile(
    r"^([•▪●○◦■□➢✓✗❖▫→➔\-–—*o·]|\(?[0-9]{1,3}(\.[0-9]{1,3})*[.)]?|\(?[a-zA-Z][.)]|\(?[ivxlc]{1,6}[.)])$"
)
"""Bullets and numbers that stand before an item."""


def may_hold_table(inks: Sequence[Ink], rules: Rules) -> bool:
    """Whether a page is worth a look by the layout model: lines in columns, or rules and fills in a pile."""
    lines = lines_of([i for i in inks if not i.word.angle and not is_leader(i.word.text)])
    wide = [_is_wide(line) for line in lines]
    for i in range(len(wide)):
        if sum(wide[i : i + 5]) >= 3:
            return True
    if sum(wide) >= 2 and len(rules.level) >= 3:
        return True
    long = [r for r in rules.level if r.length > 60]
    return len(long) >= 3 and sum(wide) >= 1


def _is_wide(line: Line) -> bool:
    """Whether a line has two phrases far apart, the first of them no bullet or number of an item."""
    phrases = list(line.phrases)
    while phrases and ENUMERATOR.match(phrases[0].text):
        if len(phrases) > 2 and is_number(phrases[1].text):
            return True
        phrases = phrases[1:]
    return any(b.box[0] - a.box[2] > WIDE_GAP * line.size for a, b in zip(phrases, phrases[1:], strict=False))


def is_tabular(inks: Sequence[Ink]) -> bool:
    """Whether words that the model calls text are in truth a table: columns with clear gutters, no prose, no list."""
    lines = lines_of([i for i in inks if not is_leader(i.word.text)])
    several = [line for line in lines if len(line.phrases) >= 2]
    if len(several) < 2 or len(several) < 0.5 * len(lines):
        return False
    columns = find_columns(lines)
    if columns is None:
        return False
    gaps = [b[0] - a[1] for a, b in zip(columns.extents, columns.extents[1:], strict=False)]
    size = several[0].size
    if max(gaps) < 0.9 * size:
        return False
    if len(several) == 2 and not (all(i.word.bold for i in lines[0].inks) and len(lines) >= 3):
        return False
    return not (is_list(lines, columns) or is_prose(lines, columns) or _is_letterhead(lines, columns))


def is_list(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether the first column holds nothing but bullets or numbers of items, and the rest is one column of text."""
    first = [p.text for line in lines for c, p in entries(columns, line) if c == 0]
    rest = [p.text for line in lines for c, p in entries(columns, line) if c == 1]
    if not first or not all(ENUMERATOR.match(t) for t in first):
        return False
    if len(columns) > 2:
        return False
    return sum(is_number(t) for t in rest) < 0.5 * len(rest)


def is_prose(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether the columns are columns of running text: most of their lines are full, and long."""
    full = 0
    for c, (x0, x1) in enumerate(columns.extents):
        held = [p for line in lines for k, p in entries(columns, line) if k == c]
        words = sum(len(p.inks) for p in held) / max(1, len(held))
        filled = sum((p.box[2] - p.box[0]) > 0.8 * (x1 - x0) for p in held) / max(1, len(held))
        full += words >= 4 and filled >= 0.6 and len(held) >= 3
    return full >= max(2, len(columns) - 1) or (full == len(columns))


def _is_letterhead(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether two columns hold a letter's head: an address on one side, "Date", "Our ref" or a contact beside it."""
    text = " ".join(line.text for line in lines).lower()
    signs = ("tel:", "telephone", "fax", "e-mail", "email", "our ref", "your ref", "postcode", "dear ", "www.", "@")
    return len(columns) == 2 and len(lines) <= 12 and sum(s in text for s in signs) >= 2


def is_contents(texts: Sequence[Sequence[str]], leaders: int) -> bool:
    """Whether rows of cell texts are a list of contents: the last column counts pages upwards after leader dots."""
    last = [row[-1] for row in texts if row and row[-1]]
    if len(last) < 3 or len(last) < 0.6 * len(texts):
        return False
    numbers = [int(t) for t in last if t.isdigit()]
    if len(numbers) < 0.8 * len(last) or len(texts[0]) > 3:
        return False
    rising = all(a <= b for a, b in zip(numbers, numbers[1:], strict=False))
    return rising and leaders >= 0.5 * len(last)
