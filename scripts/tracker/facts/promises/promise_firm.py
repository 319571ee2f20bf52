"""Where a clause is firm: the word by which somebody will, has agreed to, was asked to or is about to do something.

In: a clause and what stands over it. Out: the place of the word, or None for a wish, a forecast, what is past and what
only tells.
"""

from __future__ import annotations

import re

from tracker.facts.promises.not_promises import is_aim, is_wished
from tracker.facts.promises.only_told import only_tells
from tracker.facts.promises.promise_around import Around
from tracker.facts.promises.promise_asked import set_to_work_at
from tracker.facts.promises.promise_dated import dated_at
from tracker.facts.promises.promise_due import due_of
from tracker.facts.promises.promise_subject import doer_named, is_abstract, subject_of
from tracker.facts.promises.promise_tags import (
    TAG,
)
from tracker.facts.promises.promise_under_way import under_way_at
from tracker.facts.promises.promise_verbs import BASE, STARTED
from tracker.facts.promises.promise_who import names_a_doer
from tracker.facts.promises.promise_words import FIRM, WISHED
from tracker.facts.promises.resolutions import is_formal, sets_to_work
from tracker.facts.promises.served_people import is_consent, is_others_doing, is_served
from tracker.facts.sentence.clauses import parse


def is_action(text: str) -> bool:
    """Whether a line of minutes is an action: tagged as one, or somebody and what they are to do."""
    return bool(TAG.match(text) or (_TO_DO.match(text) and names_a_doer(text)))


# "installation was programmed for the spring"
_SEASON = re.compile(
    r"\s?(?:(?:for |in |over )?the\s|this\s|next\s)?(?:early\s|late\s)?(?:spring|summer|autumn|winter|new year"
    r"|later this year)\b",
    re.IGNORECASE,
)
# "A meeting had been arranged (24 March 2023)", "is expected to open in May": for a day to come.
_ARRANGED = re.compile(
    r"\b(?:(?:has|have|had) (?:now )?(?:booked|arranged|scheduled|fixed)\b|(?:has|have|had) been (?:arranged"
    r"|scheduled|booked|planned|fixed|convened|organised|confirmed)"
    r"|(?:is|are|was|were) (?:now )?(?:set|fixed|confirmed|pencilled in|arranged|timetabled|listed|programmed"
    r"|earmarked) for"
    r"|(?:is|are|was|were) (?:now )?(?:expected|anticipated|awaited) (?=in|by|on|at|from|before|later|this|next|early)"
    r"|expect(?:s|ed)? to (?!(?:be )?(?:rise|fall|increase|grow|decrease|reduce|reduced|increased|affect|cost|see"
    r"|be|face|exceed"
    r"|need|require|receive a|continue|remain)\b)(?:be )?[a-z]{2,}|expect(?:s|ed)? to be back)\b"
)
# "Each agency must send its part by 17 May"
_MUST = re.compile(r"\b(?:must|needs? to|has to|have to|had to)\s(?!be\b)[a-z]+")
# "all would be back by August", "performance was due to recover by May": what will be so by a day.
_BY_THEN = re.compile(
    r"\b(?:would\s(?!have\b|be (?:happy|pleased|glad|willing|delighted|interested|good|helpful|useful|keen|prepared)\b)"
    r"|(?:was|were|is|are)\s(?:\w+ly\s)?due\s(?:to\s|(?=back\b|in\b|by\b|on\b|at\b)))[a-z]{2,}"
)


def _is_other(clause: str, start: int) -> bool:
    """Whether the firm word at ``start`` is a maybe, what an aim is, a noun, or people's consent."""
    none = is_consent(clause, start) or is_others_doing(clause, start)
    return none or _is_maybe(clause, start) or _is_noun(clause, start)


def _is_maybe(clause: str, start: int) -> bool:
    before = clause[:start]
    if _BEGUN.match(clause, start) and not doer_named(subject_of(clause, start), "we") and clause[:start].strip():
        return True
    if _BE_TO.match(clause, start) and (is_aim(clause, start) or _HOW_FAR.search(before)):
        return True
    return bool(_MAYBE.search(before))


