"""`nianbao` and `python -m linter`."""

import atexit
import gc
import os
import sys
from pathlib import Path
from threading import active_count


def run() -> None:
    """Run with the arguments, streams and exit status of this process."""
    gc.disable()  # little here makes cycles; looking for them costs a twentieth of a run
    from linter.cli import main
    from linter.cli.status import FAILED, INTERRUPTED

    for name in ("stdout", "stderr"):  # a stream that is closed takes nothing
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (till the end)
    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = main(sys.argv[1:], sys.stdout.buffer, sys.stderr)
        sys.stdout.flush()
        _leave(status)
    except BrokenPipeError:  # whoever read our output has enough
        _close_output()
        status = FAILED
    except Exception as error:  # Python's own status for it, 1, would say that there were findings
        if isinstance(error, OSError) and error.filename is None:
            _tell(error)
        else:  # a bug
            from traceback import print_exc

            print_exc()
        status = FAILED
    if status == INTERRUPTED:  # threads of an engine that was at work do not survive an orderly end
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _leave(status: int) -> None:
    """End the process, if no other thread of it is at work, without taking apart all that it holds: that costs a
    thirtieth of a large run."""
    if active_count() == 1:
        sys.stderr.flush()
        atexit._run_exitfuncs()  # as multiprocessing ends its processes
        os._exit(status)


def _tell(error: OSError) -> None:
    """Standard output took no more: files are read and written where their errors are known."""
    from linter.cli.language import language
    from linter.model.errors import LinterError, cause

    zh, en = cause(error)
    said = LinterError(f"写不了标准输出：{zh}", f"cannot write the standard output: {en}")
    sys.stderr.write(f"nianbao: {said.say(language(sys.argv[1:])[0])}\n")
    _close_output()


def _close_output() -> None:
    """What is left to write goes nowhere, so that the end of the process does not fail on it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    run()
