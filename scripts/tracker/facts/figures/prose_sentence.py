"""The figures of one sentence: its numbers, their names, periods and areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.figures.naming import name_mention
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_whole import of_the_person, of_whole, second_of_pair, with_age
from tracker.facts.figures.prose_changes import without_changes
from tracker.facts.figures.prose_doubts import bare_rate, is_doubtful, is_no_result, without_twins
from tracker.facts.figures.prose_flow import Flow, ProseFigure
from tracker.facts.figures.prose_service import set_group, set_service
from tracker.facts.figures.prose_titles import occasion_of, says_too_little
from tracker.facts.figures.statements import stated
from tracker.facts.figures.title_sense import NO_SUBJECT, NO_VERB, reads_as_group, reads_as_name, tidy_title
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.mentions import Mention, mentions
from tracker.facts.wording.periods import Context, Period
from tracker.facts.wording.scope import names_place, other_area, speaks_of_place
from tracker.facts.wording.sentence_periods import blank_periods, sentence_periods
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.when import compared_with, period_for

_LAW = re.compile(r"\b(?:Act|section|offence|breach|court|statutory|guidance|law|legislation|regulations?)\b")

_DUTY = re.compile(
    r"\b(?:must|may|shall|is an offence|criminal offence|requires?|required|means|defined as|no more than|no later "
    r"than)\b",
    re.I,
)


def figures_of(text: str, flow: Flow, place: str) -> Iterator[ProseFigure]:
    spoken = [match.span() for match in _SPOKEN.finditer(text) if _FIRST_PERSON.search(match.group())]
    for begin, end in sentences(text):
        sentence = text[begin:end]
        for figure in without_twins(tuple(_of_sentence(sentence, flow, place))):
            if not any(start <= figure.start + begin < stop for start, stop in spoken):
                yield replace(figure, start=figure.start + begin, end=figure.end + begin)


# What a person is quoted with: its numbers are that person's own.
_SPOKEN = re.compile(r"“[^“”]{15,}(?:”|$)|(?<!\w)\"[^\"]{15,}(?:\"|$)|(?<!\w)‘(?=[A-Z])[^‘]{40,}?(?<!s)’(?!\w)")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my|myself|we|us|our|he|him|his|she|her)\b")


# The story of one person: its numbers are not the board's figures.
_ONE_PERSON = re.compile(
    r"(?:The|A|An|One|This)\s(?:\w+\s)?(?:victim|perpetrator|complainant|resident|mother|father|woman|man|family"
    r"|child|client|survivor"
    r"|tenant|couple|patient|young person)\b(?!s)(?!\s\w+s\b)"
)


# "the refuges took 38 women; Minerva House, 14": whose the numbers after a semicolon are.
_NEXT_OWNER = re.compile(r";\s(?:and\s)?((?:[A-Z][a-z]+\s){1,3}[A-Z][a-z]+)(?:,\s|\s[a-z]+\s(?:in\s|on\s)?)$")
_OPENS_WITH_TIME = re.compile(r"\W*(?:In|During|Over|For|Between|Since|From|As at|At|Throughout|By)\b")
# "… from 4 to 13, of which two met the threshold": a part of what was counted right before.
_PART_OF = re.compile(r"\bof (?:which|whom|them|these|those),?\s(?:only\s|about\s|just\s)?$")
_OF_WHICH = re.compile(r"\sof (?:which|whom|them)\b")
_GOES_ON = re.compile(
    r"(?:It|They|These|Those|This|Of|Over|About|Some|Around|Among (?:these|those)|So|\d[\d,.]*%?)\b", re.I
)


# "1.1 Total recorded crime …": the number of a paragraph.
_ITEM_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)+\.?|\(?[a-z]\)|\(?[ivx]+\))\s+(?=[A-Z])")


def _is_cut(sentence: str, mention: Mention, following: Mention, naming: Naming) -> bool:
    """Whether the words of a name run on into the next number ("premises rated 3 or above")."""
    gap = sentence[mention.end : following.start].split()
    words = naming.title.split()
    return (
        len(words) > 1 and gap[-2:] == words[-2:] and re.search(r"(?:ed|en|than|of|over|under)$", gap[-1]) is not None
    )


def _is_part_of(sentence: str, mention: Mention) -> bool:
    return bool(_PART_OF.search(sentence[: mention.start]) or _OF_WHICH.match(sentence, mention.end))


def _of_sentence(sentence: str, flow: Flow, place: str) -> Iterator[ProseFigure]:
    periods = sentence_periods(
        sentence, Context(anchor=flow.period, year=flow.year, published=flow.published, told=flow.told)
    )
    number = _ITEM_NUMBER.match(sentence)
    numbers = [m for m in mentions(sentence) if number is None or m.start >= number.end()]
    found = tuple(m for m in numbers if not any(p.begin <= m.start < p.finish for p in periods))
    blanked = _ITEM_NUMBER.sub(lambda m: " " * len(m.group()), _blank_place(blank_periods(sentence, periods), place))
    blanked, found = without_changes(blanked, found)
    area = other_area(sentence, 0, place)
    if area and {m.sort for m in found} == {"rank"}:
        # "This is the 11th lowest rate in London": the board's own rate
        pass
    elif area and not names_place(sentence, place):
        flow.foreign = area
    elif speaks_of_place(sentence, place):
        flow.foreign = ""
    lent = flow.heading
    if lent and lent.kind == "quarter" and any((p.months or 0) > 3 and not compared_with(sentence, p) for p in periods):
        # beside figures of a year one without a time need not be of the report's quarter
        flow.heading, flow.period = None, None if flow.period is lent else flow.period
    thread = flow.thread
    thread.period_ends = tuple(p.begin for p in periods)
    thread.names["before"] = thread.base or thread.names.get("before", "")
    thread.names["whole"] = thread.names["part"] = thread.names["list"] = thread.names["of"] = ""
    thread.names["sum"] = thread.names["factor"] = ""
    thread.names["named"] = thread.names["shared"] = ""
    thread.names["text"] = sentence
    thread.names["place"] = place
    if names_place(sentence, place):
        thread.local = True
    elif flow.foreign:
        thread.local = False
    if not _GOES_ON.match(sentence):
        # the service of one sentence does not own what the next one counts, unless that one goes on about it
        thread.service = thread.names.get("service", "")
    set_service(sentence, found, thread)
    set_group(blanked, found, thread)
    if _ONE_PERSON.match(sentence):
        found = ()
    if _LAW.search(sentence) and _DUTY.search(sentence):
        found = tuple(m for m in found if m.sort not in ("count", "money"))
    thread.sentence = parse(blanked, [(m.start, m.end) for m in found])
    service, told_before = thread.service, flow.period
    dated: Period | None = None
    told_apart = ""
    for at, mention in enumerate(found):
        thread.names["here"] = "yes" if at else ""
        owner = _NEXT_OWNER.search(sentence[found[at - 1].end : mention.start]) if at else None
        told_apart = owner[1] if owner else told_apart
        said_before = thread.last if at else None
        before_it = replace(thread, names=dict(thread.names))
        naming = name_mention(blanked, found, at, thread)
        if naming is None:
            figure = _in_own_words(sentence, blanked, found, at, before_it, periods, flow, dated, place)
            if figure:
                thread.told = figure.naming
                yield figure
            continue
        if (
            said_before
            and said_before.unit == naming.unit == "%"
            and ": " in said_before.title
            and NO_SUBJECT.match(naming.title)
        ):
            # "73% strongly agreed and 27% tended to agree …": of the same people
            naming = replace(
                naming, title=f"{said_before.title.split(': ')[0]}: {naming.title[:1].lower()}{naming.title[1:]}"
            )
        if said_before and (verb := re.search(r"\bwho (\w+) ", said_before.title)):
            # "63% felt safe after dark and 8% very unsafe": felt, too
            naming = replace(naming, title=NO_VERB.sub(rf"who {verb[1]} \1", naming.title))
        if said_before:
            naming = second_of_pair(sentence, found[at - 1], mention, naming, said_before)
        naming = with_age(sentence, of_whole(sentence, of_the_person(naming)))
        part_of_unnamed = at > 0 and not thread.names["named"] and _is_part_of(sentence, mention)
        thread.names["named"] = str(at)
        bare = naming.title
        naming = replace(naming, title=_resolved(bare, thread.names["before"], thread.names.get("crimes", "")))
        led = re.search(r"\bwith (?:an?|the)\s[a-z -]+$", sentence[: mention.start])
        if naming.title != bare and led and said_before and said_before.title.partition(":")[0] not in naming.title:
            # "Stop and search stood at 312 with an outcome rate of 27%": of the searches, not of what went before
            naming = replace(naming, sure=False)
        of = thread.names.get("crimes", "") or thread.names["before"] or thread.base or thread.names.get("heading", "")
        if naming.title == "Rate" and of and "rate" not in of.lower():
            # "Westford's rate was the 4th lowest": of what was spoken of
            naming = replace(naming, title=f"{of}: rate")
        there = other_area(sentence, mention.start, place) if mention.sort != "rank" else ""
        foreign = there or (flow.foreign if not names_place(sentence, place) else "")
        period = period_for(sentence, found, at, periods, flow.period, flow.year, dated, naming)
        if period is not None and not periods and _VAGUE_TIME.search(sentence[: mention.start]):
            # "Over a 12-month period there had been …": no time that the text before lends
            period = None
        if (
            period is not None
            and naming.measure != "money"
            and _YEARS.fullmatch(period.label)
            and (period.months or 0) > 12
        ):
            # "2019-21": two financial years to some, three calendar years to others
            period = replace(period, start="", end="")
        if period is not None and period.dated and not naming.same and not _in_brackets(sentence, mention.start):
            dated = dated if compared_with(sentence, period) else period
        beside = re.search(
            r"(?<!dealt )(?<!worked )(?<!engaged )(?<!met )(?<!spoke )(?<!working )(?<!dealing"
            r" )\bwith\s(?:between\s)?(?:\d+\s(?:to|and)\s)?(?:about\s|some\s|over\s)?$",
            sentence[: mention.start],
        )
        if (
            naming.counted
            and not (beside and thread.base)
            and (
                thread.base == ""
                or not naming.breakdown
                or naming.breakdown[0][0] != "group"
                # "1,020 notices for littering and 88 for dog fouling": both are parts of the notices
                or naming.breakdown[0][1].startswith("for ")
            )
        ):
            thread.base, thread.unit = naming.title, naming.unit
            if naming.unit in _CRIMES:
                thread.names["crimes"] = naming.title
        if not naming.same and not naming.aside:
            thread.last = naming
        if foreign:
            continue
        if _NOT_YET.match(sentence):
            naming = replace(naming, sure=False)
        if re.match(r"[^.;]{0,110}\brespectively\b", sentence[mention.end :]):
            naming = replace(naming, sure=False)
        if says_too_little(naming) and not sentence[mention.end :].lstrip(" +")[:1].isupper():
            occasion = occasion_of(sentence, mention) or thread.names.get("parent", "")
            if occasion:
                naming = replace(naming, title=f"{occasion}: {naming.title.lower()}")
                thread.base = naming.title if thread.last and thread.base == thread.last.title else thread.base
                thread.last = naming
            else:
                naming = replace(naming, sure=False)
        naming = _sensible(_timed(naming, sentence, mention), place)
        cut = (
            at + 1 < len(found) and found[at + 1].sort == "count" and _is_cut(sentence, mention, found[at + 1], naming)
        )
        if cut or part_of_unnamed or is_doubtful(sentence, mention, naming, place):
            naming = replace(naming, sure=False)
        if not naming.sure:
            thread.names["unsure"] = naming.title
        elif naming.title.partition(":")[0].removesuffix(" (share)") == thread.names.get("unsure"):
            # a part of what could not be named
            naming = replace(naming, sure=False)
        figure = (
            _in_own_words(sentence, blanked, found, at, before_it, periods, flow, dated, place)
            if not naming.sure and not any(key in ("plan", "measure", "range") for key, _ in naming.breakdown)
            else None
        )
        thread.told = figure.naming if figure else None
        if figure:
            yield figure
            continue
        if told_apart and mention.sort == "count" and not naming.breakdown and told_apart not in naming.title:
            naming = replace(naming, breakdown=(("group", told_apart),))
        yield ProseFigure(mention.start, mention.end, mention, naming, period, sentence)
    spoken = [
        p
        for p in ([dated] if dated else periods)
        if p.start and p.end and p.kind != "relative" and p.months and not compared_with(sentence, p)
    ]
    told = {(p.start, p.end) for p in periods if p.months and p.kind != "relative" and not compared_with(sentence, p)}
    if {m.sort for m in found} == {"money"}:
        # the year that a grant is for is no time of what was done
        spoken = []
    if len(told) > 1 and not _OPENS_WITH_TIME.match(sentence):
        # a sentence that tells of several times lends none
        spoken = []
        flow.period = flow.heading
    elif spoken and (spoken[-1].months or 0) < 2 and flow.year and not _OPENS_WITH_TIME.match(sentence):
        # what happened in one month lends its time to nothing else in a year's report
        spoken = []
    # the time of a plan is no time of what was done
    if spoken and (dated or not _PLAN.search(sentence)):
        flow.period = spoken[-1]
    elif spoken:
        flow.period = flow.heading
    if flow.foreign:
        # what is told of the nation lends neither its time nor its names to what follows
        flow.period, thread.service = told_before, "" if area else service


# Words that lead a sentence on and are no part of what it speaks of.
_ASIDES = re.compile(
    r"\byear[- ]to[- ]date\b|,\s(?:on the other hand|however|in contrast|by contrast|in turn|meanwhile),"
    r"|^\W*(?:on the other hand|at the same time|in contrast|by contrast|as a result|for example"
    r"|in particular|in addition|in total|on average|as an employer|encouragingly|unfortunately|sadly|tragically)\b,?",
    re.IGNORECASE,
)


def _in_own_words(
    sentence: str,
    blanked: str,
    found: tuple[Mention, ...],
    at: int,
    thread: Thread,
    periods: tuple[Period, ...],
    flow: Flow,
    dated: Period | None,
    place: str,
) -> ProseFigure | None:
    """The figure of number ``at`` under its sentence's own words, None where they name none or tell of no result."""
    mention = found[at]
    naming = stated(blanked, found, at, thread)
    if naming is None or bare_rate(naming) or is_no_result(sentence, mention, naming) or _NOT_YET.match(sentence):
        return None
    if other_area(sentence, mention.start, place) or (flow.foreign and not names_place(sentence, place)):
        return None
    period = period_for(sentence, found, at, periods, flow.period, flow.year, dated, naming)
    if period and period.kind == "day" and re.search(r"\bsince\b", sentence[: period.begin], re.I):
        # "Since the order came into force on 1 May": the day is no time of what was done
        period = None
    return ProseFigure(mention.start, mention.end, mention, naming, period, sentence)


