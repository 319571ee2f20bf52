"""What a sentence says once for several of its numbers: the measure of a pair, the whole that parts are of, an age.

In: a sentence, a number's naming and the one before it. Out: the naming with what the sentence says: "rose from 48% to
53%" is one measure twice; in "Of the victims helped, 84 were women" the women are of the victims, whatever the sentence
before counted; "knife crime with injury (under 25s)" is not all of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.measure_words import counted_noun
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital

_TO = re.compile(r"\s+(?:(?:[a-z]+|\()\s+|[a-z]+\)\s+){0,4}to\s(?:just\s|about\s|over\s|around\s|almost\s|nearly\s)?")
_FROM = re.compile(r"\bfrom\s(?:just\s|about\s|over\s|around\s|a\s(?:low|high|total)\sof\s)?$")
_WHOLE = re.compile(
    r"\W*Of\s(?:the|all(?:\sthe)?)\s((?!\d)[a-z][\w'’-]*(?:\s[\w'’-]+){0,4}?),\s(?=\S*\d|\w+\s(?:were|was|had)\b)"
)
_AGE = re.compile(
    r"\s\((?P<age>(?:aged\s|ages\s)?(?:under|over|below)[\s-]?\d{1,2}s?|(?:aged\s|ages\s)\d{1,2}(?:\s?(?:[-–]|to|and)\s?\w+)?"
    r"|\d{1,2}\s?[-–]\s?\d{1,2}(?:\s?(?:years|yrs|year olds?))?|\d{1,2}\+)\)",
    re.IGNORECASE,
)


def second_of_pair(sentence: str, before: Mention, mention: Mention, naming: Naming, said: Naming) -> Naming:
    """The naming of the second number of "from A to B": that of the first, where both are of one sort."""
    pair = _FROM.search(sentence[: before.start]) and _TO.fullmatch(sentence[before.end : mention.start])
    if not pair or (said.unit == "%") != (naming.unit == "%") or said.measure != naming.measure:
        return naming
    if any(key == "measure" for key, _ in naming.breakdown):
        # "to raise it from 12% to 30%": the second is a target
        return replace(naming, title=said.title)
    kept = tuple(part for part in said.breakdown if part != ("group", "before"))
    return replace(said, breakdown=kept, same=True)


def of_whole(sentence: str, naming: Naming) -> Naming:
    """The naming of a part with the whole that its sentence opens with, where the whole is something else."""
    whole = _WHOLE.match(sentence)
    if whole is None or not naming.breakdown or naming.unit == "%":
        return naming
    noun = counted_noun(whole[1])
    if not noun or noun == naming.unit:
        return naming
    owner, colon, _ = naming.title.rpartition(": ")
    return replace(naming, title=f"{owner}{colon}{whole[1] if colon else capital(whole[1])}", unit=noun)


def with_age(sentence: str, naming: Naming) -> Naming:
    """The naming with the age that stands in brackets behind its name."""
    if not _AGE.search(sentence):
        return naming
    name = naming.title.rpartition(": ")[2]
    told = re.search(re.escape(name) + _AGE.pattern, sentence, re.IGNORECASE)
    if told is None or any(key == "age" for key, _ in naming.breakdown):
        return naming
    return replace(naming, breakdown=(*naming.breakdown, ("age", told["age"])))


def of_the_person(naming: Naming) -> Naming:
    """ "Theft from the person" counts thefts and not persons."""
    if naming.unit != "person" or not re.search(r"\bthe person$", naming.title, re.IGNORECASE):
        return naming
    return replace(naming, unit=counted_noun(naming.title))
