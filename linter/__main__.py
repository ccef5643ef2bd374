"""`nianbao` and `python -m linter`."""

import gc
import os
import sys


def run() -> None:
    """Run with the arguments, streams and exit status of this process."""
    gc.disable()  # nothing here makes cycles; looking for them costs a twentieth of a run
    from linter.cli import main
    from linter.cli.status import FAILED

    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = main(sys.argv[1:], sys.stdout.buffer, sys.stderr)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = FAILED
    except Exception:  # a bug; Python's own status for it, 1, would say that there were findings
        from traceback import print_exc

        print_exc()
        status = FAILED
    sys.exit(status)


if __name__ == "__main__":
    run()
