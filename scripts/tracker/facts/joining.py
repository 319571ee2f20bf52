"""Two records of one thing made one: what both say is kept once, in the order found.

In: two records with the same id. Out: one record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from tracker.records import Indicator, Outcome, Priority, Strategy


class Identified(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Identified)
P = TypeVar("P", Priority, Outcome)


def joined_by_id(records: Iterable[R], join: Callable[[R, R], R]) -> tuple[R, ...]:
    """Records in order, those of one id made one."""
    kept: dict[str, R] = {}
    for record in records:
        kept[record.id] = join(kept[record.id], record) if record.id in kept else record
    return tuple(kept.values())


def distinct(records: Iterable[R]) -> tuple[R, ...]:
    """Records in order, the first of each id."""
    return joined_by_id(records, lambda one, _: one)


def with_wordings(one: P, other: P) -> P:
    """A promise with the wordings, sub-headings, evidence and answers of both records."""
    return one.model_copy(
        update={
            "wordings": tuple(dict.fromkeys((*one.wordings, *other.wordings))),
            "sub_headings": tuple(dict.fromkeys((*one.sub_headings, *other.sub_headings))),
            "evidence": tuple(dict.fromkeys((*one.evidence, *other.evidence))),
            "answers": tuple(dict.fromkeys((*one.answers, *other.answers))),
        }
    )


def with_sources(one: Strategy, other: Strategy) -> Strategy:
    """A strategy with the places of both records."""
    return one.model_copy(update={"sources": tuple(dict.fromkeys((*one.sources, *other.sources)))})


def with_names(one: Indicator, other: Indicator) -> Indicator:
    """An indicator with the names, promises and notes of both records."""
    names = dict.fromkeys((*one.also_called, *other.also_called, other.title))
    return one.model_copy(
        update={
            "also_called": tuple(n for n in names if n != one.title),
            "relates_to": tuple(dict.fromkeys((*one.relates_to, *other.relates_to))),
            "notes": tuple(dict.fromkeys((*one.notes, *other.notes))),
        }
    )
