"""The page of a Freedom of Information request: what was asked, what was answered, what was withheld and why."""

from __future__ import annotations

from tracker.pages.folder import people_key
from tracker.records import Request
from tracker.site.addresses import request_address
from tracker.site.book import Book
from tracker.site.corrections import corrections_section
from tracker.site.dates import day, day_in_words
from tracker.site.differences import differences
from tracker.site.page import Page, crumbs, facts, heading, joined
from tracker.site.people import lede
from tracker.site.sensitive import is_sensitive, names_abuse
from tracker.site.sources import cite, page_link, source_list
from tracker.site.text import counted, html, safe_id, unique

LONG_ANSWER = 60
"""An answer up to this many letters is set large, as a figure is."""


def request_page(book: Book, request: Request) -> Page:
    """The page of a Freedom of Information request: questions, answers, what was held back and why."""
    here = request_address(request.id)
    said_on = people_key("requests", request.id)
    papers = unique(book.papers[s.paper].title for s in request.sources if s.paper in book.papers)
    answered = [q for q in request.questions if q.answered and q.answer]
    told = (
        f"{counted(len(request.questions), 'question')}, {counted(len(answered), 'answer')} printed."
        if request.questions
        else ""
    )
    return Page(
        here,
        request.title or f"Request {request.reference}",
        "Papers",
        joined(
            _questions(book, here, request),
            _less_than(request),
            _withheld(book, here, request),
            differences(book, here, book.differing.get(request.id, ())),
            corrections_section(book, said_on),
            book.prose.get(said_on, ""),
            joined(
                heading("Sources", "sources"),
                source_list(book, here, [(s, "") for s in request.sources]),
                cite(book, here, request.sources[0]),
            )
            if request.sources
            else "",
        ),
        {
            "kind": "request",
            "kind_line": f"Freedom of Information answer · {request.reference}",
            "lede": lede(book, said_on, told),
            "exit": is_sensitive(
                book, said_on, named_so=names_abuse(book, request.title, *(q.text for q in request.questions))
            ),
            "facts": facts(
                ("Asked", day_in_words(request.received)),
                ("Answered", _answered(request)),
                (
                    "Letter",
                    "read the whole letter" if request.part in book.parts else "",
                    f"papers/{safe_id(request.part)}/",
                ),
            ),
            "crumbs": crumbs(("Papers", "papers/"), ("Freedom of Information answers", "requests/")),
            "filters": {"kind": ["Freedom of Information answer"], "paper": list(papers)},
            "tells": {"kind": "Freedom of Information answer", "paper": ", ".join(papers)},
        },
        told,
    )


def _answered(request: Request) -> str:
    asked, answered = day(request.received), day(request.responded)
    after = f", {counted((answered - asked).days, 'day')} later" if asked and answered and answered >= asked else ""
    return f"{day_in_words(request.responded)}{after}" if request.responded else ""


def _questions(book: Book, here: str, request: Request) -> str:
    items = []
    # What is claimed for the whole request is said once, below.
    one_for_all = len(request.questions) > 1 and len({q.exemption for q in request.questions}) == 1
    for ordinal, q in enumerate(request.questions, start=1):
        source = q.answer_source or q.question_source
        where = f'<p class="st-src">{page_link(book, here, source)}</p>'
        if q.answer and q.answered:
            css = "st-answer" if len(q.answer) <= LONG_ANSWER else "st-quote"
            answer = f'<p class="{css}">{html(q.answer)}</p>'
        else:
            answer = '<p class="st-answer st-answer--none">No answer is printed <span class="st-marker">[x]</span></p>'
        exemption = f'<p class="st-small">Exemption: {html(q.exemption)}</p>' if q.exemption and not one_for_all else ""
        items.append(
            f'<li><span class="st-no" aria-hidden="true">{html(q.number or str(ordinal))}</span>'
            f"<p>{html(q.text)}</p>{answer}{exemption}{where}</li>"
        )
    if not items:
        return ""
    return joined(heading("Questions and answers", "answers"), f'<ol class="st-rows st-qa">{"".join(items)}</ol>')


def _less_than(request: Request) -> str:
    if not any(q.answer.lower().startswith(("less than", "fewer than", "under ", "<")) for q in request.questions):
        return ""
    return joined(
        heading("What “Less than” means", "less"),
        "<p>The council knows the number and does not give it, because a small number could let someone recognise a "
        "person. It is not that number, not 0 and not missing. It is never counted or drawn.</p>",
    )


def _withheld(book: Book, here: str, request: Request) -> str:
    if not request.exemptions:
        return ""
    items = "".join(f"<li>“{html(e.text)}” ({page_link(book, here, e.source)})</li>" for e in request.exemptions)
    whole = "<p>The answer claims it for the request as a whole, whatever it answers to single questions.</p>"
    every = len(request.questions) > 1 and all(q.exemption for q in request.questions)
    return joined(heading("Why it is withheld", "withheld"), f"<ul>{items}</ul>", whole if every else "")
