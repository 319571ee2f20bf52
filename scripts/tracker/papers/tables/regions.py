"""Where on a page a table without a drawn grid may stand, decided cheaply first and then with the layout model."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tracker.papers.boxes import union
from tracker.papers.tables.columns import Columns, columns_by_air, find_columns
from tracker.papers.tables.entries import entries
from tracker.papers.tables.left_edges import cut_at_edges
from tracker.papers.tables.rules import Rules
from tracker.papers.tables.words import Ink, Line, Phrase, is_number, lines_of
from tracker.records import Box

WIDE_GAP = 1.2
"""Phrases parted by this many type sizes are columns of something; justified prose never opens so far."""
NEAR_RULE = 25.0
"""A rule this near (points) two lines in columns may be a table's."""
ENUMERATOR = re.compile(
    r"^([•▪●○◦■□➢✓✗❖▫→➔\-–—*o·]|\(?[0-9]{1,3}(\.[0-9]{1,3})*[.)]?|\(?[a-zA-Z][.)]|\(?[ivxlc]{1,6}[.)])$"
)
"""Bullets and numbers that stand before an item."""


def may_hold_table(inks: Sequence[Ink], rules: Rules) -> bool:
    """Whether a page is worth a look by the layout model: lines in columns, or rules and fills in a pile."""
    lines = lines_of([i for i in inks if not i.word.angle])
    wide = [is_wide(line) for line in lines]
    for i in range(len(wide)):
        if sum(wide[i : i + 5]) >= 3:
            return True
    long = [r for r in rules.level if r.length > 60]
    if any(w and line.bold and any(wide[i + 1 : i + 5]) for i, (w, line) in enumerate(zip(wide, lines, strict=True))):
        return True
    if (sum(wide) >= 2 and len(rules.level) >= 3) or (sum(wide) >= 1 and len(long) >= 3):
        return True
    at = [i for i, w in enumerate(wide) if w]
    pairs = [(lines[i], lines[j]) for i, j in itertools.pairwise(at) if j - i <= 2]
    return any(a.box[1] - NEAR_RULE <= r.at <= b.box[3] + NEAR_RULE for a, b in pairs for r in long)


def is_wide(line: Line) -> bool:
    """Whether a line has two phrases far apart, the first of them no bullet or number of an item."""
    phrases = list(line.phrases)
    while phrases and ENUMERATOR.match(phrases[0].text):
        if len(phrases) > 2 and is_number(phrases[1].text):
            return True
        if len(phrases) == 2 and _are_figures(phrases):
            return phrases[1].box[0] - phrases[0].box[2] > WIDE_GAP * line.size
        phrases = phrases[1:]
    return any(b.box[0] - a.box[2] > WIDE_GAP * line.size for a, b in itertools.pairwise(phrases))


def _are_figures(phrases: Sequence[Phrase]) -> bool:
    """Whether two phrases are figures, the second alone or with one word: an item's number has more behind it."""
    bare = is_number(phrases[0].text) and phrases[0].text[-1].isdigit()
    return bare and len(phrases[1].inks) <= 2 and is_number(phrases[1].inks[0].word.text)


def is_tabular(inks: Sequence[Ink]) -> bool:
    """Whether words that the model calls text are in truth a table: columns with clear gutters, no prose, no list."""
    plain = lines_of(inks)
    lines = cut_at_edges(plain)
    several = [line for line in lines if len(line.phrases) >= 2]
    if len(several) < 2 or len(several) < 0.5 * len(lines):
        return False
    columns = find_columns(lines)
    if columns is None:
        return False
    gaps = [b[0] - a[1] for a, b in zip(columns.extents, columns.extents[1:], strict=False)]
    size = several[0].size
    if max(gaps) < 0.9 * size and lines == plain:
        return False
    if len(several) == 2 and not (lines[0].bold and len(lines) >= 3):
        return False
    return not (is_list(lines, columns) or is_prose(lines, columns) or _is_letterhead(lines, columns))


def is_running_text(inks: Sequence[Ink], box: Box, rules: Rules) -> bool:
    """Whether a region without a rule or a fill, though the model calls it a table, is columns of prose or a list."""
    lines = lines_of([i for i in inks if not i.word.angle])
    columns = find_columns(lines)
    return not is_ruled(box, rules) and columns is not None and (is_prose(lines, columns) or is_list(lines, columns))


def is_ruled(box: Box, rules: Rules) -> bool:
    """Whether a level rule or an edge of a fill lies in a box or at its edge."""
    x0, y0, x1, y1 = box
    return any(y0 - 2 <= r.at <= y1 + 2 and r.start < x1 and r.end > x0 and r.length > 20 for r in rules.level)


