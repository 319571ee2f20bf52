"""Sums of money in a list under a lead-in that says what they are: "The following grants were approved:" over
"Weaver Lane Hub (boxing): £900" and "£400 – stile repairs".

In: the blocks of a part of a paper. Out: ``listed_sums``, the figure of each item by its block's id; none where an
item says more than a sum and what it is for, or where the lead-in speaks of no grant or fund (fines, prices, losses
are another matter, and who was fined is nobody's business).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.prose_flow import ProseFigure
from tracker.facts.sections import Placed
from tracker.facts.wording.mentions import Mention, mentions
from tracker.facts.wording.periods import Context, Period, find_periods
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.word_forms import capital

FEWEST = 2
"""So many items make a list of sums."""
LONGEST_PURPOSE = 14
"""Words of an item that can name a part of a fund."""

# "that grants be made", "the following awards were agreed"
_GIVEN = re.compile(
    r"\b((?:[a-z-]+\s)?(?:grants|awards|contributions|allocations|bursaries))\s(?:to\s)?(?:(?:ha[sd]|have|would|will"
    r"|should)\s)?(?:be|been|were|was|are|is)\s(?:now\s|then\s)?([a-z]+(?:ed|de|id|en))\b",
    re.IGNORECASE,
)
# "the community safety grant", "the small grants fund"
_A_FUND = re.compile(r"\b((?:[a-z-]+\s){1,3}(?:budget|fund|grant|allocation|funding|pot|reserve))\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:(?:.*\s)?(?:the|an?|our|its|this|that|these|following|s|of|to|from|on|in|by|for|and|with)\s)+", re.IGNORECASE
)
_DIVIDED = re.compile(
    r"\b(?:used|spent|allocated|divided|shared|split|distributed|apportioned|awarded|given|go|goes|went|put|committed"
    r"|invested|paid)\b",
    re.IGNORECASE,
)
_OTHER_SUMS = re.compile(
    r"\b(?:fin(?:es?|ed)|penalt(?:y|ies)|fees?|charge[sd]?|prices?|losses|lost|stolen|salar(?:y|ies)|costs?)\b",
    re.IGNORECASE,
)
_SUM_FIRST = re.compile(r"\s*(?:[–—:-]|for|to|towards)\s+(?=\S)", re.IGNORECASE)
_SUM_LAST = re.compile(r"\s*[–—:-]\s*$")
_EACH = re.compile(r"\b(?:each|per|apiece|a (?:day|week|month|year|head))\b", re.IGNORECASE)


def listed_sums(blocks: Iterable[Placed], published: str) -> dict[str, ProseFigure]:
    """The figure of each item of the lists whose items are a sum and what it is for."""
    found: dict[str, ProseFigure] = {}
    lead, items = "", list[Placed]()
    for placed in (*blocks, None):
        if placed is not None and placed.block.kind == "list_item":
            items.append(placed)
            continue
        found |= _of_list(lead, items, published)
        items = []
        lead = placed.block.text if placed is not None and placed.block.kind == "paragraph" else ""
    return found


def _of_list(lead: str, items: list[Placed], published: str) -> dict[str, ProseFigure]:
    name = _spoken_of(lead) if len(items) >= FEWEST and lead.rstrip().endswith(":") else ""
    told = [(placed, _sum_and_purpose(placed.block.text)) for placed in items] if name else []
    if not told or len({placed.block.depth for placed in items}) > 1:
        return {}
    found: dict[str, ProseFigure] = {}
    for placed, read in told:
        if read is None:
            return {}
        mention, purpose = read
        naming = Naming(name, "GBP", "money", (("group", purpose),))
        quote = f"{_last_sentence(lead)} {placed.block.text}"
        found[placed.block.id] = ProseFigure(
            mention.start, mention.end, mention, naming, _time_of(lead, published), quote
        )
    return found


def _sum_and_purpose(text: str) -> tuple[Mention, str] | None:
    """A sum and what it is for, None for an item that says anything else."""
    sums = [mention for mention in mentions(text) if mention.sort == "money"]
    if len(sums) != 1 or _EACH.search(text):
        return None
    before, after = text[: sums[0].start], text[sums[0].end :]
    after = re.sub(r"[\s;,.]*(?:\band)?[\s;,.]*$", "", after)
    if not before.strip() and (tie := _SUM_FIRST.match(after)):
        purpose = after[tie.end() :]
    elif not after and (tie := _SUM_LAST.search(before)):
        purpose = before[: tie.start()]
    else:
        return None
    purpose = purpose.strip()
    # what is in brackets of ours was a person's name
    told = re.search(r"[A-Za-z]{3}", purpose) and not re.search(r"[;=\[]", purpose)
    return (sums[0], purpose) if told and len(purpose.split()) <= LONGEST_PURPOSE else None


def _last_sentence(text: str) -> str:
    begin, end = sentences(text)[-1]
    return text[begin:end]


def _spoken_of(lead: str) -> str:
    """What a lead-in says that the sums below it are: "Small grants fund: grants made"; "" where it does not."""
    said = _last_sentence(lead) if lead.strip() else ""
    if not said or _OTHER_SUMS.search(said):
        return ""
    funds = [name for found in _A_FUND.findall(lead) if len((name := _NO_NAME.sub("", found)).split()) > 1]
    fund = funds[-1] if funds else ""
    if given := _GIVEN.search(said):
        what = f"{_NO_NAME.sub('', given[1])} {given[2]}".lower()
        return capital(f"{fund}: {what}" if fund else what)
    return capital(fund) if fund and _DIVIDED.search(said) else ""


def _time_of(lead: str, published: str) -> Period | None:
    """The time that the lead-in tells of before its own sum: "The allocation for 2025/26 was £86,500, the same as
    in the previous two years"."""
    said = _last_sentence(lead)
    sums = [mention.start for mention in mentions(said) if mention.sort == "money"]
    periods = find_periods(said[: sums[0]] if sums else said, Context(published=published))
    return periods[0] if len(periods) == 1 else None
