"""Clauses that say in full what a later one leaves out, and such a later clause filled in from its model.

In: the parse of a sentence and the phrase of a number, or the joint before a clause that leaves something out. Out: the
phrase of the model's number, its verb, the words that go with it; a ``Restored`` clause. Which gap is filled with which
words is decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.sentence.clauses import Sentence

BREAKS = ("comma", "coordinator", "mark")
"""What parts clauses that share words."""


@dataclass(frozen=True)
class Restored:
    """A clause in full. ``text[start:end]`` is its number; ``model`` is the phrase of the number it is modelled on, -1
    where several share one clause ("had 12 and 9 respectively")."""

    text: str
    start: int
    end: int
    model: int


def ends_alone(sentence: Sentence, at: int) -> bool:
    """Whether a noun without a number is all that stands between two joints: "for opiates and | alcohol |, …"."""
    return (
        sentence.sort(at) == "noun"
        and sentence.phrases[at].number < 0
        and sentence.sort(at + 1) in ("", "gap", *BREAKS)
    )


def has_verb(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.sort(n) in ("verb", "there", "relative", "subordinator") for n in range(first, last + 1))


def is_gerund(sentence: Sentence, at: int) -> bool:
    """Whether a verb in -ing opens a phrase as a noun does: "and | parking on the grass | for 34"."""
    return sentence.sort(at) == "verb" and not sentence.phrases[at].finite and sentence.low(at).endswith("ing")


def is_one_number(sentence: Sentence, first: int, last: int) -> bool:
    return sum(p.number >= 0 for p in sentence.phrases[first : last + 1]) == 1


def own_noun(sentence: Sentence, at: int) -> str:
    phrase = sentence.phrases[at]
    return " ".join(word.text for word in sentence.words[phrase.number + 1 : phrase.last + 1])


def model_of(sentence: Sentence, joint: int) -> int:
    """The number of the full clause before; between it and the joint stand only clauses that leave out the same."""
    at = joint
    while at > 0:
        while at > 0 and sentence.sort(at) in (*BREAKS, "gap"):
            if sentence.sort(at) == "mark" and sentence.low(at) not in (";",):
                return -1
            at -= 1
        at = _before_share(sentence, at)
        if sentence.sort(at) in ("open", "close"):
            return -1
        first = at
        while first > 0 and sentence.sort(first - 1) not in BREAKS:
            first -= 1
        numbers = [n for n in range(first, at + 1) if sentence.phrases[n].number >= 0]
        if has_verb(sentence, first, at):
            finite = [n for n in range(first, at + 1) if sentence.sort(n) == "verb" and sentence.phrases[n].finite]
            return numbers[0] if len(finite) == 1 and numbers else -1
        if len(numbers) != 1 and not (
            not numbers and ends_alone(sentence, first) and sentence.low(first - 1) in ("and", "or")
        ):
            return -1
        at = first - 1
    return -1


def _before_share(sentence: Sentence, at: int) -> int:
    """The phrase before a bracket that holds one number alone and closes at ``at``: "in 157 cases (32%)"."""
    alone = sentence.sort(at) == "close" and sentence.sort(at - 1) == "noun" and sentence.sort(at - 2) == "open"
    return at - 3 if alone and sentence.phrases[at - 1].number >= 0 else at


def verb_of_model(sentence: Sentence, model: int) -> int:
    """The verb before the model's number, -1 for none in its clause."""
    at = model - 1
    while at >= 0 and sentence.sort(at) not in BREAKS:
        if sentence.sort(at) == "verb" and sentence.phrases[at].finite:
            return at
        at -= 1
    return -1


def clause_end(sentence: Sentence, model: int) -> int:
    end = model
    while end + 1 < len(sentence.phrases) and sentence.sort(end + 1) not in (*BREAKS, "gap"):
        end += 1
    return end


def said_after(sentence: Sentence, model: int) -> str:
    """The noun of the model's number and what follows it."""
    return f"{own_noun(sentence, model)} {sentence.said(model + 1, clause_end(sentence, model))}".strip()


def in_full(sentence: Sentence, at: int, model: int, lead: str, tail: str) -> Restored:
    number = sentence.words[sentence.phrases[at].number]
    lead = re.sub(r"\s+", " ", lead).strip()
    begin = len(lead) + 1 if lead else 0
    text = f"{lead} {number.text} {tail}".strip()
    text = re.sub(r"\s+", " ", text)
    return Restored(text, begin, begin + len(number.text), model)
