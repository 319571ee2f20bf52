"""What a PDF itself claims to be headings, in its tags or its bookmarks, and how far that is to be believed.

Claims settle what print leaves in doubt: bold lines of the text's own size, small titles, levels of headings that look
alike. Where many claims contradict the print (each bold line a heading of the first level), all are left aside.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tracker.papers.drafts import Draft
from tracker.papers.headings import LARGER, Body, is_no_title, split_number
from tracker.papers.tags import ElementOf

ENOUGH = 3
"""Headings plain to see, and headings claimed, that are enough to judge the claims by."""
AGREEING = 0.7
"""Share of the headings plain to see that are claimed, and of those claimed that look like headings."""
CLAIMED = 0.8
"""Share of a section's headings that must be claimed before claims tell its levels."""
MONOTONE = 0.9
"""Share of the pairs of headings of unlike size of which the larger must not be claimed the lesser."""
SIZE_STEP = 1.0
"""Points by which two headings are of unlike size."""
MOST_WORDS = 25
LEAST_SIZE = 0.85
"""Times the body's size: what is claimed and smaller is a label."""
LONG_LINE = 8
"""A bold line of more words that is tagged as a paragraph is one: a quotation, a resolution."""

Claims = Mapping[int, int]
"""Claimed level for the identity of each draft; 0 for what is tagged as something else than a heading."""
Toc = Sequence[tuple[int, str, int]]
"""Bookmarks: level, title, page."""


def claims_of(pages: Sequence[Sequence[Draft]], bodies: Sequence[Body], element_of: ElementOf, toc: Toc) -> Claims:
    """The claims of a paper where they agree with the headings seen so far, tags before bookmarks; else none."""
    for claims in (_by_tags(pages, element_of), _by_bookmarks(pages, toc)):
        if claims and _agree(claims, pages, bodies):
            return claims
    return {}


def settle_by_claims(drafts: Sequence[Draft], body: Body, claims: Claims) -> None:
    """Makes headings of the drafts of one page that are claimed and can be such, and paragraphs of long bold lines."""
    for i, draft in enumerate(drafts):
        claim = claims.get(id(draft))
        if claim is None:
            continue
        if claim and draft.kind != "heading" and _can_be_heading(draft, body):
            draft.kind, draft.marker, draft.marker_words = "heading", "", 0
            draft.number = split_number(draft.text)
        elif not claim and draft.kind == "heading" and _is_doubtful(draft, body):
            above = drafts[i - 1] if i else None
            draft.kind = "paragraph"
            if above is not None and above.boxed and draft.boxed:
                draft.role = "callout"


def levels_by_claims(headings: Sequence[tuple[Draft, Body]], claims: Claims) -> list[int] | None:
    """Levels for the headings of a section from their claims, without gaps; None where claims do not tell them."""
    claimed = [(d, claims[id(d)]) for d, _ in headings if claims.get(id(d), 0)]
    if len(claimed) < max(2, CLAIMED * len(headings)) or len({level for _, level in claimed}) < 2:
        return None
    by_size: Counter[tuple[float, int]] = Counter((d.size, level) for d, level in claimed)
    pairs = wrong = 0
    for (size, level), count in by_size.items():
        for (other_size, other_level), other_count in by_size.items():
            if size > other_size + SIZE_STEP:
                pairs += count * other_count
                wrong += count * other_count * (level > other_level)
    if wrong > (1 - MONOTONE) * pairs:
        return None
    ranks = {level: rank for rank, level in enumerate(sorted({level for _, level in claimed}), 1)}
    usual: dict[tuple[float, bool], Counter[int]] = defaultdict(Counter)
    for draft, level in claimed:
        usual[draft.size, draft.bold][ranks[level]] += 1
    out: list[int] = []
    for draft, _ in headings:
        claim = claims.get(id(draft), 0)
        kin = usual.get((draft.size, draft.bold))
        if claim or kin:
            out.append(ranks[claim] if claim else kin.most_common(1)[0][0] if kin else 0)
        else:
            lesser = [ranks[level] for d, level in claimed if d.size < draft.size - SIZE_STEP]
            out.append(min(lesser) - 1 if lesser else len(ranks))
    return [level + 1 for level in out] if 0 in out else out


def _by_tags(pages: Sequence[Sequence[Draft]], element_of: ElementOf) -> dict[int, int]:
    claims: dict[int, int] = {}
    for drafts in pages:
        for draft in drafts:
            if not draft.lines or draft.kind == "footnote":
                continue
            elements = [element_of(line) for line in draft.lines]
            levels = {e.level for e in elements if e is not None}
            if len(levels) == 1 and None not in elements:
                claims[id(draft)] = levels.pop()
    return claims if any(claims.values()) else {}


def _by_bookmarks(pages: Sequence[Sequence[Draft]], toc: Toc) -> dict[int, int]:
    named: dict[tuple[int, str], int] = {(page, _letters(title)): level for level, title, page in toc}
    claims: dict[int, int] = {}
    for drafts in pages if named else ():
        for draft in drafts:
            if draft.lines and draft.kind != "footnote" and len(draft.text.split()) <= MOST_WORDS:
                level = named.get((draft.page, _letters(draft.text)))
                if level:
                    claims[id(draft)] = level
    return claims


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _agree(claims: Claims, pages: Sequence[Sequence[Draft]], bodies: Sequence[Body]) -> bool:
    plain = plain_claimed = claimed = claimed_seen = 0
    for drafts, body in zip(pages, bodies, strict=True):
        for draft in drafts:
            claim = claims.get(id(draft))
            seen = draft.kind == "heading"
            if seen and draft.size >= LARGER * body.size and claim is not None:
                plain += 1
                plain_claimed += claim > 0
            if claim:
                claimed += 1
                claimed_seen += seen
    return (
        claimed >= ENOUGH
        and claimed_seen >= AGREEING * claimed
        and (plain < ENOUGH or plain_claimed >= AGREEING * plain)
    )


def _can_be_heading(draft: Draft, body: Body) -> bool:
    """Whether a claimed line is short, no sentence, and in another dress than the text."""
    text = draft.text
    if draft.kind == "footnote" or draft.role or not draft.lines or len(draft.lines) > 3 or is_no_title(text):
        return False
    if len(text.split()) > MOST_WORDS or text.rstrip().endswith((".", ";", ",")) or not re.search("[A-Za-z]{2}", text):
        return False
    line = draft.lines[0]
    dressed = draft.bold or line.italic or line.colour != body.colour or text.upper() == text
    return draft.size >= LEAST_SIZE * body.size and (dressed or draft.size >= LARGER * body.size)


def _is_doubtful(draft: Draft, body: Body) -> bool:
    """Whether only its weight makes a heading of a line with as many words as a sentence."""
    return (
        draft.size < LARGER * body.size
        and draft.lines[0].colour == body.colour
        and not draft.number
        and len(draft.text.split()) > LONG_LINE
        and draft.text.upper() != draft.text
    )
