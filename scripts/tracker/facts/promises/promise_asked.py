"""What minutes say that somebody was asked, offered or set down to do, in words that promise nothing by themselves.

In: a clause of minutes. Out: where the words that set the work begin. "The Chair asked officers to write to the
owners" sets an action; "asked the Inspector to explain", "asked whether", "asked members to note" are talk of the
meeting itself.
"""

from __future__ import annotations

import re

# What is done there and then, at the meeting, or by the paper's readers.
_AT_THE_MEETING = (
    r"(?:note|consider|agree|approve|comment|endorse|keep|complete|rate|say|describe|leave|explain|clarify|elaborate"
    r"|expand (?:up)?on"
    r"|outline|introduce|speak(?!.*\b(?:outside|after) )"
    r"|join|support|raise any|declare|indicate|respond|summarise|talk|turn|remain|refrain"
    r"|be (?:aware|mindful)"
    r"|amend the (?:draft )?minutes|contact (?:the )?(?:clerk|democratic)|vote|move|elect|receive|sign|stand"
    r"|(?:give|provide|present) (?:an?|the|their|his|her) (?:\w+ )?(?:update|overview|summary|introduction|presentation"
    r"|view|explanation|assurance))\b"
)
_ASK = (
    r"(?:[Aa]sked|[Rr]equested|tasked|instructed|directed"
    r"|urged(?! (?:all )?(?:members|colleagues|everyone|residents)\b)|commissioned)"
)
# "officers to", "the Head of Housing and the police to": whom somebody asks; no more than a few words, no verb.
_WHOM = (
    r"(?!(?:whether|if|how|what|why|who|when|where|which|about|for|that|to|by|in|questions?)\b)"
    r"(?:(?!\b(?:to|was|were|had|has|would|will|is|are)\b)[\w’'&/,.()-]+\s){1,12}?"
)
_ASKED_TO = re.compile(
    rf"\b(?:(?:is|are|was|were|be|been) {_ASK} to|{_ASK}\s{_WHOM}to)\s(?!{_AT_THE_MEETING})(?P<verb>[a-z]+)"
)
# "asked that the figures be broken down by ward", "asked for the slides to be circulated"
_ASKED_FOR = re.compile(
    rf"\b(?:{_ASK}|sought)\s(?:that|for)\s(?:(?!(?:thanks|condolences|congratulations)\b)[\w’'&/-]+,?\s){{1,16}}?"
    rf"(?:to\s)?be\s(?:\w+ly\s)?(?!noted|recorded"
    rf"|minuted|thanked"
    r"|given (?:an )?assurance|aware)(?:[a-z]{3,}(?:ed|en|wn)|sent|brought|held|put|made|set|built|given|kept|fed"
    r"|split|cut|run|sought|met|found|let|spent)\b"
)
# "asked that all partners promote the survey"
_ASKED_THAT = re.compile(
    rf"\b{_ASK}\sthat\s(?:(?:the|all|both|each)\s)?(?:[\w’'&/-]+\s){{0,5}}?(?:he|she|they|officers?|partners?|members"
    rf"|agenc(?:y|ies)|teams?|police"
    r"|service|services|council|board|group|chair|manager|director|head of [\w ]{3,40}?|lead|leads|organisations)\s"
    rf"(?!(?:is|are|was|were|be|had|has|have|should|would|could|might|may|to|of|for|and|in|who|on)\b"
    rf"|{_AT_THE_MEETING})[a-z]{{3,}}\b"
)
# "requested a breakdown by ward for the next meeting": a paper that is to come.
_A_PAPER = re.compile(
    r"\b(?:asked for|requested)\s(?:that\s)?(?:an?|further|more)\s(?:[\w-]+\s){0,3}?(?:report|briefing|breakdown"
    r"|paper|note"
    r"|update|written response|presentation|deep dive|data|figures|information)\b"
    r"(?=.*\b(?:next|future|later|following|after the|outside(?: of)? the)\b.*\bmeetings?\b"
    r"|.*\b(?:in|within|after) (?:\w+ )?(?:months?|weeks?)\b)"
)
# Who offers a thing to others serves them; who offers to do it undertakes it. Who had offered it did so elsewhere.
# "Agencies were given four weeks to return their plans"
_GIVEN_UNTIL = re.compile(
    r"\b(?:(?:is|are|was|were)\sgiven|have|has|had)\s(?:until|[\w-]+\s(?:days|weeks"
    r"|months)(?= to\b))\b[^.;]{0,30}?\sto\s[a-z]+"
)
# "asked that this come to the next meeting"
_ASKED_THAT_IT = re.compile(
    rf"\b{_ASK}\sthat\s(?:this|it|these|(?:the|an?)\s[\w’'-]+(?:\s[\w’'-]+)?)\s(?:come|go|return|feature|form)\b"
)
_OFFERED = re.compile(
    r"(?<!had )(?<!been )(?<!being )(?<!is )(?<!are )(?<!was )(?<!were )\boffered to\s(?!(?:the|all|any|every|each|an?"
    r"|both|those"
    r"|them|him|her|residents|victims|survivors|people|schools|families|young|children|pupils|staff|partners|women|men"
    r"|local|businesses|members|parents|others)\b)[a-z]+"
)


# "Sgt Hill volunteered two officers", "The trust offered the use of its rooms", "The Chair invited her back in May"
_GAVE_WORD = re.compile(
    r"\btook (?:this|it|that|these|the (?:point|matter)) (?:away|back|up)\b"
    r"|(?<=[\w’')]\s)(?<!had )(?<!been )(?<!were )(?<!was )(?<!are )(?<!is )(?:(?:volunteered|pledged"
    r"|promised)\s(?!to\b|by\b)"
    r"|offered\s(?=(?:the (?:use|services)|use|his|her|their|its|help|assistance|support from|space|rooms?|places"
    r"|to)\b)(?!to\b)"
    r"|invited\s(?:[\w’'-]+\s){1,6}?(?:back|to (?:return|attend|present|report|speak|come))\b)"
)


def set_to_work_at(clause: str) -> int | None:
    """Where somebody is asked or offers to do something; None where nobody is or does."""
    found = [
        m.start()
        for pattern in (
            _GAVE_WORD,
            _GIVEN_UNTIL,
            _ASKED_THAT_IT,
            _ASKED_TO,
            _ASKED_FOR,
            _ASKED_THAT,
            _A_PAPER,
            _OFFERED,
        )
        for m in pattern.finditer(clause)
        if not _is_question(clause[: m.start()])
    ]
    return min(found, default=None)


def _is_question(before: str) -> bool:
    """Whether it is asked if somebody was asked: "queried whether the police had been asked to …"."""
    return bool(re.search(r"\b(?:whether|if|why|how)\s[^.;]{0,60}$", before))
