"""The name that a noun phrase gives to what is counted, with what is said of it, its subject and its crime.

In: the phrase after a number, and the thread of what the text has spoken of. Out: the ``Naming``: title, unit, parts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_aimed import MARKS
from tracker.facts.figures.naming_composed import composed
from tracker.facts.figures.naming_crimes import crime_unit, opening_crime
from tracker.facts.figures.naming_labels import colon_label
from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, side_of, target_of, titled, without_place
from tracker.facts.figures.naming_rates import A_TIME, GENERIC, is_average
from tracker.facts.figures.title_sense import LONGEST_TITLE
from tracker.facts.sentence.lexicon import MODALS, PAST, PAST_OR_PARTICIPLE
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_before import subject_of
from tracker.facts.wording.phrase_reading import Phrase
from tracker.facts.wording.predicates import tidy_predicate
from tracker.facts.wording.standing import standing
from tracker.facts.wording.word_forms import OF_AN_AGE, capital, counts_people, is_plural
from tracker.facts.wording.word_lists import COUNTED, PARTICIPLES, PEOPLE, words_of
from tracker.records import Measure

_SAMPLE = re.compile(r"\b(?:survey|poll|sample) of\s(?:over\s|about\s|some\s|around\s)?$", re.I)


# A verb that tells what is or was.
_HAPPENED = re.compile(
    r"^(?:(?:is|are|was|were|has|have|had)\b(?!\sto\b)(?!\sbe\b)(?!.*\b(?:planned|due|scheduled|expected|intended)\b)|\w+ed$)"
)

_DONE = re.compile(
    r"(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:[a-z]{2,}ed|" + "|".join(sorted(PAST | PAST_OR_PARTICIPLE)) + r")(?:\s\w+)?"
)


_INHABITANTS = re.compile(
    r"(?:people|residents) (?:who (?:now )?liv(?:e|ed)|living)(?: here| in (?:the |our )?(?P<where>.+))?", re.I
)
_AREA = frozenset({"borough", "city", "county", "district", "town", "area"})


def _are_inhabitants(name: str, place: str) -> bool:
    """Whether the counted are all who live in the board's area: "214,600 people live in Westford"."""
    living = _INHABITANTS.fullmatch(name)
    return living is not None and (living["where"] in (None, place) or living["where"].lower() in _AREA)


def name_composed(text: str, mention: Mention, thread: Thread, phrase: Phrase, unit: str, target: bool) -> Naming:
    """Name from the noun phrase, what is said of it and the verb before it."""
    label = colon_label(text, mention)
    noun, thread_label = _labelled(text, mention, phrase, label)
    thread.service = thread_label or thread.service
    if _SAMPLE.search(text[: mention.start]):
        # "A survey of 1,022 women found that …": how many were asked
        return Naming(capital(f"{noun} surveyed"), unit, "count", target_of(target), counted=True)
    name = _name(text, mention, thread, phrase, noun, unit)
    name = "population" if _are_inhabitants(name, thread.names.get("place", "")) else name
    unit = "people" if OF_AN_AGE.fullmatch(unit) else unit
    if (
        noun.split()[0].lower() in ("other", "new", "more", "further")
        and not (noun.split()[0].lower() == "new" and standing(text, mention.start, mention.end) == "planned")
        and len(noun.split()) <= (3 if noun.lower().startswith("other ") else 2)
        and ":" not in titled(noun, thread)
    ):
        return Naming(titled(noun, thread), unit, "count", (), False, counted=True)
    sure = unit in COUNTED or float(mention.value) >= 10 or len(re.findall(r"\b[A-Z]", phrase.noun)) >= 2
    name, thread = _told_by_subject(text, mention, thread, phrase, name, noun, unit)
    name, thread, no_crime = _told_by_crime(text, mention, thread, name, label)
    name, breakdown = _parted(text, phrase, name, unit, target_of(target))
    of_both = re.search(r"\b(\w+) and (\w+)\b", noun)
    if of_both and {of_both[1].lower(), of_both[2].lower()} <= PEOPLE:
        unit = "people"
    now = re.search(r"\bfrom\s$", text[: mention.start]) is not None
    counted = thread.counting(mention)
    done = counted is not None and counted.role in ("there", "subject", "object") and _HAPPENED.search(counted.verb)
    known = re.search(r"\bthe\s$", text[: mention.start]) is not None and bool(counted and counted.post)
    # "the control room dealt with 930 incidents": told as done, even under a heading of plans
    told = counted is not None and counted.role == "object" and bool(counted.subject) and _DONE.fullmatch(counted.verb)
    now = now or (done and not thread.planned) or known or bool(told)
    if (
        counted
        and counted.role == "subject"
        and set(counted.verb.lower().split()) & MODALS
        and float(mention.value) < 10
    ):
        # "two walks will be carried out": a promise
        sure = False
    stands = standing(text, mention.start, mention.end)
    planned = not now and (thread.planned or stands not in ("", "estimate"))
    if planned and not target:
        breakdown += MARKS.get(stands, MARKS["planned"])
    measure, unit = _measured(text, mention, phrase, unit)
    title = name if label and (label in name) else titled(name, thread)
    return Naming(
        without_place(title), unit, measure, breakdown + side_of(mention), sure and not no_crime, counted=True
    )


