"""Resolutions and wishes of a meeting that set somebody to work: "RESOLVED that officers bring a report to the Board".

In: a clause of minutes or a report. Out: whether it sets an action. "RESOLVED that the report be noted" sets none, nor
does what a board approves, adopts or elects.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_verbs import BASE
from tracker.facts.promises.promise_words import IMPERATIVE

# What somebody is to do, after "that"; adopting and appointing is done with the vote.
_ACT = rf"(?!(?:adopt|agree|appoint|confirm|support|welcome|value)\b){BASE}"
# What is done with a thing; not what it is, nor what a board does with a paper or a person by voting.
_DONE = (
    r"(?!(?:based|composed|comprised|deemed|considered|known|called|limited|named|regarded|noted|approved|agreed"
    r"|received|endorsed|adopted|accepted|supported|confirmed|signed|appointed|elected|re-elected|thanked|welcomed"
    r"|ratified|authorised|delegated|recorded|minuted|moved|seconded|satisfied|pleased|concerned|required|allowed"
    r"|permitted|entitled|used|recommended|looked|aware|commended|congratulated)\b)(?:[a-z-]{3,}ed|brought|sent|given"
    r"|held|put|made|set up|sought|written|undertaken|taken (?:forward|up|back)|drawn up|built|kept|shown|fed back"
    r"|subject to (?:\w+ )?review)"
)
_SUBJECT = r"(?:(?:the|a|an)\s)?(?:(?:of|for)\sthe\s|(?!(?:the|a|an|note|to|be)\b)[\w’'/&-]+,?\s){1,9}?"
# "That the Community Safety Team liaises with …": a body and, in the present, what it does from now on.
_FROM_NOW = (
    r"(?!That\b)(?:[Ii]n [^,]{3,140}, (?:[^,]{3,60}, )?)?(?:[Tt]he\s)?(?:(?:[A-Z][\w'’&/.-]*\s|(?:of|and|for|the"
    r"|&)\s(?=[A-Z]|the\s[A-Z])){1,10}|(?:[\w-]+\s){0,3}?(?:officers|team|council|partners|board|chair|partnership"
    r"|police|group)\s)(?!(?:is|are|was|were|be|been|has (?:been|not)|had|of|for|and|in|on|at|by|with|to|from|will"
    r"|would|should|may|can|as|or|that|which|who|not|note|notes|agrees?|approves?|endorses?|receives?|supports?"
    r"|welcomes?|adopts?|accepts?|recommends?|thanks?|delegates?|(?!(?:feed|need|proceed"
    r"|embed)\b)[a-z]+ed)\b)[a-z]{3,}"
)
_OPENING = re.compile(
    r"^(?:[Ii]t was (?:unanimously |suggested,? and )?(?:agreed|resolved)|.{0,60}?\b(?:RESOLVED|AGREED)|Resolved"
    r"|Agreed)[\s:–—-]+",
    re.DOTALL,
)
_MARK = r"(?:[(\[]?(?:\w{1,3}[.)\]]|\d{1,2}(?:\.\d{1,2}){1,2})\s+)?(?:[Tt]hat[,\s]\s?|[Tt]o\s)?"
_MARK_ONLY = re.compile(r"^[(\[]?(?:\w{1,3}[.)\]]|\d{1,2}(?:\.\d{1,2}){1,2})\s+")
_ITEM = re.compile(
    rf"^{_MARK}(?:{_SUBJECT}{_ACT}s?|{_FROM_NOW}|[^.;:]{{3,160}}?\s(?:be|is|are|to be)\s(?:\w+ly\s)?{_DONE})\b"
)
# What a board does with a paper or a person is done with the vote.
_FORMAL = re.compile(
    r"\bbe\s(?:\w+ly\s)?(?:noted|approved|agreed|received(?!\s(?:at|to|by|in|every|each|within|quarterly|annually)\b)"
    r"|endorsed|adopted|accepted|supported|confirmed|signed|appointed|elected|re-elected|thanked|taken|welcomed"
    r"|ratified|authorised|delegated)\b"
)
# "Approve the strategy", "To note the report"
_FORMALLY = re.compile(
    rf"^{_MARK}(?:[Aa]grees?(?=\s(?:the|its|an?)\b)|[Nn]ote|[Aa]pprove|[Ee]ndorse|[Rr]eceive|[Aa]dopt|[Aa]ccept"
    rf"|[Ss]upport|[Tt]hank|[Ww]elcome|[Ee]lect"
    r"|[Aa]ppoint|[Cc]onfirm|[Rr]atify|[Dd]elegate|[Rr]ecommend)s?\s(?!that\b.*\b(?:will|would)\b)"
)
# "that the report be noted and a task group be set up"
_TWO_IN_ONE = re.compile(
    rf"(\bbe\s\w+),?\sand\s(?=(?:the|an?|each|all|[A-Z][\w’'-]+)\s[^.;,]{{3,80}}?\s(?:be|{_ACT})\s)"
)
_OPENS = re.compile(
    r"(?:\b(?:RESOLVED|AGREED)\b|^(?:Resolved|Agreed))\s*(?:unanimously\s*)?[:–—-]*\s*(?:[Tt]hat|to)?\s*[:–—-]*\s*$"
)
# "Cabinet agreed the recommendations of the panel as below:"
_OPENS_LISTED = re.compile(
    r"\b(?:agreed|approved|accepted|adopted|supported)\s(?:that\s)?(?:the|all|these|its"
    r"|both)\s(?:\w+\s){0,3}?(?:recommendations?|actions|proposals)\b[^.;]{0,90}:$"
)
_OPENS_MINUTED = re.compile(
    r"^[A-Z][\w ,’'-]{2,90}? (?:unanimously )?(?:resolved|agreed)(?: that| to)?\s?[:–—-]+$|^That (?:the )?(?:Cabinet"
    r"|Committee|Board|Panel|Executive|Council):?$"
)
# A verb in its plain form behind these is no "that officers write": "agreed that this had come up".
_NO_FINITE = (
    r"(?:(?!\b(?:had|has|have|is|are|was|were|would|will|could|can|should|may|might|to|not|did|do|does)\b)[^.;,])"
)
_WANTED = re.compile(
    rf"\b(?:agreed|resolved|requested|proposed|recommended)\s?[,:–-]*\sthat\s(?:if "
    rf"[^,;.]{{3,140}},\s(?:then\s)?)?(?:[^.;,]{{3,60}}?\sbe\s(?:\w+ly\s)?{_DONE}\b|(?:the\s)?(?:[A-Z]|officers"
    rf"|partners|each|all|both|every){_NO_FINITE}{{1,60}}?\s{_ACT}\b)|\b(?:agreed"
    rf"|resolved)\s?[,:–-]*\sthat\s{_NO_FINITE}{{3,60}}?\s(?:{_ACT}|come|go)\s(?!of\b|for\b"
    rf"|{_NO_FINITE}{{0,60}}?\sbe\s)\w"
)


# "The Executive agreed rapid review to be completed"
_AGREED_TO_BE = re.compile(r"\b(?:agreed|decided)\s(?:on\s)?(?!that\b|to\b)[^.;,]{3,80}?\sto be\s(?!noted|approved)\w+")
# "The Chair suggested that leaflets be printed and this was agreed"
_THEN_AGREED = re.compile(
    r"\b(?:suggested|proposed|recommended|asked)\b[^.;]{8,200}?\b(?:and|which)\s(?:this\s|it\s)?(?:was"
    r"|were)\s(?:\w+\s(?:and\s)?)?agreed\b"
)


def is_formal(clause: str, resolved: bool) -> bool:
    """Whether what was resolved is done with the vote: "that the appointment of the officer who will lead be
    endorsed"."""
    opening = _OPENING.match(clause)
    said = re.sub(r"[;,]?\s*(?:and)?\s*$", "", clause[opening.end() :] if opening else clause)
    if not (opening or resolved) or re.search(r"\band that\b|;\s", said):
        return False
    if _FORMALLY.match(said) or re.search(r"\bbe (?:delegated|given delegated)\b", said):
        return True
    if re.search(r"\b(?:thanks|appreciation|condolences|congratulations|gratitude)\b[^.;]{0,60}\bbe\b", said):
        return True
    first, _, second = said.partition(" and ")
    if second and _ITEM.match(first) and not _FORMAL.search(first):
        return False
    return bool(
        re.search(rf"{_FORMAL.pattern}(?:(?!\bbe\b)[^,]){{0,40}}$", said)
        and not re.search(r"\bbe requested to\b", said)
    )


