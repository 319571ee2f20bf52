"""Where a clause is firm: the word by which somebody will, has agreed to, was asked to or is about to do something.

In: a clause and what stands over it. Out: the place of the word, or None for a wish, a forecast, what is past and what
only tells.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tracker.facts.promises.not_promises import is_aim, is_wished
from tracker.facts.promises.only_told import only_tells
from tracker.facts.promises.promise_around import Around
from tracker.facts.promises.promise_dated import dated_at
from tracker.facts.promises.promise_due import due_of
from tracker.facts.promises.promise_subject import doer_named, is_abstract, subject_of
from tracker.facts.promises.promise_tags import (
    TAG,
)
from tracker.facts.promises.promise_verbs import STARTED
from tracker.facts.promises.promise_who import names_a_doer
from tracker.facts.promises.resolutions import is_formal, sets_to_work
from tracker.facts.promises.served_people import is_consent, is_others_doing, is_served, is_share
from tracker.facts.promises.undertaking import Undertaking, undertakings
from tracker.facts.promises.undertaking_words import GROWS, HANDS_IN, IS_OF_ITSELF, KNOWS, MOVES, WISHES
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.number_words import NUMBER_WORD
from tracker.facts.wording.word_lists import words_of


def is_action(text: str) -> bool:
    """Whether a line of minutes is an action: tagged as one, or somebody and what they are to do."""
    return bool(TAG.match(text) or (_TO_DO.match(text) and names_a_doer(text)))


_NEAR = 60
"""The season of a verb stands at most so many characters behind it."""
# "is expected to open in the spring"
_SEASON = re.compile(
    r"\s(?:(?:for |in |over )?the\s|this\s|next\s)?(?:early\s|late\s)?(?:spring|summer|autumn|winter|new year"
    r"|later this year|(?:next|future|later|following) (?:[\w’'-]+ ){0,2}?meetings?|\w+ (?:weeks|months))\b",
    re.IGNORECASE,
)


def _is_other(clause: str, start: int) -> bool:
    """Whether the firm word at ``start`` is a maybe, what an aim is, a noun, or people's consent."""
    return is_consent(clause, start) or is_others_doing(clause, start) or _is_maybe(clause, start)


def _is_maybe(clause: str, start: int) -> bool:
    before = clause[:start]
    if _BEGUN.match(clause, start) and not doer_named(subject_of(clause, start), "we") and clause[:start].strip():
        return True
    if _BE_TO.match(clause, start) and (is_aim(clause, start) or _HOW_FAR.search(before)):
        return True
    return bool(_MAYBE.search(before))


def firm_at(clause: str, around: Around) -> int | None:
    """Where the first group of words stands in the clause by which something is undertaken; 0 where the clause as a
    whole sets somebody to work; None where there is no such thing."""
    if is_formal(clause, around.resolved):
        return None
    for group in undertakings(clause):
        if _counts(clause, group, around):
            return group.start
    if sets_to_work(clause, around.resolved):
        return 0
    if _STEP.match(clause) or _funded(clause, around.published) or (_is_note(clause, around)):
        return 0
    return dated_at(clause, around)


def _counts(clause: str, group: Undertaking, around: Around) -> bool:
    """Whether a verb group promises: who its subject is, whether it is told or wished, and when it is to be."""
    start, form = group.start, group.form
    before = clause[:start]
    subject = subject_of(clause, start)
    present = form == "set" and clause.startswith(("is", "are"), start)
    counted = is_share(subject) and not (present or form in ("will", "would", "timed", "to be"))
    # "Two reviews are under way": how many there are
    counted = counted or bool(_UNDER_WAY.match(clause, start) and _SO_MANY.match(re.split(r",\s", before)[-1]))
    # "of which 9 were to people in need": a part of a number
    counted = counted or bool(_OF_WHICH.search(before))
    if counted or (form == "undertakes" and not around.minuted and subject.lower() in ("he", "she")):
        # how many did something, not how many are to; outside minutes somebody of whom it tells
        return False
    if form == "set" and clause.startswith(("was", "were"), start) and not around.minuted:
        # "five were in progress": how things stood
        return False
    if form == "will" or form == "set" or form == "undertakes":
        wishes = form == "will" and group.act in WISHES | KNOWS
        return not (wishes or only_tells(clause, start) or _is_other(clause, start))
    if form == "would":
        return _is_told(clause, group, around)
    if form in ("doing", "being done"):
        past = clause.startswith(("was", "were"), start)
        served = is_served(subject)
        if form == "doing":
            ends = re.sub(r"\s[a-z]+ly$", "", clause.rstrip(" .;")).endswith(group.act)
            served = group.act in GROWS and (ends or not doer_named(subject, "we"))
        if _PRESSES.match(clause, start):
            return False
        if re.search(r"\b(?:not|never|no longer)\b[^.;,]{0,40}$", before):
            return False
        return not ((past and not around.minuted) or is_wished(before) or served or is_others_doing(clause, start))
    if form == "to be":
        return due_of(clause[start:], around.published, around.following) is not None or not _has_verb(before)
    due = due_of(clause[start:], around.published, around.following, promised=0)
    to_come = due is not None and due.end > around.published
    if form == "timed":
        told = group.act in ("asked", "requested") and not around.minuted
        if told or group.act in IS_OF_ITSELF - {"have"} or group.act in MOVES:
            return False
        return to_come or (due is None and bool(_SEASON.search(clause[start : start + _NEAR])))
    if form == "must":
        return around.minuted and due is not None and bool(doer_named(subject, "we"))
    active = re.search(r"\b(?:has|have)\s(?:now\s)?$", before) is not None
    active = active and (group.act in HANDS_IN or not clause.startswith("been", start))
    return (around.minuted or active) and not _is_question(before)


