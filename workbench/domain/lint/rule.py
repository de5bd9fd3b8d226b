"""What a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claims_db.vocabulary import LintLevel
from workbench.domain.lint.case import Case


@dataclass(frozen=True)
class Rule:
    """One thing that a desk asks of a verdict before it is signed off.

    Attributes:
        name: what people call it, such as ``one-source-only``.
        explanation: what it asks for and why, in one sentence.
        level: what it means that it is not met, as long as the desk says nothing else.
        look: gives a sentence for each thing that is amiss.
        waivable: whether a desk can do without it for a claim.

    """

    name: str
    explanation: str
    level: LintLevel
    look: Callable[[Case], Iterable[str]]
    waivable: bool = True
