"""Changes that sentences state, with the two values they speak of.

In: the passages of a paper. Out: ``Change`` objects: the words, direction and size, and, where the text has them, the
value before and the value after. Nothing is compared here. A pair of values is ``sure`` when the grammar ties it to
the change ("from A to B"), or when the text offers one value with words such as "the year before" and one without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.checks.change_phrases import TO_VALUE, Change, Direction, Valued, from_to, sized
from tracker.facts.checks.change_subjects import speaks_of
from tracker.facts.checks.passages import Contents, Passage
from tracker.facts.checks.printed_values import levels_in, pairs_of
from tracker.facts.wording.rounding import fits

__all__ = ["Change", "Direction", "Valued", "changes_in"]

_BACK_REFERENCE = re.compile(
    r"\b(?:this|that|which) (?:is|was|represents?|represented|means|equates|reflects|equals)\b|^\s*change\b"
    r"|\bchange:|"
    r"\brepresenting\b|^\s*[(▲▼▶]",
    re.IGNORECASE,
)
_OTHER_BASE = re.compile(
    r"[^.;,()]{0,40}\b(?:averages?|targets?|nation(?:al|ally|wide)|regional|expected|forecast"
    r"|benchmark|similar (?:areas|boroughs))\b",
    re.IGNORECASE,
)
"""What a change may be measured against that is no earlier value of the same thing."""

_TIME_SPAN = re.compile(
    r"\b(?:\d{1,2}|three|six|twelve)[- ]months?\b|\bquarter\b|\bQ[1-4]\b|\bmonth of\b", re.IGNORECASE
)
_SAME_TIME = re.compile(
    r"\b(?:the|that) (?:same|corresponding|equivalent) (?P<time>quarter|period|time|month|year"
    r"|(?:\d{1,2}|three|six|twelve)[- ]months?)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:(?:each|every|per|a) (?:year|month|quarter|annum)|annually|on average)\b", re.IGNORECASE)
"""A change from one year to the next of many, not between the two values printed."""


# A clause of its own behind the change tells of something else: "four fewer than last year, and in only 11 …", "4% more
# than in 2021/22, but similar to the level in 2019/20 (…)".
_ANOTHER_CLAUSE = re.compile(
    r"(?:,\s)?\b(?:but|although|though|while|whilst|whereas)\b|,\sand\s(?=(?:in|of|by|for|with|among|only|just)\b)|;",
    re.IGNORECASE,
)


def _scope(change: Change, known: Sequence[Change]) -> tuple[int, int]:
    """Where in its passage the values of a change may stand: after the change before it, up to its clause's end."""
    previous = [c.end for c in known if c is not change and c.end <= change.start and c.size is not None]
    _, stop = change.passage.sentence_at(change.start)
    if other := _ANOTHER_CLAUSE.search(change.passage.text, change.end, stop):
        stop = other.start()
    later = [
        c.start for c in known if c is not change and c.start >= change.end and c.start < stop and c.size is not None
    ]
    return max(previous, default=0), min(later, default=stop)


def _newest(
    passage: Passage, before: int, wider: Sequence[Passage], units: Sequence[str]
) -> tuple[Valued, bool] | None:
    """The figure that "the same quarter in the previous year" is set against: the one of its page for a time as long.

    ``wider`` are the passages above on the page, under other headings too: a dashboard prints its newest figure large
    at the top and compares it in boxes below.
    """
    same = _SAME_TIME.search(passage.text[:before])
    if not same:
        return None
    months = _months(same["time"])
    for other in reversed(wider):
        spans = {_months(m.group()) for m in _TIME_SPAN.finditer(other.text)}
        if not spans or (months and months not in spans):
            continue
        levels = [v for v, m in levels_in(other, 0, len(other.text), units) if not m]
        if len(levels) == 1:
            return levels[0], False
    return None


