"""Noun phrases and predicates round a number in running text, without a grammar: by the shapes of words.

In: a text and the place of a number in it. Out: what is counted ("GP surgeries"), its last plural word ("surgeries"),
what is said of it ("are fully trained"), the verb before the number, and tidy wordings of these for readers. A phrase
that cannot be told is empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.facts.wording.word_lists import (
    AUXILIARIES,
    COUNTED,
    ED_ADJECTIVES,
    PARTICIPLES,
    PEOPLE,
    PREPOSITIONS,
    VERBS,
    words_of,
)

_TOKEN = re.compile(r"[A-Za-z0-9£%][\w'’&/+.-]*[\w'’+]|[A-Za-z0-9&/]|[^\w\s]")
_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z&/-]{0,9}s?)\)")
# Another name of a scheme, before what is counted: "Disclosure Scheme (Clare's Law) applications".
_ALSO_CALLED = re.compile(r"\([A-Z][\w'’ ]{2,30}\)(?=\s[a-z]+s\b)")
_NOW = words_of("now currently also regularly routinely already still each together jointly")
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
# "64 children who entered custody, …": which of them.
_WHO = re.compile(r"who\s[a-z][^.,;:()\d]{3,60}?(?=\s\s|,)(?!,\s(?:and|or)\b)")
DETERMINERS = words_of("the a an its their our his her this that these those such some any each every all both no")
_ADVERBS = words_of("only also still now then further another more just already fully newly partially first currently")
DANGLING = (
    AUXILIARIES
    | PREPOSITIONS
    | DETERMINERS
    | words_of("and or of for & not also only then further another more newly some said currently now still")
    | words_of("covering totalling reaching involving using costing generating recovering")
)
# Longest name of a measure in words, and longest tail "of …": readers see titles in lists.
MOST_WORDS = 10
MOST_PREDICATE = 14


@dataclass(frozen=True)
class Phrase:
    """``noun`` is what is counted, ``head`` its last plural word, ``predicate`` what is said of it."""

    noun: str = ""
    head: str = ""
    predicate: str = ""
    end: int = 0


_CRIME_PREPOSITIONS = words_of("with without against from")
_CRIME_NOUN = re.compile(r"(?:crime|violence|robbery|assault|theft|burglary|wounding|possession)s?", re.IGNORECASE)
_CRIME_OBJECT = re.compile(
    r"\s(?:injury|intent|violence|an? (?:knife|weapon|firearm|sharp object|blade)|the person|vehicles?)\b"
)


def _crime_goes_on(last: str, rest: str) -> bool:
    """Whether a crime's name goes on behind its preposition: "knife crime with injury", "assault with a knife"."""
    return _CRIME_NOUN.fullmatch(last) is not None and _CRIME_OBJECT.match(rest) is not None


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    low = word.lower().replace("’", "'").removesuffix("'")
    if low in COUNTED:
        return True
    if low.endswith("'s"):
        return word[:-2].isupper()
    pieces = re.split(r"[/-]", low)
    low = pieces[-1]
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))


def _is_verb(word: str, seen_plural: bool) -> bool:
    low = word.lower()
    if low in VERBS:
        return seen_plural or low in AUXILIARIES or low in PARTICIPLES
    return seen_plural and low.endswith("ed") and low not in ED_ADJECTIVES and len(low) > 4


def is_finite(word: str) -> bool:
    """Whether a word of a clause is surely a verb form that says what its subject did or is."""
    low = word.lower()
    return (
        low in AUXILIARIES or low in PARTICIPLES or (low.endswith("ed") and low not in ED_ADJECTIVES and len(low) > 4)
    )


