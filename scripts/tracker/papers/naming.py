"""A paper's name: its title, date and kind, from what it prints and, as a witness only, what the PDF says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.papers.titling import RECORD_LINES, names_record, title_of
from tracker.records import AgendaEntry, Block, Page, PaperKind

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(MONTHS)})\.?,?\s+(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
DAY_WORDS = re.sub(r"\?P<\w+>", "?:", DATE.pattern)
FROM_TO = re.compile(rf"{DAY_WORDS}\s*(?:to|until|and|[-–—])\s*{DAY_WORDS}", re.I)
"""The time that a paper tells of is not its own: "1 April 2024 to 31 March 2025"."""
DAY_AND_HOUR = re.compile(
    rf"^\W*(?:[a-z]+day,?\s+)?{DATE.pattern},?\s+(?:at\s+|from\s+)?\d{{1,2}}(?:[.:]\d\d|\s?[ap]\.?m)", re.I
)
"""A line that opens with the day and hour of a meeting, whatever it says of the place."""
BODY_AND_DAY = re.compile(
    r"^(?:(?:[A-Z][\w'’&-]*|of|and|for|the|&),?\s){0,12}?(?:Board|Committee|Partnership|Panel|Cabinet|Executive|Council|Forum|Group)\s?[,:|–-]?\s"
    rf"(?:[Mm]eeting\s)?(?:(?:of|on)\s)?(?:[A-Z][a-z]+day,?\s)?(?i:{DATE.pattern})",
)
"""A line that opens with a body and the day of its meeting: "Westmere Safety Board, 21 November 2024. Quarter 2"."""
SLASHED = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\b")
PLAN = re.compile(r"\b(?:forward|work)\s+(?:work\s+)?(?:plan|programme)\b", re.IGNORECASE)
"""Its first days are those of meetings to come."""
HELD = re.compile(r"\b(?:held|meeting)\b", re.IGNORECASE)
NOT_ITS_OWN = re.compile(
    r"\bdate (?:received|requested|closed|of (?:request|receipt|response|reply|next|birth))\b", re.IGNORECASE
)
NEXT_MEETING = re.compile(r"\b(?:next|future|forthcoming) meetings?\b", re.IGNORECASE)
"""Below or beside it stands a day to come."""
PRESENT = re.compile(
    r"(?:(?:members|also|those|officers|board) )*(?:present|in attendance|attendance|attendees)\b", re.I
)
APOLOGIES = re.compile(r"(?:\d{1,2}[.)]?\s)?(?:welcome\b.{0,20}|an\s)?apolog(?:y|ies)\b", re.I)
PARTED = re.compile(r"(?<=[.;)])\s+(?=[Aa]pologies\s?:)")
"""Who was there and who was not, told in one line: "Present: HW, RP. Apologies: MC"."""
RECORDED = re.compile(
    r"\b(?:correct|true|accurate) record\b|\bmeeting (?:ended|closed|finished|concluded|commenced) at\b|^RESOLVED\b"
    r"|\b(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Gg]roup) (?:resolved|RESOLVED|AGREED)\b|\bThe [Cc]hair(?:man"
    r"|woman)? (?:welcomed|thanked)\b"
)
"""What only the record of a meeting tells."""
CALLED = re.compile(r"(?:draft |unconfirmed )*minutes\W*", re.I)
"""So says a line of its own that the sheet is the record of a meeting."""
MOST_TITLE_LINES = 5
"""Blocks of a title page that may say what the paper is."""
MOST_DATE_WORDS = 14
"""A block of the first page with as many words at most may name the day of a meeting among other things."""
MOST_HELD_WORDS = 45
"""A line that says when, where and of whom a meeting was held is so long at most."""


def name_paper(pages: Sequence[Page], agenda: Sequence[AgendaEntry], named: str) -> tuple[str, str, PaperKind]:
    """Title, ISO date or "", kind. ``named`` is the title that the PDF itself carries."""
    title = title_of(pages, named)
    return title, _date(pages, named, planned=bool(PLAN.search(title))), _kind(pages, agenda, title)


def iso_date(text: str) -> str:
    """The first full date in a text as ISO 8601, "" where there is none."""
    found: list[tuple[int, int, int, int]] = []
    match = DATE.search(text)
    if match:
        found.append((match.start(), int(match["year"]), MONTHS[match["month"].lower()], int(match["day"])))
    match = SLASHED.search(text)
    if match:
        found.append((match.start(), int(match["year"]), int(match["month"]), int(match["day"])))
    for _, year, month, day in sorted(found):
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year:04d}-{month:02d}-{day:02d}"
    return ""


def _texts(block: Block) -> list[str]:
    if block.kind == "table":
        return [" ".join(c.text for c in row if c) for row in block.rows]
    return [block.text]


def _date(pages: Sequence[Page], named: str, *, planned: bool) -> str:
    """The day of the meeting that the paper is the record of; else the date that stands alone or is named as the
    paper's, on its first two pages; else that of a meeting held, else that of the PDF's title. ``planned``: the days in
    its tables and headings are still to come."""
    if met := iso_date(names_record(pages[:1])):
        return met
    for page in pages[:2]:
        above = ""
        for block in page.blocks:
            if block.kind == "furniture" or (planned and block.kind in ("table", "heading")):
                continue
            to_come, above = NEXT_MEETING.search(above), block.text
            for text in (FROM_TO.sub("", text) for text in _texts(block)):
                bare = DATE.sub("", text)
                if NOT_ITS_OWN.search(text) or NEXT_MEETING.search(text) or to_come:
                    continue
                labelled = re.match(r"^\W*(?:date|dated|meeting|published|issued)\b", text, re.IGNORECASE)
                if DATE.search(text) and (len(re.findall(r"[A-Za-z]{2,}", bare)) <= 3 or labelled):
                    return iso_date(text)
    above = ""
    for block in pages[0].blocks if pages else ():
        to_come, above = NEXT_MEETING.search(above), block.text
        if to_come:
            continue
        opens = DAY_AND_HOUR.match(block.text) or BODY_AND_DAY.match(block.text)
        short = len(block.text.split()) <= MOST_DATE_WORDS or (opens and len(block.text.split()) <= MOST_HELD_WORDS)
        if block.kind in ("heading", "paragraph") and short:
            found = iso_date(FROM_TO.sub("", block.text))
            if found and not NOT_ITS_OWN.search(block.text) and not (planned and block.kind == "heading"):
                return found
    for block in pages[0].blocks if pages else ():
        held = HELD.search(block.text) if block.kind in ("heading", "paragraph") and not planned else None
        if held and len(block.text.split()) <= MOST_HELD_WORDS and (found := iso_date(block.text[held.start() :])):
            return found
    return iso_date(named)


def _kind(pages: Sequence[Page], agenda: Sequence[AgendaEntry], title: str) -> PaperKind:
    if agenda:
        return "agenda pack" if any(a.first_page for a in agenda) else "agenda"
    first = " ".join(t for p in pages[:2] for b in p.blocks for t in _texts(b)).lower()
    low = title.lower()
    opening = first[:1500]
    if "freedom of information" in first and re.search(r"\b(?:requests?|ref(?:erence)?s?)\b", first):
        return "foi answer"
    said = re.search(r"\b(?:minutes|notes) of (?:the|a)\b.{0,60}\bmeeting\b", opening)
    if re.search(r"\bminutes\b", low) or said or is_record(pages) or _records_who_was_there(pages[:1]):
        return "minutes"
    if "dashboard" in low:
        return "dashboard"
    if "annual report" in low:
        return "annual report"
    if re.search(r"\b(?:strategy|strategic plan|action plan)\b", low):
        return "strategy"
    if PLAN.search(low):
        return "paper"
    if "annual report" in opening:
        return "annual report"
    if re.search(r"\breport (?:of|to|title|author)\b|\brecommendations?\b", opening):
        return "report"
    if any(_names_strategy(b) for p in pages[:1] for b in p.blocks[:MOST_TITLE_LINES]):
        return "strategy"
    return "paper"


def is_record(pages: Sequence[Page]) -> bool:
    """Whether a paper calls itself the record of a meeting: its items are told one after the other, and no papers
    follow them, as in a pack."""
    return bool(names_record(pages[:1]))


def _records_who_was_there(pages: Sequence[Page]) -> bool:
    """Whether a paper begins with who was present and who sent apologies, as only the record of a meeting does."""
    texts = [b.text.strip() for page in pages for b in page.blocks if b.kind != "furniture"]
    texts = [line for text in texts for line in PARTED.split(text)]
    there, not_there = any(map(PRESENT.match, texts)), any(map(APOLOGIES.match, texts))
    called = there and any(map(CALLED.fullmatch, texts[:RECORD_LINES]))
    return called or (there and not_there) or ((there or not_there) and any(map(RECORDED.search, texts)))


def _names_strategy(block: Block) -> bool:
    """Whether a line of a title page says that the paper is a strategy or a plan: "Community Safety Strategy"."""
    words = re.sub(r"[\s(,:]*(?:19|20)\d\d.*$", "", block.text).lower()
    return (
        block.kind in ("heading", "paragraph")
        and 2 <= len(words.split()) <= 10
        and re.search(r"\b(?:strategy|strategic plan|partnership plan|(?:community )?safety plan)$", words) is not None
        and re.search(r"\b(?:report|review|update|consultation|survey|minutes|assessment|on the)\b", words) is None
    )
