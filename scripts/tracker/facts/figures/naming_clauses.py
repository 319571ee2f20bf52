"""Names that the clause round a number gives, by the parse: "Tags were fitted to 17 offenders", "in two of these …".

In: a ``Number``. Out: each rule's answer, in the order of ``BY_CLAUSE``. These go before the rules that look at the
noun alone: a bare noun ("Offenders") is no name where its clause says what was done.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.facts.figures.naming_joined import (
    done_otherwise,
    opened_bracket,
    owner_of_part,
    part_of_so_many,
    population,
)
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.figures.title_sense import LONGEST_SHOWN, LONGEST_TITLE
from tracker.facts.sentence.clauses import Sentence, parse
from tracker.facts.sentence.lexicon import BE, MODALS
from tracker.facts.wording.word_forms import capital, counts_people, is_plural
from tracker.facts.wording.word_lists import ABSTRACT, PEOPLE, words_of

_LED_BY = words_of("to with for from in at")
_POINTERS = words_of("it they this these those there that which who he she we you i one none all most some both each")


def done_to(number: Number) -> Answer:
    """ "Tags were fitted to 17 offenders" → "Offenders to whom tags were fitted"; "Workshops were attended by 43 foster
    carers" → "Foster carers who attended workshops"."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or counted.role != "object" or not counted.passive:
        return None
    verb = counted.verb.lower().split()
    done = bool(set(verb) & {"was", "were", "been"})
    if set(verb) & MODALS or "not" in verb or (thread.planned and not done) or number.target or number.mention.times:
        return None
    if verb[-1].endswith("ing"):
        # "was delayed owing to two court cases"
        return None
    at = sentence.at(number.mention.start)
    if sentence.sort(at - 1) != "preposition" or not is_plural(counted.noun.split()[-1].strip(")")):
        return None
    subject = _subject(sentence, at)
    if not subject:
        return None
    unit = counted.noun.split()[-1].lower()
    people = counts_people(counted.noun, unit)
    noun = counted.noun
    if sentence.low(at + 1) == "and" and sentence.sort(at + 2) == "noun" and sentence.phrases[at + 2].number < 0:
        # "389 young people and parents"
        alone = sentence.sort(at + 3) in ("", "mark", "gap", "comma") and is_plural(sentence.low(at + 2))
        noun = f"{noun} and {sentence.said(at + 2, at + 2)}" if alone else noun
    main = [word for word in verb if word not in BE and word not in ("has", "have", "had")]
    if len(subject.split()) > 1 and " ".join(main) in _GIVEN and people:
        # "Prevent training was delivered to 1,036 staff": the activity leads, as it does elsewhere
        name = f"{capital(subject)}: {noun}"
    elif counted.preposition == "by":
        if not people or " ".join(main) not in _DONE_BY_PEOPLE:
            return None
        name = f"{noun} who {' '.join(main)} {subject}"
    elif counted.preposition in _LED_BY:
        which = "whom" if people else "which"
        name = f"{noun} {counted.preposition} {which} {subject} {_told_simply(verb, subject)}"
    else:
        return None
    name = capital(re.sub(r"\s+", " ", name))
    led = titled(name, thread) if thread.service and ": " not in name else name
    name = led if len(led) <= LONGEST_TITLE else name
    return Naming(name, unit, "count", counted=True) if len(name) <= LONGEST_SHOWN else None


def _told_simply(verb: list[str], subject: str) -> str:
    """The passive verb in the simple past: "have been made" → "were made"."""
    main = " ".join(word for word in verb if word not in BE and word not in ("has", "have", "had"))
    many = _are_many(re.split(r"\s(?:of|for|to|in|with|on|by)\s", subject)[0].split()[-1].lower())
    return f"{'were' if many else 'was'} {main}"


def _are_many(low: str) -> bool:
    """Whether a noun takes "were": "training" is counted by boards and is not many."""
    return (low.endswith("s") and is_plural(low)) or (low in PEOPLE and low != "person")


