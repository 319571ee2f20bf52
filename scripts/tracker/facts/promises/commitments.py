"""Commitments: what the partnership or a named body says it will do, in its own words.

In: a ``PaperContext`` and what each block stands under. Out: ``Commitment`` records in reading order: the sentence or
clause as printed, who, by when, firm or soft. National policy and law are not promises of the board and are left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping

from tracker.facts.board.foi_letter import letter_of
from tracker.facts.context import PaperContext
from tracker.facts.promises.action_tables import actions_in
from tracker.facts.promises.promise_around import Promise
from tracker.facts.promises.promise_due import day_in_cell
from tracker.facts.promises.promise_walk import promises_in
from tracker.facts.sections import Placed
from tracker.facts.wording.names import plain_words
from tracker.facts.wording.sentences import sentences
from tracker.records import Commitment, Reported, Source

# Parts that hold no promises of the board: orders of business, dashboards, plans of meetings.
_OTHER_PARTS = frozenset({"agenda", "forward plan"})
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
        for placed, text, promise, source in promises_in(context, span):
            if placed.block.id in set_out:
                continue
            if any(start <= promise.start < end for start, end in asked.get(placed.block.id, ())):
                continue
            add(placed, text, promise, span.part.id, source)
        tables = [placed for placed in span.blocks if placed.block.kind == "table"]
        for above, placed in zip([None, *tables], tables, strict=False):
            for action in actions_in(placed.block, above.block if above else None):
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
