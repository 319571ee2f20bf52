"""Clauses that leave out what the clause before has said: "Police made 82 of the referrals and health 14".

In: the parse of a sentence and the phrase of one of its numbers. Out: the clause in full, "health made 14 of the
referrals", with the place of the number in it, so that it is read as if it had been written so; None where nothing is
left out, or more than one way to fill the gap. What stands in the gap is found by what stands beside it: a new subject
takes the place of the old one, a phrase that opens with the same preposition that of its fellow, a last word that of
the last word ("29% were assessed as high risk and 47% as medium").
"""

from __future__ import annotations

import re

from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.gap_models import (
    BREAKS,
    Restored,
    clause_end,
    ends_alone,
    has_verb,
    in_full,
    is_gerund,
    is_one_number,
    model_of,
    own_noun,
    said_after,
    verb_of_model,
)
from tracker.facts.sentence.lexicon import BE
from tracker.facts.wording.relative import ALWAYS_ACTIVE
from tracker.facts.wording.word_forms import is_plural
from tracker.facts.wording.word_lists import words_of

# What stands for a thing told of before: which one, its words do not say.
_NOT_NAMED = words_of(
    "these those them which whom it they this that all other others rest former latter larger smaller older"
    " younger remainder"
)
_GRADES = words_of("high higher medium moderate low lower standard severe serious minor first second third")
"""Adjectives that share a noun said once: "high risk, 47% medium"."""
_LONGEST = 8
"""Words of what stands beside the number: more is a clause that was not understood."""


def restored(sentence: Sentence, at: int) -> Restored | None:
    """The clause of the number in the noun phrase ``at`` with what it leaves out, None where it leaves out nothing."""
    shared = _shared_out(sentence, at)
    if shared:
        return shared
    first, last = _stretch(sentence, at)
    if sentence.sort(first - 1) not in BREAKS:
        return None
    if has_verb(sentence, first + is_gerund(sentence, first), last):
        return _other_verb(sentence, at, first) if last == at else None
    model = model_of(sentence, first - 1)
    if model < 0 or not is_one_number(sentence, first, last):
        return None
    before, after = range(first, at), range(at + 1, last + 1)
    if len(sentence.said(first, last).split()) > _LONGEST:
        return None
    own = own_noun(sentence, at)
    if before and not after and not own:
        said = _other_complement(sentence, at, model, first)
        return said or _other_subject(sentence, at, model, first) or _other_case(sentence, at, model, first)
    if not before and (after or own):
        return _other_of(sentence, at, model, last) or _other_end(sentence, at, model, last)
    return None


def _stretch(sentence: Sentence, at: int) -> tuple[int, int]:
    """The phrases round the number up to the commas and joints on both sides; a time at its end is left off."""
    first, last = at, at
    while first > 0 and sentence.sort(first - 1) not in BREAKS:
        first -= 1
    while sentence.sort(first) == "gap":
        first += 1
    while last + 1 < len(sentence.phrases) and sentence.sort(last + 1) not in (*BREAKS, "gap", "open", "close"):
        last += 1
    if last > at:
        while ends_alone(sentence, last + 2) and sentence.low(last + 1) in ("and", "or"):
            last += 2
    return first, last


def _other_subject(sentence: Sentence, at: int, model: int, first: int) -> Restored | None:
    """ "Police made 82 of the referrals, health 14": the same was done by, or said of, another."""
    verb = verb_of_model(sentence, model)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    named = sentence.sort(first) == "noun" or is_gerund(sentence, first)
    if subject < 0 or not named or sentence.phrases[subject].number >= 0:
        return None
    lead = at - 1
    if sentence.sort(lead) == "preposition":
        # "and incidents to 5,020": what rose or fell to it
        if sentence.low(lead) != sentence.low(model - 1):
            return None
        lead -= 1
    elif sentence.sort(model - 1) == "preposition":
        return None
    while sentence.sort(lead) == "gap":
        lead -= 1
    if (sentence.sort(lead) != "noun" and lead != first) or any(
        sentence.low(n) in _NOT_NAMED for n in range(first, at)
    ):
        return None
    new = sentence.said(first, lead)
    return in_full(sentence, at, model, f"{new} {sentence.said(verb, model - 1)}", said_after(sentence, model))


_WITHIN = words_of("in for after on at during with")


