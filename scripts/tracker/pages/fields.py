"""What a page's front matter may hold: for each kind of page its fields, who fills them, and what they mean.

A page's fields are its record's fields (the machine's: filled when a paper is read, open to people's corrections) and
people's fields. ``MEANING`` is the one table that says what each means; editors' JSON Schema, the checks and the guide
for contributors all come from here.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from tracker.pages.source_text import SOURCE_PATTERN
from tracker.records import (
    Commitment,
    ForwardItem,
    Indicator,
    Meeting,
    Observation,
    Outcome,
    PaperPart,
    Priority,
    Record,
    Request,
    StatedChange,
    Strategy,
    Target,
    Term,
)

Status = Literal["not rated", "not started", "under way", "done", "not done", "cannot say"]
Direction = Literal["", "up", "down", "context"]
CorrectionKind = Literal["misread", "published"]

ISO_DATE = r"^(\d{4}-\d{2}-\d{2})?$"


class OpenRecord(Record):
    """A record on a page: fields that people add are kept."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Correction(OpenRecord):
    """A correction of one field of a page, kept beside it for all to see."""

    field: str
    kind: CorrectionKind
    was: str = ""
    now: str = ""
    reason: str
    by: str
    on: str = Field(pattern=ISO_DATE)


class PeopleFields(OpenRecord):
    """What only people fill, on every kind of page."""

    summary: str = ""
    checked_by: str = ""
    checked_on: str = Field(default="", pattern=ISO_DATE)
    corrections: tuple[Correction, ...] = ()
    left_out: str = ""
    formerly: tuple[str, ...] = ()
    sensitive: bool = False


class Rated(OpenRecord):
    """What people say about how a promise stands."""

    status: Status = "not rated"
    status_reason: str = ""
    status_on: str = Field(default="", pattern=ISO_DATE)


class StrategyPage(Strategy, PeopleFields):
    model_config = ConfigDict(title="Strategy")


class PriorityPage(Priority, Rated, PeopleFields):
    model_config = ConfigDict(title="Priority")


class OutcomePage(Outcome, Rated, PeopleFields):
    model_config = ConfigDict(title="Outcome")


class IndicatorPage(Indicator, PeopleFields):
    model_config = ConfigDict(title="Indicator")
    direction: Direction = ""
    direction_reason: str = ""
    not_the_same_as: tuple[str, ...] = ()
    replaced_by: str = ""
    replaced_reason: str = ""
    targets: tuple[Target, ...] = ()
    changes: tuple[StatedChange, ...] = ()


class MeetingPage(Meeting, PeopleFields):
    model_config = ConfigDict(title="Meeting")


class RequestPage(Request, PeopleFields):
    model_config = ConfigDict(title="Request")


class PartPage(PaperPart, PeopleFields):
    model_config = ConfigDict(title="Part of a paper")
    passed: tuple[str, ...] = ()
    passed_by: str = ""
    passed_on: str = Field(default="", pattern=ISO_DATE)


class PaperPage(PartPage):
    model_config = ConfigDict(title="Paper")
    pages: int = 0


class CommitmentOnPage(Commitment, Rated):
    """A commitment with how it stands."""


class CommitmentsPage(PeopleFields):
    model_config = ConfigDict(title="Commitments")
    id: str
    title: str
    commitments: tuple[CommitmentOnPage, ...] = ()


class ForwardPlanPage(PeopleFields):
    model_config = ConfigDict(title="Forward plan")
    id: str
    title: str
    forward_items: tuple[ForwardItem, ...] = ()


class TermsPage(PeopleFields):
    model_config = ConfigDict(title="Terms")
    id: str
    title: str
    terms: tuple[Term, ...] = ()


class ObservationRow(Observation):
    """A row of an indicator's CSV: an observation and what people say about it."""

    model_config = ConfigDict(frozen=True, extra="allow", title="Observation")
    correction: Literal["", "misread", "published"] = ""
    was: str = ""
    corrected_value: str = ""
    reason: str = ""
    checked_by: str = ""
    checked_on: str = Field(default="", pattern=ISO_DATE)
    left_out: str = ""


PAGE_KINDS: dict[str, type[Record]] = {
    "strategies": StrategyPage,
    "priorities": PriorityPage,
    "outcomes": OutcomePage,
    "indicators": IndicatorPage,
    "commitments": CommitmentsPage,
    "meetings": MeetingPage,
    "requests": RequestPage,
    "papers": PartPage,
    "forward-plan": ForwardPlanPage,
    "terms": TermsPage,
}
"""The folder of ``docs/`` that a kind of page stands in, and what its front matter holds."""

