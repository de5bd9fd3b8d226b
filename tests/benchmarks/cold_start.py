"""What it costs to start: ``workbench version`` beside a bare interpreter, the first paint beside a minimal Textual app.

Usage: python tests/benchmarks/cold_start.py
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import child_cpu

MINIMAL = """
import asyncio
from textual.app import App
from textual.widgets import Footer, Static
class Minimal(App[None]):
    def compose(self):
        yield Static("x")
        yield Footer()
async def main():
    async with Minimal().run_test(size=(120, 40)) as pilot:
        await pilot.pause()
asyncio.run(main())
"""

FIRST_PAINT = """
import asyncio, pathlib, sys, threading
from workbench.tui.app import WorkbenchApp
asked = threading.Event()
def never():
    asked.wait()
    raise SystemExit
async def main():
    app = WorkbenchApp(never, exports=pathlib.Path("."), log=pathlib.Path("."))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        heavy = {"sqlmodel", "sqlalchemy", "alembic", "requests", "thefuzz"} & set(sys.modules)
        assert not heavy, heavy
asyncio.run(main())
import os; os._exit(0)
"""


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        minimal, ours = Path(folder) / "minimal.py", Path(folder) / "ours.py"
        minimal.write_text(MINIMAL)
        ours.write_text(f"import sys; sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r})\n{FIRST_PAINT}")
        bare, version = child_cpu(["-c", "pass"]), child_cpu(["-m", "workbench", "version"])
        floor, paint = child_cpu([str(minimal)]), child_cpu([str(ours)])
    print(f"bare interpreter        {bare:7.0f} CPU ms")
    print(f"workbench version       {version:7.0f} CPU ms   {version - bare:+.0f} over bare")
    print(f"minimal Textual app     {floor:7.0f} CPU ms")
    print(f"first paint of the desk {paint:7.0f} CPU ms   {paint / floor:.2f} x minimal, no ORM imported")


if __name__ == "__main__":
    main()
