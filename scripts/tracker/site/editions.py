"""Editions of one report in several papers, and the measures that a later edition no longer prints.

A report is a part of a paper under its title without numbers and dates ("Performance dashboard, Quarter 1 2023/24" and
"… Quarter 2 2023/24" are one report).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.records import Observation, PaperPart, Source

_NUMBERS_AND_DATES = re.compile(
    r"\d+|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer"
    r"|autumn|winter|q|quarter|year|first|second|third|fourth|draft|final|the|of|for|to|and)\b|[^a-z\s]"
)


@dataclass(frozen=True)
class Edition:
    """One paper's printing of a report: the day of the paper (ISO) and, for each measure in it, the first place."""

    day: str
    paper: str
    places: Mapping[str, Source]


def editions_of(
    observations: Iterable[Observation], parts: Mapping[str, PaperPart], days: Mapping[str, str]
) -> Mapping[str, tuple[Edition, ...]]:
    """The editions of each report, oldest first. ``days`` are the papers' dates; papers without one are left out."""
    found: dict[str, dict[str, dict[str, Source]]] = {}
    for o in observations:
        part = parts.get(o.part)
        report = " ".join(_NUMBERS_AND_DATES.sub(" ", part.title.lower()).split()) if part else ""
        if report and days.get(o.source.paper):
            found.setdefault(report, {}).setdefault(o.source.paper, {}).setdefault(o.indicator, o.source)
    return {
        report: tuple(
            sorted(
                (Edition(days[paper], paper, places) for paper, places in papers.items()),
                key=lambda e: (e.day, e.paper),
            )
        )
        for report, papers in found.items()
    }


def printed_last(editions: Mapping[str, tuple[Edition, ...]], measure: str) -> tuple[Edition, Edition] | None:
    """The edition that printed a measure last and the one after it; None where the measure goes on.

    The later edition has to go on with another measure of the earlier one, else it is a report about something else.
    """
    holding = [e for of_report in editions.values() for e in of_report if measure in e.places]
    ended = [
        (before, after)
        for of_report in editions.values()
        for before, after in itertools.pairwise(of_report)
        if measure in before.places and before.places.keys() & after.places.keys()
    ]
    newest = max(ended, key=lambda pair: (pair[1].day, pair[1].paper), default=None)
    if newest is None or any(edition.day >= newest[1].day for edition in holding):
        return None
    return newest
