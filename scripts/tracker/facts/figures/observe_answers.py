"""Figures in answers to Freedom of Information requests: the question gives the measure, the answer the number.

In: a ``PaperContext`` and the requests found in it. Out: drafts of kind "letter". An answer of one number gives it, a
list ("2021/22: 88") gives a figure for each of its entries, a sentence with several numbers is read as running text is.
A question that speaks of "these" is asked of what the question before counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, zip_longest

from tracker.facts.board.foi_questions import ANSWER_LABEL
from tracker.facts.context import PaperContext
from tracker.facts.figures.answer_entries import Entry, entries_of
from tracker.facts.figures.answer_numbers import number_of_answer
from tracker.facts.figures.answer_sentences import Asked, told_in_sentences
from tracker.facts.figures.drafts import NO_PERIOD, Draft, Found
from tracker.facts.figures.question_names import SAME_TIME, asked, named_in
from tracker.facts.sections import Placed
from tracker.facts.wording.periods import Context, Period, find_periods
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.word_forms import capital, is_plural
from tracker.records import Block, Measure, Question, Request

_OF_UNIT: dict[str, Measure] = {"GBP": "money", "%": "share"}


def observe_answers(context: PaperContext, requests: Iterable[Request]) -> Found:
    """Drafts for all answers that are numbers."""
    drafts: list[Draft] = []
    for request in requests:
        counted, period = "", None
        questions = tuple(part for question in request.questions for part in _parts(question))
        for question, after in zip_longest(questions, questions[1:]):
            noun, title = asked(question.text, counted)
            own = _period(question.text, request.responded)
            if own is not None or (noun and not SAME_TIME.search(question.text)):
                period = own
            counted = noun or counted
            blocks = _blocks(context, question, after)
            found = _entered(context, question, blocks, title, counted, period)
            if not found:
                found = _answered(context, question, title, counted, period)
                if not found or _is_long(question.answer):
                    # "What did it spend on wardens?" asks nothing of what was counted before
                    named = Asked(counted if counted.lower() in title.lower() else "", title)
                    told = told_in_sentences(context, question, blocks, named, period)
                    found += [draft for draft in told if all(draft.begin != other.begin for other in found)]
            drafts.extend(found)
    return Found(drafts=tuple(drafts))


def tables_asked_for(context: PaperContext, requests: Iterable[Request]) -> dict[int, str]:
    """For each table that stands in an answer the name of the measure that its question asks for."""
    tables = [placed.index for placed in context.outline if placed.block.kind == "table"]
    found: dict[int, str] = {}
    for request in requests:
        counted = ""
        answers: list[tuple[int, str]] = []
        for question in request.questions:
            noun, title = asked(question.text, counted)
            counted = noun or counted
            source = question.answer_source
            first = context.outline.of(source.block) if source else None
            if first:
                kinds = not noun and first.block.kind == "table" and _parts_by_kind(first.block)
                begin = first.index
                while begin - 1 in tables:
                    # the words of an answer may follow its table
                    begin -= 1
                answers.append((begin, capital(counted) if counted and kinds else title))
        last = min(max(answers, default=(0, ""))[0] + _LONGEST, _end_of_part(context, request))
        for (begin, title), (end, _) in pairwise([*sorted(answers), (last, "")]):
            found.update((index, title) for index in tables if begin <= index < end)
    return found


def _end_of_part(context: PaperContext, request: Request) -> int:
    """The place behind the letter of a request: the next one's tables answer others."""
    part = next((span for span in context.spans if span.part.id == request.part), None)
    return part.blocks[-1].index + 1 if part and part.blocks else len(context.outline.blocks)


def _parts_by_kind(block: Block) -> bool:
    """Whether several rows of a table are neither times nor totals: "How many of those led to a charge?" is answered
    with every outcome."""
    labels = [row[0].text for row in block.rows[1:] if row and row[0]]
    return sum(not (find_periods(label) or re.match(r"(?:grand\s)?total", label, re.I)) for label in labels) > 1


# "(a) … (b) …": questions of one number, and their answers.
_LETTERED = re.compile(r"(?:^|(?<=\s))\(?([a-f])\)\s+")


def _parts(question: Question) -> tuple[Question, ...]:
    """A question that asks several things by letters, as so many questions where the answer has the same letters."""
    asked_by, answered_by = _by_letter(question.text), _by_letter(question.answer)
    if len(asked_by) < 2 or list(asked_by) != list(answered_by):
        return (question,)
    return tuple(
        question.model_copy(update={"text": text, "answer": answered_by[letter]}) for letter, text in asked_by.items()
    )


