"""The numbers that a share is worked out from, in the bracket behind it: "64% (16 out of 25)", "12% (31/258) of them".

In: a sentence, its numbers and the figures found in it. Out: the sentence with such brackets as blanks, so that what
the share is of stands right behind it; behind the share's figure those of its two numbers, under the share's name. A
bracket belongs to the share that its numbers make, however many words stand between; a bracket that gives only the
base ("57% (base: 208 people)") to the share right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from tracker.facts.figures.prose_flow import ProseFigure
from tracker.facts.figures.title_plain import counts_something
from tracker.facts.wording.measure_words import counted_noun
from tracker.facts.wording.mention_record import Mention, plain
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.number_words import FIGURES
from tracker.facts.wording.rounding import share as percent_of

_BRACKET = re.compile(
    rf"\(\s?(?:(?P<part>{FIGURES})\s?(?:/|(?:out\s)?of\s(?:the\s|all\s|a\stotal\sof\s)?)\s?"
    rf"|(?:base|n)\s?[=:]\s?)(?P<whole>{FIGURES})(?:\s(?P<noun>[a-z][a-z'’ -]{{2,40}}))?\s?\)",
    re.I,
)


@dataclass(frozen=True)
class _Base:
    """A bracket and the share that it is the base of."""

    share: Mention
    bracket: re.Match[str]


def without_bases(text: str, sentence: str, found: tuple[Mention, ...]) -> tuple[str, tuple[Mention, ...]]:
    """The text with the brackets that hold the bases of shares as blanks, and the numbers outside them."""
    for base in _bases(sentence, found):
        begin, end = base.bracket.span()
        text = text[:begin] + " " * (end - begin) + text[end:]
        found = tuple(mention for mention in found if not begin <= mention.start < end)
    return text, found


def with_bases(figures: Iterable[ProseFigure]) -> Iterator[ProseFigure]:
    """The figures of a sentence, those of shares followed by the numbers in the bracket behind."""
    for figure in figures:
        yield figure
        if figure.mention.sort != "share":
            continue
        for base in _bases(figure.quote, mentions(figure.quote)):
            if base.share.start == figure.mention.start:
                yield from _told_with(figure, base.bracket)


def _bases(sentence: str, found: Iterable[Mention]) -> Iterator[_Base]:
    shares = [mention for mention in found if mention.sort == "share" and not mention.in_words]
    for bracket in _BRACKET.finditer(sentence):
        before = [share for share in shares if share.end <= bracket.start()]
        if not before:
            continue
        share = before[-1]
        beside = not sentence[share.end : bracket.start()].strip()
        if _make(share, bracket) if bracket["part"] else beside:
            yield _Base(share, bracket)


def _make(share: Mention, bracket: re.Match[str]) -> bool:
    """Whether the two numbers of a bracket make the share, to its last digit."""
    exact = percent_of(Fraction(plain(bracket["part"])), Fraction(plain(bracket["whole"])))
    decimals = len(share.value.partition(".")[2])
    return exact is not None and abs(exact - Fraction(share.value)) <= Fraction(1, 10**decimals)


def _told_with(figure: ProseFigure, bracket: re.Match[str]) -> Iterator[ProseFigure]:
    named = figure.naming
    title = re.sub(r" as a share of .*$", "", named.title.removesuffix(" (share)"))
    unit = counted_noun(bracket["noun"] or "") or counted_noun(title)
    # "Detection rate (number)": a title that names no things would be read as the share itself
    part = title if counts_something(title) else f"{title} (number)"
    for group, name in (("part", part), ("whole", f"{title} (out of)")):
        if bracket[group]:
            start, end = bracket.span(group)
            mention = Mention(start, end, plain(bracket[group]), "count")
            naming = replace(named, title=name, unit=unit, measure="count")
            yield ProseFigure(start, end, mention, naming, figure.period, figure.quote)
