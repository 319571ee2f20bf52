"""A measure as search engines of data sets know it (schema.org ``Dataset``), for its page's JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.records import Indicator, Observation
from tracker.site.addresses import indicator_address
from tracker.site.book import Book
from tracker.site.text import safe_id, unique


def dataset(book: Book, indicator: Indicator, observations: Sequence[Observation], sentence: str) -> dict[str, object]:
    """A description for search engines of data sets (schema.org ``Dataset``)."""
    starts = [o.period_start for o in observations if o.period_start]
    ends = [o.period_end for o in observations if o.period_end]
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": indicator.title,
        "description": f"{sentence} As printed in papers of {book.settings.board}, each figure with its page.",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": book.settings.board},
    }
    if starts and ends:
        told["temporalCoverage"] = f"{min(starts)}/{max(ends)}"
    if book.settings.place:
        told["spatialCoverage"] = book.settings.place
    papers = [book.papers[p] for p in dict.fromkeys(o.source.paper for o in observations) if p in book.papers]
    if papers:
        told["isBasedOn"] = [{"@type": "Report", "name": paper.title, "datePublished": paper.date} for paper in papers]
    if indicator.also_called:
        told["alternateName"] = list(indicator.also_called)
    licences = unique(paper.settings.licence for paper in papers if paper.settings.licence.startswith("http"))
    if len(licences) == 1:
        told["license"] = licences[0]
    base = book.settings.site_url.rstrip("/")
    if base:
        told["url"] = f"{base}/{indicator_address(indicator.id)}"
    # Without a public address the files are named from the page, which is as good (RFC 3986).
    folder = f"{base}/indicators/" if base else "../"
    told["distribution"] = [
        {
            "@type": "DataDownload",
            "encodingFormat": kind,
            "contentUrl": f"{folder}{safe_id(indicator.id)}.{ending}",
        }
        for kind, ending in (("text/csv", "csv"), ("application/json", "json"))
    ]
    return told
