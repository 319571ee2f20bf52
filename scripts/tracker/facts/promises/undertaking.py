"""Verb groups by which somebody undertakes a thing, is set to do it or sets it for a time: "will publish", "has agreed
to fund", "was asked to write", "is planned for May", "is drawing up".

In: a clause. Out: where each such group begins, of which form it is and what is done. Whether it counts (who its
subject is, whether it is a wish, a service or a state) is judged elsewhere. A group is an auxiliary, or a form of one
of a few verbs, with the infinitive, the participle or the gerund it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.facts.promises.promise_verbs import DAILY, LASTING, WORK
from tracker.facts.sentence import lexicon
from tracker.facts.sentence.words import Word, words
from tracker.facts.wording.calendar_words import NUMBER_WORDS
from tracker.facts.wording.verb_forms import participle, stem
from tracker.facts.wording.word_lists import words_of

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


# Who gives his word does so in any tense; what was only meant, in the past tense, may have come to nothing since.
_GIVES_WORD = words_of("agree commit pledge promise propose undertake undertook volunteer vow")
_MEANS = words_of("arrange begin decide intend opt plan resolve")
_ASKS = words_of("ask charge commission direct instruct invite request task urge")
_OFFERED = words_of("offered volunteered pledged promised")
_OFFERS = words_of("use services space help assistance support room rooms places two three")
# What is done there and then at a meeting, or by the paper's readers.
_AT_THE_MEETING = words_of(
    "note consider agree approve comment endorse keep complete rate say describe leave explain clarify elaborate"
    " expand outline introduce join support declare indicate respond summarise talk turn remain refrain amend"
    " vote move elect receive sign stand raise noted recorded minuted thanked given aware mindful"
)
_WILLING = words_of("happy willing content")
_TOLD_THERE = words_of("update overview summary introduction presentation view explanation assurance")
_ASKED_WHETHER = words_of("whether if how what why who when where about thanks condolences members everyone colleagues")
_SCHEDULES = words_of("book pencil plan schedule timetable")
_SETS_A_TIME = words_of(
    "fund anticipate arrange await confirm convene earmark expect fix list move organise programme set defer postpone"
)
# How a thing stands that has been begun or ordered, behind "is".
_BEGUN = (
    "in preparation", "in development", "in hand", "in progress", "in train", "in the pipeline", "under way",
    "underway", "under construction", "on order", "out to tender", "on track", "on course", "on target", "on schedule",
)  # fmt: skip
# What befalls people and things is nothing that is done.
_BEFALLS = words_of("get lose face suffer see know say find feel engage")
WISHES = words_of("seek aim try endeavour strive hope")
"""Acts that only wish."""
# What is so by itself, is thought or is done with the vote: "would help", "would like", "would be required".
IS_OF_ITSELF = words_of(
    "have help allow enable mean need require like love welcome prefer benefit depend affect cost seem appear suggest"
    " expect hope say want appreciate become see impact improve increase reduce inform encourage urge vote object"
    " happen result recommend potentially possibly perhaps probably normally usually likely ideally"
    " considered interested interesting interest welcomed appreciated required needed delighted pleased affected"
    " increased reduced used based reflected able happy willing keen glad prepared good useful helpful"
)
MOVES = words_of(
    "rise fall increase grow decrease reduce reduced increased affect cost see be face exceed need require continue"
    " remain"
)
"""What figures and conditions are expected to do by themselves."""
_NO_VERBS = (
    lexicon.DETERMINERS | lexicon.PRONOUNS | lexicon.RELATIVES | lexicon.PREPOSITIONS | words_of("date that what")
)
_PROCESS = ["in", "the", "process", "of"]
_GOES_ON = words_of("begun started ongoing continuing taking underway")
_BETWEEN = words_of("all each both therefore next first")
_REFLEXIVE = words_of("itself ourselves themselves himself herself")
_IS, _WAS = words_of("is are"), words_of("was were")
# "be available" is done as "be reviewed" is; "be safer" is not.
_READY = words_of("available operational live in open ready complete on up back out subject")
_FURTHEST = 18
"""Between who is asked and what they are to do stand at most so many words."""
_LONGEST_ASIDE = 16


def _inflected(verbs: frozenset[str]) -> dict[str, str]:
    """Every form of some verbs with its ending: "" or "s" for the present, "ed" for past and participle, "ing"."""
    forms = {form: kind for verb in verbs for form, kind in ((participle(verb), "ed"), (stem(verb) + "ing", "ing"))}
    return forms | {verb + s: "" if verb != "undertook" else "ed" for verb in verbs for s in ("", "s")}


_GIVEN, _MEANT, _ASKED = _inflected(_GIVES_WORD), _inflected(_MEANS), _inflected(_ASKS)
_SCHEDULED = frozenset(map(participle, _SCHEDULES))
_TIMED = frozenset(map(participle, _SETS_A_TIME)) | {"due"}
_WORK = WORK - LASTING - {"work"}
_DOING = frozenset(stem(verb) + "ing" for verb in _WORK)
_DONE = frozenset(map(participle, WORK)) | {
    "carried",
    "made",
    "delivered",
    "held",
    "shown",
    "fed",
    "kept",
    "found",
    "given",
}
_WORKED_AT = frozenset(map(participle, _WORK)) | {"carried", "sought", "delivered"}
_VERBS = WORK | DAILY | lexicon.PRESENT | lexicon.BEHIND_TO | words_of("go come be carry try look sit resume")
# A plan, a pledge, a promise
_NOUNS_TOO = words_of("plan plans pledge pledges promise promises")


def undertakings(clause: str) -> Iterator[Undertaking]:
    """The verb groups of a clause by which something is undertaken, in order."""
    said = words(clause, ())
    for at, word in enumerate(said):
        if found := _group(said, at):
            form, act = found
            yield Undertaking(word.start, form, act)


def _group(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    """The form and the act of the verb group that begins at a word."""
    low = said[at].low
    if low in ("will", "shall", "would") or low.endswith(("’ll", "'ll")):
        after = _past_aside(said, at + 1)
        act = _act(said, after)
        told = low == "would"
        return ("would" if told else "will", act) if act and not (told and _is_negated(said, at, after)) else None
    if low.endswith(("’d", "'d")) and said[_past_adverbs(said, at + 1)].kind not in ("ed", "past", "be"):
        return ("would", act) if (act := _act(said, at + 1)) else None
    if low in _IS | _WAS | {"been"}:
        return _behind_be(said, at)
    if low in lexicon.HAVE:
        return _behind_have(said, at)
    if low in ("must", "needs", "need") and (act := _act(said, at + 1, low != "must")):
        return "must", act
    if low == "to" and _low(said, at + 1) == "be" and (act := _act(said, at, infinitive=True)) in _DONE:
        return "to be", act
    if low == "work" and any(_low(said, at + n) in _GOES_ON for n in (1, 2, 3)):
        return "set", low
    if (low in ("planned", "booked", "scheduled") and _low(said, at + 1) == "for") or (
        low == "to" and _low(said, at + 1) == "come" and _low(said, at - 1) == "more"
    ):
        return "set", low
    return _gives_word(said, at)


def _behind_be(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    low, after = said[at].low, _past_adverbs(said, at + 1)
    what = _low(said, after)
    act = _act(said, after + 1, infinitive=True)
    if to_do := _act(said, after, infinitive=True):
        form: Form = "will" if low in _IS else "would"
        return None if low == "been" or to_do in _BEFALLS else (form, to_do)
    if what in _SCHEDULED or _has_begun(said, after) or [w.low for w in said[after : after + 4]] == _PROCESS:
        return "set", what
    if _is_negated(said, at, after + 2):
        return None
    if what in _TIMED and _low(said, after + 1) != "that":
        return ("set" if what == "due" and act else "timed"), act or what
    if (_ASKED.get(what) == "ed" or (what in _WILLING and low in _WAS)) and act:
        at_once = act in _AT_THE_MEETING or (what == "invited" and _low(said, at - 1) in _ASKED_WHETHER)
        return None if at_once else ("asked", act)
    if low == "been":
        return None
    if what == "being" and (done := _low(said, _past_adverbs(said, after + 1))) in _WORKED_AT:
        return "being done", done
    if what == "working" and any(
        w.low in ("on", "to", "up") and not _low(said, n + 1)[:1].isdigit()
        for n, w in enumerate(said[after : after + 8], after)
    ):
        return "doing", what
    if (what in _DOING or what.removeprefix("re") in _DOING) and said[min(after + 1, len(said) - 1)].low not in (
        "part",
        "place",
        "well",
    ):
        return "doing", what
    if (act and "ing" in (_GIVEN.get(what), _MEANT.get(what))) or (what == "going" and act):
        return "undertakes", act
    return None


def _has_begun(said: Sequence[Word], at: int) -> bool:
    words_there = [word.low for word in said[at : at + 4]]
    begun = next((n for n in (1, 2, 3, 4) if " ".join(words_there[:n]) in _BEGUN), 0)
    bound = words_there[0:1] == ["on"] and words_there[1:2] != ["order"]
    return bool(begun) and (not bound or _low(said, at + 2) in ("for", "to"))


def _behind_have(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    after = _past_adverbs(said, at + 1)
    what = _low(said, after)
    act = _act(said, after + 1, infinitive=True)
    if _MEANT.get(what) == "ed" and act:
        return "undertakes", act
    if what == "committed" and _low(said, after + 1) == "to" and _low(said, after + 2) in ("a", "an"):
        return "undertakes", what
    if what in _TIMED | _SCHEDULED or what == "until":
        return "timed", what
    return ("must", act) if (act := _act(said, at + 1, infinitive=True)) else None


def _gives_word(said: Sequence[Word], at: int) -> tuple[Form, str] | None:
    """ "agreed to fund", "plans to open", "asked officers to write", "committed to opening"."""
    low, before = said[at].low, said[at - 1] if at else None
    after = _past_adverbs(said, at + 1)
    act = _act(said, after, infinitive=True)
    if low in ("expects", "expect", "expected") and act:
        return "timed", act
    if _ASKED.get(low) == "ed" and not (before and before.kind == "be"):
        asked = _asked(said, at)
        return ("asked", asked) if asked else None
    if (
        low in _OFFERED
        and not (before and before.kind in ("be", "have"))
        and ((low == "offered" and act in _VERBS) or any(w.low in _OFFERS for w in said[at + 1 : at + 3]))
    ):
        return "asked", act or low
    if low == "signed" and _low(said, at + 1) == "up":
        return ("undertakes", act) if act else None
    if low not in _GIVEN and not (low in _MEANT and (_MEANT[low] in ("", "ed"))):
        return None
    if low in _NOUNS_TOO and before and not _has_subject(before, low):
        return None
    if (
        before
        and (before.kind in ("be", "determiner", "adverb") or before.low.startswith("remain"))
        and low == "committed"
    ):
        return None
    if _low(said, after) in _REFLEXIVE:
        act = _act(said, after + 1, infinitive=True)
    if low.startswith("commit") and _low(said, after) == "to" and _low(said, after + 1).endswith("ing"):
        act = _low(said, after + 1)
    elif not _is_verb(said, act, after + 1):
        return None
    told = _MEANT.get(low) == "ed" and at > 0
    return None if act == "being" else ("would" if told else "undertakes", act)


def _is_verb(said: Sequence[Word], act: str, at: int) -> bool:
    """Whether the word behind "to" is a verb: "agreed to second a PCSO", not "commit to small steps"."""
    at = _past_adverbs(said, at)
    known = act in _VERBS or act.rpartition("-")[2] in _VERBS or _low(said, at) == "be"
    following = said[at + 1] if at + 1 < len(said) else None
    takes = following and (following.kind in ("determiner", "pronoun", "number") or following.low in NUMBER_WORDS)
    return bool(act) and (known or bool(takes))


def _has_subject(before: Word, low: str) -> bool:
    """Whether "plan", "plans" behind a word is a verb: "we plan", "the police plan", "the council plans"."""
    if before.kind in ("pronoun", "relative", "coordinator", "adverb"):
        return True
    plural = before.low in ("police", "people") or (before.low.endswith("s") and not before.low.endswith("ss"))
    return before.kind == "noun" and plural != low.endswith("s")


def _asked(said: Sequence[Word], at: int) -> str:
    """What somebody is asked to do, or that a thing be done; "" for a question and what is done at the meeting."""
    that = False
    for n in range(at + 1, min(len(said), at + _FURTHEST)):
        word = said[n]
        if word.low in _ASKED_WHETHER or word.kind == "modal":
            return ""
        that = that or word.low == "that"
        act = _act(said, n, infinitive=True) if n > at + 1 else ""
        if word.low == "be" or (that and n > at + 2 and word.low in WORK | DAILY and said[n - 1].kind != "preposition"):
            act = _act(said, n)
        if act:
            told = act in ("give", "provide", "present") and any(w.low in _TOLD_THERE for w in said[n : n + 6])
            known = act in _VERBS | _DONE or (word.low == "be" and act != "be")
            return act if known and not told and act not in _AT_THE_MEETING else ""
    return ""


def _act(said: Sequence[Word], at: int, infinitive: bool = False) -> str:
    """The verb at a place, with "to" before it where it is an infinitive; "" where none can stand there. Behind "be" it
    is the participle or the word that says a thing is ready."""
    at = _past_adverbs(said, at)
    if infinitive:
        if _low(said, at) != "to":
            return ""
        at = _past_adverbs(said, at + 1)
    low = _low(said, at)
    past = low.endswith("ed") and low not in WORK | DAILY and not low.endswith(("eed", "bed"))
    if not low[:1].isalpha() or not said[at].text[:1].islower() or low in _NO_VERBS or past:
        return ""
    if low != "be":
        return low
    after = _past_adverbs(said, at + 1)
    done = after < len(said) and (said[after].kind in ("ed", "ing") or said[after].low in _READY | _DONE | IS_OF_ITSELF)
    return _low(said, after) if done else "be"


def _is_negated(said: Sequence[Word], at: int, after: int) -> bool:
    return any(word.low in ("not", "never") for word in said[at:after])


def _past_adverbs(said: Sequence[Word], at: int) -> int:
    while at < len(said):
        if said[at].low == "in" and _low(said, at + 1) in ("due", "time", "turn"):
            at += 3 if said[at + 1].low == "due" else 2
        elif (said[at].kind == "adverb" and not said[at].low.endswith("likely")) or said[at].low in _BETWEEN:
            at += 1
        else:
            break
    return at


def _past_aside(said: Sequence[Word], at: int) -> int:
    """The place behind what commas set apart: "will | , once agreed, | publish"."""
    at = _past_adverbs(said, at)
    if at < len(said) and said[at].kind == "comma":
        end = next((n for n in range(at + 1, min(len(said), at + _LONGEST_ASIDE)) if said[n].kind == "comma"), at - 1)
        return _past_adverbs(said, end + 1)
    return at


def _low(said: Sequence[Word], at: int) -> str:
    return said[at].low if 0 <= at < len(said) else ""
