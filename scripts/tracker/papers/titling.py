"""A paper's title, from the lines that it opens with and, as a witness only, what the PDF says of itself.

Boards' papers open in a few ways: a title page (the body, then what the paper is), a letter (who writes, "Dear …", what
it is about), a report to a committee (a form whose rows name the title), minutes (the body, then when it met).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from tracker.records import Block, Page

TRUSTED = 0.5
"""Share of the PDF's own title that its first pages must print for it to be believed."""
FILE_NAME = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)\b|.*\.(?:docx?|pptx?|xlsx?|pdf|indd|rtf|html?)$|untitled|\W*$"
    r"|(?=.*[-_])\S+$)",
    re.I,
)
RECORD = re.compile(
    r"^(?:draft |unconfirmed |confirmed |public )*(?:minutes|decisions|notes|record) of (?:the|an?)\b"
    r"(?! (?:last|previous)\b|.*\.\s*$)"
    r"|^(?!.*\b(?:last|previous|approv\w+|confirm\w+|matters|sign|agenda)\b)(?:.{2,80}[–—:|-]\s)?(?:(?:draft"
    r"|action|meeting"
    r"|summary|key)\s)*(?:minutes|notes)\b[^.;]{0,60}?\b\d{1,2}"
    r"(?:(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8},?\s20\d\d|(?P<stroke>[/.])\d{1,2}(?P=stroke)(?:20)?\d\d)\b",
    re.I,
)
"""How the record of a meeting calls itself in its first lines: "Decisions of the Safer Town Board", "Notes of meeting –
4 June 2024"."""
RECORD_LINES = 4
SHEET = re.compile(
    r"^(?:public |summons and )?(?:agenda|minutes|report|notice of meeting|response|our response|reply)"
    r"(?: pack| papers)?\W*$",
    re.I,
)
"""Says what the sheet is, not what it is about."""
BODY = re.compile(
    r"^(?:(?:[A-Z][\w'’&-]*|of|and|for|the|in|to|&),?\s){0,12}?"
    r"(?i:Board|Committee|Partnership|Panel|Cabinet|Executive|Council|Forum|Group|Authority|Service|Trust)"
    r"(?:\s\([A-Z]+\)|\s(?:for|of)\s[A-Z][\w ]+)?$"
)
"""A line that names a body and nothing else, in small letters or capitals."""
SAYS_WHAT = re.compile(
    r"\b(?:report|strategy|plan|assessment|review|scorecard|dashboard|minutes|briefing|update|profile|framework"
    r"|protocol|statement|survey|audit|summary|newsletter|bulletin)\b",
    re.I,
)
"""A line that says what kind of paper this is."""
TITLE_ROW = re.compile(r"(?:(?:report\s)?title(?: of report)?|subject|report)\s*:?", re.I)
"""Head of the row of a report's form that holds its title."""
MEETING_OF = re.compile(
    r"^(?:at\s)?an?\s(?:\w+\s)?meeting of (?:the\s)?(?P<body>[A-Z][\w'’&, -]{3,90}?)(?=,?\s(?:held|which|on|in)\b)",
    re.I,
)
WHERE = re.compile(
    r",?\s(?:at\s\d|at the\s|in\s(?:the\s|[A-Z])|via\s|from\s\d|held\s(?:in|at|via)\s|\d{1,2}[.:]\d\d).*$"
)
"""The hour and place of a meeting, behind its day."""
SUBJECT = re.compile(r"^(?:re|subject|about)\s?[:–-]\s*(?=\S)", re.I)
DEAR = re.compile(r"^(?:Dear\s\S|Thank you for your (?:request|letter|enquiry|e-?mail)s?\b)")
OUR_REFERENCE = re.compile(r"^(?:our\s)?ref(?:erence)?\b.{0,4}\S*\d", re.I)
MOST_TITLE_WORDS = 30
MOST_LINE_WORDS = 14
"""A line below the body's name that says what the paper is has so many words at most."""


