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
from tracker.facts.wording.head_areas import other_area
from tracker.facts.wording.numbers import Number, parse_cell
from tracker.facts.wording.periods import Period

Sort = Literal["aim", "before", "area", "rate", "rank"]

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
    r"[-–+]?£?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|[km]\b))?\+?"
)
# "Rank in most similar group: 3rd of 15", "Rate per 1,000 households: 4.2": another figure of what the tile is about.
_RANK = r"(?:Rank(?:ing|ed)?|Position)\b[^.:;\d]{0,50}"
_RATE = r"(?:[A-Z][a-z]+\s){1,3}per\s[\d,]+(?:\s[a-z]+){1,3}"
_LINE = re.compile(
    rf"(?:(?<=^)|(?<=[\s(|]))(?:(?P<aim>(?i:{_AIM}))|(?P<before>(?i:{_BEFORE}))|(?P<area>{_AREA})|(?P<rate>{_RATE})"
    rf"|(?P<rank>{_RANK}))\s?[:=]\s*(?:(?P<place>\d{{1,3}}(?:st|nd|rd|th)?\s(?:out\s)?of\s\d{{1,3}})|(?P<value>{_VALUE})"
    rf"|(?P<none>(?i:none(?:\sset)?|not\s[a-z]+|n/?a|tbc|nil|-|–)))(?![\w/])"
    rf"(?:\s\((?P<beside>(?:[A-Za-z]+\s){{0,3}}(?:average|mean|median|group|force|region|England|London))\s?:?\s"
    rf"(?P<there>{_VALUE})\))?"
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
        sort: Sort = next(name for name in _SORTS if match[name])
        printed = match["place"] or match["value"]
        number = parse_cell(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", printed)) if printed and sort != "aim" else None
        begin = match.start("place") if match["place"] else match.start("value")
        if number is not None:
            number = replace(number, printed=printed.strip(), begin=begin, finish=begin + len(printed.rstrip()))
        yield TileLine(sort, match[sort].strip(), number, match.start(), match.end())
        if match["there"] and (there := parse_cell(match["there"].strip())) is not None:
            there = replace(there, begin=match.start("there"), finish=match.end("there"))
            yield TileLine("area", match["beside"], there, match.start("there"), match.end())


_SORTS: tuple[Sort, ...] = ("aim", "before", "area", "rate", "rank")


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
    own, unit, sort, told = flow.name, flow.unit, flow.sort, flow.told or flow.period
    last: Draft | None = None
    for line in lines:
        number = line.number
        if number is None or not own or (line.sort == "rank") != bool(number.of):
            continue
        if line.sort in ("rate", "rank"):
            base = flow.base or own
            name = f"{base}: {line.label[0].lower()}{line.label[1:]}"
            said = Said(name=name)
        elif line.sort == "area" and last is not None and lines.index(line) and line.begin < _after(lines, line):
            name, said = last.name, Said(name=last.name)
        elif sort == sort_of(number):
            name, said = own, Said(name=own, unit=unit)
        else:
            continue
        period = told if line.sort in ("rate", "rank") else period_of_line(line, told)
        if period is None and line.sort == "before":
            continue
        draft = draft_of(context, placed, flow, "callout", 0, placed.block.text, number, said, period)
        if draft is None:
            continue
        last = replace(draft, name=name, geography=area_of_line(line, flow.place) or draft.geography)
        if line.sort == "rate":
            last = replace(last, measure="rate", unit=_per(line.label) or last.unit)
        yield last
    flow.name, flow.unit, flow.sort = own, unit, sort


def _after(lines: tuple[TileLine, ...], line: TileLine) -> int:
    """Where the line before ends, beside which a bracket tells how it is elsewhere."""
    return lines[lines.index(line) - 1].finish


def _per(label: str) -> str:
    found = re.search(r"\bper\s[\d,]+(?:\s[a-z]+)*", label)
    return found.group() if found else ""
