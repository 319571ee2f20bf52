"""The promises of one text: each sentence or clause that says what somebody will do, with who and by when.

In: a text and what stands over it. Out: ``Promise`` records in reading order, ``text[start:end]`` their wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.facts.promises.not_promises import is_done, is_no_promise, is_wished, only_tells
from tracker.facts.promises.promise_due import due_of, how_often
from tracker.facts.promises.promise_who import named_last, names_a_doer, who_acts
from tracker.facts.promises.promise_words import FIRM, IMPERATIVE, NATIONAL, SOFT, WISHED
from tracker.facts.promises.resolutions import sets_to_work
from tracker.facts.wording.sentences import sentences


@dataclass(frozen=True)
class Promise:
    """A promise found in a text: ``text[start:end]`` is its wording."""

    start: int
    end: int
    who: str
    by_when: str
    due_date: str
    firm: bool


@dataclass
class Around:
    """What stands over a text. ``national`` runs on: what the law asks is told in several sentences."""

    published: str
    board: str
    planned: bool = False
    hoped: bool = False
    minuted: bool = False
    actor: str = ""
    by_when: str = ""
    due_date: str = ""
    national: bool = False
    resolved: bool = False
    """The line over it says that what follows was resolved."""


def promises_around(text: str, around: Around) -> Iterator[Promise]:
    """The promises of one text under what stands over it."""
    subject = around.actor
    speaker = ""
    for begin, end in sentences(text):
        number = _PARAGRAPH_NUMBER.match(text[begin:end])
        begin += number.end() if number else 0
        sentence = text[begin:end]
        own = around.planned and IMPERATIVE.match(sentence)
        if NATIONAL.search(_GIVEN.sub("", sentence)) and not own and not _local_actor(sentence):
            around.national = True
        elif not re.match(
            r"(?:It(?! (?:was|is) (?:\w+ )?\w+ed that)|Its|They|This|These|The (?:scheme|order|notice|guidance))\b"
            r"|(?:[\w' -]+\s)?(?:must|may)\b",
            sentence,
        ):
            around.national = False
        if around.national or is_no_promise(sentence):
            continue
        if spoke := _SPEAKING.match(sentence):
            speaker = spoke["who"].strip()
        if named := _NAMED_TAG.match(sentence):
            subject = named["who"].strip()
        for start, stop in _clauses(sentence):
            tag = (_NAMED_TAG if start == 0 and named else _TAG).match(sentence[start:stop])
            start += tag.end() if tag else 0
            clause = sentence[start:stop]
            announced = around.planned or (tag is not None and len(clause.split()) >= _ACTION_WORDS)
            planned = announced and not is_done(clause) and bool(re.search(r"[a-z]{3}", clause))
            firm = _is_firm(clause, around) and not _CONDITION.search(sentence)
            soft = any(pattern.search(clause) for pattern in SOFT) or (not firm and _is_firm(clause, around))
            if not firm and not soft and not planned and not around.hoped:
                continue
            who = who_acts(clause, around.board) or (named_last(clause) if tag or around.planned else "")
            if not who and re.match(r"(?:He|She)\b", clause):
                who = speaker
            subject = who or subject
            who = who or ("" if subject != around.actor and not named and _UNSAID.search(clause) else subject)
            due = due_of(clause, around.published) or due_of(sentence, around.published)
            label = due.label if due else how_often(clause) or around.by_when
            yield Promise(
                begin + start,
                begin + stop,
                who,
                label,
                due.end if due else around.due_date if label == around.by_when else "",
                (firm or planned) and not around.hoped,
            )


# In minutes "A meeting had been arranged (24 March 2023)", for a day to come.
_ARRANGED = re.compile(r"\bhad been (?:arranged|scheduled|booked|planned)\b")


def _is_maybe(clause: str, start: int) -> bool:
    return bool(_MAYBE.search(clause[:start])) or any(m.end() == start for m in _VISION.finditer(clause))


def _is_firm(clause: str, around: Around) -> bool:
    """Whether a firm word stands in the clause that neither only wishes nor only tells what will be."""
    for match in (m for pattern in FIRM for m in pattern.finditer(clause)):
        modal = _MODAL.search(clause, match.start(), match.end())
        start = modal.start() if modal else match.start()
        wished = re.match(WISHED, clause[start:], re.I) or (
            modal and modal.group() == "would" and is_wished(clause[:start])
        )
        if not wished and not only_tells(clause, start) and not _is_maybe(clause, start):
            return True
    if sets_to_work(clause, around.resolved):
        return True
    if _funded(clause, around.published) or (around.minuted and _TO_DO.match(clause) and names_a_doer(clause)):
        return True
    if around.minuted and _ARRANGED.search(clause) and (due := due_of(clause, around.published)):
        return due.end > around.published
    return around.minuted and any(
        not only_tells(clause, m.start()) and not is_wished(clause[: m.start()]) for m in _MINUTED.finditer(clause)
    )


_MODAL = re.compile(r"\b(?:will|shall|would)\b", re.IGNORECASE)
# "might agree to", "our vision is to": a maybe and a wish, not a promise
_MAYBE = re.compile(r"\b(?:might|may|could|should)\s(?:also\s)?$", re.IGNORECASE)
_VISION = re.compile(
    r"\b(?:vision|aims?|ambition|aspiration|goals?|purpose|role|challenge|remit)\s(?=(?:is|are)\s)", re.IGNORECASE
)
# In minutes "would" tells what somebody said is to come, if it is not a question, a wish or an opinion.
_MINUTED = re.compile(
    r"\b(?:would|was to|were to)\s(?:also\s|now\s|then\s|be\s)?(?!(?:be|have|help|allow|enable|mean|need|require"
    r"|like|love|welcome"
    r"|leave the (?:room|meeting|chamber)|prefer|benefit|depend|affect|make|cost|not|seem|appear|suggest|expect"
    r"|hope|say|want|appreciate|useful|helpful"
    r"|good|better"
    r"|potentially|possibly|perhaps|probably|likely|beneficial|of interest|interest\w*|important|possible"
    r"|difficult|appropriate|able|grateful|happy|keen|wel\w*|continue to"
    r" be|become"
    r"|remain|see|impact|improve|increase|reduce|recommend|inform|the|a|an)\b)[a-z]{3,}"
    r"|\b(?:is|are|was|were|be) (?:asked|requested|tasked|instructed) to\s(?!note|consider|agree|approve|comment"
    r"|endorse|complete"
    r"|rate|say|describe|leave|amend the (?:draft )?minutes|contact (?:the )?(?:clerk|democratic))"
)
# "MS to obtain a quotation by June": somebody and what they are to do; what members are to note is no action.
_TO_DO = re.compile(
    r"^(?!(?:Members?|Board|Committee|Panel|Cabinet|Report|Apologies|Welcome)\b)\S+(?:\s\S+){0,7}?\sto\s"
    r"(?!note|consider|agree|approve|comment|endorse|receive|date|be\b)[a-z]{3,}"
)
# A condition nobody here can meet makes a promise soft.
_CONDITION = re.compile(
    r"\b(?:subject to (?:the |further |available |future |external |successful )*(?:funding|budget|resources?"
    r"|approval|grant|bid)"
    r"|if (?:the )?(?:funding|bid|money|resources|budget)\b|should (?:further |the |more )?funding|dependent"
    r" (?:up)?on (?:the )?"
    r"(?:funding|resources)|depending on (?:funding|resources)|where (?:funding|resources) (?:allows?|permits?))",
    re.IGNORECASE,
)

# Money from the state does not make what it pays for the state's promise.
_GIVEN = re.compile(
    r"\b(?:from|(?:award|fund|grant|provid|paid|given|won|secur)\w*\b[^.;]{0,40}?\b(?:by|from|through)|money of)"
    r" (?:the )?(?:Home Office"
    r"|Department (?:for|of)(?: [A-Z&][\w&,]*| and| for)+|Ministry of \w+|Mayor(?:'s|’s)? (?:Office|of"
    r" London)[\w' ]{0,30}|Government"
    r"|NHS England)(?: (?:money|funding|funds|grant))?"
    r"|\b(?:once|after|when|until|subject to|following|pending|as soon as)\s(?:the )?(?:Home Office|Government"
    r"|Department|Ministry"
    r"|Secretary of State|Parliament|Cabinet Office|NHS England)\b[^,.;]*"
)
# "The plan will be refreshed": who does it is not said, and need not be who acted in the sentence before.
_UNSAID = re.compile(
    r"^(?!(?:It(?! (?:was|is)\b)|They|He|She|This|These|Both)\b).*?\b(?:(?:will|shall|would|is to|are to|to"
    r"|being|is|are|was"
    r"|were|be|has been|have been)\s(?:also\s|now\s|then\s)?(?:be\s)?\w+(?:ed|en|wn|ilt|old|eld|ent|ut|ght)\b"
    r"|will have\b|(?:is|are) due\b)",
)
# In minutes "He offered to attend": the one who spoke last.
_SPEAKING = re.compile(
    r"^(?:The\s)?(?P<who>(?:[A-Z][\w’'.-]*\s(?:(?:of|for|and)\s(?:the\s)?(?=[A-Z]))?){1,7})(?:also\s"
    r"|then\s)?(?:said|advised"
    r"|stated|explained|confirmed|reported|noted|added|introduced|presented|outlined|agreed|responded"
    r"|highlighted|welcomed)\b"
)
_PARAGRAPH_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-Z])")
# What announces an action in minutes: "ACTION:", "Action 3 -", "AGREED ACTION:".
_TAG = re.compile(
    r"^(?:AGREED|Agreed|RESOLVED|Resolved)\s*[:–—-]\s*(?=(?:[A-Z][\w.'’&/-]*\s){1,6}to\s[a-z])|^[\[(]?(?:(?:AGREED"
    r"|Agreed|NEW|New)\s+)?(?:ACTIONS?|Actions?)(?:\s+(?:POINTS?|points?|Points?))?"
    r"(?:\s+(?:for|FOR)\b[^:]{2,40})?\s*\d*\s*[:–—-]\s*"
)
# "[ACTION: Housing Team] The team to …"
_NAMED_TAG = re.compile(
    r"^[\[(](?:AGREED\s|Agreed\s)?(?:ACTIONS?"
    r"|Actions?)\s?\d*\s?[:–—-]\s?(?P<who>[A-Z][^\])]{1,60})[\])]\s*(?=[A-Za-z])"
)
# "ACTION: Sunita Rao" names someone for what was said before it; with so many words it is an action by itself.
_ACTION_WORDS = 4


def _funded(clause: str, published: str) -> bool:
    """Whether money has been won or set aside for a time that is not over when the paper comes out."""
    if "£" not in clause or not re.search(
        r"\b(?:won|secured|awarded|agreed|confirmed|allocated|funded|brought|committed)\b", clause
    ):
        return False
    due = due_of(clause, published)
    return due is not None and (due.end > published if published else bool(re.search(r"\buntil\b", clause)))


def _local_actor(sentence: str) -> bool:
    """Whether a body of the place is the one that acts, though the state is named too."""
    actor = re.search(
        r"\b(?:[Ww]e|[Tt]he (?:[Cc]ouncil|[Pp]artnership|[Bb]oard|[Tt]eam)|[Oo]ur \w+|[A-Z]\w+ (?:Council|Homes"
        r"|Partnership))\s(?:\w+\s){0,2}?(?:will|is|are|has|have|plans?|agreed|secured)\b",
        sentence,
    )
    return actor is not None


def _clauses(sentence: str) -> tuple[tuple[int, int], ...]:
    """The sentence, or its pieces where semicolons part it and only some promise."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(r";\s+", sentence):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(sentence)))
    if len(pieces) == 1:
        return ((0, len(sentence)),)
    marked = [p for p in pieces if any(r.search(sentence[p[0] : p[1]]) for r in (*FIRM, *SOFT))]
    # a list inside one promise ("for A; for B; for C") stays whole
    if len(marked) == len(pieces) or not marked or any(len(sentence[a:b].split()) < 4 for a, b in pieces):
        return ((0, len(sentence)),) if not marked or len(marked) == 1 else tuple(marked)
    return tuple(marked)
