"""The verbs of what boards undertake, in the forms that promises have them: "draw up", "drawing up", "drawn up".

Out: patterns. A piece of work comes to its end ("draft", "install"); what a service does day by day ("support",
"provide") is work only where it is ordered.
"""

from __future__ import annotations

from tracker.facts.wording.verb_forms import participle, stem
from tracker.facts.wording.word_lists import words_of

WORK = words_of(
    "achieve add address adopt agree align allocate amend analyse appoint apply arrange assess attract begin bring"
    " build capture chase check circulate clarify collate combine commission communicate compile complete conduct"
    " confirm connect consolidate consult contact convene cost create deepen define deploy design determine develop"
    " digitise disseminate divert double draft draw embed enhance equip escalate establish evaluate expand expedite"
    " extend extract feed fill finalise fit foster gather get harness hire hold host identify implement improve"
    " incorporate install integrate introduce invest investigate invite issue launch lead let liaise link lobby map"
    " merge mobilise move negotiate nominate obtain open optimise organise overhaul pilot plan prepare present"
    " prioritise procure produce progress promote publish pull purchase push put raise realign rebuild recommission"
    " reconcile recruit redesign reach refine refresh refurbish reinstate relaunch relocate remove renew repair"
    " replace reschedule resolve restructure resurface retender revise revisit rewrite roll scope secure send separate"
    " set share sign simplify split standardise start streamline strengthen submit suspend switch take tailor tender"
    " tidy tighten trace track train transfer transform translate trial trim undertake upgrade verify widen work write"
    " audit collect review report update survey test order book file sample interview count clear research investigate"
    " speak talk pursue approach redeploy repeat restart resume broaden scale return revert meet visit co-design step"
    " grow shift recirculate trawl fund co-produce co-ordinate coordinate co-locate bid ask seek look attend form line"
    " print"
)
DAILY = words_of(
    "act advise advocate amplify campaign celebrate challenge champion collaborate consider continue contribute"
    " cultivate deliver demonstrate detect discourage disrupt drive educate empower enable encourage enforce engage"
    " enrich ensure explore facilitate focus give help increase influence inform inspire intervene join keep learn"
    " listen maintain make maximise minimise monitor offer oversee participate prevent protect provide recognise"
    " reduce reinforce require resource respond retain reward run safeguard signpost spread support sustain tackle"
    " target understand unite use utilise value welcome"
)
# Verbs that are nouns as often: "Order of business", "Survey results"; and those that begin other things than orders.
_NOUNS = words_of(
    "order book file sample interview count clear survey cost fit let trial trim talk step shift grow tender present"
    " speak separate switch work return repeat fill bid scale issue get put pull form line print"
)
# While they last they tell how things stand: "is meeting demand", "are attending school", "is growing".
LASTING = words_of(
    "identify determine achieve attend visit meet seek grow get hold report raise ask cost count let address take"
    " present look"
)


def _any_of(words: set[str] | frozenset[str]) -> str:
    return "(?:" + "|".join(sorted(words)) + ")"


ORDERED = _any_of({verb.capitalize() for verb in (WORK | DAILY) - _NOUNS} | {"Carry out", "Sign up", "Set up"})
"""A verb as it begins an order: "Develop", "Chase"."""
BASE = _any_of(WORK | DAILY | {"carry out", "sit", "respond", "come back"})
"""A verb as it stands behind "to" and "that officers"."""
_AGAIN = "(?:re-?|co-)?"
DOING = _AGAIN + _any_of({stem(verb) + "ing" for verb in WORK - LASTING} | {"carrying out", "putting", "looking into"})
"""A piece of work while it lasts: "drafting", "setting"."""
STARTED = _any_of({(stem(verb) + "ing").capitalize() for verb in WORK - LASTING | {"hold", "address"}})
"""A piece of work that a note begins with: "Holding", "Drafting"."""
DONE = _AGAIN + _any_of(
    {participle(verb) for verb in WORK - LASTING} | {"carried out", "worked on", "made", "sought", "delivered"}
)
"""A piece of work as it is done: "drafted", "set"."""
