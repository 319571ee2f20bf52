"""Which chart an indicator's figures make, if any: columns over time, bars by period, bars by one breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.facts.wording.calendar_words import MONTHS
from tracker.facts.wording.word_forms import capital
from tracker.records import Indicator, Observation
from tracker.site.charts import MOST_BARS, MOST_COLUMNS, Bar, Panel, chart, columns_chart
from tracker.site.dates import day, in_its_period, length_in_words, months_long, period
from tracker.site.figure_tables import MARKERS
from tracker.site.page import heading, joined
from tracker.site.sentences import compared, is_broken
from tracker.site.text import unique, unit_for, unit_word
from tracker.site.values import is_number, is_whole, shown, whole_figures


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
        left = f"The newest {len(recent)} of {len(longest)}; the table has all." if len(recent) < len(longest) else ""
        note = " ".join(filter(None, (left, _break_note(recent))))
        return columns_chart("chart-1", _message(recent, whole), subtitle, Panel(indicator.title, bars), note=note)
    first = _group_of_message(list(groups.values()))
    panels = []
    # The panel that the chart's title speaks of stands first.
    for name, group in sorted(groups.items(), key=lambda item: item[1] is not first):
        bars = tuple(
            Bar(
                period(o.period_start, o.period_end, o.period_label) + _break_mark(o),
                Decimal(o.value),
                shown(o),
                o is group[-1],
            )
            for o in group
        )
        panels.append(Panel(name.capitalize(), bars))
    both = ". All parts have the same scale." if len(panels) > 1 else ""
    note = _break_note([o for group in groups.values() for o in group])
    return chart("chart-1", _message(first, whole), f"{subtitle}{both}", panels, note=note)


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
    title = f"{capital(most.breakdown[0][1])}: {shown(most)}{in_its_period(most)}"
    bars = tuple(Bar(o.breakdown[0][1], Decimal(o.value), shown(o)) for o in group)
    subtitle = ", ".join(unique((f"{indicator.title} by {name.lower()}", unit_word(most.unit), most.geography)))
    return chart("chart-2", title, subtitle, [Panel(f"{indicator.title} by {name.lower()}", bars)])


def _group_of_message(groups: Sequence[list[Observation]]) -> list[Observation]:
    """Of several lengths of period the one whose figures the page's first sentence compares: the newest, and of those
    the shortest (see ``newest``)."""
    end = max(group[-1].period_end for group in groups)
    newest = [group for group in groups if group[-1].period_end == end]
    return min(newest, key=lambda group: months_long(group[-1].period_start, group[-1].period_end))


def _message(drawn: Sequence[Observation], whole: Sequence[Observation]) -> str:
    """The newest figure that is drawn, beside the one that the page compares it with, else the first that is drawn."""
    now = drawn[-1]
    comparison = compared(whole, now)
    before = comparison.before if comparison and comparison.before in drawn else drawn[0]
    unit = unit_for(now.value, now.unit)
    said = f"{shown(now)}{f' {unit}' if unit else ''}{in_its_period(now)}"
    if is_broken(whole, before, now):
        return said
    change = Decimal(now.value) - Decimal(before.value)
    moved = "up from" if change > 0 else "down from" if change < 0 else "the same as"
    return f"{said}, {moved} {shown(before)}{in_its_period(before)}"


def _break_mark(o: Observation) -> str:
    return " [b]" if o.marker == "b" else ""


def _break_note(drawn: Sequence[Observation]) -> str:
    return f"[b]: {MARKERS['b']}." if any(o.marker == "b" for o in drawn) else ""


def _column_label(o: Observation, before: Observation | None) -> str:
    end = day(o.period_end)
    if not end:
        return o.period_label
    mark = _break_mark(o)
    months = months_long(o.period_start, o.period_end)
    if months == 12:
        start = day(o.period_start)
        years = f"{end.year}" if not start or start.year == end.year else f"{start.year}/\n{end.year % 100:02}"
        return years + mark
    last = day(before.period_end) if before else None
    year = "" if last and last.year == end.year else f"\n{end.year}"
    return f"{MONTHS[end.month - 1][:3]}{mark}{year}"
