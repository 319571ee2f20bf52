"""Ids that last: a new reading of a paper takes over the ids of an earlier one where it finds the same record.

Ids are made from what a paper says at first reading. When a better program reads the title or a row's head a little
differently, the record keeps its first id, and so its page, its address and what people wrote there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.facts.wording.measure_keys import name_key
from tracker.pages.source_text import source_to_text
from tracker.pages.weave import align
from tracker.records import Indicator, Observation, PaperFacts, Reading, Record, Source

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


def with_known_measures(fresh: Sequence[Reading], known: Sequence[Reading], place: str) -> tuple[Reading, ...]:
    """New readings in which a measure has the id that an earlier paper gave it under another wording of its name.

    "Hate Crimes" of the fourth quarter goes on as ``hate-crime`` of the first: names with the same words, whatever
    their order, number and small words, are one measure. Names only alike stay two and are proposed to people.
    ``known`` are the readings that stand already; the fresh ones follow by date, each knowing those before it. An id
    that a reading's paper had before (see ``carried_over``) is in ``known`` too and stays.
    """
    ids: dict[tuple[str, str], str] = {}
    settled: dict[str, set[str]] = {}
    for reading in sorted(known, key=_dated):
        settled.setdefault(reading.id, set()).update(i.id for i in reading.facts.indicators)
        for indicator in reading.facts.indicators:
            ids.setdefault(_meaning(indicator, place), indicator.id)
    out: dict[str, Reading] = {}
    for reading in sorted(fresh, key=_dated):
        own = {i.id for i in reading.facts.indicators}
        renames = {}
        for indicator in reading.facts.indicators:
            goal = ids.setdefault(_meaning(indicator, place), indicator.id)
            if goal not in own and indicator.id not in settled.get(reading.id, ()):
                renames[indicator.id] = goal
                own.add(goal)
        if renames:
            data = {name: _renamed_in(getattr(reading.facts, name), renames) for name in PaperFacts.model_fields}
            reading = reading.model_copy(update={"facts": PaperFacts.model_construct(**data)})
        out[reading.id] = reading
    return tuple(out[reading.id] for reading in fresh)


def _dated(reading: Reading) -> tuple[str, str]:
    return reading.settings.date or reading.paper.date, reading.id


def _meaning(indicator: Indicator, place: str) -> tuple[str, str]:
    return name_key(indicator.title, place), indicator.measure


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
