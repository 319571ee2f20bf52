"""Commitments: what the partnership or a named body says it will do, in its own words.

In: a ``PaperContext`` and what each block stands under. Out: ``Commitment`` records in reading order: the sentence or
clause as printed, who, by when, firm or soft. National policy and law are not promises of the board and are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from tracker.facts.board.foi_letter import letter_of
from tracker.facts.context import PaperContext
from tracker.facts.promises.action_tables import actions_in
from tracker.facts.promises.promise_due import day_in_cell, due_of
from tracker.facts.promises.promise_headings import (
    Announced,
    announced_by_heading,
    announced_by_lead,
    is_label,
    is_plan,
    opens_list,
)
from tracker.facts.promises.promise_sentences import Around, Promise, promises_around
from tracker.facts.promises.promise_who import who_acts
from tracker.facts.promises.promise_words import IMPERATIVE
from tracker.facts.promises.resolutions import opens_resolutions
from tracker.facts.sections import Placed
from tracker.facts.wording.names import plain_words
from tracker.facts.wording.sentences import sentences
from tracker.records import Commitment, PaperPart, Reported, Source

# Parts that hold no promises of the board: orders of business, dashboards, plans of meetings.
_OTHER_PARTS = frozenset({"agenda", "forward plan"})
# Standing sections of covering reports that tell what law, money and risk would be, whatever is decided.
_STANDING = frozenset(
    {"legal", "equalities", "finance", "data protection", "social value", "alternatives", "sustainability"}
)
_CASE_STUDY = re.compile(
    r"\b(?:case stud(?:y|ies)|testimon|contents|abbreviation|glossary|acknowledg|contact|further information"
    r"|recommendations?|background papers)\b",
    re.I,
)
_MEETING = re.compile(r"\bdate of (?:the )?next meeting\b", re.I)
_WE = re.compile(r"\b(?:we|our)\b", re.I)


# A day, an hour and a place: "Monday 10 June 2024 at 6pm, Town Hall".
_SHORT = 20
# What follows "RESOLVED:" in paragraphs of its own.
_RESOLUTION = re.compile(
    r"^(?:\(?(?:\w{1,3}|\d{1,2}(?:\.\d{1,2}){1,2})[.)]?\s+)?[Tt]hat\b|^\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s+"
    r"|^\d{1,2}(?:\.\d{1,2}){1,2}\s+"
)


_DECISION = re.compile(r"^(?:the )?(?:decisions?|resolutions?|agreed recommendations)\s*:?\s*$", re.I)


Told = tuple[Reported, ...]


def commitments_of(
    context: PaperContext, relates_to: Mapping[str, str] | None = None, set_out: Collection[str] = ()
) -> tuple[Commitment, ...]:
    """All promises of a paper. ``relates_to``: block id to the outcome or objective it stands under; ``set_out``: ids
    of the blocks that print a priority or an outcome itself, which is what the promises serve and none of them."""
    found: list[tuple[int, Commitment]] = []
    seen: set[str] = set()

    def add(placed: Placed, text: str, promise: Promise, part: str, source: Source, told: Told = ()) -> None:
        block = placed.block
        digest = hashlib.sha256(f"{block.id}|{' '.join(text.split()).lower()}".encode()).hexdigest()[:8]
        if digest in seen:
            return
        seen.add(digest)
        commitment = Commitment(
            id=f"{context.paper_id}-c-{digest}",
            text=text,
            who=promise.who,
            by_when=promise.by_when,
            due_date=promise.due_date,
            relates_to=(relates_to or {}).get(block.id, ""),
            strength="firm" if promise.firm else "soft",
            part=part,
            reported=told,
            source=source,
        )
        found.append((placed.index, commitment))

    for span in context.spans:
        if span.part.kind in _OTHER_PARTS:
            continue
        asked = _asked(span.blocks) if span.part.kind == "foi answer" else {}
        for placed, promise in _walk(context, tuple(span.blocks), span.part):
            if placed.block.id in set_out:
                continue
            if any(start <= promise.start < end for start, end in asked.get(placed.block.id, ())):
                continue
            text = placed.block.text[promise.start : promise.end]
            add(placed, text, promise, span.part.id, context.source(placed.block, promise.start, promise.end))
        for placed in span.blocks:
            for action in actions_in(placed.block) if placed.block.kind == "table" else ():
                due = day_in_cell(action.by_when, span.part.date or context.paper.date)
                when = due.label if due and action.by_when == action.text else action.by_when
                when = "" if when == action.text else when
                said = Promise(0, 0, action.who, when, due.end if due else "", True)
                told = tuple(
                    Reported(label=head, text=words, source=context.cell(placed.block, action.row, column))
                    for head, words, column in action.standing
                )
                add(
                    placed, action.text, said, span.part.id, context.cell(placed.block, action.row, action.column), told
                )
    return tuple(commitment for _, commitment in sorted(found, key=lambda f: f[0]))


def _asked(blocks: Iterable[Placed]) -> dict[str, list[tuple[int, int]]]:
    """The stretches of a letter's blocks in which the requester speaks: the request, and what the answer repeats."""
    letter = letter_of(tuple(blocks))
    stretches = {block.id: [(0, len(block.text))] for block in letter.asked}
    said = {plain_words(b.text[start:end]) for b in letter.asked for start, end in sentences(b.text)}
    for block in letter.answered:
        repeated = [(s, e) for s, e in sentences(block.text) if plain_words(block.text[s:e]) in said]
        stretches.setdefault(block.id, []).extend(repeated)
    return stretches


