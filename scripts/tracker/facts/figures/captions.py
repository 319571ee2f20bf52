"""Captions of tables and charts, and what serves as one: a short line above, a question, a sentence that announces it.

In: a line, a block in its paper or the sentence before a table. Out: the words that name what is shown, "" for none.
"""

from __future__ import annotations

import re

from tracker.facts.context import PaperContext
from tracker.facts.figures.heading_topics import BODY, names_topic
from tracker.facts.places import page_of
from tracker.facts.sections import Placed
from tracker.facts.wording.word_forms import capital
from tracker.records import Block

CAPTION = re.compile(
    r"^(?:table|figure|fig\.?|chart|graph)\b\s*(?:[A-Z]?\d+(?:\.\d+)*[a-z]?)?\s*[:.–—-]", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:data\s)?sources?\s*:", re.IGNORECASE)
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


def names_source(caption: str) -> bool:
    """Whether a caption says where the figures come from and not what they are: "Figure 1. Source: Housing returns"."""
    return _SOURCE.match(CAPTION.sub("", caption).strip()) is not None


def serves_as_caption(block: Block) -> bool:
    """Whether a line is short and no sentence, so that above a table it is the table's caption."""
    if block.kind == "paragraph" and _OF_WHOM.match(block.text) and len(block.text) <= _CAPTION_LONGEST:
        return True
    if block.role == "callout" or re.match(r"\d[\d,]*\s+[a-z]", block.text) or BODY.match(block.text):
        return False
    if re.search(r"\d\D*\.\s+[A-Z].*\.$", CAPTION.sub("", block.text)):
        # "Theft, 12 months up to May: 725 cases. The 12 months prior: 761." tells figures
        return False
    if (
        re.search(r"[a-z)]\.$", block.text)
        and len(block.text.split()) >= _SENTENCE_WORDS
        and not CAPTION.match(block.text)
    ):
        return False
    return block.kind == "paragraph" and len(block.text) <= _CAPTION_LONGEST and not _SENTENCE.search(block.text)


# "Community Safety Team, outcomes recorded each month": who counted, not what.
_WHO_COUNTED = re.compile(
    r"(?:The\s)?(?:[A-Z][\w&’'-]*\s){1,5}(?i:team|police|service|council|unit|department|authority|trust)"
    r"(?:,|\s(?:recorded|data|figures|records)\b|$)"
)


def says_who_counted(context: PaperContext, line: Placed) -> bool:
    """Whether a line right under a heading that names the topic only says whose figures these are."""
    above = context.outline.at(line.index - 1).block if line.index else None
    named = above is not None and above.kind == "heading" and names_topic(above.text, context.tracker.place)
    return named and _WHO_COUNTED.match(line.block.text) is not None


# Points between a drawing and the line over it that is its title.
_OVER = 30.0
# … and to the left of its bars, where the names of bars that lie begin.
_CORNER = 100.0


def caption_above(context: PaperContext, figure: Block, known: set[str]) -> str:
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
            CAPTION.match(other.text)
            or other.role == "caption"
            or serves_as_caption(other)
            or boxed
            # a heading read before the column on its left
            or (other.kind == "heading" and other.text not in known and names_topic(other.text, context.tracker.place))
        )
        near.append((where.bbox[1] - y1, other.text if named else ""))
    return min(near)[1] if near else ""


def question_above(context: PaperContext, placed: Placed) -> str:
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


def announced(lead: str) -> str:
    """What the sentence before a table announces as shown in it; "" for none."""
    told = _PARAGRAPH_NUMBER.sub("", lead)
    last = re.split(r"(?<=[a-z0-9%)])[.]\s+(?=[A-Z])", told)[-1]
    for text in (told, last):
        if match := _ANNOUNCES.match(text) or _AS_FOLLOWS.match(text) or _MADE_UP.match(text):
            return capital(match["what"])
    match = _PARTS_OF_SUM.search(told)
    return capital(match["what"]) if match else ""


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
    r"|given|allocated|funded|summarised|as\sfollows)\b[^.]*[.:]?$",
    re.IGNORECASE,
)
# "Our pooled budget for 2031/32 is £2m. The table shows where it comes from."
_PARTS_OF_SUM = re.compile(
    r"(?:^|[.;]\s)(?:the|our|its|this)\s(?P<what>(?:[\w-]+\s){0,4}(?:budget|funding|income|spending|spend|expenditure"
    r"|grants?))\b[^.;:]{0,40}?\s(?:is|are|was|were|stands?|stood|comes?|came|totals?|totalled)\b[^;:]*£[^;:]*?\.\s"
    r"(?:the|this)\stable\b[^.;]*\b(?:it|this|that|the\smoney)\b[^.;]*[.:]?$",
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
