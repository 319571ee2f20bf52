"""Names of sums by the grammar of their clause: "£41,300 in cash was seized", "traders were offered £500".

In: a sum and the thread with the parse of its sentence. Out: its naming, None where the clause does not tell what the
sum is. What would or will be paid is marked as planned.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_parts import Breakdown, Naming, Thread, side_of
from tracker.facts.figures.naming_share_made_up import with_pieces
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.printed import printed
from tracker.facts.sentence.share_clauses import without_article
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital, in_line, is_plural
from tracker.facts.wording.word_lists import words_of

_GIVEN = words_of("offered given awarded paid granted allocated promised lent")
_SUMS = words_of(
    "grant grants fund funds funding budget contribution levy award awards payment payments allocation loan loans"
)
_EMPTY = words_of("it this that they these those each which who total cost amount sum figure we there")
_TO_COME = re.compile(r"\b(?:would|will|could|is expected to|are expected to|is to|are to)\b")
_AGAINST = re.compile(
    r"\bagainst (?:a|an|the|its|our) (?P<plan>(?:[a-z]+ )?(?:budget|allocation|forecast|estimate)) of $"
)
_IN_ALL = re.compile(r",? (?:to|making|with|for) (?:a|the) total of $|,? totalling $|,? amounting to $")


def sum_of_clause(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """The naming of a sum by the clause that it stands in."""
    sentence = thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if sentence is None or at < 0:
        return None
    last, against = thread.last, _AGAINST.search(text[: mention.start])
    if against and last and last.measure == "money" and thread.names.get("here"):
        # "Expenditure was £214,600 against a budget of £221,000"
        return replace(last, breakdown=(("group", against["plan"]),), same=False)
    if _IN_ALL.search(text[: mention.start]) and last and any(key == "range" for key, _ in last.breakdown):
        # "awards of between £250 and £1,500, to a total of £11,940"
        return replace(last, breakdown=tuple(part for part in last.breakdown if part[0] != "range"))
    for read in (_kind_done, _given_to, _cost, _awards, _in_brackets):
        title, part = read(sentence, at, thread)
        if title:
            return Naming(capital(title), "GBP", "money", (*side_of(mention), *part))
    return None


_Told = tuple[str, Breakdown]
_NOT_TOLD: _Told = ("", ())


def _kind_done(sentence: Sentence, at: int, thread: Thread) -> _Told:
    """ "£41,300 in cash was seized": cash seized."""
    kind, verb = at + 2, at + 3
    if sentence.low(at + 1) not in ("in", "of") or sentence.sort(kind) != "noun" or sentence.sort(verb) != "verb":
        return _NOT_TOLD
    phrase = sentence.phrases[verb]
    if not phrase.finite or not phrase.passive or sentence.points_back(kind) or sentence.phrases[kind].number >= 0:
        return _NOT_TOLD
    words = without_article(sentence.said(kind, kind))
    return (f"{words} {sentence.low(verb)}", ()) if words.lower() not in _SUMS else _NOT_TOLD


def _given_to(sentence: Sentence, at: int, thread: Thread) -> _Told:
    """ "Groups and charities were offered £500": funding offered to them."""
    verb = at - 1
    while verb >= 0 and (
        sentence.phrases[verb].number >= 0 or sentence.sort(verb) in ("mark", "coordinator", "adverb")
    ):
        verb -= 1
    if sentence.sort(verb) != "verb" or sentence.low(verb) not in _GIVEN or not sentence.phrases[verb].passive:
        return _NOT_TOLD
    whom = _subject(sentence, verb)
    return (f"funding {sentence.low(verb)} to {in_line(whom)}", _planned(sentence, verb)) if whom else _NOT_TOLD


def _cost(sentence: Sentence, at: int, thread: Thread) -> _Told:
    """ "The scheme would cost £90,000", "Each cost £1,450": the cost of that."""
    verb, things = at - 1, thread.spoken.many
    if re.fullmatch(r"each (?:one )?costs?", sentence.said(verb, verb).lower()) and things:
        return (f"{things}: cost of each one", ()) if is_plural(things.split()[-1]) else _NOT_TOLD
    if sentence.sort(verb) != "verb" or sentence.low(verb) not in ("cost", "costs"):
        return _NOT_TOLD
    what = _subject(sentence, verb)
    return (f"{what}: cost", _planned(sentence, verb)) if what else _NOT_TOLD


def _awards(sentence: Sentence, at: int, thread: Thread) -> _Told:
    """ "The pot supported 14 projects, with awards of between £250 and £1,500": the pot's awards."""
    of = at - 1
    while of >= 0 and (sentence.phrases[of].number >= 0 or sentence.low(of) in ("between", "and", "to")):
        of -= 1
    noun = of - 1
    if sentence.low(of) != "of" or sentence.low(noun) not in _SUMS or sentence.low(noun - 1) != "with":
        return _NOT_TOLD
    verb = next((n for n in range(noun, -1, -1) if sentence.sort(n) == "verb" and sentence.phrases[n].finite), -1)
    whose = _subject(sentence, verb) if verb >= 0 else ""
    return (f"{whose}: {sentence.said(noun, noun)}", ()) if whose else _NOT_TOLD


def _in_brackets(sentence: Sentence, at: int, thread: Thread) -> _Told:
    """ "the domestic abuse duty grant (£486,000)": that grant."""
    noun = at - 2
    if sentence.sort(at - 1) != "open" or sentence.sort(at + 1) != "close" or sentence.low(noun) not in _SUMS:
        return _NOT_TOLD
    words = without_article(sentence.said(noun, noun))
    return (words, ()) if len(words.split()) > 2 and sentence.phrases[noun].number < 0 else _NOT_TOLD


def _subject(sentence: Sentence, verb: int) -> str:
    """The subject of a clause verb as a title begins it, "" where it says nothing of its own."""
    subject = sentence.subject_of(verb)
    if subject < 0 or sentence.phrases[subject].number >= 0 or sentence.low(subject) in _EMPTY:
        return ""
    first = sentence.words[sentence.phrases[subject].first]
    if first.kind == "pronoun" or sentence.points_back(subject) or first.low in ("this", "these", "those", "such"):
        return ""
    words = with_pieces(sentence, subject) or without_article(printed(sentence, subject, sentence.noun_end(subject)))
    return words if len(words.split()) <= _MOST_WORDS and not re.search(r"\d", words) else ""


_MOST_WORDS = 9


def _planned(sentence: Sentence, verb: int) -> Breakdown:
    """The mark of what is still to be paid."""
    return (("plan", "planned"),) if _TO_COME.search(sentence.said(verb, verb)) else ()
