"""The promises of one text: each sentence or clause that says what somebody will do, with who and by when.

In: a text and what stands over it. Out: ``Promise`` records in reading order, ``text[start:end]`` their wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.facts.promises.not_promises import is_done, is_no_promise
from tracker.facts.promises.promise_around import Around, Promise
from tracker.facts.promises.promise_clauses import ANSWERED, answers, clauses, halves, within
from tracker.facts.promises.promise_due import due_of, how_often
from tracker.facts.promises.promise_firm import firm_at
from tracker.facts.promises.promise_subject import first_verb, subject_of
from tracker.facts.promises.promise_tags import (
    ACTION_WORDS,
    LABELLED,
    NAME_ONLY,
    NAMED_TAG,
    PARAGRAPH_NUMBER,
    SPEAKING,
    STANDS,
    TAG,
)
from tracker.facts.promises.promise_who import named_last, names_a_doer, refers_back, who_acts
from tracker.facts.promises.promise_words import IMPERATIVE, NATIONAL, SOFT, STATE
from tracker.facts.promises.served_people import is_served
from tracker.facts.wording.periods import Period
from tracker.facts.wording.sentences import sentences


def promises_around(text: str, around: Around) -> Iterator[Promise]:
    """The promises of one text under what stands over it."""
    found: list[Promise] = []
    told = _Told(around.actor)
    before = (0, 0)
    for begin, end in sentences(text):
        number = PARAGRAPH_NUMBER.match(text[begin:end])
        begin += number.end() if number else 0
        sentence = text[begin:end]
        if (named := NAME_ONLY.match(sentence)) and around.minuted:
            # "… is to be costed. ACTION: JB": the name is that of the one who does what was said before.
            found = named_for(text[: before[1]], found, named["who"], around)
            continue
        if re.search(r"\b(?:RESOLVED|AGREED)\b", text[:begin]) and re.match(
            r"(?:\(?\w{1,3}[.)]\s)?[Tt]hat\b", sentence
        ):
            found.extend(_promises_of(sentence, begin, replace(around, resolved=True), told))
            continue
        found.extend(_promises_of(sentence, begin, around, told))
        before = (begin, end)
    yield from found


def named_for(text: str, found: Sequence[Promise], name: str, around: Around) -> list[Promise]:
    """The promises of a text after which a name was set down: its last sentence is what that one does."""
    begin, end = (sentences(text) or ((0, 0),))[-1]
    last = found[-1] if found and found[-1].end >= end else _untold(text, (begin, end), around)
    kept = found[:-1] if found and last is found[-1] else found
    return [*kept, replace(last, who=name.strip(" .,;)]"))] if last else list(kept)


@dataclass
class _Told:
    """Who a text has spoken of so far."""

    subject: str
    speaker: str = ""


def _untold(text: str, span: tuple[int, int], around: Around) -> Promise | None:
    """A sentence that only the name after it makes an action."""
    sentence = text[span[0] : span[1]]
    if len(sentence.split()) < ACTION_WORDS or is_done(sentence) or _NOTED.search(sentence):
        return None
    due = due_of(sentence, around.published, around.following)
    return Promise(*span, "", due.label if due else how_often(sentence), due.end if due else "", True)


# What a meeting does with a paper or a person.
_NOTED = re.compile(r"\b(?:noted|thanked|welcomed|approved|received)\s(?:the|that|this|and|[A-Z])")


def _promises_of(sentence: str, begin: int, around: Around, told: _Told) -> Iterator[Promise]:
    """The promises of a sentence that begins at ``begin`` of its text."""
    own = (around.planned and IMPERATIVE.match(sentence)) or (
        around.minuted and names_a_doer(sentence) and not re.match(STATE, sentence)
    )
    decided = around.resolved or re.match(r"(?:RESOLVED|AGREED|Resolved|Agreed)\b", sentence)
    if NATIONAL.search(_mentioned(sentence)) and not (own or decided or _local_actor(sentence)):
        around.national = True
    elif not re.match(
        r"(?:It(?! (?:was|is) (?:\w+ )?\w+ed that)|Its|They|This|These|The (?:scheme|order|notice|guidance))\b"
        r"|(?:[\w' -]+\s)?(?:must|may)\b",
        sentence,
    ):
        around.national = False
    none = is_no_promise(sentence) and not _is_due(sentence, around.published)
    answered = (ANSWERED.search(sentence) or _PARTED.search(sentence)) if around.minuted else None
    if around.national or (none and not answered):
        return
    if spoke := SPEAKING.match(sentence):
        told.speaker = spoke["who"].strip()
    if named := NAMED_TAG.match(sentence):
        told.subject = named["who"].strip()
    pieces = clauses(sentence, around)
    if none:
        # "Members asked whether it could be shown; officers said that it would be": only the answer promises.
        parted = answers(sentence) or (pieces if len(pieces) > 1 or pieces[0][0] else ())
        pieces = tuple(p for p in parted if not is_no_promise(sentence[slice(*p)]))
    for start, stop in (half for piece in pieces for half in halves(sentence, piece, around)):
        tag = (NAMED_TAG if start == 0 and named else TAG).match(sentence[start:stop])
        start += tag.end() if tag else 0
        labelled = LABELLED.match(sentence[start:stop]) if around.planned else None
        begins, start = start, start + (labelled.end() if labelled else 0)
        clause = sentence[start:stop]
        ordered = around.orders and (
            bool(IMPERATIVE.match(clause) or re.match(r"To\s[a-z]{3,}", clause)) or names_a_doer(clause)
        )
        tagged = tag is not None and len(clause.split()) >= ACTION_WORDS and not _STANDS_SO.search(clause)
        announced = around.planned or ordered or tagged
        planned = announced and not is_done(clause) and bool(re.search(r"[a-z]{3}", clause))
        planned = planned and not (STANDS.fullmatch(clause) or _SHARE_OF_MONEY.match(clause))
        over = within(sentence, start, around)
        at = firm_at(clause, over)
        firm = at is not None and (over.resolved or not _is_conditional(sentence, start + at))
        soft = at is not None or any(not _is_others(clause, m) for p in SOFT for m in p.finditer(clause))
        if not firm and not soft and not planned and not around.hoped:
            continue
        who = (
            labelled["who"]
            if labelled
            else named_last(clause)
            if tag or around.planned or at == 0 or "ction" in clause
            else ""
        )
        if at is not None or not planned or names_a_doer(clause):
            who = (
                who if labelled else who_acts(clause, around.board, at, told.speaker if around.minuted else None) or who
            )
        who = labelled["who"] if labelled else who
        if not who and (one := _HE.fullmatch(subject_of(clause, at or first_verb(clause)))):
            who = told.speaker + (one["others"] or "") if told.speaker else ""
        told.subject = who or told.subject
        who = who or (told.subject if named or told.subject == around.actor or refers_back(clause, at) else "")
        due = _due(sentence, (start, stop), at, around)
        label = due.label if due else (around.due_date and around.by_when) or how_often(clause) or around.by_when
        yield Promise(
            begin + begins,
            begin + stop,
            who,
            label,
            due.end if due else around.due_date if label == around.by_when else "",
            (firm or planned)
            and not around.hoped
            and not (around.planned and _LOOKED_AT.match(clause))
            and not _ONLY_LOOKS.match(clause, at or 0),
        )


def _due(sentence: str, piece: tuple[int, int], at: int | None, around: Around) -> Period | None:
    """By when a piece of a sentence is to be done: "was out for comment until May and would come back in July" has the
    time of what is promised after it; a time that opens the sentence is that of all its pieces."""
    clause = sentence[slice(*piece)]
    for said, promised in ((clause[at or 0 :], -1 if at is None else 0), (clause, -1)):
        if due := due_of(said, around.published, around.following, promised):
            return due
    opens = None if how_often(clause) else due_of(sentence, around.published, around.following)
    return opens if opens and opens.begin == 0 else None


# "£9,000 – street wardens": what money is for, in a list of sums.
_SHARE_OF_MONEY = re.compile(r"£\d[\d,.]*(?:k|m)?\s?[–—-]\s")
# Minutes put a question and its answer in one sentence.
_PARTED = re.compile(r";\s|\s[–—-]\s")
# The one who spoke, alone or with others: "she and Beth would meet".
_HE = re.compile(r"(?:he|she)(?P<others>(?:,| and)\s.+)?", re.IGNORECASE)
# "Action 5 – the police have not yet named a lead": how an action stands, behind its number.
_STANDS_SO = re.compile(r"^[^.;:]{2,60}\s(?:has|have)\s(?:\w+\s){0,2}?(?:been|\w+ed)\b")


def _is_conditional(sentence: str, at: int) -> bool:
    """Whether what is promised at a place of the sentence hangs on money or consent; "and we will look to widen it if
    funding allows" is about the second thing only."""
    condition = _CONDITION.search(sentence)
    if not condition:
        return False
    between = sentence[at : condition.start()]
    return not re.search(r"\band\s(?:[\w’'-]+\s){1,4}(?:will|would|hopes?|aims?|may|might|could)\b", between)


