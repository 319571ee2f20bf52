"""Sums of money that a passage works out itself: so much a year for two years, what was asked for less what was given.

In: a passage. Out: checks. A shortfall is only said to differ when it comes near the difference of two sums before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from tracker.facts.checks.check_record import Check, Spot, Verdict
from tracker.facts.checks.passages import Passage
from tracker.facts.wording.rounding import shown

_TIMES = re.compile(
    r"^[^.;)]{0,40}?\b(?:for|over|in each of) (?P<n>two|three|four|five|2|3|4|5) (?:years|months|quarters)\b"
    r"|^ (?:a|per|each) year for (?P<m>two|three|four|five|2|3|4|5) years\b",
    re.IGNORECASE,
)


def products(passage: Passage) -> Iterator[Check]:
    """ "£202,000 (£101,000 a year for two years)"."""
    text = passage.text
    numbers = {"two": 2, "three": 3, "four": 4, "five": 5}
    money = [a for a in passage.amounts if a.unit == "£"]
    for whole, each in pairwise(money):
        if not re.fullmatch(r"[^.;()]{0,20}\(\s*", text[whole.end : each.start]):
            continue
        times = _TIMES.match(text[each.end :])
        if not times:
            continue
        word = (times["n"] or times["m"]).lower()
        n = numbers.get(word) or int(word)
        gives = each.value * n
        verdict: Verdict = (
            "agrees"
            if abs(gives - whole.value) * 2 <= whole.step + n * each.step - 2 or gives == whole.value
            else "differs"
        )
        at = (Spot(passage.block, whole.start, whole.end), Spot(passage.block, each.start, each.end))
        yield Check("product", verdict, whole.printed, f"{n} × {each.printed} = £{_grouped(gives)}", "", at)


def _grouped(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else shown(value, 2)


_SHORTFALL = re.compile(
    r"^\s*(?:short ?fall|funding gap|gap|under ?spend|over ?spend|saving|reduction in funding)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:asked|bid|request|need|requir|budget|applied|cost|sought)\w*", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:agreed|award|grant|receiv|secured|allocat|spent|approved|won|funded)\w*", re.IGNORECASE)


def shortfalls(passage: Passage) -> Iterator[Check]:
    """ "asked for £101,000 … agreed £90k … the £10k shortfall": what was asked for less what was given."""
    text = passage.text
    money = [a for a in passage.amounts if a.unit == "£"]
    for a in money:
        after = _SHORTFALL.match(text[a.end :])
        before = re.search(
            r"\b(?:short ?fall|funding gap|under ?spend|over ?spend) (?:of|is|was) $", text[: a.start], re.IGNORECASE
        )
        if not after and not before:
            continue
        earlier = [b for b in money if b.end < a.start]
        if not any(_ASKED.search(text[: b.start]) for b in earlier) or not _GIVEN.search(text[: a.start]):
            continue
        pairs = [(b, c) for i, b in enumerate(earlier) for c in earlier[i + 1 :] if b.value > c.value]
        pairs = [(b, c) for b, c in pairs if not re.fullmatch(r"[^.;()]{0,20}\(\s*", text[b.end : c.start])]
        if not pairs:
            continue
        big, small = min(pairs, key=lambda p: abs(p[0].value - p[1].value - a.value))
        gives = big.value - small.value
        working = f"{big.printed} − {small.printed} = £{_grouped(gives)}"
        spots = tuple(Spot(passage.block, x.start, x.end) for x in (a, big, small))
        words_end = a.end + (after.end() if after else 0)
        stated = text[a.start : words_end]
        if abs(gives - a.value) * 2 < a.step or gives == a.value:
            yield Check("difference", "agrees", stated, working, "", spots)
        elif abs(gives - a.value) * 4 <= a.value:
            yield Check("difference", "differs", stated, working, "", spots)
