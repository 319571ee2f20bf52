"""What a sentence of running text holds: its numbers and periods, whose area it tells of, what it goes on from.

In: a sentence, the board's place and the ``Flow`` of the text so far. Out: a ``Held``; the flow and its thread stand
at the beginning of that sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.facts.figures.naming_parts import Thread
from tracker.facts.figures.naming_share_clause import ASKED
from tracker.facts.figures.prose_changes import without_changes
from tracker.facts.figures.prose_flow import Flow
from tracker.facts.figures.prose_service import goes_on_about, set_group, set_service
from tracker.facts.figures.share_bases import without_bases
from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.shares import shares_told
from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.mentions import Mention, mentions
from tracker.facts.wording.periods import Context, Period
from tracker.facts.wording.scope import area_spoken_of, names_place, speaks_of_place
from tracker.facts.wording.sentence_periods import blank_periods, sentence_periods


@dataclass(frozen=True)
class Held:
    """What a sentence holds: the words with its periods, asides and changes as blanks, its numbers, its periods."""

    sentence: str
    blanked: str
    found: tuple[Mention, ...]
    periods: tuple[Period, ...]
    place: str
    """The board's own place."""
    area: str
    """Another area that the sentence speaks of, "" for none."""

    @property
    def sorts(self) -> set[str]:
        """The sorts of its numbers."""
        return {mention.sort for mention in self.found}

    def before(self, mention: Mention) -> str:
        """The sentence up to a number."""
        return self.sentence[: mention.start]

    def after(self, mention: Mention) -> str:
        """The sentence from the end of a number."""
        return self.sentence[mention.end :]


ITEM_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)+\.?|\(?[a-z]\)|\(?[ivx]+\))\s+(?=[A-Z])")
"""The number of a paragraph before its first word: "1.1 Total recorded crime …"."""


def read_sentence(sentence: str, flow: Flow, place: str) -> Held:
    """The numbers and periods of a sentence; the digits of a period are none of them."""
    periods = sentence_periods(
        sentence,
        Context(flow.period, flow.year, flow.published, flow.told, to_date=flow.to_date),
    )
    found = tuple(m for m in mentions(sentence) if not any(p.begin <= m.start < p.finish for p in periods))
    blanked = _blank_place(blank_periods(sentence, periods), place)
    blanked, found = without_bases(blanked, sentence, found)
    blanked, found = without_changes(blanked, found)
    return Held(sentence, blanked, found, periods, place, area_spoken_of(_SOURCE.sub("", sentence), place))


# Words that lead a sentence on and are no part of what it speaks of.
_ASIDES = re.compile(
    r"\byear[- ]to[- ]date\b|,\s(?:on the other hand|however|in contrast|by contrast|in turn|meanwhile),"
    r"|(?<=[a-z])\sin\s(?:earlier|previous|prior|past|recent|other|later)\syears(?=\s(?:was|were|had|has|stood|came))"
    r"|(?<=\w\s)(?:therefore|thus|hence|accordingly|consequently|between them)(?=\s)"
    r"|^\W*(?:on the other hand|at the same time|in contrast|by contrast|as a result|for example"
    r"|in particular|in addition|in total|in all(?=,|\s\d)|on average|as an employer|encouragingly|unfortunately"
    r"|sadly|tragically)\b,?",
    re.IGNORECASE,
)


def _blank_place(sentence: str, place: str) -> str:
    """The sentence with "in <place>", "in the borough" as blanks: whose figures they are goes without saying, and what
    is said of a thing stands right after it again."""
    own = rf"|(?:the\s)?(?:(?:london\s)?borough of\s)?{re.escape(place)}" if place else ""
    pattern = (
        r"(?<=\w)(?<!\bliving)(?<!\bbased)(?<!\bresident)(?<!\blive)\s(?:in|within|across)\s(?:(?:the|our)\s(?:borough|city|county|district|town)"
        rf"{own})(?!['’\w]|\s(?-i:[A-Z])|\sof\b|\s(?:centres?|hall|council|boundar|limits|-?wide|police|fire)\b)"
    )
    blanked = re.sub(pattern, lambda match: " " * len(match.group()), sentence, flags=re.I)
    blanked = _SOURCE.sub(lambda match: " " * len(match.group()), blanked)
    blanked = _OR_SHARE.sub(r"    (\1)", blanked)
    return _ASIDES.sub(lambda match: " " * len(match.group()), blanked)


_SOURCE = re.compile(r"^According to [^,;:()]{3,90},(?=\s)")
"""Who counted, before what was counted."""
# "43 tenants, or 46%, were in arrears" says what "43 tenants (46%)" does.
_OR_SHARE = re.compile(r", or (\d[\d.]*\s?(?:%|per cent)),(?=\s[a-z])")


_OTHERS_VALUE = re.compile(
    r"\b(?:London|[Nn]ational|England|English|Welsh|[Rr]egional|[Ff]orce|MPS|Met|[Cc]ounty|UK|family|statistical\s\w+)(?:['’]s)?"
    r"\s(?:\w+\s)?(?:rates?|averages?|figures?|totals?|medians?|proportions?|shares?|equivalents?)\b"
    # "The figure for England was 45", "The comparable figures are 48 for the region"
    r"|^\W*(?:The|That)\s(?:(?:comparable|equivalent|corresponding|same)\s\w+|(?:rates?|averages?|figures?|totals?"
    r"|proportions?|shares?|percentages?|numbers?)\s(?:for|in|across)\s)"
)


