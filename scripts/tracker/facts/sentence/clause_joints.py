"""The joints of a sentence, seen from one of its numbers: what a comma, "and", a dash or a bracket parts or joins.

In: a ``Sentence``, the phrase of a joint and that of the number behind it. Out: what stands behind the joint (a clause
of its own, a joined verb, a participle, another number of the same list), and what it hangs on.
"""

from __future__ import annotations

import re
from typing import Literal

from tracker.facts.sentence.asides import other_dash
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import PARTICIPLES, PAST_OR_PARTICIPLE
from tracker.facts.sentence.phrase_record import FURTHEST

Link = Literal["", "verb", "participle", "relative", "of which", "with", "condition", "bracket", "compared"]
"""How a clause hangs on what stands before it: a joined verb, a participle or relative word behind a noun, "when"."""

Stretch = tuple[int, int]
"""The first and last phrase, both included."""

Joint = Literal["", "clause", "verb", "participle", "fellow", "with", "aside"]
_NEAR = 12
"""How many phrases behind a number the verb of its clause is looked for."""
_MOST_OF_LABEL = 4


def bracket_before(sentence: Sentence, close: int) -> int:
    """The phrase that opens the bracket which ends at ``close``, -1 for none."""
    for at in range(close - 1, max(-1, close - FURTHEST), -1):
        if sentence.sort(at) == "open":
            return at
    return -1


def dash_before(sentence: Sentence, dash: int) -> int:
    """The dash that opens the aside which ``dash`` closes, -1 for none: "Three wards – A, B and C – account for"."""
    return other_dash(sentence, dash, -1) if sentence.sort(dash + 1) == "verb" else -1


def label_before(sentence: Sentence, colon: int) -> Stretch | None:
    """The label before a colon: "Reoffending: the latest cohort …"; None for a clause."""
    if sentence.low(colon) != ":":
        return None
    first = colon
    while first > 0 and sentence.sort(first - 1) in ("noun", "preposition", "coordinator"):
        first -= 1
    starts = first == 0 or sentence.sort(first - 1) == "mark"
    return (first, colon - 1) if starts and 0 < colon - first <= _MOST_OF_LABEL else None


def relative_is_over(sentence: Sentence, relative: int, number: int) -> bool:
    """Whether the relative clause ends before the number: "Adults who left early | made up 34%"."""
    verbs = [n for n in range(relative + 1, number) if sentence.sort(n) == "verb" and sentence.phrases[n].finite]
    return any(
        sentence.sort(verb - 1) not in ("coordinator", "subordinator") and sentence.subject_of(verb) <= relative
        for verb in verbs[1:]
    )


def joint_end(sentence: Sentence, at: int) -> int:
    """The first phrase behind "and", a comma or both that says something."""
    begins = at + 1
    while sentence.sort(begins) in ("coordinator", "comma", "gap") or (
        sentence.sort(begins) == "adverb" and sentence.sort(begins + 1) != "preposition"
    ):
        begins += 1
    return begins


def joint(sentence: Sentence, at: int, begins: int, number: int) -> Joint:
    """What the comma or coordinator at ``at`` joins to what stands before it; ``begins`` is the first phrase behind."""
    sort = sentence.sort(begins)
    if begins > number:
        return ""
    if sort == "there":
        return "clause"
    if sort == "verb":
        word = sentence.words[sentence.phrases[begins].first]
        if sentence.phrases[begins].finite:
            aside = word.kind == "ed" and sentence.sort(at) == "comma" and sentence.sort(at + 1) == "verb"
            return "participle" if aside and word.low in PARTICIPLES | PAST_OR_PARTICIPLE else "verb"
        commas = "comma" in (sentence.sort(at), sentence.sort(at - 1))
        return "participle" if word.kind != "to" and (commas or word.kind == "ing") else ""
    if begins == number:
        if sentence.verb_of(number) >= 0 and not _is_listed(sentence, at):
            return "clause"
        listed = sentence.sort(at) == "coordinator" or fellow(sentence, at, number) >= 0
        return "fellow" if listed or _has_verb_before(sentence, at) else ""
    coordinated = "coordinator" in (sentence.sort(at), sentence.sort(at + 1))
    if sentence.low(begins) in ("with", "including") and sort == "preposition" and sentence.sort(at) == "comma":
        return "with"
    if sort not in ("noun", "preposition") or (sort == "preposition" and not coordinated):
        return ""
    if _own_verb(sentence, begins, number) >= 0 or (sort == "preposition" and _verb_behind(sentence, number) >= 0):
        parted = _has_verb_before(sentence, at) or opening_before(sentence, at) is not None
        return "clause" if parted else ""
    if sort == "noun" and sentence.sort(at) == "comma" and sentence.low_of_first(begins) in ("a", "an"):
        # "Police made 12 arrests, an arrest rate of 4%"
        return "aside" if _counts_before(sentence, at) else ""
    # "two workshops with partners and interviews with 34 people": each counts its own
    return "clause" if sort == "noun" and _counts_before(sentence, at) else ""


