"""What stands round a table, chart or sentence and tells what its figures are about: title, caption, lead, periods.

In: a ``PaperContext`` and a block's place in the outline. Out: ``Surroundings``: the texts, nearest first, and the
``Context`` that periods without a year of their own lean on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.board.foi_letter import BARE_LABEL
from tracker.facts.context import PaperContext
from tracker.facts.figures.captions import (
    CAPTION,
    announced,
    caption_above,
    names_source,
    question_above,
    says_who_counted,
    serves_as_caption,
)
from tracker.facts.figures.heading_topics import BODY, FORM, is_hollow, names_topic
from tracker.facts.figures.lead_measures import counted_before
from tracker.facts.figures.prose_headings import is_wish
from tracker.facts.figures.question_names import asked
from tracker.facts.figures.reported_time import OPENING_TEXTS, reported
from tracker.facts.sections import Placed
from tracker.facts.wording.calendar_words import FULL_YEAR
from tracker.facts.wording.periods import Context, Period, find_periods, period_of
from tracker.facts.wording.topics import Topic, topic_of
from tracker.records import Block

# "Forecast 2023/24 at Quarter 3": when it was told, not of what time.
_POSITION = re.compile(
    r"\s(?:as\s+)?at\s+(?:the\s+)?(?:end\s+of\s+)?(?:Q(?:uarter)?\s?[1-4]|month\s+\d)\b", re.IGNORECASE
)
# A caption's own year without more: "…, 2023", "… in 2023", "… (2023)"; not the year that "since" begins with.
_YEAR_OF_CAPTION = re.compile(
    rf"(?:[,:(–-]|\bin|\bduring|\bfor)\s*(?:calendar\s+year\s+)?({FULL_YEAR})\)?\.?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Surroundings:
    """``caption`` is the block's own or the line above that serves as one; ``lead`` the sentence that announces it."""

    caption: str
    lead: str
    title: str
    headings: tuple[str, ...]
    callout: str
    place: str
    context: Context

    def topic(self) -> Topic:
        """What the block is about: the caption's topic, else the title's."""
        own = topic_of(self.caption, self.place)
        return own if own.text else self.title_topic()

    def title_topic(self) -> Topic:
        for text in (*reversed(self.headings), self.title):
            if is_hollow(text):
                return Topic("")
            topic = topic_of(text, self.place)
            if topic.text and not FORM.fullmatch(topic.text) and not BODY.fullmatch(topic.text):
                return topic
        return Topic("")

    def period(self) -> Period | None:
        """The period that the words round the block give it; "" kinds such as "since" count too."""
        for text in (self.caption, self.lead, *reversed(self.headings), self.callout):
            position = _POSITION.search(text)
            cut = find_periods(text[: position.start()], self.context) if position else ()
            periods = [p for p in cut or find_periods(text, self.context) if p.dated and p.kind not in ("until",)]
            if periods:
                return joined(periods)
            if text in (self.caption, *self.headings[-1:]) and (year := _YEAR_OF_CAPTION.search(text)):
                return period_of(year[1], self.context, bare_years=True)
        return self.context.covers


# Headings looked back over for one that names a topic, where those right above name only periods and forms of showing.
_LOOKED_BACK = 6


def _headings_before(context: PaperContext, placed: Placed) -> list[Block]:
    """The headings in reading order from the last that names a topic on: papers often set all in one level."""
    span = context.span_of(placed.index)
    first = span.blocks[0].index if span and span.blocks else 0
    found: list[Block] = []
    for index in range(placed.index - 1, first - 1, -1):
        block = context.outline.at(index).block
        if block.kind != "heading":
            continue
        found.insert(0, block)
        if names_topic(block.text, context.tracker.place):
            return found
        if len(found) == _LOOKED_BACK:
            break
    return []


def joined(periods: list[Period]) -> Period:
    """One period for a caption that names several: a quarter's and its months' are one, others keep the latest."""
    first = periods[0]
    if all((p.start, p.end) == (first.start, first.end) for p in periods):
        return first
    return max(periods, key=lambda p: (p.end, p.start))


