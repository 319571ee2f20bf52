"""Pieces of the patterns of periods: lengths, points in time, words that join and compare them.

A name may stand once in a pattern: the rules leave the later groups of a name unnamed, so that pieces can be put
together freely.
"""

from __future__ import annotations

from tracker.facts.wording.calendar_words import ANY_POINT, DASH, MONTH

COUNT = r"(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty[- ]four)"
POINT_A, POINT_B = ANY_POINT.replace("{p}", "a_"), ANY_POINT.replace("{p}", "b_")
TO = rf"(?:\s+(?:up\s+)?(?:to|until|till|through(?:\s+to)?)(?:\s+(?:the\s+)?end\s+of)?\s+|\s*{DASH}\s*)"
LENGTH = (
    rf"(?:rolling\s+|R(?=12))?{COUNT}[\s-]*(?:calendar\s+|rolling\s+|consecutive\s+)?"
    r"(?P<unit>months?|mths?|m(?=\s+(?:to|ending)\b)|quarters?|years?)"
    r"(?:[\s-]+rolling)?(?:[\s-]+(?:period|average|total))?"
)
INCLUSIVE = r"(?:\s*\(?(?:incl(?:usive|uding|\.)?)\)?)?"
END_OF = r"(?:the\s+)?(?:end\s+of\s+)?"
QUARTER = (
    r"(?:\bQ(?:tr|uarter)?s?\.?\s?(?P<q>[1-4])\b(?![,.]\d)|\b(?P<qw>first|second|third|fourth|final|last)\s+quarter\b"
    r"|\bquarter\s(?P<qn>one|two|three|four)\b)"
)


BEFORE = r"(?:prior|earlier|before|previously|ago|previous|preceding)"
# "the same 3 month period", "the corresponding quarter": a stretch as long as the one told of before.
SAME = (
    r"(?:\bin\s+|\bfor\s+|\bduring\s+|\bover\s+)?(?:the\s+)?\b(?:same|corresponding|equivalent|comparable)\s+"
    r"(?:(?P<length>\d{1,2}|three|six|nine|twelve)[\s-]+months?(?:\s+period)?"
    r"|period|quarter|months?|time|point|stage)\b"
)
OLD = r"(?:previous|prior|preceding|last|past)"
OLD_OR_NEW = r"(?:previous|prior|preceding|last|past|latest|current|most\s+recent)"
MONTH_A, MONTH_B = (rf"\b(?P<{p}month>{MONTH})\b\.?" for p in ("a_", "b_"))
ONE_MONTH = rf"\b(?P<a_month>{MONTH})\b"
