"""Stretches of running text whose numbers are no figures: dates, ages, addresses, sections, laws, sizes, odds.

In: a text. Out: where such stretches stand (character places); nothing here judges the numbers outside them.
"""

from __future__ import annotations

import re

from tracker.facts.wording.number_words import ANY_NUMBER, DASH, MONTH_WORD

SHORT_TELEPHONE = (
    r"\b(?:call(?:s|ed|ing|ers)?|ring(?:ing)?|dial(?:s|led|ling)?|(?:tele)?phon(?:e|ed|ing)|police)"
    r"\s(?:made\s|received\s|answered\s)?(?:(?:to|on|via|through)\s)?(?:101|111|999)\b"
    r"(?!\s(?:[a-z]+\s)?(?:people|residents|victims|wom[ae]n|m[ae]n|children|homes|addresses|premises)\b)"
    r"|\b(?:via|through)\s(?:101|111|999)\b|\b(?:wait\w*|time|answer\w*|delays?|queue\w*|response\w*)\s(?:on|to|for)\s(?:101|111|999)\b"
    r"|\b(?:regarding|concerning|with\s(?:regard|respect)\sto)\s(?:101|111|999)\b(?!\s[a-z]+s\b)|\b(?:101|111|999)(?:\s?(?:/|and|&|or)\s?(?:101|111|999))?"
    r"(?=\s(?:calls?|call[- ]handling|service|non-emergency|emergency|number|line|demand|performance|abandon\w+"
    r"|waiting|wait|response|answer\w*)\b)"
)
"""Telephone numbers of three digits: "calls to 101", "the 999 service"."""

UP_TO_HUNDRED = (
    r"\b(?:add(?:ing|s)?(?:\s+up)?|sum(?:s|ming)?|tot(?:al|alling|als))\s+(?:up\s+)?to\s+(?:exactly\s+)?100\s?%?"
)
"""Notes to tables: "percentages may not add up to 100"."""

_MEASURES = (
    r"metres?|meters?|m|km|kilometres?|miles?|mph|litres?|kg|g|cm|mm|tonnes?|acres?|hectares?|sq|storeys?|floors?"
    r"|°C?|C|degrees|GB|MB|MHz|volts?"
)
_OF_A_THING = r"\sof\s(?!the\b|an?\b|each\b|every\b|this\b|these\b|our\b|its\b|their\b|any\b)[a-z]"

