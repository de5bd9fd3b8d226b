"""The program's door."""

import os
import sys


def main() -> None:
    """Run the command line, or without one the terminal desk, and end the process with the documented exit code."""
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    # Imported inside, so that an interrupt while importing is clean, and the terminal desk does without the commands.
    # A shell that completes what was typed asks by that variable.
    if arguments or "_WORKBENCH_COMPLETE" in os.environ:
        from workbench.cli.running import run  # noqa: PLC0415

        return run(arguments)
    from workbench.cli.terminal_desk import run_bare  # noqa: PLC0415

    return run_bare()


if __name__ == "__main__":
    main()
