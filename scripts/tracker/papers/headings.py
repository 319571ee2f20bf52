"""Which blocks are headings, and at what level.

Evidence: print larger than the text round about, weight, colour, capitals, a number, air above, brevity, and no full
stop. A bold sentence is a resolution and not a heading; a line that only gives a date, a time or an address is neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.papers.drafts import Draft
from tracker.papers.lines import BIG_NUMBER, is_marker

SMALLER = 0.93
"""Times the body's size: smaller print is a caption or a label, not a heading."""
SMALLEST_TITLE = 0.85
"""… save a short bold line over larger running text: some styles set their lowest heading smaller than the text."""
SMALLEST_CAPITALS = 0.72
"""The same for a line in capitals, which stand as high as larger small letters do."""
LARGER = 1.07
"""Times the body's size: from here on size alone, with weight or colour, tells a heading."""
MUCH_LARGER = 1.25
"""Times the body's size: from here on plain black print is a heading too."""
MOST_WORDS = 60
MOST_LINES = 9
NEIGHBOURS = 3
"""Pages on either side whose print tells the body's size where a page has too little."""
ENOUGH_LETTERS = 350
"""Letters of prose that are enough to tell the size of a page's body."""
ENOUGH_ON_SLIDE = 60
"""The same on a slide, whose print is often shrunk to fit and then unlike its neighbours'."""

# "15 referrals were made" and "3 Month Performance" count, they are not numbered: a bare number before a small letter
# or a length of time is none, nor is that of a day ("18 June 2024"); "15 Quarter 1 performance" is.
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
NUMBER = re.compile(
    rf"^(?!\d{{1,2}}\s+(?:[a-z]|(?:Month|Year|Week|Day|Quarter)s?\b(?!\s\d)|(?i:{MONTHS})\b))"
    r"(?P<number>(?:\d{1,2}(?:\.\d{1,3}){0,4}|[A-Z](?=[.)])|[IVX]{1,5}(?=[.)])))[.):]?\s+(?=\S)"
)
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS}),?(?:\s+\d{{4}})?"
ONLY_DATE = re.compile(
    r"^(?:(?:date|at|on|from|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?:?\s+)*"
    rf"\(?{DAY}(?:\s*[-–—]\s*{DAY})?\)?[,.]?(?:\s+at\s+.{{3,12}})?$",
    re.IGNORECASE,
)
CLOCK = r"\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon)"
ONLY_TIME = re.compile(rf"^(?:at\s+)?{CLOCK}\.?(?:\s*(?:-|–|to)\s*{CLOCK})?$", re.IGNORECASE)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
LETTER_LINE = re.compile(
    r"^\W*(?:(?:our|your|my)?\s*ref(?:erence)?(?:\s*(?:no|number))?\b\W|date\s*:|tel(?:ephone)?\b|e-?mail\b|contact\b\s*:|dear\b|"
    r"yours\s+(?:sincerely|faithfully))",
    re.IGNORECASE,
)
"""How a line begins that a letter or a form has at its head or end."""
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\S+$")
WHOLLY_QUOTED = re.compile(r"^[“\"‘][^“”\"]+[”\"’]\W{0,2}$")
"""A pull quote, in whatever print."""
QUOTED_AND_WHO = re.compile(r"^[“\"‘][^“”\"]{25,}[.!?…][”\"’]\s*[–—-]?\s*\S.{0,80}$", re.DOTALL)
"""The same with who spoke behind it: a whole sentence stands in the quotation marks."""
QUOTED_TO_THE_END = re.compile(r"^[“\"‘'].*[”\"’']\W{0,2}$", re.DOTALL)
SPEAKER = re.compile(
    r"^(?:an?\s+|the\s+)?(?:anonymous|young|local|former|female|male|service)?\s*(?:residents?|victims?|survivors?|parents?|mother|father|carers?|"
    r"pupils?|students?|teacher|tenants?|neighbours?|shopkeeper|trader|business\s+owner|volunteer|users?|participants?|clients?|person|"
    r"member|officer|councillor|cllr|chair|leader|mayor|PCs?|PCSO|sergeant|inspector|superintendent|Dr|Mrs?|Ms|Miss|Rev|age[d]?)\b",
    re.IGNORECASE,
)
"""How a line begins that says who spoke the words above it."""
COUNTED_LABEL = re.compile(
    r"\b(?:priority|objective|outcome|theme|aim|goal|ambition|commitment|action|step|phase|part|chapter|section|"
    r"appendix|annex|strand|pillar|principle|question|recommendation|case study|stage|workstream)s?\s+"
    r"\d{1,2}(?:\.\d{1,2})?\b",
    re.IGNORECASE,
)
"""A number that counts the parts of a document and measures nothing."""
LAST_NUMBER = re.compile(r"(?<=\b[A-Z][a-z]{3} )\d{1,2}$|:\s+[A-Z][a-z]+ \d{1,2}$")
SHORT_QUESTION = 9
"""Words that a title has at most which asks something; requests for information ask at greater length."""
TELLS_FIGURES = re.compile(
    r"\b[Tt]here (?:was|were|is|are|ha(?:s|ve|d) been) (?:\w+ ){0,3}?[£\d]"
    r"|^(?=.*\d)(?:\S+\s+){3,}\S*[a-z\d%]\.\s+[A-Z]\S*\s+(?:\S+\s+){2,}\S+$"
)
"""A statement in large print, as dashboards set it over a chart: "In the quarter there were 31 cases of arson"."""
ATTRIBUTION = re.compile(r"\([^()]*,[^()]*\d{4}\)$")
CAPTION = re.compile(r"^(?:fig(?:ure)?|table|chart|graph|map|photo)\b[\s.,:]*\d", re.IGNORECASE)


