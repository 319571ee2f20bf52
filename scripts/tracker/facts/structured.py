"""All figures that stand in tables, charts, callouts and dashboard slides of a paper.

In: a ``PaperContext``, and for each block the outcome or priority it answers. Out: ``Figures``, and the ids of blocks
whose figures are told here, so that the reader of running text leaves them alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from tracker.facts.context import PaperContext
from tracker.facts.indicators import Figures, Place, figures_of
from tracker.facts.observe_charts import observe_charts
from tracker.facts.observe_slides import observe_slides
from tracker.facts.observe_tables import observe_tables
from tracker.facts.same_facts import agreed


def structured_figures(context: PaperContext, relates_to: Mapping[str, str] | None = None) -> Figures:
    """Indicators, observations and stated changes of everything but running text."""
    tables = observe_tables(context)
    charts = observe_charts(context)
    slides = observe_slides(context)
    drafts = agreed((*tables.drafts, *charts.drafts, *slides.drafts), context.tracker.place)
    changes = tables.changes
    blocks = {placed.index: placed.block.id for placed in context.outline}

    def place_of(index: int) -> Place:
        span = context.span_of(index)
        return Place(span.part.id if span else "", (relates_to or {}).get(blocks[index], ""))

    return figures_of(context.paper_id, drafts, changes, place_of, context.tracker.place)
