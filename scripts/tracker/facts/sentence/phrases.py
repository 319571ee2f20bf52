"""Phrases of a sentence: noun phrases, verb groups and the small words that join them, in order.

In: the words of a sentence. Out: ``Phrase`` records that cover every word, none overlapping. A number begins a noun
phrase of its own ("in total | 48 young people"), a determiner too. Which verb group is the verb of a clause and which
only describes the noun before it ("the 88 women housed in the refuge") is decided here as well, from what stands round
it; the clauses are put together elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tracker.facts.sentence import labels, lexicon
from tracker.facts.sentence.word_kinds import Word

Sort = Literal[
    "noun", "verb", "preposition", "coordinator", "subordinator", "relative", "adverb", "gap", "comma", "mark", "open",
    "close", "there",
]  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """The words ``first`` to ``last`` (both included) of a sentence. ``number`` is the place of a noun phrase's number,
    -1 without; ``finite`` tells the verb of a clause from a participle; ``passive`` what was done from who did."""

    sort: Sort
    first: int
    last: int
    number: int = -1
    main: int = -1
    """The word that says most: the last noun, the verb itself."""
    finite: bool = False
    passive: bool = False


FURTHEST = 60
"""How many phrases are looked at from one place, so that time stays linear in texts without full stops."""
_NOMINAL = frozenset({"noun", "number", "determiner", "ing"})
_MAIN = frozenset({"ed", "past", "present", "ing"})
_BEGINS_VERB = frozenset({"ed", "past", "present", "be", "have", "do", "modal"})
_VERBAL = frozenset({"be", "have", "do", "modal", "past", "ed", "present", "to", "ing"})
_SORTS: dict[str, Sort] = {
    "preposition": "preposition",
    "coordinator": "coordinator",
    "subordinator": "subordinator",
    "relative": "relative",
    "adverb": "adverb",
    "gap": "gap",
    "comma": "comma",
    "mark": "mark",
    "open": "open",
    "close": "close",
    "there": "there",
}


def phrases(words: Sequence[Word]) -> tuple[Phrase, ...]:
    """The phrases of a sentence in order."""
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        phrase = _phrase_at(words, at, found[-1] if found else None)
        found.append(phrase)
        at = phrase.last + 1
    for n, phrase in enumerate(found):
        if phrase.sort == "verb" and not phrase.finite and words[phrase.main].kind == "ed":
            found[n] = replace(phrase, finite=_is_clause_verb(words, found, n))
    return tuple(found)


def _phrase_at(words: Sequence[Word], at: int, before: Phrase | None) -> Phrase:
    kind = words[at].kind
    if (joint := _also_end(words, at)) and before and before.sort in ("noun", "comma", "close", "gap"):
        return Phrase("coordinator", at, joint)
    if kind == "pronoun":
        return Phrase("noun", at, at, main=at)
    if kind == "ing" and before and before.sort == "preposition":
        return _noun_phrase(words, at)
    if kind in _VERBAL:
        return _verb_group(words, at)
    if kind in _NOMINAL:
        return _noun_phrase(words, at)
    if kind == "adverb" and at + 1 < len(words) and words[at + 1].kind in ("number", "determiner"):
        return _noun_phrase(words, at)
    if words[at].low in lexicon.PREPOSITIONS:
        return _preposition(words, at)
    return Phrase(_SORTS[kind], at, at)


_ALSO = (("together", "with"), ("along", "with"), ("as", "well", "as"))


def _also_end(words: Sequence[Word], at: int) -> int:
    """The last word of what joins as "and" does ("together with 29 volunteers"), 0 where the words join nothing."""
    for said in _ALSO:
        if tuple(word.low for word in words[at : at + len(said)]) == said:
            return at + len(said) - 1
    return 0


_SAYS_WHERE = frozenset({"above", "below", "behind", "within", "outside", "inside", "near"})
"""Prepositions that are adverbs where no noun follows: "seven are slightly below"."""


def _preposition(words: Sequence[Word], at: int) -> Phrase:
    """A preposition, or two that lead to one noun: "on or above target"."""
    kinds = [word.kind for word in words[at + 1 : at + 3]]
    if kinds == ["coordinator", "preposition"] and words[at + 1].low in ("and", "or"):
        return Phrase("preposition", at, at + 2)
    leads = bool(kinds) and kinds[0] not in ("comma", "mark", "close", "coordinator")
    return Phrase(_SORTS[words[at].kind] if leads or words[at].low not in _SAYS_WHERE else "adverb", at, at)


def _noun_phrase(words: Sequence[Word], at: int) -> Phrase:
    first, number, nouns = at, -1, 0
    while at < len(words):
        word = words[at]
        if word.kind == "number":
            if number >= 0 or nouns:
                break
            number = at
        elif word.kind == "determiner":
            if nouns or number >= 0:
                break
        elif word.kind == "adverb":
            if nouns or number >= 0 or at + 1 >= len(words) or words[at + 1].kind not in _NOMINAL:
                break
        elif nouns and word.kind == "noun" and word.text[:1].isupper() and _is_common_plural(words[at - 1]):
            # "Within our group of 15 partnerships | Westford ranks 6th"
            break
        elif nouns and number >= 0 and word.kind == "noun" and _begins_clause(words, at):
            break
        elif word.kind == "noun" or (word.kind == "ing" and (at == first or nouns == 0)):
            nouns += 1
        elif (
            (word.kind == "coordinator" and word.low in ("and", "or", "&") and _joins_adjectives(words, at, nouns))
            or (word.kind == "comma" and nouns and _lists_names(words, at))
            or (word.kind == "comma" and nouns == 1 and _joins_participles(words, at))
        ):
            pass
        elif word.kind == "open" and nouns and _is_short_name(words, at):
            at += 2
        elif word.low in lexicon.DASHES and nouns and (kind := labels.kind_after(words, at)):
            at += kind
        else:
            break
        at += 1
    last = max(first, at - 1)
    nominal = [n for n in range(first, last + 1) if words[n].kind in ("noun", "ing")]
    return Phrase("noun", first, last, number, nominal[-1] if nominal else number)


def _begins_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a singular behind a counted plural is the subject of what follows: "In the two wards | burglary fell"."""
    end = at
    while end < len(words) and words[end].kind == "noun" and words[end].low.isalpha():
        end += 1
    finite = end < len(words) and words[end].kind in ("be", "have", "modal", "past", "ed")
    single = words[at].low != "aged" and not words[end - 1].low.endswith("s")
    return finite and single and _is_common_plural(words[at - 1])


