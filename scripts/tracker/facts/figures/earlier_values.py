"""What a figure just told is compared with: "368 referrals in Q3, against 341 in Q2", "up 6% on last year (6,055)".

In: what a sentence holds, the place of one of its numbers, the namings of the numbers before it. Out: the naming of
the figure that it is an earlier value of, None where the grammar does not make it one: words of comparison lead to the
number, nothing else is spoken of in between, and what follows the number says no more than the figure's own name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tracker.facts.figures.naming_changes import is_change
from tracker.facts.figures.naming_moved import RISE_IN
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.prose_opening import Held
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.compared import compared_with
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.periods import Period
from tracker.facts.wording.scope import other_area
from tracker.facts.wording.word_lists import words_of

_ONLY = (
    r"(?:(?:just|only|about|around|over|under|nearly|almost|some|approximately|roughly|the|a|its|that\sof"
    r"|(?:total|figure|number|rate|level|count|value|proportion|percentage)\sof)\s+)*"
)
# "compared with", "as against", "previously": what comes next is the same thing at another time.
_COMPARED = re.compile(
    r"\b(?:(?:compar(?:ed|es|ing)|in\scomparison|as\sopposed)\s(?:with|to)|(?:as\s)?against|versus|vs\.?|previously)\s+"
    rf"{_ONLY}$",
    re.I,
)
_MOVED = (
    r"(?:up|down|higher|lower|more|fewer|less|above|below|better|worse|double|half|increas\w+|decreas\w+|reduc\w+"
    r"|ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|drop\w*|improv\w+|growth|gr[eo]wn?|declin\w+|chang\w+)"
)
_EQUIVALENT = re.compile(
    r"\b(?:equivalent|corresponding|comparable)\s(?:figure|number|value|total)s?\b[^;,.]{0,40}\b(?:was|were|being)\s+"
    rf"{_ONLY}$",
    re.I,
)
# "down slightly from 221", "up by a massive 65% on the 480"
_CHANGED = re.compile(rf"\b{_MOVED}\b[^;:]{{0,60}}?\b(?:(?:from|on|upon)|(?:than|over)\s+the)\s+{_ONLY}$", re.I)
# "still below the 9,120 recorded in 2019/20"
_BESIDE = re.compile(
    r"\b(?:(?:below|above|beyond|double|twice|half)|as\s(?:many|much|high|low|large)(?:\s[a-z]+)?\sas|similar\sto|the\ssame\sas"
    rf"|(?:in\sline|level|on\sa\spar|consistent|comparable)\swith)\s+(?:the|that)\s+{_ONLY}$",
    re.I,
)
# "… on the same quarter last year when there had been"
_WHEN = re.compile(
    r"\b(?:when|where)\s(?:there|it|this|they|we|the\s(?:figure|rate|number|total))\s(?:were|was|had\sbeen|stood\sat|had"
    rf"|recorded|received|saw|totalled)\s+{_ONLY}$"
)
# "87% in March, having been as low as 71% in September"
_HAVING_BEEN = re.compile(rf",\shaving\s(?:previously\s)?been\s(?:as\s(?:low|high|few|many)\sas\s)?{_ONLY}$")
_OPENED = re.compile(r"\(\s*$")
_CLOSED = re.compile(r"\s*[);,]")
# Words behind an earlier value that add nothing to what it is of.
_SAYING_NOTHING = words_of(
    "a an the of in for and at by to on from that which who was were had been recorded reported received seen made"
    " achieved logged issued registered heard accepted held counted told cases people we it they had"
    " before after beforehand afterwards"
)
_BEFORE_OR_AFTER = re.compile(r"\s(before|after)(?:hand|wards)?(?=\s*(?:[.,;:)]|$))")
_ENDS = re.compile(r"\s{2}|\s*[.,;:()]|\s*$")
_SPEAKING_ON = words_of(
    "it this that which they there these those who we the overall same figure figures number numbers total rate level"
)


def earlier_value(held: Held, at: int, told: Mapping[int, Naming], sentence: Sentence | None) -> Naming | None:
    """The naming of number ``at`` as an earlier value of a figure of the same sentence, None where it is none."""
    mention = held.found[at]
    run = _bare_run(held, at)
    before_it = _fellow(held, at, run, told) if len(run) > 1 else _figure_before(held, at, told, sentence)
    if before_it is None or mention.side or mention.times or mention.signed:
        return None
    number, naming = before_it
    # of several values "987, 176 and 31" the words before the first and after the last are said of all
    first, last = held.found[run[0]], held.found[run[-1]]
    gap, after = held.sentence[number.end : first.start], held.blanked[last.end :]
    if (
        (";" in gap and not _EQUIVALENT.search(gap))
        or _NEXT_LABEL.search(gap)
        or re.search(r"\.\s+[A-Z]", gap)
        or RISE_IN.search(gap)
        or (len(run) == 1 and _speaks_of_another(sentence, number, mention))
    ):
        return None
    leads = (
        _leads_back(held, first, gap, after)
        or _bears_out(number, gap, mention, after)
        or (naming.same and _still_earlier(held, number, mention))
    )
    if not leads or not _says_no_more(after, naming):
        return None
    if other_area(_clause(held.sentence, number, mention), mention.start - number.end, held.place):
        return None
    gone = {"plan", "measure"} | ({"group"} if _names_the_whole(after, naming) else set())
    kept = tuple(part for part in naming.breakdown if part[0] not in gone)
    if when := _BEFORE_OR_AFTER.match(after):
        # "36% agreed before the course, compared with 75% after"
        kept = (*(part for part in kept if part[1] not in ("before", "after")), ("group", when[1]))
    return replace(naming, breakdown=kept, same=True, counted=False)


def _bare_run(held: Held, at: int) -> range:
    """The places of the numbers that stand in one list with number ``at`` and have no words of their own."""
    first = last = at
    while first and _BETWEEN.fullmatch(held.sentence[held.found[first - 1].end : held.found[first].start]):
        first -= 1
    while last + 1 < len(held.found) and _BETWEEN.fullmatch(
        held.sentence[held.found[last].end : held.found[last + 1].start]
    ):
        last += 1
    return range(first, last + 1)


_BETWEEN = re.compile(r",?\s(?:and\s)?|,")


def _fellow(held: Held, at: int, run: range, told: Mapping[int, Naming]) -> tuple[Mention, Naming] | None:
    """Of as many figures as the list has numbers, all told before it, the one in the same place: "213 notices and 42
    orders, compared with 176 and 39"."""
    before = [number for number in held.found[: run[0]] if number.sort == held.found[at].sort]
    named = [(number, told[number.start]) for number in before if number.start in told]
    if len(before) != len(run) or len(named) != len(run) or not all(naming.sure for _, naming in named):
        return None
    return named[at - run[0]]


