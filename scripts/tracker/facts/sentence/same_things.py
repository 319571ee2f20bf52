"""What a number alone counts by the words of its own sentence: "38 men started and 22 finished", "Parents were asked
and 22 came".

In: the parse of a sentence and the phrase of a number that is the subject of its clause and has no noun. Out: the noun
of the clause before it, with what belongs to it; "" where the sentence tells of no such things before the number.
"""

from __future__ import annotations

import re

from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import BE
from tracker.facts.sentence.printed import printed
from tracker.facts.wording.word_forms import counts_people, is_plural
from tracker.facts.wording.word_lists import words_of

_ANSWERS = words_of("responses replies answers returns")


def same_things(sentence: Sentence, at: int, share: bool) -> str:
    """The noun that the number ``at`` counts with the clause before it. A ``share`` is only of people, of answers and
    of what the clause before is about, as "held 12 courses and 83% were satisfied" is of nobody told."""
    apart = False
    for n in range(at - 1, -1, -1):
        if sentence.sort(n) in ("relative", "subordinator"):
            return ""
        apart = apart or sentence.sort(n) == "mark"
        if sentence.sort(n) != "noun":
            continue
        phrase = sentence.phrases[n]
        subject = sentence.verb_of(n) >= 0
        if phrase.number < 0:
            if subject:
                return "" if apart else _plural_subject(sentence, n, at)
            continue
        if phrase.main == phrase.number:
            if subject and sentence.low(n + 1) == "of" and not sentence.points_back(n + 2):
                # "83% of staff had training and 41 had a test"
                return _without_article(printed(sentence, n + 2, sentence.noun_end(n)))
            if subject and sentence.points_back(n + 2):
                return ""
            continue
        if sentence.sort(n - 1) == "preposition":
            continue
        noun = re.sub(r"\s+", " ", " ".join(w.text for w in sentence.words[phrase.number + 1 : phrase.last + 1]))
        there = sentence.sort(n - 2) == "there"
        return noun if not share or there or subject or _answer(noun) else ""
    return ""


def _answer(noun: str) -> bool:
    """Whether a noun counts people or what they answered."""
    head = noun.split()[-1].lower()
    return counts_people(noun, head) or head in _ANSWERS


def _plural_subject(sentence: Sentence, at: int, number: int) -> str:
    """The subject with what belongs to it, where it is of several things, no pronoun, and did or was done what the
    number did: "the police asked for recordings and 930 were supplied" is not of the police."""
    first = sentence.words[sentence.phrases[at].first]
    head = sentence.low(at)
    verb = sentence.verb_of(number)
    acted, done = sentence.phrases[sentence.verb_of(at)].passive, sentence.phrases[verb].passive
    if sentence.low(verb) in BE and sentence.sort(verb + 1) == "noun" and is_plural(sentence.low(verb + 1)):
        # "Boys make up most of the list, and 40 are looked-after children": what they are is said
        return ""
    if first.kind == "pronoun" or not (is_plural(head) or counts_people(head, head)) or (done and not acted):
        return ""
    return _without_article(sentence.said(at, sentence.noun_end(at)))


def _without_article(words: str) -> str:
    return re.sub(r"^(?:(?:the|all|our|its|their|some|most|many)\s)+", "", words, flags=re.I)


def after_another_clause(sentence: Sentence, at: int, told: str) -> bool:
    """Whether a clause of the sentence that tells of other things than those ``told`` before it stands before that of
    the number ``at``: "Parents were asked and 22 came", "The police wanted recordings; 930 were given"."""
    for n in range(at):
        if sentence.sort(n) != "verb" or not sentence.phrases[n].finite:
            continue
        subject = sentence.subject_of(n)
        if subject < 0 or subject >= at or sentence.phrases[subject].number >= 0:
            continue
        first = sentence.words[sentence.phrases[subject].first]
        if first.kind == "pronoun" or sentence.points_back(subject) or first.low in _POINTING:
            continue
        others = [subject] if first.low != "the" else []
        others += [m for m in range(subject, at - 1) if sentence.sort(m) == "noun" and is_plural(sentence.low(m))]
        if any(sentence.phrases[m].number < 0 and not _is_told(sentence, m, told) for m in others):
            return True
    return False


def _is_told(sentence: Sentence, at: int, told: str) -> bool:
    said = sentence.said(at, sentence.noun_end(at)).lower()
    return any(word[:5] in told.lower() for word in re.findall(r"[a-z]{4,}", said))


_POINTING = words_of("this these that those all most some many it they both each none half")