_WE_DO = re.compile(
    r"\b[Ww]e\s(?:\w+ly\s|now\s|also\s|still\s|have\s)*+(?!know|see(?!k)|saw|understand|recogni[sz]e|believe|expect|think|hear)[a-z]"
)


def open_flow(held: Held, flow: Flow) -> None:
    """Tell the flow whose area a sentence speaks of, and take the report's quarter from beside figures of a year."""
    sentence, place = held.sentence, held.place
    if held.area and held.sorts == {"rank"}:
        # "This is the 11th lowest rate in London": the board's own rate
        pass
    elif held.area and not held.found and _WE_DO.search(sentence):
        # "Because national data is so late we use our own count.": the text goes on about what we do
        flow.foreign = ""
    elif held.area:
        # "The London rate was 196": set beside the board's own, which the text goes on about
        beside_own = flow.own_told and _OTHERS_VALUE.search(sentence) is not None
        flow.foreign = "" if beside_own else held.area
        flow.foreign_told = bool(held.found) and not beside_own
    elif speaks_of_place(sentence, place):
        flow.foreign = ""
    flow.own_told = flow.own_told or bool(held.found and not flow.foreign and not held.area)
    lent = flow.heading
    if (
        lent
        and lent.kind == "quarter"
        and any((p.months or 0) > 3 and not compared_with(sentence, p) for p in held.periods)
        and not any((p.start, p.end) == (lent.start, lent.end) for p in held.periods)
    ):
        # beside figures of a year one without a time need not be of the report's quarter
        flow.heading, flow.period = None, None if flow.period is lent else flow.period


_GOES_ON = re.compile(
    r"(?:It|They|These|Those|This|Of|Over|About|Some|Around|Among (?:these|those)|So|\d[\d,.]*%?)\b", re.I
)


_OF_SO_MANY = re.compile(r"\W*Of\s(?:the|all)?\s?[\d,]+\s[a-z]+\s(?!and\b|were\b|was\b|had\b|have\b|are\b|is\b)[a-z]+")


def open_thread(held: Held, flow: Flow) -> None:
    """Set the thread to the beginning of a sentence: what was counted before it, its service and its group."""
    thread = flow.thread
    thread.period_ends = tuple(p.begin for p in held.periods)
    thread.names["before"] = thread.base or thread.names.get("before", "")
    thread.names["whole"] = thread.names["part"] = thread.names["list"] = thread.names["of"] = ""
    thread.names["sum"] = thread.names["factor"] = ""
    thread.names["made up"] = thread.names["ranked"] = ""
    if "money" not in held.sorts:
        thread.names["money"] = ""
    if "share" not in held.sorts and not ASKED.search(held.sentence):
        thread.names["asked"] = ""
    thread.told, thread.counts = None, {}
    thread.names["named"] = thread.names["shared"] = thread.names["split"] = thread.names["people"] = ""
    thread.names["text"] = held.sentence
    thread.names["place"] = held.place
    if names_place(held.sentence, held.place):
        thread.local = True
    elif flow.foreign:
        thread.local = False
    if _OF_SO_MANY.match(held.sentence):
        # "Of the 82 children closed in the year …": a whole of its own
        thread.base, thread.last = "", None
    if not _GOES_ON.match(held.sentence):
        # the service of one sentence does not own what the next one counts, unless that one goes on about it
        thread.service = thread.names.get("service", "")
    set_service(_SOURCE.sub(lambda match: " " * len(match.group()), held.sentence), held.found, thread)
    if thread.service == thread.names.get("service", "") and goes_on_about(held.blanked):
        thread.service = thread.names.get("speaks of", "") or thread.service
    set_group(held.blanked, held.found, thread)


# The story of one person: its numbers are not the board's figures.
_ONE_PERSON = re.compile(
    r"(?:The|A|An|One|This)\s(?:\w+\s)?(?:victim|perpetrator|complainant|resident|mother|father|woman|man|family"
    r"|child|client|survivor"
    r"|tenant|couple|patient|young person)\b(?!s)(?!\s\w+s\b)"
    r"(?!\s(?:\w+\s)?(?:programme|project|service|scheme|pilot|course|intervention|team|panel|group|initiative|worker|forum"
    r"|support|safety|survey|engagement|liaison|officer|advocate|contact|charter|coordinator)\b)"
)


_LAW = re.compile(r"\b(?:Act|section|offence|breach|court|statutory|guidance|law|legislation|regulations?)\b")

_DUTY = re.compile(
    r"\b(?:must|may|shall|is an offence|criminal offence|requires?|required|means|defined as|no more than|no later "
    r"than)\b",
    re.I,
)


def _half_sentences(sentence: str) -> list[tuple[int, int]]:
    """The stretches between semicolons; the whole where it has none."""
    cuts = [match.end() for match in re.finditer(r";\s", sentence)]
    return list(pairwise([0, *cuts, len(sentence)]))


def with_results(held: Held, thread: Thread) -> Held:
    """What a sentence holds without the numbers of one person's story and of the law; the thread has its parse."""
    found = held.found
    if _ONE_PERSON.match(held.sentence):
        found = ()
    for begin, end in _half_sentences(held.sentence):
        if _LAW.search(held.sentence, begin, end) and _DUTY.search(held.sentence, begin, end):
            # "The average was 31 days; guidance says that it must be no more than 28"
            found = tuple(m for m in found if m.sort not in ("count", "money") or not begin <= m.start < end)
    thread.sentence = parse(held.blanked, [(m.start, m.end) for m in found])
    thread.shares = shares_told(thread.sentence, found) if "share" in {m.sort for m in found} else {}
    return replace(held, found=found)
