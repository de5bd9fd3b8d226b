"""What looking at a claim by the rules comes to, and how that is said."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims_db.rows import WaiverRow
from claims_db.vocabulary import LintLevel
from workbench.domain.dates import instant_words
from workbench.domain.lint.case import Case
from workbench.domain.lint.rule import Rule
from workbench.domain.lint.rules import BY_NAME, RULES


class LintLine(NamedTuple):
    """A rule that is not met: what it means at this desk, what is amiss, and why it is waived, if it is."""

    rule: str
    level: LintLevel
    found: tuple[str, ...]
    waiver: WaiverRow | None = None

    @property
    def blocks(self) -> bool:
        """Whether nobody can sign off because of it."""
        return self.level is LintLevel.BLOCK and self.waiver is None


class Linted(NamedTuple):
    """The rules that a claim does not meet, what blocks first."""

    claim: int
    lines: tuple[LintLine, ...]

    @property
    def blocking(self) -> tuple[str, ...]:
        """The names of the rules that block."""
        return tuple(line.rule for line in self.lines if line.blocks)


class RuleLevel(NamedTuple):
    """A rule, what it means at this desk, and what it asks for."""

    rule: str
    level: LintLevel
    explanation: str


def level_of(rule: Rule, levels: Mapping[str, LintLevel]) -> LintLevel:
    """Give what a rule means at a desk."""
    return levels.get(rule.name, rule.level)


def rule_levels(levels: Mapping[str, LintLevel]) -> tuple[RuleLevel, ...]:
    """Give all rules with what they mean at a desk."""
    return tuple(RuleLevel(rule.name, level_of(rule, levels), rule.explanation) for rule in RULES)


def look_through(case: Case, levels: Mapping[str, LintLevel], waivers: Sequence[WaiverRow]) -> Linted:
    """Look at a claim by every rule that is not off."""
    waived = {waiver.rule: waiver for waiver in waivers}
    lines = []
    for rule in RULES:
        level = level_of(rule, levels)
        found = () if level is LintLevel.OFF else tuple(rule.look(case))
        if found:
            lines.append(LintLine(rule.name, level, found, waived.get(rule.name)))
    return Linted(case.sheet.number, tuple(sorted(lines, key=_loudness)))


def level_words(line: LintLine) -> str:
    """Say in a word what a line means: it blocks, warns, or is waived."""
    return "waived" if line.waiver is not None else f"{line.level.value}s"


def waiver_words(waiver: WaiverRow) -> str:
    """Say which rule was waived, by whom and why."""
    when = f"{waiver.waived_by}, {instant_words(waiver.waived_at)}"
    return f"{waiver.rule}: {explanation_of(waiver.rule)} Waived by {when}: {waiver.reason}"


def explanation_of(rule: str) -> str:
    """Say what a rule asks for; of one that a newer version knows, its name alone."""
    known = BY_NAME.get(rule)
    return rule if known is None else known.explanation


def _loudness(line: LintLine) -> tuple[bool, bool]:
    return line.waiver is not None, not line.blocks
