"""The nouns that all rooms share: plain, typed, frozen data.

Two layers stand here. *What a paper is*: ``Paper`` ▸ ``Page`` ▸ ``Block``, made by the room ``papers``. *What a paper
says*: strategies, meetings, indicators, observations and so on, made by the room ``facts`` from a ``Paper`` alone.
Lengths are points, measured from the top left of the page as a reader sees it (a turned page is measured after the
turn); pages are counted from 1; dates are ISO 8601 texts, and both ends of a period are inside it.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner of the page."""


class Record(BaseModel):
    """A frozen record that knows all its fields: an unknown one is a fault, not a surprise."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# ---- what a paper is -------------------------------------------------------------------------------------------------


class Part(Record):
    """A rectangle on one page; what runs over pages has one for each."""

    page: int
    bbox: Box


class Word(Record):
    """A word as the page prints it, with its place and where it begins in the text of its block (characters)."""

    text: str
    page: int
    bbox: Box
    start: int


class Run(Record):
    """A stretch of a block's text in one dress. The texts of a block's runs, note marks left out, make up its text."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""
    """The mark of a footnote ("3", "*"): such a run is no part of the block's ``text``."""


class Cell(Record):
    """A cell of a table; ``part`` is the tight rectangle round its words, absent when it is empty."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    part: Part | None = None
    breaks: tuple[int, ...] = ()
    """Where in ``text`` a line begins that print sets off from the one before (characters): a paragraph, an item of a
    list, what follows a title in bold."""

    @property
    def pieces(self) -> tuple[str, ...]:
        """The cell's text cut at its breaks."""
        ends = (*self.breaks, len(self.text))
        return tuple(self.text[a:b].strip() for a, b in zip((0, *self.breaks), ends, strict=True))


class Label(Record):
    """A line of words inside a figure: an axis label, a bar's value, a legend.

    ``series`` is the legend's entry for the colour of the bar that a value is printed on; of the entry itself its text.
    """

    text: str
    part: Part
    series: str = ""


BlockKind = Literal["heading", "paragraph", "list_item", "table", "figure", "footnote", "furniture"]

BlockRole = Literal[
    "",
    "callout",
    "caption",
    "quotation",
    "contents",
    "stamp",
    "running_head",
    "page_number",
    "watermark",
    "blank_page",
]


class Block(Record):
    """One thing on a page in reading order. ``id`` is ``p<page in the file>-<ordinal on that page>``.

    ``text`` is without note marks, list markers and heading numbers (see ``marker`` and ``number``). A block that runs
    over pages stands on its first page and has a part for each. ``words`` cover ``text`` with places, for pointing at
    any stretch of it; for tables and figures they are empty, since cells and labels have places of their own.
    """

    id: str
    kind: BlockKind
    text: str = ""
    parts: tuple[Part, ...] = ()
    role: BlockRole = ""
    level: int = 0
    number: str = ""
    depth: int = 0
    marker: str = ""
    caption: str = ""
    header_rows: int = 0
    header_columns: int = 0
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    labels: tuple[Label, ...] = ()
    runs: tuple[Run, ...] = ()
    note: str = ""
    """For a footnote: its mark."""
    doubts: tuple[str, ...] = ()
    """What a careful reader would not swear to: "column 3 does not add up to its total", …"""
    words: tuple[Word, ...] = Field(default=(), repr=False)


class Page(Record):
    """One page; ``printed`` is the number a reader sees on it ("41", "A-2"), "" where none is printed."""

    number: int
    printed: str = ""
    width: float
    height: float
    has_text: bool = True
    read_by: Literal["text", "ocr"] = "text"
    doubts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


class AgendaEntry(Record):
    """An item of a pack's order of business with the pages of the file that hold its papers (0, 0 when it has none)."""

    number: str
    title: str
    kind: str = ""
    first_page: int = 0
    last_page: int = 0


PaperKind = Literal[
    "agenda pack", "agenda", "minutes", "report", "annual report", "strategy", "dashboard", "foi answer", "paper"
]


