"""Signs that a figure's own sentence counts or shares out something else than its name says, by the parse.

In: a sentence with its parse, one of its numbers and the naming that would be shown. Out: whether the words that the
number hangs on make it a figure of others: the things of so many ("partners of 40 of these"), the subject of another
clause ("and reserves fell to £11.8m"), an amount for each one, money for what a later clause tells.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.mentions import Mention

_FOR_EACH = re.compile(r"\s(?:for each|for every|per|each|a head)\b(?!\s(?:year|month|week|quarter|annum)\b)")
_EACH_SAID = re.compile(r"\b(?:per|each|every|average)\b", re.I)


def counts_another(sentence: Sentence, mention: Mention, naming: Naming) -> bool:
    """Whether the number counts or shares out something else than the naming says."""
    at = sentence.at(mention.start)
    said = " ".join([naming.title, naming.unit, *(value for _, value in naming.breakdown)]).lower()
    others = (_owner(sentence, at), _mover(sentence, at), _antecedent(sentence, at)) if at >= 0 else ()
    if any(not _is_said(sentence, other, said) for other in others):
        return True
    if naming.measure == "money" and _for_what_comes_later(sentence.text, mention, naming.title):
        return True
    each = naming.measure == "money" and _FOR_EACH.match(sentence.text, mention.end)
    return bool(each) and _EACH_SAID.search(f"{said} {sentence.text[: mention.start]}") is None


def _is_said(sentence: Sentence, at: int, said: str) -> bool:
    """Whether the name has the main word of the noun phrase ``at``, if there is one."""
    return at < 0 or sentence.low(at).rstrip("s") in said


def _owner(sentence: Sentence, at: int) -> int:
    """The things that so many are told to have, -1 for none: "partners" of "Partners of 40 of these …"."""
    hangs = sentence.low(at - 1) == "of" and sentence.sort(at - 2) == "noun" and sentence.low(at + 1) == "of"
    return at - 2 if hangs and sentence.phrases[at - 2].number < 0 and sentence.low(at - 2).endswith("s") else -1


def _mover(sentence: Sentence, at: int) -> int:
    """The subject of the later clause that moves to the number, -1 for none: "reserves" of "and reserves fell to …"."""
    verb = at - 2
    if sentence.low(at - 1) not in ("to", "at", "by") or sentence.sort(verb) != "verb":
        return -1
    if not sentence.phrases[verb].finite or sentence.phrases[verb].passive:
        return -1
    subject = sentence.subject_of(verb, shared=False)
    return subject if subject > 0 and sentence.sort(subject - 1) == "coordinator" else -1


def _antecedent(sentence: Sentence, at: int) -> int:
    """What "which" stands for, -1 for none: "flats" of "in 80 flats, 17 of which were sent on"."""
    leads = sentence.low(at + 1) == "of" and sentence.low(at + 2) in ("which", "whom")
    counted = leads and sentence.low(at - 1) == "," and at > 1 and sentence.phrases[at - 2].number >= 0
    return at - 2 if counted and sentence.phrases[at - 2].number != sentence.phrases[at - 2].main else -1


def _for_what_comes_later(sentence: str, mention: Mention, title: str) -> bool:
    """Whether "for X" in the title of an amount is told only behind a comma: the next of several things done."""
    purpose = re.search(r"\b(?:for|from)\s.+$", title.rpartition(": ")[2])
    at = sentence.find(purpose.group(), mention.end) if purpose else -1
    if at <= 0 or not re.search(r"[a-z]", sentence[mention.end : at]):
        return False
    return re.search(r",\s|\d|\sand\s[a-z]+\s(?:the|a|an|our)\s", sentence[mention.end : at]) is not None