def is_list(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether the first column holds nothing but bullets or numbers of items, and the rest is one column of text."""
    first = [p.text for line in lines for c, p in entries(columns, line) if c == 0]
    rest = [p.text for line in lines for c, p in entries(columns, line) if c == 1]
    if not first or not all(ENUMERATOR.match(t) for t in first):
        return False
    if len(columns) > 2:
        return False
    return sum(is_number(t) for t in rest) < 0.5 * len(rest)


def is_prose(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether the columns are columns of running text: most of their lines are full, and long."""
    full = 0
    for c, (x0, x1) in enumerate(columns.extents):
        held = [p for line in lines for k, p in entries(columns, line) if k == c]
        words = sum(len(p.inks) for p in held) / max(1, len(held))
        filled = sum((p.box[2] - p.box[0]) > 0.8 * (x1 - x0) for p in held) / max(1, len(held))
        full += words >= 4 and filled >= 0.6 and len(held) >= 3
    return full >= max(2, len(columns) - 1) or (full == len(columns))


def _is_letterhead(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether two columns hold a letter's head: an address on one side, "Date", "Our ref" or a contact beside it."""
    text = " ".join(line.text for line in lines).lower()
    signs = ("tel:", "telephone", "fax", "e-mail", "email", "our ref", "your ref", "postcode", "dear ", "www.", "@")
    return len(columns) == 2 and len(lines) <= 12 and sum(s in text for s in signs) >= 2


def is_contents(texts: Sequence[Sequence[str]], leaders: int) -> bool:
    """Whether rows of cell texts are a list of contents: the last column counts pages upwards.

    After leader dots a short list is enough; without them the list must be long and nothing may head its pages.
    """
    last = [row[-1] for row in texts if row and row[-1]]
    if len(last) < 3 or len(texts[0]) > 3:
        return False
    pages = [[int(n) for n in t.split()] for t in last if re.fullmatch(r"\d{1,3}( \d{1,3})*", t)]
    if len(pages) < 0.8 * len(last):
        return False
    numbers = [n for held in pages for n in held]
    rising = sum(a <= b for a, b in itertools.pairwise(numbers)) >= 0.85 * (len(numbers) - 1)
    headed = not re.fullmatch(r"[\d ]+|[Pp]ages?( [Nn]o\.?| [Nn]umber)?", texts[0][-1] or "0")
    return rising and (leaders >= 0.5 * len(last) or (len(numbers) >= 6 and not headed and max(numbers) > len(numbers)))


def is_chart(box: Box, inks: Sequence[Ink], rules: Rules) -> bool:
    """Whether a region is drawn with bars: filled boxes without words, of several lengths or heights."""
    bars = []
    for (x0, y0, x1, y1), _ in rules.fills:
        if x0 < box[0] - 40 or x1 > box[2] + 40 or y0 < box[1] - 40 or y1 > box[3] + 40 or x1 - x0 < 2 or y1 - y0 < 2:
            continue
        if not any(x0 <= i.middle[0] <= x1 and y0 <= i.middle[1] <= y1 for i in inks):
            bars.append((round(x1 - x0), round(y1 - y0)))
    return len(bars) >= 2 and (len({w for w, _ in bars}) > 1) != (len({h for _, h in bars}) > 1)


def is_paired(inks: Sequence[Ink]) -> bool:
    """Whether words make two or more columns of short blocks that stand level with one another, middle by middle."""
    lines = lines_of(inks)
    columns = columns_by_air(lines)
    if columns is None:
        return False
    blocks = [blocks_in(columns, c, inks) for c in range(len(columns))]
    rows = max(blocks, key=len)
    if not 2 <= len(rows) <= 40 or any(len(b) < 2 for b in blocks):
        return False
    level = total = 0
    for column in blocks:
        if column is rows:
            continue
        for block in column:
            near = [r for r in rows if min(r[3], block[3]) - max(r[1], block[1]) > 0]
            total += 1
            level += len(near) == 1 and (
                abs(near[0][1] + near[0][3] - block[1] - block[3]) < 3.0 or abs(near[0][1] - block[1]) < 1.5
            )
    wordy = max(len(line.inks) for line in lines) > 24
    return level >= 0.8 * total and not wordy and not is_list(lines, columns)


def blocks_in(columns: Columns, column: int, inks: Sequence[Ink]) -> list[Box]:
    """The boxes of a column's blocks: lines that follow one another without more than half a line of air."""
    out: list[Box] = []
    for line in lines_of([i for i in inks if columns.of(i.middle[0]) == column]):
        if out and line.box[1] - out[-1][3] < 0.45 * line.size:
            out[-1] = union([out[-1], line.box])
        else:
            out.append(line.box)
    return out
