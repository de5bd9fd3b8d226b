"""Cases of words that have to be found again, or must not be: news English, each with the outcome that is wanted."""

from typing import NamedTuple

from workbench.domain.evidence.reanchoring import Fate

HARBOUR = """Harbour reopens after strike

The port of Norham reopened on Tuesday after dockers ended a strike of eleven days, the harbour board said.

Container traffic fell by 12% in the third quarter, according to figures that the board published on Monday. \
The board did not say when traffic would return to normal. About 400 lorries were still waiting at the gates.

“We have lost 40 million dollars since the strike began,” said Inga Holm, who chairs the board. \
She added that no worker had been dismissed. The union rejected an offer of 4.5% in June.

The transport minister, Paul Reyes, approved a loan of $25 million to the port last week. \
Opponents of the loan say it will not create a single job. Mr Reyes denied that the money came from the pension fund.

More than 3,000 people work at the port. Unemployment in Norham rose from 5.1% to 6.3% between 2019 and 2021. \
The town's population is about 58,000. The new crane was built in 1998 and can lift 60 tonnes.

A court in Leeds is expected to rule on the case in March. All ferries to the islands were cancelled. \
Few people believe the dispute is over. The board declined to comment.
"""

COURT = """The former mayor of Dunmore, Alice Byrne, was acquitted of bribery on 14 May 2020.

Prosecutors alleged that Ms Byrne accepted £30,000 from a builder. The judge found that the payments were legal. \
The jury of seven women and five men took two hours to reach a verdict.

The defence called nine witnesses. The city will appeal against the ruling, its lawyer said. \
The police arrested two officers in connection with the case.

Nobody was injured when the archive of the court burned down. The programme to restore it has cost €2 million. \
The government's critics say the programme is too slow. Fewer than half of the files were saved.
"""


class Case(NamedTuple):
    """Quoted words of an article, an edit of the article, and what has to become of the words."""

    words: str
    old: str
    new: str
    wanted: Fate
    article: str = HARBOUR

    @property
    def newer(self) -> str:
        """Give the newer text."""
        assert not self.old or self.old in self.article, self.old
        return self.article.replace(self.old, self.new) if self.old else self.new


_FELL = "Container traffic fell by 12% in the third quarter"
_LOST = "We have lost 40 million dollars since the strike began"
_LOAN = "The transport minister, Paul Reyes, approved a loan of $25 million to the port last week."
_ROSE = "Unemployment in Norham rose from 5.1% to 6.3% between 2019 and 2021."
_UNION = "The union rejected an offer of 4.5% in June."
_CRANE = "The new crane was built in 1998 and can lift 60 tonnes."
_COURT = "A court in Leeds is expected to rule on the case in March."
_FERRIES = "All ferries to the islands were cancelled."
_WORK = "More than 3,000 people work at the port."
_DISMISSED = "She added that no worker had been dismissed."
_NORMAL = "The board did not say when traffic would return to normal."
_OPPONENTS = "Opponents of the loan say it will not create a single job."
_DENIED = "Mr Reyes denied that the money came from the pension fund."
_ACQUITTED = "The former mayor of Dunmore, Alice Byrne, was acquitted of bribery on 14 May 2020."
_ALLEGED = "Prosecutors alleged that Ms Byrne accepted £30,000 from a builder."
_LEGAL = "The judge found that the payments were legal."
_JURY = "The jury of seven women and five men took two hours to reach a verdict."
_APPEAL = "The city will appeal against the ruling, its lawyer said."
_POLICE = "The police arrested two officers in connection with the case."
_NOBODY = "Nobody was injured when the archive of the court burned down."
_COST = "The programme to restore it has cost €2 million."
_HALF = "Fewer than half of the files were saved."

