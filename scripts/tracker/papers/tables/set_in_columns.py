"""What is set in columns and is no table: heads of letters, signatures side by side, lists of names, formulas."""

from __future__ import annotations

import re

from tracker.papers.tables.grid import Grid
from tracker.papers.tables.words import is_number

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
LETTER = re.compile(
    r"\b(tel(ephone)?|fax|e-?mail|date|direct line|contact( officer)?)\s*[.:]|\b((our|your|my) ref|dear)\b|www\.|\w@\w",
    re.IGNORECASE,
)
"""What the head of a letter says."""
MOST_LINES = 14
"""Heads of letters have no more rows."""
OPERATOR = re.compile(r"^[=≈≠<>≤≥+×÷∑∏∫·/−–-]$|^[=≈≤≥]\s|\s[=≈≤≥]$|\s[=≈]\s")
NUMBERED = re.compile(r"^\(\d{1,3}[a-z]?\)$")
"""The number of a formula, at the end of its line."""


def is_set_in_columns(grid: Grid) -> bool:
    """Whether a grid without a rule or a fill is no table but words that only stand in columns."""
    return _is_letterhead(grid) or _is_signatures(grid) or _is_list(grid) or _is_formula(grid)


def _is_letterhead(grid: Grid) -> bool:
    """Whether the cells say what a letter's head says: an address, a reference and the like, in few rows."""
    if grid.rows > MOST_LINES or grid.columns > 3:
        return False
    texts = [c.text for c in grid.filled()]
    postcodes = sum(bool(POSTCODE.search(t)) for t in texts)
    signs = {m[0].lower() for t in texts for m in LETTER.finditer(t)}
    headed = all(i.word.bold for c in grid.filled() if c.row == 0 for i in c.inks)
    figures = sum(is_number(t) for t in texts)
    return not headed and figures <= 1 and bool(signs) and len(signs) + postcodes >= 2


def _is_signatures(grid: Grid) -> bool:
    """Whether two or three blocks of words stand beside one another, two rows of them, with no figure and no head."""
    filled = grid.filled()
    return (
        grid.rows <= 2
        and grid.columns <= 3
        and not any(any(ch.isdigit() for ch in c.text) for c in filled)
        and not all(i.word.bold for c in filled if c.row == 0 for i in c.inks)
        and not all(i.word.bold for c in filled if c.column == 0 for i in c.inks)
    )


def _is_list(grid: Grid) -> bool:
    """Whether the entries of all columns begin with one and the same word: a list of "Cllr …", set in columns."""
    if not 2 <= grid.columns <= 4 or grid.rows < 2:
        return False
    columns = [[c.text for c in grid.filled() if c.column == k and " " in c.text] for k in range(grid.columns)]
    usual = {max(sorted(set(w := [t.split()[0] for t in texts])), key=w.count) if texts else "" for texts in columns}
    first = next(iter(usual))
    alike = sum(t.split()[0] == first for texts in columns for t in texts)
    return len(usual) == 1 and first[:1].isalpha() and alike >= 0.8 * len(grid.filled())


def _is_formula(grid: Grid) -> bool:
    """Whether many cells are signs of reckoning, or a formula's number ends a row that has such a sign."""
    filled = grid.filled()
    signs = [c for c in filled if OPERATOR.search(c.text) and not is_number(c.text)]
    equals = {c.row for c in filled if re.search(r"(^|\s)[=≈≤≥](\s|$)", c.text)}
    numbered = any(NUMBERED.match(c.text) and c.column == grid.columns - 1 and c.row in equals for c in filled)
    return bool(equals) and (numbered or len(signs) >= 0.3 * len(filled))
