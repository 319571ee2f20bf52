"""Shares that sentences give to a label ("15% involved fires", "Male (88%)") against counts in tables nearby.

In: passages and tables of one paper. Out: checks. The label must be a row's or a column's, and the table must have
their total. A share that no count gives is let be, with one exception: a text that speaks of two periods together
while its share is that of the later one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.check_table_changes import rows_with_two_times
from tracker.facts.checks.matrix import is_total, views_of, words_of
from tracker.facts.checks.passages import Contents, Grid, Passage
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import decimals_of, fits, share, shown

REACH = 4
"""How many sections before or after its own a passage may speak of: a slide and its neighbours."""

_BOTH = re.compile(
    r"\b(?:over|across|in|for|during|between)\s+(?:the\s+|these\s+)?(?:two|both)\b[^.]{0,40}\b(?:quarters?|years?|periods?|months?)\b",
    re.IGNORECASE,
)
_OF_BECAME = re.compile(
    r"^\s*of (?:the |all )?(?P<whole>[^.;,()]{3,50}?) (?:(?:went|go|have gone) on to )?"
    r"(?:become|became|were|are|led to|lead to|resulted in|result in|turned into) (?P<part>[^.;,()]{3,50}?)"
    r"\s*(?:[(.,;]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Labelled:
    """A label's count and the total that it is part of."""

    words: frozenset[str]
    part: Amount
    whole: Amount
    spot: Spot
    grid: Grid


@dataclass(frozen=True)
class Twice:
    """A label's counts at two times, with the totals of these times."""

    words: frozenset[str]
    parts: tuple[Amount, Amount]
    wholes: tuple[Amount, Amount]
    spots: tuple[Spot, Spot]
    grid: Grid


def _labelled(grids: Sequence[Grid]) -> Iterator[Labelled]:
    for grid in grids:
        for m in views_of(grid):
            totals = [r for r in range(m.size[0]) if is_total(m.down[r])]
            if not totals:
                continue
            for c, head in enumerate(m.across):
                whole = m.amounts[totals[-1]][c]
                if whole is None or whole.unit != "count" or whole.value <= 0:
                    continue
                if not is_total(head) and len([h for h in m.across if is_total(h)]):
                    continue  # of a table with totals both ways, the shares of all are the shares of the total line
                for r in range(m.size[0]):
                    part = m.amounts[r][c]
                    if r not in totals and part is not None and part.unit == "count" and words_of(m.down[r]):
                        yield Labelled(words_of(m.down[r]), part, whole, m.spot(r, c), grid)


def _twice(grids: Sequence[Grid]) -> Iterator[Twice]:
    for grid in grids:
        rows = rows_with_two_times(grid)
        total = next((row for row in rows if is_total(row[0])), None)
        if total is None:
            continue
        _, t, before, after, m = total
        wholes = m.amounts[t][before], m.amounts[t][after]
        for label, r, _, _, _ in rows:
            parts = m.amounts[r][before], m.amounts[r][after]
            if r == t or not words_of(label) or None in parts or None in wholes:
                continue
            a, b, x, y = *parts, *wholes
            assert a and b and x and y
            if a.unit == b.unit == x.unit == y.unit == "count":
                yield Twice(words_of(label), (a, b), (x, y), (m.spot(r, before), m.spot(r, after)), grid)


def _window(p: Passage, a: Amount) -> str:
    """The words that say what a share is of: those before it when it stands in brackets, else those after it."""
    start, end = p.sentence_at(a.start)
    others = [b for b in p.amounts if b.unit == "%" and b is not a]
    if re.search(r"\(\s*$", p.text[start : a.start]):
        return p.text[max([start, *(b.end for b in others if b.end <= a.start)]) : a.start]
    return p.text[a.end : min([end, *(b.start for b in others if b.start >= a.end)])]


def _best(found: Sequence[Labelled | Twice]) -> list[Labelled | Twice]:
    most = max((len(f.words) for f in found), default=0)
    return [f for f in found if len(f.words) == most]


