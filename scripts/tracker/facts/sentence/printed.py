"""The words of a stretch of phrases as printed, without times, asides of time and the numbers of other figures.

In: a ``Sentence`` and two phrases. Out: text that can stand in a title: "the 68 women who now attended" → "the women
who attended". Amounts and lengths of time that belong to what is told ("fines of £100", "over three years") stay.
"""

from __future__ import annotations

import re

from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.word_lists import words_of

_TIMES = words_of(
    "year years quarter quarters month months week weeks day days period periods date time times total addition"
    " meantime result contrast comparison end start beginning whole average present"
)
_NO_TIME_BEFORE = words_of(
    "each every per one two three four five six seven eight nine ten twelve several many first any working"
)
_ADVERBS_OF_TIME = words_of(
    "now also already still then again however overall therefore currently meanwhile only just even almost nearly"
    " approximately around roughly about further later yet so far"
)


def printed(sentence: Sentence, first: int, last: int) -> str:
    """The words of the phrases ``first`` to ``last``."""
    runs: list[tuple[int, int]] = []
    at = first
    while at <= last:
        past = _past_time(sentence, at, last)
        if past > at:
            at = past
            continue
        if not _only_says_when(sentence, at):
            runs = [*runs[:-1], (runs[-1][0], at)] if runs and runs[-1][1] == at - 1 else [*runs, (at, at)]
        at += 1
    return re.sub(r"\s+", " ", " ".join(_run(sentence, *run) for run in runs)).strip(" ,")


def _only_says_when(sentence: Sentence, at: int) -> bool:
    low, sort = sentence.low(at), sentence.sort(at)
    return (sort == "adverb" and low in _ADVERBS_OF_TIME) or (sort == "subordinator" and low == "so")


def _past_time(sentence: Sentence, at: int, last: int) -> int:
    """The phrase behind "in the quarter" or "during ___" when a time stands at ``at``, else ``at``."""
    if sentence.sort(at) == "gap":
        return at + 1
    if sentence.sort(at) == "noun" and sentence.low(at) == "far" and sentence.low(at - 1) == "so":
        return at + 1
    end = at
    while sentence.sort(end) == "preposition":
        end += 1
    if end == at or (end > at + 1 and sentence.sort(at - 1) == "verb"):
        # "proceeded against in the quarter"
        return at
    if sentence.sort(end) == "gap":
        return end + 1
    if end > last or sentence.sort(end) != "noun":
        return at
    phrase = sentence.phrases[end]
    said = [word.low for word in sentence.words[phrase.first : phrase.last + 1]]
    if all(word.kind == "determiner" for word in sentence.words[phrase.first : phrase.last + 1]):
        return end + 2 if sentence.sort(end + 1) == "gap" else at
    if "for" in (sentence.low(at), sentence.low(at - 1)) and not {"the", "this", "that"} & set(said):
        # "for over a year": how long
        return at
    if sentence.low(at) == "per":
        return at
    is_time = sentence.low(end) in _TIMES and phrase.number < 0 and not _NO_TIME_BEFORE & set(said)
    if not is_time or any(word[:1].isdigit() for word in said):
        return at
    if sentence.low(end + 1) == "of" and end + 2 <= last and sentence.sort(end + 2) in ("noun", "gap"):
        # "at the end of their support": the time of something
        return end + 3 if sentence.sort(end + 2) == "gap" or sentence.low(end + 2) in _TIMES else at
    return end + 1


def _run(sentence: Sentence, first: int, last: int) -> str:
    """Phrases side by side as printed, without the numbers of things that are counted in them."""
    start = sentence.words[sentence.phrases[first].first].start
    if start and sentence.text[start - 1] in '‘“"':
        start -= 1
    end = sentence.words[sentence.phrases[last].last].end
    if sentence.text[end : end + 1] in ("’", "”", '"'):
        end += 1
    words = sentence.text[start:end]
    for phrase in reversed(sentence.phrases[first : last + 1]):
        number = sentence.words[phrase.number] if phrase.number >= 0 else None
        if number is None or phrase.main == phrase.number or number.text[:1] == "£":
            continue
        # with the words that say how exact it is
        begin = sentence.words[phrase.first].start
        known = sentence.words[phrase.first].low in ("the", "our", "its", "their", "all")
        begin = number.start if known or begin > number.start else begin
        words = words[: begin - start] + words[number.end - start :]
    return words