def _is_others(clause: str, wish: re.Match[str]) -> bool:
    """Whether a wish is no wish of a body here: "queried who should sign", "residents should report it"."""
    before = clause[: wish.start()]
    if re.search(
        r"\b(?:queried|asked|wondered|questioned|enquired)\b[^.;]{0,60}\b(?:who|how|what|whether|if|why|when)\b", before
    ):
        return True
    if re.search(r"\bthan we $", before):
        # "higher than we would like"
        return True
    would = re.match(r"would (?:like|welcome|want)|wants?\b", wish.group(), re.IGNORECASE)
    asked = wish.group().lower().startswith("should") and not _SHOULD_HAVE.match(clause, wish.start())
    return bool(would or asked) and is_served(subject_of(clause, wish.start()))


# "Residents should feel safe": what they are to have, where "should report it" is what they are asked to do.
_SHOULD_HAVE = re.compile(r"should\s(?:all |also |always )*(?:feel|be|have|see|get|receive|know|live|enjoy|expect)\b")

# "Explore a charter": what is only to be looked at.
_LOOKED_AT = re.compile(
    r"(?:Explore|Consider|Look (?:at|into)|Seek|Aim|Aspire|Work towards|Where (?:funding|resources))\b", re.IGNORECASE
)
# "Officers plan to look into it", "will be judged by how …": nothing is said yet of what is done.
_ONLY_LOOKS = re.compile(
    r"(?:intend|plan)s?\sto\s(?:\w+ly\s)?(?:look|explore|consider)\b|will\sbe\s\w+\sby\s(?:how|whether)\b"
)
# A condition nobody here can meet makes a promise soft.
_CONDITION = re.compile(
    r"\b(?:subject to (?:the |further |available |future |external |successful )*(?:funding|budget|resources?|grant"
    r"|bid)|if (?:the )?(?:funding|bid|money|resources|budget)\b|should (?:further |the |more )?funding"
    r"|dependent (?:up)?on (?:the )?(?:funding|resources)|depending on (?:funding|resources)|where (?:funding"
    r"|resources) (?:allows?|permits?))",
    re.IGNORECASE,
)


