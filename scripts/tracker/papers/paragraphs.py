"""Lines of a column → drafts of blocks: where a paragraph ends, what is an item of a list.

Evidence for a new block: more space than the lines of this dress usually have between them, a bullet or number that
hangs, another size, an indented first line; where a paper leaves no space between paragraphs, a short last line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tracker.papers.columns import Column
from tracker.papers.drafts import Draft
from tracker.papers.figures import FoundFigure
from tracker.papers.headings import LETTER_LINE
from tracker.papers.initials import hangs_from_initial
from tracker.papers.lines import Line, is_marker
from tracker.papers.lines_apart import LARGER_PRINT, Measure, goes_on_apart
from tracker.papers.marks import ROMAN_MARK, is_big_number, roman_value, starts_item, starts_note
from tracker.papers.spacing import EXTRA_SPACE, SENTENCE_END, Leadings, ends_early, leading_between
from tracker.papers.tables.found import FoundTable
from tracker.papers.tags import ElementOf, clearly_goes_on, no_element

LEFT_FREE = 0.2
"""Share of the column that a last line leaves free where nothing but that ends a paragraph."""
LETTER_WORDS = 12
"""A line of a letter's head ("Our ref: …", "Date: …") has at most so many words; it stands by itself without space."""
INDENTED = 0.5
"""Ems by which the marks of a counted list stand in from the text."""
LABELLED_VALUE = re.compile(r"^\(?[^:]{3,40}:\s*[£<~]?\d[\d,.]*\s?(?:%|k|m|bn)?\)?$")
"""What stands under a large number and is another: "Dec 2022: 1,702"."""
OTHER_SIZE = 0.09
"""Share by which the size of print changes between blocks."""
ORDINAL_MARK = re.compile(r"^\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})[.):]?\)?$")
COUNTING_MARK = re.compile(r"^\(?(?P<number>\d{1,2}|[a-zA-Z])[.)]$")
DOTTED_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})+\.?$")


def make_drafts(
    column: Column,
    number: int,
    leadings: Leadings,
    spaced: bool,
    page: int,
    element_of: ElementOf = no_element,
    edge: float | None = None,
) -> list[Draft]:
    """The blocks of one column, top to bottom, each with its lines. ``element_of`` tells tags that can be believed.

    ``edge`` is where the text begins that stands above and below the column, when that is further left.
    """
    drafts: list[Draft] = []
    lines = [t for t in column.things if isinstance(t, Line)]
    right = max((t.bbox[2] for t in column.things), default=0.0)
    left = usual_left(lines)
    measure = Measure(
        left,
        right,
        _usual_size(lines),
        leadings,
        spaced,
        _counted(lines, min(left, edge if edge is not None else left)),
        element_of,
    )
    for thing in column.things:
        if isinstance(thing, FoundTable):
            drafts.append(Draft("table", table=thing, page=page, column=column.bbox, column_number=number))
            continue
        if isinstance(thing, FoundFigure):
            drafts.append(Draft("figure", figure=thing, page=page, column=column.bbox, column_number=number))
            continue
        last = drafts[-1] if drafts and drafts[-1].lines else None
        if last is not None and (column.whole or not _begins(thing, last, measure)):
            last.lines.append(thing)
            continue
        draft = Draft("paragraph", [thing], page=page, column=column.bbox, column_number=number, boxed=column.boxed)
        draft.tile = column.whole
        above = drafts[-1] if drafts else None
        if above is not None:
            draft.space_above = thing.bbox[1] - above.bbox[3]
        _see_marker(draft, id(thing) in measure.counted)
        drafts.append(draft)
    for draft in drafts:
        if draft.marker:
            _settle_marker(draft)
    return drafts


def usual_left(lines: Sequence[Line]) -> float:
    """Where the lines of a column begin that carry on a paragraph: the leftmost place that is frequent."""
    lefts = Counter(round(line.bbox[0]) for line in lines)
    need = max(1, 0.15 * len(lines))
    return float(min((x for x, n in lefts.items() if n >= need), default=0))


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda s: (sizes[s], s), default=11.0)


def _counted(lines: Sequence[Line], left: float) -> frozenset[int]:
    """Lines whose marks count up ("1.", "2." or "a)", "b)") from one place that is indented or that text hangs from."""
    out: set[int] = set()
    chains: dict[tuple[int, str], tuple[int, Line]] = {}
    for i, line in enumerate(lines):
        value = _counting_value(line)
        if value is None:
            continue
        key = (round(line.bbox[0] / 2), re.sub(r"\w+", "", line.words[0].text))
        before = chains.get(key)
        indented = line.bbox[0] > left + INDENTED * line.size
        if not key[1] and before is not None and abs(line.words[1].bbox[0] - before[1].words[1].bbox[0]) > 1.5:
            continue
        hanging = not key[1] or (i + 1 < len(lines) and abs(lines[i + 1].bbox[0] - line.words[1].bbox[0]) < 1.5)
        if before is not None and before[0] + 1 == value and (indented or hanging):
            out.update((id(before[1]), id(line)))
        chains[key] = (value, line)
        # A list that goes on in the next column has its first item alone here, or its last one there.
        if indented and key[1] and ((i == 0 and value > 1) or (value == 1 and _is_last_item(lines[i:]))):
            out.add(id(line))
    return frozenset(out)


def _is_last_item(lines: Sequence[Line]) -> bool:
    """Whether a column ends with an item: all that follows its first line hangs from that line's text."""
    text = lines[0].words[1].bbox[0]
    return all(abs(line.bbox[0] - text) < 1.5 for line in lines[1:])


