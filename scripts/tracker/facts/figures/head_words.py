"""What the heads and labels of tables say by their words alone: versions, ranks, groups of people, what was done.

In: heads and labels as printed. Out: patterns that tell what sort of head it is, and names put together from a head and
what its table is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import takewhile

from tracker.facts.figures.line_record import Line
from tracker.facts.sentence.lexicon import PARTICIPLES, PAST_OR_PARTICIPLE
from tracker.facts.wording.counted_words import COUNTED
from tracker.facts.wording.measure_words import counted_noun, is_generic
from tracker.facts.wording.word_forms import in_line, is_plural
from tracker.facts.wording.word_lists import CRIME_UNITS

VERSION = re.compile(
    r"(?:revised\s+|original\s+|final\s+)?(?:actuals?|budget(?:ed)?|outturn|forecast|spend|result|baseline)",
    re.IGNORECASE,
)
OF_CRIME = frozenset(
    ["offences", "crimes", "incidents", "cases", "reports", "calls", "victims", "thefts", "burglaries", "robberies"]
)
# "Offences involving a knife" over kinds of offences: not all of each kind.
NARROWED = re.compile(
    rf"\b(?:{'|'.join(sorted(OF_CRIME))})\s+(?:(?:recorded|reported|flagged|committed)\s+)?"
    r"(?:involving|against|where|which|that|resulting|linked|related|motivated|aggravated|with|at|on|near|committed|flagged)\s+\w",
    re.IGNORECASE,
)
# Answers that surveys offer.
ANSWER = re.compile(
    r"(?:(?:strongly|tend\s+to|very|fairly|quite|slightly|a\s+bit|not\s+at\s+all|neither)\b.*|agree|disagree|satisfied|dissatisfied|safe"
    r"|unsafe|yes|no|don[’']?t\s+know|not\s+sure|prefer\s+not\s+to\s+say|no\s+opinion)",
    re.IGNORECASE,
)
PLAIN_VALUE = re.compile(
    r"(?:current|latest|actual|result|value|performance|figure|data|outturn)s?(?:\s+(?:data|value|figure|performance|result|position))?",
    re.IGNORECASE,
)
UNIT_AFTER = re.compile(r"\s*\((?:%|£|number|no\.?|count|#)\)\s*$", re.IGNORECASE)
UNNAMED = "Figures by "
"""How the name begins of figures whose table does not say what they count: they are not shown as fact."""
# A table with more rows than this is no list of measures with nothing said above it.
LONG = 12
# Heads of labels that say which part of a whole a row is.
OF_PARTS = re.compile(
    r"\b(?:wards?|areas?|neighbourhoods?|postcodes?|locations?|streets?|localit(?:y|ies)|boroughs?|districts?|schools?|estates?"
    r"|age|gender|sex|ethnicity|religion|groups?|months?|teams?|lsoas?)\b",
    re.IGNORECASE,
)
# "Outcome of referral", "Reason", "Source": rows below it are kinds of what the caption counts.
OF_KINDS = re.compile(
    r"(?:outcomes?|reasons?|sources?|methods?|relationships?|stages?|routes?|types?|kinds?)(?:\s+(?:of|for|to)\b.*)?$",
    re.I,
)
# "Victim group", "Category": rows below it are kinds of what is told above the table.
OF_GROUPS = re.compile(r"\b(?:groups?|categor(?:y|ies)|cohorts?|characteristics?|bands?)$", re.IGNORECASE)
MEASURED = re.compile(r"\b(?:number|rate|average|percentage|cost|value)\b|%|£", re.IGNORECASE)
WHOLE = re.compile(r"(?:grand\s+|overall\s+)?total\b", re.IGNORECASE)
# Heads of ranks that say nothing but out of how many, and among whom: "London rank (of 32)".
ONLY_RANK = re.compile(
    r"(?:(?:london|national|regional|county|force|msg|mps|overall|current|borough|most\s+similar|family|group|iquanta)\s+){0,3}(?:rank(?:ing|ed)?|position)"
    r"(?:\s*\(?\s*(?:in\s+\w+\s*)?(?:out\s+)?(?:of|/)\s*(?P<of>\d+)[\w\s]*\)?)?(?:\s+in\s+\w+)?"
    r"(?:\s*\(\s*1(?:st)?\s*(?:[=:–-]|is\b)[^)]*\))?",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"(?:=|joint\s+)?\d{1,3}(?:st|nd|rd|th)\s?=?", re.IGNORECASE)
# Groups of people, which part a number ("Female", "18 to 24", "Asian", "Not stated") and are no measures themselves.
PEOPLE = re.compile(
    r"(?:fe)?males?|(?:wo)?men|boys?|girls?|non[\s-]?binary|transgender|asian(?:\s+or\s+.*)?|black(?:\s+or\s+.*)?|white(?:\s+\w+)?|mixed(?:\s+.*)?"
    r"|(?:any\s+)?other(?:\s+ethnic.*)?|(?:not|un)\s?(?:known|stated|recorded|disclosed|specified)|prefer\s+not\s+to\s+say"
    r"|(?:aged?\s+)?(?:under\s+\d+|\d+\s*(?:[–-]|to)\s*\d+|\d+\s*(?:\+|(?:and|or|years\s+and)\s+(?:over|above|older)))(?:\s+years?)?"
    r"|(?:above\s+|below\s+|post[\s-]|pre[\s-])?(?:compulsory\s+)?school\s+age|adults?|children",
    re.IGNORECASE,
)
# So many columns of groups of people make the others of their table parts or wholes too.
PEOPLE_MIN = 2
# "All victims", "% of all victims", "% of total": the whole of what a table counts, or each part's share in it.
_ALL = re.compile(
    r"(?:all|total)\s+(?P<whom>[a-z ]+)|(?:%|per\s?cent(?:age)?)\s*(?:of\s+(?:the\s+)?(?:all|total)\b.*)?", re.I
)
PER = re.compile(r"\bper\s+(1,?000|10,?000|100,?000)", re.IGNORECASE)
COUNTS = re.compile(r"\b(?:numbers?|no\.|nos\.|count|volume|total|offences|cases|incidents)(?!\w)|#", re.IGNORECASE)
# Labels that say only in what a measure is given, not what of: "Number", "Rate per 100,000 10-17 population".
ONLY_COUNTS = re.compile(r"(?:total\s+)?(?:number|no\.?|count|volume|#)", re.IGNORECASE)
ONLY_RATE = re.compile(r"(?:crude\s+|annual\s+)?rate(?:\s+per\b|$|\s*\()", re.IGNORECASE)
# What surveys print beside their answers: the estimate itself, how sure it is, how many were asked; and, beside counts,
# how many people live there.
ESTIMATE = re.compile(r"(?:point\s+)?estimates?(?:\s*\(?%\)?)?", re.IGNORECASE)
PRECISION = re.compile(
    r"(?:\d\d(?:\.\d)?%\s+)?(?:(?:lower|upper)\b|confidence\s+(?:interval|limit)|CI\b|[LU]CL\b|margin\s+of\s+error)",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"(?:(?:un)?weighted\s+)?(?:base|sample)(?:\s+size)?\b|(?:number\s+of\s+)?respondents\b|n\s?=|(?:number\s+)?(?:asked|surveyed)\b",
    re.IGNORECASE,
)
PEOPLE_LIVING = re.compile(
    r"(?:(?:mid[\s-]?year|resident|estimated|total|adult)\s+)*(?:population|residents|households)\b", re.IGNORECASE
)
# Heads that end in the unit of what stands below them: "Budget £", "Estimate (%)".
IN_POUNDS = re.compile(r"£\s*\)?$")
IN_PER_CENT = re.compile(r"(?:^|[\s(])%\s*\)?$")
Breakdown = tuple[tuple[str, str], ...]


def units_of(name: str) -> frozenset[str]:
    """What a measure is counted in: by its own noun, and crimes by what crimes are recorded as."""
    return frozenset({counted_noun(name)} | {CRIME_UNITS.get(word, "") for word in name.lower().split()})


def is_whole(words: str, name: str) -> bool:
    """Whether a column's head says no more than that it holds all that the table counts, or shares in that."""
    match = _ALL.fullmatch(words.strip())
    return match is not None and (not match["whom"] or counted_noun(match["whom"]) in ("", counted_noun(name)))


