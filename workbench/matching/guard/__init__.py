"""The guard: what tells the same claim from one that only looks like it."""

from workbench.matching.guard.differences import Difference, DifferenceKind, Stretch
from workbench.matching.guard.judgement import Judgement, Said, judge

__all__ = ["Difference", "DifferenceKind", "Judgement", "Said", "Stretch", "judge"]
