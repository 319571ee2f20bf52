"""Rule 7: personal e-mail addresses and telephone numbers never; requesters and residents never by name.

In: text, a record or a paper, and the tracker's settings, which list the mailboxes and numbers of organisations that
may be shown. Out: the same with "[held back]" in place of the rest. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from pydantic import BaseModel

from tracker.records import Block, Paper, TrackerSettings

HELD = "[held back]"

# As printed, or broken by the end of a line ("a.b@ c.gov.uk") or written for people alone ("a.b [at] c.gov.uk"); the
# broken ones need an ending that addresses have, so that "20 places @ £5" stays.
_AT = r"\s{0,2}(?:@|%40|[\[({]\s?at\s?[\])}])\s{0,2}"
_DOT = r"\s?(?:\.|[\[({]\s?dot\s?[\])}])\s?"
_MAIL = re.compile(
    r"(?:mailto:)?[\w.+%&'’-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+"
    r"|(?:mailto:)?[\w.+%&'’-]+@(?=\s*$)"
    rf"|(?:mailto:)?[\w.+%&'’-]+{_AT}(?:[\w-]+{_DOT})+(?:uk|com|org|net|gov|info|eu|london|scot|wales|cymru)\b",
    re.IGNORECASE,
)

_MAY_BE_MAIL = re.compile(r"@|%40|[\[({]\s?at\s?[\])}]", re.IGNORECASE)

# A national number begins with 0 or +44 and has 9 to 11 digits after the country's code; the first group is printed
# without a gap, so that a row of small figures ("0 12 4 0 …") is not taken for one.
_PHONE = re.compile(
    r"(?<![\w.,£/])(?:(?:\+|00)44[\s.-]?(?:\(0\)[\s.-]?)?\d{2,5}|\(0\d{2,5}\)|0\d{2,5})"
    r"(?:[\s.\u2010-\u2015-]{0,2}\d{2,8}){0,4}(?![\d%])"
)
# A number that a word calls a telephone needs no 0 in front: "Tel: 8359 2000".
_CALLED = re.compile(
    r"(?P<word>\b(?:tel(?:ephone)?|phone|mobile|mob|fax)\b(?:\s+(?:no|number))?[\s.:]{1,3})"
    r"(?P<number>\+?\(?\d[\d\s()-]{4,16}\d)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"\bDear\s+(?!(?:Sir|Madam|Sirs|All|Colleagues?|Councillor|Members?|Residents?|Applicant|Requester|Enquirer|Chair"
    r"|\[held)\b)(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|[A-Z]))[\w.'’-]+(?:[ \t]+[A-Z][\w.'’-]*){0,3}(?=\s*(?:,|$|\n|:))"
)
# A form of address says that a name follows, even where the letter's first sentence runs on.
_TITLED = re.compile(
    r"\b[Dd]ear\s+(?P<name>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\b\.?[ \t]+(?:[A-Z]\.?[ \t]+)?[A-Z][\w'’-]+)", re.MULTILINE
)
_SIGN_OFF = re.compile(r"^(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|with) regards|regards)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+)?[A-Z][a-z'’-]+(?:\s+(?:[A-Z]\.?|[A-Z][A-Za-z'’-]+)){1,2}")
_POST_WORDS = re.compile(
    r"\b(?:Director|Chief|Head|Leader|Mayor|Councillor|Commander|Commissioner|Chair|Team|Service|Officer|Manager"
    r"|Council|Board|Group|Department|Unit|Office|Borough|Advisor|Adviser|Assistant|Lead|Governance|Information)\b"
)
_SENIOR = re.compile(
    r"\b(?:director|chief|head of|leader|mayor|councillor|commander|commissioner|superintendent|chair\w*|inspector)\b",
    re.IGNORECASE,
)
# "Governance Services contact: Jo Bloggs", "Contact Officer – Jo Bloggs": whom to write to about a paper.
_CONTACT = re.compile(
    r"(?P<label>(?:\b[A-Z][\w&'’-]*\s+){0,5}\b[Cc]ontact(?:\s+(?:[Oo]fficer|[Pp]erson|[Nn]ame))?)\s*[:–-]\s*"
    r"(?P<name>[A-Z][a-z'’-]+(?:\s+[A-Z][A-Za-z'’-]+){1,2})(?=\s*(?:$|[,;.(|]|\n|-|–|[a-z]|E-?mail|Tel|Phone))"
)
# Lists of people have a name, a post and at most what body they speak for.
_WIDEST_LIST = 3
# The reader of a stretch shorter than this finds no address or number in it: the shortest is a mailbox "a@b.c".
_SHORTEST = 5

R = TypeVar("R", bound=BaseModel)


def hold_back(text: str, settings: TrackerSettings, names: Sequence[str] = ()) -> str:
    """``text`` with every address and number that is not on the tracker's lists, names in salutations, and ``names``
    (see ``junior_names``) replaced."""
    for name in names:
        if name in text:
            text = text.replace(name, HELD)
    if len(text) < _SHORTEST or not (_MAY_BE_MAIL.search(text) or "Dear" in text or _has_digits(text)):
        return text
    mailboxes = {box.strip().casefold() for box in settings.mailboxes}
    numbers = {_digits(number) for number in settings.telephones}

    def mail(match: re.Match[str]) -> str:
        address = match[0].removeprefix("mailto:").strip("'’.").casefold()
        address = "".join(re.sub(_DOT, ".", re.sub(_AT, "@", address)).split())
        return match[0] if address in mailboxes else HELD

    def phone(match: re.Match[str]) -> str:
        digits = _digits(match[0])
        # A country's code says that it is a telephone number, whatever its length.
        least = 8 if match[0].startswith(("+", "0044")) else 10
        return match[0] if not least <= len(digits) <= 12 or digits in numbers else HELD

    def called(match: re.Match[str]) -> str:
        digits = _digits(match["number"])
        if not 6 <= len(digits) <= 13 or digits in numbers:
            return match[0]
        return match["word"] + HELD

    text = _MAIL.sub(mail, text)
    text = _PHONE.sub(phone, text)
    text = _CALLED.sub(called, text)
    text = _SALUTATION.sub(f"Dear {HELD}", text)
    return _TITLED.sub(f"Dear {HELD}", text)


def hold_back_record(record: R, settings: TrackerSettings, names: Sequence[str] = ()) -> R:
    """A record with all its texts, at every depth, held back. Records without anything to hide stay the same object."""
    changed = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        new = _held(value, settings, names)
        if new is not value:
            changed[name] = new
    return record.model_copy(update=changed) if changed else record


def hold_back_paper(paper: Paper, settings: TrackerSettings) -> Paper:
    """A paper as it may be shown: without addresses and numbers, salutations and the names of those in junior posts.
    Places of words are left out, since they would spell what is hidden."""
    names = junior_names(paper)
    pages = []
    for page in paper.pages:
        blocks = [_held_block(block.model_copy(update={"words": ()}), settings, names) for block in page.blocks]
        pages.append(page.model_copy(update={"blocks": tuple(blocks)}))
    return paper.model_copy(update={"pages": tuple(pages), "title": hold_back(paper.title, settings)})


def _held_block(block: Block, settings: TrackerSettings, names: Sequence[str]) -> Block:
    """A block held back. What is cut up by a change of dress ("a.b@" bold, "c.org" not) is no address in any of its
    runs: such a block loses its dress."""
    shown = hold_back_record(block, settings, names)
    together = "".join(run.text for run in block.runs)
    apart = "".join(run.text for run in shown.runs)
    return shown if hold_back(together, settings, names) == apart else shown.model_copy(update={"runs": ()})


def junior_names(paper: Paper) -> tuple[str, ...]:
    """Names that a paper gives to holders of junior posts: in attendance tables, beside "Contact:", below a letter.

    Who is named with a senior post anywhere in the paper is not among them. Longest first, so that replacing one does
    not leave half of another.
    """
    found: set[str] = set()
    senior: set[str] = set()
    signed = _signatures(paper)
    for page in paper.pages:
        for block in page.blocks:
            # Whom a letter greets by name is named nowhere else in it either.
            found.update(" ".join(match["name"].split()) for match in _TITLED.finditer(block.text))
            if block.id in signed:
                found.add(" ".join(block.text.split()))
            for match in _CONTACT.finditer(block.text):
                (senior if _SENIOR_POST.search(match["label"]) else found).add(match["name"])
            for name, post in _people(block):
                (found if is_junior_post(post) else senior).add(name)
    return tuple(sorted(found - senior, key=lambda n: (-len(n), n)))


def _people(block: Block) -> list[tuple[str, str]]:
    """Names and posts of a table that lists people: few columns, and a post or an organisation beside most names. A
    table of wards with the officer for each is none."""
    rows = [[" ".join(cell.text.split()) for cell in row if cell and cell.text.strip()] for row in block.rows]
    if not rows or max(len(row) for row in rows) > _WIDEST_LIST:
        return []
    pairs = [
        (one, other)
        for row in rows
        for one, other in pairwise(row)
        if _NAME.fullmatch(one) and not _POST_WORDS.search(one)
    ]
    posts = sum(1 for _, other in pairs if _POST_WORDS.search(other) or is_junior_post(other))
    senior = any(_SENIOR_POST.search(other) for _, other in pairs)
    return pairs if senior and posts * 2 >= len(rows) else []


def _signatures(paper: Paper) -> frozenset[str]:
    """Blocks that are a name alone below a letter's sign-off, where no senior post follows."""
    blocks = [b for page in paper.pages for b in page.blocks if b.kind != "furniture"]
    found = set()
    for index, block in enumerate(blocks):
        if not _SIGN_OFF.match(block.text) or len(block.text) > 60:
            continue
        for offset, after in enumerate(blocks[index + 1 : index + 3], start=index + 1):
            following = " ".join(b.text for b in blocks[offset + 1 : offset + 3])
            if _NAME.fullmatch(after.text.strip()) and not _POST_WORDS.search(after.text):
                if not _SENIOR.search(following):
                    found.add(after.id)
                break
    return frozenset(found)


