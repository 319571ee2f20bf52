"""The page "Figures checked": what each statement is about, what the paper says, what its own figures give."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracker.facts.wording.word_forms import capital
from tracker.records import Finding, PaperPart
from tracker.site.addresses import indicator_address, meeting_address, outcome_address, request_address
from tracker.site.board import meeting_title
from tracker.site.book import Book
from tracker.site.dates import as_words, worked_out_words
from tracker.site.names import short_title
from tracker.site.page import Page, bullets, heading, index_page, joined, stacked_row, stacked_table
from tracker.site.passages import is_table, sentence_with
from tracker.site.site_paper import SitePaper
from tracker.site.sources import page_links
from tracker.site.tally import statements, tally, verdicts
from tracker.site.text import clipped, counted, html, link, safe_id
from tracker.site.values import shown

COLUMNS = ("What", "The paper says", "Its own figures give", "Printed on")
VERDICTS = ("differs", "cannot tell", "agrees")
LONGEST_QUOTE = 220
ACROSS = "Across papers"

HOW = (
    "<ul><li><strong>A difference is not a verdict.</strong> It can come from rounding, a later revision, another way "
    "of counting or a slip in typing. The paper’s figure stays on this site as printed.</li>"
    "<li><strong>Differs:</strong> the paper’s own arithmetic does not support a figure or change it states.</li>"
    "<li><strong>Agrees</strong> allows for rounding to the places printed.</li>"
    "<li><strong>Cannot be told:</strong> the paper states a change, a total or a share but prints no figures that "
    "it can be worked out from.</li></ul>"
)


@dataclass
class Group:
    """The findings of one paper, or of one report in an agenda pack."""

    title: str
    where: str = ""
    found: dict[str, list[Finding]] = field(default_factory=lambda: {verdict: [] for verdict in VERDICTS})


def checked_list(book: Book) -> Page:
    """The whole page: counts, how to read it, what differs by paper, then what could not be told and what agrees."""
    here = "figures-checked/"
    groups = _groups(book)
    counts = {verdict: sum(len(g.found[verdict]) for g in groups) for verdict in VERDICTS}
    total = sum(counts.values())
    if not total:
        body = "<p>No statement has been checked yet.</p>"
        lede = "What the papers state, worked out again from their own figures."
    else:
        differing = [(f"paper-{n}", g) for n, g in enumerate(groups, start=1) if g.found["differs"]]
        quiet = [g for g in groups if not g.found["differs"]]
        body = joined(
            tally(counts),
            heading("How to read this page", "how"),
            HOW,
            _chips(here, book.settings.board, counts, differing),
            *(_differing(book, here, key, group) for key, group in differing),
            _quiet(quiet),
            _folded(book, here, "Cannot be told", "cannot-be-told", groups, "cannot tell"),
            _folded(book, here, "Agree", "agree", groups, "agrees"),
        )
        lede = (
            f"{statements(total)} worked out again from figures printed in the same papers: "
            f"{verdicts(counts['agrees'], counts['differs'], counts['cannot tell'])}."
        )
    page = index_page(here, "Figures checked", "Figures", lede, body, searched=True)
    # The links by paper stand above; the columns need the width that a list of contents would take.
    return replace(page, meta={**page.meta, "no_contents": True})


def what_of(book: Book, finding: Finding) -> tuple[str, str]:
    """What a finding speaks of, and the address of the page about it ("" where there is none)."""
    own = capital(finding.what)
    for record in finding.about:
        change = book.changes.get(record)
        observation = book.observations.get(record)
        measure = observation.indicator if observation else change.indicator if change else record
        if measure in book.indicators:
            return own or book.indicators[measure].title, f"{indicator_address(measure)}#differences"
        meeting = book.meetings.get(record)
        if meeting:
            name = f"{capital(finding.kind)}: {meeting_title(meeting)}"
            return own or name, f"{meeting_address(meeting.id)}#differences"
        if record in book.outcomes:
            return own or book.outcomes[record].title, f"{outcome_address(record)}#differences"
        request = book.requests.get(record)
        if request:
            return own or request.title or request.reference, f"{request_address(record)}#differences"
    return own or capital(finding.kind), ""


def quoted(book: Book, finding: Finding) -> str:
    """The sentence a finding is about, or row › column of the table, with its words marked (HTML); "" where the
    sentence would say no more than the words themselves."""
    if not finding.sources:
        return ""
    first = finding.sources[0]
    words = book.words(first)
    about = [book.observations[record] for record in finding.about if record in book.observations]
    near = next((o for o in about if (o.source.paper, o.source.block) == (first.paper, first.block)), None)
    sentence = near.quote if near and (near.kind == "table" or words in near.quote) else ""
    part = book.part_of(first)
    block = book.blocks.get((part.id, first.block)) if part else None
    if block and not is_table(block.markdown) and (not near or near.kind not in {"table", "chart"}):
        known = sentence_with(block.markdown, words)
        sentence = known if len(known) > len(sentence) else sentence
    elif near and near.kind == "table" and sentence and shown(near) not in sentence:
        sentence = f"{sentence}: {near.as_printed}"
    if sentence.strip(" .") in {"", words.strip(" ."), finding.stated.strip(" .")}:
        return ""
    return marked(_around(sentence, words or finding.stated), [*finding.stated.split(" … "), words])


def marked(sentence: str, wanted: Sequence[str]) -> str:
    """A sentence as HTML with the first wanted words that stand in it marked (of the pieces of one statement, all)."""
    pieces = [piece.strip(" “”.") for piece in wanted]
    found = [p for p in pieces[:-1] if p and _at(sentence, p) >= 0] or [
        p for p in pieces[-1:] if p and _at(sentence, p) >= 0
    ]
    spans = sorted((_at(sentence, piece), len(piece)) for piece in found)
    made, done = "", 0
    for start, length in spans:
        if start >= done:
            made += f"{html_kept(sentence[done:start])}<mark>{html_kept(sentence[start : start + length])}</mark>"
            done = start + length
    return made + html_kept(sentence[done:])


def html_kept(text: str) -> str:
    """Text for HTML whose spaces at both ends stay, since it stands beside other words."""
    left = " " if text[:1].isspace() else ""
    right = " " if text.strip() and text[-1:].isspace() else ""
    return f"{left}{html(text)}{right}"


def _at(sentence: str, piece: str) -> int:
    """Where a piece stands in a sentence as whole words and numbers, -1 where it does not."""
    match = re.search(rf"(?<![\w]){re.escape(piece)}(?![\w]|[.,]\d)", sentence)
    return match.start() if match else -1


def _around(sentence: str, words: str) -> str:
    """The sentence, cut to what stands round the words where it is long."""
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    at = max(sentence.find(words), 0)
    start = max(0, at - LONGEST_QUOTE // 2)
    start = sentence.find(" ", start) + 1 if start else 0
    return ("… " if start else "") + clipped(sentence[start:], LONGEST_QUOTE)


def _groups(book: Book) -> list[Group]:
    """Findings by paper, in the order of the newest paper first; in an agenda pack by the report they stand in."""
    groups: dict[tuple[str, str], Group] = {}
    order: dict[tuple[str, str], tuple[int, int]] = {}
    newest = sorted(book.papers.values(), key=lambda p: (p.date, p.id), reverse=True)
    rank = {paper.id: place for place, paper in enumerate(newest)}
    for finding in book.facts.findings:
        source = finding.sources[0] if finding.sources else None
        paper = book.papers.get(source.paper) if source else None
        part = book.part_of(source) if source else None
        if not source or not paper:
            key, group, at = ("", ""), Group(ACROSS), (len(rank), 0)
        elif part and part.item:
            key, group = (paper.id, part.id), Group(part.title, _report_where(paper, part))
            at = (rank[paper.id], part.first_page)
        else:
            key, group = (paper.id, ""), Group(paper.title, _paper_where(paper))
            at = (rank[paper.id], 0)
        order.setdefault(key, at)
        groups.setdefault(key, group).found[finding.verdict].append(finding)
    return [groups[key] for key in sorted(groups, key=lambda key: (order[key], key))]


def _report_where(paper: SitePaper, part: PaperPart) -> str:
    first, last = paper.printed(part.first_page), paper.printed(part.last_page)
    pages = f"page\u00a0{first}" if first == last else f"pages\u00a0{first}–{last}"
    return f"{paper.title}, agenda item {part.item}, {pages}"


def _paper_where(paper: SitePaper) -> str:
    return counted(len(paper.pages), "page")


def _chips(here: str, board: str, counts: Mapping[str, int], differing: Sequence[tuple[str, Group]]) -> str:
    shown = [
        f'<li><a href="#cannot-be-told">Cannot be told, {counts["cannot tell"]}</a></li>'
        if counts["cannot tell"]
        else "",
        f'<li><a href="#agree">Agree, {counts["agrees"]}</a></li>' if counts["agrees"] else "",
        f"<li>{link(here, 'data/findings.csv', 'All as CSV')}</li>",
    ]
    jump = "".join(
        f'<li><a href="#{key}">{html(short_title(group.title, board))}, {len(group.found["differs"])}</a></li>'
        for key, group in differing
    )
    first = f'<li><a href="#{differing[0][0]}">Differ, {counts["differs"]}</a></li>' if differing else ""
    papers = f'<ul class="st-chips st-chips--jump">{jump}</ul>' if len(differing) > 1 else ""
    return f'<nav aria-label="Show"><ul class="st-chips">{first}{"".join(shown)}</ul>{papers}</nav>'


def _differing(book: Book, here: str, key: str, group: Group) -> str:
    told = " · ".join(
        part
        for part in (
            group.where,
            verdicts(*(len(group.found[verdict]) for verdict in ("agrees", "differs", "cannot tell"))),
        )
        if part
    )
    caption = f"Statements that differ: {group.title}"
    return joined(
        heading(group.title, key),
        f'<p class="st-small">{html(told)}</p>',
        _table(book, here, caption, group.found["differs"]),
    )


def _table(book: Book, here: str, caption: str, findings: Sequence[Finding]) -> str:
    rows = [_row(book, here, finding) for finding in findings]
    return stacked_table(caption, COLUMNS, rows, css="st-checks", hidden=True)


def _row(book: Book, here: str, finding: Finding) -> str:
    what, address = what_of(book, finding)
    named = link(here, address, what) if address else html(what)
    quote = quoted(book, finding)
    context = f' <span class="st-note">“{quote}”</span>' if quote else ""
    why = f' <span class="st-note">{html(finding.explanation)}</span>' if finding.explanation else ""
    gives = f"<strong>{html(worked_out_words(finding.worked_out))}</strong>" if finding.worked_out else ""
    said = f"<strong>{html(as_words(finding.stated))}</strong>{context}"
    cells = (said, f"{gives}{why}", page_links(book, here, finding.sources))
    return stacked_row(named, dict(zip(COLUMNS[1:], cells, strict=True)), key=safe_id(finding.id))


def _quiet(groups: Sequence[Group]) -> str:
    """Papers in which nothing differs, so that silence is not read as unchecked."""
    if not groups:
        return ""
    told = [html(f"{g.title}: {verdicts(len(g.found['agrees']), 0, len(g.found['cannot tell']))}") for g in groups]
    return joined(heading("Nothing differs in", "nothing-differs"), bullets(told))


def _folded(book: Book, here: str, title: str, key: str, groups: Sequence[Group], verdict: str) -> str:
    """Statements that agree, or cannot be told, by paper, folded: nobody has to take the counts on trust."""
    pieces, count = [], 0
    for group in groups:
        lines = [_line(book, here, finding) for finding in group.found[verdict]]
        count += len(lines)
        if lines:
            pieces.append(
                f"<details><summary>{html(clipped(group.title, 90))}: {len(lines)}</summary>{bullets(lines)}</details>"
            )
    return joined(heading(f"{title}, {count}", key), "\n".join(pieces)) if pieces else ""


def _line(book: Book, here: str, finding: Finding) -> str:
    what, address = what_of(book, finding)
    page = address.partition("#")[0]
    named = link(here, page, what) if page else html(what)
    gives = f"; {html(worked_out_words(finding.worked_out))}" if finding.worked_out else ""
    why = f" {html(finding.explanation)}" if finding.explanation else ""
    where = page_links(book, here, finding.sources)
    return f'{named}: “{html(as_words(finding.stated))}”{gives}.{why} <span class="st-small">{where}</span>'
