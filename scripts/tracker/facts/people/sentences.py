"""Names in running text and on lines of their own, known by what is said about them: who asks, petitions, is
greeted, to whom one writes, who holds a junior post."""

from __future__ import annotations

import re
from functools import cache

from tracker.facts.people.names import (
    ANY,
    BARE,
    BODY,
    CAPITALS,
    JUNIOR,
    SENIOR_POST,
    STYLE,
    STYLED,
    TWO_WORDS,
    WORD,
    is_junior_post,
    texts_of,
)
from tracker.facts.people.reported import people_reported
from tracker.records import Block

# ---- what is said about someone

_SAID = (
    # "Question from Mr Reed", "Question 2 – Ms Hall", "a petition was received from Jo Reed"
    rf"(?i:\b(?:questions?|petition|statement|deputation|representations?|request|complaint|enquiry)\b"
    rf"(?:\s+(?:no\.?\s*)?\d+)?(?:\s+(?:was|were|has been|have been|is))?(?:\s+(?:also\s+)?(?:received|submitted|asked"
    rf"|presented|raised|put|tabled|signed|made|sent))?\s+(?:from|by|on behalf of)\s+"
    r"(?:(?:a\s+)?(?:local\s+)?resident,?\s+)?)"
    rf"(?P<a>{ANY})",
    rf"(?i:\b(?:petition|deputation|complaint)\s+of\s+)(?P<b>{STYLED})",
    rf"(?i:\bquestion\s*\d*\s*[:–—-]\s*)(?P<c>{ANY})",
    rf"(?P<d>{STYLED})(?=,?\s+(?:then\s+|also\s+)?(?:presented|submitted|asked|addressed|brought|put|handed in|tabled)"
    rf"\b[^.;]{{0,60}}\b(?i:petition|question|representation|deputation|committee|board|council|meeting)\b)",
    rf"(?i:\blead\s+petitioner|\bpetition(?:er|\s+organiser)|\bquestioner|\brequest(?:er|or)|\bcomplainant"
    rf"|\blocal\s+resident)s?\s*[:,–-]?\s+(?P<e>{ANY})(?!\s+(?i:residents?|ward|estate)\b)",
    rf"(?i:\b(?:victim|survivor|bereaved|deceased|witness|defendant|perpetrator|offender|suspect|appellant|claimant|mother|father|widow(?:er)?|son|daughter|resident)"
    r"\s*[:,–—]\s+)"
    rf"(?P<i>{ANY})(?!\s+(?i:residents?|ward|estate)\b)",
    rf"(?P<f>{ANY}),?\s+(?:\([^)]{{1,30}}\),?\s+)?(?=(?:,\s*)?(?:a|an|who is a|one)\s+(?:local\s+|former\s+)?"
    r"(?:resident|tenant|victim|survivor|service[- ]user|pupil)\b)",
    rf"(?P<s>{ANY}),\s+(?=the\s+(?:resident|tenant|victim|survivor|complainant|pupil)\s*(?:[,.;)]|$|(?:of|in|who)\b))",
    # "Child B (Jo Reed)": the letter was to stand for the name.
    rf"\b(?i:child|adult|person|mother|father|victim|family|client)\s+[A-Z]\s*\((?P<t>{ANY})\)",
    rf"[”\"’']\s*(?:\(|[–—-]\s*)(?P<g>{ANY}),?\s+(?=(?:a\s+)?(?:local\s+)?(?i:resident|parent|tenant|victim|survivor"
    r"|mother|father|pupil|student|service[- ]user|carer|participant|client)\b)",
    rf"\b(?:PC|PCSO|PS|Sgt|Sergeant|Police Constable|Constable|DC)\.?\s+(?:\d{{2,5}}\w*\s+)?(?P<h>{ANY})",
    rf"\b(?P<r>(?:PC|PCSO|PS|Sgt|Sergeant|Police Constable|Constable|DC)\.?\s+(?:\d{{2,5}}\w*\s+)?{WORD})(?!\s+[A-Z])",
    rf"(?P<j>{ANY})\s*\((?i:(?:a\s+|local\s+)*(?:resident|tenant|member of the public|petitioner|questioner|victim))\)",
    rf"(?P<k>{STYLED})(?=,?\s+to\s+(?:ask|put|present|read|address)\b[^.;]{{0,40}}\b(?i:question|petition|deputation)\b)",
    rf"(?i:\bpetition|deputation)\b[^.;]{{0,60}}\b(?i:presented|submitted|handed\s+in|organised|started|led|headed"
    rf"|initiated|signed)\s+by\s+(?P<l>{ANY})",
    rf"(?i:\b(?:question|petition|statement)\s*\d*\s+(?:was\s+)?(?:submitted\s+|asked\s+)?(?:from|by)\s*:?\s+)"
    rf"(?P<m>{ANY}|{CAPITALS}(?:\s+{CAPITALS}){{1,2}})",
    rf"(?i:\b(?:murder|killing|manslaughter|stabbing|shooting|death|rape)\s+of\s+)(?P<n>{ANY})",
    rf"\b(?:husband|wife|partner|boyfriend|girlfriend|mother|father|son|daughter|brother|sister|volunteer|social worker"
    rf"|youth worker|case ?worker|key ?worker)\s+(?P<o>{BARE})",
    rf"\b(?:Volunteer|Social [Ww]orker|Youth [Ww]orker|Case ?[Ww]orker)\s+(?P<p>{BARE})(?=\s+[a-z])",
    rf"(?P<q>{BARE})\s+\(\d{{2}}\),?\s+(?:of|from)\s+[\dA-Z]",
)
# A text without any of these needs no closer look; each stands in one of the patterns that it is sought before.
_MAY_SAY = re.compile(
    r"question|petition|statement|deputation|represent|request|complain|enquiry|resident|tenant|victim|survivor|mother"
    r"|father|\bson\b|daughter|widow|witness|bereaved|deceased|service[- ]user|pupil|parent|carer|client|\bP[CS]\b|PCSO"
    r"|murder|killing|manslaughter|stabbing|shooting|death|rape|husband|wife|partner|friend|brother|sister|volunteer"
    r"|worker|defendant|perpetrator|offender|suspect|appellant|claimant|\(\d{2}\)"
    r"|\bDC\b|\bSgt|sergeant|constable|student|participant|(?:child|adult|person|family)\s+[A-Z]\s*\(",
    re.IGNORECASE,
)
_MAY_ASK = re.compile(
    r"contact|author|officer|report of|prepared by|written by|enquir|\bname\b|please|^\W*(?:from|to|cc|sent)\b",
    re.IGNORECASE,
)
_MAY_BE_CALLED = re.compile(r"\[held back\]|\d{3}.*\d{3}|@", re.DOTALL)
_STYLE_WORD = re.compile(STYLE)
# "Jo Reed, Policy Officer", "Jo Reed (Analyst)", "Policy Officer Jo Reed": a post beside a name.
_PRIVATE_LINE = re.compile(
    rf"(?i:^\W*(?:requester|requestor|applicant|enquirer|complainant|(?:lead\s+)?petitioner|request(?:ed)?\s+(?:from|by)"
    rf"|asked\s+by|submitted\s+by|questioner)(?:['’]s)?(?:\s+name)?\s*[:–—-]\s*)(?P<name>{ANY})"
)
_NAME_POST = re.compile(
    rf"(?P<name>{ANY}|(?<![\w.’'-])(?:[B-HJ-Z]\s){{1,2}}{WORD})\s*(?:,|\(|[–—-])\s*(?:the\s+|our\s+|a\s+)?"
    r"(?P<post>(?:[A-Z][\w&/’'-]*[ \t]+(?:(?:and|for|of|&|to)[ \t]+)?){0,6}[A-Z][\w’'-]*)"
)
_POST_NAME = re.compile(
    r"(?<!\w)(?<!\w[&/’'-])(?P<post>(?:[A-Z][\w&/’'-]*[ \t]+(?:(?:and|for|of|&)[ \t]+)?){0,5}"
    rf"(?:Officer|Analyst|Co-?ordinator|Administrator|Clerk(?: to the \w+)?|Assistant|Apprentice))"
    rf"\s*(?::|[–—-])?\s+(?P<name>{ANY})"
)
# Words after which the paper says whom to write to or who wrote it; the post may follow the name.
ASK = (
    r"(?:contact|case)\s+(?:officer|person|name)s?|contact\s+details?|contact|report\s+author|(?:report\s+)?author|"
    r"lead\s+officer|report\s+of|prepared\s+by|written\s+by|officer\s+name|officer|enquiries(?:\s+to)?|name"
)
_ASKED = re.compile(
    rf"(?i:(?<!\w)(?<!\w[&’'-])(?P<label>(?:[\w&’'-]+\s+){{0,4}}?(?:{ASK}))\s*[:–—-]\s*(?:(?:full\s+)?name\s*[:–—-]?\s*)?)(?P<name>{ANY})(?P<after>.{{0,80}})"
)
_TO_WRITE_TO = re.compile(
    rf"(?i:\b(?:contact|call|email|e-mail|telephone|ring|speak to|write to|enquiries to))\s+"
    rf"(?:(?i:the)\s+)?(?P<name>{ANY})"
    r"(?=[^.]{0,25}(?:\[held back\]|\d{3}|(?i:\b(?:on|at|by|via|tel|phone|email|e-mail)\b)))"
)
_BEFORE_NUMBER = re.compile(
    rf"(?P<name>{ANY})\s*(?:,|\(|[–—:-])?\s*(?i:\b(?:tel(?:ephone)?|phone|mobile|mob|email|e-mail|m|t)\b[.:]?)\s*"
    r"(?=\[held back\]|[\d+(])"
)
# "For further information please contact Jo Reed", "Please ask for: Jo Reed".
_TO_ASK = re.compile(
    rf"(?i:\b(?:further\s+(?:information|details)|more\s+information|quer(?:y|ies)|please)\b[^.:]{{0,40}}?"
    rf"\b(?:contact|ask\s+for)\s*:?\s+)(?P<name>{ANY})(?=\s*(?:[.,;]|$|\n|\())"
)
# The head of an e-mail that was printed or forwarded.
_MAIL_HEAD = re.compile(rf"(?im:^\W*(?:from|to|cc|sent\s+by)\s*:\s*)(?P<name>{ANY})\s*(?=[\[<(])")
# "Members of the public who spoke: Jo Reed, Sam Hall and Ann Lee".
_ALL_PRIVATE = re.compile(
    r"(?i:\b(?:members?\s+of\s+the\s+public|residents\s+(?:present|in\s+attendance)|public\s+speakers?|objectors?"
    r"|petitioners?|questioners?|requesters?|complainants?|orders?\s+(?:against|issued\s+to))\b"
    r"[^:.;]{0,40}:\s*)"
    rf"(?P<names>{ANY}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+){ANY})*)"
)
# Where an item of minutes or an agenda is the public's, whoever asks there is of the public.
PUBLIC_TIME = re.compile(
    r"(?i:\bpublic\s+(?:questions?|participation|speaking|forum|deputations?)|\bquestions?\s+(?:from|by)\s+(?:members\s+of\s+)?"
    r"the\s+public|^\W*(?:petitions?|deputations?)\W*$)"
)
_ASKS = re.compile(
    rf"(?P<name>{STYLED})(?=,?\s+(?:also\s+|then\s+)?(?:asked|asks|enquired|wished|wanted|spoke|addressed)\b)"
)

