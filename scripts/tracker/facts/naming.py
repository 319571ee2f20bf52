"""What a number in a sentence measures: a short name in its own words, the part of a whole it tells, a unit.

In: a sentence whose periods are blanked out, its mentions, and the ``Thread`` of what was spoken of before. Out: a
``Naming`` for a mention, or None when the number is no figure or cannot be named. Each rule is a habit of English
reports: "139 practitioners attended …", "Of 50 surgeries, 28 are trained", "referrals were 1357", "up from 8 in Q3".
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.mentions import Mention
from tracker.facts.naming_money import name_money, name_rank
from tracker.facts.naming_parts import (
    Breakdown,
    Naming,
    Thread,
    case_after,
    colon_label,
    in_paren,
    paren_label,
    side_of,
    target_of,
    titled,
    without_place,
)
from tracker.facts.naming_share import aimed_share, name_share
from tracker.facts.phrases import (
    Phrase,
    capital,
    clause_end,
    counts_people,
    is_plural,
    last_noun_phrase,
    phrase_after,
    subject_of,
    tidy_predicate,
    verb_before,
)
from tracker.facts.word_lists import COUNTED, CRIME_UNITS, PARTICIPLES, PEOPLE, PREPOSITIONS, UNCOUNTED, words_of
from tracker.records import Measure

_ABOUT = r"(?:about\s|around\s|over\s|nearly\s|just\s|more than\s|less than\s|approximately\s|almost\s|between\s)?"
_CHANGE_BEFORE = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement|difference|change|jump"
    r"|variance)s?\s(?:of|by)\s"
    rf"{_ABOUT}$|(?<!made )(?<!makes )(?<!make )(?<!signed )(?<!set )(?<!picked )\b(?:up|down|higher|lower|fewer"
    rf"|more|less)\s(?:by\s)?{_ABOUT}$"
    rf"|\b(?:increas|decreas|reduc|ris|fall|dropp|declin|grow|improv|cut|los|rose|fell"
    rf"|grew)\w*\s(?:\w+\s){{0,4}}?by\s{_ABOUT}$"
    rf"|\b(?:rose|fell|grew|risen|fallen|grown|up|down|cut)\s(?:\w+\s){{0,2}}?by\s{_ABOUT}$"
    rf"|\b(?:reduced|increased|rose|fell|dropped|declined|decreased|grew|fallen|risen|grown)\s{_ABOUT}$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"\s?(?:\(?[a-z]+\)?\s)?(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement)\b"
    r"|\s(?:more|fewer|less|higher|lower|greater)\b(?!\s(?:than half|risk))|\s(?:up|down)\b(?!\s\w+ing)|\soff\b"
    r"|\sdiscount|\sof the way",
    re.I,
)
_CHANGE_OF_COUNT = re.compile(
    r"\s(?:more|fewer|less|higher|lower)\sthan\b|\s(?:up|down)\b|\s(?:\w+\s)?(?:increase|decrease|reduction)\b"
)
_COMPARED = re.compile(
    r"(?:\b(?:up|down|increased?|decreased?|reduced|reduction|rise|risen|fall|fallen|rose|fell|drop(?:ped)?"
    r"|declined?|change|improved)\s"
    r"(?:significantly\s|slightly\s|\w+\s)?(?:from|to)|\b(?:compared|comparing)\s(?:with|to)|\bagainst|\bversus"
    r"|\bvs\.?|\bfrom"
    r"|\bmaking|\bto|\bthan)\s(?:a\s(?:total|figure|rate)\sof\s|the\s|just\s|only\s|over\s|about\s)?$",
    re.I,
)
_MODAL = re.compile(r"\b(?:can|may|could|might|would|should|must|shall)\b", re.I)
_SAYS_CAN = re.compile(r"\b(?:we|I|it)\s(?:can|may)\s(?:be\s)?(?:confirm|advise|report|say|state|seen|noted)", re.I)
_PLANNED = re.compile(
    r"\b(?:will|is to|are to|(?:is|are) due to|planned|plans? to|aims? to|intends? to|going to|scheduled)\b", re.I
)
_EACH = re.compile(r"\s(?:to each|each|at a time|at any|in each|for each|attend each|attends each)\b", re.I)
_OFTEN = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:a|per|each|every)\s(?:day|week|month|quarter|year|annum|ward per year)\b", re.I
)
_DEFINITE = re.compile(
    r"\b(?:these|those|both|other|its|their|our|the (?:other|same|last|first|next|above|following|remaining)|all"
    r"|all the|the|each of the|of its|of the|his|her|any|every|next|last|first)\s$",
    re.I,
)
_GENERIC = words_of("cases incidents offences crimes instances reports people number")
_TARGET = re.compile(
    r"\b(?:targets?|goal|ambition|aim)\s(?:is\s|was\s|of\s|for\s\w+\s|to\s\w+\s|:\s)?(?:at least\s)?$", re.I
)
_RATE = re.compile(
    r"\s(?:(?:[\w-]+\s){0,4})?(?:per|for every|in every)\s"
    r"(\d{1,3}(?:,?\d{3})*\s?(?:\d\d?\s?[-–]\s?\d\d?[- ]year[- ]olds"
    r"|(?!compared)\w+)?(?:\s(?:population|residents|people|households))?|head\b[\w ]{0,14}"
    r"|thousand\b[\w ]{0,12})",
    re.I,
)
_AVERAGE_OF = re.compile(r"\b(?:an |on )?average of\s(?:about\s|around\s|over\s|just\s)?$", re.I)
_PER = re.compile(r"\sper\s([a-z]+)\b", re.I)
_AVERAGE = re.compile(r"\b(?:on average|averag\w+|median|mean of)\b", re.I)
# "is made up of 8 officers", "sets out 6 aims": what a thing consists of is no result.
_MADE_OF = re.compile(
    r"\b(?:made up of|consists? of|comprises?|composed of|sets? out|staffed by|includes|contains|recommends"
    r"|followed by)"
    r"\s(?:about\s|over\s|some\s)?$",
    re.I,
)
# "rose by 6% to 212", "are up 20% to 345"
_GROWN = re.compile(
    r"([\w'’ -]+?)\s(?:rose|fell|increased|decreased|grew|dropped|reduced|went up|went down|(?:is|are|was"
    r"|were)\s(?:up|down))"
    r"\s(?:by\s)?[\d.,]+%?\s+to\s$",
    re.I,
)
_LESSONS = words_of("sessions modules lessons classes parts")


def name_mention(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of mention ``at`` of a sentence, None when it is no figure or what it measures cannot be told."""
    mention = all_[at]
    if mention.sort == "points" or _is_change(mention, text[: mention.start], text[mention.end :]):
        return None
    if mention.side == "lower" and at + 1 < len(all_):
        upper = name_mention(text, all_, at + 1, thread)
        if upper is None:
            return None
        parts = tuple((key, "lower" if value == "upper" else value) for key, value in upper.breakdown)
        return replace(upper, breakdown=parts, counted=False)
    if mention.sort == "rank":
        return name_rank(text, mention, thread)
    if mention.sort == "money":
        return name_money(text, all_, at, thread)
    if mention.sort == "share":
        return (
            aimed_share(text, all_, at, thread)
            or same_again(text, all_, at, thread, share=True)
            or name_share(text, all_, at, thread)
        )
    return _count(text, all_, at, thread)


