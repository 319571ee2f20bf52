"""Which rows at the top of a table of figures are heads, and what stands over each of its columns.

In: the texts of every position of a table. Out: how many rows are heads, years filled into the positions they hold for,
and the heads over a column. Nothing is interpreted here.
"""

from __future__ import annotations

import re

from tracker.facts.wording.calendar_words import FULL_YEAR
from tracker.facts.wording.numbers import Number, parse_cell, parse_pair, without_year
from tracker.facts.wording.periods import month_alone, period_of

YEAR_HEAD = re.compile(rf"{FULL_YEAR}(?:\s?[/–-]\s?(?:{FULL_YEAR}|\d\d))?|\d\d/\d\d|FY\s?\d\d(?:/\d\d)?")
QUARTER_HEAD = re.compile(r"(?:Q|Qtr|Quarter)\.?\s?[1-4]", re.IGNORECASE)


def figure_of(text: str) -> Number | None:
    """The figure of a cell, the first of the two where one stands in brackets behind the other."""
    text = without_year(text)
    number = parse_cell(text)
    if number is not None:
        return number
    both = parse_pair(text)
    return both[0] if both else None


def head_rows(texts: tuple[tuple[str, ...], ...], told: int) -> int:
    """How many rows at the top are heads: what the reader says, and any further row of years, months or words only."""
    heads = told
    if told == 1 and len(texts[0]) == 2 and _is_entry(texts[0]):
        heads = 0
    while heads < min(len(texts) - 1, 4):
        row = [text for text in texts[heads][1:] if text]
        if not row:
            break
        dated = all(
            YEAR_HEAD.fullmatch(text) or month_alone(text) or QUARTER_HEAD.fullmatch(text) or _period_only(text)
            for text in row
        )
        words = not any(number.value for text in row if (number := parse_cell(text)) is not None)
        below = [text for text in texts[heads + 1][1:] if text]
        figures_below = any(figure_of(text) and not YEAR_HEAD.fullmatch(text) for text in below)
        if (dated and (figures_below or heads < told or not heads) and len(row) > 1) or (
            heads == 0 and words and (figures_below or _goes_on_in_heads(texts[heads + 1 :]))
        ):
            heads += 1
        else:
            break
    if heads == 1 and not told and _goes_on_in_heads(texts[1:]):
        heads = 2
    return heads


def _goes_on_in_heads(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the first of these rows, without a label, holds heads over figures: years, or words alone."""
    if len(rows) < 2 or rows[0][0].strip():
        return False
    heads = [text for text in rows[0][1:] if text]
    plain = all(parse_cell(text) is None or YEAR_HEAD.fullmatch(text) for text in heads)
    return len(heads) > 1 and plain and any(figure_of(text) for text in rows[1][1:] if text)


def _is_entry(row: tuple[str, ...]) -> bool:
    """Whether a first row is one more label with its figure, as in a list of two columns without heads."""
    number = parse_cell(row[1])
    return bool(
        row[0].strip() and number and number.value and not (YEAR_HEAD.fullmatch(row[1].strip()) or _period_only(row[1]))
    )


def heads_figures(texts: tuple[tuple[str, ...], ...], heads: int) -> bool:
    """Whether the first column holds figures as the others do: its head is a time, or its figures are large, shares or
    money, which no label is."""
    if not heads or not (head := head_text(texts, heads, 0)):
        return False
    first = [row[0].strip() for row in texts[heads:] if row[0].strip()]
    return _names_time(head) or (bool(first) and all(re.search(r"\d,\d{3}|%|£", cell) for cell in first))


def _names_time(head: str) -> bool:
    """Whether a head is a month, quarter or year: below it stand figures, and the rows have no labels."""
    named = month_alone(head) or QUARTER_HEAD.fullmatch(head) or YEAR_HEAD.fullmatch(head) or _period_only(head)
    return bool(head) and bool(named)


def _period_only(text: str) -> bool:
    period = period_of(text)
    return period is not None and len(period.label) >= len(text.strip()) - 2


def fill_years(texts: tuple[tuple[str, ...], ...], heads: int) -> tuple[tuple[str, ...], ...]:
    """Years printed once above their months hold for the empty positions to the right, where a head row lies below."""
    rows = [list(row) for row in texts]
    for r in range(heads - 1):
        if not any(YEAR_HEAD.fullmatch(text) or _period_only(text) for text in rows[r] if text):
            continue
        current = ""
        for c in range(1, len(rows[r])):
            if rows[r][c]:
                current = rows[r][c]
            elif current and rows[r + 1][c]:
                rows[r][c] = current
    return tuple(tuple(row) for row in rows)


def head_text(texts: tuple[tuple[str, ...], ...], heads: int, column: int) -> str:
    out: list[str] = []
    for r in range(heads):
        if (text := texts[r][column].strip()) and (not out or out[-1] != text):
            out.append(text)
    return " ".join(out)
