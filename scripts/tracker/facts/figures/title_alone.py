"""Whether a figure's name can be understood by a reader who has only it: title, part and unit, without the sentence.

In: a sentence with its parse, one of its numbers and the naming that would be shown. Out: the naming, its title and
part without what clings to them from the words around, and unsure where a reader would take the figure for something
else: where the name runs into the next clause, leans on what was said before, or holds another figure; where the
number is the limit that others were measured by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.counted_words import COUNTED
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.number_words import NUMBER_WORD
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import PEOPLE

# "However the proportion …", "Overall crime rates rose": a joint before and the verb that leads to the number.
_JOINT = re.compile(r"^(?:However|Meanwhile|Nevertheless|Unfortunately|Sadly|Additionally|Furthermore|Moreover),?\s")
_MOVED = re.compile(r"\s(?:rose|fell|grew|increased|decreased|dropped|stood|totalled|numbered|averaged)$")
_TWICE = re.compile(r"\b([a-z]{3,}) \1\b")
_AT_ANY = re.compile(r"\bat any$")
# What stands over a passage of any report and names nothing that is counted.
_OF_ANY_REPORT = re.compile(
    r"Reasons for |Public question time$|(?:Financial|Legal|Equality|Resource|Risk) implications$|.* in brief$",
    re.I,
)
_QUESTION = re.compile(r"(?:How|What|Why|Who|Where|When)\s")
_WHO_DOING = re.compile(r"\swho ([a-z]+ing)\b")
_REST = re.compile(r",?\s(?:and|with) the (?:remainder|rest|others|remaining)\b.*$")
_THE_MOST = re.compile(r"\s(?:being\s)?the (?:most common|most frequent|largest|biggest|main|highest)\b.*$")
# "aged 65", "Rights 1": cut off in the middle of ages or a list of numbers.
_CUT_NUMBER = re.compile(r"\b[A-Za-z]+\s\d\d?$")
_NUMBER_ON = re.compile(
    r"\s(?:and|or)\s(?:over|above|older|under|below|younger)\b|\s?(?:to|-|–)\s?\d\d?\b|\+|(?:,\s\d\d?\b)*\s(?:and|or)\s\d\d?\b"
)


def plainly_named(sentence: Sentence, mention: Mention, naming: Naming) -> Naming:
    """The naming without the joints, doubled words, headings of any report and words of the next clause that cling to
    its title and part, and with the ages and limits whole that they begin."""
    naming = _within_clause(sentence, mention, naming)
    title = _TWICE.sub(r"\1", _MOVED.sub("", _JOINT.sub("", naming.title)))
    title = _WHO_DOING.sub(r" \1", _AT_ANY.sub("at any one time", title))
    report, colon, rest = title.partition(": ")
    if colon and (
        (_OF_ANY_REPORT.match(report) and (" " in rest or naming.measure == "rate"))
        or (_QUESTION.match(report) and _counts_something(rest))
    ):
        title = rest
    title = capital(title) if mention.side else _with_whole_number(capital(title), sentence.text)
    title = _with_limit(title, sentence.text)
    breakdown = tuple(
        (key, _with_whole_number(_THE_MOST.sub("", _REST.sub("", value)), sentence.text) if key == "group" else value)
        for key, value in naming.breakdown
    )
    return replace(naming, title=title, breakdown=breakdown)


def _with_whole_number(words: str, sentence: str) -> str:
    """ "residents aged 65" of "residents aged 65 and over" → all of it."""
    cut = _CUT_NUMBER.search(words)
    at = sentence.find(cut.group()) if cut else -1
    more = _NUMBER_ON.match(sentence, at + len(cut.group())) if cut and at >= 0 else None
    return words + more.group() if more else words


_LIMIT_AHEAD = re.compile(
    r"\s(?:for\s)?(?:(?:more|less|fewer|greater) than|at least|over|under)\s(?:£?\d[\d.,%]*|"
    rf"(?:{NUMBER_WORD})\b)"
    r"(?:\s(?!and\b|or\b)[a-z]+){1,4}?"
    r"(?=[.;,)]|$|\s(?:and|compared|which|while|but)\b)"
)


def _with_limit(title: str, sentence: str) -> str:
    """ "adults who drink" of "drink more than 14 units a week" → all of it."""
    words = title.split()
    if len(words) < 2:
        return title
    last = re.search(rf"\b{re.escape(words[-1])}(?=\s(?:for|more|less|fewer|greater|at|over|under)\b)", sentence)
    ahead = _LIMIT_AHEAD.match(sentence, last.end()) if last else None
    return title + ahead.group() if ahead else title


def _within_clause(sentence: Sentence, mention: Mention, naming: Naming) -> Naming:
    """The naming without what its title takes from the next clause: "groups and more volunteers needed" → "groups"."""
    before, later = _words_of_clauses(sentence, mention)
    head, joint, tail = naming.title.rpartition(" and ")
    words = _WORD.findall(tail.lower())
    if not joint or not words or any(word in before for word in words) or not any(word in later for word in words):
        return naming
    unit = naming.unit if naming.unit.lower() in head.lower() or naming.measure != "count" else head.split()[-1].lower()
    return replace(naming, title=head, unit=unit)


# "by them", "at that time", "In numbers this is": who or what, only the text before tells.
_LEANS = re.compile(
    r"^(?:\S+\s){0,4}(?:them|these|those|this|which|whom)$|\bthat (?:time|point|stage|date|day)$"
    r"|^(?:[\w:]+\s){0,3}(?:this|it|they) (?:is|was|are|were)\b"
    r"|^(?:The )?(?:Figures?|Numbers?|Percentages?|Proportions?) for\b",
    re.I,
)
# "The average of our Most Similar Group": others, however near.
_NEIGHBOURS = re.compile(r"\b(?:most similar|statistical neighbour|nearest neighbour|comparator)", re.I)
_PREPOSED = re.compile(r"(?:to|that|who|which|with|in|at|across|of|by|among|between|within|throughout|per)\s", re.I)
_OWN_NUMBER = re.compile(
    r"\d,?\s(?:and|or)\s\d+$"
    r"|\b(?:aged?|ages|under|over|above|below|year|years|level|levels|tier|tiers|phase|stage|grade|group|step|steps"
    r"|key stage|part|wave|band|category|operation|priority|outcome|section|class|type|than|to|and|least|most|code"
    r"|covid|round|option|schedule|safer streets|plan|quarter|district|priorities|calls)[\s-]\d+\+?$",
    re.I,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_EARLIER_VALUE = re.compile(r"(?:which|that)\s(?:is|was|are|were)\s(?:\w+\s)?(?:fewer|less|more|lower|higher)\b", re.I)
_AGAINST_AIM = re.compile(r":\s(?:above|below|ahead of|short of)\s|\b(?:above|below) (?:target|average)$", re.I)
# What comes in parts of a whole: no count of other things has a decimal point.
_IN_PARTS = re.compile(
    r"year|month|week|day|hour|minute|second|post|fte|equivalent|mile|kilo|km|metre|tonne|litre|unit|point|acre|hectare"
    r"|per\s|score|time|worker|officer|staff|place",
    re.I,
)
_VERB_BETWEEN = re.compile(
    r"\b(?!aged\b)[a-z]+(?:ed|ing)\b|\b(?:drink|drank|lost|had|have|has|were|are|said|felt|spent|smoke|pay|took)\b"
)


def stands_alone(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether a reader who sees only title, part and unit takes the figure for what the sentence says."""
    return not any(
        doubt(sentence, mention, naming, found)
        for doubt in (_leans, _in_decimals, _holds_another, _runs_on, _is_limit, _part_unclear)
    )


