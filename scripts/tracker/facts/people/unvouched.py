"""Names for which the paper does not vouch: nothing in it says that their bearers act for a board or a body.

Rule 7 shows members, senior officers and those who speak for organisations, and nobody else. So a name is held back
unless, anywhere in the paper, it stands beside an office, a post or a body ("Superintendent Jo Reed", "Jo Reed, Head of
Housing"), in a list of who attended, in a table beside a body or under "Lead", or does what is done in office
("Jo Reed presented the report"). A name is told from other capitals by its forename (``forenames``) or by a form of
address ("Mrs Reed").

In: the blocks of a paper. Out: the names, as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.facts.people.forenames import forenames
from tracker.facts.people.names import BODY, CAPITALS, JUNIOR, SENIOR_POST, WORD, is_junior_post
from tracker.records import Block

_BELOW = 2
"""Blocks below a name on a line of its own in which its post may stand ("Message from" may come between)."""
_NEAR = 200
"""Letters before and after a name in which the paper may say who its bearer is."""
_LONGEST_LINE = 400
"""Letters of a line of a present list; what is longer is a paragraph, and the list has ended."""

_FULL = re.compile(
    rf"(?P<first>{WORD})(?:\s+[A-Z]\.?(?=\s))?(?P<last>(?:\s+(?:de|van|der|von|al|el|bin|da|di|O))?\s+{WORD})(?P<more>\s+{WORD})?"
)
_STYLED = re.compile(rf"\b(?P<style>Mr|Mrs|Ms|Miss|Mx|Master)\b\.?\s+(?P<name>(?:(?:{WORD}|[A-Z]\.?)\s+){{0,2}}{WORD})")
_LOUD = re.compile(rf"(?P<first>{WORD})\s+{CAPITALS}|(?<!\w){CAPITALS},\s+(?P<after>{WORD})")
_CALENDAR = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b")
_NAMES_A_THING = re.compile(r"\b(?:Operation|Op|Project|Storm|Campaign|Saint|St)\.?\s+$")
_THING = re.compile(
    r"^(?:['’]s)?\s+(?:[A-Z][\w’']+\s+){0,2}(?:Law|Rule|Day|Week|Review|Inquiry|Index|Scale|Prize|Lecture|Stadium|Station|Green|Hill)\b"
)

_OFFICE = (
    r"(?:Cllrs?|Councillors?|Alder(?:man|woman)|Mayor|Lord|Lady|Baron(?:ess)?|Sir|Dame|Rabbi|Imam|Reverend|Rev|Canon"
    r"|(?:Arch)?[Bb]ishop|Judge|Justice|Inspector|Insp|Superintendent|Supt|Commander|Commissioner|CI|DCI|DI|DSU|DCS|ACC"
    r"|DCC|[Cc]hair\w*|Minister|Secretary|[Dd]irector|[Ll]eader|[Cc]hief|[Ee]xecutive|President|Prof(?:essor)?|Dr"
    r"|[Mm]anager|Head|Lead|Strategist|Consultant|Specialist|Coroner|Sheriff|Principal|[Hh]ead\s?teacher|Champion|Member)"
)
_OFFICE_BEFORE = re.compile(
    rf"\b{_OFFICE}\.?(?:\s+(?:of|for)\s+(?:[\w’'&-]+\s+){{0,7}}?[\w’'&-]+)?\s*[,:(–—-]?\s*$"
    r"|\b(?:Councillors|Cllrs|Members)\b[^.;:()]{0,160}$"
    r"|(?i:\bapologies\b[^.;]{0,60}\b(?:from|by|of)\b[^.;]{0,160})$"
    r"|(?i:^\W*(?:report\s+of|reporting\s+officer|lead(?:\s+\w+)?|owner|foreword(?:\s+by)?|sponsor|presented\s+by|presenter"
    r"|action(?:\s+by)?|sro)\s*[:–—-]?\s*)$"
)
_AFTER = re.compile(
    r"^\s*(?:\([A-Z]{2,4}\)\s*)?(?:[,(]|:(?!\s*the\b)|[–—-]|\n)\s*(?:(?:the|our|an?|who\s+is(?:\s+the|\s+our)?)\s+)?(?P<said>[^.;\n]{2,80})"
)
_LETTERS_AFTER = re.compile(r"^,?\s+(?:MP|MBE|OBE|CBE|KC|QC|JP|QPM|DL|AM|MS)\b")
# "the Jo Reed Foundation"
_NEXT = re.compile(rf"\s+{WORD}")
# "Jo Reed Head of Housing", as cells and lines run together.
_POST_AFTER = re.compile(rf"^\s+(?:{WORD}\s+){{0,3}}{_OFFICE}\b")
_ORGANISATION = re.compile(
    r"\b(?:[Mm]anager|Lead|Head|Strategist|Consultant|Specialist|Practitioner|Advis[eo]r|Police|Council|Services?|Trust|NHS|Board"
    r"|Partnership|Probation|Fire|University|Homes?|Housing|Aid|Association|Society|Charity|College|School|Team|Department"
    r"|Committee|Forum|Health|Authority|Agency|Commission|Office|Foundation|Unit|Safety|Federation|Chamber|Hospital|(?!CBO|CPN|CPW|DHR|SAR|ASB)[A-Z]{3,})\b"
)
_OF_THEIR_LIFE = re.compile(
    r"^(?:[\w-]+\s+){0,3}?(?:residents?|tenants?|victims?|survivors?|service[- ]users?|pupils?|students?|mothers?"
    r"|fathers?|mum|dad|parents?|sons?|daughters?|brothers?|sisters?|wi(?:fe|dow)|husband|partner|bereaved|aged|carers?|clients?|patients?|volunteers?"
    r"|perpetrators?|offenders?|defendants?|suspects?|whose|\d+)\b"
)
_PRIVATE_BEFORE = re.compile(
    r"(?i:\b(?:residents?|tenants?|victims?|survivors?|service[- ]users?|pupils?|students?|mothers?|fathers?|mum"
    r"|dad|parents?|carers?|volunteers?|youth|young\s+\w+|perpetrators?|offenders?|defendants?|families|family|boy|girl|man|woman|teenager"
    r"|schoolboy|schoolgirl|representatives?|advisors?|advisers?)\s*[,:–—-]?\s*|\b(?:response|reply|answer)\s+to\s+(?:(?:mr|mrs|ms|miss)\s+)?)$"
)
_IN_OFFICE = re.compile(
    r"^\s*(?:\([A-Z]{2,4}\)\s*)?,?\s*(?:then\s+|also\s+|further\s+|briefly\s+)?(?:presented|introduced|advised|updated"
    r"|reported(?=\s+(?:that|on|upon|back|how|progress|to)\b|\s*[:.])|outlined"
    r"|gave\s+(?:an?|the)\s+(?:\w+\s+)?(?:update|overview|presentation|summary|briefing)|provided|confirmed|explained|highlighted"
    r"|commended|undertook|chaired|welcomed|informed|summarised|briefed|took\s+the|led|declared|apologised|agreed\s+to|proposed"
    r"|seconded|noted|commented|clarified|recommended|suggested|stressed|emphasised|acknowledged|responded|attended\s+(?:for|on\s+behalf)|to\s+(?!court\b|prison\b)[a-z]+|will\s+[a-z]+)\b"
)
_HOLDS_OFFICE = re.compile(r"^,\s+who\s+(?:leads|runs|manages|heads|chairs|oversees)\b")
_CLAUSE_BEGINS = re.compile(r"(?:^|[.:;!?•]\s|\n|\band\s|,\s|[)\]]\s|\d\s)\s*$")
_ATTENDANCE = re.compile(
    r"^\W*(?:(?:board|committee|partnership|voting|core|co-?opted|elected|other|senior)\s+)?(?:members?\s+)?(?:present|in\s+attendance"
    r"|also\s+(?:present|in\s+attendance)|attend(?:ees?|ance|ed\s+by)|apolog\w+|absent|membership|members?|substitutes?|officers?"
    r"|invitees?|invited|distribution|circulation|those\s+present|declarations?\s+of\s+interests?)\b(?!\s+of\s+the\s+public)(?!\s+questions?)",
    re.IGNORECASE,
)
_OWNERS = re.compile(
    r"^\W*(?:(?:action|strategic|operational|senior|report|lead|responsible|accountable)\s+)*(?:lead|owner|who|responsib\w+|accountable"
    r"|by\s+whom|officer|author|presenter|presented\s+by|sponsor|organisation|agency|role|post|title|representing|member|attendee"
    r"|chair|assigned\s+to)s?(?:\(s\))?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Mention:
    """A name where it stands: what is printed before and after it, and whether its place alone vouches for it."""

    name: str
    before: str
    after: str
    vouched: bool = False


def people_unvouched(blocks: Sequence[Block], senior: set[str]) -> set[str]:
    """The names in ``blocks`` that nothing vouches for. ``senior`` are names that are known to be shown."""
    mentions = list(_mentions(blocks))
    vouched = set(senior) | {_plain(one.name) for one in mentions if one.vouched or _is_vouched(one)}
    surnames = {name.split()[-1] for name in vouched}
    return {
        one.name
        for one in mentions
        if _plain(one.name) not in vouched and not (one.name != _plain(one.name) and one.name.split()[-1] in surnames)
    }


def may_name_somebody(file_name: str) -> bool:
    """Whether a file's name, its words parted by signs, may hold a forename with what may be a surname after it."""
    words = [word.title() for word in re.split(r"[\W_\d]+", file_name) if word]
    return any(word in forenames() and not BODY.search(after) for word, after in pairwise(words))


