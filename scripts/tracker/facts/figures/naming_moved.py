"""Names of what rose or fell: "Shop theft was up by a third to 1,066", "fires were down by 9% (118 compared with 130)".

In: a ``Number``. Out: the naming of its subject, None where nothing is said to have moved or nothing is counted.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_alone import moved_subject
from tracker.facts.figures.naming_crimes import crime_unit
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, Thread, titled, without_place
from tracker.facts.figures.naming_rates import GROWN
from tracker.facts.wording.phrase_before import last_noun_phrase, subject_of
from tracker.facts.wording.word_forms import capital, is_plural

_NEAR = 400
"""Characters before a number in which the word stands that says what moved: a long list costs its length."""
_ENDS_THERE = re.compile(r"\s*(?:[.,;)]|$)|\s\s|\s(?:this|in|last)\b|\sto\s\d")
_COMPARED_NEXT = re.compile(r"\s(?:compared (?:with|to)|against|from|vs\.?)\s")


def name_grown(number: Number) -> Answer:
    """The name of what is said to have grown or fallen right before the number, or right before its brackets."""
    before, after, thread = number.before, number.after, number.thread
    grown = GROWN.search(before[-_NEAR:])
    if grown and not before.endswith("(") and _ENDS_THERE.match(after):
        driven = re.split(r"\b(?:driven|led|caused|due)\s(?:mainly\s|largely\s|partly\s)?(?:by|to)\s", grown[1])[-1]
        moved = _moved(re.sub(r"\s(?:which|that)(?:\s\w+)?$", "", last_noun_phrase(driven)), thread)
        if moved is not None:
            return moved
    if before.endswith("(") and _COMPARED_NEXT.match(after):
        # "Primary fires were down by 9% (118 compared with 130)"
        subject = last_noun_phrase(grown[1]) if grown else subject_of(number.text, number.mention.start)
        return _moved(subject, thread)
    return None


_RISE = r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth)"
_FROM = r",?\sfrom\s(?:(?:about|around|just)\s)?(?:[\w.,-]+\s+to\s)?$"
RISE_IN = re.compile(
    rf"{_RISE}\sin\s(?:the\s(?:numbers?|levels?)\sof\s|the\s)?(?P<what>[^.;:()\d,]{{3,90}}?)"
    rf"(?:,\s(?:albeit|although|admittedly|but)\s[^,]{{3,40}})?{_FROM}",
    re.I,
)
"""What is said to have risen, with a number of its own from which it rose: "an increase in those under 18, from 9"."""


def name_rise_in(number: Number) -> Answer:
    """ "An increase in those under 18, albeit from a low base,
    from nine to 17": the name of what rose, or the part of what was counted before."""
    told = RISE_IN.search(number.before)
    if told is None or number.thread.counting(number.mention):
        return None
    thread, what = number.thread, re.sub(r"\s+", " ", told["what"]).strip()
    those = re.match(r"those\s(?=\w)", what)
    if not those:
        return _moved(what, thread)
    return Naming(thread.base, thread.unit, "count", (("group", what[those.end() :]),)) if thread.base else False


def name_risen(number: Number) -> Answer:
    """The name of the subject that, by the parse, rose or fell to the number; none for the second of "from A to B"."""
    text, all_, at, thread = number.text, number.all_, number.at, number.thread
    subject = moved_subject(thread.sentence, thread.sentence.at(number.mention.start)) if thread.sentence else ""
    pair = at > 0 and re.search(r"\bfrom\s(?:\w+\s)?$", text[: all_[at - 1].start]) is not None
    if not subject or pair:
        return None
    risen = _moved(subject, thread)
    if risen is None and len(subject.split()) > 1:
        # "The waiting list had come down from 58 to 41"
        return Naming(titled(capital(without_place(subject)), thread), "", "count", counted=True)
    return risen


def _moved(subject: str, thread: Thread) -> Naming | None:
    """The naming of what rose or fell, None when it is nothing that is counted."""
    head = re.split(r"\s(?:of|from|in|on|against|with|by|about|for|to|at|involving)\s", subject)[0].split()
    plural = next((w.lower() for w in reversed(head) if is_plural(w)), "")
    # "Knife crime outcomes" are outcomes, "Knife crime" is offences
    crime = "" if plural and plural == head[-1].lower() else crime_unit(subject)
    unit = crime or plural
    if not unit:
        return None
    title = capital(without_place(subject))
    return Naming(title if crime else titled(title, thread), unit, "count", (), counted=True)
