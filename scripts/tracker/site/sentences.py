"""The one plain sentence at the head of a figure's page, made from the data and from nothing else.

Cases come before percentages, small numbers are named as such, and no word judges: whether more is better is said by
people (``direction``), never here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tracker.facts.wording.word_forms import capital
from tracker.records import Indicator, Observation
from tracker.site.dates import a_year_before, in_period, months_long
from tracker.site.parts_sentence import parts_sentence
from tracker.site.text import amount, listed, number, unique, unit_for, unit_word
from tracker.site.values import is_number, is_whole, same_place, shown, whole_figures

SMALL = 20
"""Below this many cases in both periods a few cases change the picture: no percentage, and the page says so."""

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


def newest(observations: Sequence[Observation]) -> Observation | None:
    """The newest figure about the whole; of periods with one end the shorter, of measures the count."""
    dated = [o for o in whole_figures(observations) if o.value or o.as_printed]
    if not dated:
        return None
    end = max(o.period_end for o in dated)
    last = [o for o in dated if o.period_end == end]
    return min(last, key=lambda o: (o.measure == "change", o.measure != "count", _length(o), o.id))


def compared(observations: Sequence[Observation], now: Observation) -> Comparison | None:
    """A figure beside the one for the same period a year before, else the one before it of the same length.

    None where there is no such figure, or where the series breaks between the two (marker b).
    """
    before = _earlier_figure(observations, now)
    return Comparison(now, before) if before and not is_broken(observations, before, now) else None


def not_compared_words(observations: Sequence[Observation], now: Observation) -> str:
    """Why a figure stands alone: there is none before it, or the series breaks between them."""
    broken = now.marker == "b" or _earlier_figure(observations, now) is not None
    return "Not compared: the series breaks here" if broken else "No earlier figure in these papers"


def _earlier_figure(observations: Sequence[Observation], now: Observation) -> Observation | None:
    if not is_number(now) or not now.period_end:
        return None
    alike = [
        o
        for o in whole_figures(observations)
        if is_number(o) and o.unit == now.unit and o.measure == now.measure and "" < o.period_end < now.period_end
        and _length(o) == _length(now) and same_place(o, now)
    ]  # fmt: skip
    year_before = a_year_before(now.period_start, now.period_end)
    exact = [o for o in alike if (o.period_start, o.period_end) == year_before]
    chosen = exact[:1] or alike[-1:]
    return chosen[0] if chosen else None


def is_broken(observations: Sequence[Observation], before: Observation, now: Observation) -> bool:
    """Whether the series breaks after one figure and up to another, so that they must not be compared."""
    return any(
        o.marker == "b" and o.unit == now.unit and before.period_end < o.period_end <= now.period_end
        for o in whole_figures(observations)
    )


GAP = " … "
"""Where a title has the sentence's words, the place of its number."""


def main_sentence(indicator: Indicator, observations: Sequence[Observation]) -> str:
    """The main message, for example "480 cases of burglary in March to May 2023, 17 more (3.7%) than a
    year earlier."; for a measure that is only printed by parts, the parts or between which numbers they lie."""
    now = newest(observations)
    if now is None:
        return parts_sentence(indicator, observations)
    said = _value_and_name(indicator, now)
    if not now.period_end and not now.period_label:
        return f"{said}. The paper gives no period."
    said = f"{said} {in_period(now.period_start, now.period_end, now.period_label)}"
    comparison = compared(observations, now)
    if comparison:
        return f"{said}, {change_words(comparison)}.{small_words(comparison)}{_also(observations, now)}"
    broken = " The series breaks here: earlier figures are not comparable." if now.marker == "b" else ""
    return f"{said}.{broken}{_also(observations, now)}"


def without_title(sentence: str, title: str) -> str:
    """A main sentence where the title stands beside it: "(new): 64 perpetrators in 2023" is "New: 64 …"."""
    if not sentence.startswith((f"{title}: ", f"{title} (")):
        return sentence
    rest = sentence.removeprefix(title).removeprefix(": ").strip()
    part, closed, figure = rest.removeprefix("(").partition("): ")
    return capital(f"{part}: {figure}" if rest.startswith("(") and closed else rest)


