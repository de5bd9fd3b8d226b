"""Verbs that bring what somebody says, thinks or wants, by their base forms."""

from collections.abc import Iterator

SAYING = frozenset(
    "say tell add state claim assert warn argue insist allege stress acknowledge testify tweet reiterate contend admit emphasise "
    "emphasize caution concede counter declare explain note remark write reply quip joke post report announce confirm estimate "
    "predict suggest reveal maintain recall complain conclude disclose observe comment respond underline underscore continue "
    "promise pledge vow boast charge deny mention agree propose recommend inform remind assure advise speculate recount hint imply "
    "indicate proclaim protest reckon swear urge ask wonder demand signal attest affirm concur elaborate lament point "
    "show find read rule".split()
)
"""Verbs of speech, and of papers and studies that say something."""

SPEAKING = frozenset(
    "saying adding claiming stating noting warning arguing insisting alleging stressing explaining asserting acknowledging admitting "
    "declaring telling tweeting writing announcing emphasising emphasizing estimating citing".split()
)
"""Participles that let the same person go on."""

CITING = frozenset({"citing", "quoting"})
"""Participles that name on whom somebody relies."""

THINKING = frozenset(
    "believe think expect hope fear feel suspect doubt assume realise realize decide determine plan intend want seek "
    "guess forecast anticipate worry refuse threaten prefer view regard".split()
)
"""Verbs of what somebody holds or means to do."""

JUDGING = frozenset(
    "accuse blame criticise criticize praise condemn denounce describe call characterise characterize label dub slam blast hail "
    "applaud reject dismiss defend support oppose endorse cite discuss attack mock decry champion rebuke question congratulate thank welcome dispute refute".split()
)
"""Verbs whose objects are what is said: ``criticised the plan``."""

DENYING = frozenset(
    "deny denies denied denying reject rejects rejected dispute disputes disputed doubt doubts doubted refute refutes refuted dismiss "
    "dismisses dismissed".split()
)
"""Forms of verbs that say the opposite of the clause they bring."""

ASKED = frozenset({"whether", "if", "why", "how"})
"""Words with which what is asked begins."""

NOBODY = frozenset({"no", "nobody", "none", "neither", "nor"})
"""Words with which those begin who do not speak: ``no official said``."""

NEGATING = frozenset("not never neither nor cannot".split())

ASSERTING = frozenset(
    "claim deny cite accuse blame allege acknowledge admit confirm reject expect believe think fear suspect forecast anticipate "
    "predict estimate assume insist maintain rule say report state doubt dispute refute".split()
)
"""Verbs with which the article says that somebody holds something to be true or false, with an object or a clause."""

_IRREGULAR = {
    "say": "said saying",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "know": "knew known",
    "feel": "felt",
    "understand": "understood",
    "find": "found",
    "show": "showed shown",
    "read": "read",
    "see": "saw seen",
    "swear": "swore sworn",
    "seek": "sought",
    "learn": "learnt learned",
    "forecast": "forecast",
}


def _forms(base: str) -> Iterator[str]:
    yield base
    ending_in_y = base.endswith("y") and base[-2] not in "aeiou"
    yield base[:-1] + "ies" if ending_in_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = base.removesuffix("e")
    doubled = base + base[-1] if base in {"admit", "plan", "dub", "blog", "quip", "bet"} else stem
    yield doubled + "ing"
    yield from _IRREGULAR.get(base, (base[:-1] + "ied") if ending_in_y else doubled + "ed").split()


BASES = {form: base for base in sorted(SAYING | THINKING | JUDGING) for form in _forms(base)}
"""The base form of every form of a reporting verb."""
