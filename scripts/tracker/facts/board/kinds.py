"""What kind of thing a part of a paper is, and what its standard sections are, by the customs of councils' papers.

In: titles and blocks. Out: kind names. Nothing here knows a board or a paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.facts.sections import Outline
from tracker.records import Block, PaperKind

# Labels in the first column of the table (or bold at the line's start) on a covering report's first page.
_COVER_LABELS = re.compile(
    r"^(?:title(?: of report)?|report title|subject|date(?: of (?:meeting|decision))?|meeting date"
    r"|report (?:of|by|to|from)|report author|author|wards?(?: affected)?|wards? (?:and communities )?affected"
    r"|status|urgent|key(?: decision)?"
    r"|classification|exempt|enclosures?|appendices|appendix|officers? contact details|contact officer(?:s|\(s\))?"
    r"|lead officer|responsible officer|director|lead (?:member|director)|cabinet member|portfolio(?: holder)?"
    r"|purpose(?: of report)?|decision type|for (?:decision|information)|agenda item(?: no\.?)?|item(?: no\.?)?"
    r"|committee|board|meeting|to|from|public access|contact|presented by|sponsor)\s*[:.]?$",
    re.IGNORECASE,
)

SECTION_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        ("recommendations", r"\brecommendation|\brecommended (?:that|action)"),
        (
            "alternatives",
            r"\b(?:alternative|other) options|\boptions (?:considered|appraisal|appraised)|\balternatives\b",
        ),
        ("reasons", r"\breasons? for\b|\bwhy this report is needed|\breason(?:s)? (?:for )?(?:the )?decision"),
        (
            "implementation",
            r"\bpost[- ]decision implementation|\bimplementation(?: of)?(?: the)? decision|\bnext steps\b",
        ),
        ("equalities", r"\bequalit(?:y|ies)\b|\bdiversity\b|\bEQIA\b"),
        ("legal", r"\blegal\b|\bconstitution(?:al)?\b|\bstatutory implications|\bmonitoring officer"),
        ("risk", r"\brisk(?:s)?(?: management| assessment| implications)?\b"),
        ("corporate parenting", r"\bcorporate parenting"),
        (
            "finance",
            r"\bfinanc(?:e|ial)\b|\bresource(?:s)?(?: implications?)?(?: \(|$)|\bvalue for money"
            r"|\bbudget(?:ary)? implications|\bresource implications",
        ),
        ("procurement", r"\bprocurement\b|\bcommissioning implications"),
        ("staffing", r"\b(?:staffing|workforce|human resources|HR)\b(?: implications)?"),
        ("sustainability", r"\bsustainab|\bclimate\b|\benvironmental implications|\bcarbon\b"),
        ("social value", r"\bsocial value"),
        ("health", r"\bhealth (?:and wellbeing )?(?:implications|impact)|\bpublic health implications"),
        ("safeguarding", r"\bsafeguarding implications"),
        ("crime and disorder", r"\bcrime (?:and|&) disorder (?:implications|act|impact)|\bsection 17\b"),
        ("data protection", r"\bdata protection|\bprivacy impact|\bDPIA\b"),
        ("consultation", r"\bconsultation|\bengagement\b"),
        ("corporate plan", r"\bcorporate (?:plan|priorit|performance|objective|strategy)|\blinks? to corporate"),
        ("insight", r"^insight$"),
        ("background papers", r"\bbackground (?:papers|documents)|\bsupporting documents"),
        ("appendices", r"^(?:list of )?(?:appendices|enclosures|attachments)\b"),
        ("summary", r"^(?:executive )?summary\b|^purpose of (?:the |this )?report"),
        ("background", r"^background\b|^introduction\b|^context\b"),
        ("conclusion", r"^conclusions?\b"),
    )
)
# A covering report's standard headings are short; a longer one that has such a word in it is about something else.
_LONGEST_STANDARD = 14


def section_kind(heading: str) -> str:
    """The standard section that a covering report's heading announces, "" for headings of its own."""
    text = heading.strip(" :.")
    if len(re.sub(r"\(.*?\)", "", text).split()) > _LONGEST_STANDARD:
        return ""
    return next((kind for kind, words in SECTION_KINDS if words.search(text)), "")


def is_cover_table(block: Block) -> bool:
    """Whether a table is the head of a covering report: its first column holds the customary labels."""
    if block.kind != "table" or not 3 <= len(block.rows) <= 25:
        return False
    labels = [row[0].text.strip() for row in block.rows if row and row[0] and row[0].text.strip()]
    hits = sum(1 for label in labels if _COVER_LABELS.match(label))
    return hits >= 3 and hits * 2 >= len(labels)


def cover_fields(block: Block) -> dict[str, str]:
    """The labels of a covering report's table (lower case, no colon) with the words beside them."""
    fields: dict[str, str] = {}
    for row in block.rows:
        cells = [c.text.strip() for c in row if c]
        if len(cells) >= 2 and cells[0]:
            fields.setdefault(cells[0].strip(" :.").lower(), " ".join(c for c in cells[1:] if c))
    return fields


