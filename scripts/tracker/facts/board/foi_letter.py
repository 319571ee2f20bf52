"""An FOI letter in its pieces: head, what was asked, what was answered, why something was refused.

In: the blocks of a letter in order. Out: a ``Letter``. The pieces are told apart by what such letters say: "Thank you
for your request, received on …", "Response", "Refusal Notice", "Your rights".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.facts.sections import Placed
from tracker.facts.wording.days import days_in
from tracker.records import Block

_REFERENCE = re.compile(
    r"\b(?:(?:our|your|foi|eir|case|request|information request|council)\s*)*"
    r"\(?(?:ref(?:erence)?\b\.?|request (?:no|number|id)\b\.?"
    r"|case (?:no|number|id)\b\.?)(?:\s*(?:no|number)\b\.?)?\)?\s*[:–-]?\s*"
    r"(?P<value>(?:(?:FOI|EIR)\s)?(?=[\w/.-]*\d)[\w][\w/.-]*\w)",
    re.IGNORECASE,
)
# Beside the title, without a word before it: "FOI request (FOI-8120)".
_BARE_REFERENCE = re.compile(r"\b(?:FOI|EIR)[A-Z]?[-/ ]?(?!20\d\d\b)\d[\w/-]*")
_RECEIVED = re.compile(
    r"\b(?:request|enquiry|e-?mail|letter|correspondence|date)\b.{0,80}?\b(?:received|dated|of|on|submitted|made)\b"
    r"|\breceived\b.{0,40}?\b(?:on|:)|^requested\b(?=.{0,20}\d)",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(
    r"\b(?:you (?:have )?(?:asked|requested|wrote|said|stated|sought)|which (?:asked|said|requested|read)"
    r"|asked (?:for|the council)|request(?:ed)? (?:was|is|reads?|the following|information)|as follows"
    r"|following information|your request\b.{0,60}:\s*$|in which you)",
    re.IGNORECASE | re.DOTALL,
)
_ASKED_HEAD = re.compile(
    r"^(?:(?:(?:your|the|original|details of) )*(?:request|information requested|questions?)"
    r"|(?:what )?you (?:have )?asked(?: for)?)"
    r"\s*:?$",
    re.IGNORECASE,
)
_HANDLED = re.compile(
    r"^(?:we|i|the council|this|your request|the request|it)\b.{0,40}\b(?:dealt|processed|considered|handled|treated"
    r"|processing|logged)\b",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    r"^(?:(?:our|the|council['’]?s?|formal)\s+)*(?:response|reply|answers?|decision)(?:\s+to\b.{0,40})?\s*:?$",
    re.IGNORECASE,
)
_RESPONDS = re.compile(
    r"^(?:please (?:find|see)\b.{0,60}\b(?:response|answer|below|attached)|i can confirm|we can confirm"
    r"|the council (?:does )?hold|the (?:answers?|information)|in (?:response|answer) to)|\bholds? (?:the"
    r"|some of the|this) information",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"^(?:partial )?(?:refusal(?: notice)?|exemptions?(?: applied)?|refusal of information)\b.{0,40}$", re.IGNORECASE
)
_QUESTION_LABEL = re.compile(r"^(?:Q(?:uestion)?\s*\.?\s*)?\(?\d{1,2}[a-z]?\s*[.):–-]\s*\S", re.IGNORECASE)
_Q_LABEL = re.compile(r"^Q(?:uestion)?\s?\d{1,2}[a-z]?\s*[.):–-]?\s+\S", re.IGNORECASE)
# "The number of people charged with the offence": what is asked for, without a verb.
AS_NOUN = re.compile(
    r"^(?:the |an? |any )?(?:(?:total|average|annual|overall|mean) )?(?:(?:number|amount|cost|percentage|proportion"
    r"|total|breakdown|list|details|value|rate|date|name)s? of\b|(?:sum|amount|money|time|cost|income)s? (?:\w+ly )?"
    r"(?:spent|paid|received|taken|raised|incurred)\b|(?:cop(?:y|ies)|details) of\b)",
    re.IGNORECASE,
)
BARE_LABEL = re.compile(r"(?:Q|Question|Request)\s?\d{1,2}[a-z]?\s*[.:)]?", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:further information|advice and assistance|your rights?\b|rights? of (?:appeal|review)"
    r"|(?:how to )?(?:appeal|complain)\b|internal review|copyright|re-?use|direct marketing"
    r"|data protection|yours (?:sincerely|"
    r"faithfully)|(?:kind )?regards|(?:please note|if you (?:are|have|remain|wish|disagree|would like)\b.{0,60}"
    r"(?:unhappy|dissatisf|not satisf|complain|review|quer|question)))",
    re.IGNORECASE,
)
# As a line of its own; "Complaints fell by a tenth" may be the answer.
_CLOSING_HEAD = re.compile(r"^(?:complaints?|appeals?|feedback)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Letter:
    """A letter's pieces; ``asked`` and ``answered`` hold blocks that may be questions and answers."""

    head: tuple[Block, ...]
    intro: Block | None
    asked: tuple[Block, ...]
    answered: tuple[Block, ...]
    refusal: tuple[Block, ...]
    blocks: tuple[Block, ...]


