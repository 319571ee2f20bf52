"""The name of what a number counts, put together from the parse: the noun, what belongs to it, what was done.

In: a ``Counting``. Out: words that can stand alone as a name: "Contacts made with rough sleepers", "People referred to
the programme", "Offences involving a firearm". Pieces are left off whole, from the end, where a name grows too long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from tracker.facts.sentence.counting import Counting
from tracker.facts.sentence.lexicon import BE, MODALS
from tracker.facts.wording.calendar_words import MONTH
from tracker.facts.wording.relative import ALWAYS_ACTIVE
from tracker.facts.wording.word_lists import DOES_AS_A_RULE, PARTICIPLES, words_of

# Pieces that a noun keeps before the verb that acts on it: "warnings for littering issued".
_ADHERE = words_of("of for about against between per")
# What is told of a time or of all says nothing about what is counted.
_TIME_OR_TOTAL = re.compile(
    r"(?:in|over|during|for|throughout|within|at|by|on|across|since|after|before|until|to|from|and)\s(?:the\s|an?\s"
    r"|this\s|that\s|each\s|every\s|its\s|our\s|one\s)?(?:\w+\s){0,2}?(?:years?|months?|quarters?|weeks?|periods?|times?|dates?"
    r"|(?<!an )(?<!a )course|total"
    r"|average|addition|then|it|they|them|this|these|those)\b|per\s\w+$"
    r"|across\s(?:the|our)\s(?:partnership|area|service|board|workforce)$"
    r"|(?:against|towards|below|above)\s(?:an?\s|the\s|its\s|our\s)?(?:\w+\s){0,2}?(?:targets?|baselines?|averages?|plans?)\b"
    r"|in\s(?:early\s|late\s)?(?:" + MONTH + r")$"
    r"|since\b.*|as\s(?:well|follows|part\sof)\b.*|than\b.*|compared\b.*|up$|down$",
    re.I,
)
_CONSISTS = words_of(
    "comprised contained included covered involved represented exceeded averaged equalled remained showed totalled"
    " numbered needed reached asked informed advised noted queried discussed resulted led cost had has have"
)
_HAPPENED = "seen"
# Verbs that say of things no more than that there were some.
_HAPPENED_ALONE = words_of("met came went happened occurred arose was were is are had has have") | {
    "took place", "were held", "was held", "have taken place", "has taken place", "have been held", "has been held",
}  # fmt: skip


_WHICH_WERE = re.compile(r"^(?:which|that)\s(?:were|was|(?:have|has|had)\sbeen)\s(?=[a-z]+(?:ed|en|ld|ade|ent)\b)")
"""What leads a participle that can stand without it: "deaths which were examined by the panel"."""


def composed(counted: Counting, people: bool, most: int) -> str:
    """The name of what is counted, at most so many characters long if a piece less makes it so."""
    post = _before_time(tuple(_WHICH_WERE.sub("", piece) for piece in counted.post))
    if counted.role == "aside" and counted.preposition == "of":
        # "36 of our 44 surgeries through the scheme": the whole has nothing to do with that
        post = [
            piece for piece in post if piece.split()[0].lower() not in ("through", "via", "by", "with", "to", "from")
        ]
    keep = 0
    while keep < len(post) and post[keep].split()[0].lower() in _ADHERE:
        keep += 1
    noun = " ".join([counted.noun, *post[:keep]])
    rest = post[keep:]
    if counted.role == "subject" and counted.said:
        if counted.said[0].lower() in _HAPPENED_ALONE and len(counted.said) == 1:
            return " ".join([noun, *rest])
        said = [counted.said[0], *_before_time(counted.said[1:])]
        noun = " ".join([noun, *rest])
        return _fitting(noun, lambda n: tail(" ".join(said[:n]), counted, people), len(said), most)
    described = bool(rest) and rest[0].split()[0].lower() not in _PREPOSITIONS
    done = "" if described or counted.role != "object" else participle_of(counted, people)
    return _fitting(noun, lambda n: " ".join([*([done] if done else []), *rest[:n]]), len(rest), most)


def _before_time(pieces: tuple[str, ...]) -> list[str]:
    """The pieces up to the first that only tells a time or a total; what follows belongs to it."""
    return list(takewhile(lambda piece: not _TIME_OR_TOTAL.match(piece), pieces))


def tail(said: str, counted: Counting, people: bool) -> str:
    """What is said of the counted, to stand behind them: "were visited" → "visited", "have reoffended" → "who have
    reoffended", "were girls" → "who were girls"."""
    whose = "who" if people else "that"
    words = said.split()
    if words[0].lower() in ("compare", "compares", "compared"):
        # "71 fires compares with 84 last summer": nothing is said of them
        return ""
    if counted.passive:
        verb = counted.verb.lower().split()
        if verb[0] in MODALS or "not" in verb or "to be" in " ".join(verb):
            return f"{whose} {said}"
        at = max((n for n, word in enumerate(verb) if word in BE), default=-1) + 1
        while at < len(words) - 1 and words[at].lower() in _BEFORE_VERB:
            at += 1
        return " ".join(words[at:])
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    past = first == counted.verb.lower() and first.endswith("ed") and first not in ALWAYS_ACTIVE
    if past and (not second or second in _PREPOSITIONS | _MANNERS):
        # "9 cases completed successfully", "381 incidents captured by cameras": in notes "were" is left out
        return said
    if words[0].lower() in ("was", "were", "is", "are"):
        if len(words) == 1:
            return ""
        while len(words) > 2 and words[1].lower() in _BEFORE_VERB | {"still", "all", "either"}:
            del words[1]
        if words[1].lower() in _PREPOSITIONS:
            return " ".join(words[1:])
    return f"{whose} {said}"


