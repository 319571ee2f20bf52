"""What the paragraph right before a table counts, where it says that the table parts it: "There were 214 hate crimes.
The breakdown by strand is shown below".

In: the paragraph. Out: the words of the one measure that it counts, "" where it announces no table or counts several.
"""

from __future__ import annotations

import re

from tracker.facts.sentence.clauses import parse
from tracker.facts.sentence.counting import counting
from tracker.facts.wording.mentions import mentions
from tracker.facts.wording.sentences import sentences
from tracker.facts.wording.word_forms import capital

_PARTED = re.compile(
    r"\b(?:breakdown|broken\sdown|split"
    r"|by\s(?:type|ward|strand|area|category|age|gender|reason|source|offence|month|quarter))\b"
    r"[^.]*\b(?:below|following|overleaf|table|as\sfollows)\b|\b(?:table|figures)\s(?:below|overleaf)\b[^.]*\bby\b",
    re.IGNORECASE,
)


def counted_before(lead: str) -> str:
    """The words for what a paragraph counts that announces a table of its parts."""
    if not _PARTED.search(lead):
        return ""
    named: dict[str, str] = {}
    for start, end in sentences(lead):
        sentence = lead[start:end]
        found = mentions(sentence)
        parsed = parse(sentence, [(m.start, m.end) for m in found])
        for mention in found:
            at = parsed.at(mention.start)
            told = counting(parsed, at) if mention.sort == "count" and at >= 0 else None
            if told is None or told.role not in ("there", "subject", "object"):
                continue
            of = told.post[:1] if told.post and told.post[0].startswith("of ") else ()
            words = " ".join((told.noun, *of))
            named.setdefault(words.lower(), words)
    return capital(next(iter(named.values()))) if len(named) == 1 else ""
