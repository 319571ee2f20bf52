"""Ranks in running text: "the 9th highest of the 32 boroughs", "ranks 6th of 15", "in third place".

In: a text. Out: ``Mention`` records of the ranks. How many are compared ("of 15 forces") is no figure of its own, so
its place is taken along with that of the rank.
"""

from __future__ import annotations

import re

from tracker.facts.wording.mention_record import Mention, Span, overlaps
from tracker.facts.wording.number_words import NUMBER_WORD, ORDINALS

_RANK = re.compile(
    rf"\b(?:(?:the\s)?(\d{{1,3}})(?:st|nd|rd|th)|(?:the\s)?({'|'.join(ORDINALS)})|(?:the))[- ]"
    r"(?:\w+\s){0,1}?(lowest|highest|safest|best|worst|largest|smallest|most|fewest|least)\b"
    r"(?!\s(?:single\s)?(?:proportion|share|number|percentage|volume|increase|decrease|rise|reduction|amount|group|category"
    r"|cause|reason|source|contributor|age)\b)",
    re.I,
)
_AREAS = r"(?:boroughs|areas|forces|councils|authorities|districts|partnerships|csps|counties|wards|neighbours)"
# "ranks 6th of 15", "was placed third out of the 32 boroughs", "is in 4th place": an order without "lowest" or "best".
_ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
_GROUP_SIZE = rf"\s(?:out\sof|of|from|among|amongst|in)\s(?:the\s|all\s|its\s|our\s)*(?P<of>\d{{1,3}}|{NUMBER_WORD})\b"
_RANKED = re.compile(
    rf"\b(?:rank(?:s|ed|ing)|plac(?:es|ed)|positioned)\s(?:\w+\s){{0,2}}?(?P<rank>{_ORDINAL}|\d{{1,3}}(?=\sout\sof\s\d))"
    rf"(?!\sin\sthe\s(?:list|order))(?:\s(?:place|position))?(?:{_GROUP_SIZE})?"
    rf"|\b(?:in|came|comes|is|was|are|were|stands?|stood|now|currently)\s(?:joint\s|equal\s)?(?P<rank2>{_ORDINAL})"
    rf"(?:\splace|\sposition)?{_GROUP_SIZE.replace('<of>', '<of2>')}(?=\s(?:\w+\s){{0,3}}?{_AREAS}\b)"
    rf"|\bin\s(?P<rank3>{_ORDINAL})\s(?:place|position)\b(?:{_GROUP_SIZE.replace('<of>', '<of3>')})?",
    re.I,
)
# "the 9th highest of the 32 boroughs", "in our family of 15 forces": how many are compared is no figure of the place.
_COMPARED = re.compile(
    rf"\b(?:lowest|highest|safest|best|worst|largest|smallest|most|fewest|least)\b[^.;\d]{{0,50}}?\b(?:out\sof|of|among"
    rf"|amongst)\s(?:the\s|all\s|its\s|our\s|\w+['’]s\s)*(?P<of>\d{{1,3}}|{NUMBER_WORD})\s(?:\w+\s){{0,3}}?{_AREAS}\b"
    r"|\b(?:[Ss]imilar\s[Gg]roup|[Ff]amily\s[Gg]roup|[Ff]amily|[Nn]eighbours)(?:\s\([A-Z]+\))?\sof\s(?P<of2>\d{1,3})\b",
    re.I,
)
_AMONG = re.compile(
    r"\b(?:in|of|among|amongst|across|out of|within)\b[^.;]{0,40}?\b(?:boroughs?|London|authorit(?:y|ies)|country"
    r"|nationally|England|forces?|areas?|region|councils?)\b",
    re.I,
)


def ranks_told(text: str, taken: list[Span]) -> list[Mention]:
    """The ranks of a text; their places, and those of the numbers they are out of, are added to ``taken``."""
    found: list[Mention] = []
    taken.extend(match.span("of") if match["of"] else match.span("of2") for match in _COMPARED.finditer(text))
    for match in _RANKED.finditer(text):
        name, of = next((f"rank{n}", f"of{n}") for n in ("", "2", "3") if match[f"rank{n}"])
        digits = re.match(r"\d+", match[name])
        taken.append(match.span(name))
        if match[of]:
            taken.append(match.span(of))
        value = digits.group() if digits else str(ORDINALS[match[name].lower()])
        found.append(Mention(*match.span(name), value, "rank"))
    ordered = [(mention.start, mention.end) for mention in found]
    for match in _RANK.finditer(text):
        if overlaps(match.span(), ordered):
            continue
        # a bare "the lowest" is a rank only with those it is the lowest of
        among = _AMONG.search(text[match.end() : match.end() + 60])
        if not match[1] and not match[2] and among is None:
            continue
        value = match[1] or str(ORDINALS.get((match[2] or "").lower(), 1))
        taken.append(match.span())
        start = match.start() + (4 if match.group()[:4].lower() == "the " else 0)
        found.append(Mention(start, match.end(), value, "rank"))
    return found