def _is_told(clause: str, group: Undertaking, around: Around) -> bool:
    """Whether a "would" is what somebody said will be: in minutes, or after the word that says so. What is of itself,
    is asked, wished or thought is none."""
    start, before = group.start, clause[: group.start]
    if group.act in IS_OF_ITSELF or before.endswith("there ") or clause.startswith("would rather ", start):
        return False
    if group.act == "be" and not due_of(clause[start:], around.published, around.following):
        return False
    if re.match(r"(?:was|were) to\b", clause[start:]) and is_aim(clause, start):
        return False
    spoke = _SPOKE.search(before)
    if spoke and is_served(subject_of(clause, spoke.start())):
        return False
    told = around.minuted or spoke
    if is_others_doing(clause, start) or _IF_IT_WERE.search(clause, start):
        return False
    if _COMES_OF.match(clause[start:]) and is_abstract(subject_of(clause, start)):
        return False
    return bool(told) and not (only_tells(clause, start) or is_wished(before))


def _is_question(before: str) -> bool:
    """Whether it is asked if somebody was asked: "queried whether the police had been asked to …"."""
    return bool(re.search(r"\b(?:whether|if|why|how)\s[^.;]{0,60}$", before))


# "Pursuing them will bring down harm": what comes of it.
_GERUND = re.compile(r"(?!(?:Training|Funding|Housing|Policing)\b)[A-Z][a-z]+ing\s")
# "Launch: autumn 2023", "For the 2024–27 programme: a refreshed plan"
_STEP = re.compile(
    r"(?:Launch|Start|Completion|Timescale|Deadline|By when|(?:For|In|During)\s(?:the\s)?20\d\d[^.:]{2,25}):"
)
# "might agree to", "our vision is to": a maybe and a wish, not a promise
_MAYBE = re.compile(
    r"\b(?:(?:might|may|could|should)\s(?:also\s)?|cannot or\s)$|\b(?:hop(?:e|es|ed|ing)|wish(?:es)?|wants?|hopeful"
    r"|confident|optimistic|(?:expectation|desire) (?:is|was))\s(?:that\s|for\s)?[^.;,]{0,60}$",
    re.IGNORECASE,
)
# "they would report more if they could do so online"
_IF_IT_WERE = re.compile(r"\bif\s(?:[\w’']+\s){1,4}(?:could|were|was|had|[a-z]+ed)\b")
_SO_MANY = re.compile(rf"(?!one\b)(?:{NUMBER_WORD}|\d+)\b", re.I)
_UNDER_WAY = re.compile(
    r"(?:is|are|was|were)\s(?:\w+\s)?(?:under\s?way|in (?:hand|progress|train)|on (?:track|target|schedule|course))\b"
)
# "Referrals are putting services under strain": what becomes of somebody
_PRESSES = re.compile(
    r"(?:is|are|was|were)\s(?:\w+\s)?putting\s(?:[\w’'-]+\s){0,6}?(?:under|pressure|strain|at risk)\b"
)
_OF_WHICH = re.compile(rf"\bof (?:which|whom|these|those|them),?\s(?:{NUMBER_WORD}|\d[\d,]*)\s$", re.I)
# "how willing people are to report"
_HOW_FAR = re.compile(r"\bhow\s[a-z]+\s(?:[\w’']+\s){1,3}$")
# "The library has begun to open late": only who acts is at work on it.
_BEGUN = re.compile(r"(?:has|have|had)\s(?:\w+\s)?begun to\b")
_BE_TO = re.compile(r"(?:is|are|will be)\s(?:\w+\s)?to\b")
# "Adoption of the plan would place more weight on …": what would come of something, unless it is to begin or go on.
_COMES_OF = re.compile(
    r"would\s(?:also\s|then\s)?(?!(?:be|run|start|begin|commence|launch|continue|follow|come|go|take (?:place|effect)"
    r"|finish|end|close|open|return|feed|report|focus|look|last|cover|form|accompany|remain|meet)\b)"
)
_SPOKE = re.compile(
    r"\b(?:advised|noted|agreed|confirmed|reported|stated|said|explained|informed|resolved|requested|announced|added"
    r"|proposed|undertook|assured|reassured|indicated|pledged|promised|clarified|outlined)\b"
)
# "MS to obtain a quotation by June": somebody and what they are to do; what members are to note is no action.
_TO_DO = re.compile(
    r"^(?!(?:Members?|Report|Apologies|Welcome)\b)(?!(?:\S+\s){0,7}?(?:Board|Committee|Panel|Cabinet|Forum|Partnership"
    r"|Members|Group)\sto\s(?:consider|agree|approve|comment|endorse|discuss|review|receive"
    r"|note)\b)\S+(?:\s\S+){0,7}?\sto\s(?!note|receive|date|be\b)[a-z]{3,}"
)


