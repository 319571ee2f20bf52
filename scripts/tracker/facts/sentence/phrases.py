"""Phrases of a sentence: noun phrases, verb groups and the small words that join them, in order.

In: the words of a sentence. Out: ``Phrase`` records that cover every word, none overlapping. A number begins a noun
phrase of its own ("in total | 48 young people"), a determiner too. The clauses are put together elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.sentence import labels, lexicon
from tracker.facts.sentence.clause_verbs import is_clause_verb
from tracker.facts.sentence.phrase_record import Phrase, Sort
from tracker.facts.sentence.word_kinds import Word

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
            found[n] = replace(phrase, finite=is_clause_verb(words, found, n))
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
            within = words[main].kind == "to" and main == at - 1 and ahead == "noun"
            if ahead not in _VERBAL and not particle and not within:
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
