"""Names of numbers that share their noun with another number of the clause: "opened 486 cases and closed 471",
"Fourteen of the 17 recommendations have been completed".

In: a ``Number``. Out: each rule's answer: the noun from the one number, what was done or said from the other.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_alone import counted_before
from tracker.facts.figures.naming_composed import composed, participle_of
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.figures.spoken_of import announced
from tracker.facts.figures.title_sense import LONGEST_TITLE
from tracker.facts.sentence.clauses import Sentence, parse
from tracker.facts.sentence.counting import Counting, counting, predicate
from tracker.facts.sentence.lexicon import BE, MODALS
from tracker.facts.wording.phrase_before import subject_of
from tracker.facts.wording.word_forms import capital, counts_people, in_line, is_plural
from tracker.facts.wording.word_lists import ABSTRACT, UNCOUNTED, words_of


def done_otherwise(number: Number) -> Answer:
    """ "The team opened 486 cases and closed 471": the same things, with what the second verb says was done."""
    sentence, thread = number.thread.sentence, number.thread
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or not number.at or thread.planned or not _is_alone(sentence, at):
        return None
    verb = at - 1
    joined = sentence.sort(verb) == "verb" and sentence.sort(verb - 1) in ("coordinator", "comma")
    model = counted_before(sentence, at)
    if (
        not joined
        or sentence.phrases[verb].passive
        or sentence.sort(at + 1) not in ("", "mark", "gap", "comma", "coordinator")
    ):
        return None
    if model is None or model.role != "object" or model.passive or model.preposition:
        return None
    unit = model.noun.split()[-1].lower()
    # what was closed need not be new
    noun = re.sub(r"^(?:new|further|additional|more|other)\s", "", model.noun)
    own = Counting("object", noun, verb=sentence.said(verb, verb))
    done = participle_of(own, counts_people(model.noun, unit))
    if not done or done == participle_of(model, False) or not is_plural(unit):
        return None
    return Naming(titled(capital(f"{noun} {done}"), thread), unit, "count", counted=True)


def _is_alone(sentence: Sentence, at: int) -> bool:
    return at >= 0 and sentence.phrases[at].number >= 0 and sentence.phrases[at].main == sentence.phrases[at].number


_OF_THE = r"\s(?:out\s)?of\s(?:(?:the|our|its|their|her|his|all)\s)*"
# How many areas do a thing is told of the region, how many months or meetings there were of nothing that was done.
_NO_WHOLE = (ABSTRACT | UNCOUNTED | words_of("boroughs authorities forces districts areas meetings people")) - {
    "recommendations"
}


def part_of_so_many(number: Number) -> Answer:
    """ "61 of 88 clubs had replied": the part under the noun and the verb of its whole, the whole under its noun."""
    sentence, all_, at, text = number.thread.sentence, number.all_, number.at, number.text
    if sentence is None or number.target or number.thread.planned:
        return None
    if at + 1 < len(all_) and re.fullmatch(_OF_THE, text[number.mention.end : all_[at + 1].start]):
        told = _said_of_whole(sentence, sentence.at(all_[at + 1].start))
        if told is None:
            return None
        unit = told.noun.split()[-1].lower()
        name = composed(told, counts_people(told.noun, unit), LONGEST_TITLE - 2 - len(number.thread.service))
        return Naming(titled(capital(name), number.thread), unit, "count", counted=True)
    if at and re.fullmatch(_OF_THE, text[all_[at - 1].end : number.mention.start]):
        told = _said_of_whole(sentence, sentence.at(number.mention.start))
        if told is None:
            return None
        name = titled(capital(" ".join([told.noun, *told.post])), number.thread)
        number.thread.names["all"] = name
        return Naming(name, told.noun.split()[-1].lower(), "count", stock=True)
    return None


def _said_of_whole(sentence: Sentence, at: int) -> Counting | None:
    """What the clause says of "the 17 recommendations" behind "fourteen of", None where it says nothing of a past."""
    counted = counting(sentence, at) if at >= 2 else None
    if counted is None or counted.role != "aside" or sentence.sort(at - 2) != "noun":
        return None
    unit = counted.noun.split()[-1].lower()
    if not is_plural(unit) or (unit in _NO_WHOLE) or (unit == "councils" and " " not in counted.noun):
        return None
    verb = counted.last + 1
    while sentence.sort(verb) in ("gap", "adverb", "comma"):
        verb += 1
    if sentence.sort(verb) != "verb" or not sentence.phrases[verb].finite:
        return None
    words = sentence.said(verb, verb).lower().split()
    said = predicate(sentence, verb, sentence.predicate_end(verb))
    if not said or set(words) & MODALS or "not" in words or (said[0].lower() in BE and len(said) == 1):
        return None
    return replace(
        counted, role="subject", verb=sentence.said(verb, verb), passive=sentence.phrases[verb].passive, said=said
    )


_MAKES_UP = re.compile(
    r"\b(?:accounted\sfor|made\sup|comprised|represented"
    # "Begging was the reason for 129 of the notices"
    r"|(?:was|were)\sthe\s(?:[a-z]+\s)?(?:reason|cause|motive|grounds?|subject)s?\s(?:for|of|in|behind))"
    r"\s(?:just\s|only\s|about\s|around\s|over\s|nearly\s)?$"
)


def owner_of_part(number: Number) -> Answer:
    """ "Male victims accounted for 18 of the cases": the subject is the part of those counted before."""
    thread = number.thread
    of = re.match(r"\sof\s(?:the|these|those|all)\s([a-z]+s)\b(?!\s[a-z]+s\b)", number.after)
    made = _MAKES_UP.search(number.before)
    if of is None or made is None or not thread.base:
        return None
    # "The panel heard 287 cases involving 364 children": the cases stay the whole, whoever was counted after them
    whole = thread.base if thread.unit == of[1] else thread.names.get("crimes", "")
    if of[1] not in whole.lower().split():
        return None
    words = (
        subject_of(number.text, number.mention.start)
        or re.split(r"[,;:.]\s", number.before[: made.start()])[-1].strip()
    )
    if not words or len(words.split()) > 6 or re.match(r"(?:it|this|these|they|those|which)\b|.*\d", words, re.I):
        return None
    return Naming(whole, of[1], "count", (("group", in_line(words)),))


_POPULATION = re.compile(
    r"\b((?:(?:adult|resident|working-age|student|older|young)\s)?population)(?:\sestimates?)?\s"
    r"(?:of|was|is|stood at|stands at)\s"
    r"(?:(?:about|around|over|just|under|nearly|some|approximately|more than|almost)\s)*$"
)
_PLACE_OF = re.compile(
    r"\b(?:is|as) (?:an?|the) (?:[a-z-]+ ){0,3}(?:city|town|borough|county|district|island) of (?:[a-z]+ ){0,2}$"
)
_SMALLEST_PLACE = 1000
"""Residents below which a population is that of a group, not of a board's place."""


