"""Whose figures a sentence gives: the board's own place, or another area, the nation, a study.

In: a sentence and the name of the board's place. Out: the area a figure belongs to ("" for the board's own), told by
what names an area right beside its number, else in the same piece of the sentence, else in a piece before it. What a
figure is compared with, an aside between commas or in brackets, is a piece of its own: the others named there own only
what is counted there ("34.7%, slightly below the average for London").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tracker.facts.wording.area_words import LABELLED, LOCAL_WORDS, LONDON, NATION, OWN_AREA, STUDY
from tracker.facts.wording.word_lists import COUNTED, PEOPLE


@dataclass(frozen=True)
class _Mark:
    """What names an area: its place in the sentence, the area, whether it is the board's own."""

    start: int
    end: int
    area: str
    own: bool = False


@dataclass(frozen=True)
class _Piece:
    """A stretch of a sentence. ``aside``: what is told in it lends its area to nothing outside."""

    start: int
    end: int
    aside: bool


# "76.4, the ninth lowest rate in London": how the board's own stands among others.
_RANKED_AMONG = re.compile(
    r"\b(?:highest|lowest|best|worst|largest|smallest|safest|fewest|(?:most|least)\s\w+)\b(?:\s[\w’'%-]+){0,5}\s$",
    re.IGNORECASE,
)


def _in_a_name(sentence: str, match: re.Match[str]) -> bool:
    """Whether the word is a piece of a body's name: "Shout Out UK", "NHS England", "North Central London Board"."""
    before = re.search(r"([A-Z]\w+)\s$", sentence[: match.start()])
    first = before is not None and before.start() > 0 and before[1] not in ("In", "Across", "For", "The", "And", "Of")
    return (
        match.group()[:1].isupper()
        and (first or re.match(r"\s(?:[A-Z][a-z]+|\()", sentence[match.end() :]) is not None)
        and len(match.group().split()) == 1
    )


# "the disorder elsewhere in the country": where what happened was, not whose the figures are.
_SET_APART = re.compile(r"[a-z]\s(?:elsewhere|seen)\s$")
# "employed jointly with two neighbouring authorities": with whom, which owns nothing told before.
_COMPANION = re.compile(
    r"\b(?:jointly|together|shared?|sharing|(?:in\s)?partnership|(?:successful\s)?bid|work(?:s|ed|ing)?)\swith\s"
    r"(?:(?:the|our|its|a|an|several|some|\d+|two|three|four|five|six|seven|eight|nine|ten|other)\s){0,3}$",
    re.IGNORECASE,
)

# What begins a comparison; it goes on to the next comma or the end of its bracket.
_COMPARISON = re.compile(
    r"\b(?:(?:as |when )?compar(?:ed|es|ing) (?:to|with|against)|in comparison (?:to|with)|by comparison with"
    r"|against|versus|vs\.?"
    r"|(?:high|low|great|few|bett|wors|slow|fast|small|larg|strong)\w*\s(?:[a-z]+\s){0,2}?than"
    r"|(?:more|less) than (?=the\b|that\b"
    r"|both\b|[A-Z])"
    r"|(?:above|below|exceed(?:s|ed|ing)|outperform(?:s|ed|ing)|matching|beating) (?=the\b|both\b|all\b|that\b"
    r"|its\b|our\b|[A-Z]|national\w*|regional)"
    r"|in line with|on (?:a )?par with|similar to|the same as|equal to|relative to|consistent with"
    r"|in common with|in contrast (?:to|with)"
    r"|in keeping with|as with|(?:un)?like (?=the\b|many\b|most\b|other\b|[A-Z])|reflect(?:s|ed|ing)|mirror(?:s"
    r"|ed|ing))\b",
    re.IGNORECASE,
)
_ENDS_ASIDE = re.compile(
    r",(?!\d)|[;:()]|\s[–—-]\s|\s(?:but|while|whilst|whereas)\b|\sand\s(?=compar(?:ed|es|ing)\s(?:to|with)\b)|$"
)
# "The carers' survey, which is carried out every two years, found": the clause of a relative word between commas.
_RELATIVE = re.compile(r",\s(?:which|who|whose|where|when)\b")
# "This is encouraging, since research suggests …": why, not whose.
_REASON = re.compile(
    r",\s(?:since|because|as)\s(?!(?:of|in|at|on|to|well|a|the\s(?:start|end|beginning)|[A-Z]?\w*\d)\b)"
)
_CONCEDES = re.compile(r"(?:^\W*|[,;]?\s)(?:while|whilst|whereas|although|though|despite)\b", re.IGNORECASE)
_JOINT = re.compile(
    r";\s|:\s|\s[–—-]\s|,?\s(?:but|yet)\s|,\sand\s(?=(?:[\w’'-]+\s){1,4}(?:suggest|show|indicate|estimate)s?\b)"
    r"|,?\s(?:and|with)\s(?=(?:nationally|regionally|(?:in|across|for) (?:the )?(?:England|London|Wales|UK"
    r"|region)\b|the (?:national|London"
    r"|England|regional)\b))"
)


