"""The one plain sentence at the head of a figure's page, made from the data and from nothing else.

Cases come before percentages, small numbers are named as such, and no word judges: whether more is better is said by
people (``direction``), never here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from tracker.records import Indicator, Observation
from tracker.site.dates import a_year_before, in_period, months_long, period
from tracker.site.text import amount, number, unit_word

SMALL = 20
"""Below this many cases in both periods a few cases change the picture: no percentage, and the page says so."""

TOTALS = {"total", "totals", "all", "grand total", "overall", "borough total", "council total"}
PLAIN_CASES = {"case", "cases", "incident", "incidents", "offence", "offences", "crime", "crimes", "report", "reports"}


@dataclass(frozen=True)
class Comparison:
    """Two figures of one measure, the newer and the one it is compared with."""

    now: Observation
    before: Observation

    @property
    def difference(self) -> Decimal:
        """How much was added since, in the unit of the figures."""
        return Decimal(self.now.value) - Decimal(self.before.value)

    @property
    def small(self) -> bool:
        """Whether the numbers are too small for a percentage to say much."""
        return self.now.measure == "count" and max(Decimal(self.now.value), Decimal(self.before.value)) < SMALL

    @property
    def percent(self) -> str:
        """The change in percent with one decimal, "" where there is none to give."""
        before = Decimal(self.before.value)
        if before <= 0 or self.now.measure not in {"count", "money"}:
            return ""
        share = (abs(self.difference) / before * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{share.normalize():f}%"


def is_number(observation: Observation) -> bool:
    """Whether an observation has a plain value that may be counted, compared and drawn."""
    if not observation.value or observation.qualifier or observation.marker in {"c", "x", "z"}:
        return False
    try:
        Decimal(observation.value)
    except InvalidOperation:
        return False
    return True


def is_whole(observation: Observation) -> bool:
    """Whether a figure is about the whole of its measure: no breakdown, or a printed total."""
    return all(value.strip().lower() in TOTALS for _, value in observation.breakdown)


def whole_figures(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The figures about the whole, newest last, one for each period (a printing without breakdown before a total)."""
    found: dict[tuple[str, str, str, str], Observation] = {}
    for seen in sorted((o for o in observations if is_whole(o)), key=lambda o: (len(o.breakdown), o.id)):
        found.setdefault((seen.period_start, seen.period_end, seen.unit, seen.measure), seen)
    return tuple(sorted(found.values(), key=lambda o: (o.period_end, o.period_start, o.id)))


def newest(observations: Sequence[Observation]) -> Observation | None:
    """The newest figure about the whole; of periods with one end the shorter, of measures the count."""
    dated = [o for o in whole_figures(observations) if o.value or o.as_printed]
    if not dated:
        return None
    end = max(o.period_end for o in dated)
    last = [o for o in dated if o.period_end == end]
    return min(last, key=lambda o: (o.measure == "change", o.measure != "count", _length(o), o.id))


def compared(observations: Sequence[Observation], now: Observation) -> Comparison | None:
    """A figure beside the one for the same period a year before, else the one before it of the same length."""
    if not is_number(now) or not now.period_end:
        return None
    alike = [
        o
        for o in whole_figures(observations)
        if is_number(o) and o.unit == now.unit and o.measure == now.measure and o.period_end < now.period_end
        and _length(o) == _length(now) and _same_place(o, now)
    ]  # fmt: skip
    year_before = a_year_before(now.period_start, now.period_end)
    exact = [o for o in alike if (o.period_start, o.period_end) == year_before]
    chosen = exact[:1] or alike[-1:]
    return Comparison(now, chosen[0]) if chosen else None


def main_sentence(indicator: Indicator, observations: Sequence[Observation]) -> str:
    """The main message, for example "480 cases of burglary in March to May 2023, 17 more (3.7%) than a
    year earlier."; for a measure that is only printed by parts, how many figures there are."""
    now = newest(observations)
    if now is None and observations and all(("plan", "planned") in o.breakdown for o in observations):
        planned = max(observations, key=lambda o: (o.period_end, o.period_start))
        when = in_period(planned.period_start, planned.period_end, planned.period_label) if planned.period_end else ""
        return f"Planned, not reported: {_value_and_name(indicator, planned)}{' ' + when if when else ''}."
    if now is None:
        return _only_parts(observations)
    said = _value_and_name(indicator, now)
    if not now.period_end and not now.period_label:
        return f"{said}. The paper gives no period."
    said = f"{said} {in_period(now.period_start, now.period_end, now.period_label)}"
    comparison = compared(observations, now)
    return f"{said}, {change_words(comparison)}.{small_words(comparison)}" if comparison else f"{said}."