def phrase_after(text: str, start: int, stop: int) -> Phrase:
    """What stands right after a number: the noun phrase, then its verb and what follows, up to ``stop``."""
    words: list[str] = []
    head, seen_plural, tail = "", False, False
    position = start
    tokens = list(_TOKEN.finditer(text, start, stop))
    i = 0
    while i < len(tokens):
        token = tokens[i]
        word, low = token.group(), token.group().lower()
        if word in "\"'“”‘’":
            if re.match(r"\S+\s?\S*[\"'”’]", text[token.end() : stop]) is None and words:
                break
            i += 1
            continue
        if word == "(":
            acronym = _ACRONYM.match(text, token.start())
            also = _ALSO_CALLED.match(text, token.start(), stop) if not acronym and words and not seen_plural else None
            if also:
                while i < len(tokens) and tokens[i].start() < also.end():
                    i += 1
                continue
            if acronym and words:
                words.append(f"({acronym[1]})")
                position = acronym.end()
                while i < len(tokens) and tokens[i].start() < acronym.end():
                    i += 1
                continue
            break
        if word == "," and words and not seen_plural and _capital_list(words[-1], tokens[i + 1 : i + 2]):
            words[-1] += ","
            i += 1
            continue
        if not re.match(r"[\w£&]", word):
            break
        if not words and re.match(r"out[ -]of[ -](?!\d)\w+", text[token.start() : stop]):
            words.extend(("out", "of", tokens[i + 2].group() if i + 2 < len(tokens) else ""))
            i += 3
            continue
        if not words and low in _ADVERBS and not re.match(r"first[- ]time\b", text[token.start() : stop], re.I):
            i += 1
            continue
        more = _AGES.match(text, token.start(), stop) if low == "aged" and words else None
        if low == "to" and words and words[-1].lower() in ("subject", "open", "known", "referred", "due", "eligible"):
            more = _TO_WHAT.match(text, token.start(), stop)
        if more:
            words.append(more.group())
            position = more.end()
            while i < len(tokens) and tokens[i].start() < more.end():
                i += 1
            continue
        if head and is_plural(words[-1]) and ((low in _NOW and not tail) or _verb_of(text, token, stop)):
            # "officers now patrol the …", "officers patrol the …": a verb that looks like a noun ends the phrase
            ahead = _NEXT_WORD.match(text, token.end(), stop) if low in _NOW else None
            if ahead is None or not (ahead[1].endswith("ed") or ahead[1] in VERBS):
                does = token if low not in _NOW else tokens[i + 1] if i + 1 < len(tokens) else token
                said, end = _predicate(text, does.start(), stop)
                whose = "who" if head in PEOPLE else "that"
                return Phrase(" ".join(words), head, f"{whose} {said}" if does.group().islower() and said else "", end)
            i += 1
            continue
        ahead_verb = _NEXT_WORD.match(text, token.end(), stop) if low.endswith("ed") and seen_plural else None
        if (
            ahead_verb
            and (ahead_verb[1].endswith("ed") or ahead_verb[1] in VERBS)
            and ahead_verb[1] not in ED_ADJECTIVES
        ):
            # "27% of the patients referred disclosed …": the first tells which patients
            words.append(word)
            position = token.end()
            i += 1
            continue
        if low in _NOUNS_TOO and tail and not is_plural(words[-1]) and words[-1].lower() != "of":
            # "hours of unpaid work"
            words.append(word)
            position = token.end()
            i += 1
            continue
        if _is_verb(low, seen_plural) and not (low.endswith("ed") and words and words[-1].lower() in ("of", "for")):
            predicate, end = _predicate(text, token.start(), stop)
            while words and (
                words[-1].lower() in _ADVERBS or (len(words) > 1 and words[-1].endswith(("ully", "ently")))
            ):
                words.pop()
            return Phrase(" ".join(words), head, predicate, end)
        if low in ("of", "for"):
            if not words or (low == "for" and not _takes_for(head)):
                break
            if len(words) >= MOST_WORDS - 2:
                break
            words.append(low)
            tail = True
        elif low in ("and", "or", "&"):
            if not words or not _joins_nouns(tokens[i + 1 : i + 5], seen_plural):
                break
            words.append(word)
        elif (
            low in ("from", "with", "without", "against")
            and tail
            and words[0].lower() in _KINDS_OF
            and _noun_next(text, token.end(), stop)
        ) or (low in _CRIME_PREPOSITIONS and words and _crime_goes_on(words[-1], text[token.end() : stop])):
            # names of crimes hold prepositions: "cases of theft from the person", "victims of knife crime with injury"
            words.append(word)
        elif tail and low in ("the", "a", "an") and words[-1].lower() in ("from", "with", "without", "against"):
            words.append(word)
        elif low in ("with", "on", "to", "by") and words and not seen_plural and _plural_soon(tokens[i + 1 : i + 5]):
            # "violence with injury offences", "motor vehicle on road crimes": the thing counted is still to come
            words.append(word)
        elif low in DETERMINERS and words and words[-1].lower() not in ("of", "for", "and", "or", "&"):
            break
        elif low == "on" and words and re.match(r"\s[A-Z][a-z]+\s[a-z]", text[token.end() : stop]):
            # "68 women on Arise reported …": which of the services
            words.append(word)
            tail = True
        elif low == "who" and head in PEOPLE and (told := _WHO.match(text, token.start(), stop)):
            return Phrase(f"{' '.join(words)} {told.group().strip()}", head, "", told.end())
        elif low in PREPOSITIONS or low in _PRONOUNS or (re.match(r"\d", word) and words):
            break
        else:
            if len(words) >= MOST_WORDS:
                break
            words.append(word)
            if is_plural(word):
                seen_plural = True
                if not tail:
                    head = low.replace("’", "'").removesuffix("'s").removesuffix("'")
        position = token.end()
        i += 1
    while words and words[-1].lower() in DANGLING:
        words.pop()
    return Phrase(" ".join(words), head, "", position)


