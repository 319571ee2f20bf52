"""Which printed value of a chart belongs to which category, told from where the words stand.

In: the labels of a figure block and its caption. Out: ``Reading``: pairs of category and value with the index of the
label that prints the value, and the words left over (axis titles, legends). Bars may stand or lie, slices of a pie have
their value beside or under their name; the numbers of an axis are told by their even spacing. ``None`` when values and
categories do not match one to one: a value is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.facts.figures.chart_pairs import pairs_of
from tracker.facts.figures.chart_ticks import without_ticks
from tracker.facts.figures.chart_words import ALIGNED, Category, Value, middle
from tracker.facts.wording.numbers import parse_cell
from tracker.facts.wording.periods import month_alone
from tracker.records import Box, Label, Part


@dataclass(frozen=True)
class Reading:
    pairs: tuple[tuple[str, Value], ...]
    rest: tuple[str, ...]
    title: str


_YEAR = re.compile(r"(?:19|20)\d\d")


_SPAN = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?\d\d(?:\d\d)?|\d\d/\d\d")


_AGE = re.compile(
    r"(?:under|over|aged?)\s+\d+['’]?s?|\d+\s?(?:[-–]|to)\s?\d+(?:\s?(?:yrs?|years?))?|\d+\s(?:and|or)\sover",
    re.IGNORECASE,
)


_WITH_VALUE = re.compile(
    r"(?P<text>.*[A-Za-z*)’'].*?)(?:\s*[:,(]\s*|\s+[–-]\s+"
    r"|\s+)(?<![A-Za-z\d.,/])(?P<number>[-–−+]?£?\d[\d,]*(?:\.\d+)?\s?[%kKmM]?)\)?"
)


def read_chart(labels: Sequence[Label], caption: str) -> Reading | None:
    """The values of a chart with their categories, or None."""
    if listed := _named_values(labels):
        return Reading(listed, (), caption)
    title, inner = _without_title(labels, caption)
    values: list[Value] = []
    texts: list[Category] = []
    years = _year_categories([labels[i] for i in inner])
    numbered = _numbered([labels[i].text.strip() for i in inner])
    ranges = [labels[i].part.bbox for i in inner if re.fullmatch(r"\d+\s?(?:[-–]|to)\s?\d+", labels[i].text.strip())]
    for i in inner:
        label = labels[i]
        text = label.text.strip()
        if label.series and text == label.series:
            # an entry of the legend names a series, no bar
            continue
        if _turned(label.part.bbox, text):
            texts.append(Category(text, label.part.bbox, (i,)))
            continue
        number = parse_cell(text)
        category = (
            text in years
            or _SPAN.fullmatch(text)
            or _AGE.fullmatch(text)
            or (ranges and re.fullmatch(r"\d+\+", text))
            or (re.fullmatch(r"\d\d?", text) and any(_level(label.part.bbox, other) for other in ranges))
            or text in numbered
            or month_alone(text)
        )
        if number is not None and number.value and not category:
            values.append(Value(number, i, label.part, text, label.series))
            continue
        both = None if category else _WITH_VALUE.fullmatch(text)
        if both and (number := parse_cell(both["number"])) is not None and not _dates(text, both["text"]):
            words, figure = _split(label.part, both, text)
            texts.append(Category(both["text"].strip(" :,–-("), words.bbox, (i,)))
            values.append(Value(number, i, figure, both["number"].strip()))
        else:
            texts.append(Category(text, label.part.bbox, (i,)))
    values = without_ticks(values)
    if not values or (not texts and not all(value.series for value in values)):
        return None
    turned = tuple(t.text for t in sorted((t for t in texts if _turned(t.box, t.text)), key=lambda t: -t.box[1]))
    upright = [t for t in texts if not _turned(t.box, t.text)]
    pairs = pairs_of(values, upright)
    if pairs is None:
        return None
    used = {i for text, _ in pairs for i in text.indexes}
    rest = tuple(t.text for t in upright if not set(t.indexes) & used)
    ordered = sorted(pairs, key=lambda pair: (round(pair[0].box[1]), pair[0].box[0]))
    return Reading(tuple((text.text, value) for text, value in ordered), (*rest, " ".join(turned)), title)


_NAMED = re.compile(
    r"(?P<name>[^\d]*[A-Za-z)][^\d]*?)[\s:,–-]+(?P<number>£?\d[\d,]*(?:\.\d+)?\s?[%kKmM]?)"
    r"(?:\s*[(,]\s*(?P<share>\d+(?:\.\d+)?\s?%)\)?)?"
)
"""An entry of a legend that gives its value, and often its share: "Theft 2,371 (30%)"."""


def _named_values(labels: Sequence[Label]) -> tuple[tuple[str, Value], ...]:
    """The values of slices that only the legend gives; none where the drawing prints values of its own too."""
    entries = [(i, label) for i, label in enumerate(labels) if label.series and label.text.strip() == label.series]
    others = [label for label in labels if not (label.series and label.text.strip() == label.series)]
    read = [(i, label, _NAMED.fullmatch(label.text.strip())) for i, label in entries]
    if len(read) < 2 or any(match is None for _, _, match in read):
        return ()
    if any(any(c.isdigit() for c in label.text) for label in others):
        return ()
    out: list[tuple[str, Value]] = []
    for i, label, match in read:
        for group in ("number", "share"):
            if match is None or match[group] is None or (number := parse_cell(match[group].strip())) is None:
                continue
            out.append((match["name"].strip(" :,–-"), Value(number, i, label.part, match[group].strip())))
    return tuple(out)


def _numbered(texts: Sequence[str]) -> frozenset[str]:
    """Names that only a small number at their end tells apart ("Pathway 0", "Pathway 1"): no values stand in them."""
    found: dict[str, list[str]] = {}
    for text in texts:
        if match := re.fullmatch(r"([A-Za-z][A-Za-z ]*?)\s\d{1,2}", text):
            found.setdefault(match[1], []).append(text)
    return frozenset(text for alike in found.values() if len(alike) > 1 for text in alike)


def _year_categories(labels: Sequence[Label]) -> frozenset[str]:
    """Years are categories where two or more follow one another on one line; "1950" alone is a value."""
    years = [label for label in labels if _YEAR.fullmatch(label.text.strip())]
    found: set[str] = set()
    for one in years:
        for other in years:
            in_row = abs(middle(one.part.bbox, 1) - middle(other.part.bbox, 1)) <= ALIGNED
            in_column = abs(middle(one.part.bbox, 0) - middle(other.part.bbox, 0)) <= ALIGNED
            if (in_row or in_column) and int(other.text) - int(one.text) == 1:
                found |= {one.text.strip(), other.text.strip()}
    return frozenset(found)


def _dates(text: str, words: str) -> bool:
    """Whether the number at a label's end belongs to a period or a name: "12 months to May 2023", "Level 3"."""
    tail = text[len(words) :].strip(" :(,")
    return bool(
        re.search(
            r"(?:19|20)\d\d\)?$|\d\d/\d\d\)?$|\b(?:Q|Qtr|Quarter|Level|Tier|Band|Stage|Year|Week|Phase|Under|Over"
            r"|Aged?|Zone|Area|Ward)\s?\d+\+?\)?$",
            text,
            re.IGNORECASE,
        )
        or (re.search(r"\b[A-Za-z]{3,9}[ -]\d\d$", text) and month_alone(re.split(r"[\s–-]+", words.strip(" –-"))[-1]))
        or not tail
    )


