"""Printed numbers as exact amounts: the value as a fraction, and what one of the last printed digit is worth.

In: a text or a cell. Out: ``Amount`` records made from the numbers that ``tracker.facts.wording.numbers`` finds. Ranks,
rates per head, "three times" and markers are left out, since nothing is added up or compared with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from tracker.facts.wording.numbers import Number, find_numbers, parse_cell

AmountUnit = Literal["count", "%", "pp", "£"]
Nearness = Literal["", "about", "over", "under"]

_UNITS: dict[str, AmountUnit] = {"": "count", "%": "%", "pp": "pp", "GBP": "£"}
_NEAR: dict[str, Nearness] = {
    "": "",
    "about": "about",
    "over": "over",
    "at least": "over",
    "under": "under",
    "at most": "under",
    "up to": "under",
}
_SCALES = ((r"k\b|thousand", 1000), (r"mn?\b|million", 10**6), (r"bn\b|billion", 10**9))

_NONE = re.compile(
    r"\b(?:there (?:was|were|had been)|it was|compared (?:to|with)|against|from|(?:prior|before|earlier):)\s+"
    r"(?P<none>none|nil|no(?=\s+(?:cases?|incidents?|offences?|reports?|referrals?|crimes?)\b))\b",
    re.IGNORECASE,
)
"""Nothing said in words where a number is expected ("there were none", "against no cases")."""


@dataclass(frozen=True)
class Amount:
    """A printed amount. ``step`` is one of its last printed digit ("3.7" → 1/10, "£90k" → 1000)."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    unit: AmountUnit
    printed: str
    near: Nearness = ""


def _amount(number: Number) -> Amount | None:
    if not number.value or number.marker or number.of or number.unit not in _UNITS:
        return None
    digits = re.search(r"\d[\d,]*(?:\.(?P<decimals>\d+))?(?P<rest>.*)", number.printed)
    decimals = len(digits["decimals"] or "") if digits else 0
    scale = 1
    if digits and number.unit in ("", "GBP"):
        scale = next((n for p, n in _SCALES if re.match(rf"\s?(?:{p})", digits["rest"], re.IGNORECASE)), 1)
    step = Fraction(scale, 10**decimals)
    printed = number.printed.strip()
    return Amount(
        number.begin, number.finish, Fraction(number.value), step, _UNITS[number.unit], printed, _NEAR[number.qualifier]
    )


@lru_cache(maxsize=4096)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """All amounts that ``text`` prints, in order; "one" counts nothing often enough to be left out."""
    found = (_amount(n) for n in find_numbers(text) if n.printed.lower() != "one")
    amounts = [a for a in found if a is not None]
    for m in _NONE.finditer(text):
        start = m.start("none")
        if not any(a.start == start for a in amounts):
            amounts.append(Amount(start, m.end("none"), Fraction(0), Fraction(1), "count", m["none"]))
    return tuple(sorted(amounts, key=lambda a: a.start))


@lru_cache(maxsize=4096)
def amount_of_cell(text: str) -> Amount | None:
    """The amount that a cell consists of ("1,500", "▼ -19.6%", "52*"), None for words, markers or several numbers."""
    number = parse_cell(text)
    return None if number is None else _amount(number)
