"""By when a promise is to be kept: the dates, months and seasons of a clause, without those that name a document.

In: a clause, the day its paper came out and, where the paper gives it, the day of the next meeting. Out: a ``Period``,
or words such as "every quarter" that have no date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tracker.facts.promises.promise_subject import first_verb
from tracker.facts.wording.calendar_words import MONTH_NUMBERS, MONTHS, NUMBER_WORDS, shift
from tracker.facts.wording.periods import Context, Period, find_periods

# "the 2022-2027 strategy", "Community Safety Plan 2023-26", "the 2024/25 delivery plan": the time is the document's.
_DOCUMENT = (
    r"(?:strateg(?:y|ies)|plans?|policy|policies|framework|programme|assessment|report|budget|charter|review|audit"
    r"|needs assessment|agreement|vision|prospectus|survey)"
)
_NAMED_AFTER = re.compile(rf"^[\s’')]*(?:[\w&/-]+\s){{0,5}}?{_DOCUMENT}\b", re.IGNORECASE)
_NAMED_BEFORE = re.compile(rf"\b{_DOCUMENT}\s?[(,:]?\s?(?:for (?:the )?|from )?$", re.IGNORECASE)
# "contracts, which end in September, will be …": the time of what the sentence is about, not of what is promised.
# At the end of a sentence "which will be …" goes on with the promise.
_ASIDE = re.compile(
    r",\s(?:which|who|whose|some of which|many of which)\b(?:[^,]{0,120},|(?!\s(?:will|would|shall|is to|are to|is due"
    r"|are due)\b)[^,;]{0,120}?(?=,|;|\.?$))"
)
# "since February 2021": a time that is past already.
_SINCE = re.compile(r"\bsince\s(?:the\s)?(?:[\w-]+\s){0,2}$", re.IGNORECASE)
# "every child will be offered an assessment within five working days": how long each of many takes.
_EACH_OF_MANY = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]ll)\s(?!(?:the|of|partners?|members?|agenc\w+)\b)[a-z][^.;,]*?\s(?:will|would|to|is|are)\s"
)
# What is to come follows a word that promises, or a word that only says by when: "Send the list – end of January".
_PROMISES = re.compile(
    r"\b(?:will|would|shall|to|is|are|planned|due|expected|booked|scheduled|arranged|listed|set|fixed|programmed"
    r"|starts?|begins?|launch(?:es)?|opens?|resumes?|go(?:es)?|follows?|returns?|runs?|agreed|going)\b"
)
_BY = r"(?:w/c|week commencing|by|before|until|till|no later than|in time for|ready for|with effect from|w\.?e\.?f\.?)"
_IN = r"(?:in|during|from|for|on|at|to|of|over|throughout|within|early|mid|late|this|next|end)"
_PART_OF = r"(?:(?:the )?(?:end|start|beginning|middle|early part|close) of |early |mid-?\s?|late |end-? ?)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\.?,? (?:the )?)"
_HOUR = r"(?:(?:close of (?:play|business)|cop|cob|noon|midday|\d{1,2}(?:[.:]\d\d)? ?[ap]m)(?: on)?,? )"
_MEETING = r"(?:\w+ ){0,3}?(?:meetings?|board|panel|committee|cabinet|partnership|forum|group)"
# With its capital: "may" is no month.
_NAME = rf"(?-i:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
# A month without its year: the next one that ends after the paper came out.
_MONTH = re.compile(
    rf"\b(?:(?P<by>{_BY}|end of|end)|{_IN})[\s-](?:the )?{_HOUR}?{_WEEKDAY}?{_PART_OF}?(?:(?P<day>\d{{1,2}})(?:st|nd"
    rf"|rd|th)? (?:of )?)?(?P<month>{_NAME})\b(?!\s(?:20\d\d|\d\d\b|[Mm]eeting of))(?P<meeting>\s{_MEETING}\b)?",
    re.IGNORECASE,
)
# "within six months", "in two weeks' time", "in the next three months"
_LAPSE = re.compile(
    r"\b(?:within|in)\s(?:the\s)?(?:next\s|coming\s)?(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|eighteen)\s(?:working\s)?(?P<unit>day|week|month|year)s?(?:[’']s?)?(?:\stime)?\b(?!\s(?:of|to)\b)",
    re.IGNORECASE,
)
_END_OF = re.compile(
    r"\b(?:by|before|at|for)\s(?:the\s)?(?:end of |close of )?(?:the |this |next )?(?P<which>month|week|calendar year"
    r"|(?:financial |municipal |business )?year)(?:[ -]end)?\b|\bwithin the (?P<within>month|week|year)\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:by|before|in|during|at|for)\s(?:the\s)?(?:end of\s|start of\s|close of\s)?(?:Q"
    r"|[Qq]uarter\s)(?P<number>[1-4])\b(?!\s?(?:\(?20\d\d|\d\d/))"
)
_NEW_YEAR = re.compile(
    r"\b(?:(?P<start>from|by|at|before)|in|during|over|for)\s(?:the\s)?(?P<begins>(?:start"
    r"|beginning) of )?(?:the\s)?(?P<which>new|next|coming) financial year\b",
    re.IGNORECASE,
)
# "by Friday", "next Tues": the next day of that name.
_DAY_OF_WEEK = re.compile(
    r"\b(?:by|before|until|on|next)\s(?:next\s|this\s)?(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|s|sday|nesday|r|rs"
    r"|rsday|urday)?\b(?!,?\s(?:the\s)?\d)"
)
_CHRISTMAS = re.compile(r"\b(?:by|before|in time for|until|over|at)\s(?:the\s)?Christmas\b", re.IGNORECASE)
# "at the next meeting", "to the next Board", "to its next meeting"
_FOLLOWING = re.compile(
    r"\b(?:at|to|for|by|until|before|in)\s(?:the|its|our|their)\snext\s(?:(?:[\w’'-]+\s){0,4}?(?:meeting|session)\b"
    r"|(?:Board|Panel|Committee|Partnership|Forum|Group|CSP|MARAC|one)\b)|\bnext (?:board |panel )?meeting\b",
    re.IGNORECASE,
)


_SOON = 270
"""Days within which a date without its year, that opens a sentence, is taken for one to come."""


def due_of(text: str, published: str, following: str = "", promised: int = -1) -> Period | None:
    """The time by which, or in which, a thing is to be done: the last period that ends after the paper came out, else
    the next month, quarter or day that the words can mean. ``following``: the day of the next meeting, "" where the
    paper does not give it; ``promised``: where the word that promises stands, where that is known."""
    asides = [match.span() for match in _ASIDE.finditer(text)]
    printed = [
        p
        for p in find_periods(text, Context(published=published), bare_years=False)
        if not (p.label.lower().startswith("since ") or _SINCE.search(text[: p.begin]))
    ]
    periods, open_periods = [p for p in printed if p.end], [p for p in printed if p.start and not p.end]
    later = [
        p
        for p in periods
        if (not published or p.end >= published)
        and not _is_in_a_name(text, p)
        and not any(start <= p.begin < stop for start, stop in asides)
    ]
    if later:
        return later[-1]
    found = _FOLLOWING.search(text)
    if found and following and not _MONTH.match(text, found.end() + 1):
        return _period(found, following, following)
    if begun := [p for p in open_periods if p.start > published]:
        # "from April 2025": it is kept when it begins.
        return _from_then(begun[-1])
    if len(published) == len("2023-07-19"):
        return _to_come(text, date.fromisoformat(published), promised)
    # Without the paper's day the words stand alone.
    later_on = _to_come(text, date(2000, 1, 1), promised)
    return replace(later_on, start="", end="") if later_on else None


def day_in_cell(text: str, published: str, following: str = "") -> Period | None:
    """The time that a cell headed "By when" says, be it past or to come."""
    # A narrow column breaks "31/10/24" behind a stroke.
    text = re.sub(r"(?<=\d[/.])\s+(?=\d)", "", text)
    found = due_of(text, published, following)
    past = [p for p in find_periods(text, Context(published=published), bare_years=True) if p.end]
    alone = re.fullmatch(
        rf"(?:{_PART_OF})?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_NAME}(?:\s{_MEETING})?\W*", text, re.IGNORECASE
    )
    return found or (past[-1] if past else due_of(f"by {text}", published) if alone and published else None)


def _to_come(text: str, published: date, promised: int) -> Period | None:
    """A time that only the paper's own day makes one: "in May", "by the end of Q2", "within six months"."""
    word = _PROMISES.search(text)
    after = promised if promised >= 0 else word.end() if word else len(text)
    for match in reversed(list(_MONTH.finditer(text))):
        opens = match.start() == 0 and word is not None and first_verb(text) == word.start()
        due = _month(match, published)
        # "On 24 May students will show their work" in a paper of July speaks of the May before it came out
        past = opens and not match["by"] and (date.fromisoformat(due.start) - published).days > _SOON
        if (match["by"] or match["meeting"] or match.start() >= after or opens) and not past:
            return due
    readings: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = (
        (_LAPSE, _after_lapse),
        (_QUARTER, _end_of_quarter),
        (_END_OF, _end_of_span),
        (_NEW_YEAR, _financial_year),
        (_DAY_OF_WEEK, _next_day_of_week),
        (_CHRISTMAS, lambda _, day: date(day.year + ((day.month, day.day) > (12, 25)), 12, 25)),
    )
    for pattern, day_of in readings:
        found = pattern.search(text)
        if found and not (pattern is _LAPSE and _EACH_OF_MANY.search(text[: found.start()])):
            day = day_of(found, published).isoformat()
            return _period(found, day, day)
    return None


