"""The promises of one text: each sentence or clause that says what somebody will do, with who and by when.

In: a text and what stands over it. Out: ``Promise`` records in reading order, ``text[start:end]`` their wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.facts.promises.not_promises import (
    is_aim,
    is_consent,
    is_done,
    is_no_promise,
    is_served,
    is_wished,
    only_tells,
)
from tracker.facts.promises.promise_asked import set_to_work_at
from tracker.facts.promises.promise_due import due_of, how_often
from tracker.facts.promises.promise_subject import is_abstract, subject_of
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
from tracker.facts.promises.promise_words import FIRM, IMPERATIVE, NATIONAL, SCHEDULED, SOFT, STATE, UNDER_WAY, WISHED
from tracker.facts.promises.resolutions import is_formal, sets_to_work
from tracker.facts.wording.periods import Context, find_periods
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
    following: str = ""
    """The day of the next meeting, where the paper gives it."""
    planned: bool = False
    orders: bool = False
    """What stands over it announces actions: sentences that order something are such."""
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
    own = around.planned and IMPERATIVE.match(sentence)
    if NATIONAL.search(_mentioned(sentence)) and not own and not _local_actor(sentence):
        around.national = True
    elif not re.match(
        r"(?:It(?! (?:was|is) (?:\w+ )?\w+ed that)|Its|They|This|These|The (?:scheme|order|notice|guidance))\b"
        r"|(?:[\w' -]+\s)?(?:must|may)\b",
        sentence,
    ):
        around.national = False
    none = is_no_promise(sentence) and not _is_due(sentence, around.published)
    if around.national or (none and not (around.minuted and _ANSWERED.search(sentence))):
        return
    if spoke := SPEAKING.match(sentence):
        told.speaker = spoke["who"].strip()
    if named := NAMED_TAG.match(sentence):
        told.subject = named["who"].strip()
    pieces = _clauses(sentence, around)
    if none:
        # "Members asked whether it could be shown; officers said that it would be": only the answer promises.
        pieces = tuple(p for p in _answers(sentence) if not is_no_promise(sentence[slice(*p)]))
    for start, stop in (half for piece in pieces for half in _halves(sentence, piece, around)):
        tag = (NAMED_TAG if start == 0 and named else TAG).match(sentence[start:stop])
        start += tag.end() if tag else 0
        labelled = LABELLED.match(sentence[start:stop]) if around.planned else None
        begins, start = start, start + (labelled.end() if labelled else 0)
        clause = sentence[start:stop]
        ordered = around.orders and (
            bool(IMPERATIVE.match(clause) or re.match(r"To\s[a-z]{3,}", clause)) or names_a_doer(clause)
        )
        announced = around.planned or ordered or (tag is not None and len(clause.split()) >= ACTION_WORDS)
        planned = announced and not is_done(clause) and bool(re.search(r"[a-z]{3}", clause))
        planned = planned and not STANDS.fullmatch(clause)
        at = _firm_at(clause, around)
        firm = at is not None and (around.resolved or not _is_conditional(sentence, start + at))
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
        if not who and re.match(r"(?:He|She)\b", clause):
            who = told.speaker
        told.subject = who or told.subject
        who = who or (told.subject if named or told.subject == around.actor or refers_back(clause, at) else "")
        due = due_of(clause, around.published, around.following) or due_of(sentence, around.published, around.following)
        label = due.label if due else how_often(clause) or around.by_when
        yield Promise(
            begin + begins,
            begin + stop,
            who,
            label,
            due.end if due else around.due_date if label == around.by_when else "",
            (firm or planned) and not around.hoped and not (around.planned and _LOOKED_AT.match(clause)),
        )


# Where an answer begins behind a question that minutes tell.
_ANSWERED = re.compile(
    r"(?:;|,?\s(?:and|but|to which))\s(?:in (?:reply|response),?\s)?(?=[^.;]{0,60}?\b(?:said|replied|confirmed"
    r"|(?:was|were)"
    r" (?:told|advised|informed|assured)|responded|agreed|undertook|answered|explained)\b)"
)


def _answers(sentence: str) -> tuple[tuple[int, int], ...]:
    answered = _ANSWERED.search(sentence)
    return ((answered.end(), len(sentence)),) if answered else ()


def _is_conditional(sentence: str, at: int) -> bool:
    """Whether what is promised at a place of the sentence hangs on money or consent; "and we will look to widen it if
    funding allows" is about the second thing only."""
    condition = _CONDITION.search(sentence)
    if not condition:
        return False
    between = sentence[at : condition.start()]
    return not re.search(r"\band\s(?:[\w’'-]+\s){1,4}(?:will|would|hopes?|aims?|may|might|could)\b", between)


