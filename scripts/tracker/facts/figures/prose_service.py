"""The service, body or group that a sentence speaks of."""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Thread
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.proper_names import proper_name
from tracker.facts.wording.word_forms import capital, is_plural
from tracker.facts.wording.word_lists import VERBS, words_of

# A paper acts for nobody: "in the four years of the last Safety Strategy".
_PAPER = re.compile(r"\b(?:Strategy|Plan|Report|Review|Act|Policy|Census|Guidance|Framework)$")


def set_service(sentence: str, found: tuple[Mention, ...], thread: Thread) -> None:
    """The service or body that a sentence speaks of: named before its first number, or by the heading."""
    if not found:
        return
    lead = re.split(r";\s|\.\s", sentence[: found[0].start])[-1]
    lead = re.sub(r"\([^)]*\d[^)]*\)", "", lead)
    name = proper_name(lead)
    if name and (_is_no_service(lead, name) or _PAPER.search(name)):
        name = ""
    name = re.sub(
        r"['’]s?$", "", re.sub(r"^(?:The|A|An|Of|Previously|Currently|Recently|Initially|Finally)\s", "", name)
    )
    name = re.sub(r"^(?:Council|Partnership|Police|Board|Borough|Government)['’]s\s(?=[A-Z])", "", name)
    team = (
        re.search(re.escape(name) + r"\s(team|unit|control room|panel)\b", lead) if name and " " not in name else None
    )
    name = f"{name} {team[1]}" if team else name
    service = _SERVICE.search(lead)
    if _OCCASION.match(name) or _is_the_place(name, thread.names.get("place", "")):
        name = ""
    if name and len(name.split()) <= 8 and not _dateish(name):
        thread.service = name
    elif service and not name:
        thread.service = capital(service[1])
    elif not thread.service:
        thread.service = thread.names.get("service", "")


# "Following the PSPO's renewal": what went before is no service.
_OCCASION = re.compile(
    r"(?:Following|After|Before|Since|Despite|Because|Until|While|When|During|With|For|From|Under)\s(?:the\s)?"
)
_GOES_ON = re.compile(
    r"\W*(?:(?i:also|then)\s)?(?:(?i:it|they)|[Tt]he\s(?:service|scheme|project|programme|team|unit|panel|hub|course|group))"
    r"\s(?:(?:has|have|had|also)\s)*(?:[a-z]+ed|took|held|gave|ran|saw|made|met|dealt|led|sent|brought|found)\b"
)
_BODIES = words_of("service scheme project programme team unit panel hub helpline clinic refuge centre initiative")


def goes_on_about(blanked: str) -> bool:
    """Whether a sentence, its times blanked out, says what "it" or "the scheme" did: who that is stands before it."""
    return _GOES_ON.match(blanked) is not None


def owner_of(sentence: Sentence, place: str) -> str:
    """The service or body that a sentence without figures speaks of: its subject, where that has a name."""
    verb = next((n for n, p in enumerate(sentence.phrases) if p.sort == "verb" and p.finite), -1)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    if subject < 0 or any(sentence.sort(n) not in ("gap", "comma", "adverb") for n in range(subject)):
        return ""
    first = sentence.words[sentence.phrases[subject].first]
    said = sentence.said(subject, subject)
    words = (said[len(first.text) :] if first.kind == "determiner" else said).split()
    named = any(word[:1].isupper() for word in words[0 if first.kind == "determiner" else 1 :])
    if not words or len(words) > _MOST_WORDS or not (named or (len(words) > 1 and words[-1].lower() in _BODIES)):
        return ""
    name = capital(" ".join(words))
    return "" if _dateish(name) or _is_the_place(name, place) else name


_MOST_WORDS = 6
"""Words of a name of a service."""


