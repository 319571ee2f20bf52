"""A figure's own clause as its title: the words of the paper from border to border, with a gap for the number.

In: the parse of a sentence, the noun phrase of a number, what the number before was called. Out: a ``ClauseTitle``:
"Mental health support teams covering … of pupils", "Interviews with … people with lived experience"; without times,
asides and what only says how exact the number is. Where the number is the subject's, the title is its noun and what
was said of it ("Ambulance callouts avoided"). Whether the words read well is judged elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracker.facts.figures.clause_leads import (
    GAP,
    OF,
    kept_opening,
    lead_of,
    owner_of_clause,
    shared_opening,
    states_how_much,
    without_state,
)
from tracker.facts.figures.naming_composed import tail
from tracker.facts.sentence.clause_joints import Stretch
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.counting import counting
from tracker.facts.sentence.lexicon import AFTER_NOUN, BE
from tracker.facts.sentence.own_clause import OwnClause, own_clause
from tracker.facts.sentence.printed import printed
from tracker.facts.sentence.same_things import same_things
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import counts_people, in_line
from tracker.facts.wording.word_lists import words_of


@dataclass(frozen=True)
class ClauseTitle:
    """``words`` is "" where the clause makes no title. ``complete`` tells a clause with its own subject and verb, or
    the noun of a subject with what is said of it: it needs nobody to lead it."""

    words: str
    complete: bool = False
    leans: bool = False
    """True for a part of what stands before ("34% of these", "with a rate of …"): that must lead it."""
    lead: str = ""
    """The words before the number in its clause."""
    tail: str = ""
    """The words behind it."""


_ROOM = 118
"""Characters that a clause may have without its opening: what is longer loses pieces at its end."""
_KEPT_BEFORE_NUMBER = words_of("estimated remaining other additional new expected")


def clause_title(sentence: Sentence, at: int, sort: str, told: str = "") -> ClauseTitle:
    """The title of the number in the noun phrase ``at``. ``sort``: "share", "money" or "count"; ``told``: the name of
    the number before it in the sentence, whose things "of which" tells of."""
    if at < 0:
        return ClauseTitle("")
    clause = own_clause(sentence, at)
    noun = _noun(sentence, at)
    rest = " ".join([noun, *(printed(sentence, *stretch) for stretch in clause.after)]).strip()
    lead, leans = lead_of(sentence, clause)
    title = ClauseTitle("", lead=lead, tail=rest, leans=leans)
    if clause.link in ("condition", "bracket", "compared"):
        return title
    if _opens(sentence, clause) and sentence.verb_of(at) >= 0 and clause.link in ("", "of which"):
        return _of_subject(sentence, at, clause, noun, sort, title, told)
    if _of_these(sentence, at):
        # "and of these 29 were housed"
        return replace(title, words=_BEEN.sub("", rest), leans=True)
    if clause.link == "participle" and (gives := _GIVING.match(lead)):
        # "…, giving a rate of 34%"
        return replace(title, words=without_state(lead[gives.end() :]) if not rest else "", leans=True)
    owner = owner_of_clause(sentence, clause, told)
    if owner is None or (clause.link == "participle" and sort == "count" and not noun):
        return title
    if clause.link == "of which":
        words = f"{owner}, {lead} {GAP} {rest}" if rest and not clause.cut else ""
        if not rest and sort != "count":
            # "a budget of £90,000, of which the council provides £40,000"
            words = f"{owner}: {_OF_WHICH.sub('', lead)}"
        return replace(title, words=words, complete=True)
    if clause.cut and not _has_end(sentence, clause, noun):
        rest = _complete_part(sentence, clause, noun)
    elif len(lead) + len(rest) + len(owner) > _ROOM:
        rest = _shortened(sentence, clause, noun, _ROOM - len(lead) - len(owner))
    return _with_gap(sentence, at, clause, sort, replace(title, tail=rest), owner)


def _with_gap(sentence: Sentence, at: int, clause: OwnClause, sort: str, title: ClauseTitle, owner: str) -> ClauseTitle:
    """The title of a number that stands behind the verb of its clause, or in words without a verb."""
    lead, rest = title.lead, title.tail
    noun, opening = _noun(sentence, at), kept_opening(sentence, clause.opening)
    if lead.lower() in ("of", "out of") and not opening:
        # "Of the 18 measures, nine are rated green"
        return replace(title, words=rest if noun else "")
    if not lead and not owner:
        words = _ESTIMATED.sub(r"\1 number of ", rest) if noun and sort == "count" else ""
        if words and clause.link == "with":
            return _beside(sentence, clause, replace(title, words=words))
        return replace(title, words=_joined(opening, "", words) if words else "")
    has_verb = _has_verb(sentence, clause.before) and not title.leans
    if rest:
        if sort == "share" and _MAKES_UP.search(lead) and (not OF.match(rest) or _subject_is_number(sentence, at)):
            # "Police made up 31% and health 19%": of what is not told; "Three wards account for 44%": which ones
            return title
        words = _joined(opening, owner, f"{lead} {GAP} {rest}")
        return replace(title, words=words, complete=has_verb or bool(owner), leans=bool(_PART_OF_THEM.match(rest)))
    if states_how_much(lead) or not has_verb:
        # "The number of adults is put at 5,940", "with a rate of 33%"
        beside = clause.link == "with"
        words = _joined(opening, owner, without_state(lead))
        return replace(title, words=words, complete=has_verb and not beside, leans=title.leans or beside)
    told = _ENDS_IN_OF.search(lead) or _GAVE_TO.search(lead) if sort == "count" else not _OPEN_LEAD.search(lead)
    # "The council received 1,310": of what is not told
    return replace(title, words=_joined(opening, owner, f"{lead} {GAP}") if told else "", complete=True)


def _subject_is_number(sentence: Sentence, at: int) -> bool:
    verb = sentence.verb_before(at)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    return subject >= 0 and sentence.phrases[subject].number >= 0


def _beside(sentence: Sentence, clause: OwnClause, title: ClauseTitle) -> ClauseTitle:
    """The title of a number behind ", with" or ", including": a part of what was counted, or the subject's."""
    if sentence.low(clause.first - 1) == "including":
        return replace(title, leans=True)
    subject = owner_of_clause(sentence, replace(clause, link="participle"), "")
    return replace(title, words=f"{subject}: {title.words}" if subject else title.words, complete=bool(subject))