def _months(words: str) -> int:
    """How many months a stretch of time has; 0 where its words leave that open ("period")."""
    text = words.lower()
    number = re.search(r"\d+|three|six|twelve", text)
    if number and "month" in text:
        return {"three": 3, "six": 6, "twelve": 12}.get(number[0]) or int(number[0])
    return 3 if "quarter" in text or text.startswith("q") else 1 if "month" in text else 12 if "year" in text else 0


def _gathered(
    levels: Sequence[tuple[Valued, bool]], near: Sequence[Passage], units: Sequence[str]
) -> tuple[tuple[tuple[Valued, Valued], ...], list[tuple[Valued, bool]]]:
    """Pairs with values of the passages above, the nearest that makes one first, and the levels that it was made of."""
    gathered, used = list(levels), list(levels)
    pairs: tuple[tuple[Valued, Valued], ...] = ()
    for earlier in reversed(near):
        gathered = [*levels_in(earlier, 0, len(earlier.text), units), *gathered]
        found = pairs_of(gathered)
        used = used if pairs else gathered
        pairs = (*pairs, *(pair for pair in found if pair not in pairs))
    return (pairs, used) if pairs else ((), list(levels))


def _beside(change: Change, known: Sequence[Change], units: Sequence[str]) -> Change | None:
    """The change with the values of a "from … to" of its sentence: "down 33.3% (from 3 to 2)", "a 2% rise from 525".

    Where the sentence goes on from value to value ("from 50 to 60 and then to 75"), it may speak of all or of one step.
    """
    passage = change.passage
    start, stop = passage.sentence_at(change.start)
    near: list[Change] = []
    for other in known:
        if other.size is not None or not (other.before and other.after) or not start <= other.start < stop:
            continue
        low, high = (change.end, other.start) if other.start >= change.end else (other.end, change.start)
        apart = passage.text[low:high] if low < high else ""
        opposed = {change.direction, other.direction} == {"up", "down"} and not _as_large(change, other)
        if other.before.amount.unit in units and len(apart) <= 60 and not opposed and not re.search(r"[;.]\s", apart):
            near.append(other)
    if not near:
        return None
    pairs = [(other.before, other.after) for other in near if other.before and other.after]
    last = near[-1].after
    pairs = [(pairs[0][0], last), *pairs] if len(near) > 1 and last else pairs
    begin, end = min(o.start for o in near), max(o.end for o in near)
    low, high = (end, change.start) if end <= change.start else (change.end, begin)
    more = levels_in(passage, low, high, (pairs[0][0].amount.unit,)) if low < high else []
    joined = re.search(r"\band\s*$", passage.text[end : change.start]) if end <= change.start else None
    sure = near[0].sure and len(near) == 1 and not more and not joined
    return replace(change, before=pairs[0][0], after=pairs[0][1], sure=sure, choices=tuple(pairs))


def _as_large(change: Change, other: Change) -> bool:
    """Whether two values are as far apart as a change says that goes the other way: "fell from 50 to 40, up by 20%"."""
    if change.size is None or not (other.before and other.after) or change.size.unit == "pp":
        return False
    before, after = other.before.amount.value, other.after.amount.value
    size = replace(change.size, value=abs(change.size.value))
    if size.unit == "%":
        return before != 0 and fits(size, abs(after - before) * 100 / abs(before))
    return fits(size, abs(after - before))


