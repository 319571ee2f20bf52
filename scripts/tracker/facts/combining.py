"""All papers' facts together: records of the same id joined, likely joins proposed, findings across papers added.

In: readings in any order. Out: a ``Tracker``. The order of papers does not matter to the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tracker.facts.answers import with_answers
from tracker.facts.checked import findings_across
from tracker.facts.meetings import joined
from tracker.facts.names import plain_words
from tracker.records import (
    Finding,
    Indicator,
    Outcome,
    PaperFacts,
    Priority,
    Reading,
    Record,
    Strategy,
    Term,
    Tracker,
)

R = TypeVar("R", bound=Record)
P = TypeVar("P", Priority, Outcome)


def combined(readings: Sequence[Reading]) -> Tracker:
    """The tracker that these papers make."""
    ordered = sorted(readings, key=lambda r: (r.settings.date or r.paper.date, r.id))
    facts = [reading.facts for reading in ordered]

    meetings, moved = joined(m for each in facts for m in each.meetings)
    priorities, outcomes = with_answers(
        _joined((p for each in facts for p in each.priorities), _with_wordings),
        _joined((o for each in facts for o in each.outcomes), _with_wordings),
    )
    findings: dict[str, Finding] = {f.id: f for each in facts for f in each.findings}
    findings.update({f.id: f for f in moved})
    findings.update({f.id: f for f in findings_across(ordered)})
    return Tracker(
        readings=tuple(ordered),
        facts=PaperFacts(
            parts=_distinct(r for each in facts for r in each.parts),
            meetings=meetings,
            strategies=_joined((s for each in facts for s in each.strategies), _with_sources),
            priorities=priorities,
            outcomes=outcomes,
            commitments=_distinct(r for each in facts for r in each.commitments),
            targets=_distinct(r for each in facts for r in each.targets),
            indicators=_joined((i for each in facts for i in each.indicators), _with_names),
            observations=_distinct(r for each in facts for r in each.observations),
            changes=_distinct(r for each in facts for r in each.changes),
            requests=_distinct(r for each in facts for r in each.requests),
            forward_items=_distinct(r for each in facts for r in each.forward_items),
            terms=_terms(t for each in facts for t in each.terms),
            findings=tuple(findings.values()),
            not_understood=tuple(w for each in facts for w in each.not_understood),
        ),
    )


def _distinct(records: Iterable[R]) -> tuple[R, ...]:
    """Records in order, the first of each id."""
    return _joined(records, lambda one, _: one)


def _joined(records: Iterable[R], join: Callable[[R, R], R]) -> tuple[R, ...]:
    """Records in order, those of one id made one."""
    kept: dict[str, R] = {}
    for record in records:
        name = record.id  # type: ignore[attr-defined]
        kept[name] = join(kept[name], record) if name in kept else record
    return tuple(kept.values())


def _with_wordings(one: P, other: P) -> P:
    return one.model_copy(
        update={
            "wordings": tuple(dict.fromkeys((*one.wordings, *other.wordings))),
            "sub_headings": tuple(dict.fromkeys((*one.sub_headings, *other.sub_headings))),
            "evidence": tuple(dict.fromkeys((*one.evidence, *other.evidence))),
            "answers": tuple(dict.fromkeys((*one.answers, *other.answers))),
        }
    )


def _with_sources(one: Strategy, other: Strategy) -> Strategy:
    return one.model_copy(update={"sources": tuple(dict.fromkeys((*one.sources, *other.sources)))})


def _with_names(one: Indicator, other: Indicator) -> Indicator:
    names = dict.fromkeys((*one.also_called, *other.also_called, other.title))
    return one.model_copy(
        update={
            "also_called": tuple(n for n in names if n != one.title),
            "relates_to": tuple(dict.fromkeys((*one.relates_to, *other.relates_to))),
            "notes": tuple(dict.fromkeys((*one.notes, *other.notes))),
        }
    )


def _terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """One record for each expansion of an abbreviation; ids set anew, since each paper counts from one."""
    kept: dict[tuple[str, str], Term] = {}
    for term in terms:
        key = (term.short, plain_words(term.expansion))
        if key not in kept or (term.stands_in == "list" and kept[key].stands_in != "list"):
            kept[key] = term
    used: dict[str, int] = {}
    numbered = []
    for term in sorted(kept.values(), key=lambda t: (t.short.lower(), t.short, t.expansion)):
        base = term.id.rstrip("0123456789").rstrip("-") if term.id[-1:].isdigit() else term.id
        used[base] = used.get(base, 0) + 1
        numbered.append(term.model_copy(update={"id": base if used[base] == 1 else f"{base}-{used[base]}"}))
    return tuple(numbered)
