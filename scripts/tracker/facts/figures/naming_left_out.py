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


_ABOUT = r"(?:(?:just|about|around|over|under|nearly|almost)\s+)*"
_OUT_OF = re.compile(rf"\sout\sof\s(?:the\s|a\stotal\sof\s)?{_ABOUT}$")
_IT = words_of("it them this that these those him her so there")


def of_so_many(number: Number) -> Answer:
    """ "63 women out of the 97 that started", "129 repeat cases out of 431 heard": the things of the number before, of
    which those were some, by what is said of them all."""
    sentence = number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or sentence.phrases[at].number != sentence.phrases[at].main:
        return None
    part = number.all_[number.at - 1] if number.at and _OUT_OF.search(number.before) else None
    counted = number.thread.counting(part) if part else None
    if part is None or counted is None or float(part.value) > float(number.mention.value):
        return None
    unit = counted.noun.split()[-1].lower()
    who = sentence.low(at + 1) if sentence.low(at + 1) in ("who", "that", "which") else ""
    opens = at + 1 + bool(who)
    if sentence.sort(opens) != "verb" or not is_plural(unit) or unit in UNCOUNTED | ABSTRACT:
        return None
    end = opens
    while sentence.sort(end + 1) in ("preposition", "noun", "adverb") and sentence.phrases[end + 1].number < 0:
        end += 1
    said = sentence.said(opens, end)
    if set(said.lower().split()) & _IT or set(said.lower().split()) & MODALS:
        return None
    who = ("who " if counts_people(unit, unit) else "that ") if who else ""
    return Naming(titled(capital(f"{unit} {who}{said}"), number.thread), unit, "count")


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


_MAKING = re.compile(rf"\b(?:making|bringing\sthe\stotal\sto|giving\sa\stotal\sof)\s(?:a\stotal\sof\s)?{_ABOUT}$")
_BRINGING = re.compile(
    rf"\b(?:bringing|taking)\s(?:the|its|our|their)\s(?P<what>[a-z][^,;:.()\d]{{2,60}}?)\s+(?:up\s|down\s)?to\s+{_ABOUT}$"
)
_ARE_NOW = re.compile(rf"\b(?:there\sare\snow|we\snow\shave|(?:it|which)\snow\shas)\s+{_ABOUT}$", re.I)
_TOTAL = re.compile(r"\s+(?:in\s(?:total|all)|altogether|overall)\b")
# "the number in use", "the total number of radios", "the total for the half year"
_NUMBER_OF = re.compile(r"(?:total\s)?(?:number|total|tally|count|figure)(?:\sof\s(?P<things>.+))?(?P<where>\s.+)?")
_A_TIME = re.compile(r"(?:for|in|over|during|since)(?:\s\w+){0,2}\s(?:half[- ]year|year|quarter|period|term|month)\b")
_MORE = re.compile(r"^(?:new|further|additional|more|extra|other)\s")


def in_all(number: Number) -> Answer:
    """ "Has added 17 cameras, making 142 in total", "bringing the number in use to 138", "so that there are now 20 in
    total": how many there are of the things now."""
    thread, sentence = number.thread, number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or sentence.phrases[at].number != sentence.phrases[at].main:
        return None
    brought = _BRINGING.search(number.before)
    making = _MAKING.search(number.before) or _ARE_NOW.search(number.before)
    if not brought and not (making and (_TOTAL.match(number.after) or "total" in making.group())):
        return None
    counted = counted_before(sentence, at)
    noun = _MORE.sub("", counted.noun) if counted else thread.unit if thread.base else ""
    told = _NUMBER_OF.fullmatch(re.sub(r"\s+", " ", brought["what"]).strip()) if brought else None
    if told and told["things"]:
        noun = told["things"]
    elif brought and not (told and told["where"] and not _A_TIME.match(told["where"].strip())):
        # "bringing the waiting list down to 41"; "taking the total to 58" is named beside what it is the total of
        return None
    head = re.split(r"\s(?:of|in|on|with|for|from|to|at|who|that)\s", noun)[0].split()[-1:]
    if not head or not is_plural(head[0]):
        return None
    name = noun if told and told["things"] else f"{noun}{told['where']}" if told else f"Total {noun}"
    return Naming(titled(capital(name), thread), head[0].lower(), "count", stock=True, carried=True)


WHOLES_LEFT_OUT: tuple[Callable[[Number], Answer], ...] = (some_of, roughly_so_many, the_remaining)
"""The rules in the order in which they are tried."""
