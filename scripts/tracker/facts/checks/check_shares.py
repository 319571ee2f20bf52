"""Shares against their base: "85 of 477 (17%)", "182 (37%), 157 (32%), or 26 (6%)", "82 …, a rate of 11.2%".

In: a passage, the passages and tables of its section. Out: checks. A base that the words name ("of the 477", "42/363",
"in that period 82 …" after one number) decides; shares printed in one row of a sentence must have one base in common.
A share whose base is not named agrees when a number nearby gives it, and nothing is said when none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.matrix import is_total, views_of
from tracker.facts.checks.passages import Grid, Passage
from tracker.facts.checks.share_pairs import Pair, share_pairs
from tracker.facts.wording.rounding import decimals_of, fits, share, shown

CLOSE = Fraction(1, 10)
"""A share worked out from a base that grammar only suggests must come within a tenth of the printed one before the two
are said to differ: further off, another base is likelier than a slip."""

APART = Fraction(1, 4)
"""Shares of one row need bases at most this far apart to be taken for shares of one base: "46 (4%) … 68 (13.3%)" with
bases of a thousand and of five hundred are shares of two things."""


def _bases(p: Passage, near: Sequence[Passage], grids: Sequence[Grid]) -> list[Fraction]:
    """Numbers that may be a base: those of the passage, of the ones before it, the totals of the section's tables."""
    found = [a.value for a in p.amounts if a.unit == "count"]
    for other in near:
        found.extend(a.value for a in other.amounts if a.unit == "count")
    for grid in grids:
        if grid.order > p.order:
            continue
        for m in views_of(grid):
            for r, label in enumerate(m.down):
                if is_total(label):
                    found.extend(a.value for a in m.amounts[r] if a is not None and a.unit == "count")
    return list(dict.fromkeys(found))


def _span(pair: Pair) -> tuple[Fraction, Fraction]:
    """The smallest and largest base with which the count gives the printed share."""
    half = pair.share.step / 2
    high = pair.part * 100 / (pair.share.value - half) if pair.share.value > half else Fraction(10**9)
    return pair.part * 100 / (pair.share.value + half), high


def _words(p: Passage, pair: Pair) -> str:
    words = p.text[pair.start : pair.end]
    return words + ")" if words.count("(") > words.count(")") else words


def _working(pair: Pair, base: Fraction) -> str:
    exact = share(pair.part, base)
    assert exact is not None
    return f"{pair.part_words} of {shown(base)}: {shown(exact, decimals_of(pair.share.step))}%"


def _spots(p: Passage, pair: Pair, base: bool) -> tuple[Spot, ...]:
    own = Spot(p.block, pair.start, pair.end)
    return (own, Spot(p.block, *pair.base_spot)) if base else (own,)


def checks_of_shares(p: Passage, near: Sequence[Passage], grids: Sequence[Grid]) -> tuple[Check, ...]:
    """Checks of the shares in a passage; ``near`` are the passages before it in its section, ``grids`` its tables."""
    found: list[Check] = []
    rows: dict[tuple[int, int], list[Pair]] = {}
    bases: list[Fraction] | None = None
    for pair in _with_the_base_before(p, share_pairs(p)):
        if pair.base is not None and pair.base >= pair.part:
            exact = share(pair.part, pair.base)
            assert exact is not None
            working, spots = _working(pair, pair.base), _spots(p, pair, True)
            if fits(pair.share, exact):
                found.append(Check("share", "agrees", _words(p, pair), working, "", spots))
            elif other := _by_another(p, pair):
                found.append(
                    Check("share", "agrees", _words(p, pair), _working(pair, other), "", _spots(p, pair, False))
                )
            elif (pair.named and not pair.share.near) or abs(exact - pair.share.value) <= pair.share.value * CLOSE:
                found.append(Check("share", "differs", _words(p, pair), working, "", spots))
            continue
        if bases is None:
            bases = _bases(p, near, grids)
        rows.setdefault(_clause(p, pair), []).append(pair)
    for pairs in rows.values():
        found.extend(_row([p] * len(pairs), pairs, bases or []))
    found.extend(_whole_numbers(p))
    return tuple(found)


_GOES_ON = re.compile(r"\)?\s[^.;:()\d]{0,60}?(?:,|,?\sand)\s(?:[a-z]+\s){0,2}", re.IGNORECASE)


