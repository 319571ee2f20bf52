"""Understands how boards write: from what a paper is to what it says.

In: a ``Paper`` and settings. Out: ``PaperFacts``, and of all papers together a ``Tracker``. Each module here is a pure
function from a paper to one kind of record; this one calls them in order.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.facts.board.foi import requests_of
from tracker.facts.board.forward_plan import forward_items_of
from tracker.facts.board.meetings import meetings_of
from tracker.facts.board.terms import terms_of
from tracker.facts.checks.changes import stated_changes, with_values
from tracker.facts.checks.checked import findings_of
from tracker.facts.combining import combined
from tracker.facts.context import PaperContext, context_of
from tracker.facts.figures.structured import figures_in, stands_under
from tracker.facts.privacy import hold_back_paper
from tracker.facts.private_text import hold_back_record
from tracker.facts.promises.commitments import commitments_of
from tracker.facts.promises.strategies import frameworks_of
from tracker.facts.promises.targets import targets_of
from tracker.facts.wording.place_name import with_place
from tracker.records import Outcome, Paper, PaperFacts, PaperSettings, Priority, Reading, Tracker, TrackerSettings

__all__ = ["PaperContext", "combine", "context_of", "understand"]


def understand(
    paper: Paper, *, paper_id: str, settings: PaperSettings, tracker: TrackerSettings, held_back: bool = False
) -> PaperFacts:
    """All that one paper says, with personal addresses, numbers and names held back (rule 7). ``held_back``: whether
    they are in ``paper`` already.

    A paper of an unknown kind gives what can be found in it; nothing here raises on odd content.
    """
    # What is held back is not there to be found: no id, title or file name can be made of it.
    paper = paper if held_back else hold_back_paper(paper, tracker)
    context = context_of(paper, paper_id, settings, with_place(tracker, paper))
    strategies, priorities, outcomes = frameworks_of(context)
    planned = forward_items_of(context)
    meetings, findings = meetings_of(context, [(i.meeting_date, i.source) for i in planned if i.meeting_date])
    requests = requests_of(context)
    answered: tuple[Outcome | Priority, ...] = (*priorities, *outcomes)
    figures, not_understood = figures_in(context, requests, answered)
    facts = PaperFacts(
        parts=tuple(span.part for span in context.spans),
        meetings=meetings,
        strategies=strategies,
        priorities=priorities,
        outcomes=outcomes,
        commitments=commitments_of(
            context, stands_under(answered), {w.source.block for one in answered for w in one.wordings}
        ),
        targets=targets_of(context, figures.drafts, figures.indicator_of),
        indicators=figures.indicators,
        observations=figures.observations,
        changes=figures.changes,
        requests=requests,
        forward_items=planned,
        terms=terms_of(context),
        findings=findings,
        not_understood=not_understood,
    )
    return hold_back_record(_checked(facts, paper, paper_id), tracker)


def _checked(facts: PaperFacts, paper: Paper, paper_id: str) -> PaperFacts:
    """The facts with the changes that sentences state, and with what the paper's own arithmetic gives."""
    stated = stated_changes(paper, paper_id, facts.observations, facts.changes)
    changes = with_values((*facts.changes, *stated), paper, paper_id, facts.observations)
    facts = facts.model_copy(update={"changes": changes})
    return facts.model_copy(update={"findings": (*facts.findings, *findings_of(facts, paper, paper_id))})


def combine(readings: Sequence[Reading]) -> Tracker:
    """All papers together: records of the same id joined, likely joins proposed, findings across papers added."""
    return combined(readings)
