"""First names of those a case study is about or who are quoted: they hold in its blocks and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.people.names import BODY, SENIOR_POST, STYLE, WORD, Guard, texts_of
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
        # "the victim, known as Rosa", "a young woman we call Rosa"
        rf"(?i:\b(?:victim|survivor|client|service[- ]user|resident|tenant|pupil|learner|patient|girl|boy|(?:wo)?man"
        rf"|child|person|mother|father),?\s+(?:whom\s+)?(?:known\s+(?:here\s+)?as|named|(?:who\s+is\s+)?called"
        rf"|we\s+(?:will\s+|shall\s+)?call))\s+{_FIRST}(?=\W|$)",
        # those who told their story are thanked for it
        rf"(?i:\b(?:thank(?:s|\s+you)|grateful)\s+to\s+|\band\s+){_FIRST}(?=(?:\s+and\s+{WORD})?\s+for\s+sharing\s+"
        rf"(?:her|his|their)\s+(?:stor(?:y|ies)|experiences?|journeys?)\b)",
        rf"[”\"’']\s*(?:said|says)\s+{_FIRST},\s+(?:aged\s+)?\d{{1,2}}\b",
        # a first name alone behind words that were spoken: "…," said Rosa, who now helps there
        rf"[”\"’']\s*(?:said|says|explained|explains)\s+(?P<first>{WORD})(?P<last>\b),\s+(?:who|whose|an?|from)\b",
        # "Males aged 15 to 24": nobody is of so many ages
        rf"\b{_FIRST},?\s+\(?aged?\s+\d{{1,2}}\b(?!\+|\s?[-–]\s?\d|\sto\s\d|\s(?:and|or)\s(?:over|under|above|older|younger))",
        rf"\b{_FIRST},\s+\d{{1,2}},\s+(?=(?:was|is|had|has|who|came|lives?d?|said|from|told|and (?:her|his)|a)\b)",
        rf"(?i:\b(?:children|sons?|daughters?|brothers?|sisters?|child|baby|partner|husband|wife|mother|father)\b,?\s+(?:called\s+|named\s+)?)"
        rf"{_FIRST}(?=\s*(?:\(\d|,|\.|and\b|was\b|is\b))",
        # wards with their figures in brackets look the same: only where kin are listed
        rf"(?i:\b(?:children|sons?|daughters?|brothers?|sisters?|siblings)\b)[^.;:]{{0,60}}(?:\(\d{{1,2}}\)|,)\s+and\s+"
        rf"{_FIRST}\s+\(\d{{1,2}}\)",
    )
)
# ---- those who are quoted: "“… from the start.” – Leanne, survivor", "“…!” said Leanne."
_QUOTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[.!?…,]\s*[”\"’]\s*[–—-]?\s*\(?{_FIRST}(?=\s*(?:[,(]|\)|$|[–—-]))(?P<rest>[^”\"]{{0,80}})",
        rf"^\W?[“\"][^”\"]{{30,}}[”\"]\s*[–—-]\s*{_FIRST}(?=\s*(?:[,(]|$))(?P<rest>[^”\"]{{0,80}})",
        rf"(?:[”\"’]\s*)(?:said|says|told us|explained|added)\s+(?P<first>{WORD})(?P<last>)(?=[,.]|\s+who\b)"
        r"(?P<rest>[^”\"]{0,80})",
    )
)
# A line of its own under a quotation: "– Leanne, survivor", "Tom, 17".
_SPEAKER = re.compile(rf"^(?:[–—-]\s*)?{_FIRST}(?P<rest>,.{{0,60}})?$")
_ENDS_QUOTED = re.compile(r"[”\"’]\s*$")
# ---- in a case study itself, who does things: "Leanne came to us in May", "Leanne and her son were moved"
_DOES = re.compile(
    rf"(?:^|[.!?:]\s+|\b(?:[Ww]hen|[Aa]fter|[Bb]ecause|and|that|[Ss]ince|[Oo]nce|[Bb]efore|while|helped|supported|gave"
    rf"|with|of|for|to|met|meet)\s+){_FIRST}"
    r"(?=(?:,| and h(?:er|is)\b|\s+(?:is|was|had|has|came|comes|said|says|told|tells|felt|feels|lived|lives|moved"
    r"|wanted|started|began|needed|attended|contacted|called|disclosed|left|met|got|received|joined|now|also|went|found|first"
    r"|did|could|would|can|will|made|describes?d?|explained|reported|returned|became|agreed|completed|engaged|suffered)\b))"
)
# Any word stands in capitals at a sentence's beginning ("Exhibits", "Wardens"): a name is one person's, or
# stands within sentences too.
_SOMEBODY = re.compile(r"[^.!?]{0,90}\b(?:he|she|her|his|him|hers|herself|himself)\b")
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
        firsts |= _quoted(blocks, index, guard)
        if _begins_case(block):
            firsts |= _doers(blocks, index, guard)
        if not firsts:
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


def _quoted(blocks: Sequence[Block], index: int, guard: Guard) -> set[str]:
    """Who is quoted in a block, or above it where the block is the line that says who spoke.

    A first name alone is a private person's; a whole name is shown where a post or a body stands with it.
    """
    block = blocks[index]
    texts = list(texts_of(block))
    found = [m for text in texts for pattern in _QUOTED for m in pattern.finditer(text)]
    above = blocks[index - 1] if index else None
    if above and above.kind != "table" and _ENDS_QUOTED.search(above.text):
        found += [m for m in [_SPEAKER.match(block.text.strip())] if m]
    names: set[str] = set()
    for match in found:
        first, last, rest = match["first"], match["last"] or "", match["rest"] or ""
        if not guard.is_first(first) or guard.is_place(first + last):
            continue
        if last and (BODY.search(last) or BODY.search(rest) or SENIOR_POST.search(rest)):
            continue
        names.update((first, first + last))
    return {" ".join(name.split()) for name in names}


def _begins_case(block: Block) -> bool:
    """Whether a block is a case study's title, or tells one that it announces itself."""
    if block.kind == "heading":
        return bool(_CASE.search(block.text))
    return bool(re.match(r"\W*case stud(?:y|ies)\b\W", block.text[:20] + " ", re.IGNORECASE))


def _doers(blocks: Sequence[Block], index: int, guard: Guard) -> set[str]:
    """First names that a case study tells of: whoever does things in it and is neither place nor body."""
    told = [blocks[index]]
    for after in blocks[index + 1 : index + _FARTHEST]:
        if after.kind == "heading":
            break
        told.append(after)
    texts = [text for block in told for text in texts_of(block)]
    return {
        " ".join(match["first"].split())
        for text in texts
        for match in _DOES.finditer(text)
        if guard.is_first(match["first"]) and not match["last"] and not guard.is_place(match["first"])
        if (_SOMEBODY.match(text, match.end()) and not match["first"].endswith("s"))
        or any(re.search(rf"[a-z,]\s+{re.escape(match['first'])}\b", other) for other in texts)
    }
