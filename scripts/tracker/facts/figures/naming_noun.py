"""Names of numbers by the phrase right after them; where it has no noun, by the subject, a label or a verb before.

In: a ``Number`` and the ``Phrase`` after it. Out: each rule's answer, in the order of ``BEFORE_ITS_NOUN`` and then of
``BY_ITS_NOUN``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.facts.figures.naming_again import ALONE
from tracker.facts.figures.naming_counted import name_counted, name_one_or_none
from tracker.facts.figures.naming_head_clause import of_head_clause
from tracker.facts.figures.naming_labels import (
    CLOSES,
    case_after,
    colon_label,
    in_paren,
    paren_label,
    scorecard_label,
)
from tracker.facts.figures.naming_listed import most_of
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, side_of, target_of, titled
from tracker.facts.figures.naming_phrase import name_composed
from tracker.facts.figures.naming_pieces import is_part, name_part, next_start, only_adjectives
from tracker.facts.figures.naming_rates import PLANNED
from tracker.facts.figures.naming_subjects import name_of_subject
from tracker.facts.wording.phrase_after import phrase_after
from tracker.facts.wording.phrase_before import subject_of, verb_before
from tracker.facts.wording.phrase_reading import Phrase
from tracker.facts.wording.predicates import tidy_predicate
from tracker.facts.wording.word_forms import capital, in_line, is_plural
from tracker.facts.wording.word_lists import COUNTED, PEOPLE


def _most_of(number: Number, phrase: Phrase) -> Answer:
    """The largest part of a whole that the sentence names; what follows is of that whole."""
    thread = number.thread
    label, title = most_of(number.text, number.mention, thread)
    if not label:
        return None
    return Naming(title, thread.unit, "count", (("group", label),), is_plural(thread.unit))


def _labelled_part(number: Number, phrase: Phrase) -> Answer:
    """The part that a list calls the number in brackets, or the measure told last at another time."""
    thread = number.thread
    label, title = paren_label(number.text, number.all_, number.at, thread)
    # "the top types were litter (142)": what it is called, not that it is called so
    label = re.sub(
        r"^[\w'’ -]*\b(?:types|reasons|causes|kinds|categories|motives|forms|sources)\s(?:are|were)\s", "", label
    )
    if not label or not title:
        return None
    if title == thread.base and (whole := _made_up_of(number)) and whole.unit != thread.unit:
        title, thread.unit = whole.title, whole.unit
        thread.base = title
    if thread.last and label.lower() in title.lower() and re.search(r"\s{4,}\(\s?$", number.before):
        # "1,402 burglaries, a decrease of 6% on the previous 12 months (1,491)"
        return replace(thread.last, same=True, counted=False)
    told = re.search(r"\b(?:highest|lowest|peak|record|largest|average|figure|total|target)\b", label, re.I) is None
    if re.search(r"\bahead\sof\s(?:[^().;]|\([^()]*\))*\(\s?$", number.before):
        # "Fraud was next with 198, ahead of arson (187)": kinds of what the heading names, not of the kind told first
        label = re.sub(r"^ahead of ", "", label)
        told = told and title.split(": ")[0] in (thread.names.get("heading"), thread.names.get("long"))
    return Naming(title, thread.unit or "people", "count", (("group", label),), told)


def _made_up_of(number: Number) -> Naming | None:
    """ "139 people came to 4 courses: first aid (100), sewing (39)": what the numbers in brackets add up to."""
    bare = (m for m in number.all_ if in_paren(number.text, m) and CLOSES.match(number.text[m.end :]))
    values = [m.value for m in bare if m.sort == "count" and m.value.isdigit()]
    return number.thread.counts.get(str(sum(map(int, values)))) if len(values) > 1 else None


def _part(number: Number, phrase: Phrase) -> Answer:
    """A part of what was counted before ("28 are trained", "13 of those helped"), False for one that has no name."""
    text, mention, thread, start, stop = number.text, number.mention, number.thread, number.start, number.stop
    if re.match(r"\s+of\s(?:those|all those|the people)\s", text[start:]):
        later = re.match(r"\s+of\s((?:all\s)?those(?:\s\w+ed)?)\s", text[start:])
        if later:
            return name_part(text, start + later.end(), mention, stop, thread) or False
    if is_part(text, start, phrase):
        if re.search(r"(?<!\bof )\b(?:those|these|the|all|both)\s$", number.before, re.I):
            return False
        return name_part(text, start, mention, stop, thread) or False
    return None


def with_shared_noun(number: Number, phrase: Phrase) -> Phrase:
    """The phrase with the noun of the next number's, where it has only adjectives: "12 new and 15 open cases"."""
    text, all_, at = number.text, number.all_, number.at
    if (
        only_adjectives(phrase)
        and not (phrase.noun and is_plural(phrase.noun.split()[-1]))
        and at + 1 < len(all_)
        and re.fullmatch(r"[\w\s'’-]*\b(?:and|or)\s", text[number.mention.end : number.stop])
    ):
        later_phrase = phrase_after(text, all_[at + 1].end, next_start(all_, at + 1, text))
        tail = " ".join(later_phrase.noun.split()[1:])
        if later_phrase.head and tail:
            return Phrase(f"{phrase.noun} {tail}", later_phrase.head, "", phrase.end)
    return phrase


