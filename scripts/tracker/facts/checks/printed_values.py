"""Values that a change may speak of: amounts that are levels, told apart from sizes, and which of them is the earlier.

In: a passage and a stretch of it. Out: its levels, each with whether words such as "the year before" or "compared
with" mark it as the earlier one; and the pairs of an earlier and a later value that they make.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.facts.checks.change_phrases import DOWN_NOUN, UP_NOUN, Valued, sized
from tracker.facts.checks.passages import Passage
from tracker.facts.wording.calendar_words import FULL_YEAR, MONTH

_EARLIER = (
    r"(?:(?:same|corresponding|equivalent|comparable)\s+(?:\w+\s+){0,3}?(?:last year|previous|prior|year before"
    r"|a year|\d+ months)"
    r"|(?:previous|prior|preceding)\s+(?:financial\s+|calendar\s+|rolling\s+)?(?:12[- ]months?"
    r"|twelve months|year|quarter"
    r"|period|month|three months|3[- ]months?)"
    r"|last (?:financial |calendar )?year"
    r"|the (?:year|quarter|month|12 months|twelve months) (?:before|prior|earlier|previous)"
    r"|(?:a|one) (?:year|quarter|month) (?:earlier|ago|before|previously)"
    r"|(?:\d{1,2}|three|six|twelve)[- ]months? (?:prior|earlier|before|ago|previously)"
    r"|(?:prior|previous) to (?:that|this)|previously|year[- ]earlier)"
)
_MARK_BEFORE = re.compile(
    rf"{_EARLIER}|\b(?:against|compar(?:ed|es) (?:to|with)|in comparison (?:to|with)|as opposed to|versus|vs\.?"
    rf"|than (?:the|in|at|for|during|last|Q[1-4]|quarter \w+|{FULL_YEAR}|{MONTH}))\b",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(_EARLIER, re.IGNORECASE)
_NO_COMPARISON = re.compile(
    r"\b(?:target|goal|aim|ambition|expected|forecast|projected|budget(?:ed)?|planned)\b", re.IGNORECASE
)
_NO_LEVEL_BEFORE = re.compile(r"(?:\b(?:and|or|but|then)|,)\s+by\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What stands before a second size ("rose by 40 on last quarter and by 70 on last year")."""
_NO_LEVEL_AFTER = re.compile(r"\s+(?:more|fewer|extra|additional)\b", re.IGNORECASE)
_WIDER_AREA = re.compile(
    r"\s+(?:(?:\w+ )?per [\d,]+ )?(?:nationally|regionally|nationwide"
    r"|(?:in|for|across) (?:England|Wales|London|the (?:county|region|country|nation))\b)",
    re.IGNORECASE,
)
"""What stands behind a value that is compared with because it is a wider area's, not an earlier one."""
_NEXT_LABEL = re.compile(r"[,;(]|\b(?:and|against|compared)\b|\s(?=[A-Z][^:]{2,60}:\s*$)")
"""Where the words behind an amount begin to belong to the next one."""
_AND_ANOTHER = re.compile(r"\s+(?:in|at|for|during|last)\s[\w\s/]{2,25}\sand\s+")
"""Between two earlier values of one comparison: "compared with 26 in 2021 and 14 in 2020"."""
_OTHER_WORDS = re.compile(
    rf"\s*[(,–-]\s*(?:(?:an?|the|some|about|around|or|i\.e\.|that is|equal to|equivalent to|net)\s+)*"
    rf"(?:{UP_NOUN}|{DOWN_NOUN})?(?:\s*(?:of|by))?\s*(?:plus|minus)?\s*[+−-]?$",
    re.IGNORECASE,
)


def _in_other_words(passage: Passage, sizes: set[int]) -> set[int]:
    """Starts of amounts that give a size once more: "by 16 per cent (an increase of 188)", "11% (151 offences)"."""
    found = set()
    amounts = passage.amounts
    for first, second in pairwise(amounts):
        between = passage.text[first.end : second.start]
        if first.start in sizes and "(" in between and _OTHER_WORDS.fullmatch(between):
            found.add(second.start)
    return found


def levels_in(passage: Passage, start: int, end: int, units: Sequence[str]) -> list[tuple[Valued, bool]]:
    """Amounts between two places that are levels, each with whether words mark it as the earlier one."""
    text = passage.text
    found: list[tuple[Valued, bool]] = []
    sizes = {c.size.start for c in sized(passage) if c.size}
    sizes |= _in_other_words(passage, sizes)
    amounts = [a for a in passage.amounts if start <= a.start < end and a.start not in sizes]
    for a in amounts:
        if a.unit not in units:
            continue
        s, e = passage.sentence_at(a.start)
        others = [b for b in passage.amounts if b is not a]
        left_edge = max([s, start, *(b.end for b in others if b.end <= a.start)])
        right_edge = min([e, end, *(b.start for b in others if b.start >= a.end)])
        left, right = text[left_edge : a.start], text[a.end : right_edge]
        # Words after the last comma or bracket before the next amount belong to that one.
        if right_edge < min(e, end) and (cut := _NEXT_LABEL.search(right)):
            right = right[: cut.start()]
        if _NO_COMPARISON.search(left[-40:]) or _NO_LEVEL_BEFORE.search(left) or _NO_LEVEL_AFTER.match(right):
            continue
        if _MARK_BEFORE.search(left) and _WIDER_AREA.match(right):
            continue
        marked = bool(_MARK_BEFORE.search(left)) or bool(_MARK_AFTER.search(right))
        if found and found[-1][1] and not marked and _AND_ANOTHER.fullmatch(text[found[-1][0].amount.end : a.start]):
            marked = True
        found.append((Valued(passage, a), marked))
    return found


def pairs_of(levels: Sequence[tuple[Valued, bool]]) -> tuple[tuple[Valued, Valued], ...]:
    """(before, after) in order of likelihood: a value marked as earlier with the nearest unmarked one of its unit."""
    found: list[tuple[Valued, Valued]] = []
    for i, (value, marked) in enumerate(levels):
        if not marked:
            continue
        plain = [
            (abs(j - i), j > i, v) for j, (v, m) in enumerate(levels) if not m and v.amount.unit == value.amount.unit
        ]
        found.extend((value, v) for _, _, v in sorted(plain, key=lambda p: (p[0], p[1])))
    return tuple(found)
