"""Names of rates, lengths of time and numbers of times: "5.4 per 1,000", "2.7 years on average", "run 8 times"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_crimes import opening_crime
from tracker.facts.figures.naming_labels import colon_label
from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, side_of, titled, without_place
from tracker.facts.figures.title_sense import LONGEST_SHOWN
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import last_noun_phrase, subject_of
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import words_of
from tracker.records import Measure

PLANNED = re.compile(
    r"\b(?:will|is to|are to|(?:is|are) due to|(?<!than )(?<!as )(?<!originally )planned|plans? to|aims? to"
    r"|intends? to|going to|scheduled)\b",
    re.I,
)

GENERIC = words_of("cases incidents offences crimes instances reports people number")

PER = r"per|(?:for|in|out of|of) (?:every|each)"
"""Words before the base of a rate."""
RATE = re.compile(
    rf"\s(?:(?:[\w-]+\s){{0,4}})?(?:{PER})\s"
    r"((?:\d{1,3}(?:,\d{3})+|\d+)\s?(?:(?:aged\s)?\d\d?\s?[-–]\s?\d\d?(?:[- ]year[- ]olds?)?"
    r"|(?!compared|(?:of|was|were|is|are|and|or|in|which|from|to|at|by|for|on|with|than|as|but|against|across|down|up)\b)"
    r"(?-i:[a-z]+))?"
    r"(?:(?:\sof\sthe)?\s(?:population|residents|people|households))?|head\b[\w ]{0,14}"
    r"|thousand\b[\w ]{0,12})",
    re.I,
)

AVERAGE = re.compile(r"\b(?:on average|averag\w+|median|mean of)\b", re.I)

_ANOTHERS = re.compile(
    r"\b(?:national|England|London|UK|regional|force|county|family|group|neighbours?|statistical|Met|outer|inner)(?:['’]s)?\s(?:\w+\s)?average\b"
    r"|\b(?:above|below|than|to|with|against)\s(?:the\s)?(?:\w+\s){0,3}average\b",
    re.I,
)


def is_average(text: str) -> bool:
    """Whether a stretch tells an average of its own, not one that it is compared with."""
    return AVERAGE.search(_ANOTHERS.sub(" ", text)) is not None


# "rose by 6% to 212", "has risen by 11%, from 2,954 to 3,279", "are up 20% to 345"
GROWN = re.compile(
    r"([\w'’ -]+?)\s(?:(?:has|have|had)\s)?(?:rose|risen|fell|fallen|increased|decreased|grew|grown|dropped|reduced"
    r"|went up|went down|(?:(?:is|are|was|were)\s)?(?:up|down))"
    r"\s(?:by\s)?(?:(?:about|around|over|nearly|almost)\s)?(?:[\d.,]+%?|an?\s(?:third|quarter|fifth|tenth)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten))(?:\s(?!to\b|from\b)[a-z]+){0,3}"
    r"(?:,?\s+\(?(?:to|from)\s|\s\((?=$))$",
    re.I,
)

# "around 30 cases per month": so many on average.
A_TIME = re.compile(
    r"\s(?:per|a|every)\s(day|week|month|quarter|year|annum)\b(?!\s(?:ago|before|earlier|later|prior|to|on))", re.I
)


def name_times(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """ "was used 31 times", "meets 12 times a year": how often something was done."""
    per = re.match(r"\s(?:times|occasions)\s(?:a|per|each)\s(week|month|year|day)", text[mention.end :], re.I)
    before = text[: mention.start]
    occasion = None if per else _occasion(before, thread) or _did_times(mention, thread)
    if occasion or (mention.in_words and not per):
        return occasion
    if per and (mention.qualifier or PLANNED.search(before)):
        return None
    name = re.search(
        r"([A-Z][\w'’&-]*(?:\s(?:(?:the|of|and|up|to)\s)*(?:[A-Z][\w'’&-]*|\([A-Z]+\)))+)\s(?:run\s)?$", before
    )
    service = (
        colon_label(text, mention) or (name[1] if name else "") or thread.service or thread.names.get("heading", "")
    )
    if not service:
        return None
    unit = f"times per {per[1].lower()}" if per else "times"
    done = "met" if re.search(r"\bmet\s$", before) else "run"
    return Naming(
        f"{service}: times {done}",
        unit,
        "count",
        (),
        bool(re.search(r"\b(?:run|ran|held|met|delivered)\b|:\s$", before)),
    )


# "The programme was delivered by the team on 8 occasions", the times blank.
_DONE_TIMES = re.compile(
    r"(?:^|[.;:,]\s|\b(?:and|while|whilst|but|that)\s)((?:(?!\bmeetings?\b)[\w'’()&/ -]){3,70}?)\s"
    r"(?:was|were|has been|have been|had been)\s(\w+ed|seen|shown|held|given|run)(?:\sby\s(?:the\s)?[\w'’& -]{2,40}?)?"
    r"(?:\s+on)?(?:\sa\stotal\sof)?\s+$"
)
# "…, and Picking Up the Pieces on 3 occasions": the verb is said once.
_AND_TIMES = re.compile(
    r"(?:,|,?\sand|,?\swhilst|;)\s(?:and\s)?((?:(?:up|the|of|and|for)\s|[A-Z][\w'’&-]*\s|\([A-Z]+\)\s)+)on\s$"
)


def _occasion(before: str, thread: Thread) -> Naming | None:
    """The name of how often something was done, where the words before the number say what."""
    done = _DONE_TIMES.search(before)
    if done and (subject := last_noun_phrase(done[1])) and subject.lower() not in _SOMETHING:
        whole = re.search(r"[A-Z][\w'’&-]*(?:\s(?:(?:the|of|and|up|to)\s)*(?:[A-Z][\w'’&-]*|\([A-Z]+\)))+$", done[1])
        return Naming(
            f"{capital(re.sub(r'^[Tt]he ', '', whole[0] if whole else subject))}: times {done[2]}", "times", "count"
        )
    last, too = thread.last, _AND_TIMES.search(before)
    if too and last and last.unit == "times" and ": times" in last.title:
        return replace(last, title=f"{too[1].strip()}{last.title[last.title.index(': times') :]}")
    return None


def _did_times(mention: Mention, thread: Thread) -> Naming | None:
    """ "The mobile police office visited the market on seven occasions": what a body did so many times."""
    sentence = thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if sentence is None or at < 2:
        return None
    verb = at - 1
    while verb > 0 and sentence.sort(verb) in ("noun", "preposition", "gap") and sentence.phrases[verb].number < 0:
        verb -= 1
    if sentence.sort(verb) != "verb" or not sentence.phrases[verb].finite or sentence.phrases[verb].passive:
        return None
    main = sentence.words[sentence.phrases[verb].main]
    subject = sentence.subject_of(verb)
    if subject < 0 or sentence.phrases[subject].number >= 0 or main.kind not in ("ed", "past") or main.low == "met":
        return None
    who = sentence.said(subject, sentence.noun_end(subject))
    if not _BODY.search(who) and not re.search(r"\w\s[A-Z]", re.sub(r"^The\s", "", who)):
        return None
    last = at - 2 if sentence.sort(at - 1) == "preposition" else at - 1
    while last > verb and sentence.sort(last) == "gap":
        last -= 1
    who = re.sub(r"^The\s", "the ", who)
    name = f"Times {who} {sentence.said(verb, last)}"
    return Naming(name, "times", "count") if len(name) <= LONGEST_SHOWN else None


# Bodies whose doings a board counts; what one person did so many times is a story.
_BODY = re.compile(
    r"\b(?:team|service|officers|office|unit|wardens|pastors|police|council|partnership|van|bus|patrols?|volunteers"
    r"|panel|group|project|scheme)$",
    re.I,
)
_SOMETHING = frozenset({"it", "this", "they", "these", "which", "that", "there"})


_WAIT = re.compile(
    r"\b(?:wait(?:s|ing)?|response|answer(?:ing)?|handling|processing)\s(?:times?|lists?|periods?)\b|\bwaits?$", re.I
)


def name_length(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """How long something took, in its unit: "waited 12 days on average"."""
    unit = re.search(r"(second|minute|hour|day|night|week|month|year)s?\b", text[mention.end :], re.I)
    found = re.search(r"\b(?:wait(?:s|ed|ing)?|stays?|length of (?:stay|time)|response times?|duration)\b", text, re.I)
    if not unit or not found:
        return None
    subject = subject_of(text, mention.start)
    if _WAIT.search(subject) and not mention.side:
        # "The waiting list for counselling is eight months": the subject says what takes so long
        told: Measure = "average" if is_average(text) else "count"
        return Naming(titled(capital(without_place(subject)), thread), unit[1].lower() + "s", told)
    name = {"w": "Waiting time", "s": "Length of stay", "l": "Length of stay", "r": "Response time", "d": "Duration"}
    longest = re.search(r"\bup to\s$", text[: mention.start])
    side: Breakdown = (("measure", "longest"),) if longest else side_of(mention)
    measure: Measure = "average" if is_average(text) or mention.side else "count"
    sure = thread.local and (bool(mention.side) or bool(longest) or measure == "average")
    return Naming(titled(name[found.group()[0].lower()], thread), unit[1].lower() + "s", measure, side, sure)


_RATE_ALONE = re.compile(r"(?:the\s)?(?:\w+\s)?(?:rate|level)(?:\s(?:for|in|over|during)\b.*)?", re.I)


def name_rate_of(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """A rate: "7.4 offences per 1,000 residents"."""
    rate = RATE.match(text[mention.end :])
    if rate is None:
        return None
    noun = re.match(rf"\s([\w -]+?)\s(?:{PER})\s", text[mention.end :])
    subject = noun[1] if noun and noun[1] else subject_of(text, mention.start)
    grown = GROWN.search(text[: mention.start])
    if subject.lower() in GENERIC and (grown or subject_of(text, mention.start)):
        subject = last_noun_phrase(grown[1]) if grown else subject_of(text, mention.start)
    if not subject and re.search(r"\b(?:rate|level) of $", text[: mention.start]) and thread.last:
        subject = thread.last.title
    told_before = re.fullmatch(r"(?:expressed as an? \w+,? )?(?:it|this)", subject, re.I)
    crimes = thread.names.get("crimes", "")
    if told_before and crimes and noun and noun[1].lower() in ("crimes", "offences", "incidents"):
        # "Expressed as a rate it is 61.5 crimes per 1,000 residents": of those that were counted last
        return Naming(crimes, "per " + rate[1].strip(), "rate")
    if not subject or told_before or re.fullmatch(r"(?:the )?rate", subject, re.I):
        subject = noun[1] if noun else (thread.last.title if thread.last else thread.service) or ""
    if not subject:
        return None
    if (label := colon_label(text, mention)) and _RATE_ALONE.fullmatch(subject):
        # "First time entrants: the rate for 2022/23 was 142 per 100,000"
        return Naming(without_place(f"{label}: rate"), "per " + rate[1].strip(), "rate")
    if subject.lower() in GENERIC:
        crime = opening_crime(text)
        subject = f"{capital(crime)}: {subject}" if crime else subject
    return Naming(titled(without_place(subject), thread), "per " + rate[1].strip(), "rate")