def _blank_place(sentence: str, place: str) -> str:
    """The sentence with "in <place>", "in the borough" as blanks: whose figures they are goes without saying, and what
    is said of a thing stands right after it again."""
    own = rf"|(?:the\s)?(?:(?:london\s)?borough of\s)?{re.escape(place)}" if place else ""
    pattern = (
        r"(?<=\w)(?<!\bliving)(?<!\bbased)(?<!\bresident)(?<!\blive)\s(?:in|within|across)\s(?:(?:the|our)\s(?:borough|city|county|district|town)"
        rf"{own})(?!['’\w]|\s(?-i:[A-Z])|\sof\b|\s(?:centres?|hall|council|boundar|limits|-?wide|police|fire)\b)"
    )
    blanked = re.sub(pattern, lambda match: " " * len(match.group()), sentence, flags=re.I)
    return _ASIDES.sub(lambda match: " " * len(match.group()), blanked)


# What is estimated for all, and what a meeting resolves, is nothing that was counted.
_NOT_YET = re.compile(
    r"\W*(?:[\d.]+\s)?(?:it (?:is|was|has been) (?:also )?estimated|an estimated|estimates (?:suggest|show)"
    r"|extrapolat\w+|resolved|agreed[:,]? (?:that|to)"
    r"|recommend(?:ed|ation)?s?)\b",
    re.I,
)


