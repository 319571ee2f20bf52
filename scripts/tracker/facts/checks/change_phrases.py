"""Words that state a change in a sentence: "an increase of 2.5%", "3.2% fewer", "rose from A to B", "down from A".

In: a passage. Out: ``Change`` objects with their words, direction and size, and the two values where the words
themselves name them ("from A to B"). Values that stand elsewhere are found by ``tracker.facts.checks.change_words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tracker.facts.checks.passages import Passage
from tracker.facts.wording.amounts import Amount

Direction = Literal["up", "down", "same", ""]

UP_NOUN = r"(?:increases?|rises?|growth|uplift|jump|upturn|surge|upward change)"
DOWN_NOUN = r"(?:decreases?|falls?|reductions?|drops?|declines?|dip|downturn|downward change)"
UP_VERB = (
    r"(?:increas(?:ed|es|ing)|r[io]s(?:e|en|es|ing)|grew|grown|went up|gone up|up|climbed|jumped|rais(?:e|ed"
    r"|es)|improved)"
)
DOWN_VERB = (
    r"(?:decreas(?:ed|es|ing)|fell|fall(?:en|s|ing)?|reduc(?:e|ed|es|ing)|declin(?:ed|es|ing)|dropp?(?:ed|s"
    r"|ing)?|went down"
    r"|gone down|down|cut)"
)
TIMES_UP = r"(?:doubled|trebled|tripled|quadrupled)"
_SOFT = (
    r"(?:(?:just|only|slightly|further|sharply|marginally|significantly|a|an|the|another|some|overall|about"
    r"|around|approx\.?"
)
_SOFT += r"|approximately|nearly|almost|over|more than|under|less than)\s+)*"
_BEFORE = re.compile(
    rf"(?:\b(?P<upn>{UP_NOUN})|\b(?P<downn>{DOWN_NOUN}))\s+(?:of|by|:)\s*{_SOFT}$"
    rf"|(?:\b(?P<upv>{UP_VERB})|\b(?P<downv>{DOWN_VERB}))\s+(?P<by>{_SOFT}by\s+)?{_SOFT}$"
    rf"|(?:\b(?P<upc>{UP_VERB}|{UP_NOUN})|\b(?P<downc>{DOWN_VERB}|{DOWN_NOUN}))\s*\(\s*$"
    rf"|(?:(?P<upa>[▲↑])|(?P<downa>[▼↓])|(?P<samea>[▶►→]))\s*[-−–+]?$"
    rf"|(?P<same>\bno change)\s*\(\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^(?:\s*[-–]?\s*)(?:(?:overall|further|slight|small|large|sharp|net|annual|year[- ]on[- ]year|real[- ]terms)\s+)?"
    rf"(?:(?P<upn>{UP_NOUN})|(?P<downn>{DOWN_NOUN})|(?P<upw>more|higher|greater|up)|(?P<downw>fewer|less|lower|down))\b"
    rf"(?P<than>\s+(?:[a-z]+\s+){{0,2}}(?:than|on|compared|against)\b)?",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\bchange(?: of|:)?\s+(?P<sign>[-−–+])\s?\d?$", re.IGNORECASE)
"""A change named as such with its sign: "Change: -20%"."""
_PHRASAL = re.compile(
    r"\b(?:ma[dk]\w+|sign\w*|set\w*|t[oa]\w*k\w*|pick\w*|end\w*|back\w*|follow\w*|round\w*|add\w*|sum\w*"
    r"|open\w*|start\w*"
    r"|catch\w*|link\w*|speed\w*|scal\w*|join\w*|turn\w*|break\w*|laid|lay|shut|clos\w*|track\w*|hunt\w*)\s+$",
    re.IGNORECASE,
)
"""Verbs with which "up", "down" and "increase" mean no change of a figure ("made up 35%", "signed up 32")."""
_FROM = re.compile(
    rf"\b(?:(?P<up>{UP_VERB}|{UP_NOUN})|(?P<down>{DOWN_VERB}|{DOWN_NOUN})|(?P<upt>{TIMES_UP})|(?P<downt>halved)|(?P<any>changed|moved|went|gone|change))\b"
    rf"(?P<between>(?:[^.;]|\.(?=\d)){{0,80}}?)\bfrom\s+(?:just |only |about |around |a |the )*$",
    re.IGNORECASE,
)
_FROM_VALUE = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}\d", re.IGNORECASE)
TO_VALUE = re.compile(r"\bto\s+(?:just |only |about |around |over |nearly )*$", re.IGNORECASE)
_EQUAL = re.compile(
    r"\b(?:equal|equivalent|equates?|equating|amount\w*|compared|close|add\w*|led) to\s+$", re.IGNORECASE
)
_UP_FROM = re.compile(
    rf"\b(?:(?P<up>up|an? {UP_NOUN}|increased|rising)|(?P<down>down|an? {DOWN_NOUN}|reduced|falling))\s+from\s+"
    rf"(?:just |only |about |around )*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Valued:
    """An amount in a passage."""

    passage: Passage
    amount: Amount


@dataclass(frozen=True)
class Change:
    """Words that state a change: ``passage.text[start:end]``.

    ``size`` is None for a bare direction ("rose from A to B").
    """

    passage: Passage
    start: int
    end: int
    direction: Direction
    size: Amount | None = None
    before: Valued | None = None
    after: Valued | None = None
    sure: bool = False
    choices: tuple[tuple[Valued, Valued], ...] = ()
    """Pairs that may be meant when it is not sure which."""

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]


def _direction(match: re.Match[str]) -> Direction:
    groups = {k for k, v in match.groupdict().items() if v}
    if any(k.startswith("up") for k in groups):
        return "up"
    if any(k.startswith("down") for k in groups):
        return "down"
    return "same" if any(k.startswith("same") for k in groups) else ""


def sized(passage: Passage) -> Iterator[Change]:
    """Changes with a size: "an increase of 2.5%", "a 44% increase", "3.2% fewer", "up 4"."""
    text = passage.text
    for amount in passage.amounts:
        start, _ = passage.sentence_at(amount.start)
        left = text[start : amount.start].rstrip("-−+–") if amount.value < 0 else text[start : amount.start].rstrip("+")
        before = _BEFORE.search(left)
        after = _AFTER.match(text[amount.end :])
        if before and amount.unit in ("count", "£"):
            # "up 4" and "by 4" are sizes, "fell 463" hardly; "an increase of 4" is one, "up to 4" is not.
            words = before.group().lower()
            if not (re.search(r"\b(?:by|of)\b", words) or re.match(r"(?:up|down)\b", words)):
                before = None
        if after and amount.unit in ("count", "£") and not after["than"] and not (after["upn"] or after["downn"]):
            after = None
        if after and (after["upw"] or after["downw"]) and not after["than"]:
            after = None
        if not before and amount.unit in ("%", "pp") and (named := _SIGNED.search(text[start : amount.start + 1])):
            begin = start + named.start()
            yield Change(passage, begin, amount.end, "down" if named["sign"] in "-−–" else "up", amount)
            continue
        if not (before or after) and _in_signed_brackets(text, amount):
            yield Change(passage, amount.start, amount.end, "down" if amount.value < 0 else "up", amount)
            continue
        if before and _PHRASAL.search(text[start : start + before.start()]):
            before = None
        if before and before["by"] is None and re.search(r"\bup\s+(?:to)\b", before.group(), re.IGNORECASE):
            before = None
        if before:
            direction = _direction(before)
            article = re.search(r"\b(?:an?|the)\s+$", text[start : start + before.start()], re.IGNORECASE)
            begin = start + (article.start() if article else before.start())
            yield Change(passage, begin, amount.end, direction, amount)
        elif after and not re.match(r"\s*(?:and|or|to)\b", text[amount.end :]):
            end = amount.end + after.end()
            if after["than"]:
                end = amount.end + after.start("than")
            article = re.search(r"\b(?:an?|the)\s+$", text[start : amount.start], re.IGNORECASE)
            begin = start + article.start() if article else amount.start
            yield Change(passage, begin, end, _direction(after), amount)


def _in_signed_brackets(text: str, amount: Amount) -> bool:
    """Whether a percentage stands with its sign in brackets, behind the two values: "from 11.2% to 13.3% (+2.1pp)"."""
    signed = re.match(r"[-−–+]", amount.printed) is not None and amount.unit in ("%", "pp")
    return signed and text[: amount.start].endswith("(") and text[amount.end :].lstrip().startswith(")")


def _turns(link: str) -> list[Direction]:
    """The movements named between two values of a row: "to 1,240 before rising to 1,310"."""
    up = re.search(rf"\b(?:{UP_VERB}|{UP_NOUN})\b", link, re.IGNORECASE)
    down = re.search(rf"\b(?:{DOWN_VERB}|{DOWN_NOUN})\b", link, re.IGNORECASE)
    found: list[Direction] = []
    if up:
        found.append("up")
    if down:
        found.append("down")
    return found


def _verb_of_from(left: str) -> re.Match[str] | None:
    """The movement nearest before "from": "rose from 4 to 5 in May, but fell over the year from 9 to 8" says fell."""
    verb = _FROM.search(left)
    while verb and (nearer := _FROM.search(left, verb.start() + 1)):
        verb = nearer
    return None if verb and _FROM_VALUE.search(verb["between"]) else verb


def from_to(passage: Passage) -> Iterator[Change]:
    """Changes between two printed values: "rose from A to B (and C)", "down from A"."""
    text, amounts = passage.text, passage.amounts
    for i, first in enumerate(amounts):
        start, stop = passage.sentence_at(first.start)
        left = text[start : first.start]
        if verb := _verb_of_from(left):
            nexts = [a for a in amounts[i + 1 :] if a.start < stop and a.unit == first.unit]
            known, step = first, 0
            for a in nexts:
                link = text[known.end : a.start]
                joined = TO_VALUE.search(link) if step == 0 else re.search(r"\b(?:and|then|to)\s+(?:then |to )?$", link)
                if not joined or ";" in link or ":" in link or link.count(")") > link.count("(") or _EQUAL.search(link):
                    break
                turns = _turns(link)
                if len(turns) > 1 or (turns and step == 0):
                    break
                yield Change(
                    passage,
                    start + verb.start() if step == 0 else known.start,
                    a.end,
                    turns[0] if turns else _direction(verb),
                    None,
                    Valued(passage, known),
                    Valued(passage, a),
                    sure=True,
                )
                known, step = a, step + 1
            if step:
                continue
        if down := _UP_FROM.search(left):
            earlier = [a for a in amounts[:i] if a.start >= start and a.unit == first.unit]
            earlier = [a for a in earlier if not _is_size(passage, a)]
            if not earlier:
                earlier = [a for a in amounts[:i] if a.unit == first.unit and not _is_size(passage, a)][-1:]
            if earlier:
                yield Change(
                    passage,
                    start + down.start(),
                    first.end,
                    _direction(down),
                    None,
                    Valued(passage, first),
                    Valued(passage, earlier[-1]),
                    sure=len(earlier) == 1,
                )


def _is_size(passage: Passage, amount: Amount) -> bool:
    """True when the amount is itself the size of a change ("up 4"), hence not a level."""
    return any(c.size is amount for c in sized(passage))
