"""Footnotes: found at the foot of a page under a short rule or in small print, and endnotes, each with its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.content import PageContent
from tracker.papers.drafts import Draft
from tracker.papers.headings import Body
from tracker.papers.marks import NOTE_MARK, ROMAN_MARK, starts_note
from tracker.records import Box

SMALL = 0.93
"""Times the body's size: notes without a rule above them are set smaller than this."""
FOOT_ZONE = 0.35
"""Notes stand below this share of the page's height."""
RULE_WIDTH = (40.0, 0.6)
"""The rule over notes is at least so many points and at most this share of the page wide."""
UNDER_RULE = 16.0
"""Points: the first note stands at most so far under the rule."""

TABLE_EDGE = 4.0
"""Points: a table's outer rules lie this close to the box of its cells."""

NOTES_TITLE = re.compile(
    r"^(?:end\s*notes|foot\s*notes|notes|references|sources|notes and references)\W*$", re.IGNORECASE
)
"""What stands over notes that are numbered like a list."""
ENOUGH_NOTES = 3
MOSTLY_MARKED = 0.7
"""As many paragraphs in a row to a page's end, of which such a share begins with a raised mark, are endnotes."""


def raised_marks(pages: Sequence[Sequence[Draft]]) -> frozenset[str]:
    """The raised marks in a paper's text, which notes somewhere answer to."""
    raised = (
        w.text.strip("[](),")
        for drafts in pages
        for d in drafts
        for line in d.lines
        for w in line.words[1:]
        if w.rise > 0
    )
    return frozenset(mark for mark in raised if NOTE_MARK.match(mark))


def find_notes(drafts: Sequence[Draft], body: Body, content: PageContent, raised: frozenset[str]) -> None:
    """Turns the drafts of one page that are footnotes into such, with their marks taken off the text.

    ``raised`` are the marks in the paper's text, to which endnotes answer that have no raised marks of their own. A
    note without a mark at the top of the foot goes on from the page before; its ``note`` stays "".
    """
    texts = sorted((d for d in drafts if d.lines and not d.boxed), key=lambda d: d.bbox[1])
    foot, ruled = _foot(texts, body, content, [d.bbox for d in drafts if d.kind == "table"])
    ending = _endnotes(texts, raised)
    if len(ending) > len(foot):
        foot, ruled = ending, True
    answers = raised if ruled and foot is ending else frozenset()
    if not any(_mark(d, ruled, answers) for d in foot) and not (ruled and _all_small(foot, body)):
        return
    started = False
    for draft in foot:
        mark = _mark(draft, ruled, answers)
        if mark:
            started = True
            draft.kind, draft.note = "footnote", mark
            draft.marker, draft.marker_words, draft.number = "", 1, ""
        elif (ruled and not started) or (ruled and draft.kind == "paragraph"):
            draft.kind, draft.note = "footnote", ""


def _foot(texts: Sequence[Draft], body: Body, content: PageContent, tables: Sequence[Box]) -> tuple[list[Draft], bool]:
    """The drafts at the foot of the page that can be notes, and whether a rule stands over them.

    ``tables`` are the boxes of the page's tables: the last rule of one is followed by text, not by notes.
    """
    zone = FOOT_ZONE * content.height
    for shape in sorted(content.shapes, key=lambda s: -s.bbox[1]):
        x0, y0, x1, y1 = shape.bbox
        if y1 - y0 > 2 or not RULE_WIDTH[0] <= x1 - x0 <= RULE_WIDTH[1] * content.width or y0 < zone:
            continue
        below = [d for d in texts if d.bbox[1] > y0 - 2]
        if not below or not -2 <= below[0].bbox[1] - y1 < UNDER_RULE or abs(below[0].bbox[0] - x0) > 30:
            continue
        if _underlines(texts, shape.bbox) or any(_edges(table, shape.bbox) for table in tables):
            continue
        if all(d.size <= 1.02 * body.size for d in below):
            return below, True
    foot: list[Draft] = []
    for draft in reversed(texts):
        if draft.size > SMALL * body.size or draft.bbox[1] < zone:
            break
        foot.insert(0, draft)
    return foot, False


def _endnotes(texts: Sequence[Draft], raised: frozenset[str]) -> list[Draft]:
    """The rest of a page from where notes begin that stand together behind the text, each with its mark."""

    headed = False

    def marked(draft: Draft) -> bool:
        mark = draft.lines[0].words[0].text
        plain = bool(draft.marker or draft.number) and _plain_mark(draft) in raised
        return starts_note(draft.lines[0]) or (plain and (headed or ROMAN_MARK.match(mark) is not None))

    title = next((i for i, d in enumerate(texts) if NOTES_TITLE.match(d.text)), None)
    headed = title is not None
    first = next((i for i, d in enumerate(texts) if i >= (title or 0) and marked(d)), len(texts))
    rest = list(texts[first:])
    notes = sum(marked(d) for d in rest)
    even = all(d.size <= rest[0].size + 0.2 for d in rest)
    return rest if notes >= ENOUGH_NOTES and notes >= MOSTLY_MARKED * len(rest) and even else []


def _plain_mark(draft: Draft) -> str:
    return draft.lines[0].words[0].text.strip(".)[]")


def _edges(table: Box, rule: Box) -> bool:
    """Whether a rule belongs to a table: it lies on or within its box."""
    level = (rule[1] + rule[3]) / 2
    within = table[0] - TABLE_EDGE <= rule[0] and rule[2] <= table[2] + TABLE_EDGE
    return within and table[1] - TABLE_EDGE <= level <= table[3] + TABLE_EDGE


def _underlines(texts: Sequence[Draft], rule: Box) -> bool:
    """Whether a rule is drawn under words and ends with them."""
    lines = [line for d in texts for line in d.lines]
    return any(
        -0.1 * line.size < rule[1] - line.baseline < 0.3 * line.size
        and line.bbox[0] - 2 <= rule[0]
        and rule[2] <= line.bbox[2] + 2
        for line in lines
    )


def _all_small(foot: Sequence[Draft], body: Body) -> bool:
    return bool(foot) and all(d.size <= SMALL * body.size for d in foot)


def _mark(draft: Draft, ruled: bool, raised: frozenset[str]) -> str:
    """The mark that a note begins with, "" where it has none."""
    line = draft.lines[0]
    if starts_note(line):
        return line.words[0].text
    first = _plain_mark(draft)
    if ruled and len(line.words) > 1 and NOTE_MARK.match(first) and (not first.isalpha() or first in raised):
        return first
    return ""
