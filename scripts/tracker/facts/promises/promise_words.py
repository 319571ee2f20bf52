"""The words by which board papers promise, hope and pass on what the law asks.

Firm is what a body says it will do, is doing towards an end, or has agreed to do; soft is what it wants, hopes, may do
or thinks should be. What Parliament, the Government, courts and statutes do is national and no promise of the board.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_verbs import ORDERED

# A "will" that only wishes: it makes no firm promise.
WISHED = (
    r"\b(?:will|shall|to)\s(?:all\s|also\s)?(?:seek to|seek the|aim|try|endeavour|strive|hope|bring down|look to)\b"
)
SOFT = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:aims?|aiming|hopes?|hoping|seeks?|seeking|strives?|striving|wishes|looking|would like|would welcome"
        r"|would want)\sto\b(?! (?:thank|express|extend (?:our|its|their|thanks)|pay|acknowledge|take this))|\b(?:we"
        r"|partners|council|partnership|authority|board|team|it) wants? to\b|\b(?:is|are) working (?:to|for"
        r"|towards)\b",
        r"\b(?:we|partners|partnership|council|board|all partners|it|team|teams)\swants?\b|\baims? at\b"
        r"|\bwould (?:like|welcome)\b",
        r"\b(?:should|ought to)\s(?!thus\b|lessen\b|these\b|expect\b|(?:also |always |not )?be (?:noted|aware|sent"
        r"|directed|thanked|congratulated|commended|praised|proud|honest|compared|interpreted|borne in mind"
        r"|read (?:alongside|with|together|in)|treated (?:with|as) |viewed (?:with|as)))(?:\w+\s){0,2}?[a-z]+",
        r"\b(?:may|might|could)\s(?:be (?:published|launched|extended|rolled out|introduced|held|expanded"
        r"|commissioned|brought)|follow\b|come to\b|also (?:follow|include))",
        r"\b(?:[Ww]e|[Pp]artners|[Pp]artnership|[Cc]ouncil|[Ss]ervices)\s(?:must|needs? to)\s[a-z]+",
        r"\b(?:is|are|remains?)\scommitted\sto\b|\bcommits itself\b|(?<!national )\bambition\b|\bambitious\b|\b(?:our"
        r"|the|partnership.s|shared) vision (?:is|for|of)\b|\baspir\w+\b|\b(?:expectation|hope|wish|desire) (?:is "
        r"|was )?that\b|\bpriority (?:is|will)\b|\bfocus is on\b",
        r"\b(?:is|are)\s(?:\w+\s)?(?:exploring|considering|investigating whether|looking (?:at|into)|keen"
        r"|interested)\b|\b(?:is|are) being (?:considered|explored|scoped|discussed)\b|\bunder (?:review"
        r"|consideration|discussion)\b",
        WISHED,
    )
)
# Actors and texts whose "will" is not the board's: the state, its laws, courts and general rules.
STATE = (
    r"(?:(?:HM |UK |[Cc]entral )?Government(?:'s|’s)?|Parliament|Home Office(?! (?:funding|bid|[Rr]egional"
    r"|(?:and \w+ )?funded))|Home Secretary|Department (?:for|of)|Ministry of|Secretary of State|Cabinet Office"
    r"|NHS England|NHS Improvement|Office for (?:Students|Health)|OHID|[Tt]he government(?:'s|’s)?|Ofsted|CQC"
    r"|Care Quality Commission|HMIP|HMICFRS|H(?:is|er) Majesty(?:'s|’s) Inspectorate|HM Inspectorate"
    r"|Inspectors(?= will)|Youth Justice Board|YJB|Crown Prosecution Service|Law Commission|Information Commissioner"
    r"|IOPC|DLUHC|MHCLG|DfE|DHSC|Mayor(?:'s|’s| of London(?:'s|’s)?)? (?:Office|Violence|plan|strategy)"
    r"|London Mayor(?:'s|’s)?|Mayor of London|Police and Crime Commissioners|College of Policing|(?:Domestic Abuse"
    r"|Victims(?:'|’)?|Children(?:'s|’s)) Commissioner|London(?:'s|’s) Blueprint|National (?:Crime|Statement"
    r"|Police Chiefs|Probation Service will))"
)
NATIONAL = re.compile(
    rf"\b(?:{STATE}|Royal Assent"
    r"|(?:the|The|this|This) (?:[\w ]{0,30})?(?:Act|Bill|Regulations|legislation|law|statute)\b|\b(?:Act|Bill) \d{4}\b"
    r"|Under (?:the |s\.)|By s\.|[Ss]ection \d+\w? (?:of|makes|requires|provides|places|allows|states|creates|says"
    r"|gives)|statutory (?:guidance|code|duty|definition)|under (?:a|the) (?:\w+ )?duty|(?:[Tt]he [Cc]ourts?"
    r"|Courts(?= will| may| can))\b(?! (?:hearing|date|case|users?|room))|Magistrates(?:'|’)? Court|A court"
    r"|A constable|[Ll]ocal authorities in England|public(?:-| )sector equality duty|public authority|(?:[Ss]pecified"
    r"|[Rr]esponsible|[Rr]elevant) authorities|Authorities may|England and Wales|Local and regional partnerships"
    r"|nationwide|[Nn]ational (?:\w+ )?(?:review|inquiry|campaign|register|curriculum|body)|(?:National|International"
    r"|World) (?:[A-Z]\w+ ){1,4}(?:Week|Day|Month))\b"
)
NATIONAL_HEADING = re.compile(
    r"\b(?:legal|constitution|legislation|Act \d{4}|Act received|definitions?|national|international|statutory"
    r"|Protection (?:Notice|Order)|equalit(?:y|ies) and diversity|social value|consultation and engagement"
    r"|fire safety|duties under|regulations|^how to|your rights|refusal|appeal|advice and assistance|direct marketing"
    r"|further information)\b",
    re.I,
)
# How items of a plan begin: a verb without a subject ("Develop a training offer").
IMPERATIVE = re.compile(
    r"^(?:To |Continue to |Continue |Further |Jointly |Work to |Help |Actively |Proactively |Where \w+, )?"
    rf"(?:{ORDERED}|Work)\b(?! (?:was|were|has|have|is|are|in progress)\b)"
)
