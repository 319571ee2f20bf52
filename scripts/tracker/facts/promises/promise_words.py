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
        r"|partners|council|partnership|authority|board|team|it) wants? to\b|\b(?:is"
        r"|are) working (?:to|for|towards)\b",
        r"\b(?:we|partners|partnership|council|board|all partners|it|team|teams)\swants?\b|\baims? at\b"
        r"|\bwould (?:like|welcome)\b",
        r"\b(?:should|ought to)\s(?!thus\b|lessen\b|these\b|expect\b|(?:also |always |not )?be (?:noted|aware|sent"
        r"|directed|thanked|congratulated|commended|praised|proud|honest|compared|interpreted|borne in mind|read "
        r"(?:alongside|with|together|in)|treated (?:with|as) |viewed (?:with|as)))(?:\w+\s){0,2}?[a-z]+",
        r"\b(?:may|might|could)\s(?:be (?:published|launched|extended|rolled out|introduced|held|expanded"
        r"|commissioned|brought)|follow\b|come to\b|also (?:follow|include))",
        r"\b(?:[Ww]e|[Pp]artners|[Pp]artnership|[Cc]ouncil|[Ss]ervices)\s(?:must|needs? to)\s[a-z]+",
        r"\b(?:is|are|remains?)\scommitted\sto\b|\bcommits itself\b|(?<!national )\bambition\b|\bambitious\b"
        r"|\b(?:our|the"
        r"|partnership.s|shared) vision (?:is|for|of)\b"
        r"|\baspir\w+\b|\b(?:expectation|hope|wish|desire) (?:is |was )?that\b|\bpriority (?:is|will)\b"
        r"|\bfocus is on\b",
        r"\b(?:is|are)\s(?:\w+\s)?(?:exploring|considering|investigating whether|looking (?:at|into)|keen"
        r"|interested)\b|\b(?:is|are) being (?:considered|explored|scoped|discussed)\b|\bunder (?:review"
        r"|consideration|discussion)\b",
        WISHED,
    )
)
# Actors and texts whose "will" is not the board's: the state, its laws, courts and general rules.
STATE = (
    r"(?:(?:HM |UK |[Cc]entral )?Government(?:'s|’s)?|Parliament|Home Office(?! (?:funding|bid|[Rr]egional"
    r"|(?:and \w+ )?funded))"
    r"|Home Secretary|Department (?:for|of)|Ministry of|Secretary of State|Cabinet Office|NHS England|NHS Improvement"
    r"|Office for (?:Students|Health)|OHID|[Tt]he government(?:'s|’s)?|Ofsted|CQC|Care Quality Commission|HMIP"
    r"|HMICFRS|H(?:is|er) Majesty(?:'s"
    r"|’s) Inspectorate|HM Inspectorate|Inspectors(?= will)"
    r"|Youth Justice Board|YJB|Crown Prosecution Service|Law Commission|Information Commissioner|IOPC|DLUHC|MHCLG|DfE"
    r"|DHSC"
    r"|Mayor(?:'s|’s| of London(?:'s|’s)?)? (?:Office|Violence|plan|strategy)|London Mayor(?:'s|’s)?|Mayor of London"
    r"|Police and Crime Commissioners|College of Policing|(?:Domestic Abuse|Victims(?:'|’)?|Children(?:'s"
    r"|’s)) Commissioner"
    r"|London(?:'s|’s) Blueprint|National (?:Crime|Statement|Police Chiefs|Probation Service will))"
)
NATIONAL = re.compile(
    rf"\b(?:{STATE}|Royal Assent"
    r"|(?:the|The|this|This) (?:[\w ]{0,30})?(?:Act|Bill|Regulations|legislation|law|statute)\b|\b(?:Act|Bill) "
    r"\d{4}\b|Under (?:the |s\.)|By s\.|[Ss]ection \d+\w? (?:of|makes|requires|provides|places|allows|states|creates"
    r"|says|gives)|statutory (?:guidance|code|duty|definition)|under (?:a|the) (?:\w+ )?duty"
    r"|(?:[Tt]he [Cc]ourts?|Courts(?= will| may| can))\b(?! (?:hearing|date|case|users?|room))|Magistrates(?:'|’)? Court|A court|A constable"
    r"|[Ll]ocal authorities in England|public(?:-| "
    r")sector equality duty|public authority|(?:[Ss]pecified|[Rr]esponsible|[Rr]elevant) authorities|Authorities may"
    r"|England and Wales|Local and regional partnerships"
    r"|nationwide|[Nn]ational (?:\w+ )?(?:review|inquiry|campaign|register|curriculum|body)|(?:National"
    r"|International|World) (?:[A-Z]\w+ ){1,4}(?:Week|Day|Month))\b"
)
NATIONAL_HEADING = re.compile(
    r"\b(?:legal|constitution|legislation|Act \d{4}|Act received|definitions?|national|international|statutory"
    r"|Protection (?:Notice|Order)|equalit(?:y|ies) and diversity|social value|consultation and engagement|fire "
    r"safety|duties under|regulations|^how to|your rights|refusal|appeal|advice and assistance|direct marketing"
    r"|further information)\b",
    re.I,
)
# How items of a plan begin: a verb without a subject ("Develop a training offer").
IMPERATIVE = re.compile(
    r"^(?:To |Continue to |Continue |Further |Jointly |Work to |Help |Actively |Proactively |Where \w+, )?"
    rf"(?:{ORDERED}|Work)\b(?! (?:was|were|has|have|is|are|in progress)\b)"
)
