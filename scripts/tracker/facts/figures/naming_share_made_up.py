"""Names of the parts that make up a whole: "Noise accounted for 21% of complaints, followed by litter with 9%".

In: a share in its sentence. Out: its naming ("Litter as a share of complaints"), None for sentences of other forms. The
part is the subject of the verb, or what a relative clause speaks of; the whole stands behind the share, else it is what
the sentence speaks of.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_number import Answer, Number
from tracker.facts.figures.naming_parts import Naming, Thread, titled, without_place
from tracker.facts.figures.naming_share_sentence import ShareInSentence
from tracker.facts.sentence.asides import other_dash
from tracker.facts.sentence.clauses import Sentence
from tracker.facts.sentence.counting import pieces
from tracker.facts.sentence.lexicon import DASHES
from tracker.facts.sentence.printed import printed
from tracker.facts.wording.phrase_before import subject_of
from tracker.facts.wording.word_forms import capital, in_line, is_plural
from tracker.facts.wording.word_lists import words_of

# "Mixed, unstable or unclear ideology accounted for 45% of referrals": one subject in spite of its commas.
_MANY_WORDED = re.compile(
    r"\W*((?:[A-Za-z][\w-]*,\s(?:[\w-]+,\s)*[\w-]+\s(?:or|and)\s[\w-]+\s[\w-]+))\s"
    r"(?:accounts?|accounted|made up|makes? up|represents?|represented)\b"
)
AS_A_SHARE = " as a share of "
_MAKES_UP = re.compile(
    r"\b(?:account(?:s|ed|ing)?\sfor|ma(?:de|kes?|king)\sup(?:\sfor)?|responsible\sfor|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing)"
    r"|form(?:s|ed|ing))\s(?:the\s(?:largest|biggest)\s(?:share|proportion|group)\s(?:at|with)\s|just\s|only\s|about\s|around\s"
    r"|over\s|nearly\s|almost\s|some\s|more\sthan\s|less\sthan\s|approximately\s|a\s(?:further|total\sof)\s|between\s)*$",
    re.I,
)
# "…, followed by Family Services with 21%, housing with 13% and foster carers (8%)"
_NEXT_PART = re.compile(
    r"^\s?\)?(?:\sof\s[^,;()]{3,60}?)?(?:[,;]|\sand\b|,\sand\b)\s?(?:(?:which\sis\s|then\s|and\s)?(?:closely\s)?followed\s(?:closely\s)?by\s|and\s|then\s)?"
    r"(?:the\s|an?\s)?(?P<part>[A-Za-z][\w'’&/-]*(?:\s[\w'’&/-]+){0,6}?)\s(?:with\s|at\s|on\s|(?:accounting\s)?for\s)?\(?(?:a\sfurther\s)?$"
)
_NO_PART = re.compile(
    r"\b(?:was|were|is|are|had|has|have|up|down|from|than|compared|which|who|that|target|increase|decrease|rise|fall)\b"
)


_NO_OWNER = re.compile(r"\d|\b(?:it|they|this|these|those|which|who)$", re.I)
_AGED = re.compile(r"\saged\s\d\d?(?:\s?(?:to|and|[-–])\s?\d\d?)?(?!\d)")
_NEXT_WHOLE = re.compile(r"^\s?of\s[^,;()]{3,60}?(?:,\s|,?\sand\s)(?:just\s|only\s|about\s|around\s|over\s|nearly\s)?$")


def _whole_behind(share: ShareInSentence) -> str:
    """What stands behind "35% of", without its article; "" where no noun does."""
    sentence = share.thread.sentence
    at = sentence.at(share.mention.start) if sentence else -1
    of = at + 2 if sentence and sentence.sort(at + 1) == "close" else at + 1
    if sentence is None or at < 0 or sentence.low(of) != "of" or sentence.sort(of + 1) != "noun":
        return ""
    end = sentence.noun_end(of + 1)
    while end > of + 1 and sentence.words[sentence.phrases[end].first].start >= share.stop:
        end -= 1
    told = sentence.low_of_first(of + 1)
    if end == of + 1 and sentence.low(end) == "those" and sentence.sort(end + 1) == "relative":
        # "94% of those whose cases were heard"
        return share.clause(sentence.words[sentence.phrases[end].first].start).strip(" ,.")
    if told in _TOLD or (end == of + 1 and sentence.low(end) in ("those", "total")):
        return ""
    return _bare(_TOTAL_OF.sub("", printed(sentence, of + 1, end)))


_TOLD = words_of("these them which whom")
_TOTAL_OF = re.compile(
    r"^(?:(?:the|our|its|their|all)\s)*(?:overall\s|grand\s)?total\s(?:number\s)?(?:of\s(?=\w))?", re.I
)


def made_up(share: ShareInSentence) -> Naming | None:
    """The share that a part makes up, told by a verb, or the next part of the same whole."""
    if _MAKES_UP.search(share.before) or _are_so_many_of(share):
        return _told_by_verb(share)
    last = share.share_before
    if last is None or not share.after_share or AS_A_SHARE not in last.title:
        return None
    if _NEXT_WHOLE.match(share.gap) and (whole := _whole_behind(share)):
        # "Young men made up 38% of suspects and 35% of victims": the same part of another whole
        return share.named(last.title.split(AS_A_SHARE)[0] + AS_A_SHARE + whole, last.sure)
    listed = _NEXT_PART.match(share.gap)
    if listed is None or _NO_PART.search(listed["part"]):
        return None
    part, _, whole = last.title.partition(AS_A_SHARE)
    owner = part.rpartition(": ")[0]
    name = capital(listed["part"]) + AS_A_SHARE + whole
    return share.named(f"{owner}: {name}" if owner else name, last.sure)


def _are_so_many_of(share: ShareInSentence) -> bool:
    """Whether several are a share of more: "Children of mixed heritage are 6% of the population"."""
    sentence = share.thread.sentence
    verb = sentence.at(share.mention.start) - 1 if sentence else -1
    if sentence is None or verb < 1 or sentence.low(verb) not in ("are", "were") or not _whole_behind(share):
        return False
    subject = sentence.subject_of(verb)
    return subject >= 0 and sentence.phrases[subject].number < 0 and is_plural(sentence.low(subject))


def part_counted(number: Number) -> Answer:
    """ "The majority were partners, which accounted for 157": what is counted, with the part as its group."""
    sentence = number.thread.sentence
    at = sentence.at(number.mention.start) if sentence else -1
    if sentence is None or at < 0 or not _MAKES_UP.search(number.before) or not re.match(r"\s?[(,.;]", number.after):
        return None
    part, spoken_of = _part(sentence, at)
    whole = _MOST_OF.sub("", spoken_of or number.thread.names.get("made up", ""))
    if not part or not whole or not is_plural(whole.split()[-1]):
        return None
    number.thread.names["made up"] = whole
    name = titled(capital(without_place(whole)), number.thread)
    return Naming(name, whole.split()[-1].lower(), "count", (("group", part),))


_MOST_OF = re.compile(r"^(?:most|majority|bulk|largest (?:group|number)|number|proportion)\sof\s(?:the\s|all\s)?", re.I)


def _told_by_verb(share: ShareInSentence) -> Naming | None:
    sentence = share.thread.sentence
    at = sentence.at(share.mention.start) if sentence else -1
    if sentence is None or at < 0:
        return None
    part, spoken_of = _part(sentence, at)
    if _is_of_so_many(sentence, at):
        # "Three wards – A, B and C – account for 44% of the total": of what was told before them
        spoken_of = share.thread.names.get("before", "") or _NOTHING
    elif not spoken_of:
        many = _MANY_WORDED.match(share.before)
        part = many[1] if many else part or subject_of(share.text, share.mention.start)
        if part.rstrip().endswith(tuple(DASHES)):
            return None
    whole = _whole_behind(share)
    if not whole and re.match(r"\s*\)?\s?of\s(?!(?:these|them|those|the total)\b)", share.after):
        return None
    whole = whole or _whole_spoken_of(spoken_of, share.thread)
    if not part or whole in ("", _NOTHING) or _NO_OWNER.search(_AGED.sub("", part)):
        return None
    if _POINTS.match(part):
        return share.named(capital(part) + AS_A_SHARE + whole, False)
    return share.titled(without_place(capital(part)) + AS_A_SHARE + in_line(whole))


_NOTHING = "-"
# "those fires were responsible for 14 per cent": which ones, another clause tells
_POINTS = re.compile(r"(?:these|those|this|that|such)\s(?!who\b|that\b)", re.I)


def _is_of_so_many(sentence: Sentence, at: int) -> bool:
    """Whether the subject of the clause of the number at ``at`` is itself so many."""
    verb = sentence.verb_before(at)
    subject = sentence.subject_of(verb) if verb >= 0 else -1
    return subject >= 0 and sentence.phrases[subject].number >= 0


def _whole_spoken_of(spoken_of: str, thread: Thread) -> str:
    """The whole where the words behind the share do not name it: what the sentence speaks of, or was counted before."""
    if spoken_of:
        return spoken_of
    return (thread.base or thread.names.get("before", "")) if thread.unit != "%" else ""


def _part(sentence: Sentence, at: int) -> tuple[str, str]:
    """The part that makes up the share in phrase ``at``, and what the sentence speaks of where that is another."""
    verb = at - 1
    while verb >= 0 and sentence.sort(verb) != "verb":
        verb -= 1
    if verb < 0 or at - verb > 4:
        return "", ""
    if sentence.sort(verb - 1) == "relative":
        before = verb - 2 if sentence.sort(verb - 2) != "comma" else verb - 3
        if sentence.sort(before) != "noun":
            return "", ""
        return _bare(sentence.said(before, before)), _main_subject(sentence, before - 1)
    if sentence.phrases[verb].finite:
        subject = sentence.subject_of(verb)
        if subject >= 0 and sentence.phrases[subject].number >= 0:
            return _listed_aside(sentence, subject), ""
        return (_with_pieces(sentence, subject), "") if subject >= 0 else ("", "")
    return _main_subject(sentence, verb - 1), ""


def _listed_aside(sentence: Sentence, subject: int) -> str:
    """Who so many are: "Three wards – A, B and C – account for 44%"; "" where they are not told."""
    opening = sentence.noun_end(subject) + 1
    closing = other_dash(sentence, opening, 1) if sentence.sort(opening) == "mark" else -1
    return sentence.said(opening + 1, closing - 1) if closing >= 0 else ""


def _main_subject(sentence: Sentence, at: int) -> str:
    """The subject of the nearest clause before the phrase ``at``."""
    for verb in range(at, -1, -1):
        if sentence.sort(verb) == "verb" and sentence.phrases[verb].finite:
            subject = sentence.subject_of(verb)
            if subject >= 0 and sentence.phrases[subject].number < 0:
                return _with_pieces(sentence, subject)
    return ""


def _with_pieces(sentence: Sentence, at: int) -> str:
    """The noun phrase ``at`` with all that belongs to it, also the nouns that a comma or "and" joins before it."""
    first = at
    while sentence.sort(first - 1) in ("coordinator", "comma") and sentence.sort(first - 2) == "noun" and first > 1:
        if sentence.phrases[first - 2].number >= 0:
            break
        first -= 2
    if first != at and sentence.sort(first - 1) not in ("", "mark", "gap", "subordinator"):
        first = at
    whole = " ".join([_bare(sentence.said(first, at)), *pieces(sentence, at + 1, sentence.noun_end(at))])
    return "" if sentence.phrases[at].number >= 0 else whole


def _bare(noun: str) -> str:
    return re.sub(r"^(?:either\s|both\s)?(?:the|an?|our|its|their|all)\s", "", noun, flags=re.I)