def _walk(context: PaperContext, blocks: tuple[Placed, ...], part: PaperPart) -> Iterator[tuple[Placed, Promise]]:
    published = part.date or context.paper.date
    board = context.tracker.board
    minuted = part.kind == "minutes"
    text_around = Around(published, board, minuted=minuted)
    lead: Announced = ""
    label: Announced = ""
    labelled = ""
    resolved = next_meeting = False
    resolved_level = above = 0
    led = Around(published, board)
    chain: tuple[int, ...] | None = None
    standing = {block for section in part.sections if section.kind in _STANDING for block in section.blocks}
    for n, placed in enumerate(blocks):
        block = placed.block
        if block.kind == "heading":
            if _MEETING.search(block.text) and (period := due_of(block.text, published)):
                yield placed, Promise(0, len(block.text), board, period.label, period.end, True)
            opens = opens_resolutions(block.text, minuted) or bool(minuted and _DECISION.match(block.text))
            resolved = opens or (resolved and block.level > resolved_level)
            resolved_level = block.level if opens else resolved_level
            above = block.level
            next_meeting = bool(_MEETING.search(block.text))
            lead = label = ""
            labelled = ""
            led = Around(published, board)
            text_around = Around(published, board, minuted=minuted)
            continue
        if (
            block.kind not in ("paragraph", "list_item")
            or block.role in ("caption", "quotation", "contents", "stamp")
            or block.id in part.testimony
            or block.id in standing
        ):
            continue
        headings = tuple(h.text for h in context.outline.headings(placed))
        if any(_CASE_STUDY.search(h) for h in headings[-1:]):
            continue
        if placed.chain != chain:
            chain = placed.chain
            text_around = Around(published, board, minuted=minuted)
        said = label or (announced_by_heading(headings[-1]) if headings else "")
        if not said and block.kind == "list_item" and IMPERATIVE.match(block.text):
            # "What will we do?" stands over headings of its own
            said = next((s for h in headings[-2:-4:-1] if (s := announced_by_heading(h))), "")
            said = "planned" if said == "planned" or any(is_plan(h) for h in headings[-2:]) else ""
        under_law = not minuted and any(announced_by_heading(h) == "national" for h in headings[-2:])
        if block.kind == "list_item":
            if under_law or lead in ("national", "none") or (said == "none" and not lead):
                continue
            if lead == "done" or (said == "done" and not lead):
                yield from _dated(
                    placed, promises_around(block.text, Around(published, board, minuted=minuted)), published
                )
                continue
            planned = lead == "planned" or said == "planned"
            item = Around(published, board, planned=planned, hoped=lead == "hoped", minuted=minuted, resolved=resolved)
            if lead == "planned" and led.actor:
                item.actor, item.by_when, item.due_date = led.actor, led.by_when, led.due_date
            elif planned and _WE.search(labelled or (headings[-1] if headings else "")):
                item.actor = board
            yield from ((placed, p) for p in promises_around(block.text, item))
            continue
        if next_meeting and len(block.text.split()) <= _SHORT and (period := due_of(block.text, published)):
            yield placed, Promise(0, len(block.text), board, period.label, period.end, True)
            continue
        lead = announced_by_lead(block.text)
        over_list = n + 1 < len(blocks) and blocks[n + 1].block.kind == "list_item"
        if opens_resolutions(block.text, minuted) or (minuted and _DECISION.match(block.text)):
            resolved, resolved_level = True, above
            continue
        text_around.resolved = resolved and bool(_RESOLUTION.match(block.text))
        resolved = text_around.resolved
        if (
            lead in ("planned", "done", "none")
            and is_label(block.text)
            and announced_by_heading(block.text.rstrip(" :")) == lead
        ):
            label, labelled = lead, block.text
            continue
        if under_law:
            lead = "national" if lead else ""
            continue
        if said == "none":
            continue
        if said == "done":
            yield from _dated(placed, promises_around(block.text, text_around), published)
            continue
        text_around.orders = said == "planned"
        found = tuple(promises_around(block.text, text_around))
        text_around.orders = False
        if (
            not lead
            and over_list
            and any(p.firm and p.end == len(block.text) for p in found)
            and opens_list(block.text)
        ):
            lead = "planned"
        if lead == "planned":
            due = due_of(block.text, published)
            actor = who_acts(block.text.strip(" :") + " ", board) or (found[-1].who if found else "")
            led = Around(
                published, board, actor=actor, by_when=due.label if due else "", due_date=due.end if due else ""
            )
        says_no_more = lead == "planned" or "following" in block.text[-120:]
        if says_no_more and over_list:
            # the items are the promises; the line over them says only who and by when
            found = tuple(p for p in found if not block.text[p.end - 1 : p.end + 1].rstrip().endswith(":"))
        yield from ((placed, p) for p in found)


def _dated(placed: Placed, promises: Iterable[Promise], published: str) -> Iterator[tuple[Placed, Promise]]:
    """Of what stands among things done, only what has a day to come."""
    for promise in promises:
        year = re.search(r"20\d\d", promise.by_when)
        if promise.due_date or (year and year.group() >= published[:4]):
            yield placed, promise