_GIVEN = words_of("delivered provided given offered attended")
_DONE_BY_PEOPLE = words_of("attended completed visited used accessed viewed joined")


def _subject(sentence: Sentence, at: int) -> str:
    """The subject of the clause, or what its "which" stands for; "" where it counts or points to something else."""
    verb = sentence.verb_before(at)
    head = sentence.subject_of(verb) if verb >= 0 else -1
    if head < 0:
        if verb < 1 or sentence.low(verb - 1) != "which":
            return ""
        subject = _antecedent(sentence, verb - 1, verb)
    elif sentence.phrases[head].number >= 0:
        return ""
    else:
        opens = head
        while sentence.low(opens - 1) == "and" and sentence.sort(opens - 2) == "noun" and opens - 2 <= 1:
            # "Speech and language screening was completed"
            opens -= 2
        subject = sentence.said(opens, sentence.noun_end(head))
    words = subject.split()
    if len(words) > 1 and words[0].lower() in ("this", "these"):
        words = words[1:]
    if not words or words[0].lower() in _POINTERS or len(words) > 8 or re.search(r"\d", subject):
        return ""
    if words[0].lower() in ("the", "a", "an", "these", "our", "all", "its", "no", "any"):
        words = words[1:]
    if not words or words[-1].lower() in _TOO_LITTLE or {word.lower() for word in words} & ABSTRACT:
        return ""
    named = any(word[:1].isupper() for word in words[1:]) or words[0][1:2].isupper()
    return " ".join(words) if named else f"{words[0][:1].lower()}{' '.join(words)[1:]}"


_TOO_LITTLE = words_of("number total figure case cases police council people team focus aim increase reduction rise")


def _antecedent(sentence: Sentence, relative: int, verb: int) -> str:
    """The noun that "which" stands for: the nearest before it that agrees with its verb, or the subject of the clause
    before; "" where none agrees."""
    one = sentence.words[sentence.phrases[verb].first].low in ("was", "is", "has")
    before = relative - 1
    while before >= 0 and sentence.sort(before) in ("comma", "gap", "adverb"):
        before -= 1
    if sentence.sort(before) == "verb":
        before = sentence.subject_of(before)
    while before >= 0:
        if sentence.sort(before) == "noun":
            if _are_many(sentence.low(before)) != one:
                phrase = sentence.phrases[before]
                first = phrase.number + 1 if phrase.number >= 0 else phrase.first
                return " ".join(word.text for word in sentence.words[first : phrase.last + 1])
        elif sentence.sort(before) not in ("preposition", "coordinator"):
            return ""
        before -= 1
    return ""


