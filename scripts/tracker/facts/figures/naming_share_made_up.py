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
from tracker.facts.wording.mention_record import Mention
from tracker.facts.wording.phrase_before import subject_of
from tracker.facts.wording.predicates import clause_end
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
_AGED = re.compile(r"\s(?:aged|under|over)\s\d\d?(?:\s?(?:to|and|[-–])\s?\d\d?)?(?!\d)")
_NEXT_WHOLE = re.compile(r"^\s?of\s[^,;()]{3,60}?(?:,\s|,?\sand\s)(?:just\s|only\s|about\s|around\s|over\s|nearly\s)?$")


def _whole_behind(share: ShareInSentence) -> str:
    sentence = share.thread.sentence
    return whole_behind(sentence, share.mention, share.stop) if sentence else ""


def whole_behind(sentence: Sentence, mention: Mention, stop: int) -> str:
    """What stands behind "35% of", without its article, up to the next number at ``stop``; "" where no noun does."""
    at = sentence.at(mention.start)
    of = at + 2 if sentence.sort(at + 1) == "close" else at + 1
    if at < 0 or sentence.low(of) != "of" or sentence.sort(of + 1) != "noun":
        return ""
    end = sentence.noun_end(of + 1)
    while end > of + 1 and sentence.words[sentence.phrases[end].first].start >= stop:
        end -= 1
    told = sentence.low_of_first(of + 1)
    if end == of + 1 and sentence.low(end) == "those" and sentence.sort(end + 1) == "relative":
        # "94% of those whose cases were heard"
        start = sentence.words[sentence.phrases[end].first].start
        return sentence.text[start : clause_end(sentence.text, start, stop)].strip(" ,.")
    if told in _TOLD or (end == of + 1 and sentence.said(end, end).lower() in _BARE_TOTAL):
        return ""
    return _bare(_TOTAL_OF.sub("", printed(sentence, of + 1, end)))


_BARE_TOTAL = ("those", "total", "the total", "the whole total")
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
    return share.named(f"{owner}: {in_line(name)}" if owner else name, last.sure)


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
    if together := _TOGETHER.search(share.before):
        # "Mill ward (534) and Castle ward (381) together accounted for 37%"
        part = re.sub(r"\s*\([^()]*\)", "", together["parts"])
    elif _is_of_so_many(sentence, at):
        # "Three wards – A, B and C – account for 44% of the total": of what was told before them
        part, spoken_of = part or _so_many(sentence, at), ""
    elif not spoken_of:
        many = _MANY_WORDED.match(share.before)
        part = many[1] if many else part or subject_of(share.text, share.mention.start)
        if part.rstrip().endswith(tuple(DASHES)):
            return None
    whole = _whole_behind(share)
    if not whole and re.match(r"\s*\)?\s?of\s(?!(?:these|them|those|the total)\b)", share.after):
        return None
    if not whole or whole.lower().endswith(" total"):
        whole = _whole_told(part, spoken_of, share.thread) or (whole and f"the {whole}")
    if not part or not whole or _NO_OWNER.search(_AGED.sub("", part)):
        return None
    if _POINTS.match(part):
        return share.named(capital(part) + AS_A_SHARE + whole, False)
    # "Knife crime: offences" → "knife crime offences"; "ASB team: cases handled" are that team's
    owner, colon, whole = re.sub(r": (?=[a-z]+$)", " ", whole).rpartition(": ")
    title = without_place(capital(part)) + AS_A_SHARE + in_line(whole)
    return share.named(f"{owner}: {in_line(title)}") if colon else share.titled(title)


_TOGETHER = re.compile(
    r"(?:^|[.;:]\s|\bthat\s)(?P<parts>[A-Z][\w'’-]*(?:(?:,\s|\s)[\w'’()&-]+)*?\sand\s[A-Z][\w'’()& -]*?)"
    r"(?:,?\s(?:taken\s)?together|,?\scombined|\s{6,}|(?<=\))),?\s*(?=[a-z])"
)
# "those fires were responsible for 14 per cent": which ones, another clause tells
_POINTS = re.compile(r"(?:these|those|this|that|such)\s(?!who\b|that\b)", re.I)


def _is_of_so_many(sentence: Sentence, at: int) -> bool:
    """Whether the subject of the clause of the number at ``at`` is itself so many."""
    subject = _subject(sentence, at)
    return subject >= 0 and sentence.phrases[subject].number >= 0


def _subject(sentence: Sentence, at: int) -> int:
    """The subject of the clause of the number at ``at``, past "between them"; -1 for none."""
    verb = sentence.verb_before(at)
    if verb >= 3 and sentence.low(verb - 1) == "them" and sentence.low(verb - 2) == "between":
        return sentence.head_of(verb - 3) if sentence.sort(verb - 3) == "noun" else -1
    return sentence.subject_of(verb) if verb >= 0 else -1


def _whole_told(part: str, spoken_of: str, thread: Thread) -> str:
    """The whole where the words behind the share do not name it: what the sentence speaks of, the sentence before was
    about, or was counted before; "" where that is what the part itself is."""
    if spoken_of:
        return spoken_of
    counted = thread.base or thread.names.get("before", "")
    here = [naming.title for naming in reversed(thread.counts.values()) if naming.unit != "%"]
    wholes = (thread.spoken.whole, counted if thread.unit != "%" else "", *here, thread.spoken.many)
    own = part.lower().split()
    return next((whole for whole in wholes if whole and whole.split()[0].lower() not in own), "")


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
        return (with_pieces(sentence, subject), "") if subject >= 0 else ("", "")
    return _main_subject(sentence, verb - 1), ""


_WHICH_OF_THEM = re.compile(r"\bthe\s(top|first|last|next|other|remaining|[a-z]+est)\s$")


def _so_many(sentence: Sentence, at: int) -> str:
    """So many of a kind that their number is their name: "Six premises", "the top four wards"."""
    subject = _subject(sentence, at)
    words = re.sub(r"\sbetween them$", "", _bare(sentence.said(subject, sentence.noun_end(subject))))
    which = _WHICH_OF_THEM.search(sentence.text, 0, sentence.words[sentence.phrases[subject].first].start)
    words = f"{which[1]} {words}" if which else words
    return words if not re.search(r"\d|%", words) else ""


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
                return with_pieces(sentence, subject)
    return ""


def with_pieces(sentence: Sentence, at: int) -> str:
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