_PRONOUNS = words_of("it they we he she you i there")
_NOUNS_TOO = words_of("work support help use need report share attack contact")
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_VERB_OF = re.compile(r"\s(?:the|their|its|our|his|her|this|each|every)\s[A-Za-z]")


def _verb_of(text: str, token: re.Match[str], stop: int) -> bool:
    """Whether a word after a plural is a verb, as what it acts on comes next: "officers patrol the High Street"."""
    word = token.group()
    low = word.lower()
    if (
        not word.islower()
        or low in PREPOSITIONS
        or low in VERBS
        or low in ("and", "or", "of", "for", "not")
        or is_plural(word)
    ):
        return False
    return low not in DETERMINERS and not low.endswith("ed") and _VERB_OF.match(text, token.end(), stop) is not None


def _capital_list(before: str, after: list[re.Match[str]]) -> bool:
    return before[:1].isupper() and bool(after) and after[0].group()[:1].isupper()


def _plural_soon(tokens: list[re.Match[str]]) -> bool:
    for token in tokens:
        word = token.group()
        if not re.match(r"[A-Za-z]", word) or word.lower() in PREPOSITIONS | AUXILIARIES | DETERMINERS:
            return False
        if word.lower() in COUNTED:
            return True
    return False


_KINDS_OF = frozenset({"cases", "incidents", "offences", "crimes", "reports", "instances"})


def _noun_next(text: str, start: int, stop: int) -> bool:
    return re.match(r"\s(?:the\s|an?\s)?[A-Za-z]+\b(?!\s*\d)", text[start:stop]) is not None


def _takes_for(head: str) -> bool:
    return head in {
        "requests",
        "applications",
        "calls",
        "bids",
        "plans",
        "orders",
        "notices",
        "places",
        "fines",
        "penalties",
        "warnings",
        "arrests",
        "prosecutions",
        "admissions",
        "attendances",
        "convictions",
        "charges",
        "searches",
        "referrals",
        "detentions",
    }


_SURELY_VERBS = words_of(
    "meets takes provides includes continues remains gives makes runs helps covers shows brings gets"
)


def _joins_nouns(tokens: list[re.Match[str]], seen: bool) -> bool:
    """Whether the words after "and" are another noun of the same phrase: "young people and parents"."""
    for n, token in enumerate(tokens):
        word = token.group()
        if not re.match(r"[A-Za-z]", word) or word.lower() in PREPOSITIONS | AUXILIARIES | DETERMINERS:
            return False
        if _is_verb(word, n > 0 or seen) or word.lower() in _SURELY_VERBS:
            return False
        if is_plural(word):
            return True
    return False


