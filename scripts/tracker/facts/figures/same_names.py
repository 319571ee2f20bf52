"""Two names of measures brought to one form: what boards and the police call one thing in several ways.

In: the words of two names (as ``name_key`` sorts them). Out: whether they say the same when the other word for a
thing, letters for words ("ASB"), words written as one ("flytipping") and words that say little are looked through. The
pairs so found are proposed to people: "burglary in a dwelling" and "residential burglary" are alike, though the
counting rules of 2017 drew the line anew.
"""

from __future__ import annotations

from tracker.facts.wording.word_lists import words_of

Words = frozenset[str]

# What is counted, words that stand with it, and other words for these. Recorded crime has had several of each.
_OTHER_WORDS: tuple[tuple[str, tuple[Words, ...]], ...] = tuple(
    (counted, tuple(frozenset(words.split()) for words in ways.split(", ")))
    for counted, ways in (
        ("burglary", "non residential, business community, non dwelling, commercial, business"),
        ("burglary", "residential, dwelling, domestic"),
        ("theft", "vehicle, motor vehicle"),
        ("crime", "racist, racial"),
        ("fire", "deliberate, arson, deliberately set"),
        ("arson", "deliberate, primary"),
    )
)
_ONE_FOR_TWO = {frozenset(["shop", "theft"]): "shoplifting", frozenset(["theft", "shoplifting"]): "shoplifting"}

_SAYING_NOTHING = words_of(
    "total overall all recorded police related flagged as heard discussed at person against property with by number"
    " system the"
)
"""Words that a name has or has not, whatever it counts; "without" is none of them."""

_LEAST_LETTERS, _MOST_LETTERS = 3, 5
"""Two letters begin too many words ("DA" is no drug and alcohol); those that every board writes are:"""
_TWO_LETTERS = {"da": frozenset(["domestic", "abuse"]), "mv": frozenset(["motor", "vehicle"])}


def say_the_same(one: Words, other: Words) -> bool:
    """Whether two names are one name in other words."""
    mine, theirs = _plain(one), _plain(other)
    mine, theirs = mine - theirs, theirs - mine
    if not (_plain(one) & _plain(other)) and not (mine and theirs):
        return False
    mine, theirs = _without_letters(mine, theirs)
    theirs, mine = _without_letters(theirs, mine)
    mine, theirs = _without_compounds(mine, theirs)
    theirs, mine = _without_compounds(theirs, mine)
    return (not mine and not theirs) or (mine, theirs) in _CRIMES


_CRIMES = frozenset([(frozenset(["crime"]), frozenset(["offence"])), (frozenset(["offence"]), frozenset(["crime"]))])


def _plain(words: Words) -> Words:
    """A name with the first of the words for each thing, and without those that say nothing."""
    for letters, meant in _TWO_LETTERS.items():
        if letters in words:
            words = (words - {letters}) | meant
    for pair, single in _ONE_FOR_TWO.items():
        if pair <= words:
            words = (words - pair) | {single}
    for counted, ways in _OTHER_WORDS:
        found = next((way for way in sorted(ways, key=len, reverse=True) if way <= words), None)
        if counted in words and found is not None:
            words = (words - found) | ways[0]
    return words - _SAYING_NOTHING


def _without_letters(mine: Words, theirs: Words) -> tuple[Words, Words]:
    """Both without a word of letters that begin words of the other ("asb", "anti social behaviour")."""
    for word in sorted(mine):
        begun = {letter: sorted(other for other in theirs if other[0] == letter) for letter in word}
        meant = frozenset(words[0] for words in begun.values() if words)
        if _LEAST_LETTERS <= len(word) == len(meant) <= _MOST_LETTERS:
            return mine - {word}, theirs - meant
    return mine, theirs


def _without_compounds(mine: Words, theirs: Words) -> tuple[Words, Words]:
    """Both without a word that is two words of the other written as one."""
    for word in mine:
        for first in theirs:
            second = word.removeprefix(first)
            if second != word and second in theirs:
                return mine - {word}, theirs - {first, second}
    return mine, theirs
