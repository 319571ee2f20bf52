"""Which pages speak as dashboards do: short statements of one measure and its periods, not running text.

In: a page and the kind of the part it stands in. Out: whether its lines are read as statements of a dashboard. A slide
is told by its shape and few words, a page of a dashboard set as a document by its part, any other page by its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.records import Block, Page

# A slide is wider than high and has few words; found on dashboards: at most about 160 words of text beside tables.
_SLIDE_SHAPE = 1.15
_SLIDE_WORDS = 320
# Statements of dashboards reach about 45 words; a paragraph of more than 30 that is no statement is running text.
_LONGEST = 50
_LONG = 30
# A page of a dashboard with so large a share of its words in running text does not speak in statements.
_PROSE = 0.4
# Statements that a page of another paper must hold, and their share of its lines with figures.
_STATEMENTS_MIN = 2
_STATEMENTS_SHARE = 0.6
_MONTHS = r"(?:\d{1,2}|three|six|nine|twelve)[\s-]months?"
_STATEMENT = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"(?:in|over|during|for)\s+the\s+(?:\w+\s+)?{_MONTHS}\s.*\bthere\s+(?:were|was|have\s+been)\b",
        rf"there\s+(?:were|was|have\s+been)\s+[\d,]+\s.*\b(?:in|over|during)\s+(?:the\s+)?(?:{_MONTHS}|q(?:uarter|tr)?\s?\d)",
        rf"[\d,]+\s+[\w -]+\b.*(?:,|\s(?:over|in|during))\s+(?:the\s+)?(?:{_MONTHS}|q(?:uarter|tr)?\s?\d)",
        rf".*\b(?:same\s+(?:period|quarter|months)|{_MONTHS}\s+prior|(?:previous|prior)\s+{_MONTHS})\b.*\d",
        r"[^.(]{2,60}\s\(\d+(?:\.\d+)?%\)\.?$",
        r"[+−–-]?\d+(?:\.\d+)?%\s+(?:involved|points?|were|was|in|of)\b.{2,60}$",
        r"[^:]{3,50}:\s+(?:up|down|(?:an?\s+)?(?:increase|decrease))\b.{1,60}%.{0,60}$",
        r"[^.]*\(\d+(?:\.\d+)?%\)[^.]*\(\d+(?:\.\d+)?%\)[^.]*\.?$",
    )
)
# Leads of lists and captions, which hold periods but no figures.
_ANNOUNCES = re.compile(r":$|^(?:table|figure|fig\.|chart)\b", re.IGNORECASE)
# Parts that have readers of their own.
_OTHERS = frozenset({"minutes", "foi answer", "agenda", "forward plan"})


def is_dashboard_page(page: Page, blocks: Sequence[Block], kind: str) -> bool:
    """Whether these blocks of one page, which stand in a part of this kind, are statements of a dashboard."""
    words = sum(len(b.text.split()) for b in page.blocks if b.kind in ("paragraph", "list_item", "heading"))
    wide = page.width > _SLIDE_SHAPE * page.height and words <= _SLIDE_WORDS
    drawn = any(b.kind == "figure" or b.role == "callout" for b in page.blocks)
    if wide and (kind == "dashboard" or drawn or _has_numbers_alone(page)):
        return True
    text = [b for b in blocks if b.kind in ("paragraph", "list_item")]
    if kind == "dashboard":
        return not _is_prose(text)
    return kind not in _OTHERS and _speaks_in_statements(text)


def _has_numbers_alone(page: Page) -> bool:
    """Whether numbers stand for themselves on a page, or between their label and their change, one in each row."""
    alone = [b for b in page.blocks if b.kind in ("paragraph", "heading") and is_number_alone(b.text)]
    return len(alone) >= _STATEMENTS_MIN


def is_number_alone(text: str) -> bool:
    """Whether a line is a number with nothing but a label before it and its change behind it."""
    return _NUMBER_ALONE.fullmatch(text.strip()) is not None


_NUMBER_ALONE = re.compile(
    r"(?:[A-Z][^\d.;:]{2,60}\s)?£?(?!(?:19|20)\d\d$)\d[\d,]*(?:\.\d+)?\s?(?:%|[km]\b)?"
    r"(?:\s[+−–▲▼△▽↑↓-]\s?\d[\d,.]*\s?(?:%|pp|points?)?\b.{0,40})?"
)


def is_statement(text: str) -> bool:
    """Whether a line is a short statement in the manner of dashboards."""
    return len(text.split()) <= _LONGEST and any(pattern.match(text.strip()) for pattern in _STATEMENT)


def _is_prose(text: Sequence[Block]) -> bool:
    words = sum(len(b.text.split()) for b in text)
    long = sum(n for b in text if (n := len(b.text.split())) > _LONG and not is_statement(b.text))
    return long > _PROSE * words


def _speaks_in_statements(text: Sequence[Block]) -> bool:
    figures = [b for b in text if re.search(r"\d", b.text) and not _ANNOUNCES.search(b.text)]
    told = sum(is_statement(b.text) for b in figures)
    return told >= _STATEMENTS_MIN and told >= _STATEMENTS_SHARE * len(figures)
