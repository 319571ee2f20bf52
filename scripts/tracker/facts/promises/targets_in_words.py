"""Targets that a sentence sets: "reduce burglary by 10% by 2026", "will rise from 54% to 65%", "at least 80% of victims
will …", with where the measure starts ("from a baseline of 84 in 2022/23").

In: a sentence. Out: ``TargetInWords`` records, places counted in the sentence. What has gone down by so much is a
change, no target: the verb stands first, or after "to", "will", "by", and nothing before it tells what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.facts.wording.word_forms import capital

_DOWN = r"(?:reduc(?:e|ing)|cut(?:ting)?|lower(?:ing)?|decreas(?:e|ing)|bring(?:ing)? down|halv(?:e|ing)|fall)"
_UP = r"(?:increas(?:e|ing)|rais(?:e|ing)|improv(?:e|ing)|grow(?:ing)?|doubl(?:e|ing)|rise)"
_VALUE = r"£?\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent)?"
# "is to reduce", "by reducing"
_LEAD = r"(?:^(?:To\s)?|\b(?:to|will|shall|and|by|of)\s(?:also\s|further\s)?)"
_OF = r"(?:the\s)?(?:(?:overall\s|total\s)?(?:number|rate|level|proportion|share|percentage|volume|incidence)s?\sof\s)?"
_NAME = r"(?P<name>(?!by\b|to\b|from\b|it\b|them\b|this\b|these\b)(?:[\w’'()/-]+\s){1,12}?)"
_FROM = (
    rf"(?:from\s(?:a\s)?(?:baseline\s)?(?:of\s)?(?P<was>{_VALUE})(?:\s(?:in|at"
    rf"|for)\s(?P<since>[\w/–-]+(?:\s20\d\d)?))?\s)?"
)
_BASELINE = re.compile(
    rf"\b(?:from|against|on)\s(?:a|the|our)\s(?:[\d/–-]+\s)?baseline\s(?:figure\s)?of\s(?P<was>{_VALUE})"
    rf"|\(?baseline\s?(?:is|was|of|:)?\s?(?P<then>{_VALUE})",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^\s?(?:\(|in\s|at\s|for\s)\(?(?P<since>[\w/–-]+(?:\s20\d\d)?(?:[/–-]\d\d)?)", re.IGNORECASE)
_BY_SO_MUCH = re.compile(
    rf"{_LEAD}(?P<verb>{_DOWN}|{_UP})\s{_OF}{_NAME}(?:\w+ly\s)?by\s(?:at least\s|up to\s|a further\s|around\s)?"
    r"(?P<value>\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent|percentage points?))",
    re.IGNORECASE,
)
_HALVED = re.compile(
    rf"{_LEAD}(?P<verb>halve|double)\s{_OF}{_NAME}(?=by\b|within\b|over\b|in\b|before\b)", re.IGNORECASE
)
_TO_SO_MUCH = re.compile(
    rf"{_LEAD}(?P<verb>{_DOWN}|{_UP}|keep|maintain)\s{_OF}{_NAME}{_FROM}(?:to\s)?(?P<bound>below|under|above|over"
    rf"|at least|less than|fewer than|more than|at or above|at|to)\s(?:at least\s|below\s|under\s"
    rf"|over\s)?(?P<value>{_VALUE})(?![\d/–-])",
    re.IGNORECASE,
)
_WILL_BE = re.compile(
    rf"^(?:The\s)?{_OF}{_NAME}(?:will|is to|are to)\s(?P<verb>rise|increase|grow|fall|drop|decrease|go up|go down"
    rf"|reduce|improve)\s{_FROM}to\s(?:at least\s|below\s|under\s|over\s)?(?P<value>{_VALUE})",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?P<value>(?:at least|a minimum of|no (?:fewer|less) than|over|more than)\s\d[\d.]*\s?(?:%"
    rf"|per ?cent))\sof\s{_NAME}"
    r"(?:will|to|are to|should)\s",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(
    r"\b(?:by|before|within|over|during|in)\s(?:the\s)?(?:(?:end|start) of\s)?(?:the\s)?(?:(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December|spring|summer|autumn"
    r"|winter)\s)?(?:20\d\d(?:[/–-]\d{2,4})?|(?:next\s)?(?:\w+\s)?(?:years?|months)\b|life(?:time)? of the \w+)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


# "helped to reduce", "has saved money by cutting": what was done
_WAS = re.compile(r"\b(?:has|have|had|was|were|led|able|likely|\w+ed)\b", re.IGNORECASE)
_AIMED = re.compile(
    r"\b(?:will|shall|aim\w*|plan\w*|targets?|intend\w*|commit\w*|want\w*|is to|are to|agreed to|objectives?|ambition"
    r"|goal|pledge\w*|due to)\b",
    re.IGNORECASE,
)
# That word stands so many characters before the verb at most.
_NEAR = 60


@dataclass(frozen=True)
class TargetInWords:
    """``value`` is a number, with "%" for a share, or "decrease", "increase" where a sentence says by how much."""

    name: str
    value: str
    start: int
    end: int
    by_when: str = ""
    baseline: str = ""
    baseline_period: str = ""


def targets_in_words(sentence: str) -> Iterator[TargetInWords]:
    """The targets of one sentence, in the order of their kinds; none of a sentence that tells what was."""
    taken: list[tuple[int, int]] = []
    for pattern in (_BY_SO_MUCH, _HALVED, _WILL_BE, _TO_SO_MUCH, _SHARE):
        for match in pattern.finditer(sentence):
            held = match.groupdict()
            value = held.get("value") or ""
            if any(a < match.end() and match.start() < b for a, b in taken) or _YEAR.fullmatch(value.strip()):
                continue
            before = sentence[: match.start("verb") if "verb" in held else match.start()]
            if _WAS.search(before) and not _AIMED.search(before[-_NEAR:]):
                continue
            taken.append(match.span())
            name = re.sub(r"\s*\([^)]*\)?", "", held["name"]).strip(" ,")
            start = match.start("verb") if "verb" in held else match.start()
            was, since = held.get("was") or "", held.get("since") or ""
            printed = _BASELINE.search(sentence)
            if not was and printed:
                was = printed["was"] or printed["then"]
                found = _SINCE.match(sentence[printed.end() :])
                since = found["since"] if found else ""
            told = sentence[: printed.start()] if printed else sentence
            due = [
                m.group() for m in _BY_WHEN.finditer(told) if m.start() >= match.end() or m.end() <= match.start("name")
            ]
            yield TargetInWords(
                name=capital(name),
                value=_value(held, pattern in (_BY_SO_MUCH, _HALVED)),
                start=start,
                end=match.end("value") if value else match.end("name"),
                by_when=due[-1] if due else "",
                baseline=_number(was),
                baseline_period=since,
            )


def _value(held: dict[str, str | None], by_so_much: bool) -> str:
    verb = held.get("verb") or ""
    if by_so_much:
        return "decrease" if re.match(_DOWN, verb, re.IGNORECASE) else "increase"
    return _number(held["value"] or "")


def _number(printed: str) -> str:
    number = re.search(r"\d[\d,]*(?:\.\d+)?", printed)
    if not number:
        return ""
    return number.group().replace(",", "") + ("%" if re.search(r"%|per ?cent", printed) else "")
