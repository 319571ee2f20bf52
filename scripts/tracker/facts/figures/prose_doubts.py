"""Signs in a sentence that a figure may not be what its name says: the figure then waits for a person.

In: the sentence, one of its numbers, the name and period found for it. Out: whether a careful reader would doubt.
Each sign is a habit of boards' prose that the finder of names does not follow: a place of its own told before the
number, what is estimated or still to come, who of several did the thing, posts that are filled or vacant.
"""

from __future__ import annotations

import re

from tracker.facts.figures.inherited_names import only_money, speaks_of_another
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.place_doubts import of_another_place, of_smaller_place
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.standing import standing
from tracker.facts.wording.word_lists import COUNTED, CRIME_UNITS, PEOPLE, words_of

# What is hoped, reckoned or still to come is no result; where it says what it is, it has a mark.
_NOT_DONE = re.compile(
    r"\b(?!will have an? (?:impact|effect|influence|bearing)\b)"
    r"(?:(?:is|are|was|were|be) (?:expected|projected|forecast|anticipated|predicted|planned|scheduled|hoped"
    r"|due|costed)|would (?:be|have|cost|need|mean|allow)|could (?:be|have)|will (?:generally|usually|often"
    r"|typically|normally|be|have|cost|need|mean"
    r"|allow|provide|fund)|we (?:expect"
    r"|anticipate)|based on (?:the\s)?(?:national|census|prevalence)|if (?:the|this|all|every))\b"
    r"|^\W*(?:Options?|Proposals?)\b",
    re.I,
)
# A person's word of what had been done so far is of no time.
_SO_FAR = re.compile(r"\b(?:mentioned|said|added)\sthat\b.*\bso far\b|\b[Ff]rom memory\b")
# "each case took on average 34 hours": of each, which the name does not say.
_EACH_TOOK = re.compile(r"\beach\s\w+\s(?:took|takes|cost|costs|received|had|has|needs|needed)\b")
# "our group of 15 partnerships": how large a group is, is no figure of the board's work.
_GROUP_OF = re.compile(r"\b(?:[Gg]roup|family|panel|team|set|list|pool)\sof\s(?:the\s|some\s|about\s)?$")
_POSTS = words_of("posts roles pcs officers constables pcsos ftes")
_IN_POST = re.compile(
    r"\b(?:posts?|vacan\w+|establishment|recruit\w*|in post|staffing|full[- ]time|part[- ]time)\b", re.I
)


_PUBLISHED = re.compile(r"\b(?:media|facebook|twitter|instagram|online|campaign|shared|views)\b", re.I)


