"""Words by their part of speech, as far as board prose needs it: closed classes whole, verbs that boards use.

A word that stands in none of these lists is told by its ending, else it is taken for a noun (or for an adjective, which
stands inside noun phrases as nouns do). No trained model and no other package's lexicon: a tagger trained on newspapers
was tried and took "reports", "fly-tipping" and "call" for what they are in newspapers.
"""

from __future__ import annotations

from tracker.facts.wording.word_lists import words_of

DASHES = frozenset("-–—")
DETERMINERS = words_of(
    "the a an its their our his her my your this these those some any each every all both no another such either"
    " several many few most more fewer less other"
)
PREPOSITIONS = words_of(
    "of in at on by for with from to into onto over under about against between among amongst across within"
    " without through throughout during since until before after per via towards around near behind beyond above"
    " below as than like upon following regarding concerning including despite alongside amid off outside inside"
    " involving out worth"
)
SUBORDINATORS = words_of("because although though while whilst when where if whether unless once whereas so however")
COORDINATORS = words_of("and or but nor & plus")
RELATIVES = words_of("who whom whose which")
PRONOUNS = words_of(
    "it they we he she i you them us him me themselves itself one everyone anyone nobody nothing these those what"
)
BE = words_of("is are was were be been being")
HAVE = words_of("has have had having")
DO = words_of("do does did")
MODALS = words_of("will would can could may might must should shall cannot")
ADVERBS = words_of(
    "only also just still now then already again not never always often further almost nearly even too very well"
    " currently otherwise together twice once since ago here there later soon yet around approximately roughly least"
    " afterwards beforehand quite up down away back on off out in over home forward"
)
PARTICLES = words_of("up down out off on over back away in forward")
"""Words that go with the verb before them when no noun follows: "signed up", "moved on", "went back"."""

# Past forms that are no participles: a clause has its verb.
PAST = words_of(
    "took gave ran saw won went came became fell rose grew drew began wrote chose did knew spoke drove broke flew"
    " hid arose fed felt said thought sank"
)
# Past forms that are participles too.
PAST_OR_PARTICIPLE = words_of(
    "made held met sent built found brought led kept got heard taught caught left told spent bought dealt sought"
    " learnt sold lost paid put cut set fought hit let shot stood read lent laid"
)
PARTICIPLES = words_of(
    "given taken seen done written chosen known shown driven broken gone become begun grown fallen risen drawn"
    " spoken run won come been stolen woken hidden bitten beaten thrown overseen undertaken understood withdrawn"
    " proven sunk"
)
# What people and bodies do in the present. Those that are nouns too are verbs only behind a plural.
PRESENT = words_of(
    "attend take join share live agree say know feel think give meet make include remain continue become go get"
    " want identify receive learn stand await relate show bring cover provide operate avoid own speak display"
    " disagree experience report use work help need support drink smoke visit run offer deliver hold see have find"
    " carry recommend believe consider engage reoffend seek suffer tell trust walk travel face lead miss commit"
    " patrol lose die come account vary differ fluctuate"
)
NEVER_NOUN = words_of(
    "remain continue await become include receive agree know say believe consider provide attend identify deliver"
    " engage reoffend commit make take join think give go get bring learn relate operate avoid disagree find carry"
    " seek suffer tell lose die recommend come speak meet vary differ fluctuate"
)
"""Those of them that are no nouns, so that they are verbs behind "of mixed heritage" too, when several do them."""
PRESENT_ALONE = words_of(
    "attends takes joins lives says knows feels thinks gives meets makes includes remains continues becomes goes"
    " gets wants identifies receives learns stands awaits relates brings covers provides operates avoids owns"
    " speaks offers delivers holds sees finds carries recommends considers comprises consists shows runs involves"
    " supports helps accounts represents costs employs manages funds serves commissions maintains ranks compares"
    " equates contributes contains varies differs fluctuates continue remain become"
)
# Words in -ing that name a thing.
NAMES_IN_ING = words_of(
    "training housing building meeting hearing funding learning policing parking littering fly-tipping"
    " shoplifting flytipping joyriding mentoring counselling grooming stalking begging drinking screening planning"
    " spending wellbeing"
    " well-being setting briefing reoffending re-offending offending trafficking cuckooing racing dealing drug-"
    " dealing burgling housing licensing lighting fencing staffing schooling parenting vaping smoking gambling bullying"
    " spiking sentencing monitoring morning evening rough-sleeping sleeping dwelling bedding clothing crossing"
    " finding warning reading recycling street-lighting fouling loitering thing nothing during string king ring"
    " wing spring sibling ceiling tipping living working"
)
# Words in -ing that tell of the noun before them and end no name: "incidents leading to arrests".
NO_NAMES_IN_ING = words_of(
    "leading resulting relating living attending coming going belonging amounting involving including concerning"
    " waiting staying working taking seeking receiving requiring returning presenting fleeing experiencing"
)
# Past forms that never stand before the noun that they describe: "12 received warnings".
NEVER_BEFORE_NOUN = words_of(
    "received attended entered moved said needed reached gained obtained showed showed expressed had made took"
    " led became achieved secured used visited involved started declined refused accessed lived faced resulted"
    " required met joined contacted held won heard found kept lost sought sent brought told paid put left got concerned"
)
NEVER_OF_NOUN = words_of("accounted resulted occurred happened rose fell amounted totalled increased declined")
"""Past forms that are no participles of the noun before them, whatever verb comes later."""
# What data or people tell in a clause that need not begin with "that": "Data showed crime had fallen".
TELLS_THAT = words_of(
    "showed reported noted indicated suggested confirmed revealed estimated believed explained highlighted stated"
    " advised argued agreed warned ensured claimed commented concluded identified recognised"
)
# Adjectives that stand behind their noun, as participles do: "118 young people open to the service".
AFTER_NOUN = words_of("open aware subject known eligible able ready responsible available unable due likely free")
NO_ADVERBS = words_of(
    "family supply reply assembly early daily weekly monthly quarterly yearly elderly likely only july"
)
# Verbs that follow "to" and are in no other list.
BEHIND_TO = words_of(
    "reduce improve ensure increase tackle address answer prevent develop complete reach move begin start stay"
    " deal keep protect enable respond access achieve change create encourage raise return resolve secure enter"
    " leave build promote understand manage talk act pay stop buy train recruit fund install establish appoint do"
)
