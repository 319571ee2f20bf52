"""Figures in the words of dashboards: callouts, statements and bullets on slides, and in charts' companion lines.

In: a ``PaperContext``. Out: drafts, and the ids of the blocks that were read. Dashboards speak in short statements
("480 cases of X over 3 months, A to B", "X, 12 months up to A: 1950 cases. The 12 months prior: 1847.", "In the same
quarter in the previous year, there were 18", "15% involved Y", "Y (14%), then Z (11%)"); a statement leans on the one
before for its measure and its period, and on the slide's title. Stated changes are left to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.facts.calendar_words import Point, months_to, quarter_of
from tracker.facts.context import PaperContext
from tracker.facts.drafts import NO_PERIOD, Draft, DraftKind
from tracker.facts.measure_words import counted_noun, is_generic, is_points, led_topic, name_key, other_area, topic_of
from tracker.facts.numbers import Number, find_numbers, find_ranks, parse_cell
from tracker.facts.periods import Context, Period, find_periods, without_periods
from tracker.facts.places import page_of
from tracker.facts.sections import Placed
from tracker.facts.sentences import sentences
from tracker.facts.statement_words import Said, said_of
from tracker.facts.surroundings import period_context, serves_as_caption
from tracker.records import Measure, Trust

# A slide is wider than high and has few words; found on dashboards: at most about 160 words of text beside tables.
_SLIDE_SHAPE = 1.15
_SLIDE_WORDS = 320


@dataclass(frozen=True)
class SlideFigures:
    drafts: tuple[Draft, ...]
    read: frozenset[str]
    """Ids of the blocks whose words were read here."""


@dataclass
class _Flow:
    """What goes on from statement to statement on one slide."""

    title: str
    context: Context
    place: str
    name: str = ""
    unit: str = ""
    period: Period | None = None
    points: bool = False
    lead: str = ""
    lead_period: Period | None = None
    sort: str = ""
    told: Period | None = None
    """The period of the number before in the same sentence."""
    seen: tuple[Period, ...] = ()
    """All dated periods of the slide so far; "the same quarter a year before" leans on the newest of three months."""


def observe_slides(context: PaperContext) -> SlideFigures:
    """The figures of all dashboard slides and callouts of a paper."""
    drafts: list[Draft] = []
    read: set[str] = set()
    flow: _Flow | None = None
    page = 0
    slides: dict[int, bool] = {}
    for placed in context.outline:
        block = placed.block
        on_slide = slides.setdefault(placed.page, _is_slide(context, placed))
        if not on_slide and block.role != "callout":
            flow = None
            continue
        if flow is None or placed.page != page:
            flow, page = _new_flow(context, placed), placed.page
        if block.kind in ("heading", "paragraph") and (number := parse_cell(block.text)) is not None and number.value:
            read.add(block.id)
            drafts.extend(_tile(context, placed, flow, number))
            continue
        if block.kind == "heading":
            _under(flow, placed)
            continue
        if block.kind not in ("paragraph", "list_item") or block.role in ("caption", "quotation"):
            continue
        read.add(block.id)
        if block.role != "callout" and serves_as_caption(block) and _above_table(context, placed):
            continue
        drafts.extend(_statements(context, placed, flow))
    return SlideFigures(tuple(drafts), frozenset(read))


# A big number and the words that name it stand one right under the other: within so many heights of the words.
_TILE_GAP = 1.6


def _tile(context: PaperContext, placed: Placed, flow: _Flow, number: Number) -> Iterator[Draft]:
    """A number that stands alone, named by the one line right below or above it; else it is not understood."""
    if number.signed or re.fullmatch(r"(?:19|20)\d\d", placed.block.text.strip()):
        return
    near = []
    for index in (placed.index + 1, placed.index - 1):
        try:
            other = context.outline.at(index)
        except KeyError:
            continue
        words = without_periods(other.block.text, flow.context)
        if other.page == placed.page and _is_label(words) and _touching(placed, other):
            near.append((other, words))
    below = [pair for pair in near if pair[0].index > placed.index]
    named = below[:1] or (near if len(near) == 1 else [])
    for other, words in named:
        periods = [p for p in find_periods(other.block.text, flow.context, bare_years=True) if p.dated]
        said = Said(name=words, unit=counted_noun(words))
        draft = _draft(
            context,
            placed,
            flow,
            "callout",
            0,
            f"{placed.block.text} {other.block.text}",
            number,
            said,
            periods[0] if periods else flow.period,
        )
        if draft is not None:
            yield replace(draft, source=context.source(placed.block))


def _is_label(words: str) -> bool:
    """A few words without a number or a full stop that end in something counted, or are a short name."""
    return (
        bool(re.search(r"[A-Za-z]{3}", words))
        and len(words.split()) <= 8
        and not find_numbers(words)
        and not words.endswith((".", ":"))
    )


def _touching(one: Placed, other: Placed) -> bool:
    if not one.block.parts or not other.block.parts:
        return False
    a, b = one.block.parts[0].bbox, other.block.parts[0].bbox
    overlap = min(a[2], b[2]) - max(a[0], b[0])
    gap = max(a[1], b[1]) - min(a[3], b[3])
    return overlap > 0 and gap <= _TILE_GAP * (b[3] - b[1])


def _above_table(context: PaperContext, placed: Placed) -> bool:
    try:
        return context.outline.at(placed.index + 1).block.kind in ("table", "figure")
    except KeyError:
        return False


def _is_slide(context: PaperContext, placed: Placed) -> bool:
    span = context.span_of(placed.index)
    page = page_of(context.paper, placed.page)
    words = sum(len(b.text.split()) for b in page.blocks if b.kind in ("paragraph", "list_item", "heading"))
    wide = page.width > _SLIDE_SHAPE * page.height and words <= _SLIDE_WORDS
    if span is not None and span.part.kind == "dashboard":
        return True
    return wide and any(b.kind == "figure" or b.role == "callout" for b in page.blocks)


def _new_flow(context: PaperContext, placed: Placed) -> _Flow:
    place = context.tracker.place
    page = page_of(context.paper, placed.page)
    title = next((b.text for b in page.blocks if b.kind == "heading"), "")
    return _Flow(title=topic_of(title, place).text, context=period_context(context, placed.index), place=place)


def _under(flow: _Flow, placed: Placed) -> None:
    """A heading on the slide may date what stands below it, and ends what the statements before it spoke of."""
    periods = [p for p in find_periods(placed.block.text, flow.context, bare_years=True) if p.start and p.end]
    if periods:
        flow.period = max(periods, key=lambda p: p.end)
    else:
        flow.period = _of_length(flow, f"{placed.block.number} {placed.block.text}") or flow.period
    flow.points, flow.lead, flow.lead_period = False, "", None


def _statements(context: PaperContext, placed: Placed, flow: _Flow) -> Iterator[Draft]:
    block = placed.block
    text = block.text
    kind: DraftKind = "callout" if block.role == "callout" else "sentence"
    if block.kind == "paragraph":
        flow.lead, flow.lead_period, flow.points = "", None, False
    if not find_periods(text, flow.context):
        flow.period = _period_below(context, placed, flow) or flow.period
    for begin, end in sentences(text):
        sentence = text[begin:end]
        leaned_on = _of_length(flow, sentence) if _SAME_LENGTH.search(sentence) else None
        context_now = replace(flow.context, anchor=leaned_on or flow.period)
        periods = find_periods(sentence, context_now)
        numbers = tuple(sorted((*find_numbers(sentence), *find_ranks(sentence)), key=lambda n: n.begin))
        if block.kind == "paragraph" and sentence.endswith(":"):
            _lead(flow, sentence, periods)
        taken: set[int] = set()
        flow.told = None
        for at, number in enumerate(numbers):
            said = said_of(sentence, numbers, at, periods)
            if said is None:
                continue
            if block.kind == "list_item" and number.unit == "%" and said.name and not _RATE_WORDS.search(said.name):
                said = replace(said, name="", category=said.name)
            period = _period(sentence, numbers, at, periods, taken, flow)
            flow.told = period
            draft = _draft(context, placed, flow, kind, begin, sentence, number, said, period)
            if draft is not None:
                yield draft
        dated = [p for p in periods if p.start and p.end and p.kind != "relative"]
        flow.seen = (*flow.seen, *dated)
        if dated and not (flow.lead_period and sentence.endswith(":")):
            flow.period = dated[0] if kind == "callout" else dated[-1]


_SAME_LENGTH = re.compile(
    r"\b(?:same|corresponding|equivalent|comparable)\s+(?:quarter|(?:\d{1,2}|three|six|nine|twelve)[\s-]+months?\b"
    r"(?!\s+(?:prior|earlier|before|ago)))",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b(?:same|corresponding|equivalent|comparable)\s+(?:\w+\s+){0,2}?(?:quarter|months?)\b", re.I)
_LENGTH = re.compile(r"\b(?:(?P<n>\d{1,2}|three|six|nine|twelve)[\s-]*months?|(?P<quarter>quarter)(?:ly)?)\b", re.I)
_NUMBER_WORDS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}


def _of_length(flow: _Flow, words: str) -> Period | None:
    """The newest period so far that is as long as ``words`` say ("3 Month Performance", "in the same quarter")."""
    match = _LENGTH.search(words)
    if match is None:
        return None
    number = (match["n"] or "3").lower()
    months = _NUMBER_WORDS.get(number) or int(number)
    fitting = [p for p in flow.seen if p.months == months]
    return max(fitting, key=lambda p: p.end, default=None)


def _period_below(context: PaperContext, placed: Placed, flow: _Flow) -> Period | None:
    """A line below that holds nothing but a period dates the statement above it: a big number's small print."""
    try:
        below = context.outline.at(placed.index + 1)
    except KeyError:
        return None
    if (
        below.block.kind != "paragraph"
        or below.page != placed.page
        or without_periods(below.block.text, flow.context).strip(" ()[]")
    ):
        return None
    return next((p for p in find_periods(below.block.text, flow.context, bare_years=True) if p.start and p.end), None)


