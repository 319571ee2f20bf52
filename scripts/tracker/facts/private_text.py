"""Rule 7 in a text: personal e-mail addresses and telephone numbers never, nor names that are not to be shown.

In: text or a record, the tracker's settings, which list the mailboxes (also names on networks) and numbers of
organisations that may be shown, and names. Out: the same with "[held back]" in place of the rest, where each letter of
it stood, and what looks like a telephone number. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel

from tracker.facts.people.names import BODY, HELD
from tracker.records import Cell, TrackerSettings

# As printed, or broken by the end of a line ("a.b@ c.gov.uk") or written for people alone ("a.b [at] c.gov.uk"); the
# broken ones need an ending that addresses have, so that "20 places @ £5" stays.
_AT = r"\s{0,2}(?:@|%40|[\[({<]\s?at\s?[\])}>])\s{0,2}"
_DOT = r"(?:\s?(?:\.|[\[({<]\s?dot\s?[\])}>])\s?|\sdot\s)"
_ENDING = r"(?:uk|com|org|net|gov|info|eu|london|scot|wales|cymru)\b"
# Sought from where a word begins and nowhere inside it, so that a word of any length costs its length.
_MAILBOX = r"(?:mailto:)?(?<![\w.+%&'’-])[\w.+%&'’-]+"
_MAIL = re.compile(
    rf"{_MAILBOX}(?:@|%40)[\w-]+(?:\.[\w-]+)+"
    rf"|{_MAILBOX}@(?=\s*$)"
    rf"|{_MAILBOX}{_AT}(?:[\w-]+{_DOT})+{_ENDING}"
    rf"|(?<![\w.])\w+\.[\w.]*\w\s(?:AT|at)\s(?:[\w-]+{_DOT})+{_ENDING}",
    re.IGNORECASE,
)
_MAY_BE_MAIL = re.compile(r"[@＠﹫]|%40|[\[({<]\s?at\s?[\])}>]|\.\w+\sat\s", re.IGNORECASE)

# A national number begins with 0 or +44 and has 9 to 11 digits after the country's code; the first group is printed
# without a gap, so that a row of small figures ("0 12 4 0 …") is not taken for one.
_PHONE = re.compile(
    r"(?<![\w.,£/])(?:(?:\+|00)44[\s.-]?(?:\(0\)[\s.-]?)?\d{2,5}|\(0\d{2,5}\)|0\d{2,5}"
    r"|0\s(?:20\s\d{4}|7\d{3}\s\d{3})(?=\s?\d{3,4}(?!\d)))"
    r"(?:(?:[\s.\u2010-\u2015-]{0,3}|[/_])\d{2,8}){0,4}(?![\d%])"
)
# A number that a word calls a telephone needs no 0 in front: "Tel: 8359 2000".
_CALLED = re.compile(
    r"(?P<word>\b(?:tel(?:ephone)?|phone|mobile|mob|fax|[TMF](?=[:.]))(?:\s+(?:no|number))?[\s.:]{1,3})"
    r"(?P<number>\+?\(?\d[\d\s().-]{4,24}\d)",
    re.IGNORECASE,
)
# The number of a desk, "ext. 4455" or "x4455"; "an extension to 2026" is none.
_EXTENSION = re.compile(
    r"(?i:\bext(?:n|ension)?\b[.:]?\s?(?:no\.?\s?)?|(?<=[,;:(]\s)x)(?P<number>(?!(?:19|20)\d\d\b)\d{3,5})(?!\w)"
)
_SIX_DIGITS = re.compile(r"(?:\d\D*){6}")
# What tells one person from all others: NHS and National Insurance numbers, dates of birth.
_OF_ONE_PERSON = re.compile(
    r"(?i:\bNHS\s*(?:no|number)?\.?\s*:?\s*)(?P<nhs>\d{3}[\s-]?\d{3}[\s-]?\d{4})(?!\d)"
    r"|\b(?P<insurance>[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D])\b"
    r"|(?i:\b(?:d\.?o\.?b\b\.?|dates?\s+of\s+birth|born(?:\s+on)?)\W{0,3})"
    r"(?P<birth>\d{1,2}(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+)\d{2,4})"
)
# What an officer wears on the shoulder is as good as a name; "PC 2023" may be a year.
_OFFICERS = re.compile(
    r"\b(?:W?PC|PCSO|PS|DC)\s?(?P<worn>(?!(?:19|20)\d\d\b)\d{2,6}[A-Z]{0,3})\b(?![.,]?\d|%)"
    r"|(?i:\b(?:collar|shoulder|warrant|badge)\s+(?:number|no)\.?\s*:?\s*)(?P<carried>[A-Z]{0,3}\d{2,7}[A-Z]{0,3})\b"
)
# Somebody's name among users of a network: "@jo_reed", "facebook.com/jo.reed".
_PROFILE = re.compile(
    r"(?<![\w.@/&+-])@(?P<handle>[A-Za-z]\w{2,29})\b(?!\.\w)"
    r"|\b(?:twitter|x|instagram|facebook|linkedin|tiktok)\.com/(?:in/|@)?(?P<page>[A-Za-z][\w.-]*\w)",
)
# Numbers that Ofcom gives to bodies alone are nobody's own, and a resident may need them: freephone, 116, 030.
NOBODYS = re.compile(r"^(?:0800|0808|030|116)")
_SALUTATION = re.compile(
    r"\bDear\s+(?!(?:Sir|Madam|Sirs|All|Colleagues?|Councillor|Members?|Residents?|Applicant|Requester|Enquirer|Chair"
    r"|\[held)\b)(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|[A-Z]))[\w.'’-]+(?:[ \t]+[A-Z][\w.'’-]*){0,3}(?=\s*(?:,|$|\n|:))"
)
# A form of address says that a name follows, even where the letter's first sentence runs on.
_TITLED = re.compile(
    r"\b[Dd]ear\s+(?P<name>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\b\.?[ \t]+(?:[A-Z]\.?[ \t]+)?[A-Z][\w'’-]+)", re.MULTILINE
)
# A text that none of these finds anything in has nothing to hold back: digits enough for a number, "Dear", a mailbox.
_MAY_TELL = (_SIX_DIGITS, re.compile("ear"), _MAY_BE_MAIL, _EXTENSION, _OFFICERS, re.compile(r"\.com/"))
# The reader of a stretch shorter than this finds no address or number in it: the shortest is a mailbox "a@b.c".
_SHORTEST = 5

R = TypeVar("R", bound=BaseModel)
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Shown:
    """A text in the making: for each of its letters where it stood in the text as printed, -1 for what was put in."""

    text: str
    origin: tuple[int, ...]

    def without(self, find: Callable[[str], Spans]) -> Shown:
        """With "[held back]" in place of what ``find`` finds in the text as a reader sees it: digits of any script as
        digits, any space as a space, without signs that have no width."""
        seen, at = as_seen(self.text)
        spans = [(at[first], at[last - 1] + 1) for first, last in find(seen) if last > first]
        if not spans:
            return self
        text, origin, done = "", [], 0
        for first, last in spans:
            text += self.text[done:first] + HELD
            origin += [*self.origin[done:first], *[-1] * len(HELD)]
            done = last
        return Shown(text + self.text[done:], (*origin, *self.origin[done:]))


# Letters beyond ASCII that a reader sees as no digit, no space and no sign of an address: dashes, quotes, accents.
_ODD = re.compile(r"[^\x00-\x7f\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2212\u20ac]")


def as_seen(text: str) -> tuple[str, Sequence[int]]:
    if not _ODD.search(text):
        return text, range(len(text))
    seen, at = [], []
    for place, letter in enumerate(text):
        if unicodedata.category(letter) == "Cf":
            continue
        if letter.isspace():
            letter = "\n" if letter == "\n" else " "
        elif letter.isdigit() and not letter.isascii():
            letter = str(unicodedata.digit(letter))
        elif letter in "＠﹫":
            letter = "@"
        elif letter == "＋":
            letter = "+"
        seen.append(letter)
        at.append(place)
    return "".join(seen), at


def hold_back(text: str, settings: TrackerSettings, names: Sequence[str] = ()) -> str:
    """``text`` with every address and number that is not on the tracker's lists, names in salutations, and ``names``
    (see ``people``) replaced."""
    return text_shown(text, settings, names_in(tuple(names))).text


@lru_cache(maxsize=256)
def names_in(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    ways = (r"\s+".join(re.escape(word) for word in name.split()) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


def text_shown(text: str, settings: TrackerSettings, names: re.Pattern[str] | None) -> Shown:
    shown = Shown(text, ())
    named = names is not None and bool(names.search(text) or _ODD.search(text))
    told = len(text) >= _SHORTEST and any(may.search(text) for may in _MAY_TELL)
    if not named and not told:
        return shown
    mailboxes = _mailboxes(settings.mailboxes)
    numbers = _allowed(settings.telephones)

    def mails(seen: str) -> Spans:
        found = ((m.span(), _address(m[0])) for m in _MAIL.finditer(seen))
        return [span for span, address in found if address not in mailboxes]

    def phones(seen: str) -> Spans:
        return [m.span() for m in _PHONE.finditer(seen) if _is_personal(m[0], numbers)]

    def called(seen: str) -> Spans:
        found = []
        for match in _CALLED.finditer(seen):
            digits = digits_of(match["number"])
            if 6 <= len(digits) <= 13 and digits not in numbers and not NOBODYS.match(digits):
                found.append(match.span("number"))
        return found

    def extensions(seen: str) -> Spans:
        return [match.span("number") for match in _EXTENSION.finditer(seen)]

    def greeted(seen: str) -> Spans:
        return [(m.start() + len("Dear "), m.end()) for m in _SALUTATION.finditer(seen)]

    def titled(seen: str) -> Spans:
        return [m.span("name") for m in _TITLED.finditer(seen)]

    def of_one_person(seen: str) -> Spans:
        return [m.span(m.lastgroup or 0) for m in _OF_ONE_PERSON.finditer(seen)]

    def officers(seen: str) -> Spans:
        return [m.span(m.lastgroup or 0) for m in _OFFICERS.finditer(seen)]

    def profiles(seen: str) -> Spans:
        found = ((m.span(m.lastgroup or 0), m[m.lastgroup or 0]) for m in _PROFILE.finditer(seen))
        return [span for span, name in found if not _is_a_bodys(name, settings)]

    finds = (mails, phones, called, extensions, greeted, titled, of_one_person, officers, profiles) if told else ()
    seen, _ = as_seen(text)
    # Most texts with digits enough hold no number of anybody's: dates, ids, figures.
    if not named and not any(find(seen) for find in finds):
        return shown
    shown = Shown(text, tuple(range(len(text))))
    if names is not None:
        shown = shown.without(lambda seen: [match.span() for match in names.finditer(seen)])
    for find in finds:
        shown = shown.without(find)
    return shown


def _address(printed: str) -> str:
    """A mailbox as it is typed, from how it is printed."""
    address = printed.removeprefix("mailto:").strip("'’.").casefold()
    return "".join(re.sub(_DOT, ".", re.sub(_AT, "@", address)).split())


@lru_cache(maxsize=8)
def _mailboxes(allowed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(box.strip().casefold() for box in allowed)


@lru_cache(maxsize=8)
def _allowed(telephones: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(digits_of, telephones))


_ENDS_AS_A_BODY = re.compile(
    r"(?:council|police|partnership|board|trust|association|charity|foundation|services?)$", re.I
)
_OF_RANK = re.compile(r"(?:W?PC|PCSO|PS|DC|Sgt|Insp)(?=[A-Z_])", re.I)


def _is_a_bodys(profile: str, settings: TrackerSettings) -> bool:
    """Whether a name on a network is on the tracker's list, ends as a body's does ("MelfordCouncil"), or is made of the
    place, words for bodies and initials alone ("LBMelford"): "PCReedMelford" is an officer's."""
    if f"@{profile}".casefold() in _mailboxes(settings.mailboxes):
        return True
    if _ENDS_AS_A_BODY.search(profile) and not _OF_RANK.match(profile):
        return True
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", profile)
    here = {word.casefold() for word in settings.place.split()}
    told = [word.casefold() in here or bool(BODY.fullmatch(word.title())) for word in words]
    return any(told) and all(is_told or word.isupper() for word, is_told in zip(words, told, strict=True))


