"""All that the site is made of, in one frozen whole, with the look-ups of parts, promises, meetings and requests.

Records are as people left them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from tracker.records import (
    Commitment,
    Finding,
    Meeting,
    Outcome,
    PaperFacts,
    PaperPart,
    Part,
    Priority,
    Request,
    Source,
    Strategy,
    TrackerSettings,
)
from tracker.site.site_paper import SitePaper, TextBlock
from tracker.site.text import in_order


@dataclass(frozen=True)
class BookRecords:
    """What the site is made of. ``people`` are the fields that only people fill, ``prose`` is what they wrote."""

    settings: TrackerSettings
    facts: PaperFacts
    papers: Mapping[str, SitePaper]
    texts: Mapping[str, tuple[TextBlock, ...]] = field(default_factory=dict)
    prose: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    quoted: Mapping[Source, str] = field(default_factory=dict)
    """The words in the boxes of each source (keyed by the source without its words)."""
    boxes: Mapping[tuple[str, str], tuple[Part, ...]] = field(default_factory=dict)
    """Where each block of a paper stands, by paper and block."""
    table_rows: Mapping[tuple[str, str], tuple[Part, ...]] = field(default_factory=dict)
    """Where each row of a table stands, by paper and block."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old addresses of pages ("outcomes/old") and where they are now ("outcomes/new")."""
    unread: tuple[str, ...] = ()
    """A sentence for each paper that lies with the others but could not be read: its name and why."""

    @cached_property
    def parts(self) -> Mapping[str, PaperPart]:
        """Parts of papers by id."""
        return {part.id: part for part in self.facts.parts}

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[PaperPart, ...]]:
        """The parts of each paper in the order of its pages."""
        found: dict[str, list[PaperPart]] = {paper: [] for paper in self.papers}
        for part in self.facts.parts:
            found.setdefault(part.paper, []).append(part)
        return {
            paper: tuple(sorted(parts, key=lambda p: (p.first_page, p.last_page, p.id)))
            for paper, parts in found.items()
        }

    @cached_property
    def strategies(self) -> Mapping[str, Strategy]:
        """Strategies by id."""
        return {strategy.id: strategy for strategy in self.facts.strategies}

    @cached_property
    def commitments(self) -> Mapping[str, Commitment]:
        """Commitments by id."""
        return {commitment.id: commitment for commitment in self.facts.commitments}

    def commitments_under(self, promises: Iterable[str]) -> tuple[Commitment, ...]:
        """The commitments that stand under any of these priorities or outcomes, in the order of the papers."""
        found = (number for promise in dict.fromkeys(promises) for number in self._commitments_at.get(promise, ()))
        return tuple(self.facts.commitments[number] for number in sorted(found))

    @cached_property
    def _commitments_at(self) -> Mapping[str, tuple[int, ...]]:
        commitments = self.facts.commitments
        return gathered(range(len(commitments)), lambda number: commitments[number].relates_to)

    @cached_property
    def commitment_groups(self) -> Mapping[str, tuple[Commitment, ...]]:
        """Commitments by the priority they stand under ("other" for none), in the order of the papers."""
        return gathered(self.facts.commitments, self.group_of)

    def group_of(self, commitment: Commitment) -> str:
        """The priority a commitment stands under, the outcome where that has none, "other" for neither."""
        target = commitment.relates_to
        if target in self.outcomes and self.outcomes[target].priority in self.priorities:
            return self.outcomes[target].priority
        return target if target in self.priorities or target in self.outcomes else "other"

    @cached_property
    def repeated_by(self) -> Mapping[str, tuple[str, ...]]:
        """By commitment the later ones that seem to make it again."""
        found: dict[str, tuple[str, ...]] = {}
        for commitment in self.facts.commitments:
            for earlier in commitment.repeats:
                found[earlier] = (*found.get(earlier, ()), commitment.id)
        return found

    @cached_property
    def priorities(self) -> Mapping[str, Priority]:
        """Priorities by id."""
        return {priority.id: priority for priority in self.facts.priorities}

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Outcomes by id."""
        return {outcome.id: outcome for outcome in self.facts.outcomes}

    @cached_property
    def promises(self) -> Mapping[str, Priority | Outcome]:
        """Priorities, then outcomes, by id."""
        return {**self.priorities, **self.outcomes}

    @cached_property
    def meaning_the_same(self) -> Mapping[str, tuple[str, ...]]:
        """For each priority and outcome the others that it answers, or that answer it, in the order of ``promises``."""
        found: dict[str, set[str]] = {}
        for promise in self.promises.values():
            for other in promise.answers:
                if other in self.promises:
                    found.setdefault(promise.id, set()).add(other)
                    found.setdefault(other, set()).add(promise.id)
        order = {promise: number for number, promise in enumerate(self.promises)}
        return {promise: tuple(sorted(others, key=order.__getitem__)) for promise, others in found.items()}

    @cached_property
    def meetings(self) -> Mapping[str, Meeting]:
        """Meetings by id."""
        return {meeting.id: meeting for meeting in self.facts.meetings}

    @cached_property
    def requests(self) -> Mapping[str, Request]:
        """Freedom of Information requests by id."""
        return {request.id: request for request in self.facts.requests}

    @cached_property
    def outcomes_of(self) -> Mapping[str, tuple[Outcome, ...]]:
        """The outcomes of each priority."""
        return gathered(_numbered(self.facts.outcomes), lambda outcome: outcome.priority)

    @cached_property
    def outcomes_in(self) -> Mapping[str, tuple[Outcome, ...]]:
        """The outcomes of each strategy, those of no priority among them."""
        return gathered(_numbered(self.facts.outcomes), lambda outcome: outcome.strategy)

    @cached_property
    def priorities_of(self) -> Mapping[str, tuple[Priority, ...]]:
        """The priorities of each strategy."""
        return gathered(_numbered(self.facts.priorities), lambda priority: priority.strategy)

    @cached_property
    def differing(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that differ, by the id of each record they speak of."""
        found: dict[str, list[Finding]] = {}
        for finding in self.facts.findings:
            if finding.verdict == "differs":
                for record in finding.about:
                    found.setdefault(record, []).append(finding)
        return {record: tuple(findings) for record, findings in found.items()}

    def said_by_people(self, record: str, name: str) -> str:
        """A text that people filled in, "" where they did not."""
        return str(self.people.get(record, {}).get(name) or "")


Promised = TypeVar("Promised", Priority, Outcome)


def _numbered(promises: Iterable[Promised]) -> list[Promised]:
    """Promises in the order of their printed numbers (3.2 before 3.10); those of one number as they come."""
    return sorted(promises, key=lambda promise: in_order(promise.number))


Thing = TypeVar("Thing")
Key = TypeVar("Key", str, tuple[str, str])


def gathered(records: Iterable[Thing], key: Callable[[Thing], Key]) -> Mapping[Key, tuple[Thing, ...]]:
    """Records by what ``key`` says of them, each group in the order they come."""
    found: dict[Key, list[Thing]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return {name: tuple(group) for name, group in found.items()}
