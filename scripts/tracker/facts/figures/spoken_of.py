"""What a sentence speaks of, for a later one that has no subject of its own: the measure counted, or one announced.

In: what a sentence holds, the figures found in it, and the topic so far. Out: the ``Topic`` that goes on to the next
sentence, None where nothing can be told or two things were counted. "Robbery offences have gone down." announces what
"There were 212 in 2022/23." counts; so does a question, "asked why shoplifting had risen".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.naming_crimes import crime_unit
from tracker.facts.figures.naming_parts import Naming, Topic
from tracker.facts.sentence.clauses import Sentence, parse
from tracker.facts.sentence.counting import pieces
from tracker.facts.sentence.lexicon import BE
from tracker.facts.wording.word_forms import capital, is_plural
from tracker.facts.wording.word_lists import COUNTED, PEOPLE, words_of


def sort_of(naming: Naming) -> str:
    """The sort of figure that a naming is of; one only goes on from its own sort."""
    if naming.measure in ("share", "rank", "money"):
        return naming.measure
    return "average" if naming.measure == "average" else "rate" if naming.measure == "rate" else "count"


def topic_after(
    sentence: Sentence | None, namings: Sequence[Naming], before: Topic | None, leads: bool = False
) -> Topic | None:
    """The topic that goes on from a sentence with these figures."""
    whole = [n for n in namings if not any(key in ("group", "plan", "measure", "range") for key, _ in n.breakdown)]
    measures: dict[str, Naming] = {}
    for naming in whole:
        known = measures.setdefault(sort_of(naming), naming)
        if known.title != naming.title:
            # two things were counted: neither "it" nor "there were" tells which
            measures[sort_of(naming)] = _NEITHER
    measures = {sort: naming for sort, naming in measures.items() if naming is not _NEITHER}
    done = {naming.title.split()[-1]: naming for naming in whole if sort_of(naming) == "count" and naming.title}
    if namings:
        return Topic(measures, None, leads, _verb(sentence), done) if measures or done else None
    if sentence is None:
        return None
    told = announced(sentence)
    if told:
        return Topic({}, told, leads)
    return before if _says_more(sentence) else None


_NEITHER = Naming("", "", "count")


def _verb(sentence: Sentence | None) -> str:
    """The main verb of the first clause, "" for none."""
    finite = next((n for n, p in enumerate(sentence.phrases) if p.sort == "verb" and p.finite), -1) if sentence else -1
    return sentence.low(finite) if sentence and finite >= 0 else ""


def _says_more(sentence: Sentence) -> bool:
    """Whether a sentence without figures only comments on what was told: "This is a decrease"."""
    first = next((n for n, p in enumerate(sentence.phrases) if p.sort == "noun"), -1)
    return (
        first >= 0
        and sentence.low(first) in ("this", "that", "it", "these", "they")
        and sentence.phrases[first].last == sentence.phrases[first].first
    )


_ASKED = re.compile(
    r"\b(?:asked|queried|enquired|wondered|question(?:ed)?)\b[^.;]{0,60}?\b(?P<how>why|about|how many|whether|if)\s"
    r"(?P<rest>.+)$"
)
_SAYS = r"\b(?:reported|noted|advised|said|stated|informed|told|confirmed|explained|heard|replied|responded|added)\s"
_HEARD = re.compile(rf"^.{{0,160}}?{_SAYS}(?:[\w'’]+\s){{0,4}}?that\s")
_SAYS_SO = re.compile(rf"{_SAYS}(?:[\w'’]+\s){{0,4}}?$")
_SO_MANY_OF = words_of("number numbers level levels volume volumes amount increase decrease rise fall reduction")


def says_so(lead: str) -> bool:
    """Whether words before "that" only tell who said what follows: "The Inspector replied"."""
    return _SAYS_SO.search(lead) is not None


def asked_about(text: str) -> Naming | None:
    """The measure that a question is about: "asked how many notices had been issued", None where none is asked."""
    asked = _ASKED.search(text)
    if asked is None:
        return None
    rest = re.split(r",\s(?=[^,]*$)", asked["rest"])[0] if says_so(text) else asked["rest"]
    bare = re.sub(r"^(?:the\s)?numbers? of\s", "", rest)
    inner = parse(bare)
    alone = asked["how"] == "about"
    return _subject(inner, done=asked["how"] == "how many", alone=alone, any_things=alone and bare != rest)


def announced(sentence: Sentence) -> Naming | None:
    """The measure that a sentence speaks of without giving its number, None where its subject is nothing counted."""
    if _ASKED.search(sentence.text):
        return asked_about(sentence.text)
    heard = _HEARD.match(sentence.text)
    return _subject(parse(sentence.text[heard.end() :]) if heard else sentence)


def subject_measure(sentence: Sentence, at: int) -> Naming | None:
    """The measure that is the subject of the clause in which the phrase ``at`` stands, None where its subject is
    nothing counted."""
    verb = at
    while verb >= 0 and not (sentence.sort(verb) == "verb" and sentence.phrases[verb].finite):
        if sentence.sort(verb) in ("mark", "subordinator", "relative"):
            return None
        verb -= 1
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    return measure_named(sentence, subject) if subject >= 0 and sentence.phrases[subject].number < 0 else None


def _subject(sentence: Sentence, *, done: bool = False, alone: bool = False, any_things: bool = False) -> Naming | None:
    """The subject of the first clause where it is something that is counted."""
    verb = next((n for n, p in enumerate(sentence.phrases) if p.sort == "verb" and p.finite), -1)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    if subject < 0 and alone:
        subject = next((n for n, p in enumerate(sentence.phrases) if p.sort == "noun"), -1)
    if subject < 0 or sentence.phrases[subject].number >= 0:
        return None
    if any(sentence.sort(n) not in ("gap", "comma", "adverb", "preposition", "coordinator") for n in range(subject)):
        return None
    if sentence.low(subject) in _KINDS and sentence.low(verb) in BE and sentence.sort(verb + 1) == "noun":
        # "The largest category is criminal damage"
        subject = verb + 1
    told = measure_named(sentence, subject, any_things=done or any_things)
    if told and done and verb >= 0 and sentence.phrases[verb].passive:
        return replace(told, title=f"{told.title} {sentence.words[sentence.phrases[verb].main].low}")
    return told


def measure_named(sentence: Sentence, subject: int, any_things: bool = False) -> Naming | None:
    """What a noun phrase with all that belongs to it names, where that is counted; ``any_things``: somebody counts."""
    if sentence.low(subject) in _SO_MANY_OF and sentence.low(subject + 1) in ("of", "in"):
        subject += 2
    if sentence.sort(subject) != "noun":
        return None
    phrase = sentence.phrases[subject]
    first = sentence.words[phrase.first]
    said = sentence.said(subject, subject)
    said = said[len(first.text) :].strip() if first.kind == "determiner" else said
    name = " ".join([said, *pieces(sentence, subject + 1, sentence.noun_end(subject))])
    name = re.sub(r"\s+", " ", name).strip(" ,")
    if not said or len(name.split()) > _LONGEST:
        return None
    head = _DONE.sub("", said).split()[-1].lower()
    counted = is_plural(head) and head not in PEOPLE | _NO_MEASURE and (any_things or head in COUNTED)
    unit = head if counted else crime_unit(name)
    if not unit:
        return None
    return Naming(capital(name), unit, "count", counted=True)


_DONE = re.compile(r"(?<=s)\s(?:recorded|reported|received|issued|made|heard|seen)$")
_LONGEST = 8
"""Words of a subject that is a name of a measure and not a description."""
_KINDS = words_of("category type group offence crime issue concern problem complaint strand")
"""What a measure is called where it is told which one: "the largest category is …"."""
_NO_MEASURE = words_of(
    "officers partners agencies members services teams staff wards areas schools places years meetings indicators"
    " measures figures results outcomes statistics headlines findings points actions priorities trends highlights"
)