def same_verb(number: Number) -> Answer:
    """ "Seven notices had been issued and 31 warnings": the verb of the number before is said of this one too."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or counted.role != "alone" or not number.at or counted.post:
        return None
    at = sentence.at(number.mention.start)
    before = sentence.at(number.all_[number.at - 1].start)
    verb = sentence.verb_of(before) if before >= 0 else -1
    joined = sentence.sort(at - 1) == "coordinator" and verb >= 0 and sentence.predicate_end(verb) == at - 2
    if not joined or not sentence.phrases[verb].passive or sentence.sort(at + 1) not in ("", "mark"):
        return None
    words = sentence.said(verb, verb).lower().split()
    main = words[max(n for n, word in enumerate(words) if word in BE) + 1 :]
    unit = counted.noun.split()[-1].lower()
    if set(words) & MODALS or "not" in words or len(main) != 1 or not is_plural(unit):
        return None
    return Naming(titled(capital(f"{counted.noun} {main[0]}"), thread), unit, "count", counted=True)


_IN_THEM = re.compile(
    r"\s(?:of\s(?:these|those|them|which|whom|the\s(?:\w+\s)?(?:cases|reviews|incidents|referrals|applications))"
    r"|of\sthese\s(?:cases|reviews)|of\sthe\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten))?\s*,?\s*"
)
_CLAUSE = re.compile(r"[^,;:.()]{6,90}")


def in_so_many(number: Number) -> Answer:
    """ "In two of these the panel made recommendations", "5 where the perpetrator was removed": a clause says which."""
    thread = number.thread
    if not thread.base or not thread.last or thread.last.measure != "count" or thread.unit == "%":
        return None
    where = re.match(r"\s(?=(?:where|in which|for which|for whom)\s)", number.after)
    within = re.search(r"\b(?:[Ii]n|[Ff]or)\s(?:only\s|just\s|a\sfurther\s)?$", number.before)
    tied = _IN_THEM.match(number.after) if within else None
    if not where and not (tied and tied.group().strip(" ,")):
        return None
    if where and not (
        number.at and re.search(r"(?:,|\band|\bwith|\(|;|\bthere (?:were|was))\s(?:only\s|just\s)?$", number.before)
    ):
        return None
    begin = where.end() if where else tied.end() if tied else 0
    told = _CLAUSE.match(number.after, begin)
    said = re.split(r"\sand\s(?:in|for|\d)", re.sub(r"\s+", " ", told[0]).strip())[0] if told else ""
    if not said or re.search(r"\d", re.sub(r"\b(?:over|under|aged)\s\d\d?\b", "", said)):
        return None
    clause = parse(re.sub(r"^(?:where|(?:in|for) (?:which|whom))\s", "", said))
    verbs = [n for n, phrase in enumerate(clause.phrases) if phrase.sort == "verb" and phrase.finite]
    if not verbs or clause.sort(0) not in ("noun",) or verbs[0] > 6:
        return None
    lead = "" if where else "where "
    # "18 of the cases … and seven in which": of those that the number before is a part of
    parted = any(key == "group" for key, _ in thread.last.breakdown)
    base, unit = (thread.last.title, thread.last.unit) if parted else (thread.base, thread.unit)
    return Naming(base, unit, "count", (("group", f"{lead}{said}"),))


def made_by(number: Number) -> Answer:
    """ "Police made 82 of the referrals, specialist services 33 and health 14": whose part each number is."""
    thread, sentence = number.thread, number.thread.sentence
    if number.at and thread.names.get("split") == str(number.at - 1) and thread.last:
        between = number.text[number.all_[number.at - 1].end : number.mention.start]
        owner = re.fullmatch(
            r"(?:\sof\sthe\s[a-z]+)?(?:,|,?\sand|;)\s(?:and\s)?(?:the\s)?((?:[\w'’&-]+\s){1,5}?)", between
        )
        if owner and re.match(r"(?:,|;|\.(?:\s|$)|\sand\s|$)", number.after):
            thread.names["split"] = str(number.at)
            return replace(thread.last, breakdown=(("group", owner[1].strip()),))
    of = re.match(r"\sof\s(?:the|all|these)\s(?:\w+\s)?([a-z]+s)\b", number.after)
    following = number.all_[number.at + 1] if number.at + 1 < len(number.all_) else None
    if of is None or following is None or sentence is None:
        return None
    shared = re.match(
        r"(?:,|,?\sand|;)\s(?:and\s)?(?:the\s)?(?:[\w'’&-]+\s){1,5}?$",
        number.text[number.mention.end + of.end() : following.start],
    )
    verb = sentence.verb_before(sentence.at(number.mention.start))
    owner_at = sentence.subject_of(verb) if verb >= 0 else -1
    if not shared or owner_at < 0 or sentence.phrases[owner_at].number >= 0:
        return None
    who = re.sub(r"^(?:The|the)\s", "", sentence.said(owner_at, sentence.noun_end(owner_at)))
    if who.lower() in _POINTERS or len(who.split()) > 6:
        return None
    thread.names["split"] = str(number.at)
    known = thread.base and thread.unit == of[1]
    title = thread.base if known else titled(capital(of[1]), thread)
    return Naming(title, of[1], "count", (("group", who),), counted=not known)


def again_in_brackets(number: Number) -> Answer:
    """ "There were no homicides in the quarter (two year to date)": the same at another time."""
    last, thread = number.thread.last, number.thread
    if not number.at or last is None or last.measure != "count" or not number.before.endswith("("):
        return None
    dated = re.match(r"\s{3,}\)", number.after) and thread.dated_after(number.mention.end)
    to_date = re.match(r"\s(?:(?:the\s)?year\sto\sdate|to\sdate|ytd|YTD)\)", number.after)
    return replace(last, same=True, counted=False) if dated or to_date else None


# "compared with the 2,495 that were logged": known, or of another time.
_THE = re.compile(r"\b(?:the|these|those|all|than|from|against|to|of)\s$", re.I)


def took_part(number: Number) -> Answer:
    """ "139 practitioners attended 4 training sessions": practitioners who attended training sessions."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or counted.role != "subject" or counted.said or counted.passive:
        return None
    verb = sentence.verb_of(sentence.at(number.mention.start))
    words = counted.verb.lower().split()
    if verb < 0 or words[-1] not in _DONE_BY_PEOPLE or set(words) & MODALS or sentence.sort(verb + 1) != "noun":
        return None
    phrase = sentence.phrases[verb + 1]
    unit = counted.noun.split()[-1].lower()
    if phrase.number < 0 or phrase.number == phrase.main or not counts_people(counted.noun, unit):
        return None
    what = " ".join(word.text for word in sentence.words[phrase.number + 1 : phrase.last + 1])
    name = capital(f"{counted.noun} who {words[-1]} {what}")
    led = titled(name, thread)
    name = led if len(led) <= LONGEST_TITLE else name
    return Naming(name, unit, "count", counted=True) if len(name) <= LONGEST_SHOWN else None


