"""Tables of contents: lines that lead to page numbers are entries of a list, not headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.composing import LEADER
from tracker.papers.drafts import Draft
from tracker.papers.lines import Line

LEAST_ENTRIES = 3
"""As many lines with page numbers make a table of contents."""
ENTRY_END = re.compile(r"^\d{1,4}$|^[ivxl]{1,6}$")


def mark_contents(drafts: list[Draft]) -> None:
    """Turns the entries of a table of contents on one page into list items of that role, one for each entry."""
    entries = [d for d in drafts if d.lines and any(_leads(line) for line in d.lines)]
    if sum(_leads(line) for d in entries for line in d.lines) < LEAST_ENTRIES:
        return
    out: list[Draft] = []
    for draft in drafts:
        if draft not in entries:
            out.append(draft)
            continue
        run: list[Line] = []
        for line in draft.lines:
            run.append(line)
            if _leads(line):
                out.append(_entry(draft, run))
                run = []
        if run:
            out.append(_entry(draft, run))
    drafts[:] = out


def contents_words(lines: Sequence[Line]) -> set[int]:
    """The identities of all words of a table of contents, so that it is not taken for a table of data."""
    if sum(_leads(line) for line in lines) < LEAST_ENTRIES:
        return set()
    out: set[int] = set()
    pending: list[Line] = []
    for line in lines:
        pending = [p for p in pending if line.baseline - p.baseline < 1.6 * line.size]
        pending.append(line)
        if _leads(line):
            out.update(id(w) for p in pending for w in p.words)
            pending = []
    return out


def _leads(line: Line) -> bool:
    """Whether a line ends in dots and a page number, or in a number far to the right of its text."""
    if len(line.words) < 2 or not ENTRY_END.match(line.words[-1].text):
        return False
    return LEADER.match(line.words[-2].text) is not None or sum(w.text == "." for w in line.words) > 4


def _entry(draft: Draft, lines: Sequence[Line]) -> Draft:
    entry = Draft("list_item", list(lines), role="contents", page=draft.page)
    entry.column, entry.column_number = draft.column, draft.column_number
    entry.indent = lines[0].bbox[0]
    return entry
