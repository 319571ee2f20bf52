"""Verb groups by which somebody undertakes a thing, is set to do it or sets it for a time: "will publish", "has agreed
to fund", "was asked to write", "is planned for May", "is drawing up".

In: a clause. Out: where each such group begins, of which form it is and what is done. Whether it counts (who its
subject is, whether it is a wish, a service or a state) is judged elsewhere. A group is an auxiliary, or a form of one
of a few verbs, with the infinitive, the participle or the gerund it leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tracker.facts.promises import undertaking_words as known
from tracker.facts.promises.verb_places import (
    has_subject,
    is_negated,
    is_verb,
    kind_at,
    past_adverbs,
    past_aside,
    verb_at,
    word_at,
)
from tracker.facts.sentence import lexicon
from tracker.facts.sentence.word_kinds import Word
from tracker.facts.sentence.words import words
from tracker.facts.wording.calendar_words import NUMBER_WORDS

Form = Literal["will", "would", "undertakes", "set", "timed", "must", "doing", "being done", "asked", "to be"]
"""``will``: it is to be done; ``would``: so where it is told what somebody said; ``undertakes``: somebody gives his
word; ``set``: it is arranged or begun; ``timed``: so where it has a time to come; ``must``: somebody has to;
``doing`` and ``being done``: it is under way; ``asked``: somebody is given it to do; ``to be``: what a note says is to
happen to a thing."""


@dataclass(frozen=True)
class Undertaking:
    """A verb group of a clause that begins at ``start``; ``act`` is what is done, in small letters."""

    start: int
    form: Form
    act: str


_FURTHEST = 18
"""Between who is asked and what they are to do stand at most so many words."""


@lru_cache(maxsize=4096)
def undertakings(clause: str) -> tuple[Undertaking, ...]:
    """The verb groups of a clause by which something is undertaken, in order."""
    said = words(clause, ())
    found = ((word.start, _group(said, at)) for at, word in enumerate(said))
    return tuple(Undertaking(start, *group) for start, group in found if group)


def _group(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    """The form and the act of the verb group that begins at a word."""
    low = said[at].low
    if low in ("will", "shall", "would") or low.endswith(("’ll", "'ll")):
        after = past_aside(said, at + 1)
        act = verb_at(said, after)
        told = low == "would"
        return ("would" if told else "will", act) if act and not (told and is_negated(said, at, after)) else None
    terse = _terse(said, at)
    if terse:
        return terse
    if low.endswith(("’d", "'d")) and said[past_adverbs(said, at + 1)].kind not in ("ed", "past", "be"):
        return ("would", act) if (act := verb_at(said, at + 1)) else None
    if low in known.IS | known.WAS | {"been"}:
        return _behind_be(said, at)
    if low in lexicon.HAVE:
        return _behind_have(said, at)
    if low in ("must", "needs", "need") and (act := verb_at(said, at + 1, low != "must")):
        return "must", act
    if (
        said[at].text == "to"
        and word_at(said, at + 1) == "be"
        and (act := verb_at(said, at, infinitive=True)) in known.DONE
    ):
        return "to be", act
    if low == "work" and any(word_at(said, at + n) in known.GOES_ON for n in (1, 2, 3)):
        return "set", low
    if low == "due" and (act := verb_at(said, at + 1, infinitive=True)) and word_at(said, at - 1) != "not":
        return ("set", act) if word_at(said, at + 2) in known.VERBS else None
    if low in ("due", "expected", "anticipated") and word_at(said, at + 1) in known.WHEN:
        return "timed", low
    if (low == "planned" and word_at(said, at + 1) == "for") or [
        w.low for w in said[max(0, at - 1) : at + 2]
    ] == known.MORE:
        return "set", low
    if [w.low for w in said[at : at + 2]] == ["in", "preparation"]:
        return "set", low
    return _gives_word(said, at)


def _terse(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    """A present that notes use of what is to come: "leads on a review", "Reports go to Cabinet", "promises every …"."""
    low, after = said[at].low, past_adverbs(said, at + 1)
    kind = said[after].kind if after < len(said) else ""
    if low == "leads" and kind in ("preposition", "determiner") and _is_work(said[after : after + 4]):
        return "set", low
    if low in ("go", "goes") and word_at(said, at + 1) == "back":
        return "set", low
    if (
        low in ("go", "goes")
        and word_at(said, after) == "to"
        and any(w.low in known.TOLD_OF for w in said[max(0, at - 8) : at])
    ):
        to = next((w for w in said[after + 1 : after + 4] if w.kind != "determiner"), None)
        return ("set", low) if to and to.text[:1].isupper() else None
    if low in ("promises", "pledges") and word_at(said, at + 1) in lexicon.DETERMINERS:
        return "undertakes", low
    if low in ("agreed", "agree") and word_at(said, at + 1).startswith("£"):
        return "undertakes", low
    if (low == "continues" and kind == "comma") or (at == 0 and low == "funded" and word_at(said, 1) == "for"):
        return "set", low
    return None


def _is_work(said: Sequence[Word]) -> bool:
    """Whether what somebody leads comes to an end: "a review of …"; who leads a team or a service does so always."""
    return any(word.low.endswith("ing") or word.low in known.LED for word in said)


def _behind_be(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    low, after = said[at].low, past_adverbs(said, at + 1)
    what = word_at(said, after)
    act = verb_at(said, after + 1, infinitive=True)
    if to_do := verb_at(said, after, infinitive=True):
        form: Form = "will" if low in known.IS else "would"
        # "it is to do with lighting"
        about = to_do == "do" and word_at(said, after + 2) == "with"
        none = low == "been" or about or to_do in known.BEFALLS or is_negated(said, at, after + 2)
        return None if none else (form, to_do)
    if (
        (what in known.SCHEDULED and not (word_at(said, at - 1) == "it" and kind_at(said, after + 1) == "noun"))
        or (what in known.INTENDED and act and word_at(said, at - 1) in ("it", "this"))
        or _has_begun(said, after)
        or [w.low for w in said[after : after + 4]] == known.PROCESS
    ):
        return "set", what
    if is_negated(said, at, after + 2):
        return None
    behind = word_at(said, after + 1)
    if (
        "next" in (what, said[after - 1].low)
        or (what in known.PAID and behind == "for" and not _counts_things(said, after + 2))
        or (what == "due" and behind in NUMBER_WORDS)
    ):
        return "set", what
    if what == "given" and behind in NUMBER_WORDS and (to_return := verb_at(said, after + 3, infinitive=True)):
        return "asked", to_return
    if known.ASKED.get(what) == "ed" and behind == "with" and word_at(said, after + 2).endswith("ing"):
        return "asked", word_at(said, after + 2)
    if what == "committed" and behind == "to" and word_at(said, after + 2).endswith("ing"):
        return "timed", word_at(said, after + 2)
    if what in known.TIMED and behind != "that":
        known_act = act and word_at(said, after + 2) in known.VERBS
        return ("set" if what == "due" and known_act else "timed"), act or what
    if (known.ASKED.get(what) == "ed" or (what in known.WILLING and low in known.WAS)) and act:
        at_once = act in known.AT_THE_MEETING or (what == "invited" and any(w.low == "members" for w in said[:at]))
        return None if at_once else ("asked", act)
    if low == "been":
        return None
    done = word_at(said, past_adverbs(said, after + 1))
    if what == "being" and done in known.WORKED_AT:
        return "being done", done
    if what == "being" and done in known.DONE:
        return "timed", done
    if what == "working" and any(
        w.low in ("on", "to", "up") and not word_at(said, n + 1)[:1].isdigit()
        for n, w in enumerate(said[after : after + 8], after)
    ):
        return "doing", what
    if what == "making" and behind in ("changes", "improvements"):
        return "doing", what
    if what == "leading" and behind != "on" and not _is_work(said[after + 1 : after + 5]):
        return None
    if behind not in ("part", "place", "well") and (what in known.DOING or what.removeprefix("re") in known.DOING):
        return "doing", what
    if (act and "ing" in (known.GIVEN.get(what), known.MEANT.get(what))) or (what == "going" and act):
        return "undertakes", act
    return None


def _counts_things(said: Sequence[Word], at: int) -> bool:
    """Whether so many of something stand at a place, and no time: "funded for | three posts"."""
    number = word_at(said, at) in NUMBER_WORDS or word_at(said, at).isdigit()
    return number and not any(word.low in known.SPANS for word in said[at + 1 : at + 4])


def _has_begun(said: Sequence[Word], at: int) -> bool:
    words_there = [word.low for word in said[at : at + 4]]
    begun = next((n for n in (1, 2, 3, 4) if "_".join(words_there[:n]) in known.BEGUN), 0)
    bound = (words_there[0:1] == ["on"] and words_there[1:2] != ["order"]) or words_there[1:2] == ["place"]
    if words_there[1:2] == ["place"] and not any(word.low in known.LAID for word in said[max(0, at - 5) : at]):
        return False
    return bool(begun) and (not bound or word_at(said, at + 2) in ("for", "to"))


def _behind_have(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    after = past_adverbs(said, at + 1)
    what = word_at(said, after)
    act = verb_at(said, after + 1, infinitive=True)
    if known.MEANT.get(what) == "ed" and act:
        return "undertakes", act
    if what == "committed" and word_at(said, after + 1) == "to" and word_at(said, after + 2) in ("a", "an"):
        return "undertakes", what
    if what in known.PAID and any(w.low.startswith("£") for w in said[after : after + 8]):
        act = next(
            (act for n in range(after + 2, min(len(said), after + _FURTHEST)) if (act := verb_at(said, n, True))), ""
        )
        return ("undertakes", act) if act else None
    if (
        what in known.TIMED | known.SCHEDULED
        or what == "until"
        or (what == "funding" and word_at(said, after + 1) == "until")
    ):
        return "timed", what
    return ("must", act) if (act := verb_at(said, at + 1, infinitive=True)) else None


def _gives_word(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    """ "agreed to fund", "plans to open", "asked officers to write", "committed to opening"."""
    low, before = said[at].low, said[at - 1] if at else None
    after = past_adverbs(said, at + 1)
    act = verb_at(said, after, infinitive=True)
    if low in ("expects", "expect", "expected") and act:
        return "timed", act
    if known.ASKED.get(low) == "ed" and not (before and (before.kind == "be" or before.low == "had")):
        if low == "invited" and word_at(said, at + 2) == "back":
            return "asked", low
        asked = _asked(said, at)
        if not asked and low in ("asked", "requested") and kind_at(said, at + 1) in known.OF_A_THING:
            return "timed", low
        return ("asked", asked) if asked else None
    if (
        low in known.OFFERED
        and not (before and (before.kind == "be" or before.low == "had"))
        and (
            (low == "offered" and act in known.VERBS)
            or (low != "offered" and kind_at(said, at + 1) == "determiner")
            or any(w.low in known.OFFERS for w in said[at + 1 : at + 3])
        )
    ):
        return "undertakes" if before and before.kind == "have" else "asked", act or low
    if low == "took" and any(w.low in ("away", "back", "up") for w in said[at + 2 : at + 4]):
        return "asked", low
    if low == "signed" and word_at(said, at + 1) == "up":
        return ("undertakes", act) if act else None
    if is_negated(said, at, after + 2):
        return None
    if low not in known.GIVEN and not (low in known.MEANT and (known.MEANT[low] in ("", "ed"))):
        return None
    if low in known.NOUNS_TOO and before and not has_subject(before, low):
        return None
    if (
        before
        and (before.kind in ("be", "determiner", "adverb") or before.low.startswith("remain"))
        and low == "committed"
    ):
        return None
    if word_at(said, after) in known.REFLEXIVE:
        act = verb_at(said, after + 1, infinitive=True)
    if low.startswith("commit") and word_at(said, after) == "to" and word_at(said, after + 1).endswith("ing"):
        act = word_at(said, after + 1)
    elif not is_verb(said, act, after + 1) and [w.low for w in said[at : at + 3]] != ["agreed", "to", "more"]:
        return None
    told = known.MEANT.get(low) == "ed" and at > 0
    if told and before and before.kind == "have":
        return None
    return None if act == "being" else ("would" if told else "undertakes", act)


def _asked(said: Sequence[Word], at: int) -> str:
    """What somebody is asked to do, or that a thing be done; "" for a question and what is done at the meeting."""
    that = False
    for n in range(at + 1, min(len(said), at + _FURTHEST)):
        word = said[n]
        if word.low in known.ASKED_WHETHER or word.kind == "modal":
            return ""
        that = that or word.low == "that"
        act = verb_at(said, n, infinitive=True) if n > at + 1 else ""
        if word.low == "be" or (
            that and n > at + 2 and word.low in known.ORDERED and said[n - 1].kind != "preposition"
        ):
            act = verb_at(said, n)
        if act:
            told = act in ("give", "provide", "present") and any(w.low in known.TOLD_THERE for w in said[n : n + 6])
            is_known = act in known.VERBS | known.DONE or (word.low == "be" and act != "be")
            return act if is_known and not told and act not in known.AT_THE_MEETING else ""
    return ""
