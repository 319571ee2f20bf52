"""What the reader of running text leaves alone: no text of the paper, law, notes, the story of one person.

In: blocks with the headings over them, sentences. Out: whether they are left alone. A gate holds back what it is about
and no more: the board's own figures may stand in any chapter.
"""

from __future__ import annotations

import re

from tracker.facts.board.testimony import counts_answers, is_of_one_person
from tracker.facts.people.names import HELD
from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.word_kinds import kind_of
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.sentences import sentences
from tracker.records import Block

_VOICES = re.compile(r"\b(?:voices? of|survivors?'? voices?|feedback|testimon|quotes?)\b", re.I)

# What stands under these is no text of the paper; chapters may be set below them.
_NO_TEXT = re.compile(r"\b(?:contents|acknowledg|(?:case stud(?:y|ies)|survivors?'? stor|story|stories)\b)", re.I)
# Nor is this, in their chapters too.
_APPENDED = re.compile(
    r"\b(?:definition|glossary|abbreviation|background papers|how we dealt|your rights|refusal)\b", re.I
)
_LAW_HEADING = re.compile(r"\b(?:legal|constitution|act \d{4}|legislat\w+|equalit(?:y|ies))\b", re.I)
# A sentence of law: "Section 17 of the Act places a duty on the council", "a fine of up to £2,500 on conviction".
_LAW = re.compile(
    r"\b(?:Acts?|[Ss]ections?\s\d+|s\.\s?\d+|Schedule\s\d+|Regulations?|Directive|Convention|Parliament|[Rr]oyal\s[Aa]ssent"
    r"|(?:[Tt]he|[Tt]his|[Ii]n|[Bb]y|[Uu]nder)\s(?:the\s)?(?:law|legislation)|[Ss]tatut(?:e|ory)|dut(?:y|ies)"
    r"|[Cc]onstitution|due\sregard|conviction|liable|(?:fines?|penalty)\sof\sup\sto)\b"
)


def is_held(headings: tuple[str, ...], block: Block) -> bool:
    """Whether a block stands under a heading of case studies or of what is appended. Below the voices of those served
    stands also how many of them were asked and what they said."""
    own = headings[-1] if headings else ""
    alone = _NO_TEXT.search(own) or (_VOICES.search(own) and not counts_answers(block))
    return bool(alone) or any(_APPENDED.search(h) for h in headings[-2:])


def states_law(headings: tuple[str, ...], sentence: str) -> bool:
    """Whether a sentence below a heading of law tells what the law says. "The reserve stands at £310,000", under the
    financial and legal implications of a report, is the board's own."""
    return any(_LAW_HEADING.search(h) for h in headings[-2:]) and _LAW.search(sentence) is not None


_FEEDBACK = re.compile(r"^(?:\w+\s){0,4}?(?:feedback|testimonial|case study|quote)s?\b[^.]{0,40}:", re.I)
_ONE = re.compile(
    r"^(?:One|A|Another|Anonymised) (?:\w+ )?"
    r"(?:victim|survivor|resident|service[- ]user|participant|mother|father|parent|carer|woman|young person|learner"
    r"|pupil|student|client|patient|tenant)\b(?!['’]s?\s|\s(?:in|out of)\s)"
    r"(?:\s(?P<next>\w+))?",
    re.I,
)


def is_testimony(block: Block) -> bool:
    """Whether a block gives the words or the story of one of those served: "One resident, abused by her husband, …".
    "A resident survey was held" and "Feedback from 40 learners: 31 felt safer" tell of all who were asked."""
    if _FEEDBACK.search(block.text):
        return not counts_answers(block)
    one = _ONE.match(block.text)
    return one is not None and not (one["next"] and kind_of(one["next"]) == "noun")


def is_told_in_box(block: Block) -> bool:
    """Whether a callout is running text: sentences of which those with numbers have verbs of their own, no tile and no
    row of labels."""
    told = [block.text[begin:end] for begin, end in sentences(block.text)]
    whole = len(told) > 1 and all(sentence.endswith((".", "!", "?")) for sentence in told)
    return whole and all(_has_verb(sentence) for sentence in told if mentions(sentence))


def _has_verb(sentence: str) -> bool:
    return any(phrase.sort == "verb" and phrase.finite for phrase in parse(sentence).phrases)


def opens_story(block: Block) -> bool:
    """Whether a callout begins, or goes on with, the story of one person."""
    return is_testimony(block) or is_of_one_person(block.text) or HELD in block.text


_NOTE = re.compile(r"(?:^|[.;]\s)(\d{1,2})\.?\s(?=[A-Z“])")


def are_notes(text: str) -> bool:
    """Whether a text is a run of numbered notes: "1 Youth Justice Statistics 2032/33. 2 Census 2031." """
    numbers = [int(match[1]) for match in _NOTE.finditer(text)] if text[:1].isdigit() else []
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
