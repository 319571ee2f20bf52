"""Numbers of things against the things listed, and lengths of time against their two ends.

"8 key priorities:" is compared with the items of the list below it; "nine boroughs (A, B and C …)" with the names that
follow; "a 14-month pilot … began on 5 July 2021 and ended in March 2023" with the months between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.passages import Passage
from tracker.facts.wording.calendar_words import MONTH as MONTHS
from tracker.facts.wording.number_words import WORDS
from tracker.facts.wording.time_order import month_number

_LISTED = re.compile(
    r"^(?:\s+(?!(?:in|of|for|on|at|with|by|to|from|and)\b)[\w’'&/-]+){0,3}?\s+(?P<noun>priorit(?:y|ies)"
    r"|objectives?|themes?|aims?|outcomes?"
    r"|principles?|conditions?|areas?|steps?|actions?|commitments?|pledges?|recommendations?|strands?|pillars?|goals?"
    r"|criteria|elements?|stages?|reasons?|duties|ambitions?|workstreams?|challenges|key points|questions|streams)\b"
    r"(?P<rest>[^.;:]{0,60})[:.]?\s*$",
    re.IGNORECASE,
)
LONG = 25
"""Words from which on a list item may be two that were run together, or hold a list of its own."""

_LOOSE = re.compile(r"\b(?:include|including|such as|among|some of|main|these)\b", re.IGNORECASE)


def _items_after(passages: Sequence[Passage], index: int) -> list[Passage]:
    """The list items right after a passage, of the first one's depth."""
    items: list[Passage] = []
    for p in passages[index + 1 :]:
        if p.block.kind == "footnote":
            continue
        if p.block.kind != "list_item" or p.section != passages[index].section or p.order > passages[index].order + 60:
            break
        items.append(p)
    if not items:
        return []
    depth = items[0].block.depth
    return [p for p in items if p.block.depth <= depth]


def _whole_list(passages: Sequence[Passage], items: Sequence[Passage]) -> bool:
    """Whether a list was surely read as printed: short items, and no scrap of text behind the last one."""
    if any(len(p.text.split()) > LONG for p in items):
        return False
    after = next(
        (p for p in passages if p.order > items[-1].order and p.block.kind not in ("footnote", "list_item")), None
    )
    if after is None or after.block.kind == "heading" or after.section != items[-1].section:
        return True
    return len(after.text.split()) > 12 or after.text.rstrip()[-1:] in ".:?!"


def checks_of_lists(passages: Sequence[Passage]) -> tuple[Check, ...]:
    """A number before a list against the number of its items."""
    found: list[Check] = []
    for i, p in enumerate(passages):
        if not p.text.rstrip().endswith(":"):
            found.extend(_names(p))
            continue
        items = _items_after(passages, i)
        if len(items) < 2:
            continue
        for a in reversed(p.amounts):
            match = _LISTED.match(p.text[a.end :])
            if a.unit != "count" or a.near or match is None:
                continue
            stated = p.text[a.start : a.end + match.end("noun")]
            number = int(a.value)
            at = (Spot(p.block, a.start, a.end + match.end("noun")), Spot(items[0].block, 0, len(items[0].text)))
            if number == len(items):
                found.append(Check("items", "agrees", stated, f"{len(items)} listed", "", at))
            elif _LOOSE.search(p.text[p.sentence_at(a.start)[0] :]):
                found.append(
                    Check("items", "cannot tell", stated, f"{len(items)} listed", "The list may name only some.", at)
                )
            elif abs(number - len(items)) <= 3 and _whole_list(passages, items):
                found.append(Check("items", "differs", stated, f"{len(items)} listed", "", at))
            break
        found.extend(_names(p))
    return tuple(found)


