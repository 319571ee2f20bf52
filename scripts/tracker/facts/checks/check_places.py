"""Statements beside a table against its rows: a headline number that the table gives otherwise, "Total: down 32%".

In: the changes that sentences of a section state, and the section's tables that set two times beside each other. Out:
checks. A headline is tied to a row by what both print: the same earlier value and the same change; only then is another
later value a difference between two places. A change without values is tied to the row that its label names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.facts.checks.change_subjects import subject_words
from tracker.facts.checks.change_words import Change
from tracker.facts.checks.check_changes import compare
from tracker.facts.checks.check_record import Check, Spot, spot_of
from tracker.facts.checks.check_table_changes import rows_with_two_times
from tracker.facts.checks.matrix import Matrix, words_of
from tracker.facts.checks.passages import Contents, Grid

REACH = 3
"""How many sections before or after its own a headline's table may stand in."""

Row = tuple[str, int, int, int, Matrix]


def _headline(change: Change, rows: Sequence[Row]) -> Check | None:
    """The later value of a stated change against the row that prints the same change from the same value."""
    if change.size is None or change.before is None or change.after is None:
        return None
    for _, r, before, after, m in rows:
        a, b = m.amounts[r][before], m.amounts[r][after]
        if a is None or b is None or a.value != change.before.amount.value or b.value == change.after.amount.value:
            continue
        verdict, _, _ = compare(change.size, change.direction, a, b)
        if verdict != "agrees" or a.value == 0:
            continue
        spots = (spot_of(change.after), m.spot(r, after))
        row = f"“{m.down[r]}”, {m.across[after]}"
        why = f"The table has {b.printed} for {row}; {change.words} is the change to that number."
        return Check("two places", "differs", change.after.amount.printed, f"{b.printed} in the table", why, spots)
    return None


def _label(change: Change) -> str:
    """The words that a list item or sentence begins with, before it states its change."""
    start, _ = change.passage.sentence_at(change.start)
    return re.sub(r"\b(?:were|was|is|are|have|has|went|gone)\s*$", "", change.passage.text[start : change.start]).strip(
        " :–-"
    )


def _by_label(change: Change, rows: Sequence[Row]) -> Check | None:
    """A change without values against the row of the section's table that its label names."""
    if change.size is None or change.before is not None:
        return None
    label = _label(change)
    words = words_of(label)
    named = [row for row in rows if row[0] and words_of(row[0]) and words_of(row[0]) <= words]
    if not named:
        return None
    most = max(len(words_of(row[0])) for row in named)
    named = [row for row in named if len(words_of(row[0])) == most]
    if len(named) != 1:
        return None
    _, r, before, after, m = named[0]
    a, b = m.amounts[r][before], m.amounts[r][after]
    assert a and b
    verdict, working, why = compare(change.size, change.direction, a, b)
    if verdict != "agrees" and subject_words(label) - subject_words(named[0][0]):
        # "Nationally, theft rose by 9%", "thefts from cars rose": of another area or a part, which has no row
        return None
    own = Spot(change.passage.block, change.start, change.end)
    return Check("change", verdict, change.words, working, why, (own, m.spot(r, before), m.spot(r, after)))


def checks_beside_tables(
    changes: Iterable[Change], contents: Contents
) -> tuple[dict[Change, Check], tuple[Check, ...]]:
    """Checks that take the place of a change's own one (its values stand in a table), and additional ones."""
    rows: dict[int, list[Row]] = {}
    for grid in contents.grids:
        rows.setdefault(grid.section, []).extend(rows_with_two_times(grid))
    instead: dict[Change, Check] = {}
    more: list[Check] = []
    for change in changes:
        near = _rows_near(change, rows, contents.grids)
        if near and (check := _by_label(change, near)):
            instead[change] = check
        # What both print ties a headline to its row, so the table may stand a few headings on.
        around = [row for n, found in rows.items() if abs(n - change.passage.section) <= REACH for row in found]
        if check := _headline(change, around):
            more.append(check)
    return instead, tuple(more)


def _rows_near(change: Change, rows: dict[int, list[Row]], grids: Sequence[Grid]) -> list[Row]:
    """Rows of the tables of the change's section, or of its slide: sections of the same page."""
    own = rows.get(change.passage.section, [])
    if own:
        return own
    pages = {part.page for part in change.passage.block.parts}
    found: list[Row] = []
    for grid in grids:
        if abs(grid.section - change.passage.section) <= 2 and pages & {part.page for part in grid.block.parts}:
            found.extend(rows.get(grid.section, []))
    return list(dict.fromkeys(found))
