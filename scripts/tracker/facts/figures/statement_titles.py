"""What a title made of a sentence's own words is tidied to, so that it reads as the name of one measure.

In: words with a gap for the number, and the other numbers of the sentence as printed. Out: the words without those
numbers and without what only says how exact the number is, turned to a noun where they open with a verb ("Opened …
cases" → "Cases opened") or only say who has a thing ("The team has a waiting list" → "Team: waiting list"); "" where
they tell of something that stands elsewhere or are cut out of a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.figures.title_sense import LONGEST_SHOWN
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import AUXILIARIES, PARTICIPLES, words_of

GAP = "…"
"""Stands in a title where the sentence has the number."""

VERB = "|".join(sorted(AUXILIARIES | frozenset(PARTICIPLES))) + r"|[a-z]{3,}ed"
FINITE = re.compile(rf"\b(?:{VERB})\b")
_HOW_EXACT = re.compile(
    rf"\b(?:(?:just|well|slightly)\s)?(?:over|under|around|about|nearly|almost|only|just|approximately|roughly|some"
    rf"|more than|less than|fewer than|at least|up to|a further|a total of)\s(?={GAP})",
    re.IGNORECASE,
)
# Words that lean on what stands before them: a time, a comparison, something told in another sentence.
_LEANS = re.compile(
    r"(?:there|who|whom|whose|which|that|these|those of|them|remaining|from|with|down|up|than|compared|comparison"
    r"|previously|from|as|to|by|including|both|equivalent|followed|respectively|up from|down from|against)\b"
    r"|(?:in|over|during|for|at|on|within|throughout)\s(?:the\s)?(?:same|this|that|previous|comparison|total|contrast|addition"
    r"|corresponding|preceding|prior|period|year|quarter|month)\b"
    r"|[\w'’]+\sof\s(?:them|these|those|whom|which|the\s…)|…\sof\s(?:them|these|those|the\s[\w'’]+$)",
    re.IGNORECASE,
)
_ENDS_IN_AIR = re.compile(
    rf":\s(?:it|they|we|there|this)\s|(?:{GAP}\sof\s(?:them|these|those|it)|\b(?:compared|comparison|against|versus|said|stating|showing)"
    r"|\b(?:was|were|had|has|have)\s(?:also|still|now|above|below)|\bwhen\s(?:there|it|they))$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?P<who>(?:[\w'’&/-]+\s){1,7}?)(?:now\s|currently\s)?(?:has|have|had)\s(?:an?\s)(?P<what>[a-z][^,;…]{3,60})$",
    re.IGNORECASE,
)
_OPENS_DONE = re.compile(rf"^(?P<done>[A-Z][a-z]+ed|Held|Ran|Gave|Made|Took)\s{GAP}\s(?P<what>[a-z][\w'’ /-]+)$")
_PAST_FORMS = {"ran": "run", "gave": "given", "took": "taken"}
_OF_THEM = re.compile(r"%?\s?of\s(?:them|these|those|it)")
_LOOSE = re.compile(r"(?:\s(?:for|in|of|by|to|with|around|about|over|some|nearly|almost|just|only))+\s?$")
_NUMBER_WORDS = words_of("one two three four five six seven eight nine ten eleven twelve")


def tidied(words: str, others: Sequence[str], share: bool = False) -> str:
    """The words as a title, "" where they make none. ``others``: the sentence's other numbers as printed; ``share``:
    whether the number is a share."""
    words = _HOW_EXACT.sub("", words)
    words = _without_others(words, others)
    words = re.sub(r"\s+", " ", words).strip(" ,")
    if not words or words.startswith(GAP) or _LEANS.match(words) or _ENDS_IN_AIR.search(words):
        return ""
    if (whose := _HAS.match(words)) and not share:
        who = re.sub(r"^(?:the|an?|our|its)\s", "", whose["who"].strip(), flags=re.IGNORECASE)
        words = f"{capital(who)}: {whose['what']}"
    elif done := _OPENS_DONE.match(words):
        verb = done["done"].lower()
        words = f"{done['what']} {_PAST_FORMS.get(verb, verb)}"
    title = capital(words)
    return title if len(title) <= LONGEST_SHOWN else ""


def _without_others(words: str, others: Sequence[str]) -> str:
    """The words without the sentence's other numbers, "" where one of them stands there for things that it counts
    alone ("Fourteen of the …") or in a comparison ("against just 23")."""
    for printed in others:
        if printed.lower() in _NUMBER_WORDS or printed.startswith("£"):
            # "notices of £100 each": a part of what is counted
            continue
        found = re.search(rf"(?<![\w.,]){re.escape(printed)}(?![\w%]|[.,]\d)\s?", words)
        if found is None:
            continue
        rest = words[found.end() :]
        if _OF_THEM.fullmatch(rest):
            words = _LOOSE.sub("", words[: found.start()])
            continue
        led = re.search(
            r"\b(?:against|compared|than|from|versus|just|and|or)\s(?:to\s|with\s|just\s|only\s)?$",
            words[: found.start()],
        )
        if led or not re.match(r"[A-Za-z][\w'’-]*\b(?<!\bof)(?<!\bwere)(?<!\bwas)", rest):
            return ""
        words = words[: found.start()] + rest
    return words
