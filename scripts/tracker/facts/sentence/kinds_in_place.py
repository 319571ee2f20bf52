"""The kind that a word's neighbours give it: "support" as noun or verb, "reported" before a noun, "to" before a verb.

In: the words of a sentence with the kinds that they have alone. Out: the words with the kinds that they have there.
"""

from __future__ import annotations

import re

from tracker.facts.sentence import lexicon
from tracker.facts.sentence.lexicon import DASHES
from tracker.facts.sentence.word_kinds import Kind, Word
from tracker.facts.wording.word_lists import ED_ADJECTIVES

_FINITE = frozenset({"be", "have", "do", "modal", "past", "ed", "present"})


def mark_only_verb(found: list[Word]) -> None:
    """In words without a verb, what may be one behind a singular noun is: "The project | works | with families"."""
    if any(word.kind in _FINITE for word in found):
        return
    for at in range(1, len(found) - 1):
        word, before = found[at], found[at - 1]
        verb = word.kind == "noun" and word.low.endswith("s") and word.low[:-1] in lexicon.PRESENT | lexicon.BEHIND_TO
        acts = before.kind == "noun" and not _is_plural(before.low) and found[at + 1].kind in _ACTED_ON - {"noun"}
        if verb and acts:
            found[at] = Word(word.start, word.end, word.text, "present")
            return


def in_place(found: list[Word], at: int) -> Word:
    """The word with the kind that its neighbours give it."""
    word = found[at]
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    kind = _kind_in_place(word, before, after, found, at)
    return word if kind == word.kind else Word(word.start, word.end, word.text, kind)


def _kind_in_place(word: Word, before: Word | None, after: Word | None, found: list[Word], at: int) -> Kind:
    low, was, then = word.low, before.kind if before else "", after.kind if after else ""
    if word.kind == "number":
        return word.kind
    if word.kind == "determiner" and low not in lexicon.DETERMINERS:
        return word.kind
    if word.text[:1].isupper() and at and was not in ("mark", "gap") and word.kind in _IN_NAMES:
        # "The Culturally Integrated Approach": part of a name
        return "noun"
    if low in ("under", "over") and after is not None and _AGED.fullmatch(after.low):
        # "143 under 18s"
        return "noun"
    if _goes_on_to_age(found, at):
        # "people aged 65 and over": no second thing
        return "noun"
    if word.kind == "pronoun" and word.text[:1].isupper() and len(low) > 1 and was == "noun":
        # "Respect Me"
        return "noun"
    if low == "that":
        return _that(was, then)
    if low == "to":
        infinitive = after is not None and (
            after.low in lexicon.PRESENT | lexicon.BE | lexicon.HAVE | lexicon.BEHIND_TO
            or (after.kind == "adverb" and after.low.endswith("ly"))
            or (was == "noun" and before is not None and before.low in ABLE)
        )
        return "to" if infinitive else "preposition"
    if low in ("those", "these", "one", "all", "some", "many", "most", "each", "both", "another"):
        acts = then == "ing" and low in ("those", "these")
        names = (then in ("noun", "number", "ing") and not acts) or (then == "ed" and _is_before_noun(found, at + 1))
        return "determiner" if names and low != "one" else "pronoun"
    if low == "further" and was == "number" and then in ("noun", "ed", "ing", "determiner"):
        # "three further teams"
        return "noun"
    if low in ("better", "best", "worse") and was == "noun" and then in ("ed", "past"):
        # "The women on the course better understood what abuse does"
        return "adverb"
    if low == "off" and after is not None and after.low.startswith("licen"):
        return "noun"
    if low in ("since", "before") and was == "have":
        return "adverb"
    if low in lexicon.AFTER_NOUN and was == "noun" and then in ("preposition", "to"):
        return "ing" if before is not None and _is_plural(before.low) else "noun"
    if low in lexicon.PREPOSITIONS and low in lexicon.ADVERBS | {"since", "around", "over", "about"}:
        goes_with = was in ("ed", "past", "present") and low in lexicon.PARTICLES
        if goes_with and (then in ("preposition", "to") or (low in ("out", "up", "off") and then != "preposition")):
            return "adverb"
        opens = then in ("noun", "determiner", "number", "gap", "ing", "pronoun", "ed", "preposition", "relative")
        return "preposition" if opens else "adverb"
    if word.kind == "ed":
        if low in lexicon.PRESENT and _acts(found, at, then):
            # "pupils come from …", "have come" is none
            return "present"
        return "noun" if _is_before_noun(found, at) else "ed"
    if word.kind == "ing":
        if low in lexicon.NO_NAMES_IN_ING and was == "noun":
            return "ing"
        named = was in ("determiner", "number") or (was == "noun" and (then in _ENDS or _is_half_told(found, at)))
        return "noun" if named else "ing"
    if _is_done_by_this(word, before, then):
        return "present"
    if word.kind == "noun" and low in lexicon.PRESENT:
        return "present" if _acts(found, at, then) else "noun"
    if word.kind == "noun" and _is_said_of_many(found, at, then):
        return "present"
    if word.kind == "present" and was in ("determiner", "number", "preposition"):
        if was == "number" and low in lexicon.PRESENT:
            # "39 remain in place"
            return word.kind
        return "noun"
    if word.kind == "past" and was == "determiner":
        return "noun"
    return word.kind