def _with_values(
    change: Change, known: Sequence[Change], near: Sequence[Passage], wider: Sequence[Passage] = ()
) -> Change:
    """The change with the values that its sentence, its passage or the passages before it offer."""
    passage, size = change.passage, change.size
    assert size is not None
    if _OTHER_BASE.match(passage.text[change.end :]) or _EACH.match(passage.text[change.end :]):
        return change
    units: tuple[str, ...] = ("%",) if size.unit == "pp" else ("count", "£")
    levels_of = (*units, "%") if size.unit == "%" else units
    start, stop = change.passage.sentence_at(change.start)
    if beside := _beside(change, known, levels_of):
        return beside
    text = passage.text
    following = [a for a in passage.amounts if change.end <= a.start < stop and a.unit in units]
    if following and re.fullmatch(r"[^.;]{0,40}?[\s(]from\s+", text[change.end : following[0].start]):
        first = following[0]
        if len(following) > 1 and TO_VALUE.search(text[first.end : following[1].start]):
            return replace(change, before=Valued(passage, first), after=Valued(passage, following[1]), sure=True)
        scope = _scope(change, known)[0]
        plain = [v for v, m in levels_in(passage, scope, change.start, units) if not m and v.amount.unit == first.unit]
        if plain:
            return replace(
                change,
                before=Valued(passage, first),
                after=plain[-1],
                sure=len(plain) == 1 or plain[-1].amount.start >= start,
                choices=tuple((Valued(passage, first), v) for v in reversed(plain)),
            )
    low, high = _scope(change, known)
    levels = levels_in(passage, low, change.start, units)
    if sum(m for _, m in levels) != 1 or len(levels) != 2:
        levels = levels_in(passage, low, high, units)
    if not any(m for _, m in levels) and low and not any(True for _ in levels):
        levels = levels_in(passage, 0, high, units)
    pairs = pairs_of(levels)
    begins = change.start - start <= 3
    if not pairs and (not levels or begins or _BACK_REFERENCE.search(text[start : change.end])):
        pairs, levels = _gathered(levels, near, units)
    elif not pairs and levels:
        return change
    elif pairs and not any(not m for _, m in levels):
        pairs = ()
    if not pairs and levels and all(m for _, m in levels):
        pairs, levels = _gathered(levels, near, units)
    if not pairs and levels and all(m for _, m in levels) and (newest := _newest(passage, change.start, wider, units)):
        pairs = pairs_of([newest, *levels[-1:]])
        levels = [newest, *levels[-1:]]
    if not pairs:
        return change
    marked = sum(1 for _, m in levels if m)
    plain_count = sum(1 for _, m in levels if not m)
    sure = marked == 1 and plain_count == 1
    if not sure:
        # Several values: the pair of the change's own sentence, or of the two sentences before it, is meant.
        close = [p for p in pairs if all(v.passage is passage and v.amount.start >= start for v in p)]
        sure = len(close) == 1
        pairs = (*close, *(p for p in pairs if p not in close)) if sure else pairs
    sure = sure and not _another_between(change, pairs[0])
    return replace(change, before=pairs[0][0], after=pairs[0][1], sure=sure, choices=pairs[:6])


def _another_between(change: Change, values: tuple[Valued, Valued]) -> bool:
    """True for "rose by 3% in the county and 5% in the town, where there were …": the nearer share has the values."""
    assert change.size is not None
    places = [v.amount.start for v in values if v.passage is change.passage]
    if len(places) < 2 or min(places) < change.end:
        return False
    return any(a.unit == change.size.unit and change.end <= a.start < min(places) for a in change.passage.amounts)


def _stands_alone(change: Change, others: Sequence[Change]) -> bool:
    """False for "from A to B" when a sized change beside it already has these values."""
    if change.size is not None:
        return True
    return not any(
        o.size is not None and o.before and change.before and o.before.amount is change.before.amount for o in others
    )


def changes_in(contents: Contents) -> tuple[Change, ...]:
    """All changes that the passages state, in reading order."""
    found: list[Change] = []
    for index, passage in enumerate(contents.passages):
        known = [*sized(passage), *from_to(passage)]
        if not known:
            continue
        near = [p for p in contents.passages[max(0, index - 4) : index] if p.section == passage.section]
        if passage.block.kind == "list_item":
            near = []
        page = {p.page for p in passage.block.parts}
        wider = [p for p in contents.passages[max(0, index - 12) : index] if page & {q.page for q in p.block.parts}]
        valued = [_with_values(c, known, near, wider) if c.size is not None else c for c in known]
        valued = [c if speaks_of(c) else replace(c, before=None, after=None, sure=False, choices=()) for c in valued]
        found.extend(sorted((c for c in valued if _stands_alone(c, valued)), key=lambda c: c.start))
    return tuple(found)
