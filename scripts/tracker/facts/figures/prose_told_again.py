"""A number that a paragraph has told already and tells again: "58 cases were opened. … Of the 58, 49 had engaged".

In: what a sentence holds, one of its numbers and the figures told before the sentence. Out: the figure again under the
name, part and time that it was told with; the thread goes on from it, so that what follows is a part of it. None for
numbers that no article makes the same, that count another thing or were not told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.prose_flow import ProseFigure
from tracker.facts.figures.prose_opening import Held
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.printed import printed
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import counts_people

_THE = re.compile(r"(?:\b(?:of|among|amongst|out of|from)\s|^\W*)(?:the|those|these|that)\s$", re.I)
_OPENS = re.compile(r"^\W*(?:out\s)?(?:of|from|among|amongst)\s", re.I)


def told_again(held: Held, mention: Mention, thread: Thread, told: dict[str, ProseFigure]) -> ProseFigure | None:
    """The figure that the number repeats, None where it repeats none."""
    before = told.get(mention.value)
    lead = held.before(mention)
    if before is None or mention.sort != "count" or mention.side or not _THE.search(lead):
        return None
    at = thread.sentence.at(mention.start) if thread.sentence else -1
    if thread.sentence is None or at < 0 or _counts_another(thread.sentence, at, before.naming.unit):
        return None
    if _OPENS.match(lead):
        part = next((value for key, value in before.naming.breakdown if key == "group"), "")
        people = counts_people(before.naming.unit, before.naming.unit)
        thread.base = f"{before.naming.title} {relative(part, people)}" if part else before.naming.title
        thread.unit = before.naming.unit
        thread.group = thread.base
    naming = replace(before.naming, same=True, counted=False)
    return replace(before, start=mention.start, end=mention.end, mention=mention, naming=naming, quote=held.sentence)


_OF_THE = re.compile(r"\s(?:out\s)?of\s(?:the|those|these)\s")


def part_of_told(held: Held, at: int, thread: Thread, told: dict[str, ProseFigure]) -> ProseFigure | None:
    """The figure of number ``at`` where the next one repeats the whole that it is a part of: "Nineteen of the 74 are in
    care"; None for other numbers."""
    sentence, mention = thread.sentence, held.found[at]
    following = held.found[at + 1] if at + 1 < len(held.found) else None
    if sentence is None or following is None or mention.sort != "count" or mention.side:
        return None
    before, whole = told.get(following.value), sentence.at(following.start)
    if before is None or whole < 0 or not _OF_THE.fullmatch(held.sentence[mention.end : following.start]):
        return None
    verb = sentence.verb_of(sentence.at(mention.start))
    if verb < 0 or _counts_another(sentence, whole, before.naming.unit):
        return None
    group = _said(sentence, verb)
    if not group or re.search(r"\d", group) or float(mention.value) > float(following.value):
        return None
    part = next((value for key, value in before.naming.breakdown if key == "group"), "")
    people = counts_people(before.naming.unit, before.naming.unit)
    title = f"{before.naming.title} {relative(part, people)}" if part else before.naming.title
    naming = Naming(title, before.naming.unit, "count", (("group", group),), sure=before.naming.sure)
    thread.base, thread.unit, thread.last = title, before.naming.unit, naming
    return replace(before, start=mention.start, end=mention.end, mention=mention, naming=naming, quote=held.sentence)


_WAS = re.compile(r"^(?:was|were|are|is|(?:has|have|had)(?:\sbeen)?)\s(?=\w)")


def _said(sentence: Sentence, verb: int) -> str:
    """What is said by the verb, or by two that "or" joins, as the words for a part."""
    end = sentence.predicate_end(verb)
    if end == verb and sentence.low(verb + 1) == "or" and sentence.sort(verb + 2) == "verb":
        return sentence.said(verb, sentence.predicate_end(verb + 2))
    return _WAS.sub("", printed(sentence, verb, end))


def _counts_another(sentence: Sentence, at: int, unit: str) -> bool:
    """Whether a noun of its own stands with the number, or the number stands in no noun phrase."""
    phrase = sentence.phrases[at]
    return phrase.number < 0 or (phrase.main != phrase.number and sentence.low(at) != unit)
