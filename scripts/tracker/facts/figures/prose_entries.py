"""Figures of a paragraph that is nothing but labels with their figures: the profile of an area, a list of results.

In: a paragraph. Out: ``listed_figures``, one for each "Households: 61,200", none for any other text. A profile says how
things stand and not since when: a figure has a period only where its own label names one.
"""

from __future__ import annotations

from tracker.facts.figures.answer_entries import Entry, entries_of
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.prose_flow import ProseFigure
from tracker.facts.figures.title_sense import reads_as_name
from tracker.facts.wording.measure_words import counted_noun
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Context
from tracker.facts.wording.word_forms import capital
from tracker.records import Measure

FEWEST = 3
"""So many labels with figures make a list; fewer may be a sentence with a colon."""


def listed_figures(text: str, published: str) -> tuple[ProseFigure, ...]:
    """The figures of a paragraph whose every word belongs to a label or its figure."""
    entries = entries_of(text, Context(published=published))
    named = [entry for entry in entries if entry.label and reads_as_name(entry.label)]
    if len(entries) < FEWEST or len(named) < len(entries) or len({entry.label for entry in named}) < len(entries):
        return ()
    return tuple(_figure(entry, text) for entry in entries)


def _figure(entry: Entry, text: str) -> ProseFigure:
    number = entry.number
    measure, unit = _measure(entry)
    title = capital(entry.label)
    mention = Mention(entry.start, entry.end, number.value, "share" if unit == "%" else "count", number.qualifier)
    return ProseFigure(entry.start, entry.end, mention, Naming(title, unit, measure), entry.period, text)


def _measure(entry: Entry) -> tuple[Measure, str]:
    unit = entry.number.unit
    if unit.startswith("per "):
        return "rate", unit
    if unit in ("%", "GBP"):
        return ("share", unit) if unit == "%" else ("money", unit)
    return "count", entry.noun or counted_noun(entry.label)