_CLAUSE_END = re.compile(
    r"[;:()]|\.(?=\s|$)|,\s(?=with\b|and\b|which\b|who\b|whose\b|where\b|but\b|so\b|although\b|though\b|whilst\b|compared\b|against\b|up\b|nearly\b|almost\b|over\b"
    r"|down\b|followed\b|followed by\b|an?\b|the\b|of\b|\d)"
    r"|\s[–—-]\s|—|\sand\s(?=(?:the|a|an|it|they|we|this|would|will|were|was|are|is|so)\s)"
    r"|\s(?:with|and|or)\s(?:a total of|over|more than|around|about|some|another|a further)\s?$"
    r"|\swith\s(?=an?\s[\w -]{3,40}?\s(?:rate|share|average|proportion|total|cost)\b)"
    r"|\sagainst\s(?=(?:an?|the|its|our)\s(?:[\w-]+\s){0,2}(?:target|baseline|average)\b)"
    r"|,\s(?=(?!(?:training|housing|learning|volunteering)\s[a-z])\w+ing\b)"
    r"|\sand\safterwards\b"
    r"|\s(?:but|so that|because|although"
    r"|while(?!\s(?:in|on|at|under|being|attending|waiting)\b)|compared|which|whose)\s"
)


def clause_end(text: str, start: int, stop: int) -> int:
    """Where the clause that holds ``start`` stops, at most ``stop``."""
    found = _CLAUSE_END.search(text, start, stop)
    return found.start() if found else stop


def _predicate(text: str, start: int, stop: int) -> tuple[str, int]:
    end = clause_end(text, start, stop)
    return text[start:end].strip(" ,"), end


def tidy_predicate(predicate: str, people: bool = False) -> str:
    """A predicate as the tail of a name: "were assessed as high risk" → "assessed as high risk"; "had a
    disability" → "with a disability"; "attended sessions" → "who attended sessions" for people."""
    words = predicate.split()
    if words and words[0].lower() in ("who", "that"):
        return " ".join(_clip(words, MOST_PREDICATE))
    had = False
    first_low = words[0].lower() if words else ""
    auxiliary = first_low in AUXILIARIES
    aimed = auxiliary and first_low in ("will", "would", "can", "could", "may", "should") and len(words) > 1
    aimed = aimed and words[1].lower() not in AUXILIARIES
    while words and words[0].lower() in AUXILIARIES:
        had = words[0].lower() in ("had", "has", "have")
        words = words[1:]
        while words and words[0].lower() in ("now", "also", "still", "each", "all", "then"):
            words = words[1:]
    words = _clip(words, MOST_PREDICATE)
    while len(words) > 1 and words[-1].lower() in _TRAILING:
        words = words[:-1]
    if not words:
        return ""
    if aimed and people and first_low in ("can", "could"):
        return f"who {first_low} " + " ".join(words)
    if aimed:
        return "to " + " ".join(words)
    if had and len(words) > 1 and words[0].lower() in _EARLIER and words[1].lower() == "been":
        return ("who had " if people else "") + " ".join(words)
    if people and had and _is_participle(words) and words[0].lower() not in PARTICIPLES.values() and _acts_on(words):
        return "who had " + " ".join(words)
    if had and not _is_participle(words):
        return "with " + " ".join(words)
    object_ = words[1].lower() if len(words) > 1 else ""
    if (
        not auxiliary
        and people
        and object_
        and (object_ not in PREPOSITIONS | _MANNERS or object_ == "that")
        and first_low not in _DONE_TO
        and not first_low.endswith("ing")
    ):
        return "who " + " ".join(words)
    finite = PARTICIPLES.get(first_low, first_low) != first_low or (first_low in VERBS and not first_low.endswith("ed"))
    if PARTICIPLES.get(first_low) == first_low and object_ in PREPOSITIONS:
        # "80% of calls met within an hour": what was done to them
        finite = False
    if not auxiliary and not people and finite:
        return "that " + " ".join(words)
    return " ".join(words)


# Words that lead to what was cut away: "attended the day held on 15 July".
_TRAILING = words_of("held run launched published taking place dated ending covering starting beginning")