class Paper(Record):
    """A whole paper as read. ``date`` is ISO or "" where the paper prints none."""

    title: str
    date: str = ""
    kind: PaperKind = "paper"
    sha256: str
    language: str = "en"
    agenda: tuple[AgendaEntry, ...] = ()
    pages: tuple[Page, ...] = ()


# ---- where a thing is said -------------------------------------------------------------------------------------------


class Source(Record):
    """A place in a paper. ``words`` are all whole words whose centres lie in ``boxes``, joined by single spaces."""

    paper: str
    page: int
    printed: str = ""
    block: str = ""
    boxes: tuple[Part, ...] = ()
    words: str = ""


class Wording(Record):
    """One printing of a promise: its exact words, what it stands in (list, heading …) and its place."""

    text: str
    stands_in: Literal["list", "heading", "text", "table"] = "text"
    source: Source


class Evidence(Record):
    """What a paper reports under a heading, by reference: the text stays in one place, the page of the part."""

    part: str
    section: str
    blocks: tuple[str, ...]
    confirmed: bool = False
    """True when a person has said that it does report on this; never set by a reading."""


# ---- what papers say -------------------------------------------------------------------------------------------------


class PartSection(Record):
    """A section that covering reports have by custom: ``kind`` is "legal", "finance", "equalities", "risk" …"""

    kind: str
    title: str
    number: str = ""
    heading: str
    """The id of the heading's block."""
    blocks: tuple[str, ...] = ()


class PaperPart(Record):
    """A part of a paper that has a page of its own: an agenda item, a chapter, or the whole of a short paper."""

    id: str
    paper: str
    title: str
    kind: str = "part"
    number: str = ""
    item: str = ""
    """The number of the agenda item it came under, if any."""
    date: str = ""
    board: str = ""
    first_page: int
    last_page: int
    first_block: str = ""
    """Ids of the first and the last block, since a part may begin or end in the middle of a page."""
    last_block: str = ""
    sections: tuple[PartSection, ...] = ()
    testimony: tuple[str, ...] = ()
    """Ids of blocks in which residents speak or are described: rule 7 holds them out of search."""


class Attendance(Record):
    """Someone present, with the post as printed; ``name`` is "" for posts that rule 7 shows without a name."""

    name: str = ""
    post: str = ""
    apology: bool = False
    source: Source


class AgendaItem(Record):
    """An item of a meeting, in the order of business or in the minutes."""

    number: str
    title: str
    part: str = ""
    source: Source


class Recommendation(Record):
    """What a report asks a meeting to do, as printed."""

    id: str
    number: str = ""
    text: str
    item: str = ""
    part: str = ""
    source: Source


class Decision(Record):
    """What a board did about an item, in the minutes' words."""

    id: str
    text: str
    type: Literal["resolved", "noted", "agreed", "to consider", "approved", "deferred", "referred"]
    item: str = ""
    source: Source