def _level(one: Box, other: Box) -> bool:
    """Whether two labels stand on one line: an age alone beside ranges of ages."""
    return abs(one[1] - other[1]) <= ALIGNED and abs(one[3] - other[3]) <= ALIGNED


def _split(part: Part, both: re.Match[str], text: str) -> tuple[Part, Part]:
    """The places of the words and of the number in one label, by their share of the characters."""
    left, top, right, bottom = part.bbox
    width = right - left
    at = left + width * (both.start("number") / max(1, len(text)))
    middle = left + width * (both.end("text") / max(1, len(text)))
    return Part(page=part.page, bbox=(left, top, middle, bottom)), Part(
        page=part.page, bbox=(round(at - 1, 2), top, right, bottom)
    )


def _turned(box: Box, text: str) -> bool:
    return len(text) > 2 and box[3] - box[1] > 1.3 * (box[2] - box[0])


def _without_title(labels: Sequence[Label], caption: str) -> tuple[str, list[int]]:
    """The caption is often printed inside the figure, on one line or more: those labels are no categories."""
    goal = re.sub(r"\W+", "", caption).lower()
    if goal:
        for first in range(len(labels)):
            joined = ""
            for last in range(first, min(first + 4, len(labels))):
                joined += re.sub(r"\W+", "", labels[last].text).lower()
                if joined == goal:
                    return caption, [i for i in range(len(labels)) if not first <= i <= last]
        return caption, list(range(len(labels)))
    order = sorted(range(len(labels)), key=lambda i: labels[i].part.bbox[1])
    if order and len(labels[order[0]].text.split()) >= 3 and parse_cell(labels[order[0]].text) is None:
        return labels[order[0]].text, [i for i in range(len(labels)) if i != order[0]]
    return "", list(range(len(labels)))