# Money from the state does not make what it pays for the state's promise.
_GIVEN = re.compile(
    r"\b(?:from|(?:award|fund|grant|provid|paid|given|won|secur)\w*\b[^.;]{0,40}?\b(?:by|from|through)"
    r"|money of) (?:the )?(?:Home Office|Department (?:for|of)(?: [A-Z&][\w&,]*| and| for)+|Ministry of \w+|Mayor(?:'s"
    r"|’s)? (?:Office|of London)[\w' ]{0,30}|Government|NHS England)(?: (?:money|funding|funds|grant))?|\b(?:[Oo]nce"
    r"|[Aa]fter|[Ww]hen|[Uu]ntil|subject to|following|pending|as soon as)\s(?:the )?(?:Home Office|Government"
    r"|Department|Ministry|Secretary of State|Parliament|Cabinet Office|NHS England|Act|Bill)\b[^,.;]*"
)
# The state as what something is sent to, in line with or about; "by the Home Office" it acts.
_MENTIONED = re.compile(
    r"\b(?:to|for|from|with|about|in (?:line|accordance) with|in response to|changes (?:in|to)|set by|required by"
    r"|following|of)\s"
    rf"(?:the |any |new |revised |recent )*(?:{STATE}|[Ll]egislation)(?:'s|’s)?"
    r"(?:\s(?:legislation|guidance|policy|funding|strategy|plans?))?\b"
)


def _mentioned(sentence: str) -> str:
    """The sentence without the money of the state, and without what names the state after the word that promises."""
    sentence = _GIVEN.sub("", sentence)
    modal = re.search(r"\b(?:will|shall|would|be|being|to(?! (?:the )?[A-Z]))\b", sentence)
    return sentence[: modal.end()] + _MENTIONED.sub("", sentence[modal.end() :]) if modal else sentence


# "It is expected that the survey will be finished by May"
_EXPECTED = re.compile(
    r"\b(?:it is|is) (?:now )?(?:anticipated|expected|envisaged|projected) that\s(?:the|a|an|our|this"
    r"|these)\b[^.;]{3,80}?\swill (?:be|have been)\s(?:\w+ly\s)?(?:completed?|finished|published|launched|in place"
    r"|agreed|signed|ready|adopted|operational|issued|open(?:ed)?|installed|appointed|recruited|finalised"
    r"|submitted)\b",
    re.IGNORECASE,
)


def _is_due(sentence: str, published: str) -> bool:
    """Whether what is expected is that something will be done by a day to come."""
    return bool(_EXPECTED.search(sentence)) and due_of(sentence, published) is not None


def _local_actor(sentence: str) -> bool:
    """Whether a body of the place is the one that acts, though the state is named too."""
    actor = re.search(
        r"\b(?:[Ww]e|[Tt]he (?:[Cc]ouncil|[Pp]artnership|[Bb]oard|[Tt]eam)|[Oo]ur \w+|[A-Z]\w+ (?:Council|Homes"
        r"|Partnership))\s(?:\w+\s){0,2}?(?:will|is|are|has|have|plans?|agreed|secured)\b",
        sentence,
    )
    return actor is not None
