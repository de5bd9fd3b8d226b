"""Classes of words and phrases that speak for or against checking a statement.

A class is written as words divided by blanks; ``_`` joins the words of a phrase, ``^`` stands for the beginning of the
statement, and a word that ends in ``*`` is any word that begins so. Contractions are taken apart: ``we 've``.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

CLASSES: Mapping[str, str] = MappingProxyType(
    {
        # How much and how many.
        "percent": "% percent per_cent percentage percentages",
        "money": "$ £ € dollar dollars cent cents euro euros pounds",
        "millions": "million millions billion billions trillion trillions",
        "thousands": "thousand thousands hundred hundreds dozen dozens",
        "share": "half third thirds quarter quarters majority most_of part_of one_in one_out_of out_of_every "
        "share_of proportion",
        "rate": "average number_of numbers_of amount_of amounts_of rate rates level levels per a_year a_month a_day "
        "an_hour a_week total ratio",
        "times": "twice double doubl* tripl* times tenfold cut_in_half quadrupl*",
        # Records, comparisons, trends, causes.
        "record": "first only biggest largest highest lowest smallest longest shortest fastest worst record records "
        "unprecedented never_before in_history in_the_history ever all_time all-time oldest youngest richest "
        "poorest deadliest",
        "in_all_the_world": "in_the_world in_history in_the_history of_all_time on_earth in_the_country "
        "in_this_country in_america of_any_country since_world_war in_our_history in_american_history in_the_nation",
        "going_up": "rise rises rose risen rising increas* grow grows grew grown growing growth surg* soar* doubled "
        "tripled gone_up went_up going_up skyrocket* expand* more_and_more up climb*",
        "going_down": "fall falls fell fallen falling decreas* declin* drop drops dropped dropping reduced reduces "
        "reducing shrink* shrank shrunk gone_down went_down lost loss losses losing down cut cuts slash* plung* "
        "plummet*",
        # Matters of public life.
        "tax": "tax taxes taxed taxation taxpayer* revenue revenues",
        "economy": "economic gdp recession* depression inflation interest_rate interest_rates stock_market "
        "wall_street bank* mortgage* housing trade export* import imports imported tariff* currency manufactur* "
        "business* industry industries company companies corporat* market* price*",
        "work": "job jobs unemploy* employ* worker* wage wages salary salaries income incomes pension* minimum_wage "
        "labor labour working layoff* union_members",
        "budget": "budget* deficit* debt* spending surplus* appropriat* fund funds funded funding billion "
        "balanced_budget balance",
        "health": "health* insurance insured uninsured medicare medicaid obamacare affordable_care hospital* "
        "doctor* nurse* prescription* drug drugs premium* patient patients pre-existing disease* cancer aids virus* "
        "covid* pandemic* vaccin* died abortion* tested",
        "welfare": "social_security welfare poverty poor senior seniors elderly retire* benefits food_stamps "
        "homeless* hungry hunger middle_class middle-class",
        "crime": "crime* criminal* murder* police prison* jail* gun guns assault* rape* gang gangs violen* shoot* "
        "killed killing sentenc* convict* guilty indict* investigat* felon* arrest*",
        "war": "war wars troop troops military army navy air_force soldier* bomb* missile* weapon* nuclear terror* "
        "attack* invad* invasion* defense defence pentagon forces combat treaty treaties arms warhead* submarine* "
        "tank tanks",
        "abroad": "iraq* iran* afghan* russia* soviet* china chinese mexic* korea* vietnam* cuba* israel* syria* "
        "libya* bosnia kosovo saudi* europe* germany germans german japan* india pakistan nato united_nations "
        "middle_east africa* communis* ukrain* canada france french britain british poland turkey allies countries "
        "nations embassy foreign al_qaeda isis taliban",
        "energy": "oil gas gasoline energy coal solar wind drill* climate emission* pollut* environment* water air "
        "carbon barrel* electricity pipeline* fuel*",
        "migration": "immigra* migra* border borders undocumented illegals amnesty visa visas citizenship refugee* "
        "deport* alien aliens asylum",
        "law": "supreme_court court courts judge* justices constitution* civil_rights voting_rights marriage "
        "discriminat* law laws legislation legal amendment* regulat* ban bans banned",
        "body": "congress senate house_of_representatives parliament administration government* republican* "
        "democrat democrats democratic white_house governor* senator* president minister ministers ministry "
        "commission* committee* agency agencies department* secretary federal state states union party parties "
        "council",
        "program": "program* plan plans proposal* proposed project* initiative* agreement* deal deals sanction* "
        "reform* system*",
        "private": "private public relief loan loans interest interests lobby* wealthy wealthiest rich richest "
        "corporation* contract* contribut* donat* donor* campaign*",
        # Deeds, positions, evidence.
        "votes": "vote votes voted voting veto* signed sponsor* co-sponsor* cosponsor* bill bills act amendment* "
        "resolution* passed pass enacted repeal* filibuster*",
        "for_or_against": "against in_favor in_favour opposed oppose opposes support supports supported favor "
        "favors favored favour* endors* position",
        "evidence": "report* study studies survey* poll polls statistic* figures facts evidence estimate* "
        "according_to show shows showed shown found newspaper* magazine* journal economist* expert* fact",
        "factive": "know_that know_what known_that understand_that point_out pointed_out points_out remember_that "
        "realize_that the_fact true false indicated admit* denied deny the_case wrong_about as_a_matter_of_fact "
        "accurate inaccurate factual",
        "stress": "even a_single single at_all any both not_only in_fact matter_of_fact exactly",
        "since_when": "since under_the under_this under_president under_his under_my under_our under_mr during_the "
        "during_his during_my during_our during_that in_office took_office as_governor as_president as_senator "
        "as_mayor as_secretary as_minister",
        "now": "now right_now today currently still already this_year these_days yet not_yet at_this_moment "
        "at_the_moment",
        "have": "we_have we_'ve america_has country_has united_states_has we_are we_'re we_had there_are there_were "
        "there_is there_was there_'s there_has there_have nation_has",
        "had": "i_had we_had had_a i_'ve_had we_'ve_had was_a were_a",
        "lacks": "we_have_n't we_have_not do_n't_have does_n't_have did_n't_have have_no has_no had_no do_not_have "
        "does_not_have did_not_have has_never have_never had_never never not_one not_a_single no_other nobody none "
        "without lack_of lacks failed_to fails_to fail_to refus*",
        # Who speaks and of whom.
        "i": "i",
        "me": "me my mine myself",
        "he_or_she": "he she his her him",
        "starts_we": "^_we",
        "starts_others": "^_he ^_she ^_they ^_senator ^_mr ^_governor ^_president ^_this_administration "
        "^_this_president ^_the_president ^_the_administration ^_the_government",
        "starts_the": "^_the ^_a ^_an ^_in ^_under ^_since ^_over ^_during ^_last ^_more ^_most ^_many ^_today",
        "plans_of_ours": "i_will i_'ll we_will we_'ll i_'m_going we_'re_going i_am_going we_are_going i_'d we_'d "
        "i_would we_would i_want we_want i_need we_need we_should i_should we_must i_must we_can i_can we_could "
        "i_could we_have_to i_have_to we_ought i_ought we_got_to we_'ve_got_to",
        # Thoughts, wishes, judgements.
        "thinks": "think* believe believes believed feel feels hope hopes guess suppose wish wishes thought opinion "
        "view views seem seems consider",
        "i_think": "i_think i_believe i_feel i_hope i_guess i_suppose i_want i_wish i_know i_mean i_say i_agree "
        "i_like i_love i_look i_thought i_see i_do_n't_know i_do_n't_think i_do_not_think i_do_n't_believe "
        "i_just_think i_really i_do_think i_ca_n't",
        "wants": "want wants wanted would_like like_to need needs needed have_to has_to had_to got_to ought must "
        "let_'s let_us let_me",
        "got": "got got_to 've_got have_got gotta gotten",
        "will": "will going_to gonna shall 'll wo_n't",
        "if": "if whether unless suppose",
        "perhaps": "probably perhaps maybe certainly may_be possible possibly sure surely likely",
        "opinion": "right wrong good bad great important better strong proud fair best worst honest serious* "
        "terribl* wonderful ridiculous disgrac* beautiful tremendous* incredibl* fantastic horribl* disaster* tough "
        "hard difficult easy simple critical vital essential unfair smart stupid sad happy amazing nice decent real "
        "special proper",
        "ideals": "leadership values freedom liberty faith dream dreams opportunity opportunities future hope peace "
        "justice democracy principle* courage character integrity responsib* strength spirit honor honour trust "
        "confidence destiny moral* judgment greatness god bless",
        "just": "just really very so too quite certainly obviously frankly simply absolutely of_course clearly "
        "probably maybe perhaps totally basically",
        "vague": "some something another particular certain kind_of kinds_of sort_of one_of thing things area areas "
        "a_lot lot somehow again else different various",
        "talk": "question* answer* issue issues problem* point points debate* discuss* talk talks talked talking "
        "subject matter matters idea ideas challenge* difference* way ways approach example mention* thing things "
        "something anything everything",
        "here": "here tonight this_evening this_stage this_debate audience viewers in_this_room",
        "own_life": "my_father my_mother my_wife my_husband my_family my_life my_son my_daughter my_dad my_mom "
        "my_parents my_kids my_children my_friend i_met i_grew i_lived i_served i_was_born i_went i_remember "
        "i_learned i_visited i_spoke i_come i_came born grew_up years_old married friend friends",
        "came": "came met heard saw knew thought asked felt talked spoke visited told_me went_to",
        "nation": "america country nation world",
        "daily": "work works working job power experience chance opportunity community communities home homes day "
        "benefit threat",
        "be": "be being become becoming",
    }
)
"""The classes by name."""


def entries() -> Iterator[tuple[str, str]]:
    """Give every word or phrase with the name of its class; the words of a phrase are divided by blanks."""
    for name, written in CLASSES.items():
        for entry in written.split():
            yield entry.replace("_", " "), name
