"""Small numbers that their clause tells as a count, so that they are named as larger ones are: "will recruit two
officers", "There are six benches", "in all nine secondary schools".

In: one of the numbers of a parsed sentence. Out: whether its clause tells that there are so many things, that they were
done or will be. What decides is the verb and where the number stands in its clause: a present tense tells how things
are done as a rule ("two officers attend each walk"), what is said of each of several is no count of all, and what was
told of before is not counted again ("the two groups").
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import count

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_counted import PAPERS
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.sentence.counting import Counting
from tracker.facts.sentence.lexicon import BE, HAVE, PARTICIPLES, PAST, PAST_OR_PARTICIPLE
from tracker.facts.sentence.word_kinds import kind_of
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.number_words import NUMBER_WORD
from tracker.facts.wording.standing import standing
from tracker.facts.wording.word_forms import are_event_days, capital, in_line, is_plural
from tracker.facts.wording.word_lists import ABSTRACT, PEOPLE, UNCOUNTED, words_of

_MOST = 12
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|all|other|its|their|our|his|her|your|my|any|every|each|no|of|per|than|least|most"
    r"|\w+['’]s?)\s(?:(?:next|last|first|same|other|top)\s)?$",
    re.I,
)
_THE_REST = re.compile(r"(?:^|[.;,]\s|\b(?:and|that|but)\s)the\s(?:remaining|other)\s$", re.I)
_ALL = re.compile(r"\b(?:in|at|to|for|across|with)\sall\s(?:of\s(?:the|our|its)\s)?$", re.I)
# "begins when two letters have been ignored": a rule, nothing that happened.
_CONDITION = re.compile(r"\b(?:when|whenever|if|once|until|unless|whether)\s[^,]*$", re.I)
_EACH = re.compile(r"\b(?:each|every|per|usually|normally|typically|always)\b", re.I)
_ANOTHER = re.compile(r"\s(?:further|more|other|such)\b")
_HAS = tuple([word] for word in HAVE)
_MOST_OF_OWNER = 5
_SETS = words_of("sets pairs batches")
_SO_MANY_OF = re.compile(rf"\b(?:\d+|{NUMBER_WORD})\s(?:out\s)?of\s(?:the|our|its|their|her|his)\s$", re.I)
_FUTURE = words_of("will shall")
_PRONOUNS = words_of(
    "he she they i you who which that this these those many most some several few people everyone a an"
)


def is_told_as_count(mention: Mention, sentence: str, counted: Counting) -> bool:
    """Whether the clause of a small number tells it as a count."""
    before = sentence[: mention.start]
    small = mention.sort == "count" and mention.value.isdigit() and 0 < int(mention.value) <= _MOST
    if not small or mention.qualifier or mention.side or mention.marker:
        return False
    if mention.value == "1" and _ANOTHER.match(sentence, mention.end):
        return False
    if not _is_thing(counted, mention.value == "1") or _CONDITION.search(re.split(r"[;:]|\.\s", before)[-1]):
        return False
    if _is_of_each(counted):
        return False
    will = _tense(counted.verb) == "future"
    if _DEFINITE.search(before):
        rest = _THE_REST.search(before) is not None and counted.role == "subject" and will
        return rest or _ALL.search(before) is not None or _SO_MANY_OF.search(before) is not None
    if counted.role == "there":
        return _tense(counted.verb) in ("past", "present")
    if counted.role == "object":
        # a verb that the parse does not know stands apart from its "will"
        bare = re.search(rf"\b(?:will|shall)\s(?:also\s|then\s)?{re.escape(counted.verb)}\s", before)
        return _does(replace(counted, verb=f"will {counted.verb}") if bare else counted)
    if counted.role == "subject":
        return will or (_tense(counted.verb) == "past" and mention.value != "1")
    if counted.role == "aside" and counted.preposition == "with":
        # "with six sales made"
        return mention.value != "1" and bool(counted.post) and kind_of(counted.post[0].split()[0]) in ("ed", "past")
    planned = standing(sentence, mention.start, mention.end) == "planned"
    return counted.role == "aside" and counted.preposition in ("in", "at", "across") and planned


def with_larger(found: tuple[Mention, ...], at: int, told: Collection[str]) -> tuple[Mention, ...]:
    """The numbers of a sentence with number ``at`` as one that no rule takes for a small one, and that none of them and
    none of those ``told`` before is."""
    known = {mention.value for mention in found} | set(told)
    value = next(value for value in map(str, count(_MOST + 1)) if value not in known)
    return (*found[:at], replace(found[at], value=value, in_words=False), *found[at + 1 :])


def in_words_of(counted: Counting, naming: Naming) -> Naming:
    """The naming of a small count with the noun that the parse gives it, led by whose it is where it has no more."""
    if naming.measure != "count":
        return naming
    unit = re.sub(r"['’]s?$", "", counted.noun.split()[-1].lower()).strip("()")
    unit = unit if is_plural(unit) else re.sub(r"(?<![aeiou])y$", "ie", unit) + "s"
    if counted.preposition == "of" and GAP in naming.title:
        # "Two of her seven posts were vacant": how many there are, whatever is said of some
        return replace(naming, title=capital(counted.noun), unit=unit, stock=True)
    owner = re.sub(r"^(?:the|our|its|their|her|his)\s", "", counted.subject, flags=re.I)
    bare = naming.title.lower() == counted.noun.lower() and counted.verb.lower().split()[-1:] in _HAS
    if bare and owner.lower() not in ("", "we", "it") and len(owner.split()) <= _MOST_OF_OWNER:
        return replace(naming, title=f"{capital(owner)}: {in_line(naming.title)}", unit=unit)
    return replace(naming, unit=unit)


def says_too_little(counted: Counting, naming: Naming) -> bool:
    """Whether a name has only the things of a clause, and not what is done with them or there: "hotspots" of "will
    install cameras at five hotspots", "alleys" of "covered eight alleys"."""
    noun = counted.noun.lower()
    if counted.role == "object" and not counted.preposition and counted.verb.lower().split()[-1:] not in _HAS:
        return naming.title.lower() == noun
    there = counted.role in ("aside", "object") and counted.preposition in ("at", "in", "for", "across")
    return there and naming.title.rpartition(": ")[2].lower() == noun


