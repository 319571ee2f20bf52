"""Who acts in a promise: the subject of its verb, the name before "to circulate", the name at an action's end.

In: the words of a clause. Out: the name or body as printed, "" where the clause does not say.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_subject import doer_named, first_verb, is_abstract, subject_of
from tracker.facts.promises.promise_words import IMPERATIVE

_NAMED_TO = re.compile(
    r"^(?:For\s(?:the\s)?)?(?!(?:For|RESOLVED|AGREED|NOTED|Resolved|Agreed|It|He|She|They|Subject|Due|According|Thanks"
    r"|Prior|Next|In order|Continue|Work|Aim|Seek)\b)(?P<who>(?:(?:The|the|and|of|for|&|/)\s+"
    r"|[A-Z][\w'’&./-]*,?\s+){1,8}?)to\s+(?!(?:the|a|an|date|be)\b)[a-z]"
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn"
    r"|Winter|Q\d|Christmas|Easter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Item)"
)
# "The strategy will be monitored by the Safer Town Board": the one who acts stands after "by".
_BY = re.compile(
    r"\b(?:(?:will|to|being|be)\s(?:be\s)?(?:\w+\s){0,2}?\w+(?:ed|en|n|d)|be\s(?:\w+ed|brought|sent|held|drawn up"
    r"|taken|given)\s(?:(?!\b(?:by|and|that|which|who|will|is|are)\b)[^.;,]){3,70}?)\sby\s(?:the\s|a\s|our\s)?"
    rf"(?P<who>(?:(?!{_MONTHS}\b)[A-Z][\w'’&/-]*+)(?:\s(?:(?:of|and|for|the|&)\s)?[A-Z][\w'’&/-]*+){{0,7}}+)"
    r"(?!\s?\d)"
)
# "will be removed by the highways department"
_BY_A_BODY = re.compile(
    r"\bbe(?:ing)?\s(?:\w+ly\s)?\w+(?:ed|en|t|n)\sby\s(?P<who>(?:the|our|an?)\s(?:[\w’'-]+\s?){1,4}?)"
    r"(?=\s(?:in|on|by|at|and|to|for|from|of|before|after|over)\b|[.,;]|$)"
)
# "the Director said that the team would …": who is said to act, or the one who said it where that is "he" or "they"
_SAID = re.compile(
    r"\b(?:said|agreed|advised|noted|confirmed|reported|stated|explained|informed(?: \w+){0,3}|announced|added"
    r"|requested|asked|assured(?: \w+){0,3}|indicated|pledged|clarified|outlined|proposed|recommended|resolved"
    r"|RESOLVED|AGREED|Resolved|Agreed)[\s:–—-]+(?:[Tt]hat\s)?(?P<who>(?!to\b|by\b|it\b)[^;:.]{1,120}?)\s(?:also\s"
    r"|now\s|then\s|jointly\s)?(?:would|will|was to|were to|is to|are to|should)\b"
)
# "proposed that the Housing Team carry out a review"
_URGED = re.compile(
    r"(?:^\(?\w{1,3}[.)]\s(?:[Tt]hat\s)?|^[Tt]hat\s|\b(?:proposed|agreed|requested|recommended|resolved|RESOLVED"
    r"|AGREED|Resolved|Agreed)[\s:–—-]+[Tt]hat\s)(?:the\s)?(?P<who>(?:[A-Z][\w'’&/.-]*\s(?:(?:of|and"
    r"|for)\s(?:the\s)?(?=[A-Z]))?){1,7}|officers\s)(?!(?:of|for|and|in|to|is|was|are|were|would|will|should|has|had"
    r"|have)\b)[a-z]+\b"
)
# "asked the Director to invite", "requested that the data be broken down": the one who is asked, not who asks.
_ASKED = re.compile(
    r"\b(?<!was )(?<!were )(?<!been )(?:[Aa]sk(?:ed|s)|[Rr]equest(?:ed|s)|tasked|instruct(?:ed|s)|directed|urged"
    r"|invites)\s(?:for\s|that\s)?(?P<whom>(?:(?!to\b|be\b)[\w’'&/.-]+,?\s){1,9}?)(?P<verb>to be|be|to)\s"
)
_ASKED_THAT = re.compile(
    r"\b(?:asked|requested)\sthat\s(?P<whom>(?:[\w’'&/-]+\s){1,6}?)(?!(?:is|are|was|were|be|had|has|have|to|of|for|and"
    r"|in)\b)(?=[a-z]{3,}\s(?:the|an?|their|its|his|her|to|with|on|for|back|all|more|up|out)\b)"
)
# "Members agreed that a release be prepared": what is to be done, by whom it does not say.
_AGREED_THAT = re.compile(
    r"\b(?:agreed|resolved|suggested|proposed|requested|noted)\s(?:that\s)?[^.;]{3,120}?\sbe\s\w+(?:ed|en|nt|ld|ut"
    r"|de)\b"
)
_HE = re.compile(r"(?:He|She|They|It)\b")
_SPEAKER = re.compile(r"(?:[A-Z][\w'’&/.-]*\s(?:(?:of|for|and)\s(?:the\s)?(?=[A-Z]))?){1,7}(?:officers?\s|team\s)?$")
# "and Rik Shah agreed to look into it": the name right before the word
_AGREED = re.compile(
    r"(?:^(?!(?:It|He|She|They|This)\b)(?P<first>(?:[Tt]he\s)?(?:[A-Z][\w'’&/.-]*\s(?:(?:of|and|for"
    r"|the)\s(?=[A-Z]))?){1,8}(?:[a-z]+\s)?)|(?P<inside>(?!(?:It|He|She|They|This)\b)(?:[A-Z][\w'’&/.-]*\s(?:(?:of|for"
    r"|the)\s(?=[A-Z]))?){1,6}(?:officers?\s|team\s)?|\b(?:officers?|members|partners|police)\s))(?:also\s|then\s"
    r"|has\s|have\s|had\s|kindly\s)*(?:agreed|agrees|undertook|offered|volunteered|promised)\sto\s"
)


# "Expand the Exploitation Hub to cover young adults": an order, whose object is no doer.
# "The governance officer to add an item"
_PLAIN_TO = re.compile(
    r"^(?!(?:For|It|He|She|They|Subject|Due|According|Thanks|Prior|Next|In|Continue|Work|Aim|Seek|Need|Plan|How|What"
    r"|Help|Able|Unable)\b)(?P<who>[A-Z][\w’'&/.-]*\s(?:(?!(?:to|prefer|want|wish|like|tend|try|seem|fail|come|hope"
    r"|requires|asks|invites|allows|enables|expects|encourages|refer|able|wait|used|go|is|are|was|were|will|would|has|have|had|need|due|able"
    r"|\w+ed)\b)[\w’'/&-]+\s){0,6}?)to\s(?!(?:the|a|an|date|be)\b)[a-z]"
)


def names_a_doer(text: str) -> bool:
    """Whether a text is an action with who does it first: "Officers to include …", "Housing to confirm …"."""
    plain = None if IMPERATIVE.match(text) else _PLAIN_TO.match(text)
    return bool(_NAMED_TO.match(text) or (plain and doer_named(plain["who"], "")))


# "… – Ch Insp Muir – 15 December", "… / H Kerr / end January"
_NAME_AND_DAY = re.compile(
    r"(?:\s[–—-]|\s?[/|])\s(?P<who>[A-Z][\w'’.-]*(?:[\s/,&]+(?:and\s+)?[A-Z][\w'’.-]*){0,4})(?:\s[–—-]|\s?[/|]"
    r"|,)\s(?:[\w/.]+\s?){1,5}$"
)


def named_last(clause: str) -> str:
    """Who acts, where an action ends in a name: "Circulate the figures (Jane Smith)", "… – Jane Smith"."""
    if dated := _NAME_AND_DAY.search(clause):
        return dated["who"]
    match = re.search(
        r"(?:[(\[](?:(?:ACTIONS?|Actions?)(?:\s(?:by|BY|for))?\s?[:–—-]\s?)?"
        r"|\s[–—-]\s)(?P<who>[A-Z][\w'’.-]*(?:[\s/,&]+(?:and\s+)?(?!(?:by|By|January|February|March|April|May|June"
        r"|July|August|September|October|November|December|Q\d|Spring|Summer|Autumn"
        r"|Winter)\b)[A-Z][\w'’.-]*){0,4})(?:[,;]?\s(?:–\s|by\s|By\s"
        r"|in\s)?(?:\w+\s)?(?:\d{1,2}\s)?20\d\d(?:/\d\d)?)?[)\]]?\.?$",
        clause,
    )
    return match["who"] if match else ""


def who_acts(clause: str, board: str, at: int | None = None, speaker: str | None = None) -> str:
    """Who acts: the subject of the verb that promises, which begins at ``at`` (else of the first that could). "We" is
    the board; in what is told of a meeting it is the speaker, who may be unknown ("")."""
    if agent := _BY.search(clause):
        return agent["who"]
    if (agent := _BY_A_BODY.search(clause)) and (doer := doer_named(agent["who"], "")):
        return doer
    if (initials := _INITIALS.match(clause)) and speaker is not None and not first_verb(clause):
        return initials["who"]
    labelled = clause.rpartition(": ")
    if labelled[0] and (not at or at > len(labelled[0])) and names_a_doer(labelled[2]):
        # "Item 7, cameras: SD to bring figures"
        return who_acts(labelled[2], board, None, speaker)
    if agreed := _AGREED.search(clause):
        undertaker = re.sub(r"\s(?:has|have|had)$", "", _bare(agreed["first"] or agreed["inside"]))
        return "" if _HE.fullmatch(undertaker) else undertaker
    if urged := _URGED.search(clause):
        return _bare(urged["who"])
    if (urging := _ASKED_THAT.search(clause)) and (doer := doer_named(urging["whom"], "")):
        return doer
    if (asked := _ASKED.search(clause)) and (at is None or at <= asked.start()):
        return doer_named(asked["whom"], "") if asked["verb"] == "to" else ""
    if at == 0 and (doing := _DOING.match(clause)):
        return _bare(doing["who"])
    verb = at or first_verb(clause)
    named = _NAMED_TO.match(clause)
    if named and is_abstract(named["who"]) and named["who"].strip() != "All":
        named = None
    if named and (not verb or named.end() <= verb):
        return re.sub(r"^[Tt]he\s", "", named["who"].strip(" ,"))
    # "Expand the Hub to cover …": what is acted upon stands behind a verb that opens the clause
    told = not at and IMPERATIVE.match(clause) and re.match(r"\w+\s[a-z]", clause)
    subject = "" if told else subject_of(clause, verb) or subject_of(clause, first_verb(clause))
    if subject.lower() == "it" and re.search(
        r"\b(?:said|told [\w ]{2,20}|confirmed|advised|agreed) (?:that )?it $", clause[:verb]
    ):
        return doer_named(subject_of(clause, first_verb(clause)), "") or doer_named(clause.split(" told ")[0], "")
    if re.fullmatch(r"he|she|they", subject, re.IGNORECASE):
        said = _SAID.search(clause)
        spoke = _SPEAKER.search(clause[: said.start()]) if said else None
        return _bare(spoke.group()) if spoke and not _HE.match(spoke.group()) else ""
    plain = None if IMPERATIVE.match(clause) else _PLAIN_TO.match(clause)
    if plain and (doer := doer_named(plain["who"], "")):
        return doer
    if (
        _PASSIVE.match(clause[verb:])
        or (_HAPPENS.match(clause[verb:]) and subject_of(clause, verb))
        or clause[:verb].endswith(" to be ")
    ):
        return ""
    if speaker is not None and re.fullmatch(r"we(?:\s(?:all|both|each))?", subject, re.IGNORECASE):
        return speaker
    if _AGREED_THAT.match(clause, max(0, verb)) or _AGREED_THAT.match(clause, first_verb(clause)):
        return ""
    return doer_named(subject, board) or (board or "partnership" if _OURS.search(clause) and speaker is None else "")


# "AK – visit to the centres in May"
_INITIALS = re.compile(r"(?P<who>[A-Z]{2,3}(?:\s?[/&]\s?[A-Z]{2,3})*)\s[–—:-]\s")
# "SN doing the leaflets"
_DOING = re.compile(
    r"(?P<who>(?!(?:The|An?)\s)(?:[A-Z][\w'’.&/-]*\s){1,3})(?:also\s|now\s|still\s)?(?!(?:com|start|runn|open)ing\b"
    r"|going\s(?!out|back|through))[a-z]{2,}ing\s"
)


def refers_back(clause: str, at: int | None) -> bool:
    """Whether the one who acts was named before: "It will also …", "They are to …"; not so what it is done to."""
    verb = at or first_verb(clause)
    named = re.fullmatch(r"it|they|he|she|this|these|both", subject_of(clause, verb), re.I)
    return bool(named) and not _PASSIVE.match(clause[verb:])


# "will be refreshed", "is being set up": what it is done to comes first; who is asked or told to do something acts.
_PASSIVE = re.compile(
    r"(?:(?:will|shall|would|is|are|was|were|has|have|had|to|due|now|also|then|all|both|been|\w+ly)\s)*(?:be|being"
    r"|been|is|are|was|were)\s(?:\w+ly\s|also\s|now\s|then\s)?(?!(?:asked|required|requested|expected|invited|tasked"
    r"|charged|instructed|committed|focus+ed|determined|involved)\b)(?:\w{2,}ed|\w+(?:wn|ilt|ept|elt|old|eld|ent|ught"
    r"|iven|aken|itten|ould)|set up|put|made|run|let|met|led|cut|found|done)\b",
    re.IGNORECASE,
)
# "The new unit will open in May", "Every school will have a worker": the subject does nothing.
_HAPPENS = re.compile(
    r"(?:(?:will|shall|would|is|are|was|were|should|due|expected|scheduled|planned|to|now|also|then|going|both"
    r"|all)\s)*(?:(?:open|start|begin|commence|launch|resume|close|finish|run|continue|go live|goes live|take place"
    r"|happen|return)(?:s|es)?(?=\s(?:in|on|by|from|at|for|over|until|through|throughout|before|this|next|again"
    r"|during|with effect|to run)\b|[.,;]|$)|have an?\b|be (?:open|live|operational|in (?:place|post|force)|ready"
    r"|available|complete|back|out|up and running)\b)",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)


def _bare(name: str) -> str:
    return re.sub(
        r"^(?:(?:Consequently|However|Therefore|Subsequently|Following this|Additionally|Also"
        r"|In addition),?\s)?(?:[Tt]he\s)?",
        "",
        name.strip(" ,"),
    )
