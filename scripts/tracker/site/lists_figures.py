"""Lists of figures: A to Z, by priority, what was corrected, the newest."""

from __future__ import annotations

from dataclasses import replace

from tracker.records import Indicator
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.cards import card
from tracker.site.dates import day
from tracker.site.page import Page, bullets, heading, index_page, joined
from tracker.site.people import measure_message
from tracker.site.sentences import Comparison, compared, newest, without_title
from tracker.site.text import counted, html, link, safe_id

END_OF_TIME = "9999-12-31"


def figures_list(book: Book) -> Page:
    """Every indicator, A to Z."""
    here = "indicators/"
    letters: dict[str, list[Indicator]] = {}
    for indicator in sorted(book.listed_indicators, key=lambda i: (_letters(i.title), i.id)):
        first = next((c for c in indicator.title.upper() if c.isalnum()), "#")
        letters.setdefault(first if first.isalpha() and first.isascii() else "0–9", []).append(indicator)
    jump = "".join(f'<li><a href="#{_letter_id(letter)}">{html(letter)}</a></li>' for letter in letters)
    pieces = [f'<nav aria-label="Letters"><ul class="st-chips">{jump}</ul></nav>'] if letters else []
    for letter, group in letters.items():
        pieces.append(heading(letter, _letter_id(letter)))
        pieces.append(bullets([_indicator_line(book, here, i) for i in group]))
    figures = counted(sum(map(len, book.observations_of.values())), "figure")
    lede = f"{counted(len(book.listed_indicators), 'measure')} with {figures}, each with the page that prints it."
    by_priority = link(here, "indicators-by-priority/", "The same by priority")
    also = f"<p>{by_priority} · {link(here, 'data/', 'Take the data away')}</p>"
    page = index_page(here, "Figures, A to Z", "Figures", lede, joined(also, *pieces), folder=True)
    # The letters above are the page's contents; a second list of them beside it would only be longer.
    return replace(page, meta={**page.meta, "no_contents": True})


def _letters(title: str) -> str:
    """A title as it is sorted: without the quotation marks or brackets that it may open with."""
    return title.lower().lstrip("'\"‘’“”([{<*-–— ")


def _indicator_line(book: Book, here: str, indicator: Indicator) -> str:
    sentence = measure_message(book, indicator)
    said = without_title(sentence, indicator.title)
    return f'{link(here, indicator_address(indicator.id), indicator.title)} <span class="st-note">{html(said)}</span>'


def figures_by_priority_list(book: Book) -> Page:
    """The indicators by the priority that they bear on."""
    here = "indicators-by-priority/"
    pieces, placed = [], set()
    for priority in book.facts.priorities:
        targets = (priority.id, *(o.id for o in book.outcomes_of.get(priority.id, ())))
        found = {i.id: i for target in targets for i in book.indicators_of.get(target, ())}
        if found:
            placed |= set(found)
            pieces.append(heading(f"{priority.called} {priority.number}: {priority.title}", safe_id(priority.id)))
            pieces.append(bullets([link(here, indicator_address(i.id), i.title) for i in found.values()]))
    rest: dict[str, list[Indicator]] = {}
    for indicator in book.listed_indicators:
        if indicator.id not in placed:
            observations = book.observations_of.get(indicator.id, ())
            part = book.part_of(observations[0].source) if observations else None
            rest.setdefault(part.title if part else "Other", []).append(indicator)
    for number, (title, group) in enumerate(rest.items(), start=1):
        pieces.append(heading(f"From {title}" if title != "Other" else "Other figures", f"from-{number}"))
        pieces.append(bullets([link(here, indicator_address(i.id), i.title) for i in group]))
    lede = "Figures under the promise that they bear on; then those that no paper ties to one, by the paper."
    return index_page(here, "Figures by priority", "Figures", lede, joined(*pieces))


def newest_cards(book: Book, here: str, most: int) -> tuple[str, str]:
    """Cards of the figures with the newest comparison, and the newest date among all figures that are not ahead of
    the newest paper (plans and forecasts are)."""
    # Papers without a date say nothing of what is ahead.
    published = max((paper.date for paper in book.papers.values()), default="") or END_OF_TIME
    ranked = []
    for indicator in book.facts.indicators:
        observations = book.of_now(indicator.id)
        now = newest(observations)
        comparison = compared(observations, now) if now else None
        # Nobody should read a trend from small numbers on the first page they see.
        plain = comparison is not None and not comparison.small
        if (
            now
            and comparison
            and plain
            and now.period_end <= published
            and now.measure == "count"
            and _near(comparison)
        ):
            ranked.append((now.period_end, now.kind in {"callout", "chart", "sentence"}, indicator))
    ranked.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    shown = [o for group in book.observations_of.values() for o in group]
    ends = [o.period_end for o in shown if day(o.period_end) and o.period_end <= published]
    cards = "".join(card(book, here, indicator) for _, _, indicator in ranked[:most])
    return (f'<div class="st-cards">{cards}</div>' if cards else ""), max(ends, default="")


def _near(comparison: Comparison) -> bool:
    """Whether the two figures are at most a year apart: ten years side by side are no news."""
    return int(comparison.now.period_end[:4]) - int(comparison.before.period_end[:4]) <= 1


def _letter_id(letter: str) -> str:
    return f"letter-{safe_id(letter)}"
