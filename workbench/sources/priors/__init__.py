"""Prior checks of other desks: ClaimReview in feeds, in pages and in tables."""
