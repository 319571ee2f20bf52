"""What leads the clause of a number: its own words before the number, the subject it has lost, what opens it.

In: the parse of a sentence and the ``OwnClause`` of a number. Out: words as printed, without times, without "there
were" and "we", without a verb that only says how much something was.
"""

from __future__ import annotations

import re

from tracker.facts.sentence.clause_joints import Stretch
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import BE
from tracker.facts.sentence.own_clause import OwnClause
from tracker.facts.sentence.printed import printed
from tracker.facts.wording.word_lists import words_of

GAP = "…"
"""Stands in a title where the sentence has the number."""
OF = re.compile(r"(?:of|among|amongst)\s", re.I)
"""What leads those that a share or count is of."""
_STATES = words_of(
    "is are was were stood stands totalled reached numbered averaged remained remains remain became equalled exceeded"
)
_BEFORE_STATED = words_of(
    "at to of put recorded a an now estimated as low high thought believed be approximately around about still"
)


def lead_of(sentence: Sentence, clause: OwnClause) -> tuple[str, bool]:
    """What stands before the number in its clause, without "there were", "we" and openings of time, and whether it
    leans on the sentence before."""
    first, last = (clause.before[0][0], clause.before[-1][1]) if clause.before else (0, -1)
    there = next((n for n in range(first, last + 1) if sentence.sort(n) == "there"), -1)
    if there >= 0:
        opening = kept_opening(sentence, (first, there - 1)) if there > first else ""
        behind = printed(sentence, there + 2, last) if last > there + 1 else ""
        return " ".join(words for words in (f"{opening} there were" if opening else "", behind) if words), False
    words = " ".join(said for said in (printed(sentence, *stretch) for stretch in clause.before) if said)
    if clause.before and sentence.low_of_first(last + 1) in ("up", "out", "together", "down", "off", "away"):
        # "make up | 13%"
        words = f"{words} {sentence.low_of_first(last + 1)}"
    words = re.sub(r"^(?:and|but|or|so|then|that)\s", "", words, flags=re.I)
    if _THIS_IS.fullmatch(words):
        return "", True
    return _WE_DID.sub("", words), False


_THIS_IS = re.compile(
    r"(?:this|it)\s(?:is|was|equates|equated|represents|represented|amounts)(?:\s(?:now|also))?(?:\s(?:to|equivalent\sto))?",
    re.I,
)
_WE_DID = re.compile(r"^we\s(?:(?:have|had|has)\s(?:been\s)?|were\s|was\s)?", re.I)


def owner_of_clause(sentence: Sentence, clause: OwnClause, told: str) -> str | None:
    """What leads a clause that has lost its subject, "" where it has one, None where that cannot be told."""
    if clause.link in ("", "with"):
        return ""
    short = told if told and GAP not in told and clause.link == "of which" else ""
    if clause.owner is None:
        return short or None
    first, last = clause.owner
    while first > 0 and sentence.sort(first - 1) == "noun" and sentence.phrases[first].number < 0:
        # "You First", a name in two phrases
        first -= 1
    phrase = sentence.phrases[first]
    if phrase.number >= 0 and short:
        return short
    if sentence.words[phrase.main].kind == "pronoun" and first == clause.owner[0]:
        if clause.link not in ("verb", "participle"):
            return None
        # what "it" stands for is told before
        return {"we": "", "i": "", "it": "it", "they": "they"}.get(sentence.low(first))
    begin = phrase.number + 1 if phrase.number >= 0 else phrase.first
    if begin > phrase.last:
        # "41 reoffended, committing 187 offences": of those that were told
        return told or None if GAP not in told else None
    start, end = sentence.words[begin].start, sentence.words[sentence.phrases[last].last].end
    words = re.sub(r"\s+", " ", sentence.text[start:end])
    words = re.sub(r"^(?:the|an?|our|its)\s", "", words, flags=re.I)
    return None if re.search(r"\d", re.sub(r"\b(?:19|20)\d\d\b", "", words)) else words


def kept_opening(sentence: Sentence, opening: Stretch | None) -> str:
    """What opens the clause and says of whom or where, "" for a time and what only leads on."""
    if opening is None:
        return ""
    words = printed(sentence, *opening)
    if sentence.low(opening[1] + 1) == ":":
        return f"{words}:"
    return "" if _LEADS_ON.match(words) or not re.search(r"[a-z]{4,}", words) else words


_LEADS_ON = re.compile(
    r"(?:as (?:a|part|at|of)|in (?:total|addition|all|turn|contrast|response|reply|relation|line)"
    r"|in the (?:last|past|year|quarter|same|period)|in (?:our|the)\s(?:\w+\s){0,3}survey|overall|over|during|since"
    r"|by (?:the|then)|at (?:the|that)\s(?:time|date|meeting|moment)|at present|for example|to date|so far|following"
    r"|throughout|according|after|before|despite|on average|with)\b",
    re.I,
)


def shared_opening(sentence: Sentence, noun: str) -> str:
    """What opens the sentence for all its clauses: "Of the 74 homes, 30 were empty and | 12 were let"."""
    comma = next((n for n, phrase in enumerate(sentence.phrases) if phrase.sort == "comma"), -1)
    opens = comma > 1 and sentence.sort(0) == "preposition" and not noun
    words = printed(sentence, 0, comma - 1) if opens else ""
    return words if OF.match(words) else ""


def states_how_much(lead: str) -> bool:
    """Whether the words before a number end with a verb that only says how much something was."""
    words = lead.lower().split()
    while words and words[-1] in _BEFORE_STATED:
        words.pop()
    return bool(words) and words[-1] in _STATES


def without_state(lead: str) -> str:
    words = lead.split()
    while words and words[-1].lower().strip(",") in _BEFORE_STATED | {"in", "on", "for", "by", "with", "from", "the"}:
        words.pop()
    while words and words[-1].lower() in _STATES | BE | {"has", "have", "had"}:
        words.pop()
    return " ".join(words).strip(" ,")
