"""The rules that ask the clause round a number for its name, by the parse, in the order in which they are tried.

These go before the rules that look at the noun alone: a bare noun ("Offenders") is no name where its clause says what
was done.
"""

from __future__ import annotations

from collections.abc import Callable

from tracker.facts.figures.naming_done import done_to, same_verb
from tracker.facts.figures.naming_head_clause import of_antecedent, of_head_clause
from tracker.facts.figures.naming_itemised import item_of_whole
from tracker.facts.figures.naming_joined import (
    done_otherwise,
    opened_bracket,
    owner_of_part,
    part_of_so_many,
    population,
)
from tracker.facts.figures.naming_left_out import in_all, of_so_many
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_part_of import again_in_brackets, in_so_many, included, made_by, share_of_number
from tracker.facts.figures.naming_took_part import given_to, took_part, who_did

BY_CLAUSE: tuple[Callable[[Number], Answer], ...] = (
    in_all,
    of_so_many,
    of_head_clause,
    of_antecedent,
    item_of_whole,
    included,
    again_in_brackets,
    share_of_number,
    made_by,
    part_of_so_many,
    done_otherwise,
    population,
    owner_of_part,
    opened_bracket,
    in_so_many,
    who_did,
    same_verb,
    took_part,
    given_to,
    done_to,
)
"""The rules that ask the clause, in the order in which they are tried."""
