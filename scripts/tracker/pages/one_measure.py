"""One measure under several names: people's ``same_as`` and ``not_the_same_as`` on indicators' pages carried out.

A person writes ``same_as: residential-burglary`` on the page of "Domestic burglary". The next extraction puts its rows
into the other's CSV, with everything people changed in either, and the page is then what the other was ``formerly``.
In: the pages as they stand and what was read. Out: what the machine has to say about the joined measures, and texts in
place of the two pages. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from tracker.facts.joining import joined_by_id, with_names
from tracker.pages.front_matter import Value, read_front_matter, split_page
from tracker.pages.front_matter_text import plain, set_field
from tracker.pages.merge_checks import AGAIN
from tracker.pages.rows import Table, read_table, table_text
from tracker.records import Indicator, Record, Tracker

_NOT_CARRIED = frozenset({"id", "title", "same_as", "formerly", "not_the_same_as", "checked_by", "checked_on"})


@dataclass(frozen=True)
class Decisions:
    """What people decided. ``now`` are joins whose page still stands, ``settled`` those that ``formerly`` tells of:
    id of the indicator that goes, and of the one it goes into. ``apart`` are pairs of id and id or name."""

    now: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Joins that cannot be done: the page's id, and what it names."""


def decisions_on(pages: Mapping[str, Mapping[str, Value]]) -> Decisions:
    """The decisions that the fields of indicators' pages hold, by indicator id."""
    wanted = {key: _last(said) for key, fields in pages.items() if (said := str(fields.get("same_as") or ""))}
    now: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for key in wanted:
        goal, seen = wanted[key], {key}
        while goal in wanted and goal not in seen:
            seen.add(goal)
            goal = wanted[goal]
        if goal in pages and goal not in seen:
            now[key] = goal
        else:
            unknown[key] = wanted[key]
    settled = {
        old: now.get(key, key)
        for key, fields in pages.items()
        for old in map(_last, _listed(fields.get("formerly")))
        if old not in pages
    }
    apart = {
        (key, name) for key, fields in pages.items() for name in map(_folded, _listed(fields.get("not_the_same_as")))
    }
    return Decisions(now, settled, frozenset(apart), unknown)


def with_joined(tracker: Tracker, goes_to: Mapping[str, str]) -> Tracker:
    """What was read, with the records of indicators that go put under those they go into."""
    joins = _joins(goes_to, {indicator.id for indicator in tracker.facts.indicators})
    if not joins:
        return tracker
    facts = tracker.facts
    staying = [i for i in facts.indicators if i.id not in joins]
    going = [i.model_copy(update={"id": joins[i.id]}) for i in facts.indicators if i.id in joins]

    def moved(record: Record) -> Record:
        to = joins.get(getattr(record, "indicator", ""))
        return record.model_copy(update={"indicator": to}) if to else record

    return tracker.model_copy(
        update={
            "facts": facts.model_copy(
                update={
                    "indicators": joined_by_id([*staying, *going], with_names),
                    **{
                        name: tuple(map(moved, getattr(facts, name))) for name in ("observations", "targets", "changes")
                    },
                }
            )
        }
    )


def _joins(goes_to: Mapping[str, str], there: Container[str]) -> dict[str, str]:
    """The same between ids of records: a page that was moved has another id than the record that it stands for."""
    record: dict[str, str] = {}
    for old, new in goes_to.items():
        if new not in there and old in there:
            record.setdefault(new, old)
    joins = {old: record.get(new, new) for old, new in goes_to.items() if old in there}
    return {old: new for old, new in joins.items() if new in there and old != new}


