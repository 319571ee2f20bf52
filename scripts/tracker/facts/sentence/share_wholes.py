"""Of whom or what a share is where its own sentence does not say it: "27% of callers were men. 58% had a job".

In: a sentence, what its shares are told of, whether it counted other things, what was spoken of before and after it.
Out: the whole that the shares of the next sentence are of, "" where that cannot be told: what all its own shares are
of, those that it opens with ("Of the 716 who replied, …"), its subject where it counts nothing else ("Reports are not
spread evenly. 38% came from …"). A sentence that speaks on of the same lets the whole go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.facts.sentence.antecedents import Spoken, subject_of_first
from tracker.facts.sentence.clauses import Sentence, points_back
from tracker.facts.sentence.share_clauses import without_article
from tracker.facts.sentence.share_record import ShareTold
from tracker.facts.wording.word_lists import words_of

_MOST_WORDS = 9
"""Words of a whole that can lead a title."""


def whole_after(
    sentence: Sentence, told: Iterable[ShareTold], untold: bool, counts: bool, before: Spoken, after: Spoken
) -> str:
    """The whole that a share in the next sentence is of. ``untold``: whether the sentence has a share of which nothing
    was understood; ``counts``: whether it counts something."""
    wholes = {share.whole.lower(): share.whole for share in told if share.whole and not points_back(share.whole)}
    if wholes:
        whole = next(iter(wholes.values())) if len(wholes) == 1 else ""
        return whole if len(whole.split()) <= _MOST_WORDS else ""
    if named := _opening(sentence) or _most_of(sentence):
        return named
    told_on = any(True for _ in told) or (before.one, before.many) == (after.one, after.many)
    if told_on and not untold:
        return before.whole
    return after.many if not untold and not counts else ""


def _opening(sentence: Sentence) -> str:
    """Who those are that a sentence opens with: "those who replied" of "Of the 716 who replied, 487 said …"."""
    if sentence.low(0) not in ("of", "among", "amongst") or sentence.sort(1) != "noun":
        return ""
    number = sentence.phrases[1].number
    comma = next((n for n in range(2, len(sentence.phrases)) if sentence.sort(n) == "comma"), -1)
    if number < 0 or comma < 0:
        return ""
    words = sentence.text[sentence.words[number].end : sentence.words[sentence.phrases[comma].first].start]
    words = without_article(words)
    if re.match(r"who\s", words):
        words = f"those {words}"
    return words if words and not re.search(r"\d", words) and len(words.split()) <= _MOST_WORDS else ""


_FRACTIONS = words_of("majority most half third thirds quarter quarters fifth fifths proportion bulk")


def _most_of(sentence: Sentence) -> str:
    """Of whom a sentence tells that most or half of them are so: "The majority of those attending came from …"."""
    subject = subject_of_first(sentence)
    if subject < 0 or sentence.low(subject) not in _FRACTIONS or sentence.low(subject + 1) != "of":
        return ""
    first, end = subject + 2, sentence.noun_end(subject)
    if sentence.sort(first) != "noun" or sentence.phrases[first].number >= 0 or sentence.points_back(end):
        return ""
    words = without_article(sentence.said(first, end))
    return words if len(words.split()) <= _MOST_WORDS else ""
