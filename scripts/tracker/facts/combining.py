"""All papers' facts together: records of the same id joined, likely joins proposed, findings across papers added.

In: readings in any order. Out: a ``Tracker``. The order of papers does not matter to the result.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tracker.facts.board.meetings import joined
from tracker.facts.checks.checked import findings_across
from tracker.facts.figures.alike import alike_names, in_full, not_told_apart, written_out
from tracker.facts.joining import distinct, joined_by_id, with_names, with_sources, with_wordings
from tracker.facts.promises.answers import with_answers
from tracker.facts.promises.later_evidence import with_later_evidence
from tracker.facts.promises.later_passages import days_of_promises
from tracker.facts.promises.repeats import with_repeats
from tracker.facts.wording.measure_keys import name_key
from tracker.facts.wording.names import plain_words
from tracker.records import Finding, Indicator, Observation, PaperFacts, Reading, Term, Tracker


def combined(readings: Sequence[Reading]) -> Tracker:
    """The tracker that these papers make."""
    ordered = sorted(readings, key=lambda r: (r.settings.date or r.paper.date, r.id))
    facts = [reading.facts for reading in ordered]

    meetings, moved = joined(m for each in facts for m in each.meetings)
    priorities, outcomes = with_answers(
        joined_by_id((p for each in facts for p in each.priorities), with_wordings),
        joined_by_id((o for each in facts for o in each.outcomes), with_wordings),
    )
    findings: dict[str, Finding] = {f.id: f for each in facts for f in each.findings}
    findings.update({f.id: f for f in moved})
    findings.update({f.id: f for f in findings_across(ordered)})
    return Tracker(
        readings=tuple(ordered),
        facts=PaperFacts(
            parts=distinct(r for each in facts for r in each.parts),
            meetings=meetings,
            strategies=joined_by_id((s for each in facts for s in each.strategies), with_sources),
            priorities=priorities,
            outcomes=outcomes,
            commitments=with_repeats(
                with_later_evidence(
                    ordered, distinct(r for each in facts for r in each.commitments), (*priorities, *outcomes)
                ),
                days_of_promises(ordered),
            ),
            targets=distinct(r for each in facts for r in each.targets),
            indicators=_proposed(
                _under_leading_names(facts),
                written_out(t for each in facts for t in each.terms),
                [o for each in facts for o in each.observations],
            ),
            observations=distinct(r for each in facts for r in each.observations),
            changes=distinct(r for each in facts for r in each.changes),
            requests=distinct(r for each in facts for r in each.requests),
            forward_items=distinct(r for each in facts for r in each.forward_items),
            terms=_terms(t for each in facts for t in each.terms),
            findings=tuple(findings.values()),
            not_understood=tuple(w for each in facts for w in each.not_understood),
        ),
    )


def _under_leading_names(facts: Sequence[PaperFacts]) -> tuple[Indicator, ...]:
    """Indicators, those of one id made one under the name (and unit) that most of its figures are printed under, of
    equals the earliest paper's: a table of twelve rows is not renamed after one sentence of an older paper."""
    printed: Counter[tuple[str, str]] = Counter()
    named: dict[str, dict[str, Indicator]] = defaultdict(dict)
    for each in facts:
        figures = Counter(o.indicator for o in each.observations if o.trust != "unsure")
        for indicator in each.indicators:
            printed[indicator.id, indicator.title] += figures[indicator.id]
            named[indicator.id].setdefault(indicator.title, indicator)
    out = []
    for joined_up in joined_by_id((i for each in facts for i in each.indicators), with_names):
        # max() keeps the first of equals, and names stand in the order of the papers.
        title = max(named[joined_up.id], key=lambda name: printed[joined_up.id, name])
        leading = named[joined_up.id][title]
        out.append(leading if joined_up == leading else with_names(leading, joined_up))
    return tuple(out)


def _proposed(
    indicators: tuple[Indicator, ...], meaning: Mapping[str, str], observations: Sequence[Observation]
) -> tuple[Indicator, ...]:
    """Indicators with the titles of others that may be the same, for people to decide. ``meaning`` are the short forms
    written out, so that "DA offences" is found beside "Domestic abuse offences"."""
    titles = {i.id: i.title for i in indicators}
    alike = alike_names({i.id: (name_key(in_full(i.title, meaning)), i.measure) for i in indicators})
    alike = not_told_apart(alike, observations)
    out = []
    for indicator in indicators:
        others = sorted(titles[other] for other in alike.get(indicator.id, ()))
        names = tuple(dict.fromkeys((*indicator.also_called, *others)))
        out.append(indicator.model_copy(update={"also_called": names}) if names != indicator.also_called else indicator)
    return tuple(out)


def _terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """One record for each expansion of an abbreviation; ids set anew, since each paper counts from one."""
    kept: dict[tuple[str, str], Term] = {}
    for term in terms:
        key = (term.short, plain_words(term.expansion))
        if key not in kept or (term.stands_in == "list" and kept[key].stands_in != "list"):
            kept[key] = term
    used: dict[str, int] = {}
    numbered = []
    for term in sorted(kept.values(), key=lambda t: (t.short.lower(), t.short, t.expansion)):
        base = term.id.rstrip("0123456789").rstrip("-") if term.id[-1:].isdigit() else term.id
        used[base] = used.get(base, 0) + 1
        numbered.append(term.model_copy(update={"id": base if used[base] == 1 else f"{base}-{used[base]}"}))
    return tuple(numbered)
