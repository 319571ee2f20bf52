"""A limit to the processor's time that one paper may take, so that a PDF made to never end does not stop the others.

The system ends the process that exceeds it; the reader of all papers then names the paper. What a paper gives never
depends on the limit: it is read whole or not at all. Systems without such limits (Windows) read on.
"""

from __future__ import annotations

SECONDS = 120
SECONDS_A_PAGE = 20
"""Recognising the letters of a scanned page takes 3 to 6 seconds on two slow cores; other pages a tenth of a second."""


def limit_time(pages: int, *, seconds: int = SECONDS, a_page: int = SECONDS_A_PAGE) -> None:
    """From now on this process has ``seconds`` of the processor's time and ``a_page`` more for each of the pages."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = spent + seconds + a_page * pages
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if most < 0 else min(wanted, most), most))
