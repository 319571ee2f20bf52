"""Sums of money and lengths of time that the parse of their sentence names: "The PCC grant is £61,730".

In: the parse and one of its numbers. Out: a name made of the whole subject ("Base budget for community safety"), of
what the sum was the cost of, or the sum before of which this one is a part; None for sentences of other shapes.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_alone import MOVED, tie_of
from tracker.facts.figures.naming_composed import tail
from tracker.facts.figures.naming_parts import Naming, Thread, without_place
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.counting import Counting, pieces
from tracker.facts.sentence.lexicon import BE
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital

_OF_MONEY = re.compile(
    r"\b(?:grants?|budgets?|funding|funds?|costs?|value|income|allocation|spend|spending|expenditure|contributions?"
    r"|underspend|overspend|price|savings?|award|reserves?|precept)\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\b(?:average|mean|median|typical|life expectancy)\b", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(?:made up of|comprising|consisting of|including|of which|broken down as)\b[^;.]*$|:\s[^;.]*$", re.IGNORECASE
)
_STOOD = re.compile(r"(?:stood|stands|totalled|amounted|came|amounts|averaged)$")
_A_TIME = re.compile(
    r"\s(?:a|per|each|every)\s(year|annum|month|week|quarter|person|head|property|case|client|victim|household|family"
    r"|visit|child|place|home)\b|\s(?:p\.?a\.?\b|annually\b)",
    re.IGNORECASE,
)
LONGEST_SUBJECT = 80
"""Longest subject that can be a title, in characters."""


def name_sum(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """The name of a sum of money, None where the parse does not tell."""
    sentence = thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if sentence is None or at < 0:
        return None
    per = _A_TIME.match(text, mention.end)
    unit = "GBP" + (f" per {(per[1] or 'year').lower().replace('annum', 'year')}" if per else "")
    first = not thread.names.get("here") and _POINTS.match(text)
    subject = subject_told(sentence, at) or (thread.names.get("fund", "") if first else "")
    if len(subject.split()) > 1 and _OF_MONEY.search(subject):
        thread.names["sum"] = capital(without_place(subject))
        return Naming(capital(without_place(subject)), unit, "money", counted=True)
    if sentence.low(at - 2) in ("cost", "price") and sentence.low(at - 1) == "of" and sentence.low(at - 3) == "at":
        owner = _cost_of(sentence, at - 4, thread)
        average = "average " if "average" in sentence.said(at - 2, at - 2).lower() else ""
        return Naming(f"{owner}: {average}cost", unit, "money") if owner else None
    if spent := _spent_on(sentence, at):
        return Naming(spent, unit, "money")
    last = thread.last
    told = last is not None and last.unit.startswith("GBP") and _OF_MONEY.search(last.title)
    whole = last.title if last and told else thread.names.get("sum", "")
    group = _part_of_sum(text, sentence, at, mention) if whole and at else ""
    return Naming(whole, unit, "money", (("group", group),), last is None or last.sure) if group else None


# "In 2024/25 this comes to £486,500", what was named in the sentence before.
_POINTS = re.compile(
    r"\W*(?:(?:In|For)\b)?\W*(?:this|that|it)\s(?:is|was|comes|came|amounts|amounted|stands|stood|totals|totalled)\b",
    re.I,
)


def fund_named(sentence: str) -> str:
    """The fund that a sentence without sums speaks of last: "The Partnership holds a pooled budget"; "" for none."""
    found = _A_FUND.findall(sentence)
    return str(found[-1]) if found else ""


_A_FUND = re.compile(
    r"\b(?:an?|the|our|its)\s((?:[a-z-]+\s){1,3}(?:budget|fund|grant|allocation))\b(?!\s[a-z]+s\b)", re.I
)


def _spent_on(sentence: Sentence, at: int) -> str:
    """ "The council spends £1.34m a year on support services": "Spending on support services"."""
    verb = sentence.low(at - 1)
    if verb not in ("spends", "spent", "spend", "invested", "invests"):
        return ""
    on = at + 1
    while sentence.sort(on) in ("noun", "gap", "adverb"):
        on += 1
    if sentence.low(on) not in ("on", "in"):
        return ""
    purpose = pieces(sentence, on, sentence.noun_end(on + 1))
    return f"Spending {' '.join(purpose[:3]).replace('in ', 'on ', 1)}" if purpose else ""


_LEAST_WORDS = 3
"""Words of a subject that says whose average it is."""


def name_average_length(mention: Mention, thread: Thread) -> Naming | None:
    """ "The average time taken to answer a call was 9 seconds": the whole subject is the name."""
    sentence = thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if sentence is None or at < 0:
        return None
    subject = subject_told(sentence, at) or _subject_moved(sentence, at)
    words = sentence.said(at, at).split()
    bare = len(subject.split()) < _LEAST_WORDS and not subject.endswith("expectancy")
    if not subject or not _OF_TIME.search(subject) or bare:
        return None
    return Naming(capital(without_place(subject)), words[-1].lower(), "average")


def _subject_moved(sentence: Sentence, at: int) -> str:
    """The subject that moves from or to the number ``at``: "The average wait has come down from 61 days to 54"."""
    if sentence.low(at - 1) not in ("from", "to"):
        return ""
    verb = next((n for n in range(at - 1, -1, -1) if sentence.sort(n) == "verb" and sentence.phrases[n].finite), -1)
    if verb < 0 or sentence.words[sentence.phrases[verb].last].low not in MOVED:
        return ""
    first = verb
    while sentence.sort(first - 1) in ("noun", "preposition", "verb"):
        # "the average time | to | close | a case"
        first -= 1
    return _bare(sentence.said(first, verb - 1)) if sentence.sort(first) == "noun" else ""


def subject_told(sentence: Sentence, at: int) -> str:
    """The subject of which the number ``at`` is told ("The grant is £5,000"), without its article; "" for none."""
    verb = at - 1
    while sentence.sort(verb) in ("adverb", "preposition", "gap"):
        verb -= 1
    if sentence.sort(verb) != "verb" or not sentence.phrases[verb].finite:
        return ""
    main = sentence.words[sentence.phrases[verb].main].low
    if main not in BE and not _STOOD.match(main):
        return ""
    subject = sentence.subject_of(verb)
    if subject < 0 or sentence.phrases[subject].number >= 0:
        return ""
    words = sentence.words[sentence.phrases[subject].first]
    if words.kind == "pronoun":
        return ""
    end = sentence.noun_end(subject)
    said = " ".join([_bare(sentence.said(subject, subject)), *pieces(sentence, subject + 1, end)])
    return said if len(said) <= LONGEST_SUBJECT else ""


def _bare(noun: str) -> str:
    return re.sub(r"^(?:the|an?|our|its|their|this)\s(?:overall\s|total\s)?", "", noun, flags=re.IGNORECASE)


def _cost_of(sentence: Sentence, at: int, thread: Thread) -> str:
    """What a cost is the cost of: the subject with what was done to it, else what the sentence counted."""
    counted = thread.last.title if thread.names.get("here") and thread.last and thread.last.measure == "count" else ""
    for verb in range(at, -1, -1):
        if sentence.sort(verb) == "verb" and sentence.phrases[verb].finite:
            subject = sentence.subject_of(verb)
            if subject < 0 or sentence.phrases[subject].number >= 0:
                return counted
            if sentence.words[sentence.phrases[subject].first].kind == "pronoun":
                return counted
            said = sentence.said(verb, verb)
            done = Counting("subject", "", verb=said, passive=sentence.phrases[verb].passive, said=(said,))
            if not done.passive:
                return counted
            return capital(f"{_bare(sentence.said(subject, subject))} {tail(said, done, False)}")
    return counted


def _part_of_sum(text: str, sentence: Sentence, at: int, mention: Mention) -> str:
    """Which part of the sum before this one is: "£50,000 from the council", "the council contributing £428,400"."""
    verb = sentence.verb_of(at)
    if tie_of(sentence, at) == "part" and verb >= 0 and sentence.words[sentence.phrases[verb].main].low in BE:
        return re.sub(r"^(?:is|was|are|were)\s", "", sentence.said(verb, sentence.predicate_end(verb)))
    giver = at - 1 if sentence.sort(at - 1) == "noun" else at - 2 if sentence.low(at - 1) == "contributing" else -1
    if giver >= 0 and sentence.sort(giver) == "noun" and sentence.phrases[giver].number < 0:
        # "the council contributes £486,000"
        whose = re.sub(
            r"\s(?:contributes?|contributed|gives|gave|provides|pays|paid)$", "", sentence.said(giver, giver)
        )
        # "The Home Office reimburses £10,000": a verb that the parse does not know is no part of a giver's name
        return "" if re.search(r"[A-Z]\w*\s[a-z]+s$", whose) else re.sub(r"^The\s", "the ", whose)
    if not re.search(r"£", text[: mention.start]) or not _PARTS.search(text[: mention.start]):
        return ""
    tail_words = re.match(r"\s(?:\([^)]*\)\s)?([^,;:.()£]{4,70}?)(?=,|;|\sand\s£|\.|\s?$)", text[mention.end :])
    return re.sub(r"\s+", " ", tail_words[1]).strip() if tail_words else ""