def _period(found: re.Match[str], start: str, end: str) -> Period:
    return Period(start, end, found.group().strip(" –-"), found.start(), found.end())


def _from_then(period: Period) -> Period:
    """A period that only begins, as the day or the month it begins in."""
    begins = date.fromisoformat(period.start)
    day = begins.day if re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|[/.]", period.label) else 0
    end = begins.replace(day=day or monthrange(begins.year, begins.month)[1])
    return replace(period, end=end.isoformat())


def _month(found: re.Match[str], published: date) -> Period:
    month = MONTH_NUMBERS[found["month"].lower()]
    year = published.year + (month < published.month)
    last = monthrange(year, month)[1]
    day = min(int(found["day"]), last) if found["day"] else 0
    return _period(found, f"{year}-{month:02}-{day or 1:02}", f"{year}-{month:02}-{day or last:02}")


def _after_lapse(found: re.Match[str], published: date) -> date:
    words = found["count"].lower()
    count = int(words) if words.isdigit() else NUMBER_WORDS.get(words, 1)
    unit = found["unit"].lower()
    if unit in ("day", "week"):
        return published + timedelta(days=count * (7 if unit == "week" else 1))
    return date.fromisoformat(shift(published.isoformat(), count * (12 if unit == "year" else 1)))


def _next_day_of_week(found: re.Match[str], published: date) -> date:
    wanted = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(found["name"])
    return published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)