# Stretches whose numbers are never figures. Order does not matter: whatever any of them covers is passed over.
_COVERED = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # addresses of the web and of mail, reference codes, numbers glued to letters (COVID-19, NW4, Q3, CST01)
        (r"(?:https?://|www\.)\S+|\S+@\S+", re.I),
        (r"\b(?!c\.?\d)[A-Za-z]+[-/]?\d[\w-]*|\b\d+[A-Za-z]{2,}\d\w*|#\w+", 0),
        (r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", 0),
        # telephone numbers and long references
        (r"\b0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b0\d{9,10}\b|\b0\d{3,4}\s\d{6}\b", 0),
        (SHORT_TELEPHONE, re.I),
        (UP_TO_HUNDRED, re.I),
        (
            r"\b(?:ref(?:erence)?|our ref|your ref|no|number|nos|registered charity|version|(?<!\d\s)v)"
            r"\.?:?\s*\d[\d./-]*|\bnil\sreturns?\b",
            re.I,
        ),
        (r"(?<![£\d,.])\b\d{6,}\b(?!\s*(?:people|residents|pounds|%))", 0),
        # dates and years
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:{DASH}|\s(?:and|to|or|&)\s)\d{{1,2}}(?:st|nd|rd"
            rf"|th)?\s(?:of\s)?{MONTH_WORD}(?:,?\s\d{{4}})?",
            re.I,
        ),
        (rf"\b\d{{1,2}}\s?(?:st|nd|rd|th)?\s(?:of\s)?{MONTH_WORD}(?:,?\s?\d{{4}})?", 0),
        # "At the end of September 1,268 people" tells no day
        (rf"\b{MONTH_WORD}\s\d{{1,2}}(?!,?\d)(?:st|nd|rd|th)?,?(?:\s\d{{4}})?\b(?!\s?%)", 0),
        (rf"\b{MONTH_WORD}[\s'’-]*(?:\d{{4}}|\d{{2}})\b(?!,\d)", 0),
        (r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b", 0),
        (r"\b20(\d)\d\s2?0?\1\d\b(?=\s[A-Za-z]|[.,)])", 0),
        (rf"\b(?:19|20)\d\d{DASH}(?:\d{{4}}|\d{{2}})\b|\b(?:19|20)\d\d/\d{{2,4}}\b|\b\d\d/\d\d\b(?!\s?\))", 0),
        (
            r"\b(?:19|20)\d\ds?\b(?!\s+(?:[a-z-]+\s){0,3}?(?:cases|incidents|offences|people|residents|referrals"
            r"|crimes|victims|children|calls|reports|pupils|properties|households)\b(?!['’]))(?!%)(?!,\d{3})",
            0,
        ),
        (
            r"(?<=\bin )(?:19|20)\d\d\b|(?<=\bsince )(?:19|20)\d\d\b|(?<=\bof )(?:19|20)\d\d\b|(?<=\bby )(?:19"
            r"|20)\d\d\b",
            0,
        ),
        (
            r"\bFY\s?\d+|\b(?<!in the )(?<!during the )(?<!over the )(?<!last )(?<!this )(?<!previous )"
            r"(?:quarters?|qtrs?\.?)\s?"
            r"(?:\d|one|two|three|four)(?:(?:\s?(?:&|and|,|to|-|–)\s?)\d)*\b(?![,.]\d)",
            re.I,
        ),
        (r"\b(?:first|second|third|fourth)\b\s(?:quarter|year|half|time|week|month|phase)", re.I),
        # clock times, opening hours, scores and odds
        (r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|noon|midnight)\b", re.I),
        (rf"\b\d{{1,2}}(?:[.:]\d{{2}})?{DASH}\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:am|pm|hrs|hours)\b", re.I),
        (
            r"\b\d{3,4}\s?(?:-|–|to)?\s?(?:\d{3,4}\s?)?hrs\b|\b\d{1,2}:\d{2}\b|\b24/7\b|\b\d{1,2}:1\b|\b1-1\b"
            r"|\b1-2-1\b",
            re.I,
        ),
        (
            r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s(?:from\s)?\d{1,2}\s?(?:-|–|to)\s?\d{1,2}\b"
            r"|\b(?:[Ff]lat|[Ff]orm|[Pp]latform|[Bb]us|[Ww]ard)\s\d{1,3}\b",
            0,
        ),
        # ages
        (
            rf"\b(?:aged?|ages|of age|between the ages of)\s(?:of\s|from\s|between\s|over\s|under\s"
            rf"|about\s)?{ANY_NUMBER}(?:(?:{DASH}|\s(?:to|and|or)\s){ANY_NUMBER})?(?:\+| plus"
            rf"| years?)?(?: and (?:over|under"
            rf"|above|below|up))?",
            re.I,
        ),
        (
            rf"\bas\s(?:young|old)\sas\s{ANY_NUMBER}\b"
            rf"|\b(?:under|over)(?:[- ]the[- ]age[- ]of)?[- ]?(?:the )?\d{{1,2}}(?:['’]?s|\s?yrs|\s?years? old)\b"
            rf"|(?<!just )(?<!well )\bunder[- ]\d{{1,2}}\b(?!\s?%|\sper\s?cent|[.,]\d)|\bthe age of\s{ANY_NUMBER}",
            re.I,
        ),
        (
            rf"\b{ANY_NUMBER}(?:(?:{DASH}|\s(?:to|and|or)\s){ANY_NUMBER})?[- ]years?[- ]olds?\b|\b\d{{1,2}}(?:{DASH}"
            rf"|\sto\s)\d{{1,2}}(?:s\b|\s(?=(?:population|cohort|age)\b))",
            re.I,
        ),
        (
            rf"\b(?:boys|girls|children|people|adults|pupils|students|residents|young people|women|men)\s(?:of\s"
            rf"|aged\s)?\d{{1,2}}(?:(?:{DASH}|\sto\s)\d{{1,2}}|\+)",
            re.I,
        ),
        (
            r"\b(?:boys|girls|children|people|adults|pupils|students|residents|women|men|victims|clients|those)\s"
            r"(?:who (?:are|were)\s)?(?:over|under)\s\d{1,2}\b(?![.,]\d|\s?%|\s(?:hours|days|weeks|months|per)\b)",
            re.I,
        ),
        (r"\b(?:16|18|19|21|25|50|55|60|65|75)\+(?!\s(?:people|women|men|cases|venues|schools|staff))", 0),
        (r"\b\d{1,2}\s?[-–]\s?\d{1,2}\s(?:service|hubs?|year|team)", re.I),
        (r"\b(?:[5-9]|1\d|2\d)\s?[-–]\s?(?:1\d|2\d)\s(?=[A-Z][a-z])", 0),
        # numbers of things: sections, tables, laws, pages, levels, parts of a plan
        (
            r"\b(?:sections?|ss?\.|sub-?sections?|parts?|articles?|chapters?|schedules?|paragraphs?|paras?\.?"
            r"|regulations?|clauses?|"
            r"appendix|appendices|annex(?:es)?|tables?|figures?|figs?[.,]?|charts?|graphs?|diagrams?|maps?|boxes"
            r"|box|pages?|pp?\.|slides?|items?|agenda items?|"
            r"rounds?|priority|priorities|objectives?|outcomes?|themes?|aims?"
            r"|pillars?|strands?|ambitions?|goals?|"
            r"recommendations?|actions?|questions?|points?|principles?|rooms?|floors?|units?|routes?|classes|class"
            r"|zones?|wards? no|groups?"
            r"|(?<!the )(?<!this )(?<!last )(?<!previous )(?<!prior )(?<!financial )(?<!reporting )(?:years?|weeks?)"
            r"|the (?-i:Years?)"
            r"|days?|cohorts?|waves?|rights?|rules?|clinical|standards?|domains?"
            r"|volumes?|issues?|chapters?|options?|case stud(?:y|ies)|operation|op|project|area|goal|SDG)\s?"
            r"(?:no\.?\s)?\(?\d+(?:\.\d+)*(?:\(\w+\))*(?:(?:,\s|\s?(?:and|to|&|or|-|–)\s?"
            r"|/)\d+(?:\.\d+)*(?:\(\w+\))*(?!\s(?:who|were|was|had|have|of|in)\b))*(?![\d,]*\s?%)(?=[\s.,;:)\]'’\"]|$)(?!\s(?:people|women|children|cases"
            r"|victims|referrals|incidents|offences|crimes|reports|calls|thefts|burglaries)|,\d{3}\b)",
            re.I,
        ),
        # steps of a scale go on in single digits: in "12 took level 1, 27 took level 2" the 27 is counted
        (
            r"\b(?:phases?|tiers?|levels?|stages?|steps?|grades?|bands?)\s?\d{1,2}(?:\.\d+)?"
            r"(?:(?:,\s|\s?(?:and|to|&|or|-|–)\s?|/)\d(?![\d,.]?\d)(?!\s(?:who|were|was|had|have|of|in)\b))*"
            r"(?![\d,]*\s?%)(?=[\s.,;:)\]'’\"]|$)",
            re.I,
        ),
        # "Grade 1 incidents", "Safer Streets 5 brought": a label with its number
        (r"\b(?:Grade|Tier|Level|Category|Priority|Band|Stage|Phase|Step|Class|Safer Streets)\s\d\b(?=\s[a-z])", 0),
        (
            r"\b(?:level|tier|phase|stage|part|(?<!the )year|step|priority|objective|outcome|strand|theme)\s"
            r"(?:one|two|three|four|five|six)\b",
            re.I,
        ),
        (
            r"^\s*\(?\d{1,2}(?:\.\d{1,2})+\.?\)?\s(?!million|billion|per\s?cent|months|years|times|offences|crimes|%)|^\s*\(?\d{1,2}[.)]\s",
            0,
        ),
        # laws and rules
        (
            r"\b(?:Act|Bill|Order|Regulations|Code|Strategy|Plan|Survey|Census|Charter|Framework)(?:,)?\s(?:19"
            r"|20)\d\d\b",
            0,
        ),
        (r"(?<![,\d(])\b\d+/\d+\b(?!\s?\))|\(\s?\d+/\s?\d+\s?\)(?<!%)", 0),
        # things measured in other ways than by counting; "26 tonnes of waste" says how much of a thing there was
        (
            rf"\b{ANY_NUMBER}[- ]?(?:{_MEASURES})\b(?!\s*(?:for|in|from|of funding|to)\b)(?!{_OF_A_THING})(?<!£)",
            0,
        ),
        (rf"\b(?:within|every|each)\s(?:a\s)?{ANY_NUMBER}[- ]?(?:{_MEASURES})\b", 0),
        (
            rf"\b{ANY_NUMBER}-(?:point|page|step|stage|strand|tier|part|way|sided|bed|bedroom|seat|person|week|weekly"
            rf"|month|monthly|year|yearly|day|hour|minute|session|pronged)\b",
            re.I,
        ),
        (rf"\b{ANY_NUMBER}\s(?:point|page|step|stage|strand|tier|pronged|weekly|monthly|session)\b", re.I),
        # "sections 37 to 39 of the Act": runs of what only texts number
        (
            r"\b(?:sections?|ss?\.|paragraphs?|paras?\.?|articles?|regulations?|clauses?|schedules?|chapters?|pages?|pp\.)\s"
            r"\d+[A-Z]?(?:\(\w+\))*(?:(?:,\s|,?\s?(?:and|to|&|or|-|–)\s?)\d+[A-Z]?(?:\(\w+\))*)+(?=\s(?:of|in)\s)",
            re.I,
        ),
        # a minute of an earlier meeting, how a course is made up, how many areas were compared
        (r"\bminute\s(?:(?:nos?\.?|numbers?)\s)?\d+", re.I),
        (rf"\ball\s{ANY_NUMBER}\s(?:sessions|modules|weeks|units|lessons|stages|steps)\b", re.I),
        (
            rf"^\W*of\s(?:the|all)\s{ANY_NUMBER}\s(?:London\s)?(?:boroughs|forces|authorities|districts|councils)\b",
            re.I,
        ),
        # what a rate is per
        (r"(?<=\bper )\d{1,3}(?:,\d{3})+(?:\s\d\d?\s?[-–]\s?\d\d[- ]year[- ]olds)?", 0),
        (r"\(n\s?=\s?[\d,]+\)", re.I),
        # house numbers
        (
            r"\b\d{1,4}[A-Za-z]?(?:{dash}\d{1,4})?,?\s(?:[A-Z][a-z'’]+\s){1,3}(?:Road|Street|Avenue|Lane|House"
            r"|Close|Way|Drive|Place|Square|Gardens|Hill|Crescent|Terrace|Broadway|Parade|Court|Row|Walk|Grove)\b".replace(
                "{dash}", DASH
            ),
            0,
        ),
        # "one resident told us"
        (r"\bone\s(?:[a-z-]+\s){1,3}(?:told\s(?:us|the)|said|wrote|explained|commented|added)\b", re.I),
        # names and sayings: "the Best Bar None scheme", "Vision Zero"
        (r"(?<=[a-z]\s)(?:[A-Z][a-z]+\s)+(?:None|Zero|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b", 0),
        (
            r"\b16 Days\b|\b(?:three|four) (?:main|key|broad)\b|\b999\b|\b101\b(?=\s(?:call|number|or|line))"
            r"|\b111\b(?=\s(?:call|number|line))",
            re.I,
        ),
        (
            r"(?<!-)\bone (?:of(?! (?:which|whom|them|these|those)\b)(?!(?<=only one of) the \d)|stop|another"
            r"|or more|or two|to one|day|off|in every)\b"
            r"|\b(?:no|any|every|some|each|this"
            r"|that|which|the last|the next|the)[- ]one\b|\bat least (?:one|once)\b|\bone-to-one\b|\bone[- ](?:stop"
            r"|off)\b",
            re.I,
        ),
    )
)


def covered(text: str) -> list[tuple[int, int]]:
    """The places of the stretches, in no order; they may overlap."""
    return [match.span() for pattern in _COVERED for match in pattern.finditer(text)]
