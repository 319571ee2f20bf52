"""Blocks in which residents, victims or service users speak or are described: quotations, case studies, feedback.

In: the outline of a part. Out: ids of blocks. Rule 7 holds them out of search until a person has passed them; it is
better to mark one block too many here than one too few.
"""

from __future__ import annotations

import re

from tracker.facts.sections import Outline
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.word_lists import PEOPLE
from tracker.records import Block

_PEOPLE = (
    r"(?:resident|victim|survivor|service[- ]user|client|child|parent|mother|father|young (?:person|people)"
    r"|famil(?:y|ies)"
    r"|participant|pupil|student|patient|tenant|learner|attendee|carer)"
)
_CASE = re.compile(r"\bcase stud(?:y|ies)\b(?!\s+(?:method|approach|review))|\bsuccess stor(?:y|ies)\b", re.IGNORECASE)
_CASE_START = re.compile(
    rf"^(?:\W*(?:an\s+)?(?:anonymi[sz]ed\s+)?(?:\S+\s+){{0,6}}case stud(?:y|ies)(?:\s*\d*)?\s*[:–-]"
    rf"|(?P<feedback>feedback from\b.{{0,80}}[:–-])|(?:what )?{_PEOPLE}s?['’]?\s+(?:said|told|voice|quote|feedback"
    rf"|comment)\w*\b.{{0,40}}:)",
    re.IGNORECASE,
)
_VOICES = re.compile(
    rf"\b(?:{_PEOPLE}(?:s|s'|'s|’s)?['’]?\s+(?:voices?|stor(?:y|ies)|testimon\w+|feedback|quotes?|quotations?|comments))\b"
    r"|\bwhat (?!we\b|(?:the|our) (?:\w+ ){0,2}(?:plan|strategy|partnership|council|board|report|law|data|evidence)\b)"
    r"(?:\w+ ){0,3}(?:said|told us|say)\b|\bquotes? from\b",
    re.IGNORECASE,
)
# A paragraph that is a quotation from end to end: someone speaks. Titles in quotation marks are shorter.
_QUOTED = re.compile(r"^[“\"'‘].{60,}[”\"'’][.\s]*$", re.DOTALL)
# The speaker in brackets or after a dash at the end: "(Survivor, 2021)", "– Service user, women's refuge".
_ATTRIBUTED = re.compile(
    rf"(?:\(|[–—-]\s)\s*(?:an?\s+)?{_PEOPLE}s?(?=\s*[,)]|\s+(?:sharing|from|of|at|aged|in|who)\b)"
    r"[^()]{0,80}\)?\s*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"^(?:an?|one|another)\s+(?:\w+\s+)?{_PEOPLE}\s+(?:said|told|described|explained|shared)\b", re.IGNORECASE
)
# A case study's own headings, which may look larger than its title.
_CASE_PARTS = re.compile(
    r"^(?:conclusion|outcomes?|background|what happened|what we did|impact|results?|actions?(?: taken)?"
    r"|the (?:issue|problem))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|my|me|myself)\b")


def testimony_in(outline: Outline) -> tuple[str, ...]:
    """Ids of the blocks that hold testimony, in reading order. Headings of such sections are not among them."""
    found: dict[str, None] = {}
    end: int | None = None
    for section in outline.sections:
        title = section.heading.block.text
        goes_on = end is not None and section.first == end + 1 and bool(_CASE_PARTS.match(title))
        if goes_on or _CASE.search(title) or _VOICES.search(title):
            end = section.last
            for placed in outline.inside(section):
                told_in_numbers = not _CASE.search(title) and counts_answers(placed.block)
                if placed.block.kind not in ("heading", "table", "figure") and not told_in_numbers:
                    found[placed.block.id] = None
    for placed in outline.blocks:
        if placed.block.kind in ("paragraph", "list_item", "heading") and speaks(placed.block):
            found[placed.block.id] = None
    order = [p.block.id for p in outline.blocks]
    return tuple(i for i in order if i in found)


# "78% of residents said …", "473 responses": what all who were asked answered, not what one of them said.
_ANSWERS = re.compile(
    r"\d\s?%|\d\s?per ?cent\b|\d[\d,]*\s(?:[\w-]+\s){0,2}(?:responses|respondents|responded|replies|took part"
    r"|(?:completed|answered|returned|filled in)\s(?:[\w-]+\s){0,3}(?:survey|questionnaire|form))\b",
    re.IGNORECASE,
)
# "spoke to 186 pupils", "attended by 1,213 young people": nobody tells of so many in a story of their own.
_MANY = re.compile(rf"(?<![\d,.£])\d[\d,]*\d\s(?:[\w-]+\s){{0,2}}?(?:{'|'.join(sorted(PEOPLE))})\b", re.IGNORECASE)
_SPOKEN = re.compile(r"[“”\"]|(?<!\w)[‘'](?=[A-Z])")
_ONE_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)


def counts_answers(block: Block) -> bool:
    """Whether a block under such a heading tells how many were asked, or what they answered, and lets nobody speak."""
    text = block.text
    counted = _ANSWERS.search(text) or any(_counts_asked(text[begin:end]) for begin, end in sentences(text))
    return bool(counted) and not (_FIRST_PERSON.search(text) or _SPOKEN.search(text) or is_of_one_person(text))


def _counts_asked(sentence: str) -> bool:
    """Whether a sentence tells of many and of what was done: "Give locks to 500 households" is what was asked for."""
    if not _MANY.search(sentence):
        return False
    parsed = parse(sentence)
    verbs = [parsed.words[p.first] for p in parsed.phrases if p.sort == "verb" and p.finite]
    return bool(verbs) and all(verb.kind != "modal" for verb in verbs)


def is_of_one_person(text: str) -> bool:
    """Whether a text tells of one man or woman."""
    return _ONE_PERSON.search(text) is not None


def speaks(block: Block) -> bool:
    """Whether a block by itself is testimony: a quotation, a case study, words with "(Survivor, …)"."""
    text = block.text.strip()
    if (start := _CASE_START.match(text)) and start["feedback"] and counts_answers(block):
        # "Feedback from 40 learners: 31 felt safer"
        return False
    if block.role == "quotation" or start or _ATTRIBUTED.search(text) or _TOLD.match(text):
        return block.kind != "heading" or not start
    return bool(_QUOTED.match(text)) and bool(_FIRST_PERSON.search(text))
