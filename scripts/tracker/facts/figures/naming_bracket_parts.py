"""Parts listed in a bracket behind their whole: "738 requests (police 655, insurers 83)", "57 (21 new and 36 renewed)".

In: a sentence, its numbers and the place of one. Out: that many of what the number before the bracket counts, with its
item's own words as the part; None where the bracket holds anything else, or its numbers do not add up to that number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_lists import PEOPLE

_JOINT = re.compile(r"^(?:[,;:]\s|\s)?(?:and\s|or\s|plus\s)?|[\s,;:]*(?:\s(?:and|or|plus))?\s?$")
_LONGEST = 8
"""Words of a part: more is a clause."""


def part_of_bracket(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The naming of number ``at`` as a part of the number before the bracket that it stands in."""
    mention = all_[at]
    opens, closes = text.rfind("(", 0, mention.start), text.find(")", mention.end)
    if opens < 0 or closes < 0 or ")" in text[opens : mention.start] or mention.sort != "count":
        return None
    inside = [m for m in all_ if opens < m.start < closes]
    whole = next((m for m in reversed(all_) if m.end <= opens), None)
    if len(inside) < 2 or whole is None or any(m.sort != "count" or m.side for m in (*inside, whole)):
        return None
    told = thread.counts.get(whole.value)
    if told is None or sum(float(m.value) for m in inside) != float(whole.value):
        return None
    label = _labels(text, inside, opens + 1, closes).get(mention.start, "")
    if not label:
        return None
    # "74 households (41 families and 33 single people)"; "738 requests (tenants 655 …)" counts no tenants
    noun = label.lower().split()[-1] if text[mention.end :].lstrip().startswith(label) else ""
    own = noun if noun in PEOPLE else told.unit
    return replace(told, breakdown=(("group", label),), unit=own, same=False, counted=False)


def _labels(text: str, inside: list[Mention], begin: int, end: int) -> dict[int, str]:
    """The words of each number of a bracket, all before it ("police 655") or all behind it ("655 police"); none where
    one of them has none."""
    edges = [begin, *(edge for m in inside for edge in (m.start, m.end)), end]
    gaps = [
        _JOINT.sub("", re.sub(r"\s+", " ", text[a:b])).strip() for a, b in zip(edges[::2], edges[1::2], strict=True)
    ]
    behind = not gaps[0]
    words = gaps[1:] if behind else gaps[:-1]
    if not all(words) or (gaps[0] if behind else gaps[-1]) or any(len(w.split()) > _LONGEST for w in words):
        return {}
    return {m.start: word for m, word in zip(inside, words, strict=True)}
