"""Who was brought in under a login is known by it, as well as by the name."""

import pytest

from tests.cli.conftest import Shell
from workbench.errors import ExitCode


@pytest.mark.parametrize("known_as", ["dora", "Dora Lind"])
def test_somebody_works_under_their_login_or_their_name(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, known_as: str
) -> None:
    assert shell("team", "add", "Dora Lind", "--login", "dora", "--role", "editor").code == ExitCode.OK
    monkeypatch.setenv("WORKBENCH_REVIEWER", known_as)
    assert shell("claim", "add", "The ferry sank three times.").code == ExitCode.OK
    assert shell("take", "C-1").code == ExitCode.OK
    assert "held by   Dora Lind" in shell("show", "C-1").out
    assert shell("team", "list").out.count("dora") == 1