def _is_change(mention: Mention, before: str, after: str) -> bool:
    if mention.sort == "rank":
        return False
    if (mention.value.startswith("-") and mention.sort == "share") or (
        mention.sort == "share" and before.endswith("+")
    ):
        return True
    if _CHANGE_BEFORE.search(before):
        return True
    if not _CHANGE_AFTER.match(after):
        return False
    # "17 more than", "a 12 increase" tell a change; "20 more people" in a list of counts does not
    return mention.sort in ("share", "money") or _CHANGE_OF_COUNT.match(after) is not None


def _stop(all_: tuple[Mention, ...], at: int, text: str) -> int:
    return all_[at + 1].start if at + 1 < len(all_) else len(text)


def _skip_share(text: str, all_: tuple[Mention, ...], at: int) -> tuple[int, int]:
    """Where the words after a count begin: past "(4%)" when its share comes right after it."""
    if at + 1 < len(all_) and all_[at + 1].sort == "share":
        found = re.match(r"\s*\(\s*", text[all_[at].end :])
        if found and all_[at].end + found.end() == all_[at + 1].start:
            closed = re.match(r"\s*\)", text[all_[at + 1].end :])
            if closed:
                return all_[at + 1].end + closed.end(), _stop(all_, at + 1, text)
    return all_[at].end, _stop(all_, at, text)


