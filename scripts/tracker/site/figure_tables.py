"""Tables of an indicator's figures: all printed values with their pages, and breakdowns as rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.facts.wording.word_forms import capital
from tracker.records import Observation
from tracker.site.book import Book
from tracker.site.corrections import published_value
from tracker.site.dates import length_in_words, period
from tracker.site.page import data_table
from tracker.site.sources import page_links
from tracker.site.text import html, safe_id, unique, unit_word
from tracker.site.values import shown

MARKERS = {
    "c": "withheld to protect people",
    "x": "not available in these papers",
    "z": "does not apply",
    "p": "provisional",
    "r": "revised",
    "b": "break in the series: not comparable with what stands before",
}
MOST_ROWS_OPEN = 60
"""A longer table stands folded, with its downloads in sight."""


@dataclass(frozen=True)
class Axis:
    """What a table's rows or columns are, and how to find an observation's place on it."""

    name: str
    of: Callable[[Observation], str]


def period_of(observation: Observation) -> str:
    """The period of a figure in words."""
    return period(observation.period_start, observation.period_end, observation.period_label)


def cell(book: Book, *printings: Observation) -> str:
    """The value as it stands in a cell: marker beside it, what its publisher or a reader corrected, and a word where a
    check differs. Several ``printings`` of one value make one cell, and what is known of one is known of it."""
    text = html(shown(printings[0]))
    for marker in unique(o.marker for o in printings):
        text += f' <span class="st-marker">[{marker}]</span>'
    for right in unique(published_value(book, o) for o in printings):
        text += f' <span class="st-marker">(corrected by the publisher to {html(right)})</span>'
    if any(o.trust == "corrected" and not published_value(book, o) for o in printings):
        text += ' <span class="st-marker">corrected</span>'
    if any(o.id in book.differing for o in printings):
        text += ' <a class="st-flag" href="#differences">differs</a>'
    return text


def printed_values(book: Book, page: str, title: str, observations: Sequence[Observation]) -> str:
    """All values without breakdown, newest first, grouped by the length of their period, each with its pages."""
    merged: dict[tuple[str, ...], list[Observation]] = {}
    for o in sorted(observations, key=lambda o: (o.period_end, o.period_start), reverse=True):
        merged.setdefault(
            (length_in_words(o.period_start, o.period_end), period_of(o), o.geography, shown(o)), []
        ).append(o)
    groups: dict[str, list[tuple[tuple[str, ...], list[Observation]]]] = {}
    for key, same in merged.items():
        groups.setdefault(key[0], []).append((key, same))
    several = len({o.source.paper for o in observations}) > 1
    places = unique(o.geography for o in observations)
    units = unique(unit_word(o.unit) for o in observations)
    with_place = len(places) > 1
    width = 4 if with_place else 3
    body = []
    for name in sorted(groups, key=_group_order):
        lines = (
            [f'<tr><th scope="rowgroup" colspan="{width}">{html(name.capitalize())}</th></tr>']
            if len(groups) > 1
            else []
        )
        for (_, when, where, _), same in groups[name]:
            pages = page_links(book, page, (o.source for o in same), named=several)
            place = f"<td>{html(where)}</td>" if with_place else ""
            first, *others = same
            named = f"{_anchors(others)}{html(when)}"
            lines.append(
                f'<tr id="{html(safe_id(first.id))}"><th scope="row">{named}</th>{place}'
                f'<td class="n">{cell(book, *same)}</td><td>{pages}</td></tr>'
            )
        body.append(f"<tbody>{''.join(lines)}</tbody>")
    under = ", ".join((title, *units[:1], *(places if not with_place else ())))
    head = [
        "Period",
        *(["Place"] if with_place else []),
        capital(units[0]) if len(units) == 1 else "Value",
        "Printed on",
    ]
    caption = f"All printed values <span>{html(under)}</span>"
    return data_table(f"{title}: all printed values", caption, head, "".join(body), right={len(head) - 2})


def breakdowns(book: Book, page: str, title: str, observations: Sequence[Observation]) -> str:
    """The figures with a breakdown, as one table for each set of names that the papers break them down by."""
    sets: dict[tuple[tuple[str, ...], str, str], list[Observation]] = {}
    for o in observations:
        sets.setdefault((tuple(name for name, _ in o.breakdown), o.unit, o.measure), []).append(o)
    made = []
    for (names, _unit, _measure), group in sets.items():
        made.extend(_tables_of(book, page, title, names, group))
    return "\n\n".join(made)


def _tables_of(book: Book, page: str, title: str, names: tuple[str, ...], group: Sequence[Observation]) -> list[str]:
    when = Axis("Period", period_of)
    axes = [Axis(capital(name), _on(name)) for name in dict.fromkeys(names)]
    if len({period_of(o) for o in group}) > 1:
        axes.append(when)
    if len(axes) < 2:
        axes.append(Axis("", lambda o: capital(unit_word(o.unit)) or "Value"))
    axes.sort(key=lambda axis: -len({axis.of(o) for o in group}) if axis is not when else 0)
    row, column, rest = axes[0], axes[1], axes[2:]
    sheets: dict[tuple[str, ...], list[Observation]] = {}
    for o in group:
        sheets.setdefault(tuple(axis.of(o) for axis in rest), []).append(o)
    tables = []
    for key, cells in sheets.items():
        alone = "" if any(axis is when for axis in axes) else period_of(cells[0])
        tables.append(_table(book, page, title, row, column, (*key, alone), cells))
    return tables


def _table(
    book: Book, page: str, title: str, row: Axis, column: Axis, about: tuple[str, ...], cells: Sequence[Observation]
) -> str:
    in_time = (
        sorted(cells, key=lambda o: (o.period_start, o.period_end))
        if "Period" in (row.name, column.name)
        else list(cells)
    )
    across = unique(column.of(o) for o in (in_time if column.name == "Period" else cells))
    down = unique(row.of(o) for o in (in_time if row.name == "Period" else cells))
    found: dict[tuple[str, str], dict[str, list[Observation]]] = {}
    for o in cells:
        found.setdefault((row.of(o), column.of(o)), {}).setdefault(shown(o), []).append(o)
    texts = {
        where: " / ".join(_anchors(same) + cell(book, *same) for same in values.values())
        for where, values in found.items()
    }
    body = "".join(
        f'<tr><th scope="row">{html(name)}</th>'
        + "".join(f'<td class="n">{texts.get((name, other), "")}</td>' for other in across)
        + "</tr>"
        for name in down
    )
    pages = page_links(book, page, (o.source for o in cells))
    by = " and ".join(name for name in (row.name.lower(), column.name.lower()) if name)
    said = ", ".join(unique((f"by {by}" if by else "", *about, unit_word(cells[0].unit))))
    caption = f"{html(title)} <span>{html(said)}. {pages}</span>"
    right = range(1, len(across) + 1)
    table = data_table(
        f"{title}, {said}", caption, [row.name, *across], body, right=right, css="st-wide-table st-sortable"
    )
    if len(down) > MOST_ROWS_OPEN:
        return f"<details><summary>Table of {len(down)} rows: {html(said)}</summary>{table}</details>"
    return table


def _anchors(printings: Sequence[Observation]) -> str:
    """Places that a lasting link to each figure leads to (its id, as the data has it)."""
    return "".join(f'<span id="{html(safe_id(o.id))}"></span>' for o in printings)


def legend(observations: Sequence[Observation]) -> str:
    """What the markers in the tables mean, "" where there is none."""
    used = [name for name in MARKERS if any(o.marker == name for o in observations)]
    return (
        '<p class="st-legend">'
        + " · ".join(f'<span class="st-marker">[{name}]</span> {MARKERS[name]}' for name in used)
        + "</p>"
        if used
        else ""
    )


def _on(name: str) -> Callable[[Observation], str]:
    return lambda observation: next((value for key, value in observation.breakdown if key == name), "")


def _group_order(name: str) -> tuple[int, str]:
    order = ("12 months", "3 months", "one month")
    return (order.index(name) if name in order else len(order), name)
