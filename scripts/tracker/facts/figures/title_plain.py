"""A figure's name for readers who see it without its sentence, freed of what clings to it from the words around.

In: a sentence with its parse, one of its numbers and the naming that would be shown. Out: the naming without the joints
and words of the next clause, the headings of any report and doubled words in its title and part; with the ages, limits
and lists of numbers whole that a name began and broke off.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_crimes import crime_unit
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.counted_words import COUNTED
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.number_words import NUMBER_WORD
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import PEOPLE

# "However the proportion …", "Overall crime rates rose": a joint before and the verb that leads to the number.
_JOINT = re.compile(r"^(?:However|Meanwhile|Nevertheless|Unfortunately|Sadly|Additionally|Furthermore|Moreover),?\s")
_MOVED = re.compile(
    r"\s(?:(?:has|have|had)\s)?(?:(?:more than|almost|nearly|over)\s)?(?:rose|risen|fell|fallen|grew|grown|increased"
    r"|decreased|dropped|halved|doubled|trebled|tripled|stands?|stood|totalled|numbered|averaged"
    r"|bucked the trend|follows|followed)$"
)
# "Enquiries … were about under-18s: about males": told of the same things, not of those.
# "For burglary the detection rate": the rate for burglary.
_FOR_FIRST = re.compile(r"^For ([^,:…]+?) the ([a-z][a-z -]*(?:rate|proportion|share|percentage|level))$")
_PARTICLE_LOST = re.compile(r"\b(looked)$")
_TWICE = re.compile(r"\b([a-z]{3,}) \1\b")
_AT_ANY = re.compile(r"\bat any$")
# What stands over a passage of any report and names nothing that is counted.
_OF_ANY_REPORT = re.compile(
    r"Reasons for |Public question time$|(?:Financial|Legal|Equality|Resource|Risk) implications$|.* in brief$",
    re.I,
)
_QUESTION = re.compile(r"(?:How|What|Why|Who|Where|When)\s")
# "Residents who agree, lower" than a year earlier: what it is compared with.
_COMPARED = re.compile(
    r",?\s(?:(?:slightly|much|significantly|well|far)\s)?(?:lower|higher|fewer|more|less|better|worse|above|below)$"
)
# "24 of our 29 schools" are schools, whoever else the title tells of.
_OF_SO_MANY = re.compile(r"\sof\s(?:our|the|its|all|their)\s[\d,]+\s(?:[a-z]+\s){0,2}?([a-z]+s)\b(?!\s[a-z]+s\b)")
_WHO_DOING = re.compile(r"\swho ([a-z]+ing)\b")
_REST = re.compile(r",?\s(?:and|with) the (?:remainder|rest|others|remaining)\b.*$")
# "Repeats, within the range expected": what it is held against.
_IN_RANGE = re.compile(r",?\s(?:well\s)?(?:within|inside|outside) the (?:[a-z]+\s)?range\b.*$")
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
    title = _COMPARED.sub("", title) if re.search(r",\s[a-z\s]+$", title) else title
    title = _IN_RANGE.sub("", title)
    title = _FOR_FIRST.sub(r"\2 for \1", title) if naming.measure == "share" else title
    title = _WHO_DOING.sub(
        r" \1", _AT_ANY.sub("at any one time", _PARTICLE_LOST.sub(_with_particle(sentence.text), title))
    )
    report, colon, rest = title.partition(": ")
    if colon and (
        (_OF_ANY_REPORT.match(report) and (" " in rest or naming.measure == "rate"))
        or (_QUESTION.match(report) and counts_something(rest))
    ):
        title = rest
    title = capital(title) if mention.side else _with_whole_number(capital(title), sentence)
    title = _with_time_limit(title, sentence.text)
    title = _with_limit(title, sentence.text, mention.start) if naming.measure == "share" else title
    title = _with_alternative(title, sentence.text, mention.end)
    breakdown = tuple(
        (key, _with_whole_number(_REST.sub("", value), sentence) if key == "group" else value)
        for key, value in naming.breakdown
    )
    breakdown = tuple(
        (key, _with_alternative(value, sentence.text, mention.end) if key == "group" else value)
        for key, value in breakdown
    )
    return replace(naming, title=title, breakdown=breakdown, unit=_unit_of_named(sentence.text, mention, title, naming))


_OR = re.compile(
    r"\sor\s(?:(?!in\b|on\b|at\b|by\b|to\b|for\b|and\b|more\b|less\b|over\b|under\b|older\b|about\b)[a-z-]+\s?){1,3}"
    r"(?=\s*(?:$|[.,;:)]|\b(?:in|on|at|by|to|for|during|last|this|and|with|from|who|which|of|as)\b))"
)


def _with_alternative(words: str, sentence: str, begin: int) -> str:
    """ "people killed" of "15 people were killed or seriously injured" → both."""
    tail = words.split()[-2:]
    if len(tail) < 2 or " or " in words or "…" in words:
        return words
    found = re.compile(r"\b" + r"\W+".join(map(re.escape, tail)), re.I).search(sentence, begin)
    if found is None and tail[-1].endswith(("ed", "en")):
        found = re.compile(rf"\b(?:was|were|been)\s{re.escape(tail[-1])}\b", re.I).search(sentence, begin)
    other = _OR.match(sentence, found.end()) if found else None
    return words + other.group().rstrip() if other else words


def _with_particle(sentence: str) -> str:
    """The verb "looked" with the particle that the sentence gives it."""
    told = re.search(r"\blooked (after|at|into|over|for)\b", sentence)
    return f"looked {told[1]}" if told else "looked"


_OPENS = re.compile(r"\s([a-z]+)\s(?:[a-z]+ing|who|that|with|in|of|from|to|on|at|by|for)\b")


def _unit_of_named(sentence: str, mention: Mention, title: str, naming: Naming) -> str:
    """The unit: "people" of "60 people supporting victims", not the victims whom they support."""
    if naming.unit == "person":
        # "Theft from the person": none is counted
        return crime_unit(title)
    if naming.measure == "count" and (whole := _OF_SO_MANY.match(sentence, mention.end)) and not naming.breakdown:
        return whole[1]
    noun = _OPENS.match(sentence, mention.end)
    opens = title.rpartition(": ")[2].partition(" ")[0].lower()
    return noun[1] if noun and naming.measure == "count" and noun[1] in PEOPLE and noun[1] == opens else naming.unit


def _with_whole_number(words: str, sentence: Sentence) -> str:
    """ "residents aged 65" of "residents aged 65 and over" → all of it; a number that counts is none of it."""
    cut = _CUT_NUMBER.search(words)
    at = sentence.text.find(cut.group()) if cut else -1
    more = _NUMBER_ON.match(sentence.text, at + len(cut.group())) if cut and at >= 0 else None
    counts = more is not None and any(
        more.start() <= sentence.words[phrase.number].start < more.end()
        for phrase in sentence.phrases
        if phrase.number >= 0
    )
    return words + more.group() if more and not counts else words


_TIME_LIMIT = re.compile(
    r"\b(within|in|over|under|after|for|than|least|every|[a-z]{4,})"
    r" (times|weeks?|days?|hours?|months?|years?|minutes?)\b"
)


def _with_time_limit(title: str, sentence: str) -> str:
    """ "seen within weeks" of "seen within 18 weeks" → with the number."""
    limit = _TIME_LIMIT.search(title)
    printed = (
        re.search(rf"\b{limit[1]}\s((?:about\s|the\s)?(?:\d+|{NUMBER_WORD})[\s-](?:working\s)?){limit[2]}\b", sentence)
        if limit and limit.group() not in sentence
        else None
    )
    return f"{title[: limit.start(2)]}{printed[1]}{title[limit.start(2) :]}" if limit and printed else title


_OR_SO = r"\sor (?:better|more|above|over|fewer|less|under|below)\b"
_LIMIT_AHEAD = re.compile(
    r"\s(?:for\s)?(?:(?:(?:more|less|fewer|greater) than|at least|over|under)\s"
    rf"(?:£?\d[\d.,%]*|(?:{NUMBER_WORD})\b)(?:{_OR_SO})?(?:\s(?!and\b|or\b)[a-z]+){{0,4}}?"
    # another figure of the sentence is no limit: "hate crime 5%"
    rf"|(?:\d+|(?:{NUMBER_WORD}))\b(?!\s?%|[.,]\d|\sper\scent)(?:{_OR_SO}|(?:\s(?!and\b|or\b)[a-z]+){{1,4}}?))"
    r"(?=[.;,)]|$|\s(?:and|compared|which|while|but)\b)"
)


def _with_limit(title: str, sentence: str, own: int) -> str:
    """ "adults who drink" of "drink more than 14 units a week" → all of it. ``own``: where the figure itself stands."""
    words = title.split()
    if len(words) < 2:
        return title
    last = re.search(
        rf"\b{re.escape(words[-1])}(?=\s(?:for|more|less|fewer|greater|at|over|under|\d|{NUMBER_WORD})\b)", sentence
    )
    ahead = _LIMIT_AHEAD.match(sentence, last.end()) if last else None
    return title + ahead.group() if ahead and not ahead.start() <= own < ahead.end() else title


def _within_clause(sentence: Sentence, mention: Mention, naming: Naming) -> Naming:
    """The naming without what its title takes from the next clause: "groups and more volunteers needed" → "groups"."""
    before, later = words_of_clauses(sentence, mention)
    head, joint, tail = naming.title.rpartition(" and ")
    words = WORD.findall(tail.lower())
    if not joint or not words or any(word in before for word in words) or not any(word in later for word in words):
        return naming
    unit = naming.unit if naming.unit.lower() in head.lower() or naming.measure != "count" else head.split()[-1].lower()
    return replace(naming, title=head, unit=unit)


def counts_something(owner: str) -> bool:
    """Whether words name people or things that are counted."""
    known = COUNTED | PEOPLE | {"those", "who"}
    return any(word in known for word in re.findall(r"[a-z]+", owner.lower()))


def words_of_clauses(sentence: Sentence, mention: Mention) -> tuple[set[str], set[str]]:
    """The words up to the end of a number's clause, and those that only the clauses behind it have."""
    at = sentence.at(mention.start)
    opens = _next_clause(sentence, at) if at >= 0 else -1
    if opens < 0:
        return set(), set()
    begin = sentence.words[sentence.phrases[opens].first].start
    before = set(WORD.findall(sentence.text[:begin].lower()))
    return before, set(WORD.findall(sentence.text[begin:].lower())) - before


WORD = re.compile(r"[a-z]{4,}")


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
