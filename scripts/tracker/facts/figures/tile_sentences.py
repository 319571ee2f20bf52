"""Tiles that are sentences: "Our wardens walked 8,600 miles on patrol", "19 homes were fitted with extra security".

In: a callout and the ``Flow``. Out: the drafts that the reader of running text gives, dated by the tile where the
sentence names no time of its own; none where that reader is not sure, so that the words are read as a tile's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import NO_PERIOD, Draft
from tracker.facts.figures.observe_prose import observe_text
from tracker.facts.figures.prose_flow import Surroundings
from tracker.facts.figures.slide_flow import Flow
from tracker.facts.sections import Placed
from tracker.facts.wording.numbers import find_numbers
from tracker.facts.wording.periods import find_periods
from tracker.facts.wording.sentences import sentences

# What makes words a sentence: who acts, or what was done.
_SAYS = re.compile(r"^(?:We|Our|They)\b.*\d|^[\d,.]+\s(?:[a-z-]+\s){1,4}(?:were|was|have|has)\s[a-z]+", re.IGNORECASE)


def tile_sentence(context: PaperContext, placed: Placed, flow: Flow) -> Iterator[Draft]:
    """The figures of a callout that is one sentence."""
    text = placed.block.text
    if not _SAYS.search(text) or len(sentences(text)) != 1 or ":" in text or find_periods(text):
        return
    figures = observe_text(text, Surroundings(flow.place, flow.context.year, flow.context.published))
    if not figures or not all(figure.naming.sure for figure in figures) or len(figures) < len(find_numbers(text)):
        return
    for figure in figures:
        yield Draft(
            name=figure.naming.title,
            value=figure.mention.value,
            printed=text[figure.start : figure.end],
            source=context.source(placed.block, figure.start, figure.end),
            index=placed.index,
            kind="callout",
            period=figure.period or flow.page_period or flow.period or NO_PERIOD,
            breakdown=figure.naming.breakdown,
            measure=figure.naming.measure,
            unit=figure.naming.unit,
            qualifier=figure.mention.qualifier,
            geography=flow.place,
            quote=figure.quote,
            begin=figure.start,
        )
