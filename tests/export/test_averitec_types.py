"""Each claim gets the types by which AVeriTeC would have it checked."""

import pytest

from claims_db.vocabulary import ClaimKind
from workbench.export.averitec import AveritecType, averitec_types

POSITION, NUMERICAL, EVENT = AveritecType.POSITION, AveritecType.NUMERICAL, AveritecType.EVENT
QUOTE, CAUSAL = AveritecType.QUOTE, AveritecType.CAUSAL


@pytest.mark.parametrize(
    ("kind", "words", "numbers", "types", "why"),
    [
        (ClaimKind.QUANTITY, "The spill killed 11,000 fish.", True, (NUMERICAL,), "the number is what is checked"),
        (ClaimKind.COMPARISON, "It costs more than the old one.", False, (NUMERICAL,), "two sizes are compared"),
        (ClaimKind.TREND, "Spending had risen every year.", False, (NUMERICAL,), "a trend is one of numbers"),
        (ClaimKind.SUPERLATIVE, "It was the first visit.", False, (EVENT,), "being first is no size"),
        (ClaimKind.SUPERLATIVE, "It was the largest fine ever.", False, (NUMERICAL, EVENT), "being largest is one"),
        (ClaimKind.EVENT, "The harbour was deepened.", False, (EVENT,), "something happened"),
        (ClaimKind.EVENT, "Two frigates docked in May.", True, (NUMERICAL, EVENT), "it happened, and with so many"),
        (ClaimKind.CAUSAL, "The leak came from a cracked tank.", False, (CAUSAL,), "one thing brought the other"),
        (ClaimKind.CAUSAL, "Smoke caused 9 deaths.", True, (NUMERICAL, CAUSAL), "how many, and what of"),
        (ClaimKind.QUOTATION, "Ann Roe said it 'may end'.", False, (QUOTE,), "did she say so?"),
        (ClaimKind.QUOTATION, "Roe said he 'rejected' it.", False, (POSITION, QUOTE), "what he stands for, as told"),
        (ClaimKind.PREDICTION, "The firm will open a plant.", False, (EVENT,), "the plan is a property of the firm"),
        (ClaimKind.RULE, "The law bans diesel cars.", False, (EVENT,), "what a law says is a property of it"),
        (ClaimKind.OTHER, "The lake is salty.", False, (EVENT,), "a property"),
        (ClaimKind.OTHER, "The senator opposes the treaty.", False, (POSITION, EVENT), "where somebody stands"),
    ],
)
def test_a_claim_is_of_the_types_that_it_is_checked_by(
    kind: ClaimKind, words: str, numbers: bool, types: tuple[AveritecType, ...], why: str
) -> None:
    assert averitec_types(kind, words, numbers=numbers) == types, why


@pytest.mark.parametrize("kind", ClaimKind)
def test_every_kind_has_a_type(kind: ClaimKind) -> None:
    assert averitec_types(kind, "", numbers=False)


def test_types_are_spelt_as_in_the_files_of_averitec() -> None:
    assert [str(one) for one in AveritecType] == [
        "Position Statement",
        "Numerical Claim",
        "Event/Property Claim",
        "Quote Verification",
        "Causal Claim",
    ]
