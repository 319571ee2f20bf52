"""What a number of a sentence counts: its noun, what belongs to the noun, what is said of it, who did it.

In: a ``Sentence`` and the phrase of a number. Out: a ``Counting``: words as printed, in pieces that can be left off one
by one without cutting a phrase in two. What name a figure gets is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.word_lists import words_of

Role = Literal["subject", "object", "there", "complement", "aside", "alone"]
"""``aside``: behind a preposition ("with 318 arrests"); ``alone``: in a line or list without a verb."""


@dataclass(frozen=True)
class Counting:
    """``noun`` is what is counted, without number and article, ``post`` what belongs to it, piece by piece."""

    role: Role
    noun: str
    post: tuple[str, ...] = ()
    verb: str = ""
    """The verb group of the clause, as printed: "were visited", "carried out"."""
    passive: bool = False
    said: tuple[str, ...] = ()
    """For a subject: the verb with its object, then the pieces that follow."""
    subject: str = ""
    """For an object or complement: the clause's subject with all that belongs to it."""
    preposition: str = ""
    last: int = -1
    """The last phrase of the noun with its pieces."""


def counting(sentence: Sentence, at: int) -> Counting | None:
    """What the number in the noun phrase ``at`` counts, None when it has no noun there."""
    phrase = sentence.phrases[at]
    if phrase.number < 0 or phrase.main == phrase.number:
        return None
    noun = _words(sentence, phrase.number + 1, phrase.last).removeprefix("further ")
    end = sentence.noun_end(at)
    post = pieces(sentence, at + 1, end)
    verb = sentence.verb_of(at)
    if verb >= 0:
        last = sentence.predicate_end(verb)
        return Counting(
            "subject",
            noun,
            post,
            sentence.said(verb, verb),
            sentence.phrases[verb].passive,
            said=predicate(sentence, verb, last),
            last=end,
        )
    head = joined_to(sentence, at)
    governor = sentence.verb_before(head)
    before = sentence.sort(at - 1)
    if governor >= 0:
        found = sentence.phrases[governor]
        if not found.finite and sentence.words[found.main].kind == "ed":
            # "perpetrators linked to 57 victims": nothing is done to the victims
            return Counting("aside", noun, post, last=end)
        be = sentence.words[found.main].kind == "be"
        there = be and sentence.sort(governor - 1) == "there"
        subject = sentence.subject_of(governor)
        return Counting(
            "there" if there else "complement" if be else "object",
            noun,
            post,
            sentence.said(governor, governor),
            found.passive,
            subject=sentence.said(subject, sentence.noun_end(subject)) if subject >= 0 else "",
            preposition=sentence.low(head - 1) if sentence.sort(head - 1) == "preposition" else "",
            last=end,
        )
    if before == "preposition":
        return Counting("aside", noun, post, preposition=sentence.low(at - 1), last=end)
    return Counting("alone", noun, post, last=end)


def joined_to(sentence: Sentence, at: int) -> int:
    """The first of the noun phrases that "and" or commas join to this one: "38 women | and | 26 children"."""
    while at > 1:
        before = at - 1
        while sentence.sort(before) in ("coordinator", "comma"):
            before -= 1
        if before == at - 1 or sentence.sort(before) != "noun":
            return at
        before = _before_aside(sentence, before) if before < at - 2 else before
        head = sentence.head_of(before)
        one = sentence.low_of_first(head) in ("a", "an") and sentence.low(at - 1) == "and"
        if one and sentence.phrases[head].number < 0:
            # "a sergeant and four constables"
            return head
        if sentence.phrases[head].number < 0 or sentence.low(head) in ("times", "occasions"):
            return at
        at = head
    return at


def _before_aside(sentence: Sentence, last: int) -> int:
    """The noun before an aside of a relative clause that ends at ``last``: "34 staff, | four of whom are seconded by
    partners, | and 29 volunteers"; ``last`` itself where none stands there."""
    opening = next((n for n in range(last, -1, -1) if sentence.sort(n) in ("comma", "mark")), -1)
    inside = [sentence.sort(n) for n in range(opening + 1, last)]
    apart = opening > 0 and "relative" in inside and sentence.sort(opening - 1) == "noun"
    return opening - 1 if apart else last


def pieces(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The stretch from ``first`` to ``last`` in pieces, each a preposition, participle or relative with what it leads.

    A piece that holds a number in figures ends the stretch: what it counts is another figure.
    """
    starts = [n for n in range(first, last + 1) if n == first or _begins_piece(sentence, n)]
    found: list[str] = []
    cut = False
    for n, start in enumerate(starts):
        stop = starts[n + 1] - 1 if n + 1 < len(starts) else last
        if sentence.sort(start) == "gap":
            continue
        if _has_figure(sentence, start, stop):
            if sentence.low(start) == "of":
                # "with a value of £4,000": without its amount the value is none
                found = found[:-1]
            cut = True
            break
        found.append(sentence.said(start, stop))
    if cut and found and " " not in found[-1]:
        # "linked to 57 victims": the participle alone says nothing
        found.pop()
    return tuple(found)


def _begins_piece(sentence: Sentence, at: int) -> bool:
    sort = sentence.sort(at)
    if sort == "verb" and sentence.low(at - 1) == "as":
        # "assessed | as owed a duty"
        return False
    if sort == "verb":
        before = at - 2 if sentence.sort(at - 1) == "adverb" and sentence.sort(at - 2) == "coordinator" else at - 1
        return sentence.sort(before) not in ("relative", "verb", "subordinator", "there", "coordinator")
    if sort == "preposition":
        # "proceeded against | for such offences", "worked with,"
        if sentence.sort(at - 1) == "verb" and sentence.sort(at + 1) in ("gap", "comma", "mark", ""):
            return False
        return sentence.sort(at + 1) != "preposition" or sentence.sort(at - 1) != "verb"
    return sort in ("relative", "coordinator", "subordinator", "gap")


def predicate(sentence: Sentence, verb: int, last: int) -> tuple[str, ...]:
    """The verb with its object as one piece, then the pieces that follow."""
    end = verb
    while end < last and sentence.sort(end + 1) in ("noun", "adverb"):
        end += 1
    if _has_figure(sentence, verb, end):
        # "have 18 bed spaces": what else is counted says nothing of this
        return ()
    rest = pieces(sentence, end + 1, last)
    first = sentence.words[sentence.phrases[end].last]
    complete = (first.kind in _COMPLETE and first.low not in _LEADS_ON) or (end > verb and first.low in _MADE)
    if not rest and end < last and sentence.sort(end + 1) == "preposition" and not complete:
        # "were believed to be responsible for 60% of them": without its end it is no predicate
        return ()
    return (sentence.said(verb, end), *rest)


# "were made safer", "was left empty": the verb has its end.
_MADE = words_of("safer better free open clear available secure empty homeless")
_LEADS_ON = words_of(
    "account accounts accounted amount amounts amounted led leads resulted belong belonged equate equates"
)
_COMPLETE = frozenset({"ed", "past", "present", "adverb", "be"})


def _has_figure(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a number in figures stands in the phrases; one in words may be part of a name."""
    return any(
        phrase.number >= 0 and sentence.words[phrase.number].text[:1] in "£0123456789"
        for phrase in sentence.phrases[first : last + 1]
    )


def _words(sentence: Sentence, first: int, last: int) -> str:
    if last < first:
        return ""
    return " ".join(word.text for word in sentence.words[first : last + 1])
