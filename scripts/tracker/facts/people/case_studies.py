"""First names of those a case study is about: they hold in its blocks and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.people.names import STYLE, WORD, Guard, texts_of
from tracker.records import Block

# ---- those whom a case study is about are called by their first names
_FIRST = rf"(?P<first>{WORD})(?P<last>\s+{WORD})?"
_IN_A_CASE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\bcase\s+stud(?:y|ies)\s*\w{{0,2}}\s*[:–—-]\s*)(?:{STYLE}\s+)?{_FIRST}\s*(?=$|\W*\(|,|\s+[a-z])",
        rf"^{_FIRST}['’]s\s+(?i:story|experience|journey|account)\b",
        rf"\b{_FIRST}\W{{1,3}}(?:\*\s*)?(?i:(?:not|names?)\b[^)]{{0,20}}\b(?:real|changed)\b)",
        rf"\b{_FIRST}\s+(?:is|was)\s+an?\s+(?:\d{{1,2}}|[a-z]+)[- ]years?[- ]old\b",
        rf"(?i:\b(?:client|service[- ]user|young person|pupil|learner|patient))\s+"
        rf"{_FIRST}(?=,?\s+(?:an?|who|was|is|has|had|said)\b)",
        rf"[”\"’']\s*(?:said|says)\s+{_FIRST},\s+(?:aged\s+)?\d{{1,2}}\b",
        rf"\b{_FIRST},?\s+\(?aged?\s+\d{{1,2}}\b",
        rf"\b{_FIRST},\s+\d{{1,2}},\s+(?=(?:was|is|had|has|who|came|lives?d?|said|from|told|and (?:her|his)|a)\b)",
        rf"(?i:\b(?:children|sons?|daughters?|brothers?|sisters?|child|baby|partner|husband|wife|mother|father)\b,?\s+(?:called\s+|named\s+)?)"
        rf"{_FIRST}(?=\s*(?:\(\d|,|\.|and\b|was\b|is\b))",
        rf"(?:\(\d{{1,2}}\)|,)\s+and\s+{_FIRST}\s+\(\d{{1,2}}\)",
    )
)
_CASE = re.compile(r"(?i:case stud(?:y|ies))|(?i:\b(?:story|experience|journey)\b)")
_FARTHEST = 8
"""Blocks that a case study goes on for after its heading, at most up to the next heading."""


def case_names(blocks: Sequence[Block], guard: Guard) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """First names of those a case study is about, for each of its blocks: they hold there and nowhere else."""
    found: dict[str, set[str]] = {}
    for index, block in enumerate(blocks):
        texts = list(texts_of(block))
        firsts = {
            re.sub(r"['’]s$", "", " ".join(name.split()))
            for text in texts
            for pattern in _IN_A_CASE
            for match in pattern.finditer(text)
            if guard.is_first(match["first"]) and not guard.is_place(match["first"] + (match["last"] or ""))
            for name in (match["first"], match["first"] + (match["last"] or ""))
        }
        if not firsts and not any(_CASE.search(text) for text in texts):
            continue
        if block.kind != "heading" and not firsts:
            continue
        around = [block]
        for after in blocks[index + 1 : index + _FARTHEST]:
            if after.kind == "heading":
                break
            around.append(after)
        for before in reversed(blocks[max(0, index - _FARTHEST) : index]):
            around.append(before)
            if before.kind == "heading":
                break
        for held in around:
            said = " ".join(texts_of(held))
            found.setdefault(held.id, set()).update(f for f in firsts if re.search(rf"\b{re.escape(f)}\b", said))
    return tuple((block, tuple(sorted(names))) for block, names in found.items() if names)
