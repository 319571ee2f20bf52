"""Pages of what was promised: strategies, priorities, outcomes, and the commitments under each."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Evidence, Indicator, Outcome, Priority, Source, Strategy, Wording
from tracker.site.addresses import outcome_address, priority_address, strategy_address
from tracker.site.book import Book
from tracker.site.cards import card
from tracker.site.commitments import commitments_section
from tracker.site.compared import comparison_links
from tracker.site.corrections import corrections_section
from tracker.site.dates import month_in_words
from tracker.site.differences import differences
from tracker.site.evidence import evidence_section, telling
from tracker.site.page import Page, bullets, crumbs, facts, heading, joined, rows
from tracker.site.people import lede, status_fact, trust_fact
from tracker.site.sensitive import promise_is_sensitive, strategy_is_sensitive
from tracker.site.sentences import newest
from tracker.site.sources import found_as, short_link, source_list
from tracker.site.text import clipped, counted, html, link, plural, safe_id, unique
from tracker.site.wordings import answers_section, wordings_section

MOST_CARDS = 6


def strategy_page(book: Book, strategy: Strategy) -> Page:
    """The page of a strategy: its priorities, what is counted under them, its status."""
    here = strategy_address(strategy.id)
    priorities = book.priorities_of.get(strategy.id, ())
    outcomes = book.outcomes_in.get(strategy.id, ())
    called = plural(priorities[0].called.lower()) if priorities else "priorities"
    shown = lede(book, strategy.id, _counts_sentence(len(priorities), called, len(outcomes)))
    status = {"draft": "Draft", "superseded": "Superseded", "withdrawn": "Withdrawn"}.get(strategy.status, "")
    why = book.said_by_people(strategy.id, "status_reason")
    return Page(
        here,
        strategy.title,
        "Priorities",
        joined(
            joined(heading(called.capitalize(), "priorities"), priority_rows(book, here, priorities))
            if priorities
            else "",
            comparison_links(book, here, strategy),
            corrections_section(book, strategy.id),
            book.prose.get(strategy.id, ""),
            _sources(book, here, strategy.sources),
        ),
        {
            "kind": "strategy",
            "kind_line": "Strategy" + (f" · {strategy.period}" if strategy.period else ""),
            "tags": [{"word": status, "why": why}] if status else [],
            "lede": shown,
            "exit": strategy_is_sensitive(book, strategy),
            "crumbs": crumbs(("Priorities", "priorities/")),
            **found_as(book, "Strategy", [s.paper for s in strategy.sources]),
        },
        shown,
    )


def priority_page(book: Book, priority: Priority) -> Page:
    """The page of a priority: its figures, outcomes, evidence, commitments and wordings."""
    here = priority_address(priority.id)
    outcomes = book.outcomes_of.get(priority.id, ())
    strategy = book.strategies.get(priority.strategy)
    reported = [o for o in outcomes if any(book.evidence_blocks(e) for e in o.evidence)]
    worked_out = ""
    if outcomes:
        were = "was" if len(outcomes) == 1 else "were"
        share = _share(len(reported), len(outcomes))
        worked_out = f"{counted(len(outcomes), 'outcome')} {were} promised; the papers here report on {share}."
    else:
        worked_out = _reported(book, priority.evidence, book.indicators_of.get(priority.id, ()))
    shown = lede(book, priority.id, worked_out)
    indicators = list(book.indicators_of.get(priority.id, ()))
    indicators += [i for o in outcomes for i in book.indicators_of.get(o.id, ()) if i not in indicators]
    return Page(
        here,
        priority.title,
        "Priorities",
        joined(
            _figures(book, here, indicators),
            _outcomes(book, here, outcomes),
            evidence_section(
                book,
                here,
                priority.evidence,
                "What the papers report",
                listed=[w.text for o in outcomes for w in o.wordings],
            ),
            commitments_section(book, here, priority.id, [o.id for o in outcomes]),
            answers_section(book, here, priority.id, priority.answers),
            corrections_section(book, priority.id),
            book.prose.get(priority.id, ""),
            wordings_section(book, here, priority.wordings),
        ),
        {
            "kind": "priority",
            "kind_line": f"{priority.called} {priority.number}",
            "kind_links": [{"title": strategy.title, "url": strategy_address(strategy.id)}] if strategy else [],
            "lede": shown,
            "facts": _about(book, priority.id, priority.wordings, priority.evidence),
            "exit": promise_is_sensitive(book, priority),
            "crumbs": crumbs(
                ("Priorities", "priorities/"), *([(strategy.title, strategy_address(strategy.id))] if strategy else [])
            ),
            "under": here,
            **found_as(book, priority.called, [w.source.paper for w in priority.wordings]),
        },
        shown,
    )


def outcome_page(book: Book, outcome: Outcome) -> Page:
    """The page of an outcome: what was promised, what the papers report, its wordings."""
    here = outcome_address(outcome.id)
    priority = book.priorities.get(outcome.priority)
    strategy = book.strategies.get(outcome.strategy)
    above = [("Priorities", "priorities/")]
    if priority:
        above.append((f"{priority.number} {priority.title}", priority_address(priority.id)))
    indicators = book.indicators_of.get(outcome.id, ())
    shown = lede(book, outcome.id, _reported(book, outcome.evidence, indicators))
    near = [o for o in book.outcomes_of.get(outcome.priority, ()) if o.id != outcome.id]
    return Page(
        here,
        f"{outcome.number} {clipped(outcome.title, 70)}".strip(),
        "Priorities",
        joined(
            evidence_section(book, here, outcome.evidence, "What the papers report"),
            _figures(book, here, indicators),
            differences(book, here, book.differing.get(outcome.id, ())),
            commitments_section(book, here, outcome.id, []),
            answers_section(book, here, outcome.id, outcome.answers),
            corrections_section(book, outcome.id),
            book.prose.get(outcome.id, ""),
            wordings_section(book, here, outcome.wordings),
            _next(here, near),
        ),
        {
            "title": outcome.title,
            "kind": "outcome",
            "promise": True,
            "kind_line": f"Outcome {outcome.number}",
            "kind_links": [
                *(
                    [{"title": f"{priority.called} {priority.number}", "url": priority_address(priority.id)}]
                    if priority
                    else []
                ),
                *([{"title": strategy.title, "url": strategy_address(strategy.id)}] if strategy else []),
            ],
            "lede": shown,
            "facts": _about(book, outcome.id, outcome.wordings, outcome.evidence),
            "exit": promise_is_sensitive(book, outcome),
            "crumbs": crumbs(*above),
            "under": priority_address(priority.id) if priority else "",
            **found_as(book, "Outcome", [w.source.paper for w in outcome.wordings]),
        },
        outcome.title,
    )


def priority_rows(book: Book, here: str, priorities: Sequence[Priority], *, wide: bool = False) -> str:
    """Priorities with their numbers, each with what is counted under it and its page in print."""
    items = []
    for priority in priorities:
        outcomes = book.outcomes_of.get(priority.id, ())
        figures = {
            i.id for target in (priority.id, *(o.id for o in outcomes)) for i in book.indicators_of.get(target, ())
        }
        counts = " · ".join(
            unique(
                (
                    counted(len(outcomes), "outcome") if outcomes else "",
                    counted(len(figures), "figure") if figures else "",
                )
            )
        )
        first = priority.wordings[0].source if priority.wordings else None
        told = telling(book, [e for o in outcomes for e in o.evidence] or priority.evidence) if wide else None
        said, where = told.html(here) if told else ("", short_link(book, here, first) if first else "")
        below = f'{said}<p class="st-src"><span>{html(counts)}</span> {where}</p>'
        items.append(
            (
                priority.number,
                f"{priority.called} {priority.number}:",
                priority.title,
                priority_address(priority.id),
                below,
            )
        )
    return rows(here, items, wide=wide)


def _reported(book: Book, evidence: Sequence[Evidence], indicators: Sequence[Indicator]) -> str:
    """How much the papers report on a promise, in a sentence."""
    passages = sum(len(book.evidence_blocks(e)) for e in evidence)
    if not passages:
        return "The papers here report nothing under its heading."
    figures = f" and {counted(len(indicators), 'figure')}" if indicators else ""
    return f"The papers report on it in {counted(passages, 'passage')}{figures}."


def _outcomes(book: Book, here: str, outcomes: Sequence[Outcome]) -> str:
    if not outcomes:
        return ""
    items = []
    for outcome in outcomes:
        figures = book.indicators_of.get(outcome.id, ())
        told = telling(book, outcome.evidence)
        none = '<p class="st-small">Nothing is reported under its heading.</p>'
        if not told and any(book.evidence_blocks(e) for e in outcome.evidence):
            none = ""
        below, where = told.html(here) if told else (none, "")
        count = f"<span>{counted(len(figures), 'figure')}</span> " if figures else ""
        items.append(
            (
                outcome.number,
                f"Outcome {outcome.number}:",
                outcome.title,
                outcome_address(outcome.id),
                f'{below}<p class="st-src">{count}{where}</p>',
            )
        )
    return joined(
        heading(f"{counted(len(outcomes), 'outcome')}, and what the papers report", "outcomes"), rows(here, items)
    )


def _figures(book: Book, here: str, indicators: Sequence[Indicator]) -> str:
    if not indicators:
        return ""
    # What came of a promise before what is planned for it.
    ordered = sorted(indicators, key=lambda i: newest(book.of_now(i.id)) is None)
    cards = "".join(card(book, here, i) for i in ordered[:MOST_CARDS])
    rest = ordered[MOST_CARDS:]
    more = bullets([link(here, f"indicators/{safe_id(i.id)}/", i.title) for i in rest])
    folded = f"<details><summary>{counted(len(rest), 'more figure')}</summary>{more}</details>" if rest else ""
    return joined(heading("Figures", "figures"), f'<div class="st-cards">{cards}</div>', folded)


def _next(here: str, near: Sequence[Outcome]) -> str:
    if not near:
        return ""
    items = [link(here, outcome_address(o.id), f"{o.number} {clipped(o.title, 90)}") for o in near]
    return joined(heading("Next to this", "next"), bullets(items))


def _sources(book: Book, here: str, sources: Sequence[Source]) -> str:
    listed = source_list(book, here, [(source, "") for source in sources])
    return joined(heading("Sources", "sources"), listed) if listed else ""


def _about(book: Book, record: str, wordings: Sequence[Wording], evidence: Sequence[Evidence]) -> list[dict[str, str]]:
    papers = {w.source.paper for w in wordings} | {book.parts[e.part].paper for e in evidence if e.part in book.parts}
    dates = [book.papers[p].date for p in papers if p in book.papers and book.papers[p].date]
    found = facts(
        ("Newest paper", month_in_words(max(dates)) if dates else ""),
        ("Printed in", counted(len(papers), "paper") if papers else ""),
    )
    return [*status_fact(book, record), *found, *trust_fact(book, record)]


def _counts_sentence(priorities: int, called: str, outcomes: int) -> str:
    if not priorities:
        return "The papers here name this strategy; its own text is not among them, or names no priorities."
    one = called.removesuffix("ies") + "y" if called.endswith("ies") else called.removesuffix("s")
    return counted(priorities, one, called).capitalize() + (
        f" with {counted(outcomes, 'outcome')}." if outcomes else "."
    )


def _share(some: int, all_of_them: int) -> str:
    if some == all_of_them:
        return "each" if some > 1 else "it"
    return "none of them" if not some else f"{some} of them"
