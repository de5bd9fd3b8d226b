"""Set beside each prior how near it is to a statement in what both mean, as an encoder has it."""

from collections.abc import Sequence

from workbench.domain.meaning import Encoder
from workbench.domain.priors import Offer
from workbench.matching.compared import LONGEST
from workbench.matching.features import Features


def with_meaning(found: Sequence[Features], said: str, offers: Sequence[Offer], encoder: Encoder) -> list[Features]:
    """Add to what statement and priors have in common how like their meaning is; a missing title is like nothing."""
    texts = [text[:LONGEST] for offer in offers for text in (offer.prior.claim, offer.prior.title)]
    likeness = encoder.likeness(said[:LONGEST], texts)
    return [
        one._replace(claim_meaning=claim, title_meaning=title, prior_meaning=max(claim, title))
        for one, claim, title in zip(found, likeness[::2], likeness[1::2], strict=True)
    ]
