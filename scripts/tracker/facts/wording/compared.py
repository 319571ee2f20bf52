"""Times that another is compared with: "6% fewer than in 2021/22", "against 341 in Quarter 2".

In: a sentence and one of its periods. Out: whether the sentence tells of another time and only compares it with this.
"""

from __future__ import annotations

import re

from tracker.facts.wording.period_record import Period

# Words of one clause; the comma or point of a number ends none.
_WORDS = r"(?:[^.;:,]|(?<=\d)[.,](?=\d))"
COMPARED_WITH = re.compile(
    r"\b(?:than|(?:compare[ds]|in comparison)\s(?:\w+\s){0,2}(?:with|to)|against|versus|vs\.?"
    r"|(?:level|on a par|in line|unchanged|comparable|equal) (?:with|from|on|to)"
    r"|(?:the same(?:\s[a-z]+){0,2} as|similar to|no change (?:from|on)))"
    rf"\s{_WORDS}{{0,40}}$",
    re.I,
)
# "a 15% reduction upon the 1,517 applications received during 2021/22"
_PIECE = r"(?:[^.;,()]|(?<=\d)[.,](?=\d))"
_CHANGED_FROM = re.compile(
    r"\b(?:up|down|increase[ds]?|decrease[ds]?|rise|rose|rises|risen|fall|fell|fallen|drop(?:ped)?|reduction|reduced"
    r"|growth|improvement"
    rf"|higher|lower|more|fewer|less)\b{_PIECE}{{0,30}}\b(?:from|on|upon|than)\s"
    rf"(?:(?!to\s(?:just\s|only\s)?[\d£]){_PIECE}){{0,45}}$",
    re.I,
)


def compared_with(sentence: str, period: Period) -> bool:
    """Whether a period is only what the time told of is compared with: "6% fewer than in 2021/22"."""
    before = sentence[: period.begin]
    if acts_against(before):
        before = before[before.lower().index("against") + 7 :]
    return COMPARED_WITH.search(before) is not None or _CHANGED_FROM.search(before) is not None


def acts_against(before: str) -> bool:
    """Whether the first "against" of these words holds nothing against anything: "Police took action against 118
    suspects", where no number and no rise or fall stands before it."""
    return _ACTS_AGAINST.match(before) is not None


_ACTS_AGAINST = re.compile(
    r"(?:(?!\d|\b(?:up|down|above|below|rose|risen|fell|fallen|higher|lower|better|worse|increase|decrease|stood|was"
    r"|were|is|are)\b).)*[a-z]\sagainst\s(?!\d[\d,]*\s(?:in|for|during|over|at)\b)",
    re.I | re.DOTALL,
)
