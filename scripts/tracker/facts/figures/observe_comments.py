"""Figures in the comments of a scorecard: a row's own figure is what its comment goes on from.

In: a ``PaperContext``, a table, the names of its rows and the figures read from its cells. Out: drafts, each with the
comment's cell as its place. "Of these 133 have children" is told of the newest count of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.facts.board.comments import comments_in
from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import Draft
from tracker.facts.figures.made_whole import made_whole
from tracker.facts.figures.prose_flow import Surroundings, drafted
from tracker.facts.figures.prose_headings import under_heading
from tracker.facts.figures.prose_sentence import figures_of
from tracker.facts.sections import Placed
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.word_forms import in_line, is_plural

_SORTED = re.compile(
    r"^(?:(?:total\s)?number\sof|no\.?\sof|#|%\s(?:of)?|percentage\sof|proportion\sof)\s*", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*\([^()]*\)")


def observe_comments(
    context: PaperContext, placed: Placed, labels: Mapping[int, str], cells: Sequence[tuple[int, Draft]]
) -> Iterator[Draft]:
    """The figures of a table's comments. ``labels``: the rows' names; ``cells``: the figures of the rows, each with its
    row."""
    place, published = context.tracker.place, _published(context, placed)
    above = tuple(h.text for h in context.outline.headings(placed))
    at: tuple[int, int] | None = None
    newest: Draft | None = None
    flow = under_heading(Surroundings(place, None, published, above))
    for row, column, text in comments_in(placed.block):
        label = _SORTED.sub("", _BRACKET.sub("", labels.get(row, ""))).strip()
        if (row, column) != at:
            newest = max((d for r, d in cells if r == row and _happened(d)), key=lambda d: d.period.end, default=None)
            told = newest.period if newest else None
            flow = under_heading(Surroundings(place, told, published, (*above, label)))
            for _ in figures_of(_said(label, newest), flow, place) if newest and label else ():
                pass
        at = row, column
        source = context.cell(placed.block, row, column)
        for begin, end in sentences(text):
            whole = made_whole(text[begin:end])
            for figure in figures_of(whole.text, flow, place):
                start, stop = (begin + whole.printed(n) for n in (figure.start, figure.end))
                # a part of the row's own figure is of its time
                part = newest is not None and bool(label) and figure.naming.title.startswith(label.split(" at ")[0])
                period = figure.period or (newest.period if newest and part else None)
                found = replace(figure, start=start, end=stop, period=period)
                yield drafted(found, text, source, placed.index, "table", quote=f"{label} › {text[begin:end]}")


def _published(context: PaperContext, placed: Placed) -> str:
    span = context.span_of(placed.index)
    return (span.part.date if span else "") or context.paper.date


def _happened(draft: Draft) -> bool:
    return (
        bool(draft.value and draft.period.end) and draft.measure != "change" and "version" not in dict(draft.breakdown)
    )


def _said(label: str, newest: Draft) -> str:
    """A row's newest figure as a sentence: what its comment goes on from."""
    counted = newest.measure == "count" and any(is_plural(word) for word in label.split())
    return f"There were {newest.printed} {in_line(label)}." if counted else f"{label} was {newest.printed}."
