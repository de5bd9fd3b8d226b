"""The rating scales of a desk: which there are, which one it rates on; no verdict is ever rewritten for it."""

from collections.abc import Sequence

from claims_db import views
from claims_db.errors import Conflict, NotFound
from claims_db.rows import ScaleRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, Role
from workbench.desk.permission import require
from workbench.desk.workplace import Workplace
from workbench.domain.scales import KnownScale, ScaleStanding, faults_of, standing_of
from workbench.domain.shipped_scales import SHIPPED
from workbench.domain.text import printable
from workbench.errors import BadInput


def known(place: Workplace) -> tuple[KnownScale, ...]:
    """List the scales of the desk, the one in use first, and then those that ship and were not added."""
    with place.read() as connection:
        kept = views.scales(connection)
    found = [KnownScale(*one.scale, standing_of(one)) for one in kept]
    found += [KnownScale(*scale, ScaleStanding.SHIPPED) for scale in SHIPPED.values()]
    first = {one.slug: one for one in reversed(found)}
    order = list(ScaleStanding)
    return tuple(sorted(first.values(), key=lambda one: (order.index(one.standing), one.slug)))


def named(place: Workplace, slug: str) -> KnownScale:
    """Give a scale of the desk, or one that ships."""
    scales = known(place)
    found = next((one for one in scales if one.slug == slug), None)
    if found is None:
        raise NotFound(f"There is no scale {printable(slug)}.", f"One of: {', '.join(one.slug for one in scales)}.")
    return found


def add(place: Workplace, scale: ScaleRow) -> KnownScale:
    """Add a scale; one that was retired comes back, if it is the same."""
    for fault in faults_of(scale):
        raise BadInput(f"This is no scale: {fault.told}.", "'workbench scale show desk --toml' shows a whole scale.")
    with place.read() as connection:
        kept = next((one for one in views.scales(connection) if one.scale.slug == scale.slug), None)
    with place.work(Action.SCALE_ADDED) as work:
        require(work, Role.EDITOR, "add a scale")
        if kept is None:
            work.scales.add(scale)
        elif kept.scale != scale:
            raise Conflict(
                f"The desk has another scale {scale.slug}, and the ratings of a scale never change.",
                "Give this one a slug of its own.",
            )
        elif not kept.retired:
            raise Conflict(f"The desk has the scale {scale.slug} already.", f"'workbench scale use {scale.slug}'.")
        else:
            work.scales.bring_back(scale.slug)
    return named(place, scale.slug)


def use(place: Workplace, slug: str, second: Sequence[str] | None = None) -> KnownScale:
    """Rate on a scale from now on; ``second`` are its ratings that need a second verdict, where others did before."""
    found = named(place, slug)
    if found.standing is ScaleStanding.SHIPPED:
        raise NotFound(f"The desk has no scale {slug} yet.", f"'workbench scale add {slug}' adds it.")
    with place.work(Action.SCALE_CHOSEN) as work:
        require(work, Role.EDITOR, "choose the scale")
        work.scales.choose(slug)
        _carry_second_review(work, found, second)
    return named(place, slug)


def retire(place: Workplace, slug: str) -> KnownScale:
    """Let nobody choose a scale any more."""
    with place.work(Action.SCALE_RETIRED) as work:
        require(work, Role.EDITOR, "retire a scale")
        work.scales.retire(slug)
    return named(place, slug)


def _carry_second_review(work: UnitOfWork, scale: KnownScale, second: Sequence[str] | None) -> None:
    """Let the rule of second review name ratings of the new scale: what nobody decided would let verdicts pass."""
    rule, slugs = work.people.rule(), [rating.slug for rating in scale.ratings]
    wanted = rule.ratings if second is None else tuple(dict.fromkeys(second))
    missing = [one for one in wanted if one not in slugs]
    if missing:
        who = "The rule of second review names" if second is None else "You name"
        raise BadInput(
            f"{who} {', '.join(map(printable, missing))}, which the scale {scale.slug} does not have.",
            f"Say which of these need a second verdict (--second), or that none does (--no-second): {', '.join(slugs)}.",
        )
    work.people.set_rule(rule._replace(ratings=wanted))
