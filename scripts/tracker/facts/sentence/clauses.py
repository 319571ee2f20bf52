"""Clauses of a sentence: which noun phrase is whose subject or object, what is said of it, where it all ends.

In: words and phrases. Out: a ``Sentence``: the parse with questions that can be put to it. Nothing is decided here
about figures; "The MARAC heard 312 cases involving children" is a subject, a verb and an object with what follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.facts.sentence.asides import other_dash, past_asides
from tracker.facts.sentence.phrase_record import FURTHEST, Phrase
from tracker.facts.sentence.phrases import phrases
from tracker.facts.sentence.word_kinds import Word
from tracker.facts.sentence.words import words
from tracker.facts.wording.word_lists import words_of

_SO_MANY = words_of("all most some many both none few")
POINTERS = words_of("these those them whom which")
_SAME_GROUP = re.compile(r"(?:this|that|these|those)\s(?:\w+\s)?(?:group|cohort|number|total|figure)s?", re.I)


def points_back(words: str) -> bool:
    """Whether words stand for people or things told of before."""
    return words.lower() in POINTERS or _SAME_GROUP.fullmatch(words) is not None


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence. Places are indexes of ``phrases`` unless a name says otherwise."""

    text: str
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]

    def said(self, first: int, last: int) -> str:
        """The text of the phrases ``first`` to ``last``, with single blanks."""
        if last < first:
            return ""
        stretch = self.text[self.words[self.phrases[first].first].start : self.words[self.phrases[last].last].end]
        return re.sub(r"\s+", " ", stretch).strip(" ,")

    def at(self, position: int) -> int:
        """The phrase that holds the character ``position``, -1 for none."""
        n = bisect_right(self.phrases, position, key=lambda phrase: self.words[phrase.first].start) - 1
        return n if n >= 0 and position < self.words[self.phrases[n].last].end else -1

    def sort(self, at: int) -> str:
        """The sort of a phrase, "" outside the sentence."""
        return self.phrases[at].sort if 0 <= at < len(self.phrases) else ""

    def low(self, at: int) -> str:
        """The main or only word of a phrase in small letters, "" outside the sentence."""
        if not 0 <= at < len(self.phrases):
            return ""
        phrase = self.phrases[at]
        return self.words[phrase.main if phrase.main >= 0 else phrase.first].low

    def points_back(self, at: int) -> bool:
        """Whether a noun phrase stands for people or things told of before: "them", "whom", "this group"."""
        if self.low(at) in POINTERS:
            return True
        return self.sort(at) == "noun" and points_back(self.said(at, at))

    def low_of_first(self, at: int) -> str:
        """The first word of a phrase in small letters."""
        return self.words[self.phrases[at].first].low if 0 <= at < len(self.phrases) else ""

    def noun_end(self, at: int) -> int:
        """The last phrase of what belongs to the noun phrase ``at``: "cases | of theft | from cars | left open"."""
        end = at
        while True:
            following = end + 1
            sort = self.sort(following)
            if sort == "preposition":
                step = self._prepositional(following)
            elif sort == "verb" and not self.phrases[following].finite:
                step = self._participial(following)
            elif sort == "gap" and self.sort(following + 1) == "relative" and self.sort(following + 2) == "verb":
                # "four areas in the borough which fall within …"
                step = self.predicate_end(following + 2)
            elif sort == "relative" and self.sort(following + 1) == "verb":
                step = self.predicate_end(following + 1)
                while self.low(step + 1) == "or" and self.sort(step + 2) == "verb":
                    # "who entered custody or were remanded"
                    step = self.predicate_end(step + 2)
            elif sort == "coordinator":
                also = following + 2 if self.sort(following + 1) == "adverb" else following + 1
                if self.sort(end) == "verb" and self.sort(also) == "verb" and self._is_bare_participle(also):
                    # "killed or seriously injured"
                    step = also
                else:
                    alone = end == at and self.sort(at - 1) not in ("verb", "preposition")
                    step = self._joined(following, alone or self._no_verb_before(at))
            else:
                return end
            if step <= end:
                return end
            end = step

    def _prepositional(self, at: int) -> int:
        """The end of "on the street" or "from losing their home", ``at - 1`` when a preposition leads to nothing."""
        if self.sort(at + 1) == "preposition":
            at += 1
        if self.sort(at + 1) != "noun":
            return at - 1
        doing = self.words[self.phrases[at + 1].last].kind == "ing" and self.sort(at + 2) == "noun"
        return at + 2 if doing and self.phrases[at + 2].number < 0 else at + 1

    def _participial(self, at: int) -> int:
        """The end of "housed in the refuge": the participle with its object or adverb, prepositions by turns; with a
        preposition that leads to nothing ("people worked with, …")."""
        end = at
        while self.sort(end + 1) == "adverb":
            end += 1
        if end == at and self.sort(end + 1) == "preposition" and self.sort(end + 2) in ("gap", "comma", "mark", ""):
            return end + 1
        if self.sort(end + 1) == "noun":
            end += 1
        return end

    def _no_verb_before(self, at: int) -> bool:
        """Whether no clause has had its verb before the noun ``at``: "and" behind it can then join no clauses."""
        for n in range(at - 1, max(-1, at - FURTHEST), -1):
            if self.sort(n) in ("mark", "subordinator"):
                return True
            if self.sort(n) in ("relative", "there") or (self.sort(n) == "verb" and self.phrases[n].finite):
                return False
        return True

    def _joined(self, at: int, opens: bool = False) -> int:
        """The end of "and dogs" when "and" joins nouns, ``at - 1`` when it leads to another clause or number.

        ``opens``: the noun before may be a subject, so that a verb behind both is said of both.
        """
        following = at + 2 if self.sort(at + 1) == "adverb" else at + 1
        if self.sort(following) != "noun" or self.phrases[following].number >= 0:
            return at - 1
        if self.said(following, following).lower() in _SO_MANY:
            # "70 were compliant and all but three of the others …"
            return at - 1
        end = following
        while self.sort(end + 1) == "preposition":
            step = self._prepositional(end + 1)
            if step <= end:
                break
            end = step
        told = end + 1 if self.sort(end + 1) == "noun" else end
        if any(phrase.number >= 0 for phrase in self.phrases[following : told + 1]):
            # "49% of the caseload and Black children 27%", "£46,000 in cash and drugs worth £12,000"
            return at - 1
        verb = end + 1
        while self.low(at) == "and" and self.sort(verb) in ("adverb", "gap"):
            # "and first responders elsewhere made 25"
            verb += 1
        if self.sort(verb) == "verb" and self.phrases[verb].finite and not opens:
            return at - 1
        return end

    def predicate_end(self, at: int) -> int:
        """The last phrase of what the verb group ``at`` says: its object, places and manners, up to the next joint."""
        end = at
        while True:
            following = end + 1
            sort = self.sort(following)
            if sort in ("noun", "adverb"):
                step = self.noun_end(following) if sort == "noun" else following
                be = self.words[self.phrases[at].main].kind == "be"
                if sort == "noun" and not be and self.sort(step + 1) == "verb" and self.phrases[step + 1].finite:
                    # "said they felt": what was said is a clause
                    step = self.predicate_end(step + 1)
            elif sort == "preposition":
                step = self._prepositional(following)
                step = self.noun_end(step) if step > end else step
                if step <= end and self.low(following) == "as" and self.sort(following + 1) == "verb":
                    # "assessed as being homeless", "assessed as owed a duty"
                    step = self._participial(following + 1)
            elif sort == "verb" and not self.phrases[following].finite:
                step = self._participial(following)
            elif sort == "subordinator" and self.low(following) in ("that", "whether", "if", "when"):
                step = following
            elif sort == "gap":
                ahead = self.sort(following + 1)
                step = following if ahead in ("noun", "preposition", "adverb") else end
            elif sort == "relative" and self.sort(following + 1) == "verb":
                step = self.predicate_end(following + 1)
            elif sort == "coordinator":
                # "were killed or seriously injured"
                also = following + 2 if self.sort(following + 1) == "adverb" else following + 1
                bare = self.sort(also) == "verb" and self._is_bare_participle(also)
                step = also if bare and end == at and self.phrases[at].passive else self._joined(following)
                if step < following and self._joins_preposition(following):
                    # "as being homeless and in priority need"
                    step = self._prepositional(following + 1)
            else:
                return end
            if step <= end:
                return end
            end = step

    def _joins_preposition(self, at: int) -> bool:
        """Whether "and" joins a preposition with a noun that no number and no clause of its own follows."""
        noun = at + 2
        counts = self.sort(noun) == "noun" and self.phrases[noun].number < 0
        return self.sort(at + 1) == "preposition" and counts and self.sort(noun + 1) not in ("noun", "verb", "comma")

    def _is_bare_participle(self, at: int) -> bool:
        """Whether a verb group is one participle without an object: "co-ordinated and | monitored"."""
        phrase = self.phrases[at]
        return self.words[phrase.first].kind == "ed" and self.sort(at + 1) != "noun"

    def head_of(self, at: int) -> int:
        """The noun phrase that the one at ``at`` belongs to: "people" of "people | in | the refuge"."""
        while at > 1 and self.sort(at - 1) == "preposition" and self.sort(at - 2) == "noun":
            at -= 2
        return at

    def _described_head(self, at: int) -> int:
        """The head of a noun phrase over participles too: "crime" of "crime | resulting in | injury to | a person"."""
        head = self.head_of(at)
        participle = head - 2 if self.sort(head - 1) == "preposition" else head - 1
        led = self.sort(participle) == "verb" and not self.phrases[participle].finite
        return self.head_of(participle - 1) if led and self.sort(participle - 1) == "noun" else head

    def verb_of(self, at: int) -> int:
        """The clause verb of which the noun phrase ``at`` is the subject, -1 for none."""
        if self.sort(at - 1) in ("preposition", "verb"):
            return -1
        end = past_asides(self, self.noun_end(at))
        while self.phrases[at].number >= 0 and self.sort(end + 1) in ("comma", "coordinator"):
            # "18 women, 4 men and 25 children were housed": said of each
            more = end + 1
            while self.sort(more) in ("comma", "coordinator"):
                more += 1
            if self.sort(more) != "noun" or self.phrases[more].number in (-1, self.phrases[more].main):
                break
            end = past_asides(self, self.noun_end(more))
        following = end + 1
        return following if self.sort(following) == "verb" and self.phrases[following].finite else -1

    def verb_before(self, at: int) -> int:
        """The verb group of which the noun phrase ``at`` is the object ("helped 73 people"), -1 for none."""
        before = at - 1
        while self.sort(before) == "adverb":
            before -= 1
        if self.sort(before) == "preposition" and self.sort(before - 1) == "verb":
            # "dealt with 612 incidents", "responded to 40 calls"
            return before - 1
        if self.sort(before) == "noun" and self.phrases[before].number < 0 and self.sort(before - 1) == "verb":
            # "gave professionals 116 consultations"
            return before - 1
        return before if self.sort(before) == "verb" else -1

    def subject_of(self, verb: int, shared: bool = True) -> int:
        """The noun phrase that is the subject of the clause verb ``verb``, -1 for none; "and helped" shares one."""
        at = verb - 1
        while at >= max(0, verb - FURTHEST):
            sort = self.sort(at)
            if sort == "noun":
                head = self.head_of(at)
                if self.verb_of(head) == verb:
                    return self._whole_subject(head, verb)
            if sort == "mark" and at == verb - 1 and (opening := other_dash(self, at, -1)) >= 0:
                at = opening
            elif sort in ("mark", "subordinator"):
                return -1
            if sort == "relative" and self.sort(at - 1) == "noun" and self.verb_of(self.head_of(at - 1)) == verb:
                # "Each child who reoffended | committed …"
                return self.head_of(at - 1)
            if sort == "relative" and not self._ends_aside(verb, at):
                if not self._behind_comma(verb):
                    return -1
            elif sort == "relative":
                # "The cohort, which is made up of the most prolific, stands at 105"
                before = self._aside_begins(at) - 1
                return self._described_head(before) if self.sort(before) == "noun" else -1
            if sort == "verb" and self.phrases[at].finite and shared and self.sort(verb - 1) == "coordinator":
                return self.subject_of(at, shared=False)
            at -= 1
        return -1

    def _whole_subject(self, head: int, verb: int) -> int:
        """The first noun phrase of a subject whose last is ``head``: "Children of Black | and | mixed heritage"."""
        while self.sort(head - 1) == "coordinator" and self.sort(head - 2) == "noun" and self.phrases[head].number < 0:
            more = self.head_of(head - 2)
            if self.phrases[more].number >= 0 or self.verb_of(more) != verb:
                break
            head = more
        return head

    def _ends_aside(self, verb: int, relative: int) -> bool:
        """Whether commas hold the clause of the relative word apart from the clause verb behind it."""
        inner = any(self.sort(n) == "verb" for n in range(relative + 1, verb - 1))
        return inner and self._behind_comma(verb) and self._aside_begins(relative) >= 0

    def _aside_begins(self, relative: int) -> int:
        """The comma before "which", "on which" or "the measure by which", -1 where none stands there."""
        before = relative - 1
        if self.sort(before) == "preposition":
            before -= 2 if self.sort(before - 1) == "noun" else 1
        return before if self.sort(before) == "comma" else -1

    def _behind_comma(self, verb: int) -> bool:
        """Whether a comma stands before the clause verb."""
        before = verb - 1
        while self.sort(before) == "adverb":
            before -= 1
        return self.sort(before) == "comma"


def parse(text: str, numbers: Sequence[tuple[int, int]] = ()) -> Sentence:
    """The parse of one sentence; each stretch of ``numbers`` (start, end) is a number."""
    found = words(text, numbers)
    return Sentence(text, found, phrases(found))


def show(sentence: Sentence) -> str:
    """The parse as one line for people: "[The MARAC] <heard> [312* cases] involving [401* children]"."""
    out = []
    for n, phrase in enumerate(sentence.phrases):
        said = sentence.said(n, n) or "_"
        if phrase.sort == "noun":
            out.append(f"[{said}{'*' if phrase.number >= 0 else ''}]")
        elif phrase.sort == "verb":
            out.append(f"<{said}>" if phrase.finite else f"‹{said}›")
        else:
            out.append(said if phrase.sort != "gap" else "_")
    return " ".join(out)