def _end_of_quarter(found: re.Match[str], published: date) -> date:
    """The end of a financial quarter, the next one that is not over."""
    month = (6, 9, 12, 3)[int(found["number"]) - 1]
    year = published.year + (month < published.month)
    return date(year, month, monthrange(year, month)[1])


def _end_of_span(found: re.Match[str], published: date) -> date:
    which = (found["which"] or found["within"]).lower()
    if which == "week":
        return published + timedelta(days=6 - published.weekday())
    if which == "month":
        return date(published.year, published.month, monthrange(published.year, published.month)[1])
    if which == "calendar year":
        return date(published.year, 12, 31)
    return date(published.year + (published.month > 3), 3, 31)


def _financial_year(found: re.Match[str], published: date) -> date:
    """The day the financial year begins that is new or next, or ends, where a thing is done in it."""
    begun = found["which"].lower() == "new" and published.month in (4, 5)
    first = published.year - (published.month < 4) + (not begun)
    return date(first, 4, 1) if found["start"] or found["begins"] else date(first + 1, 3, 31)


def _is_in_a_name(text: str, period: Period) -> bool:
    """Whether a period tells which strategy, plan or report is meant, not by when a thing is done."""
    before, after = text[: period.begin], text[period.finish :]
    printed = text[period.begin : period.finish]
    if not re.match(r"(?:19|20)\d\d(?:\s?[-–—/]|$)|(?:for|from)\s(?:19|20)\d\d", printed):
        return False
    article = re.search(r"\b(?:the|our|this|its|a|an|new|current|existing|draft)\s$", before, re.IGNORECASE)
    return bool(_NAMED_BEFORE.search(before) or (article and _NAMED_AFTER.match(after)))


# When, in words that no calendar dates.
_UNDATED = re.compile(
    r"\b(?:every (?:\w+\s)?(?:day|week|month|quarter|year|weeks|months|years)|annually|quarterly|monthly|weekly"
    r"|regularly|(?:each|once a|twice a) (?:year|quarter|month|week)|on an? (?:annual|quarterly|monthly|weekly"
    r"|regular) basis|once agreed|(?<!as )soon|(?:at least )?\w+ times (?:a|per) year|(?:early|late|mid|spring|summer"
    r"|autumn|winter)\S*\s20\d\d|(?:over|in|during|throughout|within|from|by|at the start of"
    r"|from the start of) the (?:next|coming|new|current)\s(?:\w+\s)?(?:years?|months?|weeks?|quarters?)"
    r"|in the (?:coming|new) year|(?:throughout|over|during) the (?:year(?: ahead)?|lifetime of the \w+"
    r"|course of the \w+)|later (?:this|in the) year|(?:this|next) (?:financial |municipal |calendar )?(?:year"
    r"|quarter|month|week|spring|summer|autumn|winter)|by the end of the (?:\w+ )?year|in due course|(?:by|before"
    r"|until|from|after|over|during|in|throughout|this|next|later in) (?:the )?(?:early |late |end of )?(?:(?:spring"
    r"|summer|autumn|Easter|Christmas) (?:term|holidays?|break)|spring|summer|autumn|winter|Easter|Christmas"
    r"|half[ -]term)(?: 20\d\d)?|(?:at|to|for|by|until|before) (?:the|its|our|a) (?:next|following|future"
    r"|later) (?:[\w’'-]+ ){0,3}?meetings?|next (?:board |panel )?meeting|(?:at|in|for"
    r"|to) the next (?:[\w’'-]+ ){0,2}(?:forum|session|newsletter)|the following (?:day|week|month)"
    r"|as soon as possible|ASAP|immediately|with immediate effect|(?:later )?this (?:week|month)|next (?:week|month)"
    r"|within the (?:week|month|year)|in the coming (?:weeks|months)|(?:outside of|after|following) the meeting)\b",
    re.IGNORECASE,
)


def how_often(text: str) -> str:
    """How often, or in which season, in the words printed; "" where the text does not say."""
    found = _UNDATED.search(text)
    return found.group() if found else ""