# "First cut to come to the April meeting": what is to happen to a thing.
_TO_COME = re.compile(
    r"^(?!(?:Members?|Report|Apologies|Welcome|To|In|How|What|Need|Unable|Able|Due|Likely|Opportunit\w+)\b)"
    r"[A-Z0-9][^.;:]{2,80}?(?P<before>\b\w+)\sto (?:come|go|follow|return|start|begin|continue|feature|include|cover"
    r"|open|close|join|run|take place|happen|form|feed|report|be (?!noted|approved|agreed|received|confirmed|found|seen"
    r"|aware))\b"
)
# "the need to", "a chance to"
_LEADS_ON = words_of(
    "need right power chance plan able how up decision duty time reason work opportunity ability is are was were"
)


# "Steve getting a quote"
_AT_WORK = re.compile(
    r"^(?!\S+\s(?:\S+\s){0,2}(?:missing|pending|remaining|lacking|outstanding|waiting|awaiting|rising|falling|costing"
    r"|leaving)\b)(?!(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|The|An?|No|All|Some|Many|Most"
    r"|More)\b)(?:(?:[A-Z][\w’'.&/-]*\s){1,3}(?:also\s|now\s|still\s)?[a-z]{2,}ing\s(?:an?|the|to|in|with|on|up|out"
    r"|into|for|their|his|her|back)\b"
    rf"|(?:{STARTED})\s(?:an?|the|with|up|out|our|their|more|further)\b)"
)


# "Deferred to the March agenda"
_MOVED = re.compile(
    r"\b(?:is|was|were|been) (?:now )?(?:moved|deferred|postponed|brought forward|put back|carried (?:over|forward)"
    r"|added)\s(?:to|until|for)\s[^.;,]{0,40}?\b(?:meeting|agenda|work programme|forward plan)\b"
)
_PUT_OFF = re.compile(
    r"^(?:Item\s|This\s)?(?:[Dd]eferred|[Cc]arried (?:forward|over)|[Pp]ostponed|[Aa]djourned)\s(?:to|until)\b"
)


def _is_note(clause: str, around: Around) -> bool:
    """Whether a clause sets somebody down for something, as notes of a meeting do; elsewhere it has no verb, and a
    day."""
    if not around.minuted and not due_of(clause, around.published):
        return False
    if _TO_DO.match(clause) and names_a_doer(clause) and (around.minuted or not _has_verb(clause)):
        return True
    if not around.minuted or _PUT_OFF.match(clause) or _MOVED.search(clause):
        return around.minuted
    if (to_come := _TO_COME.match(clause)) and not _has_verb(clause[: to_come.start("before")]):
        return to_come["before"] not in _LEADS_ON and not to_come["before"].endswith("ed")
    return bool(_AT_WORK.match(clause)) and not _has_verb(clause)


def _has_verb(clause: str) -> bool:
    """Whether a verb stands there, if only one that the parse takes for a noun: "The scheme lets | a tenant"."""
    phrases = parse(clause).phrases
    side_by_side = any(a.sort == b.sort == "noun" for a, b in pairwise(phrases))
    return side_by_side or any(phrase.sort == "verb" and phrase.finite for phrase in phrases)


def _funded(clause: str, published: str) -> bool:
    """Whether money has been won or set aside for a time that is not over when the paper comes out."""
    until = re.search(
        r"\b(?:is|are|was|were|been)\s(?:now\s)?(?:secured|funded|guaranteed|extended|commissioned"
        r"|in place)\s(?:until|up to|through to|to)\b",
        clause,
    )
    if not until and (
        not re.search(r"£|\b(?:funding|money|grant)\b", clause)
        or not re.search(
            r"\b(?:won|given|secured|securing|awarded(?!(?<=been awarded)\s(?:an?\b|£)(?!.*\buntil\b))|agreed"
            r"|allocated|funded|brought|committed)\b",
            clause,
        )
    ):
        return False
    due = due_of(clause, published)
    return due is not None and (due.end > published if published else bool(re.search(r"\buntil\b", clause)))
