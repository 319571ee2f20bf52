"""One fact printed several ways on a page (callout, chart, table, sentence) told in one wording.

In: drafts of one paper. Out: the same drafts in the same order, with names, dimensions and categories agreed where
the page shows that they mean the same: "MUU inspired" is the table's "MUU"; a value, period and category that stand
twice on one page have one name. Values, periods and places are never touched.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from tracker.facts.figures.drafts import Draft
from tracker.facts.wording.counted_words import COUNTED
from tracker.facts.wording.measure_keys import name_key

# The one word in which two names of a value and period on one page may differ, as a slip of the pen: "Domestic Abuse
# WI" and "Domestic Abuse VWI" are one measure (80 of 100); "new cases" and "closed cases" are two (22).
_ALIKE = 75
_SAYING_LITTLE = frozenset(["total", "overall", "all", "incident", "offence", "crime", "referral"])
_TOTAL = re.compile(r"(?:grand\s+|overall\s+)?totals?\b.*|all(?:\s+\w+)?", re.IGNORECASE)
_UNKNOWN = "group"


def agreed(drafts: Sequence[Draft], place: str) -> tuple[Draft, ...]:
    """The drafts with one wording for each fact of a page."""
    out = _categories(list(drafts))
    out = _dimensions(out, place)
    out = _names(out, place)
    return tuple(_dimensions(out, place))


def _key(draft: Draft) -> tuple[int, str, str, str, str]:
    return draft.source.page, draft.period.start, draft.period.end, draft.value, draft.measure


def _categories(drafts: list[Draft]) -> list[Draft]:
    """Categories of sentences in the words that a table or chart of the same page has for them."""
    known: dict[int, dict[str, str]] = defaultdict(dict)
    for draft in drafts:
        if draft.kind in ("table", "chart"):
            for dimension, category in draft.breakdown:
                if dimension != "measure":
                    known[draft.source.page][category] = dimension
    out = []
    for draft in drafts:
        here = known.get(draft.source.page, {})
        if draft.kind in ("sentence", "callout") and draft.breakdown and here:
            draft = replace(draft, breakdown=tuple(_known(d, c, here) for d, c in draft.breakdown))
        elif draft.kind in ("sentence", "callout"):
            draft = replace(draft, breakdown=tuple((d, _without_noun(c)) for d, c in draft.breakdown))
        out.append(draft)
    return out


def _known(dimension: str, category: str, known: dict[str, str]) -> tuple[str, str]:
    words = _words(category)
    fits = [name for name in known if _words(name) and _words(name) <= words]
    if not fits:
        return dimension, _without_noun(category)
    best = max(fits, key=lambda name: (len(_words(name)), name))
    return (known[best] if dimension == _UNKNOWN else dimension), best


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower()))


def _without_noun(category: str) -> str:
    """ "Female referrals" → "Female": what is counted goes without saying beside the measure's name."""
    match = re.fullmatch(r"(.{3,}?)\s+([a-z]+)(\s+\([^)]*\))?", category)
    if match and match[2] in COUNTED and match[2] not in ("people", "children", "women", "men", "families"):
        category = match[1] + (match[3] or "")
    return category[:1].upper() + category[1:]


def _dimensions(drafts: list[Draft], place: str) -> list[Draft]:
    """A category whose dimension one draft names and another does not has that dimension in both."""
    named: dict[tuple[str, str], str] = {}
    for draft in drafts:
        for dimension, category in draft.breakdown:
            if dimension not in (_UNKNOWN, "measure"):
                named.setdefault((name_key(draft.name, place), category.casefold()), dimension)
    return [
        replace(
            draft,
            breakdown=tuple(
                (
                    named.get((name_key(draft.name, place), category.casefold()), dimension)
                    if dimension == _UNKNOWN
                    else dimension,
                    category,
                )
                for dimension, category in draft.breakdown
            ),
        )
        for draft in drafts
    ]


def _names(drafts: list[Draft], place: str) -> list[Draft]:
    """One name, and one total, for a value that a page prints twice for one period."""
    groups: dict[tuple[int, str, str, str, str], list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        if draft.value and (draft.period.start or draft.period.end):
            groups[_key(draft)].append(n)
    often = Counter((d.source.page, d.name) for d in drafts)
    out = list(drafts)
    for members in groups.values():
        for n in members:
            twins = [m for m in members if m != n and _same(out[n], out[m], place)]
            if not twins:
                continue
            best = max(
                (n, *twins),
                key=lambda m: (
                    out[m].kind in ("table", "chart") and bool(out[m].breakdown),
                    often[out[m].source.page, out[m].name],
                    -m,
                ),
            )
            if best == n:
                continue
            mine, theirs = out[n], out[best]
            breakdown = theirs.breakdown if _plain(mine) and _plain(mine) == _plain(theirs) else mine.breakdown
            also = mine.also if name_key(mine.name, place) == name_key(theirs.name, place) else (*mine.also, mine.name)
            out[n] = replace(mine, name=theirs.name, breakdown=breakdown, also=also)
    return out


def _plain(draft: Draft) -> frozenset[str]:
    """The categories of a draft without totals, which say no more than none at all."""
    return frozenset(
        category.casefold()
        for dimension, category in draft.breakdown
        if dimension != "measure" and not _TOTAL.fullmatch(category)
    )


def _same(one: Draft, other: Draft, place: str) -> bool:
    if one.index == other.index and one.kind == other.kind and one.kind in ("table", "chart"):
        # A table prints each of its facts once: two cells of one value are two facts.
        return False
    if _plain(one) != _plain(other):
        return False
    a, b = name_key(one.name, place), name_key(other.name, place)
    if a == b:
        return one.breakdown != other.breakdown or one.name != other.name
    if _plain(one):
        return True
    mine, theirs = set(a.split()), set(b.split())
    if (mine ^ theirs) <= _SAYING_LITTLE:
        return True
    odd, other_odd = mine - theirs, theirs - mine
    return len(odd) == len(other_odd) == 1 and len(mine) > 1 and fuzz.ratio(odd.pop(), other_odd.pop()) >= _ALIKE
