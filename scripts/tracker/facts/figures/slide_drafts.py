"""The draft of one number in a short statement: its measure's name, breakdown, sort and unit.

In: what the words round the number say (``Said``), its period, and the ``Flow``. Out: a draft, or None without a name.
"""

from __future__ import annotations

import re

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import NO_PERIOD, Draft, DraftKind
from tracker.facts.figures.slide_flow import Flow
from tracker.facts.figures.statement_words import Said
from tracker.facts.sections import Placed
from tracker.facts.wording.head_areas import other_area
from tracker.facts.wording.measure_keys import name_key
from tracker.facts.wording.measure_words import counted_noun, is_generic, measure_of, says_state, with_state
from tracker.facts.wording.numbers import Number
from tracker.facts.wording.periods import Period, find_periods, without_periods
from tracker.facts.wording.topics import led_topic, topic_of
from tracker.records import Measure, Trust

# What a statement says that goes on from the one before: when, or how it compares.
_GOES_ON = re.compile(
    r"\b(?:there|it|this|these|same|previous|prior|last|earlier|before|compared|against|than|from|to|total|of\s+(?:these|which|them))\b"
    r"|[▲▼△▽↑↓►◄:()%]",
    re.IGNORECASE,
)


def _goes_on(sentence: str, flow: Flow) -> bool:
    """Whether a statement without a name of its own tells of what the one before did; "Pathway 3" does not."""
    return _GOES_ON.search(sentence) is not None or bool(find_periods(sentence, flow.context, bare_years=True))


# A tile's own words behind its number; what only dates or compares it has fewer.
_OWN_WORDS = re.compile(r"(?:\b[a-z’'-]{2,}\s+){3}[a-z]", re.IGNORECASE)


def _bare(sentence: str, number: Number, said: Said) -> bool:
    """Whether a number stands between its period and what is counted, no more: "Q1 2024/25: 93 offences"."""
    lead = re.search(r"(?:^|[.;]\s|\s)(?P<when>\S[^.;:]{2,40}):\s$", sentence[: number.begin])
    counted = re.match(r"\s([a-z]+)\b(?=\s*(?:$|[.;(▲▼]|[A-Z]))", sentence[number.finish :])
    return bool(
        lead
        and counted
        and said.unit
        and is_generic(counted[1])
        and any(p.start and p.end for p in find_periods(lead["when"], bare_years=True))
    )


# A name whose last words stand elsewhere: "… understood the".
_BROKEN_OFF = re.compile(r"\b(?:the|an?|of|and|or|to|in|for|with|on|by|from|at|their|our|its)$", re.IGNORECASE)


def draft_of(
    context: PaperContext,
    placed: Placed,
    flow: Flow,
    kind: DraftKind,
    begin: int,
    sentence: str,
    number: Number,
    said: Said,
    period: Period | None,
) -> Draft | None:
    """The draft of one number; ``begin`` is where its sentence begins in the block's text."""
    trust: Trust = "machine-read"
    base = flow.lead or flow.base
    name, unit = "", said.unit
    breakdown: tuple[tuple[str, str], ...] = ()
    if said.name:
        name = _titled(said.name, sentence, flow) or _name(said.name, flow)
        unit = unit or counted_noun(name)
        if is_generic(name):
            name = led_topic(name, base, flow.place) or name
        elif said.group_of_title and base and counted_noun(name) == counted_noun(base) != "":
            group = said.name
            name, breakdown = base, (("group", group),)
    elif said.category:
        name = _base(flow, base)
        breakdown = ((("group", said.category)),)
    else:
        own = (
            kind == "callout"
            and not re.search(r"[.:;,]|\d", sentence[: number.begin])
            and _OWN_WORDS.search(sentence[number.finish :])
        )
        leans = bool(flow.name) and flow.sort == sort_of(number) and not own
        name, unit = (flow.name if leans else base or flow.name), unit or (flow.unit if leans else "")
        sure = (leans and _goes_on(sentence, flow)) or (number.of and name) or (base and _bare(sentence, number, said))
        trust = "machine-read" if sure else "unsure"
    if not name or (period is None and not said.name) or _BROKEN_OFF.search(name):
        trust = "unsure"
    if not name:
        return None
    if said.name and not breakdown:
        flow.name, flow.unit, flow.sort = name, unit, sort_of(number)
    measure: Measure = number.measure
    if number.unit == "pp" or (flow.points and number.unit == "%"):
        measure, unit = "change", "percentage points"
        if flow.compared and not re.search(r"\b(?:difference|change)\b", name, re.IGNORECASE):
            name = f"{name}: percentage point difference vs {flow.compared}"
    elif number.unit == "%":
        measure, unit = "share", "%"
    elif number.unit == "GBP":
        unit = "GBP"
    elif number.of:
        unit = f"of {number.of}"
    elif said.average:
        measure = "average"
    elif measure == "count" and (promised := measure_of(said.name))[0] in ("rate", "average"):
        measure, unit = promised[0], unit if promised[0] == "average" else promised[1] or unit
    area = other_area(said.name or said.category, flow.place)
    return Draft(
        name=name,
        value=number.value,
        printed=number.printed,
        source=context.source(placed.block, begin + number.begin, begin + number.finish),
        index=placed.index,
        kind=kind,
        period=period or NO_PERIOD,
        breakdown=breakdown,
        measure=measure,
        unit=unit,
        qualifier=number.qualifier,
        geography=area or flow.place,
        quote=sentence,
        trust=trust,
        begin=begin + number.begin,
        also=(flow.title,)
        if kind == "callout" and flow.title and name_key(flow.title, flow.place) != name_key(name, flow.place)
        else (),
    )


def _base(flow: Flow, base: str) -> str:
    """What a category is of: the measure just spoken of where the title is about it too, else the title's."""
    if flow.name and not flow.lead:
        own, titled = set(name_key(flow.name, flow.place).split()), set(name_key(base, flow.place).split())
        if titled <= own:
            return flow.name
    return base or flow.name


def sort_of(number: Number) -> str:
    """Counts, shares, money and so on: a statement without words of its own leans only on one of its own sort."""
    return number.unit or ("rank" if number.of else "count")


def _titled(said: str, sentence: str, flow: Flow) -> str:
    """The slide's title where the sentence prints it whole and the words beside the number stop inside it."""
    title = flow.title
    longer = len(title) > len(said) and title.casefold().startswith(said.casefold())
    return title if longer and title.casefold() in sentence.casefold() else ""


def _name(said: str, flow: Flow) -> str:
    """The words of a measure without place and period; the slide's title where it says the same."""
    name = topic_of(without_periods(said), flow.place).text or said
    if flow.title and name_key(name, flow.place) == name_key(flow.title, flow.place):
        return name if len(name) <= len(flow.title) else flow.title
    return with_state(flow.title, name) if flow.title and says_state(name) else name
