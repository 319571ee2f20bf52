"""The words by which verb groups undertake: who gives his word, asks, sets a time; what is done and what only becomes.

Closed lists of verbs and of the small words round them; verbs of what boards do stand in ``promise_verbs``.
"""

from __future__ import annotations

from tracker.facts.promises.promise_verbs import DAILY, LASTING, WORK
from tracker.facts.sentence import lexicon
from tracker.facts.wording.verb_forms import participle, stem
from tracker.facts.wording.word_lists import words_of


def _inflected(verbs: frozenset[str]) -> dict[str, str]:
    """Every form of some verbs with its ending: "" or "s" for the present, "ed" for past and participle, "ing"."""
    forms = {form: kind for verb in verbs for form, kind in ((participle(verb), "ed"), (stem(verb) + "ing", "ing"))}
    return forms | {verb + s: "" if verb != "undertook" else "ed" for verb in verbs for s in ("", "s")}


def _participles(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset(map(participle, verbs))


# Who gives his word does so in any tense; what was only meant, in the past tense, may have come to nothing since.
GIVEN = _inflected(words_of("agree commit pledge promise propose undertake undertook volunteer vow"))
MEANT = _inflected(words_of("arrange begin decide intend opt plan resolve"))
ASKED = _inflected(words_of("ask charge commission direct instruct invite request task urge"))
SCHEDULED = _participles(words_of("book pencil plan schedule timetable"))
TIMED = {"due"} | _participles(
    words_of(
        "fund anticipate arrange await confirm convene earmark expect fix list move organise programme set defer"
        " postpone"
    )
)
# How a thing stands that has been begun or ordered, behind "is"; "on track" and "in place" lead to what for.
BEGUN = words_of(
    "in_preparation in_development in_hand in_progress in_train in_the_pipeline under_way underway under_construction"
    " on_order out_to_tender on_track on_course on_target on_schedule in_place"
)
DOING = frozenset(stem(v) + "ing" for v in (WORK - LASTING - {"work"}) | {"grow", "raise", "step", "increase"})
DONE = _participles(WORK) | words_of("carried made delivered held shown fed kept found given")
WORKED_AT = _participles(WORK - LASTING - {"work"}) | words_of("carried sought delivered let")
ORDERED = WORK | DAILY | {"come", "go", "speak"}
VERBS = (
    ORDERED
    | lexicon.PRESENT
    | lexicon.BEHIND_TO
    | words_of("be carry try look sit resume follow arrive open close start join")
)
# "be available" is done as "be reviewed" is; "be safer" is not.
READY = words_of("available operational live in open ready complete on up back out subject")
# What befalls people and things is nothing that is done.
BEFALLS = words_of("get lose face suffer see know say find feel engage treated found seen noted read viewed compared")
WISHES = words_of("seek aim try endeavour strive hope")
"""Acts that only wish."""
KNOWS = words_of("recall remember")
"""What readers have in mind, "Members will recall", is nothing they undertake."""
IS_OF_ITSELF = words_of(
    "have help allow enable mean need require like love welcome prefer benefit depend affect cost seem appear suggest"
    " expect hope say want appreciate become see impact improve increase reduce inform encourage urge vote object"
    " happen result recommend potentially possibly perhaps probably normally usually likely ideally considered"
    " interested interesting interest welcomed pay appreciated required needed delighted pleased affected increased"
    " reduced used based reflected leave support able happy willing keen glad prepared good useful helpful"
)
"""What is so by itself, is thought or is done with the vote: "would help", "would like", "would be required"."""
GROWS = words_of("growing raising stepping improving expanding increasing doubling strengthening")
"""What a measure does by itself, unless somebody does it."""
MOVES = words_of(
    "rise fall increase grow decrease reduce reduced increased affect cost see be face exceed need require continue"
    " remain"
)
"""What figures and conditions are expected to do by themselves."""
HANDS_IN = words_of("send provide report submit bring prepare share circulate return update present attend")
"""What is handed in by a day, once asked for."""
# What is done there and then at a meeting, or by the paper's readers.
AT_THE_MEETING = words_of(
    "note consider agree approve comment endorse keep complete rate say describe leave explain clarify elaborate"
    " expand outline introduce join support declare indicate respond summarise talk turn remain refrain amend vote"
    " move elect receive sign stand raise noted recorded minuted thanked given aware mindful"
)
TOLD_THERE = words_of("update overview summary introduction presentation view explanation assurance")
ASKED_WHETHER = words_of("whether if how what why who when where about thanks condolences members everyone colleagues")
OFFERED = words_of("offered volunteered pledged promised")
OFFERS = words_of("use services space help assistance support room rooms places two three")
WILLING = words_of("happy willing content")
# A plan, a pledge, a promise are things too.
NOUNS_TOO = words_of("plan plans pledge pledges promise promises")
SPANS = words_of("year years month months week weeks day days night nights term terms quarter quarters")
PAID = words_of("funded agreed secured confirmed approved")
LAID = words_of("plans arrangements funding")
LED = words_of("review audit mapping development roll-out")
TOLD_OF = words_of("report reports results findings update updates review")
INTENDED = words_of("intended proposed")
GOES_ON = words_of("begun started ongoing continuing taking underway goes continues")
PROCESS = ["in", "the", "process", "of"]
MORE = ["more", "to", "come"]
# Words between.
OF_A_THING = frozenset({"determiner", "preposition"})
WHEN = words_of("in at by for on later from")
BETWEEN = words_of("all each both therefore next first")
REFLEXIVE = words_of("itself ourselves themselves himself herself")
IS, WAS = words_of("is are"), words_of("was were")
