"""Index pages: every page of the site is reached from one of these, without a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.records import Finding, Indicator
from tracker.site.board import decisions_list, forward_rows, meeting_address, meeting_title
from tracker.site.book import Book, SitePaper
from tracker.site.dates import day, day_in_words
from tracker.site.figures import address as indicator_address
from tracker.site.figures import card
from tracker.site.page import Page, bullets, crumbs, heading, joined
from tracker.site.promises import (
    commitment_groups,
    commitments_address,
    group_name,
    outcome_address,
    priority_address,
    priority_rows,
    strategy_address,
)
from tracker.site.requests import request_address
from tracker.site.sentences import compared, main_sentence, newest
from tracker.site.text import counted, html, link, safe_id

NO_DATE = "Without a date"


def index_pages(book: Book) -> tuple[Page, ...]:
    """All index pages, in the order of the sections."""
    return (
        _priorities(book),
        _commitments(book),
        _figures(book),
        _figures_by_priority(book),
        _checked(book),
        _papers(book),
        _papers_by_kind(book),
        _requests(book),
        _missing(book),
        _meetings(book),
        _decisions(book),
        _forward_plan(book),
        _glossary(book),
        _search(book),
    )


def _index(
    address: str, title: str, section: str, lede: str, body: str, *, folder: bool = False, **meta: object
) -> Page:
    shown = {
        "kind": "index",
        "lede": lede,
        "crumbs": crumbs(),
        "filters": {"kind": ["List"]},
        "tells": {"kind": "List"},
    }
    return Page(address, title, section, body, shown | meta, lede, folder)


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
    lede = "What the strategies promise: each priority with its outcomes, as printed."
    return _index(here, "Priorities and outcomes", "Priorities", lede, joined(*pieces), folder=True)


def _commitments(book: Book) -> Page:
    here = "commitments/"
    groups = commitment_groups(book)
    items = [
        f"{link(here, commitments_address(group), group_name(book, group)[0])}: {counted(len(found), 'commitment')}"
        for group, found in groups.items()
    ]
    lede = "What the partnership, or a body it names, says it will do, in its own words."
    body = bullets(items) or "<p>No commitment was found in the papers here.</p>"
    return _index(here, "Commitments", "Priorities", lede, body, folder=True)


def _figures(book: Book) -> Page:
    here = "indicators/"
    letters: dict[str, list[Indicator]] = {}
    for indicator in sorted(book.facts.indicators, key=lambda i: (i.title.lower(), i.id)):
        first = next((c for c in indicator.title.upper() if c.isalnum()), "#")
        letters.setdefault(first if first.isalpha() and first.isascii() else "0–9", []).append(indicator)
    jump = "".join(f'<li><a href="#{_letter_id(letter)}">{html(letter)}</a></li>' for letter in letters)
    pieces = [f'<nav aria-label="Letters"><ul class="st-chips">{jump}</ul></nav>'] if letters else []
    for letter, group in letters.items():
        pieces.append(heading(letter, _letter_id(letter)))
        pieces.append(bullets([_indicator_line(book, here, i) for i in group]))
    lede = f"{counted(len(book.facts.indicators), 'measure')} with {counted(sum(map(len, book.observations_of.values())), 'figure')}, each with the page that prints it."
    also = f"<p>{link(here, 'indicators-by-priority/', 'The same by priority')} · {link(here, 'data/', 'Take the data away')}</p>"
    return _index(here, "Figures, A to Z", "Figures", lede, joined(also, *pieces), folder=True)


def _indicator_line(book: Book, here: str, indicator: Indicator) -> str:
    sentence = main_sentence(indicator, book.observations_of.get(indicator.id, ()))
    said = sentence.removeprefix(f"{indicator.title}: ")
    return f'{link(here, indicator_address(indicator.id), indicator.title)} <span class="st-note">{html(said)}</span>'


def _figures_by_priority(book: Book) -> Page:
    here = "indicators-by-priority/"
    pieces, placed = [], set()
    for priority in book.facts.priorities:
        targets = (priority.id, *(o.id for o in book.outcomes_of.get(priority.id, ())))
        found = {i.id: i for target in targets for i in book.indicators_of.get(target, ())}
        if found:
            placed |= set(found)
            pieces.append(heading(f"{priority.called} {priority.number}: {priority.title}", safe_id(priority.id)))
            pieces.append(bullets([link(here, indicator_address(i.id), i.title) for i in found.values()]))
    rest: dict[str, list[Indicator]] = {}
    for indicator in book.facts.indicators:
        if indicator.id not in placed:
            observations = book.observations_of.get(indicator.id, ())
            part = book.part_of(observations[0].source) if observations else None
            rest.setdefault(part.title if part else "Other", []).append(indicator)
    for number, (title, group) in enumerate(rest.items(), start=1):
        pieces.append(heading(f"From {title}" if title != "Other" else "Other figures", f"from-{number}"))
        pieces.append(bullets([link(here, indicator_address(i.id), i.title) for i in group]))
    lede = "Figures under the promise that they bear on; then those that no paper ties to a promise, by the paper that prints them."
    return _index(here, "Figures by priority", "Figures", lede, joined(*pieces))


def _checked(book: Book) -> Page:
    here = "figures-checked/"
    by_verdict: dict[str, list[Finding]] = {"agrees": [], "differs": [], "cannot tell": []}
    for finding in book.facts.findings:
        by_verdict[finding.verdict].append(finding)
    counts = {verdict: len(found) for verdict, found in by_verdict.items()}
    papers: dict[str, list[Finding]] = {}
    for finding in by_verdict["differs"]:
        part = book.part_of(finding.sources[0]) if finding.sources else None
        papers.setdefault(part.title if part else "Across papers", []).append(finding)
    pieces = [
        tally(counts),
        heading("How figures are checked", "how"),
        "<p>Where a paper states a change, a total or a share, it is worked out again from the figures printed beside it. Rounding is allowed for. "
        "A paper that differs is not thereby wrong: the figures may count different things. Both are shown as printed.</p>",
    ]
    for number, (title, found) in enumerate(papers.items(), start=1):
        pieces.append(heading(title, f"paper-{number}"))
        lines = "".join(_finding_row(book, here, f) for f in found)
        pieces.append(
            f'<table class="st-checks"><caption>{counted(len(found), "statement")} that {"differs" if len(found) == 1 else "differ"}</caption>'
            '<thead><tr><th scope="col">The paper says</th><th scope="col">Its figures give</th><th scope="col">Why</th><th scope="col">Printed on</th></tr></thead>'
            f"<tbody>{lines}</tbody></table>"
        )
    if not book.facts.findings:
        pieces = ["<p>No statement has been checked yet.</p>"]
    total = sum(counts.values())
    lede = (
        f"{counted(total, 'statement')} checked: {counts['agrees']} agree, {counts['differs']} differ, {counts['cannot tell']} cannot be told."
        if total
        else "What the papers state, worked out again from their own figures."
    )
    return _index(here, "Figures checked", "Figures", lede, joined(*pieces))


def tally(counts: Mapping[str, int]) -> str:
    """The three counts of what was checked, as a bar and as numbers."""
    total = sum(counts.values())
    if not total:
        return ""
    names = (("agrees", "agree", "t1"), ("differs", "differ", "t2"), ("cannot tell", "cannot be told", "t3"))
    left, bars, terms = 0.0, "", ""
    for verdict, word, css in names:
        width = counts.get(verdict, 0) / total * 300
        bars += f'<rect class="{css}" x="{left:.1f}" width="{max(width - 1, 0):.1f}" height="10"/>'
        left += width
        terms += (
            f'<div><dt><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="{css}" width="8" height="8"/></svg>{word}</dt>'
            f"<dd>{counts.get(verdict, 0)}</dd></div>"
        )
    return f'<div class="st-tally"><svg viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true">{bars}</svg><dl>{terms}</dl></div>'


def _finding_row(book: Book, here: str, finding: Finding) -> str:
    where = ", ".join(dict.fromkeys(link(here, book.place(s), book.page_words(s)) for s in finding.sources))
    return (
        f'<tr id="{html(safe_id(finding.id))}"><th scope="row" data-label="The paper says">{html(finding.stated)}</th>'
        f'<td data-label="Its figures give">{html(finding.worked_out)}</td><td data-label="Why">{html(finding.explanation)}</td>'
        f'<td data-label="Printed on">{where}</td></tr>'
    )


def _papers(book: Book) -> Page:
    here = "papers/"
    years: dict[str, list[SitePaper]] = {}
    for paper in sorted(book.papers.values(), key=lambda p: (p.date, p.title), reverse=True):
        years.setdefault(paper.date[:4] or NO_DATE, []).append(paper)
    pieces = [
        f"<p>{link(here, 'papers-by-kind/', 'The same by kind')} · {link(here, 'not-here/', 'What is not here')}</p>"
    ]
    for year, group in years.items():
        pieces.append(heading(year, f"year-{safe_id(year)}"))
        pieces += [_paper_entry(book, here, paper) for paper in group]
    pages = sum(len(paper.pages) for paper in book.papers.values())
    lede = f"{counted(len(book.papers), 'paper')} with {counted(pages, 'page')}, newest first."
    return _index(here, "Papers by year", "Papers", lede, joined(*pieces), folder=True)


def _paper_entry(book: Book, here: str, paper: SitePaper) -> str:
    parts = [p for p in book.parts_of.get(paper.id, ()) if p.id != paper.id]
    inside = bullets([link(here, f"papers/{safe_id(p.id)}/", f"{p.item or p.number} {p.title}".strip()) for p in parts])
    draft = ' <span class="st-tag st-tag--draft">Draft</span>' if paper.settings.status == "draft" else ""
    when = f" {day_in_words(paper.date)}." if paper.date else ""
    return (
        f"<h3>{link(here, f'papers/{safe_id(paper.id)}/', paper.title)}{draft}</h3>"
        f'<p class="st-small">{html(paper.kind.capitalize())}.{html(when)} {counted(len(paper.pages), "page")}.</p>{inside}'
    )


def _papers_by_kind(book: Book) -> Page:
    here = "papers-by-kind/"
    kinds: dict[str, list[tuple[str, str, str]]] = {}
    for paper in sorted(book.papers.values(), key=lambda p: (p.date, p.title), reverse=True):
        kinds.setdefault(paper.kind, []).append((paper.title, f"papers/{safe_id(paper.id)}/", day_in_words(paper.date)))
        for part in book.parts_of.get(paper.id, ()):
            if part.id != paper.id:
                kinds.setdefault(part.kind, []).append(
                    (part.title, f"papers/{safe_id(part.id)}/", day_in_words(part.date or paper.date))
                )
    pieces = []
    for kind in sorted(kinds):
        pieces.append(heading(kind.capitalize(), f"kind-{safe_id(kind)}"))
        pieces.append(
            bullets([link(here, url, title) + (f", {html(when)}" if when else "") for title, url, when in kinds[kind]])
        )
    return _index(here, "Papers by kind", "Papers", "Papers and their parts by what they are.", joined(*pieces))


def _requests(book: Book) -> Page:
    here = "requests/"
    ordered = sorted(book.facts.requests, key=lambda r: (r.responded, r.id), reverse=True)
    items = [
        link(here, request_address(r.id), r.title or f"Request {r.reference}")
        + html(f", {r.reference}" + (f", answered {day_in_words(r.responded)}" if r.responded else ""))
        for r in ordered
    ]
    body = bullets(items) or "<p>No answer to a request is among the papers here.</p>"
    lede = "Requests under the Freedom of Information Act, what was answered and what was withheld."
    return _index(here, "Freedom of Information answers", "Papers", lede, body, folder=True)


def _missing(book: Book) -> Page:
    here = "not-here/"
    without = [(paper, page) for paper in book.papers.values() for page in paper.pages if not page.has_text]
    doubtful = [(paper, page) for paper in book.papers.values() for page in paper.pages if page.doubts]
    unsure = sum(1 for o in book.facts.observations if o.trust == "unsure")
    announced = [m for m in book.facts.meetings if m.announced]
    pieces = [heading("Pages without text", "pages")]
    pieces.append(
        bullets([f"{html(paper.title)}, page {html(page.printed or str(page.number))}" for paper, page in without])
        or "<p>Every page of the papers here has text that could be read.</p>"
    )
    if doubtful:
        pieces.append(heading("Pages read with doubt", "doubts"))
        pieces.append(
            bullets(
                [
                    f"{html(p.title)}, page {html(n.printed or str(n.number))}: {html('; '.join(n.doubts))}"
                    for p, n in doubtful
                ]
            )
        )
    pieces.append(heading("Tables and passages not understood", "passages"))
    pieces.append(
        bullets(
            [
                f"{html(w.text[:200])} ({link(here, book.place(w.source), book.place_words(w.source))})"
                for w in book.facts.not_understood
            ]
        )
        or "<p>None is known.</p>"
    )
    pieces.append(heading("Figures not shown", "figures"))
    pieces.append(
        f"<p>{counted(unsure, 'figure')} could not be read with confidence and {'waits' if unsure == 1 else 'wait'} for a person to look.</p>"
        if unsure
        else "<p>No figure is held back for doubt.</p>"
    )
    pieces.append(heading("Meetings whose papers are not here", "meetings"))
    pieces.append(
        bullets([link(here, meeting_address(m.id), meeting_title(m)) for m in announced])
        or "<p>None is announced in the papers here.</p>"
    )
    lede = "What this site does not hold, so that absence is not read as nothing."
    return _index(here, "What is not here", "Papers", lede, joined(*pieces))


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
        f"<p>{link(here, 'decisions/', 'Decisions')} · {link(here, 'forward-plan/', 'Forward plan')}</p>",
        heading("Held", "held") if held else "",
        lines(held),
        heading("Announced", "announced") if coming else "",
        lines(coming),
        "" if ordered else "<p>The papers here name no meeting.</p>",
    )
    return _index(
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
    return _index(here, "Decisions", "Board", lede, joined(*pieces))


def _forward_plan(book: Book) -> Page:
    here = "forward-plan/"
    items = sorted(book.facts.forward_items, key=lambda i: (i.meeting_date or "9999", i.meeting_date_text))
    lede = (
        f"{counted(len(items), 'item')} that the board planned to look at."
        if items
        else "No forward plan is among the papers here."
    )
    return _index(here, "Forward plan", "Board", lede, forward_rows(book, here, items))


def _glossary(book: Book) -> Page:
    here = "glossary/"
    lines = []
    for term in sorted(book.facts.terms, key=lambda t: (t.short.lower(), t.id)):
        lines.append(
            f'<div id="{html(safe_id(term.id))}"><dt>{html(term.short)}</dt><dd>{html(term.expansion)} '
            f'<span class="st-small">{link(here, book.place(term.source), book.place_words(term.source))}</span></dd></div>'
        )
    body = f'<dl class="st-sum">{"".join(lines)}</dl>' if lines else "<p>The papers here explain no abbreviation.</p>"
    return _index(here, "Glossary", "About", "Abbreviations and words as the papers explain them.", body)


def _search(book: Book) -> Page:
    here = "search/"
    lists = [("Priorities and outcomes", "priorities/"), ("Figures, A to Z", "indicators/"), ("Papers by year", "papers/"),
             ("Meetings", "meetings/"), ("Glossary", "glossary/")]  # fmt: skip
    browse = bullets([link(here, url, title) for title, url in lists])
    body = f"<div data-st-search></div>\n\n<noscript><p>The search needs JavaScript. Everything is also in these lists:</p></noscript>\n\n{browse}"
    return Page(
        here,
        "Search",
        "Home",
        body,
        {"kind": "search", "unsearched": True, "wide": True, "crumbs": []},
        "Search promises, figures and papers.",
    )


def newest_cards(book: Book, here: str, most: int) -> tuple[str, str]:
    """Cards of the figures with the newest comparison, and the newest date among all figures."""
    ranked = []
    for indicator in book.facts.indicators:
        observations = book.observations_of.get(indicator.id, ())
        now = newest(observations)
        comparison = compared(observations, now) if now else None
        if now and comparison and day(now.period_end) and now.measure == "count":
            ranked.append((now.period_end, now.kind in {"callout", "chart", "sentence"}, indicator))
    ranked.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    ends = [o.period_end for group in book.observations_of.values() for o in group if day(o.period_end)]
    cards = "".join(card(book, here, indicator) for _, _, indicator in ranked[:most])
    return (f'<div class="st-cards">{cards}</div>' if cards else ""), max(ends, default="")


def _letter_id(letter: str) -> str:
    return f"letter-{safe_id(letter)}"
