"""Scales that others rate on, to add by their slugs; the definitions are in our own words.

Sources: PolitiFact, "The Principles of the Truth-O-Meter"; The Washington Post, "About The Fact Checker";
Google's documentation of ClaimReview (1 False to 5 True); M. Schlichtkrull and others, AVeriTeC (2023). What AVeriTeC
label a rating of another scale leads to, and the numbers of the Pinocchios, are the choice of this program.
"""

from types import MappingProxyType

from claims_db.rows import RatingRow, ScaleRow
from workbench.domain.scales import MIXED, OPEN, REFUTED, SUPPORTED

_POLITIFACT = ScaleRow(
    "politifact",
    "PolitiFact Truth-O-Meter",
    (
        RatingRow("true", "True", "Accurate, with nothing that matters left out.", 5, SUPPORTED),
        RatingRow("mostly_true", "Mostly True", "Accurate, but needs to be explained or completed.", 4, SUPPORTED),
        RatingRow("half_true", "Half True", "Accurate in part; details are left out or torn from context.", 3, MIXED),
        RatingRow("mostly_false", "Mostly False", "Some truth in it, but what would change it is ignored.", 2, REFUTED),
        RatingRow("false", "False", "Not accurate.", 1, REFUTED),
        RatingRow("pants_on_fire", "Pants on Fire", "Not accurate, and a ridiculous thing to say.", 1, REFUTED),
    ),
)
_PINOCCHIO = ScaleRow(
    "pinocchio",
    "Washington Post Pinocchios",
    (
        RatingRow("geppetto_checkmark", "Geppetto Checkmark", "The truth, and nothing but.", 5, SUPPORTED),
        RatingRow("one", "One Pinocchio", "Mostly true; facts are shaded or chosen.", 4, SUPPORTED),
        RatingRow("two", "Two Pinocchios", "Half true; much is left out or exaggerated.", 3, MIXED),
        RatingRow("three", "Three Pinocchios", "Mostly false; errors of fact or plain contradictions.", 2, REFUTED),
        RatingRow("four", "Four Pinocchios", "A falsehood altogether.", 1, REFUTED),
        RatingRow("upside_down", "Upside-Down Pinocchio", "A change of position that is not admitted.", None, ""),
        RatingRow(
            "bottomless",
            "Bottomless Pinocchio",
            "Rated with three or four Pinocchios, and repeated at least twenty times all the same.",
            None,
            REFUTED,
        ),
    ),
)
_FIVE = ScaleRow(
    "five",
    "ClaimReview five points",
    (
        RatingRow("true", "True", "Accurate.", 5, SUPPORTED),
        RatingRow("mostly_true", "Mostly true", "Accurate in what matters most.", 4, SUPPORTED),
        RatingRow("half_true", "Half true", "As much accurate as not.", 3, MIXED),
        RatingRow("mostly_false", "Mostly false", "Not accurate in what matters most.", 2, REFUTED),
        RatingRow("false", "False", "Not accurate.", 1, REFUTED),
    ),
)
_AVERITEC = ScaleRow(
    "averitec",
    "AVeriTeC labels",
    (
        RatingRow("supported", SUPPORTED, "The evidence supports the claim.", 5, SUPPORTED),
        RatingRow("refuted", REFUTED, "The evidence refutes the claim.", 1, REFUTED),
        RatingRow("not_enough", OPEN, "The evidence that was found is not enough to tell.", None, OPEN),
        RatingRow(
            "conflicting",
            MIXED,
            "Good evidence on both sides, or true words that mislead by their choice.",
            None,
            MIXED,
        ),
    ),
)

SHIPPED = MappingProxyType({scale.slug: scale for scale in (_POLITIFACT, _PINOCCHIO, _FIVE, _AVERITEC)})
"""The scales that come with the program, by their slugs."""
