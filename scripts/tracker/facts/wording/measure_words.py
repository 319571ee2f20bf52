"""The words of measures: whether a head or label counts, shares, ranks or compares, in which unit, and what it counts.

In: short texts such as "Number of MARAC referrals" or "% change". Out: the measure and its unit ("count", "referrals"),
and whether they name a measure at all. The word lists hold what boards count; nothing here knows a single paper.
"""

from __future__ import annotations

import re

from tracker.facts.sentence.lexicon import PARTICIPLES, PAST_OR_PARTICIPLE
from tracker.facts.wording.counted_words import COUNTED, GENERIC, SINGULAR
from tracker.facts.wording.word_forms import in_line
from tracker.facts.wording.word_lists import words_of
from tracker.records import Measure

_CHANGE = re.compile(
    r"(?:%|percent(?:age)?|per cent|pct|year[- ]on[- ]year|yoy|annual)?\s*(?:point\s+|pt\s+)?\b(?:change|difference"
    r"|diff\.?|variance"
    r"|movement|increase\s*/\s*decrease)\b|(?:^|\s)%?\s*\+\s*/\s*[-–]\s*%?(?:\s|$)|^\s*[%]?\s*(?:increase"
    r"|decrease)\s*(?:\(?%\)?)?\s*$"
    r"|\bdirection of travel\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpercentage\b|\bproportion\b|\bshare of\b", re.IGNORECASE)
_RATE = re.compile(r"\brate\b|\bper\s+(?:1,?000|10,?000|100,?000|head|thousand)\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\baverage\b|\bmean\b|\bmedian\b|\bper (?:month|week|day|quarter)\b|\bavg\b", re.IGNORECASE)
_RANK = re.compile(r"\brank(?:ing|ed)?\b", re.IGNORECASE)


def is_change(text: str) -> bool:
    """Whether a head says that its figures are changes."""
    return bool(_CHANGE.search(text))


def is_points(text: str) -> bool:
    """Whether a text speaks of percentage points."""
    return bool(re.search(r"percentage[- ]points?|%\s?points?|\bppt?s?\b", text, re.IGNORECASE))


def measure_of(text: str) -> tuple[Measure, str]:
    """Measure and unit that a head or title promises; count and the counted noun where it says nothing else."""
    if is_points(text):
        return "change", "percentage points"
    if is_change(text):
        return "change", "%"
    if _RANK.search(text):
        return "rank", ""
    if _AVERAGE.search(text):
        return "average", unit_of(text)
    if _SHARE.search(text):
        return "share", "%"
    if _RATE.search(text) and not re.search(r"%|percentage", text):
        return "rate", ""
    if "£" in text:
        return "money", "GBP"
    return "count", unit_of(text)


# "Longest wait (weeks)", "Average wait in weeks": in what it is counted.
_TIMED = re.compile(r"(?:\((?:in\s+)?|\bin\s+)((?:working\s+)?(?:hours|days|weeks|months|minutes))(?:\)|$|[,:;])", re.I)


def unit_of(text: str) -> str:
    """In what a name says that it is counted: a time, the things of its last noun, else the last that boards count.

    Where a noun that boards count only stands before another ("crime reporting centres"), that other is counted.
    """
    if timed := _TIMED.search(text):
        return timed[1].lower()
    noun = counted_noun(text)
    last = re.search(r"([a-z]{3,}s)$", _head_of(text).strip(), re.IGNORECASE)
    if not noun or last is None or last[1].endswith(("ss", "us", "is")):
        return noun
    return last[1] if last[1] not in COUNTED | GENERIC and not re.search(rf"\b{last[1]}$", noun) else noun


def _words(text: str) -> list[str]:
    return [match.group() for match in re.finditer(r"[a-z][a-z-]+", text.lower())]


# "Refuge places" are places, however many refuges there are.
_KEPT = frozenset(["places", "spaces", "beds", "bedspaces", "units", "rooms"])


