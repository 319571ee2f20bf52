"""Short names of papers, for links that stand beside a number: what it is, without whose it is and for when."""

from __future__ import annotations

import re

from tracker.facts.wording.calendar_words import MONTHS
from tracker.facts.wording.word_forms import capital
from tracker.site.text import clipped

_MONTH = "|".join(MONTHS)
KINDS_IN_FULL = {"foi answer": "Freedom of Information answer"}
"""Kinds of papers that people say otherwise than settings files do."""
WHEN = re.compile(
    rf"[\s,:(–-]*(?:\bup to (?:and including )?|\bto |\bfor |\bof |\bfrom )?"
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b|\b(?:{_MONTH})\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d|\b(?:19|20)\d\d\b(?!\d)).*$",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\s*\([^()]*\)")
LONGEST, HEAD, TAIL = 60, 36, 2
"""Longer names keep their beginning (letters) and their last words, which say what kind of paper it is."""


def kind_words(kind: str) -> str:
    """A kind of paper as a page begins with it: "Agenda pack", "Freedom of Information answer"."""
    return KINDS_IN_FULL.get(kind, capital(kind))


def kind_inside(kind: str) -> str:
    """A kind of paper inside a sentence: "agenda pack", "Freedom of Information answer"."""
    return KINDS_IN_FULL.get(kind, kind)


def short_title(title: str, board: str) -> str:
    """A paper's title without the board's own name before it and without dates and brackets after it; the title itself
    where nothing telling would be left."""
    bare = WHEN.sub("", BRACKETS.sub("", title)).strip(" ,:–-")
    words = bare.split() if bare else title.split()
    own = {word.lower() for word in board.split()} - {"and", "of", "the", "for"}
    telling = [number for number, word in enumerate(words) if word.lower().strip(",:") not in own]
    words = words[min(telling, default=0) :]
    short = capital(" ".join(words))
    if len(short) < len("Report") and len(short) < len(title):
        short = title
    return short if len(short) <= LONGEST else f"{clipped(short, HEAD)} {' '.join(short.split()[-TAIL:])}"
