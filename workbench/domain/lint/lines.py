"""What lint found, in lines for people: the same in the shell and in the terminal desk."""

from collections.abc import Iterator

from workbench.domain.lint.outcome import Linted, LintLine, level_words
from workbench.domain.references import claim_reference


def lint_lines(linted: Linted) -> Iterator[tuple[int, str]]:
    """Give lines, each with how deep below the one before it stands."""
    name = claim_reference(linted.claim)
    if not linted.lines:
        yield 0, f"{name} meets every rule."
        return
    yield 0, f"{name}: {summary_words(linted)}"
    for line in linted.lines:
        yield 1, line_words(line)
        if line.waiver is not None:
            yield 2, waiver_words(line)


def line_words(line: LintLine) -> str:
    """Say in one line what a rule found, such as ``blocks  open-comments: Comment 1 by ben is not dealt with.``."""
    return f"{level_words(line):<6}  {line.rule}: {' '.join(line.found)}"


def waiver_words(line: LintLine) -> str:
    """Say who waived a rule, and why; empty where nobody did."""
    return "" if line.waiver is None else f"Waived by {line.waiver.waived_by}: {line.waiver.reason}"


def summary_words(linted: Linted) -> str:
    """Say in a few words what stands against signing off."""
    blocking = len(linted.blocking)
    waived = sum(line.waiver is not None for line in linted.lines)
    warning = len(linted.lines) - blocking - waived
    counts = ((blocking, "blocks", "block"), (warning, "warns", "warn"), (waived, "is waived", "are waived"))
    told = [f"{count} rule {one}" if count == 1 else f"{count} rules {many}" for count, one, many in counts if count]
    return ", ".join(told) or "every rule is met"


def counted_words(looked: int, blocked: int) -> str:
    """Say how many claims were looked at, and how many can't be signed off."""
    looks = f"{looked:,} claim{'' if looked == 1 else 's'} looked at"
    return f"{looks}; {blocked:,} can't be signed off." if blocked else f"{looks}; none is blocked."
