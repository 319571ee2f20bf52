"""Days of an agenda that do not hold together: a weekday that the date does not fall on, a deadline "by the third
working day before" that is named with another day.

In: a context, the part that holds the front sheet and the meeting's day. Out: findings that differ; agreement is
silent. Near bank holidays nothing is said, since which days are worked is not printed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.wording.days import Day, days_in
from tracker.records import Block, Finding

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),?\s*(?:the\s*)?$", re.IGNORECASE)
_COUNTS = {word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven"), start=1)}
_COUNTS |= {word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), start=1)}
_BEFORE = re.compile(
    rf"\b(?P<count>\d|{'|'.join(_COUNTS)})(?:st|nd|rd|th)?\s+(?:clear\s+)?working\s+days?"
    r"\s+(?:before|prior to|in advance)",
    re.IGNORECASE,
)


def day_findings(context: PaperContext, span: Span, meeting: str, held: str) -> tuple[Finding, ...]:
    """Findings about the days that the part prints; ``meeting`` is the id, ``held`` the ISO day of its meeting."""
    found: list[Finding] = []
    for placed in span.blocks:
        block = placed.block
        if block.kind in ("table", "figure"):
            continue
        days = days_in(block.text)
        found.extend(_weekdays(context, block, days, meeting))
        deadline = _BEFORE.search(block.text)
        stated = next((d for d in days if deadline and d.start > deadline.end() and d.iso < held), None)
        if deadline and stated and "clear" not in deadline[0].lower():
            count = _COUNTS.get(deadline["count"].lower()) or int(deadline["count"])
            due = _working_day_before(datetime.date.fromisoformat(held), count)
            if due and due.isoformat() != stated.iso:
                found.append(
                    Finding(
                        id=f"finding-{meeting}-deadline",
                        kind="deadline",
                        verdict="differs",
                        stated=stated.iso,
                        worked_out=due.isoformat(),
                        explanation="Counted in working days before the meeting, it is another day.",
                        about=(meeting,),
                        sources=(
                            context.source(block, deadline.start(), deadline.end()),
                            context.source(block, stated.start, stated.end),
                        ),
                    )
                )
    return tuple({f.id: f for f in found}.values())


def _weekdays(context: PaperContext, block: Block, days: tuple[Day, ...], meeting: str) -> Iterator[Finding]:
    for day in days:
        named = _NAMED.search(block.text[: day.start])
        falls = _WEEKDAYS[datetime.date.fromisoformat(day.iso).weekday()]
        if named and named[1].lower() != falls:
            yield Finding(
                id=f"finding-{meeting}-weekday-{day.iso}",
                kind="weekday",
                verdict="differs",
                stated=f"{named[1].capitalize()} {day.iso}",
                worked_out=f"{falls.capitalize()} {day.iso}",
                explanation="The date falls on another day of the week.",
                about=(meeting,),
                sources=(context.source(block, named.start(1), day.end),),
            )


def _working_day_before(day: datetime.date, count: int) -> datetime.date | None:
    """The so-many-th working day before a day; None where a bank holiday may lie between."""
    while count:
        day -= datetime.timedelta(days=1)
        if _may_be_holiday(day):
            return None
        count -= day.weekday() < 5
    return day


def _may_be_holiday(day: datetime.date) -> bool:
    """Whether a day may be a bank holiday of England and Wales: Easter's range, Mondays of May and late August, the
    turn of the year."""
    turn = (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 4)
    easter = (3, 20) <= (day.month, day.day) <= (4, 27) and day.weekday() in (0, 4)
    monday = day.weekday() == 0 and (day.month == 5 or (day.month == 8 and day.day >= 25))
    return turn or easter or monday
