"""Measures that were renamed, redefined or dropped: what came before and after, as people say on the old one's page."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Indicator, Observation
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.dates import day_in_words, period
from tracker.site.editions import printed_last
from tracker.site.sources import page_link
from tracker.site.text import counted, html, link, listed
from tracker.site.values import shown


def lineage_notes(book: Book, here: str, indicator: Indicator) -> list[str]:
    """Sentences (HTML) for the page of a measure: its successor with the reason, and those that it followed."""
    notes = []
    successor = book.indicators.get(book.said_by_people(indicator.id, "replaced_by"))
    why = book.said_by_people(indicator.id, "replaced_reason")
    if successor or why:
        if successor:
            told = f"This measure goes on under another name or in another way, as {_named(here, successor)}."
        else:
            told = "This measure is no longer reported."
        notes.append(f"{told} Why: {html(why)}" if why else told)
    for other in book.replaced_with.get(indicator.id, ()):
        reason = book.said_by_people(other.id, "replaced_reason")
        because = f" Why: {html(reason)}" if reason else ""
        notes.append(f"Before, papers gave {_named(here, other)} [b]. The two are not compared.{because}")
    if successor or why:
        return notes
    ended = _ended_note(book, here, indicator)
    return [*notes, ended] if ended else notes


def _ended_note(book: Book, here: str, indicator: Indicator) -> str:
    """That a later edition of its report goes on without the measure. Nothing is said of figures in running text that
    stand in one paper alone: nobody expects them again."""
    mine = book.every_observation_of.get(indicator.id, ())
    if all(o.kind == "sentence" for o in mine) and len({o.source.paper for o in mine}) < 2:
        return ""
    ended = printed_last(book.editions, indicator.id)
    if ended is None:
        return ""
    before, after = ended
    other = next(source for measure, source in after.places.items() if measure in before.places)
    return (
        f"Printed last in the paper of {html(day_in_words(before.day))} "
        f"({page_link(book, here, before.places[indicator.id])}). The same report of {html(day_in_words(after.day))} "
        f"({page_link(book, here, other)}) goes on with other measures and prints no figure under this name."
    )


def likely_pairs(book: Book) -> list[tuple[Indicator, Indicator]]:
    """Measures whose names are so alike that they may be one, each pair once, in the order of their titles."""
    pairs: dict[frozenset[str], tuple[Indicator, Indicator]] = {}
    for one in sorted(book.facts.indicators, key=lambda i: (i.title.lower(), i.id)):
        for other in sorted(
            filter(None, map(book.indicator_called.get, one.also_called)), key=lambda i: i.title.lower()
        ):
            if other.id != one.id:
                pairs.setdefault(frozenset((one.id, other.id)), (one, other))
    return list(pairs.values())


def name_notes(book: Book, here: str, indicator: Indicator) -> list[str]:
    """Sentences (HTML) about other names: those the papers give this measure, and pages that may be about the same."""
    other_pages = {name: book.indicator_called[name] for name in indicator.also_called if name in book.indicator_called}
    names = [f"“{html(name)}”" for name in indicator.also_called if name not in other_pages]
    likely = [_named(here, other) for other in other_pages.values() if other.id != indicator.id]
    notes = [f"The papers also call it {listed(names)}."] if names else []
    if likely:
        notes.append(f"It may be the same measure as {listed(likely)}. Nobody has decided that yet.")
    return notes


# So many replaced figures are named one by one; of more, how many there are.
_NAMED = 3


def replaced_notes(book: Book, here: str, observations: Sequence[Observation]) -> list[str]:
    """Sentences (HTML) about figures that a later paper prints with another value: both, and where each stands."""
    pairs: dict[tuple[str, str, str], tuple[Observation, Observation]] = {}
    for o in observations:
        other = book.observations.get(book.superseded.get(o.id, ""))
        if other is not None:
            pairs.setdefault((o.period_end, o.as_printed, other.id), (o, other))
    told = [_replaced(book, here, *pair) for pair in list(pairs.values())[:_NAMED]]
    more = len(pairs) - len(told)
    if more > 0:
        told.append(f"{counted(more, 'more figure')} were printed with another value later; the data names each.")
    return told


def _replaced(book: Book, here: str, before: Observation, after: Observation) -> str:
    part = ", ".join(value for _, value in before.breakdown)
    when = period(before.period_start, before.period_end, before.period_label)
    why = "marked as revised" if after.marker == "r" else "in a later paper"
    return (
        f"For {html(when)}{html(f' ({part})' if part else '')} the papers print two values: {html(shown(before))} "
        f"({page_link(book, here, before.source)}) and then, {why}, {html(shown(after))} "
        f"({page_link(book, here, after.source)}). This page goes by the later one."
    )


def _named(here: str, indicator: Indicator) -> str:
    return link(here, indicator_address(indicator.id), indicator.title)