def _plain(name: str) -> str:
    return re.sub(r"^(?:Mr|Mrs|Ms|Miss|Mx|Master)\b\.?\s+", "", name)


def _mentions(blocks: Sequence[Block]) -> Iterator[_Mention]:
    attending = False
    for place, block in enumerate(blocks):
        label = bool(_ATTENDANCE.match(block.text))
        if label:
            attending = True
        elif block.kind == "heading" or block.number or len(block.text) > _LONGEST_LINE:
            attending = False
        if block.text:
            following = [other.text for other in blocks[place + 1 : place + 1 + _BELOW] if len(other.text) < _NEAR]
            alone = any(_says_office(text) for text in following)
            for one in _names_in(block.text):
                is_whole = one.name == " ".join(block.text.split())
                yield _Mention(one.name, one.before, one.after, attending or (is_whole and alone))
        if block.rows:
            yield from _in_table(block, attending)


def _in_table(block: Block, attending: bool) -> Iterator[_Mention]:
    rows = [[cell.text if cell else "" for cell in row] for row in block.rows]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            head = rows[0][c] if r and c < len(rows[0]) else ""
            beside = [other for i, other in enumerate(row) if i != c and other]
            of_office = any(len(other) < _NEAR and _says_office(other) for other in beside) or any(
                _ATTENDANCE.match(other) for other in beside
            )
            for one in _names_in(text):
                yield _Mention(one.name, one.before, one.after, attending or of_office or bool(_OWNERS.match(head)))


