"""Parts of what was counted before: "28 are trained", "including 21 girls", "57 of 73 licensed venues"."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_alone import is_more_than_told
from tracker.facts.figures.naming_parts import Naming, Thread, titled, without_place
from tracker.facts.sentence.same_things import after_another_clause
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_after import phrase_after
from tracker.facts.wording.phrase_before import subject_of, verb_before
from tracker.facts.wording.phrase_reading import Phrase
from tracker.facts.wording.predicates import clause_end, tidy_predicate
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import capital, counts_people, in_line, is_plural
from tracker.facts.wording.word_lists import PARTICIPLES, PREPOSITIONS, UNCOUNTED


def next_start(all_: tuple[Mention, ...], at: int, text: str) -> int:
    """Where the words that belong to a number must end: at the next number, or at the end of the text."""
    return all_[at + 1].start if at + 1 < len(all_) else len(text)


OR_SO_MUCH = re.compile(r",\s(?:or|that\sis|equal\sto|representing)\s(?:about\s|around\s|just\s|over\s|under\s)*")
"""What leads from a number to its share between commas: "27, or 36%, left the process"."""


def skip_share(text: str, all_: tuple[Mention, ...], at: int) -> tuple[int, int]:
    """Where the words after a count begin: past "(4%)" or ", or 4%," when its share comes right after it."""
    if at + 1 < len(all_) and all_[at + 1].sort == "share":
        found = re.match(r"\s*\(\s*", text[all_[at].end :])
        if found and all_[at].end + found.end() == all_[at + 1].start:
            closed = re.match(r"\s*\)", text[all_[at + 1].end :])
            if closed:
                return all_[at + 1].end + closed.end(), next_start(all_, at + 1, text)
        aside = OR_SO_MUCH.fullmatch(text[all_[at].end : all_[at + 1].start])
        if aside and text.startswith(",", all_[at + 1].end):
            return all_[at + 1].end + 1, next_start(all_, at + 1, text)
    return all_[at].end, next_start(all_, at, text)


_LISTED = re.compile(
    r"\b(?:including|of which|of whom|of these|of those|comprising|made up of|consisting of"
    r"|namely)\s((?:[^.;:()]|\([^()]*\))*)$",
    re.I,
)


def part_of_list(text: str, mention: Mention, thread: Thread) -> bool:
    """Whether a number is one of the parts listed after "including": "104 children, including 21 girls and 83 boys"."""
    found = _LISTED.search(text[: mention.start])
    if not found or not thread.base or thread.last is None or not re.search(r"\d", text[: found.start()]):
        return False
    if not re.match(r"including|comprising|made|consisting|namely", found.group(), re.I):
        return False
    return (
        re.fullmatch(r"(?:\d[\d,]*\s(?:[\w'’-]+\s?){1,5}(?:\([^()]*\)\s?)?(?:,\s|\s?and\s|,\sand\s))*", found[1])
        is not None
    )


def is_part(text: str, start: int, phrase: Phrase) -> bool:
    """Whether a verb, "of them" or "as …" follows at once: the number is a part of what was counted before."""
    after = text[start:].lstrip()
    if not phrase.noun and phrase.predicate:
        return True
    if re.match(r"(?:of (?:them|these|those|whom|which)\b|as\s(?!at\b))", after):
        return True
    if after.startswith("more "):
        # "12 more were housed"; "three more wardens" are things of their own
        return not (phrase.head and is_plural(phrase.head))
    if re.match(r"[a-z]+ing\s(?!to\b|and\b)", after) and not is_plural(after.split()[1].strip(",.;:)")):
        return True
    first = re.match(r"(?:also\s|now\s|then\s|each\s)?([a-z-]+)\s+([\w'’]+)", after)
    if first and re.match(r"Of\s", text) and (first[1] in PARTICIPLES or first[1].endswith("ed")):
        return True
    if (
        first
        and (first[1] in PARTICIPLES or re.search(r"[^e]ed$", first[1]))
        and first[1] not in ("licensed", "commissioned")
    ):
        low = first[2].lower()
        return low in PREPOSITIONS or low in (
            "the",
            "a",
            "an",
            "to",
            "their",
            "safer",
            "more",
            "better",
            "some",
            "no",
            "successfully",
            "support",
            "mental",
        )
    if first and is_plural(first[2]):
        return False
    return bool(
        first and not phrase.head and first[1] in ("known", "new", "partially", "fully", "female", "male", "better")
    )


def name_part(text: str, start: int, mention: Mention, stop: int, thread: Thread) -> Naming | None:
    """A part of what was counted before: "13 moved to safe accommodation", "Five were accepted"."""
    if is_more_than_told(text[: mention.start], thread):
        return None
    lead = re.match(r"\s*(?:of (?:them|these|those|whom|which)|as)\s+", text[start:stop])
    start += lead.end() if lead else 0
    of_these = re.match(
        r"\s*of (?:these|those)\s([a-z]+)\s(?=(?:were|was|are|is|had|have|[a-z]+ed)\b)", text[mention.end : stop]
    )
    if of_these and is_plural(of_these[1]) and thread.last and thread.base:
        # "3,149 were recorded as crimes. 737 of these crimes involved …"
        start = mention.end + of_these.end()
        nested = next((v for k, v in thread.last.breakdown if k == "group" and v.split()[-1] == of_these[1]), "")
        said = tidy_predicate(text[start : clause_end(text, start, stop)].strip(" ,"))
        if nested and said:
            title = capital(re.sub(r"^(?:recorded|classed|flagged|confirmed|crimed) (?:as )?", "", nested))
            return Naming(title, of_these[1], "count", (("group", said),))
    end = clause_end(text, start, stop)
    said = text[start:end].strip(" ,")
    said = re.sub(r"\s(?:and\sall\sbut|(?:and|or|but)(?:\s+in)?(?:\sa further| a| only)?)$", "", said)
    # "six of those had been so for more than a year": the time is all that is new
    group = re.sub(r"^so\s(?=for\b|since\b)", "", tidy_predicate(said) or said)
    if not group or re.fullmatch(r"of (?:these|those|them|which|whom)", group):
        return None
    if group.lower() in ("did", "were", "had", "do") and thread.base:
        return Naming(thread.base, thread.unit, "count")
    if mention.in_words and mention.value == "1" and not re.search(r"\bonly\s$", text[: mention.start], re.I):
        return None
    if not lead and _past_own_subject(mention, thread):
        return None
    base, unit = thread.base, thread.unit
    nearest = thread.last
    if lead and "as" not in lead[0].split() and thread.names.get("here") and nearest and nearest.measure == "count":
        # "It fitted locks in 87 homes, 52 of them …": of what this sentence counted last
        parted = any(key == "group" for key, _ in nearest.breakdown)
        base, unit = (base, unit) if parted else (nearest.title, nearest.unit)
    if counts_people(unit, unit):
        group = re.sub(r"^that\s", "who ", group)
    if base:
        if re.match(r"(?:will|shall|(?:is|are) to|(?:is|are) (?:due|planned|expected) to)\b", said):
            # what will be is a promise, not a part of what was
            return Naming(base, unit, "count", (("group", group), ("plan", "planned")), sure=False)
        told = set(group.lower().split()) <= set(base.lower().split())
        return Naming(base, unit, "count", () if told and thread.period_ends else (("group", group),))
    if mention.in_words:
        return None
    bare = len(re.split(r"\s(?:against|in|by|at|during|over)\s", group)[0].split()) == 1
    return Naming(titled(capital(group), thread), "people", "count", (), sure=bool(thread.service) and not bare)


def _past_own_subject(mention: Mention, thread: Thread) -> bool:
    """Whether the number stands behind a subject of its own sentence, and what was counted before that sentence:
    "58 cases opened. Parents were asked too and 22 came"."""
    at = thread.sentence.at(mention.start) if thread.sentence else -1
    if thread.sentence is None or at < 0 or not thread.base or thread.base != thread.names.get("before"):
        return False
    return after_another_clause(thread.sentence, at, thread.base)


def name_fraction(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """ "57 of 73 licensed venues take part": the part; its whole is named when its turn comes."""
    start, _ = skip_share(text, all_, at)
    second = at + 2 if start != all_[at].end else at + 1
    if second >= len(all_) or all_[second].sort != "count":
        return None
    mention, whole = all_[at], all_[second]
    between = text[start : whole.start]
    if of_total := _OF_TOTAL.fullmatch(between):
        return _part_of_total(text, of_total["noun"], all_, second, thread)
    if not re.fullmatch(
        r"\s+(?:out )?of\s(?:the\s|a total of\s|its\s|our\s|all\s|(?:borough|city|county|district|town)['’]s\s"
        r"|[A-Z][\w]+['’]s?\s)*",
        between,
    ):
        return None
    phrase = phrase_after(text, whole.end, next_start(all_, second, text))
    if not phrase.head or phrase.head in UNCOUNTED or re.search(r"\bprinciples\b", phrase.noun):
        return None
    if re.search(r"\b(?:boroughs|authorities|councils|forces)$", phrase.noun, re.I):
        # how many areas do a thing is told of the region, not of the board's own area
        return None
    predicate, noun = phrase.predicate, phrase.noun
    more = re.match(r"\s*\((?:[^()]*)\)\s+", text[phrase.end :])
    if (
        re.fullmatch(r"[a-z]+ed(?:\s[a-z]+){0,4}", predicate)
        and more
        and re.match(r"(?:ha[sd]|have|w[ae][sr]e?)\b", text[phrase.end + more.end() :])
    ):
        # "57 of the 73 premises approached (78%) have signed up"
        predicate, noun = "", f"{noun} {predicate}:"
    if not predicate and more:
        predicate = text[phrase.end + more.end() : clause_end(text, phrase.end + more.end(), len(text))]
    said = relative(predicate, counts_people(phrase.noun, phrase.head)) or verb_before(text, mention.start)
    title = titled(without_place(f"{noun} {said}".strip()), thread)
    who = subject_of(text, mention.start)
    if who and who.lower() not in ("there", "it", "this", "these", "they", "which", "that"):
        # "Violence against women accounted for 1,914 of the 4,380 violent offences"
        title, said = f"{capital(without_place(noun))}: {in_line(who)}", who
    thread.names["part"] = title
    return Naming(title, phrase.head, "count", (), bool(said))


# "57 venues out of the 73 licensed venues which take part", "57 venues, from a total of 73"
_OF_TOTAL = re.compile(
    r"\s+(?P<noun>(?:(?!out\b)[\w'’-]+\s?){1,3}?),?\s(?:out of|from|of)\s(?:a total of|the total of"
    r"|the|all the|all|our|its)\s"
)
_TAKES_PART = re.compile(r"[^.;:()]{0,60}?,?\s(?:which|who|that)\s(?P<said>(?:[a-z]+\s)[^.;:,]{3,80})")


def _part_of_total(text: str, noun: str, all_: tuple[Mention, ...], second: int, thread: Thread) -> Naming | None:
    """The part of a total that says its noun first; its whole is named when its turn comes."""
    whole = all_[second]
    phrase = phrase_after(text, whole.end, next_start(all_, second, text))
    noun = phrase.noun if phrase.head else noun.strip(" ,")
    head = phrase.head or noun.split()[-1].lower()
    found = _TAKES_PART.match(text, whole.end)
    if not is_plural(head) or head in UNCOUNTED or found is None:
        return None
    said = relative(found["said"].strip(), counts_people(noun, head))
    if not said:
        return None
    thread.names["part"] = titled(noun, thread)
    return Naming(titled(without_place(f"{noun} {said}"), thread), head, "count")


def only_adjectives(phrase: Phrase) -> bool:
    """Whether a phrase has words but no noun it could count."""
    return bool(phrase.noun) and not phrase.head and len(phrase.noun.split()) <= 3
