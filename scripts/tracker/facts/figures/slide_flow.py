"""What goes on from statement to statement on a slide or under a heading: title, period, measure just spoken of.

In: headings and lines in reading order. Out: a ``Flow``, changed as its reader goes along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.facts.context import PaperContext
from tracker.facts.figures.heading_topics import is_hollow, names_topic
from tracker.facts.figures.reported_time import tells_of_a_year, time_of_page
from tracker.facts.figures.surroundings import period_context
from tracker.facts.places import page_of
from tracker.facts.sections import Placed
from tracker.facts.wording.head_areas import other_area
from tracker.facts.wording.measure_words import is_points
from tracker.facts.wording.periods import Context, Period, find_periods
from tracker.facts.wording.topics import led_topic, topic_of
from tracker.records import Block


@dataclass
class Flow:
    """What goes on from statement to statement on one slide."""

    title: str
    context: Context
    place: str
    name: str = ""
    unit: str = ""
    period: Period | None = None
    points: bool = False
    compared: str = ""
    """The area that differences in percentage points are from."""
    level: int = 0
    """The level of the title's heading."""
    sub: str = ""
    """The topic of the last heading below the title that names one."""
    lead: str = ""
    lead_period: Period | None = None
    sort: str = ""
    told: Period | None = None
    """The period of the number before in the same sentence."""
    page_period: Period | None = None
    """The period that a line without figures gives the whole page."""
    seen: tuple[Period, ...] = ()
    """All dated periods of the slide so far; "the same quarter a year before" leans on the newest of three months."""

    @property
    def base(self) -> str:
        """What statements without a name of their own are about."""
        return led_topic(self.sub, self.title, self.place) if self.sub else self.title


def new_flow(context: PaperContext, placed: Placed, before: Flow | None, on_slide: bool = False) -> Flow:
    """The start of a page: its title, or the one of the page before where it runs on."""
    place = context.tracker.place
    headings = [b for b in page_of(context.paper, placed.page).blocks if b.kind == "heading"]
    if before is not None and (not headings or not names_topic(headings[0].text, place) or _above(placed, headings[0])):
        return before
    title = next((h for h in headings if names_topic(h.text, place) or is_hollow(h.text)), None)
    times = period_context(context, placed.index)
    above = context.outline.headings(placed)[-1:]
    told = time_of_page(page_of(context.paper, placed.page)) or _year_told(context, placed, times)
    return Flow(
        title=topic_of(title.text, place).text if title and not is_hollow(title.text) else "",
        level=title.level if title else 0,
        context=times,
        place=place,
        period=_announced(context, placed, times)
        or (_told_by(above[0].text, times) if above else None)
        or told
        or ((times.told or times.year) if on_slide else None),
        page_period=told,
    )


def _year_told(context: PaperContext, placed: Placed, times: Context) -> Period | None:
    """The year of a year's report, which a tile without a time of its own tells of."""
    span = context.span_of(placed.index)
    title = span.part.title if span else context.paper.title
    opening = [p.block for p in (span.blocks if span else context.outline.blocks)[:_OPENING]]
    yearly = (span is not None and span.part.kind == "annual report") or tells_of_a_year(title, opening)
    return times.year if yearly else None


# Blocks of a part's beginning that may say whose time it tells.
_OPENING = 6


def _announced(context: PaperContext, placed: Placed, times: Context) -> Period | None:
    """The one time that the lines between a heading and the tiles below it name: "Our survey in 2023 asked …"."""
    for index in range(placed.index - 1, max(-1, placed.index - _LINES_ABOVE), -1):
        line = context.outline.at(index)
        above = line.block
        if line.page != placed.page or above.kind not in ("paragraph", "list_item"):
            return None
        if above.role == "callout":
            continue
        dated = {(p.start, p.end): p for p in find_periods(above.text, times) if p.months}
        if dated:
            return next(iter(dated.values())) if len(dated) == 1 else None
    return None


# So many blocks back a line may announce tiles.
_LINES_ABOVE = 12


def _above(placed: Placed, heading: Block) -> bool:
    """Whether a block stands over the first heading of its page."""
    mine, theirs = placed.block.parts[:1], heading.parts[:1]
    return bool(mine and theirs) and mine[0].bbox[3] <= theirs[0].bbox[1]


