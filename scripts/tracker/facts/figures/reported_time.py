"""The year or quarter that a report tells of, by its title or by the short lines under it.

In: titles and the blocks that a part begins with. Out: ``Reported``: the financial or calendar year and the quarter,
each None where neither the title nor a line under it names one. "Performance dashboard" over "Quarter 2 2024/25" and
"Quarterly dashboard to the end of March 2024" tell of a quarter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from tracker.facts.sections import Placed
from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH
from tracker.facts.wording.periods import Period, find_periods, period_of, without_periods
from tracker.facts.wording.sentences import sentences
from tracker.records import Block, Page

# So many blocks of a part's beginning are its title and what stands under it …
_OPENING = 6
# … and in so many its first texts may say of what time all figures are, unless another is named.
OPENING_TEXTS = 12
# … lines of so many words at most, times left out, that are no sentences.
_LINE_WORDS = 14
# Lines that say when something is held, published or read, not what time is told of.
_OTHER_TIMES = re.compile(
    r"\b(?:meeting|published|publication|extracted|produced|updated|version|(?<!year\sin\s)(?<!year\sof\s)review|agenda|committee|dated?|date|by"
    r"|from|since|strategy|plan|municipal|council\s+year|next|due|until)\b|@|\bat\s+\d",
    re.IGNORECASE,
)
# "Quarterly dashboard to the end of March 2024".
_QUARTERLY_TO = re.compile(
    rf"\bquarter(?:ly)?\b.{{0,60}}?\b(?:to|ending|ended|until)\s+(?:the\s+)?(?:end\s+of\s+)?"
    rf"(?P<end>(?:\d\d?(?:st|nd|rd|th)?\s+)?{MONTH}\s+{FULL_YEAR})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reported:
    year: Period | None = None
    quarter: Period | None = None
    covers: Period | None = None
    """The time that a line headed "Reporting period" names."""
    position: Period | None = None
    """The day or month up to which a line says that its figures are told."""


def reported(title: str, opening: Sequence[Block]) -> Reported:
    """What the title says, and of what it leaves open what the lines under it say."""
    return _reported((title, *_lines(opening)))


def time_below(blocks: Sequence[Placed]) -> Period | None:
    """The quarter, else the year, that the lines under a part's title name."""
    told = reported("", [placed.block for placed in blocks[:OPENING_TEXTS]])
    return told.quarter or told.year


def if_over(told: Period | None, published: str) -> Period | None:
    """The year that a report tells of; None where it is not over when the paper comes out: a plan "refreshed for
    2025/26" that comes out in June 2025 tells of what was done before."""
    return None if told and told.months == 12 and told.start <= published[:10] <= told.end else told


def time_of_page(page: Page) -> Period | None:
    """The quarter or year that a page's running head or foot names: "Annual report 2023/24"."""
    wide = page.width > page.height
    lines = [b.text for b in page.blocks if b.kind in ("heading", "paragraph")] if wide else []
    times = [text for text in lines if _is_time(text)]
    if len({(p.start, p.end) for text in times for p in find_periods(text)}) > 1:
        # years in a row are the places of a chart
        times = []
    heads = (
        *(b.text for b in page.blocks if b.kind == "furniture" and b.role == "running_head"),
        *(text for text in lines if text in times or _SLICER.search(text)),
    )
    return next(
        (
            period
            for text in heads
            if _SLICER.search(text) or not _OTHER_TIMES.search(text)
            for period in find_periods(text)
            if period.start and period.end and period.months in (3, 12)
        ),
        None,
    )


# What is chosen at the top of a dashboard: "Financial year: 2023/24".
_SLICER = re.compile(
    r"\b(?:(?:financial|calendar|reporting)\s+(?:year|period)|period|date\s+range|quarter)\s?:\s", re.IGNORECASE
)


def tells_of_a_year(title: str, opening: Sequence[Block]) -> bool:
    """Whether a title, or a line under it, says that this is the report of a year."""
    lines = tuple(_lines(opening))
    return any(_YEARS_REPORT.search(text) for text in (title, *lines)) or any(
        p.months == 12 for text in lines if _is_time(text) for p in find_periods(text)
    )


def _is_time(text: str) -> bool:
    """Whether a line names a time and nothing else: "1 April 2023 – 31 March 2024", "Financial year: 2023/24"."""
    return bool(find_periods(text)) and _ONLY_TIME.fullmatch(without_periods(text)) is not None


_ONLY_TIME = re.compile(
    r"(?:\b(?:financial|calendar|reporting|years?|quarters?|period|date|range|data|figures?|for|the|of|to|covered|covering|results)\b"
    r"|[\W_])*",
    re.IGNORECASE,
)


# "Annual report 2023/24", "Our year in review".
_YEARS_REPORT = re.compile(
    r"\b(?:annual\s(?:\w+\s){0,2}(?:report|review|update)|end\sof\syear\s(?:report|review)|(?:our|the)\syear\sin\b"
    r"|year\sin\sreview|review\sof\s(?:the\s)?(?:year|20\d\d))\b",
    re.IGNORECASE,
)


def calls_itself_dashboard(blocks: Sequence[Placed]) -> bool:
    """Whether a line under a part's title says that it is a dashboard."""
    return any(
        re.search(r"\bdashboard\b", line, re.IGNORECASE) for line in _lines([p.block for p in blocks[:_OPENING]])
    )


