"""A copy of a paper for readers of the site: nothing is in it that the site holds back.

Words that are held back are taken out of the file and painted black; words that no reader sees (under a box, white on
white), notes that people stuck on, attached files, scripts and the file's own description with its author's name go.
Everything else stays where it is, so that a page's address and a place on it stay true.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pymupdf

from tracker.papers.withheld import Withheld, boxes_to_hide, boxes_unseen

LEFT_OUT = "This page was left out of the copy shown here."
CANNOT_BE_CLEANED = "This page holds words that are held back and could not be taken out of the file."
_LETTERS_OF = 0.3
"""Share of a word's height, about its middle, in which its letters are taken out: lines may stand so close that a
word's whole box reaches into letters of the lines above and below."""
_NOTES = (pymupdf.PDF_ANNOT_TEXT, pymupdf.PDF_ANNOT_POPUP, pymupdf.PDF_ANNOT_FILE_ATTACHMENT)


def copy_for_readers(path: Path, target: Path, title: str, gone: Collection[int], withheld: Withheld) -> None:
    """Write the PDF at ``path`` to ``target`` under ``title``, with an empty page in the place of each of ``gone``
    (counted from 1) and without what is ``withheld``.

    The other pages keep their numbers. Bookmarks that lead to a page left out go too. The same input gives the same
    bytes.
    """
    with pymupdf.open(path) as document:
        count = document.page_count
        empty = {page: LEFT_OUT for page in gone if 1 <= page <= count}
        places = {place.page for place in withheld.places}
        for number in sorted((places | set(withheld.unseen_on)) - set(empty)):
            if number <= count and not _without_words(document[number - 1], number, withheld):
                empty[number] = CANNOT_BE_CLEANED
        contents = [entry for entry in document.get_toc(simple=True) if entry[2] not in empty]
        for number, words in sorted(empty.items()):
            _empty(document, number, words)
        for page in document:
            for note in list(page.annots(types=_NOTES)):
                page.delete_annot(note)
            _without_hidden_addresses(page)
        if empty:
            document.set_toc(_levels_in_steps(contents))
        document.scrub(clean_pages=False, hidden_text=False, redactions=False, remove_links=False, reset_fields=False)
        document.set_metadata({"title": title})
        document.save(target, garbage=4, deflate=True, no_new_id=True)


def _without_words(page: pymupdf.Page, number: int, withheld: Withheld) -> bool:
    """Take the withheld words, and links that lie on them, out of a page; whether none of them is left."""
    try:
        places = [place for place in withheld.places if place.page == number]
        black = boxes_to_hide(page, places)
        unseen = boxes_unseen(page) if number in withheld.unseen_on else []
        _take_out(page, black, unseen)
        return not any(
            box for box in boxes_to_hide(page, places) if page.get_textbox(box * page.derotation_matrix).strip()
        )
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return False


def _take_out(page: pymupdf.Page, black: Sequence[pymupdf.Rect], unseen: Sequence[pymupdf.Rect]) -> None:
    back = page.derotation_matrix
    for link in page.get_links():
        if any((link["from"] * page.rotation_matrix).intersects(box) for box in black):
            page.delete_link(link)
    for box in (*black, *unseen):
        page.add_redact_annot(_core(box * back), fill=False, cross_out=False)
    keep = {"images": pymupdf.PDF_REDACT_IMAGE_NONE, "graphics": pymupdf.PDF_REDACT_LINE_ART_NONE}
    page.apply_redactions(**keep, text=pymupdf.PDF_REDACT_TEXT_REMOVE)
    if black and page.get_images():
        # On a scan the words are a picture's.
        for box in black:
            page.add_redact_annot(box * back, fill=False, cross_out=False)
        page.apply_redactions(**keep | {"images": pymupdf.PDF_REDACT_IMAGE_PIXELS}, text=pymupdf.PDF_REDACT_TEXT_NONE)
    for box in black:
        page.draw_rect(box * back, color=None, fill=(0, 0, 0))


def _core(box: pymupdf.Rect) -> pymupdf.Rect:
    """The middle of a word's box, as long as the word."""
    away = (1 - _LETTERS_OF) / 2 * min(box.width, box.height)
    return box + ((0, away, 0, -away) if box.width >= box.height else (away, 0, -away, 0))


def _without_hidden_addresses(page: pymupdf.Page) -> None:
    """Take away links to mailboxes and telephones that the page does not print."""
    for link in page.get_links():
        kind, _, address = link.get("uri", "").partition(":")
        if kind.lower() in ("mailto", "tel") and address.partition("?")[0].lower() not in page.get_text().lower():
            page.delete_link(link)


def _empty(document: pymupdf.Document, number: int, words: str) -> None:
    """An empty page that says why, in the place of a page."""
    size = document[number - 1].rect
    document.delete_page(number - 1)
    page = document.new_page(number - 1, width=size.width, height=size.height)
    page.insert_text((72, 72), words, fontsize=11)


def _levels_in_steps(contents: list[list[int | str]]) -> list[list[int | str]]:
    """Bookmarks whose levels begin with 1 and grow by one at most, as a PDF wants them."""
    level, stepped = 0, []
    for entry in contents:
        level = min(int(entry[0]), level + 1)
        stepped.append([level, *entry[1:]])
    return stepped
