"""The figure card: name, change in words, two bars from zero with their values, page."""

from __future__ import annotations

from decimal import Decimal

from tracker.facts.wording.calendar_words import MONTHS
from tracker.facts.wording.word_forms import capital
from tracker.records import Indicator, Observation
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.charts import Bar, pair
from tracker.site.corrections import published_note
from tracker.site.dates import day, day_in_words, month_in_words, months_long
from tracker.site.sentences import change_words, compared, main_sentence, newest, without_title
from tracker.site.sources import short_link
from tracker.site.text import html, link, unit_for
from tracker.site.values import is_number, shown


def card(book: Book, here: str, indicator: Indicator) -> str:
    """The figure card: name, change in words, two bars from zero with their values, page."""
    observations = book.of_now(indicator.id)
    now = newest(observations)
    title = f"<h3>{link(here, indicator_address(indicator.id), indicator.title)}</h3>"
    if now is None:
        said = without_title(main_sentence(indicator, observations), indicator.title)
        where = f'<p class="st-src">{short_link(book, here, observations[0].source)}</p>' if observations else ""
        return f'<div class="st-card">{title}<p class="st-change">{html(said)}</p>{where}</div>'
    source = f'<p class="st-src">{short_link(book, here, now.source)}</p>'
    corrected = published_note(book, observations, now).strip()
    note = f'<p class="st-change">{html(corrected)}</p>' if corrected else ""
    comparison = compared(observations, now)
    bars = ""
    if comparison:
        bars = pair([_bar(now), _bar(comparison.before, now=False)])
    unit = unit_for(now.value, now.unit)
    if not bars or not comparison:
        said = f'<p class="st-big">{html(shown(now))} <small>{html(unit)} {html(_when(now))}</small></p>'
        return f'<div class="st-card">{title}{said}{note}{source}</div>'
    said = capital(change_words(comparison)) + (". Small numbers" if comparison.small else "")
    change = f'<p class="st-change">{html(said)}</p>'
    return f'<div class="st-card">{title}{change}{bars}{note}{source}</div>'


def _bar(o: Observation, *, now: bool = True) -> Bar:
    return Bar(_short(o), Decimal(o.value) if is_number(o) else None, shown(o), now)


def _when(o: Observation) -> str:
    """The short time after its preposition, for the line beside a number: "to Mar 2023", "in May 2023"."""
    short = _short(o)
    if not day(o.period_end):
        return f"since {short[6:]}" if short[:6] == "Since " else short
    return (
        short if short.startswith("to ") else f"{'in' if months_long(o.period_start, o.period_end) else 'on'} {short}"
    )


def _short(o: Observation) -> str:
    end = day(o.period_end)
    if not end:
        return o.period_label
    months = months_long(o.period_start, o.period_end)
    return (
        f"to {MONTHS[end.month - 1][:3]} {end.year}"
        if months > 1
        else month_in_words(o.period_end)
        if months
        else day_in_words(o.period_end)
    )