def _with_the_base_before(p: Passage, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Each pair, with the base of the one before it that goes on: "823, of which 452 (55%) were … and 231 (28%) …".

    The one before must have its share of that base.
    """
    before: Pair | None = None
    for pair in pairs:
        if pair.base is None and before and before.base and before.base >= before.part + pair.part:
            right = fits(before.share, before.part * 100 / before.base)
            if right and before.end <= pair.start and _GOES_ON.fullmatch(p.text, before.end, pair.start):
                pair = replace(pair, base=before.base, base_spot=before.base_spot, named=True)
        before = pair
        yield pair


def _by_another(p: Passage, pair: Pair) -> Fraction | None:
    """Another number between the named base and the share that gives it: "of the 240, 90 were taken on, 36 (40%) of
    whom …"."""
    low, high = sorted((pair.base_spot[1], pair.start))
    found = [b.value for b in p.amounts if low <= b.start < high and b.unit == "count" and b.value > pair.part]
    return next((b for b in found if fits(pair.share, pair.part * 100 / b)), None)


def checks_of_share_lists(passages: Sequence[Passage], grids: Sequence[Grid]) -> tuple[Check, ...]:
    """Shares printed one to a list item ("Partner: 157 (32%)"), which must have one base in common."""
    found: list[Check] = []
    run: list[tuple[Passage, Pair]] = []
    for p in (*passages, None):
        pairs = [pair for pair in share_pairs(p) if pair.base is None] if p and p.block.kind == "list_item" else []
        if p and len(pairs) == 1 and (not run or run[-1][0].section == p.section):
            run.append((p, pairs[0]))
            continue
        if len(run) >= 3:
            bases = _bases(run[0][0], (), [g for g in grids if g.section == run[0][0].section])
            found.extend(c for c in _row([x[0] for x in run], [x[1] for x in run], bases) if c.kind == "base")
        run = []
    return tuple(found)


def _clause(p: Passage, pair: Pair) -> tuple[int, int]:
    """The stretch between semicolons and full stops in which the pair stands."""
    start, end = p.sentence_at(pair.start)
    left = p.text.rfind(";", start, pair.start)
    right = p.text.find(";", pair.end, end)
    return (left + 1 if left >= 0 else start), (right if right >= 0 else end)


def _row(places: Sequence[Passage], pairs: Sequence[Pair], bases: Sequence[Fraction]) -> Iterator[Check]:
    """Shares of one clause: by a number nearby, or by the base that they must have in common."""
    left: list[Pair] = []
    low = max((_span(pair)[0] for pair in pairs), default=Fraction(0))
    high = min((_span(pair)[1] for pair in pairs), default=Fraction(0))
    together = low <= high
    for p, pair in zip(places, pairs, strict=True):
        given = [b for b in bases if b > pair.part and fits(pair.share, pair.part * 100 / b)]
        common = [b for b in given if low <= b <= high]
        if given and (common or not together or len(pairs) == 1):
            base = (common or given)[0]
            yield Check("share", "agrees", _words(p, pair), _working(pair, base), "", _spots(p, pair, False))
        else:
            left.append(pair)
    whole = sum((pair.part for pair in pairs), Fraction(0))
    if len(left) == 1 and len(pairs) > 2 and whole in bases:
        # "We asked 160: 136 (85%) …, 16 (10%) … and 8 (8%) …": the parts make the base, and the others have their share
        others = [pair for pair in pairs if pair is not left[0]]
        if all(fits(pair.share, pair.part * 100 / whole) for pair in others):
            p = next(p for p, pair in zip(places, pairs, strict=True) if pair is left[0])
            yield Check("share", "differs", _words(p, left[0]), _working(left[0], whole), "", _spots(p, left[0], False))
        return
    if len(pairs) < 2 or together or len(left) < len(pairs) or low > high * (1 + APART):
        return
    shares = [pair.share.printed for pair in pairs]
    listed = ", ".join(shares[:-1]) + " and " + shares[-1]
    why = f"No one base gives {listed}."
    for p, pair in zip(places, pairs, strict=True):
        tried = [b for b in bases if b > sum((x.part for x in pairs), Fraction(0))]
        close = [b for b in tried if abs(pair.part * 100 / b - pair.share.value) <= pair.share.value * CLOSE]
        if close:
            working = _working(pair, close[0])
        else:
            least, most = _span(pair)
            between = f"{shown(Fraction(-(-least // 1)))} to {shown(Fraction(most // 1))}"
            working = f"{pair.part_words} is {pair.share.printed} of {between}"
        yield Check("base", "differs", _words(p, pair), working, why, _spots(p, pair, False))


def _whole_numbers(p: Passage) -> Iterator[Check]:
    """ "Of the 88, 95% were told …": whether a whole number of the base gives the share."""
    for start, end in p.sentences:
        lead = re.match(r"\s*(?:out )?of (?:the |these |those |all )*(?=\d)", p.text[start:end], re.IGNORECASE)
        if not lead:
            continue
        base = next((a for a in p.amounts if a.start == start + lead.end()), None)
        if base is None or base.unit != "count" or base.value < 3 or base.value.denominator != 1 or base.near:
            continue
        for a in p.amounts:
            if not base.end <= a.start < end or a.unit != "%" or a.near or a.value > 100:
                continue
            between = p.text[base.end : a.start]
            if re.search(r"\(|\bof (?:these|those|whom|which|them)\b", between):
                break
            n = int(base.value)
            k = (a.value * n / 100 + Fraction(1, 2)) // 1
            near = [x for x in (k - 1, k, k + 1) if 0 <= x <= n and fits(a, Fraction(x * 100, n))]
            at = (Spot(p.block, a.start, a.end), Spot(p.block, base.start, base.end))
            if near:
                yield Check("share", "agrees", a.printed, f"{shown(Fraction(near[0]))} of {base.printed}", "", at)
