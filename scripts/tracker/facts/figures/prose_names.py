"""What the sentence and the sentences before it add to the name of a number: whose it is, of what, before or after.

In: what a sentence holds, a number's naming, the naming before it and the thread. Out: the naming with what goes
without saying in the sentence, unsure where that cannot be told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_whole import of_the_person, of_whole, second_of_pair, with_age
from tracker.facts.figures.prose_opening import Held
from tracker.facts.figures.prose_titles import occasion_of, says_too_little
from tracker.facts.figures.title_sense import NO_SUBJECT, NO_VERB, reads_as_group, reads_as_name, tidy_title
from tracker.facts.sentence.counting import counting
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital, counts_people, in_line
from tracker.facts.wording.word_lists import PEOPLE


def with_sentence(held: Held, at: int, naming: Naming, said_before: Naming | None) -> Naming:
    """The naming of number ``at`` with what its sentence says once: for the number before it, or for them all."""
    if (
        said_before
        and said_before.unit == naming.unit == "%"
        and ": " in said_before.title
        and NO_SUBJECT.match(naming.title)
    ):
        # "73% strongly agreed and 27% tended to agree …": of the same people
        naming = replace(naming, title=f"{said_before.title.split(': ')[0]}: {in_line(naming.title)}")
    if said_before and (verb := re.search(r"\bwho (\w+) ", said_before.title)):
        # "63% felt safe after dark and 8% very unsafe": felt, too
        naming = replace(naming, title=NO_VERB.sub(rf"who {verb[1]} \1", naming.title))
    if said_before:
        naming = second_of_pair(held.sentence, held.found[at - 1], held.found[at], naming, said_before)
    return with_age(held.sentence, of_whole(held.sentence, of_the_person(naming)))


def of_what_was_told(
    held: Held, mention: Mention, naming: Naming, said_before: Naming | None, thread: Thread
) -> Naming:
    """The naming with what was counted before in place of "such offences", and before a bare "rate"."""
    if said_before and (among := _AMONG_THEM.fullmatch(naming.title)):
        # "147 families in hostels, with 296 children between them"
        sure = said_before.sure and said_before.measure == "count" and not said_before.breakdown
        part = (("group", in_line(among[1])),)
        return replace(naming, title=said_before.title, breakdown=part, sure=naming.sure and sure)
    bare = with_things(naming.title, mention, thread)
    naming = replace(naming, title=_resolved(bare, thread.names["before"], thread.names.get("crimes", "")))
    led = re.search(r"\bwith (?:an?|the)\s[a-z -]+$", held.before(mention))
    if naming.title != bare and led and said_before and said_before.title.partition(":")[0] not in naming.title:
        # "Stop and search stood at 312 with an outcome rate of 27%": of the searches, not of what went before
        naming = replace(naming, sure=False)
    of = thread.names.get("crimes", "") or thread.names["before"] or thread.base or thread.names.get("heading", "")
    heading = thread.names.get("heading", "")
    if naming.measure == "share" and _BARE_OUTCOME.fullmatch(naming.title) and _IS_CRIME.search(heading):
        return replace(naming, title=f"{heading}: {in_line(naming.title)}")
    if naming.title == "Rate" and of and "rate" not in of.lower():
        # "Westford's rate was the 4th lowest": of what was spoken of
        naming = replace(naming, title=f"{of}: rate")
    return _for_another(naming)


_AMONG_THEM = re.compile(r"([A-Za-z][\w'’ -]*?) (?:between|among|amongst) them")


def with_things(title: str, mention: Mention, thread: Thread) -> str:
    """ "Four courses were run and 61 residents attended them" → "Residents who attended courses": the things that were
    counted last in place of a "them" that ends a title."""
    sentence = thread.sentence
    if not title.endswith(" them") or sentence is None:
        return title
    before = (counting(sentence, n) for n in range(sentence.at(mention.start) - 1, -1, -1))
    counted = next((c.noun for c in before if c and c.noun), "")
    if not counted:
        things = [noun for noun in thread.spoken.counted if not counts_people(noun, noun)]
        counted = thread.spoken.counted[things[0]] if len(things) == 1 else ""
        counted = things[0] if GAP in counted else counted
    if not counted or ": " in counted or counts_people(counted, counted.split()[-1].lower()):
        return title
    return f"{title.removesuffix('them')}{in_line(counted)}"


_BARE_OUTCOME = re.compile(r"(?:\w+\s)?(?:detection|charge|conviction|outcome|solved) rate", re.I)
_FOR = re.compile(r"^(?P<what>[^:]+?) for (?:[\w-]+)(?: [\w-]+ing)?(?P<done> [a-z]+ed)?$")


def _for_another(naming: Naming) -> Naming:
    """ "310 notices for littering. A further 42 were issued for dog fouling": no part of those for littering."""
    whole = _FOR.match(naming.title)
    if whole is None or len(naming.breakdown) != 1 or naming.breakdown[0][0] != "group":
        return naming
    case = re.fullmatch(r"(?:[a-z]+ed )?(for [^:]+)", naming.breakdown[0][1])
    return replace(naming, title=f"{whole['what']}{whole['done'] or ''} {case[1]}", breakdown=()) if case else naming


# What is charged or solved: no "cases in which restorative justice was offered", no "non-crime incidents".
_IS_CRIME = re.compile(
    r"(?<!non-)(?<!non )\b(?:offence|crime|burglar|robber|rape|theft|assault|fraud|murder|homicide|abuse|stalking)",
    re.I,
)


def _resolved(title: str, before: str, crimes: str) -> str:
    """ "Suspects identified for such offences": the offences that were counted before are named; so are those that a
    bare "detection rate" is a rate of."""
    if (
        crimes
        and _IS_CRIME.search(crimes)
        and re.fullmatch(
            r"(?:[\w'’-]+\s){0,2}(?:detection|charge|conviction|outcome|solved|clear-up|attrition) rate", title, re.I
        )
    ):
        # "Violence with Injury" is a name, "Burglaries of homes" are things
        return f"{title}: {crimes if re.search('[A-Z]', crimes[1:]) else in_line(crimes)}"
    found = re.search(r"\b(?:such|these|those)\s(?:offences|cases|incidents|crimes|referrals|reports)\b", title)
    if not found or not before:
        return title
    before = re.sub(r"\s(?:recorded|reported)$", "", before)
    return title[: found.start()] + in_line(before) + title[found.end() :]


_CRIMES = frozenset({"offences", "incidents", "crimes", "cases"})


def go_on_from(held: Held, mention: Mention, naming: Naming, thread: Thread) -> None:
    """Tell the thread what a naming counts, so that later numbers may be parts of it or the same again."""
    beside = re.search(
        r"(?<!dealt )(?<!worked )(?<!engaged )(?<!met )(?<!spoke )(?<!working )(?<!dealing"
        r" )\bwith\s(?:between\s)?(?:\d+\s(?:to|and)\s)?(?:about\s|some\s|over\s)?$",
        held.before(mention),
    )
    if (
        naming.counted
        and mention.value != "0"
        and not (beside and thread.base)
        and (
            thread.base == ""
            or not naming.breakdown
            or naming.breakdown[0][0] != "group"
            # "1,020 notices for littering and 88 for dog fouling": both are parts of the notices
            or naming.breakdown[0][1].startswith("for ")
        )
    ):
        thread.base, thread.unit = naming.title, naming.unit
        if naming.unit in PEOPLE:
            thread.names |= {"people": naming.title, "people unit": naming.unit}
        if naming.unit in _CRIMES and not re.search(r"\bnon[- ]crime", naming.title, re.I):
            thread.names["crimes"] = naming.title
    if not naming.same and not naming.aside:
        thread.last = naming


def with_occasion(held: Held, mention: Mention, naming: Naming, thread: Thread) -> Naming:
    """The naming of a bare noun with what it is of, unsure where nothing tells that; the thread goes on from it."""
    headed = naming.carried and ":" in held.before(mention) and naming.title.lower() not in _ANY_TROUBLE
    if headed or not says_too_little(naming) or held.after(mention).lstrip(" +")[:1].isupper():
        return naming
    keeper = _keeper(mention, thread)
    if keeper:
        return replace(naming, title=f"{keeper}: {naming.title.lower()}")
    occasion = occasion_of(held.sentence, mention) or thread.names.get("parent", "")
    if not occasion:
        return replace(naming, sure=False)
    naming = replace(naming, title=f"{occasion}: {naming.title.lower()}")
    thread.base = naming.title if thread.last and thread.base == thread.last.title else thread.base
    thread.last = naming
    return naming


_NO_KEEPER = re.compile(r"(?:it|we|they|this|which|who|borough|council|partnership|board|city|county)$", re.I)


def _keeper(mention: Mention, thread: Thread) -> str:
    """ "The refuge in the town has eight units": who has what is counted, "" where that is the board's whole area."""
    counted = thread.counting(mention)
    if counted is None or counted.role != "object" or counted.verb.lower() not in ("has", "have", "now has", "has now"):
        return ""
    who = re.sub(r"^(?:the|our|an?)\s", "", counted.subject, flags=re.I)
    place = thread.names.get("place", "")
    if not who or len(who.split()) > 6 or _NO_KEEPER.search(who) or re.search(r"\d", who) or who == place:
        return ""
    return who[:1].upper() + who[1:]