def _lead(flow: _Flow, sentence: str, periods: Sequence[Period]) -> None:
    """A line that ends with a colon announces a list: its topic, its period, whether it compares."""
    dated = [p for p in periods if p.start and p.end and p.kind != "relative"]
    own = [p for p in dated if not other_area(sentence[max(0, p.begin - 22) : p.begin].strip(" (,"))] or dated
    if len(own) > 1 and re.search(r"\b(?:two|both|three|quarters|years|periods)\b", sentence, re.IGNORECASE):
        flow.lead_period = Period("", "", " and ".join(p.label for p in own))
    else:
        flow.lead_period = own[0] if own else None
    flow.points = is_points(sentence) or bool(
        re.search(
            r"\bdiffer(?:ed|s|ence)?\b|\bcompared (?:to|with) (?:the )?(?:national|england|london)",
            sentence,
            re.IGNORECASE,
        )
    )
    topic = topic_of(sentence, flow.place).text
    worded = re.search(
        r"\b(?:involve|were|was|are|is|had|has|by|against|between|most|during|over)\b", topic, re.IGNORECASE
    )
    flow.lead = "" if worded or len(topic.split()) > 7 else topic


def _period(
    sentence: str, numbers: Sequence[Number], at: int, periods: Sequence[Period], taken: set[int], flow: _Flow
) -> Period | None:
    """The period of one number: one that no other number has taken and none stands between, else one that is shared."""
    number = numbers[at]
    previous = numbers[at - 1].finish if at else 0
    following = numbers[at + 1].begin if at + 1 < len(numbers) else len(sentence)
    before = [i for i, p in enumerate(periods) if p.finish <= number.begin]
    after = [i for i, p in enumerate(periods) if p.begin >= number.finish]
    free = [i for i in before if i not in taken and periods[i].finish > previous - 1]
    near = [
        i
        for i in after
        if periods[i].begin < following
        and not re.search(r"[;.]\s", sentence[number.finish : periods[i].begin])
        and not (at + 1 < len(numbers) and _OPENS.fullmatch(sentence[periods[i].finish : following]))
    ]
    tight = [
        i
        for i in near
        if re.fullmatch(
            r"\s*(?:[\w/-]+\s+){0,1}(?:in|over|during|for|\()\s*(?:the\s+)?", sentence[number.finish : periods[i].begin]
        )
    ]
    shared = [i for i in after if not _COMPARES.search(sentence[number.finish : periods[i].begin]) and i not in near]
    if rolling := _rolling(sentence[previous : number.begin], flow):
        return rolling
    choice = next(
        (group[pick] for group, pick in ((tight, 0), (free, -1), (near, 0), (before, -1), (shared, 0)) if group), None
    )
    if choice is None:
        return flow.lead_period or flow.period
    taken.add(choice)
    period = periods[choice]
    quarter = flow.lead_period
    if (
        period.kind == "year"
        and quarter is not None
        and quarter.kind == "quarter"
        and period.start.endswith("-04-01")
        and quarter.start
    ):
        which = ((int(quarter.start[5:7]) - 4) % 12) // 3 + 1
        start, end = quarter_of(int(period.start[:4]), which)
        return replace(period, start=start, end=end)
    last = flow.told
    if (
        period.kind == "relative"
        and last is not None
        and last.months == 12
        and re.search(r"12|twelve|year", period.label, re.IGNORECASE)
    ):
        start, end = last.earlier(12)
        return replace(period, start=start, end=end)
    return period