def _leans(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the title leans on words that it does not have."""
    owner, _, last = naming.title.rpartition(": ")
    if (
        _LEANS.search(naming.title)
        or _LEANS.search(last)
        or _NEIGHBOURS.search(naming.title)
        or _AGAINST_AIM.search(naming.title)
    ):
        return True
    if _PREPOSED.match(last) and "…" not in last:
        return not owner or not _counts_something(owner)
    return False


def _counts_something(owner: str) -> bool:
    return any(
        word in COUNTED or word in PEOPLE or word in ("those", "who") for word in re.findall(r"[a-z]+", owner.lower())
    )


def _in_decimals(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether things that come whole are told in parts ("22.4 offences"): a rate or an average told as a count."""
    return (
        naming.measure == "count"
        and mention.sort == "count"
        and "." in mention.value
        and not mention.value.endswith(".0")
        and _IN_PARTS.search(naming.unit) is None
    )


def _holds_another(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the title holds another figure of the sentence, or ends in a number that names nothing."""
    last = naming.title.split()[-1] if naming.title else ""
    if last.isdigit() and not _A_YEAR.fullmatch(last) and not _OWN_NUMBER.search(naming.title):
        return True
    return any(
        other is not mention and "%" in (said := sentence.text[other.start : other.end]) and said in naming.title
        for other in found
    )


def _runs_on(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the title takes a word that only a later clause has ("alley gates installed upgraded")."""
    before, later = _words_of_clauses(sentence, mention)
    words = _WORD.findall(naming.title.lower())
    if any(word in before for word in words) and any(word in later for word in words):
        return True
    twice = _DONE_TWICE.search(naming.title)
    return twice is not None and twice.group() not in sentence.text


_DONE_TWICE = re.compile(r"\b[a-z]+ed [a-z]+ed$")


def _words_of_clauses(sentence: Sentence, mention: Mention) -> tuple[set[str], set[str]]:
    """The words up to the end of a number's clause, and those that only the clauses behind it have."""
    at = sentence.at(mention.start)
    opens = _next_clause(sentence, at) if at >= 0 else -1
    if opens < 0:
        return set(), set()
    begin = sentence.words[sentence.phrases[opens].first].start
    before = set(_WORD.findall(sentence.text[:begin].lower()))
    return before, set(_WORD.findall(sentence.text[begin:].lower())) - before


_WORD = re.compile(r"[a-z]{4,}")


def _next_clause(sentence: Sentence, at: int) -> int:
    """The phrase that begins the clause behind that of phrase ``at``, -1 for none: "and" with a subject and a verb.

    A number opens none: "73% agreed and 27% tended to agree that they were safe" shares its end.
    """
    told = False
    for n in range(len(sentence.phrases) - 2):
        phrase = sentence.phrases[n]
        told = told or (phrase.sort == "verb" and phrase.finite)
        joins = n > at and told and phrase.sort == "coordinator" and sentence.low(n) in ("and", "but")
        subject = n + 1
        if (
            joins
            and sentence.sort(subject) == "noun"
            and sentence.phrases[subject].number < 0
            and (verb := sentence.verb_of(subject)) > 0
            and sentence.words[sentence.phrases[verb].first].kind != "ed"
        ):
            return n
    return -1


def _is_limit(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the number is a limit that a share is told of: "38% lost at least 5% of their weight"."""
    if mention.qualifier not in ("over", "at least", "under", "at most", "up to"):
        return False
    before = [other for other in found if other.end <= mention.start]
    if not before or before[-1].sort != "share":
        return False
    between = sentence.text[before[-1].end : mention.start]
    return re.search(r"[;:,.]|\band\b|\bor\b|\bto\s", between) is None and _VERB_BETWEEN.search(between) is not None


def _part_unclear(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether a part's name is an earlier value's, or holds another number."""
    groups = [value for key, value in naming.breakdown if key == "group"]
    return any(_EARLIER_VALUE.match(group) or re.search(r"\band \d+$", group) for group in groups)