# "Of which led to an enquiry", "of these, repeat": a part of what stands to the left of it or above.
PART_OF_ABOVE = re.compile(r"(?:of\s(?:which|whom|these|those|them))\b[\s,:–-]*(?P<part>\S.*)", re.IGNORECASE)


CENSUS = re.compile(r"\bcensus\b", re.IGNORECASE)
CENSUS_NAME = "Residents in the census"
# Heads that say what was done with what the table counts: "Issued", "Paid", "Referred for prosecution".
WHAT_WAS_DONE = re.compile(r"(?:\w{3,}ed|" + "|".join(sorted(PAST_OR_PARTICIPLE | PARTICIPLES)) + r")\b", re.IGNORECASE)
# Heads of so many words say what is measured, not of what.
SHORT = 2


# "% of searches": the share of a part in what the table counts.
SHARE_IN = re.compile(r"(?:%|per\s?cent(?:age)?|proportion|share)\s+of\s+(?:all\s+)?(?P<noun>\w+)", re.IGNORECASE)
# Heads of something else than numbers of what the table counts: "Payment rate", "Income".
SAYS_MEASURE = re.compile(
    r"(?<!at )\b(?:rate|income|cost|spend|value|average|avg|mean|median)s?\b(?!\s+of\b)", re.IGNORECASE
)


