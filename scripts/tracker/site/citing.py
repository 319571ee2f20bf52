"""Who draws on what: for each block of a part the pages that cite it, for each paper and part all that was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tracker.records import Source
from tracker.site.board import meeting_address, meeting_title
from tracker.site.book import Book, Citation
from tracker.site.promises import (
    commitment_groups,
    commitments_address,
    group_name,
    outcome_address,
    priority_address,
    strategy_address,
)
from tracker.site.requests import request_address
from tracker.site.text import clipped, safe_id

Uses = Iterator[tuple[str, str, str, Source]]
"""Kind, title, address of the page, and the place it draws on."""


def uses(book: Book) -> Uses:
    """Every place that some page of the site draws on."""
    for s in book.facts.strategies:
        yield from (("Strategies", s.title, strategy_address(s.id), source) for source in s.sources)
    for p in book.facts.priorities:
        title = f"{p.called} {p.number}: {clipped(p.title, 70)}"
        yield from (("Priorities", title, priority_address(p.id), w.source) for w in p.wordings)
        yield from _evidence(book, "Priorities", title, priority_address(p.id), p.evidence)
    for o in book.facts.outcomes:
        title = f"Outcome {o.number}: {clipped(o.title, 70)}"
        yield from (("Outcomes", title, outcome_address(o.id), w.source) for w in o.wordings)
        yield from _evidence(book, "Outcomes", title, outcome_address(o.id), o.evidence)
    for i in book.facts.indicators:
        address = f"indicators/{safe_id(i.id)}/"
        yield from (("Figures", i.title, address, o.source) for o in book.observations_of.get(i.id, ()))
        yield from (("Figures", i.title, address, c.source) for c in book.changes_of.get(i.id, ()))
    for group, commitments in commitment_groups(book).items():
        title = f"Commitments: {clipped(group_name(book, group)[0], 60)}"
        yield from (("Commitments", title, commitments_address(group), c.source) for c in commitments)
    for m in book.facts.meetings:
        sources = [
            *m.sources,
            *(d.source for d in m.decisions),
            *(r.source for r in m.recommendations),
            *(i.source for i in m.items),
        ]
        yield from (("Meetings", meeting_title(m), meeting_address(m.id), source) for source in sources)
    for r in book.facts.requests:
        sources = [
            *r.sources,
            *(q.question_source for q in r.questions),
            *(q.answer_source for q in r.questions if q.answer_source),
        ]
        yield from (
            ("Requests", r.title or f"Request {r.reference}", request_address(r.id), source) for source in sources
        )
    for f in book.facts.forward_items:
        yield "Forward plan", "Forward plan", "forward-plan/", f.source
    for t in book.facts.terms:
        yield "Glossary", "Glossary", "glossary/", t.source


def citations(book: Book) -> Mapping[tuple[str, str], tuple[Citation, ...]]:
    """For each (part, block) the pages that draw on it, with the words they draw on; each page and words once."""
    found: dict[tuple[str, str], dict[Citation, None]] = {}
    for kind, title, address, source in uses(book):
        part = book.part_of(source)
        if part and source.block and kind != "Glossary":
            found.setdefault((part.id, source.block), {})[Citation(address, title, book.words(source))] = None
    return {key: tuple(group) for key, group in found.items()}


def taken(
    book: Book,
) -> tuple[Mapping[str, dict[str, list[tuple[str, str]]]], Mapping[str, dict[str, list[tuple[str, str]]]]]:
    """All that was taken, by paper and by part: kind, then (title, address) each once."""
    by_paper: dict[str, dict[str, dict[tuple[str, str], None]]] = {}
    by_part: dict[str, dict[str, dict[tuple[str, str], None]]] = {}
    for kind, title, address, source in uses(book):
        by_paper.setdefault(source.paper, {}).setdefault(kind, {})[title, address] = None
        part = book.part_of(source)
        if part:
            by_part.setdefault(part.id, {}).setdefault(kind, {})[title, address] = None
    return _lists(by_paper), _lists(by_part)


def _lists(
    found: Mapping[str, Mapping[str, Mapping[tuple[str, str], None]]],
) -> dict[str, dict[str, list[tuple[str, str]]]]:
    return {key: {kind: list(items) for kind, items in kinds.items()} for key, kinds in found.items()}


def _evidence(book: Book, kind: str, title: str, address: str, evidence: object) -> Uses:
    from tracker.records import Evidence

    for one in evidence if isinstance(evidence, tuple) else ():
        if isinstance(one, Evidence) and one.part in book.parts:
            paper = book.parts[one.part].paper
            for block in book.evidence_blocks(one):
                yield kind, title, address, Source(paper=paper, page=block.page, block=block.id)