class Meeting(Record):
    """A meeting of the board; minutes and agenda of the same day make one meeting."""

    id: str
    board: str
    date: str
    time: str = ""
    venue: str = ""
    details: tuple[Wording, ...] = ()
    """What helps a resident: how to ask a public question and by when, access."""
    attendance: tuple[Attendance, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    minutes_part: str = ""
    agenda_paper: str = ""
    announced: bool = False
    """True when the papers only say that it will be held."""
    sources: tuple[Source, ...] = ()


class Strategy(Record):
    """A strategy that papers name or are: its title, years and status."""

    id: str
    title: str
    period: str = ""
    status: Literal["draft", "adopted", "superseded", "withdrawn"] = "adopted"
    sources: tuple[Source, ...] = ()


class Priority(Record):
    """A priority, objective or whatever the board calls the first level below a strategy."""

    id: str
    strategy: str
    number: str
    title: str
    called: str = "Priority"
    wordings: tuple[Wording, ...] = ()
    sub_headings: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[str, ...] = ()
    """Ids of nodes of other papers that mean the same, proposed by likeness until a person confirms them."""


class Outcome(Record):
    """What a strategy says will come about, with each wording found."""

    id: str
    strategy: str
    priority: str
    number: str
    title: str
    wordings: tuple[Wording, ...] = ()
    sub_headings: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[str, ...] = ()


class Reported(Record):
    """What a paper's own table prints on how an action stands ("RAG": "Green"): the paper's word, not people's."""

    label: str
    text: str
    source: Source


class Commitment(Record):
    """What the partnership or a named body says it will do."""

    id: str
    text: str
    who: str = ""
    by_when: str = ""
    due_date: str = ""
    relates_to: str = ""
    strength: Literal["firm", "soft"] = "firm"
    part: str = ""
    later_evidence: tuple[Evidence, ...] = ()
    """What papers dated later seem to report about it: proposed by likeness, confirmed by people."""
    reported: tuple[Reported, ...] = ()
    """How it stands by the same row of the paper's own table."""
    repeats: tuple[str, ...] = ()
    """Ids of commitments of the same or older papers that seem to be the same promise: proposed by likeness."""
    source: Source


class Target(Record):
    """A target, goal, threshold or baseline as printed."""

    id: str
    indicator: str
    value: str
    unit: str = ""
    baseline_value: str = ""
    baseline_period: str = ""
    by_when: str = ""
    as_printed: str
    source: Source


Measure = Literal["count", "share", "rate", "rank", "money", "average", "change"]
Marker = Literal["", "c", "x", "z", "p", "r", "b"]
Trust = Literal["machine-read", "checked", "corrected", "unsure"]


class Indicator(Record):
    """A measure that papers give figures for. ``id`` is made from the name once and carried over ever after."""

    id: str
    title: str
    unit: str = ""
    measure: Measure = "count"
    also_called: tuple[str, ...] = ()
    relates_to: tuple[str, ...] = ()
    notes: tuple[Wording, ...] = ()


class Observation(Record):
    """One printing of one figure. ``value`` is a plain decimal text ("2310", "-4.2", "12.5") or "" beside a marker
    or a qualified non-number ("Less than 5" has value "5", qualifier "under" and keeps its words)."""

    id: str
    indicator: str
    breakdown: tuple[tuple[str, str], ...] = ()
    period_start: str = ""
    period_end: str = ""
    period_label: str = ""
    value: str = ""
    as_printed: str
    marker: Marker = ""
    qualifier: Literal["", "about", "over", "under", "at least", "at most", "up to"] = ""
    unit: str = ""
    measure: Measure = "count"
    geography: str = ""
    relates_to: str = ""
    kind: Literal["table", "sentence", "callout", "chart", "letter"] = "table"
    quote: str = ""
    """The sentence, or the row and column heads, that give the figure its meaning, as printed."""
    part: str = ""
    trust: Trust = "machine-read"
    source: Source


class StatedChange(Record):
    """A change that the paper states in words, with the two observations it speaks of where they were found."""

    id: str
    indicator: str
    stated: str
    direction: Literal["up", "down", "same", ""] = ""
    amount: str = ""
    unit: Literal["%", "pp", "number", "times", ""] = ""
    from_observation: str = ""
    to_observation: str = ""
    source: Source


class Question(Record):
    """A question of a Freedom of Information request, with its answer."""

    number: str = ""
    text: str
    answer: str = ""
    exemption: str = ""
    answered: bool = True
    question_source: Source
    answer_source: Source | None = None


class Request(Record):
    """A Freedom of Information request and its answer."""

    id: str
    reference: str
    title: str = ""
    received: str = ""
    responded: str = ""
    exemptions: tuple[Wording, ...] = ()
    questions: tuple[Question, ...] = ()
    part: str = ""
    sources: tuple[Source, ...] = ()


class ForwardItem(Record):
    """An item that a forward plan announces for a meeting."""

    id: str
    meeting_date: str = ""
    meeting_date_text: str
    title: str
    overview: str = ""
    officer: str = ""
    issue_type: str = ""
    source: Source


class Term(Record):
    """An abbreviation with its expansion, or a word with its definition."""

    id: str
    short: str
    expansion: str
    stands_in: Literal["list", "text", "definition"] = "text"
    source: Source


class Finding(Record):
    """Something that was checked, or does not hold together. Words are neutral: a paper *differs*, is not wrong."""

    id: str
    kind: str
    verdict: Literal["agrees", "differs", "cannot tell"]
    what: str = ""
    """What is spoken of, in the paper's words: a measure and its period, a row and its column, or the heading."""
    stated: str
    worked_out: str = ""
    explanation: str = ""
    about: tuple[str, ...] = ()
    """Ids of the observations, changes, meetings or other records that it speaks of."""
    sources: tuple[Source, ...] = ()


class PaperFacts(Record):
    """All that one paper says."""

    parts: tuple[PaperPart, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    priorities: tuple[Priority, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    targets: tuple[Target, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    observations: tuple[Observation, ...] = ()
    changes: tuple[StatedChange, ...] = ()
    requests: tuple[Request, ...] = ()
    forward_items: tuple[ForwardItem, ...] = ()
    terms: tuple[Term, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_understood: tuple[Wording, ...] = ()
    """Tables and passages that look like data but did not become records: absence must not be read as nothing."""


class PaperSettings(Record):
    """``X.yml``: what people say about a paper; every field may be absent."""

    id: str = ""
    title: str = ""
    kind: PaperKind | Literal[""] = ""
    date: str = ""
    status: Literal["", "draft", "adopted", "superseded", "withdrawn"] = ""
    status_reason: str = ""
    board: str = ""
    address: str = ""
    licence: str = "not stated"
    host: bool = True
    reading_copy: bool = False
    leave_out: tuple[str, ...] = ()
    """Pages ("12", "40-42") whose content is neither read into pages nor shown."""
    embargo: str = ""

    @field_validator("leave_out")
    @classmethod
    def _pages(cls, stretches: tuple[str, ...]) -> tuple[str, ...]:
        # A stretch that is not understood would be shown: it is a fault.
        for stretch in stretches:
            pages_of_stretch(stretch)
        return stretches

    @property
    def left_out_pages(self) -> frozenset[int]:
        """The numbers of the pages (in the file) that ``leave_out`` names."""
        return frozenset(page for stretch in self.leave_out for page in pages_of_stretch(stretch))


def pages_of_stretch(stretch: str) -> range:
    """The pages that "12" or "40-42" means. Raises ``ValueError`` (what is wrong: what to write) for other texts."""
    first, dash, last = (end.strip() for end in re.sub("[\u2010-\u2015]", "-", stretch).partition("-"))
    last = last if dash else first
    if not (first.isdecimal() and last.isdecimal()) or not 1 <= int(first) <= int(last) < 10**5:
        raise ValueError(f"has “{stretch}”: write pages of the file as 12 or 40-42")
    return range(int(first), int(last) + 1)


class TrackerSettings(Record):
    """``tracker.yml``: the board, its words and what it allows; nothing about single papers."""

    board: str = ""
    place: str = ""
    """The area whose figures are the tracker's own ("Westford"); others' figures are told apart."""
    site_name: str = "Strategy tracker"
    site_url: str = ""
    repository: str = ""
    """The public address of the code host's project, where mistakes may be reported when there is no mailbox."""
    words_for_priority: tuple[str, ...] = ("Priority", "Objective", "Theme", "Aim", "Ambition")
    words_for_outcome: tuple[str, ...] = ("Outcome",)
    mailboxes: tuple[str, ...] = ()
    """Addresses of organisations that may be shown; every other e-mail address is held back."""
    telephones: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Whole names of members and senior officers who may be named though a paper does not say who they are."""


class Reading(Record):
    """``X.read.json``: a paper as read and understood, by which program."""

    program: str
    id: str
    settings: PaperSettings
    paper: Paper
    facts: PaperFacts


class Tracker(Record):
    """All papers together: records of the same id joined, likely joins proposed, findings across papers added."""

    readings: tuple[Reading, ...] = ()
    facts: PaperFacts = PaperFacts()
