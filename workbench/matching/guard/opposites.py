"""Words that stand against each other, written by hand: each line is an axis with its two ends.

Words at one end mean much the same where claims are compared; words at the two ends reverse each other. Words of more
than one part are joined by ``_``.
"""

from functools import cache

_AXES = """
rise increase grow climb soar jump surge swell expand gain up upward higher more_than_before go_up upturn skyrocket rocket mount escalate growth raise boost rising hike rebound multiply ascend / fall decrease decline drop shrink plunge plummet slump slide sink dip reduce cut lower down downward go_down downturn slash halve dwindle diminish tumble crash collapse contract recede lessen descend reduction cutback
more greater larger bigger most higher over exceed above outnumber / less fewer smaller least lower under below fewest
high tall / low short
big large huge great vast giant / small little tiny minor slight
warm heat hot warmer mild / cool cold chill cooler freeze harsh icy
fast quick rapid speed_up accelerate swift quicken / slow slow_down delay sluggish
early soon earlier ahead_of_time premature / late later overdue belated
old elderly aged ancient older / young new recent youthful younger modern
good better best improve improvement well excellent outperform / bad worse worst worsen deteriorate poor ill badly deterioration terrible underperform
strong strengthen strength firm robust / weak weaken feeble weakness slide fragile
rich wealthy affluent enrich prosperous prosper richer / poor impoverish penniless destitute poverty poorer bankrupt broke
expensive dear costly pricey dearer / cheap inexpensive affordable free cheaper bargain
easy simple easier effortless / hard difficult tough harder tricky
win victory beat defeat victorious triumph winner / lose loss defeated loser beaten
pass approve adopt carry ratify accept endorse get_through / reject turn_down vote_down fail throw_out veto dismiss defeat refuse strike_down
succeed success successful manage successfully / fail failure unsuccessful failed abort break_off beat_back
uphold confirm keep_in_force stand / overturn quash strike_down dismiss reverse annul throw_out revoke drop
survive live alive survivor pull_through recover / die dead death kill perish killed fatal
alive living / dead dead deceased
cure heal treat remedy / sicken cause infect poison
allow permit legal lawful let legalise legalize authorise authorize permission licence license legally free_to all-clear green_light entitled may welcome lift_ban admit / ban forbid prohibit illegal unlawful bar outlaw prohibition against_the_law illegally criminalise criminalize off_limits forbidden banned block closed_to
legalise legalize decriminalise decriminalize legal / illegal ban outlaw abolish
oblige force compulsory mandatory must require obligatory compel have_to obligation coerce forced / voluntary optional voluntarily free_to refuse willingly choice exempt freely need_not
include cover apply_to affect apply hit subject / exempt exclude spare exemption exclusion leave_out
safe harmless edible sound secure innocuous safely safety benign non-toxic / dangerous harmful poisonous toxic unsafe damage hazardous danger risk risky harm threaten deadly lethal
healthy beneficial good_for / unhealthy damage harm bad_for
protect shield guard defend / endanger expose threaten harm attack
support back favour favor endorse welcome approve in_favour in_favor side_with for praise applaud champion backing pro / oppose against condemn criticise criticize reject fight denounce resist opposition oppose object anti attack slam
for in_favour in_favor / against opposed
agree consent agreement accept / disagree refuse dissent object disagreement reject
unanimous unanimously united / dissent split divided divide disagree
cheer applaud praise celebrate applause acclaim / boo jeer heckle criticise criticize whistle
love like adore fond / hate dislike loathe detest
friend ally friendly supporter / enemy foe hostile opponent rival fight
true right correct real genuine authentic accurate truth / false wrong fake untrue incorrect hoax forged bogus lie inaccurate myth falsehood counterfeit
prove demonstrate show confirm proof proven / disprove refute debunk unproven rebut
guilty convict guilt convicted / innocent acquit clear innocence acquitted exonerate
arrest detain jail imprison custody hold lock_up / release free let_go set_free discharge
admit confess acknowledge own_up / deny dispute
accept take welcome / refuse decline reject turn_down turn_away
begin start open launch commence onset / end stop finish close cease halt shut conclude
open opened reopen / close closed shut shut_down
start continue keep still remain carry_on go_on persist / stop end quit give_up cease abandon halt no_longer discontinue
stay remain keep retain still / leave go depart quit resign step_down exit
join enter membership member accede / leave quit withdraw exit
arrive reach come get_to / leave depart miss
enter cross_into go_in / leave exit stay_out
go_ahead take_place proceed hold happen / cancel call_off postpone scrap prevent off put_off shelve
keep preserve retain maintain save / scrap abolish axe remove lift repeal drop discard throw_away ditch
impose introduce bring_in / lift abolish scrap repeal remove end
build construct erect create make / destroy demolish tear_down ruin wreck dismantle
repair fix mend restore / break damage wreck
find discover detect locate spot found / lose miss lost missing
give grant donate hand provide / take withhold deny seize remove
vote_for / vote_against
open free available accessible / reserved restricted limited closed
buy purchase acquire / sell sale
lend / borrow
import / export
pay paid repay settle / owe unpaid default debt
earn profit gain surplus make_money / lose loss deficit lose_money
profit surplus / loss deficit
full crowded packed fill busy / empty deserted vacant drain quiet
plenty abundant abundance ample enough sufficient / shortage lack scarce scarcity insufficient short_of dearth
common frequent often widespread regular frequently / rare uncommon seldom rarely rarity infrequent occasionally
always constantly invariably / never at_no_time
often frequently regularly commonly / seldom rarely hardly_ever
all every everyone everybody everything both entire whole / none nobody no_one nothing neither
many most majority nearly_all nearly_every almost_all / few hardly_any minority little
majority most / minority
same equal equally identical alike as_much / different unequal differ less difference
public publish publicly disclose reveal tell open known / secret hide conceal secretly cover_up keep_from private withhold hush_up
tell inform reveal disclose warn notify / conceal hide keep_from mislead withhold silence
know known aware acquaintance / unknown unaware stranger ignorant strangers
together jointly accomplice accomplices group with / alone solo single-handed lone on_his_own on_her_own
natural naturally nature / artificial man-made synthetic human
accident accidental accidentally unintentional mistake / deliberate deliberately intentional on_purpose intentionally arson
inherit hereditary genetic inherited / acquire acquired
native indigenous local domestic / foreign imported alien
inside indoors indoor within / outside outdoors outdoor beyond
before previously earlier prior ahead_of / after afterwards later following
first / last final
left left-hand / right right-hand
top upper above / bottom lower below
north northern / south southern
east eastern / west western
male man men boy boys / female woman women girl girls
mammal mammals / fish fishes reptile
day daytime / night night-time
wet rain rainy damp flood / dry drought arid
clean pure cleaner purify / dirty pollute foul contaminated polluted dirtier pollution
clear transparent / cloudy opaque unclear
light bright / dark dim
heavy heavier / light lighter
long longer lengthen extend / short shorter shorten curtail
wide broad widen / narrow
deep / shallow
thick / thin
hard / soft
rough / smooth
loud noisy / quiet silent silence
calm peaceful peace / violent violence war unrest
war / peace
attack assault / defend defence protect
advance / retreat withdraw
capture retake recapture seize take conquer / lose abandon surrender
surrender give_in / resist hold_out
victory / defeat
hero / villain traitor
honest truthful / dishonest liar lie corrupt
loyal faithful / disloyal betray unfaithful
trust confident confidence believe / distrust doubt fear mistrust
hope optimistic optimism / fear pessimistic despair
happy glad pleased satisfied / sad unhappy angry dissatisfied upset
calm / panic
brave courageous / cowardly coward
lucky fortunate / unlucky unfortunate
qualified trained / untrained unqualified amateur
professional / amateur
healthy well fit / sick ill unwell
awake conscious / asleep unconscious sleep
married wed marry / single divorced divorce unmarried
employ hire recruit appoint / fire sack dismiss lay_off
promote / demote relegate
guilty / blameless
visible appear / invisible disappear vanish
appear emerge / vanish disappear
exist / absent missing
present attend / absent skip stay_away
remember / forget
connect link join / disconnect separate divide
combine unite merge / separate split divide
attach / detach
on turn_on switch_on / off turn_off switch_off
lock / unlock
push / pull
send / receive
teach / learn
ask / answer
question / answer
speed / brake
encourage urge promote advise / discourage deter warn_against advise_against
help aid assist / hinder hamper harm prevent
enable allow / prevent stop block hinder
cause lead_to trigger / prevent avert stop
attract draw / repel drive_away drive_off
add adding accretion / remove erode subtract eat_away
melt thaw / freeze
boil / freeze
likely probable likelihood prone / unlikely improbable
possible can / impossible cannot
certain sure definite / uncertain unsure doubtful
necessary essential need needed / unnecessary needless superfluous
useful effective work / useless ineffective
successful / unsuccessful
complete finish finished whole done / incomplete unfinished partial
ready / unready
permanent / temporary
ancient / modern
public / private
civilian / military
urban city / rural country countryside
maximum max at_most up_to / minimum min at_least
positive / negative
plus / minus
credit / debit
ally / enemy
democratic democracy / authoritarian dictatorship
left-wing / right-wing
progressive liberal / conservative
innocent / guilty
generous / stingy mean
polite / rude
proud / ashamed
guest / host
buyer / seller
landlord / tenant
employer / employee
teacher / pupil
parent / child
winner / loser runner-up
overstate exaggerate overestimate / understate underestimate play_down
overpaid overcharge / underpaid undercharge
surplus / shortfall
valid legitimate rightly count / invalid disallowed void
insured cover / uninsured
vaccinated / unvaccinated
armed / unarmed
solved / unsolved
lower_house / upper_house
daily / yearly
competition competitive / monopoly
transparent / opaque
flourish thrive boom prosper / struggle decline bust suffer
bloom / wither
awake / asleep
deliver / withhold
advantage benefit asset / disadvantage drawback liability
gain / forfeit
upgrade / downgrade
inflow arrive immigrate / outflow emigrate
occupied inhabited / unoccupied vacant abandoned
praise / blame
blame blamed responsible fault culprit / blameless exonerate nothing_to_do_with
reward / punish penalty
merciful / cruel
tighten tough toughen stricter / loosen ease relax lax
lead ahead / trail lag
overtake outdo / trail
fresh / stale rotten
raw / cooked
sharp / blunt
tame / wild
fertile / barren
""".strip()


@cache
def _ends() -> dict[str, tuple[tuple[int, bool], ...]]:
    found: dict[str, list[tuple[int, bool]]] = {}
    for axis, line in enumerate(_AXES.splitlines()):
        for end, words in enumerate(line.split(" / ")):
            for word in dict.fromkeys(words.split()):
                found.setdefault(word, []).append((axis, bool(end)))
    return {word: tuple(ends) for word, ends in found.items()}


def ends(word: str) -> tuple[tuple[int, bool], ...]:
    """Give the axes of a base form, each with the end at which it stands."""
    return _ends().get(word, ())


def phrases() -> tuple[str, ...]:
    """Give what is written in more than one word."""
    return tuple(word for word in _ends() if "_" in word)
