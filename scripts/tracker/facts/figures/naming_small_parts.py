"""Small numbers that tell a part of what was counted: "15 were green, six amber and three red", "one of which closed".

In: a ``Number`` that the other rules could not name, or only unsurely. Out: the whole with the part that it tells, None
where the words do not say of what it is a part.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_alone import name_alone
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.word_forms import is_plural
from tracker.facts.wording.word_lists import words_of

# "15 were green, six amber and three red": what stands behind the next number, up to the end of its piece.
_PIECE = re.compile(
    r"\s([a-z][\w'’-]*(?:\s(?!and\b|or\b)[a-z][\w'’-]*){0,2})(?=\s*(?:,|;|\.(?:\s|$)|\)|$)|\s(?:and|or)\s)"
)


def gapped_part(number: Number) -> Answer:
    """ "15 were green, six amber and three red": a further part of the whole, whose verb is said once."""
    thread, last = number.thread, number.thread.last
    if not number.at or not last or not thread.base or last.title != thread.base or last.measure != "count":
        return None
    group = next((value for key, value in last.breakdown if key == "group"), "")
    before = number.all_[number.at - 1]
    between = number.text[before.end : number.mention.start]
    piece = _PIECE.match(number.text, number.mention.end)
    if not group or not piece or not between.rstrip(" ,;").removesuffix(" and").endswith(group.split()[-1]):
        return None
    if not re.search(r"(?:,|\sand|,\sand|;)\s(?:only\s|just\s)?$", between) or re.search(r"[.:]\s", between):
        return None
    words = piece[1].split()
    if any(is_plural(word) for word in words) or len(group.split()) > len(words) + 3:
        # "12 were closed and three officers": something else is counted
        return None
    lead = group.split()[: -len(words)] if len(group.split()) > len(words) else []
    said = " ".join([*lead, *words]) if lead and lead[-1].endswith("ed") else " ".join(words)
    return Naming(thread.base, thread.unit, "count", (("group", said),))


_NOW = re.compile(
    r"\s(?:(?:now|since|also|already|still|currently|being|been|having|[a-z]+ly)\s)*"
    r"([a-z]+(?:ed|ing|ut|wn|en|own|old|eld|one))\b([^.,;:()]*)"
)
_ENDING_OTHERWISE = words_of("seven eleven then men women children even often during being having open children been")


def part_done(number: Number) -> Answer:
    """ "Opened 16 cases, with ten now resolved": what became of some of what was counted before."""
    thread, last = number.thread, number.thread.last
    led = re.search(r"\bwith\s(?:(?:only|just|(?P<more>a\sfurther|another))\s)?$", number.before)
    if not led or not number.at or not last or last.measure != "count":
        return None
    told = _NOW.match(number.after)
    if not told or told[1] in _ENDING_OTHERWISE:
        return None
    parted = any(key == "group" for key, _ in last.breakdown)
    if led["more"] and not parted:
        return None
    # "245 of the fires started in kitchens, with 191 linked to cooking": of those that this sentence counted last
    nearest = not parted and bool(thread.names.get("named"))
    base, unit = (last.title, last.unit) if nearest else (thread.base, thread.unit)
    if not base or told[0].rstrip().endswith(" and"):
        return None
    group = re.sub(r"\s(?:and|or)\s*$", "", re.sub(r"\s+", " ", f"{told[1]}{told[2]}")).strip()
    if any(m.start < number.mention.end + told.end() and m.start > number.mention.end for m in number.all_):
        group = told[1] if told[2].strip()[:1].isdigit() else group
    if len(group.split()) > 10:
        return None
    return Naming(base, unit, "count", (("group", group),))


def one_of_those(number: Number) -> Answer:
    """ "One of which was fully accessible", "and one resulted in a prosecution": one of what was counted before."""
    thread, mention = number.thread, number.mention
    if not (mention.in_words and mention.value == "1") or not thread.base or not thread.last:
        return None
    tied = re.match(r"\s+of\s(which|whom|them|these|those)\s", number.after)
    before = re.search(r"\bof\s(?:which|whom|these|those|them),?\s(?:only\s|just\s)?$", number.before)
    if re.search(r"\band\s(?:only\s|just\s)?$", number.before) and not _last_part(number):
        # "Four people were fined and one was jailed"
        return name_alone(mention, thread)
    listed = _last_part(number) and re.search(r"(?:,|\band|\bbut)\s(?:only\s|just\s)?$", number.before)
    if not (tied or before or listed):
        return None
    if tied and not re.search(r"(?:^|[,;(]\s?|[–—-]\s|\b(?:and|only|but|just)\s)(?:only\s|just\s)?$", number.before):
        return None
    verb = re.match(
        r"\s*((?:was|were|is|has|had|resulted|led|involved|related|concerned|went|came|met|[a-z]+ed)\b[^,;:.()]*)",
        number.after[tied.end() :] if tied else number.after,
    )
    if not verb or re.search(r"\d", verb[1]) or len(verb[1].split()) > 14:
        return None
    group = re.sub(
        r"^(?:was|were|is|has\sbeen|had\sbeen|has|had)\s(?:also\s|now\s|since\s)?(?:been\s)?", "", verb[1]
    ).strip()
    group = re.sub(r"\s(?:and|or)$", "", re.sub(r"\s{2,}.*$", "", group))
    if not group or not re.match(r"[a-z]", group) or (len(group.split()) < 2 and not group.endswith(("ed", "en"))):
        return None
    return Naming(thread.base, thread.unit, "count", (("group", group),))


def _last_part(number: Number) -> bool:
    """Whether the number before it in the sentence told a part of the same whole."""
    last = number.thread.last
    return bool(
        number.at and last and last.title == number.thread.base and any(key == "group" for key, _ in last.breakdown)
    )
