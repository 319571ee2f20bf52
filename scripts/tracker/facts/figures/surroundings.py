"""What stands round a table, chart or sentence and tells what its figures are about: title, caption, lead, periods.

In: a ``PaperContext`` and a block's place in the outline. Out: ``Surroundings``: the texts, nearest first, and the
``Context`` that periods without a year of their own lean on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.board.foi_letter import BARE_LABEL
from tracker.facts.context import PaperContext
from tracker.facts.figures.question_names import asked
from tracker.facts.figures.reported_time import reported
from tracker.facts.places import page_of
from tracker.facts.sections import Placed
from tracker.facts.wording.calendar_words import FULL_YEAR
from tracker.facts.wording.measure_words import is_generic
from tracker.facts.wording.periods import Context, Period, find_periods, period_of
from tracker.facts.wording.topics import Topic, topic_of
from tracker.facts.wording.word_forms import capital
from tracker.records import Block

_CAPTION = re.compile(
    r"^(?:table|figure|fig\.?|chart|graph)\b\s*(?:[A-Z]?\d+(?:\.\d+)*[a-z]?)?\s*[:.–—-]", re.IGNORECASE
)


# A line above a table that is no sentence is its caption; sentences have a verb, an opening word or many words.
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|shows?|sets?|gives?|provides?|below|above|following|see|please|can|will|been"
    r"|compares?|lists?)\b"
    r"|^(?:this|these|the following|here|in|during|over|between|across|a|an)\b|:$",
    re.IGNORECASE,
)
_CAPTION_LONGEST = 120
# "Percentage of respondents who say they are worried about each issue": a name, though it has verbs.
_OF_WHOM = re.compile(
    r"(?:percentage|proportion|number|share|%)\s+of\s+(?:\w+\s+){1,4}(?:who|that|which)\s[^.:;]+[^.:;,\s]\s*$",
    re.IGNORECASE,
)
# From so many words on what ends in a full stop is a sentence.
_SENTENCE_WORDS = 6


# "Forecast 2023/24 at Quarter 3": when it was told, not of what time.
_POSITION = re.compile(
    r"\s(?:as\s+)?at\s+(?:the\s+)?(?:end\s+of\s+)?(?:Q(?:uarter)?\s?[1-4]|month\s+\d)\b", re.IGNORECASE
)
# A caption's own year without more: "…, 2023", "… in 2023", "… (2023)"; not the year that "since" begins with.
_YEAR_OF_CAPTION = re.compile(
    rf"(?:[,:(–-]|\bin|\bduring|\bfor)\s*(?:calendar\s+year\s+)?({FULL_YEAR})\)?\.?$", re.IGNORECASE
)

# A heading that is the name of who met is not what a table is about.
_BODY = re.compile(
    r"(?:[\w'’&]+\s+){1,7}(?:board|committee|council|cabinet|executive|partnership)(?:\s+(?:agenda|papers?|report))?\s*(?:$|[,–-]\s)",
    re.IGNORECASE,
)


def serves_as_caption(block: Block) -> bool:
    """Whether a line is short and no sentence, so that above a table it is the table's caption."""
    if block.kind == "paragraph" and _OF_WHOM.match(block.text) and len(block.text) <= _CAPTION_LONGEST:
        return True
    if block.role == "callout" or re.match(r"\d[\d,]*\s+[a-z]", block.text) or _BODY.match(block.text):
        return False
    if re.search(r"\d\D*\.\s+[A-Z].*\.$", _CAPTION.sub("", block.text)):
        # "Theft, 12 months up to May: 725 cases. The 12 months prior: 761." tells figures
        return False
    if (
        re.search(r"[a-z)]\.$", block.text)
        and len(block.text.split()) >= _SENTENCE_WORDS
        and not _CAPTION.match(block.text)
    ):
        return False
    return block.kind == "paragraph" and len(block.text) <= _CAPTION_LONGEST and not _SENTENCE.search(block.text)


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
            topic = topic_of(text, self.place)
            if topic.text and not _FORM.fullmatch(topic.text) and not _BODY.fullmatch(topic.text):
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


