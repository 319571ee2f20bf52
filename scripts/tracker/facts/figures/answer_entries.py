"""What an answer tells one by one: "2021/22: 88", "2020 – £148,950", "Female: 12; Male: fewer than 5".

In: the text of a line or paragraph of an answer. Out: its ``Entry`` records, none when the text is anything else: every
word of it must belong to an entry, so that a sentence with a colon is no list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracker.facts.wording.numbers import Number, parse_cell
from tracker.facts.wording.periods import Context, Period, period_of, without_periods

_VALUE = (
    r"(?:£\s?)?\d[\d,]*(?:\.\d+)?\s?(?:%|k\b|m\b)?(?:\s?per\s(?:1|10|100),?000)?"
    r"|<\s?\d+|(?:fewer|less)\s+than\s+(?:\d+|five|ten)|nil|none|zero|\*"
)
# Of small letters, or initials ("FPNs").
_WORD = r"(?-i:[a-z][a-z-]*|[A-Z]{2,5}s?\b)"
_NOUN = rf"(?:\s(?!and\b|or\b|to\b){_WORD}(?:\s\d(?=\s(?-i:[a-z])))?){{0,4}}"
_ENTRY = re.compile(
    rf"(?P<label>[^:;=]{{2,60}}?)\s*(?:[:=]|\s[–—-](?=\s)|[–—](?=£|\d))\s*(?P<value>{_VALUE})"
    rf"(?P<noun>(?:\s(?!and\b|or\b|to\b){_WORD}){{0,4}})(?=$|[;,.](?:\s|$)|\s)",
    re.IGNORECASE,
)
# "2022-23 £96,135", "2021-22 10 notices": a year parts from its figure without a sign between.
_DATED_ENTRY = re.compile(
    rf"(?P<label>(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?)\s+(?P<value>{_VALUE})(?P<noun>{_NOUN})(?=$|[;,.](?:\s|$)|\s)",
    re.IGNORECASE,
)
# "41 in 2021/22, 38 notices in 2022/23": the figure first.
_VALUE_FIRST = re.compile(
    rf"(?P<value>{_VALUE})(?P<noun>{_NOUN})\s(?:in|for|during)\s(?P<label>(?:the\s)?(?:(?:calendar|financial)\syear\s)?"
    rf"(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?)(?P<open>\s\(?(?:so\sfar|to\sdate)\)?)?"
    r"(?=$|[;,.](?:\s|$)|\sand\s)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[;,.\s]+(?:and\s+)?")
# "2022-23: 341 inspections, 97 category 1 hazards": what else is told of the same year.
_MORE = re.compile(rf"(?P<value>{_VALUE})(?P<noun>{_NOUN})(?=$|[;,.](?:\s|$)|\s)", re.IGNORECASE)
# Labels of letters that no figure stands behind.
_NO_LABEL = re.compile(
    r"\b(?:ref(?:erence)?|tel(?:ephone)?|phone|fax|e-?mail|date|page|postcode|website|www|question|response|answer|section|our)\b|\?",
    re.IGNORECASE,
)
_IN_WORDS = {"five": "5", "ten": "10"}


@dataclass(frozen=True)
class Entry:
    """One label with its figure; ``label`` is "" where it is nothing but a period. ``start`` to ``end`` prints it."""

    label: str
    period: Period | None
    number: Number
    start: int
    end: int
    noun: str = ""
    """What the figure is followed by: "square miles"."""


def entries_of(text: str, context: Context) -> tuple[Entry, ...]:
    """The entries that a text consists of. A label alone that dates nothing is no list."""
    found: list[Entry] = []
    at = 0
    while at < len(text.rstrip(" .;")):
        more = _MORE.match(text, at) if found and found[-1].noun else None
        if more is not None and more["noun"]:
            match: re.Match[str] | None = more
            entry = _of_the_same(more, found[-1])
        else:
            match = _VALUE_FIRST.match(text, at) or _DATED_ENTRY.match(text, at) or _ENTRY.match(text, at)
            entry = _entry(match, context) if match else None
        if match is None:
            return ()
        if entry is None:
            return ()
        found.append(entry)
        between = _BETWEEN.match(text, match.end())
        at = between.end() if between else match.end()
    return tuple(found)


def _of_the_same(match: re.Match[str], before: Entry) -> Entry | None:
    number = parse_cell(match["value"].strip())
    if number is None:
        return None
    end = match.start("value") + len(match["value"].rstrip())
    return Entry(before.label, before.period, number, match.start("value"), end, match["noun"].strip())


def _entry(match: re.Match[str], context: Context) -> Entry | None:
    label = match["label"].strip(" -–—•,")
    printed = re.sub(r"\b(five|ten)$", lambda m: _IN_WORDS[m[1].lower()], match["value"], flags=re.IGNORECASE)
    number = parse_cell(printed.strip())
    if number is None or not label or _NO_LABEL.search(label):
        return None
    period = period_of(label, context)
    if period and match.groupdict().get("open"):
        # a year that had not ended
        period = replace(period, end="", kind="since")
    words = without_periods(label, context).strip(" -–—:,") if period else label
    if re.fullmatch(r"(?:in|for|during|year|calendar\s+year|financial\s+year|\s)*", words, re.IGNORECASE):
        words = ""
    if re.search(r"\d", words) and not period:
        return None
    noun = match["noun"].strip()
    return Entry(words, period, number, match.start("value"), match.start("value") + len(match["value"].rstrip()), noun)