def _counting_value(line: Line) -> int | None:
    """What the mark that a line begins with counts: "3.", "c)", or a bare Roman number."""
    if len(line.words) < 2:
        return None
    first = line.words[0]
    match = COUNTING_MARK.match(first.text)
    if match is not None:
        return int(match["number"]) if match["number"].isdigit() else ord(match["number"].lower()) - 96
    return roman_value(first.text) if ROMAN_MARK.match(first.text) and not line.words[1].joined else None


def _begins(line: Line, draft: Draft, column: Measure) -> bool:
    """Whether a line begins a new block after the last line of ``draft``."""
    above = draft.lines[-1]
    if hangs_from_initial(draft.lines[0].words, line.bbox[0], line.baseline):
        return False
    if draft.boxed and len(draft.lines) == 1 and is_big_number(above) and line.size < above.size:
        return LABELLED_VALUE.match(line.text) is not None
    if draft.boxed and is_big_number(draft.lines[0]) and abs(line.size - above.size) < 0.5:
        return line.baseline - above.baseline > 1.6 * line.size
    size = max(line.size, above.size)
    pitch = line.baseline - above.baseline
    usual = leading_between(above, line, column.leadings)
    if pitch > usual + max(EXTRA_SPACE * size, 1.2):
        return not goes_on_apart(draft, line, column, pitch, usual)
    if abs(line.size - above.size) > OTHER_SIZE * size:
        return True
    if starts_item(line) or starts_note(line) or id(line) in column.counted:
        return True
    if _differs_in_dress(draft.lines, line, column.right):
        return True
    one, other = column.element_of(above), column.element_of(line)
    if one is not None and other is not None:
        return not one.holds_both(other) and not clearly_goes_on(above, line, column.right)
    early = ends_early(above, line, column.right)
    if early and LETTER_LINE.match(line.text) and len(line.words) <= LETTER_WORDS and not draft.marker:
        return True
    if draft.marker and _leaves_item(line, draft, early):
        return True
    if draft.marker:
        return not column.spaced and early and line.text[:1].isupper() and _leaves_room(above, column)
    if _is_centred(line, above) or line.size > LARGER_PRINT * column.size:
        return False
    if line.bbox[0] - max(above.bbox[0], column.left) > 0.8 * size and early and _left_set(draft):
        return True
    if column.spaced:
        return False
    indented = line.bbox[0] - column.left > 0.8 * size
    if indented and (line.bbox[0] - above.bbox[0] > 0.8 * size or (early and abs(line.bbox[0] - above.bbox[0]) < 1.5)):
        return True
    if not early or not (line.text[:1].isupper() or not line.text[:1].isalpha()):
        return False
    return _leaves_room(above, column)


def _leaves_room(above: Line, column: Measure) -> bool:
    free = (column.right - above.bbox[2]) / max(column.right - column.left, 1.0)
    return free > LEFT_FREE or (SENTENCE_END.search(above.unmarked) is not None and free > 0.5 * LEFT_FREE)


def _is_centred(line: Line, above: Line) -> bool:
    """Whether two lines of unlike length share their middle."""
    unlike = abs(line.bbox[0] - above.bbox[0]) > 3
    return unlike and abs(line.bbox[0] + line.bbox[2] - above.bbox[0] - above.bbox[2]) < 5


def _leaves_item(line: Line, draft: Draft, early: bool) -> bool:
    """Whether a line without a marker stands too far left to carry on the item above it."""
    size = line.size
    if line.bbox[0] < draft.lines[0].bbox[0] - 0.5 * size:
        return True
    if line.bbox[0] > draft.indent - 0.5 * size:
        return False
    hanging = len(draft.lines) > 1 and draft.lines[1].bbox[0] > draft.indent - 0.5 * size
    return hanging or early


def _left_set(draft: Draft) -> bool:
    lefts = [line.bbox[0] for line in draft.lines[1:]] or [draft.lines[0].bbox[0]]
    return max(lefts) - min(lefts) < 2


def _differs_in_dress(lines: Sequence[Line], line: Line, right: float) -> bool:
    """Whether a heading and the text under it (or the other way round) meet without space between them."""
    above = lines[-1]
    heading_like = all(
        x.bold != line.bold or x.colour != line.colour or (x.italic and x.bold != line.bold) for x in lines
    )
    if not heading_like:
        return False
    text = " ".join(x.text for x in lines)
    ends_early = right - above.bbox[2] > 0.12 * (right - above.bbox[0])
    if all(x.bold for x in lines) and not line.bold:
        return ends_early and not SENTENCE_END.search(text) and not text.endswith(",") and len(text.split()) <= 24
    return bool(line.bold and not any(w.bold for w in above.words) and SENTENCE_END.search(above.unmarked) is not None)


def _see_marker(draft: Draft, counted: bool) -> None:
    line = draft.lines[0]
    if not counted and not starts_item(line):
        return
    draft.marker = line.words[0].text
    draft.marker_words = 1
    draft.indent = line.words[1].bbox[0]


def _settle_marker(draft: Draft) -> None:
    """Now that all lines are there: an item of a list, a numbered paragraph, or text that begins with a number."""
    first = draft.lines[0].words[0]
    draft.dress = "marker"
    if is_marker(first):
        draft.kind = "list_item"
        return
    if DOTTED_NUMBER.match(first.text) or re.match(r"^\d{1,3}$", first.text):
        draft.number = first.text
        draft.marker, draft.marker_words = "", 0
        return
    if ORDINAL_MARK.match(first.text):
        draft.kind = "list_item"
