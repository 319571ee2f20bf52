"""Whether a title made from running text reads as the name of a measure, and what is tidied in it before.

In: the title and the breakdown of a naming, the board's place. Out: the title without the place that goes without
saying; whether a reader who meets it in a list can tell what is measured. A title that cannot is a sign that its
sentence was not understood: the figure then waits for a person.
"""

from __future__ import annotations

import re

from tracker.facts.sentence.word_kinds import kind_of
from tracker.facts.wording.calendar_words import MONTH
from tracker.facts.wording.word_lists import words_of

LONGEST_TITLE = 90
"""In characters: what a list of indicators shows in two lines on a phone. Names are made to fit into it."""
LONGEST_SHOWN = 125
"""A name that cannot be made shorter may have as many, three lines on a phone: better long than waiting. Found on the
papers of six boards: 14 figures more are shown, all but one of them right."""

_OPEN_ENDS = words_of(
    "the a an of for in on at by with from to as per and or but that which who whom whose where when than into within"
    " between during over under about across this these those its is are was were be been being has have had do did"
    " will would can could may should not just only also even their his her our your my so if while because against"
    " among through whether how what each every both either including plus via towards after before since until"
    " they he she we continue continued continues regarding concerning relating compared together mostly mainly"
    " notably least most living attending receiving involving using seeking"
    " experiencing awaiting containing requiring having being going"
    " there longer took ending leading rising falling making taking giving showing"
)
# "those who are signed up", "leaving their home to move on": a tail of these words belongs to a phrase.
_PARTICLES = re.compile(
    r"\d and (?:over|above|under)$|"
    r"\blook\w* after$"
    r"|\b(?:sign|follow|check|mov|step|pick|tak|look|carri|turn|start|brought|join|log)\w*\s(?:in|on|up|over)$"
    r"|\b(?:applied|asked|cared|paid)\sfor$"
    r"|\b(?:work|deal|dealt|engag|met|speak|spoken|help|assist|compli|agre|call|refer|look)\w*\s(?:with|for|on|to|at)$"
    r"|\bthose \w+ing$|^(?:before|after)$"
    r"|\b(?!(?:in|on|at|by|with|for|to|of|and|was|were|is|are|had|has|but|not|the|from)\s)[a-z]+ only$",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:(?<!that )there (?:is|are|was|were|has|have|had)"
    r"|(?:is|are|was|were|been) (?:informed|told|advised|noted|reminded)"
    r"|(?<!who )(?<!that )(?:has|have|had) been|it (?:is|was|has|had|had|will)"
    r"|(?<!who )(?:reported|advised|informed|noted|stated"
    r"|confirmed|explained|heard) that|respectively|year[- ]on[- ]year|to date|so far)\b",
    re.I,
)
_SPEAKER = re.compile(r"(?:^|:\s)(?:I|we|you|they|he|she|it|there|this|that|these|which|members were)\s", re.I)
PERSON = re.compile(
    r"\b(?:Councillor|Cllr|Chairman|Chairperson|Superintendent|Inspector|Sergeant|Mr|Mrs|Ms|Miss)\s[A-Z]"
)
# "63% felt safe and 8% very unsafe": the verb was said once, so the second title lacks it.
NO_VERB = re.compile(r"\bwho ((?:very|quite|fairly|rather|somewhat|extremely|un\w+)\b)", re.I)
# "Given advice", "Said that …": what is said of whom is not told.
NO_SUBJECT = re.compile(
    r"(?:Given|Told|Took|Gave|Lived|Knew|Thought|Could|Felt|Said|Got|Seen|Taken|Held|Found|Kept|Made|Had|Were|Was|Did|Went|Came|That|Who)\s"
    r"|[A-Z][a-z]+ed\s(?:the|a|an|to|that|as|with|in|by|from|for|their|they|on|at|more|less|very|safer|better|or|and|within|of|over|under)\b"
    r"|[A-Z][a-z]+ing\s(?:the|an?|their|this|his|her|its)\b"
    r"|(?:Resulting|Including|Leading|Leaving|Being|Having|Feeling|Saying|Leaving)\s"
)
_FINITE = re.compile(
    r"(?<!\bto )\b(?:is|are|was|were|has|have|had|will|would|could|should|must|does|did|aims?|fluctuates?|came|went"
    r"|rose|fell|became|ranged|resulted|accounted|represented|showed|shows|doubled|halved|equates|continues|remains|remained"
    r"|increased|decreased)\b",
    re.I,
)
_TIME = re.compile(
    rf"\b(?:(?:last|previous|prior|same|this|that|current|past|next) (?:\w+[- ])?(?:year|quarter|month|period|week)s?"
    rf"|(?:19|20)\d\d|at any (?:one |given )?time|(?:first|second) half|{MONTH} (?:19|20)?\d\d|over the year"
    rf"|in the (?:year|quarter|month"
    rf"|period)|since\s\w+|(?:in|on"
    rf"|during|of|by) {MONTH}\b|quarter (?:\d|one|two|three|four))\b",
    re.I,
)
_NO_BEGINNING = words_of(
    "involving relating concerning resulting"
    " and or but of than as for in on from by at after before during within per due because"
)
_NO_GROUP = re.compile(r"(?:was|were|did|had|is|are|has|have|do|does)?\s?(?:not)?", re.I)
_INSIDE = re.compile(
    r"(?:^|\s)(?:strongly agreed|tended to agree|who|whom|that|which|where|whose|saying|feeling|said|felt|agreed"
    r"|reported)\s.*$",
    re.I,
)


