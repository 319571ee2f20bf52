"""Whether the words of a figure's own clause read as a title, and what leads those that cannot stand alone.

In: the words of a clause with a gap for the number. Out: a title, "" where it leans on what stands elsewhere, names
nothing, speaks of a person or is too long for a list. Words turn to a noun where they open with a verb ("Opened …
cases" → "Cases opened") or only say who has a thing ("The team has a waiting list" → "Team: waiting list").
"""

from __future__ import annotations

import re

from tracker.facts.figures.clause_leads import GAP
from tracker.facts.figures.clause_titles import ClauseTitle
from tracker.facts.figures.naming_parts import Thread
from tracker.facts.figures.title_sense import LONGEST_SHOWN, PERSON, names_something
from tracker.facts.wording.word_forms import capital, in_line
from tracker.facts.wording.word_lists import AUXILIARIES, PARTICIPLES, words_of

VERB = "|".join(sorted(AUXILIARIES | frozenset(PARTICIPLES))) + r"|[a-z]{3,}ed"
FINITE = re.compile(rf"\b(?:{VERB})\b")

# Words that lean on what stands before them.
_LEANS = re.compile(
    r"(?:^|:\s)(?:it|they|he|she|(?:you|i)(?!\s(?-i:[A-Z]))|this|these|those(?!\s(?:who|that|with|in|on|aged|from|\w+ing|\w+ed)\b)|there|who|whom|whose"
    r"|which|that|(?:others?|ones?|some|many|most|all|both|each|none|neither|another|half)"
    r"\s(?:of|was|were|is|are|had|has|have)|same|such|them|its|their|his|her"
    r"|(?:between|among)\s(?:them|these)|than|compared|previously|from|as|to|including|respectively|equivalent|because|if|not|up|down|what|only"
    r"|an? further|(?:figures?|numbers?)\s(?:is|are|was|were|ha[sd]|have)|conditions? as)\b"
    r"|^[^:]*\b(?:this|these|such|latter|former|respectively)\b(?!\s(?:as|who|that)\b)|\bas\sfollows\b"
    r"|\b(?:group|family|national|regional|force|peer|england|london)\s(?:average|mean|median)\b"
    r"|\b(?:one|some|each|any)\sof\sthem\b|\bsimilar\s(?:group|family|famil|neighbour|force|area)"
    rf"|{GAP}\sof\s(?:it|which|whom|the\stotal\b|all$)"
    r"|\b(?:it|they)\s(?:is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)
_OF_THESE_ALONE = re.compile(rf"{GAP}\sof\s(?:them\b|(?:those|these|cases|incidents|offences|crimes|reports)$)")
# "38% lost at least … of their weight": told of another number.
_ANOTHER_FIGURE = re.compile(
    r"(?:^|[,:]\s)£?\d[\d,.]*%?\s[a-z]|\bfrom\s[\d.]+\s|\s,?\s?(?:as\s)?against\s(?:an?|the)\s\w+$"
    # "Of the 716 who answered, … achieved": what stands between is lost, a "not" perhaps
    rf"|^[Oo]f\s(?:the|all|those|these)\s\d[^,]*,\s{GAP}\s[a-z]+ed$"
)
_OPEN_END = re.compile(
    r"\s(?:of|at|to|by|from|with|for|in|on|as|than|was|were|is|are|be|been|being|has|have|had|the|a|an|and|or|that|who|which"
    r"|when|where|also|such|both|between|into|per|their|its|our|not|very|more|less|worth)$"
    # "Meetings held: at which attendance", "Vapes worth … from shops": the rest of a clause about something else
    rf"|: (?:at|in|on|by|for|to|with) which \w+(?:\s\w+)?$|(?<!,)\sworth {GAP}",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(rf"(?:\s(?:of|at|to|by|with|for|in|on|an?|the|about|over))+\s{GAP}$", re.IGNORECASE)
_HAS = re.compile(
    r"^(?P<who>(?:[\w'’&/-]+\s){1,7}?)(?:now\s|currently\s)?(?:has|have|had)\s(?:an?\s)(?P<what>[a-z][^,;…]{3,60})$",
    re.IGNORECASE,
)
_OPENS_DONE = re.compile(rf"^(?P<done>[A-Z][a-z]+ed|Held|Ran|Gave|Made|Took)\s{GAP}\s(?P<what>[a-z][\w'’ /-]+)$")
# "Spending: reaching … pupils": what came of it is no part of the sum; "Spent …": on what is not told.
_CAME_OF_IT = re.compile(rf": [a-z]+ing {GAP}\s|^[Ss]pent {GAP}$")
_PAST_FORMS = {"ran": "run", "gave": "given", "took": "taken"}
# "Rated the course as good": by whom is not told.
_WITHOUT_THOSE = re.compile(r"(?:[A-Z][a-z]+ed|Felt|Said|Were|Was|Had|Made|Got|Has|Have|Is|Are)\s")
# "Will be made available": what will, is not told.
_WILL = re.compile(r"(?:Will|Shall|Would|Could|Be|To)\s")
_MAY = re.compile(r"\b(?:can|may|might|should|must|ought)\b")
_NO_SUBJECT = re.compile(
    r"^(?:accounts?|makes?|includes?|represents?|stands?|gives?|takes?|brings?|means?|is|are|was|were)\s", re.I
)
_TELLS_ENOUGH = 3
"""Words that tell something: with as many a title needs nothing to lead it."""
_SHORT = 60
"""Characters: a name as long can lead another whole."""
# "the reduction at that time was 26%"
_CHANGE = re.compile(
    r"(?:\w+\s)?(?:reductions?|increases?|decreases?|rises?|falls?|changes?|differences?|improvements?|gaps?|growth|drops?)"
    r"(?!\s(?:orders?|plans?|programmes?|strateg))\b",
    re.I,
)
_SAYING_LITTLE = words_of(
    "the and for was were are has have had been with from that this these those them which who out cases incidents"
    " people offences crimes number total figure figures there"
)


# "… recognising DA’ at": the end of a name whose beginning is lost; behind an s it may be somebody's.
_OPENS_QUOTATION = re.compile(r"‘(?:[^’]|’\w)*$")
_CLOSES_QUOTATION = re.compile(r"(?<=[^\Ws])’(?!\w)")


# "Tenant was a student in … cases": cases in which that was so.
_IN_SO_MANY = re.compile(
    rf"(?P<said>[^:{GAP}]+?\s(?:was|were|is|are)\s[^:{GAP}]+?) in {GAP} (?P<things>cases|incidents)"
)


def as_title(words: str, share: bool) -> str:
    """The words as a title, "" where a reader who has not the paper before him would not understand them."""
    words = re.sub(r"\s+", " ", words).strip(" ,:")
    if words.endswith(GAP) and (loose := _LOOSE_END.search(words)) and _HAS.match(words[: loose.start()]):
        # "The team has a waiting list of …"
        words = words[: loose.start()]
    if _ANOTHER_FIGURE.search(words):
        return ""
    leaning = _LEANS.search(words) or (": " not in words and _OF_THESE_ALONE.search(words))
    if not words or words.startswith(GAP) or leaning or PERSON.search(words):
        return ""
    if (whose := _HAS.match(words)) and not share:
        who = re.sub(r"^(?:the|an?|our|its)\s", "", whose["who"].strip(), flags=re.IGNORECASE)
        words = f"{capital(who)}: {whose['what']}"
    words = capital(words)
    if in_so_many := _IN_SO_MANY.fullmatch(words):
        words = f"{capital(in_so_many['things'])} in which {in_line(in_so_many['said'])}"
    if _CAME_OF_IT.search(words):
        return ""
    if done := _OPENS_DONE.match(words):
        verb = done["done"].lower()
        words = capital(f"{done['what']} {_PAST_FORMS.get(verb, verb)}")
    if share and _CHANGE.match(words.rpartition(": ")[2]):
        return ""
    if (share and _WITHOUT_THOSE.match(words)) or _NO_SUBJECT.match(words) or _OPEN_END.search(words):
        return ""
    if _MAY.search(words) or _WILL.match(words) or words.endswith(f"{GAP} points"):
        return ""
    closed = _CLOSES_QUOTATION.search(words)
    paired = (
        words.count("(") == words.count(")")
        and words.count("‘") <= words.count("’")
        and words.count("“") == words.count("”")
        and (closed is None or "‘" in words[: closed.start()])
        and _OPENS_QUOTATION.search(words) is None
    )
    return words if names_something(words) and paired and len(words) <= LONGEST_SHOWN else ""


def telling(words: str) -> int:
    """How many words say something of what is measured."""
    return sum(word not in _SAYING_LITTLE for word in re.findall(r"[a-z]{3,}", words.lower()))


def led(title: ClauseTitle, thread: Thread) -> str:
    """The words of a clause; those without a subject and verb of their own are led by the service or heading."""
    words = re.sub(r"^(?:the|an?)\s", "", title.words.strip(" ,"), flags=re.I)
    if not re.search(r"[A-Za-z]{4,}", words):
        return ""
    told = thread.base or (thread.last.title if thread.last else "")
    near = told.split(": ")[0]
    if title.leans:
        whole = told if len(told) <= _SHORT else near
        if " ".join(told.lower().split()[:2]) in words.lower():
            # "15 offenders were responsible for 60% of them": not of the offenders
            return ""
        if GAP in told:
            whole = "" if FINITE.match(words) else near
        return f"{whole}: {in_line(words)}" if whole else ""
    if title.complete and telling(words) > 1 and len(words.split()) > 2:
        return capital(words)
    if telling(words) < (1 if title.complete else 2):
        return ""
    if near and not title.complete and _OF_THESE.search(words):
        # "There were 403 children in these households"
        return f"{near}: {in_line(words)}"
    owner = (thread.service or thread.names.get("heading", "")).split(": ")[0]
    if told_here(thread) and not title.complete and telling(words) < _TELLS_ENOUGH:
        # "The programme had 68 children and there was a waiting list"
        owner = near if ": " in told or not owner else owner
    if not owner and " " not in words:
        # "The grant was £212,000": which is not told
        return ""
    whole = f"{owner}: {in_line(words)}"
    fits = (
        owner and owner.lower() not in words.lower() and (len(whole) <= LONGEST_SHOWN or telling(words) < _TELLS_ENOUGH)
    )
    return whole if fits else capital(words)


def told_here(thread: Thread) -> bool:
    """Whether a number of the same sentence has a name already."""
    return bool(thread.names.get("here") and (thread.told or thread.names.get("named")))


_OF_THESE = re.compile(r"\b(?:these|those|such)\s[a-z]+s\b")
