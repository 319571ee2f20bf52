"""Pages about the board's work: meetings, decisions and recommendations, the forward plan."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Decision, ForwardItem, Meeting, PaperPart, Recommendation
from tracker.site.addresses import meeting_address, part_address
from tracker.site.book import Book
from tracker.site.corrections import corrections_section
from tracker.site.dates import day_in_words
from tracker.site.differences import differences
from tracker.site.names import kind_words
from tracker.site.page import Page, bullets, crumbs, heading, joined, stacked_row, stacked_table, summary_list
from tracker.site.people import lede
from tracker.site.sensitive import is_sensitive
from tracker.site.sources import page_link, pdf_link, place_link, source_list
from tracker.site.text import counted, html, link, safe_id, unique


def meeting_title(meeting: Meeting) -> str:
    """The name of a meeting on the site: "Meeting of 19 July 2023"."""
    return f"Meeting of {day_in_words(meeting.date)}" if meeting.date else "Meeting without a date"


def meeting_page(book: Book, meeting: Meeting) -> Page:
    """The page of a meeting: agenda, decisions, who was there, what it recommended."""
    here = meeting_address(meeting.id)
    papers = unique(book.papers[s.paper].title for s in meeting.sources if s.paper in book.papers)
    told = _lede(meeting)
    return Page(
        here,
        meeting_title(meeting),
        "Board",
        joined(
            summary_list(_details(book, here, meeting)),
            _items(book, here, meeting),
            decisions_list(book, here, meeting.decisions, "What was decided"),
            _recommendations(book, here, meeting.recommendations),
            _attendance(meeting),
            differences(book, here, book.differing.get(meeting.id, ())),
            corrections_section(book, meeting.id),
            book.prose.get(meeting.id, ""),
            joined(heading("Sources", "sources"), source_list(book, here, [(s, "") for s in meeting.sources]))
            if meeting.sources
            else "",
        ),
        {
            "kind": "meeting",
            "kind_line": "Meeting" + (f" · {meeting.board}" if meeting.board else ""),
            "lede": lede(book, meeting.id, told),
            "exit": is_sensitive(book, meeting.id, named_so=False),
            "crumbs": crumbs(("Board", "meetings/")),
            "filters": {"kind": ["Meeting"], "paper": list(papers)},
            "tells": {"kind": "Meeting", "paper": ", ".join(papers)},
        },
        told,
    )


def decisions_list(book: Book, here: str, decisions: Sequence[Decision], title: str) -> str:
    """A section with decisions, each with its kind and its place in the paper; "" for none."""
    if not decisions:
        return ""
    items = [
        f'<li id="{html(safe_id(d.id))}"><blockquote class="st-quote"><p>{html(d.text)}</p></blockquote>'
        f'<p class="st-src"><span>{html(d.type.capitalize())}{", item " + html(d.item) if d.item else ""}</span> '
        f"{place_link(book, here, d.source)} {pdf_link(book, here, d.source)}</p></li>"
        for d in decisions
    ]
    return joined(heading(title, "decisions"), f'<ul class="st-rows st-plainrows">{"".join(items)}</ul>')


def forward_rows(book: Book, here: str, items: Sequence[ForwardItem]) -> str:
    """The forward plan by the meeting that each item was planned for."""
    groups: dict[str, list[ForwardItem]] = {}
    for item in items:
        groups.setdefault(item.meeting_date_text, []).append(item)
    pieces = []
    for number, (when, group) in enumerate(groups.items(), start=1):
        pieces.append(heading(when or "No date", f"plan-{number}"))
        columns = {
            "About": [html(item.overview) for item in group],
            "Report of": [html(item.officer) for item in group],
            "Kind": [html(item.issue_type) for item in group],
            "Printed on": [page_link(book, here, item.source) for item in group],
        }
        told = {name: cells for name, cells in columns.items() if any(cells)}
        rows = [
            stacked_row(html(item.title), {name: cells[row] for name, cells in told.items()}, key=safe_id(item.id))
            for row, item in enumerate(group)
        ]
        caption = f"{counted(len(group), 'item')} planned"
        pieces.append(stacked_table(caption, ("Item", *told), rows))
    return joined(*pieces)


def _lede(meeting: Meeting) -> str:
    if meeting.announced:
        return "The papers here say that this meeting will be held. No paper of it is here yet."
    counts = unique(
        (
            counted(len(meeting.items), "item") + " on the agenda" if meeting.items else "",
            counted(len(meeting.decisions), "decision") + " in the minutes" if meeting.decisions else "",
            counted(len(meeting.recommendations), "recommendation") + " put to the board"
            if meeting.recommendations
            else "",
        )
    )
    return (", ".join(counts) + ".") if counts else "The papers here name this meeting and print no agenda of it."


def _details(book: Book, here: str, meeting: Meeting) -> list[tuple[str, str]]:
    minutes = book.parts.get(meeting.minutes_part)
    agenda = book.papers.get(meeting.agenda_paper)
    told = "".join(f"<p>{html(d.text)} ({page_link(book, here, d.source)})</p>" for d in meeting.details)
    return [
        ("Date", html(day_in_words(meeting.date))),
        ("Time", html(meeting.time)),
        ("Venue", html(meeting.venue)),
        ("Papers", link(here, f"papers/{safe_id(agenda.id)}/", agenda.title) if agenda else ""),
        ("Minutes", link(here, f"papers/{safe_id(minutes.id)}/", minutes.title) if minutes else ""),
        ("Good to know", told),
    ]


def _items(book: Book, here: str, meeting: Meeting) -> str:
    if not meeting.items:
        return ""
    lines = []
    for item in meeting.items:
        part = book.parts.get(item.part)
        own = part and part.id != meeting.minutes_part
        title = link(here, part_address(part.id) if part and own else book.place(item.source), item.title)
        papers = [p for p in book.parts_of.get(part.paper, ()) if p.item == part.item] if part and own else []
        where = " ".join(_pages_of(book, here, paper) for paper in papers) or page_link(book, here, item.source)
        lines.append(
            f'<li><span class="st-no" aria-hidden="true">{html(item.number)}</span>'
            f'<h3>{title}</h3><p class="st-src">{where}</p></li>'
        )
    return joined(heading("Items", "items"), f'<ol class="st-rows">{"".join(lines)}</ol>')


def _pages_of(book: Book, here: str, part: PaperPart) -> str:
    """The pages that a paper on an item takes up, as a link to it."""
    paper = book.papers.get(part.paper)
    first, last = (paper.printed(n) if paper else str(n) for n in (part.first_page, part.last_page))
    pages = f"page\u00a0{first}" if first == last else f"pages\u00a0{first}–{last}"
    return link(here, part_address(part.id), f"{kind_words(part.kind)}, {pages}")


def _recommendations(book: Book, here: str, recommendations: Sequence[Recommendation]) -> str:
    if not recommendations:
        return ""
    items = [
        f'<li id="{html(safe_id(r.id))}"><blockquote class="st-quote"><p>{html(r.text)}</p></blockquote>'
        f'<p class="st-src"><span>{"Item " + html(r.item) if r.item else "Recommended"}</span> '
        f"{place_link(book, here, r.source)}</p></li>"
        for r in recommendations
    ]
    return joined(
        heading("Recommended to the board", "recommendations"),
        f'<ul class="st-rows st-plainrows">{"".join(items)}</ul>',
    )


def _attendance(meeting: Meeting) -> str:
    if not meeting.attendance:
        return ""
    present = [_person(a.name, a.post) for a in meeting.attendance if not a.apology]
    absent = [_person(a.name, a.post) for a in meeting.attendance if a.apology]
    return joined(
        heading("Who was there", "attendance"),
        f"<details><summary>{counted(len(present), 'person', 'people')} present</summary>{bullets(present)}</details>"
        if present
        else "",
        f"<details><summary>{counted(len(absent), 'apology', 'apologies')}</summary>{bullets(absent)}</details>"
        if absent
        else "",
    )


def _person(name: str, post: str) -> str:
    return html(", ".join(unique((name, post))))
