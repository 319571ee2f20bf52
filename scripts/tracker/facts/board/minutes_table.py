"""Minutes kept in a table, a row for each item: number, what was said, who is to act.

In: a ``PaperContext`` and the part that holds the minutes. Out: items and decisions with the cells they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.facts.board.decisions import decision_type
from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.promises.action_tables import holds_actions
from tracker.facts.wording.sentences import sentences
from tracker.records import AgendaItem, Block, Cell, Decision

_NUMBER = re.compile(r"^(?:item\s*)?(\d{1,3}|\d{1,2}\.0)[.)]?$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:item\s*)?(?P<number>\d{1,3})(?:\.0)?[.):]?\s+(?=[A-Z])", re.IGNORECASE)
_TITLED = re.compile(r"^(?:agenda )?(?:item|topic|subject|title|heading)s?$", re.IGNORECASE)
_SAID = re.compile(
    r"^(?:(?:key |main |summary of )?(?:discussions?|points?)\b|minutes?\b|notes?\b|summary$"
    r"|(?:agenda )?item(?: and|/))",
    re.IGNORECASE,
)
_LONGEST_TITLE = 16
# A cell of fewer words holds a name, a day or a status.
_SENTENCE_WORDS = 6
_NEXT = re.compile(r"^(?:(?:date|time|day)s? (?:and \w+ )?of )?(?:the )?(?:next|future) meetings?\b", re.IGNORECASE)


def items_in_table(
    context: PaperContext, span: Span, meeting: str
) -> tuple[tuple[AgendaItem, ...], tuple[Decision, ...]]:
    """Items and decisions of every table of the part whose rows are numbered and count on."""
    items: list[AgendaItem] = []
    decisions: list[Decision] = []
    for placed in span.blocks:
        block = placed.block
        if block.kind != "table" or (holds_actions(block) and not _tells_what_was_said(block)):
            continue
        titles = next(
            (c for row in block.rows[:1] for c, cell in enumerate(row) if cell and _TITLED.match(cell.text)), -1
        )
        for r, row in enumerate(block.rows):
            filled = [(c, cell.text.strip()) for c, cell in enumerate(row) if cell and cell.text.strip()]
            found = _number_and_title(row, filled, titles)
            if found and _counts_on(items, found[0]):
                number, column, title = found
                source = context.cell(block, r, column)
                items.append(AgendaItem(number=number, title=title, part=span.part.id, source=source))
            item = items[-1].number if items else ""
            decisions.extend(_decisions(context, block, r, meeting, item, len(decisions)))
    return (tuple(items), tuple(decisions)) if len(items) >= 2 else ((), ())


def said_in(block: Block) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of what was said, where a table keeps minutes: the pieces of cells that hold sentences, in
    a table that is no log of actions. A title in its own line is a piece of its own."""
    if block.kind != "table" or (holds_actions(block) and not _tells_what_was_said(block)):
        return
    for r, row in enumerate(block.rows):
        for c, cell in enumerate(row if r >= block.header_rows else ()):
            pieces = cell.pieces if cell else ()
            if any(len(piece.split()) >= _SENTENCE_WORDS for piece in pieces) or any(map(_NEXT.match, pieces)):
                yield from ((r, c, piece) for piece in pieces if piece)


def _tells_what_was_said(block: Block) -> bool:
    """Whether a column beside the actions holds what was said: then it is the minutes, not a log of actions."""
    return any(cell and _SAID.match(cell.text.strip()) for row in block.rows[:1] for cell in row)


def _number_and_title(
    row: Sequence[Cell | None], filled: Sequence[tuple[int, str]], titles: int
) -> tuple[str, int, str] | None:
    """An item's number, the column of its title and the title: the number in a cell of its own, or before the title."""
    if len(filled) < 2:
        return None
    alone = _NUMBER.match(filled[0][1])
    before = _NUMBERED.match(filled[0][1])
    if alone:
        column = titles if any(c == titles and c != filled[0][0] for c, _ in filled) else filled[1][0]
        number, start = alone[1], 0
    elif before:
        column, number, start = filled[0][0], before["number"], before.end()
    else:
        return None
    cell = row[column]
    title = _title(cell.pieces[0][start:] if cell else "")
    return (number, column, title) if title else None


def _counts_on(items: Sequence[AgendaItem], number: str) -> bool:
    """Whether a number goes on from the items so far: minutes may number on from the meeting before."""
    if not items:
        return True
    step = int(re.sub(r"\D", "", number.split(".")[0])) - int(re.sub(r"\D", "", items[-1].number.split(".")[0]))
    return 0 < step <= 3


def _title(text: str) -> str:
    """An item's title: what stands first in its cell, or the first sentence where that is short."""
    line = text.strip()
    return line.strip(" .:–-") if len(line.split()) <= _LONGEST_TITLE else ""


def _decisions(context: PaperContext, block: Block, row: int, meeting: str, item: str, before: int) -> list[Decision]:
    found: list[Decision] = []
    for c, cell in enumerate(block.rows[row]):
        for line in cell.pieces if cell else ():
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
