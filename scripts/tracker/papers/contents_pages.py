"""Tables of contents: lines that lead to page numbers are entries of a list, not headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.composing import LEADER
from tracker.papers.drafts import Draft
from tracker.papers.lines import Line, make_line

LEAST_ENTRIES = 3
"""As many lines with page numbers make a table of contents."""
TITLE = re.compile(r"^(?:table\s+of\s+)?contents(?:\s+page)?\W*$", re.IGNORECASE)
"""The heading under which entries may lead to their pages without dots."""
FAR = 3.0
"""Ems at least between an entry and its page number, where no dots lead to it."""
ENTRY_END = re.compile(r"^\d{1,4}$|^[ivxl]{1,6}$")


def mark_contents(drafts: list[Draft]) -> None:
    """Turns the entries of a table of contents on one page into list items of that role, one for each entry."""
    texts = [d for d in drafts if d.lines]
    titled = any(TITLE.match(d.text) for d in texts) and _rises([line for d in texts for line in d.lines])
    entries = [d for d in texts if any(_leads(line, titled) for line in d.lines)]
    if sum(_leads(line, titled) for d in entries for line in d.lines) < LEAST_ENTRIES:
        return
    out: list[Draft] = []
    for draft in drafts:
        if draft not in entries:
            out.append(draft)
            continue
        run: list[Line] = []
        for line in draft.lines:
            run.append(line)
            if _leads(line, titled):
                out.append(_entry(draft, run))
                run = []
        if run:
            out.append(_entry(draft, run))
    drafts[:] = out


def contents_words(lines: Sequence[Line]) -> set[int]:
    """The identities of all words of a table of contents, so that it is not taken for a table of data."""
    titled = any(TITLE.match(line.text) for line in lines)
    if titled:
        lines = _rows(lines)
        titled = _rises(lines)
    if sum(_leads(line, titled) for line in lines) < LEAST_ENTRIES:
        return set()
    out: set[int] = set()
    pending: list[Line] = []
    for line in lines:
        pending = [p for p in pending if line.baseline - p.baseline < 1.6 * line.size]
        pending.append(line)
        if _leads(line, titled):
            out.update(id(w) for p in pending for w in p.words)
            pending = []
    return out


def _rows(lines: Sequence[Line]) -> list[Line]:
    """The lines with those on one baseline, that a wide gap parts, put together."""
    out: list[Line] = []
    for line in sorted(lines, key=lambda x: (round(x.baseline), x.bbox[0])):
        if out and abs(out[-1].baseline - line.baseline) < 0.3 * line.size and line.bbox[0] > out[-1].bbox[2]:
            out[-1] = make_line(line.page, [*out[-1].words, *line.words])
        else:
            out.append(line)
    return out


def _rises(lines: Sequence[Line]) -> bool:
    """Whether the numbers at the ends of lines never fall: pages do not, figures of a table do."""
    pages = [int(line.words[-1].text) for line in lines if _leads(line, True) and line.words[-1].text.isdigit()]
    return len(pages) >= LEAST_ENTRIES and pages == sorted(pages)


def _leads(line: Line, titled: bool) -> bool:
    """Whether a line ends in dots and a page number, or, under the title of a contents page, in a number far off."""
    if len(line.words) < 2 or not ENTRY_END.match(line.words[-1].text):
        return False
    if LEADER.match(line.words[-2].text) is not None or sum(w.text == "." for w in line.words) > 4:
        return True
    return titled and line.words[-1].bbox[0] - line.words[-2].bbox[2] > FAR * line.size


def _entry(draft: Draft, lines: Sequence[Line]) -> Draft:
    entry = Draft("list_item", list(lines), role="contents", page=draft.page)
    entry.column, entry.column_number = draft.column, draft.column_number
    entry.indent = lines[0].bbox[0]
    return entry
