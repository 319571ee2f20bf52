"""What was told before, told again in the same sentence: earlier values, peaks, totals, averages, others of a kind.

In: the words round a number and the naming that it may go on from. Out: a naming that repeats that one, False where the
words compare with something that cannot be told, None where nothing is told again.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_number import Answer
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.wording.compared import acts_against
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import counts_people

_EARLIER = re.compile(
    r"(?:\b(?:compared|in\scomparison)\s(?:to|with)(?:\sthe)?|\bpreviously|\bversus|\bvs\.?|\bagainst"
    r"|\b(?:up|down|rise|fall|increase|decrease|reduction|drop)\b[^,;()]{0,40}?\sfrom"
    r"|\b(?:(?:up|down|improvement|increase|decrease|reduction|rise|fall|drop)\son|than|below|above|double|half)\sthe)\s(?:just\s|only\s|about\s|around\s|a\stotal\sof\s)*$",
    re.I,
)
_AVERAGE_OF = re.compile(
    r"\b(?:above|below|than|against|to|with|exceeds|exceeded)\s(?:the|an|our)\s"
    r"((?:(?!national|regional|force|county|family|group)[a-z][\w-]*\s){0,3}average)\sof\s(?:just\s)?$"
)
# "with a spike of 16 in November": of the same things.
_PEAK = re.compile(
    r"\b(?:with|including|reaching|to)\s(?:an?|the)\s(?:\w+\s)?(?:spike|peak|high|low|record)\sof\s$", re.I
)
# "taking the total for the year to 27"
_IN_TOTAL = re.compile(
    r"\b(?:taking|bringing|making)\s(?:the|a|our)\s((?:\w+\s)?total(?:\s(?:for\sthe\syear|to\sdate|so\sfar))?)\s+to\s$",
    re.I,
)


def again(before: str, after: str, mention: Mention, thread: Thread, last: Naming | None) -> Answer:
    """The naming of a number that tells ``last`` for another time, place or sum."""
    if _EARLIER.search(before) and not acts_against(before):
        # of what it is an earlier value, was not understood
        return False
    if last is None:
        return None
    if average := _AVERAGE_OF.search(before):
        # "above the three-year average of 2,870": of the same measure
        return Naming(f"{last.title}: {average[1]}", last.unit, "average")
    alike = (last.unit == "%") == (mention.sort == "share")
    if alike and _PEAK.search(before) and thread.dated_after(mention.end):
        return replace(last, same=True)
    total = _IN_TOTAL.search(before)
    if total and last.measure == "count" and mention.sort == "count":
        return replace(last, title=f"{last.title} ({total[1]})", counted=False, same=True)
    return None


DAYTIME = re.compile(r"after dark|at night|(?:in|during) the (?:day|daytime|evening|night)(?:-?time)?", re.I)
_SAYS_WHICH = re.compile(
    r"(?P<how>for|in|at|among|by|to|from|with|on|after|during)\s(?P<which>[a-z][^,;:.()\d]{2,60})$", re.I
)


def gapped(tail: str, last: Naming) -> str:
    """ "1,421 were treated for opiates, 187 for non-opiates": the title of the number before with the words that stand
    behind this one in the place of its own, "" where it has none led by the same preposition."""
    if (then := DAYTIME.fullmatch(tail)) and (other := list(DAYTIME.finditer(last.title))):
        # "93% felt safe in the daytime and 66% after dark"
        return f"{last.title[: other[-1].start()]}{then[0]}{last.title[other[-1].end() :]}"
    said = _SAYS_WHICH.match(tail)
    before, preposition, rest = last.title.rpartition(f" {said['how'].lower()} ") if said else ("", "", "")
    if said is None or not preposition or len(rest.split()) > len(said["which"].split()) + 3:
        return ""
    return f"{before} {said['how'].lower()} {said['which']}"


# "comprising 37 who attended level 1": of the people that were counted before.
_RELATIVE = re.compile(r"\s(?P<said>(?:who|which|that)\s(?!were\s*[,.;]|was\s*[,.;]).*)$", re.DOTALL)


def same_kind(tail: str, mention: Mention, thread: Thread) -> tuple[str, str]:
    """ "139 staff came, 37 who attended level 1 …": the noun counted before, and it with what is told of some of them;
    empty where no noun before fits."""
    said, sentence = _RELATIVE.match(tail), thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if said is None or sentence is None or at < 0 or mention.sort != "count":
        return "", ""
    people = said["said"].startswith("who")
    for before in range(at - 1, -1, -1):
        phrase = sentence.phrases[before]
        if phrase.number < 0 or phrase.main == phrase.number:
            continue
        noun = " ".join(word.text for word in sentence.words[phrase.number + 1 : phrase.last + 1])
        if noun and counts_people(noun, re.split(r"[\s-]", noun)[-1].lower()) == people:
            return noun.split()[-1].lower(), f"{noun} {said['said']}"
    return "", ""
