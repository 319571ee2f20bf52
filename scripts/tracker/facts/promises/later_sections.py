"""Sections of all papers by what they tell, and how much one reads as a report on what a promise is about.

In: passages that can report something, each with its words, names and heading. Out: for a topic and a day, the sections
dated later that tell of it, best first. Linear in the passages that share a word with the topic.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.facts.promises.later_passages import Passage
from tracker.facts.promises.promise_topic import Topic
from tracker.facts.wording.likeness_words import Weights

Place = tuple[str, str]
"""Part and block, or paper and block."""

# Weights are natural logarithms of how rare a word is among sections: 5.8 for a word of one section in 320. All limits
# below were found on five papers and on the same five in other words, with 81 promises each that are reported later.
_SECTION, _PASSAGE, _HEADING = 0.5, 0.5, 0.7
"""What the likeness of a whole section, of its likest passage and of its heading count."""
_LENGTH = 0.25
"""The power of a text's own weight that its likeness is divided by; 0.5 favours short texts too much."""
_ANSWERS = 1.4
"""How much likelier is a section that reports on the objective of the promise."""
_LEAST_SCORE = 0.64
"""Above it nine proposals in ten were right to a reader; at 0.55 seven in ten."""
_LEAST_TOLD = 8.0
"""The weight of all that a section has of a topic. Below it there is nothing to go by."""
_ONE_RARE, _THREE_RARE = 4.0, 10.0
"""The weight of the promise's own rare words that a section must have, and from which on it need not have the names."""
_JOINED = 10.0
"""Or of all words of the topic, where the section reports on the objective and the promise is a firm one."""
_MOST_OF_HEADING, _BESIDE = 0.6, 2.0
"""Or the section's heading says what the promise is about ("Operation Encompass"): so much of the heading, by weight,
with so much of the promise's own words in the text below it."""
_MOST_OF_NAMES = 0.5
"""A promise that names things is reported where at least this part of the names stands, by weight."""
_MOST_PLACES = 400
"""A word of more passages finds none: the search stays as quick in a tracker of hundreds of papers."""


@dataclass(frozen=True)
class Reported:
    """A section that seems to report on a topic; ``shared``: how much of the topic stands in each passage, by block."""

    score: float
    passages: tuple[Passage, ...]
    shared: Mapping[str, float]


@dataclass(frozen=True)
class _Section:
    """The passages under a heading; ``heading`` is empty where it is an objective's own, which stands over many.

    What likeness is divided by, so that a long text is not like everything: ``long`` for the section, ``longs`` for
    each passage by block, ``headed`` for the heading.
    """

    passages: tuple[Passage, ...]
    text: frozenset[str]
    heading: frozenset[str]
    names: frozenset[str]
    long: float
    longs: Mapping[str, float]
    headed: float


class ToldSections:
    """What papers tell, by section."""

    def __init__(self, passages: Iterable[Passage], framework: frozenset[Place]) -> None:
        """``framework``: paper and block of headings that are an objective or outcome themselves."""
        held: dict[tuple[str, str, str], list[Passage]] = defaultdict(list)
        self._places: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            held[passage.section_key].append(passage)
            for word in passage.words:
                self._places[word].append(passage)
        self._weights = Weights.of_sections(p for some in held.values() for p in some)
        self._sections = {key: self._section(tuple(some), framework) for key, some in held.items()}

    def _section(self, passages: tuple[Passage, ...], framework: frozenset[Place]) -> _Section:
        first = passages[0]
        own = (first.paper, first.section) not in framework
        heading = first.heading_words if own else frozenset()
        names = (first.heading_names if own else frozenset()).union(*(p.names for p in passages))
        text = frozenset[str]().union(*(p.words for p in passages))
        weights = self._weights
        return _Section(
            passages,
            text,
            heading,
            names,
            long=weights.of(text) ** _LENGTH,
            longs={p.block: weights.of(p.words) ** _LENGTH for p in passages},
            headed=math.sqrt(weights.of(heading)) or 1.0,
        )

    def found(self, topic: Topic, day: str, answering: frozenset[Place]) -> list[Reported]:
        """Sections of after ``day`` that tell of a topic, best first. ``answering``: part and block of what reports on
        the promise's objective."""
        asked = {word: told * self._weights.of([word]) for word, told in sorted(topic.told.items())}
        near: dict[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
        for word, weight in asked.items():
            places = self._places.get(word, ())
            for passage in places if len(places) <= _MOST_PLACES else ():
                if passage.day > day:
                    shared = near[passage.section_key]
                    shared[passage.block] = shared.get(passage.block, 0.0) + weight
        found = []
        for key, shared in near.items():
            section = self._sections[key]
            score = self._score(topic, asked, section, shared, answering)
            if score >= _LEAST_SCORE:
                found.append(Reported(score, section.passages, shared))
        return sorted(found, key=lambda f: (-f.score, f.passages[0].paper, f.passages[0].index))

    def _score(
        self,
        topic: Topic,
        asked: Mapping[str, float],
        section: _Section,
        shared: Mapping[str, float],
        answering: frozenset[Place],
    ) -> float:
        """How much a section reads as a report on a promise, 0 where it is too little to go by."""
        words = section.text | section.heading
        told = _sum(asked, words)
        if told < _LEAST_TOLD:
            return 0.0
        answers = any((p.part, p.block) in answering for p in section.passages)
        own = self._weights.of(word for word in topic.own & words if self._weights.is_telling(word))
        if own < _THREE_RARE and not self._names_it(topic.names, section.names):
            return 0.0
        joined = answers and topic.firm and told >= _JOINED
        if own < _ONE_RARE and not joined and not self._says_it_in_its_heading(topic, section):
            return 0.0
        text = _sum(asked, section.text) / section.long
        passage = max(held / section.longs[block] for block, held in shared.items())
        heading = _sum(asked, section.heading) / section.headed
        score = (_SECTION * text + _PASSAGE * passage + _HEADING * heading) / math.sqrt(_sum(asked, asked.keys()))
        return score * (_ANSWERS if answers else 1.0)

    def _names_it(self, asked: frozenset[str], names: frozenset[str]) -> bool:
        """Whether most of what a promise names stands there, of all its names or of the rare ones; so too of none."""
        weigh = self._weights.of
        rare = frozenset(name for name in asked if self._weights.is_rare_name(name))
        return any(weigh(some & names) >= _MOST_OF_NAMES * weigh(some) for some in (rare, asked))

    def _says_it_in_its_heading(self, topic: Topic, section: _Section) -> bool:
        over = self._weights.of(topic.told.keys() & section.heading)
        if over < _ONE_RARE or over < _MOST_OF_HEADING * section.headed**2:
            return False
        return self._weights.of((topic.own & section.text) - section.heading) >= _BESIDE


def _sum(asked: Mapping[str, float], words: Iterable[str]) -> float:
    """The weight of what is asked for among some words; in an order that does not change from run to run."""
    return math.fsum(asked[word] for word in asked.keys() & words)
