"""Whether a figure's name can be understood by a reader who has only it: title, part and unit, without the sentence.

In: a sentence with its parse, one of its numbers and the naming that would be shown. Out: whether a reader would take
the figure for what the sentence says. He would not where the name runs into the next clause, leans on what was said
before, or holds another figure; where the number is the limit that others were measured by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.facts.figures.base_doubts import counts_another
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.title_cut import is_cut
from tracker.facts.figures.title_plain import WORD, counts_something, words_of_clauses
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.kinds_in_place import ABLE
from tracker.facts.sentence.lexicon import PRESENT
from tracker.facts.sentence.word_kinds import kind_of
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_lists import PEOPLE

# "by them", "at that time", "In numbers this is": who or what, only the text before tells.
_LEANS = re.compile(
    r"^(?:\S+\s){0,4}(?:them|these|those|this|which|whom)$|^(?:\S+\s){1,3}(?:in|on|up|with|from|about|for|of) it\b"
    r"|^(?:\S+\s){1,2}(?:who|that) (?:\S+\s)?(?:took|taken|take|made|did|do) (?:it|so)\b"
    r"|^\S+\s(?:(?!that\b)\S+\s)?(?:them|it)\s"
    r"|\bthat (?:time|point|stage|date|day)$"
    r"|\b(?:in|of|for) this [a-z]+$"
    r"|^(?:[\w:]+\s){0,3}(?:this|it|they) (?:is|was|are|were)\b"
    r"|^Expressed as\b|^(?:The )?(?:Figures?|Numbers?|Percentages?|Proportions?) for\b",
    re.I,
)
_IT = re.compile(r"([A-Za-z][\w'’-]*) it$")
# What others set is no result: "the range expected by SafeLives", "the national target".
_SET_BY_OTHERS = re.compile(
    r"\b(?:expected|recommended|advised|suggested) (?:by|in)\b"
    r"|\bnational (?:target|average|standard|benchmark|expectation)$"
    r"|\b(?:recommended|statutory|permitted|legal|advised"
    r"|suggested) (?:level|limit|target|standard|minimum|maximum|ratio)$",
    re.I,
)
# "Courses that rated the course good": only people say, think or feel.
_SAY_SOMETHING = re.compile(
    r"([A-Za-z]+)\sthat\s(?:had\s)?(?:rated|said|felt|agreed|thought|believed|knew|would recommend)\b"
)
_LOOSE_CLAUSE = re.compile(
    r"^Again\b|\b(?:had|has|have) (?:gone|come|been|become|seen|risen|fallen)$|\band for \w+$"
    r"|\b(?:the|current|latest) (?:current |latest )?figures?$|\baccounting$"
    r"|^(?:The )?(?:[Ll]ocal |[Oo]verall |[Cc]urrent |[Nn]ew )?"
    r"(?i:rate|number|total|figure|level|volume|share|percentage|proportion|average|value)s?$"
    r"|(?<!that )\bthere (?:were|was|are|is|have|has|had)\b(?! …)"
    r"|…\s(?:\w+\s)?target\b|\b(?:of|with|by|to|for|from|than|as|at|and|was|were|is|are): "
)
_DID_WHAT = re.compile(r"(?:[\w'’]+\s){1,2}(?:recorded|achieved|reported|noted|found|showed|had|met)")
_PREPOSED = re.compile(r"(?:to|that|who|which|with|in|at|across|of|by|among|between|within|throughout|per)\s", re.I)
_OWN_NUMBER = re.compile(
    r"\d,?\s(?:and|or)\s\d+$"
    r"|\b(?:aged?|ages|under|over|above|below|year|years|level|levels|tier|tiers|phase|stage|grade|group|step|steps"
    r"|key stage|part|wave|band|category|operation|priority|outcome|section|class|type|than|to|and|least|most|code"
    r"|covid|round|option|schedule|safer streets|plan|quarter|district|priorities|calls)[\s-]\d+\+?$",
    re.I,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
# What comes in parts of a whole: no count of other things has a decimal point.
_IN_PARTS = re.compile(
    r"year|month|week|day|hour|minute|second|post|fte|equivalent|mile|kilo|km|metre|tonne|litre|unit|point|acre|hectare"
    r"|per\s|score|time|worker|officer|staff|place",
    re.I,
)
_VERB_BETWEEN = re.compile(
    r"\b(?!aged\b)[a-z]+(?:ed|ing)\b|\b(?:drink|drank|lost|had|have|has|were|are|said|felt|spent|smoke|pay|took)\b"
)


def stands_alone(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether a reader who sees only title, part and unit takes the figure for what the sentence says."""
    if is_cut(sentence, mention, naming) or counts_another(sentence, mention, naming):
        return False
    return not any(
        doubt(sentence, mention, naming, found)
        for doubt in (
            _leans,
            _in_decimals,
            _holds_another,
            _runs_on,
            _is_limit,
            _part_unclear,
            _done_untold,
            _is_advised,
        )
    )


