"""Names of numbers that are a part or a share of what their clause speaks of: "in two of these …", "12 (40%) left".

In: a ``Number``. Out: the naming of the part, None for numbers that stand for a whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import POINTERS

_IN_THEM = re.compile(
    r"\s(?:of\s(?:these|those|them|which|whom|the\s(?:\w+\s)?(?:cases|reviews|incidents|referrals|applications))"
    r"|of\sthese\s(?:cases|reviews)|of\sthe\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten))?\s*,?\s*"
)
_CLAUSE = re.compile(r"[^,;:.()]{6,90}")


def in_so_many(number: Number) -> Answer:
    """ "In two of these the panel made recommendations", "5 where the perpetrator was removed": a clause says which."""
    thread = number.thread
    if not thread.base or not thread.last or thread.last.measure != "count" or thread.unit == "%":
        return None
    where = re.match(r"\s(?=(?:where|in which|for which|for whom)\s)", number.after)
    within = re.search(r"\b(?:[Ii]n|[Ff]or)\s(?:only\s|just\s|a\sfurther\s)?$", number.before)
    tied = _IN_THEM.match(number.after) if within else None
    if not where and not (tied and tied.group().strip(" ,")):
        return None
    if where and not (
        number.at and re.search(r"(?:,|\band|\bwith|\(|;|\bthere (?:were|was))\s(?:only\s|just\s)?$", number.before)
    ):
        return None
    begin = where.end() if where else tied.end() if tied else 0
    told = _CLAUSE.match(number.after, begin)
    said = re.split(r"\sand\s(?:in|for|\d)", re.sub(r"\s+", " ", told[0]).strip())[0] if told else ""
    if not said or re.search(r"\d", re.sub(r"\b(?:over|under|aged)\s\d\d?\b", "", said)):
        return None
    clause = parse(re.sub(r"^(?:where|(?:in|for) (?:which|whom))\s", "", said))
    verbs = [n for n, phrase in enumerate(clause.phrases) if phrase.sort == "verb" and phrase.finite]
    if not verbs or clause.sort(0) not in ("noun",) or verbs[0] > 6:
        return None
    lead = "" if where else "where "
    # "18 of the cases … and seven in which": of those that the number before is a part of
    parted = any(key == "group" for key, _ in thread.last.breakdown)
    base, unit = (thread.last.title, thread.last.unit) if parted else (thread.base, thread.unit)
    return Naming(base, unit, "count", (("group", f"{lead}{said}"),))


def made_by(number: Number) -> Answer:
    """ "Police made 82 of the referrals, specialist services 33 and health 14": whose part each number is."""
    thread, sentence = number.thread, number.thread.sentence
    if number.at and thread.names.get("split") == str(number.at - 1) and thread.last:
        between = number.text[number.all_[number.at - 1].end : number.mention.start]
        owner = re.fullmatch(
            r"(?:\sof\sthe\s[a-z]+)?(?:,|,?\sand|;)\s(?:and\s)?(?:the\s)?((?:[\w'’&-]+\s){1,5}?)", between
        )
        if owner and re.match(r"(?:,|;|\.(?:\s|$)|\sand\s|$)", number.after):
            thread.names["split"] = str(number.at)
            return replace(thread.last, breakdown=(("group", owner[1].strip()),))
    of = re.match(r"\sof\s(?:the|all|these)\s(?:\w+\s)?([a-z]+s)\b", number.after)
    following = number.all_[number.at + 1] if number.at + 1 < len(number.all_) else None
    if of is None or following is None or sentence is None:
        return None
    shared = re.match(
        r"(?:,|,?\sand|;)\s(?:and\s)?(?:the\s)?(?:[\w'’&-]+\s){1,5}?$",
        number.text[number.mention.end + of.end() : following.start],
    )
    own, later = sentence.at(number.mention.start), sentence.at(following.start)
    if any(sentence.sort(n) in ("verb", "there") for n in range(own + 1, later)):
        # "18 of the cases and there were seven in which …": a clause of its own
        return None
    verb = sentence.verb_before(own)
    owner_at = sentence.subject_of(verb) if verb >= 0 else -1
    if not shared or owner_at < 0 or sentence.phrases[owner_at].number >= 0:
        return None
    who = re.sub(r"^(?:The|the)\s", "", sentence.said(owner_at, sentence.noun_end(owner_at)))
    if who.lower() in POINTERS or len(who.split()) > 6:
        return None
    thread.names["split"] = str(number.at)
    known = thread.base and thread.unit == of[1]
    title = thread.base if known else titled(capital(of[1]), thread)
    return Naming(title, of[1], "count", (("group", who),), counted=not known)


def again_in_brackets(number: Number) -> Answer:
    """ "There were no homicides in the quarter (two year to date)": the same at another time."""
    last, thread = number.thread.last, number.thread
    if not number.at or last is None or last.measure != "count" or not number.before.endswith("("):
        return None
    dated = re.match(r"\s{3,}\)", number.after) and thread.dated_after(number.mention.end)
    to_date = re.match(r"\s(?:(?:the\s)?year\sto\sdate|to\sdate|ytd|YTD)\)", number.after)
    return replace(last, same=True, counted=False) if dated or to_date else None


_OF_THE = re.compile(r"\s(?:out\s)?of\s(?:the|these|those|all)\s(?:(?!and\b|or\b|but\b)\w+\s)?$")
_SAID = re.compile(r"\s((?!of\b|to\b|and\b)[a-z]+(?:ed|ad|ere|as|ent|ook|ot|et|ept|ame|eld)\b[^,;:.()]{2,80})")


def share_of_number(number: Number) -> Answer:
    """ "Fourteen of the 118 involved a suspect aged under 18": a part of those counted before, told by their number."""
    thread, all_, at = number.thread, number.all_, number.at
    last = thread.last
    if not thread.base or last is None or last.measure != "count":
        return None
    if at + 1 < len(all_) and re.fullmatch(
        r"\s(?:out\s)?of\s(?:the|these|those)\s", number.text[number.mention.end : all_[at + 1].start]
    ):
        whole = all_[at + 1]
        if thread.counting(whole) is not None:
            # "of the 20 supported homes": told with its noun
            return None
        said = _said_behind(number, whole.end)
        return Naming(thread.base, thread.unit, "count", (("group", said),)) if said else None
    untold = thread.counting(number.mention) is None
    if at and untold and _OF_THE.search(number.before) and _said_behind(number, number.mention.end):
        # how many there were has been told
        return False
    return None


def _said_behind(number: Number, end: int) -> str:
    """What is said right behind the number that ends at ``end``, where a verb stands there."""
    said = _SAID.match(number.text, end)
    return re.sub(r"^(?:was|were|had|has)\s(?:been\s)?", "", said[1]).strip() if said else ""


_INCLUDES = re.compile(r"\b(?:including|(?:which|that)\sincluded?)\s(?:(?:at\sleast|only|just)\s)?$")
_AND_MORE = re.compile(r"\b(?:including|included?)\s[^.;:]*(?:,|\band)\s(?:only\s|just\s)?$")
_MOST_SAID = 10
"""Longest words of a part that is included, in words."""


def included(number: Number) -> Answer:
    """ "14 posts, including three in criminal justice": a part of what was counted right before, by what follows it."""
    sentence, last = number.thread.sentence, number.thread.last
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or not number.at or last is None or last.measure != "count":
        return None
    phrase, parted = sentence.phrases[at], any(key == "group" for key, _ in last.breakdown)
    led = _INCLUDES.search(number.before) if not parted else _AND_MORE.search(number.before)
    if not led or phrase.number < 0 or phrase.number != phrase.main or sentence.low(at + 1) == "of":
        return None
    if sentence.sort(at + 1) not in ("preposition", "verb", "relative"):
        return None
    said = sentence.said(at + 1, sentence.noun_end(at))
    if not said or re.search(r"\d", said) or len(said.split()) > _MOST_SAID:
        return None
    kept = tuple(part for part in last.breakdown if part[0] != "group")
    return Naming(last.title, last.unit, "count", (("group", said), *kept), last.sure)
