"""What the finder of figures in running text carries along: the figure, its surroundings, the flow of a text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tracker.facts.figures.drafts import NO_PERIOD, Draft, DraftKind
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Period
from tracker.records import Source


@dataclass(frozen=True)
class ProseFigure:
    """A figure found in a text, not yet placed on a page: ``text[start:end]`` prints it, ``quote`` is its sentence."""

    start: int
    end: int
    mention: Mention
    naming: Naming
    period: Period | None
    quote: str


@dataclass(frozen=True)
class Surroundings:
    """What a text stands in: the board's place, the year or quarter its report tells of, the day it came out, its
    headings."""

    place: str = ""
    told: Period | None = None
    published: str = ""
    headings: tuple[str, ...] = field(default=())


@dataclass
class Flow:
    """What goes on from sentence to sentence and from a lead-in to its list."""

    thread: Thread
    period: Period | None = None
    foreign: str = ""
    year: Period | None = None
    published: str = ""
    heading: Period | None = None
    """The period that the heading names: a new paragraph begins with it."""
    told: Period | None = None
    """The quarter or other time that the heading or the report names, for "in the quarter" wherever it stands."""
    foreign_told: bool = False
    """Whether the foreign area had figures: only then may the next paragraph go on about it."""
    own_told: bool = False
    """Whether the paragraph has told figures of the board's own."""
    setting: str = ""
    """The area other than the board's that the heading names: a new paragraph begins with it."""
    to_date: Period | None = None
    """The year to date, where a sentence has told its months."""
    told_so_far: dict[str, ProseFigure] = field(default_factory=dict)
    """The counts that the paragraph has told, by their values."""

    def copy(self) -> Flow:
        return Flow(
            replace(self.thread, names=dict(self.thread.names)),
            self.period,
            self.foreign,
            self.year,
            self.published,
            self.heading,
            self.told,
            self.foreign_told,
            self.own_told,
            self.setting,
            self.to_date,
            dict(self.told_so_far),
        )


def drafted(
    figure: ProseFigure,
    text: str,
    source: Source,
    index: int,
    kind: DraftKind,
    *,
    quote: str = "",
    begin: int = -1,
) -> Draft:
    """The draft of a figure of ``text``; ``index`` is its block's place in the outline, ``quote`` what gives it its
    meaning where that is more than its sentence."""
    return Draft(
        name=figure.naming.title,
        value=figure.mention.value,
        printed=text[figure.start : figure.end],
        source=source,
        index=index,
        kind=kind,
        period=figure.period or NO_PERIOD,
        breakdown=figure.naming.breakdown,
        measure=figure.naming.measure,
        unit=figure.naming.unit,
        qualifier=figure.mention.qualifier,
        marker=figure.mention.marker,
        quote=quote or figure.quote,
        trust="machine-read" if figure.naming.sure else "unsure",
        begin=begin,
    )