def speaks_of_place(text: str, place: str) -> bool:
    """Whether the board's own area or its bodies are spoken of."""
    return names_place(text, place) or LOCAL_WORDS.search(text) is not None


def names_place(text: str, place: str) -> bool:
    """Whether the board's area is named."""
    return bool(place) and re.search(rf"\b{re.escape(place)}\b", text, re.I) is not None


def other_area(sentence: str, start: int, place: str) -> str:
    """The area other than the board's that the figure at ``start`` belongs to, or ""."""
    labelled = LABELLED.search(sentence[:start])
    if labelled and not names_place(labelled.group(), place):
        return next(area for area in labelled.groups() if area)
    marks, pieces = _marks(sentence, place), _pieces(sentence)
    marks = tuple(mark for mark in marks if mark.start < start or not _COMPANION.search(sentence[: mark.start]))
    beside = next(
        (mark for mark in marks if start < mark.start <= start + 50 and _is_beside(sentence, start, mark)), None
    )
    if beside:
        return beside.area
    here = max((n for n, piece in enumerate(pieces) if piece.start <= start), default=0)
    near = _told_in(marks, pieces[here], start)
    if near and _OF_ANOTHER_TIME.match(sentence, near.end) and _only_number(sentence, near.end, start):
        return ""
    if near is None and pieces[here].aside and sentence[pieces[here].start : pieces[here].start + 1] == "(":
        # "above the average for London (35.2%)": of what stands right before the bracket
        before = [mark for mark in marks if pieces[here - 1].start <= mark.start < pieces[here].start] if here else []
        digits = before and re.search(r"\d", sentence[before[-1].end : pieces[here].start])
        near = before[-1] if before and not digits and pieces[here - 1].aside else None
    main = here
    while near is None and main > 0:
        main -= 1
        if not pieces[main].aside:
            near = _told_in(marks, pieces[main], start)
    if near is None and not any(mark.own for mark in marks) and _OF_MILLIONS.match(sentence, start):
        return "national"
    return near.area if near else ""


# "against 11% nationally and 21% in 2030/31": the board's own, of another time.
_OF_ANOTHER_TIME = re.compile(
    r"\s(?:and|or)\s(?:with\s)?[\d.,]+%?\s(?:in|for)\s(?:(?:19|20)\d\d|the\s(?:previous|year\sbefore))"
)


def _only_number(sentence: str, end: int, start: int) -> bool:
    """Whether nothing but a joint stands between an area and the number at ``start``."""
    return re.fullmatch(r"\s(?:and|or)\s(?:with\s)?", sentence[end:start]) is not None


def area_spoken_of(sentence: str, place: str) -> str:
    """The area other than the board's that a sentence speaks of up to its first joint behind a number: named outside
    its asides, where the board's own is not; "" for none."""
    pieces = [piece for piece in _pieces(sentence) if not piece.aside]
    first = next((n for n, piece in enumerate(pieces) if re.search(r"\d", sentence[piece.start : piece.end])), 0)
    joint = next(
        (n for n in range(first, len(pieces)) if _JOINT.search(sentence, pieces[n].start, pieces[n].end)), first
    )
    told = [
        mark
        for mark in _marks(sentence, place)
        if any(piece.start <= mark.start < piece.end for piece in pieces[: joint + 1])
        and not _COMPANION.search(sentence[: mark.start])
    ]
    return "" if not told or any(mark.own for mark in told) else told[0].area


