"""The levels of headings, consistent within each stretch of pages that is set as one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tracker.papers.claimed_headings import Claims, levels_by_claims
from tracker.papers.drafts import Draft
from tracker.papers.headings import Body
from tracker.papers.sections import Section

LOWEST = 6
RARE = 0.04
"""A style of fewer than this share of a section's headings has no rank of its own but that of its neighbour."""
SAME_RANK = 0.5
"""Points: styles that differ only so much in size are one."""

Style = tuple[float, bool, bool, bool, bool]
"""Size, in capitals, bold, coloured, upright: what is larger, when sorted, ranks higher."""


def give_levels(sections: Sequence[Section], claims: Claims) -> None:
    """Levels (1 is the highest) for the headings of each section; a style keeps one level in a section.

    Styles are ranked by their looks; where numbers have depths ("4.1.2"), those decide among the numbered ones and the
    rest falls in behind. On slides, whose print shrinks to fit, rank is measured on each slide alone. ``claims`` of the
    PDF itself go before looks where they can be believed.
    """
    for section in sections:
        if section.slides:
            _level_slides(section.headings)
        elif (levels := levels_by_claims(section.headings, claims)) is not None:
            for (draft, _), level in zip(section.headings, levels, strict=True):
                draft.level = min(level, LOWEST)
        else:
            _level_by_style(section.headings)


def _style(draft: Draft, body: Body) -> Style:
    text = draft.text
    line = draft.lines[0]
    return (
        round(draft.size / SAME_RANK) * SAME_RANK,
        text.upper() == text,
        draft.bold,
        line.colour != body.colour,
        not line.italic,
    )


def _level_slides(headings: Sequence[tuple[Draft, Body]]) -> None:
    by_page: dict[int, list[Draft]] = {}
    for draft, _ in headings:
        by_page.setdefault(draft.page, []).append(draft)
    for drafts in by_page.values():
        sizes = sorted({round(d.size) for d in drafts}, reverse=True)
        for draft in drafts:
            draft.level = min(1 + sizes.index(round(draft.size)), LOWEST)


def _level_by_style(headings: Sequence[tuple[Draft, Body]]) -> None:
    uses = Counter(_style(d, b) for d, b in headings)
    depths: dict[Style, Counter[int]] = {}
    for draft, body in headings:
        if draft.number:
            depths.setdefault(_style(draft, body), Counter())[draft.number.count(".") + 1] += 1
    level: dict[Style, int] = {}
    base: int | None = None
    last = 0
    for style in sorted(uses, reverse=True):
        rare = uses[style] <= RARE * len(headings) and style not in depths
        if style in depths:
            depth = depths[style].most_common(1)[0][0]
            if base is None:
                base = max(last + 1 - (depth - 1), 1)
            last = max(base + depth - 1, 1)
        elif not (rare and last):
            last += 1
        level[style] = last
    for draft, body in headings:
        own = level[_style(draft, body)]
        if base is not None and "." in draft.number:
            own = base + draft.number.count(".")
        draft.level = min(own, LOWEST)
