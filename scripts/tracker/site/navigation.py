"""The navigation of the built site, worked out from the records: no hand-written page names a generated one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracker.site.addresses import outcome_address, priority_address, strategy_address
from tracker.site.board import meeting_title
from tracker.site.book import Book
from tracker.site.text import clipped, safe_id

MOST_IN_NAV = 60
"""Longer lists stay on their index page: a menu of hundreds helps nobody."""

Entry = dict[str, Any]

FIGURES = (
    ("A to Z", "indicators/index.md"),
    ("By priority", "indicators-by-priority.md"),
    ("By ward", "wards/index.md"),
    ("Figures checked", "figures-checked.md"),
    ("Corrections", "corrections.md"),
    ("Take the data away", "data/index.md"),
)
"""The measures themselves stand in these lists: even sixty names would push all else out of the menu."""

FOOTER = (
    ("Glossary", "glossary/"),
    ("Figures checked", "figures-checked/"),
    ("Corrections", "corrections/"),
    ("Take the data away", "data/"),
    ("What is not here", "not-here/"),
)


def navigation(book: Book, written: Mapping[str, str]) -> list[Entry]:
    """The builder's ``nav``: sections in their order, files below ``docs``. ``written`` are the titles of the pages
    that people wrote, by path; all but the home page stand in the last section."""
    return [
        {"Home": "index.md"},
        {"Priorities": _priorities(book)},
        {"Figures": _figures()},
        {"Papers": _papers(book)},
        {"Board": _board(book)},
        {"About": [*({_name(title): path} for path, title in _others(written)), {"Glossary": "glossary.md"}]},
    ]


def footer(written: Mapping[str, str]) -> list[dict[str, str]]:
    """The links at the foot of each page: what is worked out, then the pages that people wrote at the top level."""
    own = [(title, f"{path.removesuffix('.md')}/") for path, title in _others(written) if "/" not in path]
    return [{"title": title, "url": url} for title, url in (*FOOTER, *own)]


def _others(written: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(path, title) for path, title in sorted(written.items()) if path != "index.md"]


def _priorities(book: Book) -> list[Entry]:
    entries: list[Entry] = [{"All priorities": "priorities/index.md"}]
    for strategy in book.facts.strategies:
        children: list[Entry] = [{_name(strategy.title): _file(strategy_address(strategy.id))}]
        for priority in book.priorities_of.get(strategy.id, ()):
            title = _name(f"{priority.number} {priority.title}")
            below = [
                {_name(f"{o.number} {o.title}"): _file(outcome_address(o.id))}
                for o in book.outcomes_of.get(priority.id, ())
            ]
            first = {title: _file(priority_address(priority.id))}
            children.append({title: [first, *below]} if below else first)
        entries.append({_name(strategy.title): children} if len(children) > 1 else children[0])
    return [*entries, {"Commitments": "commitments/index.md"}]


def _figures() -> list[Entry]:
    return [dict([entry]) for entry in FIGURES]


def _papers(book: Book) -> list[Entry]:
    entries: list[Entry] = [
        {"By year": "papers/index.md"},
        {"By kind": "papers-by-kind.md"},
        {"Freedom of Information answers": "requests/index.md"},
        {"What is not here": "not-here.md"},
    ]
    newest = sorted(book.papers.values(), key=lambda p: (p.date, p.title), reverse=True)
    return entries + [{_name(p.title): f"papers/{safe_id(p.id)}.md"} for p in newest[:MOST_IN_NAV]]


def _board(book: Book) -> list[Entry]:
    entries: list[Entry] = [
        {"Meetings": "meetings/index.md"},
        {"Decisions": "decisions.md"},
        {"Forward plan": "forward-plan.md"},
        {"What was due": "due.md"},
    ]
    newest = sorted(book.facts.meetings, key=lambda m: (m.date, m.id), reverse=True)
    return entries + [{_name(meeting_title(m)): f"meetings/{safe_id(m.id)}.md"} for m in newest[:MOST_IN_NAV]]


def _file(address: str) -> str:
    return f"{address.rstrip('/')}.md"


def _name(title: str) -> str:
    return clipped(title, 110)
