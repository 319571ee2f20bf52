"""The words of a sentence with their kinds: nouns, numbers, verbs, the small words between.

In: a sentence whose times may be blanked out (a run of blanks is then a ``gap``) and the places of its numbers. Out:
``Word`` records in order. Kinds are told by a word alone and by its neighbours, never by what a text is
about. Time is linear in the length of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.sentence.kinds_in_place import in_place, mark_only_verb
from tracker.facts.sentence.word_kinds import Kind, Word, kind_of

_TOKEN = re.compile(r"\s{3,}|[A-Za-z][\w’'/&.+-]*[\w+]|[A-Za-z&%]|\d[\w,./:-]*\w|\d|[^\w\s]")


def words(text: str, numbers: Sequence[tuple[int, int]]) -> tuple[Word, ...]:
    """The words of a sentence; each stretch of ``numbers`` is one word."""
    plain = _plain(text, numbers)
    _mark_amounts(text, plain)
    for at in range(len(plain)):
        plain[at] = in_place(plain, at)
    mark_only_verb(plain)
    return tuple(plain)


def _plain(text: str, numbers: Sequence[tuple[int, int]]) -> list[Word]:
    """The words with the kinds that their letters alone tell."""
    found: list[Word] = []
    position = 0
    for start, end in [*sorted(numbers), (len(text), len(text))]:
        for match in _TOKEN.finditer(text, position, max(position, start)):
            if match.group() in "'’‘“”\"":
                continue
            token = re.sub(r"['’]$", "", match.group()) if not match.group().isspace() else match.group()
            kind: Kind = "noun" if token == "May" and found else kind_of(token)
            found.append(Word(match.start(), match.start() + len(token), token, kind))
        if start < end and start >= position:
            found.append(Word(start, end, text[start:end], "number"))
            if more := _OR_SO.match(text, end):
                # "720 or so parents"
                end = more.end()
        position = max(position, end)
    return found


_OR_SO = re.compile(r"\sor\sso\b")


# "4,500 to 5,000 people": the lower end is no thing of its own.
_RANGE = re.compile(r"(?<!from )(?<![\d,.])[\d,.]+\s?((?:to|[-–])\s?)$", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\b((?:(?:up|close) to|(?:at|no) (?:least|most)|(?:no |not )?(?:more|less|fewer|greater|higher) than"
    r"|(?:just |well )?(?:over|under)|(?:in excess|upwards) of|an? (?:(?:grand |combined |further )?total|average"
    r"|maximum|minimum|record|further) of|about|around|approximately|nearly|almost|some|roughly|circa|only|just"
    r"|between|approx\.?|c\.|an? (?:further|additional|estimated|extra)|another|an?)"
    r"\s(?:about\s|around\s|over\s|just\s)?)$",
    re.IGNORECASE,
)


def _mark_amounts(text: str, found: list[Word]) -> None:
    """Words that say how exact a number is belong to it as an article does: "more than 60 homes", "a total of 12"."""
    for at, word in enumerate(found):
        if word.kind != "number":
            continue
        lead = text[max(0, word.start - 40) : word.start]
        amount = _AMOUNT.search(lead) or _RANGE.search(lead)
        before = at - 1
        while amount and before >= 0 and found[before].start >= word.start - len(lead) + amount.start(1):
            found[before] = Word(found[before].start, found[before].end, found[before].text, "determiner")
            before -= 1
