"""The words that name an area other than a board's own, a study, or the board's own area and bodies."""

from __future__ import annotations

import re

# "a target set nationally", "a survey carried out nationally": how a thing is done, not whose the figure is.
_DONE = (
    *("set", "agreed", "collected", "published", "mandated", "out", "used", "recognised", "accredited", "required"),
    *("available", "reported", "prescribed", "held", "run"),
)
_MEASURED = (
    r"(?:averages?|figures?|statistics|rates?|data|picture|prevalence|level|evidence|research|estimates?"
    r"|studies|study|surveys?"
    r"|trends?|increase|decrease|reduction|total|mean|median|benchmark|comparator|facts|context)"
)
NATION = re.compile(
    r"\b(?:[Tt]he Government (?:published|launched|announced|has|set|introduced|committed|invested)"
    r"|England and Wales|England|Wales|Scotland|Great Britain|United Kingdom|UK(?!-based)|Britain|worldwide|globally"
    rf"|[Nn]ationwide|{''.join(f'(?<!{word} )' for word in _DONE)}[Nn]ationally|across the country|in the country"
    rf"|(?:[Nn]ational|English) (?:(?:and|or) \w+ |(?:crime|reoffending|conviction|detection|prevalence"
    rf"|recorded) )?{_MEASURED}"
    r"|British (?:population|adults|people|children|households)"
    # "English fire services"; not the language
    r"|(?<!in )(?<!of )(?<!speak )(?<!speaking )(?<!learn )(?<!learning )(?<!read )(?<!write )English(?=\s[a-z])"
    r"(?! (?:language|literature|and|or|lessons?|class(?:es)?|courses?|speak\w*|as|tuition|skills|tests?"
    r"|teach\w*|well|is|was))"
    r"|National (?:[A-Z]\w+ )+(?:received|answered|recorded|handled|took|had)(?= [\d,]+)"
    r"|Crime Survey|CSEW|Office for National Statistics|ONS\b|Ministry of Justice (?:data|study|figures|research"
    r"|statistics)"
    r"|Home Office (?:data|study|figures|research|statistics|adds|funding of)|Government (?:VAWG |data|study"
    r"|figures|research|statistics|investment|strategy says)"
    r"|[Gg]overnment(?:'s|’s)?\s(?:[\w-]+\s){0,4}?strategy(?:,)?\s(?:says|finds|reports|shows)|police forces)\b"
)
# "Safe Lives data has …" is a charity's of the whole country; "Hospital data shows …" is what the board was given.
_THEIR_DATA = (
    r"(?-i:\b(?:(?!Police|Hospital|Ambulance|Council|Local|Crime|Probation|Health|Survey|Recorded|Fire|School"
    r"|Latest|Recent"
    r"|Current|Performance|Partnership|Our|The|This|These|All|Borough|Ward|Monitoring|Service|Case|Referral|Outcome)"
    r"[A-Z][\w'’]+\s)+data\s(?:shows?|suggests?|indicates?|has|have|puts?)\b)"
)
STUDY = re.compile(
    r"\b(?:research (?:by|from|shows?|suggests?|found|finds|indicates?)|studies (?:show|suggest|found)|(?:a|one|the"
    r"|recent) (?:\d{4} )?(?:[\w-]+ )?study\b"
    r"|meta-analys[ie]s|systematic review"
    r"|(?-i:\b(?:[A-Z]\w+\s){1,3}(?:Fund|Foundation|Institute|University|College)(?:'s|’s))\s(?:\d{4}\s)?(?:survey|study|report"
    r"|research|toolkit|review|evaluation)\b"
    r"|statistics (?:show|suggest|indicate)|(?:national|government|census|research|academic) data (?:shows?"
    rf"|suggests?|indicates?|has)\b|{_THEIR_DATA}|(?:^|[,;]\s|\b(?:and|that)\s)data (?:shows?|suggests?|indicates?)\b"
    r"|according to (?:the |a )?(?:(?:UK )?government|Safe ?Lives|Women|NSPCC|Refuge|Victim|charit|national"
    r"|World|UN|WHO)"
    r"|(?:in|during) (?:her|his|their|a) life-?time|(?:the )?[A-Z]\w+ report(?:'s|’s) estimate"
    r"|estimates suggest|(?:in|by) a report by"
    r"|evidence (?:shows|suggests) that|puts the)",
    re.I,
)
LONDON = re.compile(
    r"\b(?:across London|(?:rest|whole|remainder) of London|London-wide|pan-London|Met-wide|MPS-wide|in London"
    r"|London(?:'s|’s)? (?:average|rate|figure"
    r"|total)|for London|regionally|(?:in|across|for) the (?:wider )?region(?! of £?\d)|Yorkshire and (?:the )?Humber"
    r"|regional (?:average|rate|figure|mean|total|comparator)s?|"
    r"(?:in|across|for) the (?:North (?:West|East)|South (?:West|East)|(?:West|East) Midlands|East of England)\b"
    r"(?! of)|(?:force|force area|MSG|Met|Metropolitan Police|county) (?:average|mean|median)s?"
    r"|most similar (?:group|forces|family)"
    r"|London['’]s (?=[\da-z])|(?:the )?London (?:economy|population)|Londoners"
    r"|(?:across|among|between) (?:all )?(?:local authorities|authorities|councils|boroughs|regions)"
    r"|local authority (?:estimates?|averages?)|London as a whole"
    r"|(?:other|neighbouring) (?:boroughs|authorities|councils|local authorities|districts"
    r"|counties)"
    r"|(?<!with )(?<!with a )(?<!with our )(?<!from )(?<!from a )(?:neighbouring|adjoining|adjacent)"
    r" (?:borough|authority|council|district|county|town|city|force)"
    r"|statistical neighbours?|nearest neighbours?|similar (?:areas|authorities|forces|boroughs)"
    r"|(?:best|better|worst|top|highest|lowest)[- ]performing (?:areas|authorities|councils|forces|boroughs|services"
    r"|partnerships)"
    r"|(?:statistical|comparator|peer|family) groups?|our (?:YOT )?family)\b",
    re.I,
)
# The board's own area, where a number is of it.
OWN_AREA = re.compile(
    r"\b(?:(?:the|our) (?:borough|city|county|district|town)(?:['’]s)?(?!['’\w]|\s(?:average|rate|mean"
    r"|median)\b|\s(?-i:[A-Z]))|borough[- ]wide"
    r"|our (?!(?:YOT )?family|most similar|statistical|nearest|neighbour|comparator|region|peers)[a-z]+|locally)\b",
    re.I,
)
# The board's own area, bodies and papers, where a sentence speaks of them.
LOCAL_WORDS = re.compile(
    r"\b(?:(?:the|our) (?:borough|city|county|district|town)(?!['’]|\s(?:average|mean)\b|\s(?-i:[A-Z]))"
    r"|borough[- ]wide|our|we|local(?:ly)?(?! authorit(?:ies|y (?:estimate|average)))"
    r"|residents|partners|(?:the|this) (?:council|partnership|board|team|service|scheme|project|programme"
    r"|strategy|plan|needs assessment)"
    r"|(?:children['’]s|adult|adults['’]|housing|public health|family) (?:services|social care)|adult social care"
    r"|the (?-i:(?:[A-Z][\w'’-]+ ){1,3})(?:team|service|scheme|project|programme|hub|panel|unit))\b",
    re.I,
)

