"""What the words round a number of a progress note say that it counts: "11 patrols carried out, with 39 spoken to".

In: a sentence of a cell, its numbers and its times. Out: ``own_words``, the words that belong to one number; "" where
none do. ``is_pair`` tells "7 of 9", whose numbers share their words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Period

_ONLY = re.compile(r"\W*(?:(?:all|only|just|about|over|some|nearly|a total of)\W+)*$", re.I)
# What joins two numbers of a sentence and belongs to neither.
_JOINT = re.compile(r"\W*(?:\b(?:and|with|of which|of whom|but|plus)\b\W*)*$", re.I)
_HELD_AGAINST = re.compile(r"\s(?:against|compared with|compared to|versus)\b.*$", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s(?:at|see|under|in) (?:item|minute|paragraph|appendix|section)\b.*$", re.IGNORECASE)
_BEFORE_A_TIME = re.compile(r"\s(?:in|on|by|during|at|from|since|for|until)$")
# "panel has met and looked at … cases"
_DID = re.compile(
    r".*\b(?:has|have|had)\s(?:.*\s)?(?P<did>[a-z]+(?:ed|en|ne|ade|eld|ent|aid|een|ard|ealt)(?:\s(?:at|with|to|for|on|by))?)"
    r" … (?P<what>.+)$",
    re.IGNORECASE,
)
# "funding of … agreed"
_AMOUNT_OF = re.compile(r"^(?P<what>[a-z]+(?:\s[a-z]+)?) of … (?P<told>.+)$", re.IGNORECASE)
# "6 adult and 10 children's bed spaces": both of bed spaces
_ADJECTIVE = re.compile(r"(?![a-z]+(?:ed|ing|s)$)[a-z]+$")
_SHARED = re.compile(r"\s(?:and|or)\s$")
_UNDONE = re.compile(r"(?:for|over|during|across|in) (?:the|a) [a-z]+$")
_PAIR = re.compile(r"\s(?:out )?of (?:the )?$")


def is_pair(sentence: str, found: Sequence[Mention], at: int) -> bool:
    """Whether number ``at`` is so many of the number behind it."""
    return at + 1 < len(found) and _PAIR.fullmatch(sentence[found[at].end : found[at + 1].start]) is not None


def own_words(sentence: str, found: Sequence[Mention], at: int, periods: Sequence[Period]) -> str:
    """The words round number ``at`` up to the numbers beside it, without times; "…" stands for it inside them."""
    if is_pair(sentence, found, at):
        return own_words(sentence, found, at + 1, periods)
    words = _beside(sentence, found, at, periods)
    if _ADJECTIVE.match(words) and at + 1 < len(found):
        shared = _beside(sentence, found, at + 1, periods).split()
        if len(shared) > 1 and _SHARED.search(sentence[: found[at + 1].start]):
            return f"{words} {' '.join(shared[1:])}"
    if at and _UNDONE.match(words) and found[at].sort == "count":
        # "85 referrals in the quarter; 391 for the year"
        for one in range(at - 1, -1, -1):
            if counted := re.match(r"[a-z]+s\b", _beside(sentence, found, one, periods)):
                return f"{counted[0]} {words}"
    return words


def _beside(sentence: str, found: Sequence[Mention], at: int, periods: Sequence[Period]) -> str:
    out = list(sentence)
    for period in periods:
        out[period.begin : period.finish] = " " * (period.finish - period.begin)
    plain = "".join(out)
    before = plain[found[at - 1].end if at else 0 : found[at].start]
    after = plain[found[at].end : found[at + 1].start if at + 1 < len(found) else len(plain)]
    if at:
        # "11 patrols carried out, with 39 people spoken to": the words between are told of the first
        before = ""
    after = after[: m.start()] if (m := _JOINT.search(after)) else after
    after = re.sub(r"[\s(,;]*\bbaseline(?:\s(?:is|was|of))?\W*$", "", after, flags=re.IGNORECASE)
    after = _ELSEWHERE.sub("", _HELD_AGAINST.sub("", after))
    before = re.split(r"[;:]\s", before)[-1]
    lead = "" if _ONLY.match(before) else f"{before.strip()} … "
    words = re.sub(r"\s+", " ", f"{lead}{after}").strip(" ,.;:–-()")
    words = _BEFORE_A_TIME.sub("", words) if periods else words
    if told := _DID.match(words) or _AMOUNT_OF.match(words):
        words = f"{told['what']} {told.groupdict().get('did') or told.groupdict().get('told')}"
    return re.sub(r"^of\s", "", words) if found[at].sort == "share" else words
