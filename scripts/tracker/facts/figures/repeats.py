"""Figures that a paper prints several times: the same value, time and thing, told again in other words.

In: drafts in reading order. Out: the same drafts; one that tells again what an earlier one told has the earlier name
and breakdown, so that one measure does not become two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from tracker.facts.figures.drafts import Draft

# How alike two sentences must be (token set ratio, 0 to 100) to tell the same figure, when value, unit and time agree.
# Values from 1 to 9 agree by chance more often than long ones.
ALIKE_SMALL = 62
ALIKE_LARGE = 45
ALIKE_NAME = 80
_SMALL = 20
# From this value on, the same number of the same things at the same time is hardly ever another figure.
_LARGE = 50


def same_names(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Each draft with the name that the first fully named draft of the same figure has."""
    told = list(drafts)
    groups: list[list[int]] = []
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, draft in enumerate(told):
        key = (draft.value, _family(draft.unit))
        group = next((g for g in seen[key] if _same(told[groups[g][0]], draft)), None)
        if group is None:
            seen[key].append(len(groups))
            groups.append([n])
        else:
            groups[group].append(n)
    wholes: dict[tuple[int, str], Draft] = {}
    for members in groups:
        # a name that could not be told surely is no better name than one that could
        sure = [n for n in members if told[n].trust != "unsure"] or members
        best = next((told[n] for n in sure if ":" in told[n].name), told[sure[0]])
        for n in members:
            if not told[n].breakdown and not best.breakdown and told[n].name != best.name:
                wholes[told[n].index, told[n].name] = best
            trust = told[n].trust if told[n].name == best.name else best.trust
            told[n] = replace(told[n], name=best.name, breakdown=best.breakdown, unit=best.unit, trust=trust)
    return tuple(_with_whole(draft, wholes) for draft in told)


def _with_whole(draft: Draft, wholes: Mapping[tuple[int, str], Draft]) -> Draft:
    """A part under the name that its whole has now."""
    best = wholes.get((draft.index, draft.name)) if draft.breakdown else None
    return replace(draft, name=best.name) if best and best.unit == draft.unit else draft


def _sort(draft: Draft) -> tuple[str, str]:
    """Targets and plans are no repeats of what was done."""
    marks = dict(draft.breakdown)
    return marks.get("measure", ""), marks.get("plan", "")


def _family(unit: str) -> str:
    return unit if unit in ("%", "rank") or unit.startswith("GBP") else "count"


def _same(one: Draft, other: Draft) -> bool:
    if one.index == other.index:
        return False
    if (
        one.period.dated
        and other.period.dated
        and (one.period.start, one.period.end) != (other.period.start, other.period.end)
    ):
        return False
    if one.measure != other.measure or _sort(one) != _sort(other):
        return False
    whole = not one.breakdown and not other.breakdown
    large = whole and one.unit != "%" and float(one.value or 0) >= _LARGE
    if one.unit != other.unit:
        return False
    if not large and fuzz.token_set_ratio(_name(one), _name(other)) < ALIKE_NAME:
        return False
    alike = fuzz.token_set_ratio(_words(one), _words(other))
    small = float(one.value) < _SMALL if one.value else True
    return bool(alike >= (ALIKE_SMALL if small else ALIKE_LARGE))


def _name(draft: Draft) -> str:
    return _stems(f"{draft.name} {' '.join(value for _, value in draft.breakdown)}")


def _stems(text: str) -> str:
    """Words without the endings in which two tellings of one thing differ: plurals, "licenced" and "licensed"."""
    words = re.sub(r"[^a-z ]+", " ", text.lower().replace("’s", "").replace("'s", "")).split()
    return " ".join(re.sub(r"(?<=[a-z]{3})s$", "", word).replace("licenc", "licens") for word in words)


def _words(draft: Draft) -> str:
    near = draft.quote
    at = near.find(draft.printed)
    if len(near) > 200 and at >= 0:
        near = near[max(0, at - 100) : at + 100]
    return _stems(f"{draft.name} {' '.join(value for _, value in draft.breakdown)} {near}")
