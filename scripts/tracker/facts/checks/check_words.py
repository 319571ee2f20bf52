"""Words that figures beside them bear out or not: "the majority (28%)", "has been constant: 324, 456, 486".

In: passages of a section and its tables. Out: checks. Only plain cases are judged: a majority is more than half; what
is constant does not vary by more than a quarter between its smallest and largest value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.matrix import views_of
from tracker.facts.checks.passages import Grid, Passage
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import shown
from tracker.facts.wording.time_order import time_of

CONSTANT = Fraction(5, 4)
"""Largest over smallest value up to which a row of figures may be called constant."""

_MAJORITY = re.compile(
    r"\b(?:the |a |vast |large |great |clear )*majority\b|(?<!\bat )\bmost\b(?! (?:recent|common|likely"
    r"|prevalent|serious|complex))",
    re.IGNORECASE,
)
_CONSTANT = re.compile(
    r"\b(?:(?:has|have|had) )?(?:(?:been|remain(?:s|ed)?|stay(?:s|ed)?|is|are|was|were|held|kept|broadly|fairly"
    r"|relatively) )+(?:constant|stable|steady|level|flat|unchanged)\b"
    r"|\b(?:constant|stable|unchanged)\b(?= (?:at|with|over|since|:)|:)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:rank|quarter|lowest|highest|borough)", re.IGNORECASE)


def _clause_end(text: str, start: int, end: int) -> int:
    cut = text.find(";", start, end)
    return end if cut < 0 else cut


_FOLLOWED = re.compile(r"\b(?:followed|then|next|with|while|compared)\b", re.IGNORECASE)


def _of_the_majority(text: str, start: int, share: Amount) -> bool:
    """Whether the share is the majority's own: in brackets, set off by a comma or dash right after it, or "at 28%"."""
    between, after = text[start : share.start], text[share.end :]
    if re.search(r"\b(?:but|while|whereas|although|compared|against|increase|decrease|rise|fall|up|down)\b", between):
        return False
    if re.match(r"\s*(?:of (?:whom|which|these|those)|increase|decrease|rise|fall|more|fewer|higher|lower)\b", after):
        return False
    accounted = r"\b(?:account(?:ed|ing) for|making up|made up|represent(?:ed|ing)|compris(?:ed|ing))\s+"
    return bool(re.search(rf"\(\s*$|\bat\s+$|[–-]\s*$|{accounted}$", between)) or bool(
        re.fullmatch(r"\s*,?\s*", between)
    )


def _majorities(passages: Sequence[Passage], index: int) -> Iterator[Check]:
    p = passages[index]
    for word in _MAJORITY.finditer(p.text):
        _, end = p.sentence_at(word.start())
        stop = _clause_end(p.text, word.start(), end)
        shares = [a for a in p.amounts if word.end() <= a.start < stop and a.unit == "%"]
        reach = 120 if "majority" in word.group().lower() else 60
        if shares and shares[0].start - word.end() <= reach and not shares[0].near:
            if not _of_the_majority(p.text, word.end(), shares[0]):
                continue
            if len(shares) > 1 and _FOLLOWED.search(p.text, shares[0].end, shares[1].start):
                shares = shares[:1]
            total = sum((a.value for a in shares), Fraction(0))
            spot = Spot(p.block, word.start(), shares[-1].end)
            between = p.text[word.end() : shares[0].start].strip()
            stated = f"{word.group()} … ({shares[0].printed})" if between else f"{word.group()} {shares[0].printed}"
            if shares[0].value > 50:
                yield Check("majority", "agrees", stated, shares[0].printed, "", (spot,))
            elif len(shares) == 1:
                yield Check("majority", "differs", stated, shares[0].printed, "It is less than half.", (spot,))
            elif 50 < total <= 101:
                listed = " + ".join(a.printed for a in shares)
                yield Check("majority", "agrees", word.group(), f"{listed} = {shown(total)}%", "", (spot,))
        elif not shares and p.text.rstrip().endswith(":") and end >= len(p.text.rstrip()):
            below = passages[index + 1 :]
            items = list(takewhile(lambda q: q.block.kind == "list_item" and q.section == p.section, below))
            if sum(a.value for item in items for a in item.amounts if a.unit == "%") <= 101:
                continue  # parts of one whole, the majority together
            for item in items:
                own = [a for a in item.amounts if a.unit == "%"]
                if (
                    len(own) == 1
                    and not own[0].near
                    and own[0].value < 50
                    and re.search(r"\(\s*$", item.text[: own[0].start])
                ):
                    stated = f"{word.group()} … {item.text.strip()}"
                    spots = (Spot(item.block, 0, own[0].end), Spot(p.block, word.start(), word.end()))
                    yield Check("majority", "differs", stated, own[0].printed, "It is less than half.", spots)


# "324 in 2016/17", "324 having been helped in 2016/17"
_ITS_TIME = re.compile(
    r"\s*(?:(?:[a-z]+ )?(?:having|being|were|was|who|which|that) (?:[a-z]+ ){1,3}(?=in|for|at|during))?"
    r"(?:\(|in |for |at |during )?\s*(?:\w+ )?(?:(?:19|20)?\d\d|Q[1-4])"
)


def _series_after(p: Passage, place: int) -> list[Amount]:
    """Counts that the sentence lists after a place, each with its year or period."""
    _, end = p.sentence_at(place)
    found = [a for a in p.amounts if place <= a.start < end and a.unit in ("count", "£")]
    return [a for a in found if _ITS_TIME.match(p.text[a.end :])]


def _constants(p: Passage, grids: Sequence[Grid]) -> Iterator[Check]:
    for word in _CONSTANT.finditer(p.text):
        start, end = p.sentence_at(word.start())
        if _PLACE.search(p.text[start : word.start()]) or re.search(r"\bnot\b|n't\b", p.text[start : word.end()]):
            continue
        own = Spot(p.block, word.start(), word.end())
        values = _series_after(p, word.end())
        if len(values) >= 3:
            yield _constant(word.group(), values, (own, *(Spot(p.block, a.start, a.end) for a in values)))
            continue
        if any(a for a in p.amounts if start <= a.start < end):
            continue
        for grid in grids:
            # A table right below the sentence, with one line of figures and times beside them, is what it speaks of.
            if not 0 < grid.order - p.order <= 2:
                continue
            for m in views_of(grid):
                lines = [c for c in range(m.size[1]) if sum(a is not None for a in m.column(c)) >= 3]
                labels = [" ".join((m.down[r], *m.texts[r])) for r in range(m.size[0])]
                if len(lines) != 1 or sum(time_of(label) is not None for label in labels) < 3:
                    continue
                found = [(r, a) for r, a in enumerate(m.column(lines[0])) if a is not None]
                spots = (own, *(m.spot(r, lines[0]) for r, _ in found))
                yield _constant(word.group(), [a for _, a in found], spots)
                break


def _constant(words: str, values: Sequence[Amount], at: tuple[Spot, ...]) -> Check:
    low, high = min(a.value for a in values), max(a.value for a in values)
    listed = ", ".join(a.printed for a in values)
    if low > 0 and high / low <= CONSTANT:
        return Check("direction", "agrees", words, listed, "", at)
    if low == high:
        return Check("direction", "agrees", words, listed, "", at)
    return Check("direction", "differs", words, listed, f"From {shown(low)} to {shown(high)}.", at)


def checks_of_words(passages: Sequence[Passage], index: int, grids: Sequence[Grid]) -> tuple[Check, ...]:
    """Checks of the words in ``passages[index]``; ``grids`` are the tables of its section."""
    return (*_majorities(passages, index), *_constants(passages[index], grids))