def population(number: Number) -> Answer:
    """ "The borough has a population of 214,600": how many live there, where no noun follows the number."""
    if number.mention.in_words or float(number.mention.value) < _SMALLEST_PLACE:
        return None
    if _PLACE_OF.search(number.before) and re.match(r"\s(?:people|residents|inhabitants)\b", number.after):
        # "Westford is a city of 156,900 people"
        return Naming("Population", "people", "count", stock=True)
    told = _POPULATION.search(number.before)
    if not told:
        return None
    if not re.match(r"\s*(?:[.,;()]|$|\s\s|(?:at|in|as|according|and|with|by|from|across)\b)", number.after):
        return None
    return Naming(capital(told[1]), "people", "count", stock=True)


def opened_bracket(number: Number) -> Answer:
    """ "Residential burglary remains a concern (318 offences; 2019/20: 521)": what the sentence speaks of, counted in
    brackets."""
    told = re.match(r"\s?(?:offences|crimes|incidents|cases|reports)?\s*[;,)]", number.after)
    lead = re.fullmatch(r"([^();:]+?)\s\(\s*", number.before)
    if number.at or number.mention.in_words or not told or not lead or number.thread.planned:
        return None
    spoken_of = announced(parse(lead[1]))
    return replace(spoken_of, title=titled(spoken_of.title, number.thread)) if spoken_of else None