ABLE = frozenset({"able", "unable", "likely", "unlikely", "willing", "eligible"})
"""What is followed by a verb where "to" comes next: "able to access"."""
_AGED = re.compile(r"\d\ds")


def _is_done_by_this(word: Word, before: Word | None, then: str) -> bool:
    """Whether a word in -s behind "this" or "it" is their verb, as no plural can follow them: "This represents 78"."""
    if before is None or before.low not in ("this", "it", "she", "he") or then not in ("number", "determiner"):
        return False
    return word.kind in ("noun", "present") and word.low.endswith("s") and not word.low.endswith(("ss", "us", "is"))


_OPEN_AGES = frozenset({"over", "above", "under", "below", "older", "younger"})


def _goes_on_to_age(found: list[Word], at: int) -> bool:
    """Whether a word is "and" or "over" of "aged 65 and over"."""
    joint = at if found[at].low in ("and", "or") else at - 1
    if joint < 2 or joint + 1 >= len(found) or found[joint].low not in ("and", "or"):
        return False
    ends = joint + 2 >= len(found) or found[joint + 2].kind not in ("number", "determiner")
    return (
        ends
        and found[joint + 1].low in _OPEN_AGES
        and found[joint - 1].low.isdigit()
        and found[joint - 2].low in ("aged", "age", "ages")
    )


_IN_NAMES = frozenset({"ed", "ing", "present", "past", "adverb"})
_ENDS = frozenset({"comma", "mark", "close", "", "preposition", "be", "have", "modal"})


def _that(was: str, then: str) -> Kind:
    if was in ("noun", "pronoun", "comma") and then in ("be", "have", "do", "modal", "past", "ed", "present", "adverb"):
        return "relative"
    if was in ("preposition", "") and then == "noun":
        return "determiner"
    return "subordinator"


def _is_plural(low: str) -> bool:
    return low in ("people", "women", "men", "children", "police", "staff") or bool(re.search(r"[^su'’]s$", low))


