"""The templates of reports that ship, by name: who only offers them need not know how they are rendered."""

LONG = "long"
"""The one that findings are written with where nobody names another."""

SHIPPED = ("box", "assessment", LONG)
"""A short box; claim, assessment and facts; the long form that says how it was checked."""

SHIPPED_PAGE = "page"
"""The one that puts several findings on one page."""
