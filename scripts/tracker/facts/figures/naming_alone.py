"""Numbers that have no noun of their own: "of whom 39 engaged and 31 completed it", "1,204 opened and 1,187 closed".

In: the parse of the sentence and one of its numbers. Out: a part of what was counted before, or the same things with
another verb; None where the parse does not tell.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from tracker.facts.figures.naming_composed import tail
from tracker.facts.figures.naming_parts import Naming, Thread, titled
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.counting import Counting, counting, pieces, predicate
from tracker.facts.sentence.lexicon import BE
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital, counts_people, is_plural
from tracker.facts.wording.word_lists import COUNTED, PARTICIPLES, words_of

Tie = Literal["", "part", "other"]
"""What ties a number alone to one before it: ``part`` ("of whom 12"), ``other`` ("12 charged and 14 cautioned")."""

_DONE_TO_PEOPLE = words_of("charged arrested convicted prosecuted sentenced cautioned jailed bailed remanded evicted")
MOST_GROUP = 90
"""Longest words of a part, in characters."""


def name_alone(mention: Mention, thread: Thread) -> Naming | None:
    """The name of a number that is the subject of a verb without a noun, or that leaves the verb out."""
    sentence = thread.sentence
    at = sentence.at(mention.start) if sentence else -1
    if sentence is None or at < 0 or not thread.base:
        return None
    phrase = sentence.phrases[at]
    if phrase.number < 0 or phrase.main != phrase.number:
        return None
    factor = _factor(sentence, at, thread) or _made_up_by(sentence, at) or _done_to_them(sentence, at)
    if factor:
        return _part(thread, factor, mention)
    said = said_of(sentence, at)
    tie = tie_of(sentence, at)
    if said is None or not tie or is_more_than_told(sentence.text[: mention.start], thread):
        return None
    if sentence.low(at + 2) in ("them", "these", "those") and thread.names.get("here") and thread.last:
        # "fitted locks in 87 homes, 52 of them …": of what this sentence counted last
        return None
    people = counts_people(thread.unit, thread.unit)
    if tie == "part":
        group = group_of(said, people)
        named = _part(thread, group, mention) if len(group) <= MOST_GROUP else None
        if named and not people and sentence.low(at + 2) == "them" and group.split()[0] in _DONE_TO_PEOPLE:
            # "robberies rose … Five of them have been charged": not the robberies
            return replace(named, sure=False)
        return named
    counted = counted_before(sentence, at)
    if counted is None or counted.role != "subject":
        return None
    if not is_plural(counted.noun.split()[-1]) and f"{counted.noun.split()[-1].lower()}s" in COUNTED:
        # "One licence was revoked and two were suspended"
        counted = replace(counted, noun=f"{counted.noun}s")
    if not is_plural(counted.noun.split()[-1]):
        return None
    unit = counted.noun.split()[-1].lower()
    if how := _HOW_DONE.match(" ".join(said.said)):
        # "4 people were killed and 61 seriously injured": "were" is left out
        return Naming(titled(capital(f"{counted.noun} {how.group()}"), thread), unit, "count", counted=True)
    people = counts_people(counted.noun, unit)
    own = tail(" ".join(said.said), said, people)
    if _POINTS_TO_IT.search(own):
        # "37 victims were offered contact and 16 took it up"
        own = f"{tail(' '.join(counted.said), counted, people)} {own}"
    name = f"{counted.noun} {own}"
    return Naming(titled(capital(name), thread), unit, "count", counted=True)


_FOR_A_CASE = re.compile(r"\sfor\s[a-z-]+ing\b")
_MORE = re.compile(r"\b(?:an?\s(?:further|additional|extra)|another)\s$", re.I)


def is_more_than_told(before: str, thread: Thread) -> bool:
    """Whether words before a number make it more than what was told ("and a further 31 signed up") where that was no
    part of a whole."""
    last = thread.last
    if last is None or not _MORE.search(before):
        return last is None and bool(_MORE.search(before))
    # "310 notices for littering. A further 42 were issued for dog fouling": each case with its own
    return not (any(key == "group" for key, _ in last.breakdown) or _FOR_A_CASE.search(last.title))


_POINTS_TO_IT = re.compile(r"^(?:who|that)\s.*\b(?:it|them|there|so)\b")
_HOW_DONE = re.compile(r"[a-z]+ly\s[a-z]+(?:ed|en)(?:\s.*)?$")


# "who have since moved" → "moved": whose they are the whole says.
_LED = re.compile(
    r"^(?:who|that)\s(?:(?:were|are|was|is)\s(?=\w)|(?:have|has|had)\s(?:been\s)?(?=(?:\w+ly\s|not\s|since\s|now\s|also\s)?\w+(?:ed|en)\b))?"
    r"(?:since\s|now\s|also\s)?",
    re.IGNORECASE,
)


def group_of(said: Counting, people: bool) -> str:
    """What is said of a part, as the words for that part: "were visited" → "visited", "were girls" → "girls"."""
    return _LED.sub("", tail(" ".join(said.said), said, people))


def _part(thread: Thread, group: str, mention: Mention) -> Naming | None:
    if not group:
        return None
    measure = "share" if mention.sort == "share" else "count"
    unit = "%" if mention.sort == "share" else thread.unit
    if mention.sort == "share":
        return Naming(f"{thread.base}: {group}", unit, "share")
    return Naming(thread.base, unit, "count" if measure == "count" else "share", (("group", group),))


def _factor(sentence: Sentence, at: int, thread: Thread) -> str:
    """ "Race was the motive in 59 of these and faith in 14": what was so in that many of them."""
    if sentence.low(at - 1) != "in":
        return ""
    after = at + 1
    while sentence.sort(after) in ("open", "close") or (
        sentence.sort(after) == "noun" and sentence.phrases[after].number >= 0
    ):
        after += 1
    if sentence.low(after) == "of" and sentence.points_back(after + 1):
        verb = at - 2
        while verb >= 0 and not (sentence.sort(verb) == "verb" and sentence.phrases[verb].finite):
            verb -= 1
        subject = sentence.subject_of(verb) if verb >= 0 else -1
        if verb >= 0 and subject >= 0 and sentence.phrases[verb].passive and verb == at - 2:
            # "an unmet need was found in 38 of them"
            return re.sub(r"^(?:an?|the)\s", "", sentence.said(subject, verb), flags=re.IGNORECASE)
        if verb < 0 or subject < 0 or sentence.sort(verb + 1) != "noun":
            return ""
        thread.names["factor"] = sentence.said(verb, at - 2)
        be = sentence.words[sentence.phrases[verb].main].low in BE
        return sentence.said(subject if be else verb, at - 2)
    met = at - 2
    if sentence.sort(met) == "verb" and sentence.phrases[met].passive and sentence.phrases[met].finite:
        # "12 applications … . The threshold was met in seven"
        subject = sentence.subject_of(met)
        bare = sentence.sort(at + 1) in ("", "mark", "comma", "coordinator")
        if bare and subject >= 0 and sentence.phrases[subject].number < 0 and not sentence.points_back(subject):
            return re.sub(r"^(?:an?|the)\s", "", sentence.said(subject, met), flags=re.IGNORECASE)
    if sentence.sort(met) == "noun" and sentence.sort(met - 1) == "verb" and sentence.low(met - 1) in BE:
        # "391 hate crimes … . Race was a factor in 252"
        subject = sentence.subject_of(met - 1)
        one = sentence.words[sentence.phrases[met].first].low in ("a", "an")
        bare = sentence.sort(at + 1) in ("", "mark", "comma", "coordinator")
        if one and bare and subject >= 0 and not sentence.points_back(subject):
            thread.names["factor"] = sentence.said(met - 1, met)
            return sentence.said(subject, met)
    said = thread.names.get("factor", "")
    gapped = sentence.sort(at - 2) == "noun" and sentence.sort(at - 3) in ("comma", "coordinator")
    return f"{sentence.said(at - 2, at - 2)} {said}" if said and gapped else ""


def _done_to_them(sentence: Sentence, at: int) -> str:
    """ "The panel considered 12 cases and adopted seven of them": what was done to so many of those told of."""
    verb = sentence.verb_before(at)
    if sentence.low(at + 1) != "of" or not sentence.points_back(at + 2) or verb != at - 1:
        return ""
    after = sentence.sort(at + 3)
    done = PARTICIPLES.get(sentence.low(verb), sentence.low(verb))
    acted = sentence.phrases[verb].finite and not sentence.phrases[verb].passive
    return done if acted and after in ("", "mark", "comma", "gap") and _DONE.fullmatch(done) else ""


_DONE = re.compile(r"[a-z]+(?:ed|en|wn|ld|de|nt|ught|und)")
_MAKES_UP = words_of("made make makes accounted account accounts represented represents comprised formed")


def _made_up_by(sentence: Sentence, at: int) -> str:
    """ "Boys made up 61 of them": who or what is that many of those told of."""
    if sentence.low(at + 1) != "of" or not sentence.points_back(at + 2):
        return ""
    verb = at - 2 if sentence.sort(at - 1) == "preposition" else at - 1
    if sentence.sort(verb) != "verb" or sentence.words[sentence.phrases[verb].first].low not in _MAKES_UP:
        return ""
    subject = sentence.subject_of(verb)
    if subject < 0 or sentence.phrases[subject].number >= 0:
        return ""
    said = sentence.said(subject, sentence.noun_end(subject))
    return "" if sentence.points_back(subject) else said[:1].lower() + said[1:] if said[1:2].islower() else said


def said_of(sentence: Sentence, at: int) -> Counting | None:
    """What is said of the number alone in the phrase ``at``: its verb with what follows."""
    verb = sentence.verb_of(at)
    if verb < 0 and sentence.sort(at + 1) == "preposition" and sentence.points_back(at + 2):
        verb = at + 3 if sentence.sort(at + 3) == "verb" else -1
    if verb < 0:
        return None
    said = predicate(sentence, verb, sentence.predicate_end(verb))
    main = sentence.words[sentence.phrases[verb].main]
    if said and verb == at + 2 and sentence.sort(at + 1) == "adverb":
        # "15 partially trained"
        said = (f"{sentence.low(at + 1)} {said[0]}", *said[1:])
    if not said or (main.low in BE and len(said[0].split()) == 1 and len(said) == 1):
        return None
    return Counting(
        "subject", "", verb=sentence.said(verb, verb), passive=sentence.phrases[verb].passive, said=said, last=at
    )


def tie_of(sentence: Sentence, at: int) -> Tie:
    """What ties the number alone at ``at`` to what was counted before it in the sentence."""
    if sentence.sort(at + 1) == "preposition" and sentence.low(at + 1) == "of":
        return "part" if sentence.points_back(at + 2) else ""
    before = at - 1
    while before >= 0:
        sort = sentence.sort(before)
        if sort == "mark":
            break
        if sentence.points_back(before) and sentence.low(before - 1) == "of":
            return "part"
        if sort == "noun" and sentence.phrases[before].number >= 0 and _is_alone(sentence, before):
            return tie_of(sentence, before)
        if sort == "noun" and sentence.phrases[before].number >= 0:
            joined = sentence.sort(at - 1) in ("coordinator", "comma")
            return "part" if _opens_with_whole(sentence, before) else "other" if joined else ""
        before -= 1
    return ""


def _opens_with_whole(sentence: Sentence, at: int) -> bool:
    """Whether a sentence opens with "Of the 50 surgeries" or "Out of the 50", and the number at ``at`` is that one."""
    of = 1 if sentence.low(0) == "out" else 0
    return sentence.low(of) == "of" and sentence.head_of(at) <= of + 1


def _is_alone(sentence: Sentence, at: int) -> bool:
    return sentence.phrases[at].main == sentence.phrases[at].number


def counted_before(sentence: Sentence, at: int) -> Counting | None:
    """What the nearest number with a noun before ``at`` counts."""
    for before in range(at - 1, -1, -1):
        if sentence.phrases[before].number >= 0 and not _is_alone(sentence, before):
            return counting(sentence, before)
    return None


MOVED = words_of(
    "rose fell increased decreased reduced risen fallen grew grown dropped declined improved went gone changed climbed"
    " sank sunk cut slipped edged jumped soared plunged remained stayed held"
    " was were is are up down doubled halved come came stands stood"
)


_WAYS = words_of("up down back close nearer")
_RECORDED = words_of("recorded reported seen logged received")


def moved_subject(sentence: Sentence, at: int) -> str:
    """The subject of a number alone that something rose or fell to: "shop theft was up by a third to 1,066", "robberies
    dropped, with 12 recorded"."""
    if at < 0 or not sentence.phrases[at].number >= 0 or not _is_alone(sentence, at):
        return ""
    # "…, to 6,240": behind a comma "to" is read with its number
    joined = sentence.sort(at - 1) == "comma" and sentence.words[sentence.phrases[at].first].low == "to"
    left = sentence.low(at - 1) == "with" and sentence.low(at + 1) in _RECORDED
    led = sentence.low(at - 1) in ("to", "from", "at") or joined or left
    if not led:
        return ""
    if sentence.low(at - 1) == "from" and sentence.sort(at - 2) == "adverb" and sentence.sort(at - 3) == "comma":
        # "…, up from 61": of what rose, at another time
        return ""
    verb = at - 1
    while verb >= 0 and not (sentence.sort(verb) == "verb" and sentence.phrases[verb].finite):
        if sentence.sort(verb) in ("mark", "coordinator", "relative", "open", "close"):
            return ""
        verb -= 1
    if verb < 0 or sentence.words[sentence.phrases[verb].last].low not in MOVED:
        return ""
    stays = sentence.words[sentence.phrases[verb].main].kind == "be" and sentence.low(at - 1) == "to"
    if stays and not any(sentence.low(between) in _WAYS for between in range(verb + 1, at - 1)):
        # "were down to 12"; what "is relevant to two aims" has not moved
        return ""
    subject = sentence.subject_of(verb)
    if subject < 0 or sentence.phrases[subject].number >= 0:
        return ""
    opening = subject
    while (
        sentence.sort(opening - 1) == "coordinator"
        and sentence.sort(opening - 2) == "noun"
        and sentence.phrases[opening - 2].number < 0
        and sentence.sort(opening - 3) in ("", "mark", "gap", "coordinator")
    ):
        # "Stalking and harassment fell to 688"
        opening -= 2
    first = sentence.words[sentence.phrases[opening].first]
    if first.kind == "pronoun":
        return ""
    said = sentence.said(opening, subject)
    if first.kind == "determiner" and first.low not in ("other", "another"):
        said = said[len(first.text) :].strip()
    whole = " ".join([said, *pieces(sentence, subject + 1, sentence.noun_end(subject))])
    return re.sub(r"^(?:total\s)?(?:number|level|volume)s?\sof\s(?:the\s)?", "", whole, flags=re.IGNORECASE)
