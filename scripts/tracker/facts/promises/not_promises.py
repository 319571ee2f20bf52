"""Sentences that read like promises and are none: rules for readers, arrangements, aims, wishes, what has been done.

In: a sentence, or a clause and where its promising word stands. Out: whether it is none. "The meeting will be recorded"
arranges a meeting, "he hoped that members would attend" is a wish, "please note" is for readers. What a clause only
tells of stands in ``only_told``.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_subject import subject_of
from tracker.facts.promises.promise_words import IMPERATIVE

# Rules for readers, questions, what a thing is for: the whole sentence is no promise.
_SENTENCE = re.compile(
    r"^(?:\d+(?:\.\d+)*\s)?To (?:inform|advise|update|brief)\b[^.;]{0,60}\b(?:Panel|Committee|Board|Members?|Cabinet"
    r"|Council|Partnership|Executive|Authority)\b|\bbe (?:considered|deemed|regarded|classed) (?:an?|as)\b"
    r"|\b(?:anticipated|expected|likely|predicted|forecast|estimated|projected) (?:that|there|an?|the)\b|\b(?:is"
    r"|are) likely to\b|\bwill (?:result in|experience|need to be)\b|(?<!\bbe )\b(?:asked|queried|wondered"
    r"|enquired) (?:whether|if|how|when|what)\b|\bha(?:s|ve) a (?:statutory|legal) duty\b|\b(?:if|when) you\b"
    r"|\byou (?:can|may|will|must|should|have|are)\b|\bplease\b|\byour (?:request|complaint|review|application|letter"
    r"|e-?mail|right)\b|\b(?:your|the) (?:name|request) (?:and|will|is|has)\b|\bwithout your\b|\bdisclosure log\b"
    r"|\bas long as\b|\bwill (?:depend|vary|not be known)\b"
    r"|\bwill have (?:been|had)\b(?!\s[^.;]*\bby\b[^.;]*\b20\d\d\b)|\bto be (?:found|seen)\b|\bnone\b\.?$"
    r"|\bwill (?:finish|end|close) the (?:\w+ )?year (?:at|on|with|above|below)\b"
    r"|\bwill (?:cut|reduce) (?:[\w'’]+\s){0,4}?(?:capacity|staff)|\b(?:when|if)\s?:\s*$|^(?:If(?! (?:this is |it is "
    r"|they are )?(?:agreed|approved|adopted|granted|successful|confirmed|supported))|Anyone|Whoever"
    r"|At this)\b(?!.*\bwe\b)|\bcan\s(?:then\s)?(?:trust|expect|be sure)\b|\?\s*$|%\s\w+\s(?:agreed|felt)|^(?:Where"
    r"|Once|When)\b[^,]*\b(?:is|are)\b[^,]*,(?!.*\b(?:we|council|partnership|team|board|police)\b)|\b(?:later"
    r"|elsewhere|below) in (?:the|this) (?:document|report|strategy|plan|paper)\b|\b(?:described|explained|discussed"
    r"|detailed|outlined) (?:in (?:more|further|greater) details?|below|overleaf|in (?:section|chapter|appendix))"
    r"|\b(?:framework|table|measures|indicators|list|diagram) below\b|\b(?:we|you|they|partners|the (?:council"
    r"|partnership|board|plan)) (?:said|promised|pledged) (?:that )?(?:we|they|it) (?:would|will)\b|\b(?:he|she|they"
    r"|who|and) (?:(?:will|would) (?:shortly |soon )?be (?:retiring|leaving|(?:stepping|standing) down|moving on)"
    r"|(?:is|was) (?:shortly |soon |due )?to (?:retire|leave|(?:step|stand) down|move on))\b"
    r"|[–—;:(-]\s?(?:now |since |all )?(?:completed?|done|closed|discharged|actioned)\W*$|\b(?:actions?|items"
    r"|entries)\s(?:(?:that|which|marked|shown)\s[\w\s]{3,30}?)?will be (?:removed|deleted|closed|archived|struck)\b"
    r"|\bminutes (?:of|from)\b|\bcan be\b[^.]{0,30}\bfound\b|\bguilty of\b|\bon conviction\b|\bcommits? an offence\b",
    re.IGNORECASE,
)
# "Our vision: a town where everyone is safe": what it is all for.
_VISION = re.compile(
    r"(?:(?:our|the)\s)?(?:\w+\s)?(?:vision|mission)(?:\sstatement)?(?:\s?[:–](?!.*\bwe will\b)|\sis\s(?!to\b))",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:this|the|today’s|today's) meeting\s(?:will|would|(?:is|was) (?:to be|being))\s(?:be\s)?(?:recorded"
    r"|held (?:in|at|on|via|remotely|virtually)|webcast|broadcast|live|audio|filmed|streamed|open|start|begin"
    r"|take place|chaired|conducted)|\bitems? (?:would|will) be (?:taken|heard|considered) (?:after|before|first|last"
    r"|next|together)\b|\bthe agenda (?:would|will|is to|was to) be\b|\bliving document\b"
    r"|\b(?:fire (?:alarm (?:tests?|drills?)|drills?|exits?)|toilets?|mobile phones?|microphones?|assembly point"
    r"|public gallery|lifts)\b",
    re.IGNORECASE,
)
# "the overall goal of the plan", "our role"
_AIM = re.compile(
    r"(?:(?:the|our|its|their|this|a|one|another|your)\s)?(?:[\w’'-]+\s){0,3}?(?:approach|vision|mission|aims?"
    r"|ambitions?|aspirations?|goals?|purpose|roles?|challenges?|remit|objectives?|function)\b",
    re.IGNORECASE,
)
# "hoped that members would attend", "suggested it would be good to": what is said is a wish, an opinion, a question …
_WISHING = (
    r"hop(?:ed?|es|eful)|suggest(?:ed|s|ing)|felt|feels?|thought|thinks?|wish(?:ed|es)|considered|believed?|wondered"
    r"|fear(?:ed)?|worried|concern(?:ed|s)?|if|whether|(?:aim|purpose|idea|intention)s? (?:was|were|is|being)|without"
    r"|confiden(?:ce|t)|sought|queried|questioned|asked (?:how|what|when|why|who)|argued|commented|doubt(?:ed)?"
    r"|appreciated?|preferred|anticipated|expected"
)
# … unless somebody's answer or decision stands nearer: "suggested a survey, and officers said they would".
_SAYING = (
    r"said|advised|confirmed|reported|stated|agreed|explained|informed|announced|added|undertook|assured|reassured"
    r"|resolved|proposed|indicated|pledged|promised|clarified|AGREED|RESOLVED"
)
_FRAME = re.compile(rf"\b(?:(?P<wish>{_WISHING})|{_SAYING})\b", re.IGNORECASE)
# "She hoped to finish by June and would bring …": the second thing stands by itself.
_THEN_DOES = re.compile(r"\b(?:hope[sd]?|wish(?:ed|es)) to\s[^.;]+?\sand\s(?:he\s|she\s|they\s)?$", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:[Aa]s|[Ss]ince|[Bb]ecause|[Ww]hereas|[Aa]lthough|[Ww]hilst)\s(?:it|this|that|these|they|there|he|she|the"
    r"|[A-Z])\b[^,.;]{0,60}$"
)
_DONE = re.compile(
    r"^(?!(?:Increased|Improved|Enhanced|Extended|Expanded|Targeted|Dedicated|Continued|Strengthened|Renewed|Sustained"
    r"|Shared)\s(?!the\b|an?\b|by\b|to\b|our\b|from\b|its\b|their\b)[a-z])(?:(?!Bleed|Need|Seed|Feed|Speed|Shed"
    r"|Proceed)[A-Z]\w+ed|Held|Ran|Met|Set up|Made|Built|Won|Led|Took|Gave|Began|Brought|Completed?)\b(?! (?:by"
    r"|in time|to be))|\b(?:has|have)\s(?:now\s|already\s|also\s|since\s|all\s)*(?:been|\w+ed)\b|\b(?:was"
    r"|were)\s\w+(?:ed|en|n)\b"
)
_PROMISED = re.compile(r"\b(?:will|shall|to be|plans? to|is due|are due|going to|is to|are to|yet to|not yet)\b")
# "will have a report every year, setting out progress against the measures below": what is in what is promised
_AT_LAST = re.compile(r"(?<=\w),\s(?:setting out|showing|listing|using|covering|reporting)\s[^,;.]*\bbelow\W*$")
# "Slides 4 to 9 will be presented by …": who speaks to which part of a paper.
_PART_OF_PAPER = re.compile(
    r"(?:the\s)?(?:slides?|pages?|appendix|appendices|tables?|charts?|annex)\s(?:\d|(?-i:[A-Z])\b)", re.IGNORECASE
)


def is_no_promise(sentence: str) -> bool:
    """Whether the whole sentence is something else: a question, a rule for readers, a forecast, an arrangement."""
    sentence = _AT_LAST.sub("", sentence)
    return bool(
        _PART_OF_PAPER.match(sentence)
        or _SENTENCE.search(sentence)
        or _MEETING.search(sentence)
        or _VISION.match(sentence)
    )


def is_aim(clause: str, start: int) -> bool:
    """Whether "is to", "will be to" at ``start`` tells what an aim is: "The goal of the plan is to help …"."""
    of_which = re.search(r"\b(?:aims?|purpose|objectives?|role) of which\s*$", clause[:start])
    return bool(of_which or _AIM.match(subject_of(clause, start)))


def is_done(text: str) -> bool:
    """Whether an item of a list tells what has been done, and nothing to come."""
    return bool(_DONE.search(text)) and not _PROMISED.search(text) and not IMPERATIVE.match(text[:1].upper() + text[1:])


def is_wished(before: str) -> bool:
    """Whether what stands before a "would" makes it a hope, an opinion or a question: "he hoped that members would"."""
    if _THEN_DOES.search(before):
        return False
    frames = list(_FRAME.finditer(before))
    return bool((frames and frames[-1]["wish"]) or _REASON.search(before))
