"""Words that stand before or for the names of persons and bodies."""

TITLES = frozenset(
    "president prime vice deputy minister secretary general senator sen rep gov gen dr mr mrs ms prof professor chancellor governor mayor "
    "chief justice judge king queen prince princess pope sir lord lady dame captain colonel lieutenant sergeant major admiral chairman "
    "chairwoman chair director ambassador spokesman spokeswoman spokesperson ceo foreign defence defense finance health interior home "
    "education energy trade environment attorney speaker congressman congresswoman representative commissioner inspector sheriff officer "
    "detective archbishop bishop reverend coach analyst economist doctor premier mp councillor former acting superintendent constable "
    "executive treasurer counsel".split()
)
ROLES = frozenset(
    "minister president secretary senator governor mayor chancellor judge spokesman spokeswoman spokesperson chairman chairwoman chair "
    "director ambassador general professor premier leader chief official officer analyst economist doctor commissioner king queen ceo "
    "founder co-founder author researcher lawyer executive manager coach captain prosecutor epidemiologist scientist activist lawmaker "
    "congressman congresswoman superintendent inspector detective sheriff teacher owner actor actress singer player striker pastor bishop "
    "resident farmer nurse surgeon historian engineer head boss candidate mother father".split()
)
FEMALE = frozenset("mrs ms queen princess lady dame spokeswoman chairwoman congresswoman actress mother".split())
MALE = frozenset("mr king prince sir lord spokesman chairman congressman father pope".split())
NATIONS = frozenset(
    "russian chinese american us u.s uk british french german italian spanish indian japanese iranian israeli ukrainian turkish polish "
    "canadian australian brazilian mexican belarusian saudi egyptian pakistani korean african european eu un nato irish scottish welsh "
    "dutch swedish norwegian danish finnish greek nigerian kenyan argentine chilean peruvian colombian cuban palestinian syrian iraqi "
    "afghan swiss austrian belgian portuguese hungarian czech romanian bulgarian serbian democratic republican labour conservative".split()
)
BODIES = frozenset(
    "ministry department office agency bank court commission council party university institute company corp inc ltd plc group committee "
    "association union house service bureau police times post news press pentagon kremlin parliament congress senate government "
    "organization organisation centre center foundation fund airlines airways nations states street river sea ocean peninsula strait "
    "authority board hospital school college army navy force forces guard museum society federation league club trust county city town "
    "village north south east west new saint san los las el lake mount island islands airport park road avenue bay beach valley act "
    "agreement treaty day games cup championship open festival forum summit week project programme program plan exercise operation war "
    "street square tower bridge station hall church cathedral labs technologies systems industries motors energy pharmaceuticals health "
    "international national global united world republic kingdom coalition alliance network campaign administration academy research "
    "analytics magazine journal tribune herald bloc front movement watch initiative cabinet guild caucus tribunal division command corps "
    "squad team partners holdings capital solutions media radio television tv studios records insurance electric steel oil gas foods "
    "pharma telecom logistics consulting ventures bancorp financial securities mutual cooperative brotherhood militia brigade".split()
)
NOT_NAMES = frozenset(
    "the a an in on at by for from per citing quoting according with but and or if when while as after before since during according this that these those it he she "
    "they we i his her their its there here however meanwhile still now then also both more most many some all no not yes what who why how "
    "last next earlier later despite although though because so yet under over among to of our my your one two three four five six seven "
    "eight nine ten about around nearly almost only even just each every another such other others several few until through between "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december i'm it's he's she's we're they're that's don't didn't isn't".split()
)
PARTICLES = frozenset("van von de der den bin ibn al el da di du la le dos del ter".split())
PLACE_BEFORE = frozenset("in at near from to across into around outside throughout via through".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
