"""What a number in a sentence measures: a short name in the sentence's own words, the part of a whole it tells, its unit.

In: a sentence, its mentions, and the ``Thread`` of what was spoken of before. Out: a ``Naming`` for a mention, or None
when the number is no figure or cannot be named. Each rule is a habit of English reports: "139 practitioners attended …",
"Of 50 surgeries, 28 are trained", "referrals were 1357", "(37%)" after a count, "up from 8 in Q3".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.facts.mentions import Mention
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
from tracker.facts.word_lists import COUNTED, PARTICIPLES, PREPOSITIONS, UNCOUNTED
from tracker.records import Measure

Breakdown = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Naming:
    """The name of what a mention measures. ``same`` tells that it repeats the measure of the mention before."""

    title: str
    unit: str
    measure: Measure
    breakdown: Breakdown = ()
    sure: bool = True
    same: bool = False
    counted: bool = False
    """True when the phrase names things that later numbers may be parts of."""


@dataclass
class Thread:
    """What has been spoken of: the last counted thing, the last name, the service in question."""

    base: str = ""
    unit: str = ""
    last: Naming | None = None
    service: str = ""
    group: str = ""
    planned: bool = False
    names: dict[str, str] = field(default_factory=dict)


_CHANGE_BEFORE = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement|difference|change|jump)s?\s(?:of|by)\s(?:about\s|around\s|over\s|nearly\s|more than\s|approximately\s|almost\s)?$"
    r"|\b(?:up|down|higher|lower)\s(?:by\s)?$"
    r"|\b(?:increas|decreas|reduc|ris|fall|dropp|declin|grow|improv|cut|los)\w*\s(?:\w+\s){0,4}?by\s(?:about\s|around\s|over\s|nearly\s|more than\s|approximately\s|almost\s|between\s)?$"
    r"|\b(?:rose|fell|grew|risen|fallen|grown|up|down|cut)\s(?:\w+\s){0,2}?by\s(?:about\s|around\s|over\s|nearly\s|approximately\s|almost\s)?$"
    r"|\b(?:reduced|increased|rose|fell|dropped|declined|decreased|grew)\s(?:about\s|around\s|over\s|nearly\s|approximately\s|almost\s)?$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"\s?(?:\(?\w+\)?\s)?(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement)\b"
    r"|\s(?:more|fewer|less|higher|lower|greater)\b(?!\s(?:than half|risk))|\s(?:up|down)\b(?!\s\w+ing)|\soff\b|\sdiscount|\sof the way",
    re.I,
)
_COMPARED = re.compile(
    r"(?:\b(?:up|down|increased?|decreased?|reduced|reduction|rise|risen|fall|fallen|rose|fell|drop(?:ped)?|declined?|change|improved)\s(?:significantly\s|slightly\s|\w+\s)?(?:from|to)"
    r"|\b(?:compared|comparing)\s(?:with|to)|\bagainst|\bversus|\bvs\.?|\bfrom|\bmaking|\bto|\bthan)\s(?:a\s(?:total|figure|rate)\sof\s|the\s|just\s|only\s|over\s|about\s)?$",
    re.I,
)
_MODAL = re.compile(r"\b(?:can|may|could|might|would|should|must|shall)\b", re.I)
_PLANNED = re.compile(
    r"\b(?:will|is to|are to|(?:is|are) due to|planned|plans? to|aims? to|intends? to|going to|scheduled)\b", re.I
)
_EACH = re.compile(r"\s(?:to each|each|per (?:ward|site|venue|school|year group|person at)|at a time|at any)\b", re.I)
_DEFINITE = re.compile(r"\b(?:these|those|both|other|its|their|our|the (?:other|same|last|first|next|above|following|remaining)|all|all the|the|each of the|of its|of the|his|her|any|every|next|last|first)\s$", re.I)  # fmt: skip
_GENERIC = frozenset("cases incidents offences crimes instances reports people".split())
_TARGET = re.compile(r"\b(?:targets?|goal|ambition|aim)\s(?:is\s|was\s|of\s|for\s\w+\s|to\s\w+\s|:\s)?(?:at least\s)?$", re.I)
_RATE = re.compile(r"\s(?:per|for every|in every)\s(\d[\d,]*\s?(?:\w+)?(?:\s(?:population|residents|people|households))?|head\b[\w ]{0,14}|thousand\b[\w ]{0,12})", re.I)  # fmt: skip
_PER = re.compile(r"\s(?:a|per|each)\s(day|week|month|quarter|year|annum|meeting|session|person|head)\b", re.I)
_AVERAGE = re.compile(r"\b(?:on average|averag\w+|median|mean of)\b", re.I)


def name_mention(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of mention ``at`` of a sentence, None when it is no figure or what it measures cannot be told."""
    mention = all_[at]
    before = text[: mention.start]
    after = text[mention.end :]
    if mention.sort == "points" or _is_change(mention, before, after):
        return None
    if mention.sort == "rank":
        return _rank(text, mention)
    if mention.sort == "money":
        return _money(text, all_, at, thread)
    if mention.sort == "share":
        return _share(text, all_, at, thread)
    return _count(text, all_, at, thread)