def _is_others(clause: str, wish: re.Match[str]) -> bool:
    """Whether a wish is no wish of a body here: "queried who should sign", "residents would welcome …"."""
    before = clause[: wish.start()]
    if re.search(
        r"\b(?:queried|asked|wondered|questioned|enquired)\b[^.;]{0,60}\b(?:who|how|what|whether|if|why|when)\b", before
    ):
        return True
    would = re.match(r"would (?:like|welcome|want)|wants?\b", wish.group(), re.IGNORECASE)
    return bool(would) and is_served(subject_of(clause, wish.start()))


def is_action(text: str) -> bool:
    """Whether a line of minutes is an action: tagged as one, or somebody and what they are to do."""
    return bool(TAG.match(text) or (_TO_DO.match(text) and names_a_doer(text)))


# "installation was programmed for the spring"
_SEASON = re.compile(r"\s(?:the\s)?(?:early\s|late\s)?(?:spring|summer|autumn|winter|new year)\b", re.IGNORECASE)
# "A meeting had been arranged (24 March 2023)", "is expected to open in May": for a day to come.
_ARRANGED = re.compile(
    r"\b(?:(?:has|have|had) been (?:arranged|scheduled|booked|planned|fixed|convened|organised|confirmed)"
    r"|(?:is|are|was|were) (?:now )?(?:set|fixed|confirmed|pencilled in|arranged|timetabled|listed|programmed"
    r"|earmarked) for"
    r"|expect(?:s|ed)? to (?:be )?(?:report|bring|have|complete|publish|launch|start|begin|open|finish|go"
    r"|finalise|adopt"
    r"|sign|recruit|appoint|submit|deliver|receive)(?:e?d)?)\b"
)
# "all would be back by August", "performance was due to recover by May": what will be so by a day.
_BY_THEN = re.compile(
    r"\b(?:would\s(?!have\b|be (?:happy|pleased|glad|willing|delighted|interested|good|helpful|useful|keen|prepared)\b)"
    r"|(?:was|were|is|are)\s(?:\w+ly\s)?due\s(?:to\s|(?=back\b|in\b|by\b|on\b|at\b)))[a-z]{2,}"
)


def _is_other(clause: str, start: int) -> bool:
    """Whether the firm word at ``start`` is a maybe, what an aim is, a noun, or people's consent."""
    return _is_maybe(clause, start) or _is_noun(clause, start) or is_consent(clause, start)


def _is_maybe(clause: str, start: int) -> bool:
    return bool(_MAYBE.search(clause[:start])) or (bool(_BE_TO.match(clause, start)) and is_aim(clause, start))


def _firm_at(clause: str, around: Around) -> int | None:
    """Where the first firm word stands in the clause that neither only wishes nor only tells what will be; 0 where the
    clause as a whole sets somebody to work; None where there is no such thing."""
    if is_formal(clause, around.resolved):
        return None
    found = [m.start() for m in SCHEDULED.finditer(clause) if not _is_over(clause[m.start() :], around.published)]
    for match in (m for pattern in FIRM for m in pattern.finditer(clause)):
        modal = _MODAL.search(clause, match.start(), match.end())
        start = modal.start() if modal else match.start()
        wished = re.match(WISHED, clause[start:], re.I) or (
            modal and modal.group() == "would" and is_wished(clause[:start])
        )
        if not wished and not only_tells(clause, start) and not _is_other(clause, start):
            found.append(start)
    if found:
        return min(found)
    would = next((m.start() for m in _WOULD.finditer(clause) if _is_told(clause, m.start(), around)), None)
    if would is not None or sets_to_work(clause, around.resolved):
        return would or 0
    if _funded(clause, around.published) or (around.minuted and _TO_DO.match(clause) and names_a_doer(clause)):
        return 0
    timed = _ARRANGED.search(clause)
    if timed and (due := due_of(clause[timed.start() :], around.published)):
        return timed.start() if due.end > around.published else None
    if timed and _SEASON.match(clause, timed.end()):
        return timed.start()
    if not around.minuted:
        return None
    by_then = _BY_THEN.search(clause)
    if by_then and not (only_tells(clause, by_then.start()) or is_wished(clause[: by_then.start()])):
        due = due_of(clause[by_then.start() :], around.published, around.following)
        if due and due.end > around.published:
            return by_then.start()
    asked = set_to_work_at(clause)
    under_way = (m.start() for m in UNDER_WAY.finditer(clause) if not is_wished(clause[: m.start()]))
    return asked if asked is not None else next(under_way, None)


