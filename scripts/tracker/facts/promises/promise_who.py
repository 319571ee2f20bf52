"""Who acts in a promise: the subject of its verb, the name before "to circulate", the name at an action's end.

In: the words of a clause. Out: the name or body as printed, "" where the clause does not say.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_words import IMPERATIVE

_NAMED_TO = re.compile(
    r"^(?!(?:RESOLVED|AGREED|NOTED|Resolved|Agreed|It|He|She|They|Subject|Due|According|Thanks|Prior|Next"
    r"|In order|Continue"
    r"|Work|Aim|Seek)\b)"
    r"(?P<who>(?:(?:The|the|and|of|for|&|/)\s+|[A-Z][\w'’&./-]*,?\s+){1,8}?)to\s+(?!(?:the|a|an|date|be)\b)[a-z]"
)
_VERB = re.compile(
    r"\s(?:will|shall|is|are|has|have|plans?|intends?|agreed|agrees|aims?|wants?|hopes?|seeks?|should|may|could"
    r"|must|pledges?|promises?|undertakes?|commits?|would|was to|were to|means|undertook)\b"
)


_WHEN_FIRST = re.compile(
    r"^(?:Over|During|In|By|From|from|At|Within|Throughout)\s(?:the\s)?(?:[\w-]+\s){0,3}?"
    r"(?:years?|months?|quarters?|weeks?|period|\d{4}(?:[/–-]\d{2,4})?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{4})?\s"
)


# What may stand before the one who acts: "Subject to funding, the team …", "To achieve this, the council …".
_AROUND_FIRST = re.compile(
    r"^(?:Subject to|To|As|With|In|By|From|Over|During|Following|Through|Within|Building|Where|When|Once|After"
    r"|Alongside|Working|Under|At|On|For|Between|Together|Until|Since|Given|Recognising|Using)\b"
)


# "Our Housing Team will …"
_OUR = re.compile(
    r"^[Oo]ur\s(?P<who>(?:[\w'’&-]+\s){0,4}?(?:[Tt]eams?|[Uu]nit|[Ss]ervices?|[Oo]fficers?|[Pp]artners|[Ww]ardens"
    r"|[Gg]roup|[Bb]oard))\s"
    r"(?:will|are|is|plans?|have|has)\b"
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn"
    r"|Winter|Q\d)"
)
# "The strategy will be monitored by the Safer Town Board": the one who acts stands after "by".
_BY = re.compile(
    r"\b(?:will|is to|are to|to|being)\s(?:be\s)?(?:\w+\s){0,2}?\w+(?:ed|en|n|d)\sby\s(?:the\s|a\s|our\s)?"
    rf"(?P<who>(?:(?!{_MONTHS}\b)[A-Z][\w'’&/-]*+)(?:\s(?:(?:of|and|for|the|&)\s)?[A-Z][\w'’&/-]*+){{0,7}}+)"
    r"(?!\s?\d)"
)
# What acts for nobody: who does it is not said.
_THING = re.compile(
    r"\b(?:meetings?|sessions?|training|reports?|plans?|strateg(?:y|ies)|post|reviews?|contracts?|data|polic(?:y"
    r"|ies)|campaigns?|funding"
    r"|frameworks?|audits?|pilots?|events?|conferences?|forums? meeting|results|findings|toolkits?|protocols?"
    r"|assessments?|dashboards?"
    r"|updates?|surveys?|consultations?|charter|website|workshops?|progress|response|letters?|e-?mail|details?"
    r"|information|figures|presentations?|briefings?|papers?|copies"
    r"|priorit(?:y|ies)|focus|aims?|objectives?|work|activit(?:y|ies)|efforts?|there|discussions?|interviews?"
    r"|survey|arrangements|measures|evaluations?|programmes?|builds?|schemes?|systems?|cameras?)$",
    re.IGNORECASE,
)


# "The Housing Trust signed the charter, and will …": who did the one does the other.
_DID_AND = re.compile(
    r"^(?!(?:He|She|They|It|This)\b)(?P<who>(?:[A-Z][\w'’&-]*\s|(?:of|and|for"
    r"|the)\s(?=[A-Z])){1,8})(?!and\b)(?:[a-z]+ed|meets|oversees|leads|runs|holds|works|chairs|manages"
    r"|monitors)\s.*[\s,](?:and|but)$"
)


# "the Director said that the team would …": who is said to act, or the one who said it where that is "he" or "they"
_SAID = re.compile(
    r"\b(?:said|agreed|advised|noted|confirmed|reported|stated|explained|informed(?: \w+){0,3}|announced|added"
    r"|requested"
    r"|asked|assured(?: \w+){0,3}|indicated|pledged|clarified|outlined|proposed|recommended|resolved|RESOLVED|AGREED"
    r"|Resolved|Agreed)[\s:–—-]+(?:[Tt]hat\s)?(?P<who>(?!to\b|by\b|it\b)[^;:.]{1,120}?)\s"
    r"(?:also\s|now\s|then\s|jointly\s)?(?:would|will|was to|were to|is to|are to|should)\b"
)
# "proposed that the Housing Team carry out a review"
_URGED = re.compile(
    r"(?:^(?:\(?\w{1,3}[.)]\s)?|\b(?:proposed|agreed|requested|recommended|resolved|RESOLVED|AGREED|Resolved"
    r"|Agreed)[\s:–—-]+)[Tt]hat\s"
    r"(?:the\s)?(?P<who>(?:[A-Z][\w'’&/.-]*\s(?:(?:of|and|for)\s(?:the\s)?(?=[A-Z]))?){1,7}|officers\s)"
    r"(?!(?:of|for|and|in|to|is|was|are|were|would|will|should|has|had|have)\b)[a-z]+\b"
)
_BODY = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:(?:[\w-]+ ){0,3}?(?:sub-?)?(?:groups?|teams?|services?|panels?|units?|officers?"
    r"|police|trusts?)$"
    r"|(?:[Cc]ouncil|[Pp]artnership|[Pp]artners|[Pp]olice|[Bb]oard|[Tt]eam|[Oo]fficers?)\b)"
)
_SPEAKER = re.compile(r"(?:[A-Z][\w'’&/.-]*\s(?:(?:of|for|and)\s(?:the\s)?(?=[A-Z]))?){1,7}(?:officers?\s|team\s)?$")
_PRONOUN = re.compile(r"(?:he|she|they|it|this|these|all|both)\b", re.IGNORECASE)
# "and Rik Shah agreed to look into it": the name right before the word
_AGREED = re.compile(
    r"(?:^(?!(?:It|He|She|They|This)\b)(?P<first>(?:[Tt]he\s)?(?:[A-Z][\w'’&/.-]*\s(?:(?:of|and|for"
    r"|the)\s(?=[A-Z]))?){1,8}(?:[a-z]+\s)?)"
    r"|(?P<inside>(?!(?:It|He|She|They|This)\b)(?:[A-Z][\w'’&/.-]*\s(?:(?:of|for"
    r"|the)\s(?=[A-Z]))?){1,6}(?:officers?\s|team\s)?"
    r"|\b(?:officers?|members|partners|police)\s))(?:also\s|then\s|has\s|have\s|had\s|kindly\s)*"
    r"(?:agreed|agrees|undertook|offered|volunteered|promised)\sto\s"
)


# "Expand the Exploitation Hub to cover young adults": an order, whose object is no doer.
_DOES = re.compile(rf"(?:{IMPERATIVE.pattern})\s(?:the|our|an?|all|more|its|each|every|existing|current|new)\s")


def names_a_doer(text: str) -> bool:
    """Whether a text is an action with who does it first: "Officers to include …", "Housing to confirm …"."""
    return bool(_NAMED_TO.match(text)) and not _DOES.match(text)


def named_last(clause: str) -> str:
    """Who acts, where an action ends in a name: "Circulate the figures (Jane Smith)", "… – Jane Smith"."""
    match = re.search(
        r"(?:[(\[]|\s[–—-]\s)(?P<who>[A-Z][\w'’.-]*(?:[\s/,&]+(?:and\s+)?[A-Z][\w'’.-]*){0,4})[)\]]?\.?$", clause
    )
    return match["who"] if match else ""


def who_acts(clause: str, board: str) -> str:
    """Who acts: the subject before the verb that promises. "We" is the board."""
    if re.search(r"\b[Ww]e\b", clause):
        return board or "partnership"
    if own := _OUR.match(clause):
        return own["who"]
    if agent := _BY.search(clause):
        return agent["who"]
    if agreed := _AGREED.search(clause):
        return re.sub(r"\s(?:has|have|had)$", "", _bare(agreed["first"] or agreed["inside"]))
    if re.search(r"\b[Oo]ur\b", clause):
        return board or "partnership"
    if urged := _URGED.search(clause):
        return _bare(urged["who"])
    if said := _SAID.search(clause):
        told = re.split(r",\s", said["who"].strip(" ,"))[-1]
        if not _PRONOUN.match(told):
            return _named(told, 1)
        speaker = _SPEAKER.search(clause[: said.start()])
        return _bare(speaker.group()) if speaker else ""
    found = _VERB.search(clause)
    named = None if _DOES.match(clause) else _NAMED_TO.match(clause)
    if named and (not found or named.end() <= found.start()):
        return re.sub(r"^[Tt]he\s", "", named["who"].strip(" ,"))
    if not found:
        return ""
    before = clause[: found.start()].strip()
    if did := _DID_AND.match(before):
        return re.sub(r"^[Tt]he\s", "", did["who"].strip())
    before = re.sub(r",\s(?:which|who|whose|one|each|all|both|led by|chaired by|made up of)\b[^,]*,?$", "", before)
    before = re.split(r",\s(?![^,]*,?$)|\b(?:[Tt]hat|which)\s", before)[-1].strip(" ,")
    before = re.sub(r"\s*\([^)]*\)", "", before)
    before = _WHEN_FIRST.sub("", before)
    if "," in before and _AROUND_FIRST.match(before):
        before = before.rsplit(",", 1)[1].strip()
    return _named(before, 2)


def _bare(name: str) -> str:
    return re.sub(
        r"^(?:(?:Consequently|However|Therefore|Subsequently|Following this|Additionally|Also"
        r"|In addition),?\s)?(?:[Tt]he\s)?",
        "",
        name.strip(" ,"),
    )


def _named(before: str, fewest: int) -> str:
    """The name in the words before a verb, "" where they name a thing, a pronoun or nobody. ``fewest``: of words in
    capitals, the first word of a sentence counted."""
    before = _WHEN_FIRST.sub("", re.sub(r"^(?:\(?\w{1,3}\)|[A-Z]\w+:)\s", "", before))
    if re.search(r"\b(?:was|were|is|are|had|has|being)\b", before):
        return ""
    if _THING.search(
        re.split(r"\s(?:on|about|regarding|concerning|from|with|to|by|for)\s", before)[0]
    ) or _THING.search(before):
        return ""
    before = re.split(r",\s", before)[0] if before[:1].isupper() else before
    if (
        not before
        or len(before.split()) > 9
        or re.match(r"(?:It|This|That|These|They|There|He|She|All|Its|Some|Most|Every)\b", before)
    ):
        return ""
    name = re.search(r"[A-Z]", before[fewest - 1 :]) or _BODY.match(before)
    return re.sub(r"^(?:The|A|An|the|a|an)\s", "", before) if name else ""