def _is_change(mention: Mention, before: str, after: str) -> bool:
    if _CHANGE_BEFORE.search(before):
        return True
    found = _CHANGE_AFTER.match(after)
    if not found:
        return False
    # "40 more than once", "12 fewer" tell a change; "20 more people" does not in a list of counts
    return mention.sort in ("share", "money") or re.match(r"\s(?:more|fewer|less|higher|lower)\sthan\b|\s(?:up|down)\b", after) is not None or "crease" in found.group() or "reduc" in found.group()  # fmt: skip


def _stop(all_: tuple[Mention, ...], at: int, text: str) -> int:
    return all_[at + 1].start if at + 1 < len(all_) else len(text)


# ---- counts ------------------------------------------------------------------------------------------------------


def _count(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    clause = re.split(r"[;:]|\.\s", before)[-1]
    if _EACH.search(after[: clause_end(after, 0, len(after)) or 1]) and not _AVERAGE.search(text):
        return None
    if _MODAL.search(clause) and not thread.planned:
        return None
    rate = _RATE.match(after)
    if rate:
        return _rate(text, mention, thread, rate)
    if mention.side and _AVERAGE.search(before) is None and mention.span is False and not _plural_near(after):
        pass
    if mention.span:
        return _length(text, mention, thread)
    if mention.times:
        return _times(text, all_, at, thread)
    stop = _stop(all_, at, text)
    target = bool(_TARGET.search(before))
    parts = _fraction(text, all_, at, thread)
    if parts is not None:
        return parts
    same = _same_again(text, all_, at, thread)
    if same is not None:
        return same
    phrase = phrase_after(text, mention.end, stop)
    label = _label_of_paren(text, all_, at)
    if label and thread.base:
        return Naming(thread.base, thread.unit, "count", (("group", label),))
    if _pronominal(text, mention, phrase):
        return _part(text, all_, at, thread, phrase)
    if _only_adjectives(phrase) and at + 1 < len(all_) and re.fullmatch(r"[\w\s'’-]*\b(?:and|or)\s", text[mention.end : stop]):
        later = phrase_after(text, all_[at + 1].end, _stop(all_, at + 1, text))
        tail = " ".join(later.noun.split()[1:])
        if later.head and tail:
            phrase = Phrase(f"{phrase.noun} {tail}", later.head, "", phrase.end)
    if phrase.noun and not phrase.head and mention.value == "1" and not mention.in_words:
        words = phrase.noun.split()
        if words[0][:1].isupper() or words[-1].lower() + "s" in COUNTED:
            return _compose(text, all_, at, thread, phrase, words[-1].lower() + "s", target)
        return None
    if phrase.head:
        return _counted(text, all_, at, thread, phrase, target)
    if phrase.noun and _in_paren(text, mention) and thread.base:
        return Naming(thread.base, thread.unit, "count", (("group", phrase.noun),))
    subject = subject_of(text, mention.start)
    if subject:
        unit = next((w.lower() for w in reversed(subject.split(" of ")[0].split()) if is_plural(w)), "")
        sure = not mention.in_words or unit in COUNTED
        title = _with_service(_without_place(subject), thread)
        measure: Measure = "average" if _AVERAGE.search(text) else "count"
        return Naming(title, unit, measure, _target(target) + _case(text, mention, stop), sure and bool(unit or thread.base), counted=True)
    named = _colon_label(text, mention)
    if named and not phrase.noun:
        return Naming(named, thread.unit if thread.last else "", "count", _target(target), sure=bool(re.match(r"\s*[.,;(]|\s*$|\sin\b|\sper\b", after)))
    if target and thread.last:
        return Naming(thread.last.title, thread.last.unit, "count", _target(True), same=True)
    return None


def _target(target: bool) -> Breakdown:
    return (("measure", "target"),) if target else ()


def _counted(text: str, all_: tuple[Mention, ...], at: int, thread: Thread, phrase: Phrase, target: bool) -> Naming | None:
    mention = all_[at]
    before = text[: mention.start]
    head = phrase.head
    words = [w.lower() for w in phrase.noun.split(" of ")[0].split()]
    if head in UNCOUNTED or any(w in UNCOUNTED for w in words[:2]) or re.search(r"\b(?:principles|priorities|objectives|conditions)\b", phrase.noun):
        return None
    definite = _DEFINITE.search(before)
    if mention.in_words:
        if head not in COUNTED or definite or mention.value in ("0", "1"):
            return None
        if not _told(text, mention, phrase):
            return None
    if definite and re.search(r"\b(?:those|these|both|other|all|any|every|each of the)\s$", definite.group(), re.I):
        return None
    return _compose(text, all_, at, thread, phrase, head, target)


def _told(text: str, mention: Mention, phrase: Phrase) -> bool:
    """Whether a number in words is told as a result, not as a way of speaking: a past form, or a line without verbs."""
    clause = text[max(0, mention.start - 90) : phrase.end + 60]
    if re.search(r"\b(?:has|have|had|was|were|been)\b|\b[a-z]{3,}ed\b", clause):
        return True
    if any(w in PARTICIPLES for w in re.findall(r"[a-z]+", clause.lower())):
        return True
    return mention.start == 0 or re.search(r"[,:;]\s(?:and\s)?$", text[: mention.start]) is not None or bool(re.search(r"\b(?:commissions?|manages|runs|runs a|at)\s", clause))  # fmt: skip


def _compose(text: str, all_: tuple[Mention, ...], at: int, thread: Thread, phrase: Phrase, unit: str, target: bool) -> Naming:
    """Name from the noun phrase, what is said of it and the verb before it."""
    mention = all_[at]
    noun = phrase.noun
    first, _, rest = noun.partition(" of ")
    label = _colon_label(text, mention)
    if rest and first.lower() in _GENERIC:
        noun = rest
    elif label and first.lower() in _GENERIC:
        noun = label if first.lower() == "cases" else f"{label}: {first}"
    people = counts_people(phrase.noun, unit)
    words = noun.split()
    said = tidy_predicate(_undated(phrase.predicate), people)
    name = noun
    if said and len(words) + len(said.split()) <= 12:
        name = f"{noun} {said}"
    elif len(words) <= 3:
        participle = verb_before(text, mention.start)
        if participle:
            name = f"{noun} {participle}"
    sure = unit in COUNTED or float(mention.value) >= 10 or phrase.noun[:1].isupper()
    breakdown: Breakdown = _target(target)
    planned = thread.planned or bool(_PLANNED.search(text[max(0, mention.start - 60) : phrase.end + 30]))
    if planned and not target:
        breakdown += (("plan", "planned"),)
    measure: Measure = "average" if _AVERAGE.search(text[max(0, mention.start - 40) : phrase.end + 25]) else "count"
    title = name if label and (label in name) else _with_service(name, thread)
    return Naming(_without_place(title), unit, measure, breakdown + _side(mention), sure, counted=True)


def _side(mention: Mention) -> Breakdown:
    return (("range", mention.side),) if mention.side else ()


def _pronominal(text: str, mention: Mention, phrase: Phrase) -> bool:
    """Whether a verb, "of them" or "as …" follows at once: the number is a part of what was counted before."""
    after = text[mention.end :].lstrip()
    if not phrase.noun and phrase.predicate:
        return True
    if re.match(r"(?:of (?:them|these|those|whom|which)\b|as\s(?!at\b)|more\s)", after):
        return True
    first = re.match(r"(?:also\s|now\s|then\s|each\s)?([a-z]+)\s+([\w'’]+)", after)
    if first and (first[1] in PARTICIPLES or (first[1].endswith("ed") and first[1] not in ("licensed", "commissioned"))):
        low = first[2].lower()
        return low in PREPOSITIONS or low in ("the", "a", "an", "to", "their", "safer", "more", "better", "some", "no", "successfully", "support")  # fmt: skip
    return bool(first and first[1] in ("known", "new", "partially", "fully", "female", "male", "more", "better"))


def _part(text: str, all_: tuple[Mention, ...], at: int, thread: Thread, phrase: Phrase) -> Naming | None:
    """A part of what was counted before: "13 moved to safe accommodation", "Five were accepted"."""
    mention = all_[at]
    stop = _stop(all_, at, text)
    end = clause_end(text, mention.end, stop)
    said = re.sub(r"^\s*(?:of (?:them|these|those|whom|which)|as)\s+", "", text[mention.end : end]).strip(" ,")
    said = re.sub(r"\s(?:and|or)(?:\sa further| a| only)?$", "", said)
    group = tidy_predicate(_undated(said)) or said
    if not group:
        return None
    if mention.in_words and mention.value == "1" and not re.search(r"\bonly\s$", text[: mention.start], re.I):
        return None
    if thread.base:
        return Naming(thread.base, thread.unit, "count", (("group", group),))
    if mention.in_words:
        return None
    name = _with_service(capital(group), thread)
    return Naming(name, "people", "count", (), sure=bool(thread.service))


def _same_again(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The measure of the mention before, at another time or place: "(363 in 2019/20)", "up from 8 in Q3", "1360 in 2019/2020"."""
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    last = thread.last
    if last is None or last.unit == "rank":
        return None
    bare = re.match(
        r"\s*(?:[.,;)]|$|\s(?:in|for|during|over|at|between|as at|on)\s(?:the\s)?(?:previous|prior|last|same|first|second|third|fourth|year|quarter|financial|\d|Q\d|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|20\d\d|\(?12 months|12|that year)|\s(?:the|a|last)\s(?:year|previous|quarter|month|same)|\s(?:last|previous)\s)",
        after,
        re.I,
    )  # fmt: skip
    if bare is None:
        return None
    if _COMPARED.search(before) or re.search(r"(?:^|[,;:(]\s?|\band\s|\bbut\s|;\s|then\s)$", before):
        if re.search(r"[,:(]\s?$", before) and at == 0 and not thread.base:
            return None
        if re.search(r"\($", before) and re.match(r"\s*\)", after):
            return None
        if subject_of(text, mention.start) and not _COMPARED.search(before):
            return None
        words = [w.lower() for w in re.findall(r"[A-Za-z]+", text[all_[at - 1].end : mention.start])] if at else []
        if len(words) > 14:
            return None
        return Naming(last.title, last.unit, last.measure, last.breakdown, last.sure, same=True)
    return None


def _case(text: str, mention: Mention, stop: int) -> Breakdown:
    """The part that a phrase right after the number tells: "21 to Barnet refuges"."""
    found = re.match(r"\s((?:to|from|for|among|by)\s(?!the (?:year|end))[A-Z][\w'’ -]+?)(?=\s(?:and|in|during)\b|[,.;]|$)", text[mention.end : stop])
    return (("group", found[1]),) if found and not re.search(r"\d{4}|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", found[1]) else ()  # fmt: skip


def _fraction(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """"57 of 73 licensed venues take part": the part; its whole is named when its turn comes."""
    if at + 1 >= len(all_) or all_[at + 1].sort != "count":
        return None
    mention, whole = all_[at], all_[at + 1]
    between = text[mention.end : whole.start]
    if not re.fullmatch(r"\s(?:out )?of\s(?:the\s|a total of\s|its\s|our\s|all\s|[A-Z][\w]+['’]s?\s)*", between):
        return None
    phrase = phrase_after(text, whole.end, _stop(all_, at + 1, text))
    if not phrase.head or phrase.head in UNCOUNTED or re.search(r"\bprinciples\b", phrase.noun):
        return None
    said = tidy_predicate(_undated(phrase.predicate), True) or verb_before(text, mention.start)
    title = _with_service(_without_place(f"{phrase.noun} {said}".strip()), thread)
    return Naming(title, phrase.head, "count", (), bool(said), counted=False)


def _times(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    mention = all_[at]
    per = re.match(r"\s(?:times|occasions)\s(?:a|per|each)\s(week|month|year|day)", text[mention.end :], re.I)
    before = text[: mention.start]
    if mention.in_words and not per:
        return None
    if per and (mention.qualifier or _PLANNED.search(before)):
        return None
    service = thread.service or _colon_label(text, mention)
    if not service:
        return None
    unit = f"times per {per[1].lower()}" if per else "times"
    return Naming(f"{service}: times run", unit, "count", (), not per or bool(re.search(r"\b(?:run|ran|held|met)\b", before)))


def _length(text: str, mention: Mention, thread: Thread) -> Naming | None:
    unit = re.search(r"(second|minute|hour|day|night|week|month|year)s?\b", text[mention.end :], re.I)
    if not unit:
        return None
    found = re.search(r"\b(?:wait(?:s|ed|ing)?|stays?|length of (?:stay|time)|response times?|duration)\b", text, re.I)
    if not found:
        return None
    name = {"w": "Waiting time", "s": "Length of stay", "l": "Length of stay", "r": "Response time", "d": "Duration"}
    title = _with_service(name[found.group()[0].lower()], thread)
    longest = re.search(r"\bup to\s$", text[: mention.start])
    side: Breakdown = (("measure", "longest"),) if longest else _side(mention)
    sure = bool(re.match(r"(?:stay|length)", found.group(), re.I)) and text[mention.end : mention.end + 9].find("and") < 0
    return Naming(title, unit[1].lower() + "s", "average" if _AVERAGE.search(text) or mention.side else "count", side, sure)


def _rate(text: str, mention: Mention, thread: Thread, rate: re.Match[str]) -> Naming | None:
    phrase = phrase_after(text, mention.end, mention.end + rate.start() + 1)
    subject = subject_of(text, mention.start) or phrase.noun
    if not subject or subject.lower() in ("it", "this", "rate", "the rate"):
        subject = (thread.last.title if thread.last else thread.service) or ""
    if not subject:
        return None
    return Naming(_without_place(_with_service(subject, thread)), "per " + rate[1].strip(), "rate")


def _plural_near(after: str) -> bool:
    return any(is_plural(word) for word in re.findall(r"[A-Za-z'’-]+", after)[:4])


def _only_adjectives(phrase: Phrase) -> bool:
    return bool(phrase.noun) and not phrase.head and len(phrase.noun.split()) <= 3


# ---- shares, money, ranks ----------------------------------------------------------------------------------------


def _share(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    mention = all_[at]
    stop = _stop(all_, at, text)
    before, after = text[: mention.start], text[mention.end :]
    target = bool(_TARGET.search(before))
    side = _side(mention) + _target(target)
    if re.search(r"\b(?:less|off|discount|interest|if paid)\b", after[:20], re.I):
        return None
    paren = _in_paren(text, mention)
    last = thread.last
    if paren and at and last and re.fullmatch(r"\s*\(\s*", text[all_[at - 1].end : mention.start]) and last.unit != "%":
        # "182 (37%)": the share of the count before it
        return Naming(f"{last.title} (share)", "%", "share", last.breakdown, last.sure)
    same = _same_again(text, all_, at, thread)
    if same is not None and last is not None and last.unit == "%":
        return same
    if re.match(r"\s*\)?\s?of\s(?!the (?:year|time)\b)", after) and not re.match(r"\s*\)?\s?of (?:them|these|those|whom|which)\b(?!\s\w+ed)", after):
        return _share_of(text, mention, stop, thread, side)
    label = _label_of_paren(text, all_, at)
    if label:
        return Naming(_with_service(thread.base or capital(label), thread), "%", "share", ((("group", label),) if thread.base else ()) + side)
    subject = subject_of(text, mention.start)
    if subject:
        return Naming(_with_service(_without_place(subject), thread), "%", "share", side)
    rate = re.search(r"\b((?:[\w'’-]+\s){0,4}(?:rate|proportion|percentage|share|level)s?)\sof\s(?:about\s|around\s|just\s|over\s)?$", before, re.I)
    if rate:
        return Naming(_with_service(_without_place(last_noun_phrase(rate[1])), thread), "%", "share", side)
    place = re.match(r"\s((?:in|on|for)\s(?!(?:the\s)?\d|\d|January|February|March|April|May|June|July|August|September|October|November|December|Q\d|20)[\w'’ -]+?)(?=,|;|\s(?:and|\()|\.|$)", after)
    if place and last and last.unit == "%":
        return Naming(last.title, "%", "share", (("group", place[1]),) + side, same=False)
    end = clause_end(text, mention.end, stop)
    said = re.sub(r"\s(?:and|or|but)$", "", text[mention.end : end].strip(" ,"))
    group = tidy_predicate(_undated(said))
    if group and len(group) > 2:
        base = thread.group
        title = f"{base}: {group}" if base else capital(group)
        return Naming(_with_service(title, thread), "%", "share", side)
    noun = last_noun_phrase(re.sub(r"\([^)]*\)", "", before))
    if noun and re.search(r"[A-Za-z]\)?\s$", before):
        return Naming(_with_service(capital(noun), thread), "%", "share", side, sure=False)
    return None


def _share_of(text: str, mention: Mention, stop: int, thread: Thread, side: Breakdown) -> Naming | None:
    """"24% of users are in the possible dependence category", "in 90.6% of cases"."""
    found = re.match(r"\s*\)?\s?of\s(?:the\s|our\s|all\s|its\s|their\s)*", text[mention.end :])
    start = mention.end + (found.end() if found else 0)
    phrase = phrase_after(text, start, stop)
    before = text[: mention.start]
    if re.search(r"\bin\s(?:over\s|about\s)?$", before) and phrase.head in ("cases", "incidents", "instances", "reports"):
        clause = re.split(r"[;:]|\.\s|,\s", re.sub(r"\sin\s(?:over\s|about\s)?$", "", before))[-1]
        said = re.sub(r"\s(?:is|are|was|were)\s", " ", _undated(clause)).strip(" ,")
        return Naming(_with_service(capital(said), thread), "%", "share", side, bool(said))
    noun = phrase.noun
    predicate = phrase.predicate
    if not noun:
        those = re.match(r"(those\s(?:\w+\s){0,4}?)(?=\b(?:had|have|were|are|was|is|went|completed|learn|said)\b)", text[start:stop])
        noun = (those[1].strip() if those else "")
        predicate = text[start + those.end() : clause_end(text, start, stop)] if those else predicate
    said = tidy_predicate(_undated(predicate), people=True)
    by = re.search(r"([\w'’ -]+?)\s(?:was|were)\s(\w+)\sby\s$", before)
    if by:
        tail = re.match(r"\s((?:in|on)\s[\w'’ -]+?)(?=\s\(|,|;|\.|$)", text[phrase.end :])
        title = f"{last_noun_phrase(by[1])} {by[2]} by {noun}"
        return Naming(_with_service(capital(title), thread), "%", "share", ((("group", tail[1]),) if tail else ()) + side)
    if not noun:
        return None
    if said:
        return Naming(_with_service(_without_place(capital(f"{noun} {said}")), thread), "%", "share", side)
    participle = verb_before(text, mention.start)
    subject = subject_of(text, mention.start)
    if subject:
        return Naming(_with_service(_without_place(f"{subject} as a share of {noun}"), thread), "%", "share", side)
    if participle:
        return Naming(_with_service(capital(f"{noun} {participle}"), thread), "%", "share", side)
    return Naming(_with_service(capital(noun), thread), "%", "share", side, sure=False)


_MONEY_VERBS = ((re.compile(r"\b(?:cost|costs|costing)\b", re.I), "cost"), (re.compile(r"\b(?:spent|spend|spending|expenditure)\b", re.I), "spending"), (re.compile(r"\b(?:budget)\b", re.I), "budget"), (re.compile(r"\b(?:fined|fines|penalt|court)\b", re.I), ""), (re.compile(r"\b(?:saved|savings?)\b", re.I), "saving"), (re.compile(r"\b(?:stolen|loss|losses|lost|seized|recovered|defrauded)\b", re.I), "amount"), (re.compile(r"\b(?:fund\w*|won|secur\w+|award\w*|invest\w*|grant\w*|receiv\w+|agreed|allocat\w+|provid\w+|offer\w*|bid|contribut\w+|has|have|asked|pay|pays|paid)\b", re.I), "funding"))  # fmt: skip


def _money(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    mention = all_[at]
    stop = _stop(all_, at, text)
    if re.search(r"\b(?:fine|fines|fined|penalty|penalties|charge of|court)\b", text, re.I):
        return None
    word = next((name for pattern, name in _MONEY_VERBS if pattern.search(text)), None)
    if not word:
        return None
    after = text[mention.end :]
    per = re.match(r"\s(?:per|a|each|every)\s(year|annum|month|week|person|head)\b", after, re.I)
    unit = "GBP" + (f" per {per[1].lower().replace('annum', 'year')}" if per else "")
    shortfall = re.match(r"\s(shortfall|gap|underspend|overspend|surplus|deficit|saving|reduction|cut)\b", after)
    if shortfall:
        return Naming(_with_service(capital(f"funding {shortfall[1]}"), thread), unit, "money")
    breakdown: Breakdown = _side(mention)
    source = re.match(r"(?:\s(?:per year))?\s\(([A-Z][^()]*(?:\([^()]*\)[^()]*)*)\)", after)
    if source and not re.search(r"\d{4}", source[1]):
        breakdown += (("source", source[1]),)
    purpose = re.search(r"\bfor\s(?:the\s|a\s|an\s)?((?!(?:one|two|three|a|the|this|each|\d)\b\s?(?:year|month|more)?)[\w'’()&-]+(?:\s[\w'’()&-]+){0,7})", text[mention.end :])
    name = ""
    if purpose and not re.match(r"(?:one|two|three|\d+|a)\s(?:year|month)", purpose[1]):
        name = re.split(r"\s(?:to|in|which|who|that|from|with|and|by|for|whom|of whom)\s", purpose[1])[0].strip()
    if name and not re.match(r"\d", name):
        return Naming(capital(f"{word} for {name}"), unit, "money", breakdown, sure=True)
    heading = thread.names.get("heading", "")
    title = _with_service(capital(word), thread)
    if title == capital(word) and heading:
        title = f"{heading}: {word}"
    return Naming(title, unit, "money", breakdown, sure=title != capital(word))


def _rank(text: str, mention: Mention) -> Naming | None:
    printed = text[mention.start : mention.end]
    after = text[mention.end :]
    among = re.match(r"\s(?:rates?\s)?((?:of|in|among|amongst|across|out of|within)\s[^.;,:()]+)", after)
    subject = subject_of(text, mention.start) or ""
    noun = re.match(r"\s((?:rate|number|proportion|level|percentage|share)s?\s(?:of|for)\s[\w' -]+?)(?=[,.;:(]|$)", after)
    if noun:
        subject = noun[1]
    elif not subject or subject.lower() in ("it", "this"):
        subject = re.split(r"[;:]|\.\s", text[: mention.start])[-1]
        found = re.search(r"([\w'’ -]*\b(?:rates?|number|level|proportion)\b[\w'’ -]*?)(?=\s(?:is|was|are|were|comes?|ranks?|has|stood)\b|,|\()", text)
        subject = last_noun_phrase(found[1]) if found else ""
    if not subject:
        return None
    superlative = printed.split()[-1]
    which = superlative + (" " + among[1].strip() if among and len(among[1]) < 60 else "")
    return Naming(capital(_without_place(subject)), "rank", "rank", (("rank", which),))


# ---- common ------------------------------------------------------------------------------------------------------


def _in_paren(text: str, mention: Mention) -> bool:
    before = text[: mention.start]
    return before.count("(") > before.count(")")


def _label_of_paren(text: str, all_: tuple[Mention, ...], at: int) -> str:
    """The words before "(37)" or before ", 182": what a list of parts calls this one."""
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    begin = all_[at - 1].end if at else 0
    if re.search(r"\(\s?$", before) and re.match(r"\s*\)", after):
        piece = re.sub(r"\(\s?$", "", text[begin : mention.start])
        # quotation marks may hold commas; a name of a course runs from its first quotation mark or a break outside
        piece = re.split(r"(?:^|[;:]|\))\s*[,;]?\s*|,\s(?=(?:[^'‘’]*['‘][^'’]*['’])*[^'‘’]*$)", piece.strip())[-1]
        words = re.sub(r"^(?:and|then|or|with|of)\s", "", piece.strip(" ,;"))
        words = re.sub(r"^(?:an?|the)\s", "", words)
        if words and len(words.split()) <= 9 and not re.search(r"\d{3,}", words):
            return words
        return ""
    found = re.search(r"(?:,\s|\bor\s|\bwere\s|\bwas\s)(?:an?|the)\s([A-Za-z-]+(?:\s[a-z-]+)?),\s$", before)
    if found and re.match(r"\s\(\d", after):
        return found[1]
    return ""


def _colon_label(text: str, mention: Mention) -> str:
    """The words before the colon that comes right before a number or a list of numbers, without their periods."""
    before = text[: mention.start]
    at = before.rfind(": ")
    if at < 0 or len(before[:at].split()) > 16:
        return ""
    label = _undated(before[:at])
    label = re.sub(r"^(?:Total|The)\s(?=[A-Z])", "", label).strip(" ,")
    label = re.sub(r"(?:,?\s(?:in|over|during|for|to)(?:\sthe)?)+\s*$", "", label).strip(" ,")
    return label if 0 < len(label.split()) <= 9 else ""


def _undated(text: str) -> str:
    from tracker.facts.periods import without_periods

    return without_periods(text, bare_years=True) if re.search(r"\d|year|quarter|month", text) else text.strip()


def _with_service(name: str, thread: Thread) -> str:
    """The name with its service before it, unless it says the service itself or carries a whole label."""
    name = capital(name.strip(" ,"))
    service = thread.service
    if not service:
        return name
    mine = {w for w in re.findall(r"[a-z]{3,}", name.lower())}
    theirs = {w for w in re.findall(r"[a-z]{3,}", service.lower())}
    if theirs and theirs <= mine:
        return name
    short = re.match(r"[A-Z]{2,}$", name.split()[0])
    return f"{service}: {name if short or name.split()[0][1:2].isupper() or _is_name(name) else name[:1].lower() + name[1:]}"


def _is_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[1][:1].isupper()


def _without_place(name: str) -> str:
    """ "Barnet's rate of …" → "Rate of …": the tracker's own place goes without saying."""
    return capital(re.sub(r"^(?:the\s)?[A-Z]\w+['’]s\s(?=[a-z])", "", name))
