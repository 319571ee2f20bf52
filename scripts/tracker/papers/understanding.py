"""The drafts of a paper's blocks and what they are: notes, contents, headings with levels, callouts, lists."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.papers.claimed_headings import Toc, claims_of, settle_by_claims
from tracker.papers.columns import NUMERAL, Column
from tracker.papers.contents_pages import mark_contents
from tracker.papers.drafts import Draft
from tracker.papers.headings import LARGER, Body, find_bodies, is_heading, split_number, tells_figures
from tracker.papers.joining import join_runs
from tracker.papers.levels import give_levels
from tracker.papers.lines import BIG_NUMBER, Line
from tracker.papers.lists import give_depths
from tracker.papers.marks import is_big_number
from tracker.papers.notes import find_notes, raised_marks
from tracker.papers.paragraphs import make_drafts, usual_left
from tracker.papers.roles import give_roles
from tracker.papers.sections import cut_sections
from tracker.papers.spacing import measure_leadings, measure_spacing
from tracker.papers.stages import Stages
from tracker.papers.tags import ElementOf, paragraph_tags

NUMERAL_WORDS = 12
"""The words under a large number that say what it counts are at most so many."""


def draft_blocks(made: Stages, tags: ElementOf) -> ElementOf:
    """Blocks of each page; the leading is measured over the paper first. Tells which tags part paragraphs rightly."""
    leadings = measure_leadings(made.columns)
    ends = paragraph_tags(made.columns, leadings, tags)
    spaced = measure_spacing(made.columns, leadings)
    for i, columns in enumerate(made.columns):
        edges = _edges(columns)
        made.drafts.append(
            [
                draft
                for j, column in enumerate(columns)
                for draft in make_drafts(column, j, leadings[i], spaced[i], i + 1, ends, edges[j])
            ]
        )
    return ends


def _edges(columns: Sequence[Column]) -> list[float]:
    """For each column of a page the leftmost place where text begins in it and in those right above and below it."""
    lefts = [usual_left([t for t in c.things if isinstance(t, Line)]) if c.things else c.bbox[0] for c in columns]
    return [
        min(
            left
            for other, left in zip(columns, lefts, strict=True)
            if other is column
            or (other.boxed == column.boxed and other.bbox[0] <= column.bbox[0] and column.bbox[2] <= other.bbox[2] + 2)
        )
        for column in columns
    ]


def understand_blocks(made: Stages, tags: ElementOf, ends: ElementOf, toc: Toc) -> None:
    """Notes, contents pages, runs over columns and pages, headings, levels and depths, set in the drafts of ``made``.

    ``tags`` and ``toc`` (bookmarks) are the PDF's own word on headings; ``ends`` are the tags that part paragraphs.
    """
    made.bodies = find_bodies(made.drafts, [(c.width, c.height) for c in made.contents])
    raised = raised_marks(made.drafts)
    for drafts, body, content in zip(made.drafts, made.bodies, made.contents, strict=True):
        find_notes(drafts, body, content, raised)
        mark_contents(drafts)
    for number, (drafts, body) in enumerate(zip(made.drafts, made.bodies, strict=True)):
        overleaf = made.drafts[number + 1] if number + 1 < len(made.drafts) else []
        largest = max((d.size for d in drafts if d.lines and not is_big_number(d.lines[0])), default=0.0)
        for i, draft in enumerate(drafts):
            after = next((d for d in [*drafts[i + 1 :], *overleaf] if d.kind != "footnote"), None)
            if not draft.tile and is_heading(draft, body, drafts[i - 1] if i else None, after, largest):
                draft.kind, draft.marker, draft.marker_words = "heading", "", 0
                draft.number = split_number(draft.text)
            elif (
                draft.lines
                and draft.kind == "paragraph"
                and (draft.boxed or _is_large_statement(draft, body) or _is_numeral_over(draft, after))
            ):
                draft.role = draft.role or "callout"
    claims = claims_of(made.drafts, made.bodies, tags, toc)
    for drafts, body in zip(made.drafts, made.bodies, strict=True):
        settle_by_claims(drafts, body, claims)
    made.drafts = join_runs(made.drafts, ends)
    for drafts in made.drafts:
        give_roles(drafts)
    give_depths(made.drafts)
    give_levels(cut_sections(made.drafts, made.bodies, made.furnished), claims)


def _is_large_statement(draft: Draft, body: Body) -> bool:
    """Whether a paragraph tells figures in print larger than the page's text."""
    if draft.lines[0].words[0].initial and BIG_NUMBER.match(draft.lines[0].words[0].text):
        return True
    return draft.size >= LARGER * body.size and tells_figures(draft.text)


def _is_numeral_over(draft: Draft, after: Draft | None) -> bool:
    """Whether a number alone in large print stands right over a few words that say what it counts."""
    if (
        after is None
        or not after.lines
        or after.page != draft.page
        or len(draft.lines) != 1
        or not is_big_number(draft.lines[0])
    ):
        return False
    near = 0 <= after.bbox[1] - draft.bbox[3] + draft.size <= 2 * draft.size
    beside = after.bbox[0] < draft.bbox[2] and draft.bbox[0] < after.bbox[2]
    return draft.size >= NUMERAL * after.size and near and beside and len(after.text.split()) <= NUMERAL_WORDS
