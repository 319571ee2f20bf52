"""The home page: what people wrote in ``docs/index.md``, with the places in it filled that the data fills."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tracker.site.book import Book
from tracker.site.dates import day_in_words, month_in_words
from tracker.site.lists_figures import newest_cards
from tracker.site.page import bullets, heading, joined
from tracker.site.promises import priority_rows
from tracker.site.tally import statements, tally
from tracker.site.text import counted, html, link, listed, markdown, plural, safe_id

PLACE = re.compile(r"^<!-- fill: ([a-z ]+) -->[ \t]*$", re.MULTILINE)
START_PAGES = Path(__file__).parent / "start_pages"
MOST_CARDS = 6
MOST_PAPERS = 6


def start_pages(book: Book) -> dict[str, str]:
    """The home page, "About these papers" and the accessibility statement (path below ``docs`` → Markdown) that stand
    until people write their own."""
    board = markdown(book.settings.board or "the board")
    return {
        file.name: file.read_text(encoding="utf-8").replace("THE BOARD", board)
        for file in sorted(START_PAGES.glob("*.md"))
    }


def filled(book: Book, text: str) -> str:
    """The page with each line ``<!-- fill: priorities -->`` replaced; unknown names are left as they are."""

    def fill(match: re.Match[str]) -> str:
        maker = FILLERS.get(match.group(1))
        return maker(book) if maker else match.group(0)

    return PLACE.sub(fill, text)


def _search(_book: Book) -> str:
    return (
        '<form role="search" action="search/" aria-label="Promises, figures and papers" data-st-search-opener>'
        '<label for="q2"><strong>What are you looking for?</strong></label>'
        '<div class="st-searchbox"><input class="st-field" id="q2" type="search" autocomplete="off" '
        'aria-describedby="q2-hint"><button class="st-button">Search</button></div>'
        '<p class="st-hint" id="q2-hint">A word, a name or a figure as printed</p></form>'
    )


def _age(book: Book) -> str:
    dates = [paper.date for paper in book.papers.values() if paper.date]
    _, newest = newest_cards(book, "", 0)
    count = sum(map(len, book.observations_of.values()))
    pairs = [
        ("Newest paper", day_in_words(max(dates, default=""))),
        ("Newest figures", month_in_words(newest) if newest else ""),
        ("Papers", f"{len(book.papers)}, with {counted(count, 'figure')}"),
    ]
    made = "".join(f"<div><dt>{html(term)}:</dt><dd>{html(text)}</dd></div>" for term, text in pairs if text)
    return f'<dl class="st-facts">{made}</dl>'


def _priorities(book: Book) -> str:
    with_priorities = [s for s in book.facts.strategies if book.priorities_of.get(s.id)]
    ordered = sorted(with_priorities, key=lambda s: s.status == "draft")
    pieces = []
    for strategy in ordered[:1]:
        priorities = book.priorities_of[strategy.id]
        outcomes = len(book.outcomes_in.get(strategy.id, ()))
        name = f"{priorities[0].called.lower()}"
        several = plural(name)
        title = counted(len(priorities), name, several) + (f", {counted(outcomes, 'outcome')}" if outcomes else "")
        pieces.append(heading(title, "priorities"))
        pieces.append(
            f"<p>{link('', f'strategies/{safe_id(strategy.id)}/', strategy.title)}, and what the papers report.</p>"
        )
        pieces.append(priority_rows(book, "", priorities, wide=True))
    others = [
        link("", f"strategies/{safe_id(s.id)}/", s.title)
        + (' <span class="st-tag st-tag--draft">Draft</span>' if s.status == "draft" else "")
        for s in book.facts.strategies
        if s not in ordered[:1]
    ]
    if others:
        pieces.append(f"<p>{'Other strategies' if ordered else 'Strategies'}: {listed(others)}.</p>")
    if not ordered and book.facts.commitments:
        said = link("", "commitments/", counted(len(book.facts.commitments), "commitment"))
        pieces.append(heading("What was said will be done", "commitments"))
        pieces.append(f"<p>{said} in the papers here, in their own words. No paper lists priorities.</p>")
    return joined(*pieces)


def _figures(book: Book) -> str:
    cards, newest = newest_cards(book, "", MOST_CARDS)
    if not cards:
        return ""
    return joined(
        heading(f"Newest figures, up to {month_in_words(newest)}", "figures"),
        "<p>Each against the same period a year before, or the one before it. "
        "The changes are worked out from the two figures shown.</p>",
        cards,
        f"<p>{link('', 'indicators/', 'All figures, A to Z')}</p>",
    )


def _checked(book: Book) -> str:
    counts: dict[str, int] = {}
    for finding in book.facts.findings:
        counts[finding.verdict] = counts.get(finding.verdict, 0) + 1
    if not counts:
        return ""
    differs = counts.get("differs", 0)
    return joined(
        heading("Figures checked", "checked"),
        f"<p>{statements(sum(counts.values()))} worked out again from figures printed in the same papers.</p>",
        tally(counts),
        f"<p>{link('', 'figures-checked/', _differ_words(differs))}</p>",
    )


def _differ_words(differs: int) -> str:
    if not differs:
        return "How figures are checked"
    return "See the one that differs" if differs == 1 else f"See the {differs} that differ"


def _papers(book: Book) -> str:
    ordered = sorted(book.papers.values(), key=lambda p: (p.date, p.title), reverse=True)
    items = []
    for paper in ordered[:MOST_PAPERS]:
        parts = [p for p in book.parts_of.get(paper.id, ()) if p.id != paper.id]
        inside = f" {counted(len(parts), 'part')}," if parts else ""
        draft = ' <span class="st-tag st-tag--draft">Draft</span>' if paper.settings.status == "draft" else ""
        when = f", {day_in_words(paper.date)}" if paper.date else ""
        items.append(
            link("", f"papers/{safe_id(paper.id)}/", paper.title)
            + f"{draft}{html(when)}:{inside} {counted(len(paper.pages), 'page')}"
        )
    return joined(
        heading("Papers on this site", "papers"), bullets(items), f"<p>{link('', 'papers/', 'All papers by year')}</p>"
    )


def _take_away(_book: Book) -> str:
    return (
        f"<p>{link('', 'data/', 'Take the data away')} as CSV or JSON, each figure with its page. "
        f"{link('', 'feed.xml', 'Follow new papers')} by feed. "
        f"{link('', 'not-here/', 'What is not here')} is told too.</p>"
    )


FILLERS: dict[str, Callable[[Book], str]] = {
    "search": _search,
    "age": _age,
    "priorities": _priorities,
    "newest figures": _figures,
    "figures checked": _checked,
    "papers": _papers,
    "take away": _take_away,
}
