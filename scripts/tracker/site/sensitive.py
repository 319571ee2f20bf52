"""Which pages carry "Exit this page": those that people mark, else those whose names say that they are about abuse."""

from __future__ import annotations

import re
from functools import cache

from tracker.records import Indicator, Outcome, PaperPart, Priority, Strategy
from tracker.site.book import Book

ABUSE = re.compile(
    r"\b(?:domestic (?:abuse|violence|homicides?|incidents?)|violence against women|VAWG|"
    r"sexual(?:ly)? (?:abus\w+|violen\w+|assault\w*|offen\w+|exploit\w+|harass\w+)|rapes?|stalk\w+|"
    r"coercive control|forced marriages?|honou?r[ -]based|female genital mutilation|FGM|women[’']s refuges?|IDVAs?)\b",
    re.IGNORECASE,
)
"""What the pages are about that the button is meant for, as boards write it."""


def names_abuse(book: Book, *names: str) -> bool:
    """Whether any of the names says that a thing is about abuse, sexual violence, stalking and the like, in full or in
    a short form that the papers explain ("DA" where that is domestic abuse)."""
    short = _short_forms(tuple((term.short, term.expansion) for term in book.facts.terms))
    return any(ABUSE.search(name) or short.search(name) for name in names)


@cache
def _short_forms(terms: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """What finds the short forms, in capitals, whose words are about abuse; nothing where there is none."""
    forms = sorted({short for short, words in terms if len(short) > 1 and short.isupper() and ABUSE.search(words)})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b" if forms else r"(?!)")


def is_sensitive(book: Book, record: str, *, named_so: bool) -> bool:
    """Whether a page carries the button: as people say (``sensitive``); where nobody has, as its names tell."""
    said = str(book.people.get(record, {}).get("sensitive", "")).strip().lower()
    return said in {"true", "yes"} if said else named_so


def strategy_is_sensitive(book: Book, strategy: Strategy) -> bool:
    """Whether the page of a strategy carries it: by its title."""
    return is_sensitive(book, strategy.id, named_so=names_abuse(book, strategy.title))


def promise_is_sensitive(book: Book, promise: Priority | Outcome) -> bool:
    """Whether the page of a priority or outcome carries it: by its words, or as the page above it does."""
    priority = book.priorities.get(promise.priority) if isinstance(promise, Outcome) else None
    strategy = book.strategies.get(promise.strategy)
    above = promise_is_sensitive(book, priority) if priority else strategy and strategy_is_sensitive(book, strategy)
    named_so = names_abuse(book, promise.title, *(wording.text for wording in promise.wordings))
    return is_sensitive(book, promise.id, named_so=bool(above) or named_so)


def measure_is_sensitive(book: Book, indicator: Indicator) -> bool:
    """Whether the page of a measure carries it: by its names, or as a promise that it bears on does."""
    above = any(promise_is_sensitive(book, book.promises[promise]) for promise in book.bears_on(indicator))
    named_so = names_abuse(book, indicator.title, *indicator.also_called)
    return is_sensitive(book, indicator.id, named_so=above or named_so)


def part_is_sensitive(book: Book, part: PaperPart) -> bool:
    """Whether the page with a part's text carries it: by its title, or its paper's."""
    paper = book.papers.get(part.paper)
    return is_sensitive(book, part.id, named_so=names_abuse(book, part.title, paper.title if paper else ""))
