"""Notes in few words made into whole sentences: "Two vacancies in the team", "Payment rate 67%".

In: a sentence. Out: a ``Whole``: the sentence with the verb that its writer left out, and how to find a place of it
again in what is printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.mentions import mentions


@dataclass(frozen=True)
class Whole:
    """``added`` letters stand in ``text`` at ``at`` that are not printed."""

    text: str
    at: int = 0
    added: int = 0

    def printed(self, place: int) -> int:
        """The place in the printed words of a place in ``text``."""
        return place if place <= self.at else max(self.at, place - self.added)


def with_words(text: str, at: int, words: str) -> Whole:
    """``text`` with ``words`` put in."""
    return Whole(text[:at] + words + text[at:], at, len(words))


def made_whole(sentence: str) -> Whole:
    """A sentence without a verb of its own with one: "There were" before a number that it opens with, "was" before one
    that ends it."""
    numbers = mentions(sentence)
    parsed = parse(sentence, [(m.start, m.end) for m in numbers])
    sorts = [phrase.sort for phrase in parsed.phrases]
    own = sorts[: sorts.index("relative")] if "relative" in sorts else sorts
    if not numbers or "verb" in own:
        return Whole(sentence)
    first = numbers[0]
    if first.start == 0 and first.sort == "count":
        opened = sentence[0].lower() + sentence[1:]
        return with_words(opened, 0, "There were ")
    if len(numbers) == 1 and not sentence[first.end :].strip(" .") and own[:1] == ["noun"]:
        return with_words(sentence, first.start, "was ")
    return Whole(sentence)