_RATE_WORDS = re.compile(
    r"\b(?:rates?|percentage|proportion|share|confidence|satisfaction|feel|felt|change|%)(?:\b|$)", re.IGNORECASE
)
# A period with nothing but a colon or a verb between it and the next number is that number's.
_OPENS = re.compile(r"\s*[:=–-]?\s*(?:it\s+was|there\s+were|there\s+was|was|were)?\s*", re.IGNORECASE)
_COMPARES = re.compile(
    r"[;:]|\b(?:down|up|from|compared|against|than|versus|vs|while|whereas|previous(?:ly)?)\b", re.IGNORECASE
)
_ROLLING = re.compile(
    r"\b(?:(?:rolling|last|latest|past)\s+(?:12|twelve)[\s-]+months?|(?:12|twelve)[\s-]+months?(?:\s+rolling|\s+total|:)|rolling\s+year)\b",
    re.IGNORECASE,
)


def _rolling(lead: str, flow: _Flow) -> Period | None:
    """ "12-month rolling total" without a date ends where the slide's period ends."""
    match = _ROLLING.search(lead)
    if match is None or flow.period is None or not flow.period.end:
        return None
    end = Point(int(flow.period.end[:4]), int(flow.period.end[5:7]))
    start, finish = months_to(end, 12)
    return Period(start, finish, match.group())


