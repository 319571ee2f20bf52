"""Shares against their base: "85 of 477 (17%)", "182 (37%), 157 (32%), or 26 (6%)", "82 …, a rate of 11.2%".

In: a passage, the passages and tables of its section. Out: checks. A base that the words name ("of the 477", "42/363",
"in that period 82 …" after one number) decides; shares printed in one row of a sentence must have one base in common.
A share whose base is not named agrees when a number nearby gives it, and nothing is said when none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.facts.amounts import Amount
from tracker.facts.check_record import Check, Spot
from tracker.facts.matrix import is_total, views_of
from tracker.facts.passages import Grid, Passage
from tracker.facts.rounding import fits, share, shown

CLOSE = Fraction(1, 10)
"""A share worked out from a base that grammar only suggests must come within a tenth of the printed one before the two
are said to differ: further off, another base is likelier than a slip."""

APART = Fraction(1, 4)
"""Shares of one row need bases at most this far apart to be taken for shares of one base: "46 (4%) … 68 (13.3%)" with
bases of a thousand and of five hundred are shares of two things."""

_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,3}(?:,\d{3})+|\d+)\s?/\s?(\d{1,3}(?:,\d{3})+|\d+)(?![\d/])")
_OF_BASE = re.compile(
    r"^(?:\s+(?!of\b)[\w’'-]+){0,4}?\s+(?:out of|of)\s+(?:the |these |those |all |a total of |our |its "
    r"|\w+['’]s )*(?:the )?$",
    re.IGNORECASE,
)
_LEAD_OF = re.compile(r"\bof (?:the |these |those |all |a total of )*$", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:in|over|during|for) (?:that|this|the same) (?:period|time|year|quarter)\b|\bof (?:these|those|them"
    r"|which|whom|this)\b"
    r"|\b(?:this|that|which) (?:is|was|represents|equates|means|gives)\b|\brepresenting\b|\bequating to\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:rate|proportion|percentage|share|equivalent|equating|representing)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Pair:
    """A count with the share printed for it, and the base that the words name, if any."""

    part: Fraction
    part_words: str
    share: Amount
    start: int
    end: int
    base: Fraction | None = None
    base_spot: tuple[int, int] = (0, 0)
    named: bool = False
    """True when the words name the base; False when it is only the one number before."""


def _pairs(p: Passage) -> Iterator[Pair]:
    text = p.text
    taken: set[int] = set()
    for m in _FRACTION.finditer(text):
        part, base = (Fraction(g.replace(",", "")) for g in m.groups())
        if not 0 < part <= base or base < 3:
            continue
        near = [a for a in p.amounts if (a.unit == "%" and abs(a.start - m.end()) <= 5) or 0 <= m.start() - a.end <= 5]
        near = [a for a in near if a.unit == "%"]
        if near and near[0].start not in taken:
            a = near[0]
            taken.add(a.start)
            yield Pair(
                part, m[1], a, min(a.start, m.start()), max(a.end, m.end()), base, (m.start(2), m.end(2)), named=True
            )
    for i, a in enumerate(p.amounts):
        if a.unit != "%" or a.start in taken or a.value > 100 or a.value <= 0:
            continue
        start, end = p.sentence_at(a.start)
        counts = [b for b in p.amounts if b.unit == "count" and start <= b.start and b.end <= a.start]
        after = p.amounts[i + 1 : i + 3]
        joined = counts and re.fullmatch(r"\s*[,;/–-]\s*", text[counts[-1].end : a.start])
        if joined and re.search(r"\(\s*(?:n\s?=\s?)?$", text[start : counts[-1].start]):
            yield Pair(counts[-1].value, counts[-1].printed, a, counts[-1].start, a.end)
            continue
        opened = re.search(r"\(\s*(?:or |about |approx\.? |c\. ?)?$", text[start : a.start])
        if opened and counts:
            last = counts[-1]
            between = text[last.end : start + opened.start()]
            of = [b for b in counts if _OF_BASE.match(text[b.end : last.start])]
            if of and not re.search(r"[;.]", text[of[-1].start : a.start]) and of[-1].value <= last.value:
                b = of[-1]
                yield Pair(b.value, b.printed, a, b.start, a.end, last.value, (last.start, last.end), named=True)
                continue
            if not re.search(r"[;:.,(]", between) and len(between) <= 60:
                lead = _leading_base(p, start, last)
                yield Pair(last.value, last.printed, a, last.start, a.end, *lead)
                continue
        if (
            len(after) >= 2
            and re.fullmatch(r"\s*\(\s*", text[a.end : after[0].start])
            and _OF_BASE.match(text[after[0].end : after[1].start])
        ):
            part_amount, base_amount = after[0], after[1]
            if part_amount.unit == base_amount.unit == "count":
                yield Pair(
                    part_amount.value,
                    part_amount.printed,
                    a,
                    a.start,
                    base_amount.end,
                    base_amount.value,
                    (base_amount.start, base_amount.end),
                    named=True,
                )
                continue
        if after and after[0].unit == "count" and re.fullmatch(r"\s*\(\s*(?:n\s?=\s?)?", text[a.end : after[0].start]):
            closing = text[after[0].end : after[0].end + 1]
            if closing == ")" and after[0].end < end:
                lead = _leading_base(p, start, after[0])
                yield Pair(after[0].value, after[0].printed, a, a.start, after[0].end, *lead)
                continue
        if not counts and _RATE.search(text[start : a.start]) and (pair := _before_it(p, start, a)):
            yield pair
            continue
        if (
            counts
            and _RATE.search(text[counts[-1].end : a.start])
            and not re.search(r"[;(]", text[counts[-1].end : a.start])
        ):
            last = counts[-1]
            found = _base_before(p, start, last)
            if found is None and not _BACK.search(text[start : a.start]):
                found = _base_in_front(counts[:-1], last)
            if found:
                yield Pair(
                    last.value, last.printed, a, a.start, a.end, found.value, (found.start, found.end), named=False
                )


def _before_it(p: Passage, start: int, share: Amount) -> Pair | None:
    """ "There were 728 offences and 82 suspects were charged. This is a rate of 11.2%": both numbers stand before."""
    before = [s for s in p.sentences if s[1] <= start]
    if not before or not re.match(r"(?:this|that|which)\b", p.text[start:], re.IGNORECASE):
        return None
    low, high = before[-1]
    found = [b for b in p.amounts if low <= b.start < high and b.unit == "count"]
    if len(found) != 2 or not 0 < found[1].value < found[0].value:
        return None
    base, part = found
    return Pair(part.value, part.printed, share, share.start, share.end, base.value, (base.start, base.end))


def _leading_base(p: Passage, start: int, part: Amount) -> tuple[Fraction | None, tuple[int, int], bool]:
    """The base of "Of the 88 referrals, 12 (14%) …": named before the part in its sentence."""
    for b in p.amounts:
        if b.unit == "count" and start <= b.start < part.start and b.value >= part.value:
            lead = p.text[max(start, b.start - 20) : b.start]
            if _LEAD_OF.search(lead) and re.match(r"\s*(?:out )?of\b", p.text[start:], re.IGNORECASE):
                return b.value, (b.start, b.end), True
    return None, (0, 0), False


def _base_in_front(counts: Sequence[Amount], part: Amount) -> Amount | None:
    """The one larger number that the sentence has before the part."""
    found = [b for b in counts if b.value >= part.value]
    return found[0] if len(found) == 1 else None


def _base_before(p: Passage, start: int, part: Amount) -> Amount | None:
    """The one number of the sentence before that can be a base."""
    before = [s for s in p.sentences if s[1] <= start]
    if not before:
        return None
    low, high = before[-1]
    found = [b for b in p.amounts if low <= b.start < high and b.unit == "count" and b.value >= part.value]
    return found[0] if len(found) == 1 else None


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
    decimals = 1
    while Fraction(1, 10**decimals) > pair.share.step:
        decimals += 1
    exact = share(pair.part, base)
    assert exact is not None
    return f"{pair.part_words} of {shown(base)}: {shown(exact, decimals)}%"


def _spots(p: Passage, pair: Pair, base: bool) -> tuple[Spot, ...]:
    own = Spot(p.block, pair.start, pair.end)
    return (own, Spot(p.block, *pair.base_spot)) if base else (own,)


def checks_of_shares(p: Passage, near: Sequence[Passage], grids: Sequence[Grid]) -> tuple[Check, ...]:
    """Checks of the shares in a passage; ``near`` are the passages before it in its section, ``grids`` its tables."""
    found: list[Check] = []
    rows: dict[tuple[int, int], list[Pair]] = {}
    bases: list[Fraction] | None = None
    for pair in _pairs(p):
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
        pairs = [pair for pair in _pairs(p) if pair.base is None] if p and p.block.kind == "list_item" else []
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
            elif a.step <= 1:
                why = f"No whole number of {base.printed} gives {a.printed}; the base may be another."
                yield Check("share", "cannot tell", a.printed, "", why, at)