_MANNERS = words_of("again twice successfully previously together safely")


def _fitting(noun: str, after: Callable[[int], str], pieces: int, most: int) -> str:
    """The noun with as many pieces of its tail as fit."""
    name = ""
    for n in range(pieces, min(pieces, 1) - 1, -1):
        name = f"{noun} {after(n)}".strip()
        if len(name) <= most:
            break
    return name


def participle_of(counted: Counting, people: bool) -> str:
    """What was done to the things: "carried out 640 patrols" → "carried out"; "" for verbs that do nothing to them."""
    words = counted.verb.lower().split()
    if counted.passive or not words:
        return ""
    while words and words[0] in _BEFORE_VERB:
        words = words[1:]
    if not words:
        return ""
    first, rest = words[0], " ".join(words[1:])
    if first in _KEEPING_FROM and counted.post and counted.post[0].startswith("from "):
        return _KEEPING_FROM[first]
    if first in _CONSISTS or (first.endswith("ing")):
        return ""
    if first in DOES_AS_A_RULE:
        done = DOES_AS_A_RULE[first]
    elif first in PARTICIPLES:
        done = PARTICIPLES[first]
    elif first.endswith("ed"):
        done = first
    else:
        return ""
    if not done or (done == _HAPPENED and not people):
        return ""
    with_ = counted.preposition
    if with_ and with_ not in _GOES_WITH and not rest:
        # "assisted in 612 incidents"
        return ""
    return " ".join(word for word in (done, rest, with_ if with_ and not done.endswith(with_) else "") if word)


_KEEPING_FROM = {"preventing": "prevented", "stopping": "stopped", "keeping": "kept"}
"""What goes on only with "from": "preventing 74 tenants from losing their home"."""
_GOES_WITH = words_of("with to")
_BEFORE_VERB = words_of("will would shall be has have had also then now already since only again been later")
_PREPOSITIONS = words_of(
    "of in at on by for with from to into onto over under about against between among across within without through"
    " throughout via towards around near behind as per and or out off"
)
