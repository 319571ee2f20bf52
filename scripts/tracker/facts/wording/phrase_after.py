"""Noun phrases behind a number in running text, without a grammar: by the shapes of words.

In: a text and the place of a number in it. Out: what is counted ("GP surgeries"), its last plural word ("surgeries"),
what is said of it ("are fully trained"). A phrase that cannot be told is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.facts.wording.phrase_joins import (
    capital_list,
    crime_goes_on,
    joins_nouns,
    noun_next,
    plural_soon,
    takes_for,
    verb_of,
)
from tracker.facts.wording.phrase_reading import Phrase, Reading, Step
from tracker.facts.wording.predicates import predicate_from
from tracker.facts.wording.word_forms import DANGLING, DETERMINERS, is_plural, is_verb
from tracker.facts.wording.word_lists import ED_ADJECTIVES, PEOPLE, PREPOSITIONS, VERBS, words_of

_MOST_WORDS = 10
"""Longest name of a measure in words: readers see titles in lists."""
_TOKEN = re.compile(r"[A-Za-z0-9£%][\w'’&/+.-]*[\w'’+]|[A-Za-z0-9&/]|[^\w\s]")


def phrase_after(text: str, start: int, stop: int) -> Phrase:
    """What stands right after a number: the noun phrase, then its verb and what follows, up to ``stop``."""
    reading = Reading(text, stop, list(_TOKEN.finditer(text, start, stop)), start)
    while reading.at < len(reading.tokens):
        step = next(done for read in _STEPS if (done := read(reading)) is not None)
        if isinstance(step, Phrase):
            return step
        if step == "stop":
            break
    while reading.words and reading.words[-1].lower() in DANGLING:
        reading.words.pop()
    return reading.phrase("", reading.end)


def _quotation_mark(reading: Reading) -> Step:
    """Left out; but behind the first word one that no other soon follows ends the phrase."""
    if reading.word not in "\"'“”‘’":
        return None
    if re.match(r"\S+\s?\S*[\"'”’]", reading.rest) is None and reading.words:
        return "stop"
    return reading.skip_one()


_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z&/-]{0,9}s?)\)")


def _bracket(reading: Reading) -> Step:
    """An abbreviation in brackets is taken; any other bracket ends the phrase."""
    if reading.word != "(":
        return None
    acronym = _ACRONYM.match(reading.text, reading.token.start())
    if acronym and reading.words:
        return reading.take(f"({acronym[1]})", acronym.end())
    return "stop"


def _comma(reading: Reading) -> Step:
    """A comma in a list of names goes with the name before it."""
    words = reading.words
    if reading.word == "," and words and not reading.plural and capital_list(words[-1], reading.ahead(1)):
        words[-1] += ","
        return reading.skip_one()
    return None


def _no_word(reading: Reading) -> Step:
    """Any other mark ends the phrase."""
    return None if re.match(r"[\w£&]", reading.word) else "stop"


def _out_of(reading: Reading) -> Step:
    """ "out of court", "out-of-hours" at the beginning: three words that belong together."""
    here = reading.text[reading.token.start() : reading.stop]
    if reading.words or not re.match(r"out[ -]of[ -](?!\d)\w+", here):
        return None
    third = reading.ahead(2)[1:]
    reading.words.extend(("out", "of", third[0].group() if third else ""))
    reading.at += 3
    return "on"


_ADVERBS = words_of("only also still now then further another more just already fully newly partially first currently")


def _leading_adverb(reading: Reading) -> Step:
    """ "further", "newly" at the beginning are left out."""
    here = reading.text[reading.token.start() : reading.stop]
    if not reading.words and reading.low in _ADVERBS and not re.match(r"first[- ]time\b", here, re.I):
        return reading.skip_one()
    return None


_AGES = re.compile(
    r"aged\s(?:(?:under|over|between|from)\s)?\d+(?:(?:\s(?:to|and|or)\s|\s?[-–]\s?)\d+|\+)?(?:\s(?:and|or)\s(?:over"
    r"|under|above"
    r"|below|older|younger))?"
)
_TO_WHAT = re.compile(
    r"to\s(?:the\s|an?\s)?[A-Za-z][\w'’/-]*(?:\s(?!(?:and|at|in|on|as|with|who|compared|during|by"
    r"|for)\b)[\w'’/()-]+){0,6}?(?=[,.;]|\s\s"
    r"|\s(?:and|at|in|on|as|with|who|compared|during|by|for)\b|\s?$)"
)


_AGED = re.compile(r"(?:under|over)\s(\d\ds)\b")


def _age_or_aim(reading: Reading) -> Step:
    """ "aged 10 to 17", "referred to the panel" and "under 18s" are taken as a whole."""
    words, begin = reading.words, reading.token.start()
    aged = _AGED.match(reading.text, begin, reading.stop) if not words else None
    if aged:
        reading.head, reading.plural = aged[1], True
        return reading.take(aged.group(), aged.end())
    more = _AGES.match(reading.text, begin, reading.stop) if reading.low == "aged" and words else None
    if (
        reading.low == "to"
        and words
        and words[-1].lower() in ("subject", "open", "known", "referred", "due", "eligible")
    ):
        more = _TO_WHAT.match(reading.text, begin, reading.stop)
    return reading.take(more.group(), more.end()) if more else None


_NOW = words_of("now currently also regularly routinely already still each together jointly")
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")


def _verb_like_noun(reading: Reading) -> Step:
    """ "officers now patrol the …", "officers patrol the …": a verb that looks like a noun ends the phrase; "now"
    before another verb is left out."""
    text, token, stop, low = reading.text, reading.token, reading.stop, reading.low
    if not (reading.head and is_plural(reading.words[-1])):
        return None
    if not ((low in _NOW and not reading.tail) or verb_of(text, token, stop)):
        return None
    ahead = _NEXT_WORD.match(text, token.end(), stop) if low in _NOW else None
    if ahead is not None and (ahead[1].endswith("ed") or ahead[1] in VERBS):
        return reading.skip_one()
    does = next(iter(reading.ahead(1)), token) if low in _NOW else token
    said, end = predicate_from(text, does.start(), stop)
    whose = "who" if reading.head in PEOPLE else "that"
    return reading.phrase(f"{whose} {said}" if does.group().islower() and said else "", end)


def _participle_before_verb(reading: Reading) -> Step:
    """ "27% of the patients referred disclosed …": the first tells which patients."""
    if not (reading.low.endswith("ed") and reading.plural):
        return None
    ahead = _NEXT_WORD.match(reading.text, reading.token.end(), reading.stop)
    if ahead and (ahead[1].endswith("ed") or ahead[1] in VERBS) and ahead[1] not in ED_ADJECTIVES:
        return reading.take_one()
    return None


_NOUNS_TOO = words_of("work support help use need report share attack contact")


def _noun_like_verb(reading: Reading) -> Step:
    """ "hours of unpaid work": a noun that may be a verb elsewhere is taken."""
    words = reading.words
    if reading.low in _NOUNS_TOO and reading.tail and not is_plural(words[-1]) and words[-1].lower() != "of":
        return reading.take_one()
    return None


def _verb(reading: Reading) -> Step:
    """A verb ends the phrase, and the predicate begins with it; adverbs before it are no part of the phrase."""
    words, low = reading.words, reading.low
    if not is_verb(low, reading.plural) or (low.endswith("ed") and words and words[-1].lower() in ("of", "for")):
        return None
    predicate, end = predicate_from(reading.text, reading.token.start(), reading.stop)
    while words and (words[-1].lower() in _ADVERBS or (len(words) > 1 and words[-1].endswith(("ully", "ently")))):
        words.pop()
    return reading.phrase(predicate, end)


def _of_or_for(reading: Reading) -> Step:
    """ "of", and "for" after what is asked for, lead on to the tail while the phrase is short; else it ends."""
    words, low = reading.words, reading.low
    if low not in ("of", "for"):
        return None
    if not words or (low == "for" and not takes_for(reading.head)):
        return "stop"
    if len(words) >= _MOST_WORDS - 2:
        return "stop"
    reading.tail = True
    return reading.take(low, reading.token.end())


def _and_or(reading: Reading) -> Step:
    """ "and" is taken where another noun of the phrase follows; else the phrase ends."""
    if reading.low not in ("and", "or", "&"):
        return None
    if not reading.words or not joins_nouns(reading.ahead(4), reading.plural):
        return "stop"
    return reading.take_one()


_KINDS_OF = frozenset({"cases", "incidents", "offences", "crimes", "reports", "instances"})
_CRIME_PREPOSITIONS = words_of("with without against from")


def _crime_preposition(reading: Reading) -> Step:
    """Names of crimes hold prepositions: "cases of theft from the person", "victims of knife crime with injury"."""
    words, low = reading.words, reading.low
    if (
        low in ("from", "with", "without", "against")
        and reading.tail
        and words[0].lower() in _KINDS_OF
        and noun_next(reading.text, reading.token.end(), reading.stop)
    ) or (low in _CRIME_PREPOSITIONS and words and crime_goes_on(words[-1], reading.rest)):
        return reading.take_one()
    return None


def _crime_article(reading: Reading) -> Step:
    """The article behind such a preposition is taken: "theft from the person"."""
    if (
        reading.tail
        and reading.low in ("the", "a", "an")
        and reading.words[-1].lower() in ("from", "with", "without", "against")
    ):
        return reading.take_one()
    return None


def _preposition_before_head(reading: Reading) -> Step:
    """ "violence with injury offences", "motor vehicle on road crimes": the thing counted is still to come."""
    known = reading.low in ("with", "on", "to", "by") and reading.words and not reading.plural
    return reading.take_one() if known and plural_soon(reading.ahead(4)) else None


def _determiner(reading: Reading) -> Step:
    """An article or the like ends the phrase, unless "of", "for", "and" or "or" led to it."""
    words = reading.words
    if reading.low in DETERMINERS and words and words[-1].lower() not in ("of", "for", "and", "or", "&"):
        return "stop"
    return None


def _on_service(reading: Reading) -> Step:
    """ "68 women on Arise reported …": which of the services."""
    if reading.low == "on" and reading.words and re.match(r"\s[A-Z][a-z]+\s[a-z]", reading.rest):
        reading.tail = True
        return reading.take_one()
    return None


# "64 children who entered custody, …": which of them.
_WHO = re.compile(r"who\s[a-z][^.,;:()\d]{3,60}?(?=\s\s|,)(?!,\s(?:and|or)\b)")


def _who(reading: Reading) -> Step:
    """ "who" and its clause end a phrase of people as a part of it."""
    if reading.low != "who" or reading.head not in PEOPLE:
        return None
    told = _WHO.match(reading.text, reading.token.start(), reading.stop)
    if not told:
        return None
    return Phrase(f"{' '.join(reading.words)} {told.group().strip()}", reading.head, "", told.end())


_PRONOUNS = words_of("it they we he she you i there")


def _small_word(reading: Reading) -> Step:
    """A preposition, a pronoun or a later number ends the phrase."""
    if reading.low in PREPOSITIONS or reading.low in _PRONOUNS or (re.match(r"\d", reading.word) and reading.words):
        return "stop"
    return None


def _plain_word(reading: Reading) -> Step:
    """Any other word is taken, unless the phrase is long; the last plural before the tail is what is counted."""
    if len(reading.words) >= _MOST_WORDS:
        return "stop"
    if is_plural(reading.word):
        reading.plural = True
        if not reading.tail:
            reading.head = reading.low.replace("’", "'").removesuffix("'s").removesuffix("'")
    return reading.take_one()


_STEPS: tuple[Callable[[Reading], Step], ...] = (
    _quotation_mark,
    _bracket,
    _comma,
    _no_word,
    _out_of,
    _leading_adverb,
    _age_or_aim,
    _verb_like_noun,
    _participle_before_verb,
    _noun_like_verb,
    _verb,
    _of_or_for,
    _and_or,
    _crime_preposition,
    _crime_article,
    _preposition_before_head,
    _determiner,
    _on_service,
    _who,
    _small_word,
    _plain_word,
)
"""Tried in this order for each token; the first that has something to say of it decides."""