def under(flow: Flow, placed: Placed) -> None:
    """A heading may date what stands below it, and ends what the statements before it spoke of.

    One as high as the title that names a topic is the title of what follows; a lower one leads what stands below it.
    """
    heading = placed.block
    if names_topic(heading.text, flow.place):
        topic = topic_of(heading.text, flow.place).text
        if heading.level <= flow.level and topic != flow.title:
            flow.title, flow.level, flow.sub = topic, heading.level, ""
            flow.name, flow.unit, flow.sort, flow.told, flow.seen = "", "", "", None, ()
            flow.period = flow.page_period
        elif heading.level > flow.level:
            flow.sub = topic
    periods = [p for p in find_periods(placed.block.text, flow.context, bare_years=True) if p.start and p.end]
    if periods:
        flow.period = max(periods, key=lambda p: p.end)
        if heading.level <= flow.level:
            flow.page_period = flow.period
    else:
        length = of_length(flow, f"{placed.block.number} {placed.block.text}")
        flow.period = _told_by(heading.text, flow.context) or length or flow.period
    flow.points, flow.lead, flow.lead_period = False, "", None


# What a report sums its time up under: a year's report its year, a quarter's its quarter.
_OF_THE_YEAR = re.compile(r"\b(?:the|our|this|a) year\b", re.IGNORECASE)
_IN_SUM = re.compile(
    r"\b(?:in numbers|in figures|in review|at a glance|key figures|headline figures|summary)\b", re.IGNORECASE
)


def _told_by(heading: str, times: Context) -> Period | None:
    """The time that a heading such as "The year in figures" or "At a glance" gives what stands below it."""
    if _OF_THE_YEAR.search(heading):
        return times.year
    return (times.told or times.year) if _IN_SUM.search(heading) else None


def pass_over(flow: Flow, block: Block) -> None:
    """A line that is running text: its dates and its lead go on, what it counts does not."""
    periods = find_periods(block.text, flow.context)
    dated = [p for p in periods if p.start and p.end and p.kind != "relative"]
    flow.name, flow.unit, flow.sort, flow.seen = "", "", "", (*flow.seen, *dated)
    if dated and block.kind == "paragraph":
        flow.period = dated[-1]
    if block.kind == "paragraph":
        flow.lead, flow.lead_period, flow.points = "", None, False
        if block.text.endswith(":"):
            lead(flow, block.text, periods)


_LENGTH = re.compile(r"\b(?:(?P<n>\d{1,2}|three|six|nine|twelve)[\s-]*months?|(?P<quarter>quarter)(?:ly)?)\b", re.I)


_NUMBER_WORDS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}


def of_length(flow: Flow, words: str) -> Period | None:
    """The newest period so far that is as long as ``words`` say ("3 Month Performance", "in the same quarter")."""
    match = _LENGTH.search(words)
    if match is None:
        return None
    number = (match["n"] or "3").lower()
    months = _NUMBER_WORDS.get(number) or int(number)
    fitting = [p for p in flow.seen if p.months == months]
    return max(fitting, key=lambda p: p.end, default=None)


def lead(flow: Flow, sentence: str, periods: Sequence[Period]) -> None:
    """A line that ends with a colon announces a list: its topic, its period, whether it compares."""
    dated = [p for p in periods if p.start and p.end and p.kind != "relative"]
    own = [p for p in dated if not other_area(sentence[max(0, p.begin - 22) : p.begin].strip(" (,"))] or dated
    if len(own) > 1 and re.search(r"\b(?:two|both|three|quarters|years|periods)\b", sentence, re.IGNORECASE):
        flow.lead_period = Period("", "", " and ".join(p.label for p in own))
    else:
        flow.lead_period = own[0] if own else None
    flow.points = is_points(sentence) or bool(
        re.search(
            r"\bdiffer(?:ed|s|ence)?\b|\bcompared (?:to|with) (?:the )?(?:national|england|london)",
            sentence,
            re.IGNORECASE,
        )
    )
    flow.compared = other_area(sentence) if flow.points else ""
    topic = topic_of(sentence, flow.place).text
    worded = re.search(
        r"\b(?:involve|were|was|are|is|had|has|by|against|between|most|during|over)\b", topic, re.IGNORECASE
    )
    flow.lead = "" if worded or len(topic.split()) > 7 else topic