_VAGUE_TIME = re.compile(r"\b(?:over|in|during) an? (?:\d+|twelve|three|six)[- ]month period\b", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}\s?[-–]\s?\d\d")


def _timed(naming: Naming, sentence: str, mention: Mention) -> Naming:
    """ "Before the workshop 68% knew …; this rose to 93% afterwards": two shares of one measure."""
    if naming.measure not in ("share", "average") or any(key == "group" for key, _ in naming.breakdown):
        return naming
    lead = re.split(r"[;.,]\s", sentence[: mention.start])[-1]
    told = (
        re.search(r"\b(before|after)(?:wards|hand)?,?\s$", sentence[: mention.start])
        or re.match(r"\W*(before|after)\b", lead, re.I)
        or re.match(r"\s(before|after)(?:wards)?(?=\s*(?:[.,;)]|$)|\sthe\b)", sentence[mention.end :])
    )
    return replace(naming, breakdown=(*naming.breakdown, ("group", told[1].lower()))) if told else naming


# "Reported improved wellbeing": a verb without those who did it; "Recorded crimes" is a noun.
_BARE_VERB = re.compile(
    r"(?!Licen[sc]ed|Disabled|Registered|Unemployed|Related)[A-Z][a-z]+ed\s(?![\w-]+s\b)[\w-]+(?!:)"
)


