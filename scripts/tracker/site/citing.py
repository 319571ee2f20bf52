"""Who draws on what: for each block of a part the pages that cite it, for each paper and part all that was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.records import Evidence, Source
from tracker.site.addresses import (
    commitments_address,
    meeting_address,
    outcome_address,
    priority_address,
    request_address,
    strategy_address,
)
from tracker.site.board import meeting_title
from tracker.site.book import Book, bare
from tracker.site.commitments import group_name
from tracker.site.site_paper import Citation
from tracker.site.text import clipped, safe_id


@dataclass(frozen=True)
class Use:
    """A page that draws on a place: its kind, title and address, and the words there that it draws on."""

    kind: str
    title: str
    address: str
    source: Source
    words: str


def uses(book: Book) -> Iterator[Use]:
    """Every place that some page of the site draws on."""
    facts = book.facts

    def at(kind: str, title: str, address: str, sources: Iterable[Source]) -> Iterator[Use]:
        return (Use(kind, title, address, source, book.words(source)) for source in sources)

    for s in facts.strategies:
        yield from at("Strategies", s.title, strategy_address(s.id), s.sources)
    for p in facts.priorities:
        title = f"{p.called} {p.number}: {clipped(p.title, 70)}"
        yield from at("Priorities", title, priority_address(p.id), (w.source for w in p.wordings))
        yield from at("Priorities", title, priority_address(p.id), _evidence(book, p.evidence))
    for o in facts.outcomes:
        title = f"Outcome {o.number}: {clipped(o.title, 70)}"
        yield from at("Outcomes", title, outcome_address(o.id), (w.source for w in o.wordings))
        yield from at("Outcomes", title, outcome_address(o.id), _evidence(book, o.evidence))
    for i in facts.indicators:
        address = f"indicators/{safe_id(i.id)}/"
        for figure in book.observations_of.get(i.id, ()):
            # A sentence is marked whole, as it gives the figure its meaning; a table's cell has no sentence.
            words = figure.quote if figure.kind in {"sentence", "callout", "letter"} else ""
            yield Use("Figures", i.title, address, figure.source, words)
        yield from at("Figures", i.title, address, (c.source for c in book.changes_of.get(i.id, ())))
    for group, commitments in book.commitment_groups.items():
        title = f"Commitments: {clipped(group_name(book, group)[0], 60)}"
        yield from at("Commitments", title, commitments_address(group), (c.source for c in commitments))
    for m in facts.meetings:
        said = (*(d.source for d in m.decisions), *(r.source for r in m.recommendations), *(i.source for i in m.items))
        sources = (*m.sources, *said)
        yield from at("Meetings", meeting_title(m), meeting_address(m.id), sources)
    for r in facts.requests:
        answers = (q.answer_source for q in r.questions if q.answer_source)
        sources = (*r.sources, *(q.question_source for q in r.questions), *answers)
        yield from at("Requests", r.title or f"Request {r.reference}", request_address(r.id), sources)
    for item in facts.forward_items:
        yield from at("Forward plan", clipped(item.title, 70), f"forward-plan/#{safe_id(item.id)}", (item.source,))
    for term in facts.terms:
        title = clipped(f"{term.short}: {term.expansion}", 70)
        yield from at("Glossary", title, f"glossary/#{safe_id(term.id)}", (term.source,))


def citations(book: Book) -> Mapping[tuple[str, str], tuple[Citation, ...]]:
    """For each (part, block) the pages that draw on it, with the words they draw on; each page and words once."""
    found: dict[tuple[str, str], dict[Citation, None]] = {}
    for use in uses(book):
        part = book.part_of(use.source)
        if part and use.source.block and use.kind != "Glossary":
            found.setdefault((part.id, use.source.block), {})[Citation(use.address, use.title, use.words)] = None
    return {key: tuple(group) for key, group in found.items()}


def cited_places(book: Book) -> Mapping[tuple[str, int], tuple[Source, ...]]:
    """For each (paper, page) the places on it that some page draws on as words: what is marked on its picture."""
    found: dict[tuple[str, int], dict[Source, None]] = {}
    for use in uses(book):
        if use.source.boxes and use.kind not in {"Glossary", "Meetings"}:
            found.setdefault((use.source.paper, use.source.page), {})[bare(use.source)] = None
    return {key: tuple(group) for key, group in found.items()}


Taken = Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]
"""By paper or part: by kind, the titles and addresses of the pages that draw on it, each once."""


def taken(book: Book) -> tuple[Taken, Taken]:
    """All that was taken from each paper, and from each part."""
    by_paper: dict[str, dict[str, dict[tuple[str, str], None]]] = {}
    by_part: dict[str, dict[str, dict[tuple[str, str], None]]] = {}
    for use in uses(book):
        by_paper.setdefault(use.source.paper, {}).setdefault(use.kind, {})[use.title, use.address] = None
        part = book.part_of(use.source)
        if part:
            by_part.setdefault(part.id, {}).setdefault(use.kind, {})[use.title, use.address] = None
    return _lists(by_paper), _lists(by_part)


def _lists(found: Mapping[str, Mapping[str, Mapping[tuple[str, str], None]]]) -> Taken:
    return {key: {kind: list(items) for kind, items in kinds.items()} for key, kinds in found.items()}


def _evidence(book: Book, evidence: Sequence[Evidence]) -> Iterator[Source]:
    """The first passage of each evidence on each page: one link back is enough for a whole section."""
    for one in evidence:
        if one.part in book.parts:
            first = {block.page: block for block in reversed(book.evidence_blocks(one))}
            for page, block in sorted(first.items()):
                yield Source(paper=book.parts[one.part].paper, page=page, block=block.id)
