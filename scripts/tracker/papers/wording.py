"""The characters of printed words: what a PDF's encoding adds is taken away, what the paper prints is kept."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""Letters that a typesetter joined into one glyph."""

INVISIBLE = re.compile(
    "[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000e-\u001f]"
)
"""Characters that print nothing: zero-width, direction marks, control codes."""

UNREADABLE = re.compile("[\u007f-\u0084\u0086-\u009f\ud800-\udfff\ufffe\uffff]")
"""Codes that stand for no character; halves of surrogate pairs cannot even be written to a file."""

SPACES = re.compile("[\\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")

SOFT_HYPHEN = "\u00ad"

SYMBOL_FONT_CHARACTERS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf076": "❖",
    "\uf0a8": "▫",
    "\uf06f": "□",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf02d": "-",
    "\uf0be": "–",
}
"""Symbol and Wingdings keep their signs in the private area of Unicode; these have a public twin."""


def is_private(character: str) -> bool:
    """Whether a character means something only in its own font."""
    return unicodedata.category(character) == "Co"


def clean(text: str) -> str:
    """A printed word without ligatures, invisible characters and odd spaces; a soft hyphen at its end becomes "-".

    Codes that stand for no character become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    for glyph, letters in LIGATURES.items():
        if glyph in text:
            text = text.replace(glyph, letters)
    text = UNREADABLE.sub("\ufffd", INVISIBLE.sub("", text))
    text = SPACES.sub(" ", text)
    if SOFT_HYPHEN in text:
        ends = text.endswith(SOFT_HYPHEN)
        text = text.replace(SOFT_HYPHEN, "") + ("-" if ends else "")
    for private, public in SYMBOL_FONT_CHARACTERS.items():
        if private in text:
            text = text.replace(private, public)
    return unicodedata.normalize("NFC", text)


def share_of_nonsense(words: list[str]) -> float:
    """How much of a text (0 to 1) is in characters that cannot be read: unmapped, private or control codes.

    One private character alone is a bullet, so only longer words count.
    """
    characters = [c for word in words if len(word) > 1 for c in word]
    if not characters:
        return 0.0
    bad = sum(c == "\ufffd" or is_private(c) or (unicodedata.category(c) == "Cc") for c in characters)
    return bad / len(characters)
