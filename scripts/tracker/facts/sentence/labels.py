"""A measure's printed label inside a sentence: "31 cases of Burglary – residential in Ashdown".

A sentence of a dashboard quotes the label of its table as it stands, capital and dash too. What follows tells which
burglary: without it the figure would go to another measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.sentence.lexicon import DASHES
from tracker.facts.sentence.word_kinds import Word

_MOST = 4
"""Words of a kind: "business and community"."""
_LEADS = frozenset({"with", "without"})
_ENDS = frozenset({"in", "across", "between", "during", "over", "for", "at", "compared"})
_NOMINAL = frozenset({"noun", "ing"})


def kind_after(words: Sequence[Word], dash: int) -> int:
    """How many words after a dash tell the kind of what is named before it; 0 where it opens an aside ("robberies – the
    most for years"), which begins with a determiner or adverb or has a verb or number in it, or where it closes one.

    The label has a capital where no sentence begins.
    """
    if any(word.low in DASHES for word in words[:dash]):
        return 0
    named = words[dash - 1]
    first = dash - 1
    while (
        first > 0
        and words[first - 1].kind in _NOMINAL | {"preposition", "determiner"}
        and not words[first].text[:1].isupper()
    ):
        first -= 1
    if first == 0 or not words[first].text[:1].isupper() or named.kind not in _NOMINAL:
        return 0
    at = dash + 1
    if at < len(words) and words[at].low in _LEADS:
        at += 1
    begin = at
    while at < len(words) and (words[at].kind in _NOMINAL or (at > begin and words[at].low in ("and", "&"))):
        at += 1
    ended = at == len(words) or words[at].low in _ENDS or words[at].kind in ("comma", "mark", "open", "gap")
    return at - dash - 1 if ended and begin < at <= dash + 1 + _MOST else 0
