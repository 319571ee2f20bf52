"""Names from what was done to the counted: "Tags were fitted to 17 offenders", "40 homes were visited and 12 fitted".

In: a ``Number`` whose sentence is parsed. Out: the naming with what the clause says was done, None for other numbers.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.figures.title_sense import LONGEST_SHOWN, LONGEST_TITLE
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import BE, MODALS
from tracker.facts.wording.word_forms import capital, counts_people, is_plural
from tracker.facts.wording.word_lists import ABSTRACT, PEOPLE, POINTERS, words_of

_LED_BY = words_of("to with for from in at")


def done_to(number: Number) -> Answer:
    """ "Tags were fitted to 17 offenders" → "Offenders to whom tags were fitted"; "Workshops were attended by 43 foster
    carers" → "Foster carers who attended workshops"."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or counted.role != "object" or not counted.passive:
        return None
    verb = counted.verb.lower().split()
    done = bool(set(verb) & {"was", "were", "been"})
    if set(verb) & MODALS or "not" in verb or (thread.planned and not done) or number.target or number.mention.times:
        return None
    if verb[-1].endswith("ing"):
        # "was delayed owing to two court cases"
        return None
    at = sentence.at(number.mention.start)
    if sentence.sort(at - 1) != "preposition" or not is_plural(counted.noun.split()[-1].strip(")")):
        return None
    subject = _subject(sentence, at)
    if not subject:
        return None
    unit = counted.noun.split()[-1].lower()
    people = counts_people(counted.noun, unit)
    noun = counted.noun
    if sentence.low(at + 1) == "and" and sentence.sort(at + 2) == "noun" and sentence.phrases[at + 2].number < 0:
        # "389 young people and parents"
        alone = sentence.sort(at + 3) in ("", "mark", "gap", "comma") and is_plural(sentence.low(at + 2))
        noun = f"{noun} and {sentence.said(at + 2, at + 2)}" if alone else noun
    main = [word for word in verb if word not in BE and word not in ("has", "have", "had")]
    if len(subject.split()) > 1 and " ".join(main) in _GIVEN and people:
        # "Prevent training was delivered to 1,036 staff": the activity leads, as it does elsewhere
        name = f"{capital(subject)}: {noun}"
    elif counted.preposition == "by":
        if not people or " ".join(main) not in _DONE_BY_PEOPLE:
            return None
        name = f"{noun} who {' '.join(main)} {subject}"
    elif counted.preposition in _LED_BY:
        which = "whom" if people else "which"
        name = f"{noun} {counted.preposition} {which} {subject} {_told_simply(verb, subject)}"
    else:
        return None
    name = capital(re.sub(r"\s+", " ", name))
    led = titled(name, thread) if thread.service and ": " not in name else name
    name = led if len(led) <= LONGEST_TITLE else name
    return Naming(name, unit, "count", counted=True) if len(name) <= LONGEST_SHOWN else None


def _told_simply(verb: list[str], subject: str) -> str:
    """The passive verb in the simple past: "have been made" → "were made"."""
    main = " ".join(word for word in verb if word not in BE and word not in ("has", "have", "had"))
    many = _are_many(re.split(r"\s(?:of|for|to|in|with|on|by)\s", subject)[0].split()[-1].lower())
    return f"{'were' if many else 'was'} {main}"


def _are_many(low: str) -> bool:
    """Whether a noun takes "were": "training" is counted by boards and is not many."""
    return (low.endswith("s") and is_plural(low)) or (low in PEOPLE and low != "person")


_GIVEN = words_of("delivered provided given offered attended")
_DONE_BY_PEOPLE = words_of("attended completed visited used accessed viewed joined")


def _subject(sentence: Sentence, at: int) -> str:
    """The subject of the clause, or what its "which" stands for; "" where it counts or points to something else."""
    verb = sentence.verb_before(at)
    head = sentence.subject_of(verb) if verb >= 0 else -1
    if head < 0:
        if verb < 1 or sentence.low(verb - 1) != "which":
            return ""
        subject = _antecedent(sentence, verb - 1, verb)
    elif sentence.phrases[head].number >= 0:
        return ""
    else:
        opens = head
        while sentence.low(opens - 1) == "and" and sentence.sort(opens - 2) == "noun" and opens - 2 <= 1:
            # "Speech and language screening was completed"
            opens -= 2
        subject = sentence.said(opens, sentence.noun_end(head))
    words = subject.split()
    if len(words) > 1 and words[0].lower() in ("this", "these"):
        words = words[1:]
    if not words or words[0].lower() in POINTERS or len(words) > 8 or re.search(r"\d", subject):
        return ""
    if words[0].lower() in ("the", "a", "an", "these", "our", "all", "its", "no", "any"):
        words = words[1:]
    if not words or words[-1].lower() in _TOO_LITTLE or {word.lower() for word in words} & ABSTRACT:
        return ""
    named = any(word[:1].isupper() for word in words[1:]) or words[0][1:2].isupper()
    return " ".join(words) if named else f"{words[0][:1].lower()}{' '.join(words)[1:]}"


_TOO_LITTLE = words_of("number total figure case cases police council people team focus aim increase reduction rise")


def _antecedent(sentence: Sentence, relative: int, verb: int) -> str:
    """The noun that "which" stands for: the nearest before it that agrees with its verb, or the subject of the clause
    before; "" where none agrees."""
    one = sentence.words[sentence.phrases[verb].first].low in ("was", "is", "has")
    before = relative - 1
    while before >= 0 and sentence.sort(before) in ("comma", "gap", "adverb"):
        before -= 1
    if sentence.sort(before) == "verb":
        before = sentence.subject_of(before)
    while before >= 0:
        if sentence.sort(before) == "noun":
            if _are_many(sentence.low(before)) != one:
                phrase = sentence.phrases[before]
                first = phrase.number + 1 if phrase.number >= 0 else phrase.first
                return " ".join(word.text for word in sentence.words[first : phrase.last + 1])
        elif sentence.sort(before) not in ("preposition", "coordinator"):
            return ""
        before -= 1
    return ""


def same_verb(number: Number) -> Answer:
    """ "Seven notices had been issued and 31 warnings": the verb of the number before is said of this one too."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or counted.role != "alone" or not number.at or counted.post:
        return None
    at = sentence.at(number.mention.start)
    before = sentence.at(number.all_[number.at - 1].start)
    verb = sentence.verb_of(before) if before >= 0 else -1
    joined = sentence.sort(at - 1) == "coordinator" and verb >= 0 and sentence.predicate_end(verb) == at - 2
    if not joined or not sentence.phrases[verb].passive or sentence.sort(at + 1) not in ("", "mark"):
        return None
    words = sentence.said(verb, verb).lower().split()
    main = words[max(n for n, word in enumerate(words) if word in BE) + 1 :]
    unit = counted.noun.split()[-1].lower()
    if set(words) & MODALS or "not" in words or len(main) != 1 or not is_plural(unit):
        return None
    return Naming(titled(capital(f"{counted.noun} {main[0]}"), thread), unit, "count", counted=True)
