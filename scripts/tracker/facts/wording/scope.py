"""Whose figures a sentence gives: the board's own place, or another area, the nation, a study.

In: a sentence and the name of the board's place. Out: the area a figure belongs to by the words near it ("" for the
board's own). What is told of the nation in one sentence goes on in the next until the place, the board or one of its
services is spoken of again.
"""

from __future__ import annotations

import re

_NATION = re.compile(
    r"\b(?:[Tt]he Government (?:published|launched|announced|has|set|introduced|committed|invested)"
    r"|England and Wales|England|Wales|Scotland|Great Britain|United Kingdom|UK(?!-based)|Britain|worldwide"
    r"|globally"
    r"|[Nn]ationwide|(?<!published )(?<!collected )(?<!mandated )[Nn]ationally|across the country|in the country"
    r"|[Nn]ational (?:(?:and|or) \w+ )?(?:facts|context"
    r"|average|figures?|statistics|rate"
    r"|data|picture|prevalence|level|evidence|research|estimates?|studies|study|surveys?|trends?|increase|decrease|total)"
    r"|Crime Survey|CSEW|Office for National Statistics|ONS\b|Ministry of Justice (?:data|study|figures|research"
    r"|statistics)"
    r"|Home Office (?:data|study|figures|research|statistics|adds|funding of)|Government (?:VAWG |data|study"
    r"|figures|research|statistics|investment|strategy says)"
    r"|[Gg]overnment(?:'s|’s)?\s(?:[\w-]+\s){0,4}?strategy(?:,)?\s(?:says|finds|reports|shows)|police forces)\b"
)
# "Safe Lives data has …" is a charity's of the whole country; "Hospital data shows …" is what the board was given.
_THEIR_DATA = (
    r"(?-i:\b(?:(?!Police|Hospital|Ambulance|Council|Local|Crime|Probation|Health|Survey|Recorded|Fire|School|Latest|Recent"
    r"|Current|Performance|Partnership|Our|The|This|These|All|Borough|Ward|Monitoring|Service|Case|Referral|Outcome)"
    r"[A-Z][\w'’]+\s)+data\s(?:shows?|suggests?|indicates?|has|have|puts?)\b)"
)
_STUDY = re.compile(
    r"\b(?:research (?:by|from|shows?|suggests?|found|finds|indicates?)|studies (?:show|suggest|found)|(?:a|one|the"
    r"|recent) (?:\d{4} )?(?:[\w-]+ )?study\b"
    r"|statistics (?:show|suggest|indicate)|(?:national|government|census|research|academic) data (?:shows?"
    rf"|suggests?|indicates?|has)\b|{_THEIR_DATA}|(?:^|[,;]\s|\b(?:and|that)\s)data (?:shows?|suggests?|indicates?)\b"
    r"|according to (?:the |a )?(?:Safe ?Lives|Women|NSPCC|Refuge|Victim|charit|national|World|UN|WHO)"
    r"|(?:the )?[A-Z]\w+ report(?:'s|’s) estimate|^\W*it is estimated|estimates? (?:that|suggest)|(?:in|by) a report by"
    r"|evidence (?:shows|suggests) that|puts the)",
    re.I,
)
_LONDON = re.compile(
    r"\b(?:across London|(?:rest|whole|remainder) of London|London-wide|pan-London|Met-wide|MPS-wide|in London"
    r"|London(?:'s|’s)? (?:average|rate|figure"
    r"|total)|for London|regionally|in the region|"
    r"(?:in|across|for) the (?:North (?:West|East)|South (?:West|East)|(?:West|East) Midlands|East of England)\b"
    r"(?! of)|"
    r"London as a whole|other boroughs|neighbouring boroughs|statistical neighbours?|nearest neighbours?"
    r"|(?:statistical|comparator|peer|family) groups?|our (?:YOT )?family)\b",
    re.I,
)
_LOCAL_WORDS = re.compile(
    r"\b(?:the borough|borough[- ]wide|in (?:the|our) borough|our|we|local(?:ly)?|the council|the partnership|the "
    r"board|the team|the service|the scheme|the project|the programme"
    r"|the (?-i:(?:[A-Z][\w'’-]+ ){1,3})(?:team|service|scheme|project|programme|hub|panel|unit))\b",
    re.I,
)


# "76.4, the ninth lowest rate in London": how the board's own stands among others.
_RANKED_AMONG = re.compile(
    r"\b(?:highest|lowest|best|worst|largest|smallest|safest|fewest|(?:most|least)\s\w+)\b(?:\s[\w’'-]+){0,5}\s$",
    re.IGNORECASE,
)


