"""What "it", "they" and "those children" stand for: what the sentences before spoke of, by their subjects.

In: the parse of a sentence, what was counted in it and what was spoken of before it. Out: the ``Spoken`` that goes on
to the next sentence, and words with what they point back to in its place: "it was unable to take …" → "refuge was
unable to take …". A sentence whose subject points back itself lets what was spoken of go on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.facts.sentence.clauses import Sentence, parse
from tracker.facts.wording.word_forms import counts_people, is_plural
from tracker.facts.wording.word_lists import words_of


@dataclass(frozen=True)
class Spoken:
    """``one`` is what "it" stands for, ``many`` what "they" do, "" where that cannot be told."""

    one: str = ""
    many: str = ""
    counted: dict[str, str] = field(default_factory=dict)
    """What was counted, by the noun it was counted in: "those children" are those."""
    whole: str = ""
    """Of whom or what a share is that does not say it itself: "58% had a job" behind "27% of callers were men"."""


NOTHING = Spoken()

_MOST_WORDS = 8
"""Words of a subject that can stand in a title for the pronoun."""
# Nouns that stand for a number, a time or nothing of their own.
_EMPTY = words_of(
    "figure figures number numbers total totals rate level levels year years quarter quarters month months period"
    " majority most half third rest remainder others one ones time times increase decrease rise fall reduction aim"
    " target result results difference reason change picture position example addition part proportion share amount"
    " average it they this that these those we he she you i who which there all some many both each none more less"
)
# Who speaks at a meeting: what they said is what is spoken of.
_SPEAKS = re.compile(
    r"^[^.;:]{0,160}?\b(?:report|advis|said|stat|inform|told|confirm|explain|heard|add|highlight|not|mention)"
    r"\w*\s(?:\w+\s){0,3}?that\s(?:the\smeeting\s)?",
    re.I,
)

# Who presents a report did not do what it counts.
_PERSON = re.compile(
    r"\b(?:Chair\w*|Inspector|Superintendent|Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Commander|Commissioner|Sergeant|Constable"
    r"|Mayor|Director|Manager|Head of|Leader|Officer|Lead)\b|^(?:members?|officers?|partners?|staff|people|residents)$"
)


def spoken_after(sentence: Sentence, counted: dict[str, str], before: Spoken) -> Spoken:
    """What is spoken of behind a sentence. ``counted``: the titles of what it counts, by their nouns."""
    told = _SPEAKS.match(sentence.text)
    inner = parse(sentence.text[told.end() :]) if told else sentence
    counted = {**before.counted, **counted}
    subject = subject_of_first(inner)
    if subject < 0:
        return Spoken(counted=counted)
    if inner.low(subject) == "number" and inner.low(subject + 1) == "of" and inner.sort(subject + 2) == "noun":
        # "The number of offences rose": offences
        subject += 2
    first = inner.words[inner.phrases[subject].first]
    if first.kind == "pronoun" or inner.low(subject) in _EMPTY or inner.points_back(subject):
        return Spoken(before.one, before.many, counted)
    words = _name(inner, subject)
    if not words:
        return Spoken(counted=counted)
    head = inner.low(subject)
    several = is_plural(head) or counts_people(head, head) or inner.phrases[subject].number >= 0
    several = several or inner.sort(subject + 1) == "coordinator"
    return Spoken("" if several else words, words if several else "", counted)


def subject_of_first(sentence: Sentence) -> int:
    """The subject of the first clause, "there are" counting as one; -1 where something else leads the sentence."""
    verb = next((n for n, p in enumerate(sentence.phrases) if p.sort == "verb" and p.finite), -1)
    if verb < 0:
        return -1
    if sentence.sort(verb - 1) == "there":
        return verb + 1 if sentence.sort(verb + 1) == "noun" else -1
    return sentence.subject_of(verb)


def _name(sentence: Sentence, subject: int) -> str:
    """The subject as a title begins it: without article, number, times and asides; "" for people who speak or act at a
    meeting, and for what is too long."""
    phrase = sentence.phrases[subject]
    begin = phrase.number + 1 if phrase.number >= 0 else phrase.first
    if begin > phrase.last:
        return ""
    end = sentence.noun_end(subject)
    words = sentence.text[sentence.words[begin].start : sentence.words[sentence.phrases[end].last].end]
    words = re.sub(r"\s+", " ", words).strip(" ,")
    words = re.sub(r"^(?:(?:the|an?|our|its|their|all|every|each)\s)+", "", words, flags=re.I)
    if re.search(r"\d", words) or len(words.split()) > _MOST_WORDS or _PERSON.search(words):
        return ""
    return words


# "it", "they" at the beginning of a clause, "those children", "the scheme".
_POINTS = re.compile(r"(?P<one>it)\s|(?P<many>they)\s|(?:these|those|such|the)\s(?P<noun>[a-z]+)\s", re.I)
_BETWEEN_THEM = re.compile(r"^between (?:them|these),?\s|\sbetween (?:them|these)\b|^(?:of|for) these,?\s", re.I)


_ANY_BODY = words_of(
    "team service scheme project programme unit panel hub course group pilot initiative centre partnership board fund"
)
"""What many bodies are: which one, its name must say."""


def resolved(words: str, spoken: Spoken, known: str = "") -> str:
    """The words of a clause with what their subject points back to in its place, as they are where nothing is told.
    ``known``: the body that the text is about, which "the team" is."""
    bare = _BETWEEN_THEM.sub("", words)
    found = _POINTS.match(bare)
    if found is None:
        return words
    if found["one"] or found["many"]:
        name = spoken.one if found["one"] else spoken.many
    else:
        name = spoken.counted.get(found["noun"].lower(), "")
        name = name if found["noun"].lower() in name.lower() else ""
    if name.lower() in _ANY_BODY:
        name = known if name.lower() in known.lower().split() else ""
    joint = ": " if _SAYS_MORE.search(name) else " "
    return f"{name}{joint}{bare[found.end() :]}" if name else words


# "children who reoffended: committed … offences"
_SAYS_MORE = re.compile(r"\s(?:who|that|which)\s|[a-z]ed$|: ")