_GREETED = re.compile(rf"\bDear\s+(?P<name>{STYLED}|{BARE}|{STYLE}\s+{WORD})(?=\s*(?:,|$|\n|:|[A-Z]))")
_NOT_GREETED = re.compile(
    r"^(?:Sir|Madam|All|Colleagues?|Councillors?|Members?|Residents?|Applicant|Requester|Enquirer|Chair|Friends?)\b"
)


# "In response to Mr Dev, the Chair said": the post is not that of the name before it.
_ANSWERED = re.compile(r"\b(?:response|reply|answer|thanks?)\s+to\s+$", re.IGNORECASE)


@cache
def _said_of_them() -> tuple[re.Pattern[str], ...]:
    """The patterns, made when the first name is sought: pages and site, which seek none, start sooner."""
    return tuple(re.compile(pattern) for pattern in _SAID)


def people_in_text(block: Block, found: dict[str, bool], senior: set[str]) -> None:
    """The names in a block's text and cells into ``found`` (with whether they are sure) or ``senior``."""
    for text in texts_of(block):
        if not TWO_WORDS.search(text):
            continue
        if _MAY_SAY.search(text) or _STYLE_WORD.search(text):
            for pattern in _said_of_them():
                for match in pattern.finditer(text):
                    name = next(value for value in match.groups() if value)
                    add(found, name, False)
        for name in people_reported(text):
            add(found, name, False)
        for match in _GREETED.finditer(text):
            if not _NOT_GREETED.match(match["name"]):
                add(found, match["name"], True)
        if line := _PRIVATE_LINE.match(text):
            add(found, line["name"], True)
        for match in (*_TO_ASK.finditer(text), *_MAIL_HEAD.finditer(text)) if _MAY_ASK.search(text) else ():
            add(found, match["name"], False)
        for match in _ALL_PRIVATE.finditer(text) if ":" in text else ():
            for name in re.findall(ANY, match["names"]):
                add(found, name, False)
        _posts_in(text, found, senior)
        if _MAY_BE_CALLED.search(text):
            for pattern in (_TO_WRITE_TO, _BEFORE_NUMBER):
                for match in pattern.finditer(text):
                    add(found, match["name"], False)