def _is_before_noun(found: list[Word], at: int) -> bool:
    """Whether a past form describes the noun after it: "61 registered providers", "all recorded crime"."""
    word = found[at]
    if word.low in lexicon.NEVER_BEFORE_NOUN:
        return False
    was = found[at - 1].kind if at else ""
    if was == "preposition" and at + 2 < len(found) and found[at + 1].kind == "comma" and found[at + 2].kind == "ed":
        # "with tailored, enhanced support"
        return _is_before_noun(found, at + 2)
    nouns: list[Word] = []
    for w in found[at + 1 : at + 4]:
        if w.kind not in ("noun", "ed") and not (w.kind == "ing" and nouns):
            break
        nouns.append(w)
    if not nouns or (nouns[0].kind == "ed" and len(nouns) == 1):
        return False
    plural = any(_is_plural(w.low) for w in nouns)
    if word.low in ED_ADJECTIVES and was in ("number", "determiner", "preposition", "", "noun", "coordinator"):
        return True
    if was in ("determiner", "preposition", "", "be", "have"):
        return was not in ("be", "have")
    behind = found[at + 1 + len(nouns)].kind if at + 1 + len(nouns) < len(found) else ""
    if at == 1 and was == "noun" and not _is_plural(found[0].low) and behind in _FINITE - {"ed", "do"}:
        # "Knife enabled crime remains low", but "Data showed crime had fallen"
        return word.low not in lexicon.TELLS_THAT
    if was == "comma" and at > 2 and found[at - 2].low.endswith("ed") and found[at - 3].kind == "preposition":
        return True
    return (was in ("number", "coordinator", "comma") or _is_half_told(found, at)) and plural


def _is_half_told(found: list[Word], at: int) -> bool:
    """Whether the words before a past form count several of what only comes after it: "seven lethal | barrelled gun
    discharges", but "61 people attended sessions", "one school received books"."""
    first = at - 1
    while first > 0 and found[first].kind == "noun" and not _is_plural(found[first].low):
        first -= 1
    return first < at - 1 and found[first].kind == "number" and found[first].low not in ("one", "1")


_ACTED_ON = frozenset({"determiner", "preposition", "pronoun", "number", "adverb", "ing", "subordinator", "noun"})


def _acts(found: list[Word], at: int, then: str) -> bool:
    """Whether a word that may be a noun is the verb of a plural before it: "residents feel", "who use"."""
    low = found[at].low
    before = at - 2 if at > 1 and found[at - 1].kind == "adverb" else at - 1
    if before < 0:
        return False
    if found[before].text in DASHES:
        # "Three wards – A, B and C – account for": behind the aside
        opening = max((n for n in range(before) if found[n].text in DASHES), default=0)
        before = opening - 1 if opening else before
    subject = found[before]
    if subject.kind in ("relative", "pronoun", "modal", "to", "do"):
        return subject.low != "whose"
    if subject.kind == "number":
        # "six remain open": a number alone is the subject of what can be no noun
        return low in lexicon.NEVER_NOUN and not subject.text.startswith("£")
    ends_it = low in lexicon.NEVER_NOUN and then in _ENDS
    if subject.kind != "noun" or (then not in _ACTED_ON and not ends_it):
        return False
    return _is_plural(subject.low) or (low in lexicon.NEVER_NOUN and _is_of_many(found, before))


def _is_said_of_many(found: list[Word], at: int, then: str) -> bool:
    """Whether a word that looks like a noun is what "which" or "who" leads to behind a plural: "four areas in the town
    which | fall | within the tenth"."""
    low = found[at].low
    if found[at - 1].low not in ("which", "who") or then not in _ACTED_ON - {"noun"} or _is_plural(low):
        return False
    before = at - 2
    while before >= 0 and found[before].kind in _CHAINS | {"gap"}:
        if found[before].kind == "noun" and _is_plural(found[before].low):
            return True
        before -= 1
    return False


_CHAINS = frozenset({"noun", "preposition", "determiner", "coordinator", "ing", "number"})


def _is_of_many(found: list[Word], last: int) -> bool:
    """Whether the noun at ``last`` ends a noun phrase of several: "children of Black and mixed heritage"."""
    at, led = last, False
    while at >= 0 and found[at].kind in _CHAINS:
        if led and found[at].kind == "noun" and _is_plural(found[at].low):
            before = found[at - 1].kind if at else ""
            return before != "preposition"
        led = led or found[at].kind == "preposition"
        at -= 1
    return False
