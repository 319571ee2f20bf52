"""What a question asks for: the thing it counts, and the name of the measure that an answer to it gives.

In: the words of a question and what the question before counted. Out: ``asked``.
"""

from __future__ import annotations

import re

from tracker.facts.wording.periods import find_periods
from tracker.facts.wording.sentence_periods import blank_periods
from tracker.facts.wording.verb_forms import participle
from tracker.facts.wording.word_forms import capital, is_plural

_ASKS = re.compile(
    r"\b(?:how many|how much|what (?:is|was|were|are) the (?:total |average |overall )?(?:number|percentage"
    r"|proportion|cost|amount|value|total|rate)s?|what (?:percentage|proportion|number)|number of|total (?:number"
    r"|cost|amount|income|value|sum|spend|expenditure)"
    r"|what (?:is|was|were|are) (?=(?:the|your)\s[\w'’ ]{0,40}\b(?:budget|spend(?:ing)?|cost|expenditure"
    r"|income|rate|caseload|average|total)\b))\b",
    re.I,
)
_SUBJECT = re.compile(
    r"\b(?:has|have|did|does|do|is|are|were|was|had)\s(?:(?:the|your|our)\s(?:council|borough|authority|local "
    r"authority|organisation|force|service|department|team|trust|board|partnership)|you(?:r\s[\w' ]+?board)?|the "
    r"local authority)(?:\s(?:or|and)\s(?:the\s|your\s|local\s)*[\w'’ ]+?\s(?:board|council|partnership|authority"
    r"|service))?\b",
    re.I,
)


def asked(question: str, counted: str) -> tuple[str, str]:
    """What a question counts, "" when it speaks of what the one before counted, and the name of its measure."""
    question = _SUM_SPENT.sub(r"how much was \1", question)
    question = _WHAT_SPENT.sub("how much", _BREAK_DOWN.sub(r"number of \g<what>", question))
    if most := _WITH_THE_MOST.search(blank_periods(question, find_periods(question))):
        noun = re.sub(r"\s+", " ", most["noun"]).strip(" ,")
        noun = re.sub(r"(?:\s+(?:in|for|during|over|between|and))+$", "", noun)
        return noun, capital(noun)
    if not _ASKS.search(question):
        label = _label(question)
        return label, capital(label)
    sentence = next((s for s in re.split(r"(?<=[?.])\s+", question) if _ASKS.search(s)), question)
    first = _ASKS.search(sentence)
    if first:
        sentence = sentence[: first.end()] + _ASKED_TOO.sub("", sentence[first.end() :])
    periods = find_periods(sentence)
    text = re.sub(r"\s+", " ", re.sub(r"\bsince\s*(?=[?,]|$)", "", blank_periods(sentence, periods))).strip(" ?.,")
    text = re.sub(r"\(\s*newly named [^)]*\)", "", text)
    text = _ITS_SERVICE.sub(r"\1 the council \3 by the \2", SAME_TIME.sub("", text))
    text = re.sub(r"(?:\s+(?:and|in|for|to|or|between|from|during))+$", "", _HOW_GIVEN.sub("", text).strip(" ,"))
    text = _BY_YOU.sub("", text)
    asks = _ASKS.search(text)
    if asks is None:
        return "", ""
    rest = re.sub(r"^(?:\s*of)?\s", "", text[asks.end() :]).strip()
    amount = _AMOUNT.search(asks.group())
    if amount and amount["sum"]:
        return "", capital(f"{amount['sum']} {text[asks.end() :].strip()}")
    if amount and text[asks.end() :].lstrip().lower().startswith("of "):
        return "", capital(f"{amount[1]} {text[asks.end() :].strip()}")
    if (
        re.match(r"what ", asks.group(), re.I)
        and not rest.startswith("of ")
        and re.match(r"(?:the|your)\s", rest, re.I)
    ):
        # "What was the team's budget": it is not asked of what was counted before
        return "", capital(re.sub(r"^(?:the|your)\s", "", rest, flags=re.I))
    these = re.match(r"(?:of\s)?(?:these|those|them|such\s\w+)\b", rest, re.I)
    own = re.match(r"\s+([a-z]+)\b(?!\s+of\b)", rest[these.end() :]) if these else None
    if these and own and is_plural(own[1]) and own[1] not in (*counted.lower().split(), "cases", "instances"):
        # "those households" of the applications counted before: counted under a noun of their own
        rest, these = rest[these.end() :].strip(), None
    if these:
        noun = ""
        # "these households" of the households counted before
        again = "|".join((*map(re.escape, counted.split()), "cases", "instances"))
        said = re.sub(rf"^\s+(?:{again})\b", "", rest[these.end() :], flags=re.IGNORECASE)
        name = f"{counted}{_said(said)}"
    else:
        # "How much did the council spend on cameras": nothing is counted, something is done
        rest = _NAMED_BEFORE.sub(lambda m: counted if _of(counted, m[1]) else m.group(), rest)
        rest = _WAS.sub(r"\1", rest) if asks.group().lower() == "how much" else rest
        noun = "" if _ACTS.match(rest) else _noun(rest)
        money = asks.group().lower() == "how much"
        said = _said(rest[_length(rest, noun) :])
        # money has no noun: "Spend on cameras" is one
        told_of = counted if _ACTS.match(rest) else ""
        name = f"{noun or ('' if money else told_of)}{re.sub(r'^ spent(?= on )', ' spend', said) if money else said}"
    return noun.strip(" ,"), capital(re.sub(r"\s+", " ", name).strip(" ,:"))


