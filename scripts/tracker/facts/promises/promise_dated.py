"""What a clause sets for a time to come without a word that promises: "Interviews take place in May", "A clinic opens
on 9 March", "A hearing has been fixed for 8 June", in notes "Joint patrols throughout July".

In: a clause and what stands over it. Out: where its verb begins. What ends, runs out or grows at that time is no
promise.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_around import Around
from tracker.facts.promises.promise_due import due_of
from tracker.facts.promises.promise_verbs import BASE
from tracker.facts.sentence.clauses import Sentence, parse
from tracker.facts.wording.calendar_words import MONTHS
from tracker.facts.wording.periods import Context, find_periods

_SEASON = r"(?:(?:early |late |mid-?)?(?:spring|summer|autumn|winter|new year|new term|Easter|Christmas|half[ -]term))"
# A time as words after a verb say it.
_TIME = re.compile(
    r"\b(?:(?:to (?=the end of)|in|on|from|at|by|for|until|before|after|over|during|throughout|within|with effect from"
    r"|w/c|later in|straight after)\s(?:the\s)?(?:(?:first|second|last|final|next|early|late|start|end|beginning"
    r"|middle|week|half|part|weekend|mid-?|week commencing|coming|of)\s(?:the\s)?)*(?:(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day,?\s)?(?:the\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?(?-i:{'|'.join(MONTHS)}|20\d\d)\b|(?:in|over|from|for|during|before"
    rf"|after|by|until|throughout)\s(?:the\s)?(?:{_SEASON}|(?:school |\w+ )?holidays)\b"
    r"|(?:later |early |late )?(?:this|next)\s(?:coming\s)?(?:spring|summer|autumn|winter|term|week|month)\b|(?:over"
    r"|in|within|during) the (?:next|coming) (?:few |\w+ )?(?:days|fortnight)\b|next (?:financial )?year\b"
    r"|later (?:this|in the) year\b|in the (?:coming|new) (?:weeks|months|year|term)\b"
    rf"|(?-i:(?<=starts\s|begins\s)|(?<=opens\s)|(?<=closes\s))(?-i:{'|'.join(MONTHS)})\b|(?:at|to"
    rf"|for) (?:the )?(?-i:{'|'.join(MONTHS)}) (?:meeting|Board|Panel|Committee|Cabinet|Council|agenda)\b"
    r"|(?:at|to|for) (?:the|its|our) next (?:[\w’'-]+ ){0,3}?(?:meeting|Board|Panel|Committee|session)\b)",
    re.IGNORECASE,
)
# "two actions carried over from the March meeting": where they come from
_PAST_MEETING = re.compile(rf"from (?:the )?(?:{'|'.join(MONTHS)}) (?:\w+ )?meeting\b", re.IGNORECASE)
# What comes to its end or moves by itself, and what only lasts or tells, is nobody's undertaking.
_OF_ITSELF = re.compile(
    r"(?:end|expire|close|lapse|cease|finish|leave|retire|rise|fall|drop|grow|increase|decrease|decline|remain|cover"
    r"|span|relate|refer|show|set|include|describe|date|depend|apply|amount|stand|mean|need|cost|total|exist|last"
    r"|expect|want|hope|vary|peak|occur|happen)(?:s|es)?",
    re.IGNORECASE,
)
_NEAR = 45
"""The time of a verb stands at most so many characters behind it."""
_LEAST_WORDS = 4
_AT_MOST_BETWEEN = 3
"""So many words part "booked" from "for 3 May"."""


def dated_at(clause: str, around: Around) -> int | None:
    """Where the verb stands that a time to come belongs to, 0 for a note without a verb; None where nothing is set."""
    if re.match(r"[A-Z][a-z]+ed\b|Held\b|Ran\b", clause):
        return None
    times = [m for m in _TIME.finditer(clause) if _is_to_come(clause, m, around)]
    if not times:
        return None
    parsed = parse(clause)
    for time in times:
        if time.start() == 0 and (at := _opened_by(parsed, time)) is not None:
            return at
        at = _verb_at(parsed, time, around)
        if at is not None:
            return at
    return None


def _is_to_come(clause: str, time: re.Match[str], around: Around) -> bool:
    """Whether a time begins after the paper came out; seasons and "next week" do by themselves."""
    words = re.split(r"[,:;]\s", clause[time.start() :])[0]
    if _PAST_MEETING.match(words):
        return False
    if not re.search(r"\d|" + "|".join(MONTHS), time.group()):
        year = re.match(r",?\s(?:of\s)?(20\d\d)\b", clause[time.end() :])
        return not year or year[1] >= around.published[:4]
    printed = [p for p in find_periods(words, Context(published=around.published)) if p.begin < len(time.group())]
    if printed and printed[0].start and re.search(r"\d{4}|\d[/.]\d", printed[0].label):
        this_year = re.match(r"(?:later )?in 20\d\d\b", words) and printed[0].end > around.published
        return bool(around.published) and (printed[0].start > around.published or bool(this_year))
    return bool(around.published) and due_of(words, around.published, around.following, promised=0) is not None


def _verb_at(parsed: Sentence, time: re.Match[str], around: Around) -> int | None:
    """Where the verb begins whose time it is; 0 where the clause of a note has none."""
    clause = parsed.text
    position = time.start()
    before = parsed.at(position)
    if before < 0:
        return None
    if begun := re.search(r",\s(starting|commencing|beginning|opening)\s$", clause[:position]):
        return begun.start(1)
    verbs = [n for n, phrase in enumerate(parsed.phrases) if phrase.sort == "verb" and phrase.finite]
    near = [n for n in verbs if n < before]
    joints = [n for n in range(before) if parsed.sort(n) in ("mark", "subordinator", "relative", "coordinator")]
    parted = [n for n in joints if parsed.sort(n) != "coordinator"]
    if near and (not parted or near[-1] > parted[-1]):
        at = _tells_a_plan(parsed, near[-1], position)
        if at is not None or not joints or near[-1] > joints[-1]:
            return at
    if near and (not joints or near[-1] > joints[-1]):
        return _tells_a_plan(parsed, near[-1], position)
    if verbs and not near and not joints:
        # "In the six months from October complaints fell": its one verb comes behind the time
        return None
    first = parsed.phrases[joints[-1] + 1].first if joints else 0
    start = parsed.words[first].start
    if not verbs and _JUST_GONE.match(time.group()) and _is_just_gone(time.group(), around.published):
        return None
    unknown = _UNKNOWN.search(clause[start:position])
    if unknown:
        verb = "verb" if unknown["verb"] else "plural"
        ends = _OF_ITSELF.fullmatch(unknown[verb])
        return (
            None if ends or len(clause[start + unknown.end(verb) : position]) > _NEAR else start + unknown.start(verb)
        )
    long = len(clause.split()) >= _LEAST_WORDS
    verbless = around.minuted and long and not verbs and not time.group().lower().endswith("this week")
    moves = re.search(rf"\b{_OF_ITSELF.pattern}\b(?!-)", clause[start:position])
    return 0 if verbless and not (moves or _TOLD.search(clause)) else None


_JUST_GONE = re.compile(r"(?:in|during|throughout|over)\s", re.IGNORECASE)


def _is_just_gone(words: str, published: str) -> bool:
    """Whether the month that a note names is one of the half year before the meeting: "14 calls in April"."""
    month = next((n for n, name in enumerate(MONTHS, start=1) if re.search(name, words, re.IGNORECASE)), 0)
    return bool(month and published) and (int(published[5:7]) - month) % 12 <= _MOST_GONE


_MOST_GONE = 6
# A word in -s between a thing and its time, which the parse takes for one more noun: "A Saturday clinic opens | on".
_UNKNOWN = re.compile(
    r"(?:^|\s)(?!(?:the|an?|all|these|those|two|three|its|our|their|of|for|in|on|with|and|or|to|at|by|from|into|per"
    r"|no)\s)(?:[\w’')-]*[a-rt-zA-RT-Z)]\s(?:also\s|now\s)?(?P<verb>[a-z]{2,}[a-rt-z]s)"
    rf"|[\w’'-]+s\s(?:also\s|now\s)?(?P<plural>{BASE}))\s(?:[\w’'-]+\s){{0,4}}?$"
)
# Notes that tell what was: "No calls since 3 May", "Deadline for bids is 12 May".
_TOLD = re.compile(
    r"\b(?:since|last|previous|ago|minutes|apologies|deadline|expir\w+|noted|agreed|approved|received|compared"
    r"|to date|ends?|ended|closed|completed?|published|dated|held|took|ran|went|came|began|met|gave|saw|got|led|sent"
    r"|brought)\b",
    re.IGNORECASE,
)


def _opened_by(parsed: Sentence, time: re.Match[str]) -> int | None:
    """0 where the clause begins with "From May" and goes on in the present tense, as far as its verb is known."""
    if not re.match(r"(?:from|after|by|on \d)\b", time.group(), re.IGNORECASE):
        return None
    verbs = [phrase for phrase in parsed.phrases if phrase.sort == "verb" and phrase.finite]
    words = [word for phrase in verbs for word in parsed.words[phrase.first : phrase.last + 1]]
    present = all(word.kind in ("present", "adverb", "ing", "to", "ed") for word in words)
    return 0 if present and not (words and words[-1].kind == "ed") else None


# "Marshals work on Fridays from May to September"
_HABIT = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|(?:every|each) (?:day|week|night|month))\b")


def _tells_a_plan(parsed: Sentence, verb: int, position: int) -> int | None:
    """Where the verb group begins, when it stands in the present or sets something for the time right behind it."""
    phrase = parsed.phrases[verb]
    words = parsed.words[phrase.first : phrase.last + 1]
    start, end = words[0].start, words[-1].end
    between = parsed.text[end:position]
    if _HABIT.search(between):
        return None
    main = words[-1]
    kinds = {word.kind for word in words}
    if parsed.low(verb - 1) == "who":
        # "thanked the Superintendent, who moves on in May"
        return None
    if "modal" in kinds or "do" in kinds or re.search(r"\bnot\b", parsed.text[start:position]):
        return None
    if kinds <= {"be", "ing", "adverb"} and main.kind == "ing":
        return (
            start
            if words[0].low in ("is", "are") and not _OF_ITSELF.match(main.text) and len(between) <= _NEAR
            else None
        )
    if words[0].low == "being" and len(between) <= _NEAR:
        return start
    if "present" in kinds and kinds <= {"present", "adverb"}:
        does = next(word for word in words if word.kind == "present")
        out = re.match(r"runs? (?:out|until|to)\b", parsed.text[does.start :])
        ends = out or _OF_ITSELF.fullmatch(does.text)
        return start if not ends and len(between) <= _NEAR else None
    if main.low in ("is", "are") and re.match(r"\s(?:now\s|also\s)?[a-z]+ing\s", between) and len(between) <= _NEAR:
        # "is meeting a contractor", which the parse takes for a meeting
        return start
    if main.low in ("is", "are", "s") and verb and parsed.sort(verb - 1) == "there":
        return start if len(between) <= _NEAR else None
    if main.low in ("is", "are") and len(kinds) == 1:
        return start if not between.strip() and re.match(r"(?:on|in|from|w/c)\b", parsed.text[position:]) else None
    set_for = main.kind == "ed" and kinds & {"be"} and re.match(r"(?:for|until)\b", parsed.text[position:])
    return start if set_for and len(between.split()) <= _AT_MOST_BETWEEN else None
