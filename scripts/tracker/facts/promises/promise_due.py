"""By when a promise is to be kept: the dates, months and seasons of a clause, without those that name a document.

In: a clause and the day its paper came out. Out: a ``Period``, or words such as "every quarter" that have no date.
"""

from __future__ import annotations

import re
from calendar import monthrange

from tracker.facts.wording.calendar_words import MONTHS
from tracker.facts.wording.periods import Context, Period, find_periods

# "the 2022-2027 strategy", "Community Safety Plan 2023-26", "the 2024/25 delivery plan": the time is the document's.
_DOCUMENT = (
    r"(?:strateg(?:y|ies)|plans?|policy|policies|framework|programme|assessment|report|budget|charter|review"
    r"|audit|needs"
    r" assessment|agreement|vision|prospectus|survey)"
)
_NAMED_AFTER = re.compile(rf"^[\s’')]*(?:[\w&/-]+\s){{0,5}}?{_DOCUMENT}\b", re.IGNORECASE)
_NAMED_BEFORE = re.compile(rf"\b{_DOCUMENT}\s?[(,:]?\s?(?:for (?:the )?|from )?$", re.IGNORECASE)
# "contracts, which end in September, will be …": the time of what the sentence is about, not of what is promised.
_ASIDE = re.compile(r",\s(?:which|who|whose)\b[^,]{0,120},")
# A month without its year, after the word that promises: the next one that ends after the paper came out.
_COMING = re.compile(
    r"\b(?:will|would|shall|to be|to|is|are|planned|due|expected|booked|scheduled)\b[^.;]*?"
    r"\b(?P<words>(?:by|in|before|during|until|from|for|on|of|early|mid|late|this|next)[\s-](?:the )?"
    r"(?:(?:end|start|beginning|middle) of |early |mid-?|late )?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{'|'.join(month.capitalize() for month in MONTHS)}))\b"
    r"(?!\s(?:20\d\d|[Mm]eeting of))"
)


def due_of(text: str, published: str) -> Period | None:
    """The time by which, or in which, a thing is to be done: the last period that ends after the paper came out."""
    asides = [match.span() for match in _ASIDE.finditer(text)]
    periods = [p for p in find_periods(text, Context(published=published), bare_years=False) if p.end]
    later = [
        p
        for p in periods
        if (not published or p.end >= published)
        and not _is_in_a_name(text, p)
        and not any(start <= p.begin < stop for start, stop in asides)
    ]
    return later[-1] if later else _coming_month(text, published) if published else None


def day_in_cell(text: str, published: str) -> Period | None:
    """The time that a cell headed "By when" says, be it past or to come."""
    # A narrow column breaks "31/10/24" behind a stroke.
    text = re.sub(r"(?<=\d/)\s+(?=\d)", "", text)
    found = due_of(text, published)
    past = [p for p in find_periods(text, Context(published=published), bare_years=True) if p.end]
    return found or (past[-1] if past else None)


def _coming_month(text: str, published: str) -> Period | None:
    found = _COMING.search(text)
    if not found:
        return None
    month = [name.capitalize() for name in MONTHS].index(found["month"]) + 1
    year = int(published[:4]) + (month < int(published[5:7]))
    last = monthrange(year, month)[1]
    day = min(int(found["day"]), last) if found["day"] else 0
    start, end = f"{year}-{month:02}-{day or 1:02}", f"{year}-{month:02}-{day or last:02}"
    return Period(start, end, found["words"].strip(), found.start("words"), found.end("words"))


def _is_in_a_name(text: str, period: Period) -> bool:
    """Whether a period tells which strategy, plan or report is meant, not by when a thing is done."""
    before, after = text[: period.begin], text[period.finish :]
    printed = text[period.begin : period.finish]
    if not re.match(r"(?:19|20)\d\d(?:\s?[-–—/]|$)|(?:for|from)\s(?:19|20)\d\d", printed):
        return False
    article = re.search(r"\b(?:the|our|this|its|a|an|new|current|existing|draft)\s$", before, re.IGNORECASE)
    return bool(_NAMED_BEFORE.search(before) or (article and _NAMED_AFTER.match(after)))


def how_often(text: str) -> str:
    """How often, or in which season, in the words printed; "" where the text does not say."""
    found = re.search(
        r"\b(?:every (?:\w+\s)?(?:day|week|month|quarter|year|weeks|months|years)|annually|quarterly|monthly|weekly"
        r"|regularly|(?:each|once a|twice a) (?:year|quarter|month|week)|on an? (?:annual|quarterly|monthly|weekly"
        r"|regular) basis|once agreed|(?<!as )soon|(?:at least )?\w+ times (?:a|per) year|(?:early|late|mid|spring"
        r"|summer"
        r"|autumn|winter)\S*\s20\d\d|(?:over|in|during|throughout|within) the (?:next|coming|new|current)\s(?:\w+\s)?"
        r"(?:years?|months?|weeks?|quarters?)|in the (?:coming|new) year|(?:throughout|over"
        r"|during) the (?:year(?: ahead)?"
        r"|lifetime of the \w+|course of the \w+)|later (?:this|in the) year|(?:this|next) (?:financial |municipal "
        r"|calendar )"
        r"?(?:year|quarter|month|week|spring|summer|autumn|winter)|by the end of the (?:\w+ )?year|in due course)\b",
        text,
        re.I,
    )
    return found.group() if found else ""
