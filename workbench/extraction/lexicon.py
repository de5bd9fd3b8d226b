"""Words that extraction goes by."""

import re

OPINION = re.compile(
    r"\b(?:i think|i believe|i feel|in my (?:view|opinion)|we believe|beautiful|wonderful|terrible|awful|disgraceful|shameful|amazing|great|"
    r"interesting|exciting|sadly|unfortunately|hopefully|surely|obviously|clearly|undoubtedly|deserves?|ought to|should(?: not|n['’]t)?|"
    r"must (?:not |never )?|let us|let['’]s|nobody can know|who knows|time will tell|it remains to be seen|best|worst|good|bad|proud|hope|"
    r"brilliant|ridiculous|outrageous|inspiring|heartbreaking|delighted|thrilled|love|important to|vital that|crucial)\b",
    re.IGNORECASE,
)
"""Words of judgement, wish and rhetoric."""

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
SUPERLATIVE = re.compile(
    r"\b(?:first(?:-ever)?(?! (?:minister|lady|half|name|aid|step|place|quarter|thing|reported|noticed|published|appeared|began|\w+ (?:months|days|weeks|years|hours)))|(?<!not )only(?! (?:\d|about|around|one|two|three|four|five|six|\w+ (?:percent|per cent|miles|days)|if|when|after|because|then))|biggest|largest|highest|lowest|smallest|longest|"
    r"fastest|worst|deadliest|(?<!one of the )most \w+|least \w+|record|unprecedented|never before|last time|oldest|youngest|strongest|richest|poorest|"
    r"hottest|coldest|busiest|for the first time|all-time|\w{3,}iest)\b",
    re.IGNORECASE,
)
COMPARISON = re.compile(
    r"\b(?:more than (?!\d)|less than (?!\d)|fewer than (?!\d)|compared (?:with|to)|than (?:in|the|any|last|a|its|their|his|her|other)|twice|"
    r"double|triple|times (?:as|more|higher)|as (?:many|much) as|higher|lower|larger|smaller|bigger|better|worse|stronger|faster|cheaper|"
    r"outnumber\w*|exceed\w*|versus)\b",
    re.IGNORECASE,
)
TREND = re.compile(
    r"\b(?:rise|rises|rose|risen|rising|increas\w+|grow|grows|grew|growing|grown|growth|fall|falls|fell|fallen|falling|decreas\w+|declin\w+|"
    r"drop|drops|dropped|surg\w+|soar\w*|plung\w+|shrink\w*|shrank|doubled|tripled|halved|worsen\w*|improv\w+|strengthen\w*|weaken\w*|"
    r"climb(?:ed|s|ing)|slump\w*|expand\w*|(?:up|down) by|(?:is|are|was|were) (?:up|down)|trend)\b",
    re.IGNORECASE,
)
CAUSAL = re.compile(
    r"\b(?:because|caused?|causes|causing|led to|leads to|leading to|due to|as a result|resulted? in|results in|thanks to|owing to|"
    r"triggered|prompted|blamed (?:on|for)|responsible for|has (?:helped|aided|made)|made .{3,40} (?:stronger|weaker|better|worse))\b",
    re.IGNORECASE,
)
PREDICTION = re.compile(
    r"\b(?:will|won['’]t|shall|is going to|are going to|plans? to|planned to|planning to|expects? to|expected to|is set to|are set to|"
    r"due to (?:be|open|start|begin|take)|intends? to|aims? to|by (?:20[2-9]\d)|forecast|predict\w*|would be|would take)\b",
    re.IGNORECASE,
)
RULE = re.compile(
    r"\b(?:law|laws|bans?|banned|legal|illegal|requires?|required|must|prohibit\w*|allows?|allowed|regulation\w*|rule|rules|"
    r"constitution\w*|sanctions?|treaty|policy|mandate\w*|sentenced?|fined)\b",
    re.IGNORECASE,
)
ACCUSATION = re.compile(
    r"\b(?:accus\w+|alleg\w+|charg(?:e|es|ed)|kill\w*|murder\w*|attack\w*|corrupt\w*|fraud\w*|stole|steal\w*|hack\w*|cover(?:ed)? up|"
    r"abus\w+|tortur\w+|bomb\w*|violat\w+|illegal\w*|lied|lying|threat\w*|arrest\w*|convict\w*|nuclear|weapons?|died|deaths?|dead|"
    r"injured|wounded|detained|rape\w*|assault\w*|brib\w+|coerc\w+|misle\w+|invad\w+|annex\w+|fake[ds]?|faking|hoax\w*|forge[ds]|forger\w+|rigged|rigging|fabricat\w+|staged)\b",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"\b(?:government|ministry|president|minister|parliament|congress|senate|court|police|army|military|forces|troops|company|bank|"
    r"agency|commission|union|council|party|hospital|university|study|report|survey|officials?|authorities|budget|agreement|"
    r"treaty|law|bill|election|vote|voters|tax|economy|inflation|unemployment|vaccine\w*|virus|climate|emissions|border|"
    r"defen[cs]e|security|health|police|immigra\w+|migra\w+)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"\b[A-Z][\w'’-]+")
