"""Counts with the shares printed for them: "85 of 477 (17%)", "182 (37%)", "37% (182)", "82 …, a rate of 11.2%".

In: a passage. Out: ``Pair`` objects, with the base where the words name it or leave only one number for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.facts.checks.passages import Passage
from tracker.facts.wording.amounts import Amount

_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,3}(?:,\d{3})+|\d+)\s?/\s?(\d{1,3}(?:,\d{3})+|\d+)(?![\d/])")
_OF_BASE = re.compile(
    r"^(?:\s+(?!of\b)[\w’'-]+){0,4}?,?\s+(?:out of|of)\s+(?:the |these |those |all |a total of |our |its "
    r"|\w+['’]s )*(?:the )?$",
    re.IGNORECASE,
)
_LEAD_OF = re.compile(r"\bof (?:the |these |those |all |a total of )*$", re.IGNORECASE)
_OF_WHICH = re.compile(r"[^.;()]{0,80}?,? of (?:which|whom),?\s*", re.IGNORECASE)
_OWN_BASE = re.compile(r"[^.;()]{0,60}\(\s*[\d.]+\s?%\s+of\b")
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


def share_pairs(p: Passage) -> Iterator[Pair]:
    """The shares of a passage with the count and the base they are made of: "12 of 48 (25%)"."""
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
        ahead = b.unit == "count" and start <= b.start and b.end <= part.start and b.value >= part.value
        if ahead and _OF_WHICH.fullmatch(p.text[b.end : part.start]) and not _OWN_BASE.match(p.text[part.end :]):
            return b.value, (b.start, b.end), False
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