def _is_over(text: str, published: str) -> bool:
    """Whether the first time that a text dates was over when the paper came out."""
    first = next(iter(find_periods(text, Context(published=published))), None)
    dated = first and re.search(r"\d\d", first.label)
    return bool(published and first and dated and first.begin < _NEAR and first.end and first.end < published)


# The time of a verb stands so near to it, in characters.
_NEAR = 60


def _is_told(clause: str, start: int, around: Around) -> bool:
    """Whether a "would" is what somebody said will be: in minutes, or after the word that says so."""
    before = clause[:start]
    told = around.minuted or _SPOKE.search(before)
    if _COMES_OF.match(clause[start:]) and is_abstract(subject_of(clause, start)):
        return False
    return bool(told) and not (only_tells(clause, start) or is_wished(before) or _RECOMMENDS.match(clause, start))


def _is_noun(clause: str, start: int) -> bool:
    """Whether "plan to", "plans to" at ``start`` is a thing: "the Corporate Plan to help", "our plans to widen"."""
    found = re.match(r"plans?\b(?=\sto\b)", clause[start:], re.IGNORECASE)
    word = re.search(r"([\w’']+)\s(?:\w+ly\s|also\s|now\s)?$", clause[:start])
    if not found or not word:
        return bool(found)
    if found.group() == "plan":
        return not re.fullmatch(r"we|they|who|police|and|to|[\w’']+s", word[1], re.IGNORECASE)
    return found.group() != "plans" or bool(
        re.fullmatch(r"the|our|these|those|its|their|no|of|with|and|future|action|delivery|any|on|clear", word[1], re.I)
    )


