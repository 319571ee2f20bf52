"""Names of numbers that the words round them tell, before the noun that follows is asked.

In: a ``Number``. Out: each rule's answer, in the order of ``AROUND``: what is no count at all, pairs, rates, averages
and lengths, what rose or fell, lists of parts, numbers that stand alone, values at another time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.facts.figures.naming_again import ALONE, same_again
from tracker.facts.figures.naming_alone import name_alone
from tracker.facts.figures.naming_carried import carried
from tracker.facts.figures.naming_labels import case_after
from tracker.facts.figures.naming_moved import name_grown, name_rise_in, name_risen
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, target_of
from tracker.facts.figures.naming_pieces import name_fraction, part_of_list
from tracker.facts.figures.naming_rates import AVERAGE, PER, RATE, name_length, name_rate_of, name_times
from tracker.facts.figures.naming_share_clause import part_split
from tracker.facts.figures.naming_share_made_up import part_counted
from tracker.facts.figures.naming_sums import name_average_length
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.predicates import clause_end

# "can be referred to the scheme, under which 519 homes …": a clause of its own.
_RELATIVE = re.compile(r",\s(?:under|through|by|with|in|from|for)\swhich\s")
# "in May" is no "may".
_MODAL = re.compile(r"\b(?:can|(?-i:may)|could|might|would|should|must|shall)\b", re.I)

_SAYS_CAN = re.compile(r"\b(?:we|I|it)\s(?:can|may)\s(?:be\s)?(?:confirm|advise|report|say|state|seen|noted)", re.I)


def is_no_count(number: Number) -> bool:
    """Whether a number is no figure whatever it counts: of what can or should be, the base of a rate, how things are
    each time."""
    return _no_result(number) is False or _how_things_are(number) is False


def _no_result(number: Number) -> Answer:
    """False for a number of what can or should be, and for the base of a rate ("in every 100"); None for others."""
    own = _RELATIVE.split(number.clause)[-1]
    if _MODAL.search(_SAYS_CAN.sub("", own)) and not number.thread.planned:
        return False
    if number.mention.in_words and any(
        start < number.mention.start and f" {number.text[number.mention.start : number.mention.end]} " in told.said
        for start, told in number.thread.shares.items()
    ):
        # "37% of thefts took place in three wards": part of what is said of the share
        return False
    if re.search(rf"\b(?:{PER})\s$", number.before):
        return False
    return None


def _rate(number: Number) -> Answer:
    """The name of a rate, False where its words name none, None for a number that is no rate."""
    if not RATE.match(number.after) or re.match(r"\s\w+\s(?:to|of)\s", number.after):
        return None
    return name_rate_of(number.text, number.mention, number.thread) or False


_AVERAGE_OF = re.compile(r"\b(?:an |on )?average of\s(?:about\s|around\s|over\s|just\s)?$", re.I)
_PER = re.compile(
    r"\s(?P<noun>[a-z]+\s)?(?P<join>per|a|each|every)\s(?P<each>half term|day|week|month|quarter|year|term|person"
    r"|family|case|client|victim|household|session|meeting|visit|child|worker|school|ward|officer)\b",
    re.I,
)


def _average_per(number: Number) -> Answer:
    """The name of "an average of 12 per month": of what was told last."""
    last = number.thread.last
    per = _PER.match(number.after) if _AVERAGE_OF.search(number.before) else None
    if not per or not last or last.measure not in ("count", "average"):
        return None
    if per["join"].lower() != "per" and not number.thread.names.get("here"):
        return None
    each, noun = per["each"].lower(), (per["noun"] or "").strip().lower()
    if noun and noun != last.unit and noun not in last.title.lower():
        return None
    return Naming(f"{last.title} (average per {each})", f"{noun or last.unit} per {each}", "average", last.breakdown)


def _same_as_number(number: Number) -> Answer:
    """ "62.9% (4,365) were renewals": the share right before, told as a number."""
    thread, last = number.thread, number.thread.last
    if not number.at or not thread.base or not last or last.unit != "%":
        return None
    if not _is_bracketed(number.text, number.all_, number.at):
        return None
    return Naming(last.title.removesuffix(" (share)"), thread.unit, "count", last.breakdown, last.sure)


def _is_bracketed(text: str, all_: tuple[Mention, ...], at: int) -> bool:
    """Whether a number stands alone in brackets right behind a share."""
    before, mention = all_[at - 1], all_[at]
    opened = re.fullmatch(r"\s*\(\s?", text[before.end : mention.start])
    return before.sort == "share" and opened is not None and text.startswith(")", mention.end)


def _length_or_times(number: Number) -> Answer:
    """The name of a length of time or of "3 times", False where it has none, None for other numbers."""
    text, mention, thread = number.text, number.mention, number.thread
    if mention.span:
        named = name_average_length(mention, thread)
        return _of_whom(number, named) or named or name_length(text, mention, thread) or False
    if mention.times:
        return name_times(text, mention, thread) or False
    return None


_UNIT_OF_TIME = re.compile(r"\s(?:[a-z]+\s)?(?:year|month|week|day|hour|minute|second)s?\b")


_AND_FOR = re.compile(r"(?:,|\band)\sfor\s(?:the\s)?((?:[\w'’-]+\s){0,5}?[\w'’-]+)(?:\sit\swas)?\s$")


def _of_whom(number: Number, named: Naming | None) -> Naming | None:
    """The length of time of those that a phrase behind it tells: "77.2 years for men and 81.4 years for women"."""
    last, unit = number.thread.last, _UNIT_OF_TIME.match(number.after)
    next_ = _AND_FOR.search(number.before) if number.at and last and last.measure == "average" else None
    if next_ and last and (whole := last.title.rpartition(" for ")[0]):
        # "The average wait for a visit was 6 weeks and for surgery 20 weeks"
        return replace(last, title=f"{whole} for {next_[1]}", counted=False)
    case = case_after(number.text, number.mention.end + unit.end(), number.stop) if unit else ""
    told = named or (last if number.at and re.search(r"(?:,|\band)\s$", number.before) else None)
    if told is None or told.measure != "average" or not re.match(r"(?:for|among)\s", case):
        return None
    return replace(told, breakdown=(("group", case),), counted=False)


_EACH = re.compile(r"\s(?:to each|each|at a time|at any|in each|for each|attend each|attends each)\b", re.I)

_OFTEN = re.compile(
    r"\s(?:[\w-]+\s){0,4}(?:a|per|each|every)\s(?:day|week|month|quarter|year|annum|ward per year)\b", re.I
)

# "is made up of 8 officers", "sets out 6 aims": what a thing consists of is no result.
_MADE_OF = re.compile(
    r"\b(?:made up of|consists? of|comprises?|composed of|sets? out|staffed by|includes|contains|recommends"
    r"|followed by)"
    r"\s(?:about\s|over\s|some\s)?$",
    re.I,
)


def _how_things_are(number: Number) -> Answer:
    """False for what is so each time, is due, or is how a thing is made up; None for others."""
    before, after = number.before, number.after
    if not AVERAGE.search(number.text) and (
        _EACH.search(after[: clause_end(after, 0, len(after)) or 1])
        or (number.mention.in_words and _OFTEN.match(after))
    ):
        return False
    if (
        re.search(r"\b(?:due|all but)\s$", before, re.I)
        or _MADE_OF.search(before)
        or re.match(r"\s*(?:Each|Every)\b", number.clause)
    ):
        return False
    return None


def _target_of_last(number: Number) -> Answer:
    """The measure told last, as its target, for a target that stands alone."""
    last = number.thread.last
    if number.target and number.at and last and last.measure == "count" and ALONE.match(number.after):
        return replace(last, breakdown=target_of(True), same=True, counted=False)
    return None


def _in_list(number: Number) -> Answer:
    """A part of what was counted before, for a number in a list after a colon or after "including"."""
    text, thread = number.text, number.thread
    if thread.base and number.at and re.search(r":\s[^;:]*$", text[number.all_[0].end : number.mention.start]):
        noun = number.phrase
        if (
            noun.head
            and thread.unit
            and (noun.head == thread.unit or noun.head.endswith("-" + thread.unit))
            and len(noun.noun.split()) > (noun.head == thread.unit)
        ):
            return Naming(thread.base, thread.unit, "count", (("group", noun.noun),))
    if part_of_list(text, number.mention, thread):
        noun = number.phrase
        if noun.noun:
            return Naming(thread.base, thread.unit, "count", (("group", noun.noun),))
    return None


def _by_itself(number: Number) -> Answer:
    """The name that the parse gives to a number alone; none for "one" and "none", which may be no numbers."""
    mention = number.mention
    return name_alone(mention, number.thread) if not mention.in_words or mention.value not in ("0", "1") else None


def _fraction(number: Number) -> Answer:
    """The name of the part in "57 of 73 licensed venues"."""
    return name_fraction(number.text, number.all_, number.at, number.thread)


def _same_again(number: Number) -> Answer:
    """The measure of the mention before, at another time."""
    return same_again(number.text, number.all_, number.at, number.thread)


AROUND: tuple[Callable[[Number], Answer], ...] = (
    _no_result,
    part_counted,
    part_split,
    carried,
    _rate,
    _average_per,
    _same_as_number,
    _length_or_times,
    _how_things_are,
    name_rise_in,
    name_grown,
    _target_of_last,
    _in_list,
    _by_itself,
    _fraction,
    name_risen,
    _same_again,
)
"""The rules that need no noun after the number, in the order in which they are tried."""
