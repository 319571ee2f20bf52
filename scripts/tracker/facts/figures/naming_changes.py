"""Which numbers tell by how much something changed: "a rise of 97", "12% more than", "4 fewer", "up by a third".

In: a mention and the words before and after it. Out: whether it is a change, and so no figure of its own.
"""

from __future__ import annotations

import re

from tracker.facts.wording.mentions import Mention

_ABOUT = (
    r"(?:about\s|around\s|over\s|nearly\s|just\s|more than\s|less than\s|approximately\s|almost\s|between\s|some\s"
    r"|roughly\s|a further\s|only\s|an average of\s)?"
)

_CHANGE_BEFORE = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement|difference|change|jump|cut"
    r"|variance)s?\s+(?:(?:in|over|during|since|within|on|to|for)\s(?:[\w'’-]+\s){1,5}?){0,2}?"
    r"(?<!number )(?<!share )(?<!rate )(?:of|by)\s"
    rf"{_ABOUT}$|(?<!made )(?<!makes )(?<!make )(?<!making )(?<!signed )(?<!set )(?<!picked )(?<!taken )"
    rf"\b(?:up|down|higher|lower|fewer|more|less)\s(?:by\s)?{_ABOUT}$"
    rf"|\b(?:increas|decreas|reduc|ris|fall|dropp|declin|grow|improv|cut|los|rose|fell"
    rf"|grew)\w*\s(?:\w+\s){{0,4}}?by\s{_ABOUT}$"
    r"|\b(?:rose|fell|grew|risen|fallen|grown|(?<!made )(?<!taken )(?<!picked )up|down|cut)"
    rf"\s(?:\w+\s){{0,2}}?by\s{_ABOUT}$"
    rf"|\b(?:reduced|increased|rose|fell|dropped|declined|decreased|grew|fallen|risen|grown)\s{_ABOUT}$",
    re.I,
)

_CHANGE_AFTER = re.compile(
    r"\s?(?:\(?[a-z]+\)?\s|\d\d?[- ](?:month|week|year|quarter)s?\s)?"
    r"(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement)\b"
    r"|\s(?:more|fewer|less|higher|lower|greater)\b(?!\s(?:than half|risk))|\s(?:up|down)\b(?!\s\w+ing)|\soff\b"
    r"|\s(?:small|larg|bigg|short|long|fast|quick|slow|cheap|strong|weak)er\b(?=\s(?:than|compared)\b|\s?(?:[.,;:)]|$))"
    r"|\s(?:additional|extra)\s[a-z]+\)|\sdiscount|\sof the way"
    r"|\s(?:above|below)\s(?:the\s|its\s|our\s|last\s)?(?:[\w-]+\s){0,3}?(?:baseline|average|levels?|figure|total"
    r"|target|year|position|volume)\b",
    re.I,
)

_CHANGE_OF_COUNT = re.compile(
    r"\s(?:fewer|less)\s(?!than\b)|\s(?:more|less)\s[\w'’ -]{3,60}?\sthan\b|\s(?:more|fewer|less|higher|lower)\sthan\b"
    r"|\s(?:up|down)\b|\s(?:\w+\s)?(?:increase|decrease|reduction)\b"
    r"|\s(?:additional|extra|more|fewer|less)\s[a-z]+\)"
)


# "fell by 14% (-62 offences)"
_SIGN_BEFORE = re.compile(r"\(\s?[-–−+]\s?$")


# "an increase of 8.5% on the 412 cases of last year and of 15% on 388"
_AND_OF = re.compile(r"\sand\s(?:one\s)?of\s$")
_ON_SO_MANY = re.compile(r"\s(?:on|over|from)\s(?:the\s)?\d")


# "Burglary fell by 4%, robbery by 9% and arson by 2%": the verb of the first goes for all.
_BY = re.compile(
    r"\b(?:rose|risen|ris\w+|fell|fall\w*|grew|grow\w*|drop\w*|declin\w+|increas\w+|decreas\w+|reduc\w+|improv\w+|cut|up|down)"
    rf"\s(?:\w+\s){{0,3}}?by\s{_ABOUT}(?:\d|an?\s|half\b)(?:[^.;]|\.\d)*$",
    re.I,
)
_BY_TOO = re.compile(rf"(?:,|\band|\bwhile|\bbut)\s(?:[^,;.\d]|\d\d['’]s){{2,60}}\sby\s{_ABOUT}$", re.I)


def changed_alike(before: str) -> bool:
    """Whether a number is told with "by" alone, after another by which something is said to have changed."""
    also = _BY_TOO.search(before)
    return also is not None and _BY.search(before[: also.start()]) is not None


def is_change(mention: Mention, before: str, after: str) -> bool:
    """Whether a number tells by how much something changed, by what stands before and after it."""
    if mention.sort == "rank":
        return False
    if mention.sort == "share" and (mention.signed or before.endswith("+")):
        return True
    if _CHANGE_BEFORE.search(before) or _SIGN_BEFORE.search(before):
        return True
    if mention.sort == "share" and _AND_OF.search(before) and _ON_SO_MANY.match(after):
        return True
    if changed_alike(before):
        return True
    if not _CHANGE_AFTER.match(after):
        return False
    # "17 more than", "a 12 increase" tell a change; "20 more people" in a list of counts does not
    return mention.sort in ("share", "money") or _CHANGE_OF_COUNT.match(after) is not None
