"""Clauses whose promising word only tells: a hoped-for outcome, what comes of something, a state, a service, a content.

In: a clause and where its promising word stands. Out: whether it is none. "Residents will feel safer" is an outcome,
"An adviser will contact the victim within 24 hours" describes a service, "this strategy sets out how we will work" says
what a paper holds.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_subject import doer_named, subject_of

PEOPLE = (
    r"(?:residents?|people|women|girls|men|boys|victims?|survivors?|children|young people|adults|communit(?:y"
    r"|ies)|parents?"
    r"|carers?|visitors?|learners|tenants?|applicants?"
    r"|famil(?:y|ies)|perpetrators?|offenders?|everyone|everybody|nobody|no one|individuals?|businesses|visitors"
    r"|neighbourhoods|professionals|practitioners|staff|pupils|students|clients?|service users?|they)"
)
_MEASURED = (
    r"(?:crimes?|offen[cs]es|reports?|reporting|referrals?|burglar(?:y|ies)|robber(?:y|ies)|thefts?|violence"
    r"|victimisation"
    r"|re-?offending|harm|confidence|satisfaction|trust|numbers?|rates?|levels?|incidents?|volumes?|demand|fear|asb"
    r"|behaviours?|perceptions?|precepts?|costs?|prices?|populations?|impacts?|effects?|trauma|pressures?|need|cases"
    r"|outcomes|lives|places|spaces|streets"
    r"|borough|town|city|county)"
)
# What is to become of people and measures is an outcome that is hoped for; nobody says who does what.
_OUTCOME = re.compile(
    rf"\b(?:{PEOPLE}|{_MEASURED})\s(?:\w+\s){{0,4}}?(?:will|shall|would)\s(?:also\s|all\s|then\s|therefore\s|not\s"
    rf"|normally\s|usually\s|often\s)?"
    r"(?:feel|see|have (?!a named\b|a dedicated\b)|experience|benefit|reduce|increase|fall|rise|decline|decrease"
    r"|improve|become|live|thrive|enjoy"
    r"|suffer|lose|gain"
    r"|last|persist|continue (?:to (?:be|grow|rise|fall|increase)|into)|be (?:\w+ly )?(?:safer?|able|more|less|fewer"
    r"|free|freed|confident|better|aware|reduced|increased|lower|higher"
    r"|(?:protected|empowered|supported)(?! (?:by|through|via)\b)|healthier|at (?:less )?risk|tolerated"
    r"|accepted|held to account|brought to justice))\b",
    re.IGNORECASE,
)
# "This will ensure that residents have …": what comes of something else.
_CONSEQUENCE = re.compile(
    r"^(?:this|these|doing so|such|together(?:,)? (?:this|these|they))\b(?:\s[\w,’'-]+){0,14}?\s(?:will"
    r"|would)\s(?:also\s|then\s|not only\s)?"
    r"(?:ensure|enable|allow|help|guarantee|mean|strengthen|create|make|give|improve|increase|reduce|lead to)\b",
    re.IGNORECASE,
)
# "The money from the fund will enable …"
_MONEY = re.compile(
    r"(?:(?:the|this|these|that|further|additional|extra|new|their)\s)*(?:[\w-]+\s){0,3}?(?:money|funding|funds?"
    r"|grants?|investment"
    r"|round|award|precept)\b",
    re.IGNORECASE,
)
_PAYS_FOR = re.compile(
    r"(?:will|would|shall)\s(?:also\s|then\s)?(?:enable|allow|help|encourage|invest|support|pay|ensure|mean"
    r"|fund)\b",
    re.IGNORECASE,
)
# "six commitments which together will help to …"
_OF_ITSELF = re.compile(
    r"\b(?:which|that)\s(?:together\s|in turn\s|also\s)?(?:will|would)\s(?:\w+ly\s|also\s)?(?:help|enable|allow"
    r"|ensure|mean"
    r"|build (?:up)?on|lead to|result in|give|promote|strengthen|improve|increase|reduce|be (?:more|less|better))\b"
    r"|^(?:and\s)?it\s(?:will|would)\s(?:also\s|then\s|not only\s)?(?:help|enable|allow|mean|give|lead to|result in)\b",
    re.IGNORECASE,
)
# "A victim will …", "Each learner will …": what happens case by case; "More residents will …": what is hoped for.
_ONE_OF_MANY = re.compile(
    rf"(?:more|fewer|less)\s(?:[\w-]+\s){{0,3}}?(?:{PEOPLE}|{_MEASURED})(?:\s.*)?|(?:an?|one|each|any)\s(?:repeat "
    rf"|new |young )?(?:residents?|victims?|survivors?|service users?|learners?"
    r"|participants?|person"
    r"|individuals?|child|client|complainants?|callers?|pupils?|tenants?|applicants?)(?:\s(?:who|whose|at|with"
    r"|in)\b.*)?",
    re.IGNORECASE,
)
# "Most victims will not see themselves as such": what people are like.
_WILL_NOT = re.compile(
    r"\b(?:victims?|survivors?|residents?|people|women|girls|children|families|offenders?"
    r"|perpetrators?)\s(?:\w+\s){0,2}?will\s"
    r"(?:often\s|usually\s)?not\s",
    re.IGNORECASE,
)
# "will be jointly responsible", "will be chaired by the leader": how a body is made up
_SET_UP_SO = re.compile(
    r"(?:will|shall|would) be (?:\w+ly )?(?:responsible|accountable|chaired|attended|represented|made up"
    r"|composed)\b",
    re.IGNORECASE,
)
_UNTOLERATED = re.compile(
    r"\b(?:will|shall) not (?:tolerate\b|be (?:tolerated|accepted|ignored|provid\w+|disclos\w+|releas\w+)|provide"
    r"|disclose|release|normally)\b",
    re.IGNORECASE,
)
# "We will have reduced …": how it is to look in the end.
_PERFECT = re.compile(
    r"\b(?:will|shall|to) (?:\w+ly )?have (?:\w+ly )?(?:\w+(?:ed|en)|more|fewer|less|better|made|built|had"
    r"|run|set"
    r"|held|met|become|put|seen|brought)\b",
    re.IGNORECASE,
)
# "We will have an exit plan agreed before then"
_HAVE_DONE = re.compile(
    r"(?:will|shall) (?:\w+ly )?have (?:an?|the|our|its) [^.;,]{2,50}?"
    r"\s(?:agreed|ready|in place|drawn up|up and running|signed)\b"
)
# "By the summer, all officers will have been trained" has its day.
_BY_THEN = re.compile(
    r"From\s(?:[A-Z]\w+\s)?20\d\d|By (?:the )?(?:(?:end|start|close) of )?(?:[A-Z]\w+ )?20\d\d"
    r"|By\s(?!\w+ing\b)[^,]{3,40},(?!.*\bhave\s(?:reduced|increased|improved|seen"
    r"|fewer|more|less)\b)"
)
# "Every refuge will have a children's worker" is no such picture.
_EACH = re.compile(rf"\b(?:[Ee]very|[Ee]ach)\s(?!{PEOPLE}\b)(?:[\w-]+\s){{1,4}}$")
# "This strategy sets out how we will work together"
_TOLD = re.compile(
    r"^(?:the|this|our) (?:\w+ ){0,3}(?:strategy|plan|document|report|section|chapter|table|policy"
    r"|framework)\s(?:identif|list"
    r"|contain|provid|includ|reflect|cover|summar|present)\w*\b[^.,;]*\b(?:that|which)\b[^.,;]*$|"
    r"\b(?:sets? out|setting out|outlines?|outlining|describes?|explains?|details?|detailing|shows?|highlights?"
    r"|summarises?"
    r"|understand(?:ing)?|know|knowing|on|of(?! which\b)|see|discuss(?:ed|ion)?|consider|agree|decide|determine"
    r"|explore)\s"
    r"(?:clearly |briefly )?(?:how(?! to\b)|what|why|whether|which|who|where|when)\b"
    r"(?:(?!\b(?:will|shall|should|could)\b)[^.;]){0,80}$"
    r"|\w\s(?:how(?! to\b)|what|why|whether)\s(?:(?!\b(?:will|shall|should|could|can|would)\b)[^.;,]){0,80}$"
    r"|\b(?:sets? out|outlines?|describes?|explains?|details?)\s(?:how|what|who|where|when)\b[^.;]*\b(?:and"
    r"|or)\s(?:how|what"
    r"|who|where|when|which)\s(?:(?!\b(?:will|shall)\b)[^.;]){0,60}$"
    r"|\b(?:research|evidence|studies|data)\s(?:shows?|suggests?|indicates?|tells us)\b[^.;]{0,80}$"
    r"|\b(?:includ\w+|about|for|on|of|covers?|to|describes?|sets? out)\s(?:the|all|any|what) (?:\w+ )?(?:actions?"
    r"|approach|work|steps|ways?|measures|principles|activit(?:y|ies)|things|role) (?:that |which )?(?:we|it|they"
    r"|(?:the|our) [\w ]{2,30}?)\s$|^this (?:would |will |also )?means? (?:that )?[^.;]{0,60}$|\b(?:risk|fear|chance"
    r"|possibility|likelihood"
    r"|danger|concerns?|concerned|I know|I trust|I am sure|worried|realis\w+|believ\w+|think"
    r"|aware|possible|probable) (?:\w+ )?that\b[^.;]{0,80}$",
    re.IGNORECASE,
)
# "this strategy sets out how we intend to …"
_MEANT = re.compile(r"(?:intend|plan|propose|aim)s?\sto\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:sets? out|outlines?|describes?|explains?|details?)\s(?:how|what|where)\s[^.;,]*$", re.IGNORECASE
)
# "An adviser will contact the victim within 24 hours": what workers of a service do, case by case.
_WORKER = (
    r"(?:id?sva|idva|isva|advocates?|case ?workers?|key ?workers?|workers?|advis[eo]rs?|counsellors?|helpline|marac"
    r"|navigators?"
    r"|coordinators?|support workers?|clinic|referrer|practitioner|panel|scheme|service|officer)"
)
_CASE = (
    r"(?:victims?|survivors?|clients?|service users?|persons?|individuals?|famil(?:y|ies)|child(?:ren)?"
    r"|perpetrators?|offenders?"
    r"|patients?|tenants?|callers?|applicants?|them|cases?|complainants?|young people|young person|referrals?)"
)
_SERVICE = re.compile(
    rf"\b(?:An?|Each|Every|Any|Their|Your)\s(?:[\w-]+\s){{0,4}}?{_WORKER}"
    rf"\s(?:[\w,]+\s){{0,8}}?(?:will|shall)\s(?:\w+\s){{1,5}}?(?:the |a |an |each |any |all |their )?{_CASE}\b",
    re.IGNORECASE,
)
# "Officers will take a statement from the victim", "will attend when called"
_PROCESS = re.compile(
    r"^(?:[Aa]n?\s|[Tt]he\s)?(?:[\w-]+\s){0,2}?(?:officers?|staff|advis[eo]rs?|workers?|caseworkers?|advocates?"
    r"|idvas?|team|service)\s"
    r"(?:\w+\s){0,2}?will\s(?!be\b)(?:[\w'’]+\s){1,8}?(?:(?:the|a|an|each|every) (?:victim|survivor|client|service"
    r" user|person"
    r"|individual|family|child|young person|perpetrator|offender|patient|tenant|caller|applicant|complainant|case"
    r"|referral)\b"
    r"|(?:when|if|where) (?:called|needed|required|asked|requested|contacted|notified|alerted)\b)"
    r"|\bwill be\s[^.;]{3,80}?\swithin\s(?:\w+\s){1,3}?(?:hours?|days?) of (?:the |a |each )?(?:referral|receipt|report"
    r"|disclosure|request)\b"
    r"|\bwill\s(?:\w+\s){1,4}(?:when|if) (?:called|needed|asked|requested|contacted|notified|alerted)\b",
    re.IGNORECASE,
)
# "Callers will be offered an appointment within two days": how a service works.
_OFFERED = re.compile(
    rf"\b(?:{_CASE}|callers?|calls|complaints|reports|enquiries)\s(?:(?:who|that|whose|from|of"
    rf"|at)\s[^.,;]{{2,50}}?\s|\w+\s){{0,3}}?"
    r"will\sbe\s\w+\b[^.;]{0,60}\bwithin\s(?:\w+\s){1,2}?(?:working\s)?(?:minutes|hours?|days?|weeks?|rings)\b",
    re.IGNORECASE,
)
# What will be so, of itself; nobody does it.
_STATE = re.compile(
    r"^(?:will|shall|would)\s(?:be kept under|(?:often|usually|typically|normally|generally|sometimes|tend)\b|(?:\w+ly\s|also\s|now\s"
    r"|still\s|then\s|therefore\s|only\s|not\s"
    r"|all\s)*(?:be\s(?:\w+ly\s)?(?:an?\s)?(?:crime|(?:criminal )?offence|key|crucial|important"
    r"|essential|vital|critical|central|needed|necessary|required(?! to (?:report|submit|complete|undertake)\b)"
    r"|difficult|challenging|likely|subject to|entitled"
    r"|liable"
    r"|responsible|familiar|possible|useful|helpful|beneficial|appropriate|no|affected|impacted|influenced"
    r"|missed|inspected"
    r"|away|absent|on leave|unable|over-?spent|under-?spent|met (?:from|within))\b|(?:expire|lapse|cease|run out"
    r"|come to an end|end (?:in"
    r"|on|at|by|when)\b"
    r"|require|mean|need|cost|affect|impact|benefit"
    r"|matter"
    r"|remain(?! on\b)|be (?:in force|in effect|in place for|at the (?:heart|centre|core|forefront))|form (?:the|a"
    r"|part)\b"
    r"|decide (?:how|whether|if|what|the)|agree (?:how|whether|what|which)\b"
    r"|depend|differ|vary|(?:look|feel|be) like|be an? [\w ]{2,30}? (?:where|in which)\b"
    r"|continue to (?:rise|fall|grow|increase|decrease|decline|drop)\b|(?:act|serve) as\b|(?:rise|fall"
    r"|drop(?! (?:in|off)))\b|bring (?:more|fewer|new|with)\b"
    r"|have an? (?:[\w-]+ )?(?:impact|effect|influence|bearing)\b|include(?! \w+ing\b)|provide (?:an? |the "
    r"|us with an? )?(?:\w+ )?(?:opportunit\w+|basis"
    r"|platform|forum|chance"
    r"|insights?|overview|focus|framework)"
    r"|comprise|consist|contain|lie|arise|occur"
    r"|happen(?! (?:by|before|in|on|from|at)\b)|bring benefits|take time"
    r"|come into"
    r" force|apply"
    r"|exceed|face|cause|always"
    r" be|have (?:due )?regard)\b))",
    re.IGNORECASE,
)
# "others will be bespoke": what some of a kind are like
_SOME = re.compile(r"\b(?:some|others|many)\s(?:of (?:them|these|the \w+)\s)?$", re.IGNORECASE)
_DOES = re.compile(r"(?:will|shall|would)\s(?:also\s|now\s|then\s)?(?:include|require|apply|decide)\b", re.IGNORECASE)
_AUTHOR = re.compile(
    r"(?<!of the )(?<!of )\b(?:[Ww]e|[Cc]ouncil|[Pp]artnership|[Bb]oard|[Tt]eam|[Pp]artners)\s(?:(?:also|all|then"
    r"|now|jointly"
    r"|therefore|both|each)\s)?$"
)
# "has not said whether the grant will go on"
_ASKED_WHETHER = re.compile(r"\bwhether\s(?:(?!\b(?:and|but)\b)[^.;,]){0,80}$")


def only_tells(clause: str, start: int) -> bool:
    """Whether the promising word at ``start`` of a clause only tells an outcome, a state, a service or a content."""
    here, before = clause[start:], clause[:start]
    if not re.match(r"(?:will|shall|would)\b", here, re.IGNORECASE):
        return bool(_MEANT.match(here) and _HOLDS.search(before))
    return bool(
        _ONE_OF_MANY.fullmatch(subject_of(clause, start))
        or _UNTOLERATED.search(here[:40])
        or _SET_UP_SO.match(here)
        or (
            _PERFECT.match(here)
            and not _HAVE_DONE.match(here)
            and not _EACH.search(before)
            and not _BY_THEN.match(clause)
        )
        or (_PAYS_FOR.match(here) and _MONEY.match(subject_of(clause, start)))
        or _TOLD.search(before)
        or _ASKED_WHETHER.search(before)
        or _SOME.search(before)
        or re.match(r"would inform\b", here, re.IGNORECASE)
        or (_PROCESS.search(clause) and not _AUTHOR.search(before))
        or (_STATE.match(here) and not _AUTHOR.search(before) and not _does(clause, start))
        or any(
            m.start() <= start < m.end()
            for m in (
                *_OUTCOME.finditer(clause),
                *_CONSEQUENCE.finditer(clause),
                *_OF_ITSELF.finditer(clause),
                *_WILL_NOT.finditer(clause),
                *_SERVICE.finditer(clause),
                *_OFFERED.finditer(clause),
            )
        )
    )


def _does(clause: str, start: int) -> bool:
    """Whether somebody named includes, requires or applies for something: no state, as of a plan or a rule."""
    return bool(_DOES.match(clause[start:]) and doer_named(subject_of(clause, start), "we"))
