"""The questions of an FOI letter, each with its answer.

In: a ``Letter``. Out: questions in the order asked. A response mostly repeats each question and puts the answer below
or behind it; what it repeats is found again in the request, sentence by sentence. A question that was asked and neither
repeated nor answered stays, as not answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tracker.facts.board.foi_letter import AS_NOUN, BARE_LABEL, Letter
from tracker.facts.wording.names import plain_words
from tracker.facts.wording.sentences import sentences
from tracker.records import Block

Stretch = tuple[Block, int, int]

_LABEL = re.compile(
    r"^(?:(?:Q(?:uestion)?|Request)\s*\.?\s*)?\(?(?P<number>\d{1,2}[a-z]?|(?<=Q)\d{1,2})\s*[.):–-]\s*(?=\S)"
    r"|^Q(?:uestion)?\s*(?P<other>\d{1,2}[a-z]?)\s*[.):–-]?\s*(?=\S|$)|^\((?P<letter>[a-z]|[ivx]+)\)\s+",
    re.IGNORECASE,
)
# A label without a number says that a request follows.
_REQUEST_LABEL = re.compile(r"^(?:Request|Question|You asked)(?: details| summary)?\s*[:–-]\s*(?=\S)", re.IGNORECASE)
ANSWER_LABEL = re.compile(
    r"^(?:(?:Response|Answer|Reply|A(?=\s*\d{0,2}\s*[.:)]))\s*(?:to (?:question|q)\s*)?\d{0,2}[a-z]?\s*[.:)–-]\s*)",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"^(?:(?:and|also|then|could you|can you|would you|i would (?:like|be grateful)"
    r"|i am (?:requesting|seeking|looking))\b"
    r"|(?:please\s+)?(?:provide|give|list|send|state|confirm|supply|specify|include|detail|break\s?down|describe"
    r"|explain|tell)\b)",
    re.IGNORECASE,
)
# How to answer is no question: the form of the reply, the Act's duty to help.
_PROCEDURE = re.compile(
    r"\bby e-?mail\b|\belectronic|\bexcel\b|\bspreadsheet|\bformat\b|\badvise and assist|\bsection 16\b|\bunclear\b"
    r"|\btoo wide\b|\bclarif|\bcontact me\b|\balready public|\backnowledge|\bthank you\b|\bcost limit|\brefine\b",
    re.IGNORECASE,
)
# Fewer words are a heading that request and response share ("Dogs"), unless they ask.
_SHORTEST = 3
# A bold line that tells what to do in fewer words may be a title ("Detail of offences").
_LONGEST_TITLE = 6
# How alike (0 to 100) a sentence repeated in the response is to the one asked; letters fix a typing slip now and then.
_REPEATED = 88.0


@dataclass
class Asked:
    """A question while its pieces are gathered."""

    number: str
    text: list[Stretch]
    answer: list[Stretch] = field(default_factory=list)
    order: int = 0
    in_response: bool = False

    @property
    def words(self) -> str:
        """The question as one text."""
        return " ".join(b.text[s:e].strip() for b, s, e in self.text)


@dataclass(frozen=True)
class _Sentence:
    block: Block
    start: int
    end: int
    plain: str
    number: str

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]


def questions_of(letter: Letter) -> list[Asked]:
    """All questions of a letter in the order asked."""
    asked = [s for block in letter.asked for s in _sentences(block)]
    repeated = _repeated(letter.answered, asked)
    if not repeated:
        return _unrepeated(letter, asked)
    used = _align(repeated, asked)
    numbered = any(s.number for s in asked)
    for position, sentence in enumerate(asked):
        if position in used or not _is_question(sentence.text) or (numbered and not sentence.number):
            continue
        group = [sentence]
        repeated.append(Asked(sentence.number, [(s.block, s.start, s.end) for s in group], order=position))
    return sorted(repeated, key=lambda q: q.order)


def _sentences(block: Block) -> list[_Sentence]:
    """The sentences of a block, the first without its label; all carry the label's number."""
    if block.kind not in ("paragraph", "list_item", "heading"):
        return []
    number, begin = _number(block)
    found = []
    for label, first, last in _by_numbers(block.text, number, begin):
        for start, end in sentences(block.text[first:last]):
            text = block.text[first + start : first + end]
            found.append(_Sentence(block, first + start, first + end, plain_words(text), label))
    return found


