"""Which verb group is the verb of its clause, and which only describes the noun before it.

In: the words of a sentence, its phrases and the place of one whose form could be either ("the 88 women | housed in the
refuge", "88 women | were housed"). Out: whether it is the verb, told from what stands round it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.sentence import lexicon
from tracker.facts.sentence.phrase_record import FURTHEST, Phrase
from tracker.facts.sentence.word_kinds import Word


def is_clause_verb(words: Sequence[Word], found: Sequence[Phrase], at: int) -> bool:
    """Whether a past form is the verb of its clause, not a participle that describes the noun before it."""
    if at == 0:
        return False
    before = found[at - 1]
    if before.sort == "relative":
        return True
    if before.sort == "verb" and before.finite and _opens_relative(found, at - 1):
        # "those who dropped out or left | decreased"
        return True
    if before.sort == "coordinator":
        verbs = [p for p in found[max(0, at - 8) : at - 1] if p.sort == "verb"]
        return not (verbs and found[at - 2].sort == "verb") or verbs[-1].finite
    head = at - 1
    while head > 0 and found[head].sort in ("gap", "adverb"):
        head -= 1
    head = _chain_head(found, head)
    if _joins_doings(words, found, at):
        return True
    if found[head].sort == "comma" and at + 1 < len(found):
        # "The team, funded by the county, issued 12 notices": the verb comes after the aside
        return _is_behind_aside(words, found, head, found[at + 1])
    following = found[at + 1] if at + 1 < len(found) else None
    if following is not None and following.sort == "noun":
        # "offences | related to violent crime | represented 21%"
        head = _described_by(found, head)
    if found[head].sort != "noun":
        return False
    opens = found[head - 1] if head else None
    if opens is not None and opens.sort in ("preposition", "verb"):
        # "in 88 homes fitted with locks", "helped 61 people released from prison"
        return False
    number_alone = found[head].number >= 0 and found[head].main == found[head].number and head == at - 1
    if number_alone:
        return True
    if (following is not None and following.sort == "noun") or words[found[at].main].low in lexicon.NEVER_OF_NOUN:
        return True
    if words[before.last].low == "those" and (following is None or following.sort in ("mark", "comma")):
        # "21% of those excluded."
        return False
    return not _verb_later(words, found, at)


def _opens_relative(found: Sequence[Phrase], at: int) -> bool:
    """Whether nothing but verbs stands between a verb and a relative word: "who dropped out or | left"."""
    while at > 0 and found[at].sort in ("verb", "coordinator", "adverb"):
        at -= 1
    return found[at].sort == "relative"


def _joins_doings(words: Sequence[Word], found: Sequence[Phrase], at: int) -> bool:
    """Whether a past form goes on with what a subject did: "The team visited 31 homes, | fitted 12 locks and
    successfully | prosecuted two owners". The verb before and, behind a comma, the one after "and" have objects too."""
    joint = at - 1
    while joint > 0 and found[joint].sort in ("adverb", "gap"):
        joint -= 1
    if found[joint].sort not in ("comma", "coordinator") or not _has_object(words, found, at):
        return False
    told = next((n for n in range(joint - 1, max(-1, joint - FURTHEST), -1) if _ends_search(found[n])), -1)
    if told < 1 or found[told].passive or not _has_object(words, found, told):
        return False
    if found[joint].sort == "coordinator":
        return True
    later = next((n for n in range(at + 1, len(found)) if found[n].sort in ("coordinator", "mark", "subordinator")), at)
    goes_on = later + 1
    while goes_on < len(found) and found[goes_on].sort == "adverb":
        goes_on += 1
    return found[later].sort == "coordinator" and _has_object(words, found, goes_on)


def _ends_search(phrase: Phrase) -> bool:
    return (phrase.sort == "verb" and phrase.finite) or phrase.sort in ("mark", "subordinator", "relative")


def _has_object(words: Sequence[Word], found: Sequence[Phrase], at: int) -> bool:
    """Whether a past form stands at ``at`` and what it was done to, a noun or "with" and a noun, right behind it."""
    if at + 1 >= len(found) or found[at].sort != "verb" or words[found[at].main].kind not in ("ed", "past"):
        return False
    following = found[at + 1]
    led = following.sort == "preposition" and words[following.first].low in ("with", "to")
    return following.sort == "noun" or (led and at + 2 < len(found) and found[at + 2].sort == "noun")


def _is_behind_aside(words: Sequence[Word], found: Sequence[Phrase], comma: int, following: Phrase) -> bool:
    """Whether the comma closes an aside behind a subject that has had no verb: "The team, as it then was, | worked with
    412 children"; but "The event, in May, attended by 85 residents, …"."""
    if following.sort not in ("noun", "preposition") or words[following.first].low == "by":
        return False
    earliest = max(0, comma - FURTHEST)
    opening = next((n for n in range(comma - 1, earliest, -1) if found[n].sort == "comma"), -1)
    aside = following.sort == "preposition" and (opening < 1 or found[opening - 1].sort != "noun")
    told = found[earliest : opening if opening > 0 else comma]
    return not aside and not any(p.sort == "verb" and p.finite for p in told)


def _opens_clause(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether what stands behind "and" begins a clause: a verb, or somebody or something of its own ("and their work
    helped"), where "and the north" could go on."""
    return phrase.sort == "verb" or (phrase.sort == "noun" and words[phrase.first].low in _OWN)


_OWN = frozenset({"its", "their", "his", "her", "our", "it", "they", "we", "he", "she", "this", "these", "those"})


def _chain_head(found: Sequence[Phrase], at: int) -> int:
    """The first noun phrase of "people in the refuge in Mill Lane" when ``at`` is its last."""
    while at > 1 and found[at].sort in ("noun", "close"):
        if found[at].sort == "close":
            while at > 0 and found[at].sort != "open":
                at -= 1
            at = max(0, at - 1)
        elif found[at - 1].sort == "preposition":
            if found[at - 2].sort not in ("noun", "close"):
                return at - 1
            at -= 2
        else:
            break
    return at


def _described_by(found: Sequence[Phrase], at: int) -> int:
    """The noun that the participle before the preposition ``at`` describes ("offences | related to"), else ``at``."""
    describes = found[at].sort == "preposition" and at > 1 and found[at - 1].sort == "verb" and not found[at - 1].finite
    return _chain_head(found, at - 2) if describes and found[at - 2].sort == "noun" else at


def _verb_later(words: Sequence[Word], found: Sequence[Phrase], at: int) -> bool:
    """Whether the clause has another verb behind this one, without a joint between."""
    depth = 0
    for n in range(at + 1, min(len(found), at + FURTHEST)):
        phrase = found[n]
        depth += (phrase.sort == "open") - (phrase.sort == "close")
        if depth > 0:
            continue
        if phrase.sort in ("mark", "comma", "subordinator", "relative"):
            return False
        if phrase.sort == "coordinator" and n + 1 < len(found) and _opens_clause(words, found[n + 1]):
            return False
        if phrase.sort == "verb" and (phrase.finite or words[phrase.first].kind == "ed"):
            return True
    return False
