"""Words by what they do in board prose: verbs, people, things that boards count, things that are numbered, not counted.

Nothing here knows a single paper. The lists hold words of the trade of councils, police, housing, health and their
partners; a word that is missing costs a figure's shown place (it waits as unsure), a wrong one costs its rightness.
"""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


AUXILIARIES = words_of(
    "is are was were be been being has have had do does did will would can could may might must should shall"
)

# Past forms that are not made with -ed, with their participles ("gave 116 consultations": consultations given).
PARTICIPLES = {
    "gave": "given",
    "spoke": "spoken",
    "took": "taken",
    "made": "made",
    "ran": "run",
    "run": "run",
    "held": "held",
    "met": "met",
    "saw": "seen",
    "won": "won",
    "sent": "sent",
    "built": "built",
    "found": "found",
    "brought": "",
    "put": "",
    "led": "led",
    "kept": "kept",
    "got": "",
    "had": "",
    "has": "",
    "have": "",
    "heard": "heard",
    "taught": "taught",
    "caught": "caught",
    "began": "begun",
    "went": "",
    "came": "",
    "became": "",
    "left": "",
    "felt": "",
    "rose": "",
    "fell": "",
    "grew": "",
    "drew": "",
    "said": "",
    "told": "told",
    "spent": "spent",
    "bought": "bought",
    "chose": "chosen",
    "dealt": "dealt with",
    "sought": "sought",
    "learnt": "learnt",
    "showed": "",
    "shown": "",
    "wrote": "written",
    "sold": "sold",
    "lost": "lost",
    "paid": "paid",
}

# What a body does as a rule, told in the present: "the council commissions two refuges".
DOES_AS_A_RULE = {
    "commissions": "commissioned",
    "funds": "funded",
    "manages": "managed",
    "provides": "provided",
    "operates": "operated",
    "employs": "employed",
    "maintains": "maintained",
}

# Finite verbs that end a noun phrase though they do not end in -ed.
VERBS = (
    AUXILIARIES
    | frozenset(PARTICIPLES)
    | words_of(
        "attend attends take takes join joins share use uses live lives report reports agree agrees say says know "
        "knows feel"
        " feels think thinks work works help helps give gives run runs meet meets make makes include includes involve"
        " involves concern concerns remain remains continue continues become becomes come comes go goes get gets need"
        " needs want wants identify identifies receive receives learn learns stand stands await awaits relate relates"
        " show shows bring brings cover covers provide provides support supports operate operates resulting"
    )
)

# Adjectives that look like past forms and stand before what they describe.
ED_ADJECTIVES = words_of(
    "related based led licensed licenced commissioned accredited dedicated specialised complex-needs unauthorised aged"
    " detailed targeted tailored forced advanced combined experienced motivated alleged suspected reported mixed"
)

PEOPLE = words_of(
    "people persons person residents victims survivors women men girls boys children adults pupils students learners"
    " practitioners professionals staff officers individuals perpetrators offenders suspects users clients "
    "patients carers"
    " parents mothers fathers families households members volunteers champions participants attendees respondents "
    "teachers"
    " employees workers youths youth teenagers applicants tenants homeowners foster-carers delegates callers "
    "beneficiaries"
    " defendants prisoners witnesses sons daughters partners councillors learners trainees mentors mentees nominals"
    " entrants"
)

# What boards count. A number in figures before one of these is a figure; in words ("five") only before one of these.
COUNTED = PEOPLE | words_of(
    "cases incidents offences crimes referrals reports calls contacts enquiries complaints applications requests orders"
    " notices warnings injunctions arrests charges prosecutions convictions detections outcomes disposals cautions "
    "searches"
    " seizures weapons knives sweeps burglaries robberies thefts assaults homicides murders deaths fatalities suicides"
    " collisions fires attacks stabbings breaches evictions closures visits patrols walks meetings events "
    "workshops sessions"
    " courses trainings training webinars briefings conferences forums panels  posts leaflets posters "
    "stands stalls"
    " surgeries practices schools colleges venues businesses shops premises refuges beds bedspaces spaces places "
    "hubs centres"
    " clinics homes properties installations tenancies dwellings groups organisations charities agencies providers "
    "services"
    " boroughs wards estates sites cameras signs alarms devices tags assessments plans interventions programmes "
    "placements"
    " reviews audits inspections surveys responses consultations interviews exits departures admissions attendances"
    " presentations approaches enrolments starts completions commitments actions projects grants awards investigations"
    " notifications disclosures alerts nominations posts hours sanctions fixed-penalties fpns cpns cpws triggers "
    "champions"
    " incidences mediations conferences drop-ins screenings vaccinations tests treatments needles sirms fines vehicles"
    " encampments mattresses tonnes items downloads views followers likes sign-ups forms questionnaires settings"
    " notices' dhrs reoffences re-referrals repeats trainees articles newsletters parcels vouchers homelessness asks"
    " units advisers advocates coordinators wardens bikes packs kits licences warrants walkabouts fly-tips sentences"
    " roadshows raids locks bikes scooters gates"
)

# Crimes and troubles that are counted without a plural ("Vehicle crime fell from 410 to 356"), with their unit.
CRIME_UNITS = dict.fromkeys(
    words_of(
        "crime burglary robbery theft fraud violence assault arson homicide murder rape"
        " shoplifting abuse harassment stalking"
        " vandalism possession offending damage trafficking slavery cybercrime exploitation"
    ),
    "offences",
) | dict.fromkeys(
    words_of("behaviour asb graffiti fly-tipping flytipping nuisance drinking begging littering disorder racism"),
    "incidents",
)

# Nouns that documents number or list; how many there are is no measure of anything.
UNCOUNTED = words_of(
    "priorities priority objectives objective outcomes-headings themes theme aims pillars strands areas area elements"
    " principles parts chapters sections pages slides conditions options reasons ways types kinds categories "
    "category forms-of"
    " criteria questions stages steps phases tiers levels strategies factors sources points things issues topics "
    "workstreams"
    " weeks days months years minutes times others key main core broad strategic domains columns rows components "
    "headings"
    " pieces rights duties statements tests versions sets colours dimensions characteristics lockdowns laws acts"
    " recommendations requirements measures lessons features functions tools-of modules locations storeys words copies"
    " kilometres miles metres hectares acres square"
    " shifts waves quarters decades nations countries languages protocols paragraphs chapters subheadings"
)

ABSTRACT = words_of(
    "themes concerns comments amendments changes gaps challenges risks suggestions ideas examples improvements"
    " opportunities apologies declarations views proposals answers conclusions observations benefits barriers needs"
    " trends patterns matters details messages words names goals drafts updates pledges appendices attachments motions"
    " nominations scenarios approaches models roles decisions findings minutes agendas petitions speakers"
    " members representatives vice-chairs chairs officers substitutes councillors interests drivers enablers"
    " aspects parties sides halves thirds fifths occasions sentences feet inches boroughs counties forces"
)
"""What minutes and strategies name in small numbers and nobody measures."""

PREPOSITIONS = words_of(
    "in at during over since between by from to with within across through throughout via on after before until "
    "per against"
    " among amongst under above into onto towards around about as than off out up down because so but which who "
    "whom whose"
    " that where when while if though although making compared versus vs plus including worth"
)

POINTERS = words_of("it they this these those there that which who he she we you i one none all most some both each")
"""Words that stand for who or what was told before; none of them names anything."""
