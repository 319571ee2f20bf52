"""Neighbouring shares that make a whole: "67% made progress (33% remaining static)".

In: a passage. Out: checks. Three or more shares that make 99 or 101 cannot be told from rounding; two opposites that
make more than the whole differ; shares that make anything else are taken for shares of different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.passages import Passage
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import shown

PAIRS: tuple[tuple[str, str], ...] = (
    (r"\bmales?\b|\bmen\b|\bboys?\b", r"\bfemales?\b|\bwomen\b|\bgirls?\b"),
    (r"\byes\b|\bagree", r"\bno\b|\bdisagree"),
)


def shares_of_a_hundred(passage: Passage) -> Iterator[Check]:
    """Neighbouring shares that make a whole: "67% … (33% remaining static)"."""
    text = passage.text
    for start, end in passage.sentences:
        shares = [a for a in passage.amounts if start <= a.start < end and a.unit == "%"]
        i = 0
        while i < len(shares):
            for length in range(min(6, len(shares) - i), 1, -1):
                run = shares[i : i + length]
                total = sum((a.value for a in run), Fraction(0))
                if any(a.value <= 0 or a.near for a in run) or _reaches(text, run):
                    continue
                at = (Spot(passage.block, run[0].start, run[-1].end),)
                stated = " and ".join(a.printed for a in run) if length == 2 else ", ".join(a.printed for a in run)
                working = " + ".join(a.printed for a in run) + f" = {shown(total)}%"
                if total == 100 and not _nested(text, run):
                    yield Check("parts", "agrees", stated, working, "", at)
                elif length >= 3 and length == len(shares) and abs(total - 100) <= 1 and not _nested(text, run):
                    why = "The shares do not make 100%; rounding may explain it."
                    yield Check("parts", "cannot tell", stated, working, why, at)
                else:
                    continue
                i += length - 1
                break
            i += 1


def _reaches(text: str, run: Sequence[Amount]) -> bool:
    """Whether two of the shares are the ends of a range or of a change: "from 28%", "between 28% and 40%"."""
    if re.search(r"\bfrom\b", text[max(0, run[0].start - 8) : run[0].start]):
        return True
    return any(
        re.fullmatch(r"\s*(?:to|–|-)\s*", text[a.end : b.start])
        or (re.search(r"\bbetween\s+$", text[: a.start]) and text[a.end : b.start].strip() == "and")
        for a, b in pairwise(run)
    )


def _nested(text: str, run: Sequence[Amount]) -> bool:
    """True when words between the shares set one upon the other ("of these") or tell a change."""
    between = text[run[0].start : run[-1].end]
    return bool(
        re.search(r"\bof (?:these|those|them|whom|which)\b|\bfrom\b.*\bto\b|\bcompared|\bagainst\b|\bthan\b", between)
    )