def _by_letter(text: str) -> dict[str, str]:
    marks = list(_LETTERED.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return {mark[1]: text[mark.end() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=False)}


def _blocks(context: PaperContext, question: Question, after: Question | None) -> list[tuple[Placed, int]]:
    """The blocks of an answer, from its first to the next question, and where in each its words begin."""
    source = question.answer_source
    first = context.outline.of(source.block) if source else None
    if first is None:
        return []
    stop = context.outline.of(after.question_source.block) if after else None
    last = stop.index if stop and stop.index > first.index else first.index + (1 if after else _LONGEST)
    found: list[tuple[Placed, int]] = []
    for index in range(first.index, last):
        try:
            placed = context.outline.at(index)
        except KeyError:
            break
        if after is None and placed.block.text.strip() not in question.answer and found:
            break
        if placed.block.kind == "table":
            # read as a table; what it shows may be told below it
            continue
        if _REFUSED.search(placed.block.text):
            break
        number = _NUMBERED.match(placed.block.text)
        label = ANSWER_LABEL.match(placed.block.text)
        for start in (0, number.end() if number else 0, label.end() if label else 0):
            words = placed.block.text[start:].strip()
            if placed.block.kind in ("paragraph", "list_item") and words and words in question.answer:
                found.append((placed, start))
                break
    return found


# The answer to the last question goes on over so many blocks at most.
_LONGEST = 30
# "1. 2021/22: 4": an answer that begins with the number of its question.
_NUMBERED = re.compile(r"\(?(?:Q(?:uestion)?\s?)?\d{1,2}[a-z]?[.):]\s+", re.I)
# From here on an answer tells why it gives no more.
_REFUSED = re.compile(
    r"\b(?:appropriate limit|cost limit|18 hours|fees regulations|exempt(?:ion)?s?|refus\w+|section \d+|not held)\b",
    re.I,
)


def _entered(
    context: PaperContext,
    question: Question,
    blocks: list[tuple[Placed, int]],
    title: str,
    counted: str,
    period: Period | None,
) -> list[Draft]:
    """The figures of an answer's lists."""
    year = period if period is not None and period.months == 12 else None
    within = Context(published=context.paper.date, year=year, anchor=year)
    drafts: list[Draft] = []
    for placed, start in blocks if title else ():
        entries = tuple(_moved(entry, start) for entry in entries_of(placed.block.text[start:], within))
        if len(entries) == 1 and not entries[0].period and placed.block.kind != "list_item":
            continue
        nouns = {entry.noun for entry in entries if entry.noun}
        for entry in entries:
            named = named_in(question.text, entry.noun, title) if entry.noun and len(nouns) > 1 else title
            own = entry.noun if len(nouns) > 1 and entry.noun.islower() else counted
            drafts.append(_listed(context, placed, question, entry, named, own, period))
    return drafts


def _moved(entry: Entry, start: int) -> Entry:
    return replace(entry, start=entry.start + start, end=entry.end + start)


def _listed(
    context: PaperContext,
    placed: Placed,
    question: Question,
    entry: Entry,
    title: str,
    counted: str,
    period: Period | None,
) -> Draft:
    """The figure of one entry of a list: its label is a period, or one of the kinds that are counted."""
    number = entry.number
    measure = _OF_UNIT.get(number.unit, "count")
    return Draft(
        name=title,
        value=number.value,
        printed=placed.block.text[entry.start : entry.end],
        source=context.source(placed.block, entry.start, entry.end),
        index=placed.index,
        kind="letter",
        period=entry.period or period or NO_PERIOD,
        breakdown=(("group", entry.label),) if entry.label else (),
        measure=measure,
        unit=number.unit or _unit(counted),
        qualifier=number.qualifier,
        marker="c" if number.qualifier == "under" else number.marker,
        quote=f"{question.text} {placed.block.text}",
        begin=entry.start,
    )


def _unit(counted: str) -> str:
    return next((w.lower().strip("'’,") for w in reversed(counted.split()) if is_plural(w)), "")


def _period(question: str, responded: str) -> Period | None:
    periods = [p for p in find_periods(question, Context(published=responded)) if p.dated]
    if periods:
        return periods[0]
    if responded and re.search(r"\b(?:now|currently|at present|at the moment|to date)\b", question, re.I):
        return Period(responded, responded, "now", kind="day")
    return None


def _sentence_at(text: str, place: int) -> str:
    """The sentence of an answer that holds its number: the next may tell when something began."""
    return next((text[start:end] for start, end in sentences(text) if start <= place < end), text)


_LONG = 40
"""Words: an answer of more tells more than the number asked for."""


def _is_long(answer: str) -> bool:
    return len(answer.split()) > _LONG


def _opening(answer: str, counted: str) -> str:
    """The first sentence of a long answer where it speaks of what was asked for ("There are four skips."), else ""."""
    begin, end = next(iter(sentences(answer)), (0, 0))
    return answer[begin:end] if counted and counted.lower() in answer[begin:end].lower() else ""


def _answered(
    context: PaperContext, question: Question, title: str, counted: str, period: Period | None
) -> list[Draft]:
    source = question.answer_source
    if not title or not question.answered or source is None:
        return []
    answer = _opening(question.answer, counted) if _is_long(question.answer) else question.answer
    placed = context.outline.of(source.block)
    read = number_of_answer(answer) if answer else None
    if placed is None or read is None:
        return []
    value, qualifier, start, end, marker, measure = read
    at = placed.block.text.find(answer)
    begin = at + start if at >= 0 else -1
    where = context.source(placed.block, begin, at + end) if at >= 0 else source
    unit = {"share": "%", "money": "GBP"}.get(measure) or _unit(counted)
    own = _period(_sentence_at(answer, start), "")
    return [
        Draft(
            name=title,
            value=value,
            printed=answer[start:end],
            source=where,
            index=placed.index,
            kind="letter",
            period=own or period or NO_PERIOD,
            measure=measure,
            unit=unit,
            qualifier="under" if qualifier == "under" else "",
            marker="c" if marker else "",
            quote=f"{question.text} {answer}",
            begin=begin,
        )
    ]
