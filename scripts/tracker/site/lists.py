"""Index pages: every page of the site is reached from one of these, without a script."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.wording.word_forms import capital
from tracker.records import Term
from tracker.site.addresses import (
    commitments_address,
    meeting_address,
    outcome_address,
    priority_address,
    strategy_address,
)
from tracker.site.board import decisions_list, forward_rows, meeting_title
from tracker.site.book import Book
from tracker.site.checked import checked_list
from tracker.site.commitments import group_name
from tracker.site.corrections import corrections_list
from tracker.site.due import due_page
from tracker.site.lists_figures import figures_by_priority_list, figures_list
from tracker.site.lists_papers import papers_by_kind_list, papers_list, requests_list
from tracker.site.not_here import missing_list
from tracker.site.page import Page, bullets, heading, index_page, joined
from tracker.site.promises import priority_rows
from tracker.site.sources import short_link
from tracker.site.text import counted, html, link, safe_id


def index_pages(book: Book) -> tuple[Page, ...]:
    """All index pages, in the order of the sections."""
    return (
        _priorities(book),
        _commitments(book),
        figures_list(book),
        figures_by_priority_list(book),
        checked_list(book),
        corrections_list(book),
        papers_list(book),
        papers_by_kind_list(book),
        requests_list(book),
        missing_list(book),
        _meetings(book),
        _decisions(book),
        _forward_plan(book),
        due_page(book),
        _glossary(book),
        _search(),
    )


def _priorities(book: Book) -> Page:
    here = "priorities/"
    pieces = []
    for strategy in book.facts.strategies:
        priorities = book.priorities_of.get(strategy.id, ())
        draft = ' <span class="st-tag st-tag--draft">Draft</span>' if strategy.status == "draft" else ""
        pieces.append(heading(strategy.title, safe_id(strategy.id)))
        pieces.append(f"<p>{link(here, strategy_address(strategy.id), 'About this strategy')}{draft}</p>")
        for priority in priorities:
            outcomes = book.outcomes_of.get(priority.id, ())
            below = bullets([link(here, outcome_address(o.id), f"{o.number} {o.title}") for o in outcomes])
            title = link(here, priority_address(priority.id), f"{priority.number} {priority.title}")
            pieces.append(f"<h3>{title}</h3>{below}")
    loose = [p for p in book.facts.priorities if p.strategy not in book.strategies]
    if loose:
        pieces.append(heading("Of no named strategy", "loose"))
        pieces.append(priority_rows(book, here, loose))
    strays = [o for o in book.facts.outcomes if o.priority not in book.priorities]
    if strays:
        pieces.append(heading("Outcomes of no named priority", "strays"))
        pieces.append(bullets([link(here, outcome_address(o.id), f"{o.number} {o.title}") for o in strays]))
    if not pieces:
        pieces.append(
            f"<p>No paper here lists priorities. {link(here, 'commitments/', 'What was said will be done')}</p>"
        )
    lede = "What the strategies promise: each priority with its outcomes, as printed."
    return index_page(here, "Priorities and outcomes", "Priorities", lede, joined(*pieces), folder=True)


def _commitments(book: Book) -> Page:
    here = "commitments/"
    groups = book.commitment_groups
    items = [
        f"{link(here, commitments_address(group), group_name(book, group)[0])}: {counted(len(found), 'commitment')}"
        for group, found in groups.items()
    ]
    lede = "What the partnership, or a body it names, says it will do, in its own words."
    body = bullets(items) or "<p>No commitment was found in the papers here.</p>"
    return index_page(here, "Commitments", "Priorities", lede, body, folder=True)


def _meetings(book: Book) -> Page:
    here = "meetings/"
    ordered = sorted(book.facts.meetings, key=lambda m: (m.date, m.id), reverse=True)
    held = [m for m in ordered if not m.announced]
    coming = [m for m in ordered if m.announced]

    def lines(group: Sequence[object]) -> str:
        found = [m for m in ordered if m in group]
        return bullets(
            [
                link(here, meeting_address(m.id), meeting_title(m)) + (f", {html(m.board)}" if m.board else "")
                for m in found
            ]
        )

    body = joined(
        f"<p>{link(here, 'decisions/', 'Decisions')} · {link(here, 'forward-plan/', 'Forward plan')} · "
        f"{link(here, 'due/', 'What was due')}</p>",
        heading("Held", "held") if held else "",
        lines(held),
        heading("Announced", "announced") if coming else "",
        lines(coming),
        "" if ordered else "<p>The papers here name no meeting.</p>",
    )
    return index_page(
        here, "Meetings", "Board", "Meetings of the board that the papers here are of, or name.", body, folder=True
    )


def _decisions(book: Book) -> Page:
    here = "decisions/"
    pieces = []
    for meeting in sorted(book.facts.meetings, key=lambda m: (m.date, m.id), reverse=True):
        if meeting.decisions:
            key = f"decisions-{safe_id(meeting.id)}"
            made = decisions_list(book, here, meeting.decisions, meeting_title(meeting)).replace(
                "#decisions ", f"#{key} ", 1
            )
            pieces += [made, f"<p>{link(here, meeting_address(meeting.id), 'The whole meeting')}</p>"]
    count = sum(len(m.decisions) for m in book.facts.meetings)
    lede = (
        f"{counted(count, 'decision')} in the minutes here, in their words."
        if count
        else "The minutes here print no decision."
    )
    return index_page(here, "Decisions", "Board", lede, joined(*pieces), searched=True)


def _forward_plan(book: Book) -> Page:
    here = "forward-plan/"
    items = sorted(book.facts.forward_items, key=lambda i: (i.meeting_date or "9999", i.meeting_date_text))
    lede = (
        f"{counted(len(items), 'item')} that the board planned to look at."
        if items
        else "No forward plan is among the papers here."
    )
    return index_page(here, "Forward plan", "Board", lede, forward_rows(book, here, items), searched=True)


def _glossary(book: Book) -> Page:
    here = "glossary/"

    def meaning(term: Term) -> str:
        where = f'<span class="st-note st-small">{short_link(book, here, term.source)}</span>'
        return f'<dd id="{html(safe_id(term.id))}">{html(capital(term.expansion))} {where}</dd>'

    meanings: dict[str, list[Term]] = {}
    for term in sorted(book.facts.terms, key=lambda t: (t.short.lower(), t.id)):
        meanings.setdefault(term.short, []).append(term)
    lines = [f"<div><dt>{html(short)}</dt>{''.join(map(meaning, found))}</div>" for short, found in meanings.items()]
    body = f'<dl class="st-sum">{"".join(lines)}</dl>' if lines else "<p>The papers here explain no abbreviation.</p>"
    return index_page(
        here, "Glossary", "About", "Abbreviations and words as the papers explain them.", body, searched=True
    )


def _search() -> Page:
    here = "search/"
    lists = (
        ("Priorities and outcomes", "priorities/"),
        ("Figures, A to Z", "indicators/"),
        ("Papers by year", "papers/"),
        ("Meetings", "meetings/"),
        ("Glossary", "glossary/"),
    )
    browse = bullets([link(here, url, title) for title, url in lists])
    without = "<noscript><p>The search needs JavaScript. Everything is also in these lists:</p></noscript>"
    meta = {"kind": "search", "unsearched": True, "wide": True, "crumbs": []}
    body = joined("<div data-st-search></div>", without, browse)
    return Page(here, "Search", "Home", body, meta, "Search promises, figures and papers.")
