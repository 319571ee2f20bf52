"""Times that another is compared with: "6% fewer than in 2021/22", "against 341 in Quarter 2".

In: a sentence and one of its periods. Out: whether the sentence tells of another time and only compares it with this.
"""

from __future__ import annotations

import re

from tracker.facts.wording.period_record import Period

COMPARED_WITH = re.compile(
    r"\b(?:than|(?:compare[ds]|in comparison)\s(?:\w+\s){0,2}(?:with|to)|against|versus|vs\.?"
    r"|(?:level|on a par|in line|unchanged|comparable|equal) (?:with|from|on|to)"
    r"|(?:the same(?:\s[a-z]+){0,2} as|similar to|no change (?:from|on)))"
    r"\s[^.;:,]{0,40}$",
    re.I,
)
# "a 15% reduction upon the 1,517 applications received during 2021/22"
_CHANGED_FROM = re.compile(
    r"\b(?:up|down|increase[ds]?|decrease[ds]?|rise|rose|rises|risen|fall|fell|fallen|drop(?:ped)?|reduction|reduced|growth"
    r"|higher|lower|more|fewer|less)\b[^.;,()]{0,30}\b(?:from|on|upon|than)\s(?:(?!to\s(?:just\s|only\s)?[\d£])[^.;,()]){0,45}$",
    re.I,
)


def compared_with(sentence: str, period: Period) -> bool:
    """Whether a period is only what the time told of is compared with: "6% fewer than in 2021/22"."""
    before = sentence[: period.begin]
    return COMPARED_WITH.search(before) is not None or _CHANGED_FROM.search(before) is not None