_MODAL = re.compile(r"\b(?:will|shall|would)\b", re.IGNORECASE)
# "might agree to", "our vision is to": a maybe and a wish, not a promise
_MAYBE = re.compile(
    r"\b(?:might|may|could|should)\s(?:also\s)?$|\b(?:hop(?:e|es|ed|ing)|wish(?:es)?|wants?)\s(?:that\s"
    r"|for\s)?[^.;,]{0,60}$",
    re.IGNORECASE,
)
_BE_TO = re.compile(r"(?:is|are|will be)\s(?:\w+\s)?to\b")
# "would" tells what somebody said is to come, if it is not a question, a wish or an opinion, nor what is of itself.
_WOULD = re.compile(
    r"\b(?<!there )(?:would|was to|were to)\s(?:also\s|now\s|then\s|in (?:turn|time|due course)\s)*(?:be\s(?:\w+ly\s"
    r"|also\s"
    r"|then\s)?(?!(?:\w+ing\s"
    r"to be|considered|interest\w*|welcomed|appreciated|required|needed|delighted|pleased|affected|interesting"
    r"|going ahead if"
    r"|increased|reduced|used|based|reflected)\b)(?:\w+(?:ed|en|ing|wn)|done|sent|brought|held|put|made|set|built"
    r"|taught|sought|let|run|led|met"
    r"|available|operational|live|in place|open|ready|complete|reviewed|rolled)\b"
    r"|(?!(?:be|have|help|allow|enable|mean|need|require|like|love|welcome|leave the (?:room|meeting|chamber)|prefer"
    r"|benefit"
    r"|depend|affect|make\s(?:it|them|things|a\s(?:\w+\s)?difference|sense)|cost|not|seem|appear|suggest|expect|hope"
    r"|say|want|appreciate|become|remain|see|impact|improve"
    r"|increase|reduce|inform|encourage|urge|support (?:the|this|that|these|what|any)|vote|object|happen|result"
    r"|potentially"
    r"|possibly|perhaps|probably|normally|usually|likely|ideally|get|the|a|an)\b)[a-z]{3,})"
)
# "Adoption of the plan would place more weight on …": what would come of something, unless it is to begin or go on.
_COMES_OF = re.compile(
    r"would\s(?:also\s|then\s)?(?!(?:be|run|start|begin|commence|launch|continue|follow|come|go|take (?:place|effect)"
    r"|finish|end"
    r"|close|open|return|feed|report|focus|look|last|cover|form|accompany|remain|meet)\b)"
)
_RECOMMENDS = re.compile(r"would\srecommend\b(?! to\b)")
_SPOKE = re.compile(
    r"\b(?:advised|noted|agreed|confirmed|reported|stated|said|explained|informed|resolved|requested|announced|added"
    r"|proposed|undertook|assured|reassured|indicated|pledged|promised|clarified|outlined)\b"
)
# "MS to obtain a quotation by June": somebody and what they are to do; what members are to note is no action.
_TO_DO = re.compile(
    r"^(?!(?:Members?|Report|Apologies|Welcome)\b)"
    r"(?!(?:\S+\s){0,7}?(?:Board|Committee|Panel|Cabinet|Forum|Partnership|Members|Group)\sto\s(?:consider|agree"
    r"|approve"
    r"|comment|endorse|discuss|review|receive|note)\b)"
    r"\S+(?:\s\S+){0,7}?\sto\s(?!note|receive|date|be\b)[a-z]{3,}"
)
# "Explore a charter": what is only to be looked at.
_LOOKED_AT = re.compile(
    r"(?:Explore|Consider|Look (?:at|into)|Seek|Aim|Aspire|Work towards|Where (?:funding|resources))\b", re.IGNORECASE
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
    modal = re.search(r"\b(?:will|shall|would|to|be)\b", sentence)
    return sentence[: modal.end()] + _MENTIONED.sub("", sentence[modal.end() :]) if modal else sentence


# "It is expected that the survey will be finished by May"
_EXPECTED = re.compile(
    r"\b(?:it is|is) (?:now )?(?:anticipated|expected|envisaged|projected) that\s(?:the|a|an|our|this"
    r"|these)\b[^.;]{3,80}?\swill (?:be|have been)"
    r"\s(?:\w+ly\s)?(?:completed?|finished|published|launched|in place|agreed|signed|ready|adopted|operational|issued"
    r"|open(?:ed)?"
    r"|installed|appointed|recruited|finalised|submitted)\b",
    re.IGNORECASE,
)


def _is_due(sentence: str, published: str) -> bool:
    """Whether what is expected is that something will be done by a day to come."""
    return bool(_EXPECTED.search(sentence)) and due_of(sentence, published) is not None


def _funded(clause: str, published: str) -> bool:
    """Whether money has been won or set aside for a time that is not over when the paper comes out."""
    until = re.search(
        r"\b(?:is|are|been)\s(?:now\s)?(?:secured|funded|guaranteed|extended|commissioned|in place)\s"
        r"(?:until|up to|through to|to)\b",
        clause,
    )
    if not until and (
        "£" not in clause
        or not re.search(
            r"\b(?:won|secured|securing|awarded|agreed|confirmed|allocated|funded|brought|committed)\b", clause
        )
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


# "… and the Town Centre Team will", "… and that he would": a second promise with a subject of its own.
_AND = re.compile(
    r",?\s(?:and|but)\s(?=(?:that\s)?(?:(?:the|an?|all|each|every|these|those|this|our|its|their|two|three|four"
    r"|\d+)\s(?:(?!(?:that|which|who|whom|whose|where)\b)[\w’'/&-]+\s){1,7}?"
    r"|(?:he|she|it|they|we|there)\s|(?:[A-Z][\w’'.-]*\s){1,5}|[\w-]+s\s(?:of\s[\w-]+\s)?)"
    r"(?:also\s|then\s|now\s)?(?:will|would|shall|(?:is|are|was|were)\s(?:to|being|due)|plans? to|agreed to)\b)"
)


def _halves(sentence: str, piece: tuple[int, int], around: Around) -> tuple[tuple[int, int], ...]:
    """A clause cut where "and" joins two promises, each with its own subject; whole where one of them is none."""
    start, stop = piece
    cuts = [(start + m.start(), start + m.end()) for m in _AND.finditer(sentence[start:stop])]
    ends = [*(before for before, _ in cuts), stop]
    halves = tuple(zip([start, *(after for _, after in cuts)], ends, strict=True))
    return halves if all(_firm_at(sentence[a:b], around) is not None for a, b in halves) else (piece,)


def _clauses(sentence: str, around: Around) -> tuple[tuple[int, int], ...]:
    """The sentence, or its pieces where semicolons part it and only some promise."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(r";\s+|\s[–—-]\s(?=[A-Z])", sentence):
        if match.group()[0] != ";" and not (around.minuted and is_action(sentence[match.end() :])):
            continue
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(sentence)))
    if len(pieces) == 1:
        return ((0, len(sentence)),)
    marked = [
        p
        for p in pieces
        if any(r.search(sentence[p[0] : p[1]]) for r in (*FIRM, *SOFT))
        or _firm_at(sentence[p[0] : p[1]], around) is not None
    ]
    # a list inside one promise ("for A; for B; for C") stays whole
    if len(marked) == len(pieces) or not marked or any(len(sentence[a:b].split()) < 4 for a, b in pieces):
        return ((0, len(sentence)),) if not marked or len(marked) == 1 else tuple(marked)
    return tuple(marked)