_LOOKALIKES = (
    # directions and opposites
    Case(_FELL, "fell by", "rose by", Fate.ORPHAN),
    Case(_FELL, "fell by", "fell to", Fate.ORPHAN),
    Case(_FELL, "fell by", "grew by", Fate.ORPHAN),
    Case(_ROSE, "rose from", "fell from", Fate.ORPHAN),
    Case(_ROSE, "5.1% to 6.3%", "6.3% to 5.1%", Fate.ORPHAN),
    Case(_UNION, "rejected", "accepted", Fate.ORPHAN),
    Case(_LOAN, "approved", "blocked", Fate.ORPHAN),
    Case(_LOAN, "approved", "has approved plans for", Fate.ORPHAN),
    Case(_LEGAL, "were legal", "were illegal", Fate.ORPHAN, COURT),
    Case(_ACQUITTED, "acquitted", "convicted", Fate.ORPHAN, COURT),
    Case(_POLICE, "arrested", "released", Fate.ORPHAN, COURT),
    Case(_POLICE, "The police arrested two officers", "Two officers arrested the police", Fate.ORPHAN, COURT),
    Case(_APPEAL, "against the ruling", "for the ruling", Fate.ORPHAN, COURT),
    Case(_LOST, "lost", "gained", Fate.ORPHAN),
    Case(_LOST, "lost", "saved", Fate.ORPHAN),
    # numbers and units
    Case(_FELL, "12%", "21%", Fate.ORPHAN),
    Case(_FELL, "12%", "1.2%", Fate.ORPHAN),
    Case(_FELL, "12%", "12 percentage points", Fate.ORPHAN),
    Case(_FELL, "third quarter", "second quarter", Fate.ORPHAN),
    Case(_LOST, "40 million", "40 billion", Fate.ORPHAN),
    Case(_LOST, "40 million", "400 million", Fate.ORPHAN),
    Case(_LOST, "40 million dollars", "40 million euros", Fate.ORPHAN),
    Case(_LOAN, "$25 million", "£25 million", Fate.ORPHAN),
    Case(_LOAN, "$25 million", "25 million", Fate.ORPHAN),
    Case(_UNION, "4.5%", "5.4%", Fate.ORPHAN),
    Case(_WORK, "3,000", "3,500", Fate.ORPHAN),
    Case(_WORK, "More than 3,000", "Fewer than 3,000", Fate.ORPHAN),
    Case(_WORK, "More than 3,000", "About 3,000", Fate.ORPHAN),
    Case(_CRANE, "60 tonnes", "16 tonnes", Fate.ORPHAN),
    Case(_JURY, "seven women and five men", "five women and seven men", Fate.ORPHAN, COURT),
    Case(_JURY, "two hours", "two days", Fate.ORPHAN, COURT),
    Case(_ALLEGED, "£30,000", "£3,000", Fate.ORPHAN, COURT),
    Case(_ALLEGED, "a builder", "two builders", Fate.ORPHAN, COURT),
    Case(_COST, "€2 million", "€2.2 million", Fate.ORPHAN, COURT),
    Case(_HALF, "half", "a third", Fate.ORPHAN, COURT),
    Case(_HALF, "Fewer than half", "More than half", Fate.ORPHAN, COURT),
    # dates
    Case(_CRANE, "1998", "1989", Fate.ORPHAN),
    Case(_COURT, "in March", "in May", Fate.ORPHAN),
    Case(_UNION, "in June", "in July", Fate.ORPHAN),
    Case(_ROSE, "2019", "2009", Fate.ORPHAN),
    Case(_LOAN, "last week", "next week", Fate.ORPHAN),
    Case(_ACQUITTED, "14 May 2020", "14 May 2021", Fate.ORPHAN, COURT),
    Case(_ACQUITTED, "14 May", "4 May", Fate.ORPHAN, COURT),
    # names
    Case(_LOAN, "Paul Reyes", "Paula Reyes", Fate.ORPHAN),
    Case(_COURT, "Leeds", "London", Fate.ORPHAN),
    Case(_ROSE, "Norham", "Durham", Fate.ORPHAN),
    Case(_DENIED, "Mr Reyes denied", "Mr Holm denied", Fate.ORPHAN),
    Case(_ACQUITTED, "Alice Byrne", "Anna Byrne", Fate.ORPHAN, COURT),
    Case(_ACQUITTED, "The former mayor", "The mayor", Fate.ORPHAN, COURT),
    Case(_ACQUITTED, "The former mayor", "The deputy mayor", Fate.ORPHAN, COURT),
    Case(_APPEAL, "The city", "The county", Fate.ORPHAN, COURT),
    Case(_DISMISSED, "She added", "He added", Fate.ORPHAN),
    # negation
    Case(_NORMAL, "did not say", "did say", Fate.ORPHAN),
    Case(_NORMAL, "did not say", "said", Fate.ORPHAN),
    Case(_DISMISSED, "no worker", "one worker", Fate.ORPHAN),
    Case(_DISMISSED, "no worker", "a worker", Fate.ORPHAN),
    Case(_OPPONENTS, "will not", "will", Fate.ORPHAN),
    Case(_OPPONENTS, "Opponents", "Supporters", Fate.ORPHAN),
    Case(_DENIED, "denied", "said", Fate.ORPHAN),
    Case(_DENIED, "denied", "never denied", Fate.ORPHAN),
    Case(_NOBODY, "Nobody", "Somebody", Fate.ORPHAN, COURT),
    Case(_FERRIES, "were cancelled", "were not cancelled", Fate.ORPHAN),
    Case("the payments were legal", "The judge found", "The judge did not find", Fate.ORPHAN, COURT),
    Case("Unemployment in Norham rose", "Unemployment in Nor", "It is a myth that Unemployment in Nor", Fate.ORPHAN),
    Case("the money came from the pension fund", "denied that", "confirmed that", Fate.ORPHAN),
    Case(_JURY, "The jury of", "If Byrne is right, the jury of", Fate.ORPHAN, COURT),
    Case(_JURY, "The jury of", "In Leeds, the jury of", Fate.ORPHAN, COURT),
    # how many, how sure
    Case(_FERRIES, "All ferries", "Some ferries", Fate.ORPHAN),
    Case(_FERRIES, "All ferries", "Most ferries", Fate.ORPHAN),
    Case("Few people believe the dispute is over.", "Few people", "A few people", Fate.ORPHAN),
    Case(_COURT, "is expected to rule", "will rule", Fate.ORPHAN),
    Case(_COURT, "is expected to rule", "ruled", Fate.ORPHAN),
    Case(_APPEAL, "will appeal", "may appeal", Fate.ORPHAN, COURT),
    Case(_ALLEGED, "alleged", "proved", Fate.ORPHAN, COURT),
    Case(_CRANE, "can lift", "cannot lift", Fate.ORPHAN),
    Case("the coal-fired plant", "coal-fired", "coal-hired", Fate.ORPHAN, "He closed the coal-fired plant for good in spring."),
    Case("The complimentary lunch for staff is over.", "complimentary", "complementary", Fate.ORPHAN,
         "It rained. The complimentary lunch for staff is over. It snowed."),
    Case(_POLICE, "two officers", "two former officers", Fate.ORPHAN, COURT),
    # the same words, said of something else, or gone
    Case("fell by 12%", "Container traffic", "Passenger traffic", Fate.ORPHAN),
    Case("rose from 5.1% to 6.3%", "Unemployment in Norham", "Inflation in Norham", Fate.ORPHAN),
    Case("The board declined to comment.", "", "The union met.\n\nA lake froze. The board declined to comment. So it goes.",
         Fate.MOVED),
    Case("to comment", "", "The minister refused to comment on the crane.", Fate.ORPHAN),
    Case(_FELL, _FELL + ", ", "", Fate.ORPHAN),
    Case(_CRANE, _CRANE, "", Fate.ORPHAN),
    Case(_CRANE, _CRANE, "The old crane was sold.", Fate.ORPHAN),
    Case(_LOST, "", "Nothing here is about the port.", Fate.ORPHAN),
    Case(_LOST, "", "", Fate.ORPHAN),
)  # fmt: skip