def _names_in(text: str) -> Iterator[_Mention]:
    known = forenames()
    at = 0
    while match := _FULL.search(text, at):
        at = match.end("first")
        first = match["first"].split("-")[0]
        if first not in known or _CALENDAR.match(match["last"].strip()):
            continue
        end = match.end("last") if not match["more"] or _is_no_surname(match["more"]) else match.end("more")
        before, name, after = (
            text[max(0, match.start() - _NEAR) : match.start()],
            text[match.start() : end],
            text[end : end + _NEAR],
        )
        at = end
        words = name.split()
        if BODY.search(name) or _NAMES_A_THING.search(before) or _THING.match(f" {words[-1]}") or _THING.match(after):
            continue
        yield _Mention(" ".join(words), before, after)
    for start, end in _surnames_in_capitals(text):
        if not BODY.search(text[start:end].title()):
            yield _Mention(
                " ".join(text[start:end].split()), text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
            )
    for match in _STYLED.finditer(text):
        if not BODY.search(match["name"]):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            yield _Mention(" ".join(match[0].split()), before, text[match.end() : match.end() + _NEAR])


def _surnames_in_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Where "Jo REED" and "REED, Jo" stand."""
    for match in _LOUD.finditer(text):
        if (match["first"] or match["after"]) in forenames():
            yield match.span()


def _is_no_surname(word: str) -> bool:
    return bool(BODY.search(word) or SENIOR_POST.search(word) or JUNIOR.search(word) or _ORGANISATION.search(word))


def _is_vouched(one: _Mention) -> bool:
    if _PRIVATE_BEFORE.search(one.before):
        return False
    if (
        _OFFICE_BEFORE.search(one.before)
        or _HOLDS_OFFICE.match(one.after)
        or _LETTERS_AFTER.match(one.after)
        or _POST_AFTER.match(one.after)
        or ((following := _NEXT.match(one.after)) and _is_no_surname(following[0]))
    ):
        return True
    said = _AFTER.match(one.after)
    if said and _says_office(said["said"]):
        return True
    return bool(_IN_OFFICE.match(one.after) and _CLAUSE_BEGINS.search(one.before))


def _says_office(text: str) -> bool:
    """Whether what stands beside a name says a post or a body, and nothing of its bearer's own life."""
    if not text or _OF_THEIR_LIFE.match(text) or is_junior_post(text):
        return False
    return bool(SENIOR_POST.search(text) or _ORGANISATION.search(text))