# "robbery (102) and arson (down from 84 …": a bracket with a label of its own is of something else.
_NEXT_LABEL = re.compile(r"\)[^()]*[A-Za-z]{3,}[^()]*\([^()]*$")


def _in_reason(sentence: Sentence | None, number: Mention) -> bool:
    """Whether a number stands in a clause that only says why or when: "because there was no space"."""
    at = sentence.at(number.start) if sentence else -1
    while sentence is not None and at >= 0 and sentence.sort(at) not in ("comma", "mark", "coordinator"):
        if sentence.sort(at) == "subordinator":
            return True
        at -= 1
    return False


def _figure_before(
    held: Held, at: int, told: Mapping[int, Naming], sentence: Sentence | None
) -> tuple[Mention, Naming] | None:
    """The nearest figure told of before number ``at``, where it is of one sort with it and sure."""
    mention = held.found[at]
    for number in reversed(held.found[:at]):
        naming = told.get(number.start)
        if _is_aside(held.sentence[number.end : mention.start]) and any(n.start in told for n in held.found[:at][:-1]):
            # "38 people killed (two of them children), compared with 45": of those outside the bracket
            continue
        if number.sort != mention.sort or is_change(number, held.before(number), held.after(number)):
            continue
        if naming is None and number.value == "0" and _in_reason(sentence, number):
            # "29 were turned away because there was no space, compared with 38"
            continue
        if naming is None and other_area(held.sentence, number.start, held.place):
            # "better than the force average of 10.2% but down on the 13.1% achieved the year before"
            continue
        if naming is None or not naming.sure or naming.measure == "rank" or ("measure", "target") in naming.breakdown:
            return None
        return number, naming
    return None


def _is_aside(gap: str) -> bool:
    """Whether a bracket that opened before a stretch closes in it."""
    closes = gap.find(")")
    return closes >= 0 and "(" not in gap[:closes]


def _leads_back(held: Held, mention: Mention, gap: str, after: str) -> bool:
    """Whether the words before a number compare with it."""
    if _COMPARED.search(gap) or _EQUIVALENT.search(gap) or _CHANGED.search(gap) or _BESIDE.search(gap):
        return True
    if _HAVING_BEEN.search(gap):
        return any(p.begin >= mention.end for p in held.periods)
    last = next((p for p in reversed(held.periods) if p.finish <= mention.start), None)
    if _WHEN.search(gap):
        return last is not None and _is_of_before(held, last)
    if not _OPENED.search(gap) or not _CLOSED.match(after):
        return False
    if last and not held.sentence[last.finish : mention.start].strip(" ("):
        # "lower than in the same period a year ago (83.4%)"
        return _is_of_before(held, last)
    own = next((p for p in held.periods if p.begin >= mention.end), None)
    # "(35 in the previous year)"
    return own is not None and own.kind == "relative" and not held.sentence[mention.end : own.begin].strip()


