"""What was said will be done: the page of each group of commitments, and the section on the pages of promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.facts.promises.target_places import places_of_targets, without_indicator
from tracker.facts.wording.word_forms import capital
from tracker.pages.folder import people_key
from tracker.records import Commitment, Target
from tracker.site.addresses import (
    commitments_address,
    outcome_address,
    part_address,
    passage_address,
    priority_address,
)
from tracker.site.book import Book
from tracker.site.checked import marked
from tracker.site.corrections import corrections_section
from tracker.site.dates import day_in_words
from tracker.site.page import Page, bullets, crumbs, heading, joined
from tracker.site.passages import is_table, plain, sentence_with
from tracker.site.people import lede as said_first
from tracker.site.sensitive import promise_is_sensitive
from tracker.site.sources import found_as, page_link, pdf_link, place_link, short_link
from tracker.site.text import clipped, counted, html, link, safe_id, unique


def commitments_page(book: Book, group: str, commitments: Sequence[Commitment]) -> Page:
    """What was said will be done under one priority, outcome, or under none ("other")."""
    here = commitments_address(group)
    name, up = group_name(book, group)
    lede = (
        f"{counted(len(commitments), 'commitment')} in the papers here, in their own words. {_rated(book, commitments)}"
    )
    return Page(
        here,
        f"Commitments: {name}",
        "Priorities",
        joined(
            heading("What was said will be done", "commitments"),
            *(_said_in(book, here, held) for held in _by_part(commitments)),
            _targets_alone(book, here, group),
            f"<p>{link(here, up, name)}</p>" if up else "",
            corrections_section(book, people_key("commitments", group)),
            book.prose.get(people_key("commitments", group), ""),
        ),
        {
            "kind": "commitments",
            "kind_line": "Commitments",
            "lede": said_first(book, people_key("commitments", group), lede),
            "exit": group in book.promises and promise_is_sensitive(book, book.promises[group]),
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


# The name of the row stands before the cell.
_CELLS = " › "


def _targets_alone(book: Book, here: str, group: str) -> str:
    """Targets and baselines of measures that have no page, where their passage stands under this group."""
    alone = without_indicator(book.facts.targets, book.indicators)
    places = places_of_targets(alone, book.facts.outcomes, book.facts.priorities)
    groups = book.commitment_groups

    def below(target: Target) -> str:
        place = places[target.id]
        place = book.outcomes[place].priority if place in book.outcomes else place
        return place if place in groups else "other" if "other" in groups else next(iter(groups), "")

    found = [f"{_target(book, t)} ({place_link(book, here, t.source)})" for t in alone if below(t) == group]
    return joined(heading("Targets and baselines as printed", "targets"), bullets(found)) if found else ""


def _target(book: Book, target: Target) -> str:
    """A target with what it is a target of (HTML): its row's name, or the sentence that prints it, its words marked."""
    if _CELLS in target.as_printed:
        return html(target.as_printed)
    words = book.words(target.source) or target.as_printed
    part = book.part_of(target.source)
    block = book.blocks.get((part.id, target.source.block)) if part else None
    if block is None or is_table(block.markdown):
        return html(words)
    return f"“{marked(sentence_with(block.markdown, words) or words, [words])}”"


def in_its_sentence(book: Book, commitment: Commitment) -> str:
    """A promise in its own words; one that begins amid a sentence ("its effect will be monitored") with all of it."""
    part = book.part_of(commitment.source)
    block = book.blocks.get((part.id, commitment.source.block)) if part else None
    if block is None or not commitment.text[:1].islower() or is_table(block.markdown):
        return commitment.text
    return sentence_with(block.markdown, commitment.text.rstrip(" .")) or commitment.text


def commitments_section(book: Book, here: str, record: str, below: Sequence[str]) -> str:
    """The first few commitments under a promise (``below`` are the outcomes of a priority), and the way to all."""
    found = book.commitments_under((record, *below))
    if not found:
        return ""
    groups = book.commitment_groups
    group = book.group_of(found[0])
    items = [
        f"“{html(clipped(in_its_sentence(book, c), 260))}” ({short_link(book, here, c.source)})"
        + (f' <span class="st-tag">{html(capital(status))}</span>' if (status := _status(book, c)) else "")
        for c in found[:5]
    ]
    all_of_them = (
        f"<p>{link(here, commitments_address(group), _all_of(len(groups[group])))}</p>" if group in groups else ""
    )
    return joined(heading("What was said will be done", "commitments"), bullets(items), all_of_them)


def _all_of(count: int) -> str:
    return "The commitment with who and by when" if count == 1 else f"All {count} commitments, with who and by when"


