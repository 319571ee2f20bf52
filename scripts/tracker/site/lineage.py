"""Measures that were renamed, redefined or dropped: what came before and after, as people say on the old one's page."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Indicator, Observation
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.dates import period
from tracker.site.sentences import shown
from tracker.site.sources import page_link
from tracker.site.text import counted, html, link


def lineage_notes(book: Book, here: str, indicator: Indicator) -> list[str]:
    """Sentences (HTML) for the page of a measure: its successor with the reason, and those that it followed."""
    notes = []
    successor = book.indicators.get(book.said_by_people(indicator.id, "replaced_by"))
    why = book.said_by_people(indicator.id, "replaced_reason")
    if successor or why:
        after = f" Its figures go on as {_named(book, here, successor)}." if successor else ""
        notes.append(f"This measure was changed or dropped: {html(why)}{after}".replace(": .", "."))
    for other in book.facts.indicators:
        if other.id != indicator.id and book.said_by_people(other.id, "replaced_by") == indicator.id:
            reason = book.said_by_people(other.id, "replaced_reason")
            notes.append(
                f"Before, papers gave {_named(book, here, other)} [b]: {html(reason)} The two are not compared."
            )
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


def _named(book: Book, here: str, indicator: Indicator) -> str:
    return link(here, indicator_address(indicator.id), indicator.title)
