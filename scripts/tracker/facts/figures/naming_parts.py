"""What all namings share: a naming itself, the thread of what was spoken of, titles with their service."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.facts.sentence.antecedents import NOTHING, Spoken
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.counting import Counting, counting
from tracker.facts.sentence.share_record import ShareTold
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital, in_line
from tracker.records import Measure

Breakdown = tuple[tuple[str, str], ...]
TARGET_BEFORE = re.compile(
    r"(?<!within the )(?<!inside the )(?<!minute )(?<!hour )(?<!day )(?<!meet the )(?<!met the )"
    r"\b(?:targets?|goal|ambition|aim|against an? (?:plan|budget|forecast))"
    r"\s(?:is\s|was\s|of\s|for\s\w+\s|to\s\w+\s|:\s)?"
    r"(?:at least\s|at most\s|no more than\s|no less than\s)?$",
    re.I,
)
"""What stands before a number that is to be reached: "the target is", "an ambition of at least"."""


@dataclass(frozen=True)
class Naming:
    """The name of what a mention measures. ``same`` tells that it repeats the measure of the mention before."""

    title: str
    unit: str
    measure: Measure
    breakdown: Breakdown = ()
    sure: bool = True
    same: bool = False
    stock: bool = False
    """True for the whole that parts are of ("of 50 surgeries"): how many there are, at no time in particular."""
    aside: bool = False
    """True for a share in brackets about something else: what follows does not go on from it."""
    counted: bool = False
    """True when the phrase names things that later numbers may be parts of."""
    carried: bool = False
    """True for the measure that the sentence before spoke of, where the number's clause has no subject of its own."""


@dataclass(frozen=True)
class Topic:
    """What a sentence speaks of. ``measures``: for each sort of figure ("count", "%", "money" …) the one measure that
    was told, whole and not a part; ``announced``: named without a number of its own."""

    measures: dict[str, Naming] = field(default_factory=dict)
    announced: Naming | None = None
    leads: bool = False
    """True for a lead-in: the items of the list are parts of it."""
    verb: str = ""
    """The clause's verb: what "they" did then, they may do again."""
    done: dict[str, Naming] = field(default_factory=dict)
    """What was counted, by what was done with it: "received" of "Referrals received"."""


@dataclass
class Thread:
    """What has been spoken of: the last counted thing, the last name, the service in question."""

    base: str = ""
    unit: str = ""
    last: Naming | None = None
    told: Naming | None = None
    """The figure right before, where its sentence's own words name it."""
    topic: Topic | None = None
    """What the sentence before speaks of."""
    spoken: Spoken = NOTHING
    """What "it" and "they" stand for."""
    service: str = ""
    group: str = ""
    planned: bool = False
    local: bool = False
    names: dict[str, str] = field(default_factory=dict)
    sentence: Sentence | None = None
    """The parse of the sentence in hand."""
    shares: dict[int, ShareTold] = field(default_factory=dict)
    """What the sentence's shares are told of, by the place where each begins."""
    period_ends: tuple[int, ...] = ()
    """Where the periods of the sentence in hand begin: a number with one right after it stands for another time."""
    counts: dict[str, Naming] = field(default_factory=dict)
    """What the sentence in hand has counted so far, by the values."""

    def counting(self, mention: Mention) -> Counting | None:
        """What the parse says that a number counts, None where it has no noun."""
        at = self.sentence.at(mention.start) if self.sentence else -1
        return counting(self.sentence, at) if self.sentence and at >= 0 else None

    def dated_after(self, end: int) -> bool:
        """Whether a period begins right after this place."""
        return any(0 <= begin - end <= 14 for begin in self.period_ends)


def target_of(target: bool) -> Breakdown:
    """The part that sets a target apart from what happened."""
    return (("measure", "target"),) if target else ()


def side_of(mention: Mention) -> Breakdown:
    """The part that says which end of a range a number is: "between 20 and 30"."""
    return (("range", mention.side),) if mention.side else ()