@dataclass(frozen=True)
class Body:
    """The usual print of a page's text: size in points, colour, and whether it is bold."""

    size: float
    colour: int
    bold: bool = False


def find_bodies(pages: Sequence[Sequence[Draft]], formats: Sequence[tuple[float, float]]) -> list[Body]:
    """For each page the usual print of the text there, with the help of neighbours of its format where it has little.

    ``formats`` are the pages' widths and heights.
    """
    counts = [_prose_print(drafts) for drafts in pages]
    bodies = []
    for i in range(len(pages)):
        total: Counter[tuple[float, int]] = Counter(counts[i])
        for reach in range(1, NEIGHBOURS + 1):
            if sum(total.values()) >= (ENOUGH_ON_SLIDE if formats[i][0] > formats[i][1] else ENOUGH_LETTERS):
                break
            for j in (i - reach, i + reach):
                if 0 <= j < len(pages) and formats[i] == formats[j]:
                    total.update(counts[j])
        if not total:
            bodies.append(Body(11.0, 0))
            continue
        size, colour = max(total, key=lambda k: (total[k], -k[0]))
        bodies.append(Body(size, colour))
    return bodies


def _prose_print(drafts: Sequence[Draft]) -> Counter[tuple[float, int]]:
    prints: Counter[tuple[float, int]] = Counter()
    for draft in drafts:
        for line in draft.lines:
            if draft.boxed or draft.kind == "footnote":
                continue
            weight = len(line.text) if not line.bold else len(line.text) // 4
            prints[line.size, line.colour] += weight
    return prints


