"""Numbers that a measure is to be brought to: "will increase the number of adults in treatment to 2,780", "the
population is projected to reach 9,800".

In: a number, the words of its clause, what was spoken of before. Out: a naming by what is to be brought there, as a
target, a plan or a forecast; of the number that it starts from ("from 2,410"), without a mark.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, titled
from tracker.facts.figures.title_sense import reads_as_name
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.standing import Standing, standing
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import PEOPLE
from tracker.records import Measure

MARKS: dict[Standing, Breakdown] = {
    "planned": (("plan", "planned"),),
    "forecast": (("plan", "forecast"),),
    "target": (("measure", "target"),),
}
"""The part that sets apart from what was counted."""

_TO = (
    r"(?P<to>\s(?:from|to|at))?\s+"
    r"(?:(?:at least|at most|no more than|no fewer than|fewer than|less than|more than|around|about"
    r"|approximately|some|over|under"
    r"|below|above|almost|nearly|just)\s)*$"
)
_FROM = r"(?:\sfrom\s[^;]{1,40}?)?"
_NUMBER_OF = (
    r"(?:(?:the|our|its|this|their|an?)\s)?(?:(?:total|overall|annual|average|current)\s)?"
    r"(?:(?:number|proportion|percentage|rate|level)s?\sof\s(?:the\s)?)?"
)
_WHAT = r"(?P<what>[\w'’/&()-]+(?:\s[\w'’/&()-]+){0,14}?)"
_WE_BRING = re.compile(
    r"\b(?:increas|rais|improv|grow|lift|expand|reduc|cut|lower|bring|decreas|limit|doubl|extend)(?:e|es"
    r"|ing)?\s(?:up\s|down\s)?"
    rf"{_NUMBER_OF}{_WHAT}(?:\s(?:up|down|back))?{_FROM}{_TO}",
    re.I,
)
_WILL_BE = re.compile(
    rf"(?:^\W*|[,;:]\s+|\s{{3,}}|\bthat\s|\band\s){_NUMBER_OF}{_WHAT}\s(?:(?:is|are|was|were)\s(?:\w+ly\s"
    rf"|now\s)?(?:projected|forecast|predicted|expected|anticipated"
    r"|estimated|set|due)\sto|will|could)\s(?:rise|increase|grow|fall|drop|decrease|decline|stand|(?P<be>reach"
    r"|exceed|total|be))\b"
    rf"{_FROM}{_TO}",
    re.I,
)
_AGAIN = re.compile(
    r"(?:\band|,)\s(?:(?:is|are)\s(?:projected|forecast|predicted|expected|anticipated|estimated|set)\sto"
    r"|will)\s(?:rise|increase"
    rf"|grow|fall|drop|decrease|decline|(?P<be>reach|exceed))\b{_FROM}{_TO}",
    re.I,
)
_MEASURES: dict[str, tuple[str, Measure]] = {"money": ("GBP", "money"), "share": ("%", "share")}
# "raise the share of victims offered it": what was offered, only the service before it says.
_LEANS = re.compile(r"\b(?:it|them)\b", re.I)
_NO_SUBJECT = re.compile(
    r"^(?:this|that|it|they|these|which|there|we|he|she)\b|(?<!aged )(?<!under )(?<!over )(?<!\d)\d", re.I
)


def aimed(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """The naming of a number that a measure is brought to, or starts from; None for any other number."""
    if mention.sort not in ("count", "money", "share"):
        return None
    lead = text[: mention.start]
    again = _AGAIN.search(lead)
    if again and _reached(again) and thread.last and (thread.last.measure == "share") == (mention.sort == "share"):
        return replace(thread.last, breakdown=_marks(text, mention, again), same=True, counted=False)
    found = next((f for f in (_WILL_BE.search(lead), _WE_BRING.search(lead)) if f and _reached(f)), None)
    if found is None:
        return None
    what = " ".join(found["what"].split())
    leans = _LEANS.search(what) is not None
    title = titled(what, thread) if leans else capital(what)
    if _NO_SUBJECT.search(what) or not reads_as_name(title) or (leans and ": " not in title):
        return None
    marks = _marks(text, mention, found)
    if not marks and (found["to"] or "").strip() != "from":
        return None
    unit, measure = _MEASURES.get(mention.sort, ("", "count"))
    return Naming(title, unit or _unit(what), measure, marks)


def _reached(found: re.Match[str]) -> bool:
    """Whether a number is said to be reached or started from ("rise to", "reach"), not by how much a thing changes."""
    return found["to"] is not None or bool(found.groupdict().get("be"))


def _marks(text: str, mention: Mention, found: re.Match[str]) -> Breakdown:
    if (found["to"] or "").strip() == "from":
        return ()
    return MARKS.get(standing(text, mention.start, mention.end), ())


def _unit(what: str) -> str:
    """The plural noun that stands first: "adults" of "adults in treatment"."""
    head = next(
        (word.lower() for word in what.split() if word.lower() in PEOPLE or re.fullmatch(r"[a-z]{3,}s", word)), ""
    )
    return "people" if what.lower() == "population" else head
