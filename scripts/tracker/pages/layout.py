"""Which record stands on which page, and what the machine would write there: a pure function from a ``Tracker``.

In: all papers together. Out: for each address the fields, passages and rows of a page, before people touch it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from tracker.facts.promises.target_places import places_of_targets, without_indicator
from tracker.pages.fields import COMMITMENT_START, PEOPLE_START
from tracker.pages.front_matter import Value
from tracker.pages.passages import Passage, page_of, passages_of
from tracker.pages.rows import Row, row_of
from tracker.pages.source_text import source_to_text
from tracker.records import Block, Paper, PaperPart, Reading, Record, Source, Tracker

_UNSAFE = re.compile(r"[^a-z0-9.-]+")
FORWARD_PLAN, TERMS = "forward-plan", "terms"
OTHER = "other"
"""The page of commitments that stand under no priority or outcome."""


@dataclass(frozen=True)
class MachinePage:
    """What the machine says a page holds. ``people`` are people's fields that a new page starts with; ``has_text``
    says that passages of a paper belong on it; ``rows`` is None for pages without a CSV."""

    address: str
    kind: str
    id: str
    fields: Mapping[str, Value]
    people: Mapping[str, Value] = field(default_factory=dict)
    has_text: bool = False
    passages: tuple[Passage, ...] = ()
    rows: tuple[Row, ...] | None = None


def machine_pages(tracker: Tracker, mailboxes: Sequence[str] = ()) -> dict[tuple[str, str], MachinePage]:
    """Every page by kind and record id. ``mailboxes`` may be linked to from passages."""
    facts = tracker.facts
    pages: list[MachinePage] = []
    pages += [_page("strategies", strategy.id, fields_of(strategy)) for strategy in facts.strategies]
    pages += [_page("priorities", priority.id, fields_of(priority)) for priority in facts.priorities]
    pages += [_page("outcomes", outcome.id, fields_of(outcome)) for outcome in facts.outcomes]
    pages += [_page("meetings", meeting.id, fields_of(meeting)) for meeting in facts.meetings]
    pages += [_page("requests", request.id, fields_of(request)) for request in facts.requests]
    pages += _indicator_pages(tracker)
    pages += _commitment_pages(tracker)
    if facts.forward_items:
        items = [fields_of(item, nested=True) for item in facts.forward_items]
        pages.append(
            _page(FORWARD_PLAN, FORWARD_PLAN, {"id": FORWARD_PLAN, "title": "Forward plan", "forward_items": items})
        )
    if facts.terms:
        items = [fields_of(term, nested=True) for term in facts.terms]
        pages.append(_page(TERMS, TERMS, {"id": TERMS, "title": "Terms and abbreviations", "terms": items}))
    for reading in tracker.readings:
        pages += _paper_pages(reading, [part for part in facts.parts if part.paper == reading.id], mailboxes)
    return {(page.kind, page.id): page for page in pages}


def address_of(kind: str, record_id: str) -> str:
    """Where the page of a record stands until people move it: "outcomes/x"; plan and terms have one page each.

    Ids come out of papers in the end, so that no more than letters, digits, hyphens and stops reach a path.
    """
    if kind in (FORWARD_PLAN, TERMS):
        return kind
    return f"{kind}/{_UNSAFE.sub('-', record_id.lower()).strip('-.') or 'unnamed'}"


def _page(kind: str, record_id: str, fields: Mapping[str, Value], **more: Any) -> MachinePage:
    return MachinePage(address_of(kind, record_id), kind, record_id, fields, PEOPLE_START[kind], **more)


def _indicator_pages(tracker: Tracker) -> list[MachinePage]:
    facts = tracker.facts
    rows: dict[str, list[Row]] = {}
    for observation in facts.observations:
        rows.setdefault(observation.indicator, []).append(row_of(observation))
    pages = []
    for indicator in facts.indicators:
        fields = fields_of(indicator)
        for name, records in (("targets", facts.targets), ("changes", facts.changes)):
            held = [fields_of(r, nested=True, without=("indicator",)) for r in records if r.indicator == indicator.id]
            fields.update({name: held} if held else {})
        pages.append(_page("indicators", indicator.id, fields, rows=tuple(rows.get(indicator.id, ()))))
    return pages


def _commitment_pages(tracker: Tracker) -> list[MachinePage]:
    facts = tracker.facts
    titles = {strategy.id: strategy.title for strategy in facts.strategies}
    titles |= {priority.id: priority.title for priority in facts.priorities}
    titles |= {outcome.id: outcome.title for outcome in facts.outcomes}
    groups: dict[str, list[Value]] = {}
    for commitment in facts.commitments:
        group = commitment.relates_to if commitment.relates_to in titles else OTHER
        groups.setdefault(group, []).append({**fields_of(commitment, nested=True), **COMMITMENT_START})
    alone = without_indicator(facts.targets, {indicator.id for indicator in facts.indicators})
    places = places_of_targets(alone, facts.outcomes, facts.priorities)
    targets: dict[str, list[Value]] = {}
    for target in alone:
        targets.setdefault(places[target.id] or OTHER, []).append({**fields_of(target, nested=True), "indicator": ""})
    return [
        _page(
            "commitments",
            group,
            {
                "id": group,
                "title": f"Commitments: {titles.get(group, 'not under one priority')}",
                **({"commitments": groups[group]} if group in groups else {}),
                **({"targets": targets[group]} if group in targets else {}),
            },
        )
        for group in dict.fromkeys((*groups, *targets))
    ]


def _paper_pages(reading: Reading, parts: Sequence[PaperPart], mailboxes: Sequence[str]) -> list[MachinePage]:
    """A page for each part with its text, and one for the paper with the text that is in no part."""
    paper = reading.paper
    owners = block_owners(paper, parts)
    own: dict[str, list[Block]] = {}
    for block in (block for page in paper.pages for block in page.blocks):
        own.setdefault(owners.get(block.id, reading.id), []).append(block)
    pages = []
    whole: dict[str, Value] = {}
    testimony = frozenset(block for part in parts for block in part.testimony)
    for part in parts:
        if part.id == reading.id:
            whole = fields_of(part)
            continue
        texts = passages_of(own.get(part.id, ()), mailboxes=mailboxes, testimony=testimony)
        pages.append(_page("papers", part.id, fields_of(part), has_text=True, passages=texts))
    title = reading.settings.title or paper.title or reading.id
    fields = {
        **whole,
        "id": reading.id,
        "paper": reading.id,
        "title": title,
        "kind": reading.settings.kind or paper.kind,
        "date": reading.settings.date or paper.date,
        "board": reading.settings.board or str(whole.get("board", "")),
        "first_page": "1",
        "last_page": str(len(paper.pages)),
        "pages": str(len(paper.pages)),
    }
    texts = passages_of(own.get(reading.id, ()), mailboxes=mailboxes, testimony=testimony)
    return [_page("papers", reading.id, fields, has_text=True, passages=texts), *pages]


def block_owners(paper: Paper, parts: Iterable[PaperPart]) -> dict[str, str]:
    """The part each block belongs to: the narrowest that holds it, where parts lie inside or beside each other."""
    order = {block.id: place for place, block in enumerate(b for page in paper.pages for b in page.blocks)}
    owners: dict[str, str] = {}
    width: dict[str, int] = {}
    for part in parts:
        inside = _blocks_of(part, order)
        for block in inside:
            if block not in width or len(inside) < width[block]:
                owners[block], width[block] = part.id, len(inside)
    return owners


def _blocks_of(part: PaperPart, order: Mapping[str, int]) -> list[str]:
    if part.first_block in order and part.last_block in order:
        first, last = order[part.first_block], order[part.last_block]
        return [block for block, place in order.items() if first <= place <= last]
    return [block for block in order if part.first_page <= page_of(block) <= part.last_page]


# ---- records as fields


def fields_of(record: Record, *, nested: bool = False, without: Sequence[str] = ()) -> dict[str, Value]:
    """A record's fields as a page has them: texts, lists and mappings, sources as lines.

    At the top all single values are written, so that people see what may be filled; lists and, inside lists, single
    values only when they hold something.
    """
    fields: dict[str, Value] = {}
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name in without:
            continue
        if value == info.default and (nested or isinstance(value, tuple)):
            continue
        if isinstance(value, tuple) and not value:
            continue
        fields[name] = _value(value)
    return fields


def _value(value: object) -> Value:
    if isinstance(value, Source):
        return source_to_text(value)
    if isinstance(value, BaseModel):
        assert isinstance(value, Record)
        return fields_of(value, nested=True)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
