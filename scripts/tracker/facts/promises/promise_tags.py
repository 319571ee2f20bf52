"""How minutes mark what is to be done and who speaks: "ACTION:", "(Action: J Bell)", "Q.", "The Inspector said".

Patterns of the beginning of a sentence; none is code.
"""

from __future__ import annotations

import re

# In minutes "He offered to attend": the one who spoke last.
SPEAKING = re.compile(
    r"^(?:In (?:reply|response|answer) to [^,]{3,60},\s)?(?:[Tt]he\s)?(?!(?:He|She|They|It|This|Members"
    r"|Others)\b)(?P<who>(?:[A-Z][\w’'.-]*\s(?:(?:of|for|and)\s(?:the\s)?(?=[A-Z]))?){1,7})(?:also\s|then\s)?(?:said"
    r"|advised|stated|explained|confirmed|reported|noted|added|introduced|presented|outlined|agreed|responded"
    r"|highlighted|welcomed|thanked|proposed|replied|answered|undertook|clarified|assured)\b"
)
PARAGRAPH_NUMBER = re.compile(
    r"^(?:(?:[QAR]\d{0,2}|Question|Answer|Response|Reply|Officer response)\s?\d{0,2}\s?[.:)–-]"
    r"|\d{1,2}(?:\.\d{1,2})+\.?|[(\[]?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)\]])\s+(?=[A-Z])"
)
# What announces an action in minutes: "ACTION:", "Action 3 -", "AGREED ACTION:".
TAG = re.compile(
    r"^(?:AGREED|Agreed|RESOLVED|Resolved|DECISION|Decision|OUTCOME|Outcome"
    r"|Next step)\s?[:–—-]\s*(?=(?:[Tt]he\s)?(?!That\b)[A-Z][\w.'’&/-]*\s(?:[\w.'’&/-]+\s){0,5}?to\s(?!the\b"
    r"|an?\b)[a-z])|^[\[(]?(?:(?:AGREED|Agreed|NEW|New)\s+)?(?:ACTIONS?|Actions?)(?:\s+(?:POINTS?|points?"
    r"|Points?))?(?:\s+(?:for|FOR)\b[^:]{2,40})?\s*\d*\s*[:–—-]\s*"
)
# "[ACTION: Housing Team] The team to …"
NAMED_TAG = re.compile(
    r"^[\[(](?:AGREED\s|Agreed\s)?(?:ACTIONS?"
    r"|Actions?)\s?\d*\s?[:–—-]\s?(?P<who>[A-Z][^\])]{1,60})[\])]\s*(?=[A-Za-z])"
)
# "Action: J Bell / T Hill", "(ACTION – Head of Housing)", "ACTION BY: JB" after what is to be done.
NAME_ONLY = re.compile(
    r"^[(\[]?(?:ACTIONS?|Actions?)(?:\s(?:by|BY|for|FOR|point|POINT|owner|lead))?\s?\d*\s?[:–—-]\s*(?!(?:None|Nil|N/A"
    r"|NONE|Complete|Closed|Noted|To)\b)(?P<who>[A-Z][\w'’.&-]*(?:(?:\s?/\s?|,\s|\s&\s|\s)(?:(?:and|of|for"
    r"|the)\s)*(?:[A-Z][\w'’.&-]*)){0,7})\s?[)\].]*$"
)
# "Still awaited.", "No change": how an action stands, in its list.
STANDS = re.compile(
    r"(?:still |now |not yet |no |on)?(?:awaited|outstanding|pending|ongoing|in progress|complete|closed|open"
    r"|on track|change|update|progress|target|hold|going)\W*",
    re.IGNORECASE,
)
# "ACTION: Sunita Rao" names someone for what was said before it; with so many words it is an action by itself.
ACTION_WORDS = 4
# "Health: secure a therapist": an item of a list that begins with who is to do it.
LABELLED = re.compile(
    r"^(?!(?:Actions?|ACTIONS?|Aim|Objective|Outcome|Priority|Target|Note|Update|Progress|Next|Stage|Phase|Step|Year"
    r"|Q[1-4])\b)(?P<who>[A-Z][\w’'&./-]*(?:\s(?:and|of|for|the|&)?\s?[A-Z][\w’'&./-]*){0,5}):\s+(?=[a-z]{3,})"
)
