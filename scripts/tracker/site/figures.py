"""The page of an indicator: main message, newest figures, chart, table, what one needs to know, sources, downloads."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.wording.word_forms import capital
from tracker.records import Finding, Indicator, Observation, Source
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.corrections import corrections_section, published_note
from tracker.site.dataset import dataset
from tracker.site.dates import length_in_words, month_in_words, months_long, period
from tracker.site.differences import differences
from tracker.site.figure_charts import indicator_chart
from tracker.site.figure_tables import breakdowns, legend, period_of, printed_values
from tracker.site.lineage import lineage_notes, name_notes, replaced_notes
from tracker.site.page import Page, bullets, crumbs, data_table, facts, heading, joined
from tracker.site.people import figures_trust_fact, lede, measure_message
from tracker.site.sensitive import measure_is_sensitive
from tracker.site.sentences import change_words, compared, newest, not_compared_words
from tracker.site.sources import cite, page_link, place_link, source_list
from tracker.site.target_words import target_words
from tracker.site.text import counted, html, link, listed, safe_id, unique, unit_for
from tracker.site.values import shown, whole_figures

QUOTED = {"sentence", "callout", "letter"}
"""Kinds of figures that a sentence of the paper gives its meaning; a table's or a chart's heads are no sentence."""


def indicator_page(book: Book, indicator: Indicator) -> Page:
    """The whole page of one indicator."""
    here = indicator_address(indicator.id)
    observations = book.observations_of.get(indicator.id, ())
    sentence = lede(book, indicator.id, measure_message(book, indicator))
    return Page(
        here,
        indicator.title,
        "Figures",
        joined(
            _newest(book, book.of_now(indicator.id)),
            differences(book, here, _about(book, indicator)),
            indicator_chart(indicator, [o for o in book.of_own_place(observations) if o.id not in book.superseded]),
            _tables(book, here, indicator, observations),
            _meaning(book, here, indicator),
            _to_know(book, here, indicator, observations),
            corrections_section(book, indicator.id, observations),
            book.prose.get(indicator.id, ""),
            _sources(book, here, observations),
            _take_away(book, here, indicator, observations),
        ),
        {
            "kind": "figure",
            "kind_line": "Figure",
            "kind_links": _bearing(book, indicator),
            "lede": sentence,
            "facts": _facts(book, indicator, observations),
            "exit": measure_is_sensitive(book, indicator),
            "unsearched": not book.is_listed(indicator.id),
            "crumbs": crumbs(("Figures", "indicators/")),
            "under": "indicators/",
            "filters": {"kind": ["Figure"], "paper": list(_papers(book, observations))},
            "tells": {
                "kind": "Figure",
                "paper": listed(_papers(book, observations)),
                "page": _pages(book, observations),
                "lede": sentence,
            },
            "jsonld": dataset(book, indicator, observations, sentence),
        },
        sentence,
    )


def _about(book: Book, indicator: Indicator) -> tuple[Finding, ...]:
    """What differs about a measure, also where one of the figures compared waits for a person."""
    every = book.every_observation_of.get(indicator.id, ())
    ids = [indicator.id, *(o.id for o in every), *(c.id for c in book.changes_of.get(indicator.id, ()))]
    found = {finding.id: finding for record in ids for finding in book.differing.get(record, ())}
    return tuple(found.values())


def _newest(book: Book, observations: Sequence[Observation]) -> str:
    lengths: dict[int, Observation] = {}
    for o in whole_figures(observations):
        if o.period_end and o.measure != "change":
            # Of one period the count stands, whatever else the papers print for it.
            before = lengths.get(length := months_long(o.period_start, o.period_end))
            if not before or (before.period_end, before.measure == "count") <= (o.period_end, o.measure == "count"):
                lengths[length] = o
    if not lengths:
        return ""
    end = max(o.period_end for o in lengths.values())
    latest = [o for _, o in sorted(lengths.items()) if o.period_end == end][:3]
    boxes = []
    for o in latest:
        comparison = compared(observations, o)
        said = (
            capital(change_words(comparison) + f" ({shown(comparison.before)})")
            if comparison
            else not_compared_words(observations, o)
        )
        note = published_note(book, observations, o)
        said += f".{note}" if note else ""
        name = length_in_words(o.period_start, o.period_end).capitalize()
        boxes.append(
            f"<div><dt>{html(name)}, {html(period(o.period_start, o.period_end, o.period_label))}</dt> "
            f'<dd class="st-big">{html(shown(o))} <small>{html(unit_for(o.value, o.unit))}</small></dd> '
            f'<dd class="st-change">{html(said)}</dd></div>'
        )
    return joined(heading("Newest figures", "now"), f'<dl class="st-key">{"".join(boxes)}</dl>')


def _tables(book: Book, here: str, indicator: Indicator, observations: Sequence[Observation]) -> str:
    plain = [o for o in observations if not o.breakdown]
    parted = [o for o in observations if o.breakdown]
    if not observations:
        return ""
    file = safe_id(indicator.id)
    take = (
        f'<p class="st-get"><a href="../{file}.csv">CSV ({counted(len(observations), "row")})</a> '
        f'<a href="../{file}.json">JSON</a> {link(here, "data/", "What the columns mean")}</p>'
    )
    return joined(
        heading("Table", "table"),
        printed_values(book, here, indicator.title, plain) if plain else "",
        breakdowns(book, here, indicator.title, parted) if parted else "",
        legend(observations),
        _stated(book, here, indicator),
        take,
    )


def _stated(book: Book, here: str, indicator: Indicator) -> str:
    """Changes as the papers state them, beside what the two figures give."""
    lines = []
    told: set[tuple[str, ...]] = set()
    for change in book.changes_of.get(indicator.id, ()):
        before, now = book.observations.get(change.from_observation), book.observations.get(change.to_observation)
        if not before or not now:
            continue
        gives = f"{shown(before)} to {shown(now)}"
        # A page may print one change twice, in its table and beside it.
        said = (_of_which(now), change.direction, change.amount or change.stated, gives)
        key = (*said, change.source.paper, str(change.source.page))
        if key in told:
            continue
        told.add(key)
        flag = ' <a class="st-flag" href="#differences">differs</a>' if change.id in book.differing else ""
        lines.append(
            f'<tr><th scope="row">{html(_of_which(now))}</th>'
            f"<td>“{html(change.stated)}”{flag}</td><td>{html(gives)}</td>"
            f"<td>{page_link(book, here, change.source)}</td></tr>"
        )
    if not lines:
        return ""
    head = ("Period", "The paper says", "Its figures", "Printed on")
    name = "Changes as printed"
    return data_table(name, name, head, "".join(lines), css="st-later")


def _of_which(o: Observation) -> str:
    """The period of a figure, and the part of the measure that it is about."""
    return ", ".join((period_of(o), *(value for _, value in o.breakdown)))


def _meaning(book: Book, here: str, indicator: Indicator) -> str:
    if not book.is_listed(indicator.id):
        # Nothing is shown that could mean anything.
        return ""
    direction = book.said_by_people(indicator.id, "direction")
    why = book.said_by_people(indicator.id, "direction_reason")
    words = {"up": "The aim is more.", "down": "The aim is fewer."}.get(direction)
    aims = [f"{kind} {link(here, url, title)}" for kind, title, url in _targets(book, indicator)]
    bears = f"<p>It bears on {listed(aims)}.</p>" if aims else ""
    if words and why:
        verdict = f"<p><strong>{words}</strong> {html(why)}</p>"
    else:
        reason = f" {html(why)}" if why else " Nobody has said here yet whether more or fewer is the aim."
        verdict = f"<p><strong>No verdict.</strong>{reason}</p>"
    targets = [
        f"{html(target_words(t))} ({place_link(book, here, t.source)})" for t in book.targets_of.get(indicator.id, ())
    ]
    printed = f"<p>Targets and baselines as printed:</p>{bullets(targets)}" if targets else ""
    return joined(heading("What it means", "means"), f'<div class="st-flow">{verdict}{bears}{printed}</div>')


def _to_know(book: Book, here: str, indicator: Indicator, observations: Sequence[Observation]) -> str:
    notes = [f"{html(note.text)} ({page_link(book, here, note.source)})" for note in indicator.notes]
    notes += lineage_notes(book, here, indicator)
    notes += name_notes(book, here, indicator)
    lengths = {months_long(o.period_start, o.period_end) for o in observations if o.period_end}
    if {3, 12} <= lengths:
        notes.append("The 3 months are part of the 12 months. Do not add them.")
    notes += replaced_notes(book, here, observations)
    of_now = book.of_now(indicator.id)
    now = newest(of_now)
    comparison = compared(of_now, now) if now else None
    if comparison and comparison.small:
        notes.append("With numbers this small a few cases change the picture, so this page names no trend.")
    unsure = [o for o in book.every_observation_of.get(indicator.id, ()) if o.trust == "unsure"]
    if unsure:
        said = f"{counted(len(unsure), 'figure')} could not be read with confidence and "
        where = listed(unique(page_link(book, here, o.source) for o in unsure))
        notes.append(f"{said}{'is' if len(unsure) == 1 else 'are'} not shown: see {where}.")
    if any(o.geography and book.settings.place and o.geography != book.settings.place for o in observations):
        notes.append(f"Some figures are about other places than {html(book.settings.place)}; the table says which.")
    return joined(heading("Things you need to know", "know"), bullets(notes)) if notes else ""


def figure_places(observations: Sequence[Observation]) -> list[tuple[Source, str | None]]:
    """The places of figures with the sentences that give them their meaning."""
    ordered = sorted(observations, key=lambda o: o.kind not in QUOTED)
    return [(o.source, o.quote if o.kind in QUOTED else None) for o in ordered]


def _sources(book: Book, here: str, observations: Sequence[Observation]) -> str:
    if not observations:
        return ""
    listed = source_list(book, here, figure_places(observations), strips=True)
    return joined(heading("Sources: the figures in print", "sources"), listed)


def _take_away(book: Book, here: str, indicator: Indicator, observations: Sequence[Observation]) -> str:
    if not observations:
        return ""
    of_now = book.of_now(indicator.id)
    now = newest(of_now)
    said = indicator.title
    if now:
        said = f"{indicator.title}, {period_of(now)}: {shown(now)} {unit_for(now.value, now.unit)}".strip()
        # Nobody should quote the print without what its publisher has said of it since.
        corrected = published_note(book, of_now, now).strip(" .")
        said += f". {corrected}" if corrected else ""
    return joined(heading("Cite and take away", "use"), cite(book, here, (now or observations[0]).source, said))


def _facts(book: Book, indicator: Indicator, observations: Sequence[Observation]) -> list[dict[str, str]]:
    ends = [o.period_end for o in observations if o.period_end]
    papers = {o.source.paper for o in observations}
    told = facts(
        ("Newest figure", month_in_words(max(ends)) if ends else ""),
        ("Printed in", counted(len(papers), "paper") if papers else ""),
    )
    return [*told, *figures_trust_fact(book, indicator.id, observations)]


def _bearing(book: Book, indicator: Indicator) -> list[dict[str, str]]:
    return [{"title": f"bears on {kind}", "url": url} for kind, _, url in _targets(book, indicator)][:4]


def _targets(book: Book, indicator: Indicator) -> list[tuple[str, str, str]]:
    found = []
    for target in book.bears_on(indicator):
        if target in book.outcomes:
            outcome = book.outcomes[target]
            found.append((f"Outcome {outcome.number}", outcome.title, f"outcomes/{safe_id(target)}/"))
        else:
            priority = book.priorities[target]
            found.append((f"{priority.called} {priority.number}", priority.title, f"priorities/{safe_id(target)}/"))
    return found


def _papers(book: Book, observations: Sequence[Observation]) -> tuple[str, ...]:
    return unique(book.papers[o.source.paper].title for o in observations if o.source.paper in book.papers)


def _pages(book: Book, observations: Sequence[Observation]) -> str:
    return listed(unique(book.page_words(o.source) for o in observations)[:6])
