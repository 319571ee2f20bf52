"""Meetings: one record for a day, from its agenda, its minutes, or the papers that announce it.

In: a ``PaperContext``. Out: meetings in order of date, and findings. A meeting announced for one day and held a few
days off is one meeting with a finding, not two.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from tracker.facts.board.deadlines import day_findings
from tracker.facts.board.front_sheet import meeting_of_front_sheet, next_meetings
from tracker.facts.board.minutes import meeting_of_minutes
from tracker.facts.board.recommendations import recommendations_of
from tracker.facts.context import PaperContext
from tracker.facts.wording.names import plain_words
from tracker.records import Finding, Meeting, Recommendation, Source

# Boards that meet quarterly move a meeting by days; what lies further off is another meeting.
_MOVED_DAYS = 10


def meetings_of(
    context: PaperContext, planned: Sequence[tuple[str, Source]] = ()
) -> tuple[tuple[Meeting, ...], tuple[Finding, ...]]:
    """Meetings that a paper calls, records or announces; ``planned`` are days from forward plans."""
    board = context.settings.board or context.tracker.board
    found: list[Meeting] = []
    announced: list[tuple[str, Source]] = []
    recommended: list[Recommendation] = []
    differing: list[Finding] = []
    for span in context.spans:
        if span.part.kind in ("agenda", "agenda pack"):
            called = meeting_of_front_sheet(context, span, board)
            if called:
                found.append(called)
                differing.extend(day_findings(context, span, called.id, called.date))
                announced.extend(next_meetings(context, span.blocks))
        elif span.part.kind == "minutes":
            held = meeting_of_minutes(context, span, board)
            if held:
                found.append(held)
                announced.extend((d, s) for d, s in next_meetings(context, span.blocks) if d > held.date)
        else:
            recommended.extend(recommendations_of(context, span))
    agenda = next((m for m in found if m.agenda_paper), None)
    if recommended and agenda is None:
        day = (
            next((s.part.date for s in context.spans if s.part.date), "") or context.settings.date or context.paper.date
        )
        if day and context.paper.kind in ("report", "paper", "agenda", "agenda pack"):
            first = recommended[0].source
            agenda = Meeting(id=f"meeting-{day}", board=board, date=day, sources=(first,))
            found.append(agenda)
    if agenda and recommended:
        found[found.index(agenda)] = agenda.model_copy(update={"recommendations": tuple(recommended)})
    for day, source in [*announced, *planned]:
        found.append(Meeting(id=f"meeting-{day}", board=board, date=day, announced=True, sources=(source,)))
    meetings, moved = joined(found)
    return meetings, (*moved, *differing)


def joined(meetings: Iterable[Meeting]) -> tuple[tuple[Meeting, ...], tuple[Finding, ...]]:
    """One meeting for each day of a board, announced days joined to the meetings they speak of; findings where a
    day differs."""
    real: dict[tuple[str, str], Meeting] = {}
    announced: list[Meeting] = []
    for meeting in meetings:
        key = (_board(meeting.board), meeting.date)
        if meeting.announced:
            announced.append(meeting)
        elif key in real:
            real[key] = _merged(real[key], meeting)
        else:
            real[key] = meeting
    findings: dict[str, Finding] = {}
    for meeting in announced:
        key = (_board(meeting.board), meeting.date)
        if key in real:
            real[key] = _merged(real[key], meeting)
            continue
        near = [k for k in real if k[0] == key[0] and 0 < abs(_apart(k[1], key[1])) <= _MOVED_DAYS]
        if not near:
            real[key] = meeting
            continue
        held = min(near, key=lambda k: (real[k].announced, abs(_apart(k[1], key[1])), k))
        met = real[held]
        real[held] = met.model_copy(update={"sources": _together(met.sources, meeting.sources)})
        name = f"finding-{met.id}-announced-{meeting.date}"
        before = findings.get(name)
        findings[name] = Finding(
            id=name,
            kind="meeting date",
            verdict="differs",
            stated=meeting.date,
            worked_out=met.date,
            explanation="Papers give two dates for this meeting.",
            about=(met.id,),
            sources=_together(before.sources if before else (), (*meeting.sources, *met.sources[:1])),
        )
    ordered = sorted(real.values(), key=lambda m: (m.date, m.id, m.board))
    return tuple(ordered), tuple(findings[k] for k in sorted(findings))


def _merged(one: Meeting, other: Meeting) -> Meeting:
    """Both records of a meeting in one: what the first lacks comes from the second; minutes' items go first."""
    update: dict[str, object] = {"announced": one.announced and other.announced}
    for name in (
        "time",
        "venue",
        "details",
        "attendance",
        "recommendations",
        "decisions",
        "minutes_part",
        "agenda_paper",
    ):
        if not getattr(one, name):
            update[name] = getattr(other, name)
    if other.minutes_part and not one.minutes_part:
        update["items"] = other.items or one.items
    elif not one.items:
        update["items"] = other.items
    update["sources"] = _together(one.sources, other.sources)
    return one.model_copy(update=update)


def _together(one: Iterable[Source], other: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _board(name: str) -> str:
    """A board's name for comparing: papers print it with or without the place."""
    words = plain_words(re.sub(r"\bthe\b", "", name, flags=re.IGNORECASE)).split()
    return " ".join(words[-4:])


def _apart(one: str, other: str) -> int:
    return (datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days
