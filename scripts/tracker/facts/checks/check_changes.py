"""Stated changes against the two values: "an increase of 2.5%", "rose from A to B", "down 33.3% (from 3 to 2)".

In: the changes that a paper's sentences state. Out: a ``Check`` for each; one whose values the paper does not print
"cannot tell". No percentage is worked out from 0.
"""

from __future__ import annotations

import re
from fractions import Fraction

from tracker.facts.checks.change_words import Change, Direction
from tracker.facts.checks.check_record import Check, Spot, Verdict, spot_of
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import fits, percent_change, shown

NOT_PRINTED = "The paper does not print the two values beside it."
NO_PERCENTAGE = "There is no percentage of a change from 0."


def printed_value(amount: Amount) -> str:
    """The amount as shown in a working: its number with pound or percent sign."""
    return f"{amount.printed}"


def compare(size: Amount, direction: Direction, before: Amount, after: Amount) -> tuple[Verdict, str, str]:
    """Verdict, working and explanation for a change of ``size`` between two values."""
    difference = after.value - before.value
    signed = abs(size.value) if direction == "up" else -abs(size.value) if direction == "down" else size.value
    stated = Amount(size.start, size.end, signed, size.step, size.unit, size.printed, size.near)
    pair = f"{printed_value(before)} to {printed_value(after)}"
    word = "a rise" if difference > 0 else "a fall" if difference < 0 else "no change"
    if size.unit in ("count", "£") or size.unit == "pp":
        unit = " percentage points" if size.unit == "pp" else ""
        working = f"{pair}: {word} of {_amount(abs(difference), size)}{unit}" if difference else f"{pair}: no change"
        if _fits(stated, difference):
            return "agrees", working, ""
        return "differs", working, _which(direction, difference)
    if before.unit == after.unit == "%":
        # Of shares, "2%" may mean points or a percentage of the share; both are let pass.
        exact = percent_change(before.value, after.value)
        right = _fits(stated, difference) or (exact is not None and _fits(stated, exact))
        points = f"{pair}: {'+' if difference > 0 else ''}{shown(difference)} percentage points"
        return ("agrees" if right else "differs"), points, "" if right else _which(direction, difference)
    if before.value == 0:
        if difference == 0 and size.value == 0:
            return "agrees", f"{pair}: no change", ""
        working = f"{pair}: {word}" + (f" of {_amount(abs(difference), after)}" if difference else "")
        opposed = (direction == "down" and difference > 0) or (direction == "up" and difference < 0)
        if opposed or size.value == 0:
            return "differs", working, NO_PERCENTAGE
        return "cannot tell", working, NO_PERCENTAGE
    exact = percent_change(before.value, after.value)
    assert exact is not None
    decimals = max(1, _decimals(size))
    sign = "+" if exact > 0 else ""
    working = f"{pair}: {sign}{shown(exact, decimals)}%"
    if _fits(stated, exact):
        return "agrees", working, ""
    return "differs", working, _which(direction, difference)


def _fits(stated: Amount, exact: Fraction) -> bool:
    """Rounding allowed for; of a fall, "over 5%" means further below 0."""
    if exact < 0 and stated.value <= 0:
        stated = Amount(stated.start, stated.end, -stated.value, stated.step, stated.unit, stated.printed, stated.near)
        exact = -exact
    return fits(stated, exact)


def _which(direction: Direction, difference: Fraction) -> str:
    if direction == "up" and difference < 0:
        return "The paper speaks of a rise; its two values fall."
    if direction == "down" and difference > 0:
        return "The paper speaks of a fall; its two values rise."
    return ""


def _decimals(amount: Amount) -> int:
    step, digits = amount.step, 0
    while step < 1:
        step, digits = step * 10, digits + 1
    return digits


def _amount(value: Fraction, like: Amount) -> str:
    return shown(value, max(_decimals(like), 0) if value.denominator != 1 else None)


_TIMES = re.compile(r"(?P<word>doubled|trebled|tripled|quadrupled|halved)", re.IGNORECASE)
_MORE_THAN = re.compile(r"\b(?:more than|over|at least)\s+$", re.IGNORECASE)
_FOLD = {"doubled": Fraction(2), "trebled": Fraction(3), "tripled": Fraction(3), "quadrupled": Fraction(4)}
FOLD_SLACK = Fraction(1, 8)
"""How far "doubled" may be from twice, as a share of it: boards say it of 1.8 to 2.2 times."""


def _multiple(word: str, ratio: Fraction, more_than: bool) -> Verdict:
    """Whether the ratio of two values bears out "doubled", "halved" and the like."""
    times = _FOLD.get(word.lower(), Fraction(1, 2))
    if more_than:
        return "agrees" if (ratio >= times if times > 1 else ratio <= times) else "differs"
    return "agrees" if abs(ratio - times) <= times * FOLD_SLACK else "differs"


def bare_direction(change: Change, before: Amount, after: Amount) -> tuple[Verdict, str]:
    """Verdict and working for a direction without a size ("rose from A to B")."""
    difference = after.value - before.value
    pair = f"{printed_value(before)} to {printed_value(after)}"
    if change.direction == "":
        return "agrees", pair
    if (times := _TIMES.match(change.words)) and before.value > 0:
        ratio = after.value / before.value
        more_than = bool(_MORE_THAN.search(change.passage.text[: change.start]))
        return _multiple(times["word"], ratio, more_than), f"{pair}: {shown(ratio, 1)} times"
    right = (
        difference > 0
        if change.direction == "up"
        else difference < 0
        if change.direction == "down"
        else difference == 0
    )
    exact = percent_change(before.value, after.value)
    if before.unit == "%":
        size = f"{'+' if difference > 0 else ''}{shown(difference)} percentage points"
    elif exact is None:
        size = "a rise" if difference > 0 else "no change"
    else:
        size = f"{'+' if exact > 0 else ''}{shown(exact, 1)}%"
    return ("agrees" if right else "differs"), f"{pair}: {size}"


def check_change(change: Change) -> Check:
    """What the two values of a stated change give."""
    own = Spot(change.passage.block, change.start, change.end)
    words = change.words
    if change.before is None or change.after is None:
        return Check("change", "cannot tell", words, "", NOT_PRINTED, (own,))
    at = (own, spot_of(change.before), spot_of(change.after))
    if change.size is None:
        verdict, working = bare_direction(change, change.before.amount, change.after.amount)
        if verdict == "differs" and not change.sure:
            verdict = "cannot tell"
        return Check("direction", verdict, words, working, "", at)
    verdict, working, why = compare(change.size, change.direction, change.before.amount, change.after.amount)
    if verdict == "agrees":
        return Check("change", verdict, words, working, why, at)
    for before, after in change.choices:
        other, other_working, _ = compare(change.size, change.direction, before.amount, after.amount)
        if other == "agrees":
            return Check("change", "agrees", words, other_working, "", (own, spot_of(before), spot_of(after)))
    if change.sure:
        return Check("change", verdict, words, working, why, at)
    return Check(
        "change", "cannot tell", words, "", "Several values stand near it; which two are meant is not said.", (own,)
    )