PEOPLE_START: dict[str, dict[str, str]] = {
    "strategies": {"summary": ""},
    "priorities": {"status": "not rated", "status_reason": "", "summary": ""},
    "outcomes": {"status": "not rated", "status_reason": "", "summary": ""},
    "indicators": {"direction": "", "direction_reason": "", "summary": ""},
    "commitments": {"summary": ""},
    "meetings": {"summary": ""},
    "requests": {"summary": ""},
    "papers": {"summary": ""},
    "forward-plan": {},
    "terms": {},
}
"""People's fields that a new page starts with, so that they are seen; the others are added when they are needed."""

COMMITMENT_START = {"status": "not rated", "status_reason": ""}

PEOPLES: frozenset[str] = frozenset(
    {*PeopleFields.model_fields, *Rated.model_fields, "direction", "direction_reason", "not_the_same_as", "replaced_by"}
    | {"replaced_reason", "passed", "passed_by", "passed_on", "correction", "was", "corrected_value", "reason"}
)
"""Fields that no reading ever fills. (A strategy's ``status`` is the machine's: draft, adopted and so on.)"""

MEANING: dict[str, str] = {
    # what people fill
    "summary": "One or two plain sentences for residents: what this is, what came of it. Shown first on the page.",
    "status": "How a promise stands: not rated, not started, under way, done, not done, cannot say. For a strategy: "
    "draft, adopted, superseded or withdrawn.",
    "status_reason": "Why the status was given, in a sentence that names what it rests on.",
    "status_on": "The day the status was given.",
    "direction": "The direction that would be good: up, down, or context where neither is good or bad as such.",
    "direction_reason": "The sentence that says why, with the strategy's words where it has some. Goes with direction.",
    "not_the_same_as": "Ids or names that look alike but are another measure, so that they are not proposed again.",
    "replaced_by": "The id of the indicator that took this one's place.",
    "replaced_reason": "Why it was renamed, redefined or dropped, and since when.",
    "checked_by": "The post (not the person) that compared this with the paper.",
    "checked_on": "The day of that check.",
    "corrections": "Corrections of this page's fields: field, kind (misread or published), was, now, reason, by, on.",
    "left_out": "Why this is not shown. The page, row or item of a list stays, and no reading brings it back.",
    "formerly": "Addresses or ids this page had before it was moved, such as outcomes/old-id; they lead here.",
    "sensitive": "true on pages about abuse, sexual violence, stalking and the like: they carry “Exit this page”.",
    "passed": "Ids of quotations and case studies of residents that may be found by search.",
    "passed_by": "The post that passed them.",
    "passed_on": "The day they were passed.",
    "correction": "Which kind of correction a row holds: misread (the machine read it wrongly; value and as_printed "
    "now say what the page prints) or published (the paper is wrong and its publisher says so; the print stays).",
    "was": "What stood here before a misread row was put right.",
    "corrected_value": "For a published correction: the right value. value and as_printed stay as the paper has them.",
    "reason": "Why a row was corrected, with who says so.",
    "field": "In a correction: the field it is about.",
    "now": "In a correction: what the field says now.",
    "by": "In a correction: the post that made it.",
    "on": "In a correction: the day it was made.",
    # what papers fill
    "id": "The record's lasting name, set once. To move a page, rename its file and add the old id to formerly.",
    "title": "The name as the paper prints it.",
    "period": "The years a strategy is for, as printed.",
    "sources": "Places in papers that say this.",
    "source": "The place in a paper that says this: paper, page, printed page, block, boxes.",
    "strategy": "The id of the strategy it belongs to.",
    "priority": "The id of the priority it belongs to.",
    "number": "The number it has in the paper.",
    "called": "What the paper calls this level: Priority, Objective, Theme …",
    "wordings": "Each printing of the promise with its exact words and place.",
    "text": "The exact words.",
    "stands_in": "Where the words stand: list, heading, text, table or definition.",
    "sub_headings": "Headings under it in the paper.",
    "evidence": "What papers report under it, as references: part, section, blocks.",
    "section": "The heading under which the evidence stands.",
    "blocks": "Ids of passages on the part's page.",
    "answers": "Ids of promises of other papers that mean the same, proposed by likeness: take out what is wrong.",
    "unit": "What is counted, or %, £, per 1,000 and so on.",
    "measure": "count, share, rate, rank, money, average or change.",
    "also_called": "Other names the papers give to the same measure, proposed by likeness: take out what is wrong.",
    "relates_to": "The id of the outcome, priority or objective it bears on.",
    "notes": "Notes the papers print about the measure.",
    "targets": "Targets and baselines as printed.",
    "changes": "Changes that papers state in words.",
    "indicator": "The id of the indicator.",
    "value": "The figure as a plain number (2310, -4.2), empty where a marker stands for it.",
    "baseline_value": "The figure a target starts from.",
    "baseline_period": "The period of that figure.",
    "by_when": "When it is to be done, as printed.",
    "as_printed": "The figure's own words on the page (“Less than 5”, “12.5%”); they must be found at its place.",
    "stated": "The words that state the change.",
    "amount": "By how much, as a plain number.",
    "from_observation": "The row the change starts from.",
    "to_observation": "The row the change leads to.",
    "breakdown": "What the figure is about within the measure: ward=Edgware; type=Hoax Call.",
    "period_start": "First day of the figure's period.",
    "period_end": "Last day of the figure's period.",
    "period_label": "The period in the paper's words.",
    "marker": "Why there is no plain value: c confidential, x not available, z not applicable; p provisional, "
    "r revised, b break in the series.",
    "qualifier": "about, over, under, at least, at most, up to: when the paper says so of the figure.",
    "geography": "The area a figure is about.",
    "kind": "For a part: report, minutes and so on. For a row: table, sentence, callout, chart or letter. For a "
    "correction: misread or published.",
    "quote": "The sentence, or the row and column heads, that give the figure its meaning.",
    "part": "The id of the part of the paper it stands in.",
    "trust": "machine-read, checked, corrected or unsure (unsure is not shown as fact).",
    "page": "The page of the file.",
    "printed_page": "The number printed on that page.",
    "block": "The passage on the part's page.",
    "box": "The place on the page: left, top, right, bottom in points from the top left.",
    "paper": "The id of the paper.",
    "board": "The board that met, or that the paper is for.",
    "date": "The day, year-month-day.",
    "time": "The hour a meeting starts, as printed.",
    "venue": "Where a meeting is held.",
    "details": "What helps a resident: how to ask a public question and by when, access.",
    "attendance": "Who was present or sent apologies, with posts as printed.",
    "name": "The name as printed; empty for posts that are shown without one.",
    "post": "The post as printed.",
    "apology": "true when the person sent apologies.",
    "items": "The order of business.",
    "item": "The number of the agenda item.",
    "recommendations": "What the papers recommend the board to do.",
    "decisions": "What the board did, in the minutes' words.",
    "type": "resolved, noted, agreed, to consider, approved, deferred or referred.",
    "minutes_part": "The id of the part that holds the minutes.",
    "agenda_paper": "The id of the paper that holds the agenda.",
    "announced": "true when papers only say that the meeting will be held.",
    "reference": "The reference of a request.",
    "received": "The day a request came in.",
    "responded": "The day it was answered.",
    "exemptions": "Exemptions claimed, in the answer's words.",
    "questions": "Each question with its answer.",
    "answer": "The answer's words.",
    "exemption": "The exemption claimed for one question.",
    "answered": "false when a question was not answered.",
    "question_source": "The place of the question.",
    "answer_source": "The place of the answer.",
    "first_page": "First page of the part in the file.",
    "last_page": "Last page of the part in the file.",
    "first_block": "First passage of the part.",
    "last_block": "Last passage of the part.",
    "sections": "Standard sections of covering reports (legal, finance, equalities, risk …).",
    "heading": "The passage that is a section's heading.",
    "testimony": "Passages in which residents speak or are described; search does not find them until they are passed.",
    "pages": "How many pages the paper has.",
    "commitments": "What the partnership or a named body says it will do.",
    "who": "Who will do it, as printed.",
    "due_date": "The last day of that time, when it can be told.",
    "strength": "firm or soft: “we will” against “we aim to explore”.",
    "later_evidence": "What later papers report about it, proposed by likeness: take out what is wrong.",
    "forward_items": "What boards plan to talk about.",
    "meeting_date": "The day of the meeting it is planned for.",
    "meeting_date_text": "That day in the paper's words.",
    "overview": "What the item is about.",
    "officer": "The post responsible.",
    "issue_type": "The kind of item in the paper's words.",
    "terms": "Abbreviations and words the papers explain.",
    "short": "The abbreviation or word.",
    "expansion": "What it stands for or means.",
}
"""What each field means, wherever it stands. A test holds that no field is missing here or in the guide."""


def page_schema(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a page's front matter, for editors: sources are lines, every field says what it means."""
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    if "Source" in definitions:
        definitions["Source"] = {"type": "string", "pattern": SOURCE_PATTERN, "title": "Source"}
    definitions.pop("Part", None)
    for name in ("Target", "StatedChange"):
        # On an indicator's page they are that indicator's: nobody writes it again.
        if name in definitions:
            definitions[name]["required"].remove("indicator")
    for piece in (schema, *definitions.values()):
        piece.pop("description", None)
        for name, field in piece.get("properties", {}).items():
            field["description"] = MEANING[name]
    return schema
