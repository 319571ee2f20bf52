"""A promise that a later paper, or a later part of the same paper, makes again: proposed by likeness.

In: all commitments in the order of their papers, and the day each was made. Out: the commitments, each with
``repeats``: ids of earlier ones that say the same. Nothing is joined: both stay, each with its own words and place.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from tracker.facts.wording.likeness_words import content_words
from tracker.records import Commitment

_SAME = 0.6
"""The weight of the words two promises share, of the weight of all their words together (Dice). The 13 pairs found
so in five papers say the same thing; from 0.5 on some only speak of the same thing."""
_LEAST_WORDS = 4
"""Shorter wordings ("update the strategy") are alike without being the same promise."""
_TELLING = 25
"""Words of more promises than this are no way to find a like one; more than this part of 400 promises."""


def with_repeats(commitments: Sequence[Commitment], day_of: Callable[[Commitment], str]) -> tuple[Commitment, ...]:
    """The commitments with the earlier ones that each repeats, most alike first. Same part: never."""
    words = [content_words(c.text) for c in commitments]
    count = Counter(word for held in words for word in held)
    rarity = {word: math.log((len(words) + 1) / times) for word, times in count.items()}

    def weight(held: Iterable[str]) -> float:
        return math.fsum(rarity[word] for word in held)

    weights = [weight(held) for held in words]
    most = max(_TELLING, _TELLING * len(words) // 400)
    holding: dict[str, list[int]] = defaultdict(list)
    found: list[Commitment] = []
    made = [(day_of(c), n) for n, c in enumerate(commitments)]
    for n, held in enumerate(words):
        for word in held:
            if count[word] <= most:
                holding[word].append(n)
    for n, commitment in enumerate(commitments):
        near = {m for word in words[n] for m in holding.get(word, ()) if made[m] < made[n] and made[m][0]}
        alike = []
        for m in near if len(words[n]) >= _LEAST_WORDS else ():
            other = commitments[m]
            if other.part == commitment.part or len(words[m]) < _LEAST_WORDS:
                continue
            score = 2 * weight(words[n] & words[m]) / (weights[n] + weights[m])
            if score >= _SAME:
                alike.append((-score, m))
        ids = tuple(commitments[m].id for _, m in sorted(alike))
        found.append(commitment.model_copy(update={"repeats": ids}) if ids else commitment)
    return tuple(found)
