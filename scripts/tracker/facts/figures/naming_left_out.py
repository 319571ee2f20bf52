"""Parts of a whole that the clause names or leaves out: "23 of the fires were …", "over half (104) came from schools".

In: a ``Number`` that stands without a noun of its own. Out: each rule's answer: a part of the things that the phrase
behind "of" names, or of those that were counted before; None where the parse does not tell of what.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.facts.figures.naming_alone import counted_before, group_of
from tracker.facts.figures.naming_labels import CLOSES, case_after
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.sentence.counting import Counting, predicate
from tracker.facts.sentence.lexicon import MODALS
from tracker.facts.wording.word_forms import capital, counts_people, is_plural
from tracker.facts.wording.word_lists import ABSTRACT, UNCOUNTED, words_of


def some_of(number: Number) -> Answer:
    """ "23 of the fires were caused by cigarettes": a part of the things that the phrase behind "of" names."""
    thread, sentence = number.thread, number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or sentence.phrases[at].number != sentence.phrases[at].main or thread.planned:
        return None
    whole = at + 2
    if sentence.low(at + 1) != "of" or sentence.sort(whole) != "noun" or sentence.points_back(whole):
        return None
    phrase = sentence.phrases[whole]
    unit = sentence.low(whole)
    if phrase.number >= 0 or sentence.words[phrase.first].low not in _THE or not is_plural(unit):
        return None
    if unit in UNCOUNTED | ABSTRACT or sentence.sort(at - 1) not in ("", "gap", "comma", "mark", "coordinator"):
        return None
    end = sentence.noun_end(whole)
    verb = end + 1
    if sentence.sort(verb) != "verb" or not sentence.phrases[verb].finite:
        return None
    words = sentence.said(verb, verb).lower().split()
    said = predicate(sentence, verb, sentence.predicate_end(verb))
    if not said or set(words) & MODALS or "not" in words:
        return None
    counted = Counting("subject", "", verb=sentence.said(verb, verb), passive=sentence.phrases[verb].passive, said=said)
    group = group_of(counted, counts_people(unit, unit))
    name = sentence.said(whole, end).split(" ", 1)[1]
    known = name.lower() == thread.unit and thread.base
    title = thread.base if known else titled(capital(name), thread)
    last = thread.last
    if known and last and last.sure and (last.unit, last.measure) == (unit, "count") and not last.breakdown:
        # "Knife crime was down, at 104 offences. 17 of the offences …": of those told of last
        title = last.title
    thread.base, thread.unit = title, unit
    return Naming(title, unit, "count", (("group", group),))


_THE = words_of("the our its their all these those")


_ROUGHLY = re.compile(
    r"(?:^|[.;:,]\s|\b(?:and|but|while|with|whom|which|these|those),?\s)"
    r"(?:(?:just|well|slightly|about|around|over|under|nearly|almost|(?:more|less) than|approximately|the|an?|vast)\s)*"
    r"(?:(?:one|two|three|four)[ -])?(?:half|thirds?|quarters?|fifths?|tenths?|majority|most)"
    r"(?:\sof\s(?:(?:these|those|them|whom|which)|(?:the|all)\s(?P<of>[a-z]+)))?\s\(\s?$",
    re.I,
)


def roughly_so_many(number: Number) -> Answer:
    """ "Over half (104) came from schools": what is said of the words before a bracket is said of the number in it."""
    thread, sentence = number.thread, number.thread.sentence
    found = _ROUGHLY.search(number.before)
    at = sentence.at(number.mention.start) if sentence else -1
    if found is None or sentence is None or at < 0 or not thread.base or not CLOSES.match(number.after):
        return None
    if found["of"] and found["of"] != thread.unit:
        return None
    verb = at
    while sentence.sort(verb) not in ("close", ""):
        verb += 1
    verb += 1
    words = sentence.said(verb, verb).lower().split()
    if sentence.sort(verb) != "verb" or set(words) & MODALS:
        return None
    said = predicate(sentence, verb, sentence.predicate_end(verb))
    counted = Counting("subject", "", verb=sentence.said(verb, verb), passive=sentence.phrases[verb].passive, said=said)
    group = group_of(counted, counts_people(thread.unit, thread.unit)) if said else ""
    return Naming(thread.base, thread.unit, "count", (("group", group),)) if group else None


_REMAINING = re.compile(r"(?:^|[.;]\s|,\s|\b(?:and|while|but)\s)the\s(remaining|other)\s$", re.I)


def the_remaining(number: Number) -> Answer:
    """ "The remaining three, which relate to records, are due by March", "the other two concerned mothers": what
    remains of those counted before, by what is said of it where that tells it apart."""
    thread, sentence = number.thread, number.thread.sentence
    counted = thread.counting(number.mention)
    found = _REMAINING.search(number.before)
    if not found or not thread.base or thread.unit == "%" or sentence is None:
        return None
    if counted is not None and counted.noun.lower() != thread.unit:
        return None
    whole = thread.names.get("all", "")
    base = whole if whole and thread.base.startswith(whole) else thread.base
    case = case_after(number.text, number.mention.end, number.stop) if counted is None else ""
    return Naming(base, thread.unit, "count", (("group", case or "remaining"),))


_IN_ALL = re.compile(r"\b(?:making|bringing\sthe\stotal\sto|giving\sa\stotal\sof)\s(?:a\stotal\sof\s)?$")


def in_all(number: Number) -> Answer:
    """ "Has added 17 cameras, making 142 in total": how many there are of the things now."""
    thread, sentence = number.thread, number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if not number.at or sentence is None or at < 0 or not _IN_ALL.search(number.before):
        return None
    if (
        sentence.phrases[at].number != sentence.phrases[at].main
        or "total" not in number.before[-20:] + number.after[:12]
    ):
        return None
    counted = counted_before(sentence, at)
    if counted is None or not is_plural(counted.noun.split()[-1]):
        return None
    noun = re.sub(r"^(?:new|further|additional|more|extra)\s", "", counted.noun)
    return Naming(titled(f"Total {noun}", thread), noun.split()[-1].lower(), "count", stock=True, carried=True)


WHOLES_LEFT_OUT: tuple[Callable[[Number], Answer], ...] = (some_of, roughly_so_many, the_remaining, in_all)
"""The rules in the order in which they are tried."""
