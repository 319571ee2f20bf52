"""Words for pages: escaping what came out of papers, numbers and lists as people write them, addresses of pages.

Extracted text is untrusted. Whatever of it reaches a page goes through :func:`html` or :func:`markdown`, and every
address is made of ids by :func:`way`, so that no paper can write markup, a script or a path.
"""

from __future__ import annotations

import html as _html
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

SPECIAL_IN_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!:|~^=$@\"'])")
SPACES = re.compile(r"[ \t\r\n\f\v]+")
"""White space that may become one space; a space that must not break stays."""
PLAIN_ID = re.compile(r"[^a-z0-9.-]+")


def html(text: str) -> str:
    """Text as it may stand in HTML, in content as in an attribute between double quotes."""
    return _html.escape(SPACES.sub(" ", text).strip(" "), quote=True)


def markdown(text: str) -> str:
    """Text as it may stand in a paragraph of Markdown, without becoming markup."""
    escaped = _html.escape(SPACES.sub(" ", text).strip(" "), quote=False)
    return SPECIAL_IN_MARKDOWN.sub(lambda match: f"&#{ord(match.group(1))};", escaped)


def safe_id(text: str) -> str:
    """An id as it may stand in a file name: lower-case letters, digits, full stops and hyphens, no leading stop."""
    plain = PLAIN_ID.sub("-", text.lower()).strip("-.") or "unnamed"
    # "index" is the page of a folder.
    return "index-1" if plain == "index" else plain


def way(from_page: str, to: str) -> str:
    """The relative address from one page to another.

    Both are addresses from the root of the site without a leading slash: "indicators/x/" for a page, "" for the home
    page, "data/observations.csv" for a file. An anchor may follow ("papers/y/#page-17").
    """
    target, mark, anchor = to.partition("#")
    if target == from_page and mark:
        return f"#{anchor}"
    depth = from_page.count("/")
    return ("../" * depth + target or "./") + mark + anchor


def link(from_page: str, to: str, words: str, *, hidden: str = "", css: str = "") -> str:
    """An HTML link between pages; ``words`` are text, ``hidden`` are words before it for screen readers alone."""
    before = f'<span class="st-vh">{html(hidden)} </span>' if hidden else ""
    dress = f' class="{css}"' if css else ""
    return f'<a{dress} href="{html(way(from_page, to))}">{before}{html(words)}</a>'


def number(value: str, *, grouped: bool = False) -> str:
    """A plain decimal text as people read it: thousands parted by commas (of four digits with ``grouped``), a true
    minus sign, no lost zeros."""
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return value
    whole, point, rest = f"{abs(amount):f}".partition(".")
    written = f"{int(whole):,}" if len(whole) > (3 if grouped else 4) else whole
    return ("−" if amount < 0 else "") + written + point + rest


SIGNS = {"%": "%", "percent": "%", "per cent": "%", "£": "£", "GBP": "£", "pounds": "£"}
"""Units that stand with the number as a sign, before the words that may follow them ("GBP per year")."""
UNSAID = {"number", "count", "rank"}
"""Units that say no more than the measure does."""


def amount(value: str, unit: str, *, grouped: bool = False) -> str:
    """A number with its unit where that is a sign ("12.5%", "£3,000"); other units are words and left to the page."""
    sign, _ = _sign_and_words(unit)
    if sign == "£":
        less = "−" if value.startswith("-") else ""
        return f"{less}£{number(value.removeprefix('-'), grouped=grouped)}"
    return f"{number(value, grouped=grouped)}{sign}"


def unit_word(unit: str) -> str:
    """The unit where it is a word ("cases"; "per year" of "GBP per year"), "" where the sign says it all."""
    _, words = _sign_and_words(unit)
    return "" if words in UNSAID else words


def _sign_and_words(unit: str) -> tuple[str, str]:
    """A unit as the sign that stands with the number and the words that stand after it."""
    for name, sign in SIGNS.items():
        head, rest = unit[: len(name)], unit[len(name) :]
        if head == name and (not rest or rest.startswith((" per ", " a ", " an "))):
            return sign, rest.strip()
    return "", unit


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 outcome", "6 outcomes"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


ONE = {"children": "child", "people": "person", "men": "man", "women": "woman", "lives": "life"}
"""Plurals that do not lose an -s, or lose more."""
ALREADY_ONE = ("ss", "us", "is", "ies")
"""Endings of words that no -s is taken from: "access", "status", "crisis", "series"."""


def unit_for(value: str, unit: str) -> str:
    """The unit as it stands after a value: "1 case", "1 child", "2 cases"; of "hours per week" the first word."""
    words = unit_word(unit)
    if value not in {"1", "-1"}:
        return words
    # The noun is the last word before what it is counted by: "repeat referrals per month".
    head, by, rest = words.partition(" per ")
    before, space, noun = head.rpartition(" ")
    if noun in ONE:
        noun = ONE[noun]
    elif noun.endswith("ies") and len(noun) > 6:
        noun = noun[:-3] + "y"
    elif noun.endswith("s") and not noun.endswith(ALREADY_ONE):
        noun = noun[:-1]
    return before + space + noun + by + rest


def plural(noun: str) -> str:
    """The plural of a noun that takes no other ending than -s or -ies: "priorities", "outcomes"."""
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]


def clipped(text: str, length: int) -> str:
    """The text, cut at a word's end with an ellipsis where it is longer than ``length`` characters."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def in_order(number: str) -> tuple[tuple[int, str], ...]:
    """A printed number as it is sorted: "3.2" before "3.10", "2a" after "2"; a text without a number last."""
    parts = re.findall(r"(\d+)|([^\W\d_]+)", number.lower())
    return tuple((int(digits or 0), letters) for digits, letters in parts) or ((10**9, ""),)


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """The words in their order, each once, none empty."""
    return tuple(dict.fromkeys(word for word in words if word))
