"""Who leads a title: the body, scheme or service whose doing the clause of a number tells.

In: the parse of a sentence, the noun phrase of a number, the board's place. Out: a name ("CCTV operators", "Sanctuary
scheme"), "" where the clause tells of the board itself, of people at its meeting or of nobody.
"""

from __future__ import annotations

import re

from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.lexicon import BE
from tracker.facts.wording.word_forms import capital
from tracker.facts.wording.word_lists import words_of

MOST_OF_OWNER = 7
"""Longest name of a body or scheme that leads a title, in words."""

# Subjects that are the board itself, people at its meeting or what was spoken of before: they name no owner.
_NO_OWNER = words_of(
    "we it they this that these those there he she i who which council partnership police board borough member members"
    " officer officers partners agencies partner report figures data meeting committee total number people residents"
    " superintendent inspector chair councillor chief manager survey services service others year quarter victims"
    " women men children families households clients individuals offences incidents cases girls boys work team scheme"
    " programme project unit hub pilot group course workshop event campaign initiative training funding contract"
)
_AREA = words_of("london royal borough city county district town metropolitan of the")
_ONE_WORD = re.compile(r"[A-Z][\w'’&-]*[A-Za-z]")
_PERSON = re.compile(r"[A-Z]\.?\s[A-Z][a-z]|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|PC|PS|DI|DCI|Insp)\b")
_OPENING = re.compile(
    r"^\W*(?:Under|Through|Via|As part of|Thanks to|With|Within)\s(?:the\s|our\s|its\s|a\s)"
    r"((?:[\w'’-]+\s){0,4}?(?:scheme|programme|project|service|pilot|initiative|campaign|contract|partnership"
    r"|operation|clinic|hub|unit|team|panel|grant))\b",
)
# Who speaks at a meeting did not do what is counted.
_SPEAKS = words_of(
    "reported said advised noted stated explained told heard asked informed highlighted confirmed added showed"
)


def owner_of(sentence: Sentence, at: int, title: str, place: str) -> str:
    """The body or scheme whose doing the clause tells, "" where it is the board's own or none is named."""
    verb = _verb_of_clause(sentence, at)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    if (
        0 <= subject < at
        and sentence.phrases[subject].number < 0
        and not sentence.phrases[verb].passive
        and sentence.low(verb) not in _SPEAKS
        and sentence.sort(subject - 1) not in ("coordinator", "comma", "preposition")
    ):
        whole = without_article(sentence.said(subject, sentence.noun_end(subject)))
        mid = sentence.phrases[subject].first > 0 or sentence.said(subject, subject)[:4].lower() == "the "
        if _names_a_body(whole, sentence.low(subject), place, mid):
            return capital(whole) if whole.lower() not in title.lower() else ""
    opening = _OPENING.match(sentence.text)
    return capital(opening[1]) if opening and opening[1].lower() not in title.lower() else ""


def _names_a_body(whole: str, main: str, place: str, mid: bool) -> bool:
    """Whether a subject names who did a thing: short, no person, and not the board, its members or "the team". ``mid``:
    whether it does not owe its capital to the beginning of the sentence."""
    pieces = whole.split()
    if not pieces or len(pieces) > MOST_OF_OWNER or re.search(r"\d|[,;:()]", whole) or _PERSON.match(whole):
        return False
    if len(pieces) == 1:
        return _ONE_WORD.fullmatch(whole) is not None and main not in _NO_OWNER and whole.lower() not in place.split()
    first = pieces[0].lower()
    own = [piece for piece in pieces if piece.lower() not in {*place.split(), *_AREA}]
    named = any(
        piece[:1].isupper() and (n or mid or piece.isupper()) and piece.lower() != main for n, piece in enumerate(own)
    )
    if not own:
        return False
    return (named or main not in _NO_OWNER) and first not in _NO_OWNER | {"no", "one", "each", "every", "other"}


def _verb_of_clause(sentence: Sentence, at: int) -> int:
    """The clause verb before a noun phrase, -1 where a mark or another clause stands between."""
    before = at - 1
    if sentence.verb_of(at) >= 0:
        # "cameras detected 40 cars, and 12 drivers went …": what the number itself is the subject of is its clause
        return -1
    while before >= 0:
        sort = sentence.sort(before)
        if sort == "verb" and sentence.phrases[before].finite:
            return before if sentence.words[sentence.phrases[before].main].low not in BE else -1
        if sort in ("mark", "relative", "subordinator", "there"):
            return -1
        before -= 1
    return -1


def other_body(sentence: Sentence, at: int, owner: str, place: str) -> str:
    """The body of a number's own clause, where its title is led by that of a clause before ("the refuges took in 38
    women, while the house took in 14"), else ""."""
    verb = _verb_of_clause(sentence, at)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    before = range(subject if subject >= 0 else 0)
    own = ""
    if any(sentence.sort(n) == "verb" and sentence.phrases[n].finite for n in before):
        own = owner_of(sentence, at, "", place)
    told = set(re.findall(r"[a-z]{4,}", owner.lower()))
    return own if own and owner and not told & set(re.findall(r"[a-z]{4,}", own.lower())) else ""


def is_said(owner: str, sentence: Sentence) -> bool:
    """Whether the sentence itself says the words that lead a title."""
    told = sentence.text.lower()
    return any(word in told for word in re.findall(r"[a-z]{4,}|[A-Z]{2,}", owner.split(",")[0].lower())) or any(
        short in sentence.text for short in re.findall(r"\b[A-Z]{2,}\b", owner)
    )


def without_article(words: str) -> str:
    """The words without an article or "our" before them."""
    return re.sub(r"^(?:the|a|an|our|its|their|further|some|all)\s", "", words, flags=re.IGNORECASE)
