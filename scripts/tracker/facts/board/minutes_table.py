"""Minutes kept in a table, a row for each item: number, what was said, who is to act.

In: a ``PaperContext`` and the part that holds the minutes. Out: items and decisions with the cells they stand in.
"""

from __future__ import annotations

import re

from tracker.facts.board.decisions import decision_type
from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.promises.action_tables import holds_actions
from tracker.facts.wording.sentences import sentences
from tracker.records import AgendaItem, Block, Decision

_NUMBER = re.compile(r"^(?:item\s*)?(\d{1,3}|\d{1,2}\.0)[.)]?$", re.IGNORECASE)
_TITLED = re.compile(r"^(?:agenda )?(?:item|topic|subject|title|heading)s?$", re.IGNORECASE)
_LONGEST_TITLE = 16


def items_in_table(
    context: PaperContext, span: Span, meeting: str
) -> tuple[tuple[AgendaItem, ...], tuple[Decision, ...]]:
    """Items and decisions of every table of the part whose rows are numbered and count on."""
    items: list[AgendaItem] = []
    decisions: list[Decision] = []
    for placed in span.blocks:
        block = placed.block
        if block.kind != "table" or holds_actions(block):
            continue
        titles = next(
            (c for row in block.rows[:1] for c, cell in enumerate(row) if cell and _TITLED.match(cell.text)), -1
        )
        for r, row in enumerate(block.rows):
            filled = [(c, cell.text.strip()) for c, cell in enumerate(row) if cell and cell.text.strip()]
            number = _NUMBER.match(filled[0][1]) if len(filled) >= 2 else None
            if number:
                column = titles if any(c == titles and c != filled[0][0] for c, _ in filled) else filled[1][0]
                title = _title(next(text for c, text in filled if c == column))
                if title:
                    source = context.cell(block, r, column)
                    items.append(AgendaItem(number=number[1], title=title, part=span.part.id, source=source))
            item = items[-1].number if items else ""
            decisions.extend(_decisions(context, block, r, meeting, item, len(decisions)))
    return (tuple(items), tuple(decisions)) if len(items) >= 2 else ((), ())


def _title(text: str) -> str:
    """An item's title: the first line of its cell, or the first sentence where that is short."""
    line = text.split("\n")[0].strip()
    if len(line.split()) > _LONGEST_TITLE:
        spans = sentences(line)
        line = line[spans[0][0] : spans[0][1]] if spans else line
    return line.strip(" .:") if len(line.split()) <= _LONGEST_TITLE else ""


def _decisions(context: PaperContext, block: Block, row: int, meeting: str, item: str, before: int) -> list[Decision]:
    found: list[Decision] = []
    for c, cell in enumerate(block.rows[row]):
        for line in cell.text.split("\n") if cell else ():
            for start, end in sentences(line):
                kind = decision_type(line[start:end])
                if kind:
                    found.append(
                        Decision(
                            id=f"{meeting}-decision-{before + len(found) + 1}",
                            text=line[start:end],
                            type=kind,
                            item=item,
                            source=context.cell(block, row, c),
                        )
                    )
    return found
