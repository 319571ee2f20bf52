"""A part of a paper read block by block for its promises: what a heading, a label or the line over a list says of the
blocks below it.

In: a ``PaperContext`` and a part. Out: each promise with the block it stands in and its words there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.facts.board.front_sheet import next_meetings
from tracker.facts.board.parts import Span
from tracker.facts.context import PaperContext
from tracker.facts.paragraph_numbers import paragraph_numbers
from tracker.facts.promises.not_promises import is_done
from tracker.facts.promises.promise_around import Around, Promise
from tracker.facts.promises.promise_cells import promises_in_cells
from tracker.facts.promises.promise_due import due_of, how_often
from tracker.facts.promises.promise_firm import is_action
from tracker.facts.promises.promise_headings import (
    Announced,
    announced_by_heading,
    announced_by_lead,
    is_label,
    is_plan,
    opens_list,
)
from tracker.facts.promises.promise_marks import promise as heading_of
from tracker.facts.promises.promise_meetings import MEETING, NEXT_MEETING, day_of_meeting, month_of, year_told_of
from tracker.facts.promises.promise_sentences import named_for, promises_around
from tracker.facts.promises.promise_tags import NAME_ONLY, PARAGRAPH_NUMBER, TAG
from tracker.facts.promises.promise_who import who_acts
from tracker.facts.promises.promise_words import IMPERATIVE
from tracker.facts.promises.resolutions import opens_resolutions
from tracker.facts.sections import Placed
from tracker.records import Block, Source

# Standing sections of covering reports that tell what law, money and risk would be, whatever is decided.
_STANDING = frozenset(
    {"legal", "equalities", "finance", "data protection", "social value", "alternatives", "sustainability"}
)
_CASE_STUDY = re.compile(
    r"\b(?:case stud(?:y|ies)|testimon|contents|abbreviation|glossary|acknowledg|contact|further information"
    r"|recommendations?|background papers)\b",
    re.I,
)
_WE = re.compile(r"\b(?:we|our)\b", re.I)
# A day, an hour and a place: "Monday 10 June 2024 at 6pm, Town Hall".
_SHORT = 20
_LONGEST_LABEL = 8
# What follows "RESOLVED:" in paragraphs of its own.
_RESOLUTION = re.compile(
    r"^(?:\(?(?:\w{1,3}|\d{1,2}(?:\.\d{1,2}){1,2})[.)]?\s+)?[Tt]hat\b|^[(\[]?(?:\d{1,2}|[a-z]|[ivx]+)[.)\]]\s+"
    r"|^\d{1,2}(?:\.\d{1,2}){1,2}\s+"
)
_DECISION = re.compile(r"^(?:the )?(?:decisions?|resolutions?|agreed recommendations)\s*:?\s*$", re.I)

Found = tuple[Placed, str, Promise, Source]
"""The block, the words of the promise, the promise, its place."""


def promises_in(context: PaperContext, span: Span) -> Iterator[Found]:
    """The promises of a part in reading order, without those of its tables of actions."""
    walk = _Walk(context, span)
    before: tuple[Placed, list[Promise]] | None = None
    for n, placed in enumerate(span.blocks):
        after = span.blocks[n + 1].block if n + 1 < len(span.blocks) else None
        found = list(walk.promises(placed, after))
        if walk.minuted and before and (name := NAME_ONLY.match(placed.block.text)):
            # "ACTION: J Bell" in a line of its own is about what stands above it.
            before = before[0], named_for(before[0].block.text, before[1], name["who"], walk.around())
            found = []
        elif before:
            yield from _placed(context, *before)
            before = None
        if placed.block.kind == "table":
            yield from promises_in_cells(context, placed, walk.around())
        elif not (before and NAME_ONLY.match(placed.block.text)):
            before = placed, found
    if before:
        yield from _placed(context, *before)


def _placed(context: PaperContext, placed: Placed, promises: Iterable[Promise]) -> Iterator[Found]:
    for promise in promises:
        text = placed.block.text[promise.start : promise.end]
        yield placed, text, promise, context.source(placed.block, promise.start, promise.end)


_LAW_OF_ANSWERS = re.compile(r"\b(?:Freedom of Information|Environmental Information|Act 20\d\d)\b", re.I)


class _Walk:
    """What stands over the block that comes next."""

    def __init__(self, context: PaperContext, span: Span) -> None:
        self.context, self.part = context, span.part
        self.numbers = paragraph_numbers(placed.block for placed in span.blocks)
        self.published = span.part.date or context.paper.date or month_of(context)
        if not self.published and span.part.kind == "annual report":
            self.published = year_told_of(context)
        self.board = context.tracker.board
        self.minuted = span.part.kind == "minutes"
        days = [day for day, _ in next_meetings(context, span.blocks) if self.published < day] if self.minuted else []
        self.following = min(days, default="")
        self.standing = {
            block for section in span.part.sections if section.kind in _STANDING for block in section.blocks
        }
        self.lead: Announced = ""
        self.label: Announced = ""
        self.labelled = ""
        self.resolved = self.next_meeting = False
        self.resolved_level = self.above = 0
        self.chain: tuple[int, ...] | None = None
        self.led = self.around()
        self.text = self.around()
        self.promised = False
        """Whether what stands right over an item, a sentence or a sibling, promises."""

    def around(self) -> Around:
        return Around(self.published, self.board, minuted=self.minuted, following=self.following)

    def promises(self, placed: Placed, after: Block | None) -> Iterator[Promise]:
        """The promises of one block; ``after`` is the block that follows it."""
        cut = self.numbers.get(placed.block.id, 0) or (_title_before(placed.block) if self.minuted else 0)
        told = placed.block.model_copy(update={"text": placed.block.text[cut:]}) if cut else placed.block
        shifted = self._promises(replace(placed, block=told), after)
        found = tuple(replace(p, start=p.start + cut, end=p.end + cut) for p in shifted)
        if placed.block.kind != "furniture":
            listed = placed.block.kind == "list_item"
            self.promised = any(p.firm for p in found) and (listed or found[-1].end >= len(placed.block.text) - 1)
        yield from found

    def _promises(self, placed: Placed, after: Block | None) -> Iterator[Promise]:
        block = placed.block
        if block.kind == "heading":
            yield from self._below(block)
        elif self._is_recommended(placed):
            # What a board may still decline is none; what names who does it and by when is set down already.
            said_so = promises_around(block.text, self.around())
            yield from (p for p in said_so if p.firm and p.who and _SET_DOWN.search(block.text, p.start, p.end))
        elif not self._is_told_otherwise(placed):
            said = self._announced(placed)
            if block.kind == "list_item":
                yield from self._item(placed, said)
            else:
                yield from self._paragraph(placed, said, after if after and after.kind == "list_item" else None)

    def _below(self, block: Block) -> Iterator[Promise]:
        """Takes note of a heading; one that is an action or says when the next meeting is promises too."""
        if MEETING.search(block.text) and (period := due_of(block.text, self.published)):
            yield Promise(0, len(block.text), self.board, period.label, period.end, True)
        elif self.minuted and is_action(block.text):
            # An action in bold looks like a heading, and nothing stands below it.
            yield from promises_around(block.text, self.around())
            return
        opens = opens_resolutions(block.text, self.minuted) or bool(self.minuted and _DECISION.match(block.text))
        self.resolved = opens or (self.resolved and block.level > self.resolved_level)
        self.resolved_level = block.level if opens else self.resolved_level
        self.above = block.level
        self.next_meeting = bool(MEETING.search(block.text))
        self.lead = self.label = ""
        self.labelled = ""
        self.led = self.around()
        self.text = self.around()

    def _is_told_otherwise(self, placed: Placed) -> bool:
        """Whether a block is no text of the paper's own that could promise: a caption, a quotation, a case study."""
        block = placed.block
        if (
            block.kind not in ("paragraph", "list_item")
            or block.role in ("caption", "quotation", "contents", "stamp")
            or block.id in self.part.testimony
            or block.id in self.standing
        ):
            return True
        return any(_CASE_STUDY.search(h.text) for h in self.context.outline.headings(placed)[-1:])

    def _is_recommended(self, placed: Placed) -> bool:
        """Whether a list item stands below the recommendations of an assessment or a review, no covering report."""
        above = self.context.outline.headings(placed)[-1:]
        listed = placed.block.kind == "list_item" and not self.minuted and not self.part.sections
        return listed and any(_RECOMMENDATIONS.match(h.text) for h in above)

    def _announced(self, placed: Placed) -> Announced:
        """What the label or the heading over a block says of it."""
        if placed.chain != self.chain:
            self.chain = placed.chain
            self.text = self.around()
        headings = tuple(h.text for h in self.context.outline.headings(placed))
        # "Outcome 1.2 Callers are told what has been done" names what is hoped for, whatever its words announce.
        named = heading_of(self.context.tracker.words_for_outcome).match(headings[-1]) if headings else None
        own = "" if not headings or (named and named["title"]) else headings[-1]
        said = self.label or announced_by_heading(own)
        if not said and placed.block.kind == "list_item" and IMPERATIVE.match(placed.block.text):
            # "What will we do?" stands over headings of its own
            said = next((s for h in headings[-2:-4:-1] if (s := announced_by_heading(h))), "")
            said = "planned" if said == "planned" or any(is_plan(h) for h in headings[-2:]) else ""
        # The heading of an item of business names what was spoken about, not what is said of it.
        if self.minuted:
            return said if said == "planned" else ""
        # The subject of a letter names the law under which it answers.
        near = [h for h in headings[-2:] if self.part.kind != "foi answer" or not _LAW_OF_ANSWERS.search(h)]
        if len(near) < len(headings[-2:]) and said == "national":
            said = ""
        return "national" if any(announced_by_heading(h) == "national" for h in near) else said

    def _item(self, placed: Placed, said: Announced) -> Iterator[Promise]:
        block = placed.block
        if self.minuted and self.lead == "none":
            # "The panel chose these priorities:" names a list; an item may tell in a sentence who does what of it
            yield from (p for p in promises_around(block.text, self.around()) if p.firm and p.who)
            return
        if "national" in (said, self.lead) or self.lead == "none" or (said == "none" and not self.lead):
            return
        if self.lead == "done" or (said == "done" and not self.lead):
            yield from _dated(promises_around(block.text, self.around()), self.published)
            return
        # One of a list's items that promises in a whole sentence tells what the orders beside it are.
        beside = self.promised and not self.minuted and IMPERATIVE.match(block.text) and not is_done(block.text)
        planned = self.lead == "planned" or said == "planned" or bool(beside)
        item = replace(self.around(), planned=planned, hoped=self.lead == "hoped", resolved=self.resolved)
        headings = self.context.outline.headings(placed)
        if self.lead == "planned" and self.led.actor:
            item.actor, item.by_when, item.due_date = self.led.actor, self.led.by_when, self.led.due_date
        elif planned:
            over = self.labelled or (headings[-1].text if headings else "")
            item.actor = (
                self.board if _WE.search(over) else who_acts(over.strip(" :") + " ", "") if _WILL.search(over) else ""
            )
            due = due_of(over, self.published)
            item.by_when, item.due_date = (due.label, due.end) if due else (how_often(over), "")
        yield from promises_around(block.text, item)

    def _paragraph(self, placed: Placed, said: Announced, item: Block | None) -> Iterator[Promise]:
        text = placed.block.text
        if (
            self.minuted
            and NEXT_MEETING.match(text)
            and len(text.split()) <= _SHORT
            and (day := day_of_meeting(text, self.published))
        ):
            yield Promise(0, len(text), self.board, day.label, day.end, True)
            return
        if self.minuted and len(text.split()) <= _LONGEST_LABEL and MEETING.search(text.strip(" .")):
            # a heading that was not set as one
            self.next_meeting = True
            return
        if self.next_meeting and len(text.split()) <= _SHORT and (period := day_of_meeting(text, self.published)):
            yield Promise(0, len(text), self.board, period.label, period.end, True)
            return
        self.lead = announced_by_lead(text)
        if opens_resolutions(text, self.minuted) or (self.minuted and _DECISION.match(text)):
            self.resolved, self.resolved_level = True, self.above
            return
        self.text.resolved = self.resolved = self.resolved and bool(_RESOLUTION.match(text))
        if (
            self.lead in ("planned", "done", "none")
            and is_label(text)
            and announced_by_heading(text.rstrip(" :")) == self.lead
        ):
            self.label, self.labelled = self.lead, text
            return
        if said == "national":
            self.lead = "national" if self.lead else ""
            # what somebody of the place does by a day is none of the law's doing
            yield from (p for p in promises_around(text, self.text) if p.firm and p.who and p.due_date)
        elif said == "done":
            yield from _dated(promises_around(text, self.text), self.published)
        elif said == "none":
            # "How we will know": what is measured is no promise, when the measures are gone through is one.
            yield from (
                p
                for p in promises_around(text, self.text)
                if p.firm and p.by_when and _ACCOUNTS.search(text, p.start, p.end)
            )
        else:
            yield from self._told(text, said, item)

    def _told(self, text: str, said: Announced, item: Block | None) -> Iterator[Promise]:
        """The promises of a paragraph; one over a list, whose first is ``item``, lends its items who acts and by when.
        Items that are sums are parts of what the line over them promises."""
        self.text.orders = said == "planned"
        found = tuple(promises_around(text, self.text))
        self.text.orders = False
        whole = any(p.firm and p.end == len(text) for p in found)
        if whole and item and _SUM.search(item.text):
            self.lead = "none"
            yield from found
            return
        if not self.lead and item and whole and opens_list(text):
            self.lead = "planned"
        if self.lead == "planned":
            due = due_of(text, self.published, self.following)
            unnumbered = PARAGRAPH_NUMBER.sub("", text.strip(" :"), count=1)
            actor = who_acts(unnumbered + " ", self.board) or (found[-1].who if found else "")
            by_when, due_date = (due.label, due.end) if due else ("", "")
            self.led = replace(self.around(), actor=actor, by_when=by_when, due_date=due_date)
        if item and (self.lead == "planned" or "following" in text[-120:]):
            # the items are the promises; the line over them says only who and by when
            found = tuple(p for p in found if not text[p.end - 1 : p.end + 1].rstrip().endswith(":"))
        yield from found