def _by_numbers(text: str, number: str, begin: int) -> list[tuple[str, int, int]]:
    """The pieces of a block that numbers its questions on and on: "1. How many …? 2. How many …?"."""
    pieces = [(number, begin)]
    if number.isdigit():
        for mark in re.finditer(r"(?<=[.?;:])\s+(\d{1,2})[.)]\s+(?=[A-Z])", text):
            if int(mark[1]) == int(pieces[-1][0]) + 1:
                pieces.append((mark[1], mark.end()))
    ends = [first for _, first in pieces[1:]] + [len(text)]
    return [(n, first, _before_mark(text, first, end)) for (n, first), end in zip(pieces, ends, strict=True)]


def _before_mark(text: str, first: int, end: int) -> int:
    mark = re.search(r"\s+\d{1,2}[.)]\s+$", text[first:end]) if end < len(text) else None
    return first + mark.start() if mark else end


def _number(block: Block) -> tuple[str, int]:
    """The number a question carries, and where its words begin."""
    if block.marker or (block.kind == "heading" and block.number):
        marker = re.fullmatch(
            r"\(?(?:Q\s?)?(\d{1,2}[a-z]?|[a-z]|[ivx]+)[.):]?", (block.marker or block.number).strip(), re.IGNORECASE
        )
        if marker:
            return marker[1], 0
    match = _LABEL.match(block.text)
    if match:
        return match["number"] or match["other"] or match["letter"] or "", match.end()
    label = _REQUEST_LABEL.match(block.text)
    return "", label.end() if label else 0


def _is_question(text: str) -> bool:
    bare = text.strip()
    if _PROCEDURE.search(bare):
        return False
    return bare.endswith("?") or bool(_IMPERATIVE.match(bare) or AS_NOUN.match(bare))


# ---- what the response repeats ---------------------------------------------------------------------------------------


def _repeated(answered: Sequence[Block], asked: Sequence[_Sentence]) -> list[Asked]:
    """Questions that the response prints, each with the stretches that answer it."""
    plain = [s.plain for s in asked]
    found: list[Asked] = []
    for block in answered:
        if block.kind == "figure" or BARE_LABEL.fullmatch(block.text.strip()):
            # the question stands below its number
            continue
        stop = _question_end(block, plain, bool(asked))
        if stop:
            number, begin = _number(block)
            question = Asked(number, [(block, begin, stop)], order=len(found), in_response=True)
            found.append(question)
            if block.text[stop:].strip():
                _answer(question, block, stop)
        elif found:
            _answer(found[-1], block, 0)
    return found


def _answer(question: Asked, block: Block, start: int) -> None:
    text = block.text[start:]
    lead = len(text) - len(text.lstrip())
    label = ANSWER_LABEL.match(text.strip())
    begin = start + lead + (label.end() if label else 0)
    if block.text[begin:].strip() or block.kind == "table":
        question.answer.append((block, begin, len(block.text)))