# "compared with 109 in 2021/22 and 101 in 2020/21", "up 8% on the 412 of 2021/22 and 15% on 388 in 2020/21"
_NEXT = re.compile(
    rf"\s*,?\s*(?:and\s+|then\s+)?(?:with\s+|to\s+|from\s+|(?:(?:of|by)\s+)?(?:[\d.]+\s?%\s+)?(?:on|from)\s+)?{_ONLY}",
    re.I,
)


def _still_earlier(held: Held, number: Mention, mention: Mention) -> bool:
    """Whether a number behind an earlier value is the same at another time again: both have their times behind them,
    and nothing but a joint stands between."""
    gap = held.blanked[number.end : mention.start]
    then = next((p for p in held.periods if p.begin >= number.end), None)
    own = next((p for p in held.periods if p.begin >= mention.end), None)
    if then is None or own is None or then is own or then.begin >= mention.start:
        return False
    between = gap[: then.begin - number.end] + gap[then.finish - number.end :]
    joined = _NEXT.fullmatch(re.sub(r"\s+", " ", gap[then.finish - number.end :]))
    said = re.sub(r"[^a-z]+", " ", held.blanked[mention.end : own.begin].lower()).split()
    return bool(joined) and "(" not in between and all(word in _SAYING_NOTHING for word in said)


_DOWN = re.compile(r"\b(?:down|fall|fell|fallen|decreas\w+|reduc\w+|drop\w*|lower|fewer|less)\b|[-–]\s?\d", re.I)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per\scent)")
_ROUNDING = 0.6
"""A percentage printed whole may be half a point off; a little more for values that were rounded themselves."""


def _bears_out(number: Mention, gap: str, mention: Mention, after: str) -> bool:
    """ "2,459 offences, up 2.1% (2,408)": whether the percentage told in between is the change from this to that."""
    percent = _PERCENT.search(gap)
    if percent is None or not _OPENED.search(gap) or not _CLOSED.match(after) or not float(mention.value):
        return False
    change = (float(number.value) - float(mention.value)) / float(mention.value) * 100
    return abs((-change if _DOWN.search(gap) else change) - float(percent[1])) <= _ROUNDING


def _clause(sentence: str, number: Mention, mention: Mention) -> str:
    """The words from a number to the end of the clause of another, with a bracket that opens there."""
    stop = re.search(r"[);,]|\sand\s|\.\s", sentence[mention.end :])
    end = mention.end + stop.start() if stop else len(sentence)
    opened = re.search(r"\s\([^()]*$", sentence[mention.end : end])
    return sentence[number.end : sentence.find(")", end) if opened else end]


def _is_of_before(held: Held, period: Period) -> bool:
    return period.kind == "relative" or compared_with(held.sentence, period)


def _says_no_more(after: str, naming: Naming) -> bool:
    """Whether what follows a number up to its period or the end of its clause is in the figure's own name."""
    end = _ENDS.search(after)
    said = re.findall(r"[a-z]{2,}", after[: end.start() if end else None].lower())
    name = {word[:5] for word in re.findall(r"[a-z]{2,}", f"{naming.title} {naming.unit}".lower())}
    return all(word in _SAYING_NOTHING or word[:5] in name for word in said)


def _names_the_whole(after: str, naming: Naming) -> bool:
    """Whether the words right after a number are the whole title of a part's name: "of 312 cases heard 84 were repeats
    …, down on the 329 cases heard the year before"."""
    title = naming.title.rpartition(": ")[2].lower().split()
    return len(title) > 1 and after.lower().split()[: len(title)] == title


def _speaks_of_another(sentence: Sentence | None, number: Mention, mention: Mention) -> bool:
    """Whether a clause with a subject of its own begins between two numbers."""
    if sentence is None:
        return True
    first, last = sentence.at(number.start), sentence.at(mention.start)
    if first < 0 or last < 0:
        return True
    own = sentence.noun_end(first)
    for verb in range(first + 2, last):
        if sentence.sort(verb) != "verb" or not sentence.phrases[verb].finite:
            continue
        subject = verb - 2 if sentence.sort(verb - 1) == "adverb" else verb - 1
        said = set(sentence.said(subject, subject).lower().split())
        if sentence.sort(subject) == "noun" and subject > own and not said <= _SPEAKING_ON:
            return True
    return False