def title_of(pages: Sequence[Page], named: str) -> str:
    """The title of a paper. ``named`` is the title that the PDF itself carries."""
    named = re.sub(r"\s+", " ", named).strip()
    if _is_borne_out(pages, named):
        return named
    if recorded := names_record(pages[:1]):
        return _led(_body_above(pages[0], recorded), WHERE.sub("", recorded))
    if title := next(filter(None, map(_title_in_form, pages[:1])), ""):
        return title
    if title := next(filter(None, map(_subject_of_letter, pages[:1])), ""):
        return title
    for page in pages[:3]:
        headings = [b for b in page.blocks if b.kind == "heading" and len(b.text.split()) <= MOST_TITLE_WORDS]
        # "Agenda" in the largest print says what the sheet is; the board's name below it is the title.
        headings = [b for b in headings if not SHEET.match(b.text)] or headings
        if headings:
            top = min(b.level for b in headings)
            return _whole_title(page, next(b for b in headings if b.level == top))
    for page in pages[:3]:
        for block in page.blocks:
            if block.kind == "paragraph" and len(block.text.split()) <= MOST_TITLE_WORDS:
                return block.text
    return named


def names_record(pages: Sequence[Page]) -> str:
    """The line among a paper's first ones that calls it the record of a meeting, "" where there is none."""
    lines = [b for page in pages for b in page.blocks if b.kind in ("heading", "paragraph")][:RECORD_LINES]
    named = (b.text for b in lines if RECORD.match(b.text) and len(b.text.split()) <= MOST_TITLE_WORDS)
    return next(named, "")


def _is_borne_out(pages: Sequence[Page], named: str) -> bool:
    """Whether the first pages print the title that the PDF carries."""
    printed = {w for p in pages[:3] for b in p.blocks for w in re.findall(r"\w+", b.text.lower())}
    own = re.findall(r"\w+", named.lower())
    return len(own) >= 3 and not FILE_NAME.match(named) and sum(w in printed for w in own) >= TRUSTED * len(own)


def _led(body: str, title: str) -> str:
    return title if not body or body.lower() in title.lower() else f"{body}: {title}"


def _body_above(page: Page, line: str) -> str:
    """The name of the body that stands right above a line, "" where none does."""
    shown = [b for b in page.blocks if b.kind != "furniture"]
    above = next((shown[n - 1].text for n, b in enumerate(shown) if n and b.text == line), "")
    return above if BODY.match(above) else ""


def _title_in_form(page: Page) -> str:
    """ "Title: Performance 2024/25" in the form at the top of a report to a committee, "" without one."""
    forms = (b for b in page.blocks if b.kind == "table")
    rows = (row for form in forms for row in form.rows if len(row) == 2 and row[0] and row[1])
    named = (row[1].text for row in rows if row[0] and row[1] and TITLE_ROW.fullmatch(row[0].text.strip()))
    return next((title for title in named if 2 <= len(title.split()) <= MOST_TITLE_WORDS), "")


def _subject_of_letter(page: Page) -> str:
    """What a letter is about: its line "Re: …", the heading behind "Dear …", else its reference; "" for no letter."""
    shown = [b for b in page.blocks if b.kind != "furniture"]
    dear = next((n for n, b in enumerate(shown) if DEAR.match(b.text)), -1)
    # a heading above the address, unless it names who writes, is the letter's own title
    if dear < 0 or any(b.kind == "heading" and not BODY.match(b.text) for b in shown[:dear]):
        return ""
    around = [b.text for b in shown[: dear + 2]]
    told = next((SUBJECT.sub("", text) for text in around if SUBJECT.match(text)), "")
    behind = shown[dear + 1] if dear + 1 < len(shown) else None
    if not told and behind and behind.kind == "heading" and not SHEET.match(behind.text):
        told = behind.text
    return told or next((text for text in around if OUR_REFERENCE.match(text)), "")


def _whole_title(page: Page, heading: Block) -> str:
    """A heading with the line below it that it lacks: the second line of a title in two, what a body's paper is."""
    shown = [b for b in page.blocks if b.kind != "furniture"]
    at = next(n for n, b in enumerate(shown) if b is heading)
    below = list(takewhile(lambda b: b.kind in ("heading", "paragraph"), shown[at + 1 : at + 3]))
    met = next((m for b in below if (m := MEETING_OF.match(b.text))), None)
    if met and BODY.match(heading.text):
        return _led(heading.text, met["body"].strip())
    short = [b for b in below if len(b.text.split()) <= MOST_LINE_WORDS and not SHEET.match(b.text)]
    if not short or short[0] is not below[0]:
        return heading.text
    following = short[0]
    if heading.text.endswith(":"):
        return f"{heading.text} {following.text}"
    second = following.kind == "heading" and following.level == heading.level
    says = SAYS_WHAT.search(following.text) is not None and not following.text.endswith(".")
    if says and (BODY.match(heading.text) or (second and not SAYS_WHAT.search(heading.text))):
        return _led(heading.text, following.text)
    return heading.text
