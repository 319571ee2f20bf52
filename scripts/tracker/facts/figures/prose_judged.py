"""A naming as it is told to readers: with what its sentence adds, unsure where anything speaks against it.

In: what a sentence holds, one of its numbers and the naming found for it. Out: the naming completed and tidied, with
``sure`` as a careful reader would judge it; the thread goes on from the title that is shown.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.prose_doubts import is_doubtful
from tracker.facts.figures.prose_names import of_announced, of_changed, sensible, timed, with_occasion
from tracker.facts.figures.prose_opening import Held
from tracker.facts.figures.title_alone import stands_alone
from tracker.facts.figures.title_in_full import in_full, of_the_place
from tracker.facts.figures.title_plain import plainly_named
from tracker.facts.figures.told_as import told_as
from tracker.facts.sentence.own_clause import own_clause
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import is_plural
from tracker.facts.wording.word_lists import words_of

NOT_YET = re.compile(
    r"\W*(?:[\d.]+\s)?(?:extrapolat\w+|resolved|agreed[:,]? (?:that|to)|recommend(?:ed|ation)?s?"
    r"|actions?:[^.;]*?\sto\s[a-z]+)\b",
    re.I,
)
"""What a meeting resolves, or asks somebody to do, is nothing that was counted."""


def judged(held: Held, at: int, naming: Naming, thread: Thread, part_of_unnamed: bool) -> Naming:
    """The naming of number ``at`` as it is told to readers, unsure where anything speaks against it."""
    sentence, found, mention = held.sentence, held.found, held.found[at]
    if NOT_YET.match(sentence):
        naming = replace(naming, sure=False)
    listed = not mention.side and _BARE_LIST.match(held.after(mention)) is not None
    if listed or re.match(r"[^.;]{0,110}\brespectively\b", held.after(mention)):
        naming = replace(naming, sure=False)
    naming = of_changed(held, mention, naming)
    naming = of_announced(held, with_occasion(held, mention, told_as(naming, sentence, mention), thread), thread)
    naming = sensible(timed(naming, sentence, mention), held.place)
    short = naming.title
    naming = of_the_place(in_full(naming, mention, thread), sentence, mention, thread)
    if naming.title != short:
        if thread.base == short:
            thread.base = naming.title
        if thread.last and thread.last.title == short:
            thread.last = replace(thread.last, title=naming.title)
    cut = at + 1 < len(found) and found[at + 1].sort == "count" and _is_cut(sentence, mention, found[at + 1], naming)
    if cut or part_of_unnamed or is_doubtful(sentence, mention, naming, held.place):
        naming = replace(naming, sure=False)
    if not naming.sure:
        thread.names["unsure"] = naming.title
    elif naming.title.partition(":")[0].removesuffix(" (share)") == thread.names.get("unsure"):
        # a part of what could not be named
        naming = replace(naming, sure=False)
    return naming


# "taking the totals to 113, 19 and 9": each is of another thing told before.
_BARE_LIST = re.compile(r"(?:,\s[\d,.]*\d)*,?\sand\s[\d,.]*\d\s?(?:[.;)]|$)")


_SO_MANY = words_of("totals averages numbers figures samples hundreds thousands groups teams panels")


def _is_cut(sentence: str, mention: Mention, following: Mention, naming: Naming) -> bool:
    """Whether the words of a name run on into the next number ("premises rated 3 or above")."""
    gap = sentence[mention.end : following.start].split()
    words = naming.title.split()
    return (
        len(words) > 1 and gap[-2:] == words[-2:] and re.search(r"(?:ed|en|than|of|over|under)$", gap[-1]) is not None
    )


def is_told_by(naming: Naming, held: Held, at: int, thread: Thread) -> bool:
    """Whether the name alone tells a reader what number ``at`` is."""
    parsed, mention = thread.sentence, held.found[at]
    if parsed is None or not naming.sure or mention.sort == "share":
        return naming.sure
    at, alone = parsed.at(mention.start), naming.title.rpartition(": ")[2].lower() == naming.unit
    if alone and parsed.low(at - 1) == "of" and parsed.sort(at - 2) == "noun" and parsed.low_of_first(at) != "the":
        # "Takedowns of 856 websites": what was counted is what was done to them
        before = parsed.phrases[at - 2]
        if before.number < 0 and is_plural(parsed.low(at - 2)) and parsed.low(at - 2) not in _SO_MANY:
            return False
    clause = own_clause(parsed, at) if alone and at >= 0 else None
    if clause and clause.link == "participle" and parsed.low_of_first(clause.before[0][0]).endswith("ing"):
        # "11 have reoffended, committing 26 offences": whose they are, the clause before tells
        return False
    return stands_alone(parsed, mention, plainly_named(parsed, mention, naming), held.found)
