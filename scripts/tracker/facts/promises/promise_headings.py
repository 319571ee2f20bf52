"""What a heading, or the line over a list, says of the items below it: planned, hoped for, law, done or none of it.

In: the text of a heading or of a line that ends in a colon. Out: one word. "What we will do", "Actions", "Next steps",
"Our commitments" announce promises; "How we will know", "What success looks like", "What we did" announce none.
"""

from __future__ import annotations

import re
from typing import Literal

from tracker.facts.promises.promise_words import NATIONAL, NATIONAL_HEADING

Announced = Literal["", "planned", "hoped", "national", "done", "none"]

_WE = r"(?:we|the (?:\w+ )?(?:council|partnership|board|police|service|team|group)|partners|you)"
# What was done; what is still to come is told there with its day.
_DONE = re.compile(
    rf"\b(?:what (?:have )?{_WE} (?:have )?(?:did|done|achieved|found|already)\b|what have we|what has (?:been"
    rf"|happened|changed)"
    r"|achievements?|what (?:went|has gone) well|progress (?:so far|to date|made)|key successes|actions? taken"
    r"|delivered (?:so far|in)|completed actions|the story so far)\b",
    re.IGNORECASE,
)
# Measures, results, tasks of a body and what others said: items below are no promises whatever their grammar.
_NONE = re.compile(
    r"\b(?:how (?:will|do|can|would) (?:we|you|this|it|success)\b.{0,20}\b(?:know|measure|tell|see)|how (?:we|success"
    r"|progress|it|this)(?: will|'ll)?(?: be)? (?:know|measure|tell)\w*|what (?:does |will |would )?(?:success|good"
    r"|difference)|success (?:measures|criteria|will|looks)|(?:performance|key|success|outcome) (?:measures"
    r"|indicators)|where (?:do )?we (?:want to be|are now)|where are we now|indicators|measures?(?: of success)?$"
    r"|outcomes?$|(?:desired|our) outcomes|outcomes? (?:we|that|sought|for)\b|expected outcomes|what you (?:told|said)"
    rf"|what (?:have )?{_WE} (?:have )?(?:heard|learn\w*|know|do)\b|terms of reference|roles? "
    r"(?:and|of)|responsibilities|membership)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    rf"(?<!\bhow )(?:\bwhat (?:else )?(?:{_WE}(?: all| also| now)? (?:will|plan to|intend to|are (?:going|planning) to"
    rf"|need to|want to)|(?:will|are) {_WE}(?: going to)?) (?:do|deliver|change|focus)\b|\bhow (?:will we|we will"
    rf"|we(?:'|’)ll|are we "
    r"going to|we are going to|do we) (?:get there|do (?:this|it|that)|deliver|achieve|tackle|make)"
    r"|\bour (?:commitments?|pledges?|promises?|plans?)\b|^(?:[\w-]+ ){0,2}(?:commitments|pledges)\b|\b(?:next steps?"
    r"|what(?:’s|'s| is)? next|what happens next|looking (?:ahead|forward)|the year ahead|planned|next (?:quarter"
    r"|month|year|period|six months|12 months|twelve months)|coming up|in the pipeline|forthcoming|upcoming|we will"
    r"|we commit to|we plan to|plans for|future (?:plans|work|actions|developments?))\b"
    r"|^(?:\d+(?:\.\d+)*\.?\s)?(?:(?:key|priority|planned|agreed|specific|main|further|future|proposed|immediate|our"
    r"|the|summary of|new|outstanding|partnership|strategic|high level) )*actions?(?: points?| list| agreed"
    r"| for (?:the )?(?:year|coming|next|20)[\w\s/–-]*| 20\d\d[\d/–-]*| we will take| to be taken"
    r"| required going forward)?:?$|\b(?:over|in|during) the (?:next|coming) (?:\w+ )?(?:years?|months|quarter)\b"
    r"|\b(?:focus|priorities|objectives|actions|work|activity|deliverables) (?:areas )?for (?:the )?(?:coming|next"
    r"|year ahead|future|20\d\d))",
    re.IGNORECASE,
)
_PLANNED_LEAD = re.compile(
    r"\b(?:will(?: also| now| therefore| then| continue to)?|plans? to|intends? to|are to|is to|going to|agreed to"
    r"|pledges? to|commit(?:s|ted)? to|planned(?: for [\w ]+)?|next steps(?: are| include)?|actions agreed|(?:will"
    r"|agreed|plans?|going to|actions?|commitments?)\b[^.;]{0,60}?\b(?:includ(?:e|es|ing)|as follows|are"
    r"|following[\w ]*|by|through|focus(?:ing)? on))\s?:\s*$",
    re.IGNORECASE,
)
# "The programme for the rest of the year is set out below."
_PLANNED_BELOW = re.compile(
    r"(?i)\b(?:programme|plans?|actions?|work|training|steps|events|activit(?:y|ies))\s(?:for|over|in|during)\s(?:the\s)?"
    r"(?:remainder|rest|coming|next|year ahead)\b[^.;]*\s(?:set out|listed|shown|given|as) (?:below|follows)\.?\s*$"
)
_HOPED_LEAD = re.compile(
    r"\b(?:aims?|ambitions?|vision|goals?|hopes?|aspirations?)\b(?!.*\b(?:will|plan to|going to|by)\b)[^.;]*:\s*$"
    r"|\b(?:seek|aim|hope|want|would like|strive|should)s?\s(?:to\s?)?:\s*$|\baims? (?:is|are)\s?(?:to)?:\s*$",
    re.I,
)
# "The role of the group is to:", "Members asked whether officers would:"
_NO_LEAD = re.compile(
    r"\b(?:role|purpose|remit|function|responsib\w+|duty|duties|asked|queried|recommended|recommends|invited to"
    r"|survey|respondents|must|required to|achievements?|included|successes|such as)\b",
    re.IGNORECASE,
)


# "… against its five priorities, which are:": names, not what is done for them.
_NAMES_LEAD = re.compile(
    r"\b(?:priorit(?:y|ies)|objectives?|outcomes?|themes?|principles?|pillars?|strands?|values)(?:\s(?:areas?|(?:of"
    r"|for) [\w /–-]{3,30}?))?,?(?:\s(?:which |that |these )?(?:are|is|were|include|includes))?(?: as follows"
    r"| set out below| listed below| below)?\s?:\s*$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 8


def is_label(text: str) -> bool:
    """Whether a paragraph is a few words without a full stop: a heading that was not set as one."""
    return len(text.split()) <= _LONGEST_LABEL and not re.search(r"[.;,!]\s*$", text)


_NAMES = re.compile(r"\b(?:priorit(?:y|ies)|objective|outcome|theme|principle|pillar|strand)\w*\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:action|delivery|improvement|development|implementation|work) (?:plan|programme)\b", re.IGNORECASE
)


def is_plan(text: str) -> bool:
    """Whether a heading stands over a plan, whose items are actions if they read like them."""
    return bool(_PLAN.search(text)) and not _NONE.search(text) and not _DONE.search(text)


def opens_list(text: str) -> bool:
    """Whether a line that promises ends in a colon, and names nobody or nothing of which the items are a list."""
    last = re.split(r"(?<=[.;])\s", text.strip())[-1]
    named = re.search(
        r"\b(?:by|from|of|with|in|at|include|includes|including|following|reasons?|areas?)\s?:\s*$", last, re.IGNORECASE
    )
    return last.rstrip().endswith(":") and not (named or _NAMES.search(last) or _NO_LEAD.search(last))


def announced_by_heading(text: str) -> Announced:
    """What a heading announces; "" where it says nothing of the kind."""
    if NATIONAL_HEADING.search(text):
        return "national"
    if _NONE.search(text):
        return "none"
    if _DONE.search(text):
        return "done"
    planned = _PLANNED.search(text) or (text.rstrip().endswith(":") and announced_by_lead(text) == "planned")
    return "planned" if planned else ""


def announced_by_lead(text: str) -> Announced:
    """What a line over a list announces; "" where it is no such line or says nothing of the kind.

    A few words without a full stop ("What we will do", "Next steps:") are a heading that was not set as one.
    """
    if text.rstrip().endswith(":") and _NAMES_LEAD.search(text) and not re.search(r"\b(?:will|shall)\b", text):
        return "none"
    if is_label(text) and (said := announced_by_heading(text.rstrip(" :"))) in ("planned", "done", "none"):
        return said
    if not text.rstrip().endswith(":"):
        return "planned" if _PLANNED_BELOW.search(text) else ""
    last = re.split(r"(?<=[.;])\s", text.strip())[-1]
    if NATIONAL.search(last):
        return "national"
    if _HOPED_LEAD.search(last):
        return "hoped"
    if _NAMES_LEAD.search(last):
        return ""
    return "planned" if _PLANNED_LEAD.search(last) and not _NO_LEAD.search(last) else ""