def letter_of(placed: Sequence[Placed]) -> Letter:
    """The pieces of a letter. A letter that repeats no request has all its questions among the answers."""
    blocks = [p.block for p in placed if p.block.kind != "footnote"]
    intro = next((i for i, b in enumerate(blocks[:30]) if _is_intro(b)), None)
    responses = [i for i, b in enumerate(blocks) if _RESPONSE.match(b.text.strip()) and _is_line(b)]
    begin = responses[0] if responses else None
    if intro is None and begin and len(responses) == 1 and _asks(blocks[begin - 1]):
        # all that was asked stands over the one "Response"
        first = next(i for i, b in enumerate(blocks) if _asks(b))
        intro = first - 1 if 0 < first < begin - 1 else None
    if intro is None and begin is None:
        begin = _before_first_question(blocks)
    if intro is None and begin is None:
        begin = next((i for i, b in enumerate(blocks) if _RESPONDS.search(b.text)), None)
    asked_from = (intro + 1) if intro is not None else len(blocks)
    asked_to = _asked_to(blocks, asked_from, begin) if intro is not None else asked_from
    first = begin + 1 if begin is not None else asked_to if intro is not None else 0
    answered: list[Block] = []
    refusal: list[Block] = []
    where = answered
    for block in blocks[first:]:
        text = block.text.strip()
        if _closes(block) and len(text.split()) < 60:
            # What follows is the same in every letter.
            where = []
        elif _REFUSAL.match(text) and _is_line(block):
            where = refusal
            continue
        elif _RESPONSE.match(text) and _is_line(block):
            where = answered
            continue
        where.append(block)
    head = blocks[: intro if intro is not None else min(first or 8, 8)]
    asked = tuple(b for b in blocks[asked_from:asked_to] if not _ASKED_HEAD.match(b.text.strip()))
    return Letter(
        tuple(head), blocks[intro] if intro is not None else None, asked, tuple(answered), tuple(refusal), tuple(blocks)
    )


def reference_in(letter: Letter) -> tuple[str, Block, int, int] | None:
    """The letter's reference with the block and the stretch it stands in."""
    for block in (*letter.head, *letter.blocks[:20]):
        match = _REFERENCE.search(block.text)
        if match:
            return match["value"].strip("."), block, match.start("value"), match.end("value")
    for block in letter.blocks[:6]:
        bare = _BARE_REFERENCE.search(block.text)
        if bare:
            return bare[0], block, bare.start(), bare.end()
    return None


def own_reference(block: Block) -> str:
    """The reference that a line of a letter's head gives and nothing else, "" for other blocks."""
    match = _REFERENCE.match(block.text.strip()) if _is_line(block) else None
    return match["value"].strip(".") if match else ""


def letter_title(title: str, placed: Sequence[Placed]) -> str:
    """The title a letter goes by: its own, else its reference, since letters have no title and their first heading is
    "Response"."""
    if len(title.split()) >= 3:
        return title
    reference = reference_in(letter_of(placed))
    return f"Freedom of Information answer {reference[0]}" if reference else title or "Freedom of Information answer"


def received_on(letter: Letter) -> str:
    """The day the request was received, as ISO."""
    for block in ((letter.intro,) if letter.intro else ()) + letter.blocks[:20]:
        match = _RECEIVED.search(block.text)
        if match:
            day = next((d for d in days_in(block.text) if d.end > match.start()), None)
            if day:
                return day.iso
    return ""


