"""Signs that a figure is of a smaller place than the board's own, or of one of several: it then waits for a person.

In: the sentence, one of its numbers, what its name says, the board's place. Out: whether the words before the number
tell of a ward, an estate or a place by name that the name leaves out.
"""

from __future__ import annotations

import re

from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_lists import words_of

# A smaller place than the board's own, told before the number; "a county of 16 wards" is not one.
_SMALLER_PLACE = re.compile(
    r"\b(?<!\d )(?:wards?|estates?|parish(?:es)?|hotspots?|postcodes?"
    r"|(?<!voluntary )(?<!private )(?<!public )(?<!third )(?<!community )(?<!retail )sectors?"
    r"|clusters?|localit(?:y|ies)|neighbourhood area"
    r"|town centre(?!\s[A-Z])|high street(?!\s[A-Z])|(?:north|south|east|west) of the (?:borough|city|county"
    r"|district))\b",
    re.I,
)
_IN_A_PLACE = re.compile(
    r"(?:^|[.;:]\s|,\s|\band\s)(?:[Ii]n|[Aa]t|[Aa]cross)\s((?!Q\d)[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}),?\s"
)
_NO_PLACE = words_of(
    "january february march april may june july august september october november december quarter year total spring"
    " summer autumn winter christmas phase tier week covid early late section table figure appendix wave"
)


# "the highest volume was Reedham with 10,570 offences": told of one of several places.
_TOP_IS = re.compile(
    r"\b(?:highest|lowest|largest|greatest|most|fewest|biggest)\b[^.;]*\s(?:was|were|is|are|in|being)\s(?:in\s)?(?:the\s)?"
    r"((?:[A-Z][a-z]+\s?)+)(?:\s|,|\()*(?:with\s|at\s)?(?:\()?\s?$"
)


# "Kettlegate, which …, had the highest volume with 4,912 offences": of that one of them, not of all.
_HAD_MOST = re.compile(
    r"(?:^|[.;]\s)\W*((?:[A-Z][\w'’&-]+\s?)+)(?:\sward)?(?:,[^,.;\d]*,)?"
    r"\s?(?:ha[sd]|have|recorded|saw|sees|records|accounts? for)\s"
    r"(?:\w+\s){0,3}?the\s(?:\w+-)?(?:highest|lowest|largest|greatest|most|fewest|biggest)\b[^.;\d]*$"
)


_ACROSS_ALL = re.compile(
    r"[^.;,\d]{0,60}\bacross the (?:whole |entire )?(?:county|force|region|sub-region|force area)\b"
)


def across_more_than(sentence: str, mention: Mention, place: str) -> bool:
    """ "2,020 across the county, of which 610 were for Westford": of an area that the board's own is a part of."""
    return _ACROSS_ALL.match(sentence, mention.end) is not None and place != "" and place in sentence


def of_another_place(sentence: str, mention: Mention, place: str, title: str = "") -> bool:
    """Whether the figure is told of an area that holds the board's own, or of one of several that has most of all."""
    if across_more_than(sentence, mention, place):
        return True
    if mention.sort == "rank":
        after = re.search(
            r"\s(?:was|were|is|are)\s(?:in\s)?((?:[A-Z][a-z]+\s?)+)(?:with|at|\(|,|$|\.)", sentence[mention.end :]
        )
        return after is not None and place.lower() not in after[1].lower()
    lead = sentence[: mention.start]
    named = _TOP_IS.search(lead) or _HAD_MOST.search(lead)
    return named is not None and place.lower() not in named[1].lower() and named[1].strip().lower() not in title.lower()


def of_smaller_place(lead: str, said: str, unit: str, place: str) -> bool:
    """Whether the words before the number tell of a smaller place that the naming does not say."""
    small = _SMALLER_PLACE.search(lead)
    if small and unit not in ("wards", "estates") and small.group().lower().rstrip("s") not in said:
        return True
    named = _IN_A_PLACE.search(lead)
    if named is None or named[1].lower() in said or (place and place.lower() in named[1].lower()):
        return False
    return not any(word.lower() in _NO_PLACE for word in named[1].split())
