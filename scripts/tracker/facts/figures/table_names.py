"""The measure and breakdown of a table's cells: which direction names measures, which names categories.

In: a table's lines, its surroundings and its corner. Out: for a row and a column the measure's name and the
breakdown. Heads that only say that something is counted ("Number", "%") are led by the caption or the title.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.facts.figures.head_words import (
    ANSWER,
    ASKED,
    CENSUS,
    CENSUS_NAME,
    ESTIMATE,
    IN_POUNDS,
    LONG,
    MEASURED,
    NARROWED,
    OF_CRIME,
    OF_GROUPS,
    OF_KINDS,
    OF_PARTS,
    ONLY_COUNTS,
    ONLY_RANK,
    ONLY_RATE,
    PART_OF_ABOVE,
    PEOPLE,
    PEOPLE_LIVING,
    PEOPLE_MIN,
    PER,
    PLAIN_VALUE,
    PRECISION,
    SAYS_MEASURE,
    SHARE_IN,
    SHORT,
    UNIT_AFTER,
    UNNAMED,
    VERSION,
    WHAT_WAS_DONE,
    WHOLE,
    Breakdown,
    counted_in,
    done,
    is_whole,
    nearest,
    of_whole,
    says_which_rows,
    shortens,
    tells_whom,
    units_of,
)
from tracker.facts.figures.line_record import Line, Lines
from tracker.facts.figures.surroundings import Surroundings
from tracker.facts.figures.table_lines import GIVEN
from tracker.facts.wording.head_areas import strip_place
from tracker.facts.wording.measure_words import (
    corner_of_measures,
    counted_noun,
    is_generic,
    is_points,
    measure_of,
    names_measure,
    says_state,
    with_state,
)
from tracker.facts.wording.periods import without_periods
from tracker.facts.wording.topics import led_topic, topic_of
from tracker.facts.wording.word_forms import in_line, is_plural


class Names:
    """How one table names its figures; made once for a table, never changed."""

    def __init__(self, lines: Lines, corner: str, around: Surroundings) -> None:
        dated = any(line.period for line in lines.columns.values())
        self.says_rows = says_which_rows(around.topic().text, corner) and not dated
        if self.says_rows:
            # what is counted stands over the columns
            around = replace(around, caption="", title="", headings=())
        self.lines, self.corner, self.around, self.place = lines, corner, around, around.place
        self.topic = around.topic()
        self.cornered = topic_of(corner, self.place)
        self.captioned = topic_of(around.caption, self.place)
        self.points = is_points(" ".join((around.caption, *around.headings)))
        self.rows_measure = self._rows_are_measures()
        self.columns_measure = self._columns_are_measures()
        self.whole = self._topic_text()

    def _rows_are_measures(self) -> bool:
        named = [line.words for line in self.lines.rows.values() if line.words and not line.total]
        # "Total referrals" over groups of them is the whole, not a measure beside other measures.
        labels = [words for words in named if not WHOLE.match(words)] or named
        # "Warden visits by reason" over reasons: its rows are kinds, whatever stands in the caption
        if not labels or self.topic.dimensions or self.cornered.dimensions:
            return False
        # "Fixed penalty notices issued" over a column of offences: what they were for, not measures.
        counted = counted_noun(self.captioned.text)
        if counted and counted not in OF_CRIME and re.search(r"\b(?:offence|crime)", self.corner, re.IGNORECASE):
            return False
        if self.topic.text and (OF_KINDS.match(self.corner) or OF_GROUPS.search(self.corner.strip())):
            return False
        if NARROWED.search(self.captioned.text):
            return False
        kind = self.captioned.measure
        if kind in ("money", "share") and self.around.caption and all(measure_of(label)[0] != kind for label in labels):
            # "Estimated cost of crime" over kinds of crime: what each costs, not how many there were.
            return False
        if corner_of_measures(self.corner):
            return True
        if self._rows_add_up():
            return False
        return sum(names_measure(label) for label in labels) >= 0.4 * len(labels)

    def _rows_add_up(self) -> bool:
        """Whether a bare "Total" closes rows of which none names what the topic counts: "Refuge", "Advocacy", "Total"
        under "Referrals" are kinds of referrals."""
        counted = counted_noun(self.topic.text)
        if not counted or counted in OF_CRIME:
            return False
        rows = list(self.lines.rows.values())
        closed = len(rows) > 2 and rows[-1].total and not rows[-1].period
        return closed and not any(MEASURED.search(row.words) or counted in row.words.lower() for row in rows[:-1])

    def _columns_are_measures(self) -> bool:
        columns = self.lines.columns.values()
        words = [line.words for line in columns if line.words and not line.change and not line.total and not line.area]
        if not words:
            return False
        if self.rows_measure and all(line.period or line.change or line.total for line in columns):
            return False
        if self.says_rows:
            return True
        if self.topic.text and len(words) > 1 and all(IN_POUNDS.search(word) for word in words):
            # "Cash £", "In kind £": kinds of the money that the table is about.
            return False
        if self.topic.text and sum(PEOPLE.fullmatch(word) is not None for word in words) >= PEOPLE_MIN:
            return False
        return len(words) == 1 or sum(names_measure(word) for word in words) >= 0.4 * len(words)

    def _topic_text(self) -> str:
        """The caption's topic, led by the title's where it is general; else the lead or the corner."""
        own = self.cornered.text if self.cornered.dimensions else ""
        if own and counted_noun(own) != counted_noun(self.topic.text):
            # "Warden visits by reason" over the rows, under a heading about something else
            return own
        led = led_topic(self.captioned.text, self.around.title_topic().text, self.place)
        if led:
            return led
        lead = topic_of(self.around.lead, self.place).text if len(self.around.lead) < 90 else ""
        corner = strip_place(self.corner, self.place)
        # "Survey results by group" over a column "Group": only the heads beside it say what was found
        return lead or (corner if counted_noun(corner) and not self.says_rows else "")

    def of(self, row: Line, column: Line) -> tuple[str, Breakdown]:
        """The measure's name and the breakdown of one cell; ("", ()) when nothing names it."""
        if column.area and column.area not in column.words:
            own = column.words
            if measure_of(own)[0] == "rate":
                # the rate of another area is the one that stands before it
                rates = (line for line in self.lines.columns.values() if measure_of(line.words)[0] == "rate")
                own = nearest(rates, column, lambda words: words == own) or own
            name, breakdown = self.of(row, replace(column, area="", words=own))
            return name, (*breakdown, ("area", column.area))
        return self._by_row(row, column) if self.rows_measure else self._by_column(row, column)

    def _stands_beside_names(self, words: str) -> bool:
        """Whether a short head opens as the names beside it do ("DA VWI" beside "DA Incidents"): it needs no whole."""
        opening = words.split()[0]
        others = [line.words.split() for line in self.lines.columns.values() if line.words != words]
        return any(len(other) > 1 and other[0] == opening and counted_noun(" ".join(other)) for other in others)

    def _by_row(self, row: Line, column: Line) -> tuple[str, Breakdown]:
        name = self.whole if row.total and self.whole else UNIT_AFTER.sub("", row.words)
        if part := PART_OF_ABOVE.match(name):
            name = f"{self._above(row) or self.whole}: {part['part']}".removeprefix(": ")
        elif self.whole and ONLY_COUNTS.fullmatch(name):
            name = self.whole
        elif self.whole and ONLY_RATE.match(name) and not PER.search(self.whole):
            name = f"{self.whole}: {in_line(name)}"
        elif self.whole and says_state(name):
            name = with_state(self.whole, name)
        elif is_generic(name) and self.whole:
            name = led_topic(name, self.whole, self.place) if name else self.whole
        words = "" if column.change or column.total or ONLY_RANK.fullmatch(column.words) else column.words
        # Of a measure in its own row "2022/23 outturn" is the figure itself; of a budget it stands beside a plan.
        words = (
            ""
            if column.period and re.fullmatch(r"actuals?|out-?turn|results?|baseline|achieved", words, re.I)
            else words
        )
        if (
            is_generic(words)
            or ((column.period or row.period) and GIVEN.fullmatch(words))
            or PLAIN_VALUE.fullmatch(words)
        ):
            words = ""
        if not words or column.target:
            return name or self.whole, ()
        dimension = "area" if column.area else "series" if column.period else self._column_dimension()
        return name or self.whole, ((dimension, words),)

    def _population_named(self, words: str) -> str:
        """The people whom the head over a census names ("Population"), as the caption names them in full ("children
        on the caseload and the 10 to 17 population")."""
        people = re.match(r"(?:population|residents|adults|children|households)\b", words, re.IGNORECASE)
        full = re.search(rf"\bthe ((?:[\w-]+ ){{1,4}}{people.group()})", self.whole, re.I) if people else None
        return full[1][:1].upper() + full[1][1:] if full else ""

    def _by_column(self, row: Line, column: Line) -> tuple[str, Breakdown]:
        breakdown: list[tuple[str, str]] = []
        words = "" if column.change or ONLY_RANK.fullmatch(column.words) else column.words
        if (
            row.words
            and not row.change
            and not self._says_whole(row.words)
            and not (row.total and (row.period or self._rows_dated()))
        ):
            breakdown.append((("area" if row.area else self._row_dimension()), row.words))
        if self.columns_measure and not words and ONLY_RANK.fullmatch(column.words):
            words = self._before(column)
        if CENSUS.search(column.printed) and not CENSUS.search(self.whole):
            # beside those who answered: who lives there
            name = self._population_named(words) or CENSUS_NAME
        elif (part := PART_OF_ABOVE.match(words)) and (base := self.whole or self._before(column)):
            name = f"{base}: {part['part']}"
        elif self.whole and ESTIMATE.fullmatch(words):
            name = self.whole
        elif self.whole and (PRECISION.match(words) or ASKED.match(words)):
            name = f"{self.whole}: {in_line(words)}"
        elif self.whole and PEOPLE_LIVING.match(words):
            name = words
        elif self.columns_measure and words and not column.area:
            name = topic_of(words, self.place).text or words
            if self.whole and (VERSION.fullmatch(words) or VERSION.fullmatch(name)):
                breakdown.append(("version", words if VERSION.fullmatch(words) else name))
                name = self.whole
            elif self._shortens_whole(words):
                name = self.whole
            elif self.whole and is_generic(words) and counted_noun(words) not in ("", *units_of(self.whole)):
                # "Referrals" beside "Average days to contact" under "Outcomes for victims"
                name = f"{self.whole}: {in_line(words)}"
            elif self.whole and WHAT_WAS_DONE.match(words) and not counted_noun(words):
                name = done(self.whole, words)
            elif is_generic(words) or (words.lower() == counted_noun(self.whole) != "" and self._stands_beside_rate()):
                name = self.whole or words
            elif self.whole and says_state(words):
                name = with_state(self.whole, words)
            elif self.whole and not is_plural(self.whole.split()[-1]) and tells_whom(words):
                # "Reports to the council" beside "Incidents reported to the police" under "Noise by ward"
                name = of_whole(self.whole, words)
            elif self.whole and re.match(r"rate\b", words, re.IGNORECASE) and not PER.search(self.whole):
                name = f"{self.whole}: {in_line(words)}"
            elif self.whole and (share := SHARE_IN.fullmatch(words)) and counted_in(self.whole, share["noun"]):
                name = self.whole
            elif self.whole and len(words.split()) <= (1 if counted_noun(words) else SHORT):
                name = words if self._stands_beside_names(words) else of_whole(self.whole, words.rstrip(" ,"))
        else:
            name = self.whole
            if name and SAYS_MEASURE.search(words) and not (column.area or SAYS_MEASURE.search(name)):
                name, words = of_whole(name, words), ""
            elif name and PER.search(words) and not PER.search(name):
                # "Calls", "Rate per 1,000 people": two measures of one thing, not two kinds of it
                name, words = f"{name}: {in_line(words)}", ""
            elif (words.lower() == counted_noun(name) != "" and self._stands_beside_rate()) or is_whole(words, name):
                words = ""
            money = IN_POUNDS.search(words)
            words = IN_POUNDS.sub("", words).strip(" (")
            if words and not column.target and not (column.total and self._over_periods()):
                dimension = "version" if VERSION.fullmatch(words) else "type" if money else self._column_dimension()
                breakdown.append((("area" if column.area else dimension), words))
        return (name.rstrip(" ,"), tuple(breakdown)) if name else self._unnamed(row, column, tuple(breakdown))

    def _shortens_whole(self, words: str) -> bool:
        """Whether a head, and no other, says what the table is about in fewer words: "Complaints received" under
        "Complaints about noise received"."""
        heads = [line.words for line in self.lines.columns.values() if line.words]
        others = [head for head in heads if head != words and head.lower() in self.whole.lower()]
        # "All crime" of "All crime, violent offences and fires", which the heads beside it name: one of several
        return not others and [head for head in heads if shortens(head, self.whole)] == [words]

    def _rows_dated(self) -> bool:
        """Whether the rows are periods, so that their total is one of time."""
        return sum(line.period is not None for line in self.lines.rows.values()) >= 2

    def _unnamed(self, row: Line, column: Line, breakdown: Breakdown) -> tuple[str, Breakdown]:
        """Where nothing says what is counted: a short list's labels name, in a long table the heads of its columns do.

        Failing both it is one measure that waits for a name, not one for each ward.
        """
        parts = OF_PARTS.search(self.corner) or len(self.lines.rows) > LONG
        if not parts and row.words and not row.change:
            return row.words, tuple(item for item in breakdown if item[1] != row.words)
        if column.words and not (column.change or column.total or column.area):
            return column.words, tuple(item for item in breakdown if item[1] != column.words)
        return (f"{UNNAMED}{self.corner.strip().lower() or 'row'}", breakdown) if parts else ("", breakdown)

    def _stands_beside_rate(self) -> bool:
        return any(PER.search(line.words) for line in self.lines.columns.values())

    def _before(self, column: Line) -> str:
        """The words of the nearest column to the left that is no rank: what a rank is the rank of."""
        return nearest(self.lines.columns.values(), column, ONLY_RANK.fullmatch)

    def _above(self, row: Line) -> str:
        """The words of the nearest row above that names a measure of its own."""
        return nearest(self.lines.rows.values(), row, PART_OF_ABOVE.match)

    def _over_periods(self) -> bool:
        """Whether the columns are periods, so that their total is one of time."""
        periods = {(line.period.start, line.period.end) for line in self.lines.columns.values() if line.period}
        return len(periods) >= 2

    def _says_whole(self, label: str) -> bool:
        """ "Total referrals" in a table of referrals is no category but the measure itself."""
        match = re.fullmatch(r"(?:grand\s+|overall\s+)?total\s+(?:number\s+of\s+)?([a-z ]+)", label, re.IGNORECASE)
        return match is not None and counted_noun(match[1]) == counted_noun(self.whole) != ""

    def _row_dimension(self) -> str:
        if self.cornered.dimensions and not self.topic.dimensions:
            return self.cornered.dimensions[0].lower()
        corner = re.sub(r"[^a-z -]", "", strip_place(without_periods(self.corner), self.place).lower()).strip()
        for dimension in self.topic.dimensions:
            if not corner or dimension.lower() in corner or corner in dimension.lower():
                return dimension.lower()
        return corner if corner and len(corner) <= 30 and corner not in self.topic.text.lower() else "group"

    def _column_dimension(self) -> str:
        if sum(ANSWER.fullmatch(line.words) is not None for line in self.lines.columns.values()) > 1:
            return "answer"
        used = "" if self.rows_measure else self._row_dimension()
        for dimension in self.topic.dimensions:
            if dimension.lower() != used:
                return dimension.lower()
        noun = counted_noun(self.topic.text)
        named = f"{noun[:-1]} type" if noun.endswith("s") and not noun.endswith("ies") else "type"
        return named if used != named else "series"
