"""A title that says who did what, where a short name says only what was counted ("Villages", "Violence: evenings").

In: the naming of a number and the parse of its sentence. Out: the naming with the words of its own clause: the body
that is the clause's subject in place of a heading ("CCTV operators: incidents dealt with"), what the counted were
given or reached by ("Prevent training delivered to taxi drivers"), the scheme that opens the sentence ("Sanctuary
scheme: homes made safer"). Names that say enough stay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.naming_composed import participle_of
from tracker.facts.figures.naming_parts import Naming, Thread
from tracker.facts.figures.naming_took_part import GIVEN_WHAT
from tracker.facts.figures.title_given import given
from tracker.facts.figures.title_owner import is_said, other_body, owner_of, without_article
from tracker.facts.figures.title_sense import LONGEST_TITLE, reads_as_name
from tracker.facts.sentence.counting import Counting
from tracker.facts.sentence.lexicon import MODALS
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_forms import capital, counts_people, in_line


def in_full(naming: Naming, mention: Mention, thread: Thread) -> Naming:
    """The naming with a title that says who did what, unchanged where its title says so or the parse does not tell."""
    counted, sentence = thread.counting(mention), thread.sentence
    if counted is None or sentence is None or naming.same or not naming.sure or not counted.noun:
        return naming
    if any(key == "group" for key, _ in naming.breakdown) or naming.measure not in ("count", "average"):
        return naming
    place = thread.names.get("place", "").lower()
    owner, colon, rest = naming.title.rpartition(": ")
    noun = counted.noun.lower()
    if not rest.lower().startswith(noun.split()[-1]) and noun not in rest.lower():
        return naming
    at = sentence.at(mention.start)
    if sentence.low(at - 1) in ("of", "from") and sentence.low_of_first(at) in ("the", "these", "those"):
        # "14 of the 80 offences recorded", "25 repeats from the 183 cases heard": whoever the sentence speaks of
        return naming
    lent = not owner or not is_said(owner, sentence)
    bare = len(rest.split()) <= len(noun.split()) + (1 if rest.lower().startswith(noun) else 0)
    # "fitted locks in 87 homes" of the "Safe Homes" scheme
    bare = bare or (not owner and counted.noun[:1].islower() and all(word[:1].isupper() for word in rest.split()))
    other = other_body(sentence, at, owner, place) if owner and not lent else ""
    if other and len(f"{other}: {rest}") <= LONGEST_TITLE:
        return replace(naming, title=f"{other}: {rest}")
    if not lent and not bare:
        return naming
    title = ""
    if bare and (planned := _planned(naming, counted)):
        return replace(naming, title=planned)
    # "Women supported" says what was given
    says_given = rest.split()[-1] in GIVEN_WHAT.values()
    if bare and not says_given and (reached := given(sentence, at, counted)):
        title = reached
        who = "" if not lent else owner_of(sentence, at, title, place)
    else:
        who = owner_of(sentence, at, rest, place) if lent else ""
        title = rest if bool(colon) or len(rest.split()) > 1 or who else ""
        if who and bare:
            done = participle_of(counted, counts_people(noun, noun.split()[-1]))
            title = f"{rest} {done}" if done and done not in rest else rest
        elif who and counted.role == "object" and rest.lower() == " ".join([counted.noun, *counted.post]).lower():
            done = participle_of(counted, counts_people(noun, noun.split()[-1]))
            title = " ".join([counted.noun, *([done] if done else []), *counted.post])
    if not title or (title == rest and not who):
        return naming
    if not who and not lent:
        who = owner
    whole = f"{who}: {_small(title)}" if who and who.lower() not in title.lower() else capital(title)
    if whole == naming.title or len(whole) > LONGEST_TITLE or not reads_as_name(whole):
        return naming
    return replace(naming, title=whole)


_OF_THE_PLACE = re.compile(r"\b(borough|city|county|district|town)['’]s\s$")


def of_the_place(naming: Naming, sentence: str, mention: Mention, thread: Thread) -> Naming:
    """ "in 17 of the borough's 22 secondary schools": how many schools there are, whoever the sentence speaks of."""
    found, counted = _OF_THE_PLACE.search(sentence[: mention.start]), thread.counting(mention)
    if found is None or counted is None or naming.breakdown or naming.measure != "count" or not counted.noun:
        return naming
    return replace(naming, title=f"{capital(counted.noun)} in the {found[1]}", stock=True)


def _planned(naming: Naming, counted: Counting) -> str:
    """ "The police will distribute 500 pouches" → "Police will distribute … pouches", "" for what is not planned so."""
    subject = without_article(counted.subject)
    will = counted.role == "object" and counted.verb.split()[0].lower() in MODALS
    if (
        not will
        or ("plan", "planned") not in naming.breakdown
        or not subject
        or subject.lower() in ("we", "it", "they", "this", "these", "that", "which", "who")
    ):
        return ""
    title = capital(f"{subject} {counted.verb} {GAP} {counted.noun}")
    return title if len(title) <= LONGEST_TITLE else ""


def _small(title: str) -> str:
    return title if re.match(r"[A-Z]\w+\s\d", title) else in_line(title)
