"""The figures of one sentence: its numbers, their names, periods and areas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.facts.figures.earlier_values import earlier_value
from tracker.facts.figures.few_told import in_words_of, is_told_as_count, says_too_little, with_larger
from tracker.facts.figures.from_to import moved_from_to
from tracker.facts.figures.naming import name_mention
from tracker.facts.figures.naming_changes import changed_alike
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_sums import fund_named
from tracker.facts.figures.place_doubts import across_more_than
from tracker.facts.figures.place_told import at_its_place
from tracker.facts.figures.prose_alone import read_alone
from tracker.facts.figures.prose_course import Course, is_elsewhere
from tracker.facts.figures.prose_doubts import bare_rate, is_no_result
from tracker.facts.figures.prose_flow import Flow, ProseFigure
from tracker.facts.figures.prose_goes_on import count_from, counted_in, go_on_as_shown, is_part_of
from tracker.facts.figures.prose_judged import NOT_YET, is_told_by, judged
from tracker.facts.figures.prose_names import (
    go_on_from,
    of_what_was_told,
    with_sentence,
)
from tracker.facts.figures.prose_opening import ITEM_NUMBER, Held, open_flow, open_thread, read_sentence, with_results
from tracker.facts.figures.prose_restored import in_full
from tracker.facts.figures.prose_service import owner_of
from tracker.facts.figures.prose_time import dated_after, lend_time, period_at, period_in_own_words
from tracker.facts.figures.prose_told_again import part_of_told, told_again
from tracker.facts.figures.prose_twins import without_twins
from tracker.facts.figures.share_bases import with_bases
from tracker.facts.figures.share_of_count import share_of_count
from tracker.facts.figures.spoken_of import topic_after
from tracker.facts.figures.statements import stated
from tracker.facts.figures.told_as import as_average, as_estimate, told_as
from tracker.facts.sentence.antecedents import NOTHING, Spoken, spoken_after
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.share_wholes import whole_after
from tracker.facts.wording.periods import Period
from tracker.facts.wording.scope import names_place, other_area
from tracker.facts.wording.sentences import sentences


def figures_of(text: str, flow: Flow, place: str) -> Iterator[ProseFigure]:
    """The figures of a text in reading order, their places as characters of it; the flow goes on to the next text."""
    spoken = [match.span() for match in _SPOKEN.finditer(text) if _FIRST_PERSON.search(match.group())]
    for begin, end in sentences(text):
        number = ITEM_NUMBER.match(text[begin:end])
        begin += number.end() if number else 0
        sentence = text[begin:end]
        read = without_twins(read_alone(tuple(_of_sentence(sentence, flow, place)), flow.thread.sentence))
        for figure in with_bases(read):
            if not any(start <= figure.start + begin < stop for start, stop in spoken):
                yield replace(figure, start=figure.start + begin, end=figure.end + begin)


# What a person is quoted with: its numbers are that person's own.
_SPOKEN = re.compile(r"“[^“”]{15,}(?:”|$)|(?<!\w)\"[^\"]{15,}(?:\"|$)|(?<!\w)‘(?=[A-Z])[^‘]{40,}?(?<!s)’(?!\w)")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my|myself|we|us|our|he|him|his|she|her)\b")


# Longest label of a list, in words ("Residential burglary (328), theft from cars (102)").
_LABEL_WORDS = 3


def _of_sentence(sentence: str, flow: Flow, place: str) -> Iterator[ProseFigure]:
    """The figures of a sentence in reading order; the flow goes on to the next sentence."""
    held = read_sentence(sentence, flow, place)
    open_flow(held, flow)
    open_thread(held, flow)
    held = with_results(held, flow.thread)
    service, told_before = flow.thread.service, flow.period
    course = Course()
    for at in range(len(held.found)):
        figure = _figure_of(held, at, flow, course)
        if figure:
            course.told[figure.start] = figure.naming
            if figure.naming.sure and figure.naming.measure == "count" and not figure.naming.breakdown:
                flow.thread.counts[figure.mention.value] = figure.naming
            naming = as_average(as_estimate(figure.naming, sentence, figure.mention), sentence, figure.mention)
            course.figures.append(replace(figure, naming=at_its_place(naming, sentence, figure.mention, place)))
    yield from course.figures
    flow.told_so_far |= {f.mention.value: f for f in course.figures if f.naming.measure == "count" and f.naming.sure}
    told = tuple(course.told.values())
    leads = sentence.rstrip().endswith(":")
    flow.thread.topic = None if flow.foreign else topic_after(flow.thread.sentence, told, flow.thread.topic, leads)
    parsed = flow.thread.sentence
    flow.thread.spoken = _spoken_on(parsed, held, flow.thread, told) if parsed else NOTHING
    flow.thread.names["fund"] = "" if held.found else fund_named(sentence)
    flow.thread.names["speaks of"] = owner_of(parsed, place) if parsed and not held.found else flow.thread.service
    lend_time(held, flow, course.dated)
    if flow.foreign:
        # what is told of the nation lends neither its time nor its names to what follows
        flow.period, flow.thread.service = told_before, "" if held.area else service


def _spoken_on(parsed: Sentence, held: Held, thread: Thread, told: Sequence[Naming]) -> Spoken:
    """What is spoken of behind a sentence, and of whom a share in the next one is."""
    spoken = spoken_after(parsed, counted_in(told), thread.spoken)
    untold = any(m.sort == "share" and m.start not in thread.shares for m in held.found)
    counts = any(naming.measure == "count" for naming in told)
    return replace(spoken, whole=whole_after(parsed, thread.shares.values(), untold, counts, thread.spoken, spoken))


def _figure_of(held: Held, at: int, flow: Flow, course: Course) -> ProseFigure | None:
    """The figure of number ``at``; a small one that its clause tells as a count is named as a larger one would be."""
    mention, counted = held.found[at], flow.thread.counting(held.found[at])
    if counted is None or not is_told_as_count(mention, held.sentence, counted):
        return _figure_at(held, at, flow, course)
    before, fresh = (replace(flow.thread, names=dict(flow.thread.names)) for _ in range(2))
    dated = course.dated
    figure = _figure_at(held, at, flow, course)
    if figure and figure.naming.sure:
        return figure
    after, flow.thread = flow.thread, fresh
    dated, course.dated = course.dated, dated
    as_larger = replace(held, found=with_larger(held.found, at, flow.told_so_far))
    named = _figure_at(as_larger, at, flow, course)
    if named and says_too_little(counted, named.naming):
        told = _in_own_words(as_larger, at, before, flow, course.dated)
        named = replace(named, naming=told.naming) if told else named
    if named and named.naming.sure:
        return replace(named, mention=mention, naming=in_words_of(counted, named.naming))
    flow.thread, course.dated = after, dated
    return figure


def _figure_at(held: Held, at: int, flow: Flow, course: Course) -> ProseFigure | None:
    """The figure of number ``at``, None where it has no name or is of another area; the thread and the course go on."""
    thread, mention = flow.thread, held.found[at]
    if changed_alike(held.before(mention)):
        return None
    thread.names["here"] = "yes" if at else ""
    course.owner = _next_owner(held, at) or course.owner
    said_before = thread.last if at else None
    before_it = replace(thread, names=dict(thread.names))
    told = flow.told_so_far
    if again := told_again(held, mention, thread, told) or part_of_told(held, at, thread, told):
        thread.names["named"] = str(at)
        return again
    if restored := in_full(held, at, before_it, flow, course):
        thread.names["named"] = str(at)
        return restored
    if moved := _moved(held, at, flow, course):
        thread.names["named"] = str(at)
        return moved
    if earlier := _earlier(held, at, flow, course):
        thread.names["named"] = str(at)
        return earlier
    naming = name_mention(held.blanked, held.found, at, thread)
    if naming is None:
        figure = _in_own_words(held, at, before_it, flow, course.dated)
        if figure:
            thread.told = figure.naming
            count_from(thread, mention, figure.naming)
            if not figure.naming.same and len(figure.naming.title.split()) > _LABEL_WORDS:
                # "218 of the cases involved children (154 in 2019/20)"; a label in a list leads only its own number
                thread.last = figure.naming
        return figure
    naming = with_sentence(held, at, naming, said_before)
    part_of_unnamed = at > 0 and not thread.names["named"] and is_part_of(held.sentence, mention)
    alone = _SAID_ALONE.match(held.after(mention)) and _JOINED_ON.search(held.before(mention))
    if mention.sort == "share" and before_it.told and alone:
        # "1,790 people use opiates and just under half are not in treatment": half of those, not of all people
        part_of_unnamed = True
    thread.names["named"] = str(at)
    naming = of_what_was_told(held, mention, naming, said_before, thread)
    period = period_at(held, at, naming, flow, course.dated)
    if course.dated and is_part_of(held.sentence, mention) and not any(p.begin > mention.end for p in held.periods):
        # "…, an increase on both quarters 2 and 3, only one of which …": of the time of those it is a part of
        period = course.dated
    course.dated = dated_after(held, at, naming, period, course.dated)
    go_on_from(held, mention, naming, thread)
    if is_elsewhere(held, mention, flow):
        if not flow.foreign:
            # "The London rate was 196": nothing of it goes on to the board's own
            thread.base, thread.unit, thread.topic = before_it.base, before_it.unit, before_it.topic
            thread.names = before_it.names
        if at or not flow.foreign:
            # "which is better than the force average of 10.2%": what follows is said of the board's own again
            thread.last = before_it.last
        return None
    naming = judged(held, at, naming, thread, part_of_unnamed)
    set_apart = any(key in ("measure", "range") for key, _ in naming.breakdown)
    figure = (
        None
        if set_apart or is_told_by(naming, held, at, thread)
        else _in_own_words(held, at, before_it, flow, course.dated)
    )
    thread.told = figure.naming if figure else None
    if figure and figure.naming.title == thread.names.get("unsure"):
        # named after all
        thread.names["unsure"] = ""
    if figure:
        go_on_as_shown(thread, naming.title, figure.naming)
        return figure
    if naming.stock and " in the " in naming.title and period not in held.periods:
        # "There are 62 people in the cohort": as things stand, at no time told before
        period = None
    if course.owner and mention.sort == "count" and not naming.breakdown and course.owner not in naming.title:
        naming = replace(naming, breakdown=(("group", course.owner),))
    return ProseFigure(mention.start, mention.end, mention, naming, period, held.sentence)


def _earlier(held: Held, at: int, flow: Flow, course: Course) -> ProseFigure | None:
    """The figure of a number that an earlier one of the sentence is compared with, or that says it as a share."""
    mention, parsed = held.found[at], flow.thread.sentence
    naming = earlier_value(held, at, course.told, parsed)
    if naming is None:
        naming = share_of_count(held, at, course.told, flow.told_so_far.keys(), parsed)
        flow.thread.last = naming or flow.thread.last
    if naming is None:
        return None
    period = period_at(held, at, naming, flow, course.dated)
    return ProseFigure(mention.start, mention.end, mention, naming, period, held.sentence)


def _moved(held: Held, at: int, flow: Flow, course: Course) -> ProseFigure | None:
    """The figure of a number that something is moved from or to."""
    mention = held.found[at]
    naming = course.moved_to if course.moved_to and course.moved_at == at else None
    if naming is None:
        pair = moved_from_to(held, at, flow.thread)
        if pair is None or is_elsewhere(held, mention, flow):
            return None
        naming, course.moved_to = pair
        course.moved_at = at + 1
    planned = bool(naming.breakdown) or any(part.breakdown for part in (course.moved_to,) if part)
    own = any(p.begin >= mention.end for p in held.periods)
    period = period_at(held, at, naming, flow, course.dated) if own or not planned else None
    return ProseFigure(mention.start, mention.end, mention, naming, period, held.sentence)


# "the refuges took 38 women; Minerva House, 14": whose the numbers after a semicolon are.
_NEXT_OWNER = re.compile(r";\s(?:and\s)?((?:[A-Z][a-z]+\s){1,3}[A-Z][a-z]+)(?:,\s|\s[a-z]+\s(?:in\s|on\s)?)$")


def _next_owner(held: Held, at: int) -> str:
    """Whose number ``at`` is, where a name after a semicolon says so, else ""."""
    owner = _NEXT_OWNER.search(held.sentence[held.found[at - 1].end : held.found[at].start]) if at else None
    return owner[1] if owner else ""


_SAID_ALONE = re.compile(r"\s(?:is|are|was|were|has|have|had)\b")
_JOINED_ON = re.compile(r"\sand\s(?:(?:just|well|over|under|about|around|nearly|almost|some|only)\s)*$")


def _in_own_words(held: Held, at: int, thread: Thread, flow: Flow, dated: Period | None) -> ProseFigure | None:
    """The figure of number ``at`` under its sentence's own words, None where they name none or tell of no result."""
    sentence, mention = held.sentence, held.found[at]
    naming = stated(held.blanked, held.found, at, thread)
    naming = told_as(naming, sentence, mention) if naming else None
    if naming is None or bare_rate(naming) or is_no_result(sentence, mention, naming) or NOT_YET.match(sentence):
        return None
    if other_area(sentence, mention.start, held.place) or (flow.foreign and not names_place(sentence, held.place)):
        return None
    if across_more_than(sentence, mention, held.place):
        return None
    period = period_in_own_words(held, at, naming, flow, dated)
    return ProseFigure(mention.start, mention.end, mention, naming, period, sentence)
