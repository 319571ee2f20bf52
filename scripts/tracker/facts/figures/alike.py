"""Names of measures that are only alike: likely one measure under two names, for people to decide.

In: for each indicator the key of its name (``name_key``) and its sort of figure. Out: for each indicator those that it
may be. Names that mean the same have one key and are one indicator already; here are the others, within a paper and
across papers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from tracker.facts.figures.same_names import say_the_same
from tracker.facts.wording.names import plain_words
from tracker.records import Observation, Term

# Names at least so alike are proposed as one measure's; "Domestic Abuse VWI" and "Domestic Abuse WI" reach 95,
# "Commercial Burglary" and "Non-Commercial Burglary" 90, which differ in a word that turns the meaning.
_ALIKE = 88
# The words in which names differ must be a slip of the pen or the hyphen: "cpw" and "cpn" (67) are two things, and so
# are "training: housing" and "training: adults".
_SLIP = 75
_TURNING = frozenset(
    ["non", "not", "without", "with", "under", "over", "new", "closed", "repeat", "male", "female", "other", "all"]
)
# A name with and without one of these is likely one measure: "Domestic abuse" and "Domestic abuse incidents".
_SAYING_LITTLE = frozenset(
    ["offence", "incident", "crime", "total", "overall", "report", "reported", "recorded", "police"]
)
# Two names are compared where they share a word that at most so many names have: the rest share only "crime" or "ASB".
_SHARED_BY = 40


def alike_names(names: Mapping[str, tuple[str, str]]) -> dict[str, set[str]]:
    """For each indicator id the ids of those that may be the same measure; ids without any are left out."""
    sharing: dict[tuple[str, str], list[str]] = defaultdict(list)
    often = Counter(word for key, _ in names.values() for word in set(key.split()))
    for indicator in sorted(names):
        key, sort = names[indicator]
        for word in set(key.split()):
            if often[word] <= _SHARED_BY:
                sharing[sort, word].append(indicator)
    out: dict[str, set[str]] = {}
    pairs = {(one, two) for group in sharing.values() for n, one in enumerate(group) for two in group[n + 1 :]}
    for one, two in sorted(pairs):
        if _may_be_one(names[one][0], names[two][0]):
            out.setdefault(one, set()).add(two)
            out.setdefault(two, set()).add(one)
    return out


def not_told_apart(alike: Mapping[str, set[str]], observations: Iterable[Observation]) -> dict[str, set[str]]:
    """The same without pairs that one table or sentence prints side by side with other values: those are two things."""
    printed: dict[str, dict[tuple[object, ...], str]] = defaultdict(dict)
    for o in observations:
        if o.indicator in alike:
            place, period = (o.source.paper, o.source.block), (o.period_start, o.period_end)
            printed[o.indicator][place, period, o.geography, o.breakdown] = o.value

    def apart(one: str, other: str) -> bool:
        both = printed[one].keys() & printed[other].keys()
        return any(printed[one][spot] != printed[other][spot] for spot in both)

    kept = {one: {other for other in others if not apart(one, other)} for one, others in alike.items()}
    return {one: others for one, others in kept.items() if others}


def written_out(terms: Iterable[Term]) -> dict[str, str]:
    """The expansion of each short form for which the papers give only one ("DA": "Domestic Abuse")."""
    expansions: dict[str, dict[str, str]] = defaultdict(dict)
    for term in terms:
        if term.short.isupper() and " " not in term.short:
            expansions[term.short].setdefault(_singular(term.expansion), term.expansion)
    return {short: next(iter(found.values())) for short, found in expansions.items() if len(found) == 1}


def in_full(name: str, meaning: Mapping[str, str]) -> str:
    """A name with its short forms written out; one that stands in brackets after its own words goes."""
    for short, words in meaning.items():
        if short in name:
            name = re.sub(rf"{re.escape(words)}\s*\(\s*{re.escape(short)}s?\s*\)", words, name, flags=re.IGNORECASE)
            name = re.sub(rf"\b{re.escape(short)}s?(?!\w)", words, name)
    return name


def _singular(expansion: str) -> str:
    return " ".join(word.removesuffix("s") for word in plain_words(expansion).split())


def _may_be_one(one: str, other: str) -> bool:
    mine, theirs = frozenset(one.split()), frozenset(other.split())
    both, differ = mine & theirs, mine ^ theirs
    if say_the_same(mine, theirs):
        return True
    if differ & _TURNING or any(word.isdigit() for word in differ):
        return False
    if differ and differ <= _SAYING_LITTLE and (mine <= theirs or theirs <= mine) and len(both) > 1:
        return True
    only_mine, only_theirs = (" ".join(sorted(words - both)) for words in (mine, theirs))
    if fuzz.ratio(only_mine, only_theirs) < _SLIP:
        return False
    return bool(fuzz.token_sort_ratio(one, other) >= _ALIKE)
