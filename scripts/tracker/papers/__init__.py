"""Reading a paper: from a PDF to a ``Paper`` of pages and blocks. Nothing here knows what boards publish."""

from tracker.papers.opening import PaperError, pages_in
from tracker.papers.reading import read_paper

__all__ = ["PaperError", "pages_in", "read_paper"]