def responded_on(letter: Letter) -> tuple[str, Block] | None:
    """The day of the letter: a line of its head that is a date."""
    for block in letter.head or letter.blocks[:10]:
        days = days_in(block.text)
        told = re.search(r"\brespon(?:ded|se)\b(?=\W{0,3}\w)", block.text, re.IGNORECASE)
        if told and (after := [day for day in days if day.start > told.end()]) and len(block.text.split()) <= 20:
            return after[0].iso, block
        if (
            days
            and len(block.text.split()) <= 12
            and not re.search(r"\breceived\b|\brequest(?:ed)?\b", block.text, re.IGNORECASE)
        ):
            return days[0].iso, block
    return None


def _asks(block: Block) -> bool:
    return bool(block.marker or _QUESTION_LABEL.match(block.text)) or block.text.rstrip().endswith("?")


def _is_intro(block: Block) -> bool:
    if block.kind == "table":
        return False
    return (
        _asks_in_own_words(block)
        or bool(_RECEIVED.search(block.text) and _ASKED.search(block.text))
        or bool(_ASKED_HEAD.match(block.text.strip()) and _is_line(block))
        or bool(re.search(r"\b(?:you|which) (?:have )?(?:asked|requested)\b.{0,60}:\s*$", block.text, re.IGNORECASE))
    )


def _asked_to(blocks: Sequence[Block], begin: int, answers: int | None) -> int:
    """Where what was asked ends that begins at ``begin``; the answers may have a heading of their own."""
    ends = range(begin, len(blocks) if answers is None else answers)
    stop = next((i for i in ends if _HANDLED.match(blocks[i].text) or _closes(blocks[i])), ends.stop)
    if answers is not None:
        return max(begin, stop)
    if _answers_each(blocks[begin:stop]):
        # each question is repeated over its answer, without a word such as "Response" between
        return begin
    return next((i for i in range(begin + 1, stop) if _RESPONDS.search(blocks[i].text)), stop)


def _before_first_question(blocks: Sequence[Block]) -> int | None:
    """Where the blocks end that come before the first question, where each is followed by its own answer."""
    first = next((i for i, b in enumerate(blocks) if _is_put(b)), None)
    return first - 1 if first is not None and _answers_each(blocks[first:]) else None


def _answers_each(blocks: Sequence[Block]) -> bool:
    """Whether most questions of a stretch have something right below them that asks nothing; none is asked twice."""
    asking = [i for i, block in enumerate(blocks) if _is_put(block)]
    if any(blocks[i].text in blocks[j].text for i in asking for j in asking if i != j):
        return False
    told = [i for i in asking if i + 1 < len(blocks) and _tells(blocks[i + 1])]
    return len(told) >= _ANSWERED_LEAST and 2 * len(told) > len(asking)


def _is_put(block: Block) -> bool:
    """Whether a block asks: it ends with a question mark, or stands in bold behind a "Q1.", or behind a number and says
    what is sought ("2. The number of …", "5. Copies of …")."""
    dressed = bool(block.runs) and all(run.bold for run in block.runs if run.text.strip())
    if block.text.rstrip().endswith("?") or (dressed and bool(_Q_LABEL.match(block.text))):
        return True
    opening = block.runs[0].text if block.runs and block.runs[0].bold else ""
    label = _QUESTION_LABEL.match(opening)
    return label is not None and bool(AS_NOUN.match(opening[label.end() - 1 :]))


def _tells(block: Block) -> bool:
    return block.kind == "table" or not (_ASKS_ON.search(block.text) or _is_put(block) or not block.text.strip())


# One paragraph below a question may explain it.
_ANSWERED_LEAST = 2
_ASKS_ON = re.compile(
    r"\?\s*$|^(?:\(?\w{1,3}[.)]\s)?(?:please|if so|if (?:yes|not|the)|for (?:each|the|this)|by\b|i\b|could|can you)\b",
    re.IGNORECASE,
)


def _asks_in_own_words(block: Block) -> bool:
    """The request itself, as answers published on the web print it: "I would like the following information: …"."""
    return bool(
        re.match(
            r"^(?:I (?:would|am|wish|request)|we (?:would|are|wish|request)|please (?:provide|supply|send)|under the)\b"
            r".{0,200}\b(?:information|data|questions?|following)\b.{0,120}:\s*$",
            block.text,
            re.IGNORECASE | re.DOTALL,
        )
    )


def _closes(block: Block) -> bool:
    """Whether a block begins what stands below the answers in every letter."""
    text = block.text.strip()
    return bool(_CLOSING.match(text)) or (bool(_CLOSING_HEAD.match(text)) and _is_line(block) and text[-1] not in ".!?")


def _is_line(block: Block) -> bool:
    return block.kind in ("heading", "paragraph") and len(block.text.split()) <= 8