def _count(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    clause = re.split(r"[;:]|\.\s", before)[-1]
    if _MODAL.search(_SAYS_CAN.sub("", clause)) and not thread.planned:
        return None
    if re.search(r"\b(?:per|for every|in every|out of every)\s$", before):
        return None
    if mention.pair and thread.last and thread.last.unit == "%":
        name = (
            re.sub(r" as a share of .*$", "", thread.last.title)
            if mention.pair == "part"
            else f"{thread.last.title} (out of)"
        )
        plural = next((w.lower() for w in reversed(name.split()) if is_plural(w)), "people")
        return Naming(name, plural if mention.pair == "part" else "people", "count", thread.last.breakdown)
    if _RATE.match(after) and not re.match(r"\s\w+\s(?:to|of)\s", after):
        return _rate(text, mention, thread)
    if _AVERAGE_OF.search(before) and (per := _PER.match(after)) and thread.last:
        last = thread.last
        return Naming(
            f"{last.title} (average per {per[1].lower()})",
            f"{last.unit} per {per[1].lower()}",
            "average",
            last.breakdown,
        )
    if mention.span:
        return _length(text, mention, thread)
    if mention.times:
        return _times(text, mention, thread)
    if not _AVERAGE.search(text) and (
        _EACH.search(after[: clause_end(after, 0, len(after)) or 1]) or (mention.in_words and _OFTEN.match(after))
    ):
        return None
    if re.search(r"\bdue\s$", before) or _MADE_OF.search(before) or re.match(r"\s*(?:Each|Every)\b", clause):
        return None
    if grown := _GROWN.search(before):
        subject = last_noun_phrase(grown[1])
        unit = next((w.lower() for w in reversed(subject.split(" of ")[0].split()) if is_plural(w)), "")
        if unit and re.match(r"\s*(?:[.,;)]|$)|\s\s|\s(?:this|in|last)\b", after):
            return Naming(titled(without_place(subject), thread), unit, "count", (), counted=True)
    start, stop = _skip_share(text, all_, at)
    target = bool(_TARGET.search(before))
    if target and at and thread.last and thread.last.measure == "count" and _ALONE.match(after):
        return replace(thread.last, breakdown=target_of(True), same=True, counted=False)
    if thread.base and at and re.search(r":\s[^;:]*$", text[all_[0].end : mention.start]):
        noun = phrase_after(text, start, stop)
        if (
            noun.head
            and thread.unit
            and (noun.head == thread.unit or noun.head.endswith("-" + thread.unit))
            and len(noun.noun.split()) > (noun.head == thread.unit)
        ):
            return Naming(thread.base, thread.unit, "count", (("group", noun.noun),))
    if part_of_list(text, mention, thread):
        noun = phrase_after(text, start, stop)
        if noun.noun:
            return Naming(thread.base, thread.unit, "count", (("group", noun.noun),))
    parts = _fraction(text, all_, at, thread)
    if parts is not None:
        return parts
    same = same_again(text, all_, at, thread)
    if same is not None:
        return same
    phrase = phrase_after(text, start, stop)
    label, title = paren_label(text, all_, at, thread)
    if label and title:
        return Naming(title, thread.unit or "people", "count", (("group", label),))
    if re.match(r"\s+of\s(?:those|all those|the people)\s", text[start:]):
        later = re.match(r"\s+of\s((?:all\s)?those(?:\s\w+ed)?)\s", text[start:])
        if later:
            return _part(text, start + later.end(), mention, stop, thread)
    if _pronominal(text, start, phrase):
        if re.search(r"\b(?:those|these|the|all|both)\s$", before, re.I):
            return None
        return _part(text, start, mention, stop, thread)
    if (
        _only_adjectives(phrase)
        and at + 1 < len(all_)
        and re.fullmatch(r"[\w\s'’-]*\b(?:and|or)\s", text[mention.end : stop])
    ):
        later_phrase = phrase_after(text, all_[at + 1].end, _stop(all_, at + 1, text))
        tail = " ".join(later_phrase.noun.split()[1:])
        if later_phrase.head and tail:
            phrase = Phrase(f"{phrase.noun} {tail}", later_phrase.head, "", phrase.end)
    if mention.in_words and mention.value in ("0", "1"):
        return _one_or_none(text, mention, thread, phrase)
    if phrase.noun and not phrase.head and mention.value == "1" and not mention.in_words:
        words = phrase.noun.split()
        if words[0][:1].isupper() or words[-1].lower() + "s" in COUNTED:
            return _compose(text, mention, thread, phrase, words[-1].lower() + "s", target)
        return None
    if phrase.predicate and thread.base and phrase.noun.lower() == phrase.head == thread.unit:
        # "11 applications … six applications were rejected": a part of those
        group = tidy_predicate(phrase.predicate)
        if group and _PLANNED.match(phrase.predicate):
            # what will be is a promise, not a part of what was
            return Naming(thread.base, thread.unit, "count", (("group", group), ("plan", "planned")), sure=False)
        if group:
            told = set(group.lower().split()) <= set(thread.base.lower().split())
            return Naming(thread.base, thread.unit, "count", () if told else (("group", group),))
    if (
        phrase.head in PEOPLE
        and thread.unit in PEOPLE
        and thread.base
        and in_paren(text, mention)
        and re.search(r"[a-z]\s\((?:\d[^()]*(?:,|\band)\s)?$", before)
    ):
        # "74 households (41 families and 33 single people)"
        return Naming(thread.base, phrase.head, "count", (("group", phrase.noun),))
    if phrase.head:
        return _counted(text, all_, at, thread, phrase, target)
    if phrase.noun and in_paren(text, mention) and thread.base:
        return Naming(thread.base, thread.unit, "count", (("group", phrase.noun),))
    subject = subject_of(text, mention.start, all_[at - 1].end if at else 0)
    if subject:
        return _of_subject(text, mention, stop, thread, subject, target)
    case = case_after(text, start, stop)
    if case and at and thread.base and (re.search(r"(?:,|;|:|\band|\bor|\ba further|\banother|\bonly)\s+$", before)):
        if thread.last and thread.last.breakdown and thread.last.breakdown[0][0] == "group":
            return Naming(thread.base, thread.unit, "count", (("group", case),))
        return Naming(
            thread.base,
            thread.unit,
            "count",
            (("group", case),),
            sure=bool(thread.last and thread.last.title == thread.base),
        )
    named = colon_label(text, mention)
    if named and not phrase.noun:
        alone = re.match(r"\s*[.,;(]|\s*$|\sper\b", after) is not None
        if at and thread.base and ";" in before and not any(is_plural(w) for w in named.split()):
            return Naming(thread.base, thread.unit, "count", (("group", named),))
        named = re.sub(r"^(?:[Tt]otal )?[Nn]umber of ", "", named)
        unit = next((w.lower() for w in reversed(named.split(" of ")[0].split()) if is_plural(w)), "")
        if unit:
            return Naming(titled(named, thread), unit, "count", target_of(target), sure=alone, counted=True)
        return Naming(titled(named, thread), thread.unit if thread.last else "", "count", target_of(target), sure=alone)
    if target and thread.last:
        return Naming(thread.last.title, thread.last.unit, "count", target_of(True), same=True)
    first = all_[at - 1] if mention.side == "upper" and at else mention
    done = verb_before(re.sub(r"\bbetween\s$", "", text[: first.start]), len(text))
    if done and thread.base and thread.last and _ALONE.match(after):
        # what was closed is no part of what was opened
        other = re.search(r"\b(?!" + re.escape(done.split()[0]) + r"\b)[a-z]+ed$", thread.base) is not None
        return Naming(thread.base, thread.unit, thread.last.measure, (("group", done), *side_of(mention)), not other)
    return None


_LISTED = re.compile(
    r"\b(?:including|of which|of whom|of these|of those|comprising|made up of|consisting of"
    r"|namely)\s((?:[^.;:()]|\([^()]*\))*)$",
    re.I,
)


def part_of_list(text: str, mention: Mention, thread: Thread) -> bool:
    """Whether a number is one of the parts listed after "including": "104 children, including 21 girls and 83 boys"."""
    found = _LISTED.search(text[: mention.start])
    if not found or not thread.base or thread.last is None or not re.search(r"\d", text[: found.start()]):
        return False
    if not re.match(r"including|comprising|made|consisting|namely", found.group(), re.I):
        return False
    return (
        re.fullmatch(r"(?:\d[\d,]*\s(?:[\w'’-]+\s?){1,5}(?:\([^()]*\)\s?)?(?:,\s|\s?and\s|,\sand\s))*", found[1])
        is not None
    )


_THERE_WAS = re.compile(
    r"\b(?:there (?:was|has been|is|were|have been|are)|only|recorded|saw|received)\s(?:only\s|just\s)?$", re.I
)


def _one_or_none(text: str, mention: Mention, thread: Thread, phrase: Phrase) -> Naming | None:
    """ "There was one domestic homicide", "No repeat referrals were received": told as results."""
    before = text[: mention.start]
    if mention.value == "1":
        words = phrase.noun.split(" of ")[0].split()
        if not words or not _THERE_WAS.search(before) or words[-1].lower() + "s" not in COUNTED:
            return None
        return _compose(text, mention, thread, phrase, words[-1].lower() + "s", False)
    said = re.match(r"(?:was|were|has been|have been|had been)\s\w+", phrase.predicate)
    there = _THERE_WAS.search(before) is not None
    if (
        phrase.head not in COUNTED
        or not (there or (said and not before.strip()))
        or not (thread.period_ends or thread.names.get("service"))
    ):
        return None
    return _compose(text, mention, thread, phrase, phrase.head, False)


# Subjects that name nothing: "in Harbury the figure is 6.1%".
_EMPTY = re.compile(
    r"(?:[Ii]n\s)?(?:[A-Z][a-z]+\s){0,2}(?:[Tt]he\s)?(?:overall\s|comparable\s|equivalent\s|same\s)?"
    r"(?:[Ff]igures?|[Nn]umbers?|percentage|proportion|totals?|equivalent)"
)


def _of_subject(text: str, mention: Mention, stop: int, thread: Thread, subject: str, target: bool) -> Naming | None:
    """ "New referrals to the service were 1357", "Accepted cases numbered 512"."""
    if subject.lower() in ("it", "they", "this", "these", "there", "that", "which", "who") or _EMPTY.fullmatch(subject):
        return None
    subject_head = re.split(
        r"\s(?:of|to|in|for|with|who|from|by|on|at|against|per)\s", re.sub(r"^[Nn]umber of ", "", subject)
    )[0]
    unit = next((w.lower() for w in reversed(subject_head.split()) if is_plural(w)), "") or next(
        (w.lower() for w in reversed(subject.split(" of ")[0].split()) if is_plural(w)), ""
    )
    if re.match(r"(?:total )?number of ", subject, re.I):
        subject = re.sub(r"^(?:total )?number of ", "", subject, flags=re.I)
        unit = next((w.lower() for w in subject.split(" of ")[0].split() if w.lower() in COUNTED), unit)
    unit = unit or crime_unit(subject)
    measure: Measure = "average" if _AVERAGE.search(text) else "count"
    case = case_after(text, mention.end, stop)
    breakdown: Breakdown = target_of(target) + ((("group", case),) if case else ()) + side_of(mention)
    sure = (bool(unit) and (not mention.in_words or unit in COUNTED)) or bool(
        re.search(r"\b(?:cohort|caseload|total|number)\b", subject, re.I)
    )
    return Naming(titled(without_place(subject), thread), unit or "people", measure, breakdown, sure, counted=True)


def crime_unit(subject: str) -> str:
    """ "Vehicle crime" is counted in offences, "Anti-social behaviour" in incidents; "" for what is no crime."""
    words = re.split(r"[^A-Za-z-]+", re.split(r"\s(?:in|across|within|with|against|from|on|by)\s", subject)[0].lower())
    return next((CRIME_UNITS[word] for word in reversed(words) if word in CRIME_UNITS), "")


_OPENING = re.compile(
    r"\W*(?:[Tt]he\s(?:number|level|volume)s?\sof\s|(?:[Rr]eports|[Ll]evels|[Rr]ates)\sof\s|[Oo]verall,?\s|[Rr]ecorded\s)?"
    r"([A-Za-z][\w'’-]*(?:\s(?!(?:was|were|is|are|has|have|had|fell|rose|saw|in|the)\b)[\w'’()/&-]+){0,6}?)\s+"
    r"(?:also\s|which\s|continue[sd]?\sto\s|in\s[A-Z]\w+\s)?"
    r"(?:was|were|is|are|has|have|had|fell|fall|rose|rise|increased|decreased|dropped|reduced|went|saw|remains?|remained|grew"
    r"|declined|levels|offences?)\b"
)


def opening_crime(text: str) -> str:
    """The crime that a sentence opens with: "Residential burglary was down …, with 1,013 offences recorded"."""
    changed = re.search(
        r"\b(?:increase|decrease|reduction|rise|fall|drop)s?\sin\s((?!the\b)[\w'’ -]{4,40}?)(?:,"
        r"|\s(?:from|with|compared|of|over)\b)",
        text,
    )
    if changed and crime_unit(changed[1]) and not is_plural(changed[1].split()[-1]):
        return changed[1].strip()
    found = _OPENING.match(text) or _OPENING.match(re.split(r"\bthat\s", text)[-1])
    if not found or not crime_unit(found[1]) or is_plural(found[1].split()[-1]):
        return ""
    return found[1].strip()


def _counted(
    text: str, all_: tuple[Mention, ...], at: int, thread: Thread, phrase: Phrase, target: bool
) -> Naming | None:
    mention = all_[at]
    before = text[: mention.start]
    head = phrase.head
    words = [w.lower() for w in phrase.noun.split(" of ")[0].split()]
    if head in UNCOUNTED or any(w in UNCOUNTED for w in words[:2]):
        return None
    if re.search(r"(?:^|\s)(?:boroughs|authorities|councils|forces)$", phrase.noun) and re.search(
        r"\b(?:all|of|of the)\s$", before
    ):
        return None
    if re.match(r"members of (?:staff|the (?:board|committee|panel|group|team))", phrase.noun, re.I):
        return None
    if re.search(r"\b(?:principles|priorities|objectives|conditions|advocate educators)\b", phrase.noun):
        return None
    clause = re.split(r"[;:]|\.\s", before)[-1]
    if head in _LESSONS and (
        in_paren(text, mention)
        or re.search(r"\b(?:has|have|offers?|includes?|consists?|of|gives?|provides?|a|an|the)\s+(?:\w+\s)?$", clause)
    ):
        return None
    definite = _DEFINITE.search(before)
    if mention.in_words:
        if head not in COUNTED or definite or mention.value in ("0", "1"):
            return None
        if not _told(text, mention, phrase):
            return None
    if definite and re.search(r"\b(?:those|these|both|any|every|each of the)\s$", definite.group(), re.I):
        return None
    if re.search(
        r"\b(?:in|at|by|for|within|across|from|on)\s(?:the\s|our\s|its\s|all\s|over\s|about\s|more than\s)*$",
        before,
        re.I,
    ):
        # what follows is said of something else: "workers at the 3 refuges were trained"
        phrase = replace(phrase, predicate="")
    if _WHOLE.search(before) and not re.search(r"\bOf\s", before[-30:]):
        phrase = replace(phrase, predicate="")
    named = _compose(text, mention, thread, phrase, head, target)
    return replace(named, stock=True) if _WHOLE.search(before) else named


_WHOLE = re.compile(
    r"(?:\d[\d,]*\s+(?:\(\s*[\d.]+\s?%\s*\)\s+)?(?:out )?of|^Of|[.;:]\sOf)\s(?:the\s|all\s|a"
    r" total of\s|[A-Z]\w+['’]s\s)*$"
)


def _told(text: str, mention: Mention, phrase: Phrase) -> bool:
    """Whether a number in words is told as a result, not as a way of speaking: a past form, or a line without verbs."""
    clause = text[max(0, mention.start - 90) : phrase.end + 60]
    if re.search(r"\b(?:has|have|had|was|were|been)\b|\b[a-z]{3,}ed\b", clause):
        return True
    if any(w in PARTICIPLES for w in re.findall(r"[a-z]+", clause.lower())):
        return True
    if mention.start == 0 or re.search(r"[,:;]\s(?:and\s)?$", text[: mention.start]):
        return True
    return re.search(r"\b(?:commissions?|manages|runs|operates|finalising|at)\s", clause) is not None


_WHERE = re.compile(
    r"\s((?:on|in|at|under|with|from)\s(?:the\s|a\s|an\s|our\s|its\s)?[a-z][\w-]*(?:\s[a-z][\w-]*){0,2})"
    r"(?=\s*(?:[.,;:(]|$))"
)


def _compose(text: str, mention: Mention, thread: Thread, phrase: Phrase, unit: str, target: bool) -> Naming:
    """Name from the noun phrase, what is said of it and the verb before it."""
    noun = phrase.noun
    first, _, rest = noun.partition(" of ")
    label = colon_label(text, mention)
    if rest and first.lower() in _GENERIC:
        noun = noun if first.lower() == "reports" and (phrase.predicate or verb_before(text, mention.start)) else rest
    elif label and first.lower() in _GENERIC:
        noun = label if first.lower() == "cases" else f"{label}: {first}"
    elif label:
        thread.service = label
    people = counts_people(phrase.noun, unit)
    after = _BRACKETED_SHARE.match(text, phrase.end)
    if (
        after
        and not phrase.predicate
        and not _WHOLE.search(text[: mention.start])
        and re.match(r"(?:was|were|is|are|has|have|had|\w+ed)\b", text[after.end() :])
    ):
        # "1,109 assessments (36.2%) recorded domestic abuse …"
        phrase = replace(phrase, predicate=text[after.end() : clause_end(text, after.end(), len(text))].strip(" ,"))
    if not phrase.predicate:
        phrase = replace(phrase, predicate=_said_of_all(text, phrase))
    if re.search(r"\b\d[\d,]*\s(?:hours|days|minutes|weeks|months|years)\b", phrase.predicate):
        phrase = replace(phrase, predicate="")
    said = tidy_predicate(phrase.predicate, people) if _says(phrase.predicate, people) else ""
    name = noun
    if said and len(noun.split()) + len(said.split()) <= 12:
        name = f"{noun} {said}"
    elif len(noun.split()) <= 3:
        participle = verb_before(text, mention.start)
        if not participle and re.search(r"\d[\d,]*\s[a-z'’ -]+(?:,| and)\s+$", text[: mention.start]):
            # "took 38 women and 26 children": the verb holds for both
            participle = thread.names.get("verb", "")
        thread.names["verb"] = participle
        if participle:
            name = f"{noun} {participle}"
    if (
        noun.split()[0].lower() in ("other", "new", "more", "further")
        and len(noun.split()) <= 2
        and ":" not in titled(noun, thread)
    ):
        return Naming(titled(noun, thread), unit, "count", (), False, counted=True)
    sure = unit in COUNTED or float(mention.value) >= 10 or len(re.findall(r"\b[A-Z]", phrase.noun)) >= 2
    if name.lower() in _GENERIC:
        subject = subject_of(text, mention.start)
        where = _WHERE.match(text, phrase.end)
        if subject and subject.lower() not in ("there", "it", "this"):
            name = without_place(subject)
        elif where:
            name = f"{name} {where[1]}"
    crime = opening_crime(text) if name.split()[0].lower() in _GENERIC and "of" not in name.split() else ""
    if crime and not (label and label in name) and not set(crime.lower().split()) <= set(name.lower().split()):
        name, thread = (
            f"{capital(crime)}: {name}",
            replace(thread, service="", names=thread.names | {"heading": "", "long": "", "sub": ""}),
        )
    elif name.lower() in _GENERIC and titled(name, thread) == capital(name):
        sure = False
    breakdown: Breakdown = target_of(target)
    planned = thread.planned or bool(_PLANNED.search(text[max(0, mention.start - 60) : phrase.end + 30]))
    if planned and not target:
        breakdown += (("plan", "planned"),)
        # what is only aimed at stands with the targets
        sure = sure and not re.search(
            r"\b(?:aims?|intends?|hopes?|plan(?:s|ned|ning)?|target|ambition)\s(?:is\s)?to\s", text[: mention.start]
        )
    measure: Measure = "average" if _AVERAGE.search(text[max(0, mention.start - 40) : phrase.end + 25]) else "count"
    title = name if label and (label in name) else titled(name, thread)
    return Naming(without_place(title), unit, measure, breakdown + side_of(mention), sure, counted=True)


_BRACKETED_SHARE = re.compile(r"\s*\([\d.]+\s?(?:%|per cent)\)\s+")


def _said_of_all(text: str, phrase: Phrase) -> str:
    """What is said at the end of a list, and so of each in it: "18 women and 25 children were housed"."""
    position = phrase.end
    for _ in range(6):
        joined = re.match(r"(?:,|,?\s+and)\s+(?:a further\s|another\s)?\d[\d,]*(?=\s[a-z])", text[position:])
        if not joined:
            return ""
        following = phrase_after(text, position + joined.end(), len(text))
        if following.predicate and re.match(r"(?:was|were|have|has|had)\b", following.predicate):
            return following.predicate
        if not following.noun:
            return ""
        position = following.end
    return ""


def _says(predicate: str, people: bool) -> bool:
    """Whether what follows belongs to the name: what was done to the things, or what people did."""
    first = predicate.split()[0].lower() if predicate else ""
    if first in ("was", "were", "is", "are", "has", "have", "had"):
        rest = predicate.split()[1:]
        return bool(rest) and not (rest[0].lower() in ("held", "a", "an", "the", "there", "now") and len(rest) == 1)
    if PARTICIPLES.get(first) == "" and first != "felt":
        return False
    return bool(first) and (people or first.endswith("ed")) and first not in ("show", "shows")


def _pronominal(text: str, start: int, phrase: Phrase) -> bool:
    """Whether a verb, "of them" or "as …" follows at once: the number is a part of what was counted before."""
    after = text[start:].lstrip()
    if not phrase.noun and phrase.predicate:
        return True
    if re.match(r"(?:of (?:them|these|those|whom|which)\b|as\s(?!at\b)|more\s)", after):
        return True
    if re.match(r"[a-z]+ing\s(?!to\b|and\b)", after) and not is_plural(after.split()[1]):
        return True
    first = re.match(r"(?:also\s|now\s|then\s|each\s)?([a-z-]+)\s+([\w'’]+)", after)
    if first and re.match(r"Of\s", text) and (first[1] in PARTICIPLES or first[1].endswith("ed")):
        return True
    if (
        first
        and (first[1] in PARTICIPLES or re.search(r"[^e]ed$", first[1]))
        and first[1] not in ("licensed", "commissioned")
    ):
        low = first[2].lower()
        return low in PREPOSITIONS or low in (
            "the",
            "a",
            "an",
            "to",
            "their",
            "safer",
            "more",
            "better",
            "some",
            "no",
            "successfully",
            "support",
            "mental",
        )
    if first and is_plural(first[2]):
        return False
    return bool(first and first[1] in ("known", "new", "partially", "fully", "female", "male", "better"))


def _part(text: str, start: int, mention: Mention, stop: int, thread: Thread) -> Naming | None:
    """A part of what was counted before: "13 moved to safe accommodation", "Five were accepted"."""
    lead = re.match(r"\s*(?:of (?:them|these|those|whom|which)|as)\s+", text[start:stop])
    start += lead.end() if lead else 0
    end = clause_end(text, start, stop)
    said = text[start:end].strip(" ,")
    said = re.sub(r"\s(?:and|or|but)(?:\s+in)?(?:\sa further| a| only)?$", "", said)
    group = tidy_predicate(said) or said
    if not group:
        return None
    if group.lower() in ("did", "were", "had", "do") and thread.base:
        return Naming(thread.base, thread.unit, "count")
    if mention.in_words and mention.value == "1" and not re.search(r"\bonly\s$", text[: mention.start], re.I):
        return None
    if thread.base:
        if re.match(r"(?:will|shall|(?:is|are) to|(?:is|are) (?:due|planned|expected) to)\b", said):
            # what will be is a promise, not a part of what was
            return Naming(thread.base, thread.unit, "count", (("group", group), ("plan", "planned")), sure=False)
        return Naming(thread.base, thread.unit, "count", (("group", group),))
    if mention.in_words:
        return None
    return Naming(titled(capital(group), thread), "people", "count", (), sure=bool(thread.service))


_ALONE = re.compile(r"\s*(?:[.,;:)]|$|and\b|but\b|in all\b|altogether\b|overall\b)", re.I)


def same_again(text: str, all_: tuple[Mention, ...], at: int, thread: Thread, share: bool = False) -> Naming | None:
    """The measure of the mention before, at another time: "(363 in 2019/20)", "up from 8 in Q3"."""
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    last = thread.last
    if last is None or last.unit == "rank" or (last.unit == "%") != share or last.unit.startswith("GBP"):
        return None
    if re.search(r"\bbringing\b[^,;]*\bto\s$", before):
        return None
    compared = _COMPARED.search(before)
    bracketed = compared and re.match(r"\s*\(", after)
    if not (_ALONE.match(after) or bracketed) or mention.side == "upper":
        return None
    if re.search(r"\(\s{4,}:\s*$", before) and thread.names.get("here"):
        # "71% of residents said … (2021: 66%)"
        return Naming(last.title, last.unit, last.measure, last.breakdown, last.sure, same=True)
    if not compared and not re.search(
        r"(?:^|[,;:(]\s?|\band\s+|\bbut\s+|then\s+|\bthere (?:were|was)\s(?:only\s|just\s)?)$", before, re.I
    ):
        return None
    if not compared and subject_of(text, mention.start) not in ("", "there", "There"):
        return None
    if not share and re.search(r"\bthere (?:were|was)\s(?:only\s|just\s)?$", before, re.I):
        return Naming(last.title, last.unit, last.measure, last.breakdown, last.sure, same=True)
    if (
        compared
        and compared.group().strip().lower() == "to"
        and subject_of(text, mention.start)
        and not re.search(r"\b(?:rose|fell|up|down|creased|from)\b", before[-40:])
    ):
        return None
    if re.search(r"\(\s*$", before) and re.match(r"\s*\)", after) and not _dated_paren(text, mention):
        return None
    if re.search(r"[,:(]\s?$", before) and at == 0 and not thread.base and not share:
        return None
    gap = text[all_[at - 1].end : mention.start] if at else before
    if (
        re.search(r":\s*$", before)
        and at
        and re.search(r"(?!the\b|same\b|period\b|previous\b|prior\b|in\b)\b[a-z]{3,}[^;]*:\s*$", gap, re.I)
    ):
        return None
    if len(re.findall(r"[A-Za-z]+", gap)) > 14 or (share and not at and not compared):
        return None
    if share and not compared and not _dated_paren(text, mention) and not re.search(r"(?:,|\band)\s+$", before):
        return None
    if share and not compared and not thread.dated_after(mention.end):
        return None
    return Naming(
        last.title, last.unit, last.measure, tuple(p for p in last.breakdown if p[0] != "measure"), last.sure, same=True
    )


def _dated_paren(text: str, mention: Mention) -> bool:
    """Whether blanks stand between a number and the bracket that closes: a period was there."""
    found = re.match(r"(\s*)\)", text[mention.end :])
    return found is not None and len(found[1]) > 3


def _fraction(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """ "57 of 73 licensed venues take part": the part; its whole is named when its turn comes."""
    start, _ = _skip_share(text, all_, at)
    second = at + 2 if start != all_[at].end else at + 1
    if second >= len(all_) or all_[second].sort != "count":
        return None
    mention, whole = all_[at], all_[second]
    between = text[start : whole.start]
    if not re.fullmatch(r"\s+(?:out )?of\s(?:the\s|a total of\s|its\s|our\s|all\s|[A-Z][\w]+['’]s?\s)*", between):
        return None
    phrase = phrase_after(text, whole.end, _stop(all_, second, text))
    if not phrase.head or phrase.head in UNCOUNTED or re.search(r"\bprinciples\b", phrase.noun):
        return None
    predicate = phrase.predicate
    if not predicate:
        more = re.match(r"\s*\((?:[^()]*)\)\s+", text[phrase.end :])
        if more:
            predicate = text[phrase.end + more.end() : clause_end(text, phrase.end + more.end(), len(text))]
    said = tidy_predicate(predicate, counts_people(phrase.noun, phrase.head)) or verb_before(text, mention.start)
    title = titled(without_place(f"{phrase.noun} {said}".strip()), thread)
    thread.names["part"] = title
    return Naming(title, phrase.head, "count", (), bool(said))


def _times(text: str, mention: Mention, thread: Thread) -> Naming | None:
    per = re.match(r"\s(?:times|occasions)\s(?:a|per|each)\s(week|month|year|day)", text[mention.end :], re.I)
    before = text[: mention.start]
    if mention.in_words and not per:
        return None
    if per and (mention.qualifier or _PLANNED.search(before)):
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
    return Naming(
        f"{service}: times run", unit, "count", (), not per or bool(re.search(r"\b(?:run|ran|held|met)\b", before))
    )


def _length(text: str, mention: Mention, thread: Thread) -> Naming | None:
    unit = re.search(r"(second|minute|hour|day|night|week|month|year)s?\b", text[mention.end :], re.I)
    found = re.search(r"\b(?:wait(?:s|ed|ing)?|stays?|length of (?:stay|time)|response times?|duration)\b", text, re.I)
    if not unit or not found:
        return None
    name = {"w": "Waiting time", "s": "Length of stay", "l": "Length of stay", "r": "Response time", "d": "Duration"}
    longest = re.search(r"\bup to\s$", text[: mention.start])
    side: Breakdown = (("measure", "longest"),) if longest else side_of(mention)
    measure: Measure = "average" if _AVERAGE.search(text) or mention.side else "count"
    sure = thread.local and (bool(mention.side) or bool(longest) or measure == "average")
    return Naming(titled(name[found.group()[0].lower()], thread), unit[1].lower() + "s", measure, side, sure)


def _rate(text: str, mention: Mention, thread: Thread) -> Naming | None:
    rate = _RATE.match(text[mention.end :])
    if rate is None:
        return None
    noun = re.match(r"\s([\w -]+?)\s(?:per|for every|in every)\s", text[mention.end :])
    subject = noun[1] if noun and noun[1] else subject_of(text, mention.start)
    grown = _GROWN.search(text[: mention.start])
    if subject.lower() in _GENERIC and (grown or subject_of(text, mention.start)):
        subject = last_noun_phrase(grown[1]) if grown else subject_of(text, mention.start)
    if not subject and re.search(r"\b(?:rate|level) of $", text[: mention.start]) and thread.last:
        subject = thread.last.title
    if not subject or subject.lower() in ("it", "this", "rate", "the rate"):
        subject = noun[1] if noun else (thread.last.title if thread.last else thread.service) or ""
    if not subject:
        return None
    return Naming(titled(without_place(subject), thread), "per " + rate[1].strip(), "rate")


def _only_adjectives(phrase: Phrase) -> bool:
    return bool(phrase.noun) and not phrase.head and len(phrase.noun.split()) <= 3
