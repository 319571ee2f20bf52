"""A figure as one finder has it, before indicators are told apart and ids are given.

Finders of figures (tables, charts, callouts, dashboard sentences) return drafts; ``indicators`` turns all drafts of a
paper into ``Indicator``, ``Observation`` and ``StatedChange`` records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tracker.facts.wording.number_qualifiers import Qualifier
from tracker.facts.wording.periods import Period
from tracker.records import Marker, Measure, Source, Trust

DraftKind = Literal["table", "sentence", "callout", "chart", "letter"]

NO_PERIOD = Period("", "")


@dataclass(frozen=True)
class Draft:
    """One printing of one figure. ``name`` is the measure in words; ``index`` is its block's place in the outline."""

    name: str
    value: str
    printed: str
    source: Source
    index: int
    kind: DraftKind
    period: Period = NO_PERIOD
    breakdown: tuple[tuple[str, str], ...] = ()
    measure: Measure = "count"
    unit: str = ""
    qualifier: Qualifier = ""
    marker: Marker = ""
    geography: str = ""
    quote: str = ""
    trust: Trust = "machine-read"
    begin: int = -1
    """Where the number begins in its block's text; -1 in tables and charts."""
    also: tuple[str, ...] = ()
    """Other names that the paper gives the measure nearby, such as the title of the slide."""


@dataclass(frozen=True)
class DraftChange:
    """A change that is stated in words or in a column, with the two drafts it speaks of where they are known."""

    name: str
    stated: str
    direction: Literal["up", "down", "same", ""]
    amount: str
    unit: Literal["%", "pp", "number", "times", ""]
    source: Source
    index: int
    before: Draft | None = None
    after: Draft | None = None


@dataclass(frozen=True)
class Found:
    """What one finder returns."""

    drafts: tuple[Draft, ...] = ()
    changes: tuple[DraftChange, ...] = ()
    not_understood: tuple[int, ...] = field(default=())
    """Places in the outline of blocks that look like data and gave no figure."""
