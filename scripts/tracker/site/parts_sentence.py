"""The sentence at the head of a measure that no paper prints as a whole: by groups, by ranks, as a range, as a plan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.records import Indicator, Observation
from tracker.site.dates import in_its_period
from tracker.site.text import counted, listed, unit_for
from tracker.site.values import is_number, shown

PLAN = ("plan", "planned")
"""How a figure says of itself that it is a plan and no report."""
MOST_NAMED = 3
"""So many parts are named one by one; of more, the least and the most."""
KINDS_ALONE = {"measure", "type", "group", "rank", "area"}
"""Heads of breakdowns that say nothing which the part itself does not say."""


def parts_sentence(indicator: Indicator, observations: Sequence[Observation]) -> str:
    """What is said of a measure without a figure about the whole; "could not be read" where there is none at all."""
    if not observations:
        return "The papers here print no figure for this measure that could be read with confidence."
    reported = [o for o in observations if PLAN not in o.breakdown]
    if not reported:
        return _planned(indicator, observations)
    group = _newest_group(reported)
    when = in_its_period(group[0])
    ending = "" if when else " The paper gives no period."
    if (spread := _range(group)) is not None:
        return f"{indicator.title}: {spread}{_and_unit(indicator, group[-1])}{when}.{ending}"
    if len(group) == 1:
        return f"{indicator.title}{_which(indicator, group[0])}{when}.{ending}"
    if len(group) <= MOST_NAMED:
        first, *others = group
        unit = _and_unit(indicator, first)
        named = listed([f"{shown(first)}{unit} ({_part(first)})", *(f"{shown(o)} ({_part(o)})" for o in others)])
        return f"{indicator.title}: {named}{when}.{ending}"
    return f"{_least_and_most(indicator, group)}{when}.{ending or ' The papers print no total to put first.'}"


def _newest_group(observations: Sequence[Observation]) -> list[Observation]:
    """The figures of the newest period that are alike: one set of breakdowns, one unit, one measure; each part once.

    Of several sets the one with the fewest breakdowns comes first, then counts, then what the papers print first.
    """
    end = max((o.period_end, o.period_start) for o in observations)
    newest = [o for o in observations if (o.period_end, o.period_start) == end]
    sets: dict[tuple[object, ...], dict[tuple[tuple[str, str], ...], Observation]] = {}
    for o in newest:
        names = tuple(name for name, _ in o.breakdown)
        sets.setdefault((names, o.unit, o.measure, o.geography), {}).setdefault(o.breakdown, o)
    groups = [sorted(parts.values(), key=_place) for parts in sets.values()]
    return min(groups, key=lambda g: (g[0].measure == "change", len(g[0].breakdown), g[0].measure != "count"))


def _place(o: Observation) -> tuple[object, ...]:
    """Where a figure stands, so that parts come in the order in which the paper prints them."""
    box = o.source.boxes[0].bbox if o.source.boxes else (0.0, 0.0, 0.0, 0.0)
    return (o.source.paper, o.source.page, round(box[1]), box[0], o.id)


def _planned(indicator: Indicator, observations: Sequence[Observation]) -> str:
    """A number that is promised, and that nothing is reported of it yet."""
    planned = max(observations, key=lambda o: (o.period_end, o.period_start))
    said = f"{indicator.title}: {shown(planned)}{_and_unit(indicator, planned)} planned{in_its_period(planned)}"
    return f"{said}. The papers here do not report what came of it."


def _range(group: Sequence[Observation]) -> str | None:
    """ "3 to 4" for two figures that a paper prints as the ends of a range, None for others."""
    ends = {dict(o.breakdown).get("range"): o for o in group}
    if len(group) != 2 or not {"lower", "upper"} <= set(ends):
        return None
    return f"{shown(ends['lower'])} to {shown(ends['upper'])}"


def _which(indicator: Indicator, o: Observation) -> str:
    """One figure of one part: "(new): 64 perpetrators", "4th lowest of all boroughs" for a rank."""
    value = shown(o)
    if o.measure == "rank":
        words = dict(o.breakdown).get("rank", "")
        # "4th lowest" and "lowest of all boroughs" say one word twice.
        last = value.split()[-1:] or [""]
        rest = words.removeprefix(last[0]).strip() if words.startswith(last[0]) else words
        return f": {f'{value} {rest}'.strip()}"
    part = _part(o)
    known = part.lower() in indicator.title.lower()
    return f"{'' if known else f' ({part})'}: {value}{_and_unit(indicator, o)}"


def _least_and_most(indicator: Indicator, group: Sequence[Observation]) -> str:
    """How many parts there are, and between which numbers they lie."""
    names = [name.lower() for name, _ in group[0].breakdown]
    by = f" by {listed(names)}" if all(len(name) > 2 for name in names) else ""
    count = f"{counted(len(group), 'figure')}{by}"
    numbers = sorted((o for o in group if is_number(o)), key=lambda o: Decimal(o.value))
    if len(numbers) < 2 or numbers[0].value == numbers[-1].value:
        return count
    least, most = _end(numbers[0], numbers), _end(numbers[-1], numbers, _and_unit(indicator, numbers[-1]))
    return f"{count}, from {least} to {most}"


def _end(o: Observation, group: Sequence[Observation], unit: str = "") -> str:
    """The least or the most; named only where it is one part's alone."""
    alone = sum(Decimal(other.value) == Decimal(o.value) for other in group) == 1
    return f"{shown(o)}{unit}" + (f" ({_part(o)})" if alone else "")


def _part(o: Observation) -> str:
    return ", ".join(value if name.lower() in KINDS_ALONE or not value.isdecimal() else f"{name} {value}"
                     for name, value in o.breakdown)  # fmt: skip


def _and_unit(indicator: Indicator, o: Observation) -> str:
    """The unit with a space before it, "" where the title says it already."""
    unit = unit_for(o.value, o.unit)
    return f" {unit}" if unit and unit.lower() not in indicator.title.lower() else ""