def _labelled(text: str, mention: Mention, phrase: Phrase, label: str) -> tuple[str, str]:
    """The noun without words that only count ("cases of", "reports"), led by the label before a colon; the label where
    it is the service."""
    noun = phrase.noun
    first, _, rest = noun.partition(" of ")
    if rest and first.lower() in GENERIC:
        stays = rest.split()[0].lower() in PEOPLE or first.lower() == "reports"
        return (noun if stays else rest), ""
    if label and first.lower() in GENERIC:
        return (label if first.lower() == "cases" else f"{label}: {first}"), ""
    return noun, label


# Characters that a name may have however long its service is: the service is shortened then.
_LEAST_ROOM = 60


def _name(text: str, mention: Mention, thread: Thread, phrase: Phrase, noun: str, unit: str) -> str:
    """The name by the parse where the parse has found the same noun, else the noun alone."""
    counted = thread.counting(mention)
    people = counts_people(phrase.noun, unit)
    if counted and phrase.head and counted.post and phrase.head not in counted.noun.lower():
        # "782 domestic abuse violence with injury offences": the thing counted stands in what follows
        counted = replace(counted, noun=f"{counted.noun} {counted.post[0]}", post=counted.post[1:])
    unlike = counted is None or not phrase.noun.lower().startswith(counted.noun.lower())
    if counted is None or unlike or (phrase.head and phrase.head not in counted.noun.lower()):
        said = tidy_predicate(phrase.predicate, people) if _says(phrase.predicate, people) else ""
        return f"{noun} {said}".strip()
    short = re.search(r"\(([A-Z][A-Z&-]+[a-z]?)\)$", thread.service)
    service = short[1] if short else thread.service
    name = composed(counted, people, max(_LEAST_ROOM, LONGEST_TITLE - 2 - len(service)))
    if noun != phrase.noun and name.lower().startswith(phrase.noun.lower()):
        # "cases of arson recorded", "Fires: cases recorded"
        name = noun + name[len(phrase.noun) :]
    return name


def _says(predicate: str, people: bool) -> bool:
    """Whether what follows belongs to the name: what was done to the things, or what people did."""
    first = predicate.split()[0].lower() if predicate else ""
    if first in ("was", "were", "is", "are", "has", "have", "had"):
        rest = predicate.split()[1:]
        return bool(rest) and not (rest[0].lower() in ("held", "a", "an", "the", "there", "now") and len(rest) == 1)
    if first in ("who", "that"):
        return True
    if PARTICIPLES.get(first) == "" and first != "felt":
        return False
    return bool(first) and (people or first.endswith("ed")) and first not in ("show", "shows")


_WHERE = re.compile(
    r"\s((?:on|in|at|under|with|from)\s(?:the\s|a\s|an\s|our\s|its\s)?[a-z][\w-]*(?:\s[a-z][\w-]*){0,2})"
    r"(?=\s*(?:[.,;:(]|$))"
)


def _told_by_subject(
    text: str, mention: Mention, thread: Thread, phrase: Phrase, name: str, noun: str, unit: str
) -> tuple[str, Thread]:
    """The name with the subject that the number is told of, where it says little by itself."""
    subject = subject_of(text, mention.start)
    if name.lower() in GENERIC:
        where = _WHERE.match(text, phrase.end)
        if subject and subject.lower() not in ("there", "it", "this"):
            uncounted = bool(crime_unit(subject)) and not any(is_plural(word) for word in subject.split())
            return without_place(f"{subject}: {name}" if uncounted else subject), thread
        return (f"{name} {where[1]}" if where else name), thread
    if len(name.split()) == 1 and _names_all(subject, unit):
        # "The number of Safe and Well visits was 1,656 visits"
        return without_place(subject), thread
    if len(name.split()) == 1 and name == noun and subject and crime_unit(subject):
        # "Serious youth violence stood at 187 victims"
        return f"{without_place(subject)}: {name}", replace(thread, service="", names={})
    return name, thread