_WHEN_AT_END = re.compile(
    r"(?<=[a-z])\s(?:in|during|over|for|within|throughout) (?:the|this|that|each) "
    r"(?:whole |same |reporting |financial |calendar |last )?(?:year|quarter|month|period)$",
    re.I,
)
# "Figure for the number of Deaths in Primary Fires": what is counted says enough.
_HOW_MANY = re.compile(
    r"^((?:[^:]{3,60}:\s)?)(?:the\s)?(?:(?:overall|total|actual)\s)?(?:(?:figures?|totals?)\s(?:for|of)\s(?:the\s)?)?"
    r"(?:(?:overall|total)\s)?numbers?\sof\s(?:the\s)?(\w)",
    re.I,
)
_TAIL_VERBS = re.compile(r"\s(?:fluctuates?|remains?|continues?|varies|vary|stands?)$")


def tidy_title(title: str, place: str) -> str:
    """The title without "in <place>", as a tracker's own area goes without saying, without a verb at its end, and with
    the service that leads it shortened where the whole is too long for a list."""
    # a clause read in full may take its joint from both halves
    title = re.sub(r"\b(as|of|to|for|in)(?:\s\1\b)+", r"\1", title)
    title = title[:1].upper() + title[1:]
    if title.count("“") > title.count("”"):
        title += "”"
    title = re.sub(r"\b(rates?) cohort$", r"\1", _TAIL_VERBS.sub("", title))
    title = re.sub(r"\s*\(\s*\)", "", _WHEN_AT_END.sub("", title))
    title = re.sub(r"^The (?=[a-z])(\w)", lambda match: match[1].upper(), title)
    title = _HOW_MANY.sub(lambda match: match[1] + match[2].upper(), title)
    title = re.sub(r"\sand no [a-z]+$", "", title)
    title = re.sub(r"\s(?:of|among|out of) the (?:\w+ )?(?:districts|boroughs|areas|forces|authorities)$", "", title)
    if place:
        title = _without_area(title, place)
    service, colon, rest = title.partition(": ")
    if colon and len(title) > LONGEST_TITLE:
        known = re.search(r"\(([A-Z][A-Z&-]+[a-z]?)\)$", service)
        short = f"{known[1]}: {rest}" if known else rest[:1].upper() + rest[1:]
        # "Staff who were trained: said that …": without those who said it, it would name nothing
        title = short if len(short.split()) > 2 and not NO_SUBJECT.match(short) else title
    return title


