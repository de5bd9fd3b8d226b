"""Small words that turn a claim round or weaken it, written by hand.

Words of more than one part are joined by ``_``; all are base forms or forms that stand as they are.
"""

from functools import cache

from workbench.matching.guard.opposites import phrases

PLAIN = frozenset(
    "not never no none nobody no_one nothing neither nor nowhere cannot no_longer not_once at_no_time not_one not_any "
    "not_a_single by_no_means in_no_way no_such not_at_all never_before not_since never_since never_yet".split()
)
"""Plain negations."""

NEARLY = frozenset(
    "hardly scarcely barely hardly_any hardly_ever hardly_anybody hardly_anyone hardly_anything scarcely_any scarcely_ever "
    "seldom rarely few little_or_no next_to_no all_but_no".split()
)
"""Nearly a negation."""

IMPLICIT = frozenset(
    "fail fail_to failure_to refuse decline_to lack lacking without avoid prevent stop_short_of short_of far_from anything_but yet_to have_yet_to "
    "rather_than instead_of too_late refrain abstain neglect omit forget_to forgo free_of free_from keep_from unable "
    "unwilling absent absence devoid outside exempt spare exclude except exception give_up cancel call_off abandon "
    "no_more nothing_like anything_except nowhere_near too_little out_of_the_question withhold foil thwart "
    "deprive ignore overlook disregard unheeded without_any in_the_absence_of neither_of nothing_to_do_with "
    "contrary_to impossible anything_other_than in_vain be_spared put_an_end_to closed_to off_limits rule_out run_out_of advise_against warn_against break_promise break_one_promise break_one_word "
    "must_not fall_short fall_short_of break_the_promise everybody_but everyone_but all_except everyone_except everybody_except by_no_stretch".split()
)
"""What takes back what it governs."""

DENIAL = frozenset(
    "deny denial dispute rebut refute disavow disclaim contradict repudiate reject_the_claim rejects_claims challenge "
    "reject_claim reject_the_claim reject_the_allegation reject_allegation dismiss_claim contest dismiss_the_claim dismiss_claims dismiss_as reject_as hit_back_at denied_that".split()
)
"""What somebody does who says that it is not so."""

DEBUNK = frozenset(
    "false falsehood untrue hoax fake fabricate fabrication fabricated myth scam satire satirical debunk rumour rumor misinformation "
    "disinformation nonsense wrong wrongly baseless unfounded groundless unsupported unproven unsubstantiated invent invented "
    "disprove incorrect inaccurate fact-check fact_check misleading doctored photoshopped staged bogus deepfake debunking satire misattributed wrongly_attributed no_evidence not_any_evidence not_any_proof no_proof no_link "
    "no_truth no_sign no_trace no_indication no_basis nothing_suggests nothing_to_suggest nothing_to_support nothing_supports nothing_points_to no_record no_source no_document no_data no_confirmation no_support no_ground no_hint no_suggestion no_credible no_reliable no_documentation no_mention no_foundation no_substance  not_true not_the_case no_connection "
    "not_been_shown not_been_proven not_been_proved not_been_demonstrated conspiracy_theory lie made_up out_of_context mislabelled "
    "not_right no_reason_to_believe never_happened never_said never_took_place does_not_show misquoted taken_out_of_context "
    "falsely fantasy fairy_tale far-fetched ludicrous preposterous slander pure_invention complete_invention wide_of_the_mark not_bear_out "
    "not_borne_out digitally_altered digitally_manipulated ai_generated does_not_exist do_not_exist old_photo parody spoof urban_legend superstition fictitious fiction exaggerated verdict old_picture ai-generated".split()
)
"""What a debunk says of the claim that it repeats."""

LIGHT = frozenset("go come get make take give hold put set bring become turn run let happen find do have".split())
"""Verbs that say little alone."""

JUDGING = frozenset("false wrong fake incorrect inaccurate misleading untrue invented bogus".split())
"""What debunks where it is said of a claim, not of a thing: a false start is none."""

