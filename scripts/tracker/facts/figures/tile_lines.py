"""The small lines of a tile: its target, how it was before, how it is elsewhere.

In: the words of a tile ("23 Target: fewer than 30 Previous quarter: 27 ▼", "England: 7.9%").
Out: ``lines_of``: one ``TileLine`` for each labelled value, so that none is taken for another measure, and
``period_of_line`` the time that such a line tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import Draft
from tracker.facts.figures.slide_drafts import draft_of, sort_of
from tracker.facts.figures.slide_flow import Flow
from tracker.facts.figures.statement_words import Said
from tracker.facts.sections import Placed
from tracker.facts.wording.measure_words import other_area
from tracker.facts.wording.numbers import Number, parse_cell
from tracker.facts.wording.periods import Period

Sort = Literal["aim", "before", "area"]

_AIM = (
    r"(?:(?:our|the|national|local|annual|stretch|year[\s-]end|\d{4}/\d\d)\s)?"
    r"(?:targets?|goals?|ambitions?|trajectory|thresholds?|tolerance)"
)
_UNITS = r"quarter|year|month|12\smonths|twelve\smonths|3\smonths|three\smonths"
_BEFORE = (
    rf"(?:(?:the\s)?(?:previous|last|prior|preceding)\s(?:{_UNITS}|period)|(?:(?:the|this)\s)?same\s(?:quarter|period|months?|time)"
    rf"(?:\s(?:of|in))?\s(?:the\s)?(?:last|previous)\syear|(?:a|one)\syear\s(?:ago|earlier|before)|12\smonths\s(?:ago|earlier|prior))"
)
_AREA = (
    r"(?:England(?:\s(?:and|&)\sWales)?|Wales|Scotland|London|(?:[A-Z][a-z]+\s){0,2}(?:[Nn]ational|[Rr]egional|[Ff]orce|[Cc]ounty)(?:ly)?"
    r"(?:\s(?:average|figure|rate))?|(?:[A-Z][a-z]+\s){1,2}(?:average|region)|(?:statistical|similar|nearest)\s[a-z]+(?:\s[a-z]+)?)"
)
_VALUE = (
    r"(?:[<>≤≥]\s?|(?:fewer|less|more|at\sleast|under|over|up\sto)\s(?:than\s)?)?"
    r"[-–+]?£?\d[\d,]*(?:\.\d+)?\s?(?:%|[km]\b)?\+?"
)
_LINE = re.compile(
    rf"(?:(?<=^)|(?<=[\s(|]))(?:(?P<aim>(?i:{_AIM}))|(?P<before>(?i:{_BEFORE}))|(?P<area>{_AREA}))\s?[:=]\s*"
    rf"(?:(?P<value>{_VALUE})|(?P<none>(?i:none(?:\sset)?|not\s[a-z]+|n/?a|tbc|nil|-|–)))(?![\w/])"
)


@dataclass(frozen=True)
class TileLine:
    """One line: what sort it is, its label, its number (None for "n/a" and for aims), and where it stands."""

    sort: Sort
    label: str
    number: Number | None
    begin: int
    finish: int


def lines_of(text: str) -> tuple[TileLine, ...]:
    """The labelled lines of a tile, in order."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[TileLine]:
    for match in _LINE.finditer(text):
        sort: Sort = "aim" if match["aim"] else "before" if match["before"] else "area"
        number = parse_cell(match["value"].strip()) if match["value"] and sort != "aim" else None
        if number is not None:
            number = replace(number, begin=match.start("value"), finish=match.end("value"))
        yield TileLine(sort, match["aim"] or match["before"] or match["area"], number, match.start(), match.end())


def without_lines(text: str, lines: tuple[TileLine, ...]) -> str:
    """The text with such lines blanked out, every other character in its place."""
    for line in lines:
        text = f"{text[: line.begin]}{' ' * (line.finish - line.begin)}{text[line.finish :]}"
    return text


def area_of_line(line: TileLine, place: str) -> str:
    """The other area that a line tells of, "" for none."""
    return (other_area(line.label, place) or line.label) if line.sort == "area" else ""


def period_of_line(line: TileLine, period: Period | None) -> Period | None:
    """The time of a line: the tile's own, or as much earlier as its label says; None where that cannot be told."""
    if line.sort != "before" or period is None or not (period.start and period.end):
        return period if line.sort == "area" else None
    words = line.label.lower()
    length = (
        12
        if "year" in words or "12" in words or "twelve" in words
        else 1
        if "month" in words and "3" not in words
        else 3
    )
    if re.search(r"\bperiod\b", words) and "year" not in words:
        length = period.months
    if length < period.months:
        return None
    start, end = period.earlier(length)
    return replace(period, start=start, end=end, label=line.label, kind="relative") if start else None


def line_drafts(context: PaperContext, placed: Placed, flow: Flow, lines: tuple[TileLine, ...]) -> Iterator[Draft]:
    """The figures of a tile's lines: of the measure that the tile has just named, at another time or elsewhere."""
    for line in lines:
        number = line.number
        if number is None or not flow.name or flow.sort != sort_of(number):
            continue
        period = period_of_line(line, flow.told or flow.period)
        if period is None and line.sort == "before":
            continue
        said = Said(name=flow.name, unit=flow.unit)
        draft = draft_of(context, placed, flow, "callout", 0, placed.block.text, number, said, period)
        if draft is not None:
            yield replace(draft, name=flow.name, geography=area_of_line(line, flow.place) or draft.geography)
