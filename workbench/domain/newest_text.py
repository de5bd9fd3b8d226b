"""Say of a claim whose words left their article that they did, and in which other articles it stands."""

from claims_db.rows import ClaimSheet
from workbench.domain.references import article_reference


def also_in(sheet: ClaimSheet) -> tuple[str, ...]:
    """Name the articles in which a claim stands beside the one in which it was met first, each with its title."""
    titles = {one.article: one.article_title for one in sheet.appearances[1:] if one.article is not None}
    first = sheet.appearances[0].article if sheet.appearances else None
    return tuple(f"{article_reference(number)} {title}" for number, title in titles.items() if number != first)


def words_that_left(sheet: ClaimSheet) -> tuple[str, ...]:
    """Say, in a sentence for each article, that a claim's words are not in its newest text any more."""
    stands: dict[int, tuple[int, int]] = {}
    for place in sheet.appearances:
        if place.article is not None and place.revision is not None and place.newest is not None:
            last, _ = stands.get(place.article, (0, 0))
            stands[place.article] = (max(last, place.revision), place.newest)
    return tuple(
        f"Its words are not in the newest text of {article_reference(article)} (revision {newest}); "
        f"they were last in revision {last}."
        for article, (last, newest) in stands.items()
        if last < newest
    )
