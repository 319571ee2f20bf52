"""People who are served or policed: what they do, plan or agree to is nothing that the partnership promises.

In: a clause and where its verb begins, or a phrase. Out: whether it tells of them.
"""

from __future__ import annotations

import re

from tracker.facts.promises.only_told import PEOPLE
from tracker.facts.promises.promise_subject import subject_of

_SHARE = r"(?:\d[\d,.]*\s?(?:%|per ?cent)|half|third|quarter|majority)"
# "67% agreed to receive a service": those who are served, or how many of them
_SERVED = re.compile(
    rf"(?:.*\s)?(?:{PEOPLE}|\d[\d,.]*|{_SHARE})(?:\s(?:of|who|asked|surveyed)\b.*)?",
    re.IGNORECASE,
)


def is_served(phrase: str) -> bool:
    """Whether a phrase names those who are served, not those who serve: "most residents", "the victims"."""
    return bool(_SERVED.fullmatch(phrase))


def is_share(phrase: str) -> bool:
    """Whether a phrase tells how many of some there are: "24% of callers", "the majority"."""
    return bool(re.fullmatch(rf"(?:[\w’']+\s){{0,3}}?{_SHARE}(?:\s.*)?", phrase, re.IGNORECASE))


# "Gangs are recruiting boys", "residents were planning a petition"
_OTHERS = re.compile(
    r"(?:(?!(?:for|of|with|to|by|from|among|on|in|and|between|against|about)\b)[\w’'%-]+\s){0,4}?(?:(?:of"
    r"|that)\s)?(?:residents?|people|women|girls|men|boys|victims?|survivors?|children|adults|famil(?:y|ies)"
    r"|perpetrators?|offenders?|gangs?|dealers?|criminals|fraudsters|thieves|burglars|suspects?|youths|tenants"
    r"|shoppers|drivers|pupils|students|parents|(?:majority|minority)(?!\sof)|\d[\d,.]*\s?(?:%|per ?cent)?)(?:\s(?:of"
    r"|who|aged|from|in|asked|surveyed)\b.*)?",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:(?:is|are|was|were)\s(?:\w+ly\s|now\s|also\s|still\s)?(?!being\b)\w+ing|plans?|intends?|would\s(?!be\b)\w+"
    r"|will\s(?!(?:also|now|then|be|learn|know|get|find|hear|meet|join|receive|take|have|continue|work|help)\b)\w+)\b",
    re.IGNORECASE,
)


def is_others_doing(clause: str, start: int) -> bool:
    """Whether what is done at ``start`` is done by those who are served or policed, who promise nothing."""
    told = re.split(r"\bthat\s", clause[:start])[-1].strip()
    subject = subject_of(clause, start)
    # the students of a named college are among those who act
    named = clause.startswith("will", start) and _NAMED.search(subject)
    return bool(_ACT.match(clause[start:])) and not named and any(map(_OTHERS.fullmatch, (subject, told)))


_NAMED = re.compile(r"[A-Z]\w+\s[A-Z]")


def is_consent(clause: str, start: int) -> bool:
    """Whether "agreed to", "committed to" at ``start`` tells what people who are served agreed to."""
    told = re.match(
        r"(?:ha(?:s|ve|d)\s)?(?:agree[sd]?|decided|opted|commit(?:s|ted)?|pledged?|promised?)\b",
        clause[start:],
        re.IGNORECASE,
    )
    return bool(told) and bool(_SERVED.fullmatch(subject_of(clause, start)))