def change_words(comparison: Comparison, *, against: bool = True) -> str:
    """ "17 more (3.7%) than a year earlier", "the same as a year earlier"; percentage points for shares."""
    now, before = comparison.now, comparison.before
    earlier = f" than {_earlier(comparison)}" if against else ""
    if comparison.difference == 0:
        return f"the same as {_earlier(comparison)}" if against else "no change"
    more = comparison.difference > 0
    size = number(f"{abs(comparison.difference):f}", grouped="," in shown(now))
    if now.measure in {"share", "change"} or now.unit == "%":
        return f"{size} percentage point{'' if size == '1' else 's'} {'more' if more else 'less'}{earlier}"
    if now.measure == "money":
        size = amount(f"{abs(comparison.difference):f}", now.unit, grouped="," in shown(now))
        return f"{size} {'more' if more else 'less'}{_in_brackets(comparison)}{earlier}"
    if now.measure == "rank":
        return f"{shown(before)} {_earlier(comparison)}"
    if now.measure in {"rate", "average"}:
        return f"{size} {'higher' if more else 'lower'}{earlier}"
    return f"{size} {'more' if more else 'fewer'}{_in_brackets(comparison)}{earlier}"


def small_words(comparison: Comparison) -> str:
    """The warning about small numbers, with a space before it, or ""."""
    return " These are small numbers: read the cases, not the percentages." if comparison.small else ""


def _value_and_name(indicator: Indicator, now: Observation) -> str:
    unit, title = unit_word(now.unit), indicator.title
    if title.count(GAP) == 1 and not now.breakdown:
        # "Alcohol was removed on … occasions": the paper's own statement, with its number in its place
        return title.replace(GAP, f" {shown(now)} ").strip()
    # "Knife crime: 93", not "93 crimes of knife crime".
    named = bool(unit) and unit.lower().removesuffix("s") in title.lower()
    if now.measure == "count" and unit.lower() in PLAIN_CASES and not now.breakdown and not named:
        return f"{shown(now)} {unit_for(now.value, now.unit)} of {title}"
    return f"{title}: {shown(now)}{f' {unit_for(now.value, now.unit)}' if unit and not named else ''}"


def _earlier(comparison: Comparison) -> str:
    now, before = comparison.now, comparison.before
    if (before.period_start, before.period_end) == a_year_before(now.period_start, now.period_end):
        if months_long(now.period_start, now.period_end) != 12:
            return "a year earlier"
        # A year of the calendar is named, as the newer one is.
        return "in the 12 months before" if before.period_start[5:7] != "01" else f"in {before.period_end[:4]}"
    return in_period(before.period_start, before.period_end, before.period_label)


def _in_brackets(comparison: Comparison) -> str:
    return f" ({comparison.percent})" if comparison.percent and not comparison.small else ""


def _also(observations: Sequence[Observation], now: Observation) -> str:
    """Other values that the papers print for the same figure, so that nobody quotes the one without the other."""
    if not is_number(now):
        return ""
    others = [
        shown(o)
        for o in observations
        if is_whole(o) and is_number(o) and (o.unit, o.measure) == (now.unit, now.measure)
        and (o.period_start, o.period_end) == (now.period_start, now.period_end)
        and same_place(o, now) and not _rounds_to(o.value, now.value)
    ]  # fmt: skip
    # "It is 8.2%, having been 9.6% a year ago": the figure of a named time may be the older one.
    undated = unique(
        shown(o)
        for o in observations
        if is_whole(o) and is_number(o) and (o.unit, o.measure) == (now.unit, now.measure)
        and not o.period_end and not o.period_label and now.period_end
        and (o.source.paper, o.source.block) == (now.source.paper, now.source.block) and same_place(o, now)
    )  # fmt: skip
    also = f" The papers also print {listed(unique(others))} for it." if others and now.period_end else ""
    return also + (f" Beside it the paper prints {listed(undated)} without a date." if undated else "")


def _rounds_to(one: str, other: str) -> bool:
    """Whether two plain numbers are one, at the places that the shorter of them prints."""
    places = min(_places(one), _places(other))
    step = Decimal(1).scaleb(-places)
    return Decimal(one).quantize(step, ROUND_HALF_UP) == Decimal(other).quantize(step, ROUND_HALF_UP)


def _places(value: str) -> int:
    return len(value.partition(".")[2])


def _length(observation: Observation) -> int:
    return months_long(observation.period_start, observation.period_end)
