"""The forms of a verb: "carry" is "carried" when it is done, "plan" has the stem of "planning".

In: a verb as it stands behind "to". Out: its past participle, and the stem that "-ing" is put to.
"""

from __future__ import annotations

import re

from tracker.facts.wording.word_lists import words_of

_IRREGULAR = dict(
    pair.split()
    for pair in [
        "begin begun",
        "bid bid",
        "bring brought",
        "build built",
        "buy bought",
        "deal dealt",
        "draw drawn",
        "feed fed",
        "find found",
        "get got",
        "give given",
        "grow grown",
        "hold held",
        "keep kept",
        "lead led",
        "let let",
        "lose lost",
        "make made",
        "meet met",
        "pay paid",
        "put put",
        "rebuild rebuilt",
        "rewrite rewritten",
        "run run",
        "see seen",
        "seek sought",
        "sell sold",
        "send sent",
        "set set",
        "split split",
        "take taken",
        "undertake undertaken",
        "write written",
    ]
)
_DOUBLED = words_of("begin commit opt pencil defer get let map plan put set split step bid fit scan trim refit trial")


def stem(verb: str) -> str:
    """What "-ing" and "-ed" are put to: "plann", "mak", "agree"."""
    if verb in _DOUBLED:
        return verb + verb[-1]
    return verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb


def participle(verb: str) -> str:
    """The past participle: "carried", "planned", "held"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ee"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else stem(verb) + "ed"
