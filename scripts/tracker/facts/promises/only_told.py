"""Clauses whose promising word only tells: a hoped-for outcome, what comes of something, a state, a service, a content.

In: a clause and where its promising word stands. Out: whether it is none. "Residents will feel safer" is an outcome,
"An adviser will contact the victim within 24 hours" describes a service, "this strategy sets out how we will work" says
what a paper holds.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_subject import doer_named, subject_of
from tracker.facts.wording.word_lists import words_of

PEOPLE = (
    r"(?:residents?|people|women|girls|men|boys|victims?|survivors?|children|young people|adults|communit(?:y|ies)"
    r"|parents?|carers?|visitors?|learners|tenants?|applicants?|famil(?:y|ies)|perpetrators?|offenders?|everyone"
    r"|everybody|nobody|no one|individuals?|businesses|visitors|neighbourhoods|professionals|practitioners|staff"
    r"|pupils|students|clients?|service users?|they)"
)
_MEASURED = (
    r"(?:crimes?|offen[cs]es|reports?|reporting|referrals?|burglar(?:y|ies)|robber(?:y|ies)|thefts?|violence"
    r"|victimisation|re-?offending|harm|confidence|satisfaction|trust|numbers?|rates?|levels?|incidents?|volumes?"
    r"|demand|fear|asb|behaviours?|perceptions?|precepts?|costs?|prices?|populations?|impacts?|effects?|trauma"
    r"|pressures?|need|cases|outcomes|lives|places|spaces|streets|borough|town|city|county)"
)
# What is to become of people and measures is an outcome that is hoped for; nobody says who does what.
_OUTCOME = re.compile(
    rf"\b(?:{PEOPLE}|{_MEASURED})\s(?:\w+\s){{0,4}}?(?:will|shall|would)\s(?:also\s|all\s|then\s|therefore\s|not\s"
    rf"|normally\s|usually\s|often\s)?"
    r"(?:feel|see|have (?!a named\b|a dedicated\b)|experience|benefit|reduce|increase|fall|rise|decline|decrease"
    r"|improve|become|live|thrive|enjoy|suffer|lose|gain|last|persist|continue (?:to (?:be|grow|rise|fall|increase)"
    r"|into)|be (?:\w+ly )?(?:safer?|able|more|less|fewer|free|freed|confident|better|aware|reduced|increased|lower"
    r"|higher|(?:protected|empowered|supported)(?! (?:by|through|via)\b)|healthier|at (?:less )?risk|tolerated"
    r"|accepted|held to account|brought to justice))\b",
    re.IGNORECASE,
)
# "This will ensure that residents have …", "six commitments which will help to …", "The money will pay for …": what
# comes of a thing.
_HELPS = words_of(
    "ensure enable allow help guarantee mean strengthen create make give improve increase reduce lead result"
)
_PAYS_FOR = _HELPS | words_of("encourage invest support pay fund")
_THIS = re.compile(
    r"(?:(?:and )?(?:this|these|such|it)\b|(?:together,? (?:this|these|they)|doing so)\b).*", re.IGNORECASE
)
_MONEY = re.compile(
    r"(?:[\w-]+\s){0,4}(?:money|funding|funds?|grants?|investment|round|award|precept)(?:\s(?:from|of|for)\b.*)?",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:which|that)\s(?:together\s|in turn\s|also\s)?$")
# "A victim will …", "Each learner will …": what happens case by case; "More residents will …": what is hoped for.
_ONE_OF_MANY = re.compile(
    r"(?:(?:so|very|too)\s)?few(?:er)?\s.*|"
    rf"(?:more|less)\s(?:[\w-]+\s){{0,3}}?(?:{PEOPLE}|{_MEASURED})(?:\s.*)?|(?:an?|one|each|any)\s(?:repeat "
    rf"|new |young )?(?:residents?|victims?|survivors?|service users?|learners?"
    r"|participants?|person|individuals?|child|client|complainants?|callers?|pupils?|tenants?|applicants?)(?:\s(?:who"
    r"|whose|at|with|in)\b.*)?",
    re.IGNORECASE,
)
# "will be jointly responsible", "will be chaired by the leader": how a body is made up
_SET_UP_SO = re.compile(
    r"(?:will|shall|would) be (?:\w+ly )?(?:responsible|accountable|chaired|attended|represented|made up|composed)\b",
    re.IGNORECASE,
)
_UNTOLERATED = re.compile(
    r"\b(?:will|shall) not (?:tolerate\b|be (?:tolerated|accepted|ignored|provid\w+|disclos\w+|releas\w+)|provide"
    r"|disclose|release|normally)\b",
    re.IGNORECASE,
)
# "We will have reduced …": how it is to look in the end.
_PERFECT = re.compile(
    r"\b(?:will|shall|to) (?:\w+ly )?have (?:\w+ly )?(?:\w+(?:ed|en)|more|fewer|less|better|made|built|had|run|set"
    r"|held|met|become|put|seen|brought)\b",
    re.IGNORECASE,
)
_GROWN = r"\bhave\s(?:\w+ly\s)?(?:reduced|increased|improved|seen|fewer|more|less)\b"
# "By the summer, all officers will have been trained" has its day.
_BY_THEN = re.compile(
    r"From\s(?:[A-Z]\w+\s)?20\d\d|By (?:the )?(?:(?:end|start|close) of )?(?:[A-Z]\w+ )?20\d\d"
    rf"|By\s(?!\w+ing\b)[^,]{{3,40}},(?!.*{_GROWN})"
)
_THEN_LAST = re.compile(rf"(?!.*{_GROWN}).*\sby (?:the )?(?:(?:end|start|close) of )?(?:[A-Z]\w+ )?20\d\d\b")
# "This strategy sets out how we will work together"
_TOLD = re.compile(
    r"^(?:the|this|our) (?:\w+ ){0,3}(?:strategy|plan|document|report|section|chapter|table|policy"
    r"|framework)\s(?:identif|list|contain|provid|includ|reflect|cover|summar|present)\w*\b[^.,;]*\b(?:that"
    r"|which)\b[^.,;]*$|\b(?:sets? out|setting out|outlines?|outlining|describes?|explains?|details?|detailing|shows?"
    r"|highlights?|summarises?|understand(?:ing)?|know|knowing|on|of(?! which\b)|see|discuss(?:ed|ion)?|consider"
    r"|agree|decide|determine|explore)\s(?:clearly |briefly )?(?:how(?! to\b)|what|why|whether|which|who|where"
    r"|when)\b(?:(?!\b(?:will|shall|should|could)\b)[^.;]){0,80}$|\w\s(?:how(?! to\b)|what|why"
    r"|whether)\s(?:(?!\b(?:will|shall|should|could|can|would)\b)[^.;,]){0,80}$|\b(?:sets? out|outlines?|describes?"
    r"|explains?|details?)\s(?:how|what|who|where|when)\b[^.;]*\b(?:and|or)\s(?:how|what|who|where|when"
    r"|which)\s(?:(?!\b(?:will|shall)\b)[^.;]){0,60}$|\b(?:research|evidence|studies|data)\s(?:shows?|suggests?"
    r"|indicates?|tells us)\b[^.;]{0,80}$|\b(?:includ\w+|about|for|on|of|covers?|to|describes?|sets? out)\s(?:the|all"
    r"|any|what) (?:\w+ )?(?:actions?|approach|work|steps|ways?|measures|principles|activit(?:y|ies)|things"
    r"|role) (?:that |which )?(?:we|it|they|(?:the|our) [\w ]{2,30}?)\s$|^this (?:would |will "
    r"|also )?means? (?:that )?[^.;]{0,60}$|\b(?:risk|fear|chance|possibility|likelihood|danger|concerns?|concerned"
    r"|I know|I trust|I am sure|worried|realis\w+|believ\w+|think|aware|possible"
    r"|probable) (?:\w+ )?that\b[^.;]{0,80}$|\bI (?:know|trust|am sure) that\b[^.;]{0,140}$",
    re.IGNORECASE,
)
# "The risk is that the grant, which is confirmed for one year, is not renewed"
_FEARED = re.compile(r"\b(?:risk|fear|danger|possibility|likelihood) (?:\w+ )?that\b[^.;]{0,80}$", re.IGNORECASE)
# "this strategy sets out how we intend to …"
_MEANT = re.compile(r"(?:intend|plan|propose|aim)s?\sto\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:set(?:s|ting)? out|outlin(?:es?|ing)|describ(?:es?|ing)|explain(?:s|ing)?|detail(?:s|ing)?)\s"
    r"(?:how|what|where)\s[^.;,]*$",
    re.IGNORECASE,
)
# Those whose cases a service takes.
_CASE = (
    r"(?:victims?|survivors?|clients?|service users?|persons?|individuals?|famil(?:y|ies)|child(?:ren)?|perpetrators?"
    r"|offenders?|patients?|tenants?|callers?|applicants?|them|cases?|complainants?|young people|young person"
    r"|referrals?)"
)
# "Officers will take a statement from the victim", "will attend when called"
_PROCESS = re.compile(
    r"^(?:[Aa]n?\s|[Tt]he\s)?(?:[\w-]+\s){0,2}?(?:officers?|staff|advis[eo]rs?|workers?|caseworkers?|advocates?"
    r"|idvas?|team|service)\s(?:\w+\s){0,2}?will\s(?!be\b)(?:[\w'’]+\s){1,8}?(?:(?:the|a|an|each|every) (?:victim"
    r"|survivor|client|service user|person|individual|family|child|young person|perpetrator|offender|patient|tenant"
    r"|caller|applicant|complainant|case|referral)\b|(?:when|if|where) (?:called|needed|required|asked|requested"
    r"|contacted|notified|alerted)\b)|\bwill be\s[^.;]{3,80}?\swithin\s(?:\w+\s){1,3}?(?:hours?|days?) of (?:the |a "
    r"|each )?(?:referral|receipt|report|disclosure|request)\b|\bwill\s(?:\w+\s){1,4}(?:when|if) (?:called|needed"
    r"|asked|requested|contacted|notified|alerted)\b",
    re.IGNORECASE,
)
# "Callers will be offered an appointment within two days": how a service works.
_OFFERED = re.compile(
    rf"\b(?:{_CASE}|callers?|calls|complaints|reports|enquiries)\s(?:(?:who|that|whose|from|of|at)\s[^.,;]{{2,50}}?\s"
    rf"|\w+\s){{0,3}}?"
    r"will\sbe\s\w+\b[^.;]{0,60}\bwithin\s(?:\w+\s){1,2}?(?:working\s)?(?:minutes|hours?|days?|weeks?|rings)\b",
    re.IGNORECASE,
)
# What will be so, of itself; nobody does it.
_STATE = re.compile(
    r"^(?:will|shall|would)\s(?:be (?:kept under|taken into account)|(?:often|usually|typically|normally|generally"
    r"|sometimes|tend)\b"
    r"|(?:\w+ly\s|also\s|now\s|still\s|then\s|therefore\s|only\s|not\s|all\s)*(?:be\s(?:\w+ly\s)?(?:an?\s)?(?:crime"
    r"|(?:criminal )?offence|key|crucial|important|essential|vital|critical|central|needed|necessary"
    r"|required(?! to (?:report|submit|complete|undertake)\b)|difficult|challenging|likely|subject to|entitled|liable"
    r"|responsible|familiar|possible|useful|helpful|beneficial|appropriate|no|affected|impacted|influenced|missed"
    r"|inspected|away|absent|on leave|unable|over-?spent|under-?spent|met (?:from|within))\b|(?:expire|lapse|cease"
    r"|run out|come to an end|end (?:in|on|at|by|when)\b|require|mean|need|cost|affect|impact|benefit|matter"
    r"|remain(?! on\b)|be (?:in force|in effect|in place for|at the (?:heart|centre|core|forefront))|form (?:the|a"
    r"|part)\b|decide (?:how|whether|if|what|the)|agree (?:how|whether|what|which)\b|depend|differ|vary|(?:look|feel"
    r"|be) like|be an? [\w ]{2,30}? (?:where|in which)\b|continue to (?:rise|fall|grow|increase|decrease|decline"
    r"|drop)\b|(?:act|serve) as\b|(?:rise|fall|drop(?! (?:in|off)))\b|bring (?:more|fewer|new|with)\b"
    r"|have an? (?:[\w-]+ )?(?:impact|effect|influence|bearing)\b|include(?! \w+ing\b)|provide (?:an? |the "
    r"|us with an? )?(?:\w+ )?(?:opportunit\w+|basis|platform|forum|chance|insights?|overview|focus|framework)"
    r"|comprise|consist|contain|lie|arise|occur|happen(?! (?:by|before|in|on|from|at)\b)|bring benefits|take time"
    r"|come into force|apply|exceed|face|cause|always be|have (?:due )?regard)\b))",
    re.IGNORECASE,
)
# "others will be bespoke": what some of a kind are like
_SOME = re.compile(r"\b(?:some|others|many)\s(?:of (?:them|these|the \w+)\s)?$", re.IGNORECASE)
_DOES = re.compile(r"(?:will|shall|would)\s(?:also\s|now\s|then\s)?(?:include|require|apply|decide)\b", re.IGNORECASE)
_AUTHOR = re.compile(
    r"(?<!of the )(?<!of )\b(?:[Ww]e|[Cc]ouncil|[Pp]artnership|[Bb]oard|[Tt]eam|[Pp]artners)\s(?:(?:also|all|then|now"
    r"|jointly|therefore|both|each)\s)?$"
)


def only_tells(clause: str, start: int) -> bool:
    """Whether the promising word at ``start`` of a clause only tells an outcome, a state, a service or a content."""
    here, before = clause[start:], clause[:start]
    if not re.match(r"(?:will|shall|would)\b", here, re.IGNORECASE):
        return bool((_MEANT.match(here) and _HOLDS.search(before)) or _FEARED.search(before))
    return bool(
        _ONE_OF_MANY.fullmatch(subject_of(clause, start))
        or _UNTOLERATED.search(here[:40])
        or _SET_UP_SO.match(here)
        or (_PERFECT.match(here) and not (_BY_THEN.match(clause) or _done_by_then(clause, start)))
        or _comes_of_it(clause, start)
        or _TOLD.search(before)
        or _SOME.search(before)
        or re.match(r"would inform\b", here, re.IGNORECASE)
        or (_PROCESS.search(clause) and not _AUTHOR.search(before))
        or (_STATE.match(here) and not _AUTHOR.search(before) and not _does(clause, start))
        or any(
            m.start() <= start < m.end()
            for m in (
                *_OUTCOME.finditer(clause),
                *_OFFERED.finditer(clause),
            )
        )
    )


def _done_by_then(clause: str, start: int) -> bool:
    """Whether somebody who acts will have done a thing, and by when: "All wardens will have sat it by May 2024"."""
    return bool(_THEN_LAST.match(clause, start) and doer_named(subject_of(clause, start), "we"))


def _comes_of_it(clause: str, start: int) -> bool:
    """Whether a thing that was told of before does it: "this helps", "which enables", "the grant pays for"."""
    act = re.match(r"\w+\s(?:also\s|then\s|not only\s|\w+ly\s)?(\w+)", clause[start:])
    subject = subject_of(clause, start)
    if not act or act[1].lower() not in _PAYS_FOR:
        return False
    told = _THIS.fullmatch(subject) or _WHICH.search(clause[:start])
    return bool((told and act[1].lower() in _HELPS) or _MONEY.fullmatch(subject))


def _does(clause: str, start: int) -> bool:
    """Whether somebody named includes, requires or applies for something: no state, as of a plan or a rule."""
    return bool(_DOES.match(clause[start:]) and doer_named(subject_of(clause, start), "we"))