_OF_WHICH = re.compile(r"^of\s(?:which|whom)\s(?:the\s)?", re.I)
_PART_OF_THEM = re.compile(r"of\s(?:them\b|(?:these|those)$)")
_MAKES_UP = re.compile(r"\b(?:ma(?:kes?|de|king)\sup|accounts?\sfor|accounted\sfor|accounting\sfor|represent\w*)$")
_ENDS_IN_OF = re.compile(r"(?<!out\s)\bof$")
_GAVE_TO = re.compile(r"\b(?:gave|given|provided|offered|delivered|sent|issued|awarded|paid)\b.*\sto$")
_OPEN_LEAD = re.compile(r",$|\b(?:or|and|to)$|" + _MAKES_UP.pattern)


def _of_subject(
    sentence: Sentence, at: int, clause: OwnClause, noun: str, sort: str, title: ClauseTitle, told: str
) -> ClauseTitle:
    """The title of a number that is the subject of its clause: the noun with what is said of it."""
    verb, end = sentence.verb_of(at), sentence.noun_end(at)
    said = " ".join(printed(sentence, max(a, verb), b) for a, b in clause.after if b >= verb).strip()
    if not said or (clause.cut and not _has_end(sentence, clause, "")):
        return title
    if clause.link == "of which":
        owner = owner_of_clause(sentence, clause, told)
        words = (
            f"{owner}, {printed(sentence, clause.before[0][0], at - 1)} {GAP} {noun} {said}".replace("  ", " ")
            if owner
            else ""
        )
        return replace(title, words=words, complete=True)
    of = printed(sentence, at + 1, end) if end > at else ""
    opening = kept_opening(sentence, clause.opening or _all_before(clause)) or shared_opening(sentence, noun)
    if not noun and not of and sort != "money" and not OF.match(opening):
        # "21 pharmacies exchange needles and 38 supervise": of the same things
        noun = same_things(sentence, at, sort == "share")
        opening = "" if noun else opening
    if sort == "share" and not of and opening and not OF.match(opening):
        # "At the end of support 86% felt safer": of those that were spoken of
        return replace(title, words=f"{in_line(opening)}, {GAP} {said}", leans=True)
    if sort == "money" and not noun and not of:
        # "£3.4 million has been allocated to services"
        return replace(title, words=_joined(opening, "", _BEEN.sub("", said)), complete=True)
    if not noun and not OF.match(of):
        # "Of those who finished the course, 38% lost weight"
        return replace(title, words=f"{opening}, {GAP} {said}" if OF.match(opening) else "", complete=True)
    if _OF_THEM.fullmatch(of):
        return replace(title, words=_BEEN.sub("", said), leans=True)
    whole = re.sub(r"^(?:(?:of|among|amongst)\s)?(?:(?:the|all|our|its)\s)*", "", f"{noun} {of}".strip())
    head = _HEAD.split(whole)[0].split()[-1].lower()
    people = counts_people(whole, head) or whole.startswith(("those ", "respondents"))
    if sort == "money":
        words = f"{whole} {said}"
    elif " who " in whole or " that " in whole:
        words = f"{whole} {'who' if people else 'that'} {said}"
    elif sort == "share" or not noun:
        words = f"{whole} {relative(said, people)}"
    else:
        counted = counting(sentence, at)
        whole = _ESTIMATED.sub(r"\1 number of ", whole)
        words = f"{whole} {tail(said, counted, people) if counted else relative(said, people)}"
    return replace(title, words=_joined(opening, "", words), complete=True)


