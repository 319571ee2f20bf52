"""Names of small counts, by the parse: "eight bikes had been seized", "two staff and one vacant post".

In: a ``Number`` that the other rules could not name, or only unsurely. Out: each rule's answer. A small number in
words is a figure where the parse says that things were done, held, found or given: a passive past verb of which the
number is the subject, or an active one of which it is the object. What papers only name in numbers ("three themes",
"two ways") stands in closed lists and is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_composed import composed, participle_of
from tracker.facts.figures.naming_left_out import WHOLES_LEFT_OUT
from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, titled
from tracker.facts.figures.naming_small_parts import gapped_part, one_of_those, part_done
from tracker.facts.figures.title_sense import LONGEST_TITLE
from tracker.facts.sentence import lexicon
from tracker.facts.sentence.counting import Counting, joined_to
from tracker.facts.sentence.lexicon import BE, MODALS
from tracker.facts.sentence.word_kinds import kind_of
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
        done = counted.passive and set(verb) & _PAST_BE and _is_done(verb)
        if not happened and not done and not _are_or_did(counted, number, verb):
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


def _are_or_did(counted: Counting, number: Number, verb: list[str]) -> bool:
    """Whether several are somewhere or did something: "Seven recruits are in training", "Four children received a
    sentence"; no "Four priorities are: …", and no rule ("two officers attend each")."""
    if counted.passive or number.mention.value in ("0", "1") or _AS_A_RULE.search(number.text):
        return False
    words = " ".join(counted.said).split()
    if set(verb) & BE:
        state = words[len(verb) : len(verb) + 1]
        return len(verb) == 1 and len(words) > 2 and bool(state) and kind_of(state[0]) == "preposition"
    return len(words) > len(verb)


_AS_A_RULE = re.compile(r"\b(?:each|every|any|per|usually|normally|typically|always)\b", re.I)


def beside_counted(number: Number) -> Answer:
    """ "The team had 8.6 staff and one vacant post": what the clause has besides what was counted in it."""
    thread, sentence = number.thread, number.thread.sentence
    counted = thread.counting(number.mention)
    if sentence is None or counted is None or not number.at or not thread.last or not _is_small(number):
        return None
    at = sentence.at(number.mention.start)
    if joined_to(sentence, at) != sentence.at(number.all_[number.at - 1].start) or counted.role not in _TELLS:
        return None
    verb = counted.verb.lower().split()
    known = _is_known(number) or set(verb) & MODALS or thread.planned or number.mention.value == "0"
    if known or not thread.last.sure or thread.last.measure != "count" or not _is_thing(counted, number, verb):
        return None
    lead, gap, _ = thread.last.title.partition(GAP)
    if gap:
        # "Teams recovering … knives": the same was done
        return replace(thread.last, title=f"{lead}{gap} {counted.noun}", unit=_unit_of(counted), counted=False)
    owner, colon, _ = thread.last.title.rpartition(": ")
    noun = f"{counted.noun}s" if number.mention.value == "1" else counted.noun
    name = composed(replace(counted, noun=noun), counts_people(noun, _unit_of(counted)), LONGEST_TITLE)
    return Naming(f"{owner}{colon}{name if colon else capital(name)}", noun.split()[-1].lower(), "count")


_TELLS = frozenset({"object", "there"})


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
        word not in _TALKED_OF and (word.endswith("ed") or word in _DONE_FORMS) for word in verb if word not in _PAST_BE
    )


_DONE_FORMS = lexicon.PAST_OR_PARTICIPLE | lexicon.PARTICIPLES


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
    if set(verb) & MODALS or "not" in verb or not _is_done(verb) or words[-1] in ABSTRACT | UNCOUNTED:
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
    beside_counted,
)
"""The rules for small counts, in the order in which they are tried."""
