"""The figures of one sentence: its numbers, their names, periods and areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.facts.figures.naming import name_mention
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.prose_flow import Flow, ProseFigure
from tracker.facts.figures.prose_service import set_group, set_service
from tracker.facts.figures.prose_titles import occasion_of, says_too_little
from tracker.facts.figures.title_sense import reads_as_group, reads_as_name, tidy_title
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.periods import Context, Period
from tracker.facts.wording.scope import names_place, other_area, speaks_of_place
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.when import blank_periods, period_for, sentence_periods

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
        for figure in _of_sentence(sentence, flow, place):
            if not any(start <= figure.start + begin < stop for start, stop in spoken):
                yield replace(figure, start=figure.start + begin, end=figure.end + begin)


# What a person is quoted with: its numbers are that person's own.
_SPOKEN = re.compile(r"“[^“”]{15,}(?:”|$)|(?<!\w)\"[^\"]{15,}(?:\"|$)|(?<!\w)‘(?=[A-Z])[^‘]{40,}?(?<!s)’(?!\w)")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my|myself|we|us|our|he|him|his|she|her)\b")


# The story of one person: its numbers are not the board's figures.
_ONE_PERSON = re.compile(
    r"(?:The|A|An|One|This)\s(?:\w+\s)?(?:victim|perpetrator|complainant|resident|mother|father|woman|man|family|child|client|survivor"
    r"|tenant|couple|patient|young person)\b(?!s)(?!\s\w+s\b)"
)


def _of_sentence(sentence: str, flow: Flow, place: str) -> Iterator[ProseFigure]:
    periods = sentence_periods(sentence, Context(anchor=flow.period, year=flow.year, published=flow.published))
    found = tuple(m for m in mentions(sentence) if not any(p.begin <= m.start < p.finish for p in periods))
    blanked = blank_periods(sentence, periods)
    area = other_area(sentence, 0, place)
    if area and not names_place(sentence, place):
        flow.foreign = area
    elif speaks_of_place(sentence, place):
        flow.foreign = ""
    thread = flow.thread
    thread.period_ends = tuple(p.begin for p in periods)
    thread.names["before"] = thread.base or thread.names.get("before", "")
    thread.names["whole"] = thread.names["part"] = thread.names["list"] = thread.names["of"] = ""
    thread.names["text"] = sentence
    if names_place(sentence, place):
        thread.local = True
    elif flow.foreign:
        thread.local = False
    set_service(sentence, found, thread)
    set_group(blanked, found, thread)
    if _ONE_PERSON.match(sentence):
        found = ()
    if _LAW.search(sentence) and _DUTY.search(sentence):
        found = tuple(m for m in found if m.sort not in ("count", "money"))
    service, told_before = thread.service, flow.period
    dated: Period | None = None
    for at, mention in enumerate(found):
        thread.names["here"] = "yes" if at else ""
        naming = name_mention(blanked, found, at, thread)
        if naming is None:
            continue
        naming = replace(naming, title=_resolved(naming.title, thread.names["before"], thread.names.get("crimes", "")))
        of = thread.names.get("crimes", "") or thread.names["before"] or thread.base or thread.names.get("heading", "")
        if naming.title == "Rate" and of and "rate" not in of.lower():
            # "Westford's rate was the 4th lowest": of what was spoken of
            naming = replace(naming, title=f"{of}: rate")
        there = other_area(sentence, mention.start, place) if mention.sort != "rank" else ""
        foreign = there or (flow.foreign if not names_place(sentence, place) else "")
        period = period_for(sentence, found, at, periods, flow.period, flow.year, dated, naming)
        if period is not None and period.dated and not naming.same and not _in_brackets(sentence, mention.start):
            dated = period
        beside = re.search(
            r"(?<!dealt )(?<!worked )(?<!engaged )(?<!met )(?<!spoke )(?<!working )(?<!dealing"
            r" )\bwith\s(?:between\s)?(?:\d+\s(?:to|and)\s)?(?:about\s|some\s|over\s)?$",
            sentence[: mention.start],
        )
        if (
            naming.counted
            and not (beside and thread.base)
            and (thread.base == "" or not naming.breakdown or naming.breakdown[0][0] != "group")
        ):
            thread.base, thread.unit = naming.title, naming.unit
            if naming.unit in _CRIMES:
                thread.names["crimes"] = naming.title
        if not naming.same and not naming.aside:
            thread.last = naming
        if foreign:
            continue
        if re.match(r"[^.;]{0,40}\brespectively\b", sentence[mention.end :]):
            naming = replace(naming, sure=False)
        if says_too_little(naming) and not sentence[mention.end :].lstrip(" +")[:1].isupper():
            occasion = occasion_of(sentence, mention)
            if occasion:
                naming = replace(naming, title=f"{occasion}: {naming.title.lower()}")
                thread.base = naming.title if thread.last and thread.base == thread.last.title else thread.base
                thread.last = naming
            else:
                naming = replace(naming, sure=False)
        yield ProseFigure(mention.start, mention.end, mention, _sensible(naming, place), period, sentence)
    spoken = [p for p in ([dated] if dated else periods) if p.start and p.end and p.kind != "relative" and p.months]
    # the time of a plan is no time of what was done
    if spoken and (dated or not _PLAN.search(sentence)):
        flow.period = spoken[-1]
    elif spoken:
        flow.period = flow.heading
    if flow.foreign:
        # what is told of the nation lends neither its time nor its names to what follows
        flow.period, thread.service = told_before, "" if area else service


def _sensible(naming: Naming, place: str) -> Naming:
    """The naming with a tidied title, unsure when the title or a part's name makes no sense to a reader."""
    title = tidy_title(naming.title, place)
    groups = [value for key, value in naming.breakdown if key == "group"]
    return replace(
        naming, title=title, sure=naming.sure and reads_as_name(title) and all(reads_as_group(g) for g in groups)
    )


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
    return title[: found.start()] + before[:1].lower() + before[1:] + title[found.end() :]
