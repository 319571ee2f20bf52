"""Opening a PDF, and saying in one sentence why one cannot be read and what to do."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pymupdf


class PaperError(Exception):
    """A paper that cannot be read: one sentence naming file, fault and remedy."""


def open_paper(path: Path) -> tuple[pymupdf.Document, str]:
    """The opened document and the SHA-256 of its bytes. Raises ``PaperError``."""
    if not path.exists():
        raise PaperError(f"{path}: there is no such file; check the name and the folder.")
    if path.is_dir():
        raise PaperError(f"{path}: this is a folder, not a PDF; name the file inside it.")
    try:
        data = path.read_bytes()
    except OSError as fault:
        reason = (fault.strerror or "unknown fault").lower()
        raise PaperError(f"{path}: cannot be opened ({reason}); check who may read it.") from fault
    if not data:
        raise PaperError(f"{path}: the file is empty; fetch it again.")
    if b"%PDF-" not in data[:1024]:
        raise PaperError(f"{path}: this is not a PDF; save the paper as PDF and try again.")
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        document = pymupdf.open(stream=data, filetype="pdf")
    except Exception as fault:
        raise PaperError(f"{path}: the PDF is damaged and cannot be opened; fetch it again.") from fault
    if document.needs_pass:
        raise PaperError(f"{path}: the PDF is encrypted; save a copy without a password and try again.")
    truncated = b"%%EOF" not in data[-2048:]
    if truncated and (document.is_repaired or not document.page_count):
        raise PaperError(f"{path}: the PDF is cut short (its end is missing); fetch it again.")
    if not document.page_count:
        raise PaperError(f"{path}: the PDF has no pages; fetch it again.")
    return document, hashlib.sha256(data).hexdigest()


def pages_in(path: Path) -> int:
    """How many pages the paper has. Raises ``PaperError``."""
    document, _ = open_paper(path)
    with document:
        return int(document.page_count)
