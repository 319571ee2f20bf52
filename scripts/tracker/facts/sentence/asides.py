"""Asides of a sentence: what brackets, pairs of dashes or commas set apart between a noun and its verb.

In: a ``Sentence`` and a phrase of it. Out: where the aside ends; -1 where none stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.facts.sentence.lexicon import DASHES
from tracker.facts.sentence.phrase_record import FURTHEST

if TYPE_CHECKING:
    from tracker.facts.sentence.clauses import Sentence

_LONGEST_ASIDE = 9
"""Phrases."""


def past_asides(sentence: Sentence, end: int) -> int:
    """The last phrase of the asides behind the phrase ``end``: brackets, times, dashes and commas in pairs."""
    while True:
        sort, step = sentence.sort(end + 1), -1
        if sort == "open":
            step = _past_bracket(sentence, end + 1)
        elif sort == "mark":
            step = other_dash(sentence, end + 1, 1)
        elif sort == "comma":
            step = _comma_aside(sentence, end + 1)
        elif sort in ("gap", "adverb"):
            step = end + 1
        if step <= end:
            return end
        end = step


def _comma_aside(sentence: Sentence, at: int) -> int:
    """The comma that closes an aside before a clause's verb, -1 for none: "children, some as young as ten, | have
    received"; a list has no verb behind its comma, another number is no aside."""
    for n in range(at + 1, at + _LONGEST_ASIDE):
        sort = sentence.sort(n)
        if sort == "comma":
            have = sentence.sort(n + 1) == "verb" and sentence.words[sentence.phrases[n + 1].first].kind in (
                "have",
                "be",
            )
            return n if have and n > at + 1 else -1
        if sort in ("", "mark", "coordinator", "relative", "there") or sentence.phrases[n].number >= 0:
            return -1
        if sort == "verb" and sentence.phrases[n].finite:
            return -1
    return -1


def other_dash(sentence: Sentence, at: int, step: int) -> int:
    """The dash that closes (``step`` 1) or opens (-1) the aside whose other dash stands at ``at``, -1 for none:
    "Three wards – A, B and C – account for"."""
    if sentence.low(at) not in DASHES:
        return -1
    for n in range(at + step, at + step * FURTHEST, step):
        if sentence.sort(n) in ("", "mark"):
            return n if sentence.low(n) in DASHES and abs(n - at) > 1 else -1
        if sentence.sort(n) == "verb" and sentence.phrases[n].finite:
            return -1
    return -1


def _past_bracket(sentence: Sentence, at: int) -> int:
    while at + 1 < len(sentence.phrases) and sentence.phrases[at].sort != "close":
        at += 1
    return at
