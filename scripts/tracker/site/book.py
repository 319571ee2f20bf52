"""All that the site is made of, in one frozen whole, with the look-ups that every page needs.

A :class:`Book` holds the records as people left them, the texts of the parts block by block, and what people wrote.
Addresses are from the root of the site, without a leading slash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from tracker.facts.figures.superseded import superseded_by
from tracker.records import (
    Commitment,
    Evidence,
    Finding,
    Indicator,
    Meeting,
    Observation,
    Outcome,
    PaperFacts,
    PaperPart,
    Part,
    Priority,
    Request,
    Source,
    StatedChange,
    Strategy,
    Target,
    TrackerSettings,
)
from tracker.site.editions import Edition, editions_of
from tracker.site.names import short_title
from tracker.site.site_paper import SitePaper, TextBlock
from tracker.site.text import clipped, in_order, safe_id


@dataclass(frozen=True)
class Book:
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
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old addresses of pages ("outcomes/old") and where they are now ("outcomes/new")."""
    unread: tuple[str, ...] = ()
    """A sentence for each paper that lies with the others but could not be read: its name and why."""

    # ---- records by id

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
        return _gathered(range(len(commitments)), lambda number: commitments[number].relates_to)

    @cached_property
    def commitment_groups(self) -> Mapping[str, tuple[Commitment, ...]]:
        """Commitments by the priority they stand under ("other" for none), in the order of the papers."""
        return _gathered(self.facts.commitments, self.group_of)

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
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.facts.indicators}

    @cached_property
    def outcomes_of(self) -> Mapping[str, tuple[Outcome, ...]]:
        """The outcomes of each priority."""
        return _gathered(_numbered(self.facts.outcomes), lambda outcome: outcome.priority)

    @cached_property
    def outcomes_in(self) -> Mapping[str, tuple[Outcome, ...]]:
        """The outcomes of each strategy, those of no priority among them."""
        return _gathered(_numbered(self.facts.outcomes), lambda outcome: outcome.strategy)

    @cached_property
    def priorities_of(self) -> Mapping[str, tuple[Priority, ...]]:
        """The priorities of each strategy."""
        return _gathered(_numbered(self.facts.priorities), lambda priority: priority.strategy)

    @cached_property
    def observations_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The figures of each indicator that are shown as fact."""
        return _gathered((o for o in self.facts.observations if o.trust != "unsure"), lambda o: o.indicator)

    @cached_property
    def superseded(self) -> Mapping[str, str]:
        """Figures that a later paper prints with another value, and the figure that replaces each."""
        gone = [paper.id for paper in self.papers.values() if paper.settings.status in ("superseded", "withdrawn")]
        return superseded_by(self.facts.observations, {p.id: p.date for p in self.papers.values()}, gone)

    @cached_property
    def every_observation_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The figures of each indicator, those that are not shown as fact among them."""
        return _gathered(self.facts.observations, lambda o: o.indicator)

    @cached_property
    def indicator_called(self) -> Mapping[str, Indicator]:
        """The indicators by title."""
        return {indicator.title: indicator for indicator in self.facts.indicators}

    @cached_property
    def listed_indicators(self) -> tuple[Indicator, ...]:
        """The indicators that lists name: those with a figure shown as fact, or a target. A measure whose figures all
        wait for a person keeps its page, since the review list leads there, and is promised to nobody."""
        return tuple(i for i in self.facts.indicators if i.id in self.observations_of or i.id in self.targets_of)

    @cached_property
    def replaced_with(self) -> Mapping[str, tuple[Indicator, ...]]:
        """For each indicator those that people say it replaced."""
        return _gathered(self.facts.indicators, lambda indicator: self.said_by_people(indicator.id, "replaced_by"))

    @cached_property
    def editions(self) -> Mapping[str, tuple[Edition, ...]]:
        """The editions of each report that prints figures, oldest first."""
        days = {paper.id: paper.date for paper in self.papers.values()}
        return editions_of(self.facts.observations, self.parts, days)

    @cached_property
    def standing(self) -> frozenset[str]:
        """The figures that may stand for now: not superseded, and of a period that was over when they were printed."""
        dates = {paper.id: paper.date for paper in self.papers.values()}
        return frozenset(
            o.id
            for o in self.facts.observations
            if o.id not in self.superseded and o.period_end <= (dates.get(o.source.paper) or o.period_end)
        )

    def of_now(self, indicator: str) -> tuple[Observation, ...]:
        """The figures of an indicator that a main message is made of: those that stand, or all where none does."""
        every = self.of_own_place(self.observations_of.get(indicator, ()))
        return tuple(o for o in every if o.id in self.standing) or every

    def of_own_place(self, observations: Sequence[Observation]) -> tuple[Observation, ...]:
        """The figures about the tracker's own area; all of them where there is none."""
        own = tuple(o for o in observations if not o.geography or o.geography == self.settings.place)
        return own or tuple(observations)

    @cached_property
    def targets_of(self) -> Mapping[str, tuple[Target, ...]]:
        """The targets and baselines of each indicator."""
        return _gathered(self.facts.targets, lambda target: target.indicator)

    @cached_property
    def changes(self) -> Mapping[str, StatedChange]:
        """Stated changes by id."""
        return {change.id: change for change in self.facts.changes}

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[StatedChange, ...]]:
        """The stated changes of each indicator."""
        return _gathered(self.facts.changes, lambda change: change.indicator)

    @cached_property
    def observations(self) -> Mapping[str, Observation]:
        """Figures by id, those that are not shown as fact among them."""
        return {observation.id: observation for observation in self.facts.observations}

    @cached_property
    def differing(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that differ, by the id of each record they speak of."""
        found: dict[str, list[Finding]] = {}
        for finding in self.facts.findings:
            if finding.verdict == "differs":
                for record in finding.about:
                    found.setdefault(record, []).append(finding)
        return {record: tuple(findings) for record, findings in found.items()}

    @cached_property
    def indicators_of(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The indicators that bear on each priority or outcome, as the indicator or any of its figures says."""
        found: dict[str, dict[str, Indicator]] = {}
        for indicator in self.listed_indicators:
            for target in self.bears_on(indicator):
                found.setdefault(target, {})[indicator.id] = indicator
        return {target: tuple(indicators.values()) for target, indicators in found.items()}

    def bears_on(self, indicator: Indicator) -> tuple[str, ...]:
        """Ids of the outcomes and priorities that an indicator bears on."""
        said = dict.fromkeys(indicator.relates_to)
        said.update(dict.fromkeys(o.relates_to for o in self.observations_of.get(indicator.id, ()) if o.relates_to))
        return tuple(target for target in said if target in self.outcomes or target in self.priorities)

    # ---- places

    @cached_property
    def _part_of_block(self) -> Mapping[tuple[str, str], str]:
        return {
            (self.parts[part].paper, block.id): part
            for part, blocks in self.texts.items()
            if part in self.parts
            for block in blocks
        }

    def part_of(self, source: Source) -> PaperPart | None:
        """The part that a place in a paper belongs to."""
        known = self._part_of_block.get((source.paper, source.block))
        if known:
            return self.parts[known]
        holding = [p for p in self.parts_of.get(source.paper, ()) if p.first_page <= source.page <= p.last_page]
        return min(holding, key=lambda p: (p.last_page - p.first_page, p.id), default=None)

    def place(self, source: Source) -> str:
        """The address of the passage a source points at, of its page, or at least of its paper."""
        if source.paper not in self.papers:
            return "papers/"
        part = self.part_of(source)
        if part is None:
            return f"papers/{safe_id(source.paper)}/"
        if (source.paper, source.block) in self._part_of_block:
            return f"papers/{safe_id(part.id)}/#{safe_id(source.block)}"
        return f"papers/{safe_id(part.id)}/#page-{source.page}"

    def page_words(self, source: Source) -> str:
        """ "page 17" as printed; "page 3 of the file" where the page prints no number."""
        paper = self.papers.get(source.paper)
        printed = source.printed or (
            paper.by_number[source.page].printed if paper and source.page in paper.by_number else ""
        )
        return f"page\u00a0{printed}" if printed else f"page\u00a0{source.page} of the file"

    def place_words(self, source: Source) -> str:
        """ "Annual Report 2022-2023, page 46"; a chapter is named with its paper: "Strategy 2021-24: Background, …"."""
        part = self.part_of(source)
        paper = self.papers.get(source.paper)
        name = part.title if part else paper.title if paper else source.paper
        if part and paper and part.kind == "chapter" and part.id != paper.id:
            name = f"{self.short_name(source)}: {clipped(part.title, 60)}"
        return f"{name}, {self.page_words(source)}"

    def short_name(self, source: Source) -> str:
        """ "Annual Report": the name of a report, or of the paper whose chapter it is, without its board and years."""
        part, paper = self.part_of(source), self.papers.get(source.paper)
        whole = part if part and (part.kind != "chapter" or not paper) else paper
        return short_title(whole.title if whole else source.paper, self.settings.board)

    def short_place(self, source: Source) -> str:
        """ "Annual Report, page 46", for links beside a number."""
        return f"{self.short_name(source)}, {self.page_words(source)}"

    @cached_property
    def figures_in(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """The figures of running text by paper and block: those whose sentence says what they are."""
        return _gathered(
            (o for o in self.facts.observations if o.trust != "unsure" and o.kind == "sentence" and o.quote),
            lambda o: (o.source.paper, o.source.block),
        )

    def pdf(self, paper: str, page: int) -> str:
        """The address of a page inside the PDF: hosted here, or published elsewhere; "" when neither is known."""
        known = self.papers.get(paper)
        if not known:
            return ""
        if known.file:
            return f"papers/{known.file}#page={page}"
        address = known.settings.address
        return f"{address}#page={page}" if address.startswith(("https://", "http://")) else ""

    @cached_property
    def blocks(self) -> Mapping[tuple[str, str], TextBlock]:
        """Blocks by part and id."""
        return {(part, block.id): block for part, blocks in self.texts.items() for block in blocks}

    def evidence_blocks(self, evidence: Evidence) -> tuple[TextBlock, ...]:
        """The blocks that a piece of evidence refers to, without those that are no longer there."""
        return tuple(self.blocks[evidence.part, b] for b in evidence.blocks if (evidence.part, b) in self.blocks)

    def is_held(self, part: str, block: TextBlock) -> bool:
        """Whether search must not find a passage: residents speak in it, or are described, and no one passed it."""
        return "testimony" in block.css.split() and block.id not in (self.people.get(part, {}).get("passed") or ())

    @property
    def reading_copies(self) -> bool:
        """Whether any paper is a reading copy, so that every page must say so."""
        return any(paper.settings.reading_copy for paper in self.papers.values())

    def said_by_people(self, record: str, name: str) -> str:
        """A text that people filled in, "" where they did not."""
        return str(self.people.get(record, {}).get(name) or "")

    def words(self, source: Source) -> str:
        """The words as printed at a place."""
        return source.words or self.quoted.get(bare(source), "")


def bare(source: Source) -> Source:
    """A place without its words, as a key."""
    return source.model_copy(update={"words": ""})


Promised = TypeVar("Promised", Priority, Outcome)


def _numbered(promises: Iterable[Promised]) -> list[Promised]:
    """Promises in the order of their printed numbers (3.2 before 3.10); those of one number as they come."""
    return sorted(promises, key=lambda promise: in_order(promise.number))


Thing = TypeVar("Thing")
Key = TypeVar("Key", str, tuple[str, str])


def _gathered(records: Iterable[Thing], key: Callable[[Thing], Key]) -> Mapping[Key, tuple[Thing, ...]]:
    found: dict[Key, list[Thing]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return {name: tuple(group) for name, group in found.items()}