def change_words(comparison: Comparison, *, against: bool = True) -> str:
    """ "17 more (3.7%) than a year earlier", "the same as a year earlier"; percentage points for shares."""
    now, before = comparison.now, comparison.before
    earlier = f" than {_earlier(comparison)}" if against else ""
    if comparison.difference == 0:
        return f"the same as {_earlier(comparison)}" if against else "no change"
    more = comparison.difference > 0
    size = number(f"{abs(comparison.difference):f}")
    if now.measure in {"share", "change"} or now.unit == "%":
        return f"{size} percentage point{'' if size == '1' else 's'} {'more' if more else 'less'}{earlier}"
    if now.measure == "money":
        size = amount(f"{abs(comparison.difference):f}", now.unit)
        return f"{size} {'more' if more else 'less'}{_in_brackets(comparison)}{earlier}"
    if now.measure == "rank":
        return f"{_value(before)} {_earlier(comparison)}"
    if now.measure in {"rate", "average"}:
        return f"{size} {'higher' if more else 'lower'}{earlier}"
    return f"{size} {'more' if more else 'fewer'}{_in_brackets(comparison)}{earlier}"


def small_words(comparison: Comparison) -> str:
    """The warning about small numbers, with a space before it, or ""."""
    return " These are small numbers: read the cases, not the percentages." if comparison.small else ""


def shown(observation: Observation) -> str:
    """A value as a page shows it: the paper's own words where they say more than the number, else the number."""
    if observation.qualifier or not observation.value:
        return observation.as_printed or "no value"
    return _value(observation)


def _value(observation: Observation) -> str:
    return amount(observation.value, observation.unit)


def _value_and_name(indicator: Indicator, now: Observation) -> str:
    unit = unit_word(now.unit)
    if now.measure == "count" and unit.lower() in PLAIN_CASES and not now.breakdown:
        one = now.value == "1"
        noun = unit.removesuffix("s") if one else unit
        return (
            f"{shown(now)} {noun} of {indicator.title}"
            if unit.lower() not in indicator.title.lower()
            else f"{indicator.title}: {shown(now)}"
        )
    return (
        f"{indicator.title}: {shown(now)}{' ' + unit if unit and unit.lower() not in indicator.title.lower() else ''}"
    )


def _earlier(comparison: Comparison) -> str:
    now, before = comparison.now, comparison.before
    if (before.period_start, before.period_end) == a_year_before(now.period_start, now.period_end):
        return "in the 12 months before" if months_long(now.period_start, now.period_end) == 12 else "a year earlier"
    return in_period(before.period_start, before.period_end, before.period_label)


def _in_brackets(comparison: Comparison) -> str:
    return f" ({comparison.percent})" if comparison.percent and not comparison.small else ""


def _only_parts(observations: Sequence[Observation]) -> str:
    if not observations:
        return "The papers here print no figure for this measure that could be read with confidence."
    names = list(dict.fromkeys(name for o in observations for name, _ in o.breakdown))
    parts = f" by {' and '.join(name.lower() for name in names[:3])}" if names else ""
    ends = [o for o in observations if o.period_end]
    when = ""
    if ends:
        last = max(ends, key=lambda o: (o.period_end, o.period_start))
        when = f", the newest for {period(last.period_start, last.period_end, last.period_label)}"
    count = len(observations)
    return f"{count:,} figure{'' if count == 1 else 's'}{parts}{when}. The papers print no total to put first."


def _same_place(one: Observation, other: Observation) -> bool:
    """Whether two figures are about one area; a figure that names none is about the tracker's own."""
    return not one.geography or not other.geography or one.geography == other.geography


def _length(observation: Observation) -> int:
    return months_long(observation.period_start, observation.period_end)
