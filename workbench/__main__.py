"""The program's door."""

import sys


def main() -> None:
    """Run the command line and end the process with the documented exit code."""
    try:
        from workbench.cli.running import run  # noqa: PLC0415 - inside, so that an interrupt while importing is clean

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
