"""A figure is told to be what it is: an estimate in its title, a plan, a forecast or a target in its parts.

In: the naming of a number and its sentence. Out: the naming with what tells it from a figure that was counted.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_aimed import MARKS
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.standing import standing

_SAYS_SO = re.compile(r"\b(?:estimat\w*|thought|believed|modell?\w*)\b", re.I)


_WAS_SO = re.compile(r"\s(?:of (?:those|these|them)\s)(?:were|was|had|did)\b")


def told_as(naming: Naming, sentence: str, mention: Mention) -> Naming:
    """The naming with ``plan`` or ``measure: target`` in its parts where its clause tells of a plan or an aim."""
    marks = MARKS.get(standing(sentence, mention.start, mention.end), ())
    if _WAS_SO.match(sentence, mention.end) and not re.search(r"\b(?:will|would|to be)\b", sentence[: mention.start]):
        # "148 agreed to be helped and 119 of those were still in touch": it was so
        return naming
    if not marks or any(key in ("plan", "measure") for key, _ in naming.breakdown):
        return naming
    return replace(naming, breakdown=(*naming.breakdown, *marks))


_AVERAGING = re.compile(r"\b(?:an average of|averaging|averaged)\s(?:about\s|around\s|just\s|over\s)*$", re.I)


def as_average(naming: Naming, sentence: str, mention: Mention) -> Naming:
    """The naming as an average where the words before its number say so ("with an average of six volunteers")."""
    if naming.measure != "count" or not _AVERAGING.search(sentence[: mention.start]):
        return naming
    return replace(naming, measure="average")


def as_estimate(naming: Naming, sentence: str, mention: Mention) -> Naming:
    """The naming with a title that says that its number is estimated, where the clause does."""
    title = re.sub(r"\sestimated$", " (estimate)", naming.title)
    if title != naming.title:
        return replace(naming, title=title)
    if standing(sentence, mention.start, mention.end) != "estimate" or _SAYS_SO.search(naming.title):
        return naming
    return replace(naming, title=f"{naming.title} (estimate)")
