"""What goes on from statement to statement on a slide or under a heading: title, period, measure just spoken of.

In: headings and lines in reading order. Out: a ``Flow``, changed as its reader goes along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.facts.context import PaperContext
from tracker.facts.measure_words import is_points, other_area, topic_of
from tracker.facts.periods import Context, Period, find_periods
from tracker.facts.places import page_of
from tracker.facts.sections import Placed
from tracker.facts.surroundings import period_context


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
    lead: str = ""
    lead_period: Period | None = None
    sort: str = ""
    told: Period | None = None
    """The period of the number before in the same sentence."""
    seen: tuple[Period, ...] = ()
    """All dated periods of the slide so far; "the same quarter a year before" leans on the newest of three months."""


def new_flow(context: PaperContext, placed: Placed) -> Flow:
    """The start of a slide: its title and the dates of its part."""
    place = context.tracker.place
    page = page_of(context.paper, placed.page)
    title = next((b.text for b in page.blocks if b.kind == "heading"), "")
    return Flow(title=topic_of(title, place).text, context=period_context(context, placed.index), place=place)


def under(flow: Flow, placed: Placed) -> None:
    """A heading on the slide may date what stands below it, and ends what the statements before it spoke of."""
    periods = [p for p in find_periods(placed.block.text, flow.context, bare_years=True) if p.start and p.end]
    if periods:
        flow.period = max(periods, key=lambda p: p.end)
    else:
        flow.period = of_length(flow, f"{placed.block.number} {placed.block.text}") or flow.period
    flow.points, flow.lead, flow.lead_period = False, "", None


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
    topic = topic_of(sentence, flow.place).text
    worded = re.search(
        r"\b(?:involve|were|was|are|is|had|has|by|against|between|most|during|over)\b", topic, re.IGNORECASE
    )
    flow.lead = "" if worded or len(topic.split()) > 7 else topic
