"""Figures printed on charts: each value with its category, the measure and period from the chart's title and slide.

In: a ``PaperContext``. Out: drafts for every figure block whose values and categories match one to one, and the places
of figures with numbers that did not.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.context import PaperContext
from tracker.facts.figures.captions import names_source
from tracker.facts.figures.chart_labels import Reading, read_chart
from tracker.facts.figures.chart_words import Value
from tracker.facts.figures.drafts import NO_PERIOD, Draft, Found
from tracker.facts.figures.head_periods import month_in
from tracker.facts.figures.head_words import PER
from tracker.facts.figures.reported_time import time_of_page
from tracker.facts.figures.surroundings import Surroundings, surroundings_of
from tracker.facts.places import page_of, source_of_label
from tracker.facts.sections import Placed
from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH
from tracker.facts.wording.head_areas import other_area, strip_place
from tracker.facts.wording.measure_words import counted_noun, measure_of
from tracker.facts.wording.number_qualifiers import Qualifier
from tracker.facts.wording.numbers import parse_cell
from tracker.facts.wording.periods import Context, Period, find_periods, month_alone, period_of, without_periods
from tracker.facts.wording.topics import Topic, in_per_cent, led_topic, topic_of
from tracker.records import Measure, Source

_ABOUT = re.compile(r"\bapprox(?:imate(?:ly)?|\.)?|\bestimated?\b|\babout\b", re.IGNORECASE)
_TIME_ONLY = re.compile(r"(?:the|for|of|year|total|all|quarter|\s)*", re.IGNORECASE)
# Numbers that a figure must hold before it is worth naming as not understood.
_NUMBERS_MIN = 3


def observe_charts(context: PaperContext) -> Found:
    """All values printed on the charts of a paper."""
    drafts: list[Draft] = []
    missed: list[int] = []
    for placed in context.outline:
        if placed.block.kind != "figure":
            continue
        found = observe_chart(context, placed)
        drafts.extend(found)
        if not found and sum(parse_cell(label.text) is not None for label in placed.block.labels) >= _NUMBERS_MIN:
            missed.append(placed.index)
    return Found(tuple(drafts), not_understood=tuple(missed))


def observe_chart(context: PaperContext, placed: Placed) -> tuple[Draft, ...]:
    """The values of one chart, in the order of its categories."""
    block = placed.block
    around = surroundings_of(context, placed)
    reading = read_chart(block.labels, "" if names_source(block.caption) else block.caption)
    if reading is None:
        return ()
    title = reading.title or around.caption
    topic = _topic(title, around)
    if not topic.text:
        return ()
    whole = (
        period_of(title, around.context, bare_years=True)
        or around.period()
        or time_of_page(page_of(context.paper, placed.page))
    )
    anchor = _anchor(reading, around.context, whole)
    drafts = []
    for category, value in reading.pairs:
        year = whole if whole and whole.months == 12 else around.context.year
        inner = Context(anchor=anchor, year=year, published=around.context.published)
        # "Mar 23, Opiate": a name ends a date, a year beside a quarter is of it
        dated = re.search(r"\d", value.series) or month_alone(value.series)
        both = f"{category}{' ' if dated else ', '}{value.series}".strip(" ,")
        period = (
            _months_of(title or " ".join(around.headings[-1:]), both)
            or _period(both, inner)
            or _month(category, replace(inner, anchor=whole))
            or whole
        )
        breakdown = tuple(
            (dimension, words)
            for dimension, text in ((_dimension(topic, reading), category), ("series", value.series))
            if (words := _category(text, inner, whole, around.place))
        )
        measure, unit = _measure(value, topic, title or " ".join(around.headings[-1:]), reading)
        drafts.append(
            Draft(
                name=topic.text,
                value=value.number.value,
                printed=value.printed,
                source=_source(context, placed, value),
                index=placed.index,
                kind="chart",
                period=period or NO_PERIOD,
                breakdown=breakdown,
                measure=measure,
                unit=unit,
                qualifier=value.number.qualifier or _near(title),
                geography=other_area(both, around.place) or around.place,
                quote=f"{title} › {category}" + (f" › {value.series}" if value.series else ""),
            )
        )
    return tuple(drafts)


def _category(text: str, context: Context, whole: Period | None, place: str) -> str:
    """What is left of a category's words beside its period and the tracker's own place."""
    if _month(text, replace(context, anchor=whole)):
        return ""
    if not _dated(text, context):
        words = text.strip(" *:†")
        return "" if words.lower() == place.lower() else words
    words = strip_place(without_periods(text, context), place).strip(" *:†")
    if words.lower() == place.lower() or _TIME_ONLY.fullmatch(words):
        return ""
    return words


def _month(category: str, context: Context) -> Period | None:
    """A month without its year lies in the period of the chart."""
    return month_in(category, context) if month_alone(category) else None


# A stretch of the year that names no year: "April to December", "12 months to March", "at 31 March".
_MONTHS_ALONE = re.compile(
    rf"\b(?:{MONTH}\s*(?:to|[–-])|(?:\w+\s+months?|years?)\s+(?:to|ending|ended)|(?:as\s+)?at)\s*"
    rf"(?:the\s+)?(?:end\s+of\s+)?(?:\d\d?(?:st|nd|rd|th)?\s+)?{MONTH}\b(?!\s*['’]?\d)",
    re.IGNORECASE,
)


def _months_of(title: str, category: str) -> Period | None:
    """Such a stretch in the title and a year beside the value: that stretch of that year."""
    months = _MONTHS_ALONE.search(title)
    year = re.search(rf"(?<![\d/–-]){FULL_YEAR}(?![\d/–-])", category)
    return period_of(f"{months.group()} {year.group()}") if months and year else None


def _near(title: str) -> Qualifier:
    return "about" if _ABOUT.search(title) else ""


def _topic(title: str, around: Surroundings) -> Topic:
    """What the chart shows; a title of general words is led by the title of its slide or section."""
    own = topic_of(title, around.place)
    above = around.title_topic()
    if not own.text:
        return above
    return replace(own, text=led_topic(own.text, above.text, around.place))


def _anchor(reading: Reading, context: Context, whole: Period | None) -> Period | None:
    """The dated period among the categories, which "12 months prior" beside it is counted from."""
    for category, _ in reading.pairs:
        for period in find_periods(category, context, bare_years=True):
            if period.start and period.end and period.kind != "relative":
                return period
    return whole


def _dated(category: str, context: Context) -> bool:
    return _period(category, context) is not None


def _period(category: str, context: Context) -> Period | None:
    return next((p for p in find_periods(category, context, bare_years=True) if p.dated), None)


def _measure(value: Value, topic: Topic, title: str, reading: Reading) -> tuple[Measure, str]:
    axis = " ".join(reading.rest)
    promised, unit = measure_of(
        f"{title} {axis}" if topic.measure == "count" and topic.measure == measure_of(axis)[0] else title
    )
    if topic.measure == "change" or "percentage point" in axis.lower():
        return "change", "percentage points" if "point" in f"{title} {axis}".lower() else "%"
    if value.number.unit == "%" or in_per_cent(title):
        return "share", "%"
    if value.number.unit == "GBP" or "£" in axis:
        return "money", "GBP"
    if promised in ("average", "rate"):
        per = PER.search(f"{title} {axis}")
        return promised, f"per {per[1]}" if promised == "rate" and per else unit
    if "%" in axis:
        return "share", "%"
    return "count", counted_noun(axis) or unit or counted_noun(topic.text)


def _dimension(topic: Topic, reading: Reading) -> str:
    if topic.dimensions:
        return topic.dimensions[0].lower()
    for words in reading.rest:
        text = words.strip().lower()
        if (
            text
            and len(text) <= 24
            and re.fullmatch(r"[a-z][a-z ]+", text)
            and not counted_noun(text)
            and text not in ("period", "percentage points", "number", "count")
        ):
            return text
    return "group"


def _source(context: PaperContext, placed: Placed, value: Value) -> Source:
    source = source_of_label(context.paper_id, context.paper, placed.block, value.index)
    if value.part == placed.block.labels[value.index].part:
        return source
    return source.model_copy(update={"boxes": (value.part,), "words": value.printed})
