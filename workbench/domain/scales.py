"""The rating scale a new desk starts with.

The ratings, their numbers and the AVeriTeC labels follow the five-point scale of the ClaimReview
documentation (1 False to 5 True) and the four labels of the AVeriTeC data set. A rating that is no
point between false and true has no number.
"""

from claims_db.rows import RatingRow, ScaleRow

SUPPORTED = "Supported"
REFUTED = "Refuted"
MIXED = "Conflicting Evidence/Cherrypicking"
OPEN = "Not Enough Evidence"
"""The four labels of AVeriTeC, to one of which every rating leads."""

DEFAULT_SCALE = ScaleRow(
    "desk",
    "Desk scale",
    (
        RatingRow("true", "True", "Accurate, and nothing that matters is left out.", 5, SUPPORTED),
        RatingRow("mostly_true", "Mostly true", "Accurate in substance; needs a detail or a context.", 4, SUPPORTED),
        RatingRow("half_true", "Half true", "Partly accurate; leaves out or bends something that matters.", 3, MIXED),
        RatingRow("misleading", "Misleading", "The words may hold, the impression they give does not.", 2, MIXED),
        RatingRow("mostly_false", "Mostly false", "A grain of truth in a statement that is wrong.", 2, REFUTED),
        RatingRow("false", "False", "Not accurate.", 1, REFUTED),
        RatingRow("conflicting", "Conflicting evidence", "Good sources contradict each other.", None, MIXED),
        RatingRow("unproven", "Unproven", "The evidence found is not enough to tell.", None, OPEN),
        RatingRow("outdated", "Outdated", "Was so at an earlier date and no longer is.", None, REFUTED),
    ),
)