def _own_verb(sentence: Sentence, first: int, number: int) -> int:
    """The verb of a clause that begins at ``first`` and holds the number, -1 where no clause begins there."""
    for at in range(first, min(len(sentence.phrases), number + _NEAR)):
        sort = sentence.sort(at)
        if at > number and sort in ("mark", "comma", "coordinator", "relative", "subordinator"):
            return -1
        if sort == "there" and at < number:
            return at
        if sort == "verb" and sentence.phrases[at].finite and sentence.low_of_first(at) not in ("having", "being"):
            subject = sentence.subject_of(at, shared=False)
            if first <= subject and (at < number or subject <= number):
                return at
    return -1


def _verb_behind(sentence: Sentence, number: int) -> int:
    """The verb that comes behind a phrase before the next joint ("in 91% of cases contact | was made"), -1 for none."""
    for at in range(number + 1, min(len(sentence.phrases), number + _NEAR)):
        if sentence.sort(at) in ("mark", "comma", "coordinator", "relative", "subordinator"):
            return -1
        if sentence.sort(at) == "verb" and sentence.phrases[at].finite:
            return at
    return -1


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Whether the sentence opens with another counted thing that the joint joins on: "18 women and | 4 men"."""
    before = at
    while sentence.sort(before) in ("coordinator", "comma"):
        before -= 1
    if sentence.sort(before) != "noun":
        return False
    head = sentence.head_of(before)
    return head == 0 and sentence.phrases[head].number >= 0 and sentence.verb_of(head) < before


def _has_verb_before(sentence: Sentence, at: int) -> bool:
    for n in range(at - 1, max(-1, at - FURTHEST), -1):
        if sentence.sort(n) == "mark":
            return False
        if sentence.sort(n) == "there" or (sentence.sort(n) == "verb" and sentence.phrases[n].finite):
            return True
    return False


def _counts_before(sentence: Sentence, at: int) -> bool:
    """Whether another number is told before the joint in the same stretch."""
    for n in range(at - 1, max(-1, at - FURTHEST), -1):
        if sentence.sort(n) == "mark":
            return False
        if sentence.sort(n) == "noun" and sentence.phrases[n].number >= 0:
            return True
    return False


def opening_before(sentence: Sentence, comma: int) -> Stretch | None:
    """What opens a clause before the comma: a place, a group, a time; None for a clause or a list."""
    if sentence.sort(comma) != "comma":
        return None
    first = comma
    while first > 0 and sentence.sort(first - 1) not in ("mark", "comma", "subordinator", "coordinator"):
        first -= 1
    if first == comma or sentence.sort(first) not in ("preposition", "gap", "adverb", "verb"):
        return None
    verbs = [n for n in range(first, comma) if sentence.sort(n) == "verb" and sentence.phrases[n].finite]
    if verbs and not any(sentence.sort(n) == "relative" for n in range(first, verbs[0])):
        return None
    return first, comma - 1


def subject_of_joined(sentence: Sentence, at: int, verb: int) -> Stretch | None:
    """The subject of a verb behind "and" or a comma, also over an aside: "You First, our service, | took 40"."""
    subject = sentence.subject_of(verb)
    if sentence.sort(verb - 1) == "coordinator" and not 0 <= subject < at:
        # "The refuge has nine units, one of which is small, and was full"
        for n in range(at - 1, max(-1, at - FURTHEST), -1):
            inner = sentence.sort(n - 1) in ("relative", "mark")
            if sentence.sort(n) == "verb" and sentence.phrases[n].finite and not inner:
                subject = sentence.subject_of(n)
                break
    if 0 <= subject < at:
        return subject, sentence.noun_end(subject)
    if subject < 0 and sentence.sort(at) == "comma":
        for n in range(at - 1, max(0, at - FURTHEST), -1):
            if sentence.sort(n) == "mark":
                return None
            if sentence.sort(n) == "comma" and sentence.sort(n - 1) == "noun":
                return sentence.head_of(n - 1), n - 1
    return None


def described(sentence: Sentence, at: int) -> Stretch | None:
    """What a participle behind a comma tells of: the subject of the clause, else the noun right before."""
    before = at
    while sentence.sort(before) in ("coordinator", "comma", "gap"):
        before -= 1
    opens = sentence.phrases[joint_end(sentence, at)]
    if before == at - 1 and sentence.sort(before) == "noun":
        head = sentence.head_of(before)
        if sentence.words[opens.first].kind == "ed" or (
            opens.sort == "preposition" and sentence.sort(head - 1) in ("coordinator", "comma", "mark", "")
        ):
            # "the event, attended by 85 residents", "… and a panel, with 12 members, will meet"
            return head, before
    for n in range(before, max(-1, before - FURTHEST), -1):
        sort = sentence.sort(n)
        if sort in ("mark", "subordinator", "open", "close"):
            break
        if sort == "verb" and sentence.phrases[n].finite:
            subject = sentence.subject_of(n)
            return (subject, sentence.noun_end(subject)) if subject >= 0 else None
    return (sentence.head_of(before), before) if sentence.sort(before) == "noun" else None


def fellow(sentence: Sentence, at: int, number: int) -> int:
    """The number phrase that "and" or a comma at ``at`` joins to the number behind it, -1 where there is none or the
    words could be joined in more than one way."""
    before = at
    while sentence.sort(before) in ("coordinator", "comma", "gap"):
        before -= 1
    while before >= max(0, at - FURTHEST):
        sort = sentence.sort(before)
        if sort == "close":
            before = bracket_before(sentence, before)
        elif sort == "noun" and sentence.phrases[before].number >= 0:
            # "drugs with a value of £2 million and £300 in cash": the value or the drugs?
            ambiguous = sentence.sort(before - 1) == "preposition" and sentence.sort(before - 2) == "noun"
            return -1 if ambiguous or _sort_of(sentence, before) != _sort_of(sentence, number) else before
        elif sort in ("mark", "comma", "there", "subordinator") or (
            sort == "verb" and sentence.phrases[before].finite and sentence.sort(before - 1) != "relative"
        ):
            return -1
        before -= 1
    return -1


def _sort_of(sentence: Sentence, at: int) -> str:
    """Whether a number is money, a share or a count."""
    text = sentence.words[sentence.phrases[at].number].text
    return "money" if text[:1] == "£" else "share" if "%" in text or "cent" in text else "count"


def goes_on(sentence: Sentence, at: int, number: int) -> bool:
    """Whether the clause goes on behind "and": it joins nouns or participles, no verb, number or clause."""
    if sentence.low(at) == "but":
        return False
    begins = joint_end(sentence, at)
    sort = sentence.sort(begins)
    if sort == "verb":
        return not sentence.phrases[begins].finite
    if sort == "preposition":
        return not (sentence.sort(begins + 1) == "noun" and sentence.phrases[begins + 1].number >= 0)
    if sort != "noun" or sentence.phrases[begins].number >= 0:
        return False
    told = max(begins + 1 if sentence.sort(begins + 1) == "noun" else begins, sentence.noun_end(begins))
    if any(phrase.number >= 0 for phrase in sentence.phrases[begins : told + 1]):
        # "made up 31% and health 19%", "£46,000 in cash and drugs worth £12,000"
        return False
    verb = sentence.verb_of(begins)
    return verb < 0 or (number >= 0 and (sentence.verb_of(number) == verb or sentence.subject_of(verb) == number))


def listed_on(sentence: Sentence, comma: int) -> int:
    """The last phrase of a list of nouns that goes on behind the comma ("voluntary, community and faith groups"), -1
    where it parts clauses."""
    at = comma
    while sentence.sort(at) == "comma" and sentence.sort(at + 1) == "noun" and sentence.phrases[at + 1].number < 0:
        at += 2
    at += sentence.sort(at) == "comma"
    ends = sentence.sort(at) == "coordinator" and sentence.sort(at + 1) == "noun" and at > comma + 1
    if not ends or sentence.phrases[at + 1].number >= 0 or _verb_behind(sentence, at) >= 0:
        return -1
    return at + 1


def is_figure(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase tells a figure of its own; "the 45 people" only says how many there are."""
    phrase = sentence.phrases[at]
    if phrase.number < 0 or sentence.words[phrase.number].text[:1] not in "£0123456789":
        return False
    if phrase.main == phrase.number and sentence.low(at - 1) in ("under", "over", "aged"):
        # "are under 18"
        return False
    if phrase.main == phrase.number and _AT_LEAST.match(sentence.said(at, at)):
        # "lost at least 5% of their weight"
        return False
    possessed = sentence.sort(at - 1) == "noun" and re.search(r"['’]s?$", sentence.said(at - 1, at - 1)) is not None
    return sentence.words[phrase.first].low not in _KNOWN and not possessed


_AT_LEAST = re.compile(r"(?:at least|more than|less than|over|under)\s", re.I)
_KNOWN = frozenset({"the", "our", "its", "their", "all", "these", "those"})