def _one_or_none(number: Number, phrase: Phrase) -> Answer:
    """The name of a single thing or of none, False where it is no number of things."""
    text, mention, thread = number.text, number.mention, number.thread
    if mention.in_words and mention.value in ("0", "1"):
        return name_one_or_none(text, mention, thread, phrase) or False
    if phrase.noun and not phrase.head and mention.value == "1" and not mention.in_words:
        words = phrase.noun.split()
        if words[0][:1].isupper() or words[-1].lower() + "s" in COUNTED:
            return name_composed(text, mention, thread, phrase, words[-1].lower() + "s", number.target) or False
        return False
    return None


# "650 children in need, 142 children looked after": kinds side by side, none a part of another.
_LISTS_KINDS = re.compile(r"(?:\s(?!was\b|were\b|had\b|has\b|have\b|is\b|are\b|of\b)[\w'’-]+){2,6}(?:,|,?\sand)\s")


def _said_of_same(number: Number, phrase: Phrase) -> Answer:
    """ "11 applications … six applications were rejected": a part of those, by what is said of it."""
    all_, at, thread, mention = number.all_, number.at, number.thread, number.mention
    if not phrase.predicate or not thread.base or not phrase.noun.lower() == phrase.head == thread.unit:
        return None
    group = tidy_predicate(phrase.predicate)
    if not group or (at and _LISTS_KINDS.fullmatch(number.text[all_[at - 1].end : mention.start])):
        return None
    if PLANNED.match(phrase.predicate):
        # what will be is a promise, not a part of what was
        return Naming(thread.base, thread.unit, "count", (("group", group), ("plan", "planned")), sure=False)
    if at and any(m.sort == "count" and float(m.value) < float(mention.value) for m in all_[at - 1 : at]):
        # "two people were prosecuted, 66 people were fined": a part is no greater than its whole
        return name_counted(number.text, all_, at, thread, phrase, number.target) or False
    if thread.period_ends and re.match(r"(?:received|recorded|reported|made|logged|submitted)\b", group):
        # the same things at another time are no part of those
        return Naming(thread.base, thread.unit, "count")
    told = set(group.lower().split()) <= set(thread.base.lower().split())
    if not told and thread.period_ends and thread.base == thread.names.get("before"):
        # "812 households approached us. At the end of March 214 households were in hostels": others
        return None
    return Naming(thread.base, thread.unit, "count", () if told else (("group", group),))


_ASKED_IN = re.compile(
    r"\b((?!the\b|our|its|this|that|an?\s)(?:[\w’'-]+\s){0,2}(?:survey|poll|questionnaire|consultation))\s\($",
    re.IGNORECASE,
)


