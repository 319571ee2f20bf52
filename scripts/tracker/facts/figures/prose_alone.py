"""The figures of a sentence under the names that readers see, each unsure where its name alone would mislead them.

In: the figures of one sentence and its parse. Out: the same figures, plainly named, told apart from each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.prose_flow import ProseFigure
from tracker.facts.figures.title_alone import stands_alone
from tracker.facts.figures.title_beside import beside_each_other
from tracker.facts.figures.title_plain import plainly_named
from tracker.facts.sentence.clauses import Sentence


def read_alone(figures: Sequence[ProseFigure], parsed: Sentence | None) -> list[ProseFigure]:
    """The figures of a sentence under the names that readers see, unsure where a name alone misleads them."""
    if parsed is None:
        return list(figures)
    found = tuple(figure.mention for figure in figures)
    named = beside_each_other([replace(f, naming=plainly_named(parsed, f.mention, f.naming)) for f in figures])
    read: list[ProseFigure] = []
    for f in named:
        alone = f.naming.sure and stands_alone(parsed, f.mention, f.naming, found)
        if (
            alone
            and _OF_THEM.match(f.quote, f.mention.end)
            and any(not other.naming.sure and other.naming.title == f.naming.title for other in read)
        ):
            # "Partners of 40 were interviewed and 33 of them …": a part of a part that could not be told
            alone = False
        if alone and any(_same_name(f, other) for other in read):
            alone = False
        read.append(f if alone or not f.naming.sure else replace(f, naming=replace(f.naming, sure=False)))
    return read


_HELD_AGAINST = re.compile(
    r"\b(?:to|compared|than|against|up|down|versus|previously|before|after|with|previous|earlier|last|prior|was|were)\b|\("
)


def _same_name(figure: ProseFigure, other: ProseFigure) -> bool:
    """Whether a figure has the name, part and time of an earlier one of its sentence, and is not held against it: "we
    spoke to 1,904 people under the order and took alcohol from 688"."""
    if figure.naming.measure != "count" or figure.mention.value == other.mention.value or not other.naming.sure:
        return False
    one, two = figure.naming, other.naming
    if (one.title, one.breakdown, one.unit, one.measure) != (two.title, two.breakdown, two.unit, two.measure):
        return False
    gap = figure.quote[other.mention.end : figure.mention.start]
    return figure.period == other.period and _HELD_AGAINST.search(gap) is None


_OF_THEM = re.compile(r"\sof (?:them|these|those|whom)\b")