_ANY_TROUBLE = frozenset({"incidents", "offences", "crimes", "cases", "reports", "calls"})


def of_announced(held: Held, naming: Naming, thread: Thread) -> Naming:
    """ "Fly-tipping is the issue raised most. The council dealt with 8,119 incidents": incidents of what was spoken of
    in the sentence before."""
    topic = thread.topic.announced if thread.topic else None
    own = naming.title.rpartition(": ")[2].split()
    if topic is None or naming.measure != "count" or naming.breakdown or naming.carried or naming.same or not own:
        return naming
    if own[0].lower() not in _ANY_TROUBLE or own[0].lower() != naming.unit or len(own) > 3:
        return naming
    if topic.unit not in _ANY_TROUBLE or re.search(
        rf"\d\s{naming.unit}\s(?:of|involving|relating|in which|where)\b", held.sentence
    ):
        return naming
    title = f"{topic.title}: {' '.join(own).lower()}"
    thread.base = title if thread.last and thread.base == thread.last.title else thread.base
    named = replace(naming, title=title)
    thread.last = named
    return named


def of_changed(held: Held, mention: Mention, naming: Naming) -> Naming:
    """ "a 14% reduction in robbery offences, with 897 offences recorded": offences of the kind that changed."""
    first, _, rest = naming.title.partition(" ")
    if first.lower() not in _ANY_TROUBLE or first.lower() != naming.unit or len(rest.split()) > 1 or naming.breakdown:
        return naming
    kind = re.search(
        rf"\b(?:reduction|increase|decrease|rise|fall|drop)\sin\s(?:the\s)?((?:[\w'’-]+\s){{1,4}}){naming.unit}\b[^.;]*,\swith\s",
        held.before(mention),
    )
    return replace(naming, title=capital(f"{kind[1]}{in_line(naming.title)}")) if kind else naming


