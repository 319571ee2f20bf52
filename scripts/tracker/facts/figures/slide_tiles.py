"""Numbers that stand alone in big type, named by the one line right below or above them.

In: a block that is nothing but a number, and the ``Flow``. Out: at most one draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import Draft
from tracker.facts.figures.slide_drafts import draft_of
from tracker.facts.figures.slide_flow import Flow
from tracker.facts.figures.statement_words import Said
from tracker.facts.sections import Placed
from tracker.facts.wording.calendar_words import FULL_YEAR
from tracker.facts.wording.measure_words import counted_noun, measure_of
from tracker.facts.wording.numbers import DOWN, LEVEL, UP, Number, find_numbers, parse_cell
from tracker.facts.wording.periods import Context, find_periods, without_periods
from tracker.facts.wording.word_forms import capital
from tracker.records import Box

# A big number and the words that name it stand one right under the other: within so many heights of the words.
_TILE_GAP = 1.6


def tile_drafts(context: PaperContext, placed: Placed, flow: Flow, number: Number) -> Iterator[Draft]:
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
    named = below[:1] or (near if len(near) == 1 else []) or _label_beside(context, placed, flow)
    for other, words in named:
        periods = [p for p in find_periods(other.block.text, flow.context, bare_years=True) if p.dated]
        in_brackets = _TIMED.search(words)
        said = Said(name=words, unit=in_brackets[1].lower() if in_brackets else counted_noun(words))
        draft = draft_of(
            context,
            placed,
            flow,
            "callout",
            0,
            f"{placed.block.text} {other.block.text}",
            number,
            said,
            periods[0] if periods else flow.page_period or flow.period,
        )
        if draft is not None:
            yield replace(draft, source=context.source(placed.block))


def _label_beside(context: PaperContext, placed: Placed, flow: Flow) -> list[tuple[Placed, str]]:
    """The label level with a number, left or right of it, where the page has more such rows of a label and a number."""
    blocks = [p for p in context.outline.blocks if p.page == placed.page and p.block.parts]
    numbers = [p for p in blocks if _OPENS.match(p.block.text) and _under(p, placed)]
    for nearest in (_nearest_left, _nearest_right) if len(numbers) >= _ROWS else ():
        rows = {number.index: nearest(number, blocks) for number in numbers}
        labels = {row.index for row in rows.values() if row and _is_label(row.block.text)}
        label = rows.get(placed.index)
        if label and len(labels) == len(rows):
            return [(label, without_periods(label.block.text, flow.context))]
    return []


# "Average wait (days)": in what it is counted.
_TIMED = re.compile(r"\((?:in\s+)?(hours|days|weeks|months|minutes)\)$", re.IGNORECASE)
# A number alone, or with its change behind it.
_OPENS = re.compile(
    rf"£?(?!(?:19|20)\d\d$)\d[\d,]*(?:\.\d+)?\s?(?:%|[km]\b)?(?:$|\s(?:[{UP}{DOWN}{LEVEL}]|[+–−-]\s?\d))"
)
# So many rows of a label and a number in large print under one another.
_ROWS = 2
_EDGE = 3.0
"""Points by which the left edges, or the middles, of numbers under one another differ."""


def _under(one: Placed, other: Placed) -> bool:
    a, b = one.block.parts[0].bbox, other.block.parts[0].bbox
    return abs(a[0] - b[0]) <= _EDGE or abs(a[2] - b[2]) <= _EDGE or abs(a[0] + a[2] - b[0] - b[2]) <= 2 * _EDGE


def _level(number: Placed, blocks: Sequence[Placed]) -> list[tuple[Box, Placed]]:
    """The blocks that stand level with a number, with their boxes."""
    _, top, _, bottom = number.block.parts[0].bbox
    boxes = [(p.block.parts[0].bbox, p) for p in blocks if p is not number]
    return [(box, p) for box, p in boxes if top <= (box[1] + box[3]) / 2 <= bottom]


def _nearest_left(number: Placed, blocks: Sequence[Placed]) -> Placed | None:
    """The block that ends nearest to the left of a number."""
    left = [(box, p) for box, p in _level(number, blocks) if box[2] <= number.block.parts[0].bbox[0]]
    return max(left, key=lambda pair: pair[0][2], default=(None, None))[1]


def _nearest_right(number: Placed, blocks: Sequence[Placed]) -> Placed | None:
    """The block that begins nearest to the right of a number, the upper of two."""
    right = [(box, p) for box, p in _level(number, blocks) if box[0] >= number.block.parts[0].bbox[2]]
    return min(right, key=lambda pair: (round(pair[0][0]), pair[0][1]), default=(None, None))[1]


def dates_in_brackets(text: str) -> bool:
    """Whether a tile dates itself by a year in brackets or before its number: "(2022)", "(2022 survey)", "2022: 31"."""
    return (_DATED_BEHIND.search(text) or re.match(rf"{FULL_YEAR}\s?:\s", text)) is not None


def label_above(context: PaperContext, placed: Placed, flow: Flow) -> str:
    """The label that stands right over, or level with, a tile which begins with its number: "Burglary" over "211 ▼ 13%
    on Q2 (243)"."""
    if beside := _label_beside(context, placed, flow):
        return beside[0][1]
    if placed.block.role != "callout" or not placed.index:
        return ""
    above = context.outline.at(placed.index - 1)
    words = without_periods(above.block.text, flow.context)
    plain = above.block.kind in ("heading", "paragraph") and above.page == placed.page
    return words if plain and _is_label(words) and _touching(placed, above) else ""