_SUM = re.compile(r":\s*£\d[\d,.]*\W*$")
_RECOMMENDATIONS = re.compile(r"(?:\d+(?:\.\d+)*\.?\s)?(?:\w+ )?recommendations?\W*$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|shall|to)\s?:?\s*$")
_SET_DOWN = re.compile(
    r"\b(?:is|are) to (?!(?:note|agree|approve|consider|comment|endorse|receive|be)\b)[a-z]+"
    r"|^(?:[Tt]he )?[A-Z][^.;,]{2,60}? to [a-z]+\b.*\bby\b"
)
# What a body does to give account of its work.
_ACCOUNTS = re.compile(
    r"\b(?:will|shall) (?:also )?(?:be (?:\w+ly )?(?:reported|evaluated|reviewed|refreshed|published|presented)"
    r"|(?:report|evaluate|review|publish|present)\b|(?:receive|have) an? (?:[\w-]+ ){0,3}?(?:report|review|update)\b)",
    re.IGNORECASE,
)


def _title_before(block: Block) -> int:
    """The length of a title in bold that a paragraph of minutes begins with: "**Fly-tipping** The clerk is to …"; 0
    where there is none, where the bold words are somebody's name or mark an action."""
    bold = next((n for n, run in enumerate(block.runs) if not run.bold), 0)
    title = "".join(run.text for run in block.runs[:bold])
    rest = block.text[len(title) :].strip()
    own = block.text.startswith(title) and rest[:1].isupper() and not (TAG.match(title) or MEETING.search(title))
    return len(title) if own and len(title.split()) <= _LONGEST_LABEL else 0


def _dated(promises: Iterable[Promise], published: str) -> Iterator[Promise]:
    """Of what stands among things done, only what has a day to come."""
    for promise in promises:
        year = re.search(r"20\d\d", promise.by_when)
        if promise.due_date or (year and year.group() >= published[:4]):
            yield promise
