"""The program's door: runs a command, and turns whatever happens into words and an exit code."""

import os
import sys

from workbench.errors import FAILURES, ExitCode, describe


def main() -> None:
    """Run the command line and end the process with the documented exit code."""
    sys.exit(_run())


def _run() -> int:
    import click  # noqa: PLC0415 - after the cheap imports, so that an interrupt is clean
    from click.exceptions import Abort, ClickException, Exit  # noqa: PLC0415

    from workbench.cli.complaints import complain, report_bug, say  # noqa: PLC0415
    from workbench.cli.main import app  # noqa: PLC0415
    from workbench.locations import locations  # noqa: PLC0415

    try:
        outcome = app(standalone_mode=False)
        sys.stdout.flush()
    except Exit as end:
        return end.exit_code
    except ClickException as wrong:
        say(f"workbench: {wrong.format_message()}")
        if isinstance(wrong, click.UsageError) and wrong.ctx is not None:
            say(f"  Try '{wrong.ctx.command_path} --help'.")
        return ExitCode.USAGE
    except FAILURES as failure:
        answer = describe(failure)
        complain(answer)
        return answer.exit_code
    except (KeyboardInterrupt, Abort):
        say("Interrupted.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except Exception as bug:  # noqa: BLE001 - the last net: a bug becomes one line and a file
        report_bug(bug, locations(os.environ).log)
        return ExitCode.FAILED
    return outcome if isinstance(outcome, int) else ExitCode.OK


if __name__ == "__main__":
    main()
