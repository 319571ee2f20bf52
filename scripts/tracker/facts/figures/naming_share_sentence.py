"""A share in its sentence: what each reader of the ``naming_share`` modules is given, and how its answer is put.

A reader takes a ``ShareInSentence`` and gives a ``Naming``, ``NO_NAME`` where the number is no share or cannot be told,
or None where the sentence has another form and the next reader is to try.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tracker.facts.figures.naming_labels import in_paren
from tracker.facts.figures.naming_parts import TARGET_BEFORE, Breakdown, Naming, Thread, side_of, target_of, titled
from tracker.facts.wording.mentions import Mention
from tracker.facts.wording.predicates import clause_end
from tracker.facts.wording.word_forms import in_line

# "The target is to answer 90% of calls"
_AIM_BEFORE = re.compile(
    r"\b(?:targets?|aim|goal|ambition|commitment)\s(?:is|was)\s(?:to\s[a-z]+|that|for)\s(?:at\sleast\s)?$", re.I
)
NO_NAME = Naming("", "%", "share", sure=False)
"""The answer of a reader that knows that a percentage gets no name."""


@dataclass(frozen=True)
class ShareInSentence:
    """A percentage, the sentence and the mentions around it, and what was spoken of before."""

    text: str
    mentions: tuple[Mention, ...]
    at: int
    thread: Thread

    @property
    def mention(self) -> Mention:
        """The percentage itself."""
        return self.mentions[self.at]

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.text[: self.mention.start]

    @property
    def after(self) -> str:
        """The sentence from the number's end."""
        return self.text[self.mention.end :]

    @property
    def gap(self) -> str:
        """What stands between the mention before (or the sentence's beginning) and the number."""
        return self.text[self.mentions[self.at - 1].end if self.at else 0 : self.mention.start]

    @property
    def stop(self) -> int:
        """Where the next number begins."""
        # "91% of calls answered within one hour": a length of time belongs to the name
        return next((later.start for later in self.mentions[self.at + 1 :] if not later.span), len(self.text))

    @property
    def in_brackets(self) -> bool:
        """Whether the number stands in brackets."""
        return in_paren(self.text, self.mention)

    @property
    def to_be_reached(self) -> bool:
        """Whether the words before say that the number is a target."""
        return bool(TARGET_BEFORE.search(self.before) or _AIM_BEFORE.search(self.before))

    @property
    def side(self) -> Breakdown:
        """The parts that tell the end of a range and a target."""
        return side_of(self.mention) + target_of(self.to_be_reached)

    @property
    def after_share(self) -> bool:
        """Whether the mention before is a share."""
        return self.at > 0 and self.mentions[self.at - 1].sort == "share"

    @property
    def after_count(self) -> bool:
        """Whether the mention before is a count."""
        return self.at > 0 and self.mentions[self.at - 1].sort == "count"

    @property
    def after_named(self) -> bool:
        """Whether the mention before was given a name."""
        return self.thread.names.get("named") == str(self.at - 1)

    @property
    def share_before(self) -> Naming | None:
        """The last naming, where it is a share and the sentence has a number before this one."""
        last = self.thread.last
        return last if self.at and last and last.unit == "%" else None

    @property
    def number_before(self) -> Naming | None:
        """The last naming, where it is no share and the sentence has a number before this one; the naming of that
        number where a clause that was read in full gave it one."""
        last, before = self.thread.last, self.mentions[self.at - 1] if self.at else None
        if before is None or last is None:
            return None
        return last if last.unit != "%" else self.thread.counts.get(before.value)

    def clause(self, start: int) -> str:
        """What stands from a place to the end of its clause."""
        return self.text[start : clause_end(self.text, start, self.stop)]

    def grouped(self, name: str) -> str:
        """The name with the group in question before it, unless it says the group itself."""
        group = self.thread.group
        if not group or group.lower() in name.lower():
            return name
        return f"{group}: {in_line(name)}"

    def named(self, title: str, sure: bool = True, part: Breakdown = ()) -> Naming:
        """The naming with this title, of this part of a whole."""
        return Naming(title, "%", "share", part + self.side, sure)

    def titled(self, name: str, sure: bool = True, part: Breakdown = ()) -> Naming:
        """The naming with this name and the service in question before it."""
        return self.named(titled(name, self.thread), sure, part)


ShareReader = Callable[[ShareInSentence], Naming | None]
