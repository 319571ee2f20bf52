"""Parts against the whole in one passage: "26 were helped: 13 …, 7 … and 5 …", "Of 50 surgeries, 28 …, 15 …, 7 …".

In: a passage. Out: checks. Parts that make the whole agree. Parts that miss it are only said to differ when the words
show that they are all the parts: a whole scale (high, medium, low), or a list after a colon or in brackets that comes
within a few of the whole. Otherwise nothing is said: boards often name only some of the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.facts.checks.check_hundred import shares_of_a_hundred
from tracker.facts.checks.check_money import products, shortfalls
from tracker.facts.checks.check_record import Check, Spot
from tracker.facts.checks.passages import Passage
from tracker.facts.wording.amounts import Amount
from tracker.facts.wording.rounding import shown

NEAR_MISS = Fraction(1, 16)
"""How far, as a share of the whole, listed parts may miss it and still be taken for all the parts. Listing three or
more after a colon and missing the whole by one or two is a slip; missing it by a tenth is usually a choice of parts."""

SCALES: tuple[tuple[str, ...], ...] = (
    (r"\bhigh", r"\bmedium|\bmoderate", r"\bstandard|\blow"),
    (r"\bred\b", r"\bamber\b", r"\bgreen\b"),
    (r"\bfully\b|\ball\b", r"\bpart(?:ially|ly)?\b", r"\bnot\b|\bnone\b|\bno\b|\byet to\b"),
    (r"\bcomplete", r"\bin progress|\bunder ?way|\bon track", r"\bnot (?:yet )?started|\bdelayed|\boverdue"),
)
"""Scales of three that leave nothing out. Scales of two (male, female) do: "not known" is common."""

STEPS = 3
"""Steps of such a scale."""

_SOME = re.compile(
    r"\b(?:including|includes?|among|such as|e\.g|mainly|mostly|for example|of wh(?:ich|om)|some of|up from"
    r"|down from|against"
    r"|compared|more than|average|at least)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:more than one|overlap\w*|not all|others?|the rest|remain(?:der|ing)|several|a few|some|both"
    r"|as well as|multiple|mainly)\b",
    re.IGNORECASE,
)
"""Words that say that parts overlap or leave something out."""

_OF = re.compile(
    r"(?:^|[.;:]\s+|\b(?:and|while)\s+)(?:out )?of (?:the |these |those |all |our |a total of )*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Parts:
    """A whole and its parts, and what shows that they belong together."""

    whole: Amount
    parts: tuple[Amount, ...]
    by: str


_LABEL = re.compile(r"\b(?:levels?|tiers?|stages?|phases?|steps?|grades?|bands?|modules?)\s$", re.IGNORECASE)
"""A number behind one of these words is a name: "level 2"."""


def _counts(passage: Passage, start: int, end: int) -> list[Amount]:
    found = [a for a in passage.amounts if start <= a.start < end and a.unit in ("count", "£")]
    return [a for a in found if not _LABEL.search(passage.text[start : a.start])]


def _not_dates(text: str, amounts: Sequence[Amount]) -> bool:
    """False when the amounts are one figure at several times ("363 in 2019/20, 301 in 2018/19")."""
    return not any(re.match(r"\s+(?:\w+ )?in (?:the )?(?:\w+ )?(?:19|20)\d\d", text[a.end :]) for a in amounts)


def _top_level(text: str, amounts: Sequence[Amount], start: int) -> tuple[Amount, ...]:
    """Amounts outside brackets that open after ``start``; if none, or one, those that each bracket begins with."""
    outside, first_inside = [], []
    for a in amounts:
        depth = text[start : a.start].count("(") - text[start : a.start].count(")")
        if depth <= 0:
            outside.append(a)
        elif re.search(r"\(\s*$", text[start : a.start]):
            first_inside.append(a)
    return tuple(outside if len(outside) >= 2 else first_inside)


def _candidates(passage: Passage) -> Iterator[Parts]:
    text = passage.text
    for start, end in passage.sentences:
        sentence = text[start:end]
        counts = _counts(passage, start, end)
        colon = next((m.start() + start for m in re.finditer(r":(?!\d)", sentence)), -1)
        if colon > 0:
            wholes = [a for a in counts if a.end <= colon and not _inside(text, start, a)]
            listed = _top_level(text, [a for a in counts if a.start > colon], colon)
            if wholes and len(listed) >= 2 and _not_dates(text, listed):
                gives = sum((a.value for a in listed), Fraction(0))
                whole = next((a for a in wholes if a.value == gives), None) or min(
                    wholes, key=lambda a: abs(a.value - gives)
                )
                yield Parts(whole, listed, "colon")
        yield from _made_up_of(passage, start, end, counts)
        for i, a in enumerate(counts):
            if _OF.search(text[start : a.start]):
                stop = end
                following = [b for b in counts[i + 1 :] if b.start < stop]
                listed = _top_level(text, following, a.end)
                if len(listed) >= 2 and _not_dates(text, listed):
                    yield Parts(a, listed, "of")
            bracket = re.match(r"[^.;:()]{0,60}?\(", text[a.end : end])
            if bracket:
                opened = a.end + bracket.end()
                if any(a.end <= b.start < opened for b in counts):
                    continue
                closed = text.find(")", opened)
                closed = end if closed < 0 else closed
                listed = tuple(b for b in counts if opened <= b.start < closed)
                if len(listed) >= 2 and _not_dates(text, listed):
                    yield Parts(a, listed, "bracket")
        yield from _in_all(passage, start, end, counts)
    yield from _sentence_after_sentence(passage)
    yield from _of_which(passage)


# "…, comprising 37 who …, 27 who … and 38 who …"; "with 13 moving out, 7 staying and 5 …"
_MADE_UP_OF = re.compile(
    r"\b(?P<whole>comprising|comprised of|made up of|consisting of|consists of|being|namely)\s+(?=[£\d]|[a-z]+\s)"
    r"|,\s+with\s+(?=[£\d])",
    re.IGNORECASE,
)


def _made_up_of(passage: Passage, start: int, end: int, counts: Sequence[Amount]) -> Iterator[Parts]:
    """A whole, and its parts behind a word that says so, or behind "with" where there are three or more."""
    text = passage.text
    for word in _MADE_UP_OF.finditer(text, start, end):
        wholes = [a for a in counts if a.end <= word.start() and not _inside(text, start, a)]
        listed = _top_level(text, [a for a in counts if a.start >= word.end()], word.end())
        if not wholes or len(listed) < STEPS or listed[0].start > word.end() + 1 or not _not_dates(text, listed):
            continue
        gives = sum((a.value for a in listed), Fraction(0))
        whole = wholes[-1] if not word["whole"] else min(reversed(wholes), key=lambda a: abs(a.value - gives))
        yield Parts(whole, listed, "colon")


_A_TOTAL_OF = re.compile(
    r",?\s(?:a|making a|giving a)\s(?:combined\s|grand\s)?total of\s|,?\stotalling\s", re.IGNORECASE
)
_AND = re.compile(r"(?:\s[A-Za-z’'-]+){1,5}?(?:,|,?\sand)\s(?:another\s|a further\s)?", re.IGNORECASE)


def _in_all(passage: Passage, start: int, end: int, counts: Sequence[Amount]) -> Iterator[Parts]:
    """ "61 women and 74 children, a total of 135": parts in a row, and right behind them what they make."""
    text = passage.text
    for words in _A_TOTAL_OF.finditer(text, start, end):
        whole = next((a for a in counts if a.start == words.end()), None)
        listed: list[Amount] = []
        for a in reversed([a for a in counts if a.end <= words.start()]):
            if listed and not _AND.fullmatch(text, a.end, listed[0].start):
                break
            listed.insert(0, a)
        row = len(listed) >= 2 and re.fullmatch(r"(?:\s[A-Za-z’'-]+){1,5}", text[listed[-1].end : words.start()])
        if whole and row and _not_dates(text, listed):
            yield Parts(whole, tuple(listed), "total")


def _inside(text: str, start: int, amount: Amount) -> bool:
    return text[start : amount.start].count("(") > text[start : amount.start].count(")")


def _sentence_after_sentence(passage: Passage) -> Iterator[Parts]:
    """ "… brought 11 applications. Five were accepted. Six were rejected." """
    sentences = passage.sentences
    for i, (start, end) in enumerate(sentences):
        wholes = _counts(passage, start, end)
        if len(wholes) != 1:
            continue
        parts = []
        for s, e in sentences[i + 1 :]:
            first = next(iter(_counts(passage, s, e)), None)
            if first is None or first.start != s:
                break
            parts.append(first)
        if len(parts) >= 2:
            yield Parts(wholes[0], tuple(parts), "sentences")


_OF_WHICH = re.compile(r"\bof (?:which|whom)\b|\bof (?:these|those|them)\b", re.IGNORECASE)


def _of_which(passage: Passage) -> Iterator[Parts]:
    """ "512 people, of whom 80 …, 285 … and 97 …"; "The service helped 512 people. Of these, 80 …, 285 … and 97 …"."""
    text = passage.text
    for i, (start, end) in enumerate(passage.sentences):
        which = _OF_WHICH.search(text, start, end)
        if which is None:
            continue
        wholes = _counts(passage, start, which.start())
        first: list[Amount] = []
        if len(wholes) >= 2 and which.start() - wholes[-1].end <= 2:
            first = [wholes.pop()]
        if not wholes and i and re.fullmatch(r"\W*", text[start : which.start()]):
            wholes = _counts(passage, *passage.sentences[i - 1])
            if len(wholes) > 1:
                continue
        listed = (*first, *_top_level(text, _counts(passage, which.end(), end), which.end()))
        if wholes and len(listed) >= 2 and _not_dates(text, listed):
            yield Parts(wholes[-1], listed, "of")
            if len(listed) > STEPS and _scale_of(passage, scale := Parts(wholes[-1], listed[:STEPS], "of")):
                # "512 people, of whom 80 …, 285 … and 97 …, and gave 116 consultations": what follows is no part
                yield scale


def _scale_of(passage: Passage, found: Parts) -> bool:
    """True when the words at the parts run through a whole scale, one step each."""
    text = passage.text
    _, stop = passage.sentence_at(found.parts[-1].start)
    ends = [*(p.start for p in found.parts[1:]), min(stop, found.parts[-1].end + 60)]
    around = [text[p.end : e] for p, e in zip(found.parts, ends, strict=True)]
    return any(
        len(scale) == len(around)
        and all(sum(bool(re.search(step, words, re.IGNORECASE)) for words in around) == 1 for step in scale)
        for scale in SCALES
    )


def _check(passage: Passage, found: Parts) -> Check | None:
    units = {a.unit for a in (found.whole, *found.parts)}
    if len(units) > 1:
        return None
    between = _OF_WHICH.sub(" ", passage.text[found.whole.end : found.parts[0].start])
    if _SOME.search(between) or re.search(r"\b(?:up|down|rose|fell) (?:by )?$", between):
        return None
    gives = sum((p.value for p in found.parts), Fraction(0))
    pound = "£" if found.whole.unit == "£" else ""
    working = " + ".join(p.printed for p in found.parts) + f" = {pound}{shown(gives)}"
    first, last = min(found.whole.start, found.parts[0].start), found.parts[-1].end
    at = (
        Spot(passage.block, found.whole.start, found.whole.end),
        Spot(passage.block, first, last),
    )
    if gives == found.whole.value:
        return Check("parts", "agrees", found.whole.printed, working, "", at)
    if found.whole.near or any(p.near for p in found.parts):
        return None
    off = abs(gives - found.whole.value)
    start, end = passage.sentence_at(found.parts[0].start)
    if _NOT_ALL.search(passage.text, start, end):
        return None
    slack = max(found.whole.value * NEAR_MISS, Fraction(1) if found.whole.value >= 10 else Fraction(0))
    if found.by == "total":
        return Check("parts", "differs", found.whole.printed, working, "", at)
    near = found.by in ("colon", "bracket") and len(found.parts) >= 3 and off <= slack
    if near or _scale_of(passage, found):
        left = found.whole.value - gives
        why = f"{shown(left)} of the {found.whole.printed} are in none of the parts." if left > 0 else ""
        return Check("parts", "differs", found.whole.printed, working, why, at)
    return None


def checks_of_sums(passage: Passage) -> tuple[Check, ...]:
    """Checks of the sums that the passage states; a whole is compared once."""
    found: list[Check] = []
    done: set[int] = set()
    ranked = sorted(_candidates(passage), key=lambda p: p.whole.start)
    checks = [(p, c) for p in ranked if (c := _check(passage, p))]
    for wanted in ("agrees", "differs"):
        for parts, check in checks:
            if check.verdict == wanted and parts.whole.start not in done:
                done.add(parts.whole.start)
                found.append(check)
    found.extend(shares_of_a_hundred(passage))
    found.extend(products(passage))
    found.extend(shortfalls(passage))
    return tuple(found)