def _other_verb(sentence: Sentence, at: int, first: int) -> Restored | None:
    """ "Mediation was offered in 63 cases and accepted in 26", "a warning was given in 9 and a fine issued in 12": what
    else was done, in so many of the same things."""
    model = model_of(sentence, first - 1)
    verb = verb_of_model(sentence, model) if model >= 0 else -1
    old = sentence.subject_of(verb) if verb >= 0 else -1
    new = next((n for n in range(first, at) if sentence.sort(n) == "verb"), -1)
    if old < 0 or new < 0 or not sentence.phrases[verb].passive or sentence.phrases[old].number >= 0:
        return None
    done = sentence.phrases[new]
    alone = done.first == done.main and not own_noun(sentence, at) and is_one_number(sentence, first, at)
    if not alone or has_verb(sentence, new + 1, at) or sentence.words[done.main].kind not in _PARTICIPLE:
        return None
    if not {sentence.low(at - 1), sentence.low(model - 1)} <= _WITHIN or sentence.low(new) in ALWAYS_ACTIVE:
        # "and led to a move in 26": what it did
        return None
    group = sentence.phrases[verb]
    be = " ".join(word.text for word in sentence.words[group.first : group.main])
    who = sentence.said(old, verb - 1)
    if new > first:
        if sentence.sort(first) != "noun" or first != new - 1 or sentence.points_back(first):
            return None
        who = sentence.said(first, first)
        be = re.sub(r"^wa?s$|^were$", "were" if is_plural(who.split()[-1]) else "was", be)
    return in_full(sentence, at, model, f"{who} {be} {sentence.said(new, at - 1)}", said_after(sentence, model))


_PARTICIPLE = frozenset({"ed", "past", "participle"})


def _other_complement(sentence: Sentence, at: int, model: int, first: int) -> Restored | None:
    """ "The owner was a tenant in 82 cases, a landlord in 57": another thing was said of the same."""
    verb = verb_of_model(sentence, model)
    be = verb >= 0 and verb == model - 3 and sentence.words[sentence.phrases[verb].main].low in BE
    alike = sentence.sort(model - 1) == "preposition" and sentence.low(at - 1) == sentence.low(model - 1)
    subject = sentence.subject_of(verb) if be and alike and first == at - 2 else -1
    if subject < 0 or not all(sentence.low_of_first(n) in ("a", "an") for n in (model - 2, first)):
        return None
    lead = f"{sentence.said(subject, verb)} {sentence.said(first, at - 1)}"
    return in_full(sentence, at, model, lead, said_after(sentence, model))


def _other_case(sentence: Sentence, at: int, model: int, first: int) -> Restored | None:
    """ "Completions for opiates are 4%, for alcohol 36%": of another case."""
    verb = verb_of_model(sentence, model)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    if subject < 0 or sentence.sort(first) != "preposition":
        return None
    fellow = next(
        (
            n
            for n in range(subject, verb)
            if sentence.sort(n) == "preposition" and sentence.low(n) == sentence.low(first)
        ),
        -1,
    )
    if fellow < 0:
        return None
    lead = f"{sentence.said(subject, fellow - 1)} {sentence.said(first, at - 1)} {sentence.said(verb, model - 1)}"
    return in_full(sentence, at, model, lead, said_after(sentence, model))


def _other_of(sentence: Sentence, at: int, model: int, last: int) -> Restored | None:
    """ "1,020 reports of noise, 640 of nuisance bikes": the same things of another kind."""
    fellow = sentence.sort(at + 1) == "preposition" and sentence.sort(model + 1) == "preposition"
    noun = own_noun(sentence, model)
    if not fellow or not noun or own_noun(sentence, at) or sentence.low(at + 1) != sentence.low(model + 1):
        return None
    kind = sentence.phrases[at + 2] if at + 2 <= last else None
    if kind is None or sentence.words[kind.first].kind in ("determiner", "pronoun", "number"):
        # "640 of the reports" are a part of them
        return None
    begin = model
    while begin > 0 and sentence.sort(begin - 1) not in (*BREAKS, "gap"):
        begin -= 1
    return in_full(sentence, at, model, sentence.said(begin, model - 1), f"{noun} {sentence.said(at + 1, last)}")


