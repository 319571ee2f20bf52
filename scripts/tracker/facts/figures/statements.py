"""The paper's own words as the name of a figure that no shorter name fits: its clause, with a gap for the number.

In: a sentence, one of its numbers and what was spoken of before. Out: a naming whose title is what the sentence says
("Alcohol was removed on … occasions", "Interviews with … people with lived experience"), so that a figure whose measure
has no name of its own can be shown and says nothing that the paper does not. Every number is taken that no careful
reader would refuse. Earlier values of what was just told ("previously 391") repeat its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.clause_titles import ClauseTitle, clause_title, subject_words
from tracker.facts.figures.naming_crimes import crime_unit
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_rates import RATE
from tracker.facts.figures.statement_again import again, gapped, same_kind
from tracker.facts.figures.statement_labels import label_of
from tracker.facts.figures.statement_refusals import aimed, may_be_told
from tracker.facts.figures.statement_shares import of_what_was_told, share_told_on
from tracker.facts.figures.statement_titles import as_title, led, telling, told_here
from tracker.facts.sentence.antecedents import resolved, spoken_after
from tracker.facts.sentence.clauses import parse
from tracker.facts.wording.counted_words import COUNTED
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.relative import relative
from tracker.facts.wording.standing import standing
from tracker.facts.wording.word_forms import capital, counts_people, in_line
from tracker.facts.wording.word_lists import PEOPLE
from tracker.records import Measure

_LONGEST_SENTENCE = 1200
"""Characters: what runs on for longer is a list or a table set as text."""

_FROM_TO = re.compile(
    r"\bfrom\s(?:just\s|about\s|around\s)?[\d.,%£]+(?:\s[a-z]+){0,3}?\s+to\s(?:just\s|about\s|around\s|only\s)?$", re.I
)
_TO = re.compile(r"\s*(?:[a-z%]+\s+){0,3}?to\s")
_UNIT = re.compile(r"\s(?:[a-z][\w'’-]*\s){0,3}?([a-z]{3,}s|people|children|men|women|staff)\b")
# "it is estimated that 92 callouts were avoided"
_ESTIMATED = re.compile(r"\bestimated? that\s[^.;:]*$", re.I)
_AVERAGE = re.compile(r"\baverage of\s$|\bon average\s$", re.I)
# "Rate of … per 100,000": the rest is its unit.
_RATE = re.compile(r"(?<=rate)\sof\s…\s(per\s[\d,]+(?:\s(?:population|residents|people|households))?)", re.I)
_PER_SO_MANY = re.compile(r"(.+): [a-z]+\s(per\s\d[\d,]*(?:\s[a-z]+)?)$")


def stated(sentence: str, found: Sequence[Mention], at: int, thread: Thread) -> Naming | None:
    """The naming of number ``at`` in the sentence's own words, None where they make no title a reader understands.

    ``sentence`` has blanks in the place of its periods, as for the other namings.
    """
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    mention = found[at]
    before, after = _in_digits(sentence, found[:at])[: mention.start], sentence[mention.end :]
    if RATE.match(after) and re.search(r"\brate\s(?:was|is|stood at|stands at)\s(?:\w+\s)?$", before):
        # "Westford's rate was 61.4 crimes per 1,000 people": no count
        return None
    changed_to = _FROM_TO.search(before)
    before = before[: changed_to.start()] + "from " if changed_to else before
    if not may_be_told(before, after, mention) or (
        aimed(before) and not standing(sentence, mention.start, mention.end)
    ):
        return None
    last = thread.told or (thread.last if thread.last and thread.last.title != thread.names.get("unsure") else None)
    repeated = None if changed_to else again(before, after, mention, thread, last)
    if repeated is not None:
        return repeated or None
    unit, measure = _unit_of(after, mention, thread)
    parsed = thread.sentence if thread.sentence and thread.sentence.text == sentence else None
    parsed = parsed or parse(sentence, [(m.start, m.end) for m in found])
    label = label_of(before)
    if label is not None:
        title = label if telling(label) > (measure == "share" and " " not in label) else ""
        if not unit and not crime_unit(label) and thread.names.get("unsure"):
            # "Reports rose. Eastfold (312)": a part of what could not be named
            title = ""
    elif changed_to or (before.endswith("from ") and _TO.match(after)):
        title = led(ClauseTitle(subject_words(parsed, parsed.at(mention.start)), complete=True), thread)
        unit = unit if unit in ("%", "GBP") or unit.rstrip("s") in title.lower() else ""
    else:
        near = last if told_here(thread) else None
        own = clause_title(parsed, parsed.at(mention.start), mention.sort, _whole(near) if near else "")
        words = resolved(
            own.words,
            spoken_after(parsed, {}, thread.spoken),
            thread.service or thread.names.get("heading", ""),
        )
        own = own if words == own.words else replace(own, words=words, complete=True, leans=False)
        noun, title = same_kind(f" {own.tail}", mention, thread)
        unit = noun if title else unit
        if near and not own.lead:
            title = title or gapped(own.tail, near)
        if measure == "share" and not own.lead and not title:
            title = share_told_on(f" {own.tail}", after, "", thread)
        if measure == "share" and last and not title:
            title = of_what_was_told(own.words, last)
        title = title or led(own, thread)
    if title and _ESTIMATED.search(before) and "estimated" not in title.lower():
        title = (
            f"Estimated {'share' if measure == 'share' else 'number'} of {in_line(title)}" if GAP not in title else ""
        )
    title = as_title(title, measure == "share")
    if measure == "count" and (_AVERAGE.search(before) or re.search(r"\baverage\b", title, re.I)):
        measure = "average"
    if per := _RATE.search(title):
        title, unit, measure = f"{title[: per.start()]}{title[per.end() :]}", per[1], "rate"
    elif per := _PER_SO_MANY.match(title):
        title, unit, measure = f"{per[1]}: rate", per[2], "rate"
    if measure == "count":
        # as the figure that it is compared with is called
        title = capital(re.sub(r"^(?:Total )?[Nn]umber of (?=[a-z])", "", title))
    return Naming(title, unit, measure) if title else None


def _whole(last: Naming) -> str:
    """The title of the number before with the part that it tells: "children who reoffended"."""
    part = next((value for key, value in last.breakdown if key == "group"), "")
    return f"{last.title} {relative(part, counts_people(last.unit, last.unit))}" if part else last.title


def _in_digits(sentence: str, found: Sequence[Mention]) -> str:
    """The sentence with numbers in words as digits, so that "Thirteen were looked after and" counts before another."""
    for mention in found:
        if mention.in_words:
            length = mention.end - mention.start
            sentence = f"{sentence[: mention.start]}{'1' * length}{sentence[mention.end :]}"
    return sentence


# "71 mph": none of what was counted before.
_IN_MEASURE = re.compile(r"\s?(mph|kph|km/h|km|kg|mg|ml|kWh|miles|metres|litres|tonnes|degrees|°C)\b")


def _unit_of(after: str, mention: Mention, thread: Thread) -> tuple[str, Measure]:
    if mention.sort == "share":
        return "%", "share"
    if mention.sort == "money":
        return "GBP", "money"
    if rate := RATE.match(after):
        return f"per {rate[1].strip()}", "rate"
    if in_measure := _IN_MEASURE.match(after):
        return in_measure[1], "count"
    noun = _UNIT.match(after) if not _is_alone(mention, thread) else None
    if noun and (noun[1] in COUNTED | PEOPLE or noun[1].endswith("s")):
        return noun[1], "count"
    said = thread.sentence is None or thread.unit.rstrip("s") in thread.sentence.text.lower()
    return (thread.unit if said and not after.startswith(" of the ") else ""), "count"


def _is_alone(mention: Mention, thread: Thread) -> bool:
    """Whether a number has no noun right behind it, by the parse: "10 started by matches", "37 for first aid"."""
    at = thread.sentence.at(mention.start) if thread.sentence else -1
    phrase = thread.sentence.phrases[at] if thread.sentence and at >= 0 else None
    return (
        phrase is not None
        and phrase.number >= 0
        and phrase.main == phrase.number
        and thread.sentence is not None
        and thread.sentence.sort(at + 1) in ("verb", "preposition")
        and thread.sentence.low(at + 1) != "of"
    )
