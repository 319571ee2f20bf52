"""The clause that a number stands in: where it begins and ends, what it leaves out, and whose it is.

In: a ``Sentence`` and the phrase of a number. Out: an ``OwnClause``: the stretches of phrases that say what the number
tells, without asides, without who says so and without the clauses beside it. A clause that has lost its subject (joined
verbs, participles, "of which") says where that stands. Nothing is decided here about titles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.facts.sentence.clause_joints import (
    Link,
    Stretch,
    bracket_before,
    dash_before,
    described,
    fellow,
    goes_on,
    is_figure,
    joint,
    joint_end,
    label_before,
    listed_on,
    opening_before,
    relative_is_over,
    subject_of_joined,
)
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.phrase_record import FURTHEST
from tracker.facts.wording.compared import acts_against
from tracker.facts.wording.word_lists import PEOPLE, words_of


@dataclass(frozen=True)
class OwnClause:
    """``before`` and ``after`` are the stretches on both sides of the number's noun phrase, ``after`` with what belongs
    to its noun; asides between stretches are left out."""

    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...] = ()
    link: Link = ""
    owner: Stretch | None = None
    """What the clause has lost: its subject, or the noun that it describes."""
    opening: Stretch | None = None
    """What opens the clause before a comma or colon: "Of those who left, …", "Reoffending: …"."""
    first: int = 0
    """Where the words behind ", with" begin."""
    cut: bool = False
    """True where the clause goes on into another number, so that its end is missing."""


_CONDITIONS = words_of("when where if whether unless once")
_KEPT_BEHIND = words_of("when where whether that")
_COMPARING = words_of(
    "than like upon following before after until since despite amid plus besides up down above below against"
    " compared versus"
)
_TIMES = words_of("hours minutes days weeks months years times nights occasions")
_COMPARED = words_of("than against below above versus")
_RESULTING = words_of("resulting leading giving making bringing taking representing equating compared rising falling")


def own_clause(sentence: Sentence, at: int) -> OwnClause:
    """The clause of the number in the noun phrase ``at``."""
    governs = at - 3 if sentence.low(at - 1) == "of" else at - 1
    out_of = sentence.low(governs) == "of" and governs < at - 1 and sentence.low(governs - 1) == "out"
    against = sentence.sort(governs) == "preposition" and sentence.low(governs) in _COMPARED
    if out_of or (against and not acts_against(sentence.text[: sentence.words[sentence.phrases[at].first].start])):
        # "against an establishment of 52"
        return OwnClause((), link="compared")
    if (
        sentence.sort(at + 1) == "preposition"
        and sentence.sort(at + 2) == "relative"
        and sentence.sort(at + 3) == "verb"
    ):
        # "1,268 children were waiting, 214 of whom had waited for a year"
        clause = _behind_relative(sentence, at + 2, ((at + 1, at + 2),), at - 1)
        after, cut = _to_the_right(sentence, at + 3)
        return replace(clause, after=after, cut=cut)
    clause = _to_the_left(sentence, at)
    after, cut = _to_the_right(sentence, at + 1, at)
    return replace(clause, after=(*clause.after, *after), cut=cut)


@dataclass
class _Walk:
    """The stretches found so far, from right to left, and the phrase up to which the next one reaches."""

    stretches: list[Stretch]
    last: int

    def leave_out(self, first: int, last: int) -> None:
        if last + 1 <= self.last:
            self.stretches.append((last + 1, self.last))
        self.last = first - 1

    def ended(self, first: int) -> tuple[Stretch, ...]:
        if first <= self.last:
            self.stretches.append((first, self.last))
        return tuple(reversed(self.stretches))


def _to_the_left(sentence: Sentence, number: int) -> OwnClause:
    walk = _Walk([], number - 1)
    at, counted = number - 1, number
    while at >= max(0, number - FURTHEST):
        sort = sentence.sort(at)
        if sort == "close" and (opened := bracket_before(sentence, at)) >= 0:
            if _clause_behind(sentence, opened, at, number):
                return OwnClause(walk.ended(at + 1))
            walk.leave_out(opened, at)
            at = opened - 1
            continue
        if sort == "open":
            told = any(sentence.sort(n) == "verb" and sentence.phrases[n].finite for n in range(at + 1, number))
            return OwnClause(walk.ended(at + 1), link="with" if told else "bracket")
        if sort == "mark":
            if (aside := dash_before(sentence, at)) >= 0:
                walk.leave_out(aside, at)
                at = aside - 1
                continue
            return OwnClause(walk.ended(at + 1), opening=label_before(sentence, at))
        if sort == "subordinator" and not (sentence.low(at) == "so" and sentence.low(at + 1) == "far"):
            return OwnClause(walk.ended(at + 1), link="condition" if sentence.low(at) in _CONDITIONS else "")
        if sort == "relative" and not relative_is_over(sentence, at, number):
            of_which = sentence.sort(at - 1) == "preposition"
            return _behind_relative(
                sentence, at, walk.ended(at - 1 if of_which else at), at - 2 if of_which else at - 1
            )
        if sort in ("coordinator", "comma"):
            begins = joint_end(sentence, at)
            found = joint(sentence, at, begins, counted)
            if found == "clause":
                return OwnClause(walk.ended(begins), opening=opening_before(sentence, at))
            if found == "aside":
                return OwnClause(walk.ended(begins), link="with")
            if found == "with":
                return OwnClause(walk.ended(begins + 1), link="with", owner=described(sentence, at), first=begins + 1)
            if found == "verb":
                return OwnClause(walk.ended(begins), link="verb", owner=subject_of_joined(sentence, at, begins))
            if found == "participle":
                return OwnClause(walk.ended(begins), link="participle", owner=described(sentence, at))
            if found == "fellow":
                mate = fellow(sentence, at, counted)
                if mate < 0:
                    return OwnClause(walk.ended(begins), link="bracket")
                walk.leave_out(mate, begins - 1)
                at, counted = mate - 1, mate
                continue
        at -= 1
    return OwnClause(walk.ended(max(0, at + 1)))


def _clause_behind(sentence: Sentence, opened: int, closed: int, number: int) -> bool:
    """Whether a bracket ends one clause and another with a subject of its own begins behind it, without a comma."""
    own = any(sentence.sort(n) == "noun" and 0 <= sentence.verb_of(n) < number for n in range(closed + 1, number))
    return own and any(
        sentence.sort(n) == "verb" and sentence.phrases[n].finite for n in range(max(0, opened - FURTHEST), opened)
    )


def _behind_relative(sentence: Sentence, at: int, before: tuple[Stretch, ...], noun: int) -> OwnClause:
    """The clause behind "who", "which", "of whom" at ``at`` with the noun that it describes, at ``noun`` or before."""
    of_which = sentence.sort(at - 1) == "preposition"
    while noun > 0 and sentence.sort(noun) in ("comma", "gap", "close", "adverb", "coordinator"):
        noun = (bracket_before(sentence, noun) - 1) if sentence.sort(noun) == "close" else noun - 1
    near = (sentence.head_of(noun), noun) if sentence.sort(noun) == "noun" else None
    beside = near is not None and sentence.sort(near[0] - 1) == "preposition" and sentence.sort(near[0] - 2) == "comma"
    if near is None or beside or not _may_be_described(sentence, near, sentence.low(at), of_which):
        # "An event was held, with partners, which was attended by 150 people"
        far = _subject_before(sentence, near[0] - 1 if near else noun)
        near = far if far and _may_be_described(sentence, far, sentence.low(at), of_which) else None
    return OwnClause(before, link="of which" if of_which else "relative", owner=near)


def _may_be_described(sentence: Sentence, noun: Stretch, relative: str, of_which: bool) -> bool:
    """Whether "who" may tell of the noun (people), and "of which" of more than one."""
    phrase = sentence.phrases[noun[0]]
    plural = any(
        word.low in PEOPLE or word.low.endswith("s") for word in sentence.words[phrase.first : phrase.last + 1]
    )
    if relative in ("who", "whom") and (not plural or sentence.low(noun[0]) in _TIMES):
        return False
    return not of_which or phrase.number >= 0 or plural


def _subject_before(sentence: Sentence, at: int) -> Stretch | None:
    """The subject of the clause that holds the phrase ``at``."""
    for n in range(at, max(-1, at - FURTHEST), -1):
        if sentence.sort(n) in ("mark", "subordinator"):
            return None
        if sentence.sort(n) == "verb" and sentence.phrases[n].finite:
            subject = sentence.subject_of(n)
            return (subject, sentence.noun_end(subject)) if subject >= 0 else None
    return None


def _compares(sentence: Sentence, at: int) -> bool:
    """Whether a preposition sets something against the number: "below the target", not "after dark"."""
    return sentence.sort(at + 1) == "noun" and sentence.low(at + 1) not in ("dark", "midnight", "school")


def _to_the_right(sentence: Sentence, begin: int, number: int = -1) -> tuple[tuple[Stretch, ...], bool]:
    """The stretches from ``begin`` to the end of the clause, and whether it is cut off by another number."""
    kept: list[Stretch] = []
    first = at = begin
    # "for 44% of them there was a plan"
    fronted = number > 0 and sentence.sort(number - 1) == "preposition" and sentence.sort(number - 2) != "noun"
    end = min(len(sentence.phrases), begin + FURTHEST)
    cut = False
    while at < end:
        sort, low = sentence.sort(at), sentence.low(at)
        if sort == "open":
            if first < at:
                kept.append((first, at - 1))
            while at < end and sentence.sort(at) != "close":
                at += 1
            at = first = at + 1
            continue
        if sort == "comma" and sentence.sort(at - 1) == "noun" and (listed := listed_on(sentence, at)) > 0:
            at = listed + 1
            continue
        ends = (
            sort in ("mark", "comma", "close")
            or (sort == "there" and sentence.sort(at - 1) != "subordinator" and not fronted)
            or (sort == "subordinator" and low not in _KEPT_BEHIND and sentence.low(at - 1) != "than")
            or (sort == "coordinator" and not goes_on(sentence, at, number))
            or (sort == "preposition" and low in _COMPARING and _compares(sentence, at))
            or (sort == "preposition" and low == "of" and sentence.sort(at + 1) == "relative")
            or (sort == "verb" and low in _RESULTING and not sentence.phrases[at].finite)
        )
        if ends:
            break
        ahead = at + 1 if sort in ("preposition", "adverb") else at
        if sentence.sort(ahead) == "noun" and is_figure(sentence, ahead):
            cut = True
            break
        at += 1
    if first < at:
        kept.append((first, at - 1))
    return tuple(kept), cut