# What a tile says behind its name: the change, on what, in brackets how many it was.
_CHANGE_BEHIND = re.compile(rf"\s*(?:[{UP}{DOWN}{LEVEL}]|[(]?[+–−-]\s?£?\d|\b(?:up|down)\s+\d).*$", re.IGNORECASE)
# "11.8% of adults smoke (2022 survey)": when it was asked is no part of the name.
_DATED_BEHIND = re.compile(rf"\s*\((?:in\s+)?{FULL_YEAR}(?:\s+(?:survey|data|figures?|estimates?|census|results?))?\)")
# Verbs and openings of statements; behind "of" it is said what a share is of.
_STATES = re.compile(
    r"\b(?:were|was|have|has|had|is|are|been|will|which|that|who|we|from(?!\s(?:the\s)?[A-Z])|compared|than)\b|^(?:of|in|out|on|per|cases\s+of)\b|[:;?!]|\.\s",
    re.IGNORECASE,
)
# "88% In suitable accommodation": with a capital a label of its own.
_LABEL_IN = re.compile(r"^(?:In|On|Out of)\s(?=[a-z]{4})(?!total\b)")
# "64% higher in the north": how it compares, no name.
_COMPARES = re.compile(
    r"(?:no\schange|unchanged|same|level|stable|increase|decrease|reduction|rise|fall|drop|higher|lower|more|fewer|less|up|down|above|below|over|under|against|target"
    r"|change|growth|improvement|points?)\b",
    re.IGNORECASE,
)
# "171 people who quit smoking at four weeks": whom a tile counts.
_WHO = re.compile(
    r"(?:people|residents|adults|children|young\s+people|women|men|patients|carers|families|pupils|tenants)\s(?:who|that)\s"
    r"[^,;:.?!]+$"
)
_TILE_WORDS = 9
_SHARE_WORDS = 14
_TIME_IN_NAME = re.compile(
    r"\b(?:in|within|after|for|under)\s+\d+\s+(?:working\s+)?(?:hours?|days?|weeks?|minutes?)\b", re.I
)


def opening_figure(text: str) -> Number | None:
    """The figure that a tile begins with and that elsewhere would be a section's number: "14.9 Offences per 1,000"."""
    opens = re.match(r"(\d[\d,]*(?:\.\d+)?)\s+(?=[A-Za-z])", text)
    number = parse_cell(opens[1]) if opens else None
    if opens is None or number is None:
        return None
    name = text[opens.end() :]
    told = _UNIT_FIRST.match(name) or ("." in opens[1] and measure_of(name)[0] in ("rate", "average"))
    return replace(number, begin=0, finish=opens.end(1)) if told else None