def is_heading(draft: Draft, body: Body, before: Draft | None, after: Draft | None, largest: float) -> bool:
    """Whether a draft reads as a heading.

    ``before`` and ``after`` are its neighbours in reading order, ``largest`` the size of the largest print on the page.
    """
    if not draft.lines or draft.kind in ("footnote", "table", "figure") or draft.role == "contents":
        return False
    if is_marker(draft.lines[0].words[0]):
        return False
    text = draft.text.strip()
    words = text.split()
    if len(words) > MOST_WORDS or len(draft.lines) > MOST_LINES or not re.search(r"[A-Za-z]{2}", text):
        return False
    if is_no_title(text) and not _heads_section(draft, body, after):
        return False
    if BIG_NUMBER.match(draft.lines[0].text) or (WHOLLY_QUOTED.match(text) and len(words) > 4):
        return False
    if QUOTED_AND_WHO.match(text) or (draft.size < largest - 0.5 and tells_figures(text)):
        return False
    if (
        draft.boxed
        and draft.size < largest - 0.5
        and re.search(r"\d", COUNTED_LABEL.sub("", LAST_NUMBER.sub("", text)))
    ):
        return False
    if _is_speaker(draft, before, after):
        return False
    numbered = NUMBER.match(text) is not None
    size = draft.size / _size_below(draft, body, after)
    coloured = draft.lines[0].colour != body.colour and not _is_white(draft.lines[0].colour)
    capitals = text.upper() == text and len(words) >= 1
    stop = re.search(r"[.;,]['\"’”)]*$", text) is not None and not re.search(r"\b(?:etc|cont|no|ltd)\.$", text, re.I)
    if (size < SMALLER and not _is_small_title(draft, size, words, stop, after)) or (
        not draft.bold and _plain_after_title(draft, before)
    ):
        return False
    if stop and len(words) >= 8 and _opens_under_title(draft, before):
        return False
    if size >= MUCH_LARGER:
        return not stop or len(words) <= 14 or (draft.bold and "." in split_number(text))
    if draft.bold and (size >= LARGER or coloured):
        return not stop or "." in split_number(text) or (len(words) <= 20 and coloured and size >= 1)
    if size >= LARGER and coloured:
        return not stop or "." in split_number(text)
    if draft.bold:
        return _bold_is_heading(draft, text, words, stop, numbered, capitals, after)
    if _is_titled(draft, words, stop, size, after):
        return True
    if coloured and size >= 0.99 and len(words) <= 12 and not stop and not _linked(draft):
        return len(draft.lines) == 1 and after is not None and after.kind == "paragraph" and not after.bold
    if capitals and len(words) >= 2 and len(words) <= 12 and not stop and len(draft.lines) <= 2:
        below = after is not None and (after.kind != "paragraph" or len(after.text.split()) >= 8)
        return below and draft.space_above > 0.4 * body.size
    if numbered and len(words) <= 12 and not stop and len(draft.lines) == 1 and after is not None:
        own, next_one = NUMBER.match(text), NUMBER.match(after.text)
        return bool(own and next_one and next_one["number"].startswith(own["number"] + "."))
    return False


def _size_below(draft: Draft, body: Body, after: Draft | None) -> float:
    """The size of the text that a line may head: the page's, in a box that of the box where it is smaller."""
    same = draft.boxed and after is not None and after.boxed and after.column_number == draft.column_number
    if same and after is not None and after.lines and not after.bold:
        return min(body.size, after.size)
    return body.size


def _is_speaker(draft: Draft, before: Draft | None, after: Draft | None) -> bool:
    """Whether a short line right under a quotation says who spoke."""
    if before is None or not before.lines or before.page != draft.page or draft.size > before.size:
        return False
    if not QUOTED_TO_THE_END.search(before.text) or len(draft.text.split()) > 14:
        return False
    if draft.text[:1] in "-–—":
        return True
    below = after.space_above if after is not None and after.page == draft.page else 99.0
    near = draft.space_above < 1.3 * draft.size and draft.space_above <= below
    return near and (SPEAKER.match(draft.text) is not None or "," in draft.text)


def _is_titled(draft: Draft, words: list[str], stop: bool, size: float, after: Draft | None) -> bool:
    """A light line that is a little larger than the text below it, or slanted over upright text: a lesser heading."""
    if stop or len(words) > 15 or len(draft.lines) > 2 or after is None or not after.lines or CAPTION.match(draft.text):
        return False
    if draft.text.endswith((":", "?")) or after.kind not in ("paragraph", "list_item") or _linked(draft):
        return False
    if after.page != draft.page or draft.space_above < 0.3 * draft.size:
        return False
    if size >= LARGER and after.size < draft.size - 0.3:
        return True
    slanted = all(line.italic for line in draft.lines) and not any(line.italic for line in after.lines)
    title = draft.text[:1].isupper() and not re.search(r"[\[\]()…]$", draft.text)
    return slanted and title and len(words) <= 8 and len(draft.lines) == 1 and len(after.text.split()) >= 10


