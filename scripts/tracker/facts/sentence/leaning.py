"""Clauses with no subject of their own: "there were 463", "The figure for the year before was 44", "it had been 58".

In: the parse of a sentence, its times blanked out, and the phrase of one of its numbers. Out: a ``Leaning`` where all
that stands between the beginning of the clause and the number says nothing of what is counted, so that it must have
been told before; None where the clause has a subject, or the number a noun, of its own. What was told before, and
whether it may be taken over, is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import BE
from tracker.facts.wording.word_lists import words_of

Manner = Literal["there", "figure", "done", "handled", "fragment", "subject"]
"""``there``: it is said to be; ``figure``: the number itself is the subject ("it was", "this compares with"); ``done``:
a pronoun did it ("they took in 33"); ``handled``: somebody did it ("the council received
1,310"); ``fragment``: no verb; ``subject``: the number alone is what something was done to ("211 had been issued")."""


@dataclass(frozen=True)
class Leaning:
    """How a number leans on what was told. ``noun``: the word for anything counted that follows it ("offences")."""

    manner: Manner
    noun: str = ""
    verb: str = ""
    subject: str = ""
    """The empty subject as printed in small letters: "the figure", "it"; "" without one."""
    case: str = ""
    """Whom it is said of, where that opens the clause: "among carers" of "Among carers it was 24%"."""
    joint: int = -1
    """The phrase that the clause stands behind ("that", a colon, "when"), -1 at the beginning of the sentence."""


# Nouns that stand for a number or a time, whatever is counted.
_EMPTY_NOUNS = words_of(
    "figure figures total totals number numbers count level rate percentage proportion share equivalent average year"
    " years quarter quarters month months period periods time point stage comparison contrast outturn result results"
    " position one ones amount"
)
_EMPTY_WITH = words_of(
    "same previous prior preceding last corresponding equivalent comparable overall final current latest annual"
    " quarterly monthly yearly cumulative financial calendar grand combined baseline"
)
_GENERIC = words_of("offences cases incidents crimes reports instances")
"""Nouns that any sort of trouble is counted in."""
_PRONOUNS = words_of("it this that these those they which we")
_EMPTY_VERBS = words_of(
    "is are was were be been being has have had having compare compares compared stand stands stood total totals"
    " totalled number numbered remain remains remained reach reached come comes came equal equals rise rose risen fall"
    " fell fallen increase increased decrease decreased drop dropped go went gone account accounts accounted"
)
_RECORDED = words_of("recorded reported seen logged received registered made")


def leaning(sentence: Sentence, at: int) -> Leaning | None:
    """How the number in the noun phrase ``at`` leans on what was told before its clause, None where it does not."""
    phrase = sentence.phrases[at]
    if phrase.number < 0:
        return None
    noun, end = " ".join(word.low for word in sentence.words[phrase.number + 1 : phrase.last + 1]), at
    if not noun and sentence.sort(at + 1) == "noun" and sentence.said(at + 1, at + 1).lower().startswith("such "):
        # "39 such offences"
        noun, end = sentence.said(at + 1, at + 1).lower().removeprefix("such "), at + 1
    verb = at + 1
    if not noun and sentence.sort(verb) == "verb" and sentence.phrases[verb].finite and sentence.phrases[verb].passive:
        opens = at - 1
        while sentence.sort(opens) == "gap":
            opens -= 1
        if sentence.sort(opens) in ("", "mark", "subordinator", "coordinator"):
            return Leaning("subject", "", sentence.low(verb), joint=opens)
    if (noun and noun not in _GENERIC) or not _ends(sentence, end):
        return None
    return _before(sentence, at, noun)


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether nothing behind the number says what it counts."""
    following = at + 1
    sort, low = sentence.sort(following), sentence.low(following)
    if sort == "verb":
        # "there were 88 recorded"
        return low in _RECORDED and _ends(sentence, following)
    if sort == "preposition":
        if sentence.sort(following + 1) == "gap" or (sentence.sort(following + 1) == "relative" and low == "of"):
            return True
        return low in ("in", "for", "during", "over", "at", "on") and _is_empty_noun(sentence, following + 1)
    return sort in ("", "gap", "comma", "mark", "open", "close", "coordinator", "relative", "subordinator")


def _before(sentence: Sentence, at: int, noun: str) -> Leaning | None:
    """What leads to the number, back to the beginning of its clause."""
    there, verb, subject, position = False, "", "", at - 1
    while position >= 0:
        sort, low = sentence.sort(position), sentence.low(position)
        if sort in ("mark", "subordinator", "relative"):
            break
        if sort == "noun" and sentence.phrases[position].number >= 0:
            # another number: what stands between is all that is this one's
            break
        if sort in ("coordinator", "comma") and verb:
            break
        if sort == "there":
            there = True
        elif sort == "verb":
            if verb:
                return None
            verb = low
        elif sort == "noun":
            if subject and subject != "there" and verb in BE and (case := _case(sentence, position)):
                return Leaning("figure", noun, verb, subject, case)
            if subject and verb in BE and low in _SAME_GROUP and sentence.low(position - 1) in ("in", "for"):
                return Leaning("figure", noun, verb, subject)
            if low not in _PRONOUNS and not _is_empty_noun(sentence, position):
                return _handled(sentence, at, noun, verb, position)
            if verb and not subject:
                subject = sentence.said(position, position).lower()
        elif sort == "preposition":
            if low not in _LEADS:
                return None
        elif sort not in ("gap", "adverb", "comma", "coordinator", "open", "close"):
            return None
        position -= 1
    if all(sentence.sort(n) in ("gap", "comma", "adverb") for n in range(position + 1)):
        # "Two years earlier, in the year to March, there had been 88": only times open the sentence
        position = -1
    if there:
        return Leaning("there", noun, verb, joint=position) if verb in _EMPTY_VERBS else None
    if not verb:
        return Leaning("fragment", noun, subject=subject, joint=position)
    if verb in _EMPTY_VERBS:
        return Leaning("figure", noun, verb, subject, joint=position) if subject else None
    before = position
    while sentence.sort(before) in ("coordinator", "comma"):
        before -= 1
    if sentence.sort(before) == "noun" and not subject:
        # "… and closed 1,205"
        return Leaning("handled", noun, verb, joint=position) if _is_act(sentence, at) else None
    return Leaning("done", noun, verb, subject, joint=position) if subject in _PRONOUNS else None


def _case(sentence: Sentence, at: int) -> str:
    """The phrase led by "among", "for" or "in" that opens the clause and ends with the phrase ``at``, "" for none."""
    for opens in range(at - 1, -1, -1):
        if sentence.sort(opens) in ("mark", "comma"):
            return ""
        before = opens - 1
        while sentence.sort(before) in ("gap", "coordinator"):
            before -= 1
        leads = sentence.low(opens) in ("among", "amongst", "for", "in") and sentence.sort(opens + 1) == "noun"
        if not leads or (sentence.sort(before) not in ("", "mark", "comma") and before == opens - 1):
            continue
        first = opens + 1
        if sentence.noun_end(first) < at or sentence.low(first) in _SAME_GROUP or _is_empty_noun(sentence, first):
            return ""
        end = at + 1 if sentence.low(at + 1) == "only" else at
        return f"{sentence.low(opens)} {sentence.said(first, end)}"
    return ""


_SAME_GROUP = words_of("cohort group sample survey")
"""Those of whom it was told before: "In the cohort of the year before it was 34%"."""


def _handled(sentence: Sentence, at: int, noun: str, verb: str, subject: int) -> Leaning | None:
    """The leaning of what somebody did right before the number: the subject opens the clause and counts nothing."""
    opens = subject
    while sentence.sort(opens - 1) in ("gap", "comma", "adverb"):
        opens -= 1
    if opens > 0 or not _is_act(sentence, at) or sentence.verb_before(at) != subject + 1:
        return None
    return Leaning("handled", noun, verb, sentence.said(subject, subject).lower())


def _is_act(sentence: Sentence, at: int) -> bool:
    """Whether the word right before the number is a verb of what is done to things: "received", "closed"."""
    verb = sentence.phrases[at - 1] if at else None
    return (
        verb is not None
        and verb.sort == "verb"
        and verb.finite
        and not verb.passive
        and sentence.words[verb.main].kind == "ed"
        and sentence.words[verb.main].low not in _EMPTY_VERBS
    )


# Prepositions that may lead to a time or to the number itself.
_LEADS = words_of("in for during over at to from with against of than on by under until since after before within as")


def _is_empty_noun(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase stands for a number or a time: "the previous year's total", "the" before a time's blank."""
    if sentence.sort(at) != "noun":
        return False
    phrase = sentence.phrases[at]
    words = [w for w in sentence.words[phrase.first : phrase.last + 1] if w.kind not in ("determiner", "adverb")]
    if not words and sentence.sort(at + 1) == "gap":
        return True
    return bool(words) and all(w.low in _EMPTY_NOUNS | _EMPTY_WITH for w in words) and words[-1].low in _EMPTY_NOUNS