def _aside(sentence: str, mark: int, start: int) -> bool:
    """Whether the mark stands in brackets that the figure is outside of: "29% (national average 32%)"."""
    opened = sentence.rfind("(", 0, mark)
    if opened < 0 or ")" in sentence[opened:mark]:
        return False
    closed = sentence.find(")", mark)
    return not (opened < start < (closed if closed >= 0 else len(sentence)))


def _in_a_name(sentence: str, match: re.Match[str]) -> bool:
    """Whether the word is a piece of a body's name: "Shout Out UK", "NHS England", "North Central London Board"."""
    before = re.search(r"([A-Z]\w+)\s$", sentence[: match.start()])
    first = before is not None and before.start() > 0 and before[1] not in ("In", "Across", "For", "The", "And", "Of")
    return (
        match.group()[:1].isupper()
        and (first or re.match(r"\s(?:[A-Z][a-z]+|\()", sentence[match.end() :]) is not None)
        and len(match.group().split()) == 1
    )


_COMPARES = re.compile(
    r"\b(?:above|below|than|compar\w+|against|versus|vs|while|whereas|higher|lower|average)\b|[;:]", re.I
)


_AREA = (
    r"(?:BCU|Inner London|Outer London|Greater London|London|[Nn]ational(?:ly)?|England(?: and Wales)?|Great Britain|UK"
    r"|[Rr]egional(?:ly)?|MPS|Met|force|county|[Ss]tatistical neighbours?|[Ss]imilar (?:areas"
    r"|forces|boroughs|authorities)"
    r"|family group|most similar (?:group|forces|family)|MSG)(?:\s\([A-Z]+\))?"
)
_LEVEL = r"(?:averages?|rates?|figures?|mean|total|level|median|benchmark|comparator)"
# The area right before a number: "London (31.2%)", "(national: 32%", "a London average of 104.2".
_LABELLED = re.compile(
    rf"\b({_AREA})(?:['’]s)?(?:\s{_LEVEL})?\s?(?:\(|[:=]\s)(?:of\s)?$"
    rf"|[;,(]\s?(?:and\s|in\s)?({_AREA})[:,]?\s$"
    rf"|\b({_AREA})(?:['’]s)?\s(?:[\w-]+\s)?{_LEVEL}(?:,)?\s(?:(?:of|is|was|at|for|which)\s"
    rf"|stood\s|for\s[\w ]{{3,30}}\s){{0,3}}"
    r"(?:just\s|only\s|over\s|around\s)?$"
)


def speaks_of_place(text: str, place: str) -> bool:
    """Whether the board's own area or its bodies are spoken of."""
    if place and re.search(rf"\b{re.escape(place)}\b", text, re.I):
        return True
    return bool(_LOCAL_WORDS.search(text))


def names_place(text: str, place: str) -> bool:
    """Whether the board's area is named."""
    return bool(place) and re.search(rf"\b{re.escape(place)}\b", text, re.I) is not None


def other_area(sentence: str, start: int, place: str) -> str:
    """The area other than the board's that the figure at ``start`` belongs to, or "".

    Where both are named, the one that stands nearest before the figure wins, or the nearest at all.
    """
    labelled = _LABELLED.search(sentence[:start])
    if labelled and not names_place(labelled.group(), place):
        return labelled[1] or labelled[2] or labelled[3]
    marks: list[tuple[int, str]] = []
    for pattern, name in ((_NATION, "national"), (_STUDY, "study"), (_LONDON, "London")):
        marks.extend(
            (match.start(), match.group() if name == "national" else name)
            for match in pattern.finditer(sentence)
            if not _in_a_name(sentence, match)
            and not _aside(sentence, match.start(), start)
            and not _RANKED_AMONG.search(sentence[max(0, match.start() - 60) : match.start()])
        )
    if not marks:
        return ""
    own = [m.start() for m in re.finditer(rf"\b{re.escape(place)}\b", sentence, re.I)] if place else []
    after = [mark for mark in marks if start < mark[0] <= start + 40]
    for at, name in after:
        if re.fullmatch(r"[\d.,%£]*(?:\s(?:per|[\d,]+|population|cases|across|in|for|people))*\s", sentence[start:at]):
            return name
    if not own:
        before = [mark for mark in marks if mark[0] < start]
        if before:
            return (
                max(before)[1]
                if not _COMPARES.search(sentence[: min(before)[0]]) or _COMPARES.search(sentence[: max(before)[0]])
                else ""
            )
        at, name = min(marks)
        return "" if _COMPARES.search(sentence[start:at]) else name
    nearest = min([*((at, "") for at in own), *marks], key=lambda mark: (mark[0] > start, abs(mark[0] - start)))
    return nearest[1]
