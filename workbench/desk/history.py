"""Undo and redo of one's own effects."""

from claims_db.repositories.effects import Effect
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action
from workbench.desk.edit_checks import CHECKS
from workbench.desk.entries import Undone
from workbench.desk.unpaused import unpaused
from workbench.desk.workplace import Workplace
from workbench.errors import Refused

_WORDS = {
    Action.CLAIM_TAKEN_IN: "the taking in",
    Action.VERDICT_RECORDED: "the verdict",
    Action.CLAIM_SKIPPED: "the skip",
    Action.CORRECTION_ANSWERED: "what came of a request for a correction",
    Action.CORRECTION_ASKED: "the request for a correction",
    Action.EVIDENCE_ATTACHED: "the attached evidence",
    Action.EVIDENCE_DETACHED: "the detached evidence",
    Action.CLAIM_QUEUED: "the change of queues",
    Action.CLAIM_MOVED: "the move",
    Action.CLAIM_ASSIGNED: "the assignment",
    Action.CLAIM_POSTPONED: "the postponement",
    Action.CLAIM_EDITED: "the marks",
    Action.CLAIM_TAGGED: "the change of tags",
    Action.CLAIM_RESTATED: "the new statement",
    Action.CLAIM_REATTRIBUTED: "the new claimer",
    Action.CLAIM_SPAN_CHANGED: "the new span",
    Action.CLAIM_RECHECK_SET: "the change of the recheck date",
    Action.CLAIM_SPLIT: "the split",
    Action.CLAIM_LINKED: "the linking",
    Action.CLAIM_MARKED_DUPLICATE: "the mark as a duplicate",
    Action.CLAIM_RETURNED: "the return",
    Action.CLAIM_REOPENED: "the reopening",
    Action.COMMENT_WRITTEN: "the comment",
    Action.COMMENT_RESOLVED: "the resolved comment",
    Action.FINDING_SIGNED_OFF: "the sign-off",
    Action.MATCH_DECIDED: "the decision on a match",
    Action.MEDIA_ADDED: "the new media",
    Action.MEDIA_CHANGED: "what was said of media",
    Action.MEDIA_REMOVED: "the removal of media",
    Action.PARTY_REMOVED: "the removal of a claimer's party",
    Action.PARTY_SET: "the party of a claimer",
    Action.QUEUE_ADDED: "the new queue",
    Action.QUEUE_CHANGED: "the change of a queue's rules",
    Action.QUEUE_REMOVED: "the removal of a queue",
    Action.REPLY_ANSWERED: "the answer that was written down",
    Action.REPLY_ASKED: "the request for a reply",
    Action.RULES_CHANGED: "the change of the desk's rules",
    Action.RULE_WAIVED: "the waiver",
    Action.SCALE_ADDED: "the new scale",
    Action.SCALE_CHOSEN: "the choice of a scale",
    Action.SCALE_RETIRED: "the retirement of a scale",
    Action.SEARCH_KEPT: "the keeping of a search",
    Action.SEARCH_LOGGED: "the line of the search log",
    Action.SEARCH_REMOVED: "the removal of a search",
    Action.SOURCE_DESCRIBED: "what was said of a source",
}


_LASTING = {
    Action.ARTICLE_REFETCHED: "an article's new text",
    Action.ARTICLE_TAKEN_IN: "an article that was taken in",
    Action.EVIDENCE_RECHECKED: "a look at sources",
    Action.FINDING_CORRECTED: "a correction",
    Action.FINDING_PUBLISHED: "a publication",
    Action.FINDING_WITHDRAWN: "a withdrawal",
    Action.PRIORS_IMPORTED: "an import of prior checks",
    Action.SOURCE_ERASED: "an erased source",
    Action.SOURCE_MADE_CONFIDENTIAL: "a source that was made confidential",
    Action.WITNESS_ASKED: "a request to an archive",
}

_OF_MANY = frozenset(
    {
        Action.CLAIM_SKIPPED,
        Action.CLAIM_QUEUED,
        Action.CLAIM_ASSIGNED,
        Action.CLAIM_POSTPONED,
        Action.CLAIM_EDITED,
        Action.CLAIM_TAGGED,
        Action.CLAIM_LINKED,
        Action.CLAIM_MARKED_DUPLICATE,
        Action.FINDING_SIGNED_OFF,
    }
)
"""The actions that are taken on many claims in one step."""


def undo(place: Workplace) -> Undone:
    """Take back the latest effect that still stands."""
    with unpaused(), place.work(Action.UNDONE) as work:
        effect = work.history.to_undo()
        if effect is None:
            raise Refused("There is nothing to take back.", "Undo takes back what you did yourself at this desk.")
        _check_words(work, effect)
        lasting = work.history.done_since(effect.group)
        work.reverses = effect.group
        work.history.undo(effect.group)
    stays = f" What you did since stays: {_LASTING[lasting]} can't be taken back." if lasting is not None else ""
    return Undone(f"Took back {_words(effect)}.{stays}", effect.claim)


def redo(place: Workplace) -> Undone:
    """Do again what was taken back last."""
    with unpaused(), place.work(Action.REDONE) as work:
        effect = work.history.to_redo()
        if effect is None:
            raise Refused("There is nothing to do again.", "Redo follows an undo, as long as nothing new was done.")
        _check_words(work, effect)
        work.reverses = effect.group
        work.history.redo(effect.group)
        effect = work.history.effect(effect.group)
    return Undone(f"Did again: {_words(effect)}.", effect.claim)


def _check_words(work: UnitOfWork, effect: Effect) -> None:
    """See that the words of a claim may be brought back: who may not edit them any more may not undo an edit either."""
    if effect.action in CHECKS and effect.claim is not None:
        CHECKS[effect.action](work, effect.claim, None)
    elif effect.action is Action.CLAIM_MARKED_DUPLICATE:
        for number in effect.claims:
            work.leases.check(number, None)


def _words(effect: Effect) -> str:
    link = "of" if effect.action is Action.CLAIM_TAKEN_IN else "on"
    where = f" {link} C-{effect.claim}" if effect.claim is not None else ""
    if effect.action in _OF_MANY and len(effect.claims) > 1:
        where = f" on {len(effect.claims):,} claims"
    return f"{_WORDS[effect.action]}{where}"