def _draft(
    context: PaperContext,
    placed: Placed,
    flow: _Flow,
    kind: DraftKind,
    begin: int,
    sentence: str,
    number: Number,
    said: Said,
    period: Period | None,
) -> Draft | None:
    trust: Trust = "machine-read"
    base = flow.lead or flow.title
    name, unit = "", said.unit
    breakdown: tuple[tuple[str, str], ...] = ()
    if said.name:
        name = _name(said.name, flow)
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
        leans = bool(flow.name) and flow.sort == _sort(number)
        name, unit = (flow.name if leans else base or flow.name), unit or (flow.unit if leans else "")
        trust = "machine-read" if leans or (number.of and name) else "unsure"
    if not name or (period is None and not said.name):
        trust = "unsure"
    if not name:
        return None
    if said.name and not breakdown:
        flow.name, flow.unit, flow.sort = name, unit, _sort(number)
    measure: Measure = number.measure
    if number.unit == "pp" or (flow.points and number.unit == "%"):
        measure, unit = "change", "percentage points"
    elif number.unit == "%":
        measure, unit = "share", "%"
    elif number.unit == "GBP":
        unit = "GBP"
    elif number.of:
        unit = f"of {number.of}"
    elif said.average:
        measure = "average"
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


def _base(flow: _Flow, base: str) -> str:
    """What a category is of: the measure just spoken of where the title is about it too, else the title's."""
    if flow.name and not flow.lead:
        own, titled = set(name_key(flow.name, flow.place).split()), set(name_key(base, flow.place).split())
        if titled <= own:
            return flow.name
    return base or flow.name


def _sort(number: Number) -> str:
    """Counts, shares, money and so on: a statement without words of its own leans only on one of its own sort."""
    return number.unit or ("rank" if number.of else "count")


def _name(said: str, flow: _Flow) -> str:
    """The words of a measure without place and period; the slide's title where it says the same."""
    name = topic_of(without_periods(said), flow.place).text or said
    if flow.title and name_key(name, flow.place) == name_key(flow.title, flow.place):
        return name if len(name) <= len(flow.title) else flow.title
    return name
