"""The subject of a promising verb: the words that name who or what will, is to, plans to or is doing something.

In: a clause and where its verb group begins. Out: the noun phrase before it, without what stands in between ("A new
adviser, replacing the last, will …"), before ("Over the coming year, …", "The Board noted that …") or in the place of
it ("The hub opened in May and will …"). No grammar is parsed: a phrase ends where a new clause or an aside can begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ADVERB = (
    r"(?:also|all|both|each|now|then|therefore|still|soon|jointly|together|next|currently|already|again|further|too"
    r"|thus|only|in turn|\w+ly)"
)
_ADVERBS_LAST = re.compile(rf"(?:[\s,]+{_ADVERB})+[\s,]*$", re.IGNORECASE)
# "will in 2033 begin": when it is to be stands within the verb group.
_VERB_LAST = re.compile(
    rf"(?:\s(?:will|shall|to)\s(?:in|by|from|during|over)\s(?:the\s)?[\w/]+"
    rf"|(?:[\s,]+(?:{_ADVERB}|is|are|was|were|has|have|had|been|being|to))+)[\s,]*$",
    re.IGNORECASE,
)
# A verb in its finite form: what stands before it is a subject of its own.
_AUXILIARY = (
    r"(?:will|shall|would|can(?:not)?|could|may|might|must|should|is|are|was|were|has|have|had|does|do|did|continues?|remains?"
    r"|(?:plan|intend|aim|need|hope|seek|want|propose|pledge|promise|undertake|commit)s?(?= to)|agreed|includes?"
    r"|provides?|covers?|runs?|meets|works|leads|holds|oversees|supports)"
)
_FINITE = re.compile(
    rf"\s(?:{_ADVERB}\s)?(?:{_AUXILIARY}|(?<!\bthe\s)(?<!\ba\s)(?<!\bof\s)(?<!\band\s)[a-z]{{2,}}ed)\b(?=\s|,|$)"
)
# After these a new clause begins.
_JOINT = re.compile(
    r"(?:[;:]\s|\s[–—-]\s|\s(?:said|confirmed|advised|noted|agreed|explained|reported|stated|added"
    r"|indicated)(?=\s)(?!\s(?:to|by)\b)|(?:^|,?\s)(?P<word>that|who|which|whose|where|whereby|when|while|whilst|but"
    r"|(?<=, )so|because|as if|if|once|until|although|though|how|what|why|whether)\s)",
    re.IGNORECASE,
)
_RELATIVE = frozenset({"that", "who", "which"})
# "said that", "so that": what follows is no part of the phrase before
_SAYS = re.compile(r"\b(?:so|such|said|says|felt|thought|means?|meant|\w+(?:ed|ing))$")
_NAME_LAST = re.compile(r"[A-Z][\w'’&/-]*(?:\s(?:(?:of|and|for|the|&)\s)?[A-Z][\w'’&/-]*)*$")
# A phrase of its own, not a verb's object: "which the council (will publish)".
_OPENS_PHRASE = re.compile(
    r"(?:[A-Z]|(?:the|a|an|any|no|other|more|such|our|its|their|each|every|all|we|they|it|he|she|this|these)\b)"
)
_LEADING = re.compile(
    r"^(?:[A-Z][a-z]+ly(?=,|:|\s[a-z])|Next|However|[Aa]lso|[Tt]hen|[Mm]eanwhile|[Ii]nstead|Further|Furthermore|Moreover|First|Second"
    r"|Third|Alongside this|In addition|In response|In turn|As a result|Going forward|Moving forward|To date|Response"
    r"|\(?\w{1,3}[.)]|[A-Z]\w+:)[,:]?\s+"
)
_FRAMED = re.compile(
    r"^(?:Subject to|To|As|With|In|By|From|Over|During|Following|Through|Throughout|Within|Building|Where|When|Once"
    r"|After|Before|Besides|Alongside|Working|Under|At|On|For|Between|Together|Until|Since|Given|Recognising|Using"
    r"|Because|Against|Amid|Among|Due to|Based on|Linked to|Thanks to|Despite|Rather than)\b"
)
_TIME = (
    r"(?:years?|months?|quarters?|weeks?|period|\d{4}(?:[/–-]\d{2,4})?|spring|summer|autumn|winter|January|February"
    r"|March|April|May|June|July|August|September|October|November|December)(?:\s\d{4})?"
)
_WHEN_FIRST = re.compile(
    rf"^(?:(?:Over|During|In|By|From|At|Within|Throughout"
    rf"|Between)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{_TIME}(?:\sand\s{_TIME})?|On\s(?:the\s)?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s(?:of\s)?{_TIME}|(?:Every|Each|Next|This|Last)\s(?:week|month|quarter|year|spring|summer|autumn"
    rf"|winter)),?\s",
    re.IGNORECASE,
)
_ASIDE_LAST = re.compile(r",\s[^,]{2,120},?\s*$")
_LONGEST = 16


def first_verb(clause: str) -> int:
    """Where the first finite verb of a clause begins, 0 where there is none."""
    found = _FINITE.search(clause)
    return found.start() + 1 if found else 0


def subject_of(clause: str, at: int) -> str:
    """The noun phrase that the verb group at ``at`` belongs to, articles kept; "" where none can be told."""
    before = _VERB_LAST.sub("", clause[:at].rstrip()).rstrip()
    return _phrase(re.sub(r"\s*\([^()]*\)", "", before).strip())


def _phrase(before: str) -> str:
    before = _ADVERBS_LAST.sub("", before)
    if pronoun := re.search(r"\b(?:we|he|she|they)$", before, re.IGNORECASE):
        return pronoun.group()
    if before.endswith(","):
        # "A new adviser, replacing the last, will": the aside goes; "In the spring, will" has none
        shorter = _ASIDE_LAST.sub("", before)
        before = shorter if shorter != before else before.rstrip(" ,")
    if joint := _last_joint(before):
        head, word, rest = before[: joint.start()], (joint["word"] or "").lower(), before[joint.end() :]
        main = _FINITE.search(" " + head) if word == "who" and re.search(r"\s(?:and|but)$", rest) else None
        if main:
            # "MV is checking who should come off and will": the verb goes on from the first one
            return _phrase(head[: max(0, main.start() - 1)])
        if (
            word in _RELATIVE
            and rest.strip()
            and not (_OPENS_PHRASE.match(rest) or (word == "that" and _SAYS.search(head)))
        ):
            return _phrase(head)
        if rest.strip():
            return _phrase(rest.strip())
        named = _NAME_LAST.search(head.rstrip(" ,"))
        return named.group() if named and word in _RELATIVE else ""
    if re.search(r"(?:^|\s)(?:and|but|or)$", before):
        found = _FINITE.search(" " + before)
        return _phrase(before[: max(0, found.start() - 1)]) if found else ""
    before = _WHEN_FIRST.sub("", _LEADING.sub("", before.strip(" ,")))
    if "," in before and _FRAMED.match(before):
        before = before.rsplit(",", 1)[1]
    pieces = re.split(r",?\s(?:and|but)\s", before)
    if len(pieces) > 1 and _FINITE.search(" " + " and ".join(pieces[:-1])):
        before = pieces[-1]
    before = _WHEN_FIRST.sub("", before.strip(" ,"))
    return before if 0 < len(before.split()) <= _LONGEST and not _FRAMED.match(before) else ""


def _last_joint(before: str) -> re.Match[str] | None:
    return next(reversed(list(_JOINT.finditer(before + " "))), None)


# Heads of phrases that name somebody who acts: bodies, posts, and what ends as names of those who do something.
_ACTS = re.compile(
    r"(?:\w{2,}(?:ers?|ors?|ists?|ants?|ians?)|councils?|partnerships?|partners|police|boards?|teams?|services?"
    r"|groups?|panels?|units?|trusts?|forums?|committees?|commissions?|cabinet|executive|staff|leads?|chairs?"
    r"|chairman|chairwoman|heads?|agenc(?:y|ies)|authorit(?:y|ies)|organisations?|charit(?:y|ies)|departments?"
    r"|directorates?|schools?|colleges?|universit(?:y|ies)|prisons?|boroughs?|districts?|bod(?:y|ies)|networks?"
    r"|compan(?:y|ies)|business(?:es)?|colleagues|champions?|wardens?|marac|brigade|force|hospitals?|surger(?:y|ies)"
    r"|pharmac(?:y|ies)|landlords?|nurses?|clerks?|secretar(?:y|ies)|deput(?:y|ies)|constables?|superintendents?"
    r"|alliance|foundation|associations?|federation|society|club|hubs?|centre|project|students)",
    re.IGNORECASE,
)
# Heads of phrases that name what somebody else makes, holds or runs; abstract nouns by their endings.
_THING = re.compile(
    r"(?:meetings?|reports?|plans?|strateg(?:y|ies)|posts?|reviews?|contracts?|data|polic(?:y|ies)|campaigns?"
    r"|frameworks?|audits?|pilots?|events?|conferences?|results|toolkits?|protocols?|dashboards?|updates?|surveys?"
    r"|charters?|websites?|workshops?|progress|response|e-?mails?|details?|figures|copies|focus|aims?|goals?"
    r"|objectives?|work|efforts?|interviews?|measures|programmes?|schemes?|systems?|cameras?|bids?|grants?|money"
    r"|purpose|resources|referrals?|homes|sites?|approach|support|model|pathways?|item|minutes|agenda|indicators?"
    r"|targets?|outcomes?|analysis|guidance|chapter|launch|patrols?|visits?|walks?|stalls?|changes?|steps?|cases?"
    r"|form|page|list|space|bins?|lights?|CCTV|feedback|evidence|records?|funds|use|issues|areas?|wards?|tools?|more"
    r"|most|up|further|next|all|subject|\w{2,}(?:tions?|sions?|ments?|ness|ings?|ances?|ences?|ity|ities|isms?)"
    r"|(?!partner)\w{2,}ships?|orders?|charters?|papers?|letters?|newsletters?|numbers?|matters?|quarters?|offers?"
    r"|others?|registers?|triggers?|posters?|leaflets?|trackers?|factors?|indicators?|sensors?|calendars?|folders?"
    r"|summer|winter|crime|burglary|violence|abuse|harm|behaviour|asb)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:residents?|people|persons?|women|girls|men|boys|victims?|survivors?|child|children|adults|communit(?:y|ies)"
    r"|famil(?:y|ies)|perpetrators?|offenders?|everyone|everybody|nobody|individuals?|visitors?|pupils?|clients?"
    r"|users?|parents?|carers?|tenants?|callers?|shoppers|attendees|participants|learners)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:it|this|that|these|those|they|there|he|she|his|her|which|what|who|all|both|none|some|most|one|each|nothing"
    r"|anyone|you)\b",
    re.IGNORECASE,
)
_AFTER_HEAD = re.compile(
    r"\s(?:for|with|from|in|on|across|at|to|between|within|through|by|via|under|including|led|made|set|based|about"
    r"|regarding|over|into|against|alongside|as|working|responsible)\s"
)
_MOST_WORDS = 9


def doer_named(phrase: str, board: str) -> str:
    """Who acts where a phrase is the subject of what somebody does: a body, a post or a name, without its article, "we"
    as the board; "" for a thing, for people who are served, for a pronoun."""
    phrase = re.sub(
        r"^(?:both|all of|each of|all|each|every)\s(?!of\b)", "", phrase.strip(" ,.;:“”\"'"), flags=re.IGNORECASE
    )
    if re.fullmatch(r"we(?:\s(?:all|both|each))?(?:\sas\s.*)?", phrase, re.IGNORECASE):
        return board or "partnership"
    if not re.search(r"[A-Za-z]{2}", phrase) or _PRONOUN.match(phrase) or phrase.startswith("I "):
        return ""
    own = re.match(r"our\s", phrase, re.IGNORECASE)
    name = re.sub(
        r"^(?:the|a|an|our|its|their|his|her|this|these|each|every|any|all)\s", "", phrase, flags=re.IGNORECASE
    )
    short = name if len(name.split()) <= _MOST_WORDS and "," not in name else _AFTER_HEAD.split(name)[0]
    head = re.sub(r"\s(?:\w+ed|done)$", "", re.split(r"\sof\s", _AFTER_HEAD.split(name)[0])[0]).split()
    if not head or len(short.split()) > _MOST_WORDS:
        return ""
    if _acts(head, name):
        return short.strip(" ,")
    return (board or "partnership") if own and not _PEOPLE.fullmatch(head[-1]) else ""


def is_abstract(phrase: str) -> bool:
    """Whether a phrase names a thing, an event or an idea that cannot act by itself."""
    head = re.split(r"\sof\s", _AFTER_HEAD.split(phrase.strip())[0])[0].split()
    return bool(head) and bool(_THING.fullmatch(head[-1].strip(",.’'"))) and not _ACTS_BY_NAME.search(phrase)


def _acts(head: Sequence[str], name: str) -> bool:
    """Whether the words up to the head of a phrase name somebody who acts."""
    last = head[-1].strip(",.’'")
    if _PEOPLE.fullmatch(last) or (_THING.fullmatch(last) and not _ACTS_BY_NAME.search(name)):
        return False
    return bool(_ACTS.fullmatch(last)) or last[:1].isupper()


# A capital makes "Restorative Justice Project" and "Safer Homes" names of those who act; teams are also called after
# what they offer, in the plural: "Housing Options".
_ACTS_BY_NAME = re.compile(
    r"(?:[A-Z][\w’'&-]*\s)+(?:Project|Programme|Homes|Scheme|Support|Probation|Commission|Housing|Police|Campaign)\b"
    r"|(?:[A-Z][\w’'&-]*\s)+(?:Options|Solutions|Operations|Communications|Relations)$|^(?:Housing|Probation|Licensing"
    r"|Education|Environment|Safeguarding|University|Community)$|\b(?:authorit|universit|communit|charit)(?:y|ies)\b"
    r"|\b(?:[Oo]rganisations?|[Aa]ssociations?|[Cc]ommissions?|[Ff]ederations?|[Ff]oundations?|[Dd]epartments?"
    r"|[Gg]overnments?)$"
)
