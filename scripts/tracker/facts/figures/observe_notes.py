"""Figures in table cells that hold notes: "Looked after children: 329; 14% of children live in poverty; average 257".

In: a ``PaperContext`` and a table without columns of figures. Out: drafts. Notes are read piece by piece between
semicolons and commas; a piece leans on the one before for its measure ("28.5 per 1,000 in the most deprived areas") and
on the row's labels where it has no words of its own. A cell of whole sentences is read as running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.facts.context import PaperContext
from tracker.facts.figures.drafts import NO_PERIOD, Draft
from tracker.facts.figures.surroundings import surroundings_of
from tracker.facts.figures.title_sense import reads_as_name
from tracker.facts.sections import Placed
from tracker.facts.wording.head_areas import other_area
from tracker.facts.wording.measure_words import counted_noun
from tracker.facts.wording.numbers import Number, find_numbers
from tracker.facts.wording.periods import Period, find_periods
from tracker.records import Cell, Measure, Source

# Heads of columns that report; other columns of words hold plans, owners and dates.
_REPORTS = re.compile(
    r"\b(?:statistics?|stats|data|figures?|evidence|performance|progress|commentary|results?|numbers?|headlines?"
    r"|current\s+position|impact"
    r"|what\s+we\s+did|achievements?|activity|intelligence|key\s+facts)\b",
    re.IGNORECASE,
)
# Cells of a reporting column that must print figures before the table counts as one of notes.
_CELLS_MIN = 2
_AGES = re.compile(
    r"(?:aged?\s+)?\d{1,2}\s?[-–]\s?\d{1,2}(?:\s+year(?:s|\s+olds?))?|(?:under|over)\s+\d{1,2}s?", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:of|in|for|the|a|an|and|but|have|has|are|is|were|was|with|on|at|to|only)\s+", re.IGNORECASE)
_VERBS = frozenset(
    [
        "earn",
        "earns",
        "live",
        "lives",
        "make",
        "makes",
        "get",
        "gets",
        "see",
        "sees",
        "feel",
        "feels",
        "say",
        "says",
        "led",
        "leads",
    ]
)
# Words in the longest name of a measure found in notes; more are a sentence.
_NAME_LONGEST = 12
_AREA = re.compile(
    r"^(?:in|for|within|across)\s+(?:the\s+)?(?P<area>(?!favour\b|total\b|all\b)[a-z].*)$", re.IGNORECASE
)
_PART = re.compile(
    r"^(?:of\s+(?:which|whom|them|these)\b\s*)?(?P<words>(?:with|without|by|under|over)\s+.+|(?<=which ).+)$",
    re.IGNORECASE,
)


# Stands in until the cell's own place is put there.
_NOWHERE = Source(paper="", page=1)


@dataclass(frozen=True)
class _Piece:
    text: str
    begin: int


@dataclass
class _Thread:
    base: str = ""
    group: str = ""
    period: Period | None = None
    averaged: Period | None = None
    """The stretch that averages in the fragment are taken over: "average 257, 64 with injury from Jan 2018"."""


def observe_notes(context: PaperContext, placed: Placed) -> tuple[Draft, ...]:
    """The figures of a table whose cells are notes; none for plans, forms and lists."""
    rows = placed.block.rows
    if len(rows) < 3:
        return ()
    first = placed.block.header_rows or 1
    heads = [_text(cell) for cell in rows[first - 1]]
    if any(find_numbers(head) for head in heads):
        return ()
    drafts: list[Draft] = []
    for column, head in enumerate(heads):
        if column == 0 or not _REPORTS.search(head):
            continue
        cells = [row[column] for row in rows[first:] if column < len(row)]
        if sum(bool(find_numbers(_text(cell))) for cell in cells) < _CELLS_MIN:
            continue
        for r in range(first, len(rows)):
            labels = tuple(_text(cell) for cell in rows[r][:column] if _text(cell))
            if column < len(rows[r]) and labels:
                drafts.extend(_cell(context, placed, r, column, labels))
    return tuple(drafts)


def _text(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell else ""


def _cell(context: PaperContext, placed: Placed, row: int, column: int, labels: tuple[str, ...]) -> Iterator[Draft]:
    text = _text(placed.block.rows[row][column])
    around = surroundings_of(context, placed)
    source = context.cell(placed.block, row, column)
    thread = _Thread()
    for fragment in _fragments(text):
        thread.period = None
        pieces = list(_pieces(fragment))
        thread.averaged = next((p for piece in pieces for p in find_periods(piece.text) if p.kind == "since"), None)
        for piece in pieces:
            draft = _piece(piece, thread, labels, around.place)
            if draft is not None:
                yield replace(draft, source=source, index=placed.index, quote=f"{' › '.join(labels)} › {piece.text}")


def _fragments(text: str) -> list[_Piece]:
    return [_Piece(m.group(), m.start()) for m in re.finditer(r"[^;•]+", text)]


def _pieces(fragment: _Piece) -> Iterator[_Piece]:
    """A fragment cut at its commas, and where a second share begins; brackets stay with what they explain."""
    out, start, depth = [], 0, 0
    for n, letter in enumerate(fragment.text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0 and fragment.text[n + 1 : n + 2] == " ":
            out.append((start, n))
            start = n + 1
    out.append((start, len(fragment.text)))
    for begin, end in out:
        piece = fragment.text[begin:end]
        numbers = [n for n in find_numbers(piece) if n.unit]
        cuts = [
            n.begin
            for prior, n in pairwise(numbers)
            if len(piece[prior.finish : n.begin].split()) >= 2 and "(" not in piece[prior.finish : n.begin]
        ]
        for low, high in zip([0, *cuts], [*cuts, len(piece)], strict=True):
            part = piece[low:high]
            yield _Piece(part.strip(), begin + low)


def _piece(piece: _Piece, thread: _Thread, labels: tuple[str, ...], place: str) -> Draft | None:
    text = piece.text
    periods = [p for p in find_periods(text) if p.dated]
    if periods:
        thread.period = periods[-1]
    numbers = find_numbers(text)
    if _AGES.fullmatch(text.strip(" :,")):
        thread.group = text.strip(" :,")
        return None
    if not numbers:
        return None
    number = _chief(numbers)
    words = _words(text, number, periods)
    if other_area(text[number.finish :].split("(")[0], place) or other_area(text[: number.begin], place):
        return None
    average = re.match(r"(?:an\s+)?average\b", words, re.IGNORECASE)
    if average:
        words = words[average.end() :].strip()
    breakdown: list[tuple[str, str]] = []
    share = _AREA.match(words) if not average else None
    part = _PART.match(words)
    if not words or (thread.group and thread.base):
        name = thread.base or labels[-1]
    elif share and number.unit:
        name = thread.base or labels[-1]
        breakdown.append(("area", _plain(share["area"])))
    elif part and (thread.base or average):
        name = thread.base or labels[-1]
        breakdown.append(("type", _plain(part["words"])))
    else:
        name = _plain(words)
        name = f"{labels[0]}: {name}" if len(name.split()) <= 2 and not name[:1].isupper() else name
        if len(name.split()) <= 1 and name.lower() not in labels[0].lower():
            name = name if len(name) > 4 else f"{labels[0]}: {name}"
        if re.fullmatch(r"[A-Za-z]+ \d\+?", name):
            name = f"{labels[0]}: {name}"
        thread.base = name
    if thread.group:
        breakdown.append(("age", thread.group))
        thread.group = ""
    if average:
        breakdown.append(("measure", "average"))
    measure, unit = _measure(number, bool(average), name)
    return Draft(
        name=name[:1].upper() + name[1:],
        value=number.value,
        printed=number.printed,
        source=_NOWHERE,
        index=0,
        kind="table",
        period=(thread.averaged if average else None) or thread.period or NO_PERIOD,
        breakdown=tuple(breakdown),
        measure=measure,
        unit=unit,
        qualifier=number.qualifier,
        geography=place,
        trust="unsure" if _odd(name) else "machine-read",
    )


def _odd(name: str) -> bool:
    """A name that begins with a verb or runs on names no measure that a reader would know again."""
    words = name.split()
    # "Consultation closed with 318 replies": the number stood in the midst of a sentence
    told = re.search(r"\b\w+(?:ed|en)\s(?:with|by|on|to|from)\s\w+$", name) is not None
    return words[0].lower() in _VERBS or len(words) > _NAME_LONGEST or told or not reads_as_name(name)


def _chief(numbers: tuple[Number, ...]) -> Number:
    """Of several numbers the first that has a unit: "3.35% households deprived in 3+ dimensions"."""
    return next((n for n in numbers if n.unit), numbers[0])


def _words(text: str, number: Number, periods: list[Period]) -> str:
    """The piece without its number, its periods and its brackets about other areas."""
    out = list(text)
    for begin, finish in ((number.begin, number.finish), *((p.begin, p.finish) for p in periods)):
        out[begin:finish] = " " * (finish - begin)
    plain = re.sub(r"\([^()]*\b(?:england|london|national|uk)\b[^()]*\)", " ", "".join(out), flags=re.IGNORECASE)
    plain = re.sub(r"\s+", " ", plain).strip(" :,–-+.")
    return re.sub(r"^of\s+which\s+", "", plain, flags=re.IGNORECASE)


def _plain(words: str) -> str:
    plain = re.sub(r"\s+(?:have|has|between|in|of|per|at|is|are)$", "", words.strip(" :,"))
    while (shorter := _LEADING.sub("", plain)) != plain:
        plain = shorter
    plain = re.sub(r"\s+(?:have|has)\s+", ": ", plain, count=1)
    return re.sub(r"\s*:\s*", ": ", plain).strip(" :,")


def _measure(number: Number, average: bool, name: str) -> tuple[Measure, str]:
    if number.unit == "pp":
        return "change", "percentage points"
    if number.unit == "%":
        return ("change", "%") if number.signed else ("share", "%")
    if number.unit == "GBP":
        return "money", "GBP"
    if number.unit.startswith("per "):
        return "rate", number.unit
    return ("average" if average else "count"), counted_noun(name)