def _counted(number: Number, phrase: Phrase) -> Answer:
    """The name by the noun after the number: a part in brackets of people counted before, else what is counted."""
    thread = number.thread
    if (
        phrase.head in PEOPLE
        and thread.unit in PEOPLE
        and thread.base
        and number.at
        and in_paren(number.text, number.mention)
        and re.search(r"[a-z]\s\((?:\d[^()]*(?:,|\band)\s)?$", number.before)
    ):
        # "74 households (41 families and 33 single people)"
        return Naming(thread.base, phrase.head, "count", (("group", phrase.noun),))
    if phrase.head in PEOPLE | {"pupils", "respondents"} and (asked := _ASKED_IN.search(number.before)):
        # "the pupil survey (5,208 pupils)"
        return Naming(f"{capital(asked[1])}: {in_line(phrase.noun)}", phrase.head, "count", counted=True)
    if phrase.head:
        return name_counted(number.text, number.all_, number.at, thread, phrase, number.target) or False
    if phrase.noun and in_paren(number.text, number.mention) and thread.base:
        return Naming(thread.base, thread.unit, "count", (("group", phrase.noun),))
    return None


def _of_subject(number: Number, phrase: Phrase) -> Answer:
    """The name of the subject before the number, False where it gives none, None where there is no subject."""
    text, all_, at = number.text, number.all_, number.at
    subject = subject_of(text, number.mention.start, all_[at - 1].end if at else 0)
    if not subject:
        return None
    return name_of_subject(text, number.mention, number.stop, number.thread, subject, number.target) or False


def _of_case(number: Number, phrase: Phrase) -> Answer:
    """A further part that a preposition tells: "21 to local refuges", "and four for littering"."""
    thread = number.thread
    case = case_after(number.text, number.start, number.stop)
    if not case or not number.at or not thread.base:
        return None
    if not re.search(r"(?:,|;|:|\band|\bor|\ba further|\banother|\bonly|\bjust)\s+$", number.before):
        return None
    if thread.last and thread.last.breakdown and thread.last.breakdown[0][0] == "group":
        return Naming(thread.base, thread.unit, "count", (("group", case),))
    if _is_more(number) and case.split()[0] in _STATES and thread.base.lower().startswith(f"{thread.unit} "):
        # "236 children were on plans and 487 in care": more than those cannot be some of them
        return Naming(titled(f"{thread.unit} {case}", thread), thread.unit, "count", counted=True)
    leads = case.split()[0]
    if f" {leads} " in thread.base:
        # "two people were prosecuted for fly-tipping and four for littering"
        begin = thread.base.rindex(f" {leads} ")
        return Naming(f"{thread.base[:begin]} {case}", thread.unit, "count")
    sure = bool(thread.last and thread.last.title == thread.base)
    base = _without_people(thread.base) if set(case.lower().split()) & PEOPLE else thread.base
    return Naming(base, thread.unit, "count", (("group", case),), sure=sure)


def _without_people(title: str) -> str:
    """A title without whom it is for: "six adult bed spaces and ten for children" are all bed spaces."""
    words = title.split()
    kept = [w for w in words[:-1] if not {w.lower() + "s", w.lower().removesuffix("'s")} & PEOPLE]
    return " ".join([*kept, words[-1]])


_STATES = frozenset({"in", "on", "at", "under"})
"""What leads a state that things are in, and not what was done with them."""


def _is_more(number: Number) -> bool:
    """Whether a number is larger than all that its sentence has counted before it."""
    before = [float(m.value) for m in number.all_[: number.at] if m.sort == "count"]
    return bool(before) and float(number.mention.value) > max(before) and is_plural(number.thread.unit)


def _of_label(number: Number, phrase: Phrase) -> Answer:
    """The name that a label before the number gives: "Warrants executed: 14"."""
    text, mention, thread, target = number.text, number.mention, number.thread, number.target
    named = colon_label(text, mention) or ("" if number.at else scorecard_label(text, mention))
    if not named or phrase.noun:
        return None
    if isinstance(clause := of_head_clause(number), Naming):
        # "Homeless households have risen: 61 in 2031/32": a clause and no label
        return clause
    alone = re.match(r"\s*[.,;(]|\s*$|\sper\b", number.after) is not None
    if number.at and thread.base and ";" in number.before and not any(is_plural(w) for w in named.split()):
        return Naming(thread.base, thread.unit, "count", (("group", named),))
    named = re.sub(r"^(?:[Tt]otal )?[Nn]umber of ", "", named)
    unit = next((w.lower() for w in reversed(named.split(" of ")[0].split()) if is_plural(w)), "")
    led = thread.topic if thread.topic and thread.topic.leads and not number.at and not unit else None
    whole = (led.announced or led.measures.get("count")) if led else None
    if whole and number.mention.sort == "count":
        # "Referrals came from the following:", and in the list "education: 21"
        return Naming(whole.title, whole.unit, "count", (("group", named),), sure=alone)
    if unit:
        return Naming(titled(named, thread), unit, "count", target_of(target), sure=alone, counted=True)
    return Naming(titled(named, thread), thread.unit if thread.last else "", "count", target_of(target), sure=alone)