def sets_to_work(clause: str, resolved: bool) -> bool:
    """Whether a clause of what was resolved, agreed, proposed or asked is an action. ``resolved``: the line over it
    says that what follows was resolved."""
    opening = _OPENING.match(clause)
    if opening or resolved:
        said = clause[opening.end() :] if opening else clause
        said = _TWO_IN_ONE.sub(r"\1; ", said)
        pieces = re.split(r"[,;]?\s(?:and|but)\s(?=that\b)|;\s", said)
        if any(IMPERATIVE.match(re.sub(_MARK_ONLY, "", p)) and not _FORMALLY.match(p) for p in pieces):
            return True
        if any((_ITEM.match(p) and not _FORMAL.search(p)) for p in pieces):
            return True
    wanted = any(pattern.search(clause) for pattern in (_WANTED, _AGREED_TO_BE, _THEN_AGREED))
    return wanted and not _FORMAL.search(clause)


def opens_resolutions(text: str, minuted: bool = True) -> bool:
    """Whether a line says no more than that what follows was resolved: "RESOLVED:", "The Committee AGREED that:", in
    minutes "Cabinet resolved to:" too."""
    return bool(_OPENS.search(text) or (minuted and (_OPENS_MINUTED.match(text) or _OPENS_LISTED.search(text))))