def timed(naming: Naming, sentence: str, mention: Mention) -> Naming:
    """ "Before the workshop 68% knew …; this rose to 93% afterwards": two shares of one measure."""
    if naming.measure not in ("share", "average") or any(key == "group" for key, _ in naming.breakdown):
        return naming
    lead = re.split(r"[;.,]\s", sentence[: mention.start])[-1]
    told = (
        re.search(r"\b(before|after)(?:wards|hand)?,?\s$", sentence[: mention.start])
        or re.match(r"\W*(before|after)\b", lead, re.I)
        or re.match(
            r"\s(before|after)(?:wards)?(?=\s*(?:[.,;)]|$)|\s(?:the|to|their|training|it)\b)", sentence[mention.end :]
        )
    )
    return replace(naming, breakdown=(*naming.breakdown, ("group", told[1].lower()))) if told else naming


# "Reported improved wellbeing": a verb without those who did it; "Recorded crimes" is a noun.
_BARE_VERB = re.compile(
    r"(?!\w+\s(?:\w+\s)?rates?\b|Licen[sc]ed|Disabled|Registered|Unemployed|Related)"
    r"[A-Z][a-z]+ed\s(?![\w-]+s\b)[\w-]+(?!:)"
)
_PER = re.compile(r"\bper (1,000|10,000|100,000)\b")


def sensible(naming: Naming, place: str) -> Naming:
    """The naming with a tidied title, unsure when the title or a part's name makes no sense to a reader."""
    title = tidy_title(naming.title, place)
    if naming.measure == "share" and (NO_SUBJECT.match(title) or _BARE_VERB.match(title)):
        # "Rated the course as good": the share of whom is not told
        naming = replace(naming, sure=False)
    if place and title.rpartition(": ")[2].lower() in (place.lower(), "the borough", "the city", "the council"):
        naming = replace(naming, sure=False)
    groups = [value for key, value in naming.breakdown if key == "group"]
    rate = _PER.search(title)
    if rate and naming.measure == "count":
        # "Recorded crime per 1,000 population was 73.2"
        naming = replace(naming, measure="rate", unit=f"per {rate[1]}")
    return replace(
        naming, title=title, sure=naming.sure and reads_as_name(title) and all(reads_as_group(g) for g in groups)
    )