def _leans(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the title leans on words that it does not have."""
    owner, _, last = naming.title.rpartition(": ")
    if (
        _LEANS.search(naming.title)
        or _LEANS.search(last)
        or ((it := _IT.search(last)) and it[1] not in PRESENT and kind_of(it[1]) == "noun")
        or _SET_BY_OTHERS.search(naming.title)
    ):
        return True
    thing = _SAY_SOMETHING.match(last)
    if thing and naming.measure == "share" and thing[1].lower() not in PEOPLE and thing[1].lower() != "those":
        return True
    if naming.measure == "share" and _of_those_before(sentence.text, mention, naming.title, found):
        return True
    if naming.measure == "share" and kind_of(naming.title.split()[0]) in ("past", "have", "be"):
        # "Met the criteria": the share of whom is not told
        return True
    if _LOOSE_CLAUSE.search(naming.title) or (naming.measure == "share" and _DID_WHAT.fullmatch(naming.title)):
        return True
    if last.lower() == naming.unit.lower() and _IN_PARTS.match(naming.unit) and not owner:
        # "213 seconds": of what is not told
        return True
    if _PREPOSED.match(last) and "…" not in last:
        return not owner or not counts_something(owner)
    return False


_ACCOUNTS = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|ma(?:de|kes?|king) up|represent(?:s|ed|ing)?|compris(?:es|ed|ing))"
    r"\s(?:[a-z]+\s){0,2}$"
)
_OF_THOSE = re.compile(r"\sof\s(?:these|those|them|this|the total)\b(?!\s(?:who|that|[a-z]+ed)\b)")


def _of_those_before(sentence: str, mention: Mention, title: str, found: Sequence[Mention]) -> bool:
    """Whether a share is of what was told before ("made up one in five of these") and its title does not say."""
    if not _OF_THOSE.match(sentence, mention.end):
        return False
    if " share of " in title:
        # "Fires were 6% of calls, and arson four fifths of these": of the fires, not of all calls
        return any(other.sort == "share" and other.end < mention.start for other in found)
    return _ACCOUNTS.search(sentence[: mention.start]) is not None and ": " not in title


def _done_untold(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the title says only what there is where something could be done to it: "were able to access 16 houses in
    Linton and 12 in Garth" counts those, not the houses of the place."""
    at = sentence.at(mention.start)
    verb = next((n for n in range(at - 1, -1, -1) if sentence.sort(n) in ("verb", "mark")), -1)
    if verb < 1 or sentence.low_of_first(verb) != "to" or sentence.low(verb - 1) not in ABLE or naming.breakdown:
        return False
    return sentence.low(verb)[:4] not in naming.title.lower()


def _in_decimals(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether things that come whole are told in parts ("22.4 offences"): a rate or an average told as a count."""
    return (
        naming.measure == "count"
        and mention.sort == "count"
        and "." in mention.value
        and not mention.value.endswith(".0")
        and _IN_PARTS.search(naming.unit) is None
    )


def _holds_another(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the title holds another figure of the sentence, or ends in a number that names nothing."""
    last = naming.title.split()[-1] if naming.title else ""
    if last.isdigit() and not _A_YEAR.fullmatch(last) and not _OWN_NUMBER.search(naming.title):
        return True
    opens = re.match(r"[\d,.]+(?=\s)", naming.title)
    if opens and any(other is not mention and sentence.text[other.start : other.end] == opens[0] for other in found):
        return True
    return any(
        other is not mention and "%" in (said := sentence.text[other.start : other.end]) and said in naming.title
        for other in found
    )


def _runs_on(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the title takes a word that only a later clause has ("alley gates installed upgraded")."""
    before, later = words_of_clauses(sentence, mention)
    words = WORD.findall(naming.title.lower())
    if any(word in before for word in words) and any(word in later for word in words):
        return True
    twice = _DONE_TWICE.search(naming.title)
    return twice is not None and twice.group() not in sentence.text


# "a need engaged with" has but one verb
_DONE_TWICE = re.compile(r"\b[a-z]+(?<!e)ed [a-z]+ed\b")


def _is_limit(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the number is a limit that a share is told of: "38% lost at least 5% of their weight"."""
    if mention.qualifier not in ("over", "at least", "under", "at most", "up to"):
        return False
    before = [other for other in found if other.end <= mention.start]
    if not before or before[-1].sort != "share":
        return False
    between = sentence.text[before[-1].end : mention.start]
    return re.search(r"[;:,.]|\band\b|\bor\b|\bto\s", between) is None and _VERB_BETWEEN.search(between) is not None


# "above the recommended level of 460 cases": what others advise is no result.
_ADVISED = re.compile(
    r"\b(?:recommended|expected|advised|suggested|national|statutory)\s(?:[a-z]+\s){0,2}?"
    r"(?:levels?|numbers?|minimum|maximum|thresholds?|caseloads?|standards?|benchmarks?|limits?|range)\s"
    r"(?:of|is|was|at)\s(?:between\s|about\s|around\s|at least\s|up to\s)?(?:\d[\d,.]*%?\s(?:to|and)\s)?$"
)


def _is_advised(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether the number is the level that others advise or that holds for the nation."""
    return _ADVISED.search(sentence.text[: mention.start]) is not None


def _part_unclear(sentence: Sentence, mention: Mention, naming: Naming, found: Sequence[Mention]) -> bool:
    """Whether a part's name is an earlier value's, or holds another number."""
    groups = [value for key, value in naming.breakdown if key == "group"]
    title = naming.title.lower()
    return any(
        _MORE_OF_WHAT.match(group)
        or ((most := _EXTREME.search(group)) and _EXTREME.search(title) and most[1] not in title)
        for group in groups
    )


# "and two more are under way": more of the same, not of those told before; "the highest" is no part of "the lowest".
_MORE_OF_WHAT = re.compile(r"(?:more|another|a further|others?)\s(?:is|are|was|were|being|had|have)\b", re.I)
_EXTREME = re.compile(r"\b(highest|lowest|most|least|largest|smallest)\b", re.I)
