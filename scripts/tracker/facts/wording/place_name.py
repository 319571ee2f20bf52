"""The area that a board's papers are about, where ``tracker.yml`` does not name it.

In: the tracker's settings and a paper. Out: the settings with ``place`` filled: from the board's name ("Northtown Safer
Communities Partnership"), else from what the paper calls its council, borough or partnership most often. What people
wrote into the settings is never changed.
"""

from __future__ import annotations

import re
from collections import Counter

from tracker.records import Paper, TrackerSettings

_NAME = r"(?P<place>[A-Z][a-z]+(?:(?:[ -](?:upon|on|and|&|in|under|le|the|of)[ -]|[ -])[A-Z][a-z]+){0,2})"
_BODY = (
    r"(?:City Council|Borough Council|District Council|County Council|Council|Safer (?:Communities|Neighbourhoods?)"
    r"|Community Safety"
    r"|Safeguarding (?:Adults|Children)|Strategic Partnership|Local Strategic)"
)
_PATTERNS = (
    re.compile(rf"\b(?:London Borough|Royal Borough|Borough|City|County|District) of {_NAME}"),
    re.compile(rf"\b{_NAME}(?:['’]s)? (?:London )?{_BODY}"),
)
_NO_PLACE = re.compile(
    r"^(?:The|Our|Your|This|Local|Safer|Community|National|Parish|Town|City|County|District|London|England|Home"
    r"|Metropolitan)\b"
)
# Mentions that make a name sure; fewer may be another council's paper quoted once.
_MENTIONS_MIN = 2


def with_place(tracker: TrackerSettings, paper: Paper) -> TrackerSettings:
    """The settings, with the place told from the board's name or from the paper where they leave it open."""
    if tracker.place:
        return tracker
    named = _places(tracker.board)
    if not named:
        texts = (block.text for page in paper.pages for block in page.blocks if block.kind != "table")
        counts = Counter(place for text in (paper.title, *texts) for place in _places(text))
        named = [place for place, number in _ranked(counts) if number >= _MENTIONS_MIN]
    return tracker.model_copy(update={"place": named[0]}) if named else tracker


def _places(text: str) -> list[str]:
    found = (match["place"] for pattern in _PATTERNS for match in pattern.finditer(text))
    return [place for place in found if not _NO_PLACE.match(place)]


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """Most frequent first; of equals the shorter, then the first in the alphabet."""
    return sorted(counts.items(), key=lambda item: (-item[1], len(item[0]), item[0]))
