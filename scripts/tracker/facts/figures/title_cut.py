"""Whether a title, or a part's name, is cut out of its sentence in the wrong place, by the parse.

In: a sentence with its parse, one of its numbers and the naming that would be shown. Out: whether the name stops
where the sentence goes on with what belongs to it ("for households owed" of "for households owed a prevention duty"),
or leans on a word whose meaning only the text before has ("officers who carry it", "burglaries at those homes").
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import DO
from tracker.facts.wording.mentions import Mention

# "wardens that carry it", "In his ward …", "Of those who had, …"
_LEANS = re.compile(
    r"^(?:\S+\s){0,5}(?:it|him|her|there|so|such)$|^In (?:his|her|their|my|your)\b"
    r"|\bwho (?:had|have|did|do|were|are|was),",
    re.I,
)
# "Best had …", "Rate ranges from …", "Rolling 12-month total": of what, the title does not say.
_OF_NOTHING = re.compile(
    r"^(?:the\s)?(?:best|worst|highest|lowest|largest|smallest|others?|rest|remainder|most|majority|rate|total|figure)\s"
    r"(?:was|were|had|has|is|are|ranges?|ranged)\b"
    r"|(?:^|:\s)(?:rolling|running|annual|current|cumulative|year-to-date)\s(?:\S+\s)?(?:total|figure|number)$"
    r"|(?:^|\bto )(?:double|halve|treble|triple)\s"
    # "The largest fall in numbers was in Eastfold": of what
    r"|^(?:largest|biggest|greatest|sharpest|steepest)\s(?:rise|fall|increase|decrease|drop|reduction|change)s?"
    r"\s(?:was|in (?:numbers?|percentage|volume|real terms))\b",
    re.I,
)
# "staff seconded by partners, of whom are seconded by partners": a clause put together twice
_TWICE = re.compile(r"\b(\w+(?:\s\w+){2,})\b.*\s\1\b", re.I)
# What belongs to the words before it, however they end.
_GOES_ON = re.compile(r"\s(?:than|or|because of|due to)\b")


def is_cut(sentence: Sentence, mention: Mention, naming: Naming) -> bool:
    """Whether the naming's words are a piece of what the sentence says, cut where a reader is misled."""
    if any(sign.search(naming.title) for sign in (_LEANS, _OF_NOTHING, _TWICE)):
        return True
    groups = [value for key, value in naming.breakdown if key == "group"]
    title = naming.title.rpartition(": ")[2]
    said = " ".join([naming.title, *groups]).lower()
    if _told_before(sentence, mention, said):
        return True
    if naming.measure == "share" and not naming.same and _without_verb(sentence, mention, said):
        # not so for "lower than the 93% recorded in 2021/22"
        return True
    ends = groups[-1:] or ([] if "…" in title else [title])
    return any(_stops_short(sentence, mention, words, naming.measure == "share") for words in ends)


def _told_before(sentence: Sentence, mention: Mention, said: str) -> bool:
    """Whether the counted are narrowed by a place or time of the text before: "two burglaries at those homes"."""
    at = sentence.at(mention.start)
    narrowed = at >= 0 and sentence.low(at + 1) in ("at", "in", "on", "from") and sentence.sort(at + 2) == "noun"
    return narrowed and (this := sentence.low_of_first(at + 2)) in ("those", "these") and f" {this} " not in said


def _stops_short(sentence: Sentence, mention: Mention, words: str, is_share: bool) -> bool:
    """Whether the sentence goes on, right behind these words, with what belongs to them."""
    tail = words.split()[-2:]
    found = re.compile(r"\b" + r"\W+".join(map(re.escape, tail)), re.I).search(sentence.text, mention.end)
    at = sentence.at(found.end() - 1) if found else -1
    if found is None or at < 0 or len(tail) < 2:
        return False
    if _GOES_ON.match(sentence.text, found.end()):
        return True
    if sentence.sort(at) != "verb":
        return False
    return sentence.sort(at + 1) == "noun" or (is_share and sentence.low(at + 1) in ("by", "within"))


def _without_verb(sentence: Sentence, mention: Mention, said: str) -> bool:
    """Whether a share's name has only the subject of its clause, not what was so of them: "tenants who answered" of
    "three-quarters of tenants who answered (57 of 76) were pleased"."""
    at = sentence.at(mention.start)
    subject = sentence.head_of(at - 2 if sentence.sort(at - 1) == "open" else at) if at >= 0 else -1
    verb = sentence.verb_of(subject) if subject >= 0 else -1
    return (
        verb >= 0
        and sentence.words[sentence.phrases[verb].main].kind not in ("be", "have")
        and sentence.low(verb) not in DO
        and sentence.low(verb) not in said
    )
