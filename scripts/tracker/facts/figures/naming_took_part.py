"""Names of people by what they took part in or were given: "training was given to 40 staff", "12 people attended".

In: a ``Number``. Out: the naming with the event or the help, None for other numbers; whose the parts of a list are.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.figures.title_sense import LONGEST_SHOWN, LONGEST_TITLE
from tracker.facts.sentence.lexicon import MODALS
from tracker.facts.wording.word_forms import capital, counts_people
from tracker.facts.wording.word_lists import PEOPLE, words_of

# "compared with the 2,495 that were logged": known, or of another time.
_THE = re.compile(r"\b(?:the|these|those|all|than|from|against|to|of)\s$", re.I)

_DONE_BY_PEOPLE = words_of("attended completed visited used accessed viewed joined")


def took_part(number: Number) -> Answer:
    """ "139 practitioners attended 4 training sessions": practitioners who attended training sessions."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or counted.role != "subject" or counted.said or counted.passive:
        return None
    verb = sentence.verb_of(sentence.at(number.mention.start))
    words = counted.verb.lower().split()
    if verb < 0 or words[-1] not in _DONE_BY_PEOPLE or set(words) & MODALS or sentence.sort(verb + 1) != "noun":
        return None
    phrase = sentence.phrases[verb + 1]
    unit = counted.noun.split()[-1].lower()
    if phrase.number < 0 or phrase.number == phrase.main or not counts_people(counted.noun, unit):
        return None
    what = " ".join(word.text for word in sentence.words[phrase.number + 1 : phrase.last + 1])
    name = capital(f"{counted.noun} who {words[-1]} {what}")
    led = titled(name, thread)
    name = led if len(led) <= LONGEST_TITLE else name
    return Naming(name, unit, "count", counted=True) if len(name) <= LONGEST_SHOWN else None


_ABOUT = r"(?:(?:the|about|over|around|some|nearly|only|more\sthan|an?\s(?:further|total\sof))\s)*"
_GAVE_TO = re.compile(
    r"\b(?:gave|given|giving|provided|provides|providing|offered|delivered)\s(?:[\w-]+\s){0,3}?"
    r"(support|help|advice|assistance|accommodation|shelter|training|counselling)\sto\s"
    rf"(?:{_ABOUT}[\d,]+\s[\w'’ -]{{3,60}}?(?:,|,?\sand)\s(?:to\s)?)*{_ABOUT}$",
    re.I,
)
_NO_MORE = r"(?=\s(?:in|and|during|over)\s|\s\s|\s?[,.;]|$)"
GIVEN_WHAT = {
    "support": "supported",
    "help": "helped",
    "advice": "advised",
    "assistance": "assisted",
    "accommodation": "accommodated",
    "shelter": "sheltered",
    "training": "trained",
    "counselling": "counselled",
}


def given_to(number: Number) -> Answer:
    """ "The refuges provided support to 38 women and 26 children": women supported, children supported."""
    counted, thread = number.thread.counting(number.mention), number.thread
    given = _GAVE_TO.search(number.clause)
    if counted is None or given is None or thread.planned or number.target or counted.role == "subject":
        return None
    unit = counted.noun.split()[-1].lower()
    if not counts_people(counted.noun, unit):
        return None
    of = re.match(rf"\s{re.escape(counted.noun)}\s(of\s[^,.;:()]{{3,50}}?){_NO_MORE}", number.after)
    name = " ".join([counted.noun, *([of[1]] if of else []), GIVEN_WHAT[given[1].lower()]])
    return Naming(titled(capital(name), thread), unit, "count", counted=True)


_WHO = re.compile(r"\s(?:who|which|that)\s")


def who_did(number: Number) -> Answer:
    """ "139 practitioners …, comprising 37 who attended level 1, 27 who attended level 2": parts of the people."""
    thread = number.thread
    who = _WHO.match(number.after)
    if not who or not number.at or not thread.last or number.target or _THE.search(number.before):
        return None
    base, unit = thread.base, thread.unit
    if who.group().strip() == "who" and unit.rpartition("-")[2] not in PEOPLE:
        base, unit = thread.names.get("people", ""), thread.names.get("people unit", "")
    if not base:
        return None
    stop = number.stop - number.mention.end if number.at + 1 < len(number.all_) else len(number.after)
    said = re.split(r"[;.(]|,\s(?!['‘“])", number.after[who.end() : stop])[0]
    said = re.sub(
        r"\s(?:and|or|with|leaving|while)?(?:\sa\sfurther|\sonly|\sjust|\sa)?\s*$", "", re.sub(r"\s+", " ", said)
    )
    words = said.split()
    if len(words) < 2 or len(words) > 14 or words[0] in MODALS:
        return None
    group = (
        said if words[0] not in ("were", "was", "are", "is", "have", "has", "had") else f"{who.group().strip()} {said}"
    )
    group = re.sub(
        r"^(?:who|which|that)\s(?:were|was|are|is|have been|has been|had been)\s(?=[a-z]+ed\b|[a-z]+ly\s[a-z]+ed)",
        "",
        group,
    )
    if " who " in base and not _PARTS_FOLLOW.search(number.text[number.all_[0].end : number.mention.start]):
        # "14 users who are disabled and 17 who are male": both are users
        return Naming(f"{base.split(' who ')[0]} who {said}", unit, "count", counted=True)
    return Naming(base, unit, "count", (("group", group),))


_PARTS_FOLLOW = re.compile(
    r"\b(?:comprising|including|of\s(?:whom|which|these|them)|made\sup\sof|consisting\sof|with|namely)\b|:\s"
)


def set_owner(number: Number) -> None:
    """Tell the thread whose the numbers of a later clause are: "…, while Minerva House took 14 women"."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or not number.at or counted.role != "object" or counted.passive:
        return
    words = counted.subject.split()
    if words and words[0] in ("The", "the"):
        words = words[1:]
    proper = [word for word in words if word[:1].isupper()]
    if (
        len(words) > 5
        or not proper
        or any(word[:1].islower() and word not in ("of", "and", "for", "the") for word in words)
    ):
        return
    name = " ".join(words)
    if name.lower() in thread.service.lower() or (thread.service and thread.service.lower() in name.lower()):
        return
    if re.search(rf"(?:\b(?:while|whilst|whereas|and|but)|,|;)\s(?:the\s)?{re.escape(name)}\s", number.before):
        thread.service = name
