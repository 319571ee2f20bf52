"""What a number in a sentence measures: a short name in its own words, the part of a whole it tells, a unit.

In: a sentence whose periods are blanked out, its mentions, and the ``Thread`` of what was spoken of before. Out: a
``Naming`` for a mention, or None when the number is no figure or cannot be named. Each rule is a habit of English
reports: "139 practitioners attended …", "Of 50 surgeries, 28 are trained", "referrals were 1357", "up from 8 in Q3".
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.inherited_names import says_only_money
from tracker.facts.figures.naming_again import same_again
from tracker.facts.figures.naming_aimed import aimed
from tracker.facts.figures.naming_alone import name_alone
from tracker.facts.figures.naming_around import AROUND, is_no_count
from tracker.facts.figures.naming_bracket_parts import part_of_bracket
from tracker.facts.figures.naming_bracketed import number_in_brackets, part_in_brackets
from tracker.facts.figures.naming_carried import carried
from tracker.facts.figures.naming_changes import is_change
from tracker.facts.figures.naming_clauses import BY_CLAUSE
from tracker.facts.figures.naming_money import name_money
from tracker.facts.figures.naming_money_clause import sum_of_clause
from tracker.facts.figures.naming_money_told import sum_told
from tracker.facts.figures.naming_noun import BEFORE_ITS_NOUN, BY_ITS_NOUN, with_shared_noun
from tracker.facts.figures.naming_number import agreed, first_answer, number_at
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_ranks import name_rank
from tracker.facts.figures.naming_share import aimed_share, name_share
from tracker.facts.figures.naming_share_clause import name_share_clause
from tracker.facts.figures.naming_small import SMALL
from tracker.facts.figures.naming_sums import name_sum
from tracker.facts.figures.naming_took_part import set_owner
from tracker.facts.figures.spoken_of import subject_measure
from tracker.facts.figures.title_sense import NO_SUBJECT, reads_as_name
from tracker.facts.wording.mentions import Mention

_COMPARED_TO = re.compile(r"\b(?:(?:compared|in comparison) (?:to|with)|against|than|from)\s(?:the\s)?$")


def name_mention(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of mention ``at`` of a sentence, None when it is no figure or what it measures cannot be told."""
    named = _name_mention(text, all_, at, thread)
    if named and _past_another(named, all_[at], thread):
        return None
    if named and named.unit == "%" and all_[at].sort == "count" and thread.base and thread.unit != "%":
        # "3,412 offences (38% of all crime) compared to 3,155 a year earlier": the number goes on from the number
        return (
            Naming(thread.base, thread.unit, "count", same=True)
            if _COMPARED_TO.search(text[: all_[at].start])
            else None
        )
    return named


def _past_another(named: Naming, mention: Mention, thread: Thread) -> bool:
    """Whether a measure of the sentence before is taken over past another one that is the clause's own subject:
    "310 burglaries … . Robberies went down, with two last month"."""
    last = thread.last
    if thread.sentence is None or last is None or thread.names.get("named"):
        return False
    if named.title not in (thread.base, last.title) or mention.sort != "count":
        return False
    own = subject_measure(thread.sentence, thread.sentence.at(mention.start))
    told = f"{named.title} {' '.join(value for _, value in named.breakdown)}".lower()
    return own is not None and not any(word[:5] in told for word in re.findall(r"[a-z]{4,}", own.title.lower()))


def _name_mention(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of mention ``at`` by the rules for its sort, None for a change."""
    mention = all_[at]
    if mention.sort == "points" or is_change(mention, text[: mention.start], text[mention.end :]):
        return None
    if mention.side == "lower" and at + 1 < len(all_):
        upper = name_mention(text, all_, at + 1, thread)
        if upper is None:
            return None
        parts = tuple((key, "lower" if value == "upper" else value) for key, value in upper.breakdown)
        return replace(upper, breakdown=parts, counted=False)
    bracketed = (
        part_of_bracket(text, all_, at, thread)
        or part_in_brackets(text, mention, thread)
        or number_in_brackets(text, mention)
    )
    if bracketed is not None:
        return bracketed
    referred = _baseline(text, mention, thread) if at else None
    if referred is not None:
        return referred
    brought = aimed(text, mention, thread)
    if brought is not None:
        return brought
    if mention.sort == "rank":
        return name_rank(text, mention, thread)
    spoken_of = carried(number_at(text, all_, at, thread)) if mention.sort in ("money", "share") else None
    if spoken_of:
        return spoken_of
    if mention.sort == "money":
        named = sum_told(text, mention, thread) or name_sum(text, mention, thread) or name_money(text, all_, at, thread)
        if named is None or says_only_money(named):
            named = sum_of_clause(text, mention, thread) or named
        if named and not named.breakdown:
            thread.names["money"] = named.title
        return named
    if mention.sort == "share":
        return (
            aimed_share(text, all_, at, thread)
            or same_again(text, all_, at, thread, share=True)
            or name_share_clause(mention, thread)
            or _share(text, all_, at, thread)
        )
    return _number(text, all_, at, thread)


_AS_SAID = re.compile(r"\s(?:could|did|do|were|had|was|would|are|have)(?:\sso)?\s*(?:[.,;]|$)")
# "9% above the pre-pandemic baseline of 25,651"
_BASELINE = re.compile(
    r"\b(?:than|from|against|with|below|above|to|on)\s(?:the|its|our|an?)\s+(?:[\w-]+\s){0,2}baseline\sof\s$"
)


def _baseline(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """ "9% above the pre-pandemic baseline of 25,651": what the measure that is spoken of is counted from."""
    last = thread.last
    if last is None or mention.sort not in ("count", "share") or (last.unit == "%") != (mention.sort == "share"):
        return None
    if last.unit.startswith("GBP") or last.measure == "rank":
        return None
    if _BASELINE.search(text[: mention.start]):
        return replace(last, breakdown=(*last.breakdown, ("measure", "baseline")), same=True, counted=False)
    return None


def _share(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of a share; by the parse where the other reading gives none that can stand alone."""
    last = thread.last
    if at and last and last.unit == "%" and _AS_SAID.match(text[all_[at].end :]):
        # "54% could name a place to go and afterwards 91% could"
        return replace(last, same=True, breakdown=tuple(part for part in last.breakdown if part[0] != "group"))
    named = name_share(text, all_, at, thread)
    if named is not None and named.sure and not NO_SUBJECT.match(named.title) and reads_as_name(named.title):
        return named
    return name_alone(all_[at], thread) or named


def _number(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of a number that is no share, money or rank: by the words round it, then by the phrase after it."""
    number = number_at(text, all_, at, thread)
    set_owner(number)
    answer = first_answer(rule(number) for rule in BY_CLAUSE) if not is_no_count(number) else None
    if answer is None:
        answer = first_answer(rule(number) for rule in AROUND)
    if answer is None:
        phrase = agreed(number.phrase, thread, number.mention)
        answer = first_answer(rule(number, phrase) for rule in BEFORE_ITS_NOUN)
        if answer is None:
            shared = with_shared_noun(number, phrase)
            answer = first_answer(rule(number, shared) for rule in BY_ITS_NOUN)
    if (not answer or not answer.sure) and not is_no_count(number):
        answer = first_answer(rule(number) for rule in SMALL) or answer
    return answer or None