def counted_in(whole: str, noun: str) -> str:
    """What a name counts by a noun, where the noun ends it or a part of it: "Hate crime" of "Hate crime: outcomes" for
    "Crimes"; "" for none."""
    forms = "|".join((noun, noun.removesuffix("s"), noun.removesuffix("es")))
    match = re.search(rf"\b(?:{forms})(?=$|\s*[:,;(–])", whole, re.IGNORECASE) if noun.lower() in COUNTED else None
    return whole[: match.end()] if match else ""


_COUNT_BEHIND = re.compile(r"\s*(?:\bno\.?|\bnumber|\bcount|%|#)\W*$", re.IGNORECASE)
_JOINED = re.compile(r"\s+and\s+|\s*[,&]\s*", re.IGNORECASE)


# "Reports to the council", "Calls received from schools": who told whom, not what of.
_TOLD_WHOM = re.compile(
    r"(?P<noun>[a-z]+)(?:\s(?:made|reported|sent|passed|put|referred|received|taken|recorded|logged|dealt\swith|handled))?"
    r"\s(?:to|by|from)\s(?:the\s|our\s|a\s)?[a-z][\w'’ -]*",
    re.IGNORECASE,
)
# What somebody tells an office, whatever it is about.
_TOLD = frozenset({"reports", "calls", "contacts", "complaints", "requests", "enquiries", "notifications"})


def tells_whom(head: str) -> bool:
    """Whether a head counts reports, calls or incidents by who made or took them, and leaves what they were of to the
    caption; "Referrals to Harbour Services" names a service and says enough."""
    told = _TOLD_WHOM.fullmatch(head.strip())
    named = re.search(r"\s(?!Council|Police)[A-Z][a-z]+\s[A-Z]", head) is not None
    return (
        not named
        and told is not None
        and is_plural(told["noun"])
        and (is_generic(told["noun"]) or told["noun"].lower() in _TOLD)
    )


def of_whole(whole: str, head: str) -> str:
    """ "Penalty notices", "Payment rate" → "Penalty notices: payment rate"; "Grants given", "Grant (£)" → it alone."""
    said = UNIT_AFTER.sub("", head)
    if counted := counted_in(whole, said):
        return counted
    alone = _COUNT_BEHIND.sub("", said).strip().lower()
    if alone in (part.strip().lower() for part in _JOINED.split(whole)[:-1] + _JOINED.split(whole)[1:]):
        # "Leavers No." under "Starters and leavers"
        return said
    known = {word.lower().rstrip("s") for word in whole.split()}
    return whole if all(word.lower().rstrip("s") in known for word in said.split()) else f"{whole}: {in_line(said)}"


def done(whole: str, head: str) -> str:
    """ "Fixed penalty notices", "Paid" → "Fixed penalty notices paid"."""
    known = {word.lower() for word in whole.split()}
    if all(word.lower() in known for word in head.split()):
        return whole
    counted = counted_noun(whole)
    return f"{whole} {in_line(head)}" if counted and whole.lower().endswith(counted) else f"{whole}: {in_line(head)}"


def nearest(lines: Iterable[Line], line: Line, but: Callable[[str], object]) -> str:
    """The words of the last line before this one that has any, is no change and is not for ``but``; else ""."""
    before = takewhile(lambda other: other is not line, lines)
    named = [o.words for o in before if o.words and not (o.change or o.area) and not but(o.words)]
    return named[-1] if named else ""


def shortens(head: str, whole: str) -> bool:
    """Whether a head of some words says what is counted, and of it only what the whole says in more words."""
    said, of = (re.findall(r"[a-z]+", words.lower()) for words in (head, whole))
    return 1 < len(said) < len(of) and said[0] == of[0] and set(said) <= set(of)


_LEADS_ON = re.compile(r"\s(?:in|of|by|for|with|from|to|on|at|where|which|that|who)\b.*$", re.IGNORECASE)


def says_which_rows(topic: str, corner: str) -> bool:
    """Whether a caption says which rows a table has, nothing of what is counted: "Five busiest wards" over "Ward"."""
    kind = _LEADS_ON.sub("", topic).lower().split()[-1:]
    rows = corner.lower().split()[-1:]
    return bool(kind) and bool(rows) and kind[0] in (f"{rows[0]}s", re.sub("y$", "ies", rows[0]))
