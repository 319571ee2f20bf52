"""Names of shares that are the subject of a clause: "72% of respondents strongly agreed that the service works well".

In: a percentage and the thread with what its sentence's shares are told of. Out: its naming, whose title is the whole
with what is said of it, None where the sentence tells the share in another form or does not say of whom it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, titled, without_place
from tracker.facts.figures.title_sense import LONGEST_TITLE
from tracker.facts.sentence.clauses import points_back
from tracker.facts.sentence.share_record import ShareTold
from tracker.facts.sentence.word_kinds import kind_of
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.predicates import tidy_predicate
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import capital, counts_people, is_plural

_MOST_OF_ITS_OWN = LONGEST_TITLE - 6
"""In characters, without the service: a service that is long is shown by its short form."""
ASKED = re.compile(r"\b(?:survey(?:s|ed)?|consultation|questionnaire|poll|feedback|evaluation|respondents?)\b", re.I)
"""Words of a text that tells what people were asked."""
_OPINION = re.compile(
    r"(?:(?:strongly|also|tended to|would|very|fairly|either|now|still)\s)*"
    r"(?:said|felt|feel|agree[ds]?|disagree[ds]?|thought|think|knew|know"
    r"|believed?|rated?|recommend|reported|stated|told|described|considered|expressed|indicated|preferred|answered|wanted"
    r"|supported|opposed|(?:was|were|are|is)\s(?:\w+ly\s)?(?:dis)?satisfied|had (?:(?:more|greater|no)\s)?confidence)\b"
)
# "had never told anybody", "have since moved on"
_HAS_DONE = re.compile(r"(?:had|has|have)\s(?:(?:never|not|already|since|also|now)\s)+(?!been\b)\w+")
_BE = ("were ", "was ", "are ", "is ")
_ACTIVE = re.compile(r"(?:strongly|fully|partly|tended to|either|definitely)\s")


def name_share_clause(mention: Mention, thread: Thread) -> Naming | None:
    """The naming of a share that its clause tells of a whole."""
    told = thread.shares.get(mention.start)
    if told is None:
        return None
    whole = told.whole or _spoken_of(told, mention, thread) or _asked(told, thread)
    these = re.fullmatch(r"(?:these|those|such)\s([a-z]+)", whole, re.I)
    if points_back(whole) or (these and these[1] == thread.unit) or (not whole and _goes_on(mention, thread)):
        return _of_what_was_told(told, thread)
    if not whole:
        return None
    people = _are_people(whole)
    said = _relative(told.said, people)
    if not said or _ALL_OF_THEM.fullmatch(told.said):
        return None
    if _OPINION.match(told.said) and people:
        thread.names["asked"] = whole
    thread.names["whole"] = whole
    return _named(titled(without_place(capital(_joined(whole, said))), thread), told)


_BARE_PART = re.compile(r"^(?:(?:who|that)\s)?(?:(?:were|was|are|is)\s)?(?:an?\s|the\s)?")


def part_split(number: Number) -> Answer:
    """ "182 (37%) were partners, 157 (32%) a parent": the number before its share is a part of what was counted."""
    told, thread = number.thread.shares.get(number.mention.start), number.thread
    base = thread.base or thread.names.get("before", "")
    unit = thread.unit
    if told is None:
        return None
    if not base or not unit or unit == "%" or not is_plural(unit):
        return None
    group = _BARE_PART.sub("", _relative(told.said, counts_people(unit, unit)))
    return Naming(base, unit, "count", (("group", group),)) if group else None


# "acknowledged within two days, under the target": what a share is held to is no part of its name.
_HELD_TO = re.compile(
    r",\s(?:just\s|well\s)?(?:under|below|above|over|against|short of|ahead of)\s(?:the|our|its|a)\starget$"
)


def _named(title: str, told: ShareTold) -> Naming:
    """The naming with this title; what people said is a part of its own where the whole would be no title."""
    title = _HELD_TO.sub("", title)
    when = told.when or told.among
    part: Breakdown = (("group", when),) if when else ()
    statement = re.search(r"\sthat\s", title)
    own = title.rpartition(": ")[2]
    if len(own) > _MOST_OF_ITS_OWN and statement and not part:
        title, part = title[: statement.start()], (("group", title[statement.start() :].strip()),)
    return Naming(title, "%", "share", part)


def _of_what_was_told(told: ShareTold, thread: Thread) -> Naming | None:
    """The naming of a share "of these": of what was counted before."""
    base = thread.base or thread.names.get("before", "")
    if not base or not thread.unit or thread.unit == "%":
        return None
    unit, crimes = thread.unit, thread.names.get("crimes", "")
    head = told.said.split()[-1].lower() if told.said else ""
    if head in ("cases", "incidents", "offences") and head != unit and head in crimes.lower().split():
        # "287 cases involving 364 children; 29% were repeat cases": of the cases, not of the children
        base, unit = crimes, head
    said = _relative(told.said, counts_people(unit, unit))
    if not said:
        return None
    thread.names["of"] = base
    joined = _joined(base, said)
    led = _BEFORE_OR_AFTER.match(thread.names.get("text", ""))
    told = replace(told, when=told.when or (led[1].lower() if led else ""))
    return _named(joined if len(joined) <= LONGEST_TITLE else f"{base}: {re.sub(r'^(?:who|that) ', '', said)}", told)


def _asked(told: ShareTold, thread: Thread) -> str:
    """Who "75% said" speaks of, where the text tells of people who were asked."""
    if thread.names.get("asked"):
        return thread.names["asked"]
    if not _OPINION.match(told.said):
        return ""
    around = " ".join((thread.names.get("text", ""), thread.names.get("before", ""), thread.names.get("heading", "")))
    return "respondents" if ASKED.search(around) or thread.unit in ("responses", "respondents") else ""


def _spoken_of(told: ShareTold, mention: Mention, thread: Thread) -> str:
    """Of whom a share is that opens its sentence, or goes on from one that does, by the sentence before; "" where the
    sentence counts something of its own first."""
    whole, sentence = thread.spoken.whole, thread.sentence
    if not whole or sentence is None:
        return ""
    numbers = [sentence.words[phrase.number].start for phrase in sentence.phrases if phrase.number >= 0]
    if any(start < mention.start and start not in thread.shares for start in numbers):
        return ""
    first = sentence.at(min(numbers, default=mention.start))
    verb = next((n for n in range(first - 1, -1, -1) if sentence.sort(n) == "verb" and sentence.phrases[n].finite), -1)
    if verb >= 0 and sentence.low_of_first(verb + 1) != "that" and sentence.low_of_first(0) not in ("when", "if"):
        # "A survey was held last year: 72% agreed": of whom, what stands before it tells
        return ""
    return whole if not _OPINION.match(told.said) or _are_people(whole) else ""


def _are_people(whole: str) -> bool:
    """Whether a whole is of people, by its head: "those who called", "callers from the north"."""
    words = _TAIL.split(whole)[0].split()
    return words[0].lower() in ("those", "people") or counts_people(" ".join(words), words[-1].lower())


# "6% had all three": of what, the sentence before tells
_ALL_OF_THEM = re.compile(
    r"\w+\s(?:(?:all|any|at least)\s)?(?:of\s)?(?:one|two|three|four|five|both|neither|none|either|all|more)"
)
_TAIL = re.compile(r"\s(?:who|that|which|of|in|with|from|for|at|on|to|using|aged)\s")


def _goes_on(mention: Mention, thread: Thread) -> bool:
    """Whether a share whose whole is not said is one of what was counted before: it opens its sentence, or goes on from
    a number of it."""
    before = thread.names.get("text", "")[: mention.start]
    return not thread.service and (
        not re.search(r"[A-Za-z]{3}", _LED.sub("", _ABOUT.sub("", before))) or bool(thread.names.get("here"))
    )


# "Before the course 35% said", "This means that 96% had": when it was so, and that it is so, says nothing of whom
_LED = re.compile(
    r"^\W*(?:(?:Before|After)\s(?:(?:the|their|a|taking)\s)?(?:[a-z-]+\s){0,2}[a-z]+,?|This means that)\s$"
)


_BEFORE_OR_AFTER = re.compile(r"\W*(Before|After)\s(?=[^,;.\d]{3,40}?,?\s\d)")
_ABOUT = re.compile(
    r"\b(?:about|around|over|under|nearly|almost|just|some|more than|less than|however|while|only)\b", re.I
)


def _relative(predicate: str, people: bool) -> str:
    """What is said as a relative clause or participle behind the noun."""
    predicate = re.sub(r"^having\s(?=\w+ed\b)", "who " if people else "that ", predicate)
    predicate = re.sub(r"^(?:had|has|have)\sbeen\s(?=(?:an?|the|in|on|at)\s)", "were ", predicate)
    if _OPINION.match(predicate) and not people:
        return f"that {tidy_predicate(predicate)}"
    if re.match(r"were (?:an?|the)\s", predicate) and people:
        return f"who {predicate}"
    if people and (_HAS_DONE.match(predicate) or re.match(r"(?:would|could|will|can|might)\s", predicate)):
        return f"who {' '.join(predicate.split()[:14])}"
    if people and (_ACTIVE.match(predicate) or re.match(r"(?:agree|disagree)", predicate)):
        return f"who {tidy_predicate(predicate)}"
    return relative(predicate, people=people)


def _joined(whole: str, said: str) -> str:
    """The whole with its relative clause: no second "who", no "reported that" that reads as speech; the longest pieces
    of what is said that a title has room for."""
    owner, colon, whole = whole.rpartition(": ")
    name = f"{whole} {said}"
    if said.startswith(("who ", "that ")) and re.search(r"\b(?:who|that)\b", whole):
        said = said.split(" ", 1)[1]
        name = f"{whole}: {said.split(' ', 1)[1]}" if said.startswith(_BE) else f"{whole} and {said}"
    elif re.search(r"\b(?:who|that)\b", whole) and not said.startswith(("with ", "to ")):
        name = f"{whole}: {said}"
    elif re.match(r"that (?:was|were|is|are) [A-Z]", said):
        # "incidents that were Road Traffic Incident": a kind by its label
        name = f"{whole}: {said.split(' ', 2)[2]}"
    elif said.startswith("that ") and whole.split()[-1].endswith(("ed", "heard")):
        name = f"{whole} which {said[5:]}"
    elif kind_of(whole.split()[-1]) == "ed" and re.match(r"\w{2,}ed\s", said):
        # no "crimes reported motivated by …"
        name = f"{whole}: {said}"
    least = len(whole) + 12
    while len(name) > LONGEST_TITLE and (shorter := _SHORTER.match(name)) and len(shorter[1]) > least:
        name = shorter[1]
    return owner + colon + name


# A last piece that a long name may leave out.
_SHORTER = re.compile(
    r"(.{40,})\s(?:when|in|on|at|with|from|by|for|under|during|through|within|after|before|prior to|as a result of|and"
    r"|because of)\s.*?$"
)
