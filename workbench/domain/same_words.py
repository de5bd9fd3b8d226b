"""Words of English that say the same in short reports: forms that no rule gives, short forms, people of a country.

Each line is a word and what is read as it. The table only helps to find what may be compared; it never decides.
"""

from types import MappingProxyType

_VERBS = """
be am is are was were been being; have has had having; do does did done doing; go goes went gone going
say says said saying tell tells told telling; make makes made making; take takes took taken taking
give gives gave given giving; get gets got gotten getting; come comes came coming; see sees saw seen seeing
know knows knew known; think thinks thought; write writes wrote written writing; steal steals stole stolen stealing
speak speaks spoke spoken speaking; wear wears wore worn wearing; win wins won winning; lose loses lost losing
rise rises rose risen rising; fall falls fell fallen falling; grow grows grew grown growing; leave leaves left leaving
hold holds held holding; meet meets met meeting; find finds found finding; begin begins began begun start starts started
break breaks broke broken breaking; build builds built building; send sends sent sending; spend spends spent spending
teach teaches taught; bring brings brought; catch catches caught; choose chooses chose chosen; drive drives drove driven
eat eats ate eaten eating; fight fights fought fighting; fly flies flew flown; forget forgets forgot forgotten
hide hides hid hidden hiding; hear hears heard; keep keeps kept; lead leads led leading; mean means meant
run runs ran running; sink sinks sank sunk; sleep sleeps slept; stand stands stood; swear swears swore sworn
throw throws threw thrown; lie lies lied lying; draw draws drew drawn; sing sings sang sung; feed feeds fed
buy buys bought buying purchase purchases purchased; sell sells sold selling; pay pays paid paying payment payments
shoot shoots shot shooting shooter shootings gunman; die dies died dying dead death deaths deceased
kill kills killed killing slain slay murder murders murdered; marry marries married marriage wedding
ban bans banned banning prohibit prohibits prohibited outlaw outlawed; sue sues sued suing lawsuit lawsuits
raise raises raised raising hike hikes hiked increase increases increased increasing
cut cuts cutting reduce reduces reduced slash slashed decrease decreases decreased
allow allows allowed permit permits permitted; show shows showed shown showing depict depicts depicted depicting
refuse refuses refused decline declines declined; attack attacks attacked assault assaults assaulted
jail jails jailed prison prisons imprisoned; vote votes voted voting voter voters; elect elects elected election elections
threaten threatens threatened threat threats; deport deports deported deportation deportations
protest protests protesting protester protesters protestor protestors demonstrators demonstration
"""

_NAMES = """
america american americans usa; russia russian russians; china chinese; mexico mexican mexicans; iran iranian iranians
syria syrian syrians; israel israeli israelis; iraq iraqi iraqis; germany german germans; france french
britain british uk england; canada canadian canadians; japan japanese; cuba cuban cubans; india indian indians
ukraine ukrainian ukrainians; korea korean koreans; egypt egyptian; libya libyan; afghanistan afghan afghans
europe european europeans; africa african africans; italy italian italians; spain spanish; turkey turkish
muslim muslims islam islamic moslem; christian christians christianity; jew jews jewish
republican republicans gop; democrat democrats democratic dem dems; president presidents presidential potus prez pres
senator senators sen; representative representatives rep reps congressman congresswoman; governor governors gov
isis isil daesh; obamacare aca; doctor doctors dr physician physicians; attorney attorneys lawyer lawyers
"""

_THINGS = """
photo photos photograph photographs photographed photographing picture pictures pictured pic pics image images
video videos footage clip clips vid; tv television televised; email emails mails
police cop cops policeman policemen officer officers; soldier soldiers troop troops; gun guns firearm firearms
child children kid kids; baby babies infant infants newborn; woman women lady ladies female females; man men guy guys male
mother mothers mom moms mum momma; father fathers dad dads daddy; people person persons; wife wives spouse
immigrant immigrants immigration migrant migrants illegals; refugee refugees; terrorist terrorists terrorism terror
car cars vehicle vehicles automobile; company companies corporation corporations firm; college colleges university
tax taxes taxed taxation taxpayer taxpayers; school schools; student students pupil pupils
gay gays lgbt homosexual homosexuals; poor poverty; rich wealthy wealth wealthiest richest; big bigger huge large massive
fake hoax phony bogus; true real authentic genuine; illegal illegally unlawful; job jobs
tweet tweets tweeted; fb facebook; former ex; year years; percent pct; wage wages salary salaries
"""


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (_VERBS + _NAMES + _THINGS).replace("\n", ";").split(";"):
        words = group.split()
        for word in words:
            found[word] = words[0]
    return found


SAME = MappingProxyType(_table())
"""A word, and the word that stands for all of its kind."""