def _is_personal(number: str, allowed: frozenset[str]) -> bool:
    digits = digits_of(number)
    # A country's code says that it is a telephone number, whatever its length.
    least = 8 if number.startswith(("+", "0044")) else 10
    return least <= len(digits) <= 12 and digits not in allowed and not NOBODYS.match(digits)


def hold_back_record(record: R, settings: TrackerSettings, names: Sequence[str] = ()) -> R:
    """A record with all its texts, at every depth, held back. Records without anything to hide stay the same object."""
    changed = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        new = _held(value, settings, names)
        if new is not value:
            changed[name] = new
    return record.model_copy(update=changed) if changed else record


def _held(value: object, settings: TrackerSettings, names: Sequence[str]) -> object:
    if isinstance(value, str):
        new = hold_back(value, settings, names)
        return value if new == value else new
    if isinstance(value, Cell):
        return _held_cell(value, settings, names)
    if isinstance(value, BaseModel):
        return hold_back_record(value, settings, names)
    if isinstance(value, tuple):
        items = [_held(item, settings, names) for item in value]
        if any(new is not old for new, old in zip(items, value, strict=True)):
            return tuple(items)
    return value


def _held_cell(cell: Cell, settings: TrackerSettings, names: Sequence[str]) -> Cell:
    """A cell held back, its breaks where their lines begin now."""
    held = hold_back_record(cell, settings, names)
    if held.text == cell.text or not cell.breaks:
        return held
    origin = text_shown(cell.text, settings, names_in(tuple(names))).origin
    place = {old: new for new, old in enumerate(origin) if old >= 0}
    return held.model_copy(update={"breaks": tuple(place[b] for b in cell.breaks if b in place)})


def digits_of(number: str) -> str:
    """A telephone number as its digits, with 0 for the country's code."""
    digits = re.sub(r"\(0\)|\D", "", number) if number.strip().startswith(("+", "00")) else re.sub(r"\D", "", number)
    for code in ("0044", "44"):
        if digits.startswith(code) and len(digits) > 10:
            return "0" + digits[len(code) :].removeprefix("0")
    return digits
