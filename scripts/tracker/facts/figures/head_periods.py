"""The period that the heads over a column, or the labels of a row, name together.

In: heads from the top down, and the ``Context`` of periods. Out: a ``Period`` or None. A month or quarter may stand
under its year or over it; one period's words may stand in two cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH, quarter_of
from tracker.facts.wording.periods import Context, Period, find_periods, month_alone, period_of

# A year that heads only what came before: "2022/23 outturn" beside bare quarters of the next year.
_PAST = re.compile(
    r"\b(?:out-?turn|results?|baseline|actuals?|previous|prior|last|final|full\s+year|year\s+end)\b", re.IGNORECASE
)
QUARTER = re.compile(r"(?:Q|Qtr|Quarter)\.?\s?([1-4])", re.IGNORECASE)
_QUARTER_MONTHS = tuple(
    re.compile(rf"{first}[a-z]*\.?\s*(?:[-–—]|to)\s*{last}[a-z]*\.?", re.IGNORECASE)
    for first, last in (("apr", "june?"), ("july?", "sept?"), ("oct", "dec"), ("jan", "mar"))
)

_WITH_MONTHS = re.compile(
    r"(?:Q|Qtr|Quarter)\.?\s?(?P<n>[1-4])\s*(?:\((?P<in>[^()]+)\)|[:,–-]\s*(?P<behind>[^()]+))", re.IGNORECASE
)


def quarter_of_months(head: str) -> int:
    """The financial quarter that a head of nothing but its months names, also behind its number ("Quarter 2 (July to
    September)"); 0 for any other."""
    told = _WITH_MONTHS.fullmatch(head.strip())
    months = (told["in"] or told["behind"]).strip() if told else head.strip()
    named = next((n for n, m in enumerate(_QUARTER_MONTHS, 1) if m.fullmatch(months)), 0)
    return 0 if told and int(told["n"]) != named else named


def as_quarter(head: str, context: Context) -> str:
    """ "Apr-Jun" as "Q1" where the table's financial year is known; any other head as it is."""
    financial = context.year is not None and context.year.start.endswith("-04-01")
    return f"Q{n}" if financial and (n := quarter_of_months(head)) else head


_LEADS = re.compile(r"\b(?:to|ending|ended|until)\s*:?$", re.IGNORECASE)
_MONTH_LEADS = re.compile(rf"\b(?:to|ending|ended|until)\s+{MONTH}\.?\s*:?$", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:(?:\d{1,2}|three|six|nine|twelve)[\s-]*months?|(?:rolling\s+)?year|quarter)$", re.IGNORECASE
)
_TO_DAY = re.compile(r"(?:up\s+)?(?:to|ending|ended)\s+(?:the\s+end\s+of\s+)?\w+", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"(?:FY\s?)?{FULL_YEAR}(?:\s?[/–-]\s?(?:20)?\d\d)?|\d\d/\d\d")
_MONTHS_ALONE = re.compile(
    rf"(?:(?:Q|Qtr|Quarter)\.?\s?[1-4]\s*[:(–-]*\s*)?(?P<months>{MONTH}\.?\s?(?:[–—-]|to)\s?{MONTH})\.?\s*\)?",
    re.IGNORECASE,
)


# "2020-22": three calendar years that a rate of rare events is taken over.
_POOLED = re.compile(rf"(?P<first>{FULL_YEAR})\s?[-–—]\s?(?P<last>(?:20)?\d\d)")
_POOLED_YEARS = 3


def newest(heads: Sequence[str], context: Context) -> Period | None:
    """A change is of the later of the periods that its head compares."""
    dated = [p for head in heads for p in find_periods(head, context, bare_years=True) if p.start and p.end]
    return max(dated, key=lambda p: (p.end, p.start)) if len(dated) > 1 else period_of_heads(heads, context)


def period_of_heads(heads: Sequence[str], context: Context) -> Period | None:
    """Heads may nest a month or quarter under its year, or the other way round."""
    texts = [head for head in heads if head]
    if not texts:
        return None
    if len(texts) == 1 and (pooled := _POOLED.fullmatch(texts[0].strip())):
        first, last = int(pooled["first"]), int(pooled["first"][:2] + pooled["last"][-2:])
        if last - first == _POOLED_YEARS - 1:
            return Period(f"{first}-01-01", f"{last}-12-31", texts[0].strip(), kind="span")
    months = [month_alone(text) for text in texts]
    if any(months) and len(texts) == 1:
        return month_in(texts[0], context)
    bare = [bool(month) or bool(QUARTER.fullmatch(text.strip())) for text, month in zip(texts, months, strict=True)]
    nested = any(bare)
    # Under or over another head a bare quarter takes its year from there, not from the table's surroundings.
    own = [
        p
        for text, is_bare in zip(texts, bare, strict=True)
        if len(texts) == 1 or not is_bare
        for p in find_periods(text, context, bare_years=True)
        if p.dated
    ]
    if nested and len(texts) > 1:
        for order in (" ".join(reversed(texts)), " ".join(texts)):
            found = [p for p in find_periods(order, context, bare_years=True) if p.dated]
            if found and (not own or min(p.months or 999 for p in found) < min(p.months or 999 for p in own)):
                return replace(min(found, key=lambda p: p.months or 999), label=order)
    if nested and not own:
        own = [p for text in texts for p in find_periods(text, context, bare_years=True) if p.dated]
    return min(own, key=lambda p: p.months or 999) if own else None


