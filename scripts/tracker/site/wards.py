"""A page for each ward: all figures that any paper prints for it, gathered from the measures' breakdowns."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.records import Observation
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.figure_tables import cell, legend, period_of
from tracker.site.page import Page, bullets, crumbs, data_table, heading, index_page, joined, search_names
from tracker.site.sources import page_link
from tracker.site.text import counted, html, link, safe_id
from tracker.site.values import TOTALS

WARD = "ward"
"""The name of a breakdown by ward, as papers head such columns."""


def wards_of(book: Book) -> Mapping[str, tuple[Observation, ...]]:
    """The figures of each ward, by its name, in the order of the names; totals are no ward."""
    found: dict[str, list[Observation]] = {}
    names: dict[str, str] = {}
    for observations in book.observations_of.values():
        for o in observations:
            for name, value in o.breakdown:
                if name.strip().lower() == WARD and value.strip().lower() not in TOTALS:
                    ward = names.setdefault(safe_id(value), value)
                    found.setdefault(ward, []).append(o)
    return {ward: tuple(found[ward]) for ward in sorted(found)}


def ward_address(ward: str) -> str:
    """The page of a ward."""
    return f"wards/{safe_id(ward)}/"


def ward_pages(book: Book) -> tuple[Page, ...]:
    """The page of each ward, and the list of them (there is always a list, so that links to it hold)."""
    wards = wards_of(book)
    items = [
        f"{link('wards/', ward_address(ward), ward)}: {counted(len(found), 'figure')}" for ward, found in wards.items()
    ]
    body = bullets(items) or "<p>No paper here breaks its figures down by ward.</p>"
    lede = "Every figure that a paper here prints for a ward, gathered by ward."
    return (
        index_page("wards/", "Figures by ward", "Figures", lede, body, folder=True),
        *(_ward_page(book, ward, figures) for ward, figures in wards.items()),
    )


def _ward_page(book: Book, ward: str, figures: tuple[Observation, ...]) -> Page:
    here = ward_address(ward)
    by_indicator: dict[str, list[Observation]] = {}
    for o in figures:
        by_indicator.setdefault(o.indicator, []).append(o)
    pieces = []
    for number, (indicator, group) in enumerate(by_indicator.items(), start=1):
        title = book.indicators[indicator].title if indicator in book.indicators else indicator
        # a page that prints one value in its heading, text and chart is named once
        printed = {(o.breakdown, period_of(o), o.as_printed, o.source.paper, o.source.page): o for o in reversed(group)}
        rows = "".join(_row(book, here, ward, o) for o in reversed(printed.values()))
        caption = link(here, indicator_address(indicator), title)
        head = ("What", "Period", "Value", "Printed on")
        pieces.append(heading(title, f"figures-{number}"))
        pieces.append(data_table(f"{title}, {ward}", caption, head, rows, right={2}, css="st-sortable"))
        pieces.append(legend(group))
    papers = tuple(dict.fromkeys(book.papers[o.source.paper].title for o in figures if o.source.paper in book.papers))
    lede = f"{counted(len(figures), 'figure')} for this ward in {counted(len(papers), 'paper')}. "
    lede += "Numbers for one ward are small: read the cases, not the changes."
    above = crumbs(("Figures", "indicators/"), ("By ward", "wards/"))
    # The same words stand on every ward's page: the measure's own page comes before all of these in a search.
    meta = {"kind": "ward", "kind_line": "Ward", "lede": lede, "crumbs": above, "search_weight": "0.1"}
    meta |= search_names("Ward", papers)
    return Page(here, ward, "Figures", joined(*pieces), meta, lede)


def _row(book: Book, here: str, ward: str, o: Observation) -> str:
    what = ", ".join(value for _, value in o.breakdown if safe_id(value) != safe_id(ward)) or "all"
    return (
        f'<tr><th scope="row">{html(what)}</th><td>{html(period_of(o))}</td><td class="n">{cell(book, o)}</td>'
        f"<td>{page_link(book, here, o.source)}</td></tr>"
    ).replace('href="#differences"', f'href="{html("../../" + indicator_address(o.indicator))}#differences"')
