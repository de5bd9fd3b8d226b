"""The article that the demo takes in, written for this project."""

from importlib.resources import files
from importlib.resources.abc import Traversable

PUBLISHED = "2021-11-23"
"""The day the sample article is dated."""

OUTLET = "Workbench sample"
"""Who the sample article is by: nobody but this project."""


def article() -> Traversable:
    """Give the sample article's text file."""
    return files(__name__) / "article.txt"
