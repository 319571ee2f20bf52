"""Numbers whose clause leaves out what the one before has said ("41 women stayed and 12 left"), read as if it were
written in full.

In: a sentence, one of its numbers, what was told so far. Out: the figure, None where nothing is left out.
"""

from __future__ import annotations

from dataclasses import replace

from tracker.facts.figures.naming import name_mention
from tracker.facts.figures.naming_changes import is_change
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.prose_course import Course, is_elsewhere
from tracker.facts.figures.prose_flow import Flow, ProseFigure
from tracker.facts.figures.prose_judged import judged
from tracker.facts.figures.prose_names import (
    of_what_was_told,
    with_sentence,
)
from tracker.facts.figures.prose_opening import Held
from tracker.facts.figures.prose_time import period_at
from tracker.facts.figures.statements import stated
from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.gapping import restored
from tracker.facts.sentence.shares import shares_told
from tracker.facts.wording.mentions import mentions


def in_full(held: Held, at: int, thread: Thread, flow: Flow, course: Course) -> ProseFigure | None:
    """The figure of a number whose clause leaves out what the one before has said, read as if it were written in full;
    None where nothing is left out, or the clause before was not understood."""
    mention, sentence = held.found[at], thread.sentence
    if is_change(mention, held.before(mention), held.after(mention)):
        return None
    if mention.start in thread.shares:
        # a share that is told with what it leaves out
        return None
    whole = restored(sentence, sentence.at(mention.start)) if sentence and not mention.side else None
    if sentence is None or whole is None:
        return None
    model = course.told.get(sentence.words[sentence.phrases[whole.model].number].start) if whole.model >= 0 else None
    if (whole.model >= 0 and (model is None or not model.sure)) or is_elsewhere(held, mention, flow):
        return None
    numbers = mentions(whole.text)
    here = next((n for n, m in enumerate(numbers) if m.start == whole.start), -1)
    if here < 0 or numbers[here].sort != mention.sort:
        return None
    # as its fellow was shown, so is a number however small
    fellow = replace(numbers[here], value=max(numbers[here].value, "10", key=float), in_words=False)
    numbers = (*numbers[:here], fellow, *numbers[here + 1 :])
    clause = Held(whole.text, whole.text, numbers, (), held.place, "")
    clause_parsed = parse(whole.text, [(m.start, m.end) for m in numbers])
    names = thread.names | {"named": "", "here": "", "text": whole.text}
    shares = shares_told(clause_parsed, numbers)
    own = replace(thread, sentence=clause_parsed, shares=shares, period_ends=(), names=names)
    parted = model is not None and any(key == "group" for key, _ in model.breakdown)
    opens = clause_parsed.phrases[0]
    if not parted and not (whole.start == 0 and opens.main == opens.number and clause_parsed.sort(1) == "verb"):
        # what is said in full counts its own things; "9% related to faith" does not say of what
        own.base, own.last = "", None
    naming = name_mention(whole.text, numbers, here, own)
    if naming:
        naming = of_what_was_told(clause, numbers[here], with_sentence(clause, here, naming, None), None, own)
        naming = judged(clause, here, naming, own, part_of_unnamed=False)
    if naming is None or not naming.sure or mention.sort == "money":
        naming = stated(whole.text, numbers, here, replace(own, base="", last=None, told=None))
    if naming is None or not naming.sure or (model and not _are_fellows(naming, model, parted)):
        return None
    if any((naming.title, naming.breakdown) == (told.title, told.breakdown) for told in course.told.values()):
        return None
    period = period_at(held, at, naming, flow, course.dated)
    return ProseFigure(mention.start, mention.end, mention, naming, period, held.sentence)


def _are_fellows(naming: Naming, model: Naming, parted: bool) -> bool:
    """Whether two namings read alike: parts of one whole where the first is a part."""
    return naming.title == model.title if parted else True