def _target(number: Number, phrase: Phrase) -> Answer:
    """The target of what was told last."""
    last = number.thread.last
    return Naming(last.title, last.unit, "count", target_of(True), same=True) if number.target and last else None


def _is_of_time(number: Number) -> bool:
    """Whether a time is the subject of the verb right before the number: "a year earlier produced 24"."""
    sentence = number.thread.sentence
    verb = sentence.at(number.mention.start) - 1 if sentence else -1
    if sentence is None or verb < 1 or sentence.sort(verb) != "verb":
        return False
    opens = verb - 1
    while sentence.sort(opens) == "gap":
        opens -= 1
    the = sentence.sort(opens) == "noun" and sentence.said(opens, opens).lower() in ("the", "a")
    opens -= the
    return opens < verb - 1 - the and sentence.sort(opens) in ("", "comma", "mark", "coordinator", "subordinator")


def _done(number: Number, phrase: Phrase) -> Answer:
    """What a verb before the number says was done with those that were counted before."""
    text, all_, at, mention, thread = number.text, number.all_, number.at, number.mention, number.thread
    first = all_[at - 1] if mention.side == "upper" and at else mention
    done = verb_before(re.sub(r"\bbetween\s$", "", text[: first.start]), len(text))
    if not done or not thread.base or not thread.last or not ALONE.match(number.after):
        return None
    if _is_of_time(number):
        # "the same months of last year saw 157": the same at another time
        return replace(thread.last, same=True, counted=False)
    # what was closed is no part of what was opened
    other = re.search(r"\b(?!" + re.escape(done.split()[0]) + r"\b)[a-z]+ed$", thread.base) is not None
    if thread.period_ends and set(done.split()) <= set(thread.base.lower().split()):
        # "In 2021 it issued 118 notices and in 2022 it issued 164"
        return Naming(thread.base, thread.unit, thread.last.measure, side_of(mention))
    done = f"{done}{_by_whom(number, thread.base)}"
    return Naming(thread.base, thread.unit, thread.last.measure, (("group", done), *side_of(mention)), not other)


def _by_whom(number: Number, base: str) -> str:
    """ " by reporting centres" where the verb before the number has a subject that its name does not say."""
    sentence = number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    verb = sentence.verb_before(at) if sentence and at >= 0 else -1
    subject = sentence.subject_of(verb) if sentence and verb >= 0 else -1
    if sentence is None or subject < 0 or sentence.phrases[subject].number >= 0:
        return ""
    first = sentence.words[sentence.phrases[subject].first]
    said = sentence.said(subject, subject)
    said = said[len(first.text) :].strip() if first.kind == "determiner" else said
    known = set(re.findall(r"[a-z]{4,}", base.lower()))
    return "" if first.kind == "pronoun" or set(re.findall(r"[a-z]{4,}", said.lower())) <= known else f" by {said}"


BEFORE_ITS_NOUN: tuple[Callable[[Number, Phrase], Answer], ...] = (_most_of, _labelled_part, _part)
"""The rules that go before the noun of the phrase, in the order in which they are tried."""

BY_ITS_NOUN: tuple[Callable[[Number, Phrase], Answer], ...] = (
    _one_or_none,
    _said_of_same,
    _counted,
    _of_subject,
    _of_case,
    _of_label,
    _target,
    _done,
)
"""The rules that take the phrase ``with_shared_noun``, in the order in which they are tried."""
