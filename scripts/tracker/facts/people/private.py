"""Whose names a paper prints that are not to be shown (rule 7): residents, victims, children, requesters, those in
junior posts.

In: a paper. Out: the names as printed, with the other ways in which the paper may write them ("Mr Archibald Reed": "Mr
Reed", "Archibald Reed"), and the blocks that are nothing but a private person's address. A name is known by what the
paper says about it (asked a question, brought a petition, is greeted by a letter, stands beside "Requester" or
"Contact", is followed by a junior post or an age), or by its forename where the paper says nothing of its bearer that
would let it be shown (``unvouched``). Words that the paper uses in small letters too, places ("in Mill Hill") and
bodies are no names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.facts.people.case_studies import case_names
from tracker.facts.people.first_names import first_names_alone
from tracker.facts.people.forenames import forenames
from tracker.facts.people.letters import letter_heads, names_after_sign_off, signatures
from tracker.facts.people.names import Guard, ways_to_write
from tracker.facts.people.sentences import PUBLIC_TIME, people_in_text, people_of_public_time
from tracker.facts.people.tables import people_in_table, private_cells
from tracker.facts.people.unvouched import people_unvouched
from tracker.records import Paper

_LABEL = 120
"""Letters at a block's beginning in which a line such as "Public questions" may stand."""


@dataclass(frozen=True)
class Private:
    """What of a paper is not to be shown: names that hold everywhere in it, names that hold in single blocks (by the
    block's id), and blocks and cells that are a private address as a whole."""

    names: tuple[str, ...] = ()
    of_blocks: tuple[tuple[str, tuple[str, ...]], ...] = ()
    whole: frozenset[str] = frozenset()
    cells: frozenset[tuple[str, int, int]] = frozenset()
    """Cells (block, row, column from 0) that hold nothing but somebody's address or number."""


def private_people(paper: Paper, public: Sequence[str] = ()) -> Private:
    """Whom the paper names and the tracker does not. ``public`` are whole names that people let stand. Names longest
    first, so that replacing one leaves no half."""
    blocks = [block for page in paper.pages for block in page.blocks]
    found: dict[str, bool] = {}
    senior: set[str] = set(public)
    publics_turn = False
    for block in blocks:
        people_in_text(block, found, senior)
        if block.kind == "heading" or PUBLIC_TIME.search(block.text[:_LABEL]):
            publics_turn = bool(PUBLIC_TIME.search(block.text))
        if publics_turn:
            people_of_public_time(block, found)
        for name in names_after_sign_off(block):
            found.setdefault(name, True)
        if block.rows:
            people_in_table(block, found, senior)
    first_names = set()
    for block in signatures(blocks):
        name = " ".join(block.text.split())
        if " " in name:
            found.setdefault(name, True)
        else:
            # A first name alone is held back where it signs: elsewhere it may be anybody's.
            first_names.add(block.id)
    head = letter_heads(blocks) | first_names
    guard = Guard(blocks)
    names: set[str] = set()
    for name in people_unvouched(blocks, senior):
        found.setdefault(name, False)
    for name, sure in found.items():
        if name in senior or not guard.is_name(name, sure):
            continue
        names.update(way for way in ways_to_write(name) if guard.has(way))
    names -= senior
    of_blocks = {block_id: set(firsts) for block_id, firsts in case_names(blocks, guard)}
    for block_id, alone in first_names_alone(blocks, senior):
        of_blocks.setdefault(block_id, set()).update(alone)
    return Private(
        names=tuple(sorted(names, key=lambda n: (-len(n), n))),
        of_blocks=tuple((block_id, tuple(sorted(firsts))) for block_id, firsts in of_blocks.items()),
        whole=head,
        cells=frozenset(cell for block in blocks if block.rows for cell in private_cells(block)),
    )


_LEADS_TO_A_NAME = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "from", "to", "by"})
"""Words of a file's name behind which a surname stands: "reply-to-reed.pdf"."""


def is_named_in(private: Private, paper_id: str) -> bool:
    """Whether an id, made of a file's name, names somebody who is not to be named: by the whole name, or by the surname
    beside a forename or behind such a word as "to", though the paper prints "Mrs Reed" alone."""
    letters = re.sub(r"[\W_]", "", paper_id.casefold())
    whole = (re.sub(r"[\W_]", "", name.casefold()) for name in private.names if " " in name)
    if any(name in letters for name in whole):
        return True
    surnames = {name.split()[-1].casefold() for name in private.names if " " in name}
    words = re.findall(r"[^\W_]+", paper_id.casefold())
    return any(
        (after in surnames and (word in _LEADS_TO_A_NAME or word.title() in forenames()))
        or (word in surnames and after.title() in forenames())
        for word, after in pairwise(words)
    )
