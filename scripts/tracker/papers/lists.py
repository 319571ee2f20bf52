"""How deep the items of a list stand."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.drafts import Draft

STEP = 7.0
"""Points: an item that begins this much further right stands one level deeper."""


def give_depths(pages: Sequence[Sequence[Draft]]) -> None:
    """Depths from 1: within one list, each indent further right is a level; a paragraph or heading ends the list.

    Lists go on over pages. Items under a numbered paragraph ("8.2 …") begin at depth 2.
    """
    lefts: list[float] = []
    base = 1
    for drafts in pages:
        for draft in drafts:
            if draft.kind in ("furniture", "footnote", "figure", "table"):
                continue
            if draft.kind != "list_item":
                lefts = []
                base = 2 if draft.kind == "paragraph" and draft.number else 1
                continue
            left = draft.lines[0].bbox[0]
            while lefts and left < lefts[-1] - STEP:
                lefts.pop()
            if not lefts or left > lefts[-1] + STEP:
                lefts.append(left)
            draft.depth = base + len(lefts) - 1
