"""Signs that a figure's own sentence counts or shares out something else than its name says.

In: the sentence, one of its numbers and the naming that would be shown. Out: whether the words right before or behind
the number make it a figure of others: a share of those told in this sentence under the name of what another sentence
counted, the things of so many ("partners of 40 of these"), an amount for each one, money for what a later clause tells.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.mentions import Mention

# "two-thirds of those who left the service felt safer and 9% were still at risk": of those who left, too
_OF_THOSE_HERE = re.compile(r"\b(?:of|among)\s(?:those|the\s[a-z]+)\s(?:who|that)\s")
# "and of those who had, 58% said": who had what stands in the clause before.
_OF_THOSE_WHO_DID = re.compile(r"\bof those who (?:had|have|did|do|were|are|was)(?: not)?,?\s$", re.I)
# "Partners of 40 of these were interviewed": so many partners, not so many of these.
_THINGS_OF = re.compile(
    r"(?:^|[.;]\s)\W*(?!(?:All|Out|Cases|Details|Each|Most|None|Records|Totals?|Numbers)\s)[A-Z][a-z]+s\sof\s(?:the\s)?$"
)
_FOR_EACH = re.compile(r"\s(?:for each|for every|per|each|a head)\b(?!\s(?:year|month|week|quarter|annum)\b)")
# "Rural residents (58%) are less confident": in what they are so many, the name does not say.
_LESS_OR_MORE = re.compile(r"\s?\)\s(?:is|are|was|were)\s(?:much\s|slightly\s|far\s|the\s)?(?:less|more|least|most)\b")
_COUNTED_HERE = re.compile(
    r"\b\d[\d,]*\s(?:(?!were\b|was\b|are\b|is\b|had\b|have\b|of\b|in\b|to\b)[a-z]+\s){0,2}?"
    r"(?!was\b|has\b|is\b)([a-z]+s)\s(?!were\b)"
)
_SHARE_OF = re.compile(r"(?:%|\bper cent)\sof\s(?:the\s|all\s)?$")
_IS_SO = re.compile(r"\s(?:were|was|felt|said|agreed|had)\s")
# "In 23 of the fires there was no working alarm": no count of none.
_IN_SO_MANY = re.compile(r"\b[Ii]n\s[\w,]+\sof\b")
_OF_WHICH = re.compile(r"\b(?!(?:month|week|year|day|hour|time)s\b)([a-z]+s),\s(?:(?:and|only|about|over|some)\s)*$")
# "reserves fell to £11.8m": not what was told of before the comma.
_OWN_SUBJECT = re.compile(
    r"(?:,|;)\s(?:and\s|while\s|but\s)?(?:the\s|our\s)?(?:[a-z]+\s)?([a-z]+)\s(?:fell|rose|went|stood|was|were|came|dropped|grew"
    r"|increased|decreased|reduced)(?:\s(?:to|at|by|down|up))*\s$"
)
# "Under the new order 41 people were moved on": the name has to say under what.
_UNDER = re.compile(
    r"^\W*(?:Under|Through|As part of)\s(?:the|our|its)\s([\w\s'’-]+?)\s(?:a total of\s|some\s|about\s|over\s)?$"
)
_SHORT_WORD = 3
"""Letters: shorter words of a scheme's name ("the", "of") name nothing."""


def counts_another(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether the number counts or shares out something else than the naming says."""
    before = sentence[: mention.start]
    owner, colon, rest = naming.title.rpartition(": ")
    away = bool(colon) and owner.lower() not in sentence.lower()
    if naming.measure == "share":
        if _LESS_OR_MORE.match(sentence, mention.end):
            return True
        return _OF_THOSE_WHO_DID.search(before) is not None or (away and _OF_THOSE_HERE.search(before) is not None)
    if _SHARE_OF.search(before) and naming.measure == "count" and _IS_SO.search(rest):
        # "94% of 318 people who answered were content": so many answered
        return True
    if sentence[mention.start : mention.end].lower() == "no" and _IN_SO_MANY.search(before):
        return True
    if _per_what_is_not_said(sentence, mention, naming) or _of_other_things(sentence, mention, naming):
        return True
    if naming.measure == "money":
        each = _FOR_EACH.match(sentence, mention.end)
        said = "per" in naming.unit or re.search(r"\baverage\b", f"{naming.title} {before}", re.I)
        return (
            (each is not None and not said)
            or _of_own_subject(before, rest)
            or _for_what_comes_later(sentence, mention, rest)
        )
    if naming.measure == "rate":
        # "Our rate is 45 cases for every 10,000 women" under a heading: of which cases, the text before tells
        return away and rest.lower() == "cases"
    return _THINGS_OF.search(before) is not None or _of_a_scheme(before, naming)


def _of_a_scheme(before: str, naming: Naming) -> bool:
    """Whether the sentence opens by telling under what order or scheme so many were counted, and the name does not."""
    under = _UNDER.match(before)
    if under is None or naming.breakdown:
        return False
    return not any(word.lower() in naming.title.lower() for word in under[1].split() if len(word) > _SHORT_WORD)


def _per_what_is_not_said(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether a total has the name of the average beside it: "271 a month and 14% more than in 2031/32 (2,854)"."""
    if "(average per " not in naming.title:
        return False
    near = sentence[max(0, mention.start - 40) : mention.end + 20]
    return (
        re.search(r"\baverag|\b(?:a|per|each|every)\s(?:year|month|week|day|quarter)\b|\bmonthly|\bweekly", near)
        is None
    )


def _of_other_things(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether a part is of the things told right before it, and its name is of others: "found in 74 homes, seven of
    which …" under the name of the visits."""
    before = sentence[: mention.start]
    parted = any(key == "group" for key, _ in naming.breakdown)
    counted = _COUNTED_HERE.findall(before)
    bare = not re.match(r"\s?(?:of\b|%|\))", sentence[mention.end :]) and not before.endswith("(")
    if parted and bare and counted and naming.unit.rstrip("s") not in sentence.lower():
        # "tests at 14 hotels found that ten sold a room" under the name of those sentenced before
        return counted[-1].rstrip("s") not in naming.title.lower()
    things = _OF_WHICH.search(before)
    if things is None or not re.match(r"\s(?:of\swhich|of\swhom)\b", sentence[mention.end :]):
        return False
    return parted and naming.unit != things[1] and things[1] not in naming.title.lower()


def _of_own_subject(before: str, rest: str) -> bool:
    """Whether an amount is told of a subject of its own that its name does not take up."""
    own = _OWN_SUBJECT.search(before)
    return own is not None and own[1].rstrip("s") not in rest.lower()


def _for_what_comes_later(sentence: str, mention: Mention, rest: str) -> bool:
    """Whether "for X" in the title of an amount is told only behind a comma: the next of several things done."""
    purpose = re.search(r"\b(?:for|from)\s.+$", rest)
    at = sentence.find(purpose.group(), mention.end) if purpose else -1
    if at <= 0 or not re.search(r"[a-z]", sentence[mention.end : at]):
        return False
    return re.search(r",\s|\d|\sand\s[a-z]+\s(?:the|a|an|our)\s", sentence[mention.end : at]) is not None