def _names_all(subject: str, unit: str) -> bool:
    """Whether a subject says what the bare noun after a number is of."""
    words = subject.lower().split()
    return len(words) > 1 and (unit in words or words[:2] == ["number", "of"])


# "…, although shoplifting was up with 1,904 offences": the crime of the last clause
_CLAUSE_CRIME = re.compile(
    r",\s(?:although|while|but|whereas|and)\s([a-z][a-z -]{3,30}?)\s(?:was|were|is|rose|fell|had|has|increased"
    r"|decreased"
    r"|went)\b[^,.;]*$"
)


def _told_by_crime(text: str, mention: Mention, thread: Thread, name: str, label: str) -> tuple[str, Thread, bool]:
    """The name led by the crime that its clause or sentence opens with, and whether bare offences are of no crime."""
    if name.split()[0].lower() not in GENERIC:
        return name, thread, False
    turned = _CLAUSE_CRIME.search(text[: mention.start])
    crime = opening_crime(text) if not turned else turned[1] if crime_unit(turned[1]) else ""
    crime = crime if "of" not in name.split() else ""
    if crime and not (label and label in name) and not set(crime.lower().split()) <= set(name.lower().split()):
        names = thread.names | {"heading": "", "long": "", "sub": ""}
        return f"{capital(crime)}: {name}", replace(thread, service="", names=names), False
    bare = name.lower() in GENERIC and (titled(name, thread) == capital(name) or _names_no_crime(thread))
    return name, thread, bare


def _names_no_crime(thread: Thread) -> bool:
    """Whether bare "offences" would be named by a heading that is neither of a crime nor a name of its own."""
    heading = thread.names.get("heading", "")
    proper = re.search(r"[A-Z]{2}|\s[A-Z]", heading) is not None
    told = set(re.findall(r"[a-z]+", heading.lower())) & COUNTED
    return bool(heading) and not thread.service and not proper and not told and not crime_unit(heading)


# People are given these with something: "provided 23 households with safe accommodation".
_HAPPEN = words_of(
    "incidents offences crimes cases thefts assaults fires collisions murders attacks homicides reports calls"
    " burglaries robberies stabbings shootings incidences"
)

_SPOT = re.compile(
    r"\s(?:in|at|on|around|near)\s((?!January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Q\d|Quarter"
    r"|England|London|Wales|Year)(?:the\s)?[A-Z][a-z]+(?:\s(?:Park|Road|Street|Lane|Ward|Estate|Green|Town"
    r"|[A-Z][a-z]+)){0,3}(?:\s(?:ward|estate|town centre))?)(?=[\s.,;]|$)"
)


def _parted(text: str, phrase: Phrase, name: str, unit: str, breakdown: Breakdown) -> tuple[str, Breakdown]:
    """The parts of a breakdown that stand after the noun: a spot on the map, what notices were for."""
    spot = _SPOT.match(text, phrase.end)
    if spot and unit in _HAPPEN and not phrase.predicate:
        ward = spot[1].removesuffix(" ward")
        breakdown += (("ward", ward) if ward != spot[1] else ("area", spot[1]),)
        name = re.sub(rf"\s(?:in|at|on|around|near)\s(?:the\s)?{re.escape(spot[1])}\b", "", name)
    first_for = re.fullmatch(r"(.+?) (for [\w'’ -]+?)(?: (?:issued|made|given|served))?", name)
    if first_for and re.match(r"(?:,|,?\sand)\s(?:a further\s)?\d[\d,]*\sfor\s", text[phrase.end :]):
        # "1,874 notices for littering, 212 for fly-tipping": both are parts of the notices
        return first_for[1], (*breakdown, ("group", first_for[2]))
    shared_for = re.match(
        r"\s(for [a-z][\w'’ -]{2,30}?)(?:,|,?\sand)\s(?:a further\s)?\d[\d,]*\sfor\s", text[phrase.end :]
    )
    if shared_for and not first_for:
        return name, (*breakdown, ("group", shared_for[1]))
    return name, breakdown


def _measured(text: str, mention: Mention, phrase: Phrase, unit: str) -> tuple[Measure, str]:
    """Whether a number is a count or an average, and of what per which time."""
    lead = re.split(r"[,;:(]\s|\.\s|\d\s", text[max(0, mention.start - 40) : mention.start])[-1]
    tail = re.match(r"[^.;,\d]{0,20}\bon average\b", text[phrase.end :])
    per = A_TIME.match(text, phrase.end)
    if per and mention.qualifier != "up to":
        return "average", f"{unit} per {per[1].lower().replace('annum', 'year')}"
    return ("average" if is_average(f"{lead} {tail[0] if tail else ''}") else "count"), unit
