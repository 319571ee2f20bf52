"""Large letters that begin a text and stand beside several of its lines (drop caps), put back before their words."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.papers.content import PageContent, PrintedWord

LARGE = 1.7
"""Times the print beside it: a letter from here on is set as an initial."""
NEAR = 1.2
"""Ems of the print beside it, within which that print begins to the right of an initial."""
RISEN = 0.35
"""Ems: the first line beside an initial has its baseline so much higher than the initial's at least."""
CAPITAL = 0.8
"""Ems from the foot to the top of a capital, at most."""
QUOTES = "“\"‘'"


def with_initials(contents: Sequence[PageContent]) -> list[PageContent]:
    """The pages with each initial in the dress of the line that it begins, joined to the rest of its word.

    The initial keeps its box and is marked ``initial``, so that the lines beside it are known to hang from it.
    """
    found = [{id(cap): (cap, first) for cap, first in _initials(content)} for content in contents]
    if not any(found):
        return list(contents)
    cut = {id(first) for caps in found for _, first in caps.values()}
    known = {w.text.lower().strip(".,;:") for c in contents for w in c.words if id(w) not in cut}
    return [_put_back(c, caps, known) if caps else c for c, caps in zip(contents, found, strict=True)]


def _initials(content: PageContent) -> Iterator[tuple[PrintedWord, PrintedWord]]:
    """Each initial of a page with the first word beside it."""
    sizes = Counter(w.size for w in content.words)
    usual = max(sizes, key=lambda s: (sizes[s], s), default=0.0)
    for cap in content.words:
        if cap.size < 1.3 * usual:
            continue
        text = cap.text.lstrip(QUOTES)
        if len(text) != 1 or not text.isupper() or len(cap.text) > 2 or cap.angle or cap.hidden:
            continue
        beside = [w for w in content.words if _stands_beside(w, cap)]
        top = min((w.baseline for w in beside), default=0.0)
        rows = {round(w.baseline) for w in beside}
        first = min((w for w in beside if w.baseline - top < 1), key=lambda w: w.bbox[0], default=None)
        if first is None or len(rows) < 2 or not first.text[:1].isalpha():
            continue
        left = min(w.bbox[0] for w in beside)
        # A word at each row's beginning: text that runs round the letter, and no label of a drawing.
        if first.bbox[0] - left < 1.5 * first.size and cap.baseline - first.baseline >= RISEN * first.size:
            yield cap, first


def _stands_beside(word: PrintedWord, cap: PrintedWord) -> bool:
    gap = word.bbox[0] - cap.bbox[2]
    return (
        not word.angle
        and not word.hidden
        and cap.size >= LARGE * word.size
        and -0.3 * word.size <= gap <= NEAR * word.size
        and cap.baseline - CAPITAL * cap.size + 0.35 * word.size < word.baseline <= cap.baseline + 0.3 * word.size
    )


def _put_back(content: PageContent, caps: dict[int, tuple[PrintedWord, PrintedWord]], known: set[str]) -> PageContent:
    by_first = {id(first): cap for cap, first in caps.values()}
    words: list[PrintedWord] = []
    for word in content.words:
        if id(word) in caps:
            continue
        cap = by_first.get(id(word))
        if cap is None:
            words.append(word)
            continue
        letter = cap.text.lstrip(QUOTES)
        rest = word.text.lower().strip(".,;:")
        # "A partnership" and "As partners": a letter that is a word itself stays one before a whole word.
        alone = letter in "AI" and (letter.lower() + rest) not in known and rest in known
        words.append(
            replace(
                cap,
                baseline=word.baseline,
                font=word.font,
                size=word.size,
                bold=word.bold,
                italic=word.italic,
                colour=word.colour,
                line=word.line,
                rise=0.0,
                initial=True,
            )
        )
        words.append(replace(word, joined=not alone, rise=0.0))
    return replace(content, words=tuple(words))


def hangs_from_initial(words: Sequence[PrintedWord], left: float, baseline: float) -> bool:
    """Whether a line that begins at ``left`` stands beside the initial that a block's first words begin with."""
    cap = next((w for w in itertools.islice(words, 2) if w.initial), None)
    return cap is not None and left > cap.bbox[2] - 0.3 * cap.size and baseline < cap.bbox[3] + 0.3 * cap.size
