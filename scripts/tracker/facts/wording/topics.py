"""What a head, caption or title is about: the topic, the dimensions that part it, its measure and unit.

In: short texts such as "Number of CCTV Incidents by Ward: 3 months to May 2023". Out: the topic ("CCTV Incidents") with
its dimensions ("Ward"). The patterns hold what boards put around a topic; nothing here knows a single paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.facts.wording.calendar_words import MONTH
from tracker.facts.wording.counted_words import COUNTED
from tracker.facts.wording.head_areas import strip_place
from tracker.facts.wording.measure_keys import stem
from tracker.facts.wording.measure_words import counted_noun, is_generic, measure_of
from tracker.facts.wording.periods import without_periods
from tracker.records import Measure

_LEADING = re.compile(
    r"^(?:total\s+)?(?:(?:the\s+)?(?:number|no\.?|nos\.?|count|volume|#)(?:\s+of|(?<=\.)"
    r"|(?=\s+(?-i:[A-Z])))\s*)(?:total\s+)?(?=\S)",
    re.IGNORECASE,
)
_CAPTION_MARK = re.compile(
    r"^(?:(?:table|figure|fig\.?|chart|graph|diagram)\s*(?:[A-Z]?\d+(?:\.\d+)*[a-z]?|[A-Z])?\s*[:.–—-]\s*|(?:table|figure"
    r"|fig\.?|chart|graph)\s+\d+[a-z]?\s+)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:\s*[:,–-])?\s+(?:captured\s+|recorded\s+|broken\s+down\s+|split\s+)?\bby\s+"
    r"(?P<first>(?!officers|the\b|our\b|their\b|its\b|an\b|police\b|a\b|cctv\b|month|quarter|year|children\b|young\b|adults\b|women\b|men\b|girls\b|boys\b|people\b|residents\b|day\b|night\b|phone\b|e-?mail\b)[A-Za-z][\w/&-]*"
    r"(?:\s+(?:type|group|category|area|band|code\s+area|code|team|unit|orientation|reason|source|status|agency|agencies"
    r"|organisation|method|outcome|of\s+\w+))?)"
    r"(?:\s+(?:and|&|by|x)\s+(?P<second>[a-z][\w/-]*(?:\s+(?:type|group|category|area|band|status))?))?",
    re.IGNORECASE,
)
_TAILS = re.compile(
    r"[\s:–—,-]*(?:\(?\b(?:(?:and|with)\s+)?(?:the\s+|its\s+|their\s+)?(?:shares?|percentages?|proportions?|%|rates?)"
    r"\b(?:\s+(?:of|per)\s[^,;:()]{1,50}?)?\s+(?:shown\s+|given\s+)?in\s+brackets\)?\s*$|\(?£\s?['’]?(?:000s?|k|m)\)?|\b(?:and\s+)?(?:the\s+)?(?:percentage|%)\s+change\b"
    r"|\((?:cont(?:inued|\.|d)?|incl\.?|inclusive|%|£)\)|\bby\s+(?:calendar\s+|financial\s+)?(?:month|quarter|year)s?\b"
    r"|,\s*(?:calendar|financial)\s+years?\b|,\s*(?:rolling|cumulative)(?=\s*(?:$|,|\d|twelve\b|year\b))"
    r"|\bmost\s+similar\s+(?:groups?|forces?|areas?)(?:\s+\(\w+\))?|\bcont(?:inued|'d|\.)(?!\w)"
    rf"|\b(?:(?:12|twelve)[\s-]months?|years?)\s+(?:to|ending|ended)\s+(?:the\s+end\s+of\s+)?{MONTH}\b\s*$"
    r"|\b(?:qtrly|quarterly|monthly|annual|yearly|national|year[- ]on[- ]year)?\s*comparisons?\b|\b(?:\d+|three"
    r"|twelve)[- ]months?\b(?:\s+(?:period|performance|to\s+date|rolling))?"
    rf"|[,:–—(-]\s*{MONTH}\s*(?:[-–—]|to)\s*{MONTH}\b\)?\s*$"
    r"|\b(?:incl(?:usive|\.)?)(?!\w)|\byear\s+to\s+date\b|\bytd\b)",
    re.IGNORECASE,
)
# "Base: all respondents" says who was asked, after the question.
# "… (source: County Police, extracted 3 June)": whose figures these are.
_SOURCE = re.compile(
    r"[\s,;.–—-]*\(\s*(?:data\s+)?sources?\s*:[^)]*\)"
    r"|(?:[,;.]|\s[–—-])\s*(?:data\s+)?sources?\s*:.*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?<![\s.?])[\s.?]*\(?\bbase\s*[:=].*$", re.IGNORECASE)
_COMPARED = re.compile(r"\s+(?:vs\.?|versus|compared\s+(?:to|with)|against|and)\s*$", re.IGNORECASE)
# "Domestic abuse: crime overview": the form of what is shown, no part of what is counted.
_OVERVIEW = re.compile(
    r"\s*(?:[:|]|\s[–—-])\s+(?:[\w']+\s){0,2}(?:overview|summary|at\s+a\s+glance|headlines?|dashboard|snapshot"
    r"|in\s+(?:numbers|figures)|key\s+(?:figures|facts|data))$",
    re.IGNORECASE,
)
# "Five year trend in recorded crime" shows recorded crime.
_TREND = re.compile(
    r"^(?:(?:\w+[\s-]years?|long[\s-]term|annual|recent|monthly|quarterly)\s+)?trends?\s+(?:in|of|for)\s+(?=\w)",
    re.IGNORECASE,
)
# "Wards with the highest rates of anti-social behaviour", "Top five wards for burglary": what is told of the wards.
_PLACES = r"(?P<where>wards?|areas?|neighbourhoods?|boroughs?|districts?|streets?|postcodes?|schools?)"
_MOST = re.compile(
    rf"^(?:the\s+)?(?:top\s+\w+\s+)?{_PLACES}\s+(?:with|by)\s+(?:the\s+)?(?:highest|most|lowest|largest|fewest|greatest)\s+"
    r"(?:(?:rates?|numbers?|levels?|volumes?|counts?)\s+of\s+)?(?P<what>\w.*)$",
    re.IGNORECASE,
)
_TOP = re.compile(rf"^(?:the\s+)?top\s+\w+\s+{_PLACES}\s+(?:for|by)\s+(?P<what>\w.*)$", re.IGNORECASE)


@dataclass(frozen=True)
class Topic:
    """What a caption or title is about. ``text`` is "" when it names nothing but periods and forms of comparison."""

    text: str
    dimensions: tuple[str, ...] = ()
    measure: Measure = "count"
    unit: str = ""


# Who did it ("supported by advocates") is no way to part a number, unless it is what boards part numbers by.
_PARTED_BY = re.compile(
    r"(?:wards?|areas?|boroughs?|districts?|locations?|localit(?:y|ies)|age|genders?|sex|ethnic\w*|religions?|faith|disabilit\w+|sexual\w*"
    r"|nationalit\w+|tenure|types?|categor\w+|groups?|outcomes?|reasons?|sources?|teams?|offences?|crimes?|stages?|bands?"
    r"|status|priorit\w+|agenc\w+|schools?|services?|time|hours?|weekdays?|days?)\b|.*\s\w+$",
    re.IGNORECASE,
)


def _parts(text: str, by: re.Match[str]) -> bool:
    """Whether "by …" says what a number is parted by ("issued by ward"), not who acted ("helped by advocates")."""
    verb = re.search(r"\b(\w+ed|held|given|made|seen|run|led|taken|dealt with)$", text[: by.start()].rstrip(" :,–-"))
    if verb is None or re.search(r"\b(?:captured|recorded|broken\s+down|split)\s+by\b", by.group(), re.IGNORECASE):
        return True
    return _PARTED_BY.match(by["first"]) is not None


# "Reoffending rate by year, %": what the figures are printed in.
_IN_PER_CENT = re.compile(r"(?:,|\s[–-]|\()\s*(?:%|per\s?cent|percentage)\s*\)?\s*$", re.IGNORECASE)


def in_per_cent(title: str) -> bool:
    """Whether a title ends by saying that its figures are percentages."""
    return _IN_PER_CENT.search(title.strip()) is not None


@lru_cache(maxsize=2048)
def topic_of(text: str, place: str = "") -> Topic:
    """The topic of a caption, slide title or chart title."""
    rest = _OVERVIEW.sub("", _CAPTION_MARK.sub("", text.strip()).strip(" *:"))
    rest = _IN_PER_CENT.sub("", _ASKED.sub("", _SOURCE.sub("", rest)))
    measure, unit = measure_of(rest)
    dimensions = tuple(
        words.strip()
        for match in _BY.finditer(rest)
        if _parts(rest, match)
        for words in match.group("first", "second")
        if words
    )
    rest = _BY.sub(lambda match: " " if _parts(match.string, match) else match.group(), rest)
    rest = without_periods(rest, bare_years=True)
    whole = re.sub(r"\s+", " ", text).strip(" *:")
    for _ in range(3):
        rest = _TAILS.sub(" ", rest)
        rest = strip_place(rest, place)
        rest = _COMPARED.sub("", rest.strip(" :,–—-"))
        if not whole.endswith(rest):
            # what it led to is gone; the "of" of "Theft of" beside "Theft from" leads to nothing
            rest = re.sub(
                r"\s+(?:in|for|during|over|of|the|between|from|to|at|on|vs\.?)+\s*$", "", rest, flags=re.IGNORECASE
            )
        rest = re.sub(
            r"\(\s*(?:(?:data|figures|position)\s+(?:up\s+)?(?:to|at|for|as\s+at)\b)?\s*[-–,:]*\s*\)",
            " ",
            rest,
            flags=re.I,
        )
        rest = re.sub(r"\s*(?:[:–—-]\s*(?:and\s+)?|\band\s+)trends?$", "", rest.rstrip(), flags=re.IGNORECASE)
        rest = re.sub(r"\s+", " ", rest).strip(" :;,–—-*.|")
    rest = re.sub(r"\s*[:–—-]\s*(?:total\s+)?(?:number|no\.?|count)\s+of\s+", " ", rest, flags=re.IGNORECASE)
    rest = re.sub(r"\s*[:–—-]\s*(?:percentage|proportion|%)\s+of\s+", " ", rest, flags=re.IGNORECASE)
    rest = _TREND.sub("", _LEADING.sub("", rest))
    if most := _MOST.match(rest) or _TOP.match(rest):
        rest, dimensions = most["what"], dimensions or (re.sub(r"s$", "", most["where"]),)
    rest = re.sub(r"^(?:percentage|proportion|share|%)\s+of\s+(?:the\s+)?", "", rest, flags=re.IGNORECASE)
    rest = re.sub(
        r"^(?:compared(?:$|\s+(?:to|with))|vs\.?)(?!\w)|\(\s*" + MONTH + r"\s*[-–]\s*" + MONTH + r"\s*\)",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    rest = re.sub(r"^(?:appendix|annexe?|schedule)\s+\w{1,3}\s*[:.–—-]\s*", "", rest, flags=re.IGNORECASE)
    rest = rest.strip(" :;,–—-*.|")
    if rest and not re.search(r"[A-Za-z]{2}", rest):
        rest = ""
    noun = next((noun for dimension in dimensions if (noun := counted_noun(dimension))), "")
    if rest and noun and measure == "count" and not counted_noun(rest):
        rest = f"{rest} {noun}"
    return Topic(rest[:1].upper() + rest[1:], dimensions, measure, unit)


_FORM_WORDS = re.compile(
    r"\b(?:vs\.?|versus|against|national(?:ly)?|england|london|comparison|percentage|points?|difference|change|total"
    r"|by|to|from|with|in|for|of|the|months?|three|twelve)\b|[:–,-]|\d+",
    re.IGNORECASE,
)


def led_topic(own: str, title: str, place: str) -> str:
    """A caption's topic, led by the title's where the caption says only how something is counted or compared.

    "Total referrals" under "PREVENT: number of referrals" is about PREVENT referrals.
    """
    if not own or not title:
        return own or title
    bare = _FORM_WORDS.sub(" ", strip_place(own, place))
    bare = re.sub(rf"\b{re.escape(place)}\b", " ", bare, flags=re.IGNORECASE) if place else bare
    if re.search(r"[A-Za-z]{2}", bare) and not is_generic(bare) and bare.strip().lower() != place.lower():
        return own
    known = {stem(word) for word in re.findall(r"[a-z0-9]+", title.lower())} | {"total", place.lower()}
    rest = " ".join(word for word in own.split() if stem(re.sub(r"\W", "", word.lower())) not in known)
    rest = rest.strip(" :;,–-")
    if rest.lower() in COUNTED:
        return f"{title} {rest.lower()}"
    return f"{title}: {rest}" if re.search(r"[A-Za-z]{2}", rest) else title
