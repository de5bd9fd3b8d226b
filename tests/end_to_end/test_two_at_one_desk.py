"""Two reviewers, each in a terminal of their own, at the same SQLite file at the same time."""

import re
from pathlib import Path

from tests.end_to_end.terminal import SUBMIT, Terminal, opened, started


def held(desk: Terminal) -> str:
    """Name the claim that the reviewer of this terminal holds, by what the list says; empty for none."""
    found = re.search(r"◆ (C-\d+) .* you, ", desk.text())
    return found[1] if found else ""


def go_to(desk: Terminal, claim: str) -> None:
    """Go to a claim by its row; the list shows all of them."""
    row = next(at for at, line in enumerate(desk.text().splitlines()) if re.search(rf"{claim} ", line))
    desk.press(f";{row - 2}G")


def test_neither_is_handed_the_others_claim_and_each_sees_what_the_other_does(desk_folder: Path) -> None:
    ana, ben = started(desk_folder, 120, 40), started(desk_folder, 120, 40, USER="ben")
    turns: list[tuple[str, str]] = []
    for desk in (ana, ben):
        desk.type("t")
    for desk in (ana, ben):
        desk.wait(lambda _, desk=desk: held(desk) != "")  # type: ignore[misc]
    for _ in range(3):
        mine = held(ana), held(ben)
        for desk in (ana, ben):
            desk.type("6why\x13")
        for desk, before in zip((ana, ben), mine, strict=True):
            desk.wait(lambda _, desk=desk, before=before: held(desk) not in {"", before})  # type: ignore[misc]
        turns.append(mine)
    for desk in (ana, ben):
        desk.wait("6 done")
    given = [claim for both in turns for claim in both]
    assert len(set(given)) == 6

    late, other = held(ben), held(ana)
    assert late not in {other, *given}
    ben.type("5")
    ben.wait(f"Verdict on {late}")
    ben.type("what ben found")
    ben.wait("what ben found")
    ana.settle()
    go_to(ana, late)
    ana.type("T")
    ana.wait(f"{late} is held by ben")
    ana.type("y")
    ana.wait("held by you")
    ana.wait("what ben found")
    ben.wait("ana took it over")
    ana.press("6")
    ana.wait(f"Verdict on {late}")
    ana.type("what ana found" + SUBMIT)
    ana.wait("7 done")
    ben.wait("7 done")
    ben.type(SUBMIT)
    ben.wait("− what ana found")
    ben.wait("+ what ben found")
    ben.type("d")
    ben.gone("+ what ben found")
    for desk in (ana, ben):
        desk.type("q")
        assert desk.end() == 0
    stored = opened(desk_folder, "ben")
    number = int(late.removeprefix("C-"))
    assert [(one.reviewer, one.rationale) for one in stored.claim(number).verdicts] == [("ana", "what ana found")]
    (draft,) = stored.drafts()
    assert "what ben found" in draft.body
    stored.close()
