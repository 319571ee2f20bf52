"""All figures of a paper: tables, charts, callouts, dashboard slides, letters and running text, as records.

In: a ``PaperContext``, the requests found in it, and the outcomes and priorities with their evidence. Out: ``Figures``
(indicators, observations, stated changes of tables), and the places of tables and charts that look like data but gave
no figure. A block whose words a dashboard's reader has read is left alone by the reader of running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import NO_PERIOD, Draft
from tracker.facts.figures.indicators import Figures, Place, figures_of
from tracker.facts.figures.observe_answers import observe_answers, tables_asked_for
from tracker.facts.figures.observe_charts import observe_charts
from tracker.facts.figures.observe_prose import observe_prose
from tracker.facts.figures.observe_slides import observe_slides
from tracker.facts.figures.observe_tables import observe_tables
from tracker.facts.figures.same_facts import agreed
from tracker.facts.figures.table_totals import named_by_totals
from tracker.facts.figures.told_apart import told_apart
from tracker.facts.promises.tabled_targets import is_target
from tracker.facts.wording.periods import without_periods
from tracker.records import Marker, Outcome, Priority, Request, Wording


def figures_in(
    context: PaperContext,
    requests: Sequence[Request] = (),
    answered: Sequence[Outcome | Priority] = (),
) -> tuple[Figures, tuple[Wording, ...]]:
    """Every figure of a paper. ``answered``: priorities before their outcomes, so that the outcome wins."""
    tables, charts, slides = (
        observe_tables(context, tables_asked_for(context, requests)),
        observe_charts(context),
        observe_slides(context),
    )
    drafts: tuple[Draft, ...] = agreed((*tables.drafts, *charts.drafts, *slides.drafts), context.tracker.place)
    prose = observe_prose(context, skip=slides.read).drafts
    drafts = named_by_totals(drafts, prose)
    letters = observe_answers(context, tuple(requests)).drafts
    where = _places(context, answered)
    aims = tuple(draft for draft in drafts if is_target(draft))
    # "n/a" under "Change" says that nothing is compared
    happened = tuple(draft for draft in drafts if not is_target(draft) and not _nothing_compared(draft))
    # "n/a" under "Target" says that nothing is aimed at
    everything = (*happened, *(_as_target(draft) for draft in aims if draft.value), *prose, *letters)
    figures = figures_of(
        context.paper_id,
        told_apart(everything, context.tracker.place),
        tables.changes,
        lambda index: where[index],
        context.tracker.place,
    )
    figures = replace(figures, drafts=(*figures.drafts, *aims))
    return figures, tuple(_wording(context, index) for index in (*tables.not_understood, *charts.not_understood))


def _nothing_compared(draft: Draft) -> bool:
    """Whether a cell under a head of changes says that the change does not apply: no figure is missing there."""
    return draft.measure == "change" and draft.marker == "z" and not draft.value


def _as_target(draft: Draft) -> Draft:
    """A figure under a head "Target" as those of running text are told: part "target", of a time only where its head
    names one, as the time round the table is that of what happened."""
    parts = tuple(part for part in draft.breakdown if part[0] != "version")
    head = dict(draft.breakdown)["version"]
    kind = without_periods(head).strip(" :()-–").lower()
    period = draft.period if draft.period.label and draft.period.label in draft.quote else NO_PERIOD
    # "<5" under "Target" is what is aimed at, nothing that is held back
    marker: Marker = "" if draft.marker == "c" and draft.value else draft.marker
    part = ("measure", kind if "target" in kind else "target")
    return replace(draft, breakdown=(*parts, part), period=period, marker=marker, trust="machine-read")


def _places(context: PaperContext, answered: Sequence[Outcome | Priority]) -> dict[int, Place]:
    """For each block its part, and the outcome or priority whose evidence it is."""
    relates = stands_under(answered)
    places = {}
    for placed in context.outline:
        span = context.span_of(placed.index)
        places[placed.index] = Place(span.part.id if span else "", relates.get(placed.block.id, ""))
    return places


def stands_under(answered: Sequence[Outcome | Priority]) -> dict[str, str]:
    """For each block of evidence the outcome or priority it stands under; the last of ``answered`` wins."""
    return {block: node.id for node in answered for evidence in node.evidence for block in evidence.blocks}


def _wording(context: PaperContext, index: int) -> Wording:
    block = context.outline.at(index).block
    text = block.caption or " | ".join(c.text for c in block.rows[0] if c) if block.rows else block.caption or "Figure"
    return Wording(text=text, stands_in="table" if block.kind == "table" else "text", source=context.source(block))