def people_of_public_time(block: Block, found: dict[str, bool]) -> None:
    """Those who ask or speak where it is the public's turn, into ``found``."""
    for text in texts_of(block):
        for match in _ASKS.finditer(text):
            add(found, match["name"], True)


def add(found: dict[str, bool], name: str, sure: bool) -> None:
    """``name`` among the found ones; a word at its end or beginning that belongs to no name is cut off."""
    name = re.sub(r"['’]s$", "", " ".join(name.split()))
    styled = bool(re.match(STYLE, name))
    found[name] = found.get(name, False) or sure or styled


def _posts_in(text: str, found: dict[str, bool], senior: set[str]) -> None:
    for pattern in (_NAME_POST, _POST_NAME) if JUNIOR.search(text) or SENIOR_POST.search(text) else ():
        for match in pattern.finditer(text):
            name = " ".join(match["name"].split())
            if BODY.search(name) or _ANSWERED.search(text[: match.start("name")]):
                continue
            if is_junior_post(match["post"]):
                add(found, name, False)
            elif SENIOR_POST.search(match["post"]):
                senior.add(name)
    for match in _ASKED.finditer(text) if _MAY_ASK.search(text) else ():
        said = f"{match['label']} {match['after'].split('.')[0]}"
        name = " ".join(match["name"].split())
        if SENIOR_POST.search(said):
            senior.add(name)
        elif not re.search(r"\b(?i:councillor|cllr)\b", text[max(0, match.start("name") - 12) : match.start("name")]):
            add(found, name, False)
