"""Settings that the terminal desk can't use are refused at its start, with the nearest name."""

from pathlib import Path

import pytest

from workbench.errors import BadSetting
from workbench.tui.app import WorkbenchApp


@pytest.mark.parametrize(
    ("theme", "keys", "hint"),
    [("drakula", (), "dracula"), ("no such", (), "textual-dark"), ("nord", (("take-nxt", "n"),), "take-next")],
)
def test_what_is_not_there_is_refused(theme: str, keys: tuple[tuple[str, str], ...], hint: str) -> None:
    with pytest.raises(BadSetting) as refused:
        WorkbenchApp(lambda: None, exports=Path(), log=Path(), theme=theme, keys=keys)  # type: ignore[arg-type, return-value]
    assert hint in refused.value.hint


def test_a_theme_that_is_there_is_worn() -> None:
    app = WorkbenchApp(lambda: None, exports=Path(), log=Path(), theme="nord")  # type: ignore[arg-type, return-value]
    assert app.theme == "nord"
