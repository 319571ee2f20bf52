"""Names of sums that their own nouns and verbs tell: "a shortfall of £10k", "£90k has been committed by the board".

In: the sentence, a sum and its thread. Out: its naming, None where the words round it have another form. A sum that is
forecast is marked as planned.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, side_of, titled, without_place
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import last_noun_phrase
from tracker.facts.wording.word_forms import capital

_MOST_OF_A_HEADING = 6
"""Words of a heading that can lead the name of a sum."""
_BALANCE = re.compile(
    r"\b(?:an?|the|this|its|our|any|projected|forecast|expected)\s"
    r"((?:[\w'’-]+\s){0,3}?(?:shortfall|funding gap|gap|underspend|overspend|surplus|deficit))\s"
    r"(?:of|was|is|stood at)\s(?:about\s|around\s|some\s|just\s|over\s)*(?:c\.\s?)?$",
    re.I,
)
_BALANCE_OF = re.compile(
    r"\s(?:in|on|for|against)\s(?:the\s|its\s|our\s)?[a-z][\w'’ -]{3,60}?"
    r"(?=[.,;:(]|\s(?:is|was|will|has|had|which|that|at)\b|$)"
)
_FORECAST = re.compile(r"\b(?:forecast|projected|expected|anticipated|predicted)\b", re.I)
_DONE = re.compile(
    r"\s(?:over\s\w+\s\w+\s)?(?:has|have|had|having|was|were|is|are|will be|would be|to be)\s(?:also\s|now\s)?"
    r"(?:been\s|being\s)?(?:jointly\s|already\s|also\s)?"
    r"(?P<done>committed|awarded|allocated|secured|set aside|earmarked|approved|provided|granted|donated|invested"
    r"|distributed|ring-?fenced|contributed|obtained)\b(?P<rest>[^.;]*)"
)
_NAMED = r"[A-Z][\w'’&()-]*(?:\s(?:(?:of|for|and|the)\s)*[A-Z(][\w'’&()-]*)*"
_BY = re.compile(rf"^\s(?:jointly\s)?(by\s(?:the\s)?{_NAMED})")
_FOR = re.compile(
    r"(?<!Department )(?<!Office )(?<!Ministry )"
    r"\b((?:for|towards)\s(?!one\b|two\b|three\b|a year|the year|this\b|each\b|\d|(?:a )?further\b"
    r"|another\b|(?:the|a|an) (?:\w+ )?(?:years?|months?)\b)[A-Za-z][\w'’&/-]*"
    r"(?:\s(?!(?:in|which|who|that|from|with|by|over|at|during|until|and|to|following)\b)[\w'’&/-]+){0,6})"
)
_OF_THINGS = re.compile(
    r"\b((?:(?:small|community|individual|one-off|cash|partnership)\s)?(?:grants?|awards?|payments?|vouchers?|funding"
    r"|bursaries))\sof\s(?:up to\s|between\s)?$",
    re.I,
)
_LOWER_END = re.compile(r"£?[\d,.]+k?\s(?:and|to|[-–])\s£?$")
_OFFERED = re.compile(
    r"\s(?:(?:was|were|is|are|has been|have been)\s)?(?:made\s)?(?P<how>offered|available|awarded|given|paid|provided)"
    r"\s(?P<whom>(?:to|for)\s(?:the\s)?[a-z][\w'’-]*"
    r"(?:(?:,\s|\sand\s|\s)(?!(?:to|for|who|that|wishing|which|in|during|hosting)\b)[\w'’-]+){0,5})"
)
_VALUE = re.compile(
    r"(?P<what>[A-Za-z][\w'’&/ -]{3,70}?)\s\((?:at\s|with\s)?(?:a\s)?"
    r"(?P<word>total value|value|total cost|cost|budget|grant|funding)(?:\sof|:|\sis|\swas)?\s$"
)
# "£48,500 of this was spent in the town"
_OF_THIS = re.compile(
    r"\sof (?:this|which|it|that)(?:\s(?:money|funding|sum|grant|budget))?\s(?:was|is|were|has been|had been)\s"
    r"((?:spent|used|allocated|set aside|awarded|committed|invested|earmarked)\s"
    r"(?:on|in|to|for|by|with)\s[^,;.£(]{3,60}?)"
    r"(?=[,;.(]|\sand\s£|$)"
)
_SOUGHT = re.compile(r"\b(?:successful in bidding|bid successfully|successfully bid|won a bid)\b[^.;£]*$", re.I)


def sum_told(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """The naming of a sum by the noun that it is of, by what was done with it, or by what its bracket stands behind."""
    before, after = text[: mention.start], text[mention.end :]
    balance = _BALANCE.search(before)
    if balance:
        return _of_balance(balance[1], text, after, thread)
    value = _VALUE.search(before)
    if value and re.match(r"\s?\)", after):
        owner = last_noun_phrase(value["what"]) or value["what"]
        return Naming(f"{without_place(capital(owner))}: {value['word']}", "GBP", "money")
    offered = _OFFERED.match(after)
    of_things = _OF_THINGS.search(before) or _OF_THINGS.search(_LOWER_END.sub("", before))
    if offered and of_things:
        name = f"{of_things[1]} {offered['how']} {offered['whom']}"
        return Naming(capital(name), "GBP", "money", side_of(mention))
    if _SOUGHT.search(before) and (purpose := _FOR.search(after)):
        return Naming(capital(f"funding {purpose[1]}"), "GBP", "money", side_of(mention))
    of_this, whole = _OF_THIS.match(after), thread.names.get("money", "")
    if of_this and whole:
        return Naming(whole, "GBP", "money", (("group", of_this[1].strip()),))
    done = _DONE.match(after)
    return _of_deed(done["done"], done["rest"], before, mention, thread) if done else None


def _of_balance(noun: str, text: str, after: str, thread: Thread) -> Naming:
    """The name of what is over or lacking, with what it is in."""
    noun = re.sub(r"^(?:projected|forecast|expected|estimated)\s", "", noun, flags=re.I)
    of = _BALANCE_OF.match(after)
    part: Breakdown = (("plan", "forecast"),) if _FORECAST.search(text) else ()
    if of:
        return Naming(capital(noun + re.sub(r"\s+", " ", of.group())), "GBP", "money", part)
    known = bool(thread.names.get("heading") or thread.service)
    return Naming(_headed(noun, thread), "GBP", "money", part, sure=known)


def _of_deed(done: str, rest: str, before: str, mention: Mention, thread: Thread) -> Naming | None:
    """The name of money that was committed, awarded, set aside …: by whom and what for."""
    if re.search(r"\b(?:which|this|these|of which|costs?|fines?|up to)\b[^£]*$", before[-60:]):
        return None
    giver, purpose = _BY.match(rest), _FOR.search(rest)
    place, heading = thread.names.get("place", ""), thread.names.get("heading", "")
    if purpose and place and place in purpose[1]:
        purpose = None
    name = f"funding {done}" + (f" {giver[1]}" if giver else "") + (f" {purpose[1]}" if purpose else "")
    if heading and len(heading.split()) <= _MOST_OF_A_HEADING and heading.split()[0].lower() not in name.lower():
        return Naming(f"{heading}: {name}", "GBP", "money", side_of(mention))
    return Naming(capital(name), "GBP", "money", side_of(mention)) if giver or purpose else None


def _headed(name: str, thread: Thread) -> str:
    heading = thread.names.get("heading", "")
    return f"{heading}: {name}" if heading else titled(capital(name), thread)