BANS = frozenset("ban embargo prohibition restriction curfew sanction blockade limit boycott block".split())
LIFTING = frozenset("lift remove end overturn relax scrap abolish repeal drop ease strike_down".split())
"""What takes back a ban."""

SUPERLATIVE = frozenset(
    "most least fewest best worst record unrivalled unmatched unparalleled unique top leader lead number_one".split()
)
"""What stands above all others, beside the forms in ``-est``."""

INHERENT = frozenset(
    "empty vacant deserted rare scarce postpone delay shelve cancel reject refuse ban forbid prohibit outlaw bar block exclude "
    "lose lost miss missing dead die extinct vanish disappear gone silent secret hidden hide conceal unknown ignorant stranger "
    "bankrupt insolvent broke poor worthless useless idle closed shut close end stop finish last quit leave resign retire drop "
    "dismiss scrap abolish destroy unchanged same still remain stay unique sole only alone free safe clean healthy innocent "
    "acquit clear deny oppose against boycott absent away bare blank short shortage late overdue broken dark blind deaf lie "
    "resist survive spare ignore unaware unable impossible natural voluntary optional off out over intact stable unpaid miss beyond exhaust exhausted run_out dry incapable "
    "powerless skip forgo neglect omit forget overlook evade dodge escape avoid withdraw evaporate calm quiet steady permanent unused "
    "unsold unanswered barren childless homeless jobless orphan illiterate vegan vegetarian widow single".split()
)
"""What holds a negation of something in itself: an empty train has nobody aboard."""

RUMOUR = frozenset(
    "claim rumour rumor story report statement allegation message picture photo video image information news accusation".split()
)
"""What a debunk calls what it takes up."""

CLAIMED = frozenset(
    "claim rumour rumor story allegation accusation suggestion report speculation charge notion insinuation post message assertion".split()
)
"""What somebody rejects who says that it is not so."""

ABSURD = frozenset(
    "absurd ridiculous laughable outrageous nonsensical malicious defamatory invention fiction rubbish propaganda lies".split()
)
"""What is said of a claim, or of much else."""

REJECTING = frozenset("reject dismiss refute rubbish brush_aside brush_off wave_away shrug_off deny".split())
"""Verbs that deny where what is claimed is their object."""

ADVISING = frozenset(
    "advise warn caution counsel recommend vote decide rule speak argue campaign urge come come_out guidance advice verdict".split()
)
"""What turns to its opposite with an ``against``."""

ENDED = frozenset(
    "die explode crash sink fail collapse withdraw abandon lose perish vanish resign retire expire".split()
)
"""What ends something, so that what comes ``before`` it was not done."""

SAYING = frozenset(
    "say tell claim stated insist maintain argue announce report declare add warn assert confirm promise assure admit reveal "
    "explain note write tweet post according_to suggest conclude find estimate believe think assume expect fear allege "
    "reply respond remark stress emphasise emphasize recall testify boast complain contend quip observe point_out caution predict reckon "
    "comment interview reporter journalist fact source according "
    "spokesman spokeswoman spokesperson words evidence poll study survey researcher expert apparently reportedly".split()
)
"""Who says it and how, which is no part of what is said."""

PLAN = frozenset(
    "plan want intend threaten promise vow pledge propose consider hope aim wish offer demand call_for seek try attempt ask prepare "
    "think_of would_like due set_to about_to expect hope_to urge vow_to mull envisage contemplate discuss schedule".split()
)
"""Not done, only meant."""
FUTURE = frozenset("will shall would going_to is_to are_to 'll to_be due_to set_to".split())
"""To come."""
MAYBE = frozenset(
    "may might could can possible possibly perhaps maybe likely probable probably potentially appear seem reportedly apparently "
    "allegedly alleged suspect suspected said_to believed_to thought_to rumoured".split()
)
"""Perhaps so."""
CHARGED = frozenset("charge question suspect accuse investigate indict allege sue interrogate".split())
CONVICTED = frozenset("convict sentence jail guilty imprison condemn".split())