_EARLIER = words_of("previously already ever never recently once")
# Words after a participle that are not its object: "offenders convicted again".
_MANNERS = words_of("again twice successfully previously together safely")
# Participles that tell what was done to people: "offenders convicted this year".
_DONE_TO = words_of(
    "identified assessed accepted nominated selected referred considered convicted arrested charged sentenced"
    " prosecuted housed rehoused detained remanded cautioned evicted"
)


def _acts_on(words: list[str]) -> bool:
    """Whether a participle has an object ("changed their route"): then people did it, it was not done to them."""
    return len(words) > 1 and words[1].lower() in ("their", "the", "a", "an", "his", "her", "its")


def _is_participle(words: list[str]) -> bool:
    first = words[1] if words[0].lower() == "not" and len(words) > 1 else words[0]
    low = first.lower()
    if low in DETERMINERS or low in ("no",):
        return False
    following = words[words.index(first) + 1].lower() if words.index(first) + 1 < len(words) else ""
    return (low.endswith("ed") and not is_plural(following)) or low in set(PARTICIPLES.values()) or low == "been"


def _clip(words: list[str], most: int) -> list[str]:
    """At most so many words; a longer stretch is cut before its last joining word: no piece of a phrase stays."""
    if len(words) > most:
        joins = [n for n, word in enumerate(words[: most + 1]) if n > 1 and word.lower() in _JOINTS]
        words = words[: joins[-1]] if joins else words[:most]
    if words and re.search(r"['’]s?$", words[-1]):
        # "attended Westford Council's 4 sessions": the owner goes with what is owned
        words = words[:-1]
        while len(words) > 1 and words[-1][:1].isupper():
            words = words[:-1]
    while (
        words
        and not _PHRASAL.search(" ".join(words[-2:]))
        and (words[-1].lower().strip(",") in DANGLING - {"up", "out"} or re.search(r"['’]s?$", words[-1]))
    ):
        words = words[:-1]
    if words:
        words = [*words[:-1], words[-1].strip(",;:.")]
    return words


# Verbs and their particles, which end a phrase well: "children looked after".
_PHRASAL = re.compile(
    r"\b(?:looked after|moved on|signed up|followed up|taken up|dealt with|worked with|cared for)$", re.I
)
_JOINTS = PREPOSITIONS | words_of("and or of for")


_NAME = re.compile(
    r"\b(?:[A-Z][\w'’&-]*|[A-Z]{2,})(?:\s(?:(?:of|and|the|of the|&|de|(?:(?<=Office )|(?<=Centre"
    r" )|(?<=Institute )|(?<=Forum )|(?<=Department )|(?<=Unit )|(?<=Network ))for)\s)?(?:[A-Z][\w'’&-]*"
    r"|\([A-Z][A-Za-z&-]+\)))*(?:\s\([A-Z][A-Za-z&-]+\))?"
)


def proper_name(text: str) -> str:
    """The first run of capitalised words that names a service or body: at least two words or an abbreviation."""
    for match in _NAME.finditer(text):
        name = match.group()
        words = name.split()
        if match.start() == 0 or text[: match.start()].rstrip()[-1:] in ".:;":
            # the first word of a sentence is capitalised anyway
            while words and words[0].lower() in PREPOSITIONS | DETERMINERS | {
                "of",
                "and",
                "most",
                "some",
                "there",
                "it",
            }:
                words = words[1:]
        name = " ".join(words)
        if not words:
            continue
        abbreviation = any(re.fullmatch(r"\(?[A-Z][A-Z&-]{1,}[a-z]?\)?", word) for word in words)
        if abbreviation or (len(words) >= 2 and not re.fullmatch(r"[A-Z][a-z]+ \d+", name)):
            return name
    return ""


def capital(text: str) -> str:
    """The text with a capital at its beginning, the rest as printed."""
    return text[:1].upper() + text[1:]


def counts_people(noun: str, head: str) -> bool:
    """Whether the phrase counts human beings."""
    words = noun.split(" of ")[0].lower().split()
    if words and words[-1].endswith("ed"):
        words.pop()
    return head in PEOPLE or any(word in PEOPLE for word in words[-1:])
