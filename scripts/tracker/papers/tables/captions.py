"""The line that names a table, above it or below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.papers.boxes import union
from tracker.papers.tables.words import Ink, Line, lines_of
from tracker.records import Box

"""A caption says what it names."""
NUMBERED = re.compile(r"^(table|tab\.)\s*[A-Z]?\d+([.\-]\d+)*[A-Za-z]?\s*([.:–\-—]|$|[A-Z])", re.IGNORECASE)
"""… and mostly numbers it: "Table 4:", "Table A2 – Reported crime". "Table 2 shows …" is a sentence."""
FAR = 2.2
"""A caption stands at most this many of its type sizes from its table."""


def find_caption(box: Box, inks: Sequence[Ink], below_too: bool = True) -> tuple[str, tuple[Ink, ...]]:
    """The caption of the table in ``box`` among the words outside all tables; "" and none where it has none."""
    above = lines_of([i for i in inks if box[1] - 90 < i.middle[1] < box[1] + 1])
    above = [line for line in _beside(above, box) if line.box[3] > box[1] - 70]
    found = _block(list(reversed(above)), box[1], up=True)
    if found:
        return found
    if below_too:
        below = lines_of([i for i in inks if box[3] - 1 < i.middle[1] < box[3] + 70])
        below = [line for line in _beside(below, box) if line.box[1] < box[3] + 50]
        found = _block(below, box[3], up=False)
    return found or ("", ())


def _beside(lines: Sequence[Line], box: Box) -> list[Line]:
    """The lines with only the phrases over or under the table, each whole: a caption may be wider than its table."""
    kept = []
    for line in lines:
        phrases = tuple(
            phrase
            for phrase in line.phrases
            if phrase.inks[0].box[0] < box[2] + 20 and phrase.inks[-1].box[2] > box[0] - 20
        )
        if phrases:
            kept.append(replace(line, phrases=phrases, box=union(i.box for p in phrases for i in p.inks)))
    return kept


def _block(lines: list[Line], edge: float, up: bool) -> tuple[str, tuple[Ink, ...]] | None:
    """The block of like lines next to the table when it reads like a caption."""
    taken: list[Line] = []
    reach = edge
    for line in lines[:4]:
        gap = reach - line.box[3] if up else line.box[1] - reach
        if gap > FAR * line.size or (taken and not _alike(taken[-1], line, gap)):
            break
        taken.append(line)
        reach = line.box[1] if up else line.box[3]
        if up and NUMBERED.match(line.text):
            break
        if not up and not NUMBERED.match(taken[0].text):
            return None
    if up:
        taken.reverse()
    if not taken or not NUMBERED.match(taken[0].text):
        return None
    inks = tuple(i for line in taken for i in line.inks)
    text = " ".join(line.text for line in taken)
    if _is_sentence(text) or len(text) > 300:
        return None
    return text, inks


def _alike(a: Line, b: Line, gap: float) -> bool:
    dressed = [(i.word.bold, i.word.italic, round(i.word.size)) for i in (a.inks[0], b.inks[0])]
    return dressed[0] == dressed[1] and gap < 0.6 * a.size


def _is_sentence(text: str) -> bool:
    """Whether a line that begins like a caption goes on as a sentence ("Table 2 shows the …")."""
    rest = re.sub(r"^\S+\s+\S+\s*", "", text)
    return bool(
        re.match(r"(shows?|lists?|sets|gives|below|above|summari[sz]es|provides|presents|is|are|and|in)\b", rest)
    )
