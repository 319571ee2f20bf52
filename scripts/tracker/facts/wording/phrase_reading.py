"""A noun phrase while it is read, token by token.

In: a text, its tokens behind a number. Out: the ``Phrase`` that the steps of the reading make of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Phrase:
    """``noun`` is what is counted, ``head`` its last plural word, ``predicate`` what is said of it."""

    noun: str = ""
    head: str = ""
    predicate: str = ""
    end: int = 0


@dataclass
class Reading:
    """A phrase while it is read: the tokens up to ``stop``, the place ``at`` among them, and what was taken so far.

    ``plural`` is whether a plural was taken, ``tail`` whether words like "of" lead on from what is counted, ``end``
    where the last word taken ends.
    """

    text: str
    stop: int
    tokens: list[re.Match[str]]
    end: int
    at: int = 0
    words: list[str] = field(default_factory=list)
    head: str = ""
    plural: bool = False
    tail: bool = False

    @property
    def token(self) -> re.Match[str]:
        """The token that is to be read."""
        return self.tokens[self.at]

    @property
    def word(self) -> str:
        """The token's text."""
        return self.token.group()

    @property
    def low(self) -> str:
        """The token's text in small letters."""
        return self.word.lower()

    @property
    def rest(self) -> str:
        """The text after the token."""
        return self.text[self.token.end() : self.stop]

    def ahead(self, count: int) -> list[re.Match[str]]:
        """So many tokens after this one, fewer at the end."""
        return self.tokens[self.at + 1 : self.at + 1 + count]

    def skip(self, end: int) -> Step:
        """Leave out the tokens that begin before ``end``."""
        while self.at < len(self.tokens) and self.token.start() < end:
            self.at += 1
        return "on"

    def skip_one(self) -> Step:
        """Leave out this token."""
        return self.skip(self.token.end())

    def take(self, word: str, end: int) -> Step:
        """Take a word of the phrase, which stands for the tokens that begin before ``end``."""
        self.words.append(word)
        self.end = end
        return self.skip(end)

    def take_one(self) -> Step:
        """Take this token as it is printed."""
        return self.take(self.word, self.token.end())

    def phrase(self, predicate: str, end: int) -> Phrase:
        """The words taken, as a phrase of which ``predicate`` is said."""
        return Phrase(" ".join(self.words), self.head, predicate, end)


Step = Literal["on", "stop"] | Phrase | None
"""What became of a token: read, so that the next is due (``on``); the phrase ends before it (``stop``) or with what is
said of it (the ``Phrase``); or the step has nothing to say of it (None)."""