def _is_small_title(draft: Draft, size: float, words: list[str], stop: bool, after: Draft | None) -> bool:
    """A short bold line of its own, a little smaller than the running text right below it."""
    least = SMALLEST_CAPITALS if draft.text.upper() == draft.text else SMALLEST_TITLE
    if not draft.bold or draft.boxed or size < least or stop or len(words) > 10 or len(draft.lines) > 1:
        return False
    if CAPTION.match(draft.text) or after is None or after.kind != "paragraph" or after.page != draft.page:
        return False
    return not after.bold and after.size > draft.size and len(after.lines) > 1 and draft.space_above > 0.4 * draft.size


def _plain_after_title(draft: Draft, before: Draft | None) -> bool:
    """Whether a light line under a larger heading is its subtitle: a board's name, a date, an author."""
    return (
        before is not None
        and before.kind == "heading"
        and before.page == draft.page
        and before.size >= 1.5 * draft.size
        and before.boxed == draft.boxed
    )


def _opens_under_title(draft: Draft, before: Draft | None) -> bool:
    """Whether a sentence in larger print stands right under a title of much larger print: it leads into the text."""
    return (
        before is not None
        and before.kind == "heading"
        and before.page == draft.page
        and before.size >= 1.4 * draft.size
    )


def _bold_is_heading(
    draft: Draft, text: str, words: list[str], stop: bool, numbered: bool, capitals: bool, after: Draft | None
) -> bool:
    """A bold line in the body's own size and colour: a heading when it is short and stands over something."""
    if "." in split_number(text):
        return True
    if stop or len(words) > 24 or len(draft.lines) > 3:
        return False
    if text.endswith("?") and not _asks_for_text(draft, words, after):
        return False
    if CAPTION.match(text) or _is_attributed(text, words):
        return False
    if after is not None and after.bold and after.kind == "paragraph" and not numbered and not capitals:
        return bool(after.number) or NUMBER.match(after.text) is not None or after.space_above > 0.3 * draft.size
    return after is not None


def _asks_for_text(draft: Draft, words: list[str], after: Draft | None) -> bool:
    """Whether a bold question stands over its answer as a title does: short, by itself, not one of a counted list."""
    if len(words) > SHORT_QUESTION or len(draft.lines) > 1 or draft.marker or draft.number or after is None:
        return False
    return (
        after.kind == "paragraph" and not after.bold and after.page == draft.page and NUMBER.match(draft.text) is None
    )


def _is_attributed(text: str, words: list[str]) -> bool:
    """Whether a bold line is what somebody said: in quotation marks, or with speaker and time in brackets behind it."""
    quoted = text[:1] in '“"‘' and len(words) > 5
    return quoted or (len(words) >= 12 and ATTRIBUTION.search(text) is not None)


def _heads_section(draft: Draft, body: Body, after: Draft | None) -> bool:
    """Whether a bold date or the like stands over a table, or large over text behind the first page."""
    if not draft.bold or after is None or after.page != draft.page:
        return False
    return after.kind == "table" or (draft.page > 1 and draft.size >= LARGER * body.size and not after.bold)


def tells_figures(text: str) -> bool:
    """Whether a line is a whole statement with a figure, or two sentences of which one has a figure."""
    return len(text.split()) >= 6 and TELLS_FIGURES.search(text) is not None


def is_no_title(text: str) -> bool:
    """Whether a line only gives a date, a time or an address, or belongs to the head or end of a letter."""
    return bool(
        ONLY_DATE.match(text)
        or LETTER_LINE.match(text)
        or ONLY_TIME.match(text)
        or ADDRESS.match(text)
        or (POSTCODE.search(text) and "," in text)
    )


def _linked(draft: Draft) -> bool:
    return re.search(r"https?://|www\.|@\S+\.", draft.text) is not None


def _is_white(colour: int) -> bool:
    return all((colour >> shift & 255) > 0xE0 for shift in (16, 8, 0))


def split_number(text: str) -> str:
    """The number that a heading begins with, without the point or bracket after it; "" when it has none."""
    match = NUMBER.match(text)
    return match["number"] if match else ""
