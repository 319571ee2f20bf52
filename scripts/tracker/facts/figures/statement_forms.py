"""Whether a line of a dashboard is made of short statements only, each in a form that says one thing.

In: a line's text, the board's place and what its periods lean on. Out: a yes or no. "480 cases of X over 3 months,
A to B", "X, 12 months to A: 643 cases. The 12 months prior: 605. Change: …", "In the 3 months to A there were 18
cases of X", "15% involved Y", "Y (14%), then Z (11%)" are such forms. A line with any other sentence in it, such as a
comparison of several numbers, is running text and read as such.
"""

from __future__ import annotations

import re

from tracker.facts.wording.head_areas import strip_place
from tracker.facts.wording.periods import Context, find_periods
from tracker.facts.wording.sentences import sentences

_PERIOD, _EARLIER = "[¤§]", "§"
_NUMBER = r"(?:(?:approx(?:imately)?\.?|about|around|over|under|a total of|only)\s)*[\d,]+(?:\.\d+)?\+?"
_SHARE = r"[+−–-]?\d+(?:\.\d+)?\s?%"
# What is counted: no list, no number, nothing said of it and nothing it is compared with.
_THING = (
    r"(?:(?!\b(?:which|whom?|whose|that|fewer|more|less|compared|against(?!\sthe\sperson)|target|average|than|rose|fell"
    r"|increased|decreased|were|was|had|has|have|is|are|accounts?|accounted|including|up|down|respectively)\b)"
    r"[^\d,;:.()%¤§]){2,90}?"
)
_WHEN = rf"(?:,?\s(?:in|over|during|for)?\s?(?:the\s)?{_PERIOD}(?:\s\(incl[^)]*\))?)"
_CHANGE = (
    r"(?:(?:change|this (?:is|was|represents)|which is|that is)[:\s]\s?)?(?:(?:an?|no)\s)?(?:\w+\s)?"
    rf"(?:increase|decrease|rise|fall|reduction|drop|change|up|down)\b(?:\s(?:of|by))?(?:\s{_NUMBER})?(?:\s?\(?{_SHARE}\)?)?"
)
# Ages and lengths of time.
_NO_FIGURES = re.compile(
    r"\b\d\d?[\s-]months?\b|\b(?:(?:under|over|aged?)\s\d\d?s?|\d\d?\s?[-–]\s?\d\d?|\d\d\+)(?![\d%,])", re.I
)
_FORMS = re.compile(
    "|".join(
        (
            rf"{_NUMBER}\s{_THING}(?:\s(?:was|were)\s\w+ed(?:\sby\s{_THING})?)?{_WHEN}?",
            rf"{_NUMBER}{_WHEN}",
            rf"{_THING}{_WHEN}?\s?[:–-]\s{_NUMBER}(?:\s{_THING})?(?:\son average)?"
            rf"(?:\s\((?:[^()\d%]*|{_EARLIER}:\s{_NUMBER})\)|{_WHEN}|,\s(?:up|down)\sfrom\s{_NUMBER}{_WHEN})?",
            rf"(?:(?:the|in|over|during|for|same)\s)*{_PERIOD}\s?[:,]?\s(?:there\s(?:were|was|have been)\s)?"
            rf"{_NUMBER}(?:\s{_THING})?",
            rf"there\s(?:were|was|have been)\s{_NUMBER}(?:\s{_THING})?{_WHEN}?",
            _CHANGE,
            rf"{_SHARE}\s(?:points?\s)?(?:of\s(?:incidents|cases|referrals|offences|calls|reports)\s)?(?:(?:involved|were|was|in)\s[^\d;:.()%¤§]{{2,90}}|of\s{_THING})",
            rf"(?:{_THING}(?:\shad the (?:largest|highest|smallest|lowest|most|fewest)\s\w+)?\s\({_SHARE}\)"
            r"(?:,\s(?:then\s|and\s|followed by\s)?|\sand\s|$))+",
            rf"{_THING}\s?[:–-]\s{_SHARE}",
            rf"{_THING}:\s(?:up|down|(?:an?\s)?(?:increase|decrease)\sof)\s{_SHARE}(?:\s\([^()]*\))?",
        )
    ),
    re.I,
)


def in_statements(text: str, place: str, context: Context) -> bool:
    """Whether every sentence with a number in it has one of the forms."""
    told = [text[begin:end] for begin, end in sentences(text)]
    pieces = [piece for sentence in told for piece in re.split(r";\s", sentence) if re.search(r"\d", piece)]
    return bool(pieces) and all(_FORMS.fullmatch(_bare(piece, place, context)) for piece in pieces)


def _bare(piece: str, place: str, context: Context) -> str:
    """The piece without place and full stop, with a mark for each period."""
    for period in reversed(find_periods(piece, context)):
        mark = _EARLIER if period.kind == "relative" else "¤"
        piece = f"{piece[: period.begin]}{mark}{piece[period.finish :]}"
    piece = _NO_FIGURES.sub("aged", re.sub(r"\s\([A-Z]{2,}\)", "", piece))
    piece = re.sub(rf"{_PERIOD}[\s,]*(?:{_PERIOD}[\s,]*)+", "¤ ", piece)
    return re.sub(r"\s+", " ", strip_place(piece.strip(" ."), place)).strip(" .,")
