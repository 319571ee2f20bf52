"""Names of shares by what is said of them: "93% were reached", "17% relating to public order", "disability in 9%".

In: a share in its sentence. Out: its naming, None for sentences of other forms.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_labels import case_after
from tracker.facts.figures.naming_parts import Naming
from tracker.facts.figures.naming_share_sentence import ShareInSentence
from tracker.facts.wording.predicates import tidy_predicate
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import capital, counts_people
from tracker.facts.wording.word_lists import PEOPLE


def next_group(share: ShareInSentence) -> Naming | None:
    """The next of a list of groups ("…, 38% female"): gives the name of the share before with its own group."""
    last = share.share_before
    if last is None or not last.breakdown or last.breakdown[0][0] != "group":
        return None
    kind = re.match(r"\s([a-z]+)(?=\s+and\b|,|\.|$)", share.after)
    if not kind or not re.search(r"(?:,|\band)\s+$", share.before):
        return None
    return share.named(last.title, part=(("group", kind[1]),))


def next_case(share: ShareInSentence) -> Naming | None:
    """The next of a list of cases ("…, 13% to welfare"): gives the name of the share before with its own case."""
    case = case_after(share.text, share.mention.end, share.stop)
    last = share.share_before
    if not case or last is None:
        return None
    lead = None if last.breakdown else re.match(rf"(.*\s{re.escape(case.split()[0])})\s", last.title)
    if lead:
        # "17% relating to public order, 13% to welfare"
        return Naming(f"{lead[1]} {' '.join(case.split()[1:])}", "%", "share", share.side, last.sure)
    return share.named(last.title, part=(("group", case),))


def _said_after(share: ShareInSentence) -> str:
    """What the clause says right after the number, "" where the number ends its clause."""
    said = re.sub(r"\s(?:and|or|but)$", "", share.clause(share.mention.end).strip(" ,"))
    apart = re.match(r"\s*[,;]\s(?!(?:who|was|were|had|have|are|is|of|said|felt)\b)", share.after)
    return "" if apart or re.match(r"(?:and|or|but)\b", said) else said


def same_preposition(share: ShareInSentence) -> Naming | None:
    """ "9% related to disability and 8% to faith": takes the second, gives the first's words with its own end."""
    leads = re.match(r"\s(to|from|by|with|for|on|in|as)\s[a-z]", share.after)
    last = share.thread.last
    if not leads or last is None or not share.after_share or f" {leads[1]} " not in last.title or last.breakdown:
        return None
    # related, too
    begin = last.title.rindex(f" {leads[1]} ")
    ends = re.sub(r"\s(?:and|or|but)$", "", share.clause(share.mention.end).strip(" ,"))
    return share.named(f"{last.title[:begin]} {ends}")


def next_listed(share: ShareInSentence) -> Naming | None:
    """The next of a list of shares whose words stand before ("…, faith crime 8%"): gives a name made as the last."""
    listed = re.search(
        r"(?:^|[,;]\s|\band\s)((?:[A-Za-z][\w'’&-]*\s){1,6})$",
        re.sub(r"\([^)]*\)\s?", "", share.gap),
    )
    last = share.share_before
    if not listed or last is None or tidy_predicate(_said_after(share)):
        return None
    own = re.sub(r"^and\s", "", listed[1].strip())
    shared = re.search(r"\sas a share of .+$", last.title)
    if shared:
        # "racist crime accounted for 71% of hate crime, faith crime 8%"
        return share.titled(capital(own) + shared.group())
    told = re.match(r"(.*\smade by )", last.title)
    if told:
        return share.named(told[1] + listed[1].strip())
    if told := re.match(r"(.*\sin which )[\w'’ -]+?(\s(?:was|were|is|are)\s.*)", last.title):
        # "Race was a factor in 71% of cases, disability in 9%"
        return share.named(told[1] + own + told[2], last.sure)
    return share.titled(share.grouped(capital(listed[1].strip())))


def said_of_whole(share: ShareInSentence) -> Naming | None:
    """What is said of a further share of the whole that the share before named: gives the whole with what is said."""
    whole = share.thread.names.get("whole", "") if not share.thread.group else ""
    said = _said_after(share)
    if not whole or not share.after_share or not tidy_predicate(said):
        return None
    return share.titled(capital(f"{whole} {relative(said, people=counts_people(whole, ''))}"))


def said_of_share(share: ShareInSentence) -> Naming | None:
    """ "93% were reached": takes a share with a predicate, gives the predicate with what it is said of, where told."""
    said, thread = _said_after(share), share.thread
    predicate = tidy_predicate(said)
    if len(predicate) <= 2:
        return None
    predicate = re.sub(r"^(?:that|who)\s", "", predicate)
    if said.rstrip(" ,.;").endswith(f"{predicate} only"):
        # "27% alcohol only"
        predicate = f"{predicate} only"
    if thread.names.get("of") and share.at and re.search(r"(?:,|\band)\s+$", share.before):
        return share.named(f"{thread.names['of']}: {predicate}")
    spoken = thread.base or thread.names.get("before", "")
    if spoken and share.after_named and re.search(r"\d[\w'’ -]+,\s(?:with\s)?$", share.before):
        # "146 licensing inspections, 93% compliant"
        return share.named(f"{spoken}: {predicate}")
    if not thread.group and not thread.service and spoken and _goes_on(share, said):
        # "57 victims were referred. 88% were contacted"; of what could not be named, nothing is told
        known = not share.at or share.after_share or share.after_named
        return share.named(f"{spoken}: {predicate}", known)
    return share.titled(f"{thread.group}: {predicate}" if thread.group else capital(predicate))


def _goes_on(share: ShareInSentence, said: str) -> bool:
    """Whether what is said after a share is said of what was counted before."""
    thread, before = share.thread, share.before
    if thread.unit in PEOPLE or (re.search(r",\swith\s$", before) and re.match(r"\w+ing\s", said)):
        return True
    here = thread.base and (thread.names.get("here") or not before.strip())
    return bool(here and re.match(r"(?:was|were|had|have)\b", said))
