"""Puts together what the site is made of: the pages as people left them, and what only the papers' readings know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.pages.checks import Check, checks_on, trust_in
from tracker.pages.doc_pages import Docs
from tracker.pages.fields import CommitmentsPage
from tracker.records import (
    Block,
    Paper,
    PaperFacts,
    PaperSettings,
    Part,
    Reading,
    Record,
    Source,
    Tracker,
    TrackerSettings,
)
from tracker.site.book import Book, bare
from tracker.site.dates import day, day_in_words
from tracker.site.site_paper import PaperPage, SitePaper, TextBlock, union


def book_of(docs: Docs, tracker: Tracker, settings: TrackerSettings, files: Mapping[str, str]) -> Book:
    """The book for these pages and readings.

    ``files`` has the name of the PDF of each paper that the site may host. Findings and what was not understood come
    from the readings; everything else is as it stands in the pages.
    """
    facts = docs.facts.model_copy(
        update={
            "findings": tuple(f for f in tracker.facts.findings if not any(r in docs.left_out for r in f.about)),
            "not_understood": tracker.facts.not_understood,
        }
    )
    known = {reading.id for reading in tracker.readings}
    facts = _with_a_paper(facts, known)
    # A paper of several parts has a page of its own, which is no part.
    split = {part.paper for part in facts.parts if part.id != part.paper}
    parts = tuple(p for p in facts.parts if p.paper in known and not (p.id == p.paper and p.paper in split))
    facts = facts.model_copy(update={"parts": parts})
    with_text = {part.id for part in parts} | known
    checks = checks_on((page.kind, page.id, page.fields) for page in docs.pages)
    trusted = {row.id: trust_in(row, checks) for rows in docs.rows.values() for row in rows}
    observations = tuple(
        o.model_copy(update={"trust": trusted[o.id][0]}) if o.id in trusted else o for o in facts.observations
    )
    facts = facts.model_copy(update={"observations": observations})
    return Book(
        settings=settings,
        facts=facts,
        papers={reading.id: _paper(reading, files.get(reading.id, "")) for reading in tracker.readings},
        texts={
            part: tuple(TextBlock(b.id, b.page, b.markdown, b.css) for b in blocks)
            for part, blocks in docs.texts.items()
            if part in with_text
        },
        prose=docs.prose,
        people={
            **docs.people,
            **_of_commitments(docs),
            **_of_rows(docs, {row: check for row, (_, check) in trusted.items()}),
        },
        quoted={bare(source): source.words for source in sources_in(tracker.facts) if source.words},
        boxes={
            (reading.id, block.id): block.parts
            for reading in tracker.readings
            for page in reading.paper.pages
            for block in page.blocks
        },
        table_rows={
            (reading.id, block.id): rows
            for reading in tracker.readings
            for page in reading.paper.pages
            for block in page.blocks
            if (rows := _rows_of(block))
        },
        moved=docs.addresses,
    )


def _rows_of(block: Block) -> tuple[Part, ...]:
    """The rectangles of a table's rows, each round the words of its cells."""
    found = []
    for row in block.rows:
        parts = [cell.part for cell in row if cell and cell.part and cell.rowspan == 1]
        if parts:
            on = [part.bbox for part in parts if part.page == parts[0].page]
            found.append(Part(page=parts[0].page, bbox=union(on)))
    return tuple(found)


def _with_a_paper(facts: PaperFacts, papers: set[str]) -> PaperFacts:
    """The records without those all of whose places are in papers that are here no more: nothing without a source."""
    kept = {
        name: tuple(r for r in records if not (places := {s.paper for s in sources_in(r)}) or places & papers)
        for name in PaperFacts.model_fields
        if (records := getattr(facts, name))
    }
    shown = facts.model_copy(update=kept)
    gone = _measured(facts) - _measured(shown)
    return shown.model_copy(update={"indicators": tuple(i for i in facts.indicators if i.id not in gone)})


def _measured(facts: PaperFacts) -> set[str]:
    """The indicators that something is said of."""
    return (
        {one.indicator for one in facts.observations}
        | {one.indicator for one in facts.targets}
        | {one.indicator for one in facts.changes}
    )


def _of_commitments(docs: Docs) -> dict[str, Mapping[str, Any]]:
    """What people say about single commitments, which stand several on a page."""
    pages = [page.record for page in docs.pages if isinstance(page.record, CommitmentsPage)]
    names = ("status", "status_reason", "status_on")
    return {c.id: {name: getattr(c, name) for name in names} for page in pages for c in page.commitments}


def _of_rows(docs: Docs, checks: Mapping[str, Check | None]) -> dict[str, Mapping[str, Any]]:
    """What people say about single figures, with the check that covers each (see ``pages/checks``)."""
    names = ("correction", "was", "corrected_value", "reason", "checked_by", "checked_on", "check_again")
    found = {row.id: {name: getattr(row, name) for name in names} for rows in docs.rows.values() for row in rows}
    for row, check in checks.items():
        if check:
            found[row] |= {"checked_by": check.by, "checked_on": check.on}
    return {row: said for row, said in found.items() if any(said.values())}


def sources_in(thing: Any) -> Iterator[Source]:
    """Every source inside a record, a tuple of records, or a record of such."""
    if isinstance(thing, Source):
        yield thing
    elif isinstance(thing, tuple):
        for piece in thing:
            yield from sources_in(piece)
    elif isinstance(thing, Record):
        for name in type(thing).model_fields:
            value = getattr(thing, name)
            if isinstance(value, (Record, tuple)):
                yield from sources_in(value)


# A board's packs all bear its name alone.
_OF_A_DAY = ("agenda pack", "agenda", "minutes")


def _own_title(paper: Paper, settings: PaperSettings) -> str:
    """A paper's title; with its kind and day where the papers of every meeting have the same."""
    kind, date = settings.kind or paper.kind, settings.date or paper.date
    if kind not in _OF_A_DAY or not day(date) or date[:4] in paper.title:
        return paper.title
    return f"{paper.title}, {kind} of {day_in_words(date)}"


def _paper(reading: Reading, file: str) -> SitePaper:
    paper, settings = reading.paper, reading.settings
    return SitePaper(
        id=reading.id,
        title=settings.title or _own_title(paper, settings),
        kind=settings.kind or paper.kind,
        date=settings.date or paper.date,
        settings=settings,
        pages=tuple(
            PaperPage(page.number, page.printed, page.width, page.height, page.has_text, page.doubts)
            for page in paper.pages
        ),
        file=file if settings.host else "",
        sha256=paper.sha256,
    )
