"""Ids that last: a new reading of a paper takes over the ids of an earlier one where it finds the same record.

Ids are made from what a paper says at first reading. When a better program reads the title or a row's head a little
differently, the record keeps its first id, and so its page, its address and what people wrote there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.pages.source_text import source_to_text
from tracker.pages.weave import align
from tracker.records import Observation, PaperFacts, Reading, Record, Source

KINDS = (
    *("strategies", "priorities", "outcomes", "parts", "indicators", "meetings", "requests"),
    *("commitments", "targets", "observations", "changes", "forward_items", "terms"),
)
"""Records with ids, those that others refer to first."""

REFERENCES = frozenset(
    {"id", "strategy", "priority", "part", "indicator", "relates_to", "answers", "repeats", "about", "minutes_part"}
    | {"from_observation", "to_observation"}
)
"""Fields that hold ids of records."""

_IN_A_NAME = ("reference", "number", "title", "short", "text", "stated", "as_printed", "value")


def carried_over(old: Reading, new: Reading) -> Reading:
    """The new reading with the old one's ids for the records that both have. Paper ids are as they are."""
    found = new.facts
    for kind in KINDS:
        renames = renamed(getattr(old.facts, kind), getattr(found, kind))
        if renames:
            data = {name: _renamed_in(getattr(found, name), renames) for name in PaperFacts.model_fields}
            found = PaperFacts.model_construct(**data)
    return new.model_copy(update={"facts": found})


def renamed(old: Sequence[Record], new: Sequence[Record]) -> dict[str, str]:
    """New id → old id for records that are the same under another id."""
    before = {_id(record): record for record in old}
    after = {_id(record): record for record in new}
    gone = [record for key, record in before.items() if key not in after]
    come = [record for key, record in after.items() if key not in before]
    if not gone or not come:
        return {}
    pairs = align(come, gone, _place, _words)
    return {_id(come[i]): _id(gone[j]) for i, j in pairs.items()}


def _id(record: Record) -> str:
    return str(getattr(record, "id", ""))


def _place(record: Record) -> str:
    """Where a record stands, to the box: two records that stand in one place are likely one."""
    source = getattr(record, "source", None)
    if isinstance(source, Source):
        return source_to_text(source)
    return ""


def _words(record: Record) -> str:
    """What a record says, for likeness."""
    if isinstance(record, Observation):
        return f"{record.indicator} {record.breakdown} {record.period_label} {record.as_printed} {record.source.page}"
    return " ".join(str(getattr(record, name)) for name in _IN_A_NAME if getattr(record, name, ""))


def _renamed_in(value: Any, renames: Mapping[str, str], name: str = "") -> Any:
    if isinstance(value, str):
        return renames.get(value, value) if name in REFERENCES else value
    if isinstance(value, tuple):
        return tuple(_renamed_in(item, renames, name) for item in value)
    if isinstance(value, Source) or not isinstance(value, Record):
        return value
    changed = {}
    for field in type(value).model_fields:
        held = getattr(value, field)
        other = _renamed_in(held, renames, field)
        if other != held:
            changed[field] = other
    return value.model_copy(update=changed) if changed else value
