"""Names of what is counted, from the noun phrase after a number or the subject before it."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_labels import in_paren
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_phrase import name_composed
from tracker.facts.figures.naming_rates import GENERIC
from tracker.facts.figures.naming_subjects import rate_in
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import subject_of
from tracker.facts.wording.phrase_reading import Phrase
from tracker.facts.wording.word_forms import are_event_days
from tracker.facts.wording.word_lists import ABSTRACT, COUNTED, DOES_AS_A_RULE, PARTICIPLES, UNCOUNTED, words_of

_THERE_WAS = re.compile(
    r"\b(?:there (?:was|has been|is|were|have been|are|had been)|only|recorded|saw|received)\s(?:only\s|just\s)?$", re.I
)


_KEEPS = r"(?:has|have|had|" + "|".join(f"{verb}|{verb[:-1]}" for verb in DOES_AS_A_RULE) + ")"
_OWNED = re.compile(rf"\b{_KEEPS}\s(?:now\s|currently\s|also\s|only\s|a\stotal\sof\s)?$")
_OWNER = re.compile(
    r"(?:service|scheme|project|programme|team|refuge|council|partnership|borough|city|county|police|provider|panel|hub"
    r"|centre|charity|group|network|unit|force|we)s?\s(?:now\s|currently\s|also\s)?"
    rf"{_KEEPS}\s",
    re.I,
)
_HELD = words_of(
    "units refuges beds bedspaces spaces volunteers cameras champions staff officers advisers advocates idvas workers"
    " posts vehicles vans properties flats homes wardens apprentices surgeries schools practices pastors"
)


_CAUSED_BY = re.compile(
    r"\b(?:(?:owing|due|thanks|according|relating|linked)\sto|because\sof|based\son|between|about)\s$", re.I
)
PAPERS = words_of("reports presentations papers submissions witnesses petitions deputations briefings")
"""What a meeting has before it."""
_TREATED = re.compile(
    r"\b(?:considered|received|noted|heard|discussed|approved|agreed|welcomed)\s(?:from\s|the\s)?$", re.I
)
_TREATED_WITH = re.compile(
    r"\b(?:considered|received|noted|heard|discussed|approved|agreed|welcomed)\s(?:\w+\s){1,3}and\s(?:a\sfurther\s)?$",
    re.I,
)
_AREAS = words_of("boroughs authorities councils forces districts counties cities")


def is_owned(text: str, mention: Mention, phrase: Phrase) -> bool:
    """ "The refuge has nine units": what a body or service keeps, whose number a reader would list."""
    before = text[: mention.start]
    if not _OWNED.search(before) or phrase.head not in _HELD:
        return False
    return _OWNER.search(re.split(r"[;:.]\s", before)[-1]) is not None


def name_one_or_none(text: str, mention: Mention, thread: Thread, phrase: Phrase) -> Naming | None:
    """ "There was one domestic homicide", "No repeat referrals were received": told as results."""
    before = text[: mention.start]
    if mention.value == "1":
        words = phrase.noun.split(" of ")[0].split()
        if not words or not _THERE_WAS.search(before):
            return None
        known = words[-1].lower() + "s" in COUNTED
        happened = len(words) > 1 and re.search(r"\bthere (?:was|has been|had been)\s(?:only\s|just\s)?$", before, re.I)
        if not known and (not happened or words[-1].lower() + "s" in UNCOUNTED | ABSTRACT):
            return None
        return name_composed(text, mention, thread, phrase, words[-1].lower() + "s", False)
    said = re.match(r"(?:was|were|has been|have been|had been)\s\w+", phrase.predicate)
    there = _THERE_WAS.search(before) is not None
    if (
        phrase.head not in COUNTED
        or not (there or (said and not before.strip()))
        or not (thread.period_ends or thread.names.get("service"))
    ):
        return None
    return name_composed(text, mention, thread, phrase, phrase.head, False)


_AIMED = re.compile(
    r"\b(?:target|goal|aim|ambition|objective)s?\b(?:\s\w+){0,5}\sto\s\w+\s(?:at least\s|over\s|a total of\s)?$", re.I
)

_WHOLE = re.compile(
    r"(?:\d[\d,]*\s+(?:\(\s*[\d.]+\s?%\s*\)\s+)?(?:out )?of|^Of|[.;:]\sOf)\s(?:the\s|all\s|a"
    r" total of\s|[A-Z]\w+['’]s\s)*$"
)


def name_counted(
    text: str, all_: tuple[Mention, ...], at: int, thread: Thread, phrase: Phrase, target: bool
) -> Naming | None:
    """What a count counts, by the phrase after it; None where the words do not say."""
    mention = all_[at]
    before = text[: mention.start]
    again = _counted_again(before, thread, phrase)
    if again is not None:
        return again
    if _is_no_result(text, mention, phrase):
        return None
    if phrase.noun.lower() in GENERIC and (rate := rate_in(subject_of(text, mention.start), thread)):
        return rate
    if _is_known(text, mention, phrase):
        return None
    beside = False
    if re.search(
        r"\b(?:in|at|by|for|within|across|from|on)\s(?:the\s|our\s|its\s|all\s|over\s|about\s|more than\s)*$",
        before,
        re.I,
    ):
        # what follows is said of something else: "workers at the 3 refuges were trained"
        phrase, beside = replace(phrase, predicate=""), bool(thread.base)
    if _WHOLE.search(before) and not re.search(r"\bOf\s", before[-30:]):
        phrase = replace(phrase, predicate="")
    if phrase.head == "boroughs" and re.search(r"\b(?:across|between|in|with|by)\s(?:all\s|the\s)?$", before):
        return None
    named = name_composed(text, mention, thread, phrase, phrase.head, target or bool(_AIMED.search(before)))
    if beside and re.search(r"\b(?:across|at|in)\s(?:the\s|over\s|about\s)?$", before):
        # "512 young people across 11 venues, of whom …" goes on about the people
        named = replace(named, counted=False)
    return replace(named, stock=True) if _WHOLE.search(before) else named


_REPEATED = re.compile(r"(?:\band|,|\(|\bwith|\bto|\bfrom|\bthan)\s*(?:only\s|just\s)?$")


def _counted_again(before: str, thread: Thread, phrase: Phrase) -> Naming | None:
    """The naming of the number before, where the same thing is counted of another time."""
    last = thread.last
    if (
        last is not None
        and last.measure == "count"
        and phrase.head == last.unit == phrase.noun.lower()
        and not phrase.predicate
    ):
        parts = tuple(p for p in last.breakdown if p[0] != "measure")
        if thread.dated_after(phrase.end) and _REPEATED.search(before):
            # "12 cases of arson, and 15 cases the year before"
            return replace(last, breakdown=parts, same=True, counted=False)
    return None


_LESSONS = words_of("sessions modules lessons classes parts")


def _is_no_result(text: str, mention: Mention, phrase: Phrase) -> bool:
    """Whether the phrase is of things that are numbered, not counted: all boroughs, members of staff, a course's
    sessions."""
    before = text[: mention.start]
    words = [w.lower() for w in phrase.noun.split(" of ")[0].split()]
    if not are_event_days(phrase.noun) and (phrase.head in UNCOUNTED or any(w in UNCOUNTED for w in words[:2])):
        return True
    if re.search(r"(?:^|\s)(?:boroughs|authorities|councils|forces)$", phrase.noun, re.I) and re.search(
        r"\b(?:all|of|of the)\s$", before
    ):
        return True
    if re.match(r"members of the public", phrase.noun, re.I) and re.search(r"\bmeeting\b", text):
        # who came to listen
        return True
    if re.match(r"members of (?:staff|the (?:board|committee|panel|group|team))", phrase.noun, re.I):
        return True
    if re.search(r"\b(?:principles|priorities|objectives|conditions|advocate educators)\b", phrase.noun):
        return True
    clause = re.split(r"[;:]|\.\s", before)[-1]
    return phrase.head in _LESSONS and (
        in_paren(text, mention)
        or re.search(
            r"\b(?:has|have|offers?|includes?|consists?|(?<!total )of|gives?|provides?|a|an|the)\s+(?:\w+\s)?$", clause
        )
        is not None
    )


_DEFINITE = re.compile(
    r"\b(?:these|those|both|other|its|their|our|the (?:other|same|last|first|next|above|following|remaining)|all"
    r"|all the|the|each of the|of its|of the|his|her|any|every|next|last|first)\s$",
    re.I,
)


def _is_known(text: str, mention: Mention, phrase: Phrase) -> bool:
    """Whether the words before the number speak of things told of already, or it is in words that count nothing."""
    definite = _DEFINITE.search(text[: mention.start])
    before = text[: mention.start]
    if mention.in_words and (phrase.head in _AREAS or _CAUSED_BY.search(before)):
        return True
    if mention.in_words and phrase.noun.lower().split()[-1:] == [phrase.head] and phrase.head in PAPERS:
        # what a meeting had before it
        return _TREATED.search(before) is not None or _TREATED_WITH.search(before) is not None
    if mention.in_words and is_owned(text, mention, phrase) and mention.value not in ("0", "1"):
        return False
    if mention.in_words and (
        phrase.head not in COUNTED or definite or mention.value in ("0", "1") or not _told(text, mention, phrase)
    ):
        return True
    return bool(definite and re.search(r"\b(?:those|these|both|any|every|each of the)\s$", definite.group(), re.I))


def _told(text: str, mention: Mention, phrase: Phrase) -> bool:
    """Whether a number in words is told as a result, not as a way of speaking: a past form, or a line without verbs."""
    clause = text[max(0, mention.start - 90) : phrase.end + 60]
    if re.search(r"\b(?:has|have|had|was|were|been)\b|\b[a-z]{3,}ed\b", clause):
        return True
    if any(w in PARTICIPLES for w in re.findall(r"[a-z]+", clause.lower())):
        return True
    if mention.start == 0 or re.search(r"[,:;]\s(?:and\s)?$", text[: mention.start]):
        return True
    if re.search(r"\bat\s$", text[: mention.start]):
        return True
    return re.search(r"\b(?:commissions?|manages|runs|operates|finalising)\s", clause) is not None
