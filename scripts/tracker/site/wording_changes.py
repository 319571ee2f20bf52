"""How two wordings of one promise differ, by words: what was put in, what was taken out, and how much that is."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from tracker.site.text import counted, html, listed

PUT_IN, TAKEN_OUT = ("ins", "put in: "), ("del", "taken out: ")


@dataclass(frozen=True)
class WordingChange:
    """``marked`` is the newer wording as HTML with the changes marked; ``said`` names them in words; ``differs`` is
    false where only capitals and punctuation do."""

    marked: str
    said: str
    differs: bool


def wording_change(before: str, after: str) -> WordingChange:
    """The newer wording against the older. Capitals, full stops and hyphens are named but not marked."""
    if before.split() == after.split():
        return WordingChange(html(after), "same words", differs=False)
    if _letters(before) == _letters(after):
        return WordingChange(html(after), _small_words(before, after), differs=False)
    old, new = before.split(), after.split()
    pieces, out, into = [], 0, 0
    matcher = SequenceMatcher(None, [_key(w) for w in old], [_key(w) for w in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or _letters(" ".join(old[a:b])) == _letters(" ".join(new[c:d])):
            pieces.append(html(" ".join(new[c:d])))
            continue
        out, into = out + b - a, into + d - c
        pieces.append(_mark(TAKEN_OUT, old[a:b]))
        pieces.append(_mark(PUT_IN, new[c:d]))
    told = [f"{counted(out, 'word')} taken out"] if out else []
    told += [f"{counted(into, 'word')} put in"] if into else []
    return WordingChange(" ".join(piece for piece in pieces if piece), listed(told), differs=True)


def likeness(one: str, other: str) -> float:
    """How alike two wordings are by their words, 0 to 1; 1 where only capitals and punctuation differ."""
    if _letters(one) == _letters(other):
        return 1.0
    mine, theirs = [_key(word) for word in one.split()], [_key(word) for word in other.split()]
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def _mark(dress: tuple[str, str], words: list[str]) -> str:
    name, said = dress
    return f'<span class="st-vh">{said}</span><{name}>{html(" ".join(words))}</{name}>' if words else ""


def _small_words(before: str, after: str) -> str:
    """Which small things differ between wordings of the same letters."""
    kinds = [
        "capitals" if any(a != b for a, b in zip(_kept(before), _kept(after), strict=True)) else "",
        "hyphens or spaces" if _joints(before) != _joints(after) else "",
        "punctuation" if _points(before) != _points(after) else "",
    ]
    named = [kind for kind in kinds if kind]
    return f"{listed(named) or 'punctuation'} only"


def _kept(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _letters(text: str) -> str:
    return _kept(text.replace("&", " and ")).casefold()


def _joints(text: str) -> list[str]:
    return ["".join(c for c in word if c.isalnum() or c in "-‐‑–") for word in text.casefold().split()]


def _points(text: str) -> str:
    return "".join(c for c in text if not c.isalnum() and not c.isspace() and c not in "-‐‑–")


def _key(word: str) -> str:
    return _letters(word) or word
