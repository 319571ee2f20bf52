"""Observations against each other: one measure and period in two places, and years that roll on by a quarter.

In: observations of one paper or of several. Out: findings. Two printings of one measure, breakdown, period and unit are
compared when both are exact. A rolling year is worked forward: the 12 months to February, less March to May of the year
before, plus March to May of this year, are the 12 months to May.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from tracker.facts.checks.check_record import Verdict
from tracker.facts.wording.calendar_words import shift
from tracker.facts.wording.rounding import shown
from tracker.records import Finding, Observation

CLOSE = Fraction(1, 4)
"""How far apart, as a share of the larger, two values may be and still be taken for two printings of one figure:
further apart, two things that share a name are likelier."""

Key = tuple[str, tuple[tuple[str, str], ...], str, str, str, str, str]


def _home(observations: Sequence[Observation]) -> str:
    """The place that most figures are about; a figure that names no place is about it."""
    named = Counter(o.geography for o in observations if o.geography)
    return min(named, key=lambda place: (-named[place], place)) if named else ""


def _key(o: Observation, home: str) -> Key:
    return o.indicator, o.breakdown, o.period_start, o.period_end, o.unit, o.measure, o.geography or home


def exact(o: Observation) -> bool:
    """Whether a figure is sure, dated and a plain number, so that it can be held against another."""
    return (
        o.trust != "unsure"
        and not o.marker
        and not o.qualifier
        and bool(o.value and o.period_start and o.period_end)
        and o.measure in ("count", "money", "share", "rate")
    )


def _value(o: Observation) -> Fraction:
    return Fraction(o.value)


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def same(a: Observation, b: Observation) -> bool:
    """Whether two values are equal, or one the rounding of the other."""
    x, y = _value(a), _value(b)
    step = Fraction(1, 10 ** min(_decimals(a.value), _decimals(b.value)))
    return x == y or (a.measure != "count" and abs(x - y) * 2 <= step)


def finding(
    kind: str, verdict: Verdict, stated: Observation, working: str, why: str, others: Sequence[Observation]
) -> Finding:
    """The finding that ``stated`` agrees with, or differs from, what ``others`` give; its id is made of theirs."""
    names = "|".join((stated.id, *(o.id for o in others)))
    key = hashlib.sha256(f"{kind}|{names}".encode()).hexdigest()[:8]
    return Finding(
        id=f"{stated.source.paper}-check-{key}",
        kind=kind,
        verdict=verdict,
        what=", ".join(part for part in (stated.indicator.replace("-", " "), stated.period_label) if part),
        stated=stated.as_printed,
        worked_out=working,
        explanation=why,
        about=tuple(dict.fromkeys((stated.id, *(o.id for o in others)))),
        sources=tuple(dict.fromkeys((stated.source, *(o.source for o in others)))),
    )


def where(o: Observation, beside: Observation) -> str:
    """The page of a figure, with its paper where that is another than ``beside`` has."""
    page = f"page {o.source.printed or o.source.page}"
    return page if o.source.paper == beside.source.paper else f"{o.source.paper}, {page}"


def comparable(a: Observation, b: Observation) -> bool:
    """Whether two printings may be of one figure: two sentences of one part mostly speak of two things that share a
    name, and shares in sentences have bases that names do not tell."""
    in_sentences = a.kind == b.kind == "sentence"
    if in_sentences and (a.part == b.part or a.measure == "share"):
        return False
    low, high = sorted((abs(_value(a)), abs(_value(b))))
    return high - low <= high * CLOSE


def conflicts(observations: Sequence[Observation], *, across: bool = False) -> Iterator[Finding]:
    """One measure and period with two values. ``across`` looks only between papers, otherwise only inside one."""
    groups: dict[Key, list[Observation]] = {}
    home = _home(observations)
    for o in observations:
        if exact(o):
            groups.setdefault(_key(o, home), []).append(o)
    for group in groups.values():
        first = group[0]
        told: set[str] = set()
        for o in group[1:]:
            if same(first, o) or o.value in told or o.source.block == first.source.block:
                continue
            if across == (o.source.paper == first.source.paper):
                continue
            if not comparable(first, o):
                continue
            told.add(o.value)
            why = f"The same measure and period, {first.period_label or first.period_end}, in two places."
            yield finding("two places", "differs", first, f"{o.as_printed} on {where(o, first)}", why, (o,))


def rolled(observations: Sequence[Observation]) -> Iterator[Finding]:
    """12 months worked forward by three: agrees, or differs by a little, as when figures are revised."""
    home = _home(observations)
    by_period: dict[tuple[str, tuple[tuple[str, str], ...], str, str], dict[tuple[str, str], Observation]] = {}
    for o in observations:
        if exact(o) and o.measure == "count":
            series = by_period.setdefault((o.indicator, o.breakdown, o.unit, o.geography or home), {})
            series.setdefault((o.period_start, o.period_end), o)
    for series in by_period.values():
        for (start, end), later in series.items():
            if _day_before(shift(start, 12)) != end:
                continue  # not twelve months
            quarter = shift(start, 9)
            earlier = series.get((shift(start, -3), _day_before(quarter)))
            new = series.get((quarter, end))
            old = series.get((shift(quarter, -12), _day_before(start)))
            if earlier is None or new is None or old is None:
                continue
            gives = _value(earlier) - _value(old) + _value(new)
            working = f"{earlier.as_printed} − {old.as_printed} + {new.as_printed} = {shown(gives)}"
            others = (earlier, old, new)
            if gives == _value(later):
                yield finding("rolled forward", "agrees", later, working, "", others)
            elif abs(gives - _value(later)) * 20 <= _value(later):
                why = "Figures are often revised from month to month, which may explain it."
                yield finding("rolled forward", "differs", later, working, why, others)


def _day_before(first: str) -> str:
    """The last day of the month before the one that begins on ``first``."""
    return (date.fromisoformat(first) - timedelta(days=1)).isoformat()