def _rated(book: Book, commitments: Sequence[Commitment]) -> str:
    rated = sum(_status(book, commitment) != "" for commitment in commitments)
    if not rated:
        return "How they stand has not been rated by people yet."
    return f"People have rated how {counted(rated, 'of them stands', 'of them stand')}."


def _status(book: Book, commitment: Commitment) -> str:
    """How people say it stands; "" while nobody has said."""
    said = book.said_by_people(commitment.id, "status")
    return "" if said == "not rated" else said


def _by_part(commitments: Sequence[Commitment]) -> tuple[tuple[Commitment, ...], ...]:
    """The commitments of each paper, or part of a paper, in order."""
    held: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        held.setdefault(commitment.part or commitment.source.paper, []).append(commitment)
    return tuple(tuple(group) for group in held.values())


def _said_in(book: Book, here: str, commitments: Sequence[Commitment]) -> str:
    """The commitments of one paper or part, below its name and day."""
    first = commitments[0]
    paper, part = book.papers.get(first.source.paper), book.parts.get(first.part)
    title = part.title if part else paper.title if paper else first.source.paper
    told = [link(here, part_address(part.id), title) if part else html(title)]
    if paper and part and paper.title != part.title:
        told.append(html(paper.title))
    if date := (part.date if part else "") or (paper.date if paper else ""):
        told.append(html(day_in_words(date)))
    items = "".join(_commitment(book, here, commitment) for commitment in commitments)
    return f'<h3 class="st-said">{" · ".join(told)}</h3><ol class="st-rows st-plainrows">{items}</ol>'


def _commitment(book: Book, here: str, commitment: Commitment) -> str:
    status = _status(book, commitment)
    reason = book.said_by_people(commitment.id, "status_reason")
    told = " · ".join(
        unique(
            (
                f"Who: {commitment.who}" if commitment.who else "",
                f"When: {_by_when(commitment)}" if commitment.by_when or commitment.due_date else "",
                "Said as an aim or a hope" if commitment.strength == "soft" else "",
                f"Status: {status}" + (f" ({reason})" if reason else "") if status else "",
            )
        )
    )
    bears = ""
    if commitment.relates_to in book.outcomes:
        outcome = book.outcomes[commitment.relates_to]
        bears = link(here, outcome_address(outcome.id), f"Outcome {outcome.number}")
    where = f"{page_link(book, here, commitment.source)} {bears} {pdf_link(book, here, commitment.source)}"
    whole = in_its_sentence(book, commitment)
    said = html(whole) if whole == commitment.text else marked(whole, [commitment.text])
    after = "".join(
        f'<p class="st-small">{line}</p>'
        for line in (
            *_by_its_table(commitment),
            *_said_again(book, here, commitment),
            *_reported_later(book, here, commitment),
        )
    )
    return (
        f'<li id="{html(safe_id(commitment.id))}">'
        f'<blockquote class="st-quote"><p>{said}</p></blockquote>'
        + (f'<p class="st-small">{html(told)}</p>' if told else "")
        + f'{after}<p class="st-src">{where}</p></li>'
    )


def _by_when(commitment: Commitment) -> str:
    """The paper's words, and the day they mean where they do not say it in full."""
    words, day = commitment.by_when, day_in_words(commitment.due_date) if commitment.due_date else ""
    if not words or not day:
        return words or day
    return words if commitment.due_date[:4] in words else f"{words} ({day})"


def _by_its_table(commitment: Commitment) -> Iterator[str]:
    """How it stands by the table it was printed in: the paper's word, not people's."""
    if commitment.reported:
        said = " · ".join(f"{told.label}: {clipped(told.text, 300)}" for told in commitment.reported)
        yield html(f"The same table says of it: {said}")


def _said_again(book: Book, here: str, commitment: Commitment) -> Iterator[str]:
    """Earlier and later papers that make the same promise, as far as its words tell."""
    for other in commitment.repeats:
        if other in book.commitments:
            yield f"Seems to repeat: {_other(book, here, book.commitments[other])}"
    for other in book.repeated_by.get(commitment.id, ()):
        yield f"Seems to be said again: {_other(book, here, book.commitments[other])}"


def _other(book: Book, here: str, commitment: Commitment) -> str:
    address = f"{commitments_address(book.group_of(commitment))}#{safe_id(commitment.id)}"
    return f"{link(here, address, clipped(commitment.text, 120))} ({html(book.place_words(commitment.source))})"


def _reported_later(book: Book, here: str, commitment: Commitment) -> Iterator[str]:
    for one in commitment.later_evidence:
        for block in book.evidence_blocks(one)[:1]:
            said = link(here, passage_address(one.part, block.id), clipped(plain(block.markdown), 120))
            how = (
                "Reported later" if one.confirmed else "Perhaps reported later (found by its words, no one has checked)"
            )
            yield f"{how}: {said}"
