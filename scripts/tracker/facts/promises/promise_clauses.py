"""The pieces of a sentence that promise each by itself: between semicolons, around an "and", the answer to a question.

In: a sentence and what stands over it. Out: pairs (start, end) in characters of the sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.promises.promise_around import Around
from tracker.facts.promises.promise_firm import firm_at, is_action
from tracker.facts.promises.promise_words import SOFT
from tracker.facts.sentence.clauses import parse

# Where an answer begins behind a question that minutes tell.
ANSWERED = re.compile(
    r"(?:;|,?\s(?:and|but|to which))\s(?:in (?:reply|response),?\s)?(?=[^.;]{0,60}?\b(?:said|replied|confirmed|(?:was"
    r"|were) (?:told|advised|informed|assured)|responded|agreed|undertook|answered|explained)\b)"
)


def answers(sentence: str) -> tuple[tuple[int, int], ...]:
    answered = ANSWERED.search(sentence)
    return ((answered.end(), len(sentence)),) if answered else ()


# "… and the Town Centre Team will", "… and that he would": a second promise with a subject of its own.
AND = re.compile(
    r",?\s(?:and|but)\s(?=(?:that\s)?(?:(?:the|an?|all|each|every|these|those|this|our|its|their|two|three|four"
    r"|\d+)\s(?:(?!(?:that|which|who|whom|whose|where)\b)[\w’'/&-]+\s){1,7}?|(?:he|she|it|they|we|there)\s"
    r"|(?:[A-Z][\w’'.-]*\s){1,5}|[\w-]+s\s(?:of\s[\w-]+\s)?)(?:also\s|then\s|now\s)?(?:will|would|shall|is|are|was"
    r"|were|has|have|had|plans? to|agreed to)\b)"
)


def within(sentence: str, start: int, around: Around) -> Around:
    """What stands over a piece of the sentence: what follows "agreed that …;" with its own "that" was agreed too."""
    goes_on = start > 0 and re.match(r"(?:and\s)?that\b", sentence[start:])
    agreed = goes_on and re.search(r"\b(?:agreed|resolved|AGREED|RESOLVED)\b[^.;]{0,12}\bthat\b", sentence[:start])
    return replace(around, resolved=True) if agreed else around


def halves(sentence: str, piece: tuple[int, int], around: Around) -> tuple[tuple[int, int], ...]:
    """A clause cut where "and" joins two promises, each with its own subject; whole where one of them is none."""
    start, stop = piece
    cuts = [(start + m.start(), start + m.end()) for m in AND.finditer(sentence[start:stop])]
    ends = [*(before for before, _ in cuts), stop]
    halves = tuple(zip([start, *(after for _, after in cuts)], ends, strict=True))
    # "From April the Council | and Ashdown Homes will write": two names of one subject
    two = any(_ends_in_a_name(sentence[a:b]) for a, b in halves)
    return halves if not two and all(firm_at(sentence[a:b], around) is not None for a, b in halves) else (piece,)


def _ends_in_a_name(half: str) -> bool:
    """Whether a piece of a sentence has no verb and comes to its end with somebody's name, who has yet to act."""
    parsed = parse(half)
    last = parsed.phrases[-1] if parsed.phrases else None
    if last is None or last.sort != "noun" or any(phrase.sort == "verb" for phrase in parsed.phrases):
        return False
    named = all(w.text[:1].isupper() or w.kind == "determiner" for w in parsed.words[last.first : last.last + 1])
    return named and parsed.sort(len(parsed.phrases) - 2) != "preposition"


# "for schools in May; for hubs; for care homes": a list inside one clause.
_GOES_ON = re.compile(r"(?:and\s)?(?:for|with|of|at)\s(?!whom\b|which\b)[A-Z‘“a-z][^,;]{0,80}(?:[;.]|$)")


def clauses(sentence: str, around: Around) -> tuple[tuple[int, int], ...]:
    """The sentence, or its pieces where semicolons part it and only some promise."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(r";\s+|\s[–—-]\s(?=[A-Z])", sentence):
        if match.group()[0] != ";" and not (around.minuted and is_action(sentence[match.end() :])):
            continue
        if _GOES_ON.match(sentence[match.end() :]):
            continue
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(sentence)))
    if len(pieces) == 1:
        return ((0, len(sentence)),)
    marked = [
        p
        for p in pieces
        if any(r.search(sentence[p[0] : p[1]]) for r in SOFT)
        or firm_at(sentence[p[0] : p[1]], within(sentence, p[0], around)) is not None
    ]
    # a list inside one promise ("for A; for B; for C") stays whole
    if len(marked) == len(pieces) or not marked or any(len(sentence[a:b].split()) < 4 for a, b in pieces):
        # "The focus is on A; B; and C" is one aim with its list
        alone = len(marked) == 1 and (marked[0][0] == 0 or firm_at(sentence, around) is not None)
        return ((0, len(sentence)),) if not marked or alone else tuple(marked)
    return tuple(marked)
