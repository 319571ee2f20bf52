"""What a number in a sentence measures: a short name in its own words, the part of a whole it tells, a unit.

In: a sentence whose periods are blanked out, its mentions, and the ``Thread`` of what was spoken of before. Out: a
``Naming`` for a mention, or None when the number is no figure or cannot be named. Each rule is a habit of English
reports: "139 practitioners attended …", "Of 50 surgeries, 28 are trained", "referrals were 1357", "up from 8 in Q3".
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.naming_again import ALONE, compared_again, same_again, value_before
from tracker.facts.figures.naming_alone import moved_subject, name_alone, share_told
from tracker.facts.figures.naming_counted import name_counted, name_one_or_none
from tracker.facts.figures.naming_crimes import crime_unit, opening_crime
from tracker.facts.figures.naming_listed import most_of
from tracker.facts.figures.naming_money import name_money, name_rank
from tracker.facts.figures.naming_parts import (
    TARGET_BEFORE,
    Naming,
    Thread,
    case_after,
    colon_label,
    in_paren,
    paren_label,
    scorecard_label,
    side_of,
    target_of,
    titled,
    without_place,
)
from tracker.facts.figures.naming_phrase import name_composed
from tracker.facts.figures.naming_pieces import (
    is_part,
    name_fraction,
    name_part,
    next_start,
    only_adjectives,
    part_of_list,
    skip_share,
)
from tracker.facts.figures.naming_rates import AVERAGE, GROWN, PLANNED, RATE, name_length, name_rate_of, name_times
from tracker.facts.figures.naming_share import aimed_share, name_share
from tracker.facts.figures.naming_subjects import name_of_subject
from tracker.facts.figures.naming_sums import name_average_length, name_sum
from tracker.facts.figures.title_sense import NO_SUBJECT, reads_as_name
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.phrase_reading import Phrase
from tracker.facts.wording.phrases import phrase_after
from tracker.facts.wording.phrases_before import last_noun_phrase, subject_of, verb_before
from tracker.facts.wording.predicates import clause_end, tidy_predicate
from tracker.facts.wording.word_forms import capital, is_plural
from tracker.facts.wording.word_lists import COUNTED, PEOPLE

_ABOUT = (
    r"(?:about\s|around\s|over\s|nearly\s|just\s|more than\s|less than\s|approximately\s|almost\s|between\s|some\s"
    r"|roughly\s|a further\s|only\s|an average of\s)?"
)

_CHANGE_BEFORE = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement|difference|change|jump|cut"
    r"|variance)s?\s(?:of|by)\s"
    rf"{_ABOUT}$|(?<!made )(?<!makes )(?<!make )(?<!signed )(?<!set )(?<!picked )\b(?:up|down|higher|lower|fewer"
    rf"|more|less)\s(?:by\s)?{_ABOUT}$"
    rf"|\b(?:increas|decreas|reduc|ris|fall|dropp|declin|grow|improv|cut|los|rose|fell"
    rf"|grew)\w*\s(?:\w+\s){{0,4}}?by\s{_ABOUT}$"
    rf"|\b(?:rose|fell|grew|risen|fallen|grown|up|down|cut)\s(?:\w+\s){{0,2}}?by\s{_ABOUT}$"
    rf"|\b(?:reduced|increased|rose|fell|dropped|declined|decreased|grew|fallen|risen|grown)\s{_ABOUT}$",
    re.I,
)

_CHANGE_AFTER = re.compile(
    r"\s?(?:\(?[a-z]+\)?\s)?(?:increase|decrease|reduction|rise|fall|drop|decline|growth|uplift|improvement)\b"
    r"|\s(?:more|fewer|less|higher|lower|greater)\b(?!\s(?:than half|risk))|\s(?:up|down)\b(?!\s\w+ing)|\soff\b"
    r"|\s(?:additional|extra)\s[a-z]+\)|\sdiscount|\sof the way",
    re.I,
)

_CHANGE_OF_COUNT = re.compile(
    r"\sfewer\s(?!than\b)|\s(?:more|less)\s[\w'’ -]{3,60}?\sthan\b|\s(?:more|fewer|less|higher|lower)\sthan\b"
    r"|\s(?:up|down)\b|\s(?:\w+\s)?(?:increase|decrease|reduction)\b"
    r"|\s(?:additional|extra|more|fewer|less)\s[a-z]+\)"
)

_MODAL = re.compile(r"\b(?:can|may|could|might|would|should|must|shall)\b", re.I)

_SAYS_CAN = re.compile(r"\b(?:we|I|it)\s(?:can|may)\s(?:be\s)?(?:confirm|advise|report|say|state|seen|noted)", re.I)

_EACH = re.compile(r"\s(?:to each|each|at a time|at any|in each|for each|attend each|attends each)\b", re.I)

_OFTEN = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:a|per|each|every)\s(?:day|week|month|quarter|year|annum|ward per year)\b", re.I
)

_AVERAGE_OF = re.compile(r"\b(?:an |on )?average of\s(?:about\s|around\s|over\s|just\s)?$", re.I)

_DATED_LABEL = re.compile(r"\(\s{2,}:\s$")
_PER = re.compile(r"\sper\s([a-z]+)\b", re.I)

# "is made up of 8 officers", "sets out 6 aims": what a thing consists of is no result.
_MADE_OF = re.compile(
    r"\b(?:made up of|consists? of|comprises?|composed of|sets? out|staffed by|includes|contains|recommends"
    r"|followed by)"
    r"\s(?:about\s|over\s|some\s)?$",
    re.I,
)


def name_mention(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of mention ``at`` of a sentence, None when it is no figure or what it measures cannot be told."""
    named = _name_mention(text, all_, at, thread)
    if (
        named
        and named.unit == "%"
        and all_[at].sort == "count"
        and not all_[at].pair
        and thread.base
        and thread.unit != "%"
    ):
        # "3,412 offences (38% of all crime) compared to 3,155 a year earlier": the number goes on from the number
        return (
            Naming(thread.base, thread.unit, "count", same=True)
            if _COMPARED_TO.search(text[: all_[at].start])
            else None
        )
    return named


