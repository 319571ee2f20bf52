"""Parts listed behind their whole: "139 people came: 37 to level 1, 27 to level 2", "They were 80 high, 28 medium".

In: a ``Number`` whose thread has the parse of the sentence and what was counted before. Out: that many of those, with
the words of its own item as the part; None where the number stands in no list of such parts.
"""

from __future__ import annotations

from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import BE
from tracker.facts.wording.word_forms import is_plural
from tracker.facts.wording.word_lists import words_of

_BREAKS = ("comma", "coordinator")
_POINTERS = words_of("they these those")
_LONGEST = 9
"""Words of an item: more is a clause that was not understood."""


def item_of_whole(number: Number) -> Answer:
    """The part of what was counted before that the item of a list tells."""
    thread, sentence = number.thread, number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or not thread.base or thread.unit == "%" or number.mention.sort != "count":
        return None
    label = _label(sentence, at)
    if not label:
        return None
    opens, items = at, 1
    while (before := _item_before(sentence, opens)) >= 0:
        opens, items = before, items + 1
    following = _next_item(sentence, at)
    items += bool(following >= 0 and _label(sentence, following))
    lead = opens - 1
    whole = thread.told or thread.last
    if items < 2:
        return None
    title = thread.base
    if sentence.low(lead) == ":" and sentence.sort(lead) == "mark" and thread.names.get("named") and whole:
        if whole.unit != thread.unit or whole.measure != "count" or whole.same:
            return None
        title, sure = whole.title, whole.sure
    elif sentence.sort(lead) == "verb" and sentence.low(lead) in BE and sentence.low(lead - 1) in _POINTERS:
        # "By risk level they were 80 high": by what they are told apart stands before
        opening = sentence.said(1, lead - 2) if sentence.low(0) == "by" else ""
        label, sure = f"{label} ({opening.strip(' ,')})" if opening else label, True
    else:
        return None
    return Naming(title, thread.unit, "count", (("group", label),), sure)


def _label(sentence: Sentence, at: int) -> str:
    """What the item that begins with the number at ``at`` says of it: "for littering", "high"; "" for a number with a
    noun or clause of its own."""
    phrase = sentence.phrases[at] if 0 <= at < len(sentence.phrases) else None
    if phrase is None or phrase.number < 0 or phrase.number != phrase.first:
        return ""
    end = _item_end(sentence, at)
    if any(sentence.sort(n) in ("verb", "there", "relative", "subordinator") for n in range(at, end + 1)):
        return ""
    own = " ".join(word.text for word in sentence.words[phrase.number + 1 : phrase.last + 1])
    if own:
        return own if end == at and not is_plural(own.split()[-1]) else ""
    said = sentence.said(at + 1, end) if sentence.sort(at + 1) == "preposition" and sentence.low(at + 1) != "of" else ""
    return said if len(said.split()) <= _LONGEST else ""


def _item_end(sentence: Sentence, at: int) -> int:
    """The last phrase of an item, without a bracket that explains it; "and" joins on what has no number."""
    end = at
    while True:
        following = sentence.sort(end + 1)
        joined = following == "coordinator" and sentence.sort(end + 2) == "noun"
        if joined and sentence.phrases[end + 2].number < 0 and sentence.sort(end + 3) not in ("verb", "adverb"):
            end += 2
        elif following in ("noun", "preposition", "verb", "relative", "adverb"):
            end += 1
        else:
            return end


def _past_bracket(sentence: Sentence, at: int) -> int:
    """The phrase behind a bracket that opens at ``at``, ``at`` where none does."""
    if sentence.sort(at) != "open":
        return at
    while at < len(sentence.phrases) and sentence.sort(at) != "close":
        at += 1
    return at + 1


def _next_item(sentence: Sentence, at: int) -> int:
    """The number of the item behind the one at ``at``, -1 for none."""
    following = _past_bracket(sentence, _item_end(sentence, at) + 1)
    if sentence.sort(following) not in _BREAKS:
        return -1
    while sentence.sort(following) in _BREAKS:
        following += 1
    return following if sentence.sort(following) == "noun" and sentence.phrases[following].number >= 0 else -1


def _item_before(sentence: Sentence, at: int) -> int:
    """The number of the item before the one at ``at`` in the same list, -1 for none."""
    bracket = False
    for before in range(at - 2, -1, -1):
        bracket = sentence.sort(before) == "close" or (bracket and sentence.sort(before + 1) != "open")
        if sentence.sort(before) in ("mark", "verb") and not bracket:
            return -1
        if sentence.sort(before) == "noun" and sentence.phrases[before].number >= 0:
            return before if _next_item(sentence, before) == at and _label(sentence, before) else -1
    return -1