def _head_of(text: str) -> str:
    """The words of a name before what says of whom, where or how it is counted."""
    head: str = re.split(
        r"\s(?:to|from|on|for|with|in|by|at|who|that|through|via|under|into|involving|accessing|attending|using|receiving|entering|leaving"
        r"|meeting|awaiting)\s",
        text.lower(),
    )[0]
    return head


def counted_noun(text: str) -> str:
    """The last word of the text that boards count by ("Number of MARAC referrals" → "referrals"), "" if none."""
    text = re.sub(r"\bagainst\s+the\s+person\b", "", text, flags=re.IGNORECASE)
    head = _head_of(text)
    if theft := re.match(r"(?:\w+\s)?(theft|robbery|burglary)\s(?:of|from|in)\s\w", text.lower()):
        return SINGULAR[theft[1]]
    last = _words(head)[-1:]
    if last and last[0] in _KEPT:
        return last[0]
    words: list[str] = [
        *(word for word in last if word in COUNTED),
        *reversed(_words(head)),
        *reversed(_words(text)),
    ]
    for word in words:
        if word in COUNTED:
            return word.replace("-", " ")
        if word in SINGULAR:
            return SINGULAR[word]
        if word + "s" in COUNTED:
            return word + "s"
    return ""


_MEASURE_HEAD = re.compile(
    r"^(?:total\s+)?(?:number|no\.?|nos\.?|count|volume|#|%|percentage|proportion|share|rate|average|mean|median"
    r"|cost|spend|value|amount"
    r"|£|ratio|score)\b|^%|\b(?:rate|average|cost|count|number|total|percentage)\b\s*(?:\(.*\))?$|£|%",
    re.IGNORECASE,
)
_MEASURE_CORNER = re.compile(
    r"\b(?:offences?|crimes?|indicators?|measures?|metrics?|kpis?|pis?|performance|outcome measure|crime type"
    r"|offence type|description|activity)\b",
    re.IGNORECASE,
)


def names_measure(label: str) -> bool:
    """Whether a row label or head names a measure ("No. of referrals", "DA Offences"), rather than a category."""
    if re.search(r"\b(?:of|from|in|by)$", label.strip(), re.IGNORECASE):
        return False  # "Theft of" beside "Theft from": kinds, not measures
    return bool(_MEASURE_HEAD.search(label.strip())) or bool(counted_noun(label) and len(label.split()) > 1)


def corner_of_measures(corner: str) -> bool:
    """Whether the head over the row labels announces measures ("Offence", "Indicator") rather than categories."""
    return bool(_MEASURE_CORNER.search(corner))


_STATES = words_of("new open live active ongoing current repeat further first second other")
_STATE = re.compile(r"[a-z]{2,}ed$")


def says_state(text: str) -> bool:
    """Whether a head says only in what state something is that any service has: "New cases", "Referrals received"."""
    words = re.findall(r"[a-z%]+", text.lower())
    states = [w for w in words if w in _STATES or _STATE.search(w) or w in PARTICIPLES | PAST_OR_PARTICIPLE]
    plain = [w for w in words if w not in states]
    return bool(states) and counted_noun(text) in plain and all(w in GENERIC for w in plain)


def with_state(whole: str, head: str) -> str:
    """The name of what a table or slide is about with such a head: "MARAC cases", "New cases" → "MARAC: new cases"."""
    base = re.sub(rf"\s*\b{re.escape(counted_noun(head))}$", "", whole, flags=re.IGNORECASE).rstrip(" :,–-")
    said = in_line(head)
    return f"{base}: {said}" if re.search(r"[A-Za-z]{2}", base) and said.lower() not in base.lower() else head


def is_generic(text: str) -> bool:
    """Whether a head says only that it counts ("Number of Incidents", "Total", "%"), not what of."""
    words = re.findall(r"[a-z%]+", text.lower())
    return all(word in GENERIC for word in words)
