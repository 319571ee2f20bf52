"""Words of scanned pages by optical recognition, where the machine has it; without it such pages are only named."""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import replace

import pymupdf

from tracker.papers.content import PageContent, PrintedWord
from tracker.papers.doubts import is_outline
from tracker.papers.reading_content import read_content

RESOLUTION = 300
"""Dots an inch: what recognition is trained on."""
LIKE_BODY = 0.22
"""Sizes that differ from the page's usual one by less than this share are noise of recognition."""


def can_recognise() -> bool:
    """Whether optical recognition and its data for English are installed."""
    try:
        return bool(pymupdf.get_tessdata())
    except Exception:
        return False


def recognise(page: pymupdf.Page) -> PageContent | None:
    """The page's content with the words that recognition sees in it; None where it fails or sees nothing."""
    try:
        seen = page.get_textpage_ocr(flags=0, language="eng", dpi=RESOLUTION, full=True)
        content = read_content(page, seen)
    except Exception:
        return None
    words = _steadied([replace(w, hidden=False) for w in content.words])
    # Letters that are drawn as outlines are in the words now; as drawings they would make a chart of the page.
    pictures = tuple(p for p in content.pictures if p.colour is None and not is_outline(p))
    shapes = tuple(s for s in content.shapes if not is_outline(s))
    return replace(content, words=tuple(words), pictures=pictures, shapes=shapes) if words else None


def _steadied(words: list[PrintedWord]) -> list[PrintedWord]:
    """The words with one size a line, and the page's usual size where a line's is close to it.

    Recognition guesses each word's size and baseline from its own letters.
    """
    lines: dict[int, list[PrintedWord]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    if not lines:
        return []
    sizes = {number: statistics.median(w.size for w in line) for number, line in lines.items()}
    usual = statistics.median(size for number, size in sizes.items() for _ in lines[number])
    out: list[PrintedWord] = []
    for number, line in lines.items():
        size = usual if abs(sizes[number] - usual) <= LIKE_BODY * usual else sizes[number]
        baseline = statistics.median(w.baseline for w in line)
        out.extend(replace(w, size=round(size, 1), baseline=round(baseline, 2), rise=0.0) for w in line)
    return out
