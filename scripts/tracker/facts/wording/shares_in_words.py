"""Shares told in words: "three quarters of victims", "just under half agreed", "nine out of ten", "1 in 5 residents".

In: a text. Out: where such a share stands and how much it is in percent, and where words stand that look like one and
tell something else: an amount of change ("fell by a half", "up almost a third"), a risk ("one in four women will …"),
a part of an hour or a year. Thirds have no percentage that all would print, so they are passed over like those.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.wording.number_words import WORDS

_ABOUT = r"(?:(?:just|well|about|around|over|under|nearly|almost|roughly|approximately|some|more|less|than|by|a)\s)*"
_PARTS = {"half": 50, "halves": 50, "quarter": 25, "fifth": 20, "tenth": 10, "third": 0, "sixth": 0, "eighth": 0}
_FRACTION = re.compile(
    r"\b(?:(?P<count>an?|one|two|three|four|nine)[\s-])?(?P<part>half|quarter|third|fifth|sixth|eighth|tenth)s?\b"
    r"(?![-\w])",
    re.I,
)
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_ODDS = re.compile(
    rf"\b(?P<part>{_WORD}|\d{{1,2}})\s(?P<join>in|out\sof)\s(?:every\s)?"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|100|10|20|[2-9])\b(?![\d,.%]*\d|%|\s?per\s?cent)",
    re.I,
)
# "half of all referrals", "a quarter were repeat victims": words that make the fraction one of things or people.
_OF_THINGS = re.compile(
    r"\sof\s(?!an?\b|one\b|our\stime|the\s(?:year|month|day|quarter|time|hour|period|financial|calendar|decade)"
    r"|(?:the\s)?(?:financial\syear|(?:19|20)\d\d|year|century)|million)"
    r"|\s(?:the|all)\s[a-z]"
    r"|\s(?:\([\d.]+%\)\s)?(?:were|was|are|is|had|have|has|said|felt|agreed|reported|did|do|would|involved|involve"
    r"|came|come|relate[ds]?|took|thought|knew|believed|stated|described|strongly|also)\b",
    re.I,
)
_SENTENCE_OF = re.compile(
    r"(?:^|[,;:(–—]\s?|\b(?:and|but|with|while|whereas|of\swhich|that|than|under|over|almost|nearly|about|around|roughly"
    r"|approximately|exactly|some|is|are|was|were|for|only|ma(?:de|kes?|king)\sup|represent\w*|compris\w+)\s)$",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)up|down|rise|rises|rose|risen|fall|falls|fell|fallen|drop\w*|reduc\w+|increas\w+|decreas\w+|grew|grown|cut"
    r"|improv\w+|declin\w+|higher|lower)\s(?:in\s\w+\s)?(?:of\s|by\s)?" + _ABOUT + "$",
    re.I,
)
_RISK = re.compile(
    r"[^.;]{0,80}\b(?:will|likely|lifetime|expected\sto|at\srisk|their\slives|nationally|in\sEngland|in\sthe\sUK)\b",
    re.I,
)
_OF_THOSE = re.compile(r"\sof\s(?:all\s)?(?:the|these|those|them|our)\b", re.I)
# "over half of all victims (54%)": the figure in brackets is the exact one.
_EXACTLY = re.compile(r"[^.;,()\d]{0,60}\(\s?(?:or\s)?[\d.]+\s?(?:%|per\s?cent)", re.I)
_OTHER_THINGS = re.compile(
    r"\s(?:an?\s)?(?:hour|day|term|dozen|million|year|yearly|time|past|way|price|a\sdozen|century|mile|of\san?\b)", re.I
)


@dataclass(frozen=True)
class ShareInWords:
    """``text[start:end]`` prints it; ``percent`` is decimal text, "" for words that tell no share to be shown."""

    start: int
    end: int
    percent: str


def shares_in_words(text: str) -> tuple[ShareInWords, ...]:
    """The shares in words of a text in reading order, with the stretches that only look like one."""
    found = [*_fractions(text), *_odds(text)]
    return tuple(sorted(found, key=lambda share: share.start))


def _fractions(text: str) -> list[ShareInWords]:
    found = []
    for match in _FRACTION.finditer(text):
        count, part = (match["count"] or "").lower(), match["part"].lower()
        before, after = text[: match.start()], text[match.end() :]
        if part != "half" and not count:
            # "the third quarter", "a fifth place": an order
            continue
        if count in ("two", "three", "four", "nine") and not match.group().lower().endswith("s"):
            continue
        times = WORDS.get(count, 1)
        percent = _PARTS[part] * times
        if _CHANGED.search(before) or not 0 < percent < 100:
            found.append(ShareInWords(match.start(), match.end(), ""))
        elif _OTHER_THINGS.match(after) or re.search(r"\b(?:first|second|last|other|latter|per|each|every)\s$", before):
            if times > 1:
                found.append(ShareInWords(match.start(), match.end(), ""))
        elif _EXACTLY.match(after) or re.search(r"%\s\([^()]*$", before):
            found.append(ShareInWords(match.start(), match.end(), ""))
        elif _OF_THINGS.match(after) and _SENTENCE_OF.search(before):
            found.append(ShareInWords(match.start(), match.end(), str(percent)))
        elif times > 1:
            found.append(ShareInWords(match.start(), match.end(), ""))
    return found


def _odds(text: str) -> list[ShareInWords]:
    found = []
    for match in _ODDS.finditer(text):
        part, whole = _number(match["part"]), _number(match["whole"])
        in_digits = match["part"].isdigit() and match["whole"].isdigit()
        if in_digits and match["join"].lower() != "in" and whole not in (10, 20, 100):
            # "2 out of 5 schools": as likely two schools as 40 %
            continue
        exact = 0 < part < whole and part * 100 % whole == 0
        after = text[match.end() :]
        share = exact and re.match(r"\s[a-z(]", after) is not None and not _RISK.match(after)
        if part == 1 and not _OF_THOSE.match(after):
            # "one in five women has …": told of people in general more often than of those that were asked
            share = False
        if re.match(r"\s(?:weeks?|months?|years?|days?|quarters?|hours?)\b", after):
            share = False
        found.append(ShareInWords(match.start(), match.end(), str(part * 100 // whole) if share else ""))
    return found


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else WORDS[printed.lower()]