def surroundings_of(context: PaperContext, placed: Placed, question: str = "") -> Surroundings:
    """What stands round a block; ``question`` is the name of the measure that a letter was asked for with it."""
    outline, block = context.outline, placed.block
    headings = outline.headings(placed)
    own = [h for h in headings if _page(h) == _page(block)] or list(headings[-1:])
    if not any(names_topic(h.text, context.tracker.place) or is_hollow(h.text) for h in own):
        own = [*_headings_before(context, placed), *own]
    title = own[0].text if own else ""
    before = [outline.at(i) for i in range(max(0, placed.index - 6), placed.index)]
    lead, caption, callout = "", "" if names_source(block.caption) else block.caption, ""
    for other in reversed(before):
        if other.block.kind == "heading":
            break
        if other.block.kind in ("table", "figure"):
            break
        text = other.block.text
        named = CAPTION.match(text) or other.block.role == "caption"
        if (
            not caption
            and not names_source(text)
            and (named or (other.index == placed.index - 1 and serves_as_caption(other.block)))
        ):
            caption = text
            if says_who_counted(context, other):
                caption = ""
        elif not lead and other.block.kind == "paragraph" and other.index == placed.index - 1:
            lead = text
    if block.kind == "figure" and (not block.caption or names_source(block.caption)):
        caption = caption_above(context, block, {h.text for h in headings}) or caption
    if not caption or BARE_LABEL.fullmatch(caption) or caption.endswith("?"):
        # A table below a question is its answer.
        caption = question or asked(question_above(context, placed), "")[1] or caption
    if not caption:
        caption = announced(lead) or (counted_before(lead) if own and is_wish(own[-1].text) else "")
    if not callout:
        callout = _callout_above(context, placed)
    return Surroundings(
        caption=caption,
        lead=lead,
        title=title,
        headings=tuple(_text(h) for h in own),
        callout=callout,
        place=context.tracker.place,
        context=period_context(context, placed.index),
    )


# What stands small under a tile's number dates nothing but itself: "2022/23: 29", "1,310 in 2022/23", "down from 21".
_TILE = re.compile(
    r"\W*(?:(?:up|down)\s+(?:from|by)\b|[^:]{3,30}:\s*£?\d[\d,.]*\s?%?\W*$|£?\d[\d,.]*\s?%?\s+in\s+\S+$)", re.IGNORECASE
)
# So many blocks back a slide's callout is looked for.
_CALLOUT_BACK = 14


def _callout_above(context: PaperContext, placed: Placed) -> str:
    """The words of the callout over a block on its page; a case study in a box dates nothing.

    A section that runs on to a second slide keeps its callout: where the block's heading stands on the page before,
    so may the callout, under that heading or the one above it.
    """
    span = context.span_of(placed.index)
    testimony = span.part.testimony if span else ()
    page, chain = _page(placed.block), placed.chain
    runs_on = bool(chain) and _page(context.outline.at(chain[-1]).block) == page - 1
    for index in range(placed.index - 1, max(-1, placed.index - 1 - _CALLOUT_BACK), -1):
        other = context.outline.at(index)
        if _page(other.block) != page and not (runs_on and _page(other.block) == page - 1):
            return ""
        if other.block.role != "callout" or other.block.id in testimony or _TILE.match(other.block.text):
            continue
        if _page(other.block) == page or (
            len(other.chain) >= len(chain) - 1 and other.chain == chain[: len(other.chain)]
        ):
            return other.block.text
    return ""


def _text(heading: Block) -> str:
    if question := _QUESTION.match(heading.text):
        return question["words"]
    return (
        f"{heading.number} {heading.text}" if re.match(r"month|quarter", heading.text, re.IGNORECASE) else heading.text
    )


# "Q2. How many were there?": the number of a question, no quarter.
_QUESTION = re.compile(r"Q\d{1,2}[.:)]?\s+(?P<words>.+\?)\s*$")


def _page(block: Block) -> int:
    return block.parts[0].page if block.parts else 0


def period_context(context: PaperContext, index: int) -> Context:
    """Date, year and quarter of the part that a block stands in."""
    span = context.span_of(index)
    published = (span.part.date if span else "") or context.paper.date or context.settings.date
    blocks = span.blocks if span else context.outline.blocks
    told = reported(
        span.part.title if span else context.paper.title, [placed.block for placed in blocks[:OPENING_TEXTS]]
    )
    return Context(year=told.year, published=published, told=told.quarter, position=told.position, covers=told.covers)