def led_heads(texts: list[str]) -> list[str]:
    """Heads that are one period's words in two cells: "12 months to" over "March 2024", "Rolling 12 months" over "to
    March 2024", "Year ending March" over "2024", "Q3 (Oct–Dec)" over "2023"."""
    for n in range(len(texts) - 1):
        above, below = texts[n].strip(), texts[n + 1].strip()
        joined = ""
        if (
            _LEADS.search(above)
            or (_LENGTH.search(above) and _TO_DAY.match(below))
            or (_MONTH_LEADS.search(above) and _YEAR_ALONE.fullmatch(below))
        ):
            joined = f"{above.rstrip(': ')} {below}"
        elif (months := _MONTHS_ALONE.fullmatch(above)) and _YEAR_ALONE.fullmatch(below):
            joined = f"{months['months']} {below}"
        elif (months := _MONTHS_ALONE.fullmatch(below)) and _YEAR_ALONE.fullmatch(above):
            joined = f"{months['months']} {above}"
        if joined:
            return [*texts[:n], joined, *texts[n + 2 :]]
    return texts


def month_in(head: str, context: Context) -> Period | None:
    """A month without its year: the one inside the period that the caption or the report's year gives."""
    for whole in (context.anchor, context.year):
        if whole and whole.start and whole.end and 1 < whole.months <= 12:
            year = int(whole.start[:4]) + (month_alone(head) < int(whole.start[5:7]))
            found = period_of(f"{head} {year}")
            if found and whole.start <= found.start and found.end <= whole.end:
                return replace(found, label=head.strip())
    return None


def _bare_quarter(head: str) -> re.Match[str] | None:
    """The quarter that a head names without its year: "Q1", "Quarter 1 actual"."""
    match = QUARTER.fullmatch(head.strip()) or re.search(rf"\b(?:{QUARTER.pattern})\b", head, re.IGNORECASE)
    return None if match is None or any(period.dated for period in find_periods(head)) else match


def year_of_quarters(lines: Iterable[Sequence[str]], corner: str, context: Context) -> Period | None:
    """The financial year of bare quarters: the latest that the heads name, else the corner's, the caption's or the
    report's, else the last that was over by quarter."""
    texts = [text for heads in lines for text in heads]
    quarters = [int(match[1]) for text in texts if (match := _bare_quarter(text))]
    if not quarters:
        # "Apr-Jun" beside "2018/19": quarters of a financial year that a head names
        dated = any(p.kind == "year" and p.start.endswith("-04-01") for text in texts for p in find_periods(text))
        quarters = [n for text in texts if (n := quarter_of_months(text))] if dated else []
    if not quarters:
        return None
    around = [
        known
        for known in (context.anchor, context.year)
        if known and known.months == 12 and known.start.endswith("-04-01")
    ]
    named = [(p, text) for text in texts for p in find_periods(text) if p.kind == "year" and p.start.endswith("-04-01")]
    if named:
        latest = max((p for p, _ in named), key=lambda p: p.start)
        before = all(_PAST.search(text) for p, text in named if p.start == latest.start)
        later = [known for known in around if known.start > latest.start]
        if before and later:
            return later[0]
        following = int(latest.start[:4]) + 1
        if before and context.published and quarter_of(following, max(quarters))[1] <= context.published:
            return Period(f"{following}-04-01", f"{following + 1}-03-31", kind="year")
        return latest
    own = next((p for p in find_periods(corner) if p.kind == "year"), None)
    for known in (own, context.anchor, context.year):
        if known and known.months == 12 and known.start.endswith("-04-01"):
            return known
    if not context.published:
        return None
    first = int(context.published[:4])
    while quarter_of(first, max(quarters))[1] > context.published:
        first -= 1
    return Period(f"{first}-04-01", f"{first + 1}-03-31", kind="year")
