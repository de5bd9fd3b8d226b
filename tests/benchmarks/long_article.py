"""A long article as a whole: the cursor in it, and its first words taken in, which loads the parser beside the app.

Usage: python tests/benchmarks/long_article.py [CHARACTERS]
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.extraction_rate import SIZE, articles
from tests.benchmarks.list_scale import opened
from tests.benchmarks.loop_watch import LoopWatch
from tests.benchmarks.measuring import Figure, show
from tests.tui.driving import Drive
from workbench.desk import proposing
from workbench.desk.entries import ArticleEntry
from workbench.extraction.candidate import Extraction
from workbench.settings import Settings, load_settings
from workbench.tui.app import WorkbenchApp


def take_in(settings: Settings, characters: int, path: Path) -> None:
    """Store an article of this length with no claims; finding them is measured elsewhere."""
    path.write_text("\n\n".join(articles(characters // SIZE + 1))[:characters])
    desk = opened(settings)
    with mock.patch.object(proposing, "find_candidates", return_value=Extraction((), (), "en")):
        desk.add_article(ArticleEntry(str(path)))
    desk.close()


async def measure(settings: Settings) -> list[Figure]:
    """Move in the article, and take words in."""
    figures = []
    app = WorkbenchApp(lambda: opened(settings), exports=Path(), log=Path())
    async with app.run_test(size=(120, 40)) as pilot:
        drive = Drive(app, pilot)
        await drive.settle()
        await drive.press("r")
        await drive.press("enter")
        async with LoopWatch() as watch:
            for key in "jkl":
                spent = []
                for _ in range(30):
                    began = time.process_time()
                    await pilot.press(key)
                    await pilot.pause()
                    spent.append((time.process_time() - began) * 1_000)
                figures.append(Figure(f"key {key} in the article", "<= 12", f"{statistics.median(spent):.1f} CPU ms"))
        async with LoopWatch() as watch:
            began = time.perf_counter()
            await pilot.press("c")
            while app.worker.busy:
                await pilot.pause(0.02)
            took = time.perf_counter() - began
        figures.append(Figure("the first words taken in, parser loaded", "-", f"{took * 1_000:,.0f} ms"))
        figures.append(
            Figure("  longest frame meanwhile", "<= 50", f"{watch.wall:.0f} ms, {watch.cpu:.0f} of them CPU")
        )
    await asyncio.to_thread(app.worker.stop)
    return figures


def main() -> None:
    """Print the figures."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        take_in(settings, characters, Path(folder) / "long.txt")
        show(f"An article of {characters:,} characters", asyncio.run(measure(settings)))


if __name__ == "__main__":
    main()
