"""Whom a letter is written to and who signs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.facts.people.names import BODY, FULL, SENIOR_POST, STYLE, WORD
from tracker.records import Block

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_SIGN_OFF = re.compile(r"^(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|with) regards|regards)\b", re.IGNORECASE)
# "Yours sincerely Jo Reed Policy Officer" as one line.
_SIGNED = re.compile(
    r"(?i:\b(?:yours\s+(?:sincerely|faithfully|truly)|(?:kind|best)\s+regards),?)\s+"
    rf"(?P<name>{WORD}\s+{WORD})(?=\s+[A-Z]|\s*$|,)(?P<after>.{{0,80}})"
)
_FIRST_NAME = re.compile(rf"(?!(?:The|For|On|Enc)\b){WORD}")
_LETTER_HEAD = 12
"""Blocks before a letter's greeting in which its reader's address may stand."""


def signatures(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks that are a name alone below a letter's sign-off, where no senior post follows."""
    shown = [block for block in blocks if block.kind != "furniture"]
    for index, block in enumerate(shown):
        if not _SIGN_OFF.match(block.text) or len(block.text) > 60:
            continue
        if _FIRST_NAME.fullmatch(shown[index + 1].text.strip()) if index + 1 < len(shown) else False:
            yield shown[index + 1]
            continue
        for offset, after in enumerate(shown[index + 1 : index + 3], start=index + 1):
            following = " ".join(b.text for b in shown[offset + 1 : offset + 3])
            if FULL.fullmatch(after.text.strip()) and not BODY.search(after.text):
                if not SENIOR_POST.search(following):
                    yield after
                break


def letter_heads(blocks: Sequence[Block]) -> frozenset[str]:
    """The blocks before a letter's greeting that give its reader's name and home: from the name to the postcode."""
    found: set[str] = set()
    for index, block in enumerate(blocks):
        if not block.text.startswith("Dear "):
            continue
        before = [b for b in blocks[max(0, index - _LETTER_HEAD) : index] if b.kind not in ("furniture", "table")]
        for start, head in enumerate(before):
            text = head.text.strip()
            match = FULL.match(text)
            if not match or BODY.search(match[0]) or len(text) > 160:
                continue
            greeted = block.text[5:60]
            styled = bool(re.match(STYLE, text))
            if not (styled or match[0].split()[-1] in greeted or _POSTCODE.search(text)):
                continue
            if _POSTCODE.search(text) or match.end() == len(text):
                found.add(head.id)
            end = next((i for i in range(start, min(start + 6, len(before))) if _POSTCODE.search(before[i].text)), -1)
            if end >= 0 and all(len(b.text) <= 60 for b in before[start : end + 1]):
                found.update(b.id for b in before[start : end + 1])
            break
    return frozenset(found)


def names_after_sign_off(block: Block) -> Iterator[str]:
    """The names that follow a sign-off on its own line, where no senior post follows them."""
    for match in _SIGNED.finditer(block.text):
        if not BODY.search(match["name"]) and not SENIOR_POST.search(match["after"]):
            yield " ".join(match["name"].split())
