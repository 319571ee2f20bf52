"""A number that is to be named, with the words round it, and what a rule can answer about it.

The rules are tried in order. Each takes a ``Number`` and gives an ``Answer``: a naming; False where the number is no
figure or no name can be told, whatever the later rules say; None where the next rule is to be tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tracker.facts.figures.naming_parts import TARGET_BEFORE, Naming, Thread
from tracker.facts.figures.naming_pieces import skip_share
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import NEVER_BEFORE_NOUN
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_after import phrase_after
from tracker.facts.wording.phrase_reading import Phrase
from tracker.facts.wording.word_forms import is_plural

Answer = Naming | Literal[False] | None


@dataclass(frozen=True)
class Number:
    """Mention ``at`` of a sentence: what stands before and after it, and where the words that belong to it are."""

    text: str
    all_: tuple[Mention, ...]
    at: int
    thread: Thread
    mention: Mention
    before: str
    after: str
    start: int
    stop: int
    target: bool
    """True where the words before it say that it is to be reached."""

    @property
    def clause(self) -> str:
        """What stands before the number in its own clause."""
        return re.split(r"[;:]|\.\s", self.before)[-1]

    @property
    def phrase(self) -> Phrase:
        """The phrase right after the number, as its words alone tell it."""
        return phrase_after(self.text, self.start, self.stop)


def number_at(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Number:
    """Mention ``at`` of a sentence with the words round it."""
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    start, stop = skip_share(text, all_, at)
    return Number(text, all_, at, thread, mention, before, after, start, stop, bool(TARGET_BEFORE.search(before)))


def first_answer(answers: Iterator[Answer]) -> Answer:
    """The first of the rules' answers that is one, None where none of them has any; the later rules are not asked."""
    return next((answer for answer in answers if answer is not None), None)


def _verb_of(sentence: Sentence, at: int) -> str:
    """The verb of which a number alone is the subject and which describes no noun: "two | concerned | older people"."""
    verb = at + 1
    if at < 0 or sentence.sort(verb) != "verb" or not sentence.phrases[verb].finite:
        return ""
    low = sentence.words[sentence.phrases[verb].first].low
    return low if low in NEVER_BEFORE_NOUN else ""


def agreed(phrase: Phrase, thread: Thread, mention: Mention) -> Phrase:
    """The phrase without words that the parse says belong to another noun phrase or are the verb."""
    counted = thread.counting(mention)
    if counted is None and phrase.noun and thread.sentence:
        verb = _verb_of(thread.sentence, thread.sentence.at(mention.start))
        if verb and phrase.noun.split()[0].lower() == verb:
            return Phrase(end=mention.end)
    if counted is None or not phrase.noun.lower().startswith(counted.noun.lower() + " ") or not thread.sentence:
        return phrase
    following = thread.sentence.at(mention.start) + 1
    apart = thread.sentence.sort(following) == "noun" or (
        thread.sentence.sort(following) == "verb" and thread.sentence.phrases[following].finite
    )
    head = counted.noun.split()[-1].lower()
    return Phrase(counted.noun, head, "", phrase.end) if apart and is_plural(head) else phrase
