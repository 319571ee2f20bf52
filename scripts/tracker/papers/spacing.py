"""How far apart the lines of a paper stand: leading, and whether space parts its paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from tracker.papers.columns import Column
from tracker.papers.lines import Line, is_marker
from tracker.papers.marks import starts_item

USUAL_LEADING = 1.2
"""Ems from line to line, where a page has too few lines to measure."""
ENOUGH_PITCHES = 6
"""As many distances between lines tell the leading; a page with fewer asks its neighbours."""
PITCH_REACH = 6
"""Pages on either side that are asked."""
TRUSTED_LEADING = 1.4
"""Ems: a leading up to this is believed from a single pair of lines."""
SPACING_REACH = 2
ENOUGH_ENDINGS = 5
SPACED = 0.4
"""Share of the places where paragraphs may end that have space, from which space is what parts paragraphs."""
EXTRA_SPACE = 0.13
"""Ems more than the usual leading begin a new block (paragraph spacing measures 0.25 and more)."""
SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]*$")
ENOUGH_WRAPS = 4
"""As many lines that go on from a full line tell the leading of the print that begins where they begin."""
PLACE = 6.0
"""Points: lines that begin within one such step stand at one place; lists are often set closer than the prose."""
ANYWHERE = -1
LOOSEST = 2.6
"""Ems from line to line: double spacing in a face with tall lines."""
Dress = tuple[str, float]
"""Font family and size."""
Leadings = dict[tuple[str, float, int], float]
"""Points from line to line for each font family, size and place, and for all places of a family and size together."""


def measure_leadings(pages: Sequence[Sequence[Column]]) -> list[Leadings]:
    """For each page and each font and size on it, the usual distance of baselines in points.

    It is the least distance that is frequent there, or in the pages round about where a page has few lines. Where lines
    that begin at one place go on from full lines often enough, these tell the leading at that place.
    """
    measured = [_pitches(columns) for columns in pages]
    out: list[Leadings] = []
    for i, own in enumerate(measured):
        leadings: Leadings = {}
        for key in own:
            at_one_place = key[2] != ANYWHERE
            enough = ENOUGH_WRAPS if at_one_place else ENOUGH_PITCHES
            found = list(own[key])
            reach = 0
            while len(found) < enough and reach < PITCH_REACH:
                reach += 1
                for j in (i - reach, i + reach):
                    if 0 <= j < len(measured):
                        found += measured[j].get(key, [])
            least = _least_frequent(found)
            if len(found) >= enough or (not at_one_place and least <= TRUSTED_LEADING * key[1]):
                leadings[key] = least
        out.append(leadings)
    return out


def _least_frequent(pitches: Sequence[float]) -> float:
    """The least distance that makes up a fifth of all, or, where they scatter, the one that a fifth stay below."""
    counts = Counter(round(p * 2) / 2 for p in pitches)
    need = max(1, 0.2 * len(pitches))
    frequent = [p for p, count in counts.items() if count >= need]
    return min(frequent) if frequent else sorted(pitches)[len(pitches) // 5]


def _pitches(columns: Sequence[Column]) -> dict[tuple[str, float, int], list[float]]:
    pitches: dict[tuple[str, float, int], list[float]] = defaultdict(list)
    for column in columns:
        right = max((t.bbox[2] for t in column.things), default=0.0)
        for a, b in itertools.pairwise(column.things):
            if not isinstance(a, Line) or not isinstance(b, Line) or abs(a.size - b.size) >= 0.3:
                continue
            pitch = b.baseline - a.baseline
            if 0.9 * a.size < pitch < 2.4 * a.size:
                pitches[*dress_of(a), ANYWHERE].append(pitch)
            goes_on = not ends_early(a, b, right) and not starts_item(b) and not SENTENCE_END.search(a.unmarked)
            if goes_on and 0.9 * a.size < pitch < LOOSEST * a.size:
                pitches[*dress_of(b), place_of(b)].append(pitch)
    return pitches


def dress_of(line: Line) -> Dress:
    """Font family and size, by which leading is measured."""
    word = next((w for w in line.words if not is_marker(w)), line.words[0])
    family = re.split(r"[-,+ ]", word.font)[0].lower()
    return family, round(line.size * 2) / 2


def place_of(line: Line) -> int:
    """Where on the page a line begins, in steps."""
    return round(line.bbox[0] / PLACE)


def leading_between(above: Line, line: Line, leadings: Leadings) -> float:
    """How far apart two lines of one paragraph stand, in points."""
    here = leadings.get((*dress_of(line), place_of(line)))
    if here is not None and abs(above.size - line.size) < 0.3:
        return here
    return max(leading_of(line, leadings), leading_of(above, leadings))


def leading_of(line: Line, leadings: Leadings) -> float:
    """The usual distance of baselines for a line's print, in points."""
    known = leadings.get((*dress_of(line), ANYWHERE))
    if known is None or known > 1.9 * line.size:
        return leadings.get((*dress_of(line), place_of(line)), USUAL_LEADING * line.size)
    return known


def measure_spacing(pages: Sequence[Sequence[Column]], leadings: Sequence[Leadings]) -> list[bool]:
    """For each page whether space parts its paragraphs; where it does, a short line alone does not end one.

    Counted over the page and its neighbours: of the places where one sentence ends early in its line and the next one
    begins a line, how many have space between.
    """
    counts = [_endings(columns, leadings[i]) for i, columns in enumerate(pages)]
    out = []
    for i in range(len(counts)):
        near = counts[max(0, i - SPACING_REACH) : i + SPACING_REACH + 1]
        total, wide = sum(c[0] for c in near), sum(c[1] for c in near)
        out.append(total < ENOUGH_ENDINGS or wide >= SPACED * total)
    return out


def _endings(columns: Sequence[Column], leadings: Leadings) -> tuple[int, int]:
    """(places where a paragraph may end, those of them with space)."""
    wide = total = 0
    for column in columns:
        lines = [t for t in column.things if isinstance(t, Line)]
        right = max((t.bbox[2] for t in lines), default=0.0)
        for a, b in itertools.pairwise(lines):
            if abs(a.size - b.size) > 0.3 or a.bold != b.bold or starts_item(a) or starts_item(b):
                continue
            if SENTENCE_END.search(a.unmarked) and b.text[:1].isupper() and ends_early(a, b, right):
                total += 1
                wide += b.baseline - a.baseline > leading_between(a, b, leadings) + EXTRA_SPACE * b.size
    return total, wide


def ends_early(above: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have found room at the end of the line above."""
    first = line.words[0]
    return right - above.bbox[2] > first.bbox[2] - first.bbox[0] + 0.6 * max(line.size, above.size)