_AREA = (
    r"(?:BCU|Inner London|Outer London|Greater London|London|[Nn]ational(?:ly)?|England(?: and Wales)?"
    r"|Great Britain|UK|English"
    r"|[Rr]egional(?:ly)?|MPS|Met|Metropolitan Police|force|county|[Ss]tatistical neighbours?|[Ss]imilar (?:areas"
    r"|forces|boroughs|authorities)|(?:the )?(?:North (?:West|East)|South (?:West|East)|(?:West|East) Midlands)"
    r"|family group|most similar (?:group|forces|family)|MSG)(?:\s\([A-Z]+\))?"
)
_LEVEL = r"(?:averages?|rates?|figures?|mean|total|level|median|benchmark|comparator|neighbours?|reduction|increase)"
# The area right before a number: "London (31.2%)", "(national: 32%", "a London average of 104.2".
LABELLED = re.compile(
    rf"\b({_AREA})(?:['’]s)?(?:\s{_LEVEL})?\s?(?:\(|[:=]\s)(?:of\s)?$"
    rf"|[;,(]\s?(?:and\s|in\s)?({_AREA})[:,]?\s$"
    rf"|\b({_AREA})(?:['’]s)?\s(?:[\w-]+\s)?{_LEVEL}(?:,)?\s(?:(?:of|is|was|at|for|which)\s"
    rf"|stood\s|for\s[\w ]{{3,30}}\s){{0,3}}"
    r"(?:just\s|only\s|over\s|around\s)?$"
    # "the national expectation of 66.7%", "the national take up of 70%"
    r"|\b([Nn]ational|[Rr]egional)(?:\s[a-z-]+){1,4}\s(?:of|is|was|at)\s(?:just\s|only\s|over\s|around\s)?$"
)

_NATIONAL_HEADING = re.compile(
    r"\bnational(?:ly)?\s(?:and regional\s)?(?:context|picture|position|landscape|trends?|policy|data"
    r"|statistics|prevalence|evidence|overview"
    r"|level)\b|^\W*(?:nationally|England and Wales|across the (?:UK|country)|in England)\W*$",
    re.I,
)
_LOCAL_HEADING = re.compile(r"\b(?:local|our|borough|city|county|district|town)\b", re.I)


def is_headed_national(headings: tuple[str, ...], place: str) -> bool:
    """Whether the nearest heading that says whose area the text under it tells of says the nation's."""
    for heading in reversed(headings):
        if _LOCAL_HEADING.search(heading) or (place and place.lower() in heading.lower()):
            return False
        if _NATIONAL_HEADING.search(heading):
            return True
    return False
