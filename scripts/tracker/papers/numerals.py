"""Figures in large print beside the words that say what they count, put before them; and tiles told from tables.

In: the words of a page. Out: ``with_numerals`` the page with each such figure in the dress of its words and before
them; ``holds_numerals`` whether words that look like the cells of a table are figures over, or beside, their words.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.content import PageContent, PrintedWord
from tracker.papers.lines import BIG_NUMBER

LARGER = 1.2
"""Times the usual print of its page: no smaller figure is set as a numeral."""
LARGE = 1.5
"""Times the print beside it: a figure from here on is set as a numeral."""
NEAR = 1.3
"""Ems of the numeral within which the words beside it begin."""
ROWS = 4
"""So many lines at most stand beside a numeral."""
ALIGNED = 1.5
"""Points by which the lines beside a numeral begin apart."""
OVER = 0.45
"""Ems of the numeral: print so near above or under it are its words rather than those beside it."""
FEWEST = 2
"""So many numerals make a row of tiles …"""
MOST = 0.5
"""… where such a share of all figures are numerals."""


def with_numerals(content: PageContent) -> PageContent:
    """The page with each numeral before the words beside it, as large as they are and marked ``initial``."""
    sizes: Counter[float] = Counter()
    for word in content.words:
        sizes[word.size] += sum(c.isalpha() for c in word.text)
    usual = max(sizes, key=lambda s: (sizes[s], s), default=0.0)
    firsts: dict[int, PrintedWord] = {}
    taken: set[int] = set()
    for word in content.words:
        if word.size < LARGER * usual or word.angle or word.hidden:
            continue
        if BIG_NUMBER.match(word.text) and (first := _first_beside(word, content.words)) and id(first) not in firsts:
            firsts[id(first)] = word
            taken.add(id(word))
    if not firsts:
        return content
    words: list[PrintedWord] = []
    for word in content.words:
        if id(word) in taken:
            continue
        if numeral := firsts.get(id(word)):
            words.append(replace(word, text=numeral.text, bbox=numeral.bbox, initial=True, joined=False, rise=0.0))
            word = replace(word, rise=0.0)
        words.append(word)
    return replace(content, words=tuple(words))


def _first_beside(numeral: PrintedWord, words: Sequence[PrintedWord]) -> PrintedWord | None:
    """The first word of the lines beside a numeral; None where its words stand over or under it, or nothing beside."""
    left, top, right, bottom = numeral.bbox
    others = [w for w in words if w is not numeral and not w.angle and not w.hidden]
    beside = [
        w
        for w in others
        if numeral.size >= LARGE * w.size
        and top - w.size <= (w.bbox[1] + w.bbox[3]) / 2 <= bottom + w.size
        and w.bbox[0] >= right - 1
    ]
    if not beside:
        return None
    edge = min(w.bbox[0] for w in beside)
    if edge - right > NEAR * numeral.size:
        return None
    starts = sorted((w for w in beside if w.bbox[0] - edge <= ALIGNED), key=lambda w: w.baseline)
    rows = {round(w.baseline) for w in starts}
    middle = (top + bottom) / 2
    centred = starts[0].bbox[1] <= middle <= starts[-1].bbox[3] + 0.5 * starts[-1].size
    if len(rows) > ROWS or not centred or not any(c.isalpha() for w in starts for c in w.text):
        return None
    size = numeral.size
    for w in others:
        across = w.bbox[0] < right and w.bbox[2] > left
        if (
            across
            and w.size * LARGE <= size
            and (
                0 <= w.bbox[1] - numeral.baseline <= OVER * size
                or 0 <= numeral.baseline - 0.8 * size - w.bbox[3] <= OVER * size
            )
        ):
            return None
        level = abs(w.baseline - numeral.baseline) < 0.3 * size
        if level and w.size * LARGE > size and 0 <= w.bbox[0] - right < NEAR * size:
            # "7 in 10": more of the large print goes on
            return None
        if level and 0 <= left - w.bbox[2] < 0.5 * w.size:
            return None
    return starts[0]


def holds_numerals(words: Sequence[PrintedWord]) -> bool:
    """Whether words in rows and columns are tiles: most of their figures are far larger than the words between."""
    figures = [w for w in words if BIG_NUMBER.match(w.text)]
    sizes = [w.size for w in words if any(c.isalpha() for c in w.text) and not BIG_NUMBER.match(w.text)]
    if not sizes or not figures:
        return False
    large = [w for w in figures if w.size >= LARGE * statistics.median(sizes)]
    return len(large) >= FEWEST and len(large) >= MOST * len(figures)