def _sensible(naming: Naming, place: str) -> Naming:
    """The naming with a tidied title, unsure when the title or a part's name makes no sense to a reader."""
    title = tidy_title(naming.title, place)
    if naming.measure == "share" and (NO_SUBJECT.match(title) or _BARE_VERB.match(title)):
        # "Rated the course as good": the share of whom is not told
        naming = replace(naming, sure=False)
    if place and title.rpartition(": ")[2].lower() in (place.lower(), "the borough", "the city", "the council"):
        naming = replace(naming, sure=False)
    groups = [value for key, value in naming.breakdown if key == "group"]
    rate = _PER.search(title)
    if rate and naming.measure == "count":
        # "Recorded crime per 1,000 population was 73.2"
        naming = replace(naming, measure="rate", unit=f"per {rate[1]}")
    return replace(
        naming, title=title, sure=naming.sure and reads_as_name(title) and all(reads_as_group(g) for g in groups)
    )


_PER = re.compile(r"\bper (1,000|10,000|100,000)\b")
_PLAN = re.compile(
    r"\b(?:will|shall|(?:is|are) to\b(?! be seen)|(?:is|are) due to|plan(?:s|ned|ning)? (?:to"
    r"|for)|aims? to|intends? to|going to"
    r"|scheduled|expected to|propose[sd]?|target|would|should|ambition)\b",
    re.I,
)


def _in_brackets(sentence: str, at: int) -> bool:
    return sentence.count("(", 0, at) > sentence.count(")", 0, at)


_CRIMES = frozenset({"offences", "incidents", "crimes", "cases"})


def _resolved(title: str, before: str, crimes: str) -> str:
    """ "Suspects identified for such offences": the offences that were counted before are named; so are those that a
    bare "detection rate" is a rate of."""
    if crimes and re.fullmatch(
        r"(?:[\w'’-]+\s){0,2}(?:detection|charge|conviction|outcome|solved|clear-up|attrition) rate", title, re.I
    ):
        return f"{title}: {crimes}"
    found = re.search(r"\b(?:such|these|those)\s(?:offences|cases|incidents|crimes|referrals|reports)\b", title)
    if not found or not before:
        return title
    before = re.sub(r"\s(?:recorded|reported)$", "", before)
    return title[: found.start()] + before[:1].lower() + before[1:] + title[found.end() :]