def without_refused(tracker: Tracker, apart: frozenset[tuple[str, str]]) -> Tracker:
    """What was read, without the names that people said are another measure's (either page may say so)."""
    if not apart:
        return tracker
    titles = {i.id: i.title for i in tracker.facts.indicators}
    refused: dict[str, set[str]] = {}
    for key, name in apart:
        other = next((i for i, title in titles.items() if name in (_folded(i), _folded(title))), "")
        refused.setdefault(key, set()).update({name, _folded(titles.get(other, ""))})
        if other:
            refused.setdefault(other, set()).add(_folded(titles.get(key, "")))

    def kept(indicator: Indicator) -> Indicator:
        names = tuple(n for n in indicator.also_called if _folded(n) not in refused.get(indicator.id, ()))
        return indicator.model_copy(update={"also_called": names}) if names != indicator.also_called else indicator

    indicators = tuple(map(kept, tracker.facts.indicators))
    return tracker.model_copy(update={"facts": tracker.facts.model_copy(update={"indicators": indicators})})


def joined_page(page: str, going: str, machine: Mapping[str, Value], address: str) -> tuple[str, dict[str, Value]]:
    """The page of the measure that stays, with what people wrote on the one that goes (``machine`` is what the machine
    wrote there), and the fields that both fill differently, which stay as they were."""
    yaml_text, body, _ = split_page(page)
    other_yaml, other_body, _ = split_page(going)
    mine, theirs = read_front_matter(yaml_text).fields, read_front_matter(other_yaml).fields
    former = [*_listed(mine.get("formerly")), address, *_listed(theirs.get("formerly"))]
    changed = set_field(yaml_text, "formerly", list(dict.fromkeys(former)))
    lost: dict[str, Value] = {}
    for name, value in theirs.items():
        if name in _NOT_CARRIED or plain(value) == "" or plain(value) == plain(machine.get(name, "")):
            continue
        if plain(mine.get(name, "")) == "":
            changed = set_field(changed, name, value)
        elif plain(mine.get(name, "")) != plain(value):
            lost[name] = value
    head = page[: len(page) - len(body)].replace(yaml_text, changed, 1)
    prose = other_body.strip("\n")
    if prose:
        body = f"{body.rstrip()}\n\n{prose}\n" if body.strip() else f"\n{prose}\n"
    return head + body, lost


def marks_on_joined(staying: Mapping[str, Value], going: Mapping[str, Value]) -> dict[str, str]:
    """What rows are to say of checks when their page goes: its check was of these rows, the other page's was not."""
    if going.get("checked_by"):
        return {name: str(going.get(name) or "") for name in ("checked_by", "checked_on")}
    return {AGAIN: f"stood on the page of {going.get('id')}"} if staying.get("checked_by") else {}


def joined_rows(text: str, going: str, marks: Mapping[str, str]) -> str:
    """The two CSV files as one: rows and columns that people added or changed stay, rows keep their bytes. Rows that
    no check of their own is about get ``marks``."""
    mine, theirs = read_table(text), read_table(going)
    held = {row.get("id") for row in mine.rows}
    added = [(row, raw) for row, raw in zip(theirs.rows, theirs.raw, strict=True) if row.get("id") not in held]
    header = tuple(dict.fromkeys((*mine.header, *theirs.header, *marks)))
    same = _dress(mine) == _dress(theirs)
    own = [bool(row.get("checked_by") or row.get(AGAIN)) or not marks for row, _ in added]
    return table_text(
        header,
        [
            *((row, raw if header == mine.header else None) for row, raw in zip(mine.rows, mine.raw, strict=True)),
            *(
                (row, raw if same and header == mine.header else None) if checked else ({**row, **marks}, None)
                for (row, raw), checked in zip(added, own, strict=True)
            ),
        ],
        mine,
    )


def _dress(table: Table) -> tuple[tuple[str, ...], str, str]:
    return table.header, table.delimiter, table.newline


def _listed(value: Value) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)] if value else []


def _last(address: str) -> str:
    """The id in an address as people write it: "/indicators/x/", "indicators/x.md", "x"."""
    return address.strip().strip("/").removesuffix(".md").rsplit("/", 1)[-1]


def _folded(name: str) -> str:
    return " ".join(_last(name).casefold().replace("-", " ").split())
