"""Rule 7: what is held back, whatever stands around it, and what must pass."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_papers import paper_of
from tracker.facts import understand
from tracker.facts.people.names import HELD, is_junior_post
from tracker.facts.people.private import is_named_in, private_people
from tracker.facts.privacy import hold_back_paper, without_words
from tracker.facts.private_text import hold_back, hold_back_record
from tracker.records import Block, Cell, Page, Paper, PaperSettings, Part, Source, TrackerSettings, Word, Wording

SETTINGS = TrackerSettings(mailboxes=("foi@council.gov.uk",), telephones=("020 7946 0000", "0303 123 1113"))

names = st.from_regex(r"[A-Za-z][A-Za-z0-9._%+-]{0,12}", fullmatch=True)
domains = st.from_regex(r"[a-z][a-z0-9-]{0,10}\.(?:gov\.uk|org|co\.uk|com)", fullmatch=True)
groups = st.sampled_from([(3, 4, 4), (4, 3, 4), (5, 3, 3), (5, 6), (11,), (4, 7), (5, 5)])
prose = st.text(alphabet=st.sampled_from("abcdefgh ,.;()£%-’\n"), max_size=30)


@given(prose, names, domains, prose)
def test_no_address_passes_but_those_on_the_list(before: str, name: str, domain: str, after: str) -> None:
    address = f"{name}@{domain}"
    shown = hold_back(f"{before} {address} {after}", SETTINGS)
    assert address not in shown and HELD in shown
    assert "foi@council.gov.uk" in hold_back(f"{before} foi@council.gov.uk {after}", SETTINGS)


@given(
    prose, groups, st.integers(0, 10**11 - 1), st.sampled_from(" -"), st.sampled_from(["0", "+44 ", "+44 (0)", "0044"])
)
def test_no_number_passes_but_those_on_the_list(
    before: str, sizes: tuple[int, ...], value: int, gap: str, code: str
) -> None:
    digits = str(value).rjust(sum(sizes), "1")[-sum(sizes) :]
    digits = "1" + digits[1:]
    pieces, place = [], 0
    for size in sizes:
        pieces.append(digits[place : place + size])
        place += size
    pieces[0] = code + pieces[0][1:]
    shown = hold_back(f"{before} {gap.join(pieces)} and", SETTINGS)
    assert re.search(r"\d{3}", shown) is None
    assert HELD in shown


@given(st.text(max_size=200))
def test_twice_is_once(text: str) -> None:
    once = hold_back(text, SETTINGS)
    assert hold_back(once, SETTINGS) == once


@pytest.mark.parametrize(
    "text",
    [
        "In 2019/20 there were 1,234 cases, 0.5% more than in 2018/19.",
        "0 12 0 4 5 0 0 7 11 0 2 3 0 0",
        "£1,000,000 from 01/04/2022 to 31/03/2023 (ref 6015464).",
        "Section 17 of the Crime and Disorder Act 1998; SW1A 1AA; 24/7; 999 or 101.",
        "Call 020 7946 0000 or +44 20 7946 0000.",
        "Dear Sir or Madam,",
        "20 places @ £5 each; meet at Hendon. London is large.",
        "2 Bristol Avenue, London NW9 4EW",
        "10.00 - 12.30, 28.04.2023",
    ],
)
def test_what_is_no_address_or_number_passes(text: str) -> None:
    assert hold_back(text, SETTINGS) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tel: 8359 2000.", f"Tel: {HELD}."),
        ("mobile no. 07700 900123, fax 01632 960001", f"mobile no. {HELD}, fax {HELD}"),
        ("Dear Ms Smith,", f"Dear {HELD},"),
        ("Dear Jo Bloggs", f"Dear {HELD}"),
        ("E-mail Jo.O’Neill@council.gov.uk", f"E-mail {HELD}"),
        ("j.bloggs@ council.gov.uk", HELD),
        ("j.bloggs@council. gov.uk", HELD),
        ("j.bloggs [at] council.gov.uk or jo(at)council(dot)org", f"{HELD} or {HELD}"),
        ("https://a.example/?to=jo%40council.org", f"https://a.example/?{HELD}".replace("?", "?to=")),
        ("Dear Mr Smith Thank you for your request.", f"Dear {HELD} Thank you for your request."),
        ("(020) 7999-2000, +44 (0)20 7999 2000", f"{HELD}, {HELD}"),
        (
            "Jo's desk, ext. 4455 or extension no. 312, x4456",
            f"Jo's desk, ext. {HELD} or extension no. {HELD}, x{HELD}",
        ),
        (
            "PC 4471 and PCSO 7123NW; collar no. 88, Warrant number: 223344",
            f"PC {HELD} and PCSO {HELD}; collar no. {HELD}, Warrant number: {HELD}",
        ),
        ("PC 2023 to 2026, PS 1,200 and DC 15%; the DC Reed", "PC 2023 to 2026, PS 1,200 and DC 15%; the DC Reed"),
        ("Follow @JoReed_Met or @PCReedMelford on x.com/jo.reed", f"Follow @{HELD} or @{HELD} on x.com/{HELD}"),
        (
            "See @MelfordCouncil and https://www.facebook.com/MelfordPolice/",
            "See @MelfordCouncil and https://www.facebook.com/MelfordPolice/",
        ),
        ("an extension 2026 to 2028; a 300 x4500 mm sign", "an extension 2026 to 2028; a 300 x4500 mm sign"),
    ],
)
def test_held_back(text: str, shown: str) -> None:
    assert hold_back(text, SETTINGS) == shown


def test_records_are_held_back_at_every_depth() -> None:
    source = Source(paper="p", page=1, words="write to a.b@c.org")
    wording = Wording(text="write to a.b@c.org", source=source)
    shown = hold_back_record(wording, SETTINGS)
    assert shown.text == shown.source.words == f"write to {HELD}"
    plain = Wording(text="nothing", source=Source(paper="p", page=1))
    assert hold_back_record(plain, SETTINGS) is plain


def test_who_signs_without_a_senior_post_is_not_named() -> None:
    def paper(*texts: str) -> Paper:
        part = (Part(page=1, bbox=(0, 0, 1, 1)),)
        word = Word(text="x", page=1, bbox=(0, 0, 1, 1), start=0)
        blocks = tuple(
            Block(id=f"p1-{i}", kind="paragraph", text=t, parts=part, words=(word,))
            for i, t in enumerate(texts, start=1)
        )
        return Paper(title="t", sha256="0", pages=(Page(number=1, width=1, height=1, blocks=blocks),))

    shown = hold_back_paper(paper("Yours sincerely", "Jo Bloggs", "Information Officer"), SETTINGS)
    assert [b.text for b in shown.pages[0].blocks] == ["Yours sincerely", HELD, "Information Officer"]
    assert shown.pages[0].blocks[1].words[0].text == HELD
    assert not any(b.words for b in without_words(shown).pages[0].blocks)
    shown = hold_back_paper(paper("Yours faithfully,", "Jo Bloggs", "Director of Assurance"), SETTINGS)
    assert shown.pages[0].blocks[1].text == "Jo Bloggs"


def test_names_of_junior_posts_are_held_back_wherever_they_stand() -> None:
    cells = [("Ann Lee", "Director of Safety"), ("Jo Bloggs", "Support Officer")]
    table = Block(id="p1-1", kind="table", rows=tuple(tuple(Cell(text=t) for t in row) for row in cells))
    texts = ("Governance Services contact: Sam Green", "Telephone Sam Green, or ask Jo Bloggs and Ann Lee.")
    blocks = (table, *(Block(id=f"p1-{i}", kind="paragraph", text=t) for i, t in enumerate(texts, start=2)))
    made = Paper(title="t", sha256="0", pages=(Page(number=1, width=1, height=1, blocks=blocks),))
    assert {"Jo Bloggs", "Sam Green"} <= set(private_people(made).names) and "Ann Lee" not in private_people(made).names
    shown = hold_back_paper(made, SETTINGS).pages[0].blocks
    assert shown[2].text == f"Telephone {HELD}, or ask {HELD} and Ann Lee."
    assert [c.text for row in shown[0].rows for c in row if c] == [
        "Ann Lee",
        "Director of Safety",
        HELD,
        "Support Officer",
    ]


def test_wards_beside_their_officers_are_no_people() -> None:
    cells = [("Ward", "Named officer"), ("Mill Hill", "Ward Officer"), ("Burnt Oak", "Ward Officer")]
    table = Block(id="p1-1", kind="table", rows=tuple(tuple(Cell(text=t) for t in row) for row in cells))
    made = Paper(title="t", sha256="0", pages=(Page(number=1, width=1, height=1, blocks=(table,)),))
    assert private_people(made).names == ()


def test_junior_and_senior_posts() -> None:
    for post in ("Business Support Officer", "Prevent Coordinator, Council", "Governance Officer", "Data Analyst"):
        assert is_junior_post(post)
    for post in ("Chief Executive Officer", "Assistant Director", "Head of Service", "Monitoring Officer", "Chair"):
        assert not is_junior_post(post)


# ---- whose names are held back


def texts_shown(*blocks: str | list[list[str]]) -> list[str]:
    shown = hold_back_paper(paper_of(*blocks), SETTINGS).pages[0].blocks
    return [b.text or " | ".join(c.text for row in b.rows for c in row if c) for b in shown]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Question from Mr Archibald Penrose", "Penrose"),
        ("Question 2 – Ms Winnie Tattersall", "Tattersall"),
        ("A question was submitted by Dr Horace Bumble, who lives near the park.", "Bumble"),
        ("Mrs Philippa Gorringe presented a petition signed by 153 residents.", "Gorringe"),
        ("Ms. Booker presented a petition signed by 1,055 people.", "Booker"),
        ("Lead petitioner: Cuthbert Ramsay", "Ramsay"),
        ("Petition of Miss Araminta Foss about needles", "Foss"),
        ("Request from: Zebedee Cullum", "Cullum"),
        ("For more, contact Leopold Nightingale on 0207 946 0779", "Nightingale"),
        ("Contact: Barnaby Thistle 020 7946 0778", "Thistle"),
        ("Governance contact: Perdita Wiggle 020 7946 0777 perdita.wiggle@town.gov.uk", "erdita"),
        ("Media enquiries: Rosalind Pettifer, tel 07946 555 123", "Pettifer"),
        ("Officer contact details: Name: Ezekiel Farthing Post: Analyst", "Farthing"),
        ("Report author: Dorothea Limpet, Policy Officer", "Limpet"),
        ("Gideon Blenkin, Community Safety Officer, presented the report.", "Blenkin"),
        ("The Community Safety Officer Gideon Blenkin presented the report.", "Blenkin"),
        ("PCSO Tabitha Crumb gave an update.", "Crumb"),
        ("“They listened to me” – Gwen Partridge, resident", "Partridge"),
        ("Local resident Ethel Crabtree said patrols had helped.", "Crabtree"),
        ("The victim, Ludmilla Prozor, was supported.", "Prozor"),
        ("Mr A. K. Fernsby (resident) addressed the Committee.", "Fernsby"),
        ("The Chair invited Ms Olwen Prothero to ask her question.", "Prothero"),
        ("Members of the public who spoke: Edwin Larkspur, Mabel Thorne and Kofi Adjei-Mensah.", "Adjei"),
        ("The petition, organised by Mabel Thorne, had 300 signatures.", "Thorne"),
        ("Question from EWAN HOBBS", "HOBBS"),
        ("1. Question submitted by: Ewan Hobbs, Elm Road", "Hobbs"),
        ("Yours sincerely Edwina Plum Information Rights Officer", "Plum"),
        ("From: Mabel Thorne [mailto:m.thorne@mail.example]", "horne"),
        ("Following the murder of Tariq Belmont in June 2022, patrols were reviewed.", "Belmont"),
        ("She was hurt by her husband Craig Vesper in 2021.", "Vesper"),
        ("The defendant, Craig Vesper, was sentenced to 12 years.", "Vesper"),
        ("Craig Vesper (32) of Elm Road was given an order.", "Vesper"),
        ("PC 1234 Gavin Petrie spoke.", "Petrie"),
        ("For further information please contact Tansy Bell.", "Bell"),
        ("Please ask for: Tansy Bell", "Bell"),
        ("Clerk to the Committee Tansy Bell", "Bell"),
        ("Volunteer Mabel Thorne won an award.", "Thorne"),
        ("Social worker Tansy Bell met the school.", "Bell"),
        ("Objectors: Ewan Hobbs and Mabel Thorne", "Thorne"),
        ("A petition with 240 signatures was presented by Ludovica Farthing for the ward.", "Farthing"),
        ("We will visit Zephania Throgmorton, the victim, by March 2024.", "Throgmorton"),
        ("Child B (Zephania Merryweather) was 3 at the time.", "Merryweather"),
        ("In 2022/23 Mabel Thorne reported 14 incidents to the council.", "Thorne"),
        ("Report author: Zephania Limpet, Support Officer, zephania.limpet [at] town dot gov dot uk", "Limpet"),
    ],
)
def test_who_is_no_public_person_is_not_named(text: str, secret: str) -> None:
    (shown,) = texts_shown(text)
    assert secret not in shown and HELD in shown


@pytest.mark.parametrize(
    "text",
    [
        "Question from Councillor Sara Conway",
        "A question was asked by the Safer Neighbourhood Board.",
        "Petition from Mill Hill residents. In Mill Hill there were 20 fires.",
        "Contact: Community Safety Team",
        "Report author: Jo Reed, Director of Assurance",
        "Jo Reed, Chief Executive Officer, opened the meeting.",
        "Hate Crime Reporting Coordinator, Riverton Mencap",
        "Domestic Abuse, Support Workers and domestic abuse",
        "Staff were told of the Victim Notification Scheme.",
        "Hendon, 34, Edgware, 22, Mill Hill, 19",
        "Call Victim Support on 0808 168 9111 or 0300 303 0156.",
        "The Chair, Cllr Ann Lee, thanked Chief Inspector Ray Moss.",
        "Victoria Park and Graham Park Estate had 12 fires.",
        "Solace Women’s Aid and the Jo Cox Foundation gave an update.",
        "Mayor of London Sadiq Khan wrote to Ann Moss, Director of Place.",
        "Clare’s Law and Martyn’s Law were explained after the death of Her Majesty Queen Elizabeth.",
        "Lead officer: Ann Moss, Head of Community Safety",
        "The defendant, Acme Homes Limited, was fined.",
        "Members of the public: none. Victims: 12",
        "Petition: Stop the closure of Hendon Library",
        "Mr Ray Moss, Director of Place, asked for figures.",
    ],
)
def test_bodies_places_members_and_senior_posts_stay(text: str) -> None:
    assert texts_shown(text) == [text]


def test_a_name_is_held_back_wherever_the_paper_says_it_again() -> None:
    shown = texts_shown(
        "Question from Mr Archibald Penrose", "Mr Penrose asked about patrols.", "Archibald Penrose left."
    )
    assert shown == [f"Question from {HELD}", f"{HELD} asked about patrols.", f"{HELD} left."]


def test_a_letters_reader_is_nobody() -> None:
    shown = texts_shown(
        "Riverton Council, Town Hall, The Square, Riverton RV1 1AA",
        "Ms Petra Wexham 14 Larkspur Gardens Hendon NW4 9ZZ",
        "Date: 3 May 2023",
        "Dear Petra Wexham",
        "You asked, Ms Wexham, how many fires there were.",
    )
    assert "Wexham" not in " ".join(shown) and "Larkspur" not in " ".join(shown)
    assert shown[0].endswith("RV1 1AA") and shown[2] == "Date: 3 May 2023"


def test_forms_and_lists_name_no_requester_and_no_home() -> None:
    form = [
        ["Requester", "Quentin Abernoth"],
        ["Applicant address", "7 Pell Mews N3 4QQ"],
        ["Case officer", "Myrtle Osgood"],
    ]
    shown = " ".join(texts_shown(form, "Mr Abernoth asked for a review."))
    assert not [word for word in ("Abernoth", "Pell", "4QQ", "Osgood") if word in shown]
    log = [["Reference", "Requester"], ["101", "Media"], ["102", "Jo Bloggs"]]
    assert texts_shown(log) == [f"Reference | Requester | 101 | Media | 102 | {HELD}"]


def test_who_attends_in_no_office_is_not_named() -> None:
    present = [
        ["Name", "Organisation"],
        ["Councillor Jo Reed (Chair)", "Town Council"],
        ["Zephania Thorne", "Resident"],
        ["Susan Marchpane", "Administration Officer, Town Council"],
        ["Ravi Patel", "Head of Housing"],
    ]
    shown = " ".join(texts_shown("# Attendance", present, "Action: Susan Marchpane to send the note."))
    assert "Thorne" not in shown and "Marchpane" not in shown
    assert "Jo Reed" in shown and "Ravi Patel" in shown


def test_who_asks_in_the_publics_time_is_of_the_public() -> None:
    shown = texts_shown("# Public questions", "1. Mr Horatio Quill asked: why are there no patrols?", "# Next item")
    assert "Quill" not in shown[1]
    assert texts_shown("# Report", "Mr Quill presented the report.")[1] == "Mr Quill presented the report."


def test_a_first_name_that_signs_is_held_back_where_it_signs() -> None:
    shown = texts_shown("Kind regards,", "Florence", "Information Rights Team", "She was born in Florence.")
    assert shown == ["Kind regards,", HELD, "Information Rights Team", "She was born in Florence."]


@pytest.mark.parametrize(
    "text",
    [
        "Devonte is a 15 year old boy who was stopped. Devonte’s mother was called.",
        "Our client Devonte, a father of two, was supported.",
        "“I felt safe,” said Devonte, 72.",
    ],
)
def test_first_names_in_a_case_study(text: str) -> None:
    assert "Devonte" not in texts_shown("# Case study 2", text)[1]


def test_a_place_that_a_case_study_is_about_stays() -> None:
    shown = texts_shown("# Case study: Grahame Park", "Residents of Grahame Park met.")
    assert shown == ["Case study: Grahame Park", "Residents of Grahame Park met."]


@pytest.mark.parametrize("text", ["A" * 60_000, "Aa-" * 20_000, "a." * 30_000, "1-" * 30_000, "12" * 30_000])
def test_a_word_without_end_costs_its_length(text: str) -> None:
    began = time.perf_counter()
    texts_shown(f"Question from {text} officer", [["Name", "Post"], [text, "Clerk"]])
    assert time.perf_counter() - began < 10


def test_whom_a_case_study_is_about() -> None:
    shown = texts_shown(
        "# Case study: Sarah Mount",
        "Sarah, 34, was referred by her doctor. She had two children, Tyrion (6) and Dora (4).",
        "# Next",
        "Sarah Lee, Director of Safety, said that Hendon had 12 fires.",
    )
    assert not [word for word in ("Sarah", "Mount", "Tyrion", "Dora") if word in " ".join(shown[:2])]
    assert shown[3].startswith("Sarah Lee, Director")


def test_numbers_in_odd_signs_and_over_cells() -> None:
    for text in (
        "Call 020\u00a07946\u00a00801",
        "Text 0\u200b7\u200b7\u200b0\u200b0900801",
        "Ring ０２０ ７９４６ ０８０３",
        "Ring 020/7946/0807 or 020 . 7946 . 0806",
        "Tel: 0 2 0 7 9 4 6 0 7 8 2",
        "Mail jo\u200b.hidden@town.gov.uk or jo.hidden＠town.gov.uk",
        "Mail jo.hidden (at) town dot gov dot uk or jo.hidden AT town.gov.uk",
    ):
        shown = hold_back(text, SETTINGS)
        assert HELD in shown and not re.search(r"\d|hidden|０", shown), text
    shown = " ".join(
        texts_shown([["Line", "020 7946", "0802"], ["Other", "12", "802"]], "Call us on 020 7946", "0810 any time")
    )
    assert "7946" not in shown and "0810" not in shown and "12 | 802" in shown


def test_words_keep_their_places_beside_what_is_held_back() -> None:
    shown = (
        hold_back_paper(paper_of("We ask Jo Bloggs, Policy Officer, about 480 burglaries."), SETTINGS)
        .pages[0]
        .blocks[0]
    )
    assert shown.text == f"We ask {HELD}, Policy Officer, about 480 burglaries."
    for word in shown.words:
        assert shown.text.startswith(word.text.strip(","), word.start)


def test_no_id_and_no_title_is_made_of_a_name() -> None:
    paper = paper_of("# Petitions", "Mrs Philippa Gorringe presented a petition signed by 153 residents in 2022/23.")
    found = understand(paper, paper_id="p", settings=PaperSettings(), tracker=SETTINGS)
    assert "gorringe" not in found.model_dump_json().casefold()


@pytest.mark.parametrize(
    ("paper_id", "found"),
    [
        ("request-of-horatio-quill", True),
        ("horatioquill", True),
        ("reply-to-quill-2023", True),
        ("mr-quill", True),
        ("alan-quill", True),
        ("quill_alan_foi", True),
        ("quill-road-report", False),
        ("horatio", False),
    ],
)
def test_a_file_named_after_somebody_is_known(paper_id: str, found: bool) -> None:
    private = private_people(paper_of("Question from Mr Horatio Quill", "Mr Quill asked again."))
    assert is_named_in(private, paper_id) is found


@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("Rosalind", ["“I slept through the night for the first time in years.” – Rosalind, survivor"]),
        ("Rosalind", ["“They listened to me from the start and never rushed me.” Rosalind, helped by our service"]),
        ("Rosalind", ["“They listened to me from the start and never rushed me.”", "Rosalind, 34"]),
        ("Rosalind", ["“The lights make all the difference,” said Rosalind."]),
        ("Rosalind", ["# Case study", "Rosalind came to us in May with her two children. In June Rosalind moved on."]),
        ("Thandeka", ["The victim, known as Thandeka, said that it helped."]),
        ("Thandeka", ["A young woman we call Thandeka had moved home twice."]),
        ("Thandeka", ["Thanks to Thandeka and Oluwaseun for sharing their story."]),
        ("Oluwaseun", ["Thanks to Thandeka and Oluwaseun for sharing their story."]),
        ("Rosalind", ["Case study: After a word from school, a worker met Rosalind and her mother every week."]),
    ],
)
def test_those_quoted_or_told_of_by_first_name_are_held_back(name: str, blocks: list[str]) -> None:
    assert name not in " ".join(texts_shown(*blocks))


@pytest.mark.parametrize(
    "block",
    [
        "“We are proud of the drop in burglary.” – Rosalind Achebe, Chair of the Partnership",
        "“The new gates have made a difference.” – Northgate, ward newsletter. People in Northgate agree.",
        "The “Stay Safe” scheme – Rosalind Park, Hollin Green and others – goes on.",
    ],
)
def test_posts_places_and_schemes_beside_a_quotation_are_shown(block: str) -> None:
    assert texts_shown(block) == [block]


def test_other_words_that_begin_a_sentence_of_a_case_study_are_shown() -> None:
    told = "Neighbours feared him. Exhibits had been collected. Wardens called every day, and she was told."
    assert texts_shown("# Case study: a closure order", told)[1] == told


_FILL = "The board noted the report and thanked all who took part in the work of the year."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Domestic Homicide Review: Anita Perlman", "Perlman"),
        ("Safeguarding Adults Review (Anita Perlman)", "Perlman"),
        ("The inquest into the death of Anita Perlman ended in June.", "Perlman"),
        ("Criminal Behaviour Orders: Dean Wardle, Kyle Marsh", "Marsh"),
        ("Injunctions were obtained against Dean Wardle and Kyle Marsh in May.", "Wardle"),
        ("Dean Wardle, 34, of Mill Road, was jailed for three years.", "Wardle"),
        ("Kyle Marsh was sentenced to 18 months in prison.", "Marsh"),
        ("Officers arrested Kyle Marsh for breach of the order.", "Marsh"),
        ("The family of Kyle Marsh spoke to the meeting.", "Marsh"),
        ("Ms Perlman's daughter told the Board what had helped.", "Perlman"),
        ("Anita Perlman, whose son was killed in 2019, spoke to the Board.", "Perlman"),
        ("17-year-old Jayden Cole was fatally stabbed in March.", "Cole"),
        ("The tenant, Kyle Marsh, lost his home.", "Marsh"),
        ("The gardens were planted in memory of Thandeka Sivakumar.", "Sivakumar"),
        ("Residents held a vigil for Thandeka Sivakumar in May.", "Sivakumar"),
        ("Survivor Anita Perlman told the conference about her life.", "Perlman"),
        ("Mrs A Perlman of Oak Road asked about speeding.", "Perlman"),
        ("Minutes taken by Tom Ingleby", "Ingleby"),
        ("Tom Ingleby (minutes)", "Ingleby"),
        ("Tom Ingleby - Democratic Services", "Ingleby"),
        ("Copies are available from Tom Ingleby in the Community Safety Team.", "Ingleby"),
        ("FOI request by journalist Peter Quill", "Quill"),
    ],
)
def test_whom_courts_reviews_and_minutes_speak_of_is_not_named(text: str, name: str) -> None:
    shown = hold_back_paper(paper_of(text, _FILL), SETTINGS).pages[0].blocks[0].text
    assert name not in shown and HELD in shown


@pytest.mark.parametrize(
    "text",
    [
        "Domestic Homicide Review: Overview Report and Action Plan",
        "Child Safeguarding Practice Review: Learning Lessons",
        "Criminal Behaviour Orders: Kelbrook Town Centre",
        "Copies are available from Kelbrook Library and Age Concern.",
        "Knife crime by ward: Brunswick Park (34), East Kelbrook (22) and Mill Green (19).",
        "Superintendent Carl Hewitt said that 34 people were arrested.",
        "Sarah Dunn - Director of Public Health",
        "Two men were arrested in Mill Green and charged.",
        "The murder rate of Greater Kelbrook fell.",
    ],
)
def test_reviews_places_and_posts_keep_their_words(text: str) -> None:
    assert hold_back_paper(paper_of(text, _FILL), SETTINGS).pages[0].blocks[0].text == text


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Following an incident at her home, Mrs Gupta was rehoused.", "Gupta"),
        ("Since Leon Barrett died, the family has campaigned for change.", "Barrett"),
        ("Learning from the Leon Barrett review was shared.", "Barrett"),
        ("Pictured: young people Aisha Khan and Tyrone Bell receive their awards", "Khan"),
        ("Photo: Aisha Khan, 14, with the Mayor", "Khan"),
        ("Volunteer of the Year: Betty Swann", "Swann"),
        ("Betty Swann told the Board about her home.", "Swann"),
        ("Youth representative Jayden Cole told the Board what young people want.", "Cole"),
        ("Darren PIKE (dob 12.03.1988) received an order that lasts five years.", "PIKE"),
        ("PIKE, Darren – five years", "PIKE"),
        ("In response to Mr Dev, the Chair said that work was under way.", "Dev"),
        ("Also present: T. Ingleby (Policy Officer)", "Ingleby"),
        ("Kelly Amos (IDVA) gave an account of her work.", "Amos"),
    ],
)
def test_a_name_for_which_the_paper_does_not_vouch_is_held_back(sentence: str, name: str) -> None:
    assert name not in texts_shown(sentence, "The board noted the report.")[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Superintendent Jo Reed told the Board that robbery fell.",
        "Jo Reed, Head of Housing, answered for the council.",
        "Jo Reed presented the report.",
        "Apologies were received from Jo Reed and Sam Hall.",
        "Members present: Jo Reed, Sam Hall",
        "Report author Professor Jo Reed",
        "Operation Martin Hall ran in May.",
        "The Stephen Lawrence Day was marked.",
        "The visit to Jack Hill Park was put off.",
        "Figures for Jan Feb and Mar are late.",
    ],
)
def test_a_name_beside_an_office_and_no_name_at_all_are_shown(sentence: str) -> None:
    assert texts_shown(sentence, "The board noted the report.")[0] == sentence


def test_one_mention_in_office_vouches_for_the_whole_paper_and_settings_for_a_name() -> None:
    assert "Jo Reed" in texts_shown("Jo Reed, Director of Housing, came.", "It was Jo Reed who asked.")[1]
    made = paper_of("It was Jo Reed who asked.")
    for settings, shown in ((TrackerSettings(people=("Jo Reed",)), True), (TrackerSettings(), False)):
        assert ("Jo Reed" in hold_back_paper(made, settings).pages[0].blocks[0].text) is shown


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Members heard from Shauna, a mother of three who fled her husband.", "Shauna"),
        ("Thank you to Aisha and her mum Samira for sharing this.", "Samira"),
        ("“It saved my life” – Betty", "Betty"),
        ("Betty, 72, Edgware", "Betty"),
        ("Betty S, service user", "Betty"),
        ("Hi Tracey,", "Tracey"),
    ],
)
def test_a_first_name_in_somebodys_own_life_is_held_back_there(sentence: str, name: str) -> None:
    shown = texts_shown(sentence, f"{name} Road was closed.")
    assert name not in shown[0] and name in shown[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "NHS number 943 476 5919",
        "NI number AB 12 34 56 C",
        "Date of birth: 12/03/1988",
        "He was born on 12 March 1988.",
    ],
)
def test_numbers_of_one_person_are_held_back(sentence: str) -> None:
    shown = hold_back(sentence, SETTINGS)
    assert HELD in shown and "1988" not in shown and "5919" not in shown and "34 56" not in shown