# More of these than a board's area has are a nation's, where nobody says whose.
_OF_MILLIONS = re.compile(
    r"(?:£[\d.,]+\s?(?:billion|bn)\b)|(?:[\d.]+\s(?:million|billion)|\d{1,3}(?:,\d{3}){2,})\s(?:[a-z-]+\s)?"
    rf"(?:{'|'.join(sorted(COUNTED | PEOPLE))})\b"
)


_COUNTS_EVERYWHERE = re.compile(r"Office for National Statistics|ONS\b")


def _is_beside(sentence: str, start: int, mark: _Mark) -> bool:
    """Whether nothing but a unit stands between the number at ``start`` and the area: "8.9 in England"."""
    return (
        re.fullmatch(
            r"[\d.,%£]*(?:\s(?:per|cent|[\d,]+|population|people|residents|cases|across|in|for|the))*\s",
            sentence[start : mark.start],
        )
        is not None
    )


def _told_in(marks: tuple[_Mark, ...], piece: _Piece, start: int) -> _Mark | None:
    """The area that a piece tells of: the nearest named before the number, else the nearest behind it; what a study
    finds of the board's own area is the board's own."""
    inside = [mark for mark in marks if piece.start <= mark.start < piece.end]
    if any(mark.own for mark in inside):
        inside = [mark for mark in inside if mark.area != "study"]
    return min(inside, key=lambda mark: (mark.start > start, abs(mark.start - start)), default=None)


@lru_cache(maxsize=256)
def _marks(sentence: str, place: str) -> tuple[_Mark, ...]:
    """What names an area in a sentence, in order."""
    found = [
        _Mark(match.start(), match.end(), match.group() if name == "national" else name)
        for pattern, name in ((NATION, "national"), (STUDY, "study"), (LONDON, "London"))
        for match in pattern.finditer(sentence)
        if not _in_a_name(sentence, match)
        and not _RANKED_AMONG.search(sentence[max(0, match.start() - 60) : match.start()])
        and not names_place(match.group(), place)
        and not _SET_APART.search(sentence[: match.start()])
    ]
    own = [match.span() for match in OWN_AREA.finditer(sentence)]
    own += [match.span() for match in re.finditer(rf"\b{re.escape(place)}\b", sentence, re.I)] if place else []
    if own:
        # "According to the ONS 21,850 children live in the borough": who counts everywhere counted here
        found = [mark for mark in found if not _COUNTS_EVERYWHERE.match(mark.area)]
    found += [_Mark(begin, end, "", own=True) for begin, end in own]
    return tuple(sorted(found, key=lambda mark: mark.start))


@lru_cache(maxsize=256)
def _pieces(sentence: str) -> tuple[_Piece, ...]:
    """The pieces of a sentence in order; they cover it."""
    asides = sorted((*_brackets(sentence), *_clauses_aside(sentence)))
    cuts = [0, *sorted(match.end() for match in _JOINT.finditer(sentence)), len(sentence)]
    found: list[_Piece] = []
    position = 0
    for begin, end in asides:
        if begin < position:
            if end <= position:
                continue
            begin = position
        found += _plain(position, begin, cuts)
        found.append(_Piece(begin, end, aside=True))
        position = end
    found += _plain(position, len(sentence), cuts)
    return tuple(found) or (_Piece(0, len(sentence), aside=False),)


def _plain(begin: int, end: int, cuts: list[int]) -> list[_Piece]:
    """The stretch as pieces between the joints."""
    edges = [begin, *(cut for cut in cuts if begin < cut < end), end]
    return [_Piece(a, b, aside=False) for a, b in pairwise(edges) if a < b]


def _brackets(sentence: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\([^()]*\)?", sentence)]


def _clauses_aside(sentence: str) -> list[tuple[int, int]]:
    """Comparisons, clauses that concede, relative clauses between commas."""
    found = []
    for pattern in (_COMPARISON, _RELATIVE, _REASON, _CONCEDES):
        for match in pattern.finditer(sentence):
            stop = _ENDS_ASIDE.search(sentence, match.end())
            found.append((match.start(), stop.start() if stop else len(sentence)))
    return found