MORE_THAN = frozenset(
    "more_than over above exceed in_excess_of upwards_of at_least no_fewer_than no_less_than minimum not_less_than not_under beyond".split()
)
LESS_THAN = frozenset(
    "less_than under below fewer_than at_most up_to no_more_than maximum not_more_than just_under almost nearly short_of barely as_many_as as_much_as".split()
)
ABOUT = frozenset("about around roughly approximately some_ circa or_so nearly_ almost_ estimated".split())

ALL = frozenset(
    "all every each everyone everybody everything whole entire both any always every_one_of each_one_of completely without_exception entirely total full".split()
)
MOST = frozenset(
    "most majority mostly largely nearly_all almost_all nearly_every nearly_everyone generally mainly usually predominantly".split()
)
MANY = frozenset(
    "many several numerous often lots dozens_of hundreds_of thousands_of a_number_of a_good_number_of frequently".split()
)
SOME = frozenset(
    "some certain sometimes part partly partially one_of a_few occasionally at_least_one a_minority minority".split()
)
FEW = frozenset("few hardly_any rarely seldom barely little hardly_ever handful".split())
AMOUNTS = ALL | MOST | MANY | SOME | FEW
NONE = frozenset("none no nobody no_one nothing never neither not_one".split())
ONLY = frozenset("only solely just merely exclusively alone".split())
UNSEEN = frozenset("never_before not_since never_since never_yet".split())
"""What says with a negation that it is the first time."""

FIRST = frozenset(
    "first_time first first_ever unprecedented record new_high new_low all-time highest lowest most fewest ever".split()
)
"""What says so without one."""

KEEPING = frozenset(
    "keep stop prevent save ban bar block discourage deter prohibit protect dissuade hinder preclude restrain disqualify".split()
)
"""Verbs that take back what stands behind their ``from``."""


OBLIGED = frozenset("must have_to need_to require oblige compulsory mandatory obligatory compel force".split())
ADVISED = frozenset("should ought_to recommend advise encourage suggest urge voluntary".split())

RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "twentieth last runner-up winner former deputy vice ex acting future next previous current".split()
)
"""Places in an order, and offices held before, after or beside."""

SKIPPED = frozenset(
    "not_only no_doubt without_doubt no_less_than no_fewer_than no_more_than not_less_than not_more_than at_least at_most "
    "whether_or_not not_just no_matter nothing_but barely_more_than barely_over hardly_more_than no_later_than not_later_than no_earlier_than no_longer_than no_higher_than no_lower_than nobody_but no_one_but none_but not_even not_yet_only no_matter_how not_necessarily_only no_confidence wrong_with no_sooner cannot_but not_until not_least at_least_as more_or_less short_of_breath".split()
)
"""What looks as if it turned a claim round and does not."""

DIRECTIONS = frozenset(
    "more less most least fewer up down over under above below before after off against inside outside may must".split()
)
"""Small words that stand against each other; alone they say nothing."""

FUNCTION = frozenset(
    "a an the this that these those it its he she they we you i him her his their our your my me them us who whom whose which what "
    "be is are was were been being am do does did doing done have has had having of in on at by for from with into onto to as and or "
    "but so if than then there here when while where how why also too very just still already again quite rather even yet now up down "
    "out off between among during through after before since until against per such own other some any one because "
    "although though however both either more most much many ever once only will would shall should can could may might must "
    "'s s t re ve ll d m o'clock get got make made let one's themselves himself herself itself oneself what's that's ones thing things "
    "people person someone somebody anyone anybody everyone everybody something anything another else within without along across near "
    "ms mr mrs dr u r ur im its lol smh omg yes really well thats dont guys via around upon toward towards whether same like".split()
)
"""Words that carry no content of their own."""


@cache
def starts() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the expressions of more than one word by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    groups = (
        SKIPPED,
        FIRST,
        PLAIN,
        NEARLY,
        IMPLICIT,
        DENIAL,
        DEBUNK,
        SAYING,
        PLAN,
        FUTURE,
        MAYBE,
        MORE_THAN,
        LESS_THAN,
        MOST,
        MANY,
        SOME,
        FEW,
    )
    for word in {word for group in groups for word in group if "_" in word} | set(phrases()):
        parts = tuple(part for part in word.split("_") if part)
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}