def _opens_relative(found: Sequence[Phrase], at: int) -> bool:
    """Whether nothing but verbs stands between a verb and a relative word: "who dropped out or | left"."""
    while at > 0 and found[at].sort in ("verb", "coordinator", "adverb"):
        at -= 1
    return found[at].sort == "relative"


def _joins_participles(words: Sequence[Word], at: int) -> bool:
    """Whether the comma stands between two words that describe one noun: "tailored, enhanced support"."""
    if at + 2 >= len(words) or words[at + 2].kind != "noun":
        return False
    return words[at - 1].low.endswith("ed") and words[at + 1].low.endswith("ed") and words[at + 1].kind == "noun"


def _is_common_plural(word: Word) -> bool:
    return (
        word.kind == "noun" and word.text.islower() and word.low.endswith("s") and not word.low.endswith(("ss", "us"))
    )


_PLURAL = ("s", "people", "men", "ren")


def _joins_adjectives(words: Sequence[Word], at: int, nouns: int) -> bool:
    """Whether "and" joins two words before the noun that both describe: "drug and alcohol services"."""
    if not nouns or at + 2 >= len(words):
        return False
    after = [words[at + 1], words[at + 2]]
    if at + 3 < len(words) and words[at + 3].kind == "number":
        # "49% of the caseload and Black children 27%"
        return False
    singular = words[at - 1].kind == "noun" and not words[at - 1].low.endswith("s")
    return singular and all(w.kind == "noun" for w in after) and words[at + 2].low.endswith(_PLURAL)


def _lists_names(words: Sequence[Word], at: int) -> bool:
    """Whether a comma stands inside a name of capitals: "3 Financial Abuse, Fraud and Scams Workshops"."""
    if at + 1 >= len(words) or words[at + 1].kind != "noun" or not words[at + 1].text[:1].isupper():
        return False
    rest = [w.text for w in words[at + 1 : at + 6]]
    return words[at - 1].text[:1].isupper() and not words[at - 1].low.endswith("s") and "and" in rest


def _is_short_name(words: Sequence[Word], at: int) -> bool:
    """Whether a bracket holds only a short form of the words before it: "(MARAC)"."""
    return (
        at + 2 < len(words)
        and words[at + 2].kind == "close"
        and words[at + 1].kind == "noun"
        and words[at + 1].text[:1].isupper()
        and sum(letter.isupper() for letter in words[at + 1].text) > 1
    )


def _verb_group(words: Sequence[Word], at: int) -> Phrase:
    first = at
    main, finite, passive, be = at, False, False, False
    while at < len(words):
        word = words[at]
        if word.kind in ("adverb",):
            ahead = words[at + 1].kind if at + 1 < len(words) else ""
            particle = word.low in lexicon.PARTICLES and words[main].kind in ("ed", "past", "present", "ing")
            if ahead not in _VERBAL and not particle:
                break
        elif word.kind == "to":
            if at > first and words[main].kind not in ("be", "have", "ed", "past", "present"):
                break
            main = at
        elif (word.kind == "ing" and at > first and not be) or (
            # "who were referred | had a disability", "those who attended | were assessed"
            at > first and word.kind in _BEGINS_VERB and words[main].kind in _MAIN and word.low != "been"
        ):
            break
        elif word.kind not in _VERBAL:
            # a noun behind a modal is its verb: "will visit"
            if not (word.kind == "noun" and words[main].kind in ("modal", "to", "do")):
                break
            main = at
            at += 1
            break
        else:
            finite = finite or word.kind in ("be", "have", "do", "modal", "past", "present")
            passive = passive or (be and word.kind == "ed")
            be = be or word.kind == "be"
            main = at
        at += 1
    if words[first].kind == "to" or (words[first].kind == "ing") or words[first].low in ("being", "having"):
        finite = False
    last = max(first, at - 1)
    return Phrase("verb", first, last, main=main, finite=finite, passive=passive)


def _is_clause_verb(words: Sequence[Word], found: Sequence[Phrase], at: int) -> bool:
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
    if found[head].sort != "noun":
        return False
    opens = found[head - 1] if head else None
    if opens is not None and opens.sort in ("preposition", "verb"):
        # "in 88 homes fitted with locks", "helped 61 people released from prison"
        return False
    number_alone = found[head].number >= 0 and found[head].main == found[head].number and head == at - 1
    if number_alone:
        return True
    following = found[at + 1] if at + 1 < len(found) else None
    if (following is not None and following.sort == "noun") or words[found[at].main].low in lexicon.NEVER_OF_NOUN:
        return True
    if words[before.last].low == "those" and (following is None or following.sort in ("mark", "comma")):
        # "21% of those excluded."
        return False
    return not _verb_later(words, found, at)


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