_UNCHANGED = (
    Case(_FELL, "reopens after", "opens again after", Fate.UNCHANGED),
    Case(_FELL, "Harbour reopens", "Update: this text has a new first line.\n\nHarbour reopens", Fate.UNCHANGED),
    Case(_LOST, "“We have lost 40 million dollars since the strike began,”",
         '"We have lost 40 million dollars since the strike began,"', Fate.UNCHANGED),
    Case(_NORMAL, "did not say", "did\u00a0not say", Fate.UNCHANGED),
    Case(_NORMAL, "when traffic", "when traf-\nfic", Fate.UNCHANGED),
    Case(_NORMAL, "traffic", "tra\ufb03c", Fate.UNCHANGED),
    Case(_FERRIES, "cancelled", "can\u00adcelled", Fate.UNCHANGED),
    Case(_COURT, "Leeds", "Ｌｅｅｄｓ", Fate.UNCHANGED),
    Case(_WORK, " Unemployment in Norham rose", " Joblessness in Norham rose", Fate.UNCHANGED),
    Case(_JURY, "nine witnesses", "ten witnesses", Fate.UNCHANGED, COURT),
    Case("The town's population is about 58,000.", "town's", "town’s", Fate.UNCHANGED),
    Case("The board declined to comment.", "The board declined to comment.\n", "The board declined to comment.\n\nRead more",
         Fate.UNCHANGED),
)  # fmt: skip

