"""Names of shares of a whole that the words after them tell: "24% of users are …", "in 90.6% of cases", "8% of whom".

In: a share in its sentence. Out: its naming, ``NO_NAME`` where it gets none, None for sentences of other forms.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_labels import case_after
from tracker.facts.figures.naming_parts import Breakdown, Naming, without_place
from tracker.facts.figures.naming_share_sentence import NO_NAME, ShareInSentence
from tracker.facts.sentence.share_clauses import without_article
from tracker.facts.wording.phrase_after import phrase_after
from tracker.facts.wording.phrase_before import last_noun_phrase, verb_before
from tracker.facts.wording.phrase_reading import Phrase
from tracker.facts.wording.relative import relative
from tracker.facts.wording.word_forms import capital, counts_people, in_line, is_finite


def share_of_mixed(share: ShareInSentence) -> Naming | None:
    """A share "of mixed heritage" in a list of shares: gives its own words with the owner of the share before."""
    mixed = re.match(r"\s?of\s(?:an?\s)?(?:mixed|dual|other|another|unknown|no)\b", share.after)
    last = share.share_before
    if not mixed or last is None or not share.after_share or not re.search(r"(?:,|\band)\s+$", share.before):
        return None
    # "52% were White, 13% of mixed heritage"
    said = re.sub(r"\s(?:and|or)$", "", share.clause(share.mention.end).strip(" ,"))
    owner, colon, _ = last.title.rpartition(": ")
    return share.named(f"{owner}{colon}{said}" if colon else said, bool(colon))


def share_of_things(share: ShareInSentence) -> Naming | None:
    """A share "of" things that its phrase names: gives the name that phrase or words before tell, or no name."""
    if not re.match(r"\s*\)?\s?of\s", share.after) or re.match(
        r"\s*\)?\s?of (?:them|these|those|whom|which)\b\s(?!\w+ed|at|in|who|with|that)", share.after
    ):
        return None
    found = re.match(r"\s*\)?\s?of\s(?:the\s|our\s|all\s|its\s|their\s)*", share.after)
    start = share.mention.end + (found.end() if found else 0)
    phrase = phrase_after(share.text, start, share.stop)
    if so := _was_so_in(share):
        return so
    return _in_share_of_cases(share, phrase) or _of_phrase(share, start, phrase) or NO_NAME


def _was_so_in(share: ShareInSentence) -> Naming | None:
    """ "In 52% of cases the victim withdrew": the things with what was so in them; None for other sentences."""
    sentence = share.thread.sentence
    at = sentence.at(share.mention.start) if sentence else -1
    if sentence is None or at < 1 or sentence.low(at - 1) != "in" or sentence.sort(at + 2) != "noun":
        return None
    end = sentence.noun_end(at + 2)
    verb = end + 3 if sentence.sort(end + 2) == "adverb" else end + 2
    if sentence.sort(end + 1) != "noun" or sentence.sort(verb) != "verb" or not sentence.phrases[verb].finite:
        return None
    said = share.clause(sentence.words[sentence.phrases[end + 1].first].start)
    return share.titled(capital(f"{without_article(sentence.said(at + 2, end))} in which {said.strip(' ,.')}"))


_WAS_IN = re.compile(r"(?:[^;:]*[.;:,]\s)?[A-Za-z][\w'’/ -]{2,40}\s(?:is|are|was|were)\s[a-z][\w'’ -]+\sin\s[^,;:]*$")


def _in_share_of_cases(share: ShareInSentence, phrase: Phrase) -> Naming | None:
    """What was so "in 52% of cases": takes the phrase of the cases, gives a name made of the clause before."""
    inner = re.search(r"\s+in\s(?:over\s|about\s|just\s)?$", share.before)
    cases = phrase.head in ("cases", "incidents", "instances", "reports")
    if not inner or not (cases or _WAS_IN.match(share.before)):
        return None
    clause = re.split(r"[;:]|\.\s|,\s", share.before[: inner.start()])[-1]
    clause = re.sub(r"^\s*(?:and|but|while)\s", "", clause)
    if phrase.noun.lower() in ("them", "these", "those"):
        # "Robberies rose to 41, and phones were taken in 68% of them"
        told = share.number_before
        whole = told.title if told and told.sure else ""
        return share.named(f"{whole} in which {clause.strip()}", bool(whole)) if whole else None
    said = re.sub(r"\s(?:is|are|was|were)\s", " ", re.sub(r"\s+", " ", clause)).strip(" ,")
    said = re.sub(r"^(?:In|in)\s(?=\w)", "", said)
    if not cases or re.match(
        r"\W*(?:(?:the|a|an)\s[\w'’ -]+?\s(?:is|are|was|were)\s|[\w'’ -]+?\s(?:is|are|was|were)\san?\s)",
        clause,
        re.I,
    ):
        # "The victim was female in 52% of cases"
        said = f"{phrase.noun} in which {in_line(clause.strip())}"
    return share.titled(capital(said), bool(said))


def _of_phrase(share: ShareInSentence, start: int, phrase: Phrase) -> Naming | None:
    """A share of what a phrase names: takes the phrase and where it begins, gives the name, None without a noun."""
    noun, predicate = phrase.noun, phrase.predicate
    if noun and not predicate:
        predicate = _said_of_both(share, start)
    if not noun:
        noun, predicate = _those_who(share, start, predicate)
    done = _done_by(share, phrase, noun)
    if done or not noun:
        return done
    share.thread.names["whole"] = noun
    said = relative(predicate, people=not phrase.head or counts_people(noun, phrase.head))
    if said:
        return share.titled(without_place(capital(_whole_and(noun, said))))
    return _made_by(share, noun) or _done_within(share, noun, phrase) or _of_clause(share, start, phrase, noun)


def _said_of_both(share: ShareInSentence, start: int) -> str:
    """Takes where the phrase of a share begins, gives what the next share's phrase says of both, "" elsewhere."""
    # "36% of victims and 21% of perpetrators reported …": what is said of the second is said of both
    text, later = share.text, share.mentions[share.at + 1 : share.at + 2]
    if not later or later[0].sort != "share" or not re.fullmatch(r"[\w\s'’-]+\s(?:and|or)\s", text[start : share.stop]):
        return ""
    other = re.match(r"\s*of\s(?:the\s)?", text[later[0].end :])
    return phrase_after(text, later[0].end + other.end(), len(text)).predicate if other else ""