# Headings of all that a police report counts: they lead a bare "offences" and nothing else.
GENERAL_HEADING = re.compile(
    r"(?:(?:overall|total|all|recorded|police|notifiable|headline|key|reported|police[- ]recorded)\s)*"
    r"(?:crimes?|offences|offending|crime and (?:disorder|anti-social behaviour|asb|community safety)|community safety)"
    r"(?:\s(?:levels?|figures|statistics|summary|trends?|overview|performance|data|types?|picture|update))?",
    re.I,
)
_HARM = re.compile(
    r"\b(?:burglaries|robberies|thefts|homicides|murders|stabbings|deaths|fatalities|casualties|collisions)\b"
)
_SAYS_NOTHING = re.compile(
    r"(?:total\s)?(?:offences|incidents|crimes|cases|reports|victims|suspects|rate|rank|detections)"
    r"(?:\s(?:recorded|reported|rate))?",
    re.I,
)


# A heading that is a name of its own, such as a programme's, tells one part of a service's work from another.
_CAPITALS = re.compile(r"\b[A-Z][a-z]{3,}")


def titled(name: str, thread: Thread) -> str:
    """The name with its service before it, unless it says the service itself. A bare name takes its heading's words."""
    name = re.sub(r"\s+", " ", name).strip(" ,")
    service = thread.service
    if GENERAL_HEADING.fullmatch(service or thread.names.get("heading", "")) and not _SAYS_NOTHING.fullmatch(name):
        # "Crime: robberies recorded": that a robbery is a crime goes without saying
        return capital(name)
    if not thread.service and len(name.split()) > 1 and _HARM.search(name) and not thread.names.get("sub"):
        # "Home fire safety visits: fire fatalities": harms say what they are
        return capital(name)
    if not service and len(name.split()) <= 3 and not re.match(r"[A-Z]\w*\s[A-Z]", name):
        service = thread.names.get("heading", "")
    if not service and len(name.split()) == 1:
        service = thread.names.get("long", "")
    name = capital(name)
    heading = thread.names.get("heading", "")
    if (
        service
        and heading
        and len(name.split()) <= 3
        and len(service.split()) == 1
        and len(heading.split()) <= 5
        and len(_CAPITALS.findall(heading)) > 1
        and not _shares_words(heading, service + " " + name)
    ):
        service = f"{service}, {heading}"
    sub = thread.names.get("sub", "")
    if sub and sub not in service:
        service = f"{service}, {sub}" if service else sub
    if not service:
        return name
    mine = {re.sub(r"s$", "", word) for word in re.findall(r"[a-z]{3,}", name.lower())}
    theirs = {re.sub(r"s$", "", word) for word in re.findall(r"[a-z]{3,}", service.lower())}
    if theirs and len(theirs & mine) >= 0.7 * len(theirs):
        return name
    said = set(re.findall(r"[a-z]{3,}", name.lower()))
    if said and said <= set(re.findall(r"[a-z]{3,}", service.lower())) and len(name.split()) <= 2:
        return capital(service)
    return f"{service}: {name if _named(name, thread) else in_line(name)}"


def _named(name: str, thread: Thread) -> bool:
    """Whether the text prints the first words so in the middle of a sentence: the name of a place or body."""
    first, second, *_ = (*map(re.escape, name.split()), "", "")
    return bool(second) and re.search(rf"[a-z\d%,)]\s{first}\s{second}\b", thread.names.get("text", "")) is not None


def _shares_words(one: str, other: str) -> bool:
    return bool(set(re.findall(r"[a-z]{4,}", one.lower())) & set(re.findall(r"[a-z]{4,}", other.lower())))


def without_place(name: str) -> str:
    """ "Westford's rate of …" → "Rate of …": whose it is goes without saying."""
    return capital(
        re.sub(
            r"^(?:the\s)?(?!Women|Men|Children|People|Adult|Young|Student|Survivor|Victim|Resident|Mother|Parent"
            r"|Girl|Boy)[A-Z][a-z]\w+['’]s\s(?=[a-z])",
            "",
            name,
        )
    )
