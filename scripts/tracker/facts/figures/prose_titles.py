"""Titles that say too little ("Cases", "Young people"), and the occasion that could lead them."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import COUNTED, CRIME_UNITS, PEOPLE, words_of

_BARE = words_of("young older local more other additional further total all some extra individual")

_TELLING = words_of(
    "burglaries robberies thefts assaults homicides murders stabbings suicides prosecutions"
    " convictions evictions arrests detections"
)

_FLOWING = words_of(
    "referrals cases incidents reports respondents people calls offences crimes residents victims participants"
    " complaints applications visits requests contacts"
)

_OCCASION = re.compile(
    r"((?:[A-Za-z][\w/’'-]*\s){0,3}(?:[Tt]raining|workshops?|courses?|sessions?|events?|webinars?|briefings?"
    r"|conference|programme"
    r"|scheme))\s(?:(?:was|were|has been|have been|is)\s(?:delivered|provided|given|offered"
    r"|attended)\s(?:to|by)|of|for|to|with|was (?:\w+\s){1,5}and (?:was )?attended by|was attended by|attended by"
    r"|reached|reaching)\s(?:a"
    r" total of |over |more than |about |some )?$"
)

_ACTOR = re.compile(r"\b(?:the|our|its)\s((?:[A-Z][\w’'&-]*\s){1,5})(?:has|have|had|[a-z]{3,}ed)\s")

_NO_NAME = words_of(
    "delivered provided offered held ran gave completed attended fund funded deliver provide"
    " commissioned organised arranged"
    " the a an our its of and to in we for with through by new further"
)


def occasion_of(sentence: str, mention: Mention) -> str:
    """What a bare noun is of: "accredited IDVA training of 24 practitioners", "At 20 meetings the Coordinator …"."""
    opening = _opening_occasion(sentence[: mention.start])
    if opening:
        return opening
    listed = re.search(
        r"\d[\d,]*\s[\w'’ -]{3,30}(?:,|,?\sand)\s(?:\d[\d,]*\s[\w'’ -]{3,30}(?:,|,?\sand)\s)*$",
        sentence[: mention.start],
    )
    if listed and (opening := _opening_occasion(sentence[: listed.start()])):
        # "Prevent training reached 1,733 staff, 267 parents and 2,830 pupils"
        return opening
    actor = _ACTOR.search(sentence, mention.end)
    return actor[1].strip() if actor else ""


def _opening_occasion(lead: str) -> str:
    before = _OCCASION.search(lead)
    if before:
        words = before[1].split()
        while words and words[0].lower() in _NO_NAME:
            words = words[1:]
        last = max((n for n, word in enumerate(words) if word.lower() in _NO_NAME), default=-1)
        words = words[last + 1 :]
        return capital(" ".join(words)) if len(words) > 1 or (words and words[0][:1].isupper()) else ""
    return ""


# "Women and children", "People responded": whoever they are, and by whom, is not told.
_SOMEONE = r"(?:(?:young|older|local|new|other|vulnerable)\s)?(?:" + "|".join(sorted(PEOPLE)) + ")"
_PEOPLE_ALONE = re.compile(
    rf"{_SOMEONE}(?:\s(?:and|or)\s{_SOMEONE})?"
    r"(?:\s(?:responded|participated|involved))?",
    re.I,
)


def says_too_little(naming: Naming) -> bool:
    """Whether a title is one common noun ("Cases", "Children"), which no reader could tell from another such."""
    words = naming.title.split()
    if _PEOPLE_ALONE.fullmatch(naming.title) and not any(key == "group" for key, _ in naming.breakdown):
        return True
    if naming.title.lower() in ("rate", "number", "figure", "total", "share", "proportion", "percentage", "average"):
        return True
    alone = len(words) == 2 and ":" not in naming.title
    if alone and (words[0].lower() in _BARE or words[1].lower() in PEOPLE):
        words = words[1:]
    if len(words) != 1 or naming.measure == "rank":
        return False
    low = words[0].lower()
    parted = any(key == "group" for key, _ in naming.breakdown)
    if (naming.stock or parted) and low not in _FLOWING:
        # how many schools there are says enough, how many referrals does not
        return False
    return low in COUNTED and low not in _TELLING and low not in CRIME_UNITS