_ABOUT = r"(?:(?:the|about|over|around|some|nearly|only|more\sthan|an?\s(?:further|total\sof))\s)*"
_GAVE_TO = re.compile(
    r"\b(?:gave|given|giving|provided|provides|providing|offered|delivered)\s(?:[\w-]+\s){0,3}?"
    r"(support|help|advice|assistance|accommodation|shelter|training|counselling)\sto\s"
    rf"(?:{_ABOUT}[\d,]+\s[\w'’ -]{{3,60}}?(?:,|,?\sand)\s(?:to\s)?)*{_ABOUT}$",
    re.I,
)
_NO_MORE = r"(?=\s(?:in|and|during|over)\s|\s\s|\s?[,.;]|$)"
GIVEN_WHAT = {
    "support": "supported",
    "help": "helped",
    "advice": "advised",
    "assistance": "assisted",
    "accommodation": "accommodated",
    "shelter": "sheltered",
    "training": "trained",
    "counselling": "counselled",
}


def given_to(number: Number) -> Answer:
    """ "The refuges provided support to 38 women and 26 children": women supported, children supported."""
    counted, thread = number.thread.counting(number.mention), number.thread
    given = _GAVE_TO.search(number.clause)
    if counted is None or given is None or thread.planned or number.target or counted.role == "subject":
        return None
    unit = counted.noun.split()[-1].lower()
    if not counts_people(counted.noun, unit):
        return None
    of = re.match(rf"\s{re.escape(counted.noun)}\s(of\s[^,.;:()]{{3,50}}?){_NO_MORE}", number.after)
    name = " ".join([counted.noun, *([of[1]] if of else []), GIVEN_WHAT[given[1].lower()]])
    return Naming(titled(capital(name), thread), unit, "count", counted=True)


_WHO = re.compile(r"\s(?:who|which|that)\s")