def names_topic(heading: str, place: str) -> bool:
    """Whether a heading says what figures are about; "Trend", "Key" and "Quarter 4 2022/23" do not."""
    text = topic_of(heading, place).text
    return bool(text) and not _FORM.fullmatch(text) and not is_generic(text)


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


# Sub-headings that name a form of showing, not a measure.
_FORM = re.compile(
    r"(?:appendix|annexe?|schedule|part|section)(?:\s+\w{1,3})?"
    r"|(?:(?:your\s+)?requests?\s+for\s+information|freedom\s+of\s+information|(?:our|the|your)\s+(?:response|request))\b.*"
    r"|(?:response|answer|reply|request)s?\s*:?"
    r"|(?:key|trends?|month|quarter|performance|overview|summary|data|notes?|highlights?|headlines?|comparison"
    r"|analysis|commentary|context"
    r"|charts?|tables?|figures?|[\w ]{0,20}\bvs\b[\w ]{0,20}|month performance|monthly performance)",
    re.IGNORECASE,
)


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
    if not any(names_topic(h.text, context.tracker.place) for h in own):
        own = [*_headings_before(context, placed), *own]
    title = own[0].text if own else ""
    before = [outline.at(i) for i in range(max(0, placed.index - 6), placed.index)]
    lead, caption, callout = "", block.caption, ""
    for other in reversed(before):
        if other.block.kind == "heading":
            break
        if other.block.kind in ("table", "figure"):
            break
        text = other.block.text
        if (not caption and (_CAPTION.match(text) or other.block.role == "caption")) or (
            not caption and other.index == placed.index - 1 and serves_as_caption(other.block)
        ):
            caption = text
            if _says_who_counted(context, other):
                caption = ""
        elif not lead and other.block.kind == "paragraph" and other.index == placed.index - 1:
            lead = text
    if block.kind == "figure" and not block.caption:
        caption = _caption_above(context, block, {h.text for h in headings}) or caption
    if not caption or BARE_LABEL.fullmatch(caption):
        # A table below a question is its answer.
        caption = question or asked(_question_above(context, placed), "")[1]
    told = _PARAGRAPH_NUMBER.sub("", lead)
    if not caption and (announced := _ANNOUNCES.match(told) or _AS_FOLLOWS.match(told) or _MADE_UP.match(told)):
        caption = capital(announced["what"])
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


# "Community Safety Team, outcomes recorded each month": who counted, not what.
_WHO_COUNTED = re.compile(
    r"(?:the\s)?(?:[A-Z][\w&’'-]*\s){1,5}(?:team|police|service|council|unit|department|authority|trust)"
    r"(?:,|\s(?:recorded|data|figures|records)\b|$)",
    re.IGNORECASE,
)


def _says_who_counted(context: PaperContext, line: Placed) -> bool:
    """Whether a line right under a heading that names the topic only says whose figures these are."""
    above = context.outline.at(line.index - 1).block if line.index else None
    named = above is not None and above.kind == "heading" and names_topic(above.text, context.tracker.place)
    return named and _WHO_COUNTED.match(line.block.text) is not None


# Points between a drawing and the line over it that is its title.
_OVER = 30.0
# … and to the left of its bars, where the names of bars that lie begin.
_CORNER = 100.0


def _caption_above(context: PaperContext, figure: Block, known: set[str]) -> str:
    """The caption or short line that stands nearest over a drawing on its page, however the blocks are ordered.
    ``known`` are the headings that it stands under by their order."""
    where = figure.parts[0]
    near: list[tuple[float, str]] = []
    for other in page_of(context.paper, where.page).blocks:
        if other is figure or not other.parts or other.parts[0].page != where.page:
            continue
        x0, _, x1, y1 = other.parts[0].bbox
        middle, air = (x0 + x1) / 2, where.bbox[1] - y1
        corner = where.bbox[0] - _CORNER <= x0 <= where.bbox[0] and air <= _OVER / 2
        if not (corner or where.bbox[0] - _OVER <= middle <= where.bbox[2] + _OVER) or not -2 <= air <= _OVER:
            continue
        boxed = other.role == "callout" and not re.search(r"\d", other.text) and len(other.text) <= _CAPTION_LONGEST
        named = other.kind in ("paragraph", "heading") and (
            _CAPTION.match(other.text)
            or other.role == "caption"
            or serves_as_caption(other)
            or boxed
            # a heading read before the column on its left
            or (other.kind == "heading" and other.text not in known and names_topic(other.text, context.tracker.place))
        )
        near.append((where.bbox[1] - y1, other.text if named else ""))
    return min(near)[1] if near else ""


