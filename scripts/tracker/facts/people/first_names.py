"""First names alone, in blocks that tell of somebody's own life: "Betty, 72", "her mum Samira", "Hi Tracey".

In: the blocks of a paper and the names that it may show. Out: for each block that speaks so of anybody, all first names
that stand alone in it; they are held back there and nowhere else, since elsewhere the same word may be a member's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.facts.people.forenames import forenames
from tracker.facts.people.names import WORD, texts_of
from tracker.records import Block

_KIN = (
    r"(?:mum|mam|dad|mother|father|parents?|husband|wife|partner|ex-partner|son|daughter|children|brother|sister|baby|twins?"
    r"|grandson|granddaughter|grandmother|grandfather|nan|aunt|uncle|friend|boyfriend|girlfriend)"
)
_PERSON = (
    rf"(?:{_KIN}|survivor|victim|resident|tenant|service[- ]user|client|pupil|student|patient|carer|young\s+person"
    r"|participant|learner|teenager)"
)
_OWN_LIFE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?i:(?:her|his|their|my|our)\s+(?:\w+\s+)?{_KIN},?)\s+(?P<name>{WORD})",
        rf"(?P<name>{WORD})(?:\s+[A-Z]\b\.?)?,\s+(?i:(?:an?|the|our|who\s+is\s+an?)\s+(?:[\w-]+\s+){{0,2}}?{_PERSON}\b)",
        rf"(?P<name>{WORD})\s+[A-Z]\b\.?,?\s+\(?(?i:{_PERSON})\b",
        rf"(?P<name>{WORD}),\s+(?:aged\s+)?\d{{1,2}}(?=,|\s*$|\s+(?:and|from|of|who|is|was|has)\b)",
        rf"(?P<name>{WORD})\s+\((?:aged?\s+)?\d{{1,2}}\)",
        rf"[”\"’]\s*[–—-]\s*(?P<name>{WORD})\W*$",
        rf"(?i:^\W*(?:hi|hello|hey|dear))\s+(?P<name>{WORD})\s*(?=,|$|\n|!)",
        rf"(?i:\b(?:thank\s+you|thanks|well\s+done|congratulations)\s+to)\s+(?P<name>{WORD})(?=\s+(?:and|for|who)\b)",
    )
)
_ALONE = re.compile(rf"(?P<name>{WORD})(?!\s+[A-Z])(?!['’]s\s+(?:Law|Rule)\b)")
_OF_SOMETHING = re.compile(r"(?:[A-Z][\w’'-]*|\b(?:Ask\s+for|in|at|near|of\s+the))\s+$")
"""What before a word says that it is the rest of a title or a name, or a place."""


def first_names_alone(blocks: Sequence[Block], shown: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each block that speaks of somebody's own life, its id and the first names in it. ``shown`` are whole names
    of whom the paper may name: their first names stay."""
    of_members = {name.split()[0] for name in shown if name}
    known = forenames() - of_members
    for block in blocks:
        names: set[str] = set()
        for text in texts_of(block):
            told = {match["name"] for pattern in _OWN_LIFE for match in pattern.finditer(text)} & known
            if told:
                names |= told | {
                    match["name"]
                    for match in _ALONE.finditer(text)
                    if match["name"] in known and not _OF_SOMETHING.search(text[: match.start()])
                }
        if names:
            yield block.id, tuple(sorted(names))
