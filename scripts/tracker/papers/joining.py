"""What runs on over the end of a column or a page is put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.drafts import Draft
from tracker.papers.lines import is_marker
from tracker.papers.spacing import SENTENCE_END, dress_of, ends_early
from tracker.papers.tags import ElementOf, no_element

SAME_SIZE = 0.06
"""Share by which the print of the two halves may differ."""
FULL = 0.12
"""The last line before the break is full when less than this share of the column is free behind it."""


def join_runs(pages: Sequence[list[Draft]], element_of: ElementOf = no_element) -> list[list[Draft]]:
    """The drafts of all pages, those that go on in another column or page joined to where they began.

    ``element_of`` tells tags that can be believed.
    """
    out: list[list[Draft]] = []
    flows: dict[Flow, Draft] = {}
    last: Draft | None = None
    open_note: Draft | None = None
    for drafts in pages:
        kept: list[Draft] = []
        tops = _tops(drafts)
        for draft in drafts:
            if draft.kind == "footnote":
                if not draft.note and open_note is not None:
                    open_note.lines.extend(draft.lines)
                    continue
                open_note = draft
                kept.append(draft)
                continue
            if draft.kind in ("table", "figure", "furniture"):
                kept.append(draft)
                continue
            before = flows.get(_flow(draft))
            elsewhere = before is not None and (
                before.lines[-1].page != draft.page or before.column_number != draft.column_number
            )
            near = before is last or id(draft) in tops
            if before is not None and elsewhere and near and _goes_on(before, draft, element_of, before is not last):
                before.lines.extend(draft.lines)
                before.column_number, before.column = draft.column_number, draft.column
                last = before
                continue
            kept.append(draft)
            if draft.kind == "heading":
                flows = {flow: text for flow, text in flows.items() if flow[0] != draft.boxed}
            flows[_flow(draft)] = last = draft
        for draft in kept:
            if draft.kind == "footnote" and not draft.note:
                draft.kind = "paragraph"
        out.append(kept)
    return out


Flow = tuple[bool, int]
"""Text that runs on by itself beside other text: in boxes or not, and its size in half points."""


def _tops(drafts: Sequence[Draft]) -> set[int]:
    """The identities of the first text in each column of a page."""
    first: dict[int, Draft] = {}
    for draft in drafts:
        if draft.lines and draft.kind != "footnote":
            first.setdefault(draft.column_number, draft)
    return {id(draft) for draft in first.values()}


def _flow(draft: Draft) -> Flow:
    return draft.boxed, round(2 * draft.lines[0].size)


def _goes_on(before: Draft, after: Draft, element_of: ElementOf, apart: bool) -> bool:
    """Whether a draft carries on one that broke off; ``apart`` where text of another flow stands between them."""
    if before.kind == "heading" and _is_its_year(before, after):
        return True
    if before.kind == after.kind == "heading":
        return _heading_goes_on(before, after, element_of)
    if before.kind not in ("paragraph", "list_item") or after.kind != "paragraph" or after.marker or after.number:
        return False
    if before.role == "contents" or after.role == "contents" or before.boxed != after.boxed:
        return False
    last, first = before.lines[-1], after.lines[0]
    if abs(last.size - first.size) > SAME_SIZE * last.size or last.bold != first.bold:
        return False
    if is_marker(first.words[0]) or dress_of(last)[0] != dress_of(first)[0]:
        return False
    end, start = last.unmarked, first.text
    if after.page - last.page > 1:
        return False
    free = before.column[2] - last.bbox[2]
    full = free < FULL * (before.column[2] - before.column[0]) or not ends_early(last, first, before.column[2])
    if apart and not full:
        return False
    if re.search(r"\w-$", end) and start[:1].islower():
        return True
    one, other = element_of(last), element_of(first)
    if one is not None and other is not None and one.holds_both(other):
        return True
    if SENTENCE_END.search(end):
        return False
    if start[:1].islower():
        return True
    if apart or (one is not None and other is not None):
        return False
    return full and (len(before.lines) > 1 or before.kind == "list_item")


# "… 12 months to September" over "2023", which stands in the first of the columns below.
_MONTH_LAST = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$", re.IGNORECASE
)


def _is_its_year(before: Draft, after: Draft) -> bool:
    """Whether a draft is nothing but the year of the month that ends the heading right above it."""
    last, first = before.lines[-1], after.lines[0]
    return (
        re.fullmatch(r"(?:19|20)\d\d", after.text) is not None
        and _MONTH_LAST.search(last.text) is not None
        and abs(last.size - first.size) <= SAME_SIZE * last.size
        and 0 < first.baseline - last.baseline < 2 * last.size
    )


def _heading_goes_on(before: Draft, after: Draft, element_of: ElementOf) -> bool:
    """Whether a heading broke off at the end of a page: the rest goes on in small letters, or stands in its element."""
    last, first = before.lines[-1], after.lines[0]
    if after.number or after.page - last.page > 1 or last.bold != first.bold or last.colour != first.colour:
        return False
    if abs(last.size - first.size) > SAME_SIZE * last.size or SENTENCE_END.search(last.unmarked):
        return False
    one, other = element_of(last), element_of(first)
    same = one is not None and other is not None and one.holds_both(other)
    return same or (first.text[:1].islower() and not ends_early(last, first, before.column[2]))
