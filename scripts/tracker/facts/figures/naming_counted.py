"""Names of what is counted, from the noun phrase after a number or the subject before it."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_crimes import crime_unit, opening_crime
from tracker.facts.figures.naming_parts import (
    Breakdown,
    Naming,
    Thread,
    colon_label,
    in_paren,
    side_of,
    target_of,
    titled,
    without_place,
)
from tracker.facts.figures.naming_rates import A_TIME, GENERIC, PLANNED, is_average
from tracker.facts.figures.naming_subjects import rate_in
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrases import (
    Phrase,
    capital,
    clause_end,
    counts_people,
    is_plural,
    phrase_after,
    tidy_predicate,
)
from tracker.facts.wording.phrases_before import subject_of, verb_before
from tracker.facts.wording.word_lists import COUNTED, PARTICIPLES, PEOPLE, UNCOUNTED, words_of
from tracker.records import Measure

_DEFINITE = re.compile(
    r"\b(?:these|those|both|other|its|their|our|the (?:other|same|last|first|next|above|following|remaining)|all"
    r"|all the|the|each of the|of its|of the|his|her|any|every|next|last|first)\s$",
    re.I,
)

_LESSONS = words_of("sessions modules lessons classes parts")

_THERE_WAS = re.compile(
    r"\b(?:there (?:was|has been|is|were|have been|are)|only|recorded|saw|received)\s(?:only\s|just\s)?$", re.I
)


def name_one_or_none(text: str, mention: Mention, thread: Thread, phrase: Phrase) -> Naming | None:
    """ "There was one domestic homicide", "No repeat referrals were received": told as results."""
    before = text[: mention.start]
    if mention.value == "1":
        words = phrase.noun.split(" of ")[0].split()
        if not words or not _THERE_WAS.search(before) or words[-1].lower() + "s" not in COUNTED:
            return None
        return name_composed(text, mention, thread, phrase, words[-1].lower() + "s", False)
    said = re.match(r"(?:was|were|has been|have been|had been)\s\w+", phrase.predicate)
    there = _THERE_WAS.search(before) is not None
    if (
        phrase.head not in COUNTED
        or not (there or (said and not before.strip()))
        or not (thread.period_ends or thread.names.get("service"))
    ):
        return None
    return name_composed(text, mention, thread, phrase, phrase.head, False)


def name_counted(
    text: str, all_: tuple[Mention, ...], at: int, thread: Thread, phrase: Phrase, target: bool
) -> Naming | None:
    """What a count counts, by the phrase after it; None where the words do not say."""
    mention = all_[at]
    before = text[: mention.start]
    head = phrase.head
    last = thread.last
    if (
        last is not None
        and last.measure == "count"
        and head == last.unit == phrase.noun.lower()
        and not phrase.predicate
    ):
        parts = tuple(p for p in last.breakdown if p[0] != "measure")
        if thread.dated_after(phrase.end) and re.search(
            r"(?:\band|,|\(|\bwith|\bto|\bfrom|\bthan)\s*(?:only\s|just\s)?$", before
        ):
            # "12 cases of arson, and 15 cases the year before"
            return replace(last, breakdown=parts, same=True, counted=False)
    words = [w.lower() for w in phrase.noun.split(" of ")[0].split()]
    if head in UNCOUNTED or any(w in UNCOUNTED for w in words[:2]):
        return None
    if re.search(r"(?:^|\s)(?:boroughs|authorities|councils|forces)$", phrase.noun, re.I) and re.search(
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
    if phrase.noun.lower() in GENERIC and (rate := rate_in(subject_of(text, mention.start), thread)):
        return rate
    definite = _DEFINITE.search(before)
    if mention.in_words:
        if head not in COUNTED or definite or mention.value in ("0", "1"):
            return None
        if not _told(text, mention, phrase):
            return None
    if definite and re.search(r"\b(?:those|these|both|any|every|each of the)\s$", definite.group(), re.I):
        return None
    beside = False
    if re.search(
        r"\b(?:in|at|by|for|within|across|from|on)\s(?:the\s|our\s|its\s|all\s|over\s|about\s|more than\s)*$",
        before,
        re.I,
    ):
        # what follows is said of something else: "workers at the 3 refuges were trained"
        phrase, beside = replace(phrase, predicate=""), bool(thread.base)
    if _WHOLE.search(before) and not re.search(r"\bOf\s", before[-30:]):
        phrase = replace(phrase, predicate="")
    if head == "boroughs" and re.search(r"\b(?:across|between|in|with|by)\s(?:all\s|the\s)?$", before):
        return None
    named = name_composed(text, mention, thread, phrase, head, target or bool(_AIMED.search(before)))
    if beside and re.search(r"\b(?:across|at|in)\s(?:the\s|over\s|about\s)?$", before):
        # "512 young people across 11 venues, of whom …" goes on about the people
        named = replace(named, counted=False)
    return replace(named, stock=True) if _WHOLE.search(before) else named


_AIMED = re.compile(
    r"\b(?:target|goal|aim|ambition|objective)s?\b(?:\s\w+){0,5}\sto\s\w+\s(?:at least\s|over\s|a total of\s)?$", re.I
)
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


def name_composed(text: str, mention: Mention, thread: Thread, phrase: Phrase, unit: str, target: bool) -> Naming:
    """Name from the noun phrase, what is said of it and the verb before it."""
    noun = phrase.noun
    first, _, rest = noun.partition(" of ")
    label = colon_label(text, mention)
    if rest and first.lower() in GENERIC:
        noun = (
            noun
            if rest.split()[0].lower() in PEOPLE
            else noun
            if first.lower() == "reports" and (phrase.predicate or verb_before(text, mention.start))
            else rest
        )
    elif label and first.lower() in GENERIC:
        noun = label if first.lower() == "cases" else f"{label}: {first}"
    elif label:
        thread.service = label
    people = counts_people(phrase.noun, unit)
    if _SAMPLE.search(text[: mention.start]):
        # "A survey of 1,022 women found that …": how many were asked
        return Naming(capital(f"{noun} surveyed"), unit, "count", target_of(target), counted=True)
    somewhere = _SOMEWHERE_DID.match(text, phrase.end) if people and not phrase.predicate else None
    if somewhere and not _WHOLE.search(text[: mention.start]):
        # "20 clients at the recovery service had died": what they did is what is counted
        phrase = replace(phrase, predicate=somewhere[1].strip(" ,"))
    after = _BRACKETED_SHARE.match(text, phrase.end)
    if (
        after
        and not phrase.predicate
        and not _WHOLE.search(text[: mention.start])
        and re.match(r"(?:was|were|is|are|has|have|had|\w+ed)\b", text[after.end() :])
    ):
        # "1,109 assessments (36.2%) recorded domestic abuse …"
        phrase = replace(phrase, predicate=text[after.end() : clause_end(text, after.end(), len(text))].strip(" ,"))
    whole = _WHOLE.search(text[: mention.start])
    if not phrase.predicate and not whole and not verb_before(text, mention.start):
        phrase = replace(phrase, predicate=_said_of_all(text, phrase))
    if re.match(r"(?:who|that)\s", phrase.predicate) and re.search(
        r"\b(?:seen|saw|helped|help|helping|made|let|had)\s(?:\w+\s)?$", text[: mention.start]
    ):
        # "has seen 11 young people lose their lives": what happened to them is no name of theirs
        phrase = replace(phrase, predicate="")
    if re.search(r"\b\d[\d,]*\s(?:hours|days|minutes|weeks|months|years)\b", phrase.predicate):
        phrase = replace(phrase, predicate="")
    said = tidy_predicate(phrase.predicate, people) if _says(phrase.predicate, people) else ""
    name = noun
    if said and len(noun.split()) + len(said.split()) <= 12:
        name = f"{noun} {said}"
    elif len(noun.split()) <= 3 or (people and len(noun.split()) <= 5 and " and " in noun):
        towards = _TOWARDS.match(text, phrase.end) if unit in _GO_SOMEWHERE and len(noun.split()) <= 2 else None
        participle = "" if towards else verb_before(text, mention.start)
        if towards:
            name = f"{noun} {towards[1]}"
        elif not participle and re.search(r"\d[\d,]*\s[a-z'’ -]+(?:,| and)\s+$", text[: mention.start]):
            # "took 38 women and 26 children": the verb holds for both
            participle = thread.names.get("verb", "")
        if participle == "seen" and not people:
            # "the borough saw 40 thefts": they happened, nobody looked at them
            participle = ""
        thread.names["verb"] = participle
        if participle == "seen" and unit not in PEOPLE:
            participle = ""
        if participle:
            name = f"{noun} {participle}"
            given = re.match(
                r"\s(with\s(?:an?\s|the\s)?[a-z][\w'’-]*(?:\s(?!(?:in|at|by|on|from|during|and|out|of"
                r"|across)\b)[a-z][\w'’-]*){0,4})",
                text[phrase.end :],
            )
            if participle in _GIVEN_WITH:
                name = f"{noun} {participle} {given[1]}" if given else noun
    if (
        noun.split()[0].lower() in ("other", "new", "more", "further")
        and len(noun.split()) <= 2
        and ":" not in titled(noun, thread)
    ):
        return Naming(titled(noun, thread), unit, "count", (), False, counted=True)
    sure = unit in COUNTED or float(mention.value) >= 10 or len(re.findall(r"\b[A-Z]", phrase.noun)) >= 2
    begins = text.find(phrase.noun, mention.end)
    thin = (
        _COMPLEMENT.match(text, begins + len(phrase.noun) if begins >= 0 else phrase.end)
        if len(name.split()) == 1 and not phrase.predicate
        else None
    )
    owner = _OWNER.search(text[: mention.start]) if len(noun.split()) == 1 and name == noun else None
    if thin:
        # "24 offences involving a firearm", "1,180 adults in structured treatment"
        name = f"{name} {thin[1]}"
    elif owner and not thread.service:
        thread = replace(thread, service=owner[1])
    subject = subject_of(text, mention.start)
    if name.lower() in GENERIC:
        where = _WHERE.match(text, phrase.end)
        if subject and subject.lower() not in ("there", "it", "this"):
            uncounted = bool(crime_unit(subject)) and not any(is_plural(word) for word in subject.split())
            name = without_place(f"{subject}: {name}" if uncounted else subject)
        elif where:
            name = f"{name} {where[1]}"
    elif len(name.split()) == 1 and _names_all(subject, unit):
        # "The number of Safe and Well visits was 1,656 visits"
        name = without_place(subject)
    elif len(name.split()) == 1 and name == noun and subject and crime_unit(subject):
        # "Serious youth violence stood at 187 victims"
        name, thread = f"{without_place(subject)}: {name}", replace(thread, service="", names={})
    turned = _CLAUSE_CRIME.search(text[: mention.start]) if name.split()[0].lower() in GENERIC else None
    crime = opening_crime(text) if not turned else turned[1] if crime_unit(turned[1]) else ""
    crime = crime if name.split()[0].lower() in GENERIC and "of" not in name.split() else ""
    if crime and not (label and label in name) and not set(crime.lower().split()) <= set(name.lower().split()):
        name, thread = (
            f"{capital(crime)}: {name}",
            replace(thread, service="", names=thread.names | {"heading": "", "long": "", "sub": ""}),
        )
    elif name.lower() in GENERIC and (titled(name, thread) == capital(name) or _names_no_crime(thread)):
        sure = False
    breakdown: Breakdown = target_of(target)
    spot = _SPOT.match(text, phrase.end)
    if spot and unit in _HAPPEN and not phrase.predicate:
        breakdown += (("area", spot[1]),)
    of_both = re.search(r"\b(\w+) and (\w+)\b", noun)
    if of_both and {of_both[1].lower(), of_both[2].lower()} <= PEOPLE:
        unit = "people"
    first_for = re.fullmatch(r"(.+?) (for [\w'’ -]+)", name)
    if first_for and re.match(r"(?:,|,?\sand)\s(?:a further\s)?\d[\d,]*\sfor\s", text[phrase.end :]):
        # "1,874 notices for littering, 212 for fly-tipping": both are parts of the notices
        name, breakdown = first_for[1], (*breakdown, ("group", first_for[2]))
    shared_for = re.match(
        r"\s(for [a-z][\w'’ -]{2,30}?)(?:,|,?\sand)\s(?:a further\s)?\d[\d,]*\sfor\s", text[phrase.end :]
    )
    if shared_for and not first_for:
        breakdown = (*breakdown, ("group", shared_for[1]))
    now = re.search(r"\bfrom\s$", text[: mention.start]) is not None
    planned = not now and (thread.planned or bool(PLANNED.search(_clause_round(text, mention, phrase))))
    if planned and not target:
        breakdown += (("plan", "planned"),)
        # what is only aimed at stands with the targets
        sure = sure and not re.search(
            r"\b(?:aims?|intends?|hopes?|plan(?:s|ned|ning)?|target|ambition)\s(?:is\s)?to\s", text[: mention.start]
        )
    lead = re.split(r"[,;:(]\s|\.\s|\d\s", text[max(0, mention.start - 40) : mention.start])[-1]
    tail = re.match(r"[^.;,\d]{0,20}\bon average\b", text[phrase.end :])
    measure: Measure = "average" if is_average(f"{lead} {tail[0] if tail else ''}") else "count"
    per = A_TIME.match(text, phrase.end)
    if per and mention.qualifier != "up to":
        measure, unit = "average", f"{unit} per {per[1].lower().replace('annum', 'year')}"
    title = name if label and (label in name) else titled(name, thread)
    return Naming(without_place(title), unit, measure, breakdown + side_of(mention), sure, counted=True)


def _names_no_crime(thread: Thread) -> bool:
    """Whether bare "offences" would be named by a heading that is neither of a crime nor a name of its own."""
    heading = thread.names.get("heading", "")
    proper = re.search(r"[A-Z]{2}|\s[A-Z]", heading) is not None
    told = set(re.findall(r"[a-z]+", heading.lower())) & COUNTED
    return bool(heading) and not thread.service and not proper and not told and not crime_unit(heading)


def _names_all(subject: str, unit: str) -> bool:
    """Whether a subject says what the bare noun after a number is of."""
    words = subject.lower().split()
    return len(words) > 1 and (unit in words or words[:2] == ["number", "of"])


_SAMPLE = re.compile(r"\b(?:survey|poll|sample) of\s(?:over\s|about\s|some\s|around\s)?$", re.I)
_SOMEWHERE_DID = re.compile(
    r"\s(?:at|in|from|on|within|across)\s[^,.;:()\d]{3,70}?(?:\s\([A-Z]+\))?"
    r"\s((?:had|have|has|were|was|are)\s(?!been\s?$)[a-z][^,.;:()\d]{2,60}?)"
    r"(?=\s*(?:[.,;:(]|$)|\s\s|\sand\s)"
)


def _clause_round(text: str, mention: Mention, phrase: Phrase) -> str:
    """Some words before the number and after its phrase, of the same clause."""
    lead = re.split(r"[;:]\s", text[max(0, mention.start - 60) : mention.start])[-1]
    return lead + re.split(r"[;:]\s|\.\s", text[mention.start : phrase.end + 30])[0]


# "…, although shoplifting was up with 1,904 offences": the crime of the last clause
_CLAUSE_CRIME = re.compile(
    r",\s(?:although|while|but|whereas|and)\s([a-z][a-z -]{3,30}?)\s(?:was|were|is|rose|fell|had|has|increased"
    r"|decreased"
    r"|went)\b[^,.;]*$"
)
# "1,420 visits to licensed premises", "118 referrals from GPs": without the rest the name says too little.
_GO_SOMEWHERE = words_of(
    "visits calls referrals reports complaints requests assaults attacks checks responses arrests charges admissions"
    " attendances applications inspections convictions prosecutions allegations enquiries contacts disclosures breaches"
)
_TOWARDS = re.compile(
    r"\s((?:to|from|against|about|for|on)\s(?:the\s)?(?:\d\d-hour\s)?(?!(?:date|which|all|both|those|these|other|a|an|one)\b)[A-Za-z][\w'’&/-]*"
    r"(?:\s(?!(?:and|in|at|on|during|by|with|were|was|from|to|for|between|over|this|last|which|who|that)\b)[A-Za-z][\w'’&/-]*){0,3})"
    r"(?=\s*(?:[.,;(]|$)|\s\s|\s(?:and|in|at|on|during|by|with|between|over|this|last|were|was|are|is|have|had)\b)"
)
_COMPLEMENT = re.compile(
    r"\s((?:(?:under|over)\s(?:the\sage\sof\s)?\d\d\s)?"
    r"(?:involving|relating to|related to|linked to|concerning|in|with|at|on|under)\s(?:the\s|an?\s|our\s|its\s)?"
    r"(?!(?:year|quarter|period|month|total|addition|all|average|place|number"
    r"|last|past|same|first|second|time|each|which|whom"
    r"|end|start|beginning|close|point|moment|night|day)\b)[a-z][\w'’-]*"
    r"(?:\s(?!(?:and|as|were|was|are|is|have|had|has|in|at|on|by|from|to|compared|reported|recorded|during|over|between|with|who|which|that)\b)"
    r"[a-z][\w'’-]*){0,3})(?=\s*(?:[.,;:(]|$)|\s\s|\s(?:compared|as|and|were|was|are|is|have|had|reported|recorded|during|over|between)\b)"
)
_OWNER = re.compile(
    r"(?:^|[.;:]\s)(?:The\s)?([A-Z][a-z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})\s(?:now\s|currently\s)?(?:has|have|had)\s(?:over\s|about\s|some\s)?$"
)
# People are given these with something: "provided 23 households with safe accommodation".
_HAPPEN = words_of(
    "incidents offences crimes cases thefts assaults fires collisions murders attacks homicides reports calls"
    " burglaries robberies stabbings shootings incidences"
)
_SPOT = re.compile(
    r"\s(?:in|at|on|around|near)\s((?!January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Q\d|Quarter"
    r"|England|London|Wales|Year)(?:the\s)?[A-Z][a-z]+(?:\s(?:Park|Road|Street|Lane|Ward|Estate|Green|Town"
    r"|[A-Z][a-z]+)){0,3})(?=[\s.,;]|$)"
)
_GIVEN_WITH = words_of("provided supplied equipped presented fitted")
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
    if first in ("who", "that"):
        return True
    if PARTICIPLES.get(first) == "" and first != "felt":
        return False
    return bool(first) and (people or first.endswith("ed")) and first not in ("show", "shows")
