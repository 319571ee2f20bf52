"""Whether a printed figure can be the rounding of a worked-out one, and how a worked-out one is shown.

Both ways of rounding a half count as right ("12.5" may be printed 12 or 13); cutting off digits does not ("17.8" is
not 17).
"""

from __future__ import annotations

from fractions import Fraction

from tracker.facts.wording.amounts import Amount

ABOUT = Fraction(1, 20)
"""How far "about N" may be from N: a twentieth. Boards say "approximately 20" of 19.9 as of 20.8, seldom of 22."""


def rounds_to(exact: Fraction, value: Fraction, step: Fraction) -> bool:
    """True when ``exact`` rounded to ``step`` may be printed as ``value``."""
    return abs(exact - value) * 2 <= step


def fits(printed: Amount, exact: Fraction) -> bool:
    """True when the paper's amount can stand for ``exact``, its rounding and "about", "over", "under" allowed for."""
    if rounds_to(exact, printed.value, printed.step):
        return True
    if printed.near == "about":
        return abs(exact - printed.value) <= abs(printed.value) * ABOUT + printed.step / 2
    if printed.near == "over":
        return exact >= printed.value
    if printed.near == "under":
        return exact <= printed.value
    return False


def shown(number: Fraction, decimals: int | None = None) -> str:
    """A plain decimal text: whole when whole, else with one digit (or ``decimals``), halves away from 0."""
    if decimals is None:
        decimals = 0 if number.denominator == 1 else 1
    scaled = abs(number) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    text = digits if not decimals else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return f"-{text}" if number < 0 and whole else text


def decimals_of(step: Fraction) -> int:
    """How many decimals show a number as finely as it was printed, at least one. ``step``: of its last digit."""
    decimals = 1
    while Fraction(1, 10**decimals) > step:
        decimals += 1
    return decimals


def percent_change(before: Fraction, after: Fraction) -> Fraction | None:
    """The change in percent, None from 0: there is no percentage of nothing."""
    return None if before == 0 else (after - before) * 100 / before


def share(part: Fraction, whole: Fraction) -> Fraction | None:
    """The share in percent, None of 0."""
    return None if whole == 0 else part * 100 / whole