_WORDS = re.compile(r"[a-z]{3,}")


def named_in(question: str, noun: str, title: str) -> str:
    """What an answer's noun is called in full: the measure's name where that has it in words or initials, else that of
    a second thing asked in the same sentence, else the noun alone."""
    too = _ASKED_TOO.search(question)
    said = set(_WORDS.findall(noun.lower()))
    for name in (title, asked(too.group(), "")[1] if too else ""):
        words = _WORDS.findall(name.lower())
        if words and (said <= set(words) or noun.rstrip("s").lower() in "".join(word[0] for word in words)):
            return name
    return capital(noun)


# What is asked for by these words is told, not counted.
_TOLD = re.compile(
    r"\W*(?:dates?|reasons?|cop(?:y|ies)|details?|names?|types?|kinds?|lists?|links?|titles?|please|whether|when|why|which|who|where"
    r"|how|what|i|we|you|your|if|can|could|do|does|did|is|are|was|were|has|have|had)\b",
    re.I,
)
_LONGEST_LABEL = 18
"""Words: what is longer is no label of a row."""


def _label(question: str) -> str:
    """What a question counts that is a row's label and no sentence ("Reviews completed since 2019"), "" for others."""
    words = question.split()
    if (
        len(words) > _LONGEST_LABEL
        or _TOLD.match(question)
        or re.search(r"[?;]|[a-z]\.\s|\band\s(?:when|why|how)\b", question)
    ):
        return ""
    text = blank_periods(question, find_periods(question))
    text = re.sub(
        r"\s*\b(?:at present|currently|to date)\s*$|\s*\b(?:since|in|during|between|for|from)\s*$",
        "",
        text.strip(" .,:"),
    )
    first = re.split(
        r"\s(?:of|in|on|for|to|by|with|that|which|who|led|made|held|[a-z]+ed|[a-z]+ing)\s", f"{text} of ", maxsplit=1
    )[0]
    counts = any(is_plural(word) for word in first.split()[-2:])
    return re.sub(r"\s+", " ", text).strip(" .,:") if counts else ""


# "Please list the wards with the most reports of fly-tipping", "Which roads had the highest number of complaints?".
_WITH_THE_MOST = re.compile(
    r"\b(?:list|name|which|what)\b[^.?]{0,60}?\b(?:with|had|have|has|saw|received)\sthe\s(?:most|(?:highest|largest|greatest)"
    r"\s(?:number|volume|count)s?\sof)\s(?P<noun>[^.?,;()]+)",
    re.I,
)
# "Please break down the complaints by ward", "a breakdown of calls by month": how many, and how they are parted.
_BREAK_DOWN = re.compile(
    r"\b(?:break\s?down|(?:an?\s+|the\s+)?break-?down\s+of)\s+(?:the\s+)?(?:number\s+of\s+)?"
    r"(?P<what>(?!(?:your|this|that|it|them|answers?|figures|data|numbers|totals?|information|results?)\b)[^.?;]+?)"
    r"\s+by\s+[^.?;]+",
    re.I,
)
# "The sum spent on cameras": how much was spent.
_SUM_SPENT = re.compile(r"^(?:the\s)?(?:total\s)?(?:sums?|amounts?|money)\s(spent|paid|received)\b", re.I)
# "What did the council spend on cameras?": how much.
_WHAT_SPENT = re.compile(r"\bwhat(?=\s(?:did|does|do|has|have)\s[^?.,;]*?\bspen[dt]\b)", re.I)
# "How many were paid?": of what the question before counted.
_ACTS = re.compile(
    r"(?:did|does|do|has|have|had|was|were|is|are|(?:still\s)?(?:a?wait|remain|need|require|live|lie|wait)(?:s|ed)?"
    r"|resulted|led|went|ended|came|took|got|received)\b",
    re.I,
)
# "…, and how many category 1 hazards were found?": a second question in the same sentence.
_ASKED_TOO = re.compile(
    r"(?:,?\s+(?:and|or)\s+|,\s+)(?:how\s+(?:many|much)|what\s+(?:was|were|is|are)|(?:the\s+)?(?:total\s+)?number\s+(?:of|\w+ing|\w+ed)"
    r"|the\s+(?:total\s+)?(?:costs?|amounts?|number)\b|the\s+(?:average|mean|median)\s|of\s+(?:these|those))\b.*$"
    r"|,\s+(?:for\s+)?(?:what|why|how)\b.*$",
    re.IGNORECASE,
)
# "… in the same period", "over the last three financial years": a time that names none.
SAME_TIME = re.compile(
    r",?\s+(?:in|over|during|for|within)\s+(?:each\s+of\s+)?"
    r"(?:the\s+same|that|this|the\s+above|the\s+(?:last|past|previous)\s+(?:\d+|[a-z]+))\s+"
    r"(?:(?:financial|calendar|time)\s+)?(?:periods?|years?|time(?:\s?frame)?|months?|dates?)\b",
    re.IGNORECASE,
)
# "has the council's housing service received": received by the housing service.
_ITS_SERVICE = re.compile(
    r"\b(has|have|did)\s(?:the|your|our)\s(?:council|borough|(?:local\s)?authority|organisation|force|trust)['’]s\s"
    r"((?:[\w&-]+\s){0,5}?(?:service|team|department|unit|section|directorate)s?)\s([a-z]+)\b",
    re.I,
)
# "What was the total cost of …".
_AMOUNT = re.compile(
    r"\bthe ((?:total |average |overall )?(?:cost|amount|value|rate|percentage|proportion))s?$"
    r"|^(?P<sum>total (?:income|value|sum|spend|expenditure))$",
    re.I,
)
# "… from those notices", "for them": what the question before counted.
_NAMED_BEFORE = re.compile(r"\b(?:these|those|such)\s+(\w+)$|\b(?:them|these|those)$", re.I)
# "How much income was received": the verb says nothing of the measure.
_WAS = re.compile(
    r"^((?:(?!did|does|do|has|have|was|were|is|are)\w+\s){1,3})(?:was|were|is|are|has\sbeen|have\sbeen)\s", re.I
)