def who_did(number: Number) -> Answer:
    """ "139 practitioners …, comprising 37 who attended level 1, 27 who attended level 2": parts of the people."""
    thread = number.thread
    who = _WHO.match(number.after)
    if not who or not number.at or not thread.last or number.target or _THE.search(number.before):
        return None
    base, unit = thread.base, thread.unit
    if who.group().strip() == "who" and unit.rpartition("-")[2] not in PEOPLE:
        base, unit = thread.names.get("people", ""), thread.names.get("people unit", "")
    if not base:
        return None
    stop = number.stop - number.mention.end if number.at + 1 < len(number.all_) else len(number.after)
    said = re.split(r"[;.(]|,\s(?!['‘“])", number.after[who.end() : stop])[0]
    said = re.sub(
        r"\s(?:and|or|with|leaving|while)?(?:\sa\sfurther|\sonly|\sjust|\sa)?\s*$", "", re.sub(r"\s+", " ", said)
    )
    words = said.split()
    if len(words) < 2 or len(words) > 14 or words[0] in MODALS:
        return None
    group = (
        said if words[0] not in ("were", "was", "are", "is", "have", "has", "had") else f"{who.group().strip()} {said}"
    )
    group = re.sub(
        r"^(?:who|which|that)\s(?:were|was|are|is|have been|has been|had been)\s(?=[a-z]+ed\b|[a-z]+ly\s[a-z]+ed)",
        "",
        group,
    )
    if " who " in base and not _PARTS_FOLLOW.search(number.text[number.all_[0].end : number.mention.start]):
        # "14 users who are disabled and 17 who are male": both are users
        return Naming(f"{base.split(' who ')[0]} who {said}", unit, "count", counted=True)
    return Naming(base, unit, "count", (("group", group),))


_PARTS_FOLLOW = re.compile(
    r"\b(?:comprising|including|of\s(?:whom|which|these|them)|made\sup\sof|consisting\sof|with|namely)\b|:\s"
)


def set_owner(number: Number) -> None:
    """Tell the thread whose the numbers of a later clause are: "…, while Minerva House took 14 women"."""
    sentence, thread = number.thread.sentence, number.thread
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or not number.at or counted.role != "object" or counted.passive:
        return
    words = counted.subject.split()
    if words and words[0] in ("The", "the"):
        words = words[1:]
    proper = [word for word in words if word[:1].isupper()]
    if (
        len(words) > 5
        or not proper
        or any(word[:1].islower() and word not in ("of", "and", "for", "the") for word in words)
    ):
        return
    name = " ".join(words)
    if name.lower() in thread.service.lower() or (thread.service and thread.service.lower() in name.lower()):
        return
    if re.search(rf"(?:\b(?:while|whilst|whereas|and|but)|,|;)\s(?:the\s)?{re.escape(name)}\s", number.before):
        thread.service = name


_OF_THE = re.compile(r"\s(?:out\s)?of\s(?:the|these|those|all)\s(?:(?!and\b|or\b|but\b)\w+\s)?$")
_SAID = re.compile(r"\s((?!of\b|to\b|and\b)[a-z]+(?:ed|ad|ere|as|ent|ook|ot|et|ept|ame|eld)\b[^,;:.()]{2,80})")


def share_of_number(number: Number) -> Answer:
    """ "Fourteen of the 118 involved a suspect aged under 18": a part of those counted before, told by their number."""
    thread, all_, at = number.thread, number.all_, number.at
    last = thread.last
    if not thread.base or last is None or last.measure != "count":
        return None
    if at + 1 < len(all_) and re.fullmatch(
        r"\s(?:out\s)?of\s(?:the|these|those)\s", number.text[number.mention.end : all_[at + 1].start]
    ):
        whole = all_[at + 1]
        said = _said_behind(number, whole.end)
        return Naming(thread.base, thread.unit, "count", (("group", said),)) if said else None
    if at and _OF_THE.search(number.before) and _said_behind(number, number.mention.end):
        # how many there were has been told
        return False
    return None


def _said_behind(number: Number, end: int) -> str:
    """What is said right behind the number that ends at ``end``, where a verb stands there."""
    said = _SAID.match(number.text, end)
    return re.sub(r"^(?:was|were|had|has)\s(?:been\s)?", "", said[1]).strip() if said else ""


BY_CLAUSE: tuple[Callable[[Number], Answer], ...] = (
    again_in_brackets,
    share_of_number,
    made_by,
    part_of_so_many,
    done_otherwise,
    population,
    owner_of_part,
    opened_bracket,
    in_so_many,
    who_did,
    same_verb,
    took_part,
    given_to,
    done_to,
)
"""The rules that ask the clause, in the order in which they are tried."""
