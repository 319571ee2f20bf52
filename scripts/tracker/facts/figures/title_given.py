"""What the counted were given or reached by, as a title: "delivered training to 236 drivers" → "Training delivered to
drivers".

In: the parse of a sentence and what one of its numbers counts. Out: words in the sentence's own order, with a gap for
the number where the counted are places or times ("Youth work on … evenings"); "" for clauses of other shapes.
"""

from __future__ import annotations

import re

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_composed import participle_of
from tracker.facts.figures.title_owner import without_article
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.counting import Counting
from tracker.facts.wording.word_forms import counts_people
from tracker.facts.wording.word_lists import words_of

_WHERE = words_of("in at across on")
_GIVEN = words_of("to for by with from among of at across through in on")


def given(sentence: Sentence, at: int, counted: Counting) -> str:
    """The title of number ``at``, "" where the clause does not tell what was given to whom or done where."""
    if counted.role == "object" and counted.passive and counted.preposition in ("to", "for", "with"):
        # "Prevent training was delivered to 415 staff and 32 governors"
        whole = without_article(counted.subject)
        verb = counted.verb.split()[-1]
        said = f"{whole} {verb} {counted.preposition} {_noun(sentence, at, counted)}"
        return said if whole and not re.search(r"\d", whole) else ""
    opens = _opens_done(sentence, at)
    if opens:
        return " ".join([counted.noun, opens, *counted.post[:2]])
    if counted.role != "aside" or sentence.low(at - 1) not in _GIVEN:
        return ""
    thing = _thing(sentence, at)
    if thing < 0 or _OFTEN.search(sentence.said(thing, thing)):
        return ""
    if sentence.phrases[thing].number >= 0 and sentence.low(at - 1) in _WHERE | {"from", "to"}:
        # "1,480 pupils from 34 schools"
        phrase = sentence.phrases[thing]
        whose = " ".join(word.text for word in sentence.words[phrase.number + 1 : phrase.last + 1])
        return f"{whose} {sentence.low(at - 1)} {GAP} {counted.noun}" if whose and thing == at - 2 else ""
    return _done_with(sentence, at, thing, counted)


def _thing(sentence: Sentence, at: int) -> int:
    """The noun phrase before the preposition of number ``at``, -1 for none; a list says it once."""
    thing = at - 2
    if sentence.sort(thing) in ("coordinator", "comma"):
        # "gave support to 10 victims of … and to 15 victims of …"
        for n in range(1, thing):
            same = sentence.sort(n) == "preposition" and sentence.low(n) == sentence.low(at - 1)
            if same and sentence.sort(n + 1) == "noun" and sentence.phrases[n + 1].number >= 0:
                return n - 1 if sentence.sort(n - 1) == "noun" else -1
        return -1
    return thing if thing >= 0 and sentence.sort(thing) == "noun" else -1


def _done_with(sentence: Sentence, at: int, thing: int, counted: Counting) -> str:
    """The thing with the verb that was done to it, and the counted behind their preposition."""
    led, noun = sentence.low(at - 1), _noun(sentence, at, counted)
    verb = thing - 1
    while sentence.sort(verb) == "preposition" and sentence.sort(verb - 1) == "noun":
        verb -= 2
    said = without_article(sentence.said(verb + 1, thing))
    if sentence.sort(verb) == "adverb":
        verb -= 1
    if sentence.sort(verb) != "verb":
        return _without_verb(sentence, verb, thing, led, noun)
    if _OFTEN.search(said):
        return ""
    done = _done(sentence.said(verb, verb))
    if not done or not said or sentence.phrases[thing].number >= 0:
        return ""
    if led in _WHERE:
        return f"{said} {done} {led} {GAP} {noun}"
    # "provided professionals with 116 consultations"
    to_people = led == "with" and counts_people(said, said.split()[-1].lower())
    return f"{said} {done} {led} {noun}" if led in ("to", "for", "with", "by", "from") and not to_people else ""


def _without_verb(sentence: Sentence, verb: int, thing: int, led: str, noun: str) -> str:
    """Where no verb stands before the thing: an item of a list that opens with one ("delivered training to 236
    drivers"), a subject with its place ("Volunteers in 11 villages"), what was paid for."""
    lead = sentence.words[sentence.phrases[thing].first]
    rest = sentence.said(thing, thing)[len(lead.text) :].strip()
    if thing == 0 and rest and lead.low.endswith("ed") and _done(lead.text) and led in ("to", "for", "with"):
        return f"{rest} {_done(lead.text)} {led} {noun}"
    if led in _WHERE and sentence.sort(verb) == "preposition" and sentence.sort(verb - 1) == "verb":
        # "The shelter was in use on 38 nights"
        subject = sentence.subject_of(verb - 1)
        who = without_article(sentence.said(subject, sentence.noun_end(subject))) if subject >= 0 else ""
        be = sentence.words[sentence.phrases[verb - 1].main].kind == "be"
        return f"{who} {sentence.said(verb, thing)} {led} {GAP} {noun}" if be and who else ""
    if led in _WHERE and sentence.sort(verb) in ("", "preposition"):
        return f"{without_article(sentence.said(thing, thing))} {led} {GAP} {noun}"
    return ""


def _noun(sentence: Sentence, at: int, counted: Counting) -> str:
    return " ".join([counted.noun, *counted.post[:1]])


_OFTEN = re.compile(r"\b(?:times|occasions|nights|days|average|total)\b", re.I)


def _done(verb: str) -> str:
    return participle_of(Counting("object", "", verb=verb), False)


def _opens_done(sentence: Sentence, at: int) -> str:
    """The verb that opens an item of a list right before its number: "Recruited 140 ambassadors" → "recruited"."""
    if at != 1 or sentence.sort(0) != "verb" or sentence.phrases[0].finite:
        return ""
    return _done(sentence.said(0, 0).lower())