_MOVED = tuple(
    Case(words, "", f"Corrections\n\nThe weather was fine. {words} The tide turned.\n\nThat is all.", Fate.MOVED, article)
    for words, article in (
        (_LOAN, HARBOUR), (_ROSE, HARBOUR), (_UNION, HARBOUR), (_CRANE, HARBOUR), (_COURT, HARBOUR),
        (_FERRIES, HARBOUR), (_WORK, HARBOUR), (_DISMISSED, HARBOUR), (_NORMAL, HARBOUR), (_OPPONENTS, HARBOUR),
        (_DENIED, HARBOUR), (_ACQUITTED, COURT), (_ALLEGED, COURT), (_LEGAL, COURT), (_JURY, COURT), (_APPEAL, COURT),
        (_POLICE, COURT), (_NOBODY, COURT), (_COST, COURT), (_HALF, COURT),
    )
)  # fmt: skip

_SPEECH = (
    "The town is loud. “Nobody told us that the crane would be sold,” Holm said. “We read it in the paper.” He left."
)
_QUOTED = (
    Case("“We read it in the paper.”", "", "It rains. He is tired, he said. “We read it in the paper.” Then he went.",
         Fate.MOVED, _SPEECH),
    Case("“Nobody told us that the crane would be sold,” Holm said.", "",
         "“It is cold.” “Nobody told us that the crane would be sold,” Holm said. “And wet.”", Fate.MOVED, _SPEECH),
    Case("He left his post in March without a word.", "", "“It is late.” He left his post in March without a word. «Oui.» So.",
         Fate.MOVED, "“We read it in the paper…” He left his post in March without a word. It rains."),
)  # fmt: skip

_REWORDED = (
    Case("They accomodate a seperate governmental office.", "accomodate", "accommodate", Fate.REWORDED,
         "It rained. They accomodate a seperate governmental office. It snowed."),
    Case("They keep the definately closed office shut.", "definately", "definitely", Fate.REWORDED,
         "It rained. They keep the definately closed office shut. It snowed."),
    Case(_FELL, "12%", "12 percent", Fate.REWORDED),
    Case(_FELL, "12%", "12 per cent", Fate.REWORDED),
    Case(_FELL, "fell by", "dropped by", Fate.REWORDED),
    Case(_LOST, "since the strike", "since that strike", Fate.REWORDED),
    Case(_JURY, "seven women and five men", "7 women and 5 men", Fate.REWORDED, COURT),
    Case(_NORMAL, "did not say", "didn't say", Fate.REWORDED),
    Case(_COST, "The programme to restore it", "The program to restore it", Fate.REWORDED, COURT),
    Case(_COST, "has cost", "cost", Fate.REWORDED, COURT),
    Case(_JURY, "The jury of", "In all, the jury of", Fate.REWORDED, COURT),
    Case("We examined 340 invoices.", "We examined", "In all, we examined", Fate.REWORDED,
         "The audit ended in May.\n\nWe examined 340 invoices. Nine of them were wrong."),
    Case(_FERRIES, "cancelled", "canceled", Fate.REWORDED),
    Case(_ALLEGED, "Ms Byrne", "Byrne", Fate.REWORDED, COURT),
    Case(_WORK, "More than", "Over", Fate.REWORDED),
    Case("About 400 lorries were still waiting at the gates.", "About 400", "Around 400", Fate.REWORDED),
    Case("The town's population is about 58,000.", "about", "roughly", Fate.REWORDED),
    Case(_LOST, "40 million dollars", "$40 million", Fate.REWORDED),
    Case(_HALF, "Fewer than half of the files", "Fewer than half of files", Fate.REWORDED, COURT),
)  # fmt: skip

CASES = (*_LOOKALIKES, *_UNCHANGED, *_MOVED, *_QUOTED, *_REWORDED)