def firm_at(clause: str, around: Around) -> int | None:
    """Where the first firm word stands in the clause that neither only wishes nor only tells what will be; 0 where the
    clause as a whole sets somebody to work; None where there is no such thing."""
    if is_formal(clause, around.resolved):
        return None
    found = []
    for match in (m for pattern in FIRM for m in pattern.finditer(clause)):
        modal = _MODAL.search(clause, match.start(), match.end())
        start = modal.start() if modal else match.start()
        if clause.startswith("Will", start) and not _WILL_DO.match(clause):
            # "PC Will Stott"
            continue
        wished = re.match(WISHED, clause[start:], re.I) or (
            modal and modal.group() == "would" and is_wished(clause[:start])
        )
        if not wished and not only_tells(clause, start) and not _is_other(clause, start):
            found.append(start)
    at_work = under_way_at(clause, around.minuted)
    if found or (at_work is not None and not around.minuted):
        return min([*found, *([at_work] if at_work is not None else [])])
    would = next((m.start() for m in _WOULD.finditer(clause) if _is_told(clause, m.start(), around)), None)
    if would is not None or sets_to_work(clause, around.resolved):
        return would or 0
    if _funded(clause, around.published) or (around.minuted and _is_note(clause)):
        return 0
    timed = _ARRANGED.search(clause)
    if timed and (due := due_of(clause[timed.start() :], around.published)):
        return timed.start() if due.end > around.published else None
    if timed and _SEASON.match(clause, timed.end()):
        return timed.start()
    if (dated := dated_at(clause, around)) is not None:
        return dated
    if not around.minuted:
        return None
    must = _MUST.search(clause)
    if (
        must
        and doer_named(subject_of(clause, must.start()), "we")
        and due_of(clause[must.start() :], around.published, around.following)
    ):
        return must.start()
    by_then = _BY_THEN.search(clause)
    if by_then and not (only_tells(clause, by_then.start()) or is_wished(clause[: by_then.start()])):
        due = due_of(clause[by_then.start() :], around.published, around.following)
        if due and due.end > around.published:
            return by_then.start()
    asked = set_to_work_at(clause)
    return asked if asked is not None else at_work


