"""Marks at the beginning of a line: bullets, numbers, letters, note marks, figures alone."""

from __future__ import annotations

import itertools
import re

from tracker.papers.lines import BIG_NUMBER, NUMBER_MARK, Line, is_marker

HANG = 0.45
"""Ems: wider than a word space, so what follows a number hangs in its own column."""
STRETCHED = 1.5
"""Times the other word spaces of its line: what is left behind a hanging number, however the line is justified."""
NOTE_MARK = re.compile(r"^(?:\d{1,3}|[*†‡§#]{1,3}|[a-z]|[ivxl]{1,7})$")

MOST_NUMBER_WORDS = 4
"""Words of a figure alone at most: "more than £2.3 million"."""
ROMAN_MARK = re.compile(r"^[ivxl]{1,7}$")
ROMAN_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50}


def roman_value(letters: str) -> int | None:
    """What a Roman number up to 89 in small or large letters stands for; None where it is none."""
    total = 0
    for here, after in itertools.pairwise(letters.lower() + " "):
        if here not in ROMAN_LETTERS:
            return None
        value = ROMAN_LETTERS[here]
        total += -value if ROMAN_LETTERS.get(after, 0) > value else value
    return total


def starts_item(line: Line) -> bool:
    """Whether a line begins with a bullet, or with a number or letter that hangs left of its text."""
    first = line.words[0]
    # Slides set small bullets half-way up their line, as notes set their marks.
    if len(line.words) < 2 or first.initial or (first.rise > 0 and (first.text == "*" or not is_marker(first))):
        return False
    second = line.words[1]
    gap = second.bbox[0] - first.bbox[2]
    if second.joined:
        return False
    if is_marker(first):
        loose = gap > 0.15 * line.size
        return loose and (first.text not in "*-–—o·§v" or gap > HANG * line.size or first.text in "-–—·")
    if not NUMBER_MARK.match(first.text):
        return False
    if first.text.isalpha() and len(first.text) >= 1 and not first.text.endswith((".", ")", ":")):
        return False
    others = sorted(b.bbox[0] - a.bbox[2] for a, b in itertools.pairwise(line.words[1:]) if not b.joined)
    usual = others[len(others) // 2] if others else 0.0
    return gap > max(HANG * line.size, STRETCHED * usual)


def starts_note(line: Line) -> bool:
    """Whether a line begins with a raised mark, as a footnote does."""
    first = line.words[0]
    raised = first.rise > 0 or (len(line.words) > 1 and first.size < 0.75 * line.size)
    return raised and len(line.words) > 1 and NOTE_MARK.match(first.text) is not None


def is_big_number(line: Line) -> bool:
    """Whether a line is only a figure ("1,036", "£1.2m", "86%"), as callouts print it large over its words."""
    return len(line.words) <= MOST_NUMBER_WORDS and BIG_NUMBER.match(line.text) is not None
