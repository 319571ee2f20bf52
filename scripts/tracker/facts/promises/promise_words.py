"""The words by which board papers promise, hope and pass on what the law asks.

Firm is what a body says it will do, is doing towards an end, or has agreed to do; soft is what it wants, hopes, may do
or thinks should be. What Parliament, the Government, courts and statutes do is national and no promise of the board.
"""

from __future__ import annotations

import re

from tracker.facts.promises.promise_verbs import DONE, ORDERED

_ADV = (
    r"(?:(?:also|now|then|next|soon|still|further|jointly|together|all|each|again|regularly|actively|currently"
    r"|already|later|separately|only|first|continue to|in\s\d{4}|always|never|not)\s){0,2}"
)
FIRM = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"\b(?:will|shall)\s{_ADV}(?!have (?:been|had)\b)(?:be\s)?[a-z]", re.I),
        (r"\b(?:[Ww]e|[Tt]hey|[Ii]t|[Hh]e|[Ss]he|[Tt]here|I)(?:'|’)ll\b", 0),
        (
            r"\b(?:is|are)\s(?:also\s|now\s|then\s|all\s|each\s)?to\s(?!get\b|lose\b|face\b|suffer\b|see\b|know\b"
            r"|say\b|find\b|be found\b"
            r"|engage\b|date\b|its\b|the\b|a\b|their\b|do with\b|us\b|what\b|this\b|that\b|you\b"
            r"|residents\b)[a-z]+\b",
            0,
        ),
        (
            r"\bin the process of (?:being )?\w+(?:ing|ed)\b",
            re.I,
        ),
        (
            r"\b(?:is|are|was|were)\s(?:now\s|already\s|being\s|also\s)*(?:planned|scheduled|booked|timetabled"
            r"|pencilled in|underway|under way|in "
            r"preparation|in development|in hand)\b|\b(?:is|are) (?:now |already )?in progress\b|\b(?:in preparation"
            r"|planned for)\b",
            re.I,
        ),
        (
            r"(?<!['’]s )\b(?:plans?|planning|intends?|pledge[sd]?|undertakes?|commits? (?:itself|ourselves"
            r"|themselves)? ?"
            r"|agree[sd]?|promises?|proposes?)\s(?:as well\s)?to\s(?!an?\b|the\b|this\b|that\b|it\b|support "
            r"from\b)[a-z]",
            re.I,
        ),
        (
            r"(?:(?<=\bhas )|(?<=\bhave )|(?<=\bhad ))(?:decided|resolved|opted|arranged) to\s"
            r"(?!note\b|approve\b|be\b)[a-z]+",
            0,
        ),
        (
            r"\b(?:has|have|had)\s(?:now\s|also\s)?(?:agreed|approved|set aside|earmarked)\s(?:an?\s(?:[\w-]+\s){0,3}?"
            r"(?:programme|budget|grant|scheme|sum|fund)\b|£|funding\b|money\b)(?:[^.;]"
            r"|\.\d){0,60}?\sto\s(?!date\b|the\b|an?\b)[a-z]+",
            0,
        ),
        (r"\bpromises\s(?:all|every|each|our|that|a)\b", re.I),
        (
            r"(?<!not )\bdue to (?:be|start|begin|commence|launch|go live|open|follow|join|arrive|move|expand"
            r"|close|complete|finish|report|go"
            r"|come|meet"
            r"|return|publish"
            r"|conclude|receive|sign)\b|\b(?:is|are|also|next)\s(?:expected\s)?due\s(?:to|in|at|for|by|later|from|on"
            r"|before|two|three|four"
            r"|\d)|,\sdue\s(?:in|at|by|for|on|later)\b|\bcompletion is due\b",
            re.I,
        ),
        (r"\bgoing to\s(?!school|work|court|the|a)[a-z]+", re.I),
        (
            r"\bmore to come\b|\bto come to (?:the |a )?(?:next|later|future)\b|\bwork (?:goes on|continues"
            r"|continuing|is continuing|is taking place|is ongoing) (?:to take place )?to\b"
            r"|\bwork has (?:now )?(?:begun|started)\b"
            r"|\bis next\b|^Next,\s",
            re.I,
        ),
        (
            r"\b(?:funding|money|grant)\s(?:is|was|has been|have been)\s(?:agreed|secured|confirmed"
            r"|approved)\sfor\b|\bagreed (?:£|to fund|funding)|\bis funded for\b|\bfunded for (?:one|two|three|\d)",
            re.I,
        ),
        (
            r"\b(?:completion|launch|delivery|start|roll-?out|publication|opening)\s(?:is |was )?(?:now |currently )?"
            r"(?:expected|due|anticipated|planned|scheduled)\s(?:in|by|for|at|on|from|before)\b",
            re.I,
        ),
        (
            r"\bto be\s(?:\w+ly\s)?(?:\w+ed|held|built|put in place|set up|written|begun|rolled out)\s(?:by|before"
            r"|during|within"
            r"|no later than|in|from|at)\s(?:the |early |late |mid-?|end |of |next |summer |spring |autumn "
            r"|winter )*(?:20\d\d|\d{1,2}"
            r"(?:st|nd|rd|th)?\s|Q\d|January|February|March|April|May|June|July|August|September|October|November"
            r"|December|year"
            r"|meeting|spring|summer|autumn|winter|months?)",
            re.I,
        ),
        (
            r"^(?:(?!\b(?:is|are|was|were|has|have|had|will|would|needs?|due|able|likely|continues?|ought|wants?|for"
            r"|if|when"
            r"|that|how|what|used|expected|supposed|said|known|seems?|had|allowed|required|agreed"
            r"|enough)\b)[^.;:]){3,90}?\sto be\s(?:\w+ly\s)?(?:\w{3,}ed|held|built|put in place|set up|written"
            r"|begun|sent|brought|made|given|taken|drawn up|sought|found|kept|shown|done|chosen|bought|fed back|run)\b",
            0,
        ),
        (r"^(?:Launch|Start|Completion|Timescale|Deadline|By when)\s?:", re.I),
        (
            r"\bgoes? to the next\b|\b(?:[Rr]eports?|[Rr]esults|[Ff]indings|[Uu]pdates?)\s(?:go|goes|are reported) "
            r"to (?:the )?[A-Z][\w ]+?(?:,|\s(?:and|quarterly|annually|Quarterly|Annually|for|in)\b)",
            0,
        ),
        (r"\b(?:has|have)\s(?:now\s|also\s)?begun to\s[a-z]|^Begun to\s", re.I),
        (r"\b(?:now\s)?leads?\s(?:on|a|an|the)\s(?:\w+\s)?(?:\w+ing|review|audit|development|roll-?out)\b", 0),
        (r"\b[Pp]lans (?:for|in)\s[\w /–-]{3,30}?\sinclude\b", 0),
        (rf"\bwith\s[^,.;]{{2,40}}?\sto be\s{DONE}\b", re.I),
        (r"\b(?:was|were|is|are|been) (?:tasked|charged) with (?!the\b)[a-z]+ing\b", 0),
        (r"\b(?:is|are) on (?:target|track|course|schedule) (?:for|to)\b", 0),
        (
            r"\b(?:[Ww]e|[A-Z][\w’']+) (?:has|have) (?:now )?asked\s(?!(?:whether|if|for|that|how|what"
            r"|why)\b)[^.;]{3,60}?\sto\s[a-z]",
            0,
        ),
        (
            r"\b(?:has|have) been (?:asked|tasked|requested|instructed|invited) to\s(?:present|attend|speak|join"
            r"|provide|send|report|submit"
            r"|bring|prepare|share|circulate|return|update)\b",
            0,
        ),
        (r"\b(?:will|shall),\s[^,;]{3,90},\s(?!be\b)[a-z]+\b", 0),
        (r"\b(?:is|are)\smaking\s(?:improvements|changes|further|more|it easier)\b", 0),
        (r"\b(?:has|have) committed to (?!the\b|this\b|our\b|their\b|being\b)[a-z]+", 0),
        (
            r"\b(?:has|have|had) (?:all |now |also )?(?:signed up|undertaken|pledged|promised|vowed"
            r"|volunteered) to (?!the\b|an?\b)[a-z]+"
            r"|\b(?:is|are|was|were) (?:now )?(?:under construction|on order|out to tender|in train|in the pipeline)\b"
            r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)[’']d (?:also )?(?!like\b|love\b|prefer\b|welcome\b"
            r"|better\b|rather\b"
            r"|be (?:happy|keen)|been\b|\w+ed\b|(?:had|got|seen|done|made|sent|met|held|written|gone|heard"
            r"|had)\b)[a-z]{2,}",
            0,
        ),
        (r"\b[Ww]e (?:also )?commit to\s|\b(?:commits?|(?:has|have) committed) to \w+ing\b", 0),
        (r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!remain )\bcommitted to (?!being\b)\w+ing\b", 0),
        (
            r"\bundert(?:ook|aken) to\s[a-z]+|\b[Pp]lans include\s|\bhas funding until\b"
            r"|\b(?:is|are) proposing to\s[a-z]+|\b[Ww]ork is ongoing to\s[a-z]+",
            0,
        ),
        (
            r"\b(?:is|are) funded until\b|\bfunding\b[^.;]{0,60}?\b(?:is|has been|was) (?:secured|agreed"
            r"|confirmed)\s(?:until"
            r"|up to|through to|to)\s(?:the end of )?(?:\w+\s)?20\d\d",
            re.I,
        ),
        (
            r"\b(?:plans|arrangements|funding) (?:is|are|has been|have been) (?:put )?in place (?:for|to)\b|\b(?:it"
            r"|this) (?:is|was) (?:also |now )?(?:intended|planned|proposed) to\b|\bintention is to\b",
            re.I,
        ),
        (r"\b(?:volunteered|pledged|promised) to\s(?!the\b|an?\b)[a-z]+", 0),
        (r"^(?:For|In|From|During)\s(?:the\s)?20\d\d\s?[-–/]\s?(?:20)?\d\d\s(?:programme|period|year|plan)\s?:", re.I),
        (r"\b(?:go|goes|going) back to\b|\bseeks? to sign\b", re.I),
        (r"\bwill (?:soon|then|now|next)\b", re.I),
        (r"^(?:ACTIONS?|Actions?|AGREED ACTION|Action point)\s?\d*\s?[:–-]\s|\((?:ACTION|Action)\s?[:–-]", 0),
        (
            r"^(?:[A-Z][\w'’&.-]*\s){1,5}to\s(?:circulate|provide|bring|share|report|send|contact|arrange|review"
            r"|invite|follow|update|prepare|present|draft|liaise|confirm|check|investigate"
            r"|organise|produce|speak|look|raise|add|feed|ensure|write|explore)\b",
            0,
        ),
        (r"\b(?:continues?),\s(?:reviewed|with)\b", re.I),
    )
)
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
    r"|[Tt]he [Cc]ourts?\b(?! (?:hearing|date|case|users?|room))|Magistrates(?:'|’)? Court|A court|A constable"
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
