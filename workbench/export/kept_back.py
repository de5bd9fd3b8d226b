"""A finding as it went out, without what names sources that became confidential since."""

from dataclasses import replace

from workbench.export.finding import CitedSource, Finding, Piece


def names_any(finding: Finding, confidential: frozenset[str]) -> bool:
    """Say whether a finding names one of these sources, by their ids."""
    return any(one.id in confidential for one in finding.sources)


def without_names(finding: Finding, confidential: frozenset[str]) -> Finding:
    """Give a finding in which these sources are only counted, and of their evidence is told no more than of theirs."""
    hidden = {one.number for one in finding.sources if one.id in confidential}
    if not hidden:
        return finding
    return replace(
        finding,
        sources=tuple(
            CitedSource(one.number, "", confidential=True) if one.number in hidden else one for one in finding.sources
        ),
        evidence=tuple(_bare(one) if one.source in hidden else one for one in finding.evidence),
    )


def _bare(piece: Piece) -> Piece:
    return Piece(
        piece.reference, piece.id, piece.form, piece.stance, piece.attached_by, piece.attached_at, piece.source
    )
