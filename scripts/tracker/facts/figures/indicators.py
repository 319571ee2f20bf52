"""From drafts of figures to indicators, observations and stated changes with ids.

In: drafts of one paper, whichever finder made them, and for each place of the outline its part and the outcome or
priority it stands under. Out: records. Drafts whose names mean the same ("Non-Commercial Burglary", "cases of Non
Commercial Burglary") share an indicator; names that are only alike are proposed as ``also_called``. An indicator's id
is a slug of its title; an observation's id holds no value, so that a corrected figure keeps it.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.facts.figures.alike import alike_names
from tracker.facts.figures.drafts import Draft, DraftChange
from tracker.facts.wording.measure_keys import name_key
from tracker.facts.wording.measure_words import is_generic
from tracker.facts.wording.names import slug
from tracker.records import Indicator, Measure, Observation, StatedChange


@dataclass(frozen=True)
class Place:
    """The part and the outcome or priority that a block stands in, "" where it stands in none."""

    part: str = ""
    relates_to: str = ""


@dataclass(frozen=True)
class Figures:
    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    changes: tuple[StatedChange, ...]
    drafts: tuple[Draft, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """For each name that a draft has, the id of its indicator."""

    def indicator_of(self, name: str) -> str:
        """The id of the indicator that drafts of this name belong to, "" where there is none."""
        return self.names.get(name, "")


def figures_of(
    paper_id: str,
    drafts: Sequence[Draft],
    changes: Sequence[DraftChange],
    place_of: Callable[[int], Place],
    place: str = "",
) -> Figures:
    """All records for the drafts of one paper, in reading order."""
    ordered = sorted(drafts, key=lambda d: (d.index, d.begin, d.source.page))
    keys = {draft.name: _key(draft.name, place) for draft in ordered}
    families: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in ordered:
        families[keys[draft.name], _family(draft.measure)].append(draft)
    leading: dict[str, str] = {}
    for key, family in families:
        if family == "count" or key not in leading:
            leading[key] = family
    counts = {key for key, family in leading.items() if family == "count"}
    ids: dict[tuple[str, str], str] = {}
    titles: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for key, family in families:
        if family == "change" and key in counts:
            continue
        title = _title(families[key, family])
        if family != "change" and family != leading[key]:
            title = f"{title}: {_FAMILY_WORDS[family]}"
        elif family == "change":
            title = title if "change" in title.lower() or "difference" in title.lower() else f"{title}: change"
        found = slug(title)
        if found in taken:
            found = f"{found[:51].rstrip('-')}-{hashlib.sha256(f'{key}|{family}'.encode()).hexdigest()[:8]}"
        taken.add(found)
        ids[key, family], titles[key, family] = found, title
    for key, family in families:
        if (key, family) not in ids:
            ids[key, family] = ids[key, "count"]
    by_id: dict[str, list[Draft]] = defaultdict(list)
    for pair, members in families.items():
        by_id[ids[pair]].extend(members)
    alike = alike_names({ids[pair]: pair for pair in titles})
    by_title = {ids[pair]: title for pair, title in titles.items()}
    others = {key: {by_title[other] for other in alike.get(key, ())} for key in by_title}
    indicators = tuple(
        Indicator(
            id=ids[pair],
            title=titles[pair],
            unit=_most([d.unit for d in families[pair] if d.unit]),
            measure=_measure(families[pair]),
            also_called=tuple(sorted(_other_names(by_id[ids[pair]], titles[pair]) | others[ids[pair]]))[:8],
            relates_to=tuple(sorted({r for d in by_id[ids[pair]] if (r := place_of(d.index).relates_to)})),
        )
        for pair in titles
    )
    observations: list[Observation] = []
    ordinals: Counter[str] = Counter()
    made: dict[tuple[object, ...], str] = {}
    for draft in ordered:
        indicator = ids[keys[draft.name], _family(draft.measure)]
        where = place_of(draft.index)
        breakdown = ";".join(f"{k}={v}" for k, v in draft.breakdown)
        period = f"{draft.period.start}/{draft.period.end}"
        what = f"{indicator}|{breakdown}|{period}|{draft.measure}|{draft.kind}|{draft.source.page}"
        ordinals[what] += 1
        digest = hashlib.sha256(f"{what}|{ordinals[what]}".encode()).hexdigest()[:8]
        identity = f"{paper_id}-p{draft.source.page}-{digest}"
        made[_printing(draft)] = identity
        observations.append(_observation(draft, identity, indicator, where))
    stated: list[StatedChange] = []
    seen: Counter[str] = Counter()
    for change in sorted(changes, key=lambda c: (c.index, c.source.page)):
        key = _key(change.name, place)
        indicator = ids.get((key, "count")) or next((i for (k, _), i in ids.items() if k == key), "")
        what = f"{indicator}|{change.source.page}|{change.index}"
        seen[what] += 1
        stated.append(
            StatedChange(
                id=f"{paper_id}-p{change.source.page}-c{hashlib.sha256(f'{what}|{seen[what]}'.encode()).hexdigest()[:8]}",
                indicator=indicator,
                stated=change.stated,
                direction=change.direction,
                amount=change.amount,
                unit=change.unit,
                from_observation=made.get(_printing(change.before), "") if change.before else "",
                to_observation=made.get(_printing(change.after), "") if change.after else "",
                source=change.source,
            )
        )
    names = {draft.name: ids[keys[draft.name], _family(draft.measure)] for draft in reversed(ordered)}
    return Figures(indicators, tuple(observations), tuple(stated), tuple(ordered), names)


_FAMILY_WORDS = {
    "share": "share",
    "average": "average",
    "rate": "rate",
    "rank": "rank",
    "money": "cost",
    "change": "change",
}


def _printing(draft: Draft) -> tuple[object, ...]:
    """What stays the same about a printed figure whatever it is called."""
    return draft.index, draft.source.page, draft.source.boxes, draft.begin, draft.printed


def _family(measure: Measure) -> str:
    return measure


def _measure(drafts: Sequence[Draft]) -> Measure:
    return Counter(d.measure for d in drafts).most_common(1)[0][0]


def _key(name: str, place: str) -> str:
    return name_key(name, place)


def _title(drafts: Sequence[Draft]) -> str:
    """The most frequent wording; of equals the longest, then the first in the alphabet."""
    counts = Counter(d.name for d in drafts)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _most(texts: Sequence[str]) -> str:
    counts = Counter(texts)
    return min(counts, key=lambda text: (-counts[text], text)) if counts else ""


def _other_names(drafts: Sequence[Draft], title: str) -> set[str]:
    names = {d.name for d in drafts} | {name for d in drafts for name in d.also}
    mine = title.casefold().replace("-", " ")
    # "Robbery: share" is not also called "Robbery", which is the count's name.
    known = {mine, mine.rsplit(":", 1)[0] if mine.rsplit(": ", 1)[-1] in _FAMILY_WORDS.values() else mine}
    return {name for name in names if name.casefold().replace("-", " ") not in known and not is_generic(name)}


def _observation(draft: Draft, identity: str, indicator: str, where: Place) -> Observation:
    return Observation(
        id=identity,
        indicator=indicator,
        breakdown=draft.breakdown,
        period_start=draft.period.start,
        period_end=draft.period.end,
        period_label=draft.period.label,
        value=draft.value,
        as_printed=draft.printed,
        marker=draft.marker,
        qualifier=draft.qualifier,
        unit=draft.unit,
        measure=draft.measure,
        geography=draft.geography,
        relates_to=where.relates_to,
        kind=draft.kind,
        quote=draft.quote,
        part=where.part,
        trust=draft.trust,
        source=draft.source,
    )
