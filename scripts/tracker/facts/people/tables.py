"""Names and homes in tables: under heads and beside labels that call them private, and in lists of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.facts.people.names import BODY, FULL, SENIOR_POST, is_junior_post
from tracker.facts.people.sentences import ASK, add
from tracker.records import Block

# Labels of forms and heads of columns beside or under which a private person is named or their address given.
_PRIVATE_LABEL = re.compile(
    r"^\W*(?:name of (?:the )?)?(?:requester|requestor|applicant|enquirer|complainant|customer|petitioner"
    r"|lead petitioner"
    r"|petition organiser|questioner|asked by|submitted by|request(?:ed)? (?:from|by)|received from|from|your name"
    r"|victim|resident|child|pupil|service user|client)(?:['’]s)?"
    r"(?:\s+(?:full\s+)?(?:name|address|postcode|contact details|e-?mail))?"
    r"\W*$",
    re.IGNORECASE,
)
_PRIVATE_ADDRESS = re.compile(r"\b(?:address|postcode)\W*$", re.IGNORECASE)
_OFFICER_LABEL = re.compile(rf"^\W*(?:[\w&’'-]+\s+){{0,3}}?(?:{ASK})s?\W*$", re.IGNORECASE)
_NUMBER_HEAD = re.compile(
    r"^\W*(?:tel\w*|phone\w*|mobile|e-?mail\w*|contact (?:number|details|no).*)\W*", re.IGNORECASE
)
_NAME_HEAD = re.compile(r"^\W*(?:(?:full )?name|contact|officer|lead officer|contact officer)s?\W*$", re.IGNORECASE)
_PERSON_HEAD = re.compile(
    r"^\W*(?:full )?(?:name|attendee|member|present)s?(?: of (?:attendee|member)s?)?\W*$", re.IGNORECASE
)
_OF_THE_PUBLIC = re.compile(
    r"^\W*(?:local\s+|member\s+of\s+the\s+|a\s+)*(?:residents?|public|tenants?|parents?|victims?|survivors?|pupils?)\W*$",
    re.IGNORECASE,
)
_WIDEST_LIST = 3
"""Lists of people have a name, a post and at most what body they speak for."""


def people_in_table(block: Block, found: dict[str, bool], senior: set[str]) -> None:
    """The names that a table's heads and labels tell of, into ``found`` or ``senior``."""
    rows = [[" ".join(cell.text.split()) if cell else "" for cell in row] for row in block.rows]
    private = {c for c, text in enumerate(rows[0]) if _PRIVATE_LABEL.match(text)} if len(rows) > 1 else set()
    numbers = any(_NUMBER_HEAD.match(text) for text in rows[0])
    named = {c for c, text in enumerate(rows[0]) if _NAME_HEAD.match(text)} if numbers else set()
    for row in rows:
        for c, text in enumerate(row):
            before = next((row[i] for i in range(c - 1, -1, -1) if row[i]), "")
            match = FULL.match(text)
            if not match or BODY.search(match[0]):
                continue
            rest = text[match.end() :]
            if c in private or (c and _PRIVATE_LABEL.match(before)):
                add(found, match[0], True)
            elif (c in named and row is not rows[0]) or (c and _OFFICER_LABEL.match(before)):
                others = " ".join([rest, *(row[i] for i in range(len(row)) if i != c)])
                if SENIOR_POST.search(others):
                    senior.add(match[0])
                else:
                    add(found, match[0], True)
    listed = _is_people_list(rows)
    for name, post in _beside_names(rows) if listed or any(map(_PERSON_HEAD.match, rows[0])) else ():
        if is_junior_post(post) or _OF_THE_PUBLIC.match(post):
            add(found, name, True)
        elif listed:
            senior.add(name)


def private_cells(block: Block) -> Iterator[tuple[str, int, int]]:
    """Cells that a label or the head of their column calls somebody's address or telephone number."""
    rows = [[" ".join(cell.text.split()) if cell else "" for cell in row] for row in block.rows]
    heads = rows[0] if len(rows) > 1 else []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            labels = [row[c - 1] if c else "", heads[c] if r and c < len(heads) else ""]
            address = any(_PRIVATE_LABEL.match(label) and _PRIVATE_ADDRESS.search(label) for label in labels)
            digits = sum(letter.isdigit() for letter in text)
            number = 9 <= digits <= 13 and any(_NUMBER_HEAD.match(label) for label in labels)
            if text and (address or (number and not re.search(r"[^\W\d_]{3}", text))):
                yield block.id, r, c


def _beside_names(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Each name that fills a cell, with what stands in the next one of its row; none in a table too wide for a list."""
    filled = [[text for text in row if text] for row in rows]
    if max((len(row) for row in filled), default=9) > _WIDEST_LIST:
        return []
    return [
        (one, other) for row in filled for one, other in pairwise(row) if FULL.fullmatch(one) and not BODY.search(one)
    ]


def _is_people_list(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table lists people: few columns, and a post or an organisation beside most names. A table of wards
    with the officer for each is none."""
    beside = [other for _, other in _beside_names(rows)]
    posts = sum(1 for other in beside if BODY.search(other) or is_junior_post(other))
    return any(map(SENIOR_POST.search, beside)) and posts * 2 >= sum(any(row) for row in rows)