def _is_thing(counted: Counting, single: bool) -> bool:
    """Whether a noun names things that boards count, in the plural or, after "one", in the singular."""
    words = [re.sub(r"['’]s?$", "", word.lower()) for word in counted.noun.split()]
    if not words:
        return False
    last = f"{words[-1]}s" if single else words[-1]
    if single and (is_plural(words[-1]) or last in PEOPLE):
        return False
    if last == "days":
        return are_event_days(" ".join([*words[:-1], last]))
    if last in ("times", "occasions"):
        return len(words) == 1 and counted.role == "object" and _tense(counted.verb) == "past"
    if last == "locations":
        return counted.preposition in ("in", "at") and not set(words) & (UNCOUNTED - {last})
    if last in _SETS and counted.post[:1] and counted.post[0].startswith("of "):
        return is_plural(counted.post[0].split()[-1])
    if not is_plural(last) or set(words[:-1]) & UNCOUNTED or last in UNCOUNTED:
        return False
    return last not in ABSTRACT or (last in PEOPLE and len(words) > 1)


def _is_of_each(counted: Counting) -> bool:
    """Whether so many are told of each of several: "each ward will receive two walks", "two briefings per ward"."""
    told = " ".join([counted.subject, counted.noun, *counted.post, *counted.said])
    return _EACH.search(told) is not None


def _does(counted: Counting) -> bool:
    """Whether the number is what somebody has, did or will do, and the clause says who: no pronoun, no several."""
    first = counted.subject.split()[0].lower() if counted.subject else ""
    if first in _PRONOUNS or re.search(r"\d", first):
        return False
    tense = _tense(counted.verb)
    if counted.noun.split()[-1].lower() in PAPERS and not counted.passive:
        # what a meeting had before it
        return False
    if counted.verb.lower().split()[-1:] in _HAS:
        return tense in ("past", "present", "future") and not counted.preposition
    if counted.passive:
        if counted.verb.endswith("ing"):
            # "was delayed owing to two court cases"
            return False
        return tense in ("past", "future") and bool(counted.preposition) and counted.preposition != "by"
    return tense in ("past", "future")


def _tense(verb: str) -> str:
    """ "past", "present" or "future" of a verb group that tells what is so; "" for what may, should or did not."""
    words = [word for word in verb.lower().split() if word not in ("now", "also", "already", "since", "currently")]
    if not words or "not" in words or "never" in words or "to" in words:
        return ""
    first = words[0]
    if first in _FUTURE:
        return "future" if len(words) > 1 else ""
    if first in ("was", "were", "had") or (first in ("has", "have") and len(words) > 1):
        return "past"
    if first in BE | HAVE:
        return "present"
    done = first.endswith("ed") or first in PAST | PAST_OR_PARTICIPLE | PARTICIPLES
    return "past" if done else ""
