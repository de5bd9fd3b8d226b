"""``workbench version``."""

from workbench import __version__
from workbench.cli.options import plain_app
from workbench.cli.output import write_line

app = plain_app()


@app.command()
def version() -> None:
    """Print the version."""
    write_line(f"claim-workbench {__version__}")
