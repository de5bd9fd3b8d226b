"""Numbers of a claim beside its evidence's: a difference is loud, agreement is quiet, and neither by colour alone."""

from claims_db.vocabulary import EvidenceForm, Stance
from tests.tui.rooms import Room, Run
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.tui.widgets.evidence_lines import evidence_lines


async def shown(here: Room, claim: str, excerpt: str, *, confidential: bool = False) -> str:
    """Enter a claim with evidence, go to it, and give the lines of the screen that the numbers check wrote."""
    number = here.desk.add_claim(ClaimEntry(claim)).claim
    entry = EvidenceEntry(
        EvidenceForm.QUOTATION, Stance.CONTEXT, excerpt=excerpt, title="The register", confidential=confidential
    )
    here.desk.attach(number, entry)
    await here.notice()
    here.drive.review.go_to(number)
    await here.drive.settle()
    (evidence,) = here.desk.claim(number).evidence
    lines = [one for one in evidence_lines(evidence) if one.plain[4:5] in set("≠≈=?–") and evidence.numbers]
    loud = [one.plain for one in lines if any("error" in str(span.style) for span in one.spans)]
    assert all(one.startswith("    ≠ ") and "DIFFERS" in one for one in loud)
    return here.drive.text()


def test_the_panel_says_what_each_number_comes_to(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        text = await shown(here, "Fares rose by 12 percent.", "Fares rose by 14 percent.")
        assert "≠ 12 percent: the source has 14 percent, DIFFERS by -2 pp (-14.3 %)" in text
        text = await shown(here, "Fares rose by 9 percent.", "Fares rose by 9 percent.")
        assert "= 9 percent: the source has 9 percent, agrees" in text
        text = await shown(here, "Fares cost 1,000 euros.", "Fares cost 1,004 euros.")
        assert "≈ 1,000 euros: the source has 1,004 euros, within the desk's tolerance" in text
        text = await shown(here, "Fares rose by 3 percent.", "Fares rose by 3 percentage points.")
        assert "? 3 percent: the source has 3 percentage points, not comparable" in text
        assert "Other unit: percent against percentage points." in text
        text = await shown(here, "Some 40 ferries sank.", "Fares rose by 3 percent.")
        assert "– about 40 ferries sank: no such number in the source's words" in text
        text = await shown(here, "Fares rose by 5 percent.", "Fares rose by 7 percent.", confidential=True)
        assert "≠ 5 percent" in text

    at_the_desk(story, size=(200, 40))


def test_of_many_numbers_the_differences_come_first_and_the_rest_is_counted(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        goods = ("apples", "pears", "plums", "cherries", "lemons", "melons", "olives", "onions")
        claim = ", ".join(f"{number} {name}" for number, name in enumerate(goods, 20))
        source = ", ".join(f"{number + (name == 'onions')} {name}" for number, name in enumerate(goods, 20))
        text = await shown(here, f"The shop sold {claim}.", f"The shop sold {source}.")
        assert text.index("≠ 27 onions") < text.index("= 20 apples")
        (evidence,) = here.desk.claim(here.current).evidence
        assert evidence_lines(evidence)[-1].plain.strip() == "and 2 more numbers"

    at_the_desk(story, size=(200, 40))
