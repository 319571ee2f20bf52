"""Names that a figure takes over from what was spoken of before, and the signs that its own sentence speaks of another.

In: a sentence, one of its numbers and the name found for it. Out: whether the sentence has a subject of its own that
the name does not say ("Vehicle crime was the exception: 188 offences" under "All crime"), so that a careful reader
would not file the number there.
"""

from __future__ import annotations

import re

from tracker.facts.figures.naming_parts import Naming
from tracker.facts.wording.likeness_words import content_words, stem
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.word_lists import words_of

# Words that any sentence about figures may open with, whatever it speaks of.
_SAY_NO_SUBJECT = frozenset(
    stem(word)
    for word in words_of(
        "number numbers figure figures total totals overall level volume rate share proportion percentage majority"
        " remainder rest half third quarter most many some others period year month week time case cases incident"
        " incidents offence offences crime crimes report reports referral referrals people person individual"
        " individuals"
        " demand trend trends picture position situation pattern volumes activity workload caseload"
        " partner partners partnership board council team service officer officers staff police data result results"
        " increase decrease rise fall reduction change comparison contrast addition exception example january february"
        " march april may june july august september october november december first second last same previous"
    )
)
_SUBJECT = re.compile(
    r"^\W*(?:The\s|A\s|An\s|Our\s|This\s)?((?:[A-Za-z][\w'’-]*\s){1,4}?)(?:was|were|is|are|has|have|had|saw|remains?|remained"
    r"|stood|stands|continued|continues|rose|fell|increased|decreased|dropped)\b"
)
# "Arrests following calls: 702 in 2023 and 655 in 2022": a label says what is counted.
_LABEL = re.compile(r"^\W*([A-Z][\w'’ -]{3,60}):\s")
_MONEY_ONLY = words_of("cost costs funding value budget spend grant amount income")


def speaks_of_another(sentence: str, mention: Mention, naming: Naming) -> bool:
    """Whether the sentence opens with a subject that neither the name nor the words after the number take up."""
    if naming.carried:
        return False
    before = sentence[: mention.start]
    subject = _SUBJECT.match(before) or _LABEL.match(before)
    if subject is None:
        return False
    own = content_words(subject[1]) - _SAY_NO_SUBJECT
    named = content_words(" ".join([naming.title, *(value for key, value in naming.breakdown if key == "group")]))
    telling = named - _SAY_NO_SUBJECT - content_words(naming.unit)
    here = content_words(sentence)
    taken_over = not telling & here and naming.title.partition(":")[0].lower() not in sentence.lower()
    return bool(own) and not own & named and taken_over


def says_only_money(naming: Naming) -> bool:
    """Whether a sum is called nothing but "cost", under a heading or alone."""
    return naming.measure == "money" and naming.title.rpartition(": ")[2].lower() in _MONEY_ONLY


def only_money(sentence: str, naming: Naming) -> bool:
    """Whether an amount is called nothing but "cost" under a heading that its sentence does not speak of."""
    owner, colon, _ = naming.title.rpartition(": ")
    return bool(colon) and says_only_money(naming) and not content_words(owner) & content_words(sentence)
