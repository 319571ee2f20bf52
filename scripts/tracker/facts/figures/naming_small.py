"""Names of small counts, by the parse: "eight bikes had been seized", "six amber and three red", "one of which closed".

In: a ``Number`` that the other rules could not name, or only unsurely. Out: each rule's answer. A small number in
words is a figure where the parse says that things were done, held, found or given: a passive past verb of which the
number is the subject, or an active one of which it is the object. What papers only name in numbers ("three themes",
"two ways") stands in closed lists and is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.facts.figures.naming_alone import name_alone
from tracker.facts.figures.naming_composed import composed, participle_of
from tracker.facts.figures.naming_left_out import WHOLES_LEFT_OUT
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.figures.title_sense import LONGEST_TITLE
from tracker.facts.sentence.counting import Counting
from tracker.facts.sentence.lexicon import MODALS
from tracker.facts.wording.word_forms import capital, counts_people, is_plural
from tracker.facts.wording.word_lists import ABSTRACT, COUNTED, PARTICIPLES, PEOPLE, UNCOUNTED, words_of

_DONE = words_of(
    "handed held issued served seized made given run delivered carried undertaken completed obtained granted secured"
    " opened closed launched commissioned recruited appointed trained visited inspected installed fitted replaced"
    " repaired removed recovered reported recorded received investigated reviewed published organised hosted"
    " arranged provided awarded arrested charged convicted sentenced remanded prosecuted cautioned evicted"
    " rehoused housed accommodated placed supported helped assisted signed submitted executed dispersed destroyed"
    " distributed sent attended used signposted established created funded purchased bought planted cleared"
    " cleaned licensed revoked suspended approved refused heard met lost found identified detected dealt killed"
    " injured staged conducted initiated accepted implemented convened put taken referred resolved finalised"
    " started"
)
"""Participles of what boards and services do and then count."""


def done_things(number: Number) -> Answer:
    """ "Eight off-road bikes had been seized", "The team served two closure notices": things that were done."""
    counted = number.thread.counting(number.mention)
    if counted is None or not _is_small(number) or _is_known(number) or number.thread.planned:
        return None
    if _CONDITION.search(number.clause):
        return None
    verb = counted.verb.lower().split()
    if not verb or set(verb) & MODALS or "not" in verb or not _is_thing(counted, number, verb):
        return None
    if counted.role == "subject":
        happened = bool(counted.said) and counted.said[0].lower() in _TOOK_PLACE
        if not happened and not (counted.passive and set(verb) & _PAST_BE and _is_done(verb)):
            return None
    elif counted.role != "object" or counted.passive or counted.preposition or not _did(verb, counted):
        return None
    if number.mention.value == "1":
        counted = replace(counted, noun=f"{counted.noun}s")
    unit = _unit_of(counted)
    name = composed(counted, counts_people(counted.noun, unit), LONGEST_TITLE - 2 - len(number.thread.service))
    return Naming(titled(capital(name), number.thread), unit, "count", counted=True)


def there_were(number: Number) -> Answer:
    """ "There were seven gun discharges", "There have been two deaths on the roads": things that happened."""
    counted = number.thread.counting(number.mention)
    if counted is None or counted.role != "there" or not _is_small(number) or _is_known(number):
        return None
    verb = counted.verb.lower().split()
    if not set(verb) & _PAST_BE or set(verb) & MODALS or "not" in verb or _CONDITION.search(number.clause):
        return None
    if number.mention.value == "1" or not _is_thing(counted, number, verb):
        return None
    if number.mention.value == "0" and _SINCE_THEN.search(number.after):
        # since what was told before, at no time of the paper's
        return None
    unit = _unit_of(counted)
    name = composed(counted, counts_people(counted.noun, unit), LONGEST_TITLE - 2 - len(number.thread.service))
    return Naming(titled(capital(name), number.thread), unit, "count", counted=True)


# "begins when two letters have been ignored": a rule, nothing that happened.
_CONDITION = re.compile(r"\b(?:when|whenever|if|once|until|unless|whether|where)\s[^,]*$", re.I)
_SINCE_THEN = re.compile(r"^[^.;,]*\s(?:since|so far|to date)(?:\sthen)?\s*(?:[.,;]|$)")
_TOOK_PLACE = frozenset({"took place", "have taken place", "has taken place", "had taken place"})
_PAST_BE = frozenset({"was", "were", "been"})
_TALKED_OF = words_of(
    "added affected agreed allocated allowed amended asked assigned attached based carried-over circulated co-"
    " opted concerned considered deferred described designed discussed divided elected emphasised excused expected"
    " felt highlighted included intended invited involved known listed located mentioned needed noted outlined"
    " planned presented proposed raised required said seen set shown situated split spread stressed suggested"
    " tabled thought told"
)
"""What is said of things without any having been done."""


def _is_done(verb: list[str]) -> bool:
    """Whether a passive verb group tells of something done."""
    if "set" in verb and verb[-1] == "up":
        return True
    return any(
        word in _DONE or (word.endswith("ed") and word not in _TALKED_OF) for word in verb if word not in _PAST_BE
    )


def _did(verb: list[str], counted: Counting) -> bool:
    """Whether an active verb group tells what somebody did, once and not as a rule."""
    known = any(word in _DONE or PARTICIPLES.get(word, "") in _DONE for word in verb)
    past = verb[-1].endswith("ed") or verb[-1] in PARTICIPLES or verb[-1] in _DONE
    return known and past and verb[0] not in ("do", "does") and bool(participle_of(counted, False))


def _is_small(number: Number) -> bool:
    return number.mention.in_words or (number.mention.value.isdigit() and int(number.mention.value) < 10)


def _is_thing(counted: Counting, number: Number, verb: list[str]) -> bool:
    """Whether the noun names things that can be counted, in the plural or, after "one", in the singular."""
    words = [re.sub(r"['’]s?$", "", word.lower()) for word in counted.noun.split()]
    if not words:
        return False
    if number.mention.value == "1":
        # one person's story is none of the board's counts
        single = words[-1] + "s"
        return len(words) > 1 and single not in ABSTRACT | UNCOUNTED | PEOPLE and not is_plural(words[-1])
    if words[-1] == "days" and counted.post and counted.post[0].lower() == "of action":
        return True
    if words[-1] == "recommendations" and set(verb) & {"made", "implemented", "completed"}:
        return True
    if words[-1] in ABSTRACT | UNCOUNTED or words[0] in UNCOUNTED:
        return False
    return is_plural(words[-1])


_KNOWN = re.compile(
    r"\b(?:the|these|those|both|all|other|its|their|our|his|her|any|every|each|next|last|first|of|per|aged|least)\s$",
    re.I,
)


def _is_known(number: Number) -> bool:
    """Whether the words before the number speak of things told of already."""
    return _KNOWN.search(number.before) is not None


def _unit_of(counted: Counting) -> str:
    return re.sub(r"['’]s?$", "", counted.noun.split()[-1].lower())


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


def none_done(number: Number) -> Answer:
    """ "No children were sentenced to custody", "No woman from the groups has been referred again": a result."""
    mention, thread = number.mention, number.thread
    counted = thread.counting(mention)
    if not mention.in_words or mention.value != "0" or number.text[mention.start : mention.end].lower() != "no":
        return None
    if counted is None or counted.role != "subject" or not counted.passive or number.before.strip():
        return None
    words = [word.lower() for word in counted.noun.split()]
    verb = counted.verb.lower().split()
    if set(verb) & MODALS or "not" in verb or not set(verb) & _RESULTS or words[-1] in ABSTRACT | UNCOUNTED:
        return None
    unit = words[-1] if is_plural(words[-1]) else _PLURALS.get(words[-1], "")
    if not unit:
        return None
    if not is_plural(words[-1]):
        # "No woman or child": the name of a count is in the plural
        said = [" ".join(_PLURALS.get(word, word) for word in piece.split()) for piece in counted.post]
        counted = replace(counted, noun=" ".join(_PLURALS.get(word, word) for word in words), post=tuple(said))
    name = composed(counted, counts_people(counted.noun, unit), LONGEST_TITLE)
    return Naming(titled(capital(name), thread), unit, "count")


_RESULTS = words_of(
    "sentenced remanded referred convicted arrested charged killed injured harmed evicted readmitted reported recorded"
    " returned excluded identified seized issued granted refused upheld made found turned used received prosecuted"
)
_PLURALS = {"woman": "women", "man": "men", "child": "children", "person": "people", "resident": "residents",
            "victim": "victims", "household": "households", "family": "families", "tenant": "tenants"}  # fmt: skip


_OF = re.compile(r"(?:^|[.;]\s)Of\s(?:the\s|our\s|its\s|all\s(?:the\s)?)?$")


def listed_whole(number: Number) -> Answer:
    """ "Of the 14 recommendations in the review, nine have been completed": the whole of the parts that follow."""
    counted = number.thread.counting(number.mention)
    if counted is None or not _OF.search(number.before) or number.at + 1 >= len(number.all_):
        return None
    noun = counted.noun.split()[-1].lower()
    gap = number.text[number.mention.end : number.all_[number.at + 1].start]
    next_alone = number.thread.counting(number.all_[number.at + 1]) is None
    if noun not in _WHOLES | (COUNTED - ABSTRACT - UNCOUNTED) or not re.match(
        r"[^.;]*" if next_alone and counted.last >= 0 else r"[^.;]*,\s", gap
    ):
        return None
    name = " ".join([counted.noun, *counted.post])
    return Naming(titled(capital(name), number.thread), noun, "count", stock=True, counted=True)


_WHOLES = words_of("recommendations measures actions requirements objectives outcomes")


SMALL: tuple[Callable[[Number], Answer], ...] = (
    listed_whole,
    *WHOLES_LEFT_OUT,
    one_of_those,
    gapped_part,
    part_done,
    none_done,
    done_things,
    there_were,
)
"""The rules for small counts, in the order in which they are tried."""