def _is_told(clause: str, start: int, around: Around) -> bool:
    """Whether a "would" is what somebody said will be: in minutes, or after the word that says so."""
    before = clause[:start]
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
_WILL_DO = re.compile(rf"Will\s(?:also\s)?(?:be|{BASE})\b")
# "might agree to", "our vision is to": a maybe and a wish, not a promise
_MAYBE = re.compile(
    r"\b(?:might|may|could|should)\s(?:also\s)?$|\b(?:hop(?:e|es|ed|ing)|wish(?:es)?|wants?|hopeful|confident"
    r"|optimistic|(?:expectation|desire) (?:is|was))\s(?:that\s"
    r"|for\s)?[^.;,]{0,60}$",
    re.IGNORECASE,
)
# "they would report more if they could do so online"
_IF_IT_WERE = re.compile(r"\bif\s(?:[\w’']+\s){1,4}(?:could|were|was|had)\b")
# "how willing people are to report"
_HOW_FAR = re.compile(r"\bhow\s[a-z]+\s(?:[\w’']+\s){1,3}$")
# "The library has begun to open late": only who acts is at work on it.
_BEGUN = re.compile(r"(?:has|have)\s(?:\w+\s)?begun to\b")
_BE_TO = re.compile(r"(?:is|are|will be)\s(?:\w+\s)?to\b")
# "would" tells what somebody said is to come, if it is not a question, a wish or an opinion, nor what is of itself.
_WOULD = re.compile(
    r"\b(?<!there )(?:would|was to|were to|(?:intended|planned|proposed) to)\s(?:also\s|now\s|then\s|in (?:turn"
    r"|time|due course)\s)*(?:be\s(?:\w+ly\s"
    r"|also\s"
    r"|then\s)?(?!(?:\w+ing\s"
    r"to be|considered|interest\w*|welcomed|appreciated|required|needed|delighted|pleased|affected|interesting"
    r"|going ahead if"
    r"|increased|reduced|used|based|reflected)\b)(?:\w+(?:ed|en|ing|wn)|done|sent|brought|held|put|made|set|built"
    r"|taught|sought|let|run|led|met"
    r"|available|operational|live|in place|in post|on board|up and running|open|ready|complete|reviewed|rolled)\b"
    r"|(?!(?:be|have|help|allow|enable|mean|need|require|like|love|welcome|leave the (?:room|meeting|chamber)|prefer"
    r"|benefit"
    r"|depend|affect|make\s(?:it|them|things|a\s(?:\w+\s)?difference|sense)|cost|not|seem|appear|suggest|expect|hope"
    r"|say|want|appreciate|become|(?<!was to )(?<!were to )remain|see|impact|improve"
    r"|increase|reduce|inform|encourage|urge|support (?:the|this|that|these|what|any)|vote|object|happen|result"
    r"|potentially"
    r"|possibly|perhaps|probably|normally|usually|likely|ideally|get(?! (?:an?|the|back|hold|in touch|round)\b)"
    r"|the|a|an)\b)(?:go|do|[a-z]{3,})"
    r"|have (?:sight|access|first)\b)"
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


# "First cut to come to the April meeting": what is to happen to a thing.
_TO_COME = re.compile(
    r"^(?!(?:Members?|Report|Apologies|Welcome|To|In|How|What|Need|Unable|Able|Due|Likely"
    r"|Opportunit\w+)\b)[A-Z0-9][^.;:]{3,80}?"
    r"(?<!\bneed)(?<!\bright)(?<!\bpower)(?<!\bchance)(?<!\bplan)(?<!ity)(?<!\bable)(?<!\bhow)(?<!\bup)(?<!\bdecision)"
    r"(?<!\bduty)(?<!\btime)(?<!\breason)(?<!\bwork)(?<!ed)"
    r"\sto (?:come|go|follow|return|start|begin|continue|feature|include|cover|open|close|join|take place|happen"
    r"|form|feed"
    r"|report|be (?!noted|approved|agreed|received|confirmed|found|seen|aware))\b"
)
# "Steve getting a quote"
_AT_WORK = re.compile(
    r"^(?!\S+\s(?:\S+\s){0,2}(?:missing|pending|remaining|lacking|outstanding|waiting|awaiting|rising|falling"
    r"|costing|leaving)\b)"
    r"(?!(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|The|An?|No|All|Some|Many|Most|More)\b)"
    r"(?:(?:[A-Z][\w’'.&/-]*\s){1,3}(?:also\s|now\s|still\s)?[a-z]{2,}ing\s"
    r"(?:an?|the|to|in|with|on|up|out|into|for|their|his|her|back)\b"
    rf"|(?:{STARTED})\s(?:an?|the|with|up|out|our|their|more|further)\b)"
)


# "Deferred to the March agenda"
_MOVED = re.compile(
    r"\b(?:is|was|were|been) (?:now )?(?:moved|deferred|postponed|brought forward|put back|carried (?:over"
    r"|forward)|added)\s(?:to|until|for)\s"
    r"[^.;,]{0,40}?\b(?:meeting|agenda|work programme|forward plan)\b"
)
_PUT_OFF = re.compile(
    r"^(?:Item\s|This\s)?(?:[Dd]eferred|[Cc]arried (?:forward|over)|[Pp]ostponed|[Aa]djourned)\s(?:to|until)\b"
)


def _is_note(clause: str) -> bool:
    """Whether a clause without a verb sets somebody down for something, as notes of a meeting do."""
    if _PUT_OFF.match(clause) or _MOVED.search(clause) or (_TO_DO.match(clause) and names_a_doer(clause)):
        return True
    if not (_TO_COME.match(clause) or _AT_WORK.match(clause)):
        return False
    return not any(phrase.sort == "verb" and phrase.finite for phrase in parse(clause).phrases)


def _funded(clause: str, published: str) -> bool:
    """Whether money has been won or set aside for a time that is not over when the paper comes out."""
    until = re.search(
        r"\b(?:is|are|was|were|been)\s(?:now\s)?(?:secured|funded|guaranteed|extended|commissioned|in place)\s"
        r"(?:until|up to|through to|to)\b",
        clause,
    )
    if not until and (
        not re.search(r"£|\b(?:funding|money|grant)\b", clause)
        or not re.search(
            r"\b(?:won|given|secured|securing|awarded(?!(?<=been awarded)\s(?:an?\b|£)(?!.*\buntil\b))"
            r"|agreed|allocated|funded|brought|committed)\b",
            clause,
        )
    ):
        return False
    due = due_of(clause, published)
    return due is not None and (due.end > published if published else bool(re.search(r"\buntil\b", clause)))
