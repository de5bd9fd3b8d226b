"""Words that end in a full stop without ending a sentence, and words that begin one."""

TITLES = frozenset(
    "mr mrs ms mx dr prof hon rev fr sen sens rep reps gov govs gen lt col cpl capt cdr cmdr adm maj sgt pvt pres supt insp det "
    "atty assoc asst mt mts ft st sts messrs mme mlle sr sra srta msgr amb min pm sec dist".split()
)
"""What stands before a name: never the end of a sentence, where it is written with a capital."""

PLAIN_TITLES = frozenset("mr mrs ms dr prof messrs".split())
"""Titles that are no other word, so their case says nothing."""

NEVER_LAST = frozenset("e.g i.e eg ie viz vs v cf approx esp incl resp".split())
"""What always goes on."""

BEFORE_A_NUMBER = frozenset(
    "no nos n° nº nr p pp vol vols fig figs ch chap sec secs art arts par para paras pt eq eqs ex c ca r fl col cl ver v tel ext op cat ref lot div"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Abbreviations where a number follows; without one some are ordinary words (``No. Not yet.``)."""

MAY_END = frozenset(
    "jr sr inc ltd corp co cos bros llc plc etc al esq est dept univ assn dept intl natl govt ave blvd rd hwy st sq ste apt "
    "ph.d phd m.d b.a m.a d.c u.s u.k u.n e.u a.d b.c b.c.e c.e l.a n.y "
    "ft lb lbs oz mi km cm mm kg hr hrs mph yd yds sq "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo "
    "ont que alta sask fig vol ed eds trans jun ret dec misc max avg".split()
)
"""Abbreviations that can be the last word: they are, where a word follows that begins sentences."""

ORDINARY_IN_LOWER_CASE = frozenset(
    "mar sat sun mon wed fri ill ind miss mass wash ore ark colo del fig ret max la pa mo md va ga apt ed mi est al cos art ex par col sec pt det min fl v r op lot cat ref fr".split()
)
"""Abbreviations that in lower case are, or look like, ordinary words."""

CLOCK = frozenset("a.m p.m am pm".split())

AFTER_A_CLOCK = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "gmt utc bst cet cest eet est edt et cst cdt ct mst mdt mt pst pdt pt ist jst kst aest aedt msk zulu eastern central mountain pacific "
    "atlantic local moscow beijing london greenwich".split()
)
"""What belongs to the time before it: ``6 p.m. Tuesday``, ``9 a.m. GMT``."""

OPENS_WITH_A_TIME = frozenset(
    "at by on in around about after before until till since from to between and just nearly almost shortly early late exactly the then but so "
    "this that next last morning afternoon evening night noon midnight today yesterday tomorrow o'clock monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december".split()
)
"""Words of a time that opens a sentence: a sentence that holds nothing else has only begun."""

STARTERS = frozenset(
    "the a an this that these those he she it they we i you there here his her its their our my your who what when where why how which whose "
    "in on at by for from with without within since during after before until under over between among amid against as like despite to of "
    "and but or nor so yet if unless although though while whereas because once then thus hence however moreover meanwhile also still even "
    "nevertheless nonetheless instead indeed otherwise therefore furthermore additionally finally later earlier now today yesterday some many most "
    "several few all both each every any one two three no not neither either nobody nothing none other others another such is are was were do does did has have had "
    "can could would should let it's he's she's that's there's i'm we're they're you're i've we've they've i'll we'll i'd he'd don't didn't "
    "isn't wasn't doesn't what's let's please yes well perhaps maybe according more only just never always often sometimes".split()
)
"""Small words: with a capital they begin a sentence, whatever stands before."""

MARKED_NAMES = frozenset(["yahoo", "jeopardy", "wham", "yum"])
"""Names that are written with an exclamation mark."""
