"""Whether a stated change speaks of the values that stand near it, or of something else.

"There were 412 burglaries, compared with 450 the year before. Vehicle crime rose by 12%.": the second sentence has a
subject of its own, so the two values before it are not its values, however near they stand.
"""

from __future__ import annotations

import re

from tracker.facts.checks.change_phrases import DOWN_NOUN, UP_NOUN, Change, Valued
from tracker.facts.wording.likeness_words import content_words, stem
from tracker.facts.wording.word_lists import words_of

_CLAUSE = re.compile(r"[;:]\s|,?\s(?:and|while|whilst|but|whereas|although|though|as)\s|\s[–—-]\s|\.\s")
_GENERAL = frozenset(
    stem(word)
    for word in words_of(
        "number numbers figure figures total totals overall level levels volume volumes rate rates case cases incident"
        " incidents offence offences record records recorded report reports reported result results data change changes"
        " year years month months quarter quarters period periods week weeks day days time last previous prior before"
        " same financial calendar rolling annual compare compared comparison against represent represents representing"
        " mean means equate equates equal reflect reflects show shows showing see saw seen there however meanwhile"
        " though although while therefore overall again further slight slightly small significant significantly"
        " increase increased increasing decrease decreased decreasing rise rose risen fall fell fallen reduce reduced"
        " reduction drop dropped grow grew growth decline declined up down per cent percent percentage point points"
        " january february march april may june july august september october november december spring summer autumn"
        " winter now still only just around about nearly almost approximately some much very"
    )
)
_MOVEMENT = re.compile(rf"\b(?:{UP_NOUN}|{DOWN_NOUN})\b", re.IGNORECASE)


def _own_words(change: Change) -> tuple[int, frozenset[str]]:
    """Where the clause of a change begins, and what it speaks of in its own words before the change."""
    text = change.passage.text
    start, _ = change.passage.sentence_at(change.start)
    begins = max([start, *(m.end() for m in _CLAUSE.finditer(text, start, change.start))])
    return begins, subject_words(text[begins : change.start])


def subject_words(text: str) -> frozenset[str]:
    """Stems of the words that say what a text speaks of, without those of counting, time and movement."""
    return content_words(_MOVEMENT.sub(" ", text)) - _GENERAL


def _words_at(value: Valued, change: Change, own_clause: int) -> frozenset[str]:
    """What the sentence of a value speaks of, without the clause of the change itself."""
    start, end = value.passage.sentence_at(value.amount.start)
    if value.passage is change.passage:
        end = min(end, own_clause) if start < own_clause else end
    return content_words(value.passage.text[start:end])


def names_itself(change: Change, end: int) -> bool:
    """True when the clause of a change names something that its sentence before ``end`` (a place in the text) does
    not: "There were 412 burglaries, and vehicle crime rose by 12%"."""
    begins, own = _own_words(change)
    start, _ = change.passage.sentence_at(change.start)
    return bool(own) and begins > end and not own & content_words(change.passage.text[start:begins])


def speaks_of(change: Change) -> bool:
    """False when the clause of the change names something that the sentences of both its values do not name.

    A clause without a subject of its own ("a fall of 8%", "This is an increase of 3%") speaks of what stands before it;
    one that has a value in itself ("from 450 to 412") speaks of that.
    """
    if change.before is None or change.after is None:
        return True
    begins, own = _own_words(change)
    values = (change.before, change.after)
    _, stop = change.passage.sentence_at(change.start)
    if any(v.passage is change.passage and begins <= v.amount.start < stop for v in values):
        # "Robbery rose by 8% to 406": a value of a sentence before it has to be of robbery, too.
        first = change.passage.sentence_at(change.start)[0]
        elsewhere = [v for v in values if v.passage is not change.passage or v.amount.start < first]
        return not own or all(own & _words_at(value, change, begins) for value in elsewhere)
    return not own or any(own & _words_at(value, change, begins) for value in values)
