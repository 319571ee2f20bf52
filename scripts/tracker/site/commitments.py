"""What was said will be done: the page of each group of commitments, and the section on the pages of promises."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.promises.target_places import places_of_targets, without_indicator
from tracker.records import Commitment, Target
from tracker.site.addresses import commitments_address, outcome_address, passage_address, priority_address
from tracker.site.book import Book
from tracker.site.dates import day_in_words
from tracker.site.page import Page, bullets, crumbs, heading, joined
from tracker.site.passages import plain
from tracker.site.sources import found_as, pdf_link, place_link
from tracker.site.text import clipped, counted, html, link, safe_id, unique


def commitments_page(book: Book, group: str, commitments: Sequence[Commitment]) -> Page:
    """What was said will be done under one priority, outcome, or under none ("other")."""
    here = commitments_address(group)
    name, up = group_name(book, group)
    items = [_commitment(book, here, c) for c in commitments]
    lede = (
        f"{counted(len(commitments), 'commitment')} in the papers here, in their own words. "
        "None is rated unless people have rated it."
    )
    return Page(
        here,
        f"Commitments: {clipped(name, 80)}",
        "Priorities",
        joined(
            heading("What was said will be done", "commitments"),
            f'<ol class="st-rows st-plainrows">{"".join(items)}</ol>',
            _targets_alone(book, here, group),
            f"<p>{link(here, up, name)}</p>" if up else "",
            book.prose.get(group, ""),
        ),
        {
            "kind": "commitments",
            "kind_line": "Commitments",
            "lede": lede,
            "crumbs": crumbs(("Priorities", "priorities/"), ("Commitments", "commitments/")),
            **found_as(book, "Commitments", [c.source.paper for c in commitments]),
        },
        lede,
    )


def group_name(book: Book, group: str) -> tuple[str, str]:
    """The name of a group of commitments and the page above it."""
    if group in book.outcomes:
        outcome = book.outcomes[group]
        return f"Outcome {outcome.number}: {outcome.title}", outcome_address(group)
    if group in book.priorities:
        priority = book.priorities[group]
        return f"{priority.called} {priority.number}: {priority.title}", priority_address(group)
    return "not tied to a priority", ""


def commitment_groups(book: Book) -> dict[str, tuple[Commitment, ...]]:
    """Commitments by the priority they stand under ("other" for none), in the order of the papers."""
    groups: dict[str, list[Commitment]] = {}
    for commitment in book.facts.commitments:
        target = commitment.relates_to
        if target in book.outcomes and book.outcomes[target].priority in book.priorities:
            target = book.outcomes[target].priority
        groups.setdefault(target if target in book.priorities or target in book.outcomes else "other", []).append(
            commitment
        )
    return {name: tuple(group) for name, group in groups.items()}


def _targets_alone(book: Book, here: str, group: str) -> str:
    """Targets and baselines of measures that have no page, where their passage stands under this group."""
    alone = without_indicator(book.facts.targets, book.indicators)
    places = places_of_targets(alone, book.facts.outcomes, book.facts.priorities)
    groups = commitment_groups(book)

    def group_of(target: Target) -> str:
        place = places[target.id]
        place = book.outcomes[place].priority if place in book.outcomes else place
        return place if place in groups else "other" if "other" in groups else next(iter(groups), "")

    found = [
        f"{html(book.words(t.source) or t.as_printed)} ({place_link(book, here, t.source)})"
        for t in alone
        if group_of(t) == group
    ]
    return joined(heading("Targets and baselines as printed", "targets"), bullets(found)) if found else ""


def commitments_section(book: Book, here: str, record: str, below: Sequence[str]) -> str:
    found = [c for c in book.facts.commitments if c.relates_to == record or c.relates_to in below]
    if not found:
        return ""
    groups = commitment_groups(book)
    group = next((name for name, members in groups.items() if found[0] in members), "other")
    items = [f"“{html(clipped(c.text, 220))}” ({place_link(book, here, c.source)})" for c in found[:5]]
    all_of_them = (
        f"<p>{link(here, commitments_address(group), _all_of(len(groups[group])))}</p>" if group in groups else ""
    )
    return joined(heading("What was said will be done", "commitments"), bullets(items), all_of_them)


def _all_of(count: int) -> str:
    return "The commitment with who and by when" if count == 1 else f"All {count} commitments, with who and by when"


def _commitment(book: Book, here: str, commitment: Commitment) -> str:
    status = book.said_by_people(commitment.id, "status") or "not rated"
    due = commitment.by_when or (day_in_words(commitment.due_date) if commitment.due_date else "")
    told = " · ".join(
        unique(
            (f"Who: {commitment.who}" if commitment.who else "", f"By when: {due}" if due else "", f"Status: {status}")
        )
    )
    bears = ""
    if commitment.relates_to in book.outcomes:
        outcome = book.outcomes[commitment.relates_to]
        bears = link(here, outcome_address(outcome.id), f"Outcome {outcome.number}")
    later = ""
    for one in commitment.later_evidence:
        for block in book.evidence_blocks(one)[:1]:
            said = link(here, passage_address(one.part, block.id), clipped(plain(block.markdown), 120))
            how = (
                "Reported later" if one.confirmed else "Perhaps reported later (found by its words, no one has checked)"
            )
            later += f'<p class="st-small">{how}: {said}</p>'
    where = f"{place_link(book, here, commitment.source)} {bears} {pdf_link(book, here, commitment.source)}"
    return (
        f'<li id="{html(safe_id(commitment.id))}">'
        f'<blockquote class="st-quote"><p>{html(commitment.text)}</p></blockquote>'
        f'<p class="st-small">{html(told)}</p>{later}<p class="st-src">{where}</p></li>'
    )