def is_no_result(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether a number is hoped for, asked about or advised by others, whatever its name says: no result of the
    board's."""
    lead, clause = _round(sentence, mention)
    return (
        (_NOT_DONE.search(clause) is not None and not _says_what_it_is(sentence, mention, naming))
        or _SO_FAR.search(clause) is not None
        or _says_two_ways(sentence, mention)
        or _asked(lead)
        or any(sign.search(lead) for sign in (_AS_ADVISED, _TARGETS_OF, _LOST_BY))
        or re.match(r"[^.;]{0,40}\brespectively\b", sentence[mention.end :]) is not None
    )


def _says_two_ways(sentence: str, mention: Mention) -> bool:
    """ "up to 150+ people": at most, or at least."""
    return sentence[mention.start : mention.end].endswith("+") and sentence[: mention.start].lower().endswith("up to ")


def _says_what_it_is(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether a figure is shown as a plan, a target or an estimate."""
    marked = any(key in ("measure", "plan") for key, _ in naming.breakdown)
    # "is expected to grow from 389,000": where it starts is known
    known = re.search(r"\bfrom\s(?:about\s|around\s|just\s)*$", sentence[: mention.start]) is not None
    # "35% said that they would be confident": what people say of themselves is an answer
    known = known or any(_NOT_DONE.search(value) for key, value in naming.breakdown if key == "group")
    listed = _LISTED.search(sentence[: mention.start])
    # "… that nothing would be done (47%) and that it was too small (31%)": said of the first alone
    known = known or (listed is not None and _NOT_DONE.search(listed[0]) is None)
    known = known or (naming.measure == "share" and _SAID_OF_THEMSELVES.match(sentence, mention.end) is not None)
    return marked or known or standing(sentence, mention.start, mention.end) == "estimate"


_LISTED = re.compile(r"\)(?:,|\sand|,\sand)\s[^();.]*\($")
_SAID_OF_THEMSELVES = re.compile(
    r"(?:\sof\s[^,;.]{3,60}?)?\s(?:\w+ly\s)?(?:said|felt|thought|believed|reported|told us|agreed|answered)"
    r"\s(?:that\s)?they\s"
)


def _round(sentence: str, mention: Mention) -> tuple[str, str]:
    """What stands before a number in its clause, and the clause itself."""
    clause_start = max((m.end() for m in re.finditer(r"[;:]\s|\.\s", sentence[: mention.start])), default=0)
    lead = sentence[clause_start : mention.start]
    stop = re.search(r"[;,:]\s|\.\s", sentence[mention.end :])
    tail = sentence[mention.end : mention.end + stop.start() if stop else len(sentence)]
    # what is joined on with "and" is said of something else
    return lead, lead + sentence[mention.start : mention.end] + re.split(r"\sand\s", tail)[0]


def _asked(lead: str) -> bool:
    """Whether the words before a number tell what a member asked."""
    return _ASKED.search(lead) is not None and _WHEN_ASKED.search(lead) is None


def is_doubtful(sentence: str, mention: Mention, naming: Naming, place: str) -> bool:
    """Whether the sentence holds a sign against the naming of this number."""
    lead, clause = _round(sentence, mention)
    said = f"{naming.title} {' '.join(value for _, value in naming.breakdown)}".lower()
    known = re.search(r"\b[Tt]he\s$", lead) and re.match(
        r"\s\w+\s(?:(?:that|who|which)\s(?:have|had|has)|means|meant)\b", sentence[mention.end :]
    )
    if _NOT_DONE.search(clause) and not known and not _says_what_it_is(sentence, mention, naming):
        return True
    if _says_two_ways(sentence, mention) or _SO_FAR.search(clause) or _EACH_TOOK.search(lead) or _GROUP_OF.search(lead):
        return True
    if " per " not in naming.unit and re.match(
        r"\s[a-z]+\sper\s(?:person|head|worker|case|client|victim|child)\b", sentence[mention.end :]
    ):
        # "3.2 offences per person": an average whose name does not say so
        return True
    if (
        (_asked(lead) and not naming.carried)
        or _IN_WHICH.match(sentence, mention.end)
        or bare_rate(naming)
        or _share_of_nothing(naming)
        or _given_to(sentence, mention, naming)
    ):
        return True
    if (
        speaks_of_another(sentence, mention, naming)
        or _only_money(sentence, naming)
        or _AS_ADVISED.search(lead)
        or _TARGETS_OF.search(lead)
    ):
        return True
    if re.match(
        r"(?:\s\w+){0,2}\s(?:is|are|was|were)\s(?:still\s)?(?:needed|required|wanted)\b", sentence[mention.end :]
    ):
        return True
    if re.search(r"\bfor every (?!\d)", lead, re.I):
        # "for every woman offered a place another two were turned away": a proportion
        return True
    if (not_able := _NOT_ABLE.search(lead)) and not_able[1].lower() not in said:
        return True
    if _done_to(sentence, mention, naming) or _thin(sentence, mention, naming) or _LOST_BY.search(lead):
        return True
    if _cut_short(sentence, mention, naming) or of_another_place(sentence, mention, place, naming.title):
        return True
    if _not_all(sentence, mention, naming, lead) or _whose_rate(lead, naming):
        return True
    if ": " not in naming.title and _plans_through_these(sentence, naming):
        return True
    if " as a share of " not in said and of_smaller_place(lead, said, naming.unit, place):
        # a part that makes up a share is the clause's own subject
        return True
    planned = any(key == "plan" for key, _ in naming.breakdown)
    return (
        naming.unit in _POSTS
        and not planned
        and "vacant" not in said
        and _IN_POST.search(sentence) is not None
        and not _PUBLISHED.search(sentence)
    )


# "Its rate of 130.6", "Their share was 12%": of what the sentence before spoke of.
_WHOSE = re.compile(r"^\W*(?:Its|Their)\s(?:[a-z-]+\s){0,2}?(?:rate|share|proportion|figure|total|number|average)\b")


def _whose_rate(lead: str, naming: Naming) -> bool:
    """Whether a number is told of "it" and its title does not say of what."""
    return _WHOSE.match(lead) is not None and ": " not in naming.title.removesuffix(": rate") and not naming.carried


def _cut_short(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether the last words of a title run straight into another number: "sought help 5 times"."""
    words = [w for _, value in naming.breakdown for w in value.split()] or naming.title.split()
    if len(words) < 3 or not _TIMES.search(sentence, mention.end):
        return False
    tail = r"\W+".join(map(re.escape, words[-2:]))
    return re.compile(tail + _TIMES.pattern).search(sentence, mention.end) is not None


_TIMES = re.compile(r"\s(?:at least\s|over\s|about\s)?\d[\d,.]*\s(?:times|occasions|hours|days|weeks)\b")


# "the range of 28% to 40% recommended by …", "14 arrests made during Operation Ash", "refuge places for 3 adults"
_ADVISED = re.compile(r"\s(?:recommended|advised|suggested|prescribed)\sby\b")
_IN_OPERATION = re.compile(
    r"\s(?:\w+\s){0,2}(?:made\s)?(?:during|as part of|under|through)\s(?:the\s)?(?:Operation|Project)\b"
)
_ROOM_FOR = re.compile(
    r"\b(?:places?|spaces?|beds?|rooms?|units?|accommodation)\b[^.;]{0,25}\sfor\s(?:(?:\d+|\w+)\s\w+\sand\s)?$"
)


def _not_all(sentence: str, mention: Mention, naming: Naming, lead: str) -> bool:
    """Whether the words round a number narrow it in a way that its title does not say."""
    after = sentence[mention.end :]
    if _ADVISED.match(after) or (
        mention.side == "lower" and re.match(r"\s?(?:to|-|–|and)\s?[\d.]+%?" + _ADVISED.pattern, after)
    ):
        return True
    if naming.breakdown or naming.measure != "count":
        return False
    if _IN_OPERATION.match(after) and "peration" not in naming.title:
        return True
    if naming.unit in PEOPLE and _ROOM_FOR.search(lead):
        return True
    return (
        naming.title.lower() in ("cases", "incidents", "instances", "occasions")
        and re.search(r"\bin\s$", lead) is not None
    )


def _plans_through_these(sentence: str, naming: Naming) -> bool:
    """ "Through these, up to 150 people will be trained": by what, the title does not say."""
    planned = any(key == "plan" for key, _ in naming.breakdown)
    return planned and re.match(r"\W*(?:Through|At|From|By|With|Under)\s(?:these|those|them)\b", sentence) is not None


# What a crime cost its victims is told in many ways; none is a cost of the board's.
# "was unable to house a further 57 women": those whom it did not house, which the name must say.
_NOT_ABLE = re.compile(
    r"\b(unable|not able|could not|cannot|refus(?:ed|ing)|turn(?:ed|ing) away|declined)\b[^,;.]{0,60}$", re.I
)
_LOST_BY = re.compile(
    r"\bcosts?\s(?:victims|residents|businesses|people|taxpayers|society|employers"
    r"|the (?:economy|public|borough|nhs|country|nation|state|police|taxpayer))\b"
    r"|\b(?:each|every)\s£1\b|^\W*(?:Each|Every)\s$",
    re.I,
)
# "the borough's 112 schools": how many there are, whoever the sentence speaks of.
_OF_THE_PLACE = re.compile(r"\b(?:borough|city|county|district|town)['’]s\s$")


# "housing (31%), legal matters (24%)": the last word of the label after this one.
_NEXT_LABEL = re.compile(r"\s?\)(?:,|\s(?:and|or)\s)[^()]*?([\w’'-]+)\s\([\d.]+%")
# What people are reached or helped by: "Partnership training: participants" says enough.
_DOES_SOMETHING = re.compile(
    r"\b(?:[Tt]rainings?|[Ww]orkshops?|courses?|programmes?|schemes?|services?|teams?|projects?|clinics?"
    r"|groups?|webinars?|network"
    r"|conference|events?|refuges?|sessions?|panel)\b|[A-Z][A-Z]|\s[A-Z]",
)


# "SafeLives expects between 28% and 40%": what others hold for right is no result of the board's.
_AS_ADVISED = re.compile(
    r"\b(?:expects?|recommends?|suggests?|advises?)\s(?:that\s)?(?:a\s|an\s|the\s)?(?:\w+\s){0,3}?(?:of\s"
    r"|between\s|from\s)?"
    r"(?:[\d.%]+\s(?:and|to)\s)?$"
)
# "212 doors, 48 columns and 3 cameras against targets of 200, 50 and 4": which is whose is not followed.
_TARGETS_OF = re.compile(r"\btargets\s(?:of|were|are)\s[^;.]*$")
# A member's question tells a number without its time or source.
_ASKED = re.compile(r"\b(?:asked|queried|enquired|questioned)\b(?!\sfor\s)")
# "When asked what would help, 44% chose …": those who were asked have answered
_WHEN_ASKED = re.compile(
    r"^\W*(?:[Ww]hen|[Ii]f|[Oo]f (?:those|people|residents))\s(?:they were\s)?asked\b|\bwere asked\b"
)
# "318 applications in which abuse was the main reason": which of them is told after the name.
_IN_WHICH = re.compile(r"\s(?:[\w’'-]+\s){1,4}(?:in which|for which|where)\s")
_BARE_RATE = re.compile(
    r"(?:(.*): )?(?:arrest|charge|detection|conviction|(?:positive )?outcome|solved|attrition) rate", re.I
)
# "tags were fitted to 17 offenders": what was done to them is not in the words after the number.
_DONE_TO = re.compile(
    r"\b([a-z]+(?:ed|en|ent|ade))\s(?:to|by|on|with)\s(?:about\s|over\s|some\s|around\s|a total of\s|at least\s)?$"
)
_SO_MANY_PEOPLE = words_of("young older local council other more new")


def _only_money(sentence: str, naming: Naming) -> bool:
    return (
        not naming.breakdown
        and only_money(sentence, naming)
        and not _DOES_SOMETHING.search(naming.title.rpartition(": ")[0])
    )


def _only_people(name: str) -> bool:
    words = name.lower().split()
    return words[-1] in PEOPLE | {"visitors"} and (len(words) == 1 or (len(words) == 2 and words[0] in _SO_MANY_PEOPLE))


# "gave in-depth help to 1,406": what was given them stands before the number.
_GIVEN_TO = re.compile(
    r"\b(help|support|advice|assistance|information|guidance|grants?|awards?|care|shelter)\sto\s(?:over\s|about\s)?$"
)


def _given_to(sentence: str, mention: Mention, naming: Naming) -> bool:
    given = _GIVEN_TO.search(sentence[: mention.start])
    return given is not None and given[1] not in naming.title.lower()


def _share_of_nothing(naming: Naming) -> bool:
    """Whether a share is called by one bare noun ("Police made up 31%"): of what is not told."""
    bare = (
        naming.measure == "share"
        and not naming.breakdown
        and re.fullmatch(r"(?:The\s)?[A-Za-z-]+(?:\s[a-z-]+)?", naming.title)
    )
    return bool(bare) and (" " not in naming.title or _SAYS_HOW.search(naming.title) is None)


_SAYS_HOW = re.compile(
    r"rate|satisf|confiden|occupan|attend|complet|complian|coverage|turnout|retention|poverty|employment|ratio"
    r"|score|ed\b|ing\b",
    re.I,
)


def bare_rate(naming: Naming) -> bool:
    """Whether a rate of outcomes is not said to be of any crime ("Justice: charge rate")."""
    bare = _BARE_RATE.fullmatch(naming.title)
    return bare is not None and not set((bare[1] or "").lower().split()) & _SAYS_CRIME


_SAYS_CRIME = frozenset(CRIME_UNITS) | COUNTED | {"abuse", "stalking", "rape", "violence", "arson"}


def _done_to(sentence: str, mention: Mention, naming: Naming) -> bool:
    done = _DONE_TO.search(sentence[: mention.start])
    owner, colon, rest = naming.title.rpartition(": ")
    bare = naming.unit in PEOPLE or rest.lower() == naming.unit
    if done is None or naming.same or not bare or naming.breakdown or done[1] in naming.title.lower():
        return False
    return not colon or not _DOES_SOMETHING.search(owner)


def _thin(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether a title is a bare noun under a name that the sentence does not say ("Substance misuse: people"), or
    runs over a bracket that parts it ("housing legal matters" of "housing (31%), legal matters (24%)")."""
    owner, colon, rest = naming.title.rpartition(": ")
    if _OF_THE_PLACE.search(sentence[: mention.start]) and " in the " not in naming.title:
        return True
    if rest.lower() == "amount" and not naming.breakdown:
        return True
    if (
        colon
        and (_only_people(rest) or rest.lower() == "amount")
        and not any(key in ("plan", "group") for key, _ in naming.breakdown)
        and owner.split(",")[0].lower() not in sentence.lower()
        and not _DOES_SOMETHING.search(owner)
        and not re.match(r"\s[a-z]+\sof\s", sentence[mention.end :])
    ):
        return True
    following = _NEXT_LABEL.match(sentence, mention.end)
    return following is not None and following[1].lower() in rest.lower().split()