def tile_named(text: str, number: Number, context: Context, boxed: bool) -> Said | None:
    """The name of a tile whose number comes first and is followed by nothing but its name and its change.

    "1,087 Violence with injury ▲ 6.4%", "88% Cases closed in 20 days". In a box the name may begin with a small letter;
    elsewhere that would be a sentence's.
    """
    words = _CHANGE_BEHIND.sub("", without_periods(_DATED_BEHIND.sub("", text[number.finish :]), context)).strip(" .–-")
    if boxed and number.unit == "%" and words.startswith("of "):
        # "94% of people trained felt more confident": the share of whom, and of what
        return Said(name=capital(words[3:])) if len(words.split()) <= _SHARE_WORDS and not find_numbers(words) else None
    if boxed and number.unit == "" and _WHO.match(words) and len(words.split()) <= _SHARE_WORDS:
        return Said(name=capital(words), unit=counted_noun(words))
    unit, words = _unit_before(words)
    plain = _PER.sub("", _TIME_IN_NAME.sub("", words))
    most = _SHARE_WORDS if boxed and number.unit == "%" else _TILE_WORDS
    if (
        not words
        or re.match(r"(?!(?:999|101|111)\b)\d", words)
        or len(words.split()) > most
        or _STATES.search(_LABEL_IN.sub("", words) if boxed and number.unit == "%" else words)
        or find_numbers(plain)
    ):
        return None
    small = boxed and len(words.split()) > 1 and not _COMPARES.match(words)
    if not (words[0].isupper() or small) or "," in plain:
        return None
    return Said(name=words, unit=unit or (counted_noun(words) if number.unit == "" else ""))


_QUALIFIED = re.compile(
    r"\s*(?:(?:over|more\sthan|nearly|almost|around|about|up\sto|under|some|just|at\sleast|approximately)\s)*",
    re.IGNORECASE,
)


def opens_with(text: str, number: Number) -> bool:
    """Whether a text begins with this number, or with how near it is: "Over 300 …"."""
    return _QUALIFIED.fullmatch(text[: number.begin]) is not None


def tile_labelled(text: str, number: Number) -> Said | None:
    """The name of a tile whose words come first and whose number ends it: "Patrol hours 3,960"."""
    words = text[: number.begin].strip()
    behind = _CHANGE_BEHIND.sub("", text[number.finish :]).strip(" .")
    if behind or not _is_label(words) or not words[:1].isupper() or _STATES.search(words):
        return None
    return Said(name=words, unit=counted_noun(words) if number.unit == "" else "")


# "14.9 offences per 1,000 residents": what a rate is of is no figure.
_PER = re.compile(r"\bper\s+(?:1|10|100),?000\b", re.IGNORECASE)
# "3.2 days Average time to first contact": a unit, and then the name with its capital.
_UNIT_FIRST = re.compile(
    r"(hours?|days?|weeks?|months?|years?|minutes?|mins|hrs|FTEs?|WTEs?)(?:\s+(?=[A-Z\d(▲▼])|\s*$)"
)


def unit_behind(text: str, number: Number) -> str:
    """The unit of time or posts right behind a tile's number, "" for none."""
    unit = _UNIT_FIRST.match(text[number.finish :].lstrip())
    return unit[1] if unit else ""


def _unit_before(words: str) -> tuple[str, str]:
    """The unit that stands between a tile's number and its name, "" for none, and the name."""
    unit = _UNIT_FIRST.match(words)
    return (unit[1], words[unit.end() :]) if unit else ("", words)


def _is_label(words: str) -> bool:
    """A few words without a number or a full stop that end in something counted, or are a short name."""
    return (
        bool(re.search(r"[A-Za-z]{3}", words))
        and len(words.split()) <= 8
        and not find_numbers(_PER.sub("", words))
        and not words.endswith((".", ":"))
    )


def _touching(one: Placed, other: Placed) -> bool:
    if not one.block.parts or not other.block.parts:
        return False
    a, b = one.block.parts[0].bbox, other.block.parts[0].bbox
    overlap = min(a[2], b[2]) - max(a[0], b[0])
    gap = max(a[1], b[1]) - min(a[3], b[3])
    return overlap > 0 and gap <= _TILE_GAP * (b[3] - b[1])
