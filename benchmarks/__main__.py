"""Run the benchmarks named, or all: `python -m benchmarks [cold] [many] [readers] [scaling]`."""

import sys

from benchmarks import cold, many, readers, scaling

BENCHMARKS = {"cold": cold.main, "many": many.main, "readers": readers.main, "scaling": scaling.main}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHMARKS:
        if name not in BENCHMARKS:
            sys.exit(f"no benchmark {name!r}; there are: {', '.join(BENCHMARKS)}")
        BENCHMARKS[name]()
