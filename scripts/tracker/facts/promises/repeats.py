"""A promise that a later paper, or a later place of the same paper, makes again: proposed by likeness.

In: all commitments in the order of their papers, and the day each was made. Out: the commitments, each with
``repeats``: ids of earlier ones that say the same. Nothing is joined: both stay, each with its own words and place.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from tracker.facts.wording.likeness_words import content_words
from tracker.records import Commitment

_SAME = 0.6
"""The weight of the words two promises share, of the weight of all their words together (Dice). The 13 pairs found
so in five papers say the same thing; from 0.5 on some only speak of the same thing."""
_SAME_HAND = 0.5
"""The weight of the words that two promises of one part share, to be kept by the same one, of the weight of the words
of the shorter. The 6 pairs found so in 30 papers are each one action, told in the text and in the list of actions."""
_LEAST_WORDS = 4
"""Shorter wordings ("update the strategy") are alike without being the same promise."""
_TELLING = 25
"""Words of more promises than this are no way to find a like one; more than this part of 400 promises."""


def with_repeats(commitments: Sequence[Commitment], day_of: Callable[[Commitment], str]) -> tuple[Commitment, ...]:
    """The commitments with the earlier ones that each repeats, most alike first. What one part says twice, in its text
    and in its list of actions, need be less alike where both name the same one."""
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
        for m in near:
            shared = weight(words[n] & words[m])
            score = 2 * shared / (weights[n] + weights[m])
            if _is_of_one_hand(commitments[m], commitment):
                twice = shared >= _SAME_HAND * min(weights[n], weights[m]) and len(words[n] & words[m]) > 1
            else:
                twice = min(len(words[n]), len(words[m])) >= _LEAST_WORDS and score >= _SAME
            if twice:
                alike.append((-score, m))
        ids = tuple(commitments[m].id for _, m in sorted(alike))
        found.append(commitment.model_copy(update={"repeats": ids}) if ids else commitment)
    return tuple(found)


def _is_of_one_hand(one: Commitment, other: Commitment) -> bool:
    """Whether two promises stand in one part and name the same one, by a name or its initials: "A Pascoe", "AP"."""
    return one.part == other.part and bool(_names(one.who) & _names(other.who))


def _names(who: str) -> set[str]:
    """The last words of the names in "who", and the initials of each: "Alan Pascoe" gives "pascoe" and "AP"."""
    names = [name.split() for name in _BETWEEN.split(who) if name.strip()]
    initials = {"".join(word[0] for word in name) for name in names if all(word[:1].isupper() for word in name)}
    short = {name[0] for name in names if len(name) == 1 and name[0].isupper()}
    return {name[-1].lower() for name in names} | {i for i in initials if len(i) > 1} | short


_BETWEEN = re.compile(r"\s?[/,&]\s?|\sand\s")