_KIND_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (
            "minutes",
            r"\bminutes\b|\baction notes\b"
            r"|\bnotes (?:and actions )?(?:of|from) (?:the )?(?:previous |last )?(?:board )?meeting",
        ),
        (
            "forward plan",
            r"\bforward (?:work(?:ing)? )?(?:plan|programme|planner)|\bwork (?:programme|plan)\b|\bforward look",
        ),
        ("dashboard", r"\bdashboard|\bscorecard|\bperformance (?:report|update|monitoring|data|framework|information)"),
        ("annual report", r"\bannual (?:performance )?(?:report|review)\b|\bend of year report"),
        ("needs assessment", r"\b(?:strategic |needs |joint )*(?:needs )?assessment\b"),
        ("action plan", r"\b(?:action|delivery) plan\b"),
        ("strategy", r"\bstrateg(?:y|ies)\b|\bcommunity safety (?:and \w+ )?plan\b|\bpartnership plan\b"),
        ("update", r"\bupdate\b|\bpresentation\b|\bverbal\b"),
        ("report", r"\breport\b|\breview\b"),
    )
)


def kind_of_title(title: str) -> str:
    """The kind that a title speaks of, "part" where it speaks of none."""
    return next((kind for kind, words in _KIND_WORDS if words.search(title)), "part")


_MINUTES_WORDS = re.compile(
    r"\bminutes of (?:the|a|an)?\s?.{0,80}\bmeeting\b|^(?:draft |meeting )*minutes$|\bmeeting held\b"
    r"|^decisions? of the\b"
    r"|^(?:draft |action )*(?:notes|minutes) of (?:the|a|an|our)?\s?.{0,60}\bmeeting (?:on|held|of|from)\b"
    r"|^(?:draft |action )*(?:notes|minutes) of (?:the|a|an)?\s?.{0,80}\b(?:meeting|board|group|partnership|forum"
    r"|committee|panel)$",
    re.IGNORECASE,
)
_FOI_WORDS = re.compile(
    r"freedom of information act|environmental information regulations|\bFOI(?:A)?\b request|request for information"
    r"|\b(?:FOI|EIR)\s?[/-]?\s?(?:FOI|EIR)?[\s/-]\d"
    r"|\bthank you for your (?:e-?mail|letter|request)\b.{0,60}\byou asked\b",
    re.IGNORECASE,
)
_OF_A_REQUEST = re.compile(
    r"\b(?:your|our) (?:ref|reference|request)\b|\brequest\b.{0,40}\breceived|^requested\b.{0,20}\d"
    r"|\bdate (?:of (?:request|response)|received|responded)\b",
    re.IGNORECASE,
)
_AGENDA_WORDS = re.compile(r"^(?:agenda|order of business)$|\bitems? of business\b", re.IGNORECASE)


# Who was there, and who was not: so begin minutes that do not call themselves so.
_THERE = re.compile(
    r"^(?:members |also |those |officers |board members )*(?:present|in attendance|attendance|attendees|attended)\b",
    re.I,
)
_NOT_THERE = re.compile(r"^(?:\d{1,2}[.)]?\s)?(?:welcome|introductions?)?(?:[,;]? and |[,;] |\s)?apologies\b", re.I)
_HEAD = 25


def names_who_came(blocks: Iterable[Block]) -> bool:
    """Whether blocks right below a title say who was there or who was not, as a list, a table or a line of its own."""
    return any(_THERE.match(first) or _NOT_THERE.match(first) for first in map(_first_words, blocks))


def _first_words(block: Block) -> str:
    first = next((cell.text for row in block.rows for cell in row if cell), "") if block.kind == "table" else block.text
    return first.strip()


def looks_like_minutes(blocks: Sequence[Block]) -> bool:
    """Whether the first blocks of a part announce minutes, or name who was present and who sent apologies."""
    if any(_MINUTES_WORDS.search(b.text) for b in blocks[:8] if b.kind != "table" and len(b.text) < 200):
        return True
    head = [b.text.strip() for b in blocks[:_HEAD] if b.kind != "table"]
    return any(map(_THERE.match, head)) and any(map(_NOT_THERE.match, head))


def kind_of_paper(settings_kind: str, read_kind: PaperKind, outline: Outline, title: str) -> str:
    """The kind of a whole paper: what people say, else what the reader found, else what its words say."""
    if settings_kind:
        return settings_kind
    first = [p.block for p in outline.blocks[:40]]
    if read_kind != "paper":
        return read_kind
    if _FOI_WORDS.search(_text(first)) and any(_OF_A_REQUEST.search(b.text) for b in first):
        return "foi answer"
    if looks_like_minutes(first):
        return "minutes"
    if any(_AGENDA_WORDS.search(b.text.strip()) for b in first):
        return "agenda"
    return {"part": "paper"}.get(kind_of_title(title), kind_of_title(title))


def _text(blocks: Iterable[Block]) -> str:
    return " ".join(b.text for b in blocks)