def _without_area(title: str, place: str) -> str:
    own = rf"(?:the\s)?(?:(?:london\s)?borough of\s)?{re.escape(place)}"
    # "For burglary Westford's detection rate" is the detection rate for burglary
    turned = re.match(rf"For ([^:]+?) {own}['’]s ([^:]+?)(?=:|$)(?:: \1)?", title)
    if turned:
        title = f"{turned[2]}: {turned[1]}{title[turned.end() :]}"
    title = re.sub(rf"(^|:\s){own}(?:['’]s)?\s(?=(?-i:[a-z]+)\s)(?!and\b|of\b)", r"\1", title, flags=re.I)
    title = title[:1].upper() + title[1:]
    short = re.sub(rf"\s(?:in|within|across)\s{own}(?!['’\w]|\s(?-i:[A-Z]))", "", title, flags=re.I).strip(" ,")
    return short if re.search(r"[A-Za-z]{3}", short) else title


# Words for a time, an amount or what was told before: a title of nothing else names no measure.
_SAYS_NOTHING = words_of(
    "the a an of in on at for by with from to as than per and or but over under between within against up down during"
    " since until after before about around nearly almost only just some more less most all each every both"
    " same previous prior preceding last past next current latest corresponding equivalent comparable earlier ago first"
    " second third fourth final whole full financial calendar reporting annual quarterly monthly"
    " year years quarter quarters month months week weeks day days period periods time point stage date now then"
    " one two three four five six seven eight nine ten eleven twelve half halves thirds quarters fifth fifths"
    " there it they this that these those them which who was were is are be been being has have had such so"
    " figure figures number numbers total totals comparison contrast compared change increase decrease rise fall"
    " january february march april may june july august september october november december spring summer autumn winter"
)
_LEANS = re.compile(r"\bthere$|^such\s", re.IGNORECASE)


def names_something(title: str) -> bool:
    """Whether a title has a word for what is measured: "In the same 3 month period there" has none."""
    words = re.findall(r"[a-z]{2,}", title.lower())
    return _LEANS.search(title) is None and any(word not in _SAYS_NOTHING for word in words)


def reads_as_name(title: str) -> bool:
    """Whether a title names a measure: no sentence, no loose end, no time, not too long."""
    if ": " not in title and not any(
        kind_of(word) in ("noun", "ing") for word in re.findall(r"[A-Za-z][\w'’-]*", title)
    ):
        # "Afterwards", "Charged": nothing is named
        return False
    if not title or len(title) > LONGEST_SHOWN or not names_something(title):
        return False
    if _SPEAKER.match(title) or any(sign.search(title) for sign in (_TOLD, PERSON, _TIME, NO_VERB)):
        return False
    if re.search(
        r"\b(?:together|combined|between them|respectively|(?:one|some|all|most|each|of) of (?:which|whom)"
        r"|(?:who|that) (?:after|before|during|in|at|on|of|who|that))\b",
        title,
    ):
        return False
    for piece in title.split(": "):
        words = piece.split()
        if not words or (words[-1].lower().strip(",;.()'’\"") in _OPEN_ENDS and not _PARTICLES.search(piece)):
            return False
        if re.search(r"s related$|^(?:people|residents|adults|children|men|women) died$", piece, re.I) or re.match(
            r"not (?!known\b|recorded\b|stated\b|\w+ed\b|\w+ing\b)[a-z]+", piece
        ):
            # "… related", "not offend within six months": a clause without its verb
            return False
        if words[0].lower() in _NO_BEGINNING or not re.search(r"[A-Za-z]{2}", piece):
            return False
        if re.search(r"\b[A-Z][a-z]+ it$", piece) or _FINITE.search(_INSIDE.sub("", piece)):
            return False
    return title.count("(") == title.count(")")


def reads_as_group(group: str) -> bool:
    """Whether a part's name says which part it is: "not crimed" does, "were not" does not."""
    words = group.removesuffix(" only").split()
    if re.fullmatch(r"(?:\w+\s)?(?:them|these|those|which|whom)", group):
        return False
    if not words or _NO_GROUP.fullmatch(group) or words[0].lower() in ("and", "or", "but", "than"):
        return False
    return words[-1].lower().strip(",;.") not in _OPEN_ENDS or _PARTICLES.search(group) is not None
