"""What one number in a short statement counts: the words before it, after it, or those of the bracket it stands in.

In: a sentence with its numbers and periods. Out: ``Said``: a measure's name, or the category that a share or count is
of, or neither when the statement leans on the one before; ``None`` when the number is a change or no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.facts.wording.measure_words import counted_noun
from tracker.facts.wording.numbers import Number
from tracker.facts.wording.periods import Period


@dataclass(frozen=True)
class Said:
    name: str = ""
    category: str = ""
    unit: str = ""
    average: bool = False
    group_of_title: bool = False
    """The name is a group of what the title counts ("Female referrals" under "Prevent referrals")."""


_CHANGE_BEFORE = re.compile(
    r"(?:\b(?:increase[ds]?|decrease[ds]?|ris(?:e|en|es|ing)|rose|f[ae]ll(?:en|s|ing)?|reduction|reduced"
    r"|drop(?:ped)?|change[ds]?|grew|growth|improved"
    r"|higher|lower|up|down|uplift)\b[\s:]*(?:(?:of|by|to|a|an|in|was|is|were|approximately|approx\.?|about|around"
    r"|only|just|nearly|over|total)\s+)*"
    r"|[▲▼△▽↑↓►◄▶◀▬↔→]\s*)[(]?\s*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"^[\s()]*(?:(?:percentage|%)\s*)?(?:increase|decrease|rise|fall|reduction|drop|higher|lower"
    r"|more(?!\s+than\s+\d)|fewer|less|up\b|down\b|change)",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\b(?:from|to)\s*$", re.IGNORECASE)
# A place that says which sort ("in a dwelling", "theft from a vehicle") is no stop, nor is what a label has after its
# dash ("Burglary – residential in Ashdown"); an aside there begins with a small word or tells of a change.
_TIMES = r"(?:\w+[\s-])?(?:year|quarter|month|week|day|period)s?\b"
_KIND = (
    r"(?!(?:the|an?|up|down|of|which|this|that|these|those|more|fewer|less|higher|lower|mainly|mostly|all|both|some|only|no|not"
    r"|including|compared|increase|decrease|rise|fall|reduction)\b)(?:with(?:out)?\s)?[A-Za-z][\w'’/-]*"
    r"(?:\s(?!(?:in|over|during|for|across|between|within|from|was|were|is|are|has|have|had)\b)[A-Za-z&][\w'’/-]*){0,3}"
    r"(?=\s+(?:in|over|during|for|across|between|within|from)\b|\s\s|\s?[.,;:]|\s*$)"
)
_STOP = re.compile(
    rf"\s+(?:in(?!\s+an?\s(?=[a-z])(?!{_TIMES}))|over|during|for|between|since|(?<!theft\s)from|within|across|throughout|at|on|per"
    r"|were|was|are|is|have|has|had|against(?!\s+the\s+person\b)|compared|than|which|that|who"
    r"|recorded|reported|with(?=\s+\d)|by(?=\s+the\s+end)|up\s+to|to\s+date|this|last|and(?=\s+\d))\b"
    rf"|[,;:.()]|(?<!\s)[–—]|\s[–—-]\s(?!{_KIND})|$",
    re.IGNORECASE,
)
_CASES_OF = re.compile(
    r"^\s*(?:(?:recorded|reported|new|proven|confirmed|total|police[- ]recorded)\s+)*(?P<noun>cases?|incidents?"
    r"|offences?|crimes?|reports?|instances?|counts?|occurrences?|allegations?|victims?)\s+of\s+",
    re.IGNORECASE,
)
_NOUNS = re.compile(r"^\s*(?P<words>[A-Za-z][\w'’/&-]*(?:\s+[\w'’/&()-]+){0,7})")
_SHARE_VERB = re.compile(
    r"^\s*(?:of\s+(?:them|these|those|all|the|incidents|cases|referrals|offences"
    r"|calls)\b[\w\s]{0,20}?\s)?(?:involv(?:ed|e|es|ing)|were|was|are|is|related\s+to|concerned|for|came\s+from"
    r"|identified\s+as|had|of)\s+(?P<category>.+?)\s*[.;]?$",
    re.IGNORECASE,
)
_IN_CATEGORY = re.compile(r"^\s*(?:points?\s+)?(?:in|for|of|among)\s+(?P<category>[A-Za-z].+?)\s*[.;]?$", re.IGNORECASE)
_LEAD_WORDS = re.compile(
    r"^(?:and|then|followed\s+by|with|while|also|including|the\s+(?:largest|highest|most)\s+\w+\s+(?:was|were|in)"
    r"|next)\s+",
    re.IGNORECASE,
)
_VERB_TAIL = re.compile(
    r"\s+(?:had|have|has|saw|accounts?|accounted|made|makes|recorded|was|were|is|are|with|being|came|remains?"
    r"|remained|showed|shows|reported|received)\b.*$",
    re.IGNORECASE,
)
# "(1,154)" after "4.3% on the 12 months to March 2023": the words between say when, not of what.
_ONLY_COMPARES = re.compile(
    r"(?:[%▲▼△▽↑↓►◄▶◀▬↔→\W]|\b(?:on|the|in|over|for|during|of|to|from|a|an|and|than|versus|vs|against|compared|with|at"
    r"|same|previous|last|prior|period|quarter|year|months?|up|down|increase|decrease|rise|fall|change|reduction)\b)*",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:base|sample)$", re.IGNORECASE)
_AVERAGE = re.compile(r"\bper\s+(?:month|week|day|quarter|year)\b|\bon\s+average\b|\baverage\b", re.IGNORECASE)


def said_of(sentence: str, numbers: Sequence[Number], at: int, periods: Sequence[Period]) -> Said | None:
    """What the number at this place of the sentence counts."""
    number = numbers[at]
    before, after = sentence[: number.begin], sentence[number.finish :]
    if _CHANGE_BEFORE.search(before) and not _FROM_TO.search(before):
        return None
    if _CHANGE_AFTER.match(after) and number.unit in ("%", "pp") and not re.match(r"^\s*(?:up|down)\b", after):
        return None
    if re.match(r"^\s*(?:more|fewer|less)\s+than\b", after):
        return None
    if number.signed and number.unit == "%" and any(not other.unit for other in numbers):
        return None
    average = bool(_AVERAGE.search(sentence))
    clause = _clause(before, numbers, at)
    bare = _blank(clause, len(before) - len(clause), periods)
    if _FROM_TO.search(before) and (name := _before_colon(before)):
        return Said(name=name, group_of_title=True, average=average)
    if _in_brackets(before, after):
        category = _category(bare)
        if category:
            return Said(category=category)
    if number.unit in ("%", "pp"):
        for pattern in (_SHARE_VERB, _IN_CATEGORY):
            if match := pattern.match(after if len(numbers) == 1 else _cut(after)):
                return Said(category=_tidy(match["category"]))
    if case := _CASES_OF.match(after):
        rest = after[case.end() :]
        name = rest[: _end(rest)]
        if re.search(r"[A-Za-z]{3}", name):
            return Said(name=_tidy(name), unit=_plural(case["noun"]), average=average)
    if colon := re.search(
        r"(?::|\s[-–—])\s*(?:(?:approx\.?|about|around|approximately|a\s+total\s+of|total\s+of|total)\s+)?$", before
    ):
        head = _last_sentence(before[: colon.start()])
        words = _blank(head, colon.start() - len(head), periods).strip(" ,;:")
        if re.search(r"[A-Za-z]{3}", words) and not re.fullmatch(
            r"(?:the|in|over|and|change|total|base|sample|\W)+", words, re.IGNORECASE
        ):
            return Said(name=_tidy(words), unit=_noun_after(after), average=average)
        if not _ASKED.search(words):
            return Said(unit=_noun_after(after))
    if nouns := _NOUNS.match(after):
        words = nouns["words"][: _end(nouns["words"])].strip()
        if counted_noun(words) and not re.match(r"(?:of|in|the|over|and|to|from|were|was)\b", words, re.IGNORECASE):
            tail = after[len(words) + 1 :]
            captured = re.match(
                r"\s*((?:captured|recorded|reported|seen|dealt with|attended)\s+by\s+(?:the\s+)?[A-Z][\w-]+)", tail
            )
            said = captured[1] if captured else ""
            return Said(name=_tidy(f"{words} {said}"), unit=counted_noun(words), average=average)
    subject = re.match(
        r"^\W*(?P<subject>[A-Z][\w'’ /&()-]{3,60}?)\s+(?:were|was|had|reached|totalled|stood\s+at|came\s+to"
        r"|amounted\s+to|remained\s+at)\s",
        _last_sentence(before),
    )
    if (
        subject
        and not _is_dated(subject["subject"], periods)
        and not re.match(r"(?:there|this|it|these|in|over|during)\b", subject["subject"], re.IGNORECASE)
    ):
        return Said(name=_tidy(subject["subject"]), unit=_noun_after(after), average=average)
    return Said(unit=_noun_after(after))


def _end(text: str) -> int:
    match = _STOP.search(text)
    return match.start() if match else len(text)


def _cut(after: str) -> str:
    """What follows a number up to the next clause."""
    return re.split(r"[;,](?:\s|$)|\.\s", after, maxsplit=1)[0]


def _clause(before: str, numbers: Sequence[Number], at: int) -> str:
    return before[numbers[at - 1].finish :] if at else before


def _blank(text: str, offset: int, periods: Sequence[Period]) -> str:
    """The text with the periods in it blanked out."""
    out = list(text)
    for period in periods:
        for i in range(max(0, period.begin - offset), min(len(out), period.finish - offset)):
            out[i] = " "
    return re.sub(r"\s+", " ", "".join(out))


def _is_dated(subject: str, periods: Sequence[Period]) -> bool:
    return any(period.label and period.label in subject for period in periods)


def _last_sentence(before: str) -> str:
    return re.split(r"(?<=[.;])\s+", before)[-1]


def _before_colon(before: str) -> str:
    head = before.split(":")[0]
    return _tidy(head) if ":" in before and len(head.split()) <= 8 else ""


def _in_brackets(before: str, after: str) -> bool:
    return bool(re.search(r"\(\s*$", before)) and bool(re.match(r"\s*\)", after))


def _category(clause: str) -> str:
    text = re.sub(r"\(\s*$", "", clause).strip(" ,;.)")
    text = _LEAD_WORDS.sub("", text)
    text = re.split(r"[;:,]\s", text)[-1]
    text = _LEAD_WORDS.sub("", text.strip())
    if _ONLY_COMPARES.fullmatch(text):
        return ""
    return _tidy(_VERB_TAIL.sub("", text))


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:.–—-*")
    return re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE)


def _plural(noun: str) -> str:
    return noun.lower() if noun.lower().endswith("s") else noun.lower() + "s"


def _noun_after(after: str) -> str:
    match = re.match(r"\s*(?:[a-z]+\s+){0,2}?([a-z]{3,})\b", after)
    return counted_noun(match.group()) if match else ""