def _names(p: Passage) -> list[Check]:
    """Names in a row after a number: only reported when they are as many, since a name may hold "and"."""
    found = []
    for a in p.amounts:
        if a.unit != "count" or a.near or not 3 <= a.value <= 40:
            continue
        match = re.match(
            r"\s+(?:(?!of\b|in\b|for\b)[\w-]+ ){0,3}?(?P<noun>[a-z]+s)\s*(?P<open>\(|:)\s*(?P<names>[^.():]+)",
            p.text[a.end :],
        )
        if not match or re.search(r"\d", match["names"]):
            continue
        names = [n for n in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", match["names"].strip()) if n]
        joined = [n for n in re.split(r"\s*[,;]\s*(?:and\s+)?", match["names"].strip()) if n]
        if int(a.value) in (len(names), len(joined)):
            stated = p.text[a.start : a.end + match.end("noun")]
            spot = Spot(p.block, a.start, a.end + match.end("noun"))
            found.append(Check("items", "agrees", stated, f"{int(a.value)} named", "", (spot,)))
    return found


_LENGTH = re.compile(
    r"\b(?P<n>\d{1,3}|" + "|".join(WORDS) + r")[-‐‑ ](?P<unit>month|year)(?:s|ly)?\b(?!\s+(?:olds?|ago|before|later))",
    re.IGNORECASE,
)
_TIME = (
    rf"(?:(?P<{{d}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<{{m}}>{MONTHS})\s+(?P<{{y}}>(?:19|20)\d{{{{2}}}})"
)
_BETWEEN = re.compile(
    r"\b(?:from|between|began (?:on|in)|started (?:on|in)|ran from|starting (?:on|in|from)|beginning (?:on|in)"
    r"|launched (?:on|in))\s+"
    + _TIME.format(d="d1", m="m1", y="y1")
    + r"[^.;]{0,40}?\b(?:to|until|and|till|up to|ended (?:on|in)|finished (?:on|in)|ending (?:on|in)"
    r"|closed (?:on|in)|(?:coming|came) to an end (?:on|in))\s+(?:the end of\s+)?"
    + _TIME.format(d="d2", m="m2", y="y2"),
    re.IGNORECASE,
)
_YEARS = re.compile(r"^[^.;\d]{0,30}\(?\b(?P<a>20\d{2})\s?[/–-]\s?(?:20)?(?P<b>\d{2})\b")


def checks_of_lengths(p: Passage) -> tuple[Check, ...]:
    """A printed length of time against the beginning and end that the same sentence prints."""
    found = []
    for start, end in p.sentences:
        sentence = p.text[start:end]
        lengths = list(_LENGTH.finditer(sentence))
        if len(lengths) != 1:
            continue
        length = lengths[0]
        n = int(length["n"]) if length["n"].isdigit() else WORDS[length["n"].lower()]
        spot = Spot(p.block, start + length.start(), start + length.end())
        stated = _with_noun(sentence, length)
        between = _BETWEEN.search(sentence)
        if between:
            first = int(between["y1"]) * 12 + month_number(between["m1"])
            last = int(between["y2"]) * 12 + month_number(between["m2"])
            low, high = last - first - (1 if between["d1"] and not between["d2"] else 0), last - first + 1
            low = max(low, 0) if between["d1"] else last - first
            if between["d1"] and not between["d2"]:
                low = last - first if int(between["d1"]) <= 15 else last - first - 1
            if last <= first:
                continue
            unit = 12 if length["unit"].lower() == "year" else 1
            slack = 2 if unit == 12 else 0
            span = Spot(p.block, start + between.start(), start + between.end())
            worked = f"{low} to {high} months" if low != high else f"{low} months"
            if low - slack <= n * unit <= high + slack:
                found.append(Check("length", "agrees", stated, worked, "", (spot, span)))
            elif n * unit < low * 0.85 or n * unit > high * 1.15:
                found.append(Check("length", "differs", stated, worked, "", (spot, span)))
            continue
        years = _YEARS.match(sentence[length.end() :])
        if years and length["unit"].lower() == "year":
            difference = (int(years["b"]) - int(years["a"][2:])) % 100
            span = Spot(p.block, start + length.end() + years.start("a"), start + length.end() + years.end("b"))
            if n in (difference, difference + 1):
                found.append(
                    Check("length", "agrees", stated, f"{difference} to {difference + 1} years", "", (spot, span))
                )
    return tuple(found)


def _with_noun(sentence: str, length: re.Match[str]) -> str:
    """The length with the word that it describes ("14-month pilot")."""
    following = re.match(r"\s+[a-z]+", sentence[length.end() :])
    return sentence[length.start() : length.end() + (following.end() if following else 0)]
