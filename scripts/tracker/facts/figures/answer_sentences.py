"""Figures in the sentences of an answer: what the question asks for names what they leave unsaid.

In: the blocks of an answer, and what the question counts and calls it. Out: drafts of kind "letter". An answer that
opens with its number ("104, of which 71 related to alcohol") is read as if it named what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.facts.context import PaperContext
from tracker.facts.figures.answer_numbers import NOT_HELD
from tracker.facts.figures.drafts import NO_PERIOD, Draft
from tracker.facts.figures.observe_prose import observe_text
from tracker.facts.figures.prose_flow import ProseFigure, Surroundings
from tracker.facts.sections import Placed
from tracker.facts.wording.periods import Period
from tracker.facts.wording.word_forms import capital
from tracker.records import Question

_ASKS_MONEY = re.compile(r"\b(?:how much|costs?|spen[dt]|spending|expenditure|budget|income)\b", re.I)
# "104, of which …", "22 (full time equivalent 20.6)": the number of the answer, without what it counts.
_OPENS = re.compile(r"\s*\d[\d,]*\d?(?=\s?[,;(]|\.\s)")
# "The cost was £614,700": a sum is called by a word that says what for only in the question.
_BARE_SUM = re.compile(
    r"(?:(?:total|annual|overall)\s)?(?P<word>costs?|budgets?|income|spend(?:ing)?|expenditure"
    r"|(?:sum|amount)s?\s(?:received|collected|raised|recovered|paid))",
    re.I,
)
_SUM_FOR = re.compile(rf"(?:the\s)?{_BARE_SUM.pattern}\s(?:on|of|for|from|to)\s(?:the\s)?(?P<object>.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """What a question asks: the thing it counts, and the name of the measure that answers it."""

    counted: str
    title: str


def told_in_sentences(
    context: PaperContext, question: Question, blocks: Iterable[tuple[Placed, int]], asked: Asked, period: Period | None
) -> list[Draft]:
    """The figures of an answer's sentences, where it tells several; sums of money are of what was asked about."""
    drafts: list[Draft] = []
    around = Surroundings(context.tracker.place, None, context.paper.date)
    for placed, begin in blocks:
        words = placed.block.text[begin:]
        if NOT_HELD.search(words):
            continue
        opening = _OPENS.match(words) if asked.counted else None
        at, added = (opening.end(), f" {asked.counted}") if opening else (len(words), "")
        for figure in observe_text(words[:at] + added + words[at:], around):
            start, end = (begin + n - (len(added) if n > at else 0) for n in (figure.start, figure.end))
            name, sure = _named(figure, question, asked)
            drafts.append(
                Draft(
                    name=name,
                    value=figure.mention.value,
                    printed=placed.block.text[start:end],
                    source=context.source(placed.block, start, end),
                    index=placed.index,
                    kind="letter",
                    period=figure.period or period or NO_PERIOD,
                    breakdown=figure.naming.breakdown,
                    measure=figure.naming.measure,
                    unit=figure.naming.unit,
                    qualifier=figure.mention.qualifier,
                    quote=f"{question.text} {words}" if opening else figure.quote,
                    trust="machine-read" if sure else "unsure",
                    begin=start,
                )
            )
    return drafts


def _named(figure: ProseFigure, question: Question, asked: Asked) -> tuple[str, bool]:
    """The name of a figure, and whether it is sure."""
    naming, title = figure.naming, asked.title
    if naming.measure == "money" and _ASKS_MONEY.search(question.text):
        bare = _BARE_SUM.fullmatch(naming.title)
        asked_for = _SUM_FOR.fullmatch(title)
        if bare and asked_for and asked_for["word"][:4].lower() != bare["word"][:4].lower():
            # "How much do you spend on …?" is answered with the budget as well
            return f"{capital(asked_for['object'])}: {bare['word'].lower()}", figure.period is not None
        if bare and asked.counted:
            return f"{capital(asked.counted)}: {bare['word'].lower()}", figure.period is not None
        if title and _ASKS_MONEY.search(f"{title} {question.text[:12]}"):
            return title, naming.sure or figure.period is not None
    if full := _in_full(naming.title, asked.counted):
        return full, naming.sure
    said, known = (set(re.findall(r"[a-z]{3,}", words.lower())) for words in (naming.title, title))
    return (title, True) if said and said <= known else (naming.title, naming.sure)


def _in_full(name: str, counted: str) -> str:
    """A name that opens with no more than the noun that the question counts, with that noun's own words: "Notices
    issued" answers a question of "fixed penalty notices for litter"; "" where it says more or other."""
    head = re.match(r"(?:[\w-]+\s)*?(?P<noun>[\w-]+)(?=\s(?:for|of|in|on|to|at|with|by)\s|$)", counted)
    first, _, rest = name.partition(" ")
    if head is None or head["noun"] == counted or first.lower() != head["noun"].lower():
        return ""
    return f"{capital(counted)} {rest}".strip() if re.fullmatch(r"(?:\w+ed)?", rest) else ""