def _question_above(context: PaperContext, placed: Placed) -> str:
    """The question right above a block, without its number; "" for none."""
    for index in range(placed.index - 1, max(-1, placed.index - 3), -1):
        above = context.outline.at(index).block
        if above.kind not in ("heading", "paragraph", "list_item"):
            return ""
        words = _QUESTION_NUMBER.sub("", above.text.strip())
        if words.endswith("?") or _REQUESTS.match(words):
            return words
        if not _ANSWER.fullmatch(words):
            return ""
    return ""


# "Please provide the number of …": a question as a request.
_REQUESTS = re.compile(
    r"(?:the\s+)?(?:total\s+)?number\s+of\b|(?:please|(?:could|can|would)\s+you(?:\s+please)?)\s+(?:provide|give|list|send|state|supply|tell|confirm|break)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:(?:our|the)\s+)?(?:response|answer|reply|A\d{0,2})\s*[:.–-]?", re.IGNORECASE)
_QUESTION_NUMBER = re.compile(r"^\(?(?:Q(?:uestion)?\s?)?\d{0,2}[a-z]?[.):]\s+", re.IGNORECASE)
_PARAGRAPH_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,3})*\.?\s+(?=[A-Z])")
# "The budget for 2024/25 is made up as follows."
_MADE_UP = re.compile(
    r"(?:(?:the|our|its)\s)?(?P<what>(?:\w+\s){0,4}(?:budget|funding|income|spending|spend|expenditure|grants?|costs?"
    r"|contributions?|resources?)\b[^.;:]{0,40}?)\s(?:is|are|was|were)\s(?:made\sup|broken\sdown|split|set\sout|shown"
    r"|given|allocated|funded|as\sfollows)\b[^.]*[.:]?$",
    re.IGNORECASE,
)
# "The table below shows the number of reports by type, with the share of each in brackets."
_ANNOUNCES = re.compile(
    r"(?:(?:the|this)\s)?(?:following\s)?(?:table|chart|graph|figure)\s?(?:\d+\s)?(?:(?:below|above|overleaf)\s)?"
    r"(?:shows|sets\sout|gives|presents|summarises|details|provides)\s(?:the\s)?"
    r"(?P<what>(?:total\s)?(?:number|count|rate|percentage|proportion|volume|cost)s?\sof\s[^.;]+?)"
    r"(?:,?\s(?:with|and|which|where|together|alongside|as\swell)\b[^.]*)?\.?$",
    re.IGNORECASE,
)
# "The number of households in each type of accommodation at the end of each year is as follows:"
_AS_FOLLOWS = re.compile(
    r"(?:the\s)?(?P<what>(?:total\s)?(?:number|count|rate|percentage|proportion|cost)s?\sof\s[^.;:]+?)"
    r"(?:\s(?:in|by|at|for)\s(?:the\send\sof\s)?each\s[^.;:]*?)?\s(?:is|are|was|were)\s"
    r"(?:(?:shown|set\sout|given|listed|provided)(?:\s(?:below|overleaf|in\sthe\s(?:following\s)?table(?:\sbelow)?))?"
    r"|as\sfollows|below)\W*$",
    re.IGNORECASE,
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
    return (
        f"{heading.number} {heading.text}" if re.match(r"month|quarter", heading.text, re.IGNORECASE) else heading.text
    )


def _page(block: Block) -> int:
    return block.parts[0].page if block.parts else 0


def period_context(context: PaperContext, index: int) -> Context:
    """Date, year and quarter of the part that a block stands in."""
    span = context.span_of(index)
    published = (span.part.date if span else "") or context.paper.date or context.settings.date
    blocks = span.blocks if span else context.outline.blocks
    told = reported(span.part.title if span else context.paper.title, [placed.block for placed in blocks[:_OPENING]])
    return Context(year=told.year, published=published, told=told.quarter, position=told.position, covers=told.covers)


# Blocks among which the lines under a part's title stand.
_OPENING = 6
