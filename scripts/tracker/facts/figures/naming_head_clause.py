"""Numbers whose measure another clause of the sentence speaks of: "Burglary was down again: 231 homes, against 262",
"the biggest change was in shoplifting, which went up from 1,920 offences to 2,486".

In: a ``Number``. Out: the naming of what the clause before the colon, or the noun before "which", speaks of; None where
that is nothing counted and no name of a service, or where the number's own words say what it counts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_alone import MOVED
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.figures.spoken_of import announced, measure_named
from tracker.facts.sentence.clauses import Sentence, parse
from tracker.facts.sentence.lexicon import MODALS
from tracker.facts.wording.word_forms import capital, is_plural

_OFFENCES = frozenset({"offences", "crimes", "incidents", "cases", "reports"})
_LENGTHS = frozenset({"years", "months", "quarters", "weeks"})
_MOST_NAME = 6
"""Words of a service's name."""


def of_head_clause(number: Number) -> Answer:
    """ "Arson fell sharply: 41 fires", "Vehicle offences are at their lowest: 97 this year": what the clause before
    the colon speaks of."""
    thread, sentence = number.thread, number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or number.mention.sort != "count" or thread.planned or sentence.verb_of(at) >= 0:
        return None
    colon = _colon_before(sentence, at)
    if colon < 1 or any(
        phrase.number >= 0 and sentence.low(n) not in _LENGTHS for n, phrase in enumerate(sentence.phrases[:colon])
    ):
        return None
    verbs = [n for n in range(colon) if sentence.sort(n) == "verb" and sentence.phrases[n].finite]
    counted = thread.counting(number.mention)
    if not verbs or set(sentence.said(verbs[0], verbs[0]).lower().split()) & MODALS:
        return None
    verb = sentence.phrases[verbs[0]]
    if verb.first == verb.main and sentence.words[verb.main].kind == "ed" and sentence.low(verbs[0]) not in MOVED:
        # "Abuse reported to the police, 12 months to May: 512 incidents": a label and no clause
        return None
    if counted and (" " in counted.noun or counted.post or not is_plural(counted.noun)):
        return None
    told = announced(parse(sentence.text[: sentence.words[sentence.phrases[colon].first].start]))
    if counted is None:
        # "The number of fires has fallen each year: 61 in 2031/32, 54 in 2032/33"
        return replace(told, carried=True) if told else None
    unit = counted.noun.lower()
    if told and (unit == told.unit or (unit in _OFFENCES and told.unit in _OFFENCES)):
        return replace(told, unit=unit)
    owner = told.title if told else _service(sentence, verbs[0])
    return Naming(f"{owner}: {unit}", unit, "count", counted=True) if owner else None


def _colon_before(sentence: Sentence, at: int) -> int:
    """The colon behind which only counted things stand up to the phrase ``at``, -1 for none."""
    before = at - 1
    while sentence.sort(before) in ("comma", "coordinator", "adverb", "gap") or (
        sentence.sort(before) == "noun" and sentence.phrases[before].number >= 0
    ):
        before -= 1
    return before if sentence.sort(before) == "mark" and sentence.low(before) == ":" else -1


def _service(sentence: Sentence, verb: int) -> str:
    """The subject of a verb that opens its sentence, where it is a name: "The Ashdown Sanctuary Scheme"."""
    subject = sentence.subject_of(verb)
    if subject != 0:
        return ""
    words = re.sub(r"^(?:The|Our|A|An)\s", "", sentence.said(subject, sentence.noun_end(subject))).split()
    named = len(words) <= _MOST_NAME and sum(word[:1].isupper() for word in words) > 1
    return capital(" ".join(words)) if named else ""


def of_antecedent(number: Number) -> Answer:
    """ "The biggest change was in shoplifting, which went up from 1,920 offences to 2,486": of the noun before "which",
    where that is said to have moved."""
    thread, sentence = number.thread, number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or number.mention.sort != "count" or thread.planned:
        return None
    which = at - 1
    while which > 1 and sentence.sort(which) not in ("mark", "comma", "coordinator", "relative", "subordinator"):
        which -= 1
    if sentence.low(which) != "which" or sentence.sort(which - 1) != "comma" or sentence.sort(which - 2) != "noun":
        return None
    verb = sentence.phrases[which + 1]
    if sentence.sort(which + 1) != "verb" or sentence.words[verb.first].low not in MOVED or verb.passive:
        return None
    told = measure_named(sentence, which - 2)
    counted = thread.counting(number.mention)
    if told is None or (counted and counted.noun.lower() not in _OFFENCES | {told.unit}):
        return None
    return replace(told, title=titled(told.title, thread), unit=counted.noun.lower() if counted else told.unit)