def _of_these(sentence: Sentence, at: int) -> bool:
    first = sentence.words[sentence.phrases[at].first].low
    verb = sentence.sort(at + 1) == "verb" and sentence.phrases[at + 1].finite
    return verb and first in ("these", "those") and sentence.low(at - 1) == "of"


_BEEN = re.compile(r"^(?:(?:has|have|had)\sbeen|was|were|is|are)\s")
_GIVING = re.compile(r"(?:giving|representing|equating\sto|making|with|being)(?:\s|$)", re.I)
_OF_THEM = re.compile(r"of\s(?:this(?:\s(?:group|cohort))?|these|them|those|it|that|which|whom)", re.I)
_HEAD = re.compile(r"\s(?:of|in|who|from|with|aged|on|at|by|asked|\w+ing)\b")
_ESTIMATED = re.compile(r"^(estimated|expected)\s")


def _noun(sentence: Sentence, at: int) -> str:
    """What stands with the number in its noun phrase: the noun, and words that say what sort of number it is."""
    phrase = sentence.phrases[at]
    before = [w.text for w in sentence.words[phrase.first : phrase.number] if w.low in _KEPT_BEFORE_NUMBER]
    noun = ""
    if phrase.last > phrase.number:
        noun = sentence.text[sentence.words[phrase.number + 1].start : sentence.words[phrase.last].end]
        noun = "" if noun in AFTER_NOUN else noun
    return re.sub(r"\s+", " ", " ".join([*before, noun])).strip()


def subject_words(sentence: Sentence, at: int) -> str:
    """What a change is told of: what stands before the verb of the clause of the phrase ``at``."""
    for first, last in reversed(own_clause(sentence, at).before):
        for n in range(last, first, -1):
            if sentence.sort(n) == "verb" and sentence.phrases[n].finite:
                return printed(sentence, first, n - 1)
    return ""


def _opens(sentence: Sentence, clause: OwnClause) -> bool:
    """Whether nothing but a place or time stands before the number in its clause."""
    return all(
        sentence.sort(n) in ("preposition", "noun", "gap", "adverb", "comma", "relative")
        for first, last in clause.before
        for n in range(first, last + 1)
    ) and (not clause.before or sentence.sort(clause.before[0][0]) in ("preposition", "gap", "adverb"))


def _all_before(clause: OwnClause) -> Stretch | None:
    return (clause.before[0][0], clause.before[-1][1]) if clause.before else None


def _has_end(sentence: Sentence, clause: OwnClause, noun: str) -> bool:
    """Whether what stays of a clause that runs into another number can stand alone: it ends with a noun that is no
    complement, or with what was done."""
    if not clause.after:
        return bool(noun)
    last = clause.after[-1][1]
    if sentence.sort(last) == "noun":
        be = sentence.sort(last - 1) == "verb" and sentence.words[sentence.phrases[last - 1].main].kind == "be"
        return not (be and sentence.sort(last + 1) == "preposition")
    return sentence.sort(last) == "verb" and sentence.phrases[last].passive and sentence.low(last) not in BE


def _shortened(sentence: Sentence, clause: OwnClause, noun: str, most: int) -> str:
    """The noun of a number with as many of the pieces behind it as fit."""
    kept = [n for first, last in clause.after for n in range(first, last + 1)]
    while kept:
        words = f"{noun} {printed(sentence, kept[0], kept[-1])}".strip()
        if sentence.sort(kept[-1]) == "noun" and len(words) <= most and not words.endswith(" such"):
            return words
        kept.pop()
    return noun


def _complete_part(sentence: Sentence, clause: OwnClause, noun: str) -> str:
    """The noun of a number with what of its clause ends with another noun before the clause runs into a number."""
    kept = [n for first, last in clause.after for n in range(first, last + 1)]
    that = next((n for n in kept if sentence.sort(n) == "subordinator"), len(sentence.phrases))
    kept = [n for n in kept if n < that]
    while kept and sentence.sort(kept[-1]) != "noun":
        kept.pop()
    return f"{noun} {printed(sentence, kept[0], kept[-1]) if kept else ''}".strip() if noun else ""


def _has_verb(sentence: Sentence, stretches: tuple[Stretch, ...]) -> bool:
    return any(
        sentence.sort(n) == "verb" and sentence.phrases[n].finite
        for first, last in stretches
        for n in range(first, last + 1)
    )


def _joined(opening: str, owner: str, rest: str) -> str:
    words = re.sub(r"\s+", " ", f"{owner} {rest}").strip()
    words = re.sub(r"^(?:the|an?)\s", "", words, flags=re.I)
    if opening.endswith(":"):
        return f"{opening} {words}"
    return f"{opening}, {words}" if opening else words
