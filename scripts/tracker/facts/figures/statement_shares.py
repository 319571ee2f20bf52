"""Shares that go on from a share or number before them: "and 41% had a need", "9% of those", "the remaining 33%".

In: what stands behind a share and what was told before it. Out: a title, "" where the share stands for itself.
"""

from __future__ import annotations

import re

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.statement_titles import VERB
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import counts_people, in_line
from tracker.facts.wording.word_lists import PEOPLE

_BE = re.compile(r"^(?:was|were|is|are|had|has|have)\s(?:been\s)?", re.I)
_OF_THOSE = re.compile(rf"\sof\s(?:those|these|them|whom)\s((?:{VERB})\s\w.*)$")
_OF_ALL = re.compile(r"\sof\s((?:all|the|total)\s[a-z][a-z -]{3,50})")
_PREDICATE = re.compile(rf"\s(?:{VERB})\s\w")
_THOSE_TOLD = re.compile(r"((?:[\w'’-]+\s){0,2}?(?:" + "|".join(sorted(PEOPLE)) + r"|respondents))(?=\s|:|$)", re.I)


def _those_told(thread: Thread) -> str:
    """The people that the number before was of, "" where it was of none or stands in another sentence."""
    last = thread.told or thread.last
    if last is None or not thread.names.get("here"):
        return ""
    found = _THOSE_TOLD.match(last.title.rpartition(": ")[2]) or _THOSE_TOLD.match(last.title)
    return found[1] if found else ""


def share_told_on(tail: str, after: str, own: str, thread: Thread) -> str:
    """The title of a share that says only what some of those did that were told of before it."""
    first = own.strip() == ""
    last = thread.told or thread.last
    if first and (who := _those_told(thread)) and _PREDICATE.match(tail):
        # "15% were men and 41% had a need": of the same people
        return f"{who} who {tail.strip()}"
    if (said := _OF_THOSE.match(tail)) and last and thread.names.get("here"):
        return f"{last.title}: {_BE.sub('', said[1])}"
    if first and thread.told and tail.startswith(" of ") and f"{GAP} of " in thread.told.title:
        # "needs were reported for 36% of victims and 21% of suspects"
        return thread.told.title.partition(f"{GAP} of ")[0] + GAP + tail
    if first and last and last.unit != "%" and thread.names.get("here") and (of := _OF_ALL.fullmatch(tail)):
        # "Domestic abuse offences numbered 1,283, 20% of all recorded crime"
        return f"{last.title} as a share of {of[1]}"
    return _said_of_several(after)


def of_what_was_told(title: str, last: Naming) -> str:
    """The title of a share with the people or things of ``last`` in the place of "the remaining" and "of these",
    "" where it has neither."""
    if last.unit == "%" and (rest := _REMAINING.match(title)):
        return f"{re.split(r' (?:who|that) ', last.title.rpartition(': ')[2])[0]} {rest[1]}"
    if last.unit != "%" and (part := _PART_OF_THESE.fullmatch(title)):
        return f"{last.title}: {in_line(part[1])}"
    return ""


# "with the remaining 33% having stayed away": of those that the share before was of.
_REMAINING = re.compile(r"(?:.*: )?(?:the\s)?remaining\s…\s(.+)", re.I)
# "Racially aggravated offences account for 62% of these": a share of what was counted before.
_PART_OF_THESE = re.compile(
    r"(.+?)\s(?:account(?:s|ed)?\sfor|ma(?:de|kes?)\sup|represent(?:s|ed)?)\s(?:\w+\s)?…\sof\s(?:these|those|them|the\stotal)",
    re.I,
)


# "2% of the rapes, 4% of the assaults and 9% of the thefts led to a charge": said of each.
_ONE_OF_SEVERAL = re.compile(
    r"\sof\s(?:the\s|our\s|all\s)?(?P<noun>[a-z][^,;.()\d%]{2,50}?)(?=(?:,\s|,?\sand\s)(?:only\s)?[\d.]+\s?%\sof\s)"
)
_WHICH_ONES = re.compile(
    r"\s(?:that|which|who)\s(?:(?:were|was|are|is|have|had)\s)?(?:been\s)?\w+(?:\s{2,}|\s(?:in|during)\s+)"
)


def _said_of_several(after: str) -> str:
    """The things that a share in a list of shares is of, with what is said of them all at its end; "" for none."""
    one = _ONE_OF_SEVERAL.match(after)
    last = re.split(r"[),;.]", re.split(r"[\d.]+\s?%\sof\s", after)[-1])[0]
    rest = _WHICH_ONES.sub("  ", last) if one else ""
    said = re.search(rf"\s((?:{VERB})\s[^,;.]+)", rest)
    if one is None or said is None:
        return ""
    noun = one["noun"]
    return f"{noun} {relative(re.sub(r' +', ' ', said[1]).strip(), counts_people(noun, noun.split()[-1]))}"
