"""Which chart an indicator's figures make, if any: columns over time, bars by period, bars by one breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.facts.wording.calendar_words import MONTHS
from tracker.records import Indicator, Observation
from tracker.site.charts import MOST_BARS, MOST_COLUMNS, Bar, Panel, chart, columns_chart
from tracker.site.dates import day, length_in_words, months_long, period
from tracker.site.figure_tables import period_of
from tracker.site.page import heading, joined
from tracker.site.sentences import is_number, is_whole, shown, whole_figures
from tracker.site.text import unique, unit_word


def indicator_chart(indicator: Indicator, observations: Sequence[Observation]) -> str:
    """The section with an indicator's charts (HTML); "" where there is nothing to draw."""
    numbers = [o for o in observations if is_number(o) and Decimal(o.value) >= 0 and o.measure != "change"]
    whole = [o for o in whole_figures(numbers) if o.period_end]
    drawn = [piece for piece in (_series_chart(indicator, whole), _parts_chart(indicator, numbers)) if piece]
    title = "Chart" if len(drawn) == 1 else "Charts"
    return joined(heading(title, "chart"), *drawn) if drawn else ""


def _series_chart(indicator: Indicator, whole: Sequence[Observation]) -> str:
    if len(whole) < 2:
        return ""
    unit = whole[-1].unit
    groups: dict[str, list[Observation]] = {}
    for o in whole:
        if o.unit == unit and (o.geography or whole[-1].geography) == whole[-1].geography:
            groups.setdefault(length_in_words(o.period_start, o.period_end), []).append(o)
    groups = {name: group for name, group in groups.items() if len(group) > 1}
    if not groups:
        return ""
    longest = max(groups.values(), key=len)
    subtitle = ", ".join(
        unique((indicator.title, unit_word(unit) or {"%": "percent", "£": "pounds"}.get(unit, ""), whole[-1].geography))
    )
    if len(longest) > 4:
        recent = longest[-MOST_COLUMNS:]
        bars = tuple(
            Bar(_column_label(o, recent[i - 1] if i else None), Decimal(o.value), shown(o))
            for i, o in enumerate(recent)
        )
        note = f"The newest {len(recent)} of {len(longest)}; the table has all." if len(recent) < len(longest) else ""
        return columns_chart(
            "chart-1", _message(recent[-1], recent[0]), subtitle, Panel(indicator.title, bars), note=note
        )
    panels = []
    for name, group in groups.items():
        bars = tuple(
            Bar(period(o.period_start, o.period_end, o.period_label), Decimal(o.value), shown(o), o is group[-1])
            for o in group
        )
        panels.append(Panel(name.capitalize(), bars))
    first = min(groups.values(), key=lambda group: -months_long(group[-1].period_start, group[-1].period_end))
    both = " All parts have the same scale." if len(panels) > 1 else ""
    return chart("chart-1", _message(first[-1], first[0]), f"{subtitle}.{both}", panels)


def _parts_chart(indicator: Indicator, numbers: Sequence[Observation]) -> str:
    single = [o for o in numbers if len(o.breakdown) == 1 and not is_whole(o)]
    if not single:
        return ""
    end = max(o.period_end for o in single)
    name = next(o.breakdown[0][0] for o in single if o.period_end == end)
    group = [o for o in single if o.period_end == end and o.breakdown[0][0] == name]
    group = [o for o in group if (o.unit, o.period_start) == (group[0].unit, group[0].period_start)]
    if not 2 <= len(group) <= MOST_BARS or len({o.breakdown for o in group}) != len(group):
        return ""
    most = max(group, key=lambda o: Decimal(o.value))
    when = period_of(most)
    title = (
        f"{most.breakdown[0][1]}: {shown(most)} in {when}"
        if when != "no date given"
        else f"{most.breakdown[0][1]}: {shown(most)}"
    )
    bars = tuple(Bar(o.breakdown[0][1], Decimal(o.value), shown(o)) for o in group)
    subtitle = ", ".join(unique((f"{indicator.title} by {name.lower()}", unit_word(most.unit), most.geography)))
    return chart("chart-2", title, subtitle, [Panel(f"{indicator.title} by {name.lower()}", bars)])


def _message(now: Observation, before: Observation) -> str:
    unit = unit_word(now.unit)
    change = Decimal(now.value) - Decimal(before.value)
    moved = "up from" if change > 0 else "down from" if change < 0 else "the same as"
    earlier = period(before.period_start, before.period_end, before.period_label)
    return f"{shown(now)} {unit} in {period_of(now)}, {moved} {shown(before)} in {earlier}".replace("  ", " ")


def _column_label(o: Observation, before: Observation | None) -> str:
    end = day(o.period_end)
    if not end:
        return o.period_label
    months = months_long(o.period_start, o.period_end)
    if months == 12:
        start = day(o.period_start)
        return f"{end.year}" if not start or start.year == end.year else f"{start.year}/\n{end.year % 100:02}"
    last = day(before.period_end) if before else None
    year = "" if last and last.year == end.year else f"\n{end.year}"
    return f"{MONTHS[end.month - 1][:3]}{year}"