def _held(value: object, settings: TrackerSettings, names: Sequence[str]) -> object:
    if isinstance(value, str):
        new = hold_back(value, settings, names)
        return value if new == value else new
    if isinstance(value, BaseModel):
        return hold_back_record(value, settings, names)
    if isinstance(value, tuple):
        items = [_held(item, settings, names) for item in value]
        if any(new is not old for new, old in zip(items, value, strict=True)):
            return tuple(items)
    return value


def _has_digits(text: str) -> bool:
    """Whether a text has digits enough for a telephone number."""
    return sum(c.isdigit() for c in text) >= 6


def _digits(number: str) -> str:
    """A telephone number as its digits, with 0 for the country's code."""
    digits = re.sub(r"\(0\)|\D", "", number) if number.strip().startswith(("+", "00")) else re.sub(r"\D", "", number)
    for code in ("0044", "44"):
        if digits.startswith(code) and len(digits) > 10:
            return "0" + digits[len(code) :].removeprefix("0")
    return digits


_JUNIOR = re.compile(
    r"\b(?:officer|assistant|administrator|clerk|trainee|apprentice|co-?ordinator|secretar(?:y|iat)|minute taker"
    r"|support worker|analyst|intern)\b",
    re.IGNORECASE,
)
_SENIOR_POST = re.compile(
    r"\b(?:director|chief|head of|head,|leader|mayor|councillor|cllr|commander|commissioner|superintendent|chair\w*"
    r"|inspector"
    r"|executive|member|monitoring officer|section 151|principal|magistrate|judge|professor)\b",
    re.IGNORECASE,
)


def is_junior_post(post: str) -> bool:
    """Whether a post is one that rule 7 shows without its holder's name."""
    return bool(_JUNIOR.search(post)) and not _SENIOR_POST.search(post)