def _other_end(sentence: Sentence, at: int, model: int, last: int) -> Restored | None:
    """ "29% were assessed as high risk, 47% as medium": said of others, with another end."""
    verb = sentence.verb_of(model)
    if verb < 0:
        verb = next(
            (
                n
                for n in range(model, clause_end(sentence, model))
                if sentence.sort(n) == "verb" and sentence.phrases[n].finite
            ),
            -1,
        )
    end = clause_end(sentence, model)
    if verb < 0 or end <= verb:
        return None
    old = _counterpart(sentence, at, verb, end)
    if old < 0:
        return None
    alone = sentence.sort(at + 1) in ("", "gap", *BREAKS)
    new = own_noun(sentence, at) if alone else sentence.said(at + 1, last)
    words = sentence.said(old, end).split()
    if alone and is_plural(new.split()[-1]) and not new.endswith(" ones"):
        # "12 were closed and three officers": something else is counted
        return None
    if len(new.split()) > len(words) + (0 if alone else _MORE_WORDS):
        return None
    graded = {words[-2].lower(), new.split()[-1].lower()} <= _GRADES if len(words) > 1 else False
    if len(words) - (not alone) == 2 and len(new.split()) - (not alone) == 1 and graded:
        # "high risk": the risk is medium
        new = f"{new} {words[-1]}"
    opened = sentence.low(0) == "of" and not any(sentence.sort(n) in ("mark", "verb") for n in range(model))
    # "Of the 18 measures, nine are green, six amber"
    lead = f"{sentence.said(0, model - 1)}," if opened and model > 1 else ""
    return in_full(sentence, at, model, lead, f"{own_noun(sentence, model)} {sentence.said(model + 1, old - 1)} {new}")


_MORE_WORDS = 3
"""Words by which what takes a phrase's place may be longer: "for opiates … for non-opiates and alcohol"."""


def _counterpart(sentence: Sentence, at: int, verb: int, end: int) -> int:
    """The phrase of the full clause, between its verb and its end, whose place is taken by what stands behind the
    number; -1 for none."""
    sort, alone = sentence.sort(at + 1), sentence.sort(at + 1) in ("", "gap", *BREAKS)
    if not alone and own_noun(sentence, at):
        return -1
    if alone or sort == "noun":
        # "six amber"; "131 involved a bladed article and six the discharge of a firearm"
        nouns = (n for n in (range(end, verb, -1) if alone else range(verb + 1, end + 1)) if sentence.sort(n) == "noun")
        return next(nouns, -1)
    if sort != "preposition":
        return -1
    alike = (n for n in range(end, verb, -1) if sentence.sort(n) == sort and sentence.low(n) == sentence.low(at + 1))
    return next(alike, -1)


def _shared_out(sentence: Sentence, at: int) -> Restored | None:
    """ "Hollin ward and Mill ward had 12 and 9 notices respectively", "twelve and nine cases of arson and theft
    respectively": to each its own."""
    end = next((n for n in range(at, len(sentence.phrases)) if sentence.low(n) == "respectively"), -1)
    if end < 0 or any(sentence.sort(n) == "mark" for n in range(at, end)):
        return None
    run = _items(sentence, _run_end(sentence, at), numbered=True)
    if len(run) < 2 or not any(first <= at <= last for first, last in run):
        return None
    place = next(n for n, (first, last) in enumerate(run) if first <= at <= last)
    begin, stop = run[0][0], run[-1][1]
    noun = own_noun(sentence, stop)
    verb = verb_of_model(sentence, begin)
    if verb < 0:
        return None
    of = _items(sentence, end - 1) if end - 1 > stop else []
    if len(of) == len(run) and sentence.sort(of[0][0] - 1) == "preposition" and of[0][0] - 1 > stop:
        subject = sentence.subject_of(verb)
        who = sentence.said(subject, verb - 1) if subject >= 0 else "there"
        tail = f"{sentence.said(stop + 1, of[0][0] - 1)} {sentence.said(*of[place])}"
        return in_full(sentence, at, -1, f"{who} {sentence.said(verb, begin - 1)}", f"{noun} {tail}")
    subjects = _items(sentence, verb - 1)
    if len(subjects) != len(run):
        return None
    lead = f"{sentence.said(*subjects[place])} {sentence.said(verb, begin - 1)}"
    return in_full(sentence, at, -1, lead, f"{noun} {sentence.said(stop + 1, end - 1)}")


def _run_end(sentence: Sentence, at: int) -> int:
    """The last of the numbers that commas and joints link to the one at ``at``."""
    while sentence.sort(at + 1) in ("comma", "coordinator"):
        following = at + 2 if sentence.sort(at + 2) not in ("comma", "coordinator") else at + 3
        if sentence.sort(following) != "noun" or sentence.phrases[following].number < 0:
            return at
        at = following
    return at


def _items(sentence: Sentence, end: int, *, numbered: bool = False) -> list[tuple[int, int]]:
    """The noun phrases, each with its prepositions, that commas and joints link up to ``end``, first to last."""
    found: list[tuple[int, int]] = []
    while end >= 0 and sentence.sort(end) == "gap":
        end -= 1
    while end >= 0 and sentence.sort(end) == "noun" and (sentence.phrases[end].number >= 0) == numbered:
        found.append((end, end))
        at = end - 1
        if sentence.sort(at) not in ("comma", "coordinator"):
            break
        while sentence.sort(at) in ("comma", "coordinator"):
            at -= 1
        end = at
    return found[::-1]
