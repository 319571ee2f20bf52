"""What boards count, and words that say only that something is counted. Nothing here knows a single paper."""

from __future__ import annotations

from tracker.facts.wording.word_lists import words_of

COUNTED = words_of(
    """
    incidents offences crimes cases referrals people persons residents children families households victims
    survivors offenders perpetrators orders notices warnings applications complaints calls contacts meetings
    sessions events visits surgeries schools reports requests approaches arrests convictions charges detections
    patrols premises businesses licences fires deaths collisions casualties reviews investigations inspections
    volunteers attendees participants staff officers posts properties admissions searches knives weapons
    seizures interventions individuals males females men women penalties fines prosecutions cameras homicides
    burglaries robberies thefts assaults fpns cpns cpws injunctions disclosures assessments outcomes users
    clients service-users placements bed-spaces refuges allegations reoffences exclusions suspensions homes
    tenancies dwellings evictions sanctions disposals cautions pieces enquiries inquiries consultations
    programmes courses workshops services groups organisations venues members responses items tonnes seats
    pupils students patients carers adults attendances journeys vehicles bikes dogs sites hotspots operations
    """
)
"""Plural nouns that figures of boards are numbers of."""

SINGULAR = {
    "person": "people",
    "child": "children",
    "family": "families",
    "household": "households",
    "man": "men",
    "woman": "women",
    "inquiry": "inquiries",
    "enquiry": "enquiries",
    "burglary": "burglaries",
    "robbery": "robberies",
    "theft": "thefts",
    "surgery": "surgeries",
}

GENERIC = words_of(
    """
    % all amount and average borough by case cases cent change count data difference figure figures grand in incident
    incidents local month months n no nos number of offence offences overall people per percent percentage performance
    point points quarter rate recorded referral referrals reported share the total totals trend value values volume
    year years
    """
)
"""Words of heads that name no measure: "Number of incidents", "Total", "%"."""
