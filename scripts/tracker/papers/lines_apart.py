"""Lines with more space between them than the lines of a paragraph have, that are one block all the same.

In: the lines of a block so far, the line below them, what is known of their column. Out: whether the block goes on: in
the second line of a heading, in a quotation not yet closed, on a page with too few lines to measure, below the mark of
a note that pushes its line down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.papers.drafts import Draft
from tracker.papers.lines import Line
from tracker.papers.marks import starts_item
from tracker.papers.spacing import SENTENCE_END, Leadings, dress_of, ends_early
from tracker.papers.tags import ElementOf, no_element

LARGER_PRINT = 1.07
"""Times the column's usual size: larger print is a heading, which neither indents nor short lines cut."""
LOOSEST_HEADING = 1.65
"""Ems from line to line, up to which a heading whose first line is full goes on in the next."""
COUNTED_TITLE = re.compile(r"^(?:Appendix|Annex|Part|Chapter|Section|Priority|Objective)\s+(?:\d|[A-Z]\b)")
"""How a title begins that follows on another of its kind and does not carry it on."""


@dataclass(frozen=True)
class Measure:
    """What is known of a column before its lines are read: edges, leading, whether space parts paragraphs."""

    left: float
    right: float
    size: float
    leadings: Leadings
    spaced: bool
    counted: frozenset[int]
    """Identities of lines that begin with numbers or letters that count up and stand indented or hanging."""
    element_of: ElementOf = no_element


def goes_on_apart(draft: Draft, line: Line, column: Measure, pitch: float, usual: float) -> bool:
    """Whether a block goes on in a line that stands ``pitch`` points below its last, ``usual`` being the leading."""
    above = draft.lines[-1]
    if _is_still_quoted(draft, line, pitch):
        return True
    if starts_item(line) or SENTENCE_END.search(above.unmarked) or ends_early(above, line, column.right):
        return False
    if _is_pushed_down(above, line, pitch - usual):
        return True
    one, other = column.element_of(above), column.element_of(line)
    if (one is not None and other is not None and not one.holds_both(other)) or COUNTED_TITLE.match(line.text):
        return False
    alike = abs(line.size - above.size) < 0.3 and line.bold == above.bold and line.colour == above.colour
    if not alike or pitch > LOOSEST_HEADING * line.size:
        return False
    # Large print goes on in a second line, set as loosely as the text is. So does a page with too few lines to tell
    # their distance: slides set a sentence or two, and loosely.
    unmeasured = not any(key[:2] == dress_of(line) for key in column.leadings)
    return line.size > LARGER_PRINT * column.size or (unmeasured and abs(line.bbox[0] - above.bbox[0]) < line.size)


def _is_pushed_down(above: Line, line: Line, extra: float) -> bool:
    """Whether the mark of a note raised in a line is what keeps it off the line above."""
    raised = max((word.rise for word in line.words), default=0.0)
    alike = dress_of(above) == dress_of(line) and above.bold == line.bold
    return alike and abs(above.bbox[0] - line.bbox[0]) < line.size and extra <= raised


def _is_still_quoted(draft: Draft, line: Line, pitch: float) -> bool:
    """Whether a line carries on a quotation that the lines above it have opened and not closed."""
    above, text = draft.lines[-1], draft.text
    alike = abs(line.size - above.size) < 0.3 and line.italic == above.italic and line.colour == above.colour
    return (
        alike and pitch <= LOOSEST_HEADING * line.size and text.count("“") > text.count("”") and not starts_item(line)
    )