def _of(counted: str, word: str | None) -> bool:
    """Whether ``word`` stands for what was ``counted`` before; nothing was where that is empty."""
    return bool(counted) and (word is None or counted.lower().split()[-1] == word.lower())


# How the answer is to be given is no part of the measure's name.
_HOW_GIVEN = re.compile(
    r"[\s,]*\b(?:(?:broken down|split|itemised|separated) (?:by|into)\b|(?:in|for|during) each\b)"
    r"(?:[^,]*,(?=.*\b(?:how many|how much|number of)\b)|.*$)",
    re.I,
)


# The words up to the verb, or up to a clause that says which are meant.
_COUNTED = re.compile(
    r"(.+?)\s(?=(?:has|have|had|did|does|do|is|are|was|were|await|been|made|received"
    r"|(?:(?:for|in|to|of|at|by)\s)?(?:which|whom)|where|who|that)\b)"
)


def _noun(rest: str) -> str:
    """The thing counted."""
    found = _COUNTED.match(rest)
    words = found[1] if found else rest
    words = re.sub(r"\b(?:in|under) your care\b", "in care", words)
    return words if any(is_plural(w) for w in words.split()) and len(words.split()) <= 12 else ""


def _length(rest: str, noun: str) -> int:
    """How much of the question the noun takes up."""
    found = _COUNTED.match(rest)
    return 0 if not noun else len(found[1]) if found else len(rest)


# "charged by your police force", "issued by your authority in the period": who was asked, and the time, are known.
_BY_YOU = re.compile(
    r"\s(?:by|to|from|in|within)\s(?:your|the)\s(?:local\s|police\s)?(?:force|council|authority|organisation|constabulary)"
    r"(?:\sarea)?\b(?:\sin\s(?:the|that|this)\speriod\b)?",
    re.I,
)
# "did the council carry out": what it did is the measure's last word, "carried out". Behind "has" the verb stands so.
_DID = re.compile(
    rf"(?P<subject>\s(?=did|do){_SUBJECT.pattern})\s(?P<verb>(?!(?:and|or|have|has|been|do|spend|cost)\b)[a-z]+)\b",
    re.I,
)
# "is the borough working on": what is being worked on.
_DOING = re.compile(rf"\s(?=is|are|was|were){_SUBJECT.pattern}\s(?P<verb>[a-z]+)ing\b", re.I)


# Where the council asked has them is known.
_IN_THE_AREA = re.compile(r"\b(?:in|within|across)\s(?:the|your)\s(?:borough|district|county|city|town|area)\b", re.I)


def _said(rest: str) -> str:
    """What was asked of it: "has the borough started" gives " started"."""
    rest = _DID.sub(lambda m: f"{m['subject']} {participle(m['verb'])}", " " + rest.strip(), count=1)
    rest = _DOING.sub(lambda m: f" being {participle(m['verb'])}", rest, count=1)
    said = _SUBJECT.sub("", rest, count=1)
    said = re.sub(r"^\s*(?:were|was|are|is|have been|has been|have|has|been|did|do)\s", " ", said + " ")
    if there := re.match(r"\s*there\s(?:an?\s|any\s)?", said):
        where = _IN_THE_AREA.sub("", said[there.end() :]).strip()
        return f": {where}" if where else ""
    said = re.sub(r"\b(?:in|under) your care\b", "in care", said)
    words = said.split()[:12]
    return " " + " ".join(words) if words else ""
