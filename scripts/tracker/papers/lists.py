"""How deep the items of a list stand."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.drafts import Draft

NEXT_COLUMN = 60.0
"""Points: a list that goes on this far to the side goes on in another column, not at another depth."""
STEP = 7.0
"""Points: an item that begins this much further right stands one level deeper."""


def give_depths(pages: Sequence[Sequence[Draft]]) -> None:
    """Depths from 1: within one list, each indent further right is a level; a paragraph or heading ends the list.

    Lists go on over pages. Items under a numbered paragraph ("8.2 …") begin at depth 2.
    """
    lefts: list[float] = []
    base = 1
    shift = 0.0
    column, page, column_left = 0, 0, 0.0
    for drafts in pages:
        for draft in drafts:
            if draft.kind in ("furniture", "footnote", "figure", "table"):
                continue
            if draft.kind != "list_item":
                lefts, shift = [], 0.0
                base = 2 if draft.kind == "paragraph" and draft.number else 1
                continue
            left = draft.lines[0].bbox[0] - shift
            if not lefts or draft.column_number != column or draft.page != page:
                if lefts and abs(draft.column[0] - column_left) > NEXT_COLUMN:
                    shift += draft.column[0] - column_left
                    left = draft.lines[0].bbox[0] - shift
                column, page, column_left = draft.column_number, draft.page, draft.column[0]
            while lefts and left < lefts[-1] - STEP:
                lefts.pop()
            if not lefts or left > lefts[-1] + STEP:
                lefts.append(left)
            draft.depth = base + len(lefts) - 1
