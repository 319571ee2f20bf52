"""Prints the parse of sentences: ``python -m tracker.facts.sentence "The panel heard 312 cases."``"""

from __future__ import annotations

import sys

from tracker.facts.sentence.clauses import parse, show
from tracker.facts.sentence.counting import counting
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.periods import Context
from tracker.facts.wording.sentence_periods import blank_periods, sentence_periods
from tracker.facts.wording.sentences import sentences


def main(text: str) -> None:
    """One line for each sentence, then one for what each of its numbers counts."""
    for begin, end in sentences(text):
        sentence = text[begin:end]
        periods = sentence_periods(sentence, Context())
        numbers = [m for m in mentions(sentence) if not any(p.begin <= m.start < p.finish for p in periods)]
        found = parse(blank_periods(sentence, periods), [(m.start, m.end) for m in numbers])
        print(show(found))
        for mention in numbers:
            print("   ", sentence[mention.start : mention.end], counting(found, found.at(mention.start)))


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or sys.stdin.read())
