"""What a report asks a board to do, in its own words and numbers.

In: the parts of a paper. Out: ``Recommendation`` records: list items, numbered paragraphs or "The Board is asked to …"
under a heading that says so, or in a covering table's row.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.sections import Placed
from tracker.records import Block, Cell, Recommendation, Source

_HEADING = re.compile(
    r"^(?:(?:officers?['’]?s?|key|draft|summary of|proposed|the|report)\s+)*(?:recommendations?"
    r"|recommended (?:action|decision)s?"
    r"|decisions? (?:required|requested|sought)|actions? (?:required|requested))\b(?!\s+from)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:(?:That\s+)?(?:the|The|Members of the)\s+(?:[\w&'’-]+\s+){0,8}?(?:Board|Committee|Partnership|Panel"
    r"|Cabinet|Members|Group"
    r"|Forum|Council)|(?:That\s+)?Members|It\s+is\s+recommended)\s+(?:(?:is|are)\s+(?:asked|recommended|invited|requested)\s+to\b"
    r"|that\b)",
)
_THAT = re.compile(
    r"^(?:That|To|Note|Agree|Approve|Endorse|Consider|Comment|Discuss|Support|Delegate|Review|Receive)\b"
)
# "That the Board:" only leads to what follows.
_ANNOUNCES = re.compile(r"^[^.;]{0,90}:\s*$")
# A covering report asks the board on its first pages.
_HEAD_BLOCKS = 25
_LABEL = re.compile(r"^recommendations?\s*[:–-]\s*", re.IGNORECASE)

_ITEM_MARK = re.compile(r"^(?:\(?\d{1,2}[.)]|[•▪●○◦‣-])\s+")
_BULLET = re.compile(r"\n\s*(?=\(?\d{1,2}[.)]\s|-\s)|(?:^|(?<=\s))(?=[•▪●○◦‣]\s)")

_Add = Callable[[str, str, Source], None]


def recommendations_of(context: PaperContext, span: Span) -> tuple[Recommendation, ...]:
    """The recommendations of one report, in order."""
    if span.part.kind in ("minutes", "agenda"):
        return ()
    found: list[Recommendation] = []

    def add(number: str, text: str, source: Source) -> None:
        if text.strip():
            found.append(
                Recommendation(
                    id=f"{span.part.id}-recommendation-{len(found) + 1}",
                    number=number or str(len(found) + 1),
                    text=text.strip(),
                    item=span.part.item,
                    part=span.part.id,
                    source=source,
                )
            )

    for section in span.outline.sections:
        if _HEADING.match(section.heading.block.text.strip()):
            inside = list(span.outline.inside(section, deep=False))
            late = section.first - span.blocks[0].index > _HEAD_BLOCKS
            if late and not any(_ASKED.match(p.block.text) or _THAT.match(p.block.text) for p in inside):
                # A review's advice to agencies, far inside: not what a board is asked.
                continue
            _under_heading(context, inside, add)
            if found:
                break
    if not found:
        _in_table(context, span, add)
    if not found:
        _in_text(context, span, add)
    return tuple(found)


def _under_heading(context: PaperContext, inside: list[Placed], add: _Add) -> None:
    blocks = [p.block for p in inside if p.block.kind in ("paragraph", "list_item")]
    listed = [b for b in blocks if b.kind == "list_item"]
    depth = min((b.depth for b in listed), default=0)
    chosen = [b for b in listed if b.depth == depth]
    if not chosen:
        blocks = [b for b in blocks if not _ANNOUNCES.match(b.text[(_own_number(b) or ("", 0))[1] :])] or blocks
        chosen = [b for b in blocks if _ASKED.match(b.text) or _THAT.match(b.text) or _own_number(b)] or blocks[:1]
    for block in chosen:
        number, start = _own_number(block) or ("", 0)
        add(number, block.text[start:], context.source(block, start, len(block.text)))


def _own_number(block: Block) -> tuple[str, int] | None:
    """The number a recommendation has in print, and where its words begin."""
    marker = re.fullmatch(r"\(?(\d{1,2}(?:\.\d{1,2})?|[a-z]|[A-H]|[ivx]+)[.)]?", (block.marker or block.number).strip())
    if marker:
        return marker[1], 0
    match = re.match(
        r"^\(?(\d{1,2}(?:\.\d{1,2})*|(?<=\()(?:[a-z]|[ivx]+)|[A-H](?=[.)]))(?:[.)]|(?=\s+[A-Z]))\s+(?=\w)", block.text
    )
    return (match[1], match.end()) if match else None


def _in_table(context: PaperContext, span: Span, add: _Add) -> None:
    for placed in span.blocks[:12]:
        block = placed.block
        for r, row in enumerate(block.rows):
            cells = [(c, cell.text.strip()) for c, cell in enumerate(row) if cell and cell.text.strip()]
            if len(cells) >= 2 and _HEADING.match(cells[0][1]):
                column = cells[1][0]
                cell = row[column]
                for number, piece in enumerate(cell_items(cell) if cell else (), start=1):
                    add(str(number), piece, context.cell(block, r, column))


def cell_items(cell: Cell) -> list[str]:
    """The items of a cell: what begins with a number or a bullet on a line of its own, else what print sets off as a
    line of its own and begins with a capital; all of the cell where there is neither."""
    items: list[str] = []
    for line in (part for piece in cell.pieces for part in _BULLET.split(piece.replace("\n", " \n"))):
        bare = _ITEM_MARK.sub("", line.strip())
        if not bare:
            continue
        items.append(bare)
    return [" ".join(item.split()) for item in items] or [cell.text]


def _in_text(context: PaperContext, span: Span, add: _Add) -> None:
    """A report without the heading: "The Board is asked to note …" or "Recommendation: …" in a line of its own."""
    blocks = span.blocks
    for position, placed in enumerate(blocks):
        block = placed.block
        number, begin = _own_number(block) or ("", 0)
        label = _LABEL.match(block.text[begin:])
        if block.kind != "paragraph" or not (_ASKED.match(block.text[begin:]) or label):
            continue
        items = []
        for after in blocks[position + 1 :]:
            if after.block.kind != "list_item":
                break
            items.append(after.block)
        if block.text.rstrip().endswith(":") and items:
            for item in items:
                own = _own_number(item)
                add(own[0] if own else "", item.text, context.source(item))
        else:
            start = begin + (label.end() if label else 0)
            add(number, block.text[start:], context.source(block, start, len(block.text)))