def _those_who(share: ShareInSentence, start: int, predicate: str) -> tuple[str, str]:
    """ "Of those asked felt safer": takes where the phrase begins, gives who they are and what is said of them."""
    those = re.match(
        r"((?:those|these|people)\s(?:\w+\s){0,5}?)(?=\b(?:had|have|were|are|was|is|went|completed|learn|said"
        r"|felt|reported|attended|agreed)\b)",
        share.text[start : share.stop],
    )
    return (those[1].strip(), share.clause(start + those.end())) if those else ("", predicate)


def _done_by(share: ShareInSentence, phrase: Phrase, noun: str) -> Naming | None:
    """What was done "by 8% of" someone: takes the phrase and its noun, gives what was done by whom."""
    by = re.search(r"([\w'’ -]+?)\s(?:was|were)\s(\w+)\s(by|for)\s$", share.before)
    if not by:
        return None
    case = case_after(share.text, phrase.end, len(share.text))
    group: Breakdown = (("group", case),) if case else ()
    return share.titled(capital(f"{last_noun_phrase(by[1])} {by[2]} {by[3]} {noun}"), part=group)


def _whole_and(noun: str, said: str) -> str:
    """A noun and its relative clause as one name: no second "who", no "reported that" that reads as speech."""
    if said.startswith("who ") and re.search(r"\bwho\b", noun):
        return f"{noun} and {said[4:]}"
    if said.startswith("that ") and noun.split()[-1].endswith("ed"):
        said = f"which {said[5:]}"
    return f"{noun} {said}"


_DOER = re.compile(
    r"(?:^|[.;:,]\s)(?:The\s)?((?!It\b|They\b|We\b|This\b)[A-Za-z][a-z]+(?:\s[a-z]+){0,2})\s(?:made|submitted|sent)\s(?:about\s|over\s|around\s)?$"
)


def _made_by(share: ShareInSentence, noun: str) -> Naming | None:
    """ "Police made 61% of referrals": takes the whole's noun, gives it with who made them."""
    doer = _DOER.search(share.before)
    if not doer:
        return None
    # who made them tells this share from the others
    return share.titled(capital(f"{noun} made by {in_line(doer[1])}"))


def _done_within(share: ShareInSentence, noun: str, phrase: Phrase) -> Naming | None:
    """ "We closed 84% of cases within 60 days": takes the phrase and its noun, gives what was done in what time."""
    participle = verb_before(share.text, share.mention.start)
    if not participle:
        return None
    time = re.match(
        r"\s(within\s(?:\d+|\w+)\s(?:working\s)?(?:seconds|minutes|hours|days|weeks|months))\b",
        share.text[phrase.end :],
    )
    doer = "" if time else _doer(share)
    return share.titled(capital(f"{noun} {participle}{' by ' + doer if doer else ''}{' ' + time[1] if time else ''}"))


def _doer(share: ShareInSentence) -> str:
    """ "Boys received 68% of suspensions": who did it, where it is not the board, a body or a pronoun."""
    sentence = share.thread.sentence
    at = sentence.at(share.mention.start) if sentence else -1
    verb = sentence.verb_before(at) if sentence and at >= 0 else -1
    subject = sentence.subject_of(verb) if sentence and verb >= 0 else -1
    if sentence is None or subject < 0 or sentence.phrases[subject].number >= 0:
        return ""
    first = sentence.words[sentence.phrases[subject].first]
    said = sentence.said(subject, sentence.noun_end(subject))
    people = counts_people(said, sentence.low(subject)) and first.kind not in ("determiner", "pronoun")
    return in_line(said) if people else ""


def _of_clause(share: ShareInSentence, start: int, phrase: Phrase, noun: str) -> Naming:
    """A share of which the words before tell nothing: takes where its phrase begins, gives the whole clause."""
    clause = re.sub(r"\s+", " ", share.clause(start)).split()
    for n in range(len(noun.split()) + 2, len(clause)):
        if is_finite(clause[n]):
            # "83% of men on the programme made progress"
            said = relative(" ".join(clause[n:]), people=counts_people(noun, phrase.head))
            return share.titled(capital(_whole_and(" ".join(clause[:n]), said)), bool(said))
    whole = " ".join(clause[:12]).strip(" ,")
    return share.titled(capital(whole), len(whole.split()) > len(noun.split()) + 2)
