"""What a page's front matter may hold: for each kind of page its fields, who fills them, and what they mean.

A page's fields are its record's fields (the machine's: filled when a paper is read, open to people's corrections) and
people's fields. ``MEANING`` is the one table that says what each means; editors' JSON Schema, the checks and the guide
for contributors all come from here.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from tracker.pages.field_meanings import MEANING
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

Status = Literal["not rated", "not started", "under way", "done", "not done", "superseded", "cannot say"]
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
    """The front matter of a strategy's page."""

    model_config = ConfigDict(title="Strategy")


class PriorityPage(Priority, Rated, PeopleFields):
    """The front matter of a priority's or objective's page."""

    model_config = ConfigDict(title="Priority")


class OutcomePage(Outcome, Rated, PeopleFields):
    """The front matter of an outcome's page."""

    model_config = ConfigDict(title="Outcome")


class IndicatorPage(Indicator, PeopleFields):
    """The front matter of an indicator's page; its observations stand in the CSV beside it."""

    model_config = ConfigDict(title="Indicator")
    direction: Direction = ""
    direction_reason: str = ""
    same_as: str = ""
    not_the_same_as: tuple[str, ...] = ()
    replaced_by: str = ""
    replaced_reason: str = ""
    targets: tuple[Target, ...] = ()
    changes: tuple[StatedChange, ...] = ()


class MeetingPage(Meeting, PeopleFields):
    """The front matter of a meeting's page."""

    model_config = ConfigDict(title="Meeting")


class RequestPage(Request, PeopleFields):
    """The front matter of a Freedom of Information request's page."""

    model_config = ConfigDict(title="Request")


class PartPage(PaperPart, PeopleFields):
    """The front matter of a page with the text of an agenda item or chapter."""

    model_config = ConfigDict(title="Part of a paper")
    checked_blocks: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    passed_by: str = ""
    passed_on: str = Field(default="", pattern=ISO_DATE)


class PaperPage(PartPage):
    """The front matter of a paper's own page."""

    model_config = ConfigDict(title="Paper")
    pages: int = 0


class CommitmentOnPage(Commitment, Rated):
    """A commitment with how it stands."""


class CommitmentsPage(PeopleFields):
    """The front matter of a page of commitments that one paper makes under one heading."""

    model_config = ConfigDict(title="Commitments")
    id: str
    title: str
    commitments: tuple[CommitmentOnPage, ...] = ()
    targets: tuple[Target, ...] = ()


class ForwardPlanPage(PeopleFields):
    """The front matter of the page of what boards plan to discuss."""

    model_config = ConfigDict(title="Forward plan")
    id: str
    title: str
    forward_items: tuple[ForwardItem, ...] = ()


class TermsPage(PeopleFields):
    """The front matter of the page of abbreviations and definitions."""

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
    check_again: str = ""
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
    | {
        "confirmed",
        "checked_blocks",
        "check_again",
        "replaced_reason",
        "passed",
        "passed_by",
        "passed_on",
        "correction",
        "was",
        "corrected_value",
        "reason",
    }
)
"""Fields that no reading ever fills. (A strategy's ``status`` is the machine's: draft, adopted and so on.)"""


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
