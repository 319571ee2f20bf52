"""Figures that a later paper prints anew with another value, or whose paper people say is superseded.

In: observations, and for each paper its date and whether people set it to superseded or withdrawn. Out: for the id of
each figure that no longer stands the id of the one that replaces it. Both stay in the data and on the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from tracker.records import Observation

_Same = tuple[str, tuple[tuple[str, str], ...], str, str, str, str, str]


def superseded_by(
    observations: Sequence[Observation], dates: Mapping[str, str], no_longer: Collection[str] = ()
) -> dict[str, str]:
    """Id of each figure that is replaced → id of the newest printing of the same measure, part, period and place.

    Only figures shown as fact with dates at both ends are compared. ``dates`` are ISO by paper, ``no_longer`` papers
    that people set to superseded or withdrawn. A paper that contradicts itself replaces nothing of its own.
    """
    printings: dict[_Same, list[Observation]] = defaultdict(list)
    for o in observations:
        if o.trust != "unsure" and o.period_start and o.period_end and (o.value or o.marker):
            printings[_same(o)].append(o)
    out: dict[str, str] = {}
    for group in printings.values():
        standing = [o for o in group if o.source.paper not in no_longer]
        last = max((dates.get(o.source.paper, "") for o in standing), default="")
        newest = [o for o in standing if dates.get(o.source.paper, "") == last]
        if not last or len({(o.value, o.qualifier) for o in newest}) != 1:
            continue
        for o in group:
            before = dates.get(o.source.paper, "")
            differs = (o.value, o.qualifier) != (newest[0].value, newest[0].qualifier)
            gone = o.source.paper in no_longer
            # A rounded or a hidden value printed later does not take the place of an exact one.
            vague = bool(newest[0].qualifier or not newest[0].value) and not (o.qualifier or not o.value)
            if before and before < last and (gone or (differs and not vague)):
                out[o.id] = newest[0].id
    return out


def _same(o: Observation) -> _Same:
    breakdown = tuple(sorted((name.casefold(), value.casefold()) for name, value in o.breakdown))
    return o.indicator, breakdown, o.period_start, o.period_end, o.measure, o.unit, o.geography.casefold()
