"""Programs that tests start but that no Python package brings.

They have to be installed where ``TESTS_NEED_PROGRAMS`` is set, so that nothing is passed over there; elsewhere the tests that need a missing one are skipped.
"""

import os
import shutil

import pytest


def skip_or_fail(missing: str) -> None:
    """Skip a test for want of a program, or fail where none may be skipped."""
    assert not os.environ.get("TESTS_NEED_PROGRAMS"), f"{missing}, and its tests must not be skipped here"
    pytest.skip(missing)


def needs(*programs: str) -> None:
    """See that programs are there before a test starts them."""
    for program in programs:
        if shutil.which(program) is None:
            skip_or_fail(f"{program} is not installed")


def must_have(program: str) -> None:
    """See that a program is there that no test may do without."""
    assert shutil.which(program), f"{program} is not installed: apt-get install {program}"