def _is_the_place(name: str, place: str) -> bool:
    """Whether a name is only that of the board's area ("London Borough of Westford (LBW)"), which is no service."""
    if not place:
        return False
    rest = re.sub(rf"\b{re.escape(place)}\b|\([A-Z]{{2,}}\)", " ", name)
    return rest != name and set(rest.lower().split()) <= _AREA_WORDS


_AREA_WORDS = words_of("london royal borough city county district town of the metropolitan council and")


# A service that goes by a common noun: "the refuges took …", "our outreach service supported …".
_SERVICE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s((?:(?!the\b|year\b|period\b|quarter\b)[a-z-]+\s){0,2}(?:refuges?|clinic|helpline)|(?:[a-z-]+\s){1,2}(?:service"
    r"|scheme|programme|project|hubs?|centre))\s(?:has\s|have\s)?[a-z]+\s(?:a total of\s|over\s)?$"
)


# Who speaks at a meeting is no service: "Jo Field mentioned that …", "the Borough Commander (Met) reported".
_SPEAKS = re.compile(
    r"(?:,[^,]{3,60},|\s\([^)]*\))?\s(?:also\s|then\s|has\s|had\s)?(?:mentioned|reported|said|advised|noted|stated|explained|informed"
    r"|highlighted|confirmed|presented|asked|told|outlined|added|thanked|introduced|queried|updated|commented|raised|drew|spoke"
    r"|referred|provided an (?:update|overview)|gave an (?:update|overview))\b"
)


# "This is higher than the East Midlands (139)": a comparator does nothing that the next sentence goes on about.
_COMPARED = re.compile(
    r"\b(?:than|above|below|against|(?:compared|comparison) (?:with|to))\s(?:that\sof\s)?(?:[Tt]he\s)?$"
)


_SAID_AT = re.compile(r"\b(?:reported|informed|advised|noted|heard|told|agreed|stated|confirmed)\b")


def _is_no_service(lead: str, name: str) -> bool:
    """Whether a run of capitals is a person's post ("an Independent Chair") or opens a noun ("RAG ratings")."""
    at = lead.find(name)
    if re.search(r"\b[Aa]n?\s$", lead[:at]):
        return True
    if re.search(r"\bAt (?:the\s|its\s)?$", lead[:at]) and _SAID_AT.search(lead[at + len(name) :]):
        # "At the Safety Board on 12 June it was reported that …"
        return True
    if _SPEAKS.match(lead[at + len(name) :]) or _COMPARED.search(lead[:at]):
        return True
    after = re.match(r"\s([a-z]+)", lead[at + len(name) :])
    return after is not None and is_plural(after[1]) and after[1] not in VERBS


def _dateish(name: str) -> bool:
    return (
        re.search(
            r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Table|Fig"
            r"|Qtr|Q\d|Appendix|Cllr|Mr|Ms|Dr|Councillor)\b"
            r"|\b(?:Act|Bill|Constable|Commissioner|Inspector|Superintendent|Commander|Cabinet|Census)$"
            r"|^(?:POLICE|MORE|OVER|COUNCIL|TOTAL|ALL)$|^(?:LA|GPs?|DA|UK|DV)$",
            name,
        )
        is not None
    )


def set_group(sentence: str, found: tuple[Mention, ...], thread: Thread) -> None:
    """ "Of those referred 27% had …": the group that the shares are of."""
    lead = re.match(
        r"(?:[^.;]*?\b)?Of\s((?:those|the|these|all)\s(?!\d)[\w'’ -]+?|[A-Z]?[\w'’ -]+?)(?:,\s|\s(?=\d))", sentence
    )
    if (
        lead
        and found
        and lead.end() <= found[0].start + 1
        and not re.fullmatch(r"(?:these|those|them|the)", lead[1].strip(), re.I)
    ):
        thread.group = capital(re.sub(r"^the\s(?=\w+\s\w)", "", lead[1].strip()))
    elif any(m.sort != "share" for m in found) and not re.match(r"(?:Of (?:these|those|them)|\d)", sentence):
        thread.group = ""
