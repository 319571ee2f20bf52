"""Numbers whose measure stands in the sentence before: "In the 12 months prior there were 1,847", "The figure was 44".

In: a ``Number``, whose thread has the parse of the sentence and the topic that went on to it. Out: the naming of what
was spoken of, where the clause has no subject of its own; False where it has none and nothing fits, so that no name is
made of the words for the time; None for all other numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, Topic
from tracker.facts.figures.spoken_of import announced, asked_about, says_so
from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.leaning import Leaning, leaning
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import PEOPLE

_OFFENCES = frozenset({"offences", "crimes", "incidents", "cases", "reports"})


def carried(number: Number) -> Answer:
    """The measure that a number takes over from the sentence before or from the clause before."""
    thread, mention = number.thread, number.mention
    sentence = thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if sentence is None or at < 0 or mention.side or mention.span or mention.sort in ("rank", "points"):
        return None
    lean = leaning(sentence, at)
    if lean is None or lean.manner == "fragment":
        return None
    if mention.sort == "share" and lean.verb.startswith("account"):
        # "It accounted for 41% of the total": a share of something else than what was told
        return None
    told = _told(number, lean)
    if told is None:
        return None
    return told


def _told(number: Number, lean: Leaning) -> Naming | None:
    thread, mention = number.thread, number.mention
    if lean.manner == "handled":
        told = thread.topic.announced if thread.topic else None
        if told is None or mention.sort != "count" or not _same_things(told.unit, lean.noun):
            return None
        # "Noise complaints went up. The council received 1,310 and closed 1,205"
        return replace(told, title=f"{told.title} {lean.verb}", carried=True)
    if lean.manner == "subject":
        # "asked how many notices had been issued": "211 had been issued"
        asked = _topic_of(number, lean)
        told = asked.announced if asked and not number.at else None
        return replace(told, carried=True) if told and lean.verb in told.title.lower().split() else None
    if number.at and thread.names.get("named"):
        # of what this sentence counted last: "…, and for 2020/21 it was 455"
        last = thread.last
        fits = last is not None and (last.unit == "%") == (mention.sort == "share") and lean.manner == "figure"
        if last is None or not fits:
            return None
        return _told_of(last, lean.case) if lean.case else replace(last, same=True, counted=False)
    topic = _topic_of(number, lean)
    if topic is None or number.at:
        return None
    if topic.announced is not None:
        if mention.sort != "count" or lean.manner == "done":
            return None
        fits = _same_things(topic.announced.unit, lean.noun)
        return replace(topic.announced, carried=True) if fits else None
    sort = {"share": "share", "money": "money"}.get(mention.sort, "count")
    if lean.manner == "done" and sort == "count" and lean.verb in topic.done:
        # "The clinic received 310 referrals and made 204 visits. A year before it had received 287."
        return replace(topic.done[lean.verb], same=bool(thread.period_ends), counted=False, carried=True)
    found = [n for s, n in topic.measures.items() if s == sort or (sort == "count" and s in ("average", "rate"))]
    if not found and (ranked := _rate_ranked(topic)) and sort == "share":
        found = [ranked]
    if len(found) != 1 or (lean.manner == "done" and lean.verb != topic.verb):
        return None
    if lean.noun and not _same_things(found[0].unit, lean.noun):
        return None
    if lean.case:
        return replace(_told_of(found[0], lean.case), carried=True)
    return replace(found[0], same=bool(thread.period_ends), counted=False, carried=True)


def _told_of(naming: Naming, told: str) -> Naming:
    """What was told, of others: ``told`` is "for robbery", "among people in manual work"."""
    how, _, case = told.partition(" ")
    whole, led, _ = naming.title.rpartition(f" {how} ")
    if led and how in ("for", "in"):
        # "The detection rate for burglary was 9%. For robbery the rate was 12%"
        return replace(naming, title=f"{whole} {how} {case}", counted=False)
    if how != "in" and (others := _of_others(naming.title, case)):
        return replace(naming, title=others, counted=False)
    # "Smoking prevalence was 13%. Among people in manual work it was 24%"
    part = (*(p for p in naming.breakdown if p[0] != "group"), ("group", case if how != "in" else told))
    return replace(naming, breakdown=part, counted=False)


def _rate_ranked(topic: Topic) -> Naming | None:
    """The rate of which the sentence before gave only the rank: "The detection rate is the highest. It was 14.2%"."""
    ranked = topic.measures.get("rank")
    if ranked is None or not re.search(r"\b(?:rate|share|percentage|proportion)\b", ranked.title, re.I):
        return None
    return Naming(ranked.title, "%", "share", sure=ranked.sure)


def _of_others(title: str, case: str) -> str:
    """ "36% of victims had needs. For perpetrators it was 21%": the title with these people in the others' place, ""
    where it does not begin with people or the case names none."""
    first, _, rest = title.partition(" ")
    people = rest and first.lower() in PEOPLE and case.split()[-1].lower() in PEOPLE
    return capital(f"{re.sub(r'^(?:the|our|all) ', '', case)} {rest}") if people else ""


def _topic_of(number: Number, lean: Leaning) -> Topic | None:
    """What the clause may go on from: the sentence before, or what stands before a colon in its own sentence."""
    sentence = number.thread.sentence
    if sentence is None or lean.joint < 0:
        return number.thread.topic
    before = sentence.text[: sentence.words[sentence.phrases[lean.joint].first].start]
    if sentence.low(lean.joint) == "that" and says_so(before):
        asked = asked_about(before)
        return Topic({}, asked) if asked else number.thread.topic
    if sentence.sort(lean.joint) == "mark":
        # "Knife crime remains low: there were 47 offences"
        told = announced(parse(before))
        return Topic({}, told) if told else None
    return None


def _same_things(unit: str, noun: str) -> bool:
    """Whether a word for anything counted may stand for the unit."""
    return not noun or noun == unit or (noun in _OFFENCES and unit in _OFFENCES)
