"""Settings come from a file, the environment and the command line, in this order."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import BadSetting, ExitCode
from workbench.settings import load_settings

AGE_KEY = "age1dc28u209fvxfmj34y2mu3qtxw7fmpzszc4gap5a4s9t4mluwhuusa6rwcj"
SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJb0d0u1mG0b7b1cVh1Ub1mJH5l9sDk0o1o7o0o1o2o3"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"WORKBENCH_HOME": str(tmp_path), "USER": "ada"}


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_has_to_be_set(environ: dict[str, str], tmp_path: Path) -> None:
    found = load_settings(environ)
    assert found.database == str(tmp_path / "desk.sqlite3")
    assert found.reviewer == "ada"
    assert found.exports == Path("exports")
    assert found.lease_minutes == 30
    assert not found.parser
    assert not found.model.endpoint
    assert (found.wayback, found.perma, found.timestamps) == ("", "", "")


def test_each_place_overrules_the_one_before(environ: dict[str, str], tmp_path: Path) -> None:
    write(tmp_path, 'database = "file.db"\nreviewer = "file"\n')
    assert load_settings(environ).database == str(tmp_path / "file.db")
    environ |= {"WORKBENCH_DATABASE": "environment.db", "WORKBENCH_REVIEWER": "1984"}
    assert load_settings(environ).database == "environment.db"
    assert load_settings(environ).reviewer == "1984"
    assert load_settings(environ, database="postgresql://desk").database == "postgresql://desk"


def test_a_file_sets_everything(environ: dict[str, str], tmp_path: Path) -> None:
    write(
        tmp_path,
        'database = "sqlite:///x.db"\nexports = "~/reports"\ntheme = "night"\neditor = "ed"\nlease_minutes = 5\n'
        'parser = "en_core_web_lg"\n'
        'wayback = "https://web.archive.org/"\nperma = "https://api.perma.cc"\nperma_folder = 42\n'
        'timestamps = "http://tsa.example.org/tsr"\ntimestamp_roots = "~/roots.pem"\n'
        f'seal = "age"\nseal_to = ["{AGE_KEY}", "{SSH_KEY} ana"]\nseal_identity = "~/key.txt"\n'
        '[keys]\nundo = "z"\ntake-next = "n"\n'
        '[model]\nendpoint = "http://127.0.0.1:8080/v1"\nname = "tiny"\n',
    )
    found = load_settings(environ)
    assert found.database == "sqlite:///x.db"
    assert found.exports == Path.home() / "reports"
    assert (found.theme, found.editor, found.lease_minutes) == ("night", "ed", 5)
    assert found.parser == "en_core_web_lg"
    assert (found.wayback, found.perma, found.perma_folder) == ("https://web.archive.org", "https://api.perma.cc", "42")
    assert (found.timestamps, found.timestamp_roots) == ("http://tsa.example.org/tsr", str(Path.home() / "roots.pem"))
    assert (found.seal, found.seal_to) == ("age", f"{AGE_KEY}, {SSH_KEY} ana")
    assert found.seal_identity == str(Path.home() / "key.txt")
    assert found.keys == (("take-next", "n"), ("undo", "z"))
    assert (found.model.endpoint, found.model.name) == ("http://127.0.0.1:8080/v1", "tiny")


def test_the_editor_is_the_one_of_the_shell(environ: dict[str, str]) -> None:
    assert load_settings(environ | {"EDITOR": "vi"}).editor == "vi"
    assert load_settings(environ | {"EDITOR": "vi", "VISUAL": "emacs"}).editor == "emacs"


@pytest.mark.parametrize(
    ("text", "named", "hint"),
    [
        ('reveiwer = "x"\n', "reveiwer", "reviewer"),
        ("colour = 1\n", "colour", "Known keys"),
        ("lease_minutes = 0\n", "lease_minutes", "30"),
        ("lease_minutes = true\n", "lease_minutes", "30"),
        ("theme = []\n", "theme", "quotation marks"),
        ('parser = ""\n', "parser", "quotation marks"),
        ('exports = ""\n', "exports", "quotation marks"),
        ("[keys]\nundo = 5\n", "'keys': 'undo' has no key", "[keys]"),
        ('[keys]\nundo = ""\n', "'keys': 'undo' has no key", "[keys]"),
        ('keys = "u"\n', "keys", "[keys]"),
        ('model = "tiny"\n', "model", "[model]"),
        ('[model]\nname = "tiny"\n', "model", "endpoint"),
        ('[model]\nendpoint = "http://h"\nname = "x"\nkey = "secret"\n', "model", "[model]"),
        ('[model]\nendpoint = "http://h"\nname = "a\\nb"\n', "model", "[model]"),
        ('wayback = "web.archive.org"\n', "wayback", "https://web.archive.org"),
        ('perma = "https://key@api.perma.cc"\n', "perma", "environment"),
        ('timestamps = "https://h/x?key=1"\n', "timestamps", "environment"),
        ('seal = "/usr/bin/age"\n', "seal", "gpg"),
        ('seal_to = "age1 --decrypt"\n', "seal_to", "age1…"),
        ('seal_to = ["ana@desk.example"]\n', "seal_to", "ssh-ed25519"),
        ('seal_to = ["DEADBEEF"]\n', "seal_to", "0123456789ABCDEF"),
        ("seal_to = []\n", "seal_to", "age1…"),
        ("seal_to = [5]\n", "seal_to", "age1…"),
        ("reviewer =\n", "can't be read", "Mend it"),
    ],
)
def test_a_bad_setting_names_file_and_key(
    environ: dict[str, str], tmp_path: Path, text: str, named: str, hint: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(BadSetting) as caught:
        load_settings(environ)
    assert str(path) in caught.value.message
    assert named in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_bad_variable_is_named(environ: dict[str, str]) -> None:
    with pytest.raises(BadSetting, match="WORKBENCH_LEASE_MINUTES"):
        load_settings(environ | {"WORKBENCH_LEASE_MINUTES": "soon"})
    with pytest.raises(BadSetting, match="WORKBENCH_REVEIWER") as caught:
        load_settings(environ | {"WORKBENCH_REVEIWER": "x"})
    assert "reviewer" in caught.value.hint
    keys = f"{AGE_KEY},{SSH_KEY}"
    assert load_settings(environ | {"WORKBENCH_SEAL_TO": keys}).seal_to == f"{AGE_KEY}, {SSH_KEY}"
    load_settings(environ | {"WORKBENCH_WAYBACK_KEY": "a:b", "WORKBENCH_PERMA_KEY": "c", "WORKBENCH_MODEL_KEY": "d"})
    load_settings(environ | {"WORKBENCH_SOMETHING_OF_ANOTHER_PROGRAM": "x"})


def test_a_file_that_is_not_text_is_named(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadSetting, match=r"settings\.toml"):
        load_settings(environ)


def test_settings_load_without_anything_heavy() -> None:
    program = "import sys, workbench.settings; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "platformdirs", "sqlalchemy", "typer", "textual"} & set(loaded)