_COMPARED_TO = re.compile(r"\b(?:compared (?:to|with)|against|than|from)\s(?:the\s)?$")


def _name_mention(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    mention = all_[at]
    if mention.sort == "points" or _is_change(mention, text[: mention.start], text[mention.end :]):
        return None
    if mention.side == "lower" and at + 1 < len(all_):
        upper = name_mention(text, all_, at + 1, thread)
        if upper is None:
            return None
        parts = tuple((key, "lower" if value == "upper" else value) for key, value in upper.breakdown)
        return replace(upper, breakdown=parts, counted=False)
    referred = _referred_to(text, mention, thread) if at else None
    if referred is not None:
        return referred
    if mention.sort == "rank":
        return name_rank(text, mention, thread)
    if mention.sort == "money":
        return name_sum(text, mention, thread) or name_money(text, all_, at, thread)
    if mention.sort == "share":
        return (
            aimed_share(text, all_, at, thread)
            or same_again(text, all_, at, thread, share=True)
            or _share(text, all_, at, thread)
        )
    return _count(text, all_, at, thread)


_AS_SAID = re.compile(r"\s(?:could|did|do|were|had|was|would|are|have)(?:\sso)?\s*(?:[.,;]|$)")
_ON_THE = re.compile(r"\b(?:on|than|from|against|with|below|above|to)\sthe\s$")
_SEEN_THEN = re.compile(
    r"\s(?:seen|recorded|achieved|reported|received|registered|logged|made|issued|held|given|in\s(?:20|the\s))\b|\s{3,}"
)


def _referred_to(text: str, mention: Mention, thread: Thread) -> Naming | None:
    """ "312 more than the 8,634 seen in the previous year": the measure that is spoken of, at another time."""
    last = thread.last
    if last is None or mention.sort not in ("count", "share") or (last.unit == "%") != (mention.sort == "share"):
        return None
    if last.unit.startswith("GBP") or last.measure == "rank":
        return None
    if not _ON_THE.search(text[: mention.start]) or not _SEEN_THEN.match(text[mention.end :]):
        return None
    return replace(last, same=True, counted=False)


def _share(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    """The name of a share; by the parse where the other reading gives none that can stand alone."""
    last = thread.last
    if at and last and last.unit == "%" and _AS_SAID.match(text[all_[at].end :]):
        # "54% could name a place to go and afterwards 91% could"
        return replace(last, same=True, breakdown=tuple(part for part in last.breakdown if part[0] != "group"))
    named = name_share(text, all_, at, thread)
    told = share_told(all_[at], thread)
    if named is not None and named.sure and not NO_SUBJECT.match(named.title) and reads_as_name(named.title):
        # "Clients reported feeling safer" is a sentence, "Clients who reported feeling safer" a name
        same_words = told is not None and told.title.replace(" who ", " ", 1) == named.title
        return told if same_words else named
    return told or name_alone(all_[at], thread) or named


def _is_change(mention: Mention, before: str, after: str) -> bool:
    if mention.sort == "rank":
        return False
    if mention.sort == "share" and (mention.signed or before.endswith("+")):
        return True
    if _CHANGE_BEFORE.search(before):
        return True
    if not _CHANGE_AFTER.match(after):
        return False
    # "17 more than", "a 12 increase" tell a change; "20 more people" in a list of counts does not
    return mention.sort in ("share", "money") or _CHANGE_OF_COUNT.match(after) is not None


_ENDS_THERE = re.compile(r"\s*(?:[.,;)]|$)|\s\s|\s(?:this|in|last)\b|\sto\s\d")
_COMPARED_NEXT = re.compile(r"\s(?:compared (?:with|to)|against|from|vs\.?)\s")


def _moved(subject: str, thread: Thread) -> Naming | None:
    """The naming of what rose or fell, None when it is nothing that is counted."""
    head = re.split(r"\s(?:of|from|in|on|against|with|by|about|for|to|at|involving)\s", subject)[0].split()
    plural = next((w.lower() for w in reversed(head) if is_plural(w)), "")
    # "Knife crime outcomes" are outcomes, "Knife crime" is offences
    crime = "" if plural and plural == head[-1].lower() else crime_unit(subject)
    unit = crime or plural
    if not unit:
        return None
    title = capital(without_place(subject))
    return Naming(title if crime else titled(title, thread), unit, "count", (), counted=True)


def _is_bracketed(text: str, all_: tuple[Mention, ...], at: int) -> bool:
    """Whether a number stands alone in brackets right behind a share."""
    before, mention = all_[at - 1], all_[at]
    opened = re.fullmatch(r"\s*\(\s?", text[before.end : mention.start])
    return before.sort == "share" and opened is not None and text.startswith(")", mention.end)


def _agreed(phrase: Phrase, thread: Thread, mention: Mention) -> Phrase:
    """The phrase without words that the parse says belong to another noun phrase or are the verb."""
    counted = thread.counting(mention)
    if counted is None or not phrase.noun.lower().startswith(counted.noun.lower() + " ") or not thread.sentence:
        return phrase
    following = thread.sentence.at(mention.start) + 1
    apart = thread.sentence.sort(following) == "noun" or (
        thread.sentence.sort(following) == "verb" and thread.sentence.phrases[following].finite
    )
    head = counted.noun.split()[-1].lower()
    return Phrase(counted.noun, head, "", phrase.end) if apart and is_plural(head) else phrase


def _count(text: str, all_: tuple[Mention, ...], at: int, thread: Thread) -> Naming | None:
    mention = all_[at]
    before, after = text[: mention.start], text[mention.end :]
    clause = re.split(r"[;:]|\.\s", before)[-1]
    if _MODAL.search(_SAYS_CAN.sub("", clause)) and not thread.planned:
        return None
    if re.search(r"\b(?:per|for every|in every|out of every)\s$", before):
        return None
    if mention.pair and thread.last and thread.last.unit == "%":
        name = (
            re.sub(r" as a share of .*$", "", thread.last.title)
            if mention.pair == "part"
            else f"{thread.last.title} (out of)"
        )
        plural = next((w.lower() for w in reversed(name.split()) if is_plural(w)), "people")
        return Naming(name, plural if mention.pair == "part" else "people", "count", thread.last.breakdown)
    if RATE.match(after) and not re.match(r"\s\w+\s(?:to|of)\s", after):
        return name_rate_of(text, mention, thread)
    if _AVERAGE_OF.search(before) and (per := _PER.match(after)) and thread.last:
        last = thread.last
        return Naming(
            f"{last.title} (average per {per[1].lower()})",
            f"{last.unit} per {per[1].lower()}",
            "average",
            last.breakdown,
        )
    if at and thread.base and thread.last and thread.last.unit == "%" and _is_bracketed(text, all_, at):
        # "62.9% (4,365) were renewals": the same as a number
        last = thread.last
        return Naming(last.title.removesuffix(" (share)"), thread.unit, "count", last.breakdown, last.sure)
    if mention.span:
        return name_average_length(mention, thread) or name_length(text, mention, thread)
    if mention.times:
        return name_times(text, mention, thread)
    if not AVERAGE.search(text) and (
        _EACH.search(after[: clause_end(after, 0, len(after)) or 1]) or (mention.in_words and _OFTEN.match(after))
    ):
        return None
    if re.search(r"\bdue\s$", before) or _MADE_OF.search(before) or re.match(r"\s*(?:Each|Every)\b", clause):
        return None
    grown = GROWN.search(before)
    if grown and not before.endswith("(") and _ENDS_THERE.match(after):
        driven = re.split(r"\b(?:driven|led|caused|due)\s(?:mainly\s|largely\s|partly\s)?(?:by|to)\s", grown[1])[-1]
        moved = _moved(re.sub(r"\s(?:which|that)(?:\s\w+)?$", "", last_noun_phrase(driven)), thread)
        if moved is not None:
            return moved
    if before.endswith("(") and _COMPARED_NEXT.match(after):
        # "Primary fires were down by 9% (118 compared with 130)"
        moved = _moved(last_noun_phrase(grown[1]) if grown else subject_of(text, mention.start), thread)
        if moved is not None:
            return moved
    start, stop = skip_share(text, all_, at)
    target = bool(TARGET_BEFORE.search(before))
    if target and at and thread.last and thread.last.measure == "count" and ALONE.match(after):
        return replace(thread.last, breakdown=target_of(True), same=True, counted=False)
    if thread.base and at and re.search(r":\s[^;:]*$", text[all_[0].end : mention.start]):
        noun = phrase_after(text, start, stop)
        if (
            noun.head
            and thread.unit
            and (noun.head == thread.unit or noun.head.endswith("-" + thread.unit))
            and len(noun.noun.split()) > (noun.head == thread.unit)
        ):
            return Naming(thread.base, thread.unit, "count", (("group", noun.noun),))
    if part_of_list(text, mention, thread):
        noun = phrase_after(text, start, stop)
        if noun.noun:
            return Naming(thread.base, thread.unit, "count", (("group", noun.noun),))
    by_itself = name_alone(mention, thread) if not mention.in_words or mention.value not in ("0", "1") else None
    if by_itself is not None:
        return by_itself
    parts = name_fraction(text, all_, at, thread)
    if parts is not None:
        return parts
    if not thread.names.get("named") and _DATED_LABEL.search(before) and ALONE.match(after):
        crime = opening_crime(text)
        if crime:
            # "Theft from vehicles has fallen by a fifth (2022/23: 1,402; 2021/22: 1,751)"
            return Naming(capital(crime), crime_unit(crime), "count", (), counted=True)
    was = value_before(text, all_, at, thread)
    if was is not None:
        return was if isinstance(was, Naming) else None
    risen_subject = moved_subject(thread.sentence, thread.sentence.at(mention.start)) if thread.sentence else ""
    pair = at > 0 and re.search(r"\bfrom\s(?:\w+\s)?$", text[: all_[at - 1].start]) is not None
    risen = _moved(risen_subject, thread) if risen_subject and not pair else None
    if risen is None and risen_subject and not pair and len(risen_subject.split()) > 1:
        # "The waiting list had come down from 58 to 41"
        risen = Naming(titled(capital(without_place(risen_subject)), thread), "", "count", counted=True)
    if risen is not None:
        return risen
    same = same_again(text, all_, at, thread)
    if same is not None:
        return same
    phrase = _agreed(phrase_after(text, start, stop), thread, mention)
    again = compared_again(text, all_, at, thread, phrase) if not target else None
    if again is not None:
        return again
    label, title = most_of(text, mention, thread)
    if label:
        thread.base, thread.unit = title, title.split()[-1].lower()
        return Naming(title, thread.unit, "count", (("group", label),), is_plural(thread.unit))
    label, title = paren_label(text, all_, at, thread)
    if label and title and thread.last and label.lower() in title.lower() and re.search(r"\s{4,}\(\s?$", before):
        # "1,402 burglaries, a decrease of 6% on the previous 12 months (1,491)"
        return replace(thread.last, same=True, counted=False)
    if label and title:
        told = re.search(r"\b(?:highest|lowest|peak|record|largest|average|figure|total|target)\b", label, re.I) is None
        return Naming(title, thread.unit or "people", "count", (("group", label),), told)
    if re.match(r"\s+of\s(?:those|all those|the people)\s", text[start:]):
        later = re.match(r"\s+of\s((?:all\s)?those(?:\s\w+ed)?)\s", text[start:])
        if later:
            return name_part(text, start + later.end(), mention, stop, thread)
    if is_part(text, start, phrase):
        if re.search(r"\b(?:those|these|the|all|both)\s$", before, re.I):
            return None
        return name_part(text, start, mention, stop, thread)
    if (
        only_adjectives(phrase)
        and at + 1 < len(all_)
        and re.fullmatch(r"[\w\s'’-]*\b(?:and|or)\s", text[mention.end : stop])
    ):
        later_phrase = phrase_after(text, all_[at + 1].end, next_start(all_, at + 1, text))
        tail = " ".join(later_phrase.noun.split()[1:])
        if later_phrase.head and tail:
            phrase = Phrase(f"{phrase.noun} {tail}", later_phrase.head, "", phrase.end)
    if mention.in_words and mention.value in ("0", "1"):
        return name_one_or_none(text, mention, thread, phrase)
    if phrase.noun and not phrase.head and mention.value == "1" and not mention.in_words:
        words = phrase.noun.split()
        if words[0][:1].isupper() or words[-1].lower() + "s" in COUNTED:
            return name_composed(text, mention, thread, phrase, words[-1].lower() + "s", target)
        return None
    if phrase.predicate and thread.base and phrase.noun.lower() == phrase.head == thread.unit:
        # "11 applications … six applications were rejected": a part of those
        group = tidy_predicate(phrase.predicate)
        if group and PLANNED.match(phrase.predicate):
            # what will be is a promise, not a part of what was
            return Naming(thread.base, thread.unit, "count", (("group", group), ("plan", "planned")), sure=False)
        if group:
            if at and any(m.sort == "count" and float(m.value) < float(mention.value) for m in all_[at - 1 : at]):
                # "two people were prosecuted, 66 people were fined": a part is no greater than its whole
                return name_counted(text, all_, at, thread, phrase, target)
            if thread.period_ends and re.match(r"(?:received|recorded|reported|made|logged|submitted)\b", group):
                # the same things at another time are no part of those
                return Naming(thread.base, thread.unit, "count")
            told = set(group.lower().split()) <= set(thread.base.lower().split())
            return Naming(thread.base, thread.unit, "count", () if told else (("group", group),))
    if (
        phrase.head in PEOPLE
        and thread.unit in PEOPLE
        and thread.base
        and in_paren(text, mention)
        and re.search(r"[a-z]\s\((?:\d[^()]*(?:,|\band)\s)?$", before)
    ):
        # "74 households (41 families and 33 single people)"
        return Naming(thread.base, phrase.head, "count", (("group", phrase.noun),))
    if phrase.head:
        return name_counted(text, all_, at, thread, phrase, target)
    if phrase.noun and in_paren(text, mention) and thread.base:
        return Naming(thread.base, thread.unit, "count", (("group", phrase.noun),))
    subject = subject_of(text, mention.start, all_[at - 1].end if at else 0)
    if subject:
        return name_of_subject(text, mention, stop, thread, subject, target)
    case = case_after(text, start, stop)
    if case and at and thread.base and (re.search(r"(?:,|;|:|\band|\bor|\ba further|\banother|\bonly)\s+$", before)):
        if thread.last and thread.last.breakdown and thread.last.breakdown[0][0] == "group":
            return Naming(thread.base, thread.unit, "count", (("group", case),))
        leads = case.split()[0]
        if f" {leads} " in thread.base:
            # "two people were prosecuted for fly-tipping and four for littering"
            begin = thread.base.rindex(f" {leads} ")
            return Naming(f"{thread.base[:begin]} {case}", thread.unit, "count")
        return Naming(
            thread.base,
            thread.unit,
            "count",
            (("group", case),),
            sure=bool(thread.last and thread.last.title == thread.base),
        )
    named = colon_label(text, mention) or ("" if at else scorecard_label(text, mention))
    if named and not phrase.noun:
        alone = re.match(r"\s*[.,;(]|\s*$|\sper\b", after) is not None
        if at and thread.base and ";" in before and not any(is_plural(w) for w in named.split()):
            return Naming(thread.base, thread.unit, "count", (("group", named),))
        named = re.sub(r"^(?:[Tt]otal )?[Nn]umber of ", "", named)
        unit = next((w.lower() for w in reversed(named.split(" of ")[0].split()) if is_plural(w)), "")
        if unit:
            return Naming(titled(named, thread), unit, "count", target_of(target), sure=alone, counted=True)
        return Naming(titled(named, thread), thread.unit if thread.last else "", "count", target_of(target), sure=alone)
    if target and thread.last:
        return Naming(thread.last.title, thread.last.unit, "count", target_of(True), same=True)
    first = all_[at - 1] if mention.side == "upper" and at else mention
    done = verb_before(re.sub(r"\bbetween\s$", "", text[: first.start]), len(text))
    if done and thread.base and thread.last and ALONE.match(after):
        # what was closed is no part of what was opened
        other = re.search(r"\b(?!" + re.escape(done.split()[0]) + r"\b)[a-z]+ed$", thread.base) is not None
        if thread.period_ends and set(done.split()) <= set(thread.base.lower().split()):
            # "In 2021 it issued 118 notices and in 2022 it issued 164"
            return Naming(thread.base, thread.unit, thread.last.measure, side_of(mention))
        return Naming(thread.base, thread.unit, thread.last.measure, (("group", done), *side_of(mention)), not other)
    return None