@lru_cache(maxsize=256)
def _reported(texts: tuple[str, ...]) -> Reported:
    # The title's own year is kept as it always was: a line under it adds the quarter, or the year it does not name.
    named = period_of(texts[0], bare_years=False)
    year = named if named and (named.kind == "year" or (named.kind == "span" and named.months == 12)) else None
    quarter = next(_quarters(texts), None)
    for text in texts[1:]:
        if year is None and quarter is None:
            year = next(
                (
                    p
                    for p in find_periods(text)
                    if p.months == 12 and (p.kind == "year" or _COVERS.search(text) or _is_time(text))
                ),
                None,
            )
    if year is None and quarter is not None and quarter.start:
        year = _year_of(quarter)
    covers = next(
        (p for text in texts if _PERIOD_LINE.match(text) for p in find_periods(text) if p.start and p.end), None
    )
    return Reported(year, quarter, covers, next(_positions(texts), None))


_PERIOD_LINE = re.compile(r"(?:reporting\s+period|period(?:\s+(?:covered|of\s+report))?)\s*[:–-]", re.IGNORECASE)


# "Position at the end of September 2023", "Data to October 2023".
_POSITION = re.compile(
    r"\b(?:position|data|figures|performance|results|information|snapshot|correct|accurate)\b.{0,30}?"
    r"\b(?:at|to|until|ending)\s+(?:the\s+)?(?:end\s+of\s+)?(?P<when>\S.*)",
    re.IGNORECASE,
)


def _positions(texts: Iterable[str]) -> Iterator[Period]:
    for text in texts:
        match = _POSITION.search(text)
        found = period_of(match["when"], bare_years=False) if match else None
        if found and found.kind in ("day", "month"):
            yield found


def _quarters(texts: Iterable[str]) -> Iterator[Period]:
    for text in texts:
        if match := _QUARTERLY_TO.search(text):
            if found := period_of(f"3 months to {match['end']}"):
                yield replace(found, label=match.group(), kind="quarter")
            continue
        for period in find_periods(text):
            if period.start and period.end and period.months == 3 and period.kind in ("quarter", "span"):
                yield replace(period, kind="quarter")


def _year_of(quarter: Period) -> Period:
    first = int(quarter.start[:4]) - (quarter.start[5:7] < "04")
    return Period(f"{first}-04-01", f"{first + 1}-03-31", f"{first}/{(first + 1) % 100:02d}", kind="year")


def _lines(opening: Sequence[Block]) -> Iterator[str]:
    """The short lines that a part begins with, up to its first text or table; what its first texts say of its time."""
    for n, (block, below) in enumerate(zip_longest(opening[:_OPENING], opening[1:_OPENING])):
        if not _is_line(block):
            if told := _TELLS_OF.search(block.text):
                yield told["when"]
            texts = (b.text for b in opening[n:] if b.kind == "paragraph" and not _is_line(b))
            yield from (t[a:z] for t in texts for a, z in sentences(t) if _COVERS.search(t, a, z))
            return
        # a heading over text of its own is a chapter's
        over_text = block.kind == "heading" and (below is None or not _is_line(below))
        if not over_text and not _OTHER_TIMES.search(block.text):
            yield block.text


# "All figures are for the year … unless we say otherwise", "This report covers 2022/23 unless stated".
_COVERS = re.compile(
    r"\b(?:figures|data|statistics|assessment|report|document)\b[^.]{0,60}\b(?:are|is|for|covers?|relates?|refers?)\b"
    r".*\b(?:unless|except\s+where)\b"
    r"|\b(?:unless|except\s+where)\s(?:\w+\s){1,4}?(?:stated|noted|shown|indicated|specified|otherwise)\b.{0,40}"
    r"\b(?:figures|data|statistics|assessment|report|document)\b[^.]{0,60}\b(?:are|is|for|covers?|relates?|refers?)\b",
    re.IGNORECASE,
)


# "This report sets out the Partnership's performance for Quarter 3 2023/24 (October to December 2023)."
_TELLS_OF = re.compile(
    r"\b(?:[Tt]his|[Tt]he|our)\s(?:\w+\s){0,3}?(?:report|paper|document|dashboard|scorecard|summary|update|briefing|review)\s"
    r"(?:covers\s(?:the\s(?:period|quarter|year)\s)?|(?:[^.;]{0,90}?\b(?:performance|data|figures|statistics|activity|results|outcomes|period)"
    r"\b[^.;]{0,60}?\b(?:for|during|in|over|between|from|covering|of)\s))(?P<when>[^.;]{4,90}?)(?=[.;,]|\s(?:compared|against|and\ssets)\b|$)"
)


def _is_line(block: Block) -> bool:
    """A heading, or a short line that is no sentence; a line in a box where it holds no number but its times'."""
    if block.kind not in ("heading", "paragraph") or block.role not in ("", "caption", "callout"):
        return False
    words = without_periods(block.text)
    if block.role == "callout" and (words == block.text or re.search(r"\d", words)):
        return False
    return len(words.split()) <= _LINE_WORDS and not block.text.rstrip().endswith((".", ":"))
