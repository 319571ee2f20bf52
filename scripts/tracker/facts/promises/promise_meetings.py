"""The lines that say when a body meets next, and the month a paper names as its own.

In: a line, the day its paper came out; a ``PaperContext``. Out: the day of the next meeting as a ``Period``, ISO days.
"""

from __future__ import annotations

import re

from tracker.facts.context import PaperContext
from tracker.facts.promises.promise_due import day_in_cell, due_of
from tracker.facts.wording.calendar_words import MONTH_NUMBERS, MONTHS
from tracker.facts.wording.periods import Context, Period, find_periods

MEETING = re.compile(
    r"\bdates?(?:(?:,| and| &|/)? ?(?:times?|venues?|places?|locations?))* of (?:the )?(?:next|future) meetings?\b"
    r"|^(?:next|future) (?:\w+ )?meetings?(?: dates?)?\W*$",
    re.I,
)
# "Next meeting: 27 November 2024, 1pm"
NEXT_MEETING = re.compile(
    r"(?:dates? of )?(?:the )?(?:next|future)(?=\s?:| )(?: \w+)?(?: (?:meeting|executive|panel|board|forum"
    r"|group)s?)?(?:\s?[:–-]|\s(?=(?:mon|tues|wednes|thurs|fri)day|\d))",
    re.I,
)
_WEEKDAY = re.compile(r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,?\s*|(?:[,@]|\sat\s).*$", re.I)
_TITLE_LINES, _SHORT = 5, 20
_MONTH_YEAR = re.compile(rf"\b({'|'.join(MONTHS)})\s(20\d\d)\s*$")


def day_of_meeting(text: str, published: str) -> Period | None:
    """The day that a line about the next meeting names, with or without its year."""
    return due_of(text, published) or day_in_cell(_WEEKDAY.sub("", NEXT_MEETING.sub("", text)), published)


def year_told_of(context: PaperContext) -> str:
    """The last day of the year that an annual report tells of by its title, "" where that names none."""
    periods = find_periods(context.paper.title, Context(), bare_years=False)
    return periods[-1].end if periods else ""


def month_of(context: PaperContext) -> str:
    """The first day of the month that a paper's first lines name as its own: "Published February 2025"; "" for none."""
    for placed in context.outline.blocks[:_TITLE_LINES]:
        text = placed.block.text
        if len(text.split()) <= _SHORT and (named := _MONTH_YEAR.search(text)):
            return f"{named[2]}-{MONTH_NUMBERS[named[1].lower()]:02}-01"
    return ""
