"""The look-ups of figures: the indicators, their observations, targets and stated changes, and what they bear on.

Figures that wait for a person are only among ``observations`` and ``every_observation_of``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.facts.figures.superseded import superseded_by
from tracker.records import Indicator, Observation, StatedChange, Target
from tracker.site.book_records import BookRecords, gathered
from tracker.site.editions import Edition, editions_of


@dataclass(frozen=True)
class BookFigures(BookRecords):
    """What the site is made of, with the look-ups of its figures."""

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.facts.indicators}

    @cached_property
    def observations_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The figures of each indicator that are shown as fact."""
        return gathered((o for o in self.facts.observations if o.trust != "unsure"), lambda o: o.indicator)

    @cached_property
    def superseded(self) -> Mapping[str, str]:
        """Figures that a later paper prints with another value, and the figure that replaces each."""
        gone = [paper.id for paper in self.papers.values() if paper.settings.status in ("superseded", "withdrawn")]
        return superseded_by(self.facts.observations, {p.id: p.date for p in self.papers.values()}, gone)

    @cached_property
    def every_observation_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The figures of each indicator, those that are not shown as fact among them."""
        return gathered(self.facts.observations, lambda o: o.indicator)

    @cached_property
    def indicator_called(self) -> Mapping[str, Indicator]:
        """The indicators by title."""
        return {indicator.title: indicator for indicator in self.facts.indicators}

    @cached_property
    def listed_indicators(self) -> tuple[Indicator, ...]:
        """The indicators that lists name: those with a figure shown as fact, or a target. A measure whose figures all
        wait for a person keeps its page, since the review list leads there, and is promised to nobody."""
        return tuple(i for i in self.facts.indicators if self.is_listed(i.id))

    def is_listed(self, indicator: str) -> bool:
        """Whether lists name an indicator, by its id."""
        return indicator in self.observations_of or indicator in self.targets_of

    @cached_property
    def replaced_with(self) -> Mapping[str, tuple[Indicator, ...]]:
        """For each indicator those that people say it replaced."""
        return gathered(self.facts.indicators, lambda indicator: self.said_by_people(indicator.id, "replaced_by"))

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
        return gathered(self.facts.targets, lambda target: target.indicator)

    @cached_property
    def changes(self) -> Mapping[str, StatedChange]:
        """Stated changes by id."""
        return {change.id: change for change in self.facts.changes}

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[StatedChange, ...]]:
        """The stated changes of each indicator."""
        return gathered(self.facts.changes, lambda change: change.indicator)

    @cached_property
    def observations(self) -> Mapping[str, Observation]:
        """Figures by id, those that are not shown as fact among them."""
        return {observation.id: observation for observation in self.facts.observations}

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

    @cached_property
    def figures_in(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """The figures of running text by paper and block: those whose sentence says what they are."""
        return gathered(
            (o for o in self.facts.observations if o.trust != "unsure" and o.kind == "sentence" and o.quote),
            lambda o: (o.source.paper, o.source.block),
        )
