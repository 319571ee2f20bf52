"""Names of services and bodies in running text, by their capitals.

In: a text. Out: the first such name as printed, "" where there is none.
"""

from __future__ import annotations

import re

from tracker.facts.wording.word_forms import DETERMINERS
from tracker.facts.wording.word_lists import PREPOSITIONS

_NAME = re.compile(
    r"\b(?:[A-Z][\w'’&-]*|[A-Z]{2,})(?:\s(?:(?:of|and|the|of the|&|de|(?:(?<=Office )|(?<=Centre"
    r" )|(?<=Institute )|(?<=Forum )|(?<=Department )|(?<=Unit )|(?<=Network ))for)\s)?(?:[A-Z][\w'’&-]*"
    r"|\([A-Z][A-Za-z&-]+\)))*(?:\s\([A-Z][A-Za-z&-]+\))?"
)


def proper_name(text: str) -> str:
    """The first run of capitalised words that names a service or body: at least two words or an abbreviation."""
    for match in _NAME.finditer(text):
        name = match.group()
        words = name.split()
        if match.start() == 0 or text[: match.start()].rstrip()[-1:] in ".:;":
            # the first word of a sentence is capitalised anyway
            while words and words[0].lower() in PREPOSITIONS | DETERMINERS | {
                "of",
                "and",
                "most",
                "some",
                "there",
                "it",
            }:
                words = words[1:]
        name = " ".join(words)
        if not words:
            continue
        abbreviation = any(re.fullmatch(r"\(?[A-Z][A-Z&-]{1,}[a-z]?\)?", word) for word in words)
        if abbreviation or (len(words) >= 2 and not re.fullmatch(r"[A-Z][a-z]+ \d+", name)):
            return name
    return ""