def _question_end(block: Block, plain: Sequence[str], known: bool) -> int:
    """Where the question that a block begins with ends; 0 when it begins with none."""
    end = 0
    found = _sentences(block)
    if known and (len(block.text.split()) > _SHORTEST or _is_question(block.text)):
        for sentence in found:
            if not any(_same(sentence.plain, other) for other in plain):
                break
            end = sentence.end
        if end:
            return end
    if not found or ANSWER_LABEL.match(block.text):
        return 0
    number, _ = _number(block)
    label = bool(re.match(r"^Q(?:uestion)?\b", block.text, re.IGNORECASE))
    dressed = bool(block.runs) and block.runs[0].bold
    if found[0].text.rstrip().endswith("?") and (number or label or dressed or not known):
        for sentence in found:
            if not sentence.text.rstrip().endswith("?") and not _IMPERATIVE.match(sentence.text):
                break
            end = sentence.end
        return end
    if (label or (number and dressed)) and _is_question(found[0].text):
        bold = next((r for r in block.runs if r.bold), None)
        return found[0].end if bold is None else min(len(block.text), max(found[0].end, len(bold.text)))
    asks = _IMPERATIVE.match(block.text) and not _PROCEDURE.search(block.text)
    if not known and asks and _is_wholly_bold(block) and len(block.text.split()) > _LONGEST_TITLE:
        return len(block.text)
    return 0


def _is_wholly_bold(block: Block) -> bool:
    return bool(block.runs) and all(run.bold for run in block.runs if run.text.strip())


def _same(one: str, other: str) -> bool:
    return one == other or (len(one) > 12 and fuzz.ratio(one, other) >= _REPEATED)


def _align(repeated: list[Asked], asked: Sequence[_Sentence]) -> set[int]:
    """Gives each repeated question its place in the request; the sentences so used are returned."""
    used: set[int] = set()
    last = -1
    for question in repeated:
        block, start, end = question.text[0]
        lines = [s for s in _sentences(block) if s.start >= start and s.end <= end]
        place = None
        for candidate in (*range(last + 1, len(asked)), *range(last + 1)):
            run = asked[candidate : candidate + len(lines)]
            free = all(candidate + i not in used for i in range(len(lines)))
            if (
                lines
                and free
                and len(run) == len(lines)
                and all(_same(a.plain, b.plain) for a, b in zip(run, lines, strict=True))
            ):
                place = candidate
                break
        if place is None:
            question.order = last if last >= 0 else 0
            continue
        used |= set(range(place, place + len(lines)))
        last = place
        question.order = place
        question.number = question.number or asked[place].number
        first, final = asked[place], asked[place + len(lines) - 1]
        if first.block.id == final.block.id:
            question.text = [(first.block, first.start, final.end)]
        else:
            question.text = [(s.block, s.start, s.end) for s in asked[place : place + len(lines)]]
    return used


# ---- responses that repeat nothing -----------------------------------------------------------------------------------


def _unrepeated(letter: Letter, asked: Sequence[_Sentence]) -> list[Asked]:
    """Questions whose answers carry their numbers, or share one text."""
    questions: list[Asked] = []
    numbered = any(s.number for s in asked)
    for order, sentence in enumerate(asked):
        before = questions[-1] if questions else None
        if before and sentence.number == before.number != "" and before.text[0][0].id == sentence.block.id:
            block, start, _ = questions[-1].text[-1]
            questions[-1].text[-1] = (block, start, sentence.end)
        elif (sentence.number or not numbered) and (_is_question(sentence.text) or sentence.number):
            questions.append(Asked(sentence.number, [(sentence.block, sentence.start, sentence.end)], order=order))
    if not questions and asked:
        first, last = asked[0], asked[-1]
        questions = [
            Asked(
                "",
                [(first.block, first.start, first.end)]
                if first is last
                else [(s.block, s.start, s.end) for s in asked],
            )
        ]
    by_number = {q.number: q for q in questions if q.number}
    current: Asked | None = None
    shared: list[Stretch] = []
    heads = {plain_words(b.text) for b in letter.asked if len(b.text.split()) <= _SHORTEST and not _is_question(b.text)}
    for block in letter.answered:
        if plain_words(block.text) in heads:
            continue
        number, begin = _number(block)
        if number in by_number:
            current = by_number[number]
            _answer(current, block, begin)
        elif current:
            _answer(current, block, 0)
        elif block.kind in ("paragraph", "list_item", "table"):
            label = ANSWER_LABEL.match(block.text) if not shared else None
            shared.append((block, label.end() if label else 0, len(block.text)))
    if current is None:
        for question in questions:
            question.answer = list(shared)
    return questions
