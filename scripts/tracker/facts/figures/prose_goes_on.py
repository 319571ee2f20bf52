"""What goes on from a figure to the numbers behind it: what is counted, what was told last, what "those" are.

In: the thread and the naming that a number is shown with. Out: the thread stands so that parts, fellows and later times
of the figure find its name; whether a number says itself that it is a part of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import capital, counts_people, is_plural
from tracker.facts.wording.word_lists import ABSTRACT, UNCOUNTED, words_of


def count_from(thread: Thread, mention: Mention, shown: Naming) -> None:
    """Let parts that follow be parts of what a figure in its sentence's own words counts, by the parse."""
    counted = thread.counting(mention)
    small = mention.in_words and float(mention.value) < _LEAST_WHOLE
    if counted is None or shown.measure != "count" or shown.same or small:
        return
    unit = counted.noun.split()[-1].lower()
    if counted.noun.lower().startswith("other ") or not is_plural(unit) or unit in (UNCOUNTED | ABSTRACT) - _JUDGED:
        return
    of = [piece for piece in counted.post[:1] if piece.split()[0].lower() == "of"]
    thread.base, thread.unit = capital(" ".join([counted.noun, *of])), unit


_LEAST_WHOLE = 10
"""Smaller numbers in words may count nothing."""
_JUDGED = words_of("measures actions recommendations requirements")
"""What a performance report counts, though strategies only number it."""


def go_on_as_shown(thread: Thread, title: str, shown: Naming) -> None:
    """Let what follows go on from the name that is shown in the place of ``title``."""
    if shown.same:
        return
    if thread.last and thread.last.title == title:
        thread.last = replace(shown, counted=thread.last.counted)
    if title and thread.names.get("unsure") == title:
        thread.names["unsure"] = ""


def counted_in(told: Sequence[Naming]) -> dict[str, str]:
    """The titles of what a sentence counts, by the nouns; a part says which: "children who reoffended"."""
    counted = {}
    for naming in told:
        part = next((value for key, value in naming.breakdown if key == "group"), "")
        said = f" {relative(part, counts_people(naming.unit, naming.unit))}" if part else ""
        if naming.measure == "count" and naming.sure and (part or naming.unit not in counted):
            counted[naming.unit] = naming.title + said
    return counted


# "… from 4 to 13, of which two met the threshold": a part of what was counted right before.
_PART_OF = re.compile(r"\bof (?:which|whom|them|these|those),?\s(?:only\s|about\s|just\s)?$")
_OF_WHICH = re.compile(r"\sof (?:which|whom|them)\b")


def is_part_of(sentence: str, mention: Mention) -> bool:
    """Whether "of which" beside a number makes it a part of what was counted right before."""
    return bool(_PART_OF.search(sentence[: mention.start]) or _OF_WHICH.match(sentence, mention.end))
