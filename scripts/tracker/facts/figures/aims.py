"""Figures that are aimed at and have not come about, told by the heading that they stand under.

In: a figure of running text, its block and the heading or label over it. Out: the figure, marked as planned below "What
we will do" or "What next?", as a target below "How we will measure success"; else as it was.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_rates import PLANNED
from tracker.facts.figures.prose_flow import ProseFigure
from tracker.facts.promises.promise_headings import announced_by_heading
from tracker.facts.promises.promise_words import IMPERATIVE
from tracker.records import Block

_MEASURED = re.compile(
    r"\b(?:how (?:will|do|can|would) (?:we|you)\b.{0,20}\b(?:know|measure|tell)"
    r"|how (?:we|success|progress|this)(?: will|[’']ll)?(?: be)? (?:know|measure|tell)\w*"
    r"|what (?:does |will |would )?(?:success|good)|success (?:measures|criteria|looks)|measures? of success"
    r"|(?:our|key) targets|targets for)\b",
    re.IGNORECASE,
)
# What such an item says of today: "(currently 34%)", "from 68% to", "a baseline of 12", "all 14 schools".
_NOW = re.compile(
    r"\b(?:currently|now|today|at present|baseline(?: of| is|:)?|up from|down from|from|all)\W*$", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:was|were|has|have|had|is|are|saw|rose|fell|\w{3,}ed)\b")
"""A finite verb: what is so told has happened."""


def aimed_at(figure: ProseFigure, block: Block, heading: str) -> ProseFigure:
    """The figure with ``plan: planned`` or ``measure: target`` where its heading and its own words say so."""
    marks = dict(figure.naming.breakdown)
    if marks.get("plan") or marks.get("measure") == "target" or _NOW.search(block.text[: figure.start]):
        return figure
    quote = figure.quote.strip()
    if _MEASURED.search(heading):
        # "Increase the share of … from 68% to 90%" is aimed at whatever it says of the measure;
        # "There were 412 reports in 2031/32, and we want fewer": a sentence tells where things stand
        aimed = IMPERATIVE.match(quote) or not _TOLD.search(block.text[: figure.start])
        return _with(figure, "measure", "target") if block.kind == "list_item" and aimed else figure
    if announced_by_heading(heading) != "planned":
        return figure
    told = block.kind == "list_item" and not _TOLD.search(quote)
    return (
        _with(figure, "plan", "planned")
        if told or IMPERATIVE.match(quote) or PLANNED.search(_clause(figure))
        else figure
    )


def _clause(figure: ProseFigure) -> str:
    """The words between the semicolons round a figure."""
    begin = figure.quote.rfind(";", 0, figure.mention.start) + 1
    end = figure.quote.find(";", figure.mention.end)
    return figure.quote[begin : end if end >= 0 else len(figure.quote)]


def _with(figure: ProseFigure, key: str, mark: str) -> ProseFigure:
    return replace(figure, naming=replace(figure.naming, breakdown=(*figure.naming.breakdown, (key, mark))))