def _working(part: Fraction, whole: Fraction, a: Amount) -> str:
    exact = share(part, whole)
    assert exact is not None
    return f"{shown(part)} of {shown(whole)}: {shown(exact, decimals_of(a.step))}%"


def _of_two(p: Passage, a: Amount, twice: Sequence[Twice], together: bool) -> Check | None:
    words = words_of(_window(p, a))
    named = [t for t in _best([t for t in twice if t.words <= words]) if isinstance(t, Twice)]
    if len(named) != 1:
        return None
    t = named[0]
    parts, wholes = [x.value for x in t.parts], [x.value for x in t.wholes]
    later = fits(a, parts[1] * 100 / wholes[1]) if wholes[1] else False
    both = fits(a, sum(parts, Fraction(0)) * 100 / sum(wholes, Fraction(0)))
    own = Spot(p.block, a.start, a.end)
    spots = (own, *t.spots)
    if together:
        working = _working(sum(parts, Fraction(0)), sum(wholes, Fraction(0)), a)
        if both:
            return Check("share", "agrees", a.printed, working, "", spots)
        if later:
            why = f"{a.printed} is of the later period alone: {_working(parts[1], wholes[1], a).split(':')[0]}."
            return Check("share", "differs", a.printed, working, why, spots)
        return None
    if later:
        return Check("share", "agrees", a.printed, _working(parts[1], wholes[1], a), "", (own, t.spots[1]))
    return None


def _became(p: Passage, a: Amount, grids: Sequence[Grid]) -> Check | None:
    """ "62% of incidents become offences" beside a table with a line for each: the last time of the table."""
    match = _OF_BECAME.match(p.text[a.end :])
    if match is None:
        return None
    whole_words, part_words = words_of(match["whole"]), words_of(match["part"])
    for grid in grids:
        for m in views_of(grid):
            wholes = [c for c, head in enumerate(m.across) if words_of(head) == whole_words]
            parts = [c for c, head in enumerate(m.across) if words_of(head) == part_words]
            if len(wholes) != 1 or len(parts) != 1:
                continue
            for r in reversed(range(m.size[0])):
                part, whole = m.amounts[r][parts[0]], m.amounts[r][wholes[0]]
                if part is None or whole is None or whole.value == 0 or part.unit != "count" or whole.unit != "count":
                    continue
                if fits(a, part.value * 100 / whole.value):
                    spots = (Spot(p.block, a.start, a.end), m.spot(r, parts[0]), m.spot(r, wholes[0]))
                    return Check("share", "agrees", a.printed, _working(part.value, whole.value, a), "", spots)
    return None


def checks_of_label_shares(contents: Contents) -> tuple[Check, ...]:
    """Checks of shares whose label is a line of a table nearby."""
    labelled, twice = tuple(_labelled(contents.grids)), tuple(_twice(contents.grids))
    found: list[Check] = []
    together, section = False, -1
    for p in contents.passages:
        if p.section != section:
            together, section = False, p.section
        if p.block.kind != "list_item":
            together = bool(_BOTH.search(p.text))
        for a in p.amounts:
            if a.unit != "%" or a.near or not 0 < a.value <= 100:
                continue
            check = _of_two(p, a, [t for t in twice if abs(t.grid.section - p.section) <= 1], together)
            check = check or _became(p, a, contents.grids_of(p.section)) or _of_one(p, a, labelled)
            if check:
                found.append(check)
    return tuple(found)


def _of_one(p: Passage, a: Amount, labelled: Sequence[Labelled]) -> Check | None:
    words = words_of(_window(p, a))
    named = _best([x for x in labelled if abs(x.grid.section - p.section) <= REACH and x.words <= words])
    for x in named:
        if isinstance(x, Labelled) and fits(a, x.part.value * 100 / x.whole.value):
            working = _working(x.part.value, x.whole.value, a)
            return Check("share", "agrees", a.printed, working, "", (Spot(p.block, a.start, a.end), x.spot))
    return None
