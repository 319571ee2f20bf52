"""What a board did about an item, in the minutes' words: resolved, noted, agreed, approved, deferred and so on.

In: the blocks of an item. Out: ``Decision`` records, a sentence or a whole resolution each. A decision begins with a
resolving word ("RESOLVED that …", "AGREED:", "It was agreed that …") or with the board as its subject ("The Board noted
…"); what an officer noted or agreed to do is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.facts.context import PaperContext
from tracker.facts.sections import Placed
from tracker.facts.wording.sentences import sentences
from tracker.records import Block, Decision, Source

DecisionType = Literal["resolved", "noted", "agreed", "to consider", "approved", "deferred", "referred"]

_BODY = (
    r"(?:(?:[Tt]he|THE)\s+)?(?:[A-Z][\w&'’-]*\s+|of\s+|and\s+|for\s+|the\s+){0,8}?"
    r"(?:Board|Committee|Partnership|Panel|Cabinet|Members|Executive|Forum|Group|Council|Sub-Committee|BOARD"
    r"|COMMITTEE|MEMBERS"
    r"|board|committee|partnership|panel|group|forum|executive|members|meeting|Meeting)(?:\s+members)?"
)
_VERB = (
    r"(?:(?:also|then|formally|unanimously|duly|further|therefore|subsequently|collectively|all)\s+)*"
    r"(?P<verb>to\s+(?:consider|note|agree|approve)|(?:(?:considered|discussed|received|reviewed|welcomed|noted"
    r"|agreed|approved"
    r"|endorsed),?\s+(?:and\s+)?){0,3}(?:noted|agreed|approved|endorsed|resolved|accepted|adopted|ratified"
    r"|deferred|referred"
    r"|recommended|received|NOTED|AGREED|APPROVED|RESOLVED|ENDORSED|DEFERRED|REFERRED))\b"
)
_BOARD_DID = re.compile(rf"^{_BODY}\s+(?:has\s+|had\s+|have\s+)?(?:were\s+asked\s+)?{_VERB}")
_IT_WAS = re.compile(
    r"^(?:It\s+was|IT\s+WAS|This\s+was|The\s+(?:report|minutes|paper|update|recommendations?|plan|strategy"
    r"|presentation|item)s?"
    r"(?:\s+[\w ,]{0,60})?\s+(?:was|were))\s+(?:(?:unanimously|then|also|duly|formally)\s+)?"
    r"(?P<verb>resolved|agreed|noted|approved|endorsed|deferred|referred|adopted|accepted|received|ratified"
    r"|RESOLVED|AGREED|NOTED|APPROVED)\b",
)
# In capitals the word resolves wherever it stands: "Following a vote, the recommendation was AGREED unanimously."
_IN_CAPITALS = re.compile(
    r"^[A-Z][^.?!]{0,160}?\b(?:was|were|be|and|it|is)\s+(?:(?:unanimously|duly|then|also)\s+)?"
    r"(?P<verb>RESOLVED|AGREED|NOTED|APPROVED|ENDORSED|DEFERRED|REFERRED|ADOPTED|RATIFIED|RECEIVED)\b"
)
_WORD = re.compile(
    r"^(?:(?:Decision|DECISION|Outcome|OUTCOME)\s*[:–-]\s*)?(?:(?:UNANIMOUSLY|Unanimously)\s+)?"
    r"(?P<verb>RESOLVED|Resolved|AGREED|Agreed|NOTED|Noted|APPROVED|Approved|ENDORSED|Endorsed|DEFERRED"
    r"|Deferred|REFERRED"
    r"|RECOMMENDED)\b(?=\s*(?:[:–—-]|that\b|to\b|the\b|\(|by\b|as\b|THAT\b|unanimously\b|\.?$))"
)
# "Members noted that burglary had fallen" tells what was said; "noted the report" and "NOTED that …" is what was done.
# The same where source or manner stands between: "noted from the assessment that", "noted with concern that".
_TOLD = re.compile(r"noted,?\s+(?:(?:from|by|in|with|at|during|on|as|also|however|further)\b[^.;:]{0,60}?\s)?that\b")
# What follows "RESOLVED –" in paragraphs of its own: "(1) That the report be noted", "That officers …".
_GOES_ON = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s+|That\b|To\s+[a-z])")
_LABELLED = re.compile(r"^(?:Decisions?|DECISIONS?|Resolutions?)\s*[:–-]\s*")
_DECIDED = re.compile(
    r"\b(?:be|is|was|were|are|been)\s+(approved|adopted|ratified|endorsed|noted|received|deferred|referred)\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"^(?:\(?[\w.]{1,5}[.)]?\s+)?(?:RESOLVED|AGREED|NOTED|APPROVED|Resolved|Agreed)\b")
# "The Board noted the need for a review": a remark, unless what is noted is the report.
_REMARKED = re.compile(
    rf"^(?:\d+(?:\.\d+)*\s+)?{_BODY}\s+(?:also\s+|then\s+|further\s+)?(?:noted|welcomed|acknowledged)\s+(?!and\b)"
    r"(?!(?:the\s+|a\s+|this\s+|an\s+|these\s+|both\s+)?(?:[\w’'-]+\s+){0,4}?(?:reports?|updates?|contents?"
    r"|minutes|papers?"
    r"|presentations?|position|progress|plans?|strateg(?:y|ies)|figures|dates?|appointments?|information|performance"
    r"|programme|recommendations?|apologies|briefing|dashboard|log)\b)"
)
_NUMBERED = re.compile(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]|\d{1,3}\.\d{1,2}\.?)\s+")

_TYPES: tuple[tuple[str, DecisionType], ...] = (
    ("to consider", "to consider"),
    ("to note", "noted"),
    ("to agree", "agreed"),
    ("to approve", "approved"),
    ("resolved", "resolved"),
    ("deferred", "deferred"),
    ("referred", "referred"),
    ("approved", "approved"),
    ("adopted", "approved"),
    ("ratified", "approved"),
    ("agreed", "agreed"),
    ("accepted", "agreed"),
    ("recommended", "agreed"),
    ("endorsed", "approved"),
    ("noted", "noted"),
    ("received", "noted"),
)


@dataclass(frozen=True)
class _Decided:
    """A decision while an item is read; ``resolved``: it says so by a resolving word, not as a sentence of prose."""

    text: str
    kind: DecisionType
    source: Source
    resolved: bool


def decision_type(text: str) -> DecisionType | None:
    """What kind of decision a sentence states, None for a sentence that states none."""
    bare = _NUMBERED.sub("", text.strip())
    for pattern in (_WORD, _BOARD_DID, _IT_WAS, _IN_CAPITALS):
        match = pattern.match(bare)
        if match:
            if _TOLD.match(bare, match.end("verb") - len("noted")):
                return None
            # Of several verbs the last one says what came of it: "considered and noted".
            verb = " ".join(match["verb"].lower().split())
            return next((kind for word, kind in _TYPES if verb.endswith(word)), "noted")
    label = _LABELLED.match(bare)
    if not label:
        return None
    decided = _DECIDED.search(bare, label.end())
    return next((kind for word, kind in _TYPES if decided and decided[1].lower() == word), "agreed")


def decisions_under(
    context: PaperContext, meeting: str, item: str, blocks: Sequence[Placed], before: int
) -> list[Decision]:
    """The decisions among the blocks of an item; ``before`` counts those of the meeting so far, for their ids."""
    found: list[_Decided] = []

    def add(block: Block, start: int, end: int, kind: DecisionType, led: bool = False) -> None:
        text = block.text[start:end].strip()
        found.append(_Decided(text, kind, context.source(block, start, end), led or bool(_RESOLVED.match(text))))

    leading: tuple[DecisionType, int] | None = None
    for placed in blocks:
        block = placed.block
        if block.kind not in ("paragraph", "list_item", "heading"):
            leading = None
            continue
        if leading and block.kind == "paragraph" and _GOES_ON.match(block.text):
            add(block, 0, len(block.text), leading[0], led=True)
            continue
        if leading and block.kind == "list_item" and block.depth >= leading[1]:
            if block.depth == leading[1] or leading[1] == 0:
                leading = (leading[0], block.depth)
                add(block, 0, len(block.text), leading[0], led=True)
            continue
        leading = None
        kind = decision_type(block.text)
        opens = block.text.rstrip().endswith((":", "that", "–", "-")) or len(block.text.split()) == 1
        if kind and opens and len(block.text.split()) < 30:
            leading = (kind, 0)
            continue
        if kind and (_is_resolution(block) or len(sentences(block.text)) == 1):
            add(block, 0, len(block.text), kind)
            continue
        for start, end in _bold_or_sentences(block):
            kind = decision_type(block.text[start:end])
            if kind:
                add(block, start, end, kind)
    # Where an item has a resolution of its own, what members noted on the way to it was said and not decided.
    if any(decided.resolved for decided in found):
        found = [decided for decided in found if decided.resolved or not _REMARKED.match(decided.text)]
    return [
        Decision(id=f"{meeting}-decision-{number}", text=d.text, type=d.kind, item=item, source=d.source)
        for number, d in enumerate(found, start=before + 1)
    ]


def _is_resolution(block: Block) -> bool:
    """A block that is one resolution through and through: all bold, or begun with the resolving word in capitals."""
    bold = bool(block.runs) and all(r.bold for r in block.runs if r.text.strip() and not r.note)
    return bold or bool(
        re.match(r"^(?:\d{1,3}(?:[.)]|\.\d{1,2}\.?)\s+)?(?:RESOLVED|AGREED|NOTED|APPROVED)\b", block.text)
    )


def _bold_or_sentences(block: Block) -> list[tuple[int, int]]:
    return list(sentences(block.text))
